"""Why not: which rule keeps a client off today's list, or what the ranking lacks."""

from dataclasses import dataclass

from warmcalls.actions.desk import Desk, of_list
from warmcalls.actions.propose import propose_one
from warmcalls.actions.todays_list import WARM_ENOUGH, todays_list
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.chances import chance_words
from warmcalls.domain.clients import Client
from warmcalls.domain.contact_rules import Standing
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import day_name, local
from warmcalls.store import clients, standing


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Whether a client is on today's list, and the sentences that say why or why not.

    Attributes:
        rules: those of `because` that say which rule keeps it off.
        chance: of a call that is worth the time, where it is on the list.
        call: as it is on the list, None where it is off.
    """

    client: str
    on_list: bool
    because: tuple[str, ...]
    client_id: int = 0
    chance: str = ""
    rules: tuple[str, ...] = ()
    call: WarmCall | None = None


def why_not(desk: Desk, client_id: int) -> WhyNot:
    """Return why a client is on or off the list of a desk, as the table of clients says it.

    Raises:
        RefusedError: the client is unknown.
    """
    client = clients.by_id(desk.db, client_id)
    if client is None:
        raise RefusedError("This client is not there any more.")
    whose = "" if of_list(desk) is desk else " on the agency’s list"
    desk = of_list(desk)
    day = todays_list(desk.db, now=desk.now, person=desk.person)
    found = next((call for call in day.calls if call.client_id == client_id), None)
    if found:
        return WhyNot(
            client.name,
            on_list=True,
            because=(f"Number {found.rank}{whose}: {found.why}",),
            client_id=client_id,
            chance="" if found.kind is CallKind.TEST else chance_words(found.chance),
            call=found,
        )
    rules = tuple(_rules(desk, client))
    if rules:
        return WhyNot(client.name, on_list=False, because=rules, client_id=client_id, rules=rules)
    last = next((c for c in reversed(day.calls) if c.kind is CallKind.WARM), None)
    return WhyNot(
        client.name, on_list=False, because=tuple(_lacks(desk, client, last)), client_id=client_id
    )


def _rules(desk: Desk, client: Client) -> list[str]:
    """Return the rules that keep a client off, in words."""
    stands = standing.of_client(desk.db, client.id)
    if stands is None:
        return []
    if stands.blocked == "objected":
        return ["They objected to calls: never ring them."]
    if stands.blocked:
        return [f"It is kept off every list: {stands.blocked}."]
    said = _waits(desk, stands)
    if desk.person_id and client.owner_id and client.owner_id != desk.person_id:
        said.append(f"{client.owner} looks after it.")
    return said


def _waits(desk: Desk, stands: Standing) -> list[str]:
    """Return until when a client waits, and for what."""
    zone = desk.agency.zone
    mine = stands.callback_by in (None, desk.person_id) or desk.person_id is None
    if stands.callback_at and not mine:
        return ["A colleague promised them a call."]
    if stands.callback_at and stands.callback_at > desk.now:
        then = local(stands.callback_at, zone)
        day = day_name(stands.callback_at, zone)
        return [f"A call is promised for {day} at {then:%H:%M}."]
    if stands.ready_at > desk.now:
        return [f"It rests until {day_name(stands.ready_at, zone)}: {stands.rest}."]
    return []


def _lacks(desk: Desk, client: Client, last: WarmCall | None) -> list[str]:
    """Return what the ranking lacks, in words."""
    call = propose_one(desk, client.id)
    if not call.reasons:
        return ["Nothing was seen of them: no visit, click, download or meeting that counts."]
    said = [f"What we know: {call.why}"]
    if last is None and call.warmth >= WARM_ENOUGH:
        said.append("It is warm, but today’s list is full without it.")
    elif last is None or call.warmth < WARM_ENOUGH:
        said.append("That is too little, or too long ago, to call it warm.")
    else:
        chance, pounds = chance_words(call.chance), f"£{call.value // 100:,}"
        said.append(
            f"A call is worth the time {chance}, or {pounds} expected; "
            f"the last on today’s list is worth £{last.value // 100:,}."
        )
    return said
