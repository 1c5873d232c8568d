"""The world: the same for the same seed, whoever rings, and kept as the database would keep it."""

import math

import numpy as np
import pytest

from warmcalls.domain.kinds import INTEREST, KINDS, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.settings import Settings
from warmcalls.domain.warmth import (
    LONG_HALF_LIFE,
    NO_INTEREST,
    PACES,
    SHORT_HALF_LIFE,
    decayed,
    fade,
    term,
)
from warmcalls.simulator.campaigns import CAMPAIGNS, NEWSLETTER, WEBINAR
from warmcalls.simulator.fees import BRIEFS, PLACES, deals, draw_luck, expected
from warmcalls.simulator.market import draw_market
from warmcalls.simulator.rates import COLD, HOT, SHARES, WORTH
from warmcalls.simulator.states import begin, next_day
from warmcalls.simulator.world import World

SETTINGS = Settings(landmark=1_700_000_000_000_000)


def after(days: int, seed: int = 1, count: int = 400, settings: Settings = SETTINGS) -> World:
    world = World(seed, count, settings)
    for _ in range(days):
        world.advance()
    return world


def test_a_seed_is_a_world_day_by_day() -> None:
    one, same, other = (World(seed, 200, SETTINGS) for seed in (5, 5, 6))
    for _ in range(40):
        for world in (one, same, other):
            world.advance()
        np.testing.assert_array_equal(one.seen, same.seen)
        np.testing.assert_array_equal(one.states, same.states)
        for name in ("answers", "worth", "deals", "tie"):
            np.testing.assert_array_equal(getattr(one.luck, name), getattr(same.luck, name))
    assert (one.counters.stored != other.counters.stored).any()


def test_another_time_the_same_clients_do_something_else() -> None:
    one, other = World(5, 200, SETTINGS), World(5, 200, SETTINGS, history=1)
    for world in (one, other):
        for _ in range(30):
            world.advance()
    np.testing.assert_array_equal(one.rates.signals, other.rates.signals)
    np.testing.assert_array_equal(one.market.reach, other.market.reach)
    assert (one.counters.totals != other.counters.totals).any()


def test_half_lives_change_what_is_kept_and_nothing_that_happens() -> None:
    worth = {kind: Worth(each.weight, 3.0) for kind, each in SETTINGS.worth.items()}
    one, other = after(60), after(60, settings=Settings(landmark=SETTINGS.landmark, worth=worth))
    np.testing.assert_array_equal(one.counters.totals, other.counters.totals)
    np.testing.assert_array_equal(one.states, other.states)
    assert (one.counters.stored != other.counters.stored).any()


