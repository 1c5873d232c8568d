"""Change a campaign: its name, channel, dates, budget, what it hopes to show, its codes."""

from collections.abc import Collection, Sequence
from types import EllipsisType
from typing import Final

from warmcalls.actions.add_campaign import check_days
from warmcalls.actions.done import Done
from warmcalls.domain.campaigns import Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.store import campaigns
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset({"campaigns"})


def change_campaign(
    db: Writer,
    campaign_id: int,
    *,
    now: int,
    person_id: int | None = None,
    name: str | None = None,
    channel: str | None = None,
    starts: str | None = None,
    ends: str | None = None,
    budget: int | EllipsisType | None = ...,
    hypothesis: str | None = None,
    codes: Sequence[str] | None = None,
) -> Done:
    """Change what is given of a campaign; the rest stays.

    The name it went by stays a code of it, so that imports that spell it the old way still find it.

    Args:
        db: the writer.
        campaign_id: the campaign.
        now: UTC microseconds.
        person_id: who changes it.
        name: what people call it.
        channel: as "Webinar" or "E-mail".
        starts: first day, ISO, or empty.
        ends: last day, ISO, or empty; another one than before takes a stop back.
        budget: for the whole of it, minor units; None for none.
        hypothesis: what it hopes to show.
        codes: all the spellings that mean it, instead of those before; compared without case.

    Raises:
        RefusedError: the campaign is unknown, a name or code is another's, or a value cannot be.
    """
    with db.atomic():
        before = known(db, campaign_id)
        fields = _texts({"name": name, "channel": channel, "hypothesis": hypothesis})
        fields |= {
            k: day.strip() for k, day in (("starts", starts), ("ends", ends)) if day is not None
        }
        if not isinstance(budget, EllipsisType):
            fields["budget"] = _checked(budget)
        check_days(fields.get("starts", before.starts), fields.get("ends", before.ends))
        if fields.get("ends", before.ends) != before.ends:
            fields["stopped_why"] = ""
        spelt = _spellings(before, fields, codes)
        check_free(db, campaign_id, fields.get("name", ""), spelt)
        with entry(db, "change_campaign", now, person_id) as journal:
            journal.change("campaign", campaign_id, **fields)
            _keep_codes(journal, campaign_id, spelt)
            journal.said = _said(before, fields)
    return Done(journal.said, CHANGED, journal.undo, campaign_id)


def known(db: Reader, campaign_id: int) -> Campaign:
    """Return a campaign.

    Raises:
        RefusedError: there is no such campaign.
    """
    found = campaigns.by_id(db, campaign_id)
    if found is None:
        raise RefusedError("This campaign is not there any more.")
    return found


def check_free(db: Reader, campaign_id: int, name: str, codes: Collection[str]) -> None:
    """Refuse a name or codes that mean another campaign.

    Raises:
        RefusedError: with the name of the one that has it.
    """
    other = campaigns.id_by_name(db, name) if name else None
    if other not in (None, campaign_id):
        name = campaigns.name_of(db, other or 0) or name
        raise RefusedError(f"There is a campaign called {name} already: merge the two instead.")
    wanted = [*codes, name.lower()] if name else list(codes)
    held = campaigns.ids_by_names(db, wanted) | campaigns.ids_by_code(db, wanted)
    for code, holder_id in held.items():
        if holder_id != campaign_id:
            holder = campaigns.name_of(db, holder_id)
            raise RefusedError(f"“{code}” means the campaign {holder} already: take another.")


def _texts(said: dict[str, str | None]) -> Row:
    fields = {name: clean_text(text) for name, text in said.items() if text is not None}
    if "name" in fields:
        fields["name"] = " ".join(fields["name"].split())
        if not fields["name"]:
            raise RefusedError("A campaign needs a name.")
    return fields


def _checked(budget: int | None) -> int | None:
    if budget is not None and budget < 0:
        raise RefusedError("A budget is a sum of nought or more.")
    return budget


def _spellings(before: Campaign, fields: Row, codes: Sequence[str] | None) -> list[str]:
    """Return all codes it is to have: those given, and the name it goes by no longer."""
    given = before.codes if codes is None else codes
    spelt = dict.fromkeys(clean_text(code).lower() for code in given if code.strip())
    new = str(fields.get("name", before.name))
    if new.lower() != before.name.lower():
        spelt[before.name.lower()] = None
    return list(spelt)


def _keep_codes(journal: Journal, campaign_id: int, spelt: Sequence[str]) -> None:
    kept = campaigns.codes_of(journal.db, campaign_id)
    for row_id, code in kept.items():
        if code not in spelt:
            journal.remove("campaign_code", row_id)
    for code in spelt:
        if code not in kept.values():
            journal.add("campaign_code", {"campaign_id": campaign_id, "code": code})


def _said(before: Campaign, fields: Row) -> str:
    name = fields.get("name", before.name)
    if name != before.name:
        return f"Renamed {before.name} to {name}"
    return f"Changed the campaign {name}"
