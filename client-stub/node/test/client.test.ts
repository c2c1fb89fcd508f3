import { status } from "@grpc/grpc-js";
import assert from "node:assert/strict";
import { once } from "node:events";
import { afterEach, beforeEach, test } from "node:test";

import { BadRequestSchema, QuotaFailureSchema, RetryInfoSchema } from "../src/gen/google/rpc/error_details_pb.js";
import { LitigationClient, LitigationError } from "../src/index.js";
import type { BatchItem, ClientOptions } from "../src/index.js";
import { Failure, FakeGateway, following, info } from "./fake-gateway.js";

const NAME = "申屠砚舟";
const SEARCH = { subject: { kind: { case: "person", value: { name: NAME } } } } as const;

let gateway: FakeGateway;
let client: LitigationClient;

beforeEach(async () => {
  gateway = new FakeGateway();
  client = new LitigationClient(await gateway.serve(), { plaintext: true });
});

afterEach(() => {
  client.close();
  gateway.stop();
});

function reconnect(options: ClientOptions): void {
  client.close();
  client = new LitigationClient(gateway.target, { plaintext: true, ...options });
}

async function failure(answer: Promise<unknown>): Promise<LitigationError> {
  try {
    await answer;
  } catch (error) {
    assert(error instanceof LitigationError, String(error));
    return error;
  }
  assert.fail("there was an answer");
}

async function all<T>(answers: AsyncIterable<T>): Promise<T[]> {
  const received: T[] = [];
  for await (const answer of answers) {
    received.push(answer);
  }
  return received;
}

test("a search is answered, within the default deadline unless it sets its own", async () => {
  assert.equal((await client.search(SEARCH)).lookupId, "L1");
  assert.equal(gateway.searches[0]?.subject?.kind.value?.name, NAME);
  assert(gateway.timeoutMs > 5_000 && gateway.timeoutMs < 16_000, `${gateway.timeoutMs}`);

  await client.search(SEARCH, { timeoutMs: 3_000 });
  assert(gateway.timeoutMs < 4_000, `${gateway.timeoutMs}`);
});

test("a deadline that passed is typed", async () => {
  gateway.search = () => "never";
  reconnect({ timeoutMs: 200 });
  const late = await failure(client.search(SEARCH));
  assert.equal(late.code, "DEADLINE_EXCEEDED");
  assert.equal(late.reason, "");
  assert(!late.message.includes(NAME));
});

test("a refusal names the bad fields and nothing of the subject", async () => {
  const fieldViolations = [{ field: "subject.person.mobile", description: "Not a number.", reason: "MOBILE_INVALID" }];
  gateway.search = () =>
    new Failure(status.INVALID_ARGUMENT, [
      info("REQUEST_INVALID"),
      { schema: BadRequestSchema, value: { fieldViolations } },
    ]);
  const refused = await failure(client.search(SEARCH));
  assert.equal(refused.message, "INVALID_ARGUMENT REQUEST_INVALID: The gateway says so. [subject.person.mobile]");
  assert.equal(refused.code, "INVALID_ARGUMENT");
  assert.equal(refused.reason, "REQUEST_INVALID");
  assert.deepEqual({ ...refused.metadata }, { incident: "i1" });
  assert.deepEqual(refused.fieldViolations, fieldViolations);
  assert.equal(refused.retryForbidden, false);
  assert.equal(refused.retryDelayMs, undefined);
});

test("a used up budget says which and until when", async () => {
  gateway.search = () =>
    new Failure(status.RESOURCE_EXHAUSTED, [
      info("BUDGET_EXHAUSTED"),
      { schema: QuotaFailureSchema, value: { violations: [{ subject: "caller:loans", description: "calls a day" }] } },
      { schema: RetryInfoSchema, value: { retryDelay: { seconds: 1n, nanos: 500_000_000 } } },
    ]);
  const refused = await failure(client.search(SEARCH));
  assert.deepEqual(refused.quotaViolations, [{ subject: "caller:loans", description: "calls a day" }]);
  assert.equal(refused.retryDelayMs, 1_500);
});

for (const [pushback, forbidden] of [
  ["-1", true],
  ["soon", true],
  ["100", false],
] as const) {
  test(`the pushback ${pushback} ${forbidden ? "forbids" : "does not forbid"} a retry`, async () => {
    gateway.search = () => new Failure(status.ABORTED, [], pushback);
    assert.equal((await failure(client.search(SEARCH))).retryForbidden, forbidden);
  });
}

test("details of another domain or code, or none that can be read, give no reason", async () => {
  gateway.search = () => new Failure(status.NOT_FOUND, [info("NO_ROUTE", "proxy")]);
  assert.equal((await failure(client.search(SEARCH))).reason, "");

  gateway.search = () => {
    const replaced = new Failure(status.ABORTED, [info("PROVIDERS_FAILED")]);
    return Object.assign(replaced, { code: status.UNAVAILABLE });
  };
  const ofAProxy = await failure(client.search(SEARCH));
  assert.deepEqual([ofAProxy.code, ofAProxy.reason], ["UNAVAILABLE", ""]);

  gateway.search = () => {
    const garbled = new Failure(status.ABORTED);
    garbled.metadata.set("grpc-status-details-bin", Buffer.from([0xff, 0xff]));
    return garbled;
  };
  assert.equal((await failure(client.search(SEARCH))).reason, "");
});

