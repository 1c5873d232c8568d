"""`warmcalls arrivals` and `warmcalls coverage`: who came, and how much of the list was reached."""

from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.output import console, print_json, print_table

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from warmcalls.cli.session import Session
    from warmcalls.domain.arrivals import Arrival, Week
    from warmcalls.domain.reach import TargetCoverage

TIERS: Final = ("A", "B", "C", "none")


@click.command()
@click.option("--days", default=7, show_default=True, help="How far back.")
@click.option("--tier", "tiers", multiple=True, type=click.Choice(TIERS), help="Only of this tier.")
@click.option("--limit", type=click.IntRange(min=1), default=200, help="The most to show.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def arrivals(
    session: "Session", days: int, tiers: tuple[str, ...], limit: int, as_json: bool
) -> None:
    """List the target clients that came in the last days, the strongest first."""
    from warmcalls.actions.arrivals import this_week
    from warmcalls.actions.desk import desk

    asked = desk(session.reader(), session.now)
    only = ["" if tier == "none" else tier for tier in tiers]
    week = this_week(asked, days, tiers=only, limit=limit)
    if as_json:
        print_json(document(week, asked.agency.zone))
        return
    columns = {"Client": "left", "Tier": "left", "What they did": "left", "People": "right"}
    lines = [
        (a.client, a.tier, a.words, str(a.people), a.came.words, ", ".join(a.campaigns), a.owner)
        for a in week.arrivals
    ]
    more = {"Before": "left", "Campaign": "left", "Owner": "left"}
    print_table(f"{_head(week)}", columns | more, lines)
    if len(lines) < week.clients:
        console().print(f"The strongest {len(lines):,} of {week.clients:,} are shown.")


def _head(week: "Week") -> str:
    """Return what stands over the list."""
    counted = f"{week.clients:,} clients, {week.people:,} people, {week.signals:,} signals"
    return f"Last {week.days} days at your target clients: {counted}"


def document(week: "Week", zone: "ZoneInfo") -> dict[str, Any]:
    """Return who came as docs/cli.md describes it."""
    return {
        "days": week.days,
        "clients": week.clients,
        "people": week.people,
        "signals": week.signals,
        "arrivals": [_arrival(arrival, zone) for arrival in week.arrivals],
    }


def _arrival(arrival: "Arrival", zone: "ZoneInfo") -> dict[str, Any]:
    from warmcalls.domain.arrivals import Return
    from warmcalls.domain.moments import local

    came = arrival.came
    how = {Return.FIRST: "first", Return.BACK: "back", Return.AGAIN: "again"}
    return {
        "id": arrival.client_id,
        "client": arrival.client,
        "tier": arrival.tier,
        "owner": arrival.owner or None,
        "people": arrival.people,
        "signals": arrival.signals,
        "read": [
            {
                "kind": read.kind.value,
                "subject": read.subject,
                "count": read.count,
                "people": read.people,
                "text": read.words,
            }
            for read in arrival.read
        ],
        "came": {
            "how": how[came.how],
            "away_days": came.away if came.how is not Return.FIRST else None,
            "in_a_row": came.streak,
            "text": came.words,
        },
        "campaigns": list(arrival.campaigns),
        "first": local(arrival.first_at, zone).isoformat(),
        "last": local(arrival.last_at, zone).isoformat(),
        "warmth": round(arrival.warmth, 4),
        "do_not_call": arrival.no_calls,
    }


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def coverage(session: "Session", as_json: bool) -> None:
    """Tell how much of the target list marketing reached, by tier and by campaign."""
    from warmcalls.actions.coverage import coverage as cover
    from warmcalls.actions.desk import desk
    from warmcalls.domain.reach import MEANING

    found = cover(desk(session.reader(), session.now))
    if as_json:
        print_json(covered(found))
        return
    numbers = ("Clients", "Reached, 30 days", "Reached, 90 days", "Not in 90 days", "Never")
    lines = [
        (t.name, *(f"{n:,}" for n in (t.clients, t.recent, t.reached, t.missed, t.never)))
        for t in found.tiers
    ]
    print_table("Target clients", {"Tier": "left"} | dict.fromkeys(numbers, "right"), lines)
    tiers = [t.tier for t in found.tiers]
    columns = dict.fromkeys((t.name for t in found.tiers), "right") | {"Clients": "right"}
    rows = [
        (c.name, *(f"{c.by_tier.get(tier, 0):,}" for tier in tiers), f"{c.clients:,}")
        for c in found.campaigns
    ]
    print_table("Reached in 90 days by", {"Campaign": "left"} | columns, rows)
    console().print(MEANING)


def covered(found: "TargetCoverage") -> dict[str, Any]:
    """Return the coverage as docs/cli.md describes it."""
    return {
        "tiers": [
            {
                "tier": t.tier,
                "clients": t.clients,
                "reached_30_days": t.recent,
                "reached_90_days": t.reached,
                "not_reached_90_days": t.missed,
                "never": t.never,
            }
            for t in found.tiers
        ],
        "campaigns": [
            {
                "id": c.campaign_id,
                "name": c.name if c.campaign_id is not None else None,
                "clients": c.clients,
                "by_tier": dict(sorted(c.by_tier.items())),
            }
            for c in found.campaigns
        ],
    }


COMMANDS = (arrivals, coverage)
