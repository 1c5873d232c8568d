"""The rows behind a figure of the Results page: fees with who gets what, and spend."""

from dataclasses import replace

import numpy as np

from warmcalls.actions.credits import Book, lines
from warmcalls.actions.ledger import Ledger, ledger
from warmcalls.domain.behind import Behind, By, FeeLine, Rows, SpendLine
from warmcalls.domain.credit import Credit
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.fees import Fee
from warmcalls.domain.money import amount_words
from warmcalls.domain.paths import Bools
from warmcalls.domain.periods import Period, month_period
from warmcalls.domain.results import Asked
from warmcalls.store import fees
from warmcalls.store.engine import Reader

WAITS = "{money} waits for an exchange rate."
EARLY = "Came before the first signal of its client."
OUTSIDE = "No campaign reached the client in the year before."


def fees_behind(db: Reader, asked: Asked, behind: Behind, *, now: int) -> list[FeeLine]:
    """Return the fees behind a figure, newest invoice first; what they are credited with adds up.

    Args:
        db: a reader.
        asked: what the page was asked for.
        behind: which of it: months, campaign, channel.
        now: UTC microseconds.

    Raises:
        RefusedError: the period, a month or the campaign cannot be.
    """
    book = ledger(db, _narrowed(asked, behind), now=now)
    counted = _counted(book, behind)
    kept = book.kept.only(counted)
    found = with_names(db, kept, book.credits[asked.model].of_fees(counted), book)
    return sorted(found, key=lambda line: (line.invoiced_on, line.fee_id), reverse=True)


def _narrowed(asked: Asked, behind: Behind) -> Asked:
    return replace(
        asked,
        channel=behind.channel or asked.channel,
        campaign_id=behind.campaign_id or asked.campaign_id,
    )


def _counted(book: Ledger, behind: Behind) -> Bools:
    """Tell which fees of a ledger stand behind a figure."""
    months = _months(book.period, behind)
    counted = book.kept.within(book.period, behind.by, book.agency)
    counted &= book.kept.within(months, behind.by, book.agency)
    if behind.credited:
        counted &= book.share > 0
    if behind.by is By.FIRST_SIGNAL and behind.credited:
        counted &= book.cohort
    if behind.until:
        last = month_period(behind.until).last
        counted &= np.array([fee.day <= last for fee in book.kept.fees], dtype=np.bool_)
    return counted


def _months(period: Period, behind: Behind) -> Period:
    return Period(
        month_period(behind.first).first if behind.first else period.first,
        month_period(behind.last or behind.first).last if behind.first else period.last,
    )


def with_names(db: Reader, kept: Book, credit: Credit, book: Ledger) -> list[FeeLine]:
    """Return fees as rows with who rang and what each campaign gets, most credited first."""
    rang = fees.who_rang(db, ((fee.client_id, fee.day) for fee in kept.fees))
    names = {campaign.id: campaign.name for campaign in book.campaigns.values()}
    found = []
    rows = zip(kept.fees, lines(kept), credit.by_fee(len(kept.fees)), strict=True)
    for place, (fee, line, parts) in enumerate(rows):
        ordered = sorted(parts.items(), key=lambda part: (-abs(part[1]), names[part[0]]))
        found.append(
            replace(
                line,
                by=rang.get((fee.client_id, fee.day), ""),
                credits=tuple((names[campaign], amount) for campaign, amount in ordered),
                note=" ".join(filter(None, (_note(kept, place, fee), fee.note))),
            )
        )
    return found


def _note(kept: Book, place: int, fee: Fee) -> str:
    if kept.waiting[place]:
        return WAITS.format(money=amount_words(fee.amount, fee.currency))
    if kept.early[place]:
        return EARLY
    return "" if kept.marketing[place] else OUTSIDE


def spend_behind(db: Reader, asked: Asked, behind: Behind, *, now: int) -> list[SpendLine]:
    """Return the spend behind a figure, oldest first: of each row the part of the days asked for.

    Raises:
        RefusedError: the period, a month or the campaign cannot be.
    """
    if behind.rows is not Rows.SPEND:
        raise RefusedError("These are no rows of spend.")
    book = ledger(db, _narrowed(asked, behind), now=now)
    months = _months(book.period, behind)
    period = Period(max(months.first, book.period.first), min(months.last, book.period.last))
    found = []
    for spend, amount in book.spends:
        if spend.starts > period.last or max(spend.ends, spend.starts) < period.first:
            continue
        part = 0 if amount is None else spend.within(period, amount)
        notes = [spend.note]
        if amount is None:
            notes.append(WAITS.format(money=amount_words(spend.amount, spend.currency)))
        elif part != amount:
            notes.append(f"Part of {amount_words(amount, book.agency.currency)}.")
        found.append(
            SpendLine(
                spend.id, spend.campaign, spend.channel, spend.starts, spend.ends, part,
                " ".join(filter(None, notes)), spend.source,
            )
        )  # fmt: skip
    return found