test("what may be paid for is never repeated", async () => {
  gateway.search = () => new Failure(status.UNAVAILABLE);
  assert.equal((await failure(client.search(SEARCH))).code, "UNAVAILABLE");
  assert.equal(gateway.searches.length, 1);
});

test("what pays nothing is tried again", async () => {
  gateway.providersFail = 2;
  const names = (await all(client.providers())).map(({ name }) => name);
  assert.deepEqual(names, ["p", "p1", "p2"]);
  assert.equal(gateway.listings, 5);
});

test("pages are fetched when they are asked for", async () => {
  gateway.search = ({ pageToken }) => ({ lookupId: `page ${pageToken}`, nextPageToken: following(pageToken) });
  const pages: string[] = [];
  for await (const page of client.searchPages(SEARCH)) {
    pages.push(page.lookupId);
    assert.equal(gateway.searches.length, pages.length);
  }
  assert.deepEqual(pages, ["page ", "page 1", "page 2"]);
  assert(gateway.searches.every(({ subject }) => subject?.kind.value?.name === NAME));
});

test("a value that this client has no name for is kept", async () => {
  gateway.search = () => ({ outcomes: [{ state: 99 as number }] });
  assert.equal((await client.search(SEARCH)).outcomes[0]?.state, 99);
});

test("lookups, a quote and health", async () => {
  assert.deepEqual(
    (await all(client.lookups({ pageSize: 1 }))).map(({ lookupId }) => lookupId),
    ["l", "l1", "l2"],
  );
  assert.equal((await client.quote({ requestId: "q-1" })).requestId, "q-1");
  assert.equal(await client.health("litigation.v1.LitigationService"), "SERVING");
  assert.equal((await failure(client.health("no.such.Service"))).code, "NOT_FOUND");
});

test("an aborted signal ends the call", async () => {
  gateway.search = () => "never";
  const leaving = new AbortController();
  void once(gateway.events, "begun").then(() => leaving.abort("enough"));
  const ended = gateway.cancelled();
  const cancelled = await failure(client.search(SEARCH, { signal: leaving.signal }));
  assert.equal(cancelled.code, "CANCELLED");
  assert.equal(cancelled.cause, "enough");
  await ended;

  assert.equal((await failure(client.search(SEARCH, { signal: leaving.signal }))).code, "CANCELLED");
  assert.equal(gateway.searches.length, 1);
});

test("what is aborted before it is sent is not sent", async () => {
  for (const apiKey of ["key-1", async () => "key-1"]) {
    reconnect({ apiKey });
    for (const begin of [
      (signal: AbortSignal) => client.search(SEARCH, { signal }),
      (signal: AbortSignal) => all(client.stream({}, { signal })),
      (signal: AbortSignal) => all(client.searchBatch([["a", SEARCH]], { signal })),
    ]) {
      const leaving = new AbortController();
      const answer = failure(begin(leaving.signal));
      leaving.abort("enough");
      const { code, cause } = await answer;
      assert.deepEqual([code, cause], ["CANCELLED", "enough"]);
    }
  }
  // Sent over the same connection after all of them, and alone noted.
  await client.search(SEARCH);
  assert.equal(gateway.calls, 1);
});

const part = (records: number) =>
  ({ part: { case: "providerPart", value: { provider: "xinshu", records: Array(records).fill({}) } } }) as const;
const summary = (recordCount: number) =>
  ({ part: { case: "summary", value: { recordCount, complete: true } } }) as const;

test("a stream gives parts and then its summary", async () => {
  gateway.parts = [part(2), {}, part(1), summary(3)];
  const stream = client.stream({ subject: SEARCH.subject });
  assert.throws(() => stream.summary, /read all parts first/);
  assert.deepEqual(
    (await all(stream)).map(({ records }) => records.length),
    [2, 1],
  );
  assert.equal(stream.summary.complete, true);
  assert(gateway.timeoutMs > 5_000 && gateway.timeoutMs < 16_000, `${gateway.timeoutMs}`);
  await assert.rejects(all(stream), /once/);
});

for (const [name, parts] of Object.entries({
  nothing: [],
  "no summary": [part(2)],
  "a record lost": [part(2), summary(3)],
  "a part after the summary": [summary(0), part(1)],
  "two summaries": [summary(0), summary(0)],
})) {
  test(`a cut stream is no answer: ${name}`, async () => {
    gateway.parts = parts;
    const stream = client.stream({});
    const cut = await failure(all(stream));
    assert.deepEqual([cut.code, cut.reason], ["DATA_LOSS", "STREAM_CUT"]);
    assert.throws(() => stream.summary);
  });
}

