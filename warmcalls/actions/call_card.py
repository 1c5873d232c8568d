"""The call card: everything a recruiter sees while ringing a client."""

from collections.abc import Mapping
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.domain.calls import CallCard, Happening, HappeningKind
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, day_of, local
from warmcalls.domain.outcomes import Outcome, Reach
from warmcalls.domain.reasons import VERBS, named
from warmcalls.store import answers, clients, fee_levels, outcomes, people, placements, signals
from warmcalls.store.engine import Row

CANDIDATE_WINDOW: Final = 30 * DAY


def call_card(desk: Desk, client_id: int) -> CallCard:
    """Return a client with its timeline, newest first.

    Raises:
        RefusedError: the client is unknown.
    """
    client = clients.by_id(desk.db, client_id)
    if client is None:
        raise RefusedError("This client is not there any more.")
    seen = _signals(desk, client_id)
    names = {person.id: person.name for person in people.everyone(desk.db)}
    history = outcomes.of_clients(desk.db, [client_id])
    rung = [_call(o, desk, names) for o in history if o.at <= desk.now]
    placed = placements.of_client(desk.db, client_id, desk.agency.zone)
    said = [_answer(row) for row in answers.of_client(desk.db, client_id, desk.now)]
    timeline = sorted([*seen, *rung, *placed, *said], key=lambda h: -h.at)
    since = desk.now - CANDIDATE_WINDOW
    visits = signals.candidate_visits(desk.db, client_id, since, desk.now)
    answered = (o.at for o in history if o.reach is Reach.SPOKE and o.at <= desk.now)
    return CallCard(
        client,
        tuple(timeline),
        visits,
        placed_before=bool(placed),
        fee=fee_levels.of_client(desk.db, client, desk.agency),
        hours=desk.learned.answers.hours,
        answered_at=max(answered, default=None),
    )


def _signals(desk: Desk, client_id: int) -> list[Happening]:
    """Return the newest signals, the same thing by the same person on one day as one line."""
    lines: dict[tuple[object, ...], list[Row]] = {}
    for row in signals.latest(desk.db, client_id, desk.now):
        day = day_of(row["at"], desk.agency.zone)
        lines.setdefault((day, row["kind"], row["subject"], row["person"]), []).append(row)
    return [_line(rows) for rows in lines.values()]


def _line(rows: list[Row]) -> Happening:
    row, kind = rows[0], Kind(rows[0]["kind"])
    what = VERBS[kind].format(subject=named(kind, row["subject"]))
    times = {1: "", 2: "twice"}.get(len(rows), f"{len(rows)} times")
    detail = " · ".join(part for part in (times, row["contact"], row["note"]) if part)
    return Happening(row["at"], HappeningKind.SIGNAL, what[:1].upper() + what[1:], detail, kind)


def _call(outcome: Outcome, desk: Desk, names: Mapping[int, str]) -> Happening:
    mine = outcome.person_id in (None, desk.person_id)
    who = "You" if mine else names.get(outcome.person_id or 0, "A colleague")
    words = outcome.words[:1].lower() + outcome.words[1:]
    then = ""
    if outcome.next_at:
        at = local(outcome.next_at, desk.agency.zone)
        then = f", {at:%a} {at.day} {at:%b} {at:%H:%M}"
    note = f"“{outcome.note}”" if outcome.note else ""
    return Happening(outcome.at, HappeningKind.CALL, f"{who} rang: {words}{then}", note)


def _answer(row: Row) -> Happening:
    """Return what marketing said to the feedback of a call."""
    who, campaign = row["who"] or "Marketing", row["campaign"]
    if not row["text"]:
        what = "settled" if row["settled"] else "opened again"
        text, detail = f"{who} {what} the feedback on {campaign}", ""
    else:
        detail = f"{campaign} · settled" if row["settled"] else campaign
        text = f"{who} answered: “{row['text']}”"
    return Happening(row["at"], HappeningKind.ANSWER, text, detail)
