// Makes the calls of a plan by the installed package: conformance.js PLAN. One line of JSON for each.
import { readFileSync } from "node:fs";

import { fromJson } from "@bufbuild/protobuf";
import { LitigationClient, LitigationError } from "litigation-client";
import {
  CaseLink_KindSchema,
  EnforcementStateSchema,
  LeftOutFigure_ReasonSchema,
  ListLookupsRequestSchema,
  ListProvidersRequestSchema,
  ListingStateSchema,
  MatchGradeSchema,
  MatterStageSchema,
  OfferingQuote_DispositionSchema,
  ProviderOutcome_StateSchema,
  QuoteSearchRequestSchema,
  SearchRecordsRequestSchema,
  StreamRecordsRequestSchema,
} from "litigation-client/v1";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const clients = new Map();
for (const one of plan.cases) {
  if (!clients.has(one.target)) {
    clients.set(one.target, connect(plan.targets[one.target]));
  }
  let result;
  try {
    result = await call(clients.get(one.target), one);
  } catch (failure) {
    result = failed(failure);
  }
  process.stdout.write(`${JSON.stringify({ name: one.name, result })}\n`);
}
clients.forEach((client) => client.close());

function connect({ address, ca, certificate, privateKey, apiKey }) {
  const transport = ca === undefined ? { plaintext: true } : { tls: tlsOf(ca, certificate, privateKey) };
  return new LitigationClient(address, { ...transport, ...(apiKey && { apiKey }) });
}

function tlsOf(ca, certificate, privateKey) {
  const own = certificate && { cert: readFileSync(certificate), key: readFileSync(privateKey) };
  return { ca: readFileSync(ca), ...own };
}

async function call(client, one) {
  const { request = {} } = one;
  const options = one.deadlineMillis === undefined ? {} : { timeoutMs: one.deadlineMillis };
  switch (one.call) {
    case "search":
      return found([await client.search(fromJson(SearchRecordsRequestSchema, request), options)]);
    case "cancel": {
      const leaving = new AbortController();
      const timer = setTimeout(() => leaving.abort(), one.cancelAfterMillis);
      try {
        const search = fromJson(SearchRecordsRequestSchema, request);
        return found([await client.search(search, { ...options, signal: leaving.signal })]);
      } finally {
        clearTimeout(timer);
      }
    }
    case "exclude": {
      const search = fromJson(SearchRecordsRequestSchema, request);
      const { records } = await client.search(search, options);
      search.excludeRecordIds = [records[0].recordId];
      return found([await client.search(search, options)]);
    }
    case "page": {
      const pages = await all(client.searchPages(fromJson(SearchRecordsRequestSchema, request), options));
      return { ...found(pages), pages: pages.length };
    }
    case "stream":
      return stream(client, one, options);
    case "batch": {
      const items = request.items.map(({ key, search }) => [key, fromJson(SearchRecordsRequestSchema, search)]);
      const answers = await all(client.searchBatch(items, options));
      const results = answers.map(({ key, answer, error }) => [key, error ? failed(error) : found([answer])]);
      return { code: "OK", answers: Object.fromEntries(results) };
    }
    case "quote":
      return quoted(await client.quote(fromJson(QuoteSearchRequestSchema, request), options));
    case "providers": {
      const providers = await all(client.providers(fromJson(ListProvidersRequestSchema, request), options));
      const offerings = providers.flatMap(({ name, offerings }) => offerings.map((one) => `${name}/${one.name}`));
      return { code: "OK", offerings: offerings.sort() };
    }
    case "lookups": {
      const lookups = await all(client.lookups(fromJson(ListLookupsRequestSchema, request), options));
      return { code: "OK", methods: [...new Set(lookups.map(({ method }) => method))].sort() };
    }
    case "health":
      return { code: "OK", status: await client.health(request.service, options) };
    default:
      throw new Error(`unknown call: ${one.call}`);
  }
}

async function stream(client, one, options) {
  const leaving = new AbortController();
  const request = fromJson(StreamRecordsRequestSchema, one.request);
  const parts = client.stream(request, { ...options, signal: leaving.signal });
  const received = [];
  for await (const part of parts) {
    received.push(part);
    if (received.length === one.cancelAfterMessages) {
      leaving.abort();
    }
  }
  return {
    code: "OK",
    ...recordsOf(received, parts.summary),
    outcomes: states(parts.summary.outcomes),
    complete: parts.summary.complete,
    finished: true,
  };
}

