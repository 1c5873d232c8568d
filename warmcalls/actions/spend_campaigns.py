"""Which campaign the lines of an ad report are of: by its number, its name, or made anew."""

from typing import Final

from warmcalls.domain.identities import clean_text
from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.store import campaigns, spend_intake
from warmcalls.store.journal import Journal

TOOLS: Final = {"google-ads": "google", "meta-ads": "meta", "linkedin-ads": "linkedin"}


class CampaignFinder:
    """Finds campaigns; the number and every name of one become codes of it.

    Attributes:
        notes: a sentence for each campaign that has another name in the ad tool now.
        made: campaigns that were not there, by id, with their names.
    """

    def __init__(self, journal: Journal, import_id: int) -> None:
        self.journal, self.db, self.import_id = journal, journal.db, import_id
        self.notes: list[str] = []
        self.made: dict[int, str] = {}
        self._found: dict[tuple[str, str, str], int | None] = {}

    def find(self, row: IncomingSpend) -> int | None:
        """Return the campaign of a line, made on first sight; None where it names none."""
        key = (row.source, row.item, row.campaign)
        if key not in self._found:
            self._found[key] = self._find(row)
        return self._found[key]

    def _find(self, row: IncomingSpend) -> int | None:
        name, number = clean_text(row.campaign), code_of(row)
        codes = [code for code in (number, name.lower()) if code]
        if not codes:
            return None
        held = campaigns.ids_by_code(self.db, codes)
        known = held.get(number) if number else None
        known = known or held.get(name.lower()) or spend_intake.campaign_named(self.db, name)
        if known is None:
            return self._make(name or f"{row.channel} {row.item}", row.channel, codes)
        new = [code for code in codes if code not in held]
        if number in held and name and name.lower() in new:
            self._say_renamed(known, name, row.channel)
        for code in new:
            self.journal.add("campaign_code", {"campaign_id": known, "code": code})
        return known

    def _make(self, name: str, channel: str, codes: list[str]) -> int:
        made = spend_intake.add_campaign(self.db, name, channel, codes, self.import_id)
        self.made[made] = name
        return made

    def _say_renamed(self, campaign_id: int, name: str, channel: str) -> None:
        kept = campaigns.name_of(self.db, campaign_id) or ""
        if kept.casefold() != name.casefold():
            self.notes.append(f"“{name}” is what {channel} calls your campaign {kept} now.")


def code_of(row: IncomingSpend) -> str:
    """Return the code that a campaign's number in its ad tool is kept as: "meta:1202"."""
    return f"{TOOLS.get(row.source, row.source)}:{row.item}" if row.item else ""
