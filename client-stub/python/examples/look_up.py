"""Looks a company up and says what is known of it: python look_up.py [ADDRESS], while ./litigation sandbox runs."""

from __future__ import annotations

import sys
from typing import Any

import litigation
from litigation import v1


def main(address: str) -> int:
    company = v1.Organization(name="上海虚谷示例贸易有限公司", credit_code="91310000000000019Q")
    request = v1.SearchRecordsRequest(
        subject=v1.Subject(organization=company),
        purpose=v1.Purpose(code=v1.PURPOSE_CODE_COUNTERPARTY_REVIEW),
    )
    with litigation.Client(address, plaintext=True, timeout=10) as client:
        try:
            for page in client.search_pages(request):
                show(page)
        except litigation.InvalidArgumentError as mistake:
            for violation in mistake.field_violations:
                print(f"{violation.field}: {violation.description}", file=sys.stderr)
            return 2
        except litigation.LitigationError as failure:
            print(f"no answer: {failure}", file=sys.stderr)
            return 1
    return 0


def show(page: v1.SearchRecordsResponse) -> None:
    for record in page.records:
        numbers = ", ".join(number.canonical or number.raw for number in record.case_numbers)
        print(f"{name(v1.RecordCategory, record.category)}  {numbers}  {record.court.name}")
    for outcome in page.outcomes:
        print(f"{outcome.provider}/{outcome.offering}: {name(v1.ProviderOutcome.State, outcome.state)}")
    # Without records this would mean "nothing found" only if it is complete.
    print("complete" if page.complete else "not complete")


def name(enum: Any, value: int) -> str:
    """A newer gateway may send a value that this client has no name for: Name() would raise."""
    return str(enum.Name(value)) if value in enum.values() else str(value)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "127.0.0.1:50051"))
