"""Makes the calls of a plan by the installed package: conformance.py PLAN threads|asyncio. One line of JSON for each."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator, Iterable
from typing import Any

from google.protobuf.json_format import ParseDict
from google.type.money_pb2 import Money

import litigation
from litigation import AsyncClient, Client, LitigationError, Tls, v1

Case = dict[str, Any]
Result = dict[str, Any]


def main(file: str, style: str) -> None:
    with open(file, encoding="utf-8") as plan_file:
        plan = json.load(plan_file)
    asyncio.run(run(plan, asynchronous=style == "asyncio"))


async def run(plan: dict[str, Any], *, asynchronous: bool) -> None:
    clients: dict[str, Client | AsyncClient] = {}
    for case in plan["cases"]:
        target = case["target"]
        # Only asyncio can cancel a call that waits.
        client_type = AsyncClient if asynchronous or case["call"] == "cancel" else Client
        key = f"{client_type.__name__} {target}"
        if key not in clients:
            clients[key] = connect(client_type, plan["targets"][target])
        try:
            result = await call(clients[key], case)
        except LitigationError as failure:
            result = failed(failure)
        except asyncio.CancelledError:
            result = {"code": "CANCELLED"}
        print(json.dumps({"name": case["name"], "result": result}), flush=True)
    for client in clients.values():
        if isinstance(client, AsyncClient):
            await client.close()
        else:
            client.close()


def connect(client_type: type[Client] | type[AsyncClient], target: dict[str, str]) -> Client | AsyncClient:
    tls = None
    if "ca" in target:
        tls = Tls(ca=target["ca"], certificate=target.get("certificate"), private_key=target.get("privateKey"))
    return client_type(target["address"], tls=tls, plaintext=tls is None, api_key=target.get("apiKey"))


async def call(client: Client | AsyncClient, case: Case) -> Result:
    request = case.get("request", {})
    timeout = case["deadlineMillis"] / 1000 if "deadlineMillis" in case else None
    match case["call"]:
        case "search":
            return found([await once(client.search(search(request), timeout=timeout))])
        case "exclude":
            excluding = search(request)
            answer = await once(client.search(excluding, timeout=timeout))
            excluding.exclude_record_ids.append(answer.records[0].record_id)
            return found([await once(client.search(excluding, timeout=timeout))])
        case "page":
            pages = await every(client.search_pages(search(request), timeout=timeout))
            return {**found(pages), "pages": len(pages)}
        case "stream":
            return await stream(client, case, timeout)
        case "batch":
            items = [(item["key"], search(item["search"])) for item in request["items"]]
            answers = await every(client.search_batch(items, timeout=timeout))
            return {"code": "OK", "answers": {answer.key: of_item(answer) for answer in answers}}
        case "quote":
            return quoted(await once(client.quote(ParseDict(request, v1.QuoteSearchRequest()), timeout=timeout)))
        case "providers":
            listing = ParseDict(request, v1.ListProvidersRequest())
            providers = await every(client.providers(listing, timeout=timeout))
            return {"code": "OK", "offerings": sorted(f"{p.name}/{o.name}" for p in providers for o in p.offerings)}
        case "lookups":
            lookups = await every(client.lookups(ParseDict(request, v1.ListLookupsRequest()), timeout=timeout))
            return {"code": "OK", "methods": sorted({lookup.method for lookup in lookups})}
        case "health":
            return {"code": "OK", "status": await once(client.health(request["service"], timeout=timeout))}
        case "cancel":
            waiting = asyncio.ensure_future(once(client.search(search(request), timeout=timeout)))
            asyncio.get_running_loop().call_later(case["cancelAfterMillis"] / 1000, waiting.cancel)
            return found([await waiting])
        case unknown:
            raise ValueError(f"unknown call: {unknown}")


async def stream(client: Client | AsyncClient, case: Case, timeout: float | None) -> Result:
    parts = client.stream(ParseDict(case["request"], v1.StreamRecordsRequest()), timeout=timeout)
    received = []
    async for part in both(parts):
        received.append(part)
        if len(received) == case.get("cancelAfterMessages"):
            await once(parts.close())
    summary = parts.summary
    return {
        "code": "OK",
        **records(received, summary),
        "outcomes": states(summary.outcomes),
        "complete": summary.complete,
        "finished": True,
    }


async def once(answer: Any) -> Any:
    """What either client gives."""
    return await answer if hasattr(answer, "__await__") else answer


async def every(answers: Any) -> list[Any]:
    return [answer async for answer in both(answers)]


async def both(answers: Any) -> AsyncIterator[Any]:
    if hasattr(answers, "__aiter__"):
        async for answer in answers:
            yield answer
    else:
        for answer in answers:
            yield answer


def search(request: dict[str, Any]) -> v1.SearchRecordsRequest:
    return ParseDict(request, v1.SearchRecordsRequest())


def found(pages: list[v1.SearchRecordsResponse]) -> Result:
    return {
        "code": "OK",
        **records(pages, pages[0]),
        "outcomes": states(pages[-1].outcomes),
        "complete": pages[-1].complete,
    }


def records(
    pages: list[v1.SearchRecordsResponse] | list[v1.ProviderPart], answer: v1.SearchRecordsResponse | v1.StreamSummary
) -> Result:
    """The records of all pages or parts, and what the answer says of them together."""
    received = [record for page in pages for record in page.records]
    ids = sorted(record.record_id for record in received)
    # About somebody else: not even who says so is told.
    aside = sum(not record.provider for record in received)
    return {"recordIds": ids, **said({"aside": aside}), **picture(answer, set(ids))}


def picture(answer: v1.SearchRecordsResponse | v1.StreamSummary, ids: set[str]) -> Result:
    """Nothing of a gateway of an age that has none."""
    if not answer.HasField("summary"):
        return {}
    cases = {file.case_key: case_file(file, ids) for file in answer.case_files}
    matters = {matter.matter_key: name(v1.MatterStage, matter.stage) for matter in answer.matters}
    return {"picture": said({"cases": cases, "matters": matters, "summary": figures(answer.summary)})}


def case_file(file: v1.CaseFile, ids: set[str]) -> Result:
    """How many of its records are among the answer's, where it stands, and how it is tied to others."""
    state = file.state
    return said(
        {
            "matter": file.matter_key,
            "records": sum(record_id in ids for record_id in file.record_ids),
            "state": state.enforcement and name(v1.EnforcementState, state.enforcement),
            "listing": state.listing and name(v1.ListingState, state.listing),
            "links": sorted(f"{name(v1.CaseLink.Kind, link.kind)} {link.target_case_key}" for link in file.links),
        }
    )


