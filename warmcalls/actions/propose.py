"""Propose calls: turn ranked clients into warm calls with reasons, opener and contact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.actions.contact_to_ask import best_contact, best_phone
from warmcalls.actions.desk import Desk
from warmcalls.actions.opener_of import opener_of
from warmcalls.actions.reached_last import with_campaigns
from warmcalls.actions.reasons_of import Grounds, reasons_of
from warmcalls.actions.why_ring import Seat, why_ring, without_the_lesser
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.clients import Client
from warmcalls.domain.features import FEATURES, Clients, Floats
from warmcalls.domain.moments import DAY, day_of, local
from warmcalls.domain.reasons import reason
from warmcalls.domain.scores import Scores, score
from warmcalls.domain.warmth import daily_warmth, warmth
from warmcalls.store import calls, clients, samples, signals, spoken, standing
from warmcalls.store import warmth as counters
from warmcalls.store.engine import Reader

INTEREST_WINDOW: Final = 90 * DAY


@dataclass(frozen=True, slots=True)
class Pick:
    """A client chosen for the list, before it is described."""

    client_id: int
    kind: CallKind
    promised_at: int | None = None
    test_chance: float | None = None
    sample_of: str = ""


def propose_one(desk: Desk, client_id: int) -> WarmCall:
    """Return one client as a call, whether or not it would be on the list."""
    stands = standing.of_client(desk.db, client_id)
    if stands and stands.callback_at:
        return describe(desk, [Pick(client_id, CallKind.CALLBACK, stands.callback_at)])[0]
    campaign = samples.campaign_of(desk.db, client_id, desk.now)
    kind = CallKind.SAMPLE if campaign else CallKind.WARM
    return describe(desk, [Pick(client_id, kind, sample_of=campaign)])[0]


def describe(desk: Desk, picks: Sequence[Pick]) -> list[WarmCall]:
    """Return picked clients as warm calls, in their order, ranks from 1."""
    ids = [pick.client_id for pick in picks]
    if not ids:
        return []
    db, now = desk.db, desk.now
    known, campaigns = with_campaigns(desk, with_people(db, counters.some(db, ids), now))
    scores = score(known, now, desk.agency, desk.learned)
    facts = _Facts(
        known,
        scores,
        {int(client_id): i for i, client_id in enumerate(known.ids)},
        clients.by_ids(db, ids),
        calls.interested_contacts(db, ids, now - INTEREST_WINDOW, now),
        spoken.with_contacts(db, ids, now),
        calls.promised_to(db, ids),
        signals.by_day(db, ids, now),
        reasons_of(desk, known, scores),
        campaigns,
    )
    return [_warm_call(desk, rank, pick, facts) for rank, pick in enumerate(picks, 1)]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is looked up for all picks at once."""

    known: Clients
    scores: Scores
    place: Mapping[int, int]
    clients: Mapping[int, Client]
    interested: Mapping[int, Mapping[int, int]]
    spoken: Mapping[int, Mapping[int, int]]
    promised: Mapping[int, int]
    by_day: Mapping[int, Floats]
    grounds: Mapping[int, Grounds]
    campaigns: Mapping[int, int]


def _warm_call(desk: Desk, rank: int, pick: Pick, facts: _Facts) -> WarmCall:
    client, scores = facts.clients[pick.client_id], facts.scores
    at, agency = facts.place[client.id], desk.agency
    seat = Seat(client, facts.known, at, scores.pull[at], scores.counts[at])
    grounds = without_the_lesser(seat, facts.grounds.get(client.id, []))
    spoke = facts.spoken.get(client.id, {})
    last_spoke = max(spoke.values(), default=None)
    promised_to = facts.promised.get(client.id) if pick.kind is CallKind.CALLBACK else None
    contact = best_contact(client, facts.interested.get(client.id, {}), promised_to)
    line = daily_warmth(scores.counts[at], facts.by_day[client.id], agency.worth)
    chance = float(scores.chance[at])
    return WarmCall(
        rank=rank,
        kind=pick.kind,
        client_id=client.id,
        client=client.name,
        tier=client.tier.value if client.tier else "",
        contact=contact,
        phone=best_phone(client, contact),
        chance=chance,
        answer_chance=float(scores.answer_chance[at]),
        value=round(chance * float(facts.known.fee[at])),
        warmth=warmth(scores.counts[at], agency.worth),
        why=why_ring(desk, seat, grounds, first=_first(desk, pick), last_spoke=last_spoke),
        opener=opener_of(
            desk,
            client,
            contact,
            kind=pick.kind,
            strongest=grounds[0][0] if grounds else None,
            last_spoke=last_spoke,
            is_theirs=contact is not None and spoke.get(contact.id) == last_spoke,
            was_placed=facts.known.placed[at] > 0.0,
            promised_at=pick.promised_at,
        ),
        reasons=tuple(reason(counted, lost, desk.now, agency.zone) for counted, lost in grounds),
        sparkline=tuple(float(v) for v in line),
        features={name: float(v) for name, v in zip(FEATURES, scores.x[at], strict=True) if v},
        log_odds=float(scores.log_odds[at]),
        worth_chance=float(scores.worth_chance[at]),
        campaign_id=facts.campaigns.get(client.id),
        test_chance=pick.test_chance,
        promised_at=pick.promised_at,
        sample_of=pick.sample_of,
        best_time=desk.learned.answers.hours.best_time,
    )


def with_people(db: Reader, known: Clients, now: int) -> Clients:
    """Return the same clients with the people who showed interest this week counted."""
    ids = [int(i) for i in known.ids]
    people = counters.people_this_week(db, ids, now)
    known.people[:] = [people.get(i, 1) for i in ids]
    return known


def _first(desk: Desk, pick: Pick) -> str:
    """Return what comes before the reasons: the promise, or what the call is for."""
    zone = desk.agency.zone
    if pick.kind is CallKind.TEST:
        return "Drawn at random to test the ranking; your outcome teaches it."
    if pick.kind is CallKind.SAMPLE:
        return f"Sample for {pick.sample_of}: your outcome tells what it brings."
    if pick.promised_at is None:
        return ""
    then = local(pick.promised_at, zone)
    today = day_of(pick.promised_at, zone) == desk.day
    day = "" if today else f" on {then:%A} {then.day} {then:%B}"
    return f"You promised a call{day} at {then:%H:%M}."
