"""Calls as the terminal gives them, as docs/cli.md describes them."""

from typing import TYPE_CHECKING, Any

from warmcalls.cli.output import money
from warmcalls.domain.moments import local

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from warmcalls.domain.calls import WarmCall


def row(call: "WarmCall", zone: "ZoneInfo") -> dict[str, Any]:
    """Return a call as docs/cli.md describes it."""
    from warmcalls.reports.phones import shown

    return {
        "rank": call.rank,
        "kind": call.kind.value,
        "client": call.client,
        "contact": call.contact.name if call.contact else None,
        "role": call.contact.role if call.contact else None,
        "phone": shown(call.phone.number) if call.phone else None,
        "tel": f"tel:{call.phone.number}" if call.phone else None,
        "chance": call.chance,
        "value": money(call.value),
        "warmth": call.warmth,
        "why": call.why,
        "opener": call.opener,
        "best_time": _best_time(call),
        "promised": iso(call.promised_at, zone),
        "test_chance": call.test_chance,
        "reasons": reasons(call, zone),
    }


def _best_time(call: "WarmCall") -> dict[str, Any] | None:
    if call.best_time is None:
        return None
    best = call.best_time
    hours = {"from": f"{best.since:02}:00", "to": f"{best.until:02}:00"}
    return hours | {"rate": best.rate, "calls": best.calls}


def reasons(call: "WarmCall", zone: "ZoneInfo") -> list[dict[str, Any]]:
    """Return the reasons of a call, those against it with a contribution below 0."""
    return [
        {
            "kind": reason.kind,
            "count": reason.count,
            "people": reason.people,
            "since": iso(reason.since, zone),
            "subject": reason.subject,
            "text": reason.text,
            "contribution": reason.contribution,
        }
        for reason in call.reasons
    ]


def iso(at: int | None, zone: "ZoneInfo") -> str | None:
    """Return a moment as JSON has it, with the agency's offset."""
    return None if at is None else local(at, zone).isoformat()
