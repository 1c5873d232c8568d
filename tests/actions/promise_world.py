"""Calls with a promise and an outcome, written down as the app keeps them."""

import itertools
import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from tests.agency import Agency
from warmcalls.domain.calls import CallKind, WarmCall
from warmcalls.domain.moments import moment
from warmcalls.domain.outcomes import Outcome, Reach, Result, Why
from warmcalls.store import calls
from warmcalls.store.engine import Writer

LAST = datetime(2026, 3, 2, 10, tzinfo=UTC)
KEYS = itertools.count()


@dataclass(frozen=True)
class Made:
    """One call: what was promised of it and what came."""

    client_id: int
    chance: float
    answer_chance: float = 0.4
    kind: CallKind = CallKind.WARM
    reach: Reach = Reach.SPOKE
    result: Result | None = Result.NOT_INTERESTED
    worth: bool | None = False
    why: Why | None = None
    days_ago: float = 0.0
    test_chance: float | None = None

    @property
    def outcome(self) -> Outcome:
        at = moment(LAST - timedelta(days=self.days_ago))
        return Outcome(
            key=f"promise-{next(KEYS)}",
            client_id=self.client_id,
            at=at,
            reach=self.reach,
            result=self.result if self.reach is Reach.SPOKE else None,
            worth=self.worth,
            why=self.why,
        )


def keep(db: Writer, made: Iterable[Made]) -> None:
    """Write calls and outcomes down; nothing is learnt from them."""
    with db.atomic():
        for each in made:
            outcome = each.outcome
            day = (LAST - timedelta(days=each.days_ago)).date().isoformat()
            shown = WarmCall(
                1, each.kind, each.client_id, "", "", None, None, each.chance,
                each.answer_chance, 0, 0.0, "", "", test_chance=each.test_chance,
            )  # fmt: skip
            row = calls.row_of(
                shown, key=f"call-{outcome.key}", now=outcome.at, day=day, person_id=None
            )
            kept = {
                "key": outcome.key,
                "call_id": db.insert("call", row),
                "client_id": each.client_id,
                "at": outcome.at,
                "day": day,
                "reach": outcome.reach.value,
                "result": outcome.result.value if outcome.result else "",
                "worth": None if outcome.worth is None else int(outcome.worth),
                "why": outcome.why.value if outcome.why else "",
            }
            db.insert("outcome", kept)


def year(agency: Agency, seed: int, *, warm: int = 1600, tests: int = 160) -> None:
    """Write a year's calls of a list that keeps its word, and test calls that went a third as well.

    Every promise is kept on average: what came of a call is drawn with the chance promised of it.
    """
    lot = random.Random(seed)
    long = "Llanfairpwllgwyngyll and Sons Specialist Engineering Recruitment Holdings (Europe)"
    names = ["Northmoor Logistics", "Fernhill Care", "Ashdown Foods", long]
    clients = [agency.client(f"{name} {n}" if n else name) for n in range(8) for name in names]
    made = [_drawn(lot, lot.choice(clients), CallKind.WARM) for _ in range(warm)]
    made += [_drawn(lot, lot.choice(clients), CallKind.TEST) for _ in range(tests)]
    made += [_drawn(lot, lot.choice(clients), CallKind.CALLBACK) for _ in range(warm // 40)]
    refused = Made(clients[0], 0.1, reach=Reach.REJECTED, worth=False, why=Why.CANDIDATE)
    keep(agency.db, [*made, refused])


def _drawn(lot: random.Random, client_id: int, kind: CallKind) -> Made:
    test = kind is CallKind.TEST
    answer = lot.uniform(0.2, 0.5)
    worth = min(lot.betavariate(1.2, 6.0), 0.9) * (0.3 if test else 1.0)
    spoke = lot.random() < answer
    good = spoke and lot.random() < worth
    return Made(
        client_id,
        answer * worth,
        answer,
        kind,
        Reach.SPOKE if spoke else lot.choice((Reach.NO_ANSWER, Reach.VOICEMAIL)),
        Result.MEETING if good else Result.NO_NEED,
        good if spoke else None,
        Why.NO_NEED if spoke and not good else None,
        lot.uniform(0, 330),
        0.01 if test else None,
    )