test("a stream that fails is typed, whether or not a part came before", async () => {
  gateway.streamEnds = new Failure(status.ABORTED, [info("PROVIDERS_FAILED")], "-1");
  for (const parts of [[], [part(1)], Array(100).fill(part(1))]) {
    gateway.parts = parts;
    const failed = await failure(all(client.stream({})));
    assert.deepEqual([failed.code, failed.reason, failed.retryForbidden], ["ABORTED", "PROVIDERS_FAILED", true]);
  }
});

test("who leaves a stream ends the call", async () => {
  gateway.parts = [part(1)];
  gateway.streamEnds = "never";
  const ended = gateway.cancelled();
  for await (const received of client.stream({})) {
    assert.equal(received.provider, "xinshu");
    break;
  }
  await ended;
});

test("a stream whose signal is aborted fails", async () => {
  gateway.parts = [part(1)];
  gateway.streamEnds = "never";
  const leaving = new AbortController();
  const reading = (async () => {
    for await (const _ of client.stream({}, { signal: leaving.signal })) {
      leaving.abort();
    }
  })();
  assert.equal((await failure(reading)).code, "CANCELLED");
});

function* items(number: number): Generator<BatchItem> {
  for (let i = 0; i < number; i++) {
    yield [`k${i}`, SEARCH];
  }
}

test("every item of a batch is answered, and is taken when there is room for it", async () => {
  let taken = 0;
  async function* counted() {
    for (const item of items(100)) {
      taken++;
      yield item;
    }
  }
  const answers = new Map<string, string | undefined>();
  for await (const { key, answer } of client.searchBatch(counted())) {
    answers.set(key, answer?.lookupId);
    assert(taken - answers.size <= 16);
  }
  assert.equal(answers.size, 100);
  assert.equal(answers.get("k99"), "of k99");
  // A batch lasts as long as it is fed.
  assert.equal(gateway.timeoutMs, Infinity);
  assert.deepEqual(await all(client.searchBatch([])), []);
});

test("an answer does not wait for the next item", async () => {
  let answered = () => {};
  const first = new Promise<void>((resolve) => (answered = resolve));
  async function* slow(): AsyncGenerator<BatchItem> {
    yield ["a", SEARCH];
    await first;
    yield ["b", SEARCH];
  }
  const keys: string[] = [];
  for await (const { key } of client.searchBatch(slow())) {
    keys.push(key);
    answered();
  }
  assert.deepEqual(keys, ["a", "b"]);
});

test("a batch that fails does not wait for the next item either", async () => {
  gateway.batchEndsAfter = 1;
  gateway.batchEnds = new Failure(status.PERMISSION_DENIED);
  async function* stuck(): AsyncGenerator<BatchItem> {
    yield ["a", SEARCH];
    await new Promise(() => {});
  }
  assert.equal((await failure(all(client.searchBatch(stuck())))).code, "PERMISSION_DENIED");
});

test("an item's error reads like a call's", async () => {
  gateway.item = ({ key }) => [
    {
      key,
      itemNumber: 1,
      retryForbidden: true,
      result: { case: "error", value: { code: status.ABORTED, message: "So." } },
    },
  ];
  const [failed] = await all(client.searchBatch(items(1)));
  assert.equal(failed?.answer, undefined);
  assert.deepEqual([failed?.error?.code, failed?.error?.retryForbidden], ["ABORTED", true]);
  assert.equal(failed?.itemNumber, 1);
});

test("a batch that ends with items unanswered is no answer", async () => {
  gateway.item = () => [];
  gateway.batchEndsAfter = 3;
  const cut = await failure(all(client.searchBatch(items(20))));
  assert.deepEqual([cut.code, cut.reason], ["DATA_LOSS", "BATCH_CUT"]);
});

test("more answers than items are no answer", async () => {
  gateway.item = ({ key }) => Array(2).fill({ key, result: { case: "answer", value: {} } });
  assert.equal((await failure(all(client.searchBatch(items(3))))).reason, "BATCH_CUT");
});

for (let after = 1; after < 20; after += 3) {
  test(`a batch that is refused after ${after} items says why`, async () => {
    gateway.batchEndsAfter = after;
    gateway.batchEnds = new Failure(status.PERMISSION_DENIED, [info("VIEW_NOT_ALLOWED")]);
    const refused = await failure(all(client.searchBatch(items(1_000))));
    assert.deepEqual([refused.code, refused.reason], ["PERMISSION_DENIED", "VIEW_NOT_ALLOWED"]);
  });
}

test("who gives a batch up ends the call", async () => {
  const ended = gateway.cancelled();
  for await (const _ of client.searchBatch(items(1_000))) {
    break;
  }
  await ended;

  const endedToo = gateway.cancelled();
  function* broken() {
    yield* items(20);
    throw new Error("enough");
  }
  await assert.rejects(all(client.searchBatch(broken())), /enough/);
  await endedToo;
});
