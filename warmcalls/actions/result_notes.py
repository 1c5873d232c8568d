"""What the Results page sets aside or takes with doubt, a sentence each: nothing is dropped."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from warmcalls.actions.credits import Book
from warmcalls.actions.ledger import Ledger
from warmcalls.domain.behind import By
from warmcalls.domain.moments import day_of
from warmcalls.domain.money import amount_words
from warmcalls.domain.paths import Bools
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import ENOUGH_FOR_MARKOV, Earner, Model, Month
from warmcalls.domain.spending import Spend

MOST_NAMES: Final = 3


def notes(
    book: Ledger, rows: Sequence[Month], campaigns: Sequence[Earner], conversions: float
) -> tuple[str, ...]:
    """Return a sentence for everything set aside, and for what is to be read with care."""
    return tuple(
        sentence
        for part in (
            _model(book, conversions),
            _filters(book),
            waiting_fees(book.kept),
            waiting_spend(book.spends),
            _fees(book),
            _spend(book),
            _no_spend(campaigns),
            _empty_months(book, rows),
        )
        for sentence in part
    )


def _model(book: Ledger, conversions: float) -> Iterator[str]:
    if book.asked.model is not Model.MARKOV:
        return
    if conversions < ENOUGH_FOR_MARKOV:
        yield (
            f"The removal effect wants {ENOUGH_FOR_MARKOV} fees, and here are "
            f"{conversions:.0f}: most of it is chance."
        )
    yield "The removal effect shares every fee alike, also with campaigns that never touched it."


def _filters(book: Ledger) -> Iterator[str]:
    if book.asked.person_id or book.asked.sector:
        what = "recruiter" if book.asked.person_id else "sector"
        yield f"Spend is not kept by {what}: returns are held against all that was spent."


def waiting_fees(kept: Book) -> Iterator[str]:
    """Yield what waits for an exchange rate, by currency."""
    found = defaultdict(list)
    for fee, waits in zip(kept.fees, kept.waiting.tolist(), strict=True):
        if waits:
            found[fee.currency].append(fee.amount)
    yield from (_waiting(currency, amounts, "fee") for currency, amounts in sorted(found.items()))


def waiting_spend(spends: Iterable[tuple[Spend, int | None]]) -> Iterator[str]:
    """Yield the spend that waits for an exchange rate, by currency."""
    found = defaultdict(list)
    for spend, amount in spends:
        if amount is None:
            found[spend.currency].append(spend.amount)
    yield from (_waiting(c, amounts, "line of spend") for c, amounts in sorted(found.items()))


def _waiting(currency: str, amounts: Sequence[int], what: str) -> str:
    one = len(amounts) == 1
    words = what if one else what.replace("fee", "fees").replace("line", "lines")
    money = amount_words(sum(amounts), currency)
    wait = "waits" if one else "wait"
    return f"{len(amounts)} {words} in {currency} ({money}) {wait} for an exchange rate."


def _fees(book: Ledger) -> Iterator[str]:
    kept, currency = book.kept, book.agency.currency
    invoiced = kept.within(book.period, By.INVOICED, book.agency)
    early = kept.early & invoiced
    if early.any():
        yield (
            f"{_fees_of(book, early)} came before the first signal of their client: "
            "outside marketing."
        )
    before = kept.first_at < book.period.moments(book.agency.zone)[0]
    older = kept.marketing & invoiced & before & book.touched
    if older.any():
        yield (
            f"{_fees_of(book, older)} invoiced in the period came from clients first seen before "
            "it: they count in the months of their first signal."
        )
    notes_of_credit = kept.amounts[(kept.amounts < 0) & (book.cohort | invoiced)]
    if len(notes_of_credit):
        what = "credit note" if len(notes_of_credit) == 1 else "credit notes"
        money = amount_words(int(notes_of_credit.sum()), currency)
        yield f"{len(notes_of_credit)} {what} ({money}) taken off the fees."


def _fees_of(book: Ledger, which: Bools) -> str:
    money = amount_words(int(book.kept.amounts[which].sum()), book.agency.currency)
    count = int(np.count_nonzero(which))
    return f"{count} fee{'s' if count > 1 else ''} ({money})"


def _spend(book: Ledger) -> Iterator[str]:
    currency = book.agency.currency
    inside = [(s, s.within(book.period, a)) for s, a in book.spends if a is not None]
    loose = sum(amount for spend, amount in inside if spend.campaign_id is None)
    if loose:
        yield f"{amount_words(loose, currency)} of the spend belongs to no campaign."
    back = [amount for _, amount in inside if amount < 0]
    if back:
        what = "refund" if len(back) == 1 else "refunds"
        yield f"{len(back)} {what} ({amount_words(sum(back), currency)}) taken off the spend."
    twice = sorted(overlaps(spend for spend, _ in inside))
    if twice:
        yield f"Two sources tell of spend on the same days: {_names(twice)}. Is any counted twice?"


def overlaps(spends: Iterable[Spend]) -> set[str]:
    """Return the campaigns that two sources (imports, or somebody's typing) have spend of a day."""
    by_campaign: dict[str, list[Spend]] = defaultdict(list)
    for spend in spends:
        if spend.campaign and spend.amount > 0:
            by_campaign[spend.campaign].append(spend)
    return {name for name, found in by_campaign.items() if _overlap(found)}


def _overlap(found: Sequence[Spend]) -> bool:
    last: dict[object, str] = {}
    for spend in sorted(found, key=lambda each: each.starts):
        told_by = spend.import_id
        if any(ends >= spend.starts for other, ends in last.items() if other != told_by):
            return True
        last[told_by] = max(last.get(told_by, ""), spend.ends)
    return False


def _no_spend(campaigns: Sequence[Earner]) -> Iterator[str]:
    free = [each.name for each in campaigns if each.spend == 0 and each.fees > 0]
    if free:
        have = "has" if len(free) == 1 else "have"
        yield f"No spend is known of {_names(free)}, which {have} no return for that reason."


def _names(names: Sequence[str]) -> str:
    shown = list(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        shown.append(f"{len(names) - MOST_NAMES} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _empty_months(book: Ledger, rows: Sequence[Month]) -> Iterator[str]:
    """Yield the months up to now of which nothing is known, runs of them together."""
    today = day_of(book.now, book.agency.zone)[:7]
    known = [row for row in rows if row.month <= today]
    empty = [
        n
        for n, row in enumerate(known)
        if not (row.spend or row.first_signals or row.invoiced or row.paid or row.fees)
    ]
    if not empty or len(empty) == len(known):
        return
    runs = _runs(empty)
    words = [
        month_words(known[a].month)
        if a == b
        else f"{month_words(known[a].month)} to {month_words(known[b].month)}"
        for a, b in runs
    ]
    yield f"Nothing is known of {_names(words)}: no spend, no signals, no fees."


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    breaks = [b for a, b in pairwise(places) if b != a + 1]
    starts = [places[0], *breaks]
    ends = [a for a, b in pairwise(places) if b != a + 1] + [places[-1]]
    return list(zip(starts, ends, strict=True))
