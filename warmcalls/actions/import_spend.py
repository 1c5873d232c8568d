"""Take spend in: each day of each campaign once, restated where the ad tool restates it."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import Final

from warmcalls.actions.spend_campaigns import CampaignFinder
from warmcalls.actions.spend_notes import notes_on
from warmcalls.domain.day_words import days_words
from warmcalls.domain.incoming import Problem, digest
from warmcalls.domain.incoming_money import IncomingSpend
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import spend_intake
from warmcalls.store.imports import Tally
from warmcalls.store.journal import Journal
from warmcalls.store.spend_intake import Kept

EXAMPLES: Final = 5


@dataclass(slots=True)
class Piece:
    """What one campaign cost over one run of days, all lines of the file added up.

    Attributes:
        lines: the lines that say so.
        refunds: how many of them are below nought, and what they come to, minor units.
    """

    first: IncomingSpend
    amount: int = 0
    lines: list[int] = field(default_factory=list)
    refunds: int = 0
    refunded: int = 0
    campaign_id: int | None = None

    def add(self, row: IncomingSpend) -> None:
        """Add a line up."""
        self.amount += row.amount
        self.lines.append(row.line)
        if row.amount < 0:
            self.refunds += 1
            self.refunded += row.amount


def identity(item: str, spelt: str) -> str:
    """Return what tells the campaigns of one ad tool apart: "#501" by number, else the name."""
    return f"#{item}" if item else f"={spelt.casefold()}"


class SpendIntake:
    """Gathers the spend of a file and writes it down at its end, inside the caller's transaction.

    Attributes:
        notes: sentences on what a person should look at.
    """

    def __init__(self, journal: Journal, agency: Settings, import_id: int) -> None:
        self.journal, self.agency, self.import_id = journal, agency, import_id
        self.notes: list[str] = []
        self._pieces: dict[tuple[str, ...], Piece] = {}

    def add(self, row: IncomingSpend) -> None:
        """Take one line; lines of the same campaign and days are added up."""
        row = replace(row, currency=row.currency or self.agency.currency)
        who = identity(row.item, row.campaign)
        key = (row.source, who, row.currency, row.starts, row.ends)
        self._pieces.setdefault(key, Piece(row)).add(row)

    def finish(self, tally: Tally) -> None:
        """Write everything down and count what became of each line."""
        if not self._pieces:
            return
        pieces = sorted(self._pieces.values(), key=lambda p: (p.first.starts, p.first.ends))
        first, last = pieces[0].first.starts, max(piece.first.ends for piece in pieces)
        finder = CampaignFinder(self.journal, self.import_id)
        shelves = {
            source: Shelf(spend_intake.of_source(self.journal.db, source, first, last))
            for source in {piece.first.source for piece in pieces}
        }
        before = {kept.id for shelf in shelves.values() for kept in shelf.kept}
        for piece in pieces:
            self._take(piece, shelves[piece.first.source], finder, tally)
        self.notes += finder.notes
        self.notes += notes_on(self.journal.db, self.agency, pieces, finder, before)

    def _take(self, piece: Piece, shelf: "Shelf", finder: CampaignFinder, tally: Tally) -> None:
        row = piece.first
        same = shelf.same(row)
        if not same and not piece.amount and not piece.refunds:
            leave_out(tally, piece)
            return
        piece.campaign_id = finder.find(row)
        if same:
            state = self._restate(piece, same)
        elif other := shelf.across(row):
            report(tally, piece, overlap(row, other))
            return
        else:
            shelf.put(self._add(piece))
            state = "added"
        setattr(tally, state, getattr(tally, state) + len(piece.lines))

    def _restate(self, piece: Piece, same: list[Kept]) -> str:
        """Bring spend that is there up to date; of several rows only where they add up to it."""
        if sum(kept.amount for kept in same) == piece.amount:
            return "known"
        for kept in same[1:]:
            self.journal.remove("spend", kept.id)
        self.journal.change("spend", same[0].id, amount=piece.amount, import_id=self.import_id)
        return "changed"

    def _add(self, piece: Piece) -> Kept:
        row = piece.first
        who = identity(row.item, row.campaign)
        key = f"spend|{row.source}|{who}|{row.currency}|{row.starts}|{row.ends}"
        facts = {
            "campaign_id": piece.campaign_id, "starts": row.starts, "ends": row.ends,
            "amount": piece.amount, "currency": row.currency, "note": row.note,
            "channel": row.channel, "source": row.source, "item": row.item,
            "spelt": row.campaign, "import_id": self.import_id, "digest": digest(key),
        }  # fmt: skip
        made = self.journal.add("spend", facts)
        return Kept(
            made, piece.campaign_id, row.item, row.campaign, row.starts, row.ends, piece.amount,
            row.currency, self.import_id,
        )  # fmt: skip


class Shelf:
    """What is there from one ad tool, found by campaign and days.

    An account has one currency: spend in another is of another account, and overlaps nothing.
    """

    def __init__(self, kept: list[Kept]) -> None:
        self.kept: list[Kept] = []
        self._by_name: dict[tuple[str, str], list[Kept]] = defaultdict(list)
        self._by_currency: dict[tuple[str, bool], list[Kept]] = defaultdict(list)
        for each in kept:
            self.put(each)

    def put(self, kept: Kept) -> None:
        """Put one there."""
        self.kept.append(kept)
        self._by_name[identity("", kept.spelt), kept.currency].append(kept)
        if kept.item:
            self._by_name[identity(kept.item, ""), kept.currency].append(kept)
        self._by_currency[kept.currency, bool(kept.spelt or kept.item)].append(kept)

    def same(self, row: IncomingSpend) -> list[Kept]:
        """Return what is there of the same campaign and the very same days."""
        days = (row.starts, row.ends)
        return [kept for kept in self._of(row) if (kept.starts, kept.ends) == days]

    def across(self, row: IncomingSpend) -> Kept | None:
        """Return what is there of the same campaign over some of the same days.

        Spend that names no campaign is of the whole account, so it is of every campaign.
        """
        named = bool(row.campaign or row.item)
        around = [*self._of(row), *self._by_currency[row.currency, not named]]
        return next(
            (kept for kept in around if kept.starts <= row.ends and kept.ends >= row.starts), None
        )

    def _of(self, row: IncomingSpend) -> list[Kept]:
        numbered = self._by_name[identity(row.item, ""), row.currency] if row.item else []
        named = self._by_name[identity("", row.campaign), row.currency]
        return [*numbered, *(k for k in named if not (row.item and k.item))]


def overlap(row: IncomingSpend, kept: Kept) -> str:
    """Return why spend was not added, with both periods."""
    new, old = days_words(row.starts, row.ends), days_words(kept.starts, kept.ends)
    name = row.campaign or f"{row.channel} without a campaign"
    theirs = kept.spelt or "spend without a campaign"
    of = "" if theirs.casefold() == row.campaign.casefold() else f" of {theirs}"
    amount = amount_words(kept.amount, kept.currency)
    where = f" (import {kept.import_id})" if kept.import_id else ""
    return (
        f"{name}, {new}, overlaps {old}{of}{where}, {amount}, which is here already: it was not "
        "added, so that no day counts twice. Take the other back first if this one is right."
    )


def leave_out(tally: Tally, piece: Piece) -> None:
    """Count lines that cost nothing."""
    row = piece.first
    tally.left_out["no_spend"] += len(piece.lines)
    examples = tally.examples.setdefault("no_spend", [])
    if len(examples) < EXAMPLES:
        examples.append(f"{row.campaign or row.channel}, {days_words(row.starts, row.ends)}")


def report(tally: Tally, piece: Piece, why: str) -> None:
    """Count lines that were read but cannot be kept as problems."""
    tally.read -= len(piece.lines)
    tally.problems += [Problem(line, why) for line in piece.lines]
