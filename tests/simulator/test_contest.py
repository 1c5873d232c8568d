"""The contest: luck is the same for all, the contact rules hold, and ours beats those it must."""

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from warmcalls.domain.features import FEATURES, features
from warmcalls.domain.learned import learn
from warmcalls.domain.settings import Settings
from warmcalls.simulator.calls import CallBook, Made
from warmcalls.simulator.contest import Contestant, Played, Size, play
from warmcalls.simulator.line_up import OURS, line_up, per_hundred
from warmcalls.simulator.policies.bayes import NaiveBayes
from warmcalls.simulator.policies.ours import Ours
from warmcalls.simulator.policies.plain import Chance, MostRecent, Oracle
from warmcalls.simulator.policies.policy import Morning, Policy, Ranked
from warmcalls.simulator.world import World

SETTINGS = Settings()
SMALL = Size(clients=300, days=20, calls_a_day=10)


def morning(world: World) -> Morning:
    known = world.clients()
    return Morning(known, world.campaigns, world.counters.totals, world.now, world.luck.tie, world)


def same(one: Played, other: Played) -> None:
    for name in ("worth", "chance", "truth", "tests", "due", "fees", "when"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))


def test_who_else_calls_makes_no_difference() -> None:
    alone = play(11, [Contestant(Ours(SETTINGS))], SMALL, SETTINGS)
    policies: list[Policy] = [
        Chance(), MostRecent(), NaiveBayes(SETTINGS), Ours(SETTINGS), Oracle(),
    ]  # fmt: skip
    together = play(11, [Contestant(policy) for policy in policies], SMALL, SETTINGS)
    same(alone[OURS], together[OURS])


def test_what_a_call_comes_to_hangs_on_the_client_and_the_day_alone() -> None:
    world = World(3, 500, SETTINGS)
    for _ in range(50):
        world.advance()
    one, other = CallBook(500), CallBook(500)
    first = one.ring(world, np.arange(0, 300))
    second = other.ring(world, np.arange(299, 99, -1))
    answered = dict(zip(first.clients.tolist(), first.answered.tolist(), strict=True))
    worth = dict(zip(first.clients.tolist(), first.worth.tolist(), strict=True))
    for client, said, good in zip(second.clients, second.answered, second.worth, strict=True):
        assert answered[int(client)] == said
        assert worth[int(client)] == good


class Stubborn:
    """Wants the same clients every day."""

    name = "stubborn"

    def __init__(self) -> None:
        self.made: list[tuple[int, int]] = []

    def rank(self, morning: Morning) -> Ranked:
        return Ranked(-morning.clients.ids.astype(float))

    def learn(self, book: CallBook) -> None:
        pass


def test_contact_rules_hold_on_every_day() -> None:
    world, book = World(5, 30, SETTINGS), CallBook(30)
    calls: dict[int, list[tuple[int, bool, bool]]] = {i: [] for i in range(30)}
    for _ in range(150):
        world.advance()
        ready = np.flatnonzero(book.ready <= world.day)
        made: Made = book.ring(world, ready)
        for client, answered, worth in zip(made.clients, made.answered, made.worth, strict=True):
            calls[int(client)].append((world.day, bool(answered), bool(worth)))
    assert sum(len(each) for each in calls.values()) > 300
    for made_to in calls.values():
        unanswered = 0
        for (day, answered, worth), (again, _, _) in pairwise(made_to):
            unanswered = 0 if answered else unanswered + 1
            rest = 45 if worth else 30 if answered else 7 if unanswered >= 3 else 3
            assert again - day >= rest
        days = [day for day, _, _ in made_to]
        for start, end in zip(days, days[5:], strict=False):
            assert end - start >= 30


def test_the_book_teaches_what_came_of_answered_calls() -> None:
    world, book = World(5, 200, SETTINGS), CallBook(200)
    for _ in range(30):
        world.advance()
    answered = 0
    for _ in range(10):
        world.advance()
        who = np.flatnonzero(book.ready <= world.day)[:20]
        x = features(book.known(world.clients()), world.now, SETTINGS)
        made = book.ring(world, who)
        book.keep(world, made, x[who], np.zeros(len(who)))
        answered += int(made.answered.sum())
    lessons = book.lessons
    assert len(lessons.labels) == answered == lessons.answered == book.answered.sum()
    assert lessons.attempts == 200
    assert lessons.labels.sum() == (book.worth_at > 0).sum()
    assert lessons.features.shape == (answered, len(FEATURES))
    assert (np.diff(lessons.at) >= 0).all()
    assert len(book.every[2]) == 200
    assert not len(CallBook(5).lessons.labels)