def test_counters_are_the_sum_of_every_signal_faded() -> None:
    world, count = World(3, 60, SETTINGS), 60
    log: list[tuple[int, int, int, float]] = []
    for day in range(100):
        world.advance()
        who, kinds = np.nonzero(world.seen)
        noon = SETTINGS.landmark + day * DAY + DAY // 2
        log += [
            (int(i), int(k), noon, float(world.seen[i, k])) for i, k in zip(who, kinds, strict=True)
        ]
    assert len(log) > 500
    stored, paces = np.zeros((count, len(KINDS))), np.zeros((count, len(PACES)))
    short, long, last = np.zeros(count), np.zeros(count), np.zeros(count)
    for i, k, at, share in log:
        kind = KINDS[k]
        life = SETTINGS.worth[kind].half_life_days
        stored[i, k] += share * 0.5 ** ((world.now - at) / DAY / life)
        for p, pace in enumerate(PACES):
            if pace.counts(kind):
                paces[i, p] += term(share, at, SETTINGS.landmark, pace.half_life_days)
        if kind not in NO_INTEREST:
            short[i] += term(share, at, SETTINGS.landmark, SHORT_HALF_LIFE)
            long[i] += term(share, at, SETTINGS.landmark, LONG_HALF_LIFE)
            last[i] = max(last[i], at)
    known = world.clients()
    now = decayed(known.stored, world.now, SETTINGS.landmark, SETTINGS.worth)
    np.testing.assert_allclose(now, stored, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(known.paces, paces, rtol=1e-9)
    np.testing.assert_allclose(known.short, short, rtol=1e-9)
    np.testing.assert_allclose(known.long, long, rtol=1e-9)
    np.testing.assert_array_equal(known.last_at, last)
    assert (known.paces * fade(world.now, SETTINGS.landmark, np.array(7.0)) >= 0.0).all()


def test_states_stay_near_their_shares_over_the_seasons() -> None:
    rng, count, seen = np.random.default_rng(2), 5_000, []
    states, keen = begin(rng, count), draw_market(rng, count).keen
    for day in range(730):
        states = next_day(rng, states, keen, day)
        seen.append(np.bincount(states, minlength=3) / count)
    np.testing.assert_allclose(np.mean(seen[365:], axis=0), SHARES, atol=0.012)
    # and searches have a season
    hot = np.array(seen)[365:, HOT]
    assert hot.max() > 1.2 * hot.min()


def test_random_calls_come_to_what_is_published() -> None:
    # 4.6 to 4.8 conversations of 100 come to a meeting, 2 to 2.5 calls of 100, by those who count
    # 50 answers of 100 calls; here 38 are
    calls, conversations = [], []
    for seed in range(8):
        world = after(20, seed=700 + seed, count=2_000)
        conversations.append(float(world.worth.mean()))
        calls.append(float((world.worth * world.market.reach).mean()))
    assert 0.035 < np.mean(conversations) < 0.055
    assert 0.013 < np.mean(calls) < 0.025


def test_a_campaign_is_as_good_as_those_it_brings() -> None:
    names = [campaign.name for campaign in CAMPAIGNS]
    assert len(set(names)) == len(names) == 12
    qualities = {campaign.name: campaign.quality for campaign in CAMPAIGNS}
    assert qualities["Messenger adverts"] == 0.0
    assert qualities["Banners"] == pytest.approx(1.0)
    assert qualities["Search: recruitment agency"] == max(qualities.values())
    average = float(np.array(SHARES) @ np.array(WORTH))
    for campaign in CAMPAIGNS:
        brought = np.array(SHARES) * campaign.pull
        share = campaign.counts * float(brought @ np.array(WORTH)) / float(brought.sum())
        assert campaign.quality == pytest.approx(share / average)


def test_messenger_adverts_bring_seven_leads_a_day_that_come_to_nothing() -> None:
    world, leads, worth = World(4, 5_000, SETTINGS), 0.0, []
    messenger = names_to_ids()["Messenger adverts"]
    lead = KINDS.index(Kind.AD_LEAD)
    reached: set[int] = set()
    for day in range(100):
        world.advance()
        leads += float((world.seen[:, lead] > 0).sum())
        theirs = np.flatnonzero(world.campaigns == messenger)
        fresh = [i for i in theirs if i not in reached]
        if day > 0:
            worth += [float(world.worth[i]) for i in fresh]
        reached |= set(theirs.tolist())
    # untrackable clients leave fewer traces, and another campaign brings a lead a day as well
    assert 4.0 < leads / 100 < 9.0
    assert len(worth) > 200
    assert max(worth) == 0.0


def names_to_ids() -> dict[str, int]:
    return {campaign.name: number for number, campaign in enumerate(CAMPAIGNS, start=1)}


def test_whom_a_campaign_brings_is_as_warm_as_its_quality_says() -> None:
    ids = names_to_ids()
    warm: dict[int, list[bool]] = {number: [] for number in ids.values()}
    world, before = World(10, 5_000, SETTINGS), np.zeros(5_000, dtype=np.int64)
    for _ in range(120):
        states = world.states
        world.advance()
        for number in warm:
            fresh = (world.campaigns == number) & (before != number)
            warm[number] += (states[fresh] > COLD).tolist()
        before = world.campaigns
    banners, search = (warm[ids[n]] for n in ("Banners", "Search: recruitment agency"))
    assert np.mean(search) > 2.5 * np.mean(banners)
    assert np.mean(warm[ids["Hiring webinar"]]) > 1.2 * np.mean(banners)
    assert not any(warm[ids["Messenger adverts"]])
    assert (ids["Monthly newsletter"], ids["Hiring webinar"]) == (NEWSLETTER, WEBINAR)


def test_untrackable_clients_leave_no_page_and_shared_networks_leave_many() -> None:
    world = after(120, count=2_000)
    pages = [KINDS.index(k) for k in KINDS if k.value.endswith("_page")]
    assert not world.counters.totals[world.market.untrackable][:, pages].any()
    seen = world.counters.totals[:, pages].sum(axis=1)[~world.market.untrackable]
    busy = world.market.busy[~world.market.untrackable]
    assert seen[busy].mean() > 10.0 * seen[~busy].mean()


def test_mail_programs_open_what_nobody_reads() -> None:
    world = after(140, count=2_000)
    opens, clicks = (KINDS.index(k) for k in (Kind.EMAIL_OPEN, Kind.EMAIL_CLICK))
    known = ~world.market.untrackable & world.market.reader
    by_itself = known & world.market.opens & ~world.market.scans
    assert world.counters.totals[by_itself, opens].mean() > 8.0
    assert world.counters.totals[by_itself, clicks].mean() < 1.5
    assert not world.counters.totals[~world.market.reader, opens].any()


def test_job_seekers_say_nothing_of_a_client() -> None:
    by_state = World(1, 10, SETTINGS).rates.signals
    assert Kind.CANDIDATE_PAGE not in INTEREST
    # rates vary from world to world, not with interest: over worlds their middle is the same
    drawn = np.array(
        [
            World(seed, 10, SETTINGS).rates.signals[:, KINDS.index(Kind.CANDIDATE_PAGE)]
            for seed in range(200)
        ]
    )
    middle = np.exp(np.log(drawn).mean(axis=0))
    assert middle.max() / middle.min() < 1.25
    assert (by_state >= 0.0).all()


def test_fees_come_months_after_the_meeting_and_have_a_long_tail() -> None:
    rng = np.random.default_rng(1)
    middles = np.full(20_000, 6_000_00.0)
    found = deals(draw_luck(rng, 20_000), middles)
    paid = found.fee > 0.0
    assert paid.mean() == pytest.approx(BRIEFS * PLACES, abs=0.01)
    np.testing.assert_array_equal(paid, found.invoiced >= 0)
    assert (found.briefed[paid] <= found.placed[paid]).all()
    assert (found.placed[paid] < found.invoiced[paid]).all()
    assert 60 < np.median(found.invoiced[paid]) < 150
    fees = found.fee[paid]
    assert fees.mean() == pytest.approx(6_000_00, rel=0.03)
    assert fees.mean() > 1.08 * np.median(fees)
    assert fees.max() > 4.0 * np.median(fees)
    assert found.fee.mean() == pytest.approx(math.fsum(expected(middles)) / 20_000, rel=0.05)


def test_fees_are_what_the_tiers_say_on_average() -> None:
    world = World(1, 5_000, SETTINGS)
    for place, tier in enumerate("ABC"):
        of_tier = world.market.tier == place
        assert world.fee[of_tier].mean() == pytest.approx(SETTINGS.tier_fees[tier], rel=0.1)