def figures(summary: v1.LitigationSummary) -> Result:
    left_out = {
        f"{name(v1.LeftOutFigure.Reason, figure.reason)} {name(v1.MatchGrade, figure.grade)}": figure.record_count
        for figure in summary.left_out_figures
    }
    return said(
        {
            "records": summary.record_count,
            "standalone": summary.standalone_figure.record_count,
            "grades": {name(v1.MatchGrade, figure.grade): figure.record_count for figure in summary.grade_figures},
            "outstanding": sorted(money(figure.amount) for figure in summary.outstanding_figures),
            "uncountedDebts": summary.uncounted_debt_count,
            "leftOut": left_out,
            "omittedCases": summary.omitted_case_file_count,
        }
    )


def said(result: Result) -> Result:
    """Without what is not set, zero or empty."""
    return {key: value for key, value in result.items() if value}


def of_item(answer: litigation.BatchAnswer) -> Result:
    try:
        return found([answer.result()])
    except LitigationError as failure:
        return failed(failure)


def states(outcomes: Iterable[v1.ProviderOutcome]) -> dict[str, str]:
    return {f"{each.provider}/{each.offering}": name(v1.ProviderOutcome.State, each.state) for each in outcomes}


def name(enum: Any, value: int) -> str:
    """A newer gateway may send a value that this client has no name for: Name() would raise."""
    return enum.Name(value) if value in enum.values() else str(value)


def quoted(answer: v1.QuoteSearchResponse) -> Result:
    return {
        "code": "OK",
        "offerings": {
            f"{quote.provider}/{quote.offering}": {
                "disposition": name(v1.OfferingQuote.Disposition, quote.disposition),
                "price": money(quote.price),
            }
            for quote in answer.quotes
        },
        "totals": sorted(money(total) for total in answer.totals),
    }


def money(amount: Money) -> str:
    return f"{amount.units}.{amount.nanos // 10_000_000:02} {amount.currency_code}"


def failed(failure: LitigationError) -> Result:
    result: Result = {"code": failure.code.name}
    if failure.reason:
        result |= {"reason": failure.reason, "domain": "litigation"}
    if failure.field_violations:
        result["fields"] = sorted(violation.field for violation in failure.field_violations)
    if failure.quota_violations:
        result["quota"] = sorted(violation.subject for violation in failure.quota_violations)
    if failure.retry_delay is not None:
        result["retryAfterMillis"] = round(failure.retry_delay.total_seconds() * 1000)
    if failure.retry_forbidden:
        result["retryForbidden"] = True
    return result


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