def test_test_calls_are_a_share_drawn_without_looking_at_the_ranking() -> None:
    size = Size(clients=1_000, days=40, calls_a_day=20)
    found = play(8, [Contestant(Oracle(), 0.05), Contestant(Oracle())], size, SETTINGS)
    tested, plain = found["oracle, 5 % test calls"], found["oracle"]
    assert tested.tests.mean() == pytest.approx(0.05, abs=0.02)
    assert not plain.tests.any()
    drawn, chosen = tested.truth[tested.tests], tested.truth[~tested.tests]
    assert drawn.mean() < chosen.mean() / 3.0
    quarter = Size(clients=400, days=80, calls_a_day=5)
    few = play(8, [Contestant(Chance(), 0.05)], quarter, SETTINGS)
    assert 0.02 < few["random, 5 % test calls"].tests.mean() < 0.09


@pytest.fixture(scope="module")
def worlds() -> list[dict[str, Played]]:
    """Three worlds in which all but gradient boosting call."""
    size = Size(clients=4_000, days=20, calls_a_day=20)
    return [
        play(seed, line_up(seed, size, SETTINGS, boosting=False), size, SETTINGS)
        for seed in (901, 902, 903)
    ]


def test_ours_beats_chance_recency_points_and_naive_bayes(worlds: list[dict[str, Played]]) -> None:
    # of the hidden chances, which is what it came to without the luck of 1,200 calls
    found = {name: np.mean([played[name].truth.mean() for played in worlds]) for name in worlds[0]}
    ours = found.pop(OURS)
    assert ours > 3.0 * found["random"]
    assert ours > 2.0 * found["most recent signal"]
    assert ours > 1.6 * found["points, never decayed"]
    assert ours > 1.05 * found["points, decayed"]
    assert ours > 1.6 * found["naive Bayes as in Odoo"]
    assert ours < found["oracle"]


def test_worlds_come_to_what_their_chances_say(worlds: list[dict[str, Played]]) -> None:
    for name in worlds[0]:
        chances = np.concatenate([played[name].truth for played in worlds])
        expected, spread = chances.sum(), np.sqrt((chances * (1.0 - chances)).sum())
        came = sum(per_hundred(worlds, name, 400)) * 4.0
        assert abs(came - expected) < 4.0 * spread


def test_ours_beats_chance_before_it_is_taught(worlds: list[dict[str, Played]]) -> None:
    for name in (OURS, "ours, never taught"):
        first = np.mean([played[name].truth[:100].mean() for played in worlds])
        chance = np.mean([played["random"].truth[:100].mean() for played in worlds])
        assert first > 2.0 * chance


def test_learning_brings_promises_down_to_what_comes(worlds: list[dict[str, Played]]) -> None:
    ratios = {}
    for name in (OURS, "ours, never taught"):
        promised = np.concatenate([played[name].chance[200:] for played in worlds])
        ratios[name] = np.concatenate([p[name].truth[200:] for p in worlds]).sum() / promised.sum()
    assert 0.7 < ratios[OURS] < 1.6
    assert ratios["ours, never taught"] < 0.5 * ratios[OURS]


def test_learning_mends_defaults_that_are_the_wrong_way_round() -> None:
    worth = {kind: replace(each, weight=-each.weight) for kind, each in SETTINGS.worth.items()}
    wrong = replace(SETTINGS, worth=worth)
    taught, never = Ours(wrong, "taught"), Ours(wrong, "never", taught=False)
    world, book = World(905, 2_000, SETTINGS), CallBook(2_000)
    rng = np.random.default_rng(1)
    for day in range(160):
        world.advance()
        if day < 100:
            continue
        who = rng.choice(2_000, 200, replace=False)
        x = features(book.known(world.clients()), world.now, SETTINGS)
        book.keep(world, book.ring(world, who), x[who], np.zeros(200))
    taught.learn(book)
    seen = morning(world)
    best = {p.name: np.argsort(-p.rank(seen).value)[:100] for p in (taught, never)}
    assert world.worth[best["taught"]].mean() > 1.5 * world.worth[best["never"]].mean()


def test_ours_is_the_apps_own_learning() -> None:
    policy = Ours(SETTINGS)
    play(11, [Contestant(policy)], SMALL, SETTINGS)
    assert policy.lessons is not None
    again = learn(policy.lessons, replace(SETTINGS, value_power=0.0))
    np.testing.assert_array_equal(policy.learned.model.weights, again.model.weights)
    assert policy.learned.campaigns == again.campaigns
    assert policy.learned.answers == again.answers


def test_money_prefers_clients_that_pay_more() -> None:
    world = World(906, 2_000, SETTINGS)
    for _ in range(120):
        world.advance()
    fees = {}
    for name, money in (("money", True), ("conversations", False)):
        value = Ours(SETTINGS, name, money=money).rank(morning(world)).value
        fees[name] = world.known_fee[np.argsort(-value)[:100]].mean()
    assert fees["money"] > 1.1 * fees["conversations"]


def test_what_a_call_is_due_and_what_it_brings_belong_to_those_worth_it(
    worlds: list[dict[str, Played]],
) -> None:
    for played in worlds[0].values():
        np.testing.assert_array_equal(played.due > 0.0, played.worth > 0.0)
        assert (played.worth[played.fees > 0.0] == 1.0).all()
        np.testing.assert_array_equal(played.fees > 0.0, played.when >= 0)