async function all(answers) {
  const received = [];
  for await (const answer of answers) {
    received.push(answer);
  }
  return received;
}

function found(pages) {
  const { outcomes, complete } = pages.at(-1);
  return { code: "OK", ...recordsOf(pages, pages[0]), outcomes: states(outcomes), complete };
}

/** The records of all pages or parts, and what the answer says of them together. */
function recordsOf(pages, answer) {
  const records = pages.flatMap((page) => page.records);
  const recordIds = records.map(({ recordId }) => recordId).sort();
  // About somebody else: not even who says so is told.
  const aside = records.filter(({ provider }) => provider === "").length;
  return { recordIds, ...said({ aside }), ...picture(answer, new Set(recordIds)) };
}

/** Nothing of a gateway of an age that has none. */
function picture({ caseFiles, matters, summary }, ids) {
  if (summary === undefined) {
    return {};
  }
  const cases = caseFiles.map((file) => [file.caseKey, caseFile(file, ids)]);
  const stages = matters.map(({ matterKey, stage }) => [matterKey, nameOf(MatterStageSchema, stage)]);
  return {
    picture: said({
      cases: Object.fromEntries(cases),
      matters: Object.fromEntries(stages),
      summary: figures(summary),
    }),
  };
}

/** How many of its records are among the answer's, where it stands, and how it is tied to others. */
function caseFile({ matterKey, recordIds, state, links }, ids) {
  return said({
    matter: matterKey,
    records: recordIds.filter((id) => ids.has(id)).length,
    state: state?.enforcement && nameOf(EnforcementStateSchema, state.enforcement),
    listing: state?.listing && nameOf(ListingStateSchema, state.listing),
    links: links.map(({ kind, targetCaseKey }) => `${nameOf(CaseLink_KindSchema, kind)} ${targetCaseKey}`).sort(),
  });
}

function figures(summary) {
  const grade = (figure) => nameOf(MatchGradeSchema, figure.grade);
  const leftOut = summary.leftOutFigures.map((figure) => [
    `${nameOf(LeftOutFigure_ReasonSchema, figure.reason)} ${grade(figure)}`,
    figure.recordCount,
  ]);
  return said({
    records: summary.recordCount,
    standalone: summary.standaloneFigure?.recordCount,
    grades: Object.fromEntries(summary.gradeFigures.map((figure) => [grade(figure), figure.recordCount])),
    outstanding: summary.outstandingFigures.map(({ amount }) => money(amount)).sort(),
    uncountedDebts: summary.uncountedDebtCount,
    leftOut: Object.fromEntries(leftOut),
    omittedCases: summary.omittedCaseFileCount,
  });
}

/** Without what is not set, zero or empty. */
function said(result) {
  const isNothing = (value) => !value || (typeof value === "object" && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(result).filter(([, value]) => !isNothing(value)));
}

function states(outcomes) {
  return Object.fromEntries(
    outcomes.map(({ provider, offering, state }) => [
      `${provider}/${offering}`,
      nameOf(ProviderOutcome_StateSchema, state),
    ]),
  );
}

/** As the contract has it; the number of a value that this client has no name for. */
function nameOf(schema, number) {
  return schema.value[number]?.name ?? String(number);
}

function quoted({ quotes, totals }) {
  const offerings = quotes.map(({ provider, offering, disposition, price }) => [
    `${provider}/${offering}`,
    { disposition: nameOf(OfferingQuote_DispositionSchema, disposition), price: money(price) },
  ]);
  return { code: "OK", offerings: Object.fromEntries(offerings), totals: totals.map(money).sort() };
}

function money({ units, nanos, currencyCode }) {
  return `${units}.${String(nanos / 10_000_000).padStart(2, "0")} ${currencyCode}`;
}

function failed(failure) {
  if (!(failure instanceof LitigationError)) {
    throw failure;
  }
  const { code, reason, fieldViolations, quotaViolations, retryDelayMs, retryForbidden } = failure;
  return {
    code,
    ...(reason && { reason, domain: "litigation" }),
    ...(fieldViolations.length > 0 && { fields: fieldViolations.map(({ field }) => field).sort() }),
    ...(quotaViolations.length > 0 && { quota: quotaViolations.map(({ subject }) => subject).sort() }),
    ...(retryDelayMs !== undefined && { retryAfterMillis: retryDelayMs }),
    ...(retryForbidden && { retryForbidden }),
  };
}
