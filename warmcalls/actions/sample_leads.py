"""Sample leads: put enough unworked leads of a campaign on call lists to know what it is worth."""

from typing import Final

from warmcalls.actions.change_campaign import known
from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY, day_name, local
from warmcalls.domain.sampling import drawn, sample_ends
from warmcalls.domain.settings import Settings
from warmcalls.store import samples, settings
from warmcalls.store.engine import Writer
from warmcalls.store.journal import Journal, entry

STILL_FRESH: Final = 365 * DAY
MOST: Final = 500


def sample_leads(
    db: Writer, campaign_id: int, count: int, *, now: int, person_id: int | None = None
) -> Done:
    """Put leads of a campaign that nobody worked yet on call lists for two working days.

    They are drawn at random, so that they speak for all of them: not the hottest, not the newest.
    Each goes to the recruiter who looks after the client, and to everybody where nobody does.

    Args:
        db: the writer.
        campaign_id: the campaign.
        count: how many calls; fewer are taken where fewer can be rung.
        now: UTC microseconds.
        person_id: who asks for it.

    Raises:
        RefusedError: the campaign is unknown, or none of its leads can be rung.
    """
    if not 1 <= count <= MOST:
        raise RefusedError(f"A sample is of 1 to {MOST} leads.")
    with entry(db, "sample_leads", now, person_id) as journal:
        campaign = known(db, campaign_id)
        since = now - STILL_FRESH
        there = samples.callable_leads(db, campaign_id, since, now)
        if not there:
            raise RefusedError(_why_none(samples.count_unworked(db, campaign_id, since, now)))
        agency = settings.load(db)
        chosen = drawn(there, count, f"{agency.seed} sample {campaign_id} {now}")
        until = sample_ends(now, agency.zone)
        _write(journal, campaign_id, chosen, now, until)
        journal.said = _said(campaign.name, len(chosen), count, until, agency)
    return Done(journal.said, frozenset({"campaigns", "calls"}), journal.undo, campaign_id)


def _write(journal: Journal, campaign_id: int, chosen: list[int], now: int, until: int) -> None:
    ended = samples.kept(journal.db, campaign_id)
    for client_id in chosen:
        if client_id in ended:
            journal.change("sample", ended[client_id], at=now, until=until)
        else:
            row = {"campaign_id": campaign_id, "client_id": client_id, "at": now, "until": until}
            journal.add("sample", row)


def _why_none(unworked: int) -> str:
    if not unworked:
        return "Every lead of this campaign is worked, or in a sample already."
    leads = "The one lead" if unworked == 1 else f"None of the {unworked:,} leads"
    can = "cannot" if unworked == 1 else "can"
    return f"{leads} not worked yet {can} be rung now: no number, at rest, promised or kept off."


def _said(name: str, chosen: int, count: int, until: int, agency: Settings) -> str:
    leads = "1 lead" if chosen == 1 else f"{chosen:,} leads"
    then = f"{day_name(until, agency.zone)} {local(until, agency.zone):%H:%M}"
    fewer = f"; no more than {chosen:,} of {count:,} can be rung" if chosen < count else ""
    return f"{leads} of {name} on the call lists until {then}{fewer}"
