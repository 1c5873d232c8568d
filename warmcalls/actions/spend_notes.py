"""What a person should look at after spend came in: refunds, doubles, what cannot be counted."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.actions.spend_campaigns import CampaignFinder
from warmcalls.domain.day_words import days_words
from warmcalls.domain.money import amount_words
from warmcalls.domain.settings import Settings
from warmcalls.store import exchange_rates, spend_intake
from warmcalls.store.engine import Reader
from warmcalls.store.spend_intake import Kept

if TYPE_CHECKING:
    from warmcalls.actions.import_spend import Piece

MOST: Final = 5


def notes_on(
    db: Reader,
    agency: Settings,
    pieces: "Sequence[Piece]",
    finder: CampaignFinder,
    before: set[int],
) -> Iterator[str]:
    """Yield one sentence each.

    Args:
        db: what is kept now.
        agency: whose currency counts.
        pieces: what the file said.
        finder: which campaigns it found and made.
        before: spend that was there before.
    """
    yield from refunds(pieces)
    yield from nameless(pieces)
    yield from unconverted(db, agency, pieces)
    yield from renamed(db, pieces, finder, before)
    yield from typed_twice(db, pieces)


def refunds(pieces: "Sequence[Piece]") -> Iterator[str]:
    """Name what was paid back."""
    back = [piece for piece in pieces if piece.refunds]
    if not back:
        return
    named = "; ".join(
        f"{piece.first.campaign or piece.first.channel}, "
        f"{days_words(piece.first.starts, piece.first.ends)}, "
        f"{amount_words(piece.refunded, piece.first.currency)}"
        for piece in back[:MOST]
    )
    count = sum(piece.refunds for piece in back)
    lines = "1 line is a refund" if count == 1 else f"{count} lines are refunds"
    yield f"{lines}, taken off the spend: {named}."


def nameless(pieces: "Sequence[Piece]") -> Iterator[str]:
    """Say what belongs to no campaign."""
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for piece in pieces:
        row = piece.first
        if not (row.campaign or row.item) and piece.amount:
            sums[row.channel, row.currency] += piece.amount
    for (channel, currency), amount in sums.items():
        of = f"{channel} " if channel else ""
        yield f"{amount_words(amount, currency)} names no campaign: shown as {of}spend without one."


def unconverted(db: Reader, agency: Settings, pieces: "Sequence[Piece]") -> Iterator[str]:
    """Say what cannot be counted before somebody types an exchange rate in."""
    rates = exchange_rates.load(db, agency.currency)
    sums: dict[str, int] = defaultdict(int)
    for piece in pieces:
        row = piece.first
        if rates.home_amount(1, row.currency, row.starts) is None:
            sums[row.currency] += piece.amount
    for currency, amount in sums.items():
        yield (
            f"{amount_words(amount, currency)} waits for an exchange rate: type in what 1 "
            f"{currency} is in {agency.currency} under Briefs and fees, and it counts."
        )


def renamed(
    db: Reader, pieces: "Sequence[Piece]", finder: CampaignFinder, before: set[int]
) -> Iterator[str]:
    """Say where a new campaign cost to the penny what another one did on the same days."""
    here = {(piece.first.source, piece.campaign_id) for piece in pieces}
    kept = _by_days(db, pieces, before)
    for made, name in finder.made.items():
        own = [p for p in pieces if p.campaign_id == made and p.amount]
        twins = [kept.get((p.first.source, p.first.starts, p.first.ends, p.amount)) for p in own]
        others = {twin.campaign_id for twin in twins if twin}
        if own and all(twins) and len(others) == 1 and (own[0].first.source, *others) not in here:
            other = spend_intake.names_of(db, [i for i in others if i]).get(others.pop() or 0)
            yield (
                f"{name} cost to the penny what {other} did on the same days. If it was renamed, "
                f"take this import back, give {other} the code “{name.lower()}”, and import again."
            )


def _by_days(
    db: Reader, pieces: "Sequence[Piece]", before: set[int]
) -> dict[tuple[str, str, str, int], Kept]:
    first = min(piece.first.starts for piece in pieces)
    last = max(piece.first.ends for piece in pieces)
    return {
        (source, kept.starts, kept.ends, kept.amount): kept
        for source in {piece.first.source for piece in pieces}
        for kept in spend_intake.of_source(db, source, first, last)
        if kept.id in before
    }


def typed_twice(db: Reader, pieces: "Sequence[Piece]") -> Iterator[str]:
    """Say where the same campaign has spend of another source on the same days."""
    mine: dict[tuple[int, str], tuple[str, str]] = {}
    for piece in pieces:
        if piece.campaign_id is not None:
            row, key = piece.first, (piece.campaign_id, piece.first.source)
            first, last = mine.get(key, (row.starts, row.ends))
            mine[key] = (min(first, row.starts), max(last, row.ends))
    said = 0
    for (campaign_id, source), (first, last) in mine.items():
        for kept in spend_intake.elsewhere(db, [campaign_id], source, first, last):
            said += 1
            if said <= MOST:
                yield (
                    f"{kept.spelt} has {amount_words(kept.amount, kept.currency)} for "
                    f"{days_words(kept.starts, kept.ends)} from elsewhere too: if that is the same "
                    "money, take one of them back."
                )
