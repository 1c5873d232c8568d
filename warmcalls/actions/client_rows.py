"""Rows of the list of clients, a page at a time, with what each column shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from warmcalls.actions.client_words import stands_words
from warmcalls.actions.desk import Desk, of_list
from warmcalls.actions.seed import go_on
from warmcalls.actions.todays_list import DEFAULT_CAPACITY, pick_calls
from warmcalls.domain.calls import CallKind
from warmcalls.domain.client_columns import ClientRow, Coverage
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.client_states import STATES
from warmcalls.domain.contact_rules import Standing
from warmcalls.domain.moments import DAY
from warmcalls.domain.warmth import HEAT_HALF_LIFE, decayed, fade
from warmcalls.domain.warmth_lines import daily_lines
from warmcalls.store import (
    client_choices,
    client_lines,
    client_list,
    outcomes,
    signals,
    standing,
    warmth,
)
from warmcalls.store import client_rows as kept
from warmcalls.store.client_columns import Asked
from warmcalls.store.engine import Row

REACH: Final = 90 * DAY
CHUNK: Final = 500  # looking thousands of ids up in one statement grows with their square
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Listed:
    """Today's list as the table of clients needs it, made once a refresh.

    Attributes:
        places: client to rank and kind of those on it.
        capacity: how many calls it holds.
    """

    places: Mapping[int, tuple[int, CallKind]] = field(default_factory=dict)
    capacity: int = DEFAULT_CAPACITY

    def of(self, *kinds: CallKind) -> list[int]:
        """Return who is on it for some reasons."""
        return [client_id for client_id, (_, kind) in self.places.items() if kind in kinds]


def listed(desk: Desk) -> Listed:
    """Return today's list of a recruiter; others see the whole agency's."""
    desk = of_list(desk)
    capacity = desk.person.capacity if desk.person else DEFAULT_CAPACITY
    done = len(outcomes.of_day(desk.db, desk.day, desk.person_id))
    picks = pick_calls(desk, max(capacity - done, 0), capacity)
    places = {pick.client_id: (rank, pick.kind) for rank, pick in enumerate(picks, 1)}
    return Listed(places, capacity)


def asked(desk: Desk, on: Listed | None = None) -> Asked:
    """Return what a question to the list is asked with.

    Args:
        desk: who asks, and when.
        on: today's list, where the question is about it.
    """
    on = on or Listed()
    faded = fade(desk.now, desk.agency.landmark, np.array(HEAT_HALF_LIFE))
    return Asked(
        desk.now,
        desk.agency.zone,
        float(faded),
        client_choices.owners(desk.db),
        promised=on.of(CallKind.CALLBACK),
        today=on.of(CallKind.WARM, CallKind.SAMPLE),
        tests=on.of(CallKind.TEST),
    )


def client_rows(
    desk: Desk, ids: Sequence[int], listed: Listed, *, step: Step = go_on
) -> list[ClientRow]:
    """Return some clients as rows, in the order asked for; those that are gone are left out.

    Args:
        desk: who asks, and when.
        ids: of the clients, any number of them.
        listed: today's list.
        step: called with clients done and in all; may raise `CancelledError`.

    Raises:
        CancelledError: from `step`.
    """
    rows: list[ClientRow] = []
    for start in range(0, len(ids), CHUNK):
        step(start, len(ids))
        rows += _rows(desk, ids[start : start + CHUNK], listed)
    return rows


def _rows(desk: Desk, ids: Sequence[int], listed: Listed) -> list[ClientRow]:
    """Return as many clients as one statement can look up."""
    db, found = desk.db, kept.rows(desk.db, ids)
    there = [client_id for client_id in ids if client_id in found]
    if not there:
        return []
    facts = _Facts(
        standing.of_clients(db, there),
        client_list.states(db, there, asked(desk, listed)),
        warmth.people_this_week(db, there, desk.now),
        _lines(desk, there),
        client_lines.first_contacts(db, there),
        client_lines.first_numbers(db, there),
        kept.doubles(db, there),
    )
    return [_row(desk, found[client_id], facts, listed) for client_id in there]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is looked up for all rows at once, by client."""

    standing: Mapping[int, Standing]
    states: Mapping[int, int]
    people: Mapping[int, int]
    lines: Mapping[int, tuple[float, ...]]
    contacts: Mapping[int, str]
    numbers: Mapping[int, str]
    doubles: set[int]


def _row(desk: Desk, row: Row, facts: _Facts, listed: Listed) -> ClientRow:
    client_id, seen = row["id"], row["seen_at"]
    state = STATES[facts.states.get(client_id, len(STATES) - 1)]
    stands = facts.standing.get(client_id)
    return ClientRow(
        id=client_id,
        name=row["name"],
        tier=row["tier"],
        sector=row["sector"],
        town=row["town"],
        owner_id=row["owner_id"],
        owner=row["owner"],
        staff=row["staff"],
        fee=row["expected_fee"],
        website=row["website"],
        company_number=row["company_number"],
        since=row["since"],
        tags=tags_of(row["tags"]),
        notes=row["notes"],
        excluded=row["excluded"],
        contacts=row["contacts"],
        contact=facts.contacts.get(client_id, ""),
        phone=facts.numbers.get(client_id, ""),
        coverage=Coverage(
            contact=row["contacts"] > 0,
            number=row["has_number"] > 0,
            identifier=row["identifiers"] > 0,
            reached=seen >= desk.now - REACH,
        ),
        people=facts.people.get(client_id, 0),
        warmth=facts.lines.get(client_id, ()),
        seen_at=seen or None,
        spoke_at=row["spoke_at"],
        stands=stands_words(state, stands, listed.capacity, desk.now, desk.agency.zone),
        fit=round(100 * row["fit"]) or None,
        is_duplicate=client_id in facts.doubles,
    )


def _lines(desk: Desk, ids: Sequence[int]) -> dict[int, tuple[float, ...]]:
    """Return the warmth of the last 30 days of those who have any."""
    known, agency = warmth.some(desk.db, ids), desk.agency
    warm = [i for i, at in enumerate(known.last_at) if at > 0]
    if not warm:
        return {}
    there = [int(known.ids[i]) for i in warm]
    days = signals.by_day(desk.db, there, desk.now)
    counts = decayed(known.stored[warm], desk.now, agency.landmark, agency.worth)
    lines = daily_lines(counts, np.stack([days[i] for i in there]), agency.worth)
    return {i: tuple(line) for i, line in zip(there, lines.tolist(), strict=True)}
