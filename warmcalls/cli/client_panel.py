"""`warmcalls client`: everything that is known of one client."""

from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.money import AS_JSON
from warmcalls.cli.output import money, print_json
from warmcalls.domain.moments import day_name, local

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from warmcalls.actions.why_not import WhyNot
    from warmcalls.cli.session import Session
    from warmcalls.domain.client_panel import ClientPanel, ContactLine

BARS: Final = "▁▂▃▄▅▆▇█"
WEEKS: Final = 52
WEEK: Final = 7
HAPPENED: Final = 20  # lines of the timeline
LABEL: Final = 13  # characters before what a line says


@click.command()
@click.argument("name")
@click.option("--for", "person", metavar="NAME", help="As one recruiter sees it.")
@AS_JSON
@click.pass_obj
def client(session: "Session", name: str, person: str | None, as_json: bool) -> None:
    """Show one client: people, identifiers, what happened, and why it is or is not on the list."""
    from warmcalls.actions.client_panel import client_panel
    from warmcalls.actions.desk import desk
    from warmcalls.actions.why_not import why_not
    from warmcalls.cli.finding import find_client

    asked = desk(session.reader(), session.now, session.person(person))
    client_id = find_client(asked.db, name)
    found, why = client_panel(asked, client_id), why_not(asked, client_id)
    if as_json:
        print_json(document(found, why, asked.agency.zone))
        return
    _print(found, why, asked.agency.zone)


def document(found: "ClientPanel", why: "WhyNot", zone: "ZoneInfo") -> dict[str, Any]:
    """Return a client's panel as docs/cli.md describes it."""
    about = found.client
    return {
        "id": about.id,
        "name": about.name,
        "tier": about.tier,
        "sector": about.sector,
        "town": about.town,
        "staff": about.staff,
        "owner": about.owner or None,
        "expected_fee": money(about.expected_fee),
        "likely_fee": _fee(found),
        "website": about.website,
        "since": about.since or None,
        "tags": list(found.tags),
        "notes": about.notes,
        "do_not_call": about.objected_at is not None,
        "excluded": about.excluded or None,
        "contacts": [_contact(line) for line in found.contacts],
        "identifiers": [
            {"id": i.id, "kind": i.kind.value, "value": i.text, "contact": i.contact or None}
            for i in found.identifiers
        ],
        "warmth": [round(value, 4) for value in found.warmth],
        "made_of": [{"what": part.words, "percent": part.percent} for part in found.made_of],
        "fit": {
            "share": found.fit.share,
            "parts": list(found.fit.parts),
        },
        "on_list": why.on_list,
        "because": list(why.because),
        "money": [{"text": m.text, "detail": m.detail, "state": m.state} for m in found.money],
        "timeline": [
            {
                "at": local(each.at, zone).isoformat(),
                "sort": each.sort.value,
                "kind": each.kind.value if each.kind else None,
                "text": each.text,
                "detail": each.detail,
            }
            for each in found.timeline
        ],
        "candidate_visits": found.candidate_visits,
    }


def _fee(found: "ClientPanel") -> dict[str, Any] | None:
    if found.fee is None:
        return None
    return {"amount": money(found.fee.amount), "because": found.fee.because}


def _contact(line: "ContactLine") -> dict[str, Any]:
    return {
        "id": line.id or None,
        "name": line.name,
        "role": line.role,
        "email": line.email,
        "numbers": [
            {"number": n.shown, "label": n.label, "screening": n.words} for n in line.numbers
        ],
        "objected": line.objected or None,
        "notes": line.notes,
    }


def _print(found: "ClientPanel", why: "WhyNot", zone: "ZoneInfo") -> None:
    print(f"{found.client.name} ({found.client.id})")
    print(" · ".join(found.facts) or "Nothing more is known of it.")
    _say("Fee", found.fee.words if found.fee else "")
    _say("Tags", ", ".join(found.tags))
    _say("Website", found.client.website)
    _say("Today’s list", "on it" if why.on_list else "not on it", *why.because)
    _say("Warmth", f"{found.warmth[-1]:.2f} {year_line(found.warmth)}" if found.warmth else "")
    _say("Made of", *(f"{part.words} {part.percent} %" for part in found.made_of))
    _say("Fit", *_fit(found))
    _say("People", *(_person(line) for line in found.contacts))
    _say("Known by", *(_known(i.text, i.contact) for i in found.identifiers))
    _say("Money", *(f"{line.text}: {line.detail}" for line in found.money))
    _say("Notes", *found.client.notes.splitlines())
    happened = found.timeline[:HAPPENED]
    _say("What happened", *(f"{day_name(h.at, zone)}: {_told(h.text, h.detail)}" for h in happened))
    if len(found.timeline) > HAPPENED:
        print(f"{'':<{LABEL}} and {len(found.timeline) - HAPPENED:,} more")


def _say(label: str, *lines: str) -> None:
    """Print lines behind a label; nothing where there are none."""
    for number, line in enumerate(filter(None, lines)):
        print(f"{'' if number else label:<{LABEL}} {' '.join(line.split())}")


def _fit(found: "ClientPanel") -> tuple[str, ...]:
    share = found.fit.share
    return () if share is None else (f"{share:.0%}".replace("%", " %"), *found.fit.parts)


def _person(line: "ContactLine") -> str:
    numbers = (
        f"{n.shown} ({', '.join(part for part in (n.label, n.words) if part)})"
        for n in line.numbers
    )
    who = ", ".join(part for part in (line.name, line.role, line.objected) if part)
    return "; ".join(part for part in (who, line.email, *numbers) if part)


def _known(text: str, contact: str) -> str:
    return f"{text} ({contact})" if contact else text


def _told(text: str, detail: str) -> str:
    return f"{text} ({detail})" if detail else text


def year_line(values: tuple[float, ...]) -> str:
    """Return warmth over a year as a line of 52 bars, a week each."""
    last = values[-WEEKS * WEEK :]
    weeks = [max(last[i : i + WEEK]) for i in range(0, len(last), WEEK)]
    top = max(weeks, default=0.0) or 1.0
    return "".join(BARS[min(round(v / top * (len(BARS) - 1)), len(BARS) - 1)] for v in weeks)


COMMANDS = (client,)
