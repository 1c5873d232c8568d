"""The panel of a client: everything that is known of it, read at once."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Final

from warmcalls.actions.call_card import call_card
from warmcalls.actions.desk import Desk
from warmcalls.domain.calls import Happening, HappeningKind
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.client_panel import (
    ClientPanel,
    ContactLine,
    IdentifierLine,
    MoneyLine,
    NumberLine,
    brief_line,
    contact_line,
    facts_of,
    fee_line,
    identifier_text,
    number_line,
)
from warmcalls.domain.clients import Client, Phone
from warmcalls.domain.fit import fit
from warmcalls.domain.identities import IdentityKind, name_key
from warmcalls.domain.moments import moment
from warmcalls.domain.placements import STATE_WORDS, FeeRow, Vacancy, VacancyState
from warmcalls.domain.warmth_year import counts_by_day, line_of, made_of
from warmcalls.reports.phones import shown
from warmcalls.store import client_panel as store
from warmcalls.store import objections
from warmcalls.store.engine import Row

FRONT_DESK: Final = "Front desk"
MOST_MONEY: Final = 12
Told = tuple[str, HappeningKind, str, str]


def client_panel(desk: Desk, client_id: int) -> ClientPanel:
    """Return a client with all that the panel shows of it.

    Why it is or is not on today's list is asked for beside it, of `why_not`: that makes the list.

    Raises:
        RefusedError: the client is unknown.
    """
    db, now, agency = desk.db, desk.now, desk.agency
    card = call_card(desk, client_id)
    client, ideal = card.client, agency.ideal
    counts = counts_by_day(store.seen(db, client_id, now), now, agency.worth)
    briefs, money = store.briefs(db, client_id, agency.zone), store.money(db, client_id)
    told = [*_briefs_told(briefs), *_fees_told(money)]
    happened = [_happening(desk, *each) for each in told if each[0] <= desk.day]
    timeline = sorted([*card.timeline, *happened], key=lambda h: -h.at)
    return ClientPanel(
        client=client,
        facts=facts_of(client, agency.currency),
        tags=tags_of(store.tags(db, client_id)),
        warmth=line_of(counts, agency.worth),
        made_of=made_of(counts[-1], store.newest(db, client_id, now), now, agency.worth),
        contacts=_contacts(desk, client),
        identifiers=_identifiers(store.identifiers(db, client_id), client),
        timeline=tuple(timeline),
        money=_money(briefs, money, desk.day),
        fit=fit(client, ideal),
        ideal=ideal,
        candidate_visits=card.candidate_visits,
        fee=card.fee,
        now=now,
    )


def _contacts(desk: Desk, client: Client) -> tuple[ContactLine, ...]:
    """Return everybody and the front desk, those who objected last."""
    phones = [*client.phones, *(phone for c in client.contacts for phone in c.phones)]
    barred = objections.among(desk.db, "phone", [phone.number for phone in phones])

    def lines(numbers: Sequence[Phone]) -> tuple[NumberLine, ...]:
        return tuple(
            number_line(
                each, shown(each.number), desk.now, desk.agency.zone, barred=each.number in barred
            )
            for each in numbers
        )

    people = [contact_line(c, lines(c.phones), desk.now, desk.agency.zone) for c in client.contacts]
    front = [ContactLine(0, FRONT_DESK, numbers=lines(client.phones))] if client.phones else []
    willing = [line for line in people if not line.objected]
    return (*willing, *front, *(line for line in people if line.objected))


def _identifiers(rows: Sequence[Row], client: Client) -> tuple[IdentifierLine, ...]:
    """Return what ties signals to a client, but for its name and its contacts' own addresses."""
    own = (IdentityKind.NAME.value, name_key(client.name))
    return tuple(
        IdentifierLine(
            row["id"],
            IdentityKind(row["kind"]),
            identifier_text(IdentityKind(row["kind"]), row["value"], row["said"]),
            row["contact"],
        )
        for row in rows
        if (row["kind"], row["value"]) != own
        and not (row["kind"] == IdentityKind.EMAIL.value and row["value"] == row["contact_email"])
    )


def _money(briefs: Sequence[Vacancy], money: Sequence[FeeRow], today: str) -> tuple[MoneyLine, ...]:
    """Return the open briefs, then placements and fees, the newest first."""
    open_ones = [brief_line(brief) for brief in briefs if brief.state is VacancyState.OPEN]
    return (*open_ones, *(fee_line(row, today) for row in money[:MOST_MONEY]))


def _happening(desk: Desk, day: str, sort: HappeningKind, text: str, detail: str) -> Happening:
    """Return a line of the timeline for something of which only the day is known."""
    noon = moment(datetime.combine(date.fromisoformat(day), time(12), desk.agency.zone))
    return Happening(min(noon, desk.now), sort, text, detail)


def _briefs_told(briefs: Sequence[Vacancy]) -> Iterator[Told]:
    """Yield what happened with job briefs: the day, the sort, the words."""
    for brief in briefs:
        title = brief.title or "no title"
        yield brief.taken_on, HappeningKind.BRIEF, f"Job brief: {title}", brief.terms
        if brief.closed_on:
            closed = f"Job brief closed: {title}"
            yield brief.closed_on, HappeningKind.BRIEF, closed, STATE_WORDS[brief.state]


def _fees_told(money: Sequence[FeeRow]) -> Iterator[Told]:
    """Yield invoices and credit notes; a placement's own line tells of its fee already."""
    for row in money:
        if row.fee_id and row.invoiced_on and not (row.placement_id and row.kind == "invoice"):
            what = "Credit note" if row.kind == "credit" else "Invoice"
            yield (
                row.invoiced_on,
                HappeningKind.FEE,
                f"{what} {row.number}".strip(),
                row.amount_words,
            )
