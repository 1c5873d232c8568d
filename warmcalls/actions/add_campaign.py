"""Add a campaign: marketing with a channel, dates, a budget and the codes of its links."""

from collections.abc import Sequence
from datetime import date

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.store import campaigns
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry


def add_campaign(
    db: Writer,
    name: str,
    *,
    now: int,
    channel: str = "",
    starts: str = "",
    ends: str = "",
    budget: int | None = None,
    codes: Sequence[str] = (),
    hypothesis: str = "",
    person_id: int | None = None,
) -> Done:
    """Add a campaign.

    Args:
        db: the writer.
        name: what people call it.
        now: UTC microseconds.
        channel: as "Webinar" or "E-mail".
        starts: first day, ISO, or empty.
        ends: last day, ISO, or empty while it runs on.
        budget: for the whole of it, minor units.
        codes: how its links spell it (utm_campaign); compared without case.
        hypothesis: what it hopes to show.
        person_id: who adds it.

    Raises:
        RefusedError: the name or a code is taken, or the dates cannot be.
    """
    name = " ".join(name.split())
    if not name:
        raise RefusedError("A campaign needs a name.")
    check_days(starts, ends)
    spelt = dict.fromkeys(code.strip().lower() for code in codes if code.strip())
    with db.atomic():
        if campaigns.id_by_name(db, name) is not None:
            raise RefusedError(f"There is a campaign called {name} already.")
        for code, holder in campaigns.holders(db, spelt).items():
            raise RefusedError(f"The code {code} belongs to {holder} already: take another.")
        with entry(db, "add_campaign", now, person_id) as journal:
            row = {"name": name, "channel": channel, "starts": starts, "ends": ends}
            made = journal.add("campaign", row | {"budget": budget, "hypothesis": hypothesis})
            for code in spelt:
                journal.add("campaign_code", {"campaign_id": made, "code": code})
            journal.said = f"Added the campaign {name}"
    return Done(journal.said, frozenset({"campaigns"}), journal.entry_id, made)


def check_days(starts: str, ends: str) -> None:
    """Refuse days that are none, or that end before they start.

    Raises:
        RefusedError: with a sentence that says how to write them.
    """
    for day in (starts, ends):
        try:
            date.fromisoformat(day or "2000-01-01")
        except ValueError as error:
            raise RefusedError(f'"{day}" is no date: write it as 2026-03-31.') from error
    if starts and ends and ends < starts:
        raise RefusedError("It would end before it starts: swap the dates.")
