"""Explain: what the ranking makes of one client, on or off today's list, part by part."""

from dataclasses import dataclass, replace
from typing import Final

from warmcalls.actions.desk import Desk, of_list
from warmcalls.actions.propose import propose_one, with_people
from warmcalls.actions.reached_last import with_campaigns
from warmcalls.actions.why_not import WhyNot, why_not
from warmcalls.domain.calls import WarmCall
from warmcalls.domain.doubts import doubts
from warmcalls.domain.feature_words import feature_words
from warmcalls.domain.features import FEATURES, Floats, prior_of
from warmcalls.domain.kinds import KINDS, Kind
from warmcalls.domain.learned import Learned
from warmcalls.domain.moments import DAY
from warmcalls.domain.points import in_points, step_of
from warmcalls.domain.scores import score
from warmcalls.store import signals, warmth
from warmcalls.store.standing import of_client

NOTHING: Final = 1e-9  # log-odds
WEEK: Final = 7
STRONG: Final = 4.0  # half-lives
TRACE: Final = 12.0
SIGNALS: Final = frozenset(kind.value for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Part:
    """What one thing adds to the log-odds of a call that is worth the time.

    Attributes:
        name: as `FEATURES` or `DOUBTS` spell it; words: in plain English.
        value: where the feature stands for this client, in steps; 1 for a doubt.
        default, learned: points for one step of it; 20 double the odds. A doubt has no default.
        adds: value times learned, below 0 for what it takes off.
        count: of a signal, how many still weigh; of several people or calls in a row, how many.
        since: moment of the first signal counted, UTC microseconds; 0 where no signal is.
    """

    name: str
    words: str
    value: float
    default: float
    learned: float
    adds: float
    count: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """What is known of one client today, and what the ranking makes of it.

    Attributes:
        call: as it is proposed, or would be, with its reasons.
        standing: whether it is on the list, with the rules that keep it off.
        base_points: what everybody starts with, before anything is known; 0 is even odds.
        parts: what adds or takes off most comes first; with the base they are the chance of worth
            the time, once answered.
        fee: what a placement there is worth, minor units.
        outcomes: conversations that the list learnt from.
    """

    call: WarmCall
    standing: WhyNot
    base_points: float
    parts: tuple[Part, ...]
    fee: int
    outcomes: int

    @property
    def rank(self) -> int | None:
        """Its number on the list, None where it is off."""
        return self.call.rank if self.standing.on_list else None


def explain(desk: Desk, client_id: int) -> Explained:
    """Return what the ranking makes of a client now.

    Raises:
        RefusedError: the client is unknown.
    """
    standing = why_not(desk, client_id)
    desk = of_list(desk)
    known = with_people(desk.db, warmth.some(desk.db, [client_id]), desk.now)
    known, _ = with_campaigns(desk, known)
    scores = score(known, desk.now, desk.agency, desk.learned)
    model = desk.learned.model
    return Explained(
        call=standing.call or _proposed(desk, client_id),
        standing=standing,
        base_points=in_points(model.intercept),
        parts=tuple(
            _counted(desk, client_id, int(known.people[0]), part)
            for part in _parts(desk.learned, prior_of(desk.agency).mean, scores.x)
        ),
        fee=round(float(known.fee[0])),
        outcomes=model.outcomes,
    )


def _proposed(desk: Desk, client_id: int) -> WarmCall:
    """Return a client as a call; what must never be made has no first line."""
    call, stands = propose_one(desk, client_id), of_client(desk.db, client_id)
    return replace(call, opener="") if stands and stands.blocked else call


def _parts(taught: Learned, default: Floats, x: Floats) -> tuple[Part, ...]:
    """Return a part for every feature that says something of this client, and for each doubt."""
    found = []
    for words, name, taken in doubts(taught, x):
        if abs(taken) > NOTHING:
            points = in_points(taken)
            found.append(Part(name, words, 1.0, 0.0, points, points))
    weights = taught.model.weights
    for name, value, usual, learned in zip(FEATURES, x[0], default, weights, strict=True):
        adds = float(value * learned)
        if abs(adds) > NOTHING:
            units = 1.0 if name in SIGNALS else step_of(name).units
            found.append(
                Part(
                    name,
                    feature_words(name, float(value)),
                    float(value) / units,
                    in_points(float(usual) * units),
                    in_points(float(learned) * units),
                    in_points(adds),
                )
            )
    return tuple(sorted(found, key=lambda part: (-abs(part.adds), part.name)))


def _counted(desk: Desk, client_id: int, people: int, part: Part) -> Part:
    """Return a part with what it counts; signals are counted while a trace of them is left."""
    if part.name not in SIGNALS:
        counts = {"people": people, "unanswered": round(part.value)}
        return replace(part, count=counts.get(part.name, 0))
    kind = Kind(part.name)
    days = max(desk.agency.worth[kind].half_life_days, WEEK)
    for half_lives in (STRONG, TRACE):
        since = max(desk.now - round(half_lives * days * DAY), 0)
        found = signals.counted(desk.db, client_id, kind, since, desk.now)
        if found:
            return replace(part, count=found.count, since=found.since)
    return part
