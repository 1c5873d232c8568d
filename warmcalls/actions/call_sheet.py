"""The call sheet: today's list, or chosen clients, as it goes on paper."""

from collections.abc import Callable, Sequence
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.actions.propose import Pick, describe
from warmcalls.actions.todays_list import todays_list
from warmcalls.domain.call_sheets import CallSheet, SheetCall, SheetNumber
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.chances import chance_words
from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import Standing, may_ring, screened
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_name, local, long_day_name
from warmcalls.store import clients, standing

MOST: Final = 300
TOO_MANY: Final = f"A call sheet holds at most {MOST} clients: choose fewer."
NUMBERS: Final = 2  # of one client
CHUNK: Final = 50
Step = Callable[[int, int], None]


def go_on(done: int, total: int) -> None:
    """Take no notice of progress."""


def todays_sheet(desk: Desk) -> CallSheet:
    """Return the call sheet of today's list of a desk.

    Raises:
        RefusedError: there is nobody to ring.
    """
    calls = todays_list(desk.db, now=desk.now, person=desk.person).calls
    if not calls:
        raise RefusedError("Nobody is on today’s list: there is nothing to print.")
    whose = f"{desk.person.name}’s calls" if desk.person else "Today’s calls"
    return _sheet(desk, whose, _lines(desk, calls, {}))


def call_sheet(desk: Desk, ids: Sequence[int], *, step: Step = go_on) -> CallSheet:
    """Return the call sheet of chosen clients, in their order.

    Who objected or is kept off every list is left out, and that is said.

    Raises:
        RefusedError: none of them may be rung, or they are too many for paper.
        CancelledError: from `step`.
    """
    if len(ids) > MOST:
        raise RefusedError(TOO_MANY)
    stands = standing.of_clients(desk.db, ids)
    wanted = [i for i in ids if i in stands and not stands[i].blocked]
    left_out = _left_out([stands[i].blocked for i in ids if i in stands and stands[i].blocked])
    if not wanted:
        why = left_out[0] if left_out else "No client is chosen."
        raise RefusedError(f"There is nobody to ring: {why[:1].lower()}{why[1:]}")
    calls: list[WarmCall] = []
    for start in range(0, len(wanted), CHUNK):
        step(start, len(wanted))
        calls += describe(desk, [_pick(i, stands[i]) for i in wanted[start : start + CHUNK]])
    return _sheet(desk, "Chosen clients", _lines(desk, calls, stands), left_out)


def _pick(client_id: int, stands: Standing) -> Pick:
    if stands.callback_at:
        return Pick(client_id, CallKind.CALLBACK, stands.callback_at)
    return Pick(client_id, CallKind.WARM)


def _left_out(blocked: Sequence[str]) -> tuple[str, ...]:
    """Return sentences on those who must not be rung."""
    objected = blocked.count("objected")
    counts = {"objected to calls": objected, "kept off every list": len(blocked) - objected}
    return tuple(
        f"{n} {'client' if n == 1 else 'clients'} left out: {why}."
        for why, n in counts.items()
        if n
    )


def _sheet(
    desk: Desk, title: str, calls: tuple[SheetCall, ...], left_out: tuple[str, ...] = ()
) -> CallSheet:
    year = local(desk.now, desk.agency.zone).year
    day = f"{long_day_name(desk.now, desk.agency.zone)} {year}"
    return CallSheet(desk.agency.agency, title, day, calls, left_out)


def _lines(
    desk: Desk, calls: Sequence[WarmCall], stands: dict[int, Standing]
) -> tuple[SheetCall, ...]:
    known = clients.by_ids(desk.db, [call.client_id for call in calls])
    return tuple(
        SheetCall(
            place,
            call.client,
            call.tier,
            "" if call.kind is CallKind.TEST else chance_words(call.chance),
            call.contact.name if call.contact else "",
            call.contact.role if call.contact else "",
            _numbers(desk, known[call.client_id], call),
            call.why,
            call.opener,
            _waits(desk, stands.get(call.client_id)),
        )
        for place, call in enumerate(calls, 1)
    )


def _numbers(desk: Desk, client: Client, call: WarmCall) -> tuple[SheetNumber, ...]:
    """Return the contact's first number and the client's, never one that is barred."""
    own = call.contact.phones if call.contact else ()
    direct = [(phone, phone.label) for phone in own if may_ring(phone)]
    desks = [(phone, phone.label or "switchboard") for phone in client.phones if may_ring(phone)]
    found = [*direct[: NUMBERS - bool(desks)], *desks][:NUMBERS]
    return tuple(
        SheetNumber(phone.number, label, screened(phone, desk.now)) for phone, label in found
    )


def _waits(desk: Desk, stands: Standing | None) -> str:
    if stands is None or stands.ready_at <= desk.now or stands.callback_at:
        return ""
    return f"It rests until {day_name(stands.ready_at, desk.agency.zone)}: {stands.rest}."
