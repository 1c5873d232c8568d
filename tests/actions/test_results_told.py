"""What the Results page says beside its sums: returns, doubt, the four Cs, what it sets aside."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tests.actions import money_world
from tests.actions.results_page import YEAR, fee, shown
from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.fees_behind import fees_behind
from warmcalls.actions.results import clients_at
from warmcalls.domain.behind import Behind, By, Rows
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.noise import noise_words, sampling_noise
from warmcalls.domain.results import Asked, Model

if TYPE_CHECKING:
    from warmcalls.store.engine import Writer

OLDER = (
    "1 fee (£7,000) invoiced in the period came from clients first seen before it: they count in "
    "the months of their first signal."
)
EMPTY = (
    "Nothing is known of March 2025 to July 2025, September 2025 to October 2025 and "
    "December 2025: no spend, no signals, no fees."
)


@pytest.fixture
def desk(local_db: "Writer") -> Agency:
    """A small agency where the engine does not matter."""
    return Agency(local_db, NOW)


def test_what_marketing_had_a_hand_in_is_of_the_last_whole_month(desk: Agency) -> None:
    campaign = desk.campaign()
    warm, cold = desk.client("Warm Ltd"), desk.client("Cold Ltd")
    desk.signal(warm, Kind.FORM, 120, campaign)
    fee(desk, warm, 600_000, 90, paid_on="2026-01-20")
    fee(desk, warm, 400_000, 80, paid_on="2026-02-10")
    fee(desk, cold, 100_000, 80, paid_on="2026-02-28")
    fee(desk, warm, 50_000, 30, paid_on="2026-03-01")  # a month that is not over
    found = shown(desk, Asked("2025-03-01", "2026-03-31"))
    assert (found.headline_month, found.helped, found.taken) == ("2026-02", 400_000, 500_000)
    assert found.outside == 100_000
    empty = shown(desk, Asked("2024-01-01", "2024-12-31"))
    assert (empty.headline_month, empty.helped, empty.taken) == ("", 0, 0)


def test_returns_are_fees_over_spend_and_their_doubt(desk: Agency) -> None:
    good, bad = desk.campaign("Good", channel="Post"), desk.campaign("Bad", channel="Post")
    for n in range(6):
        client = desk.client(f"Client {n}")
        desk.signal(client, Kind.FORM, 330 - n, good)
        fee(desk, client, 500_000 + n, 200)
    desk.signal(desk.client("Lost"), Kind.FORM, 320, bad)
    for campaign in (good, bad):
        add_spend(desk.db, campaign, 100_000, starts="2025-04-01", ends="2025-04-30", now=desk.now)
    found = shown(desk)
    best, worst = found.campaigns
    assert (best.name, best.returns.so_far, best.returns.fees) == ("Good", 30.00015, 6.0)
    assert best.returns.without_largest == pytest.approx((3_000_015 - 500_005) / 100_000)
    assert best.returns.low <= (best.returns.likely or 0) <= best.returns.high
    assert (worst.name, worst.returns.so_far, worst.fees) == ("Bad", 0.0, 0)
    assert worst.returns.too_few
    (channel,) = found.channels
    assert (channel.name, channel.spend, channel.fees) == ("Post", 200_000, 3_000_015)
    assert found.conversions == 6.0
    april = next(month for month in found.months if month.month == "2025-04")
    assert (april.spend, april.fees, april.is_ripe) == (200_000, 3_000_015, True)
    assert found.returns.so_far == pytest.approx(15.000075)
    assert found.forecast[1] <= found.forecast[0] <= found.forecast[2]


def test_what_is_to_come_of_the_months_adds_up_to_the_forecast(desk: Agency) -> None:
    money_world.build(desk, 5)
    found = shown(desk)
    assert sum(month.to_come for month in found.months) == found.forecast[0] > 0
    assert {c.month: c.to_come for c in found.cohorts} == {
        m.month: m.to_come for m in found.months if m.month in {c.month for c in found.cohorts}
    }
    open_leads = {m.month: m.leads * (1 - m.ripe) for m in found.months}
    whole = sum(open_leads.values())
    for month in found.months:
        wanted = found.forecast[0] * open_leads[month.month] / whole
        assert month.to_come == pytest.approx(wanted, abs=1)


def test_the_return_is_of_the_ripe_months_where_those_cost_half_of_the_spend(desk: Agency) -> None:
    campaign = desk.campaign()
    for n, days in enumerate((330, 330, 10)):
        desk.signal(desk.client(f"Client {n}"), Kind.FORM, days, campaign)
    april: dict[str, Any] = {"starts": "2025-04-01", "ends": "2025-04-30", "now": desk.now}
    add_spend(desk.db, campaign, 60_000, **april)
    add_spend(desk.db, campaign, 50_000, starts="2026-02-01", ends="2026-02-28", now=desk.now)
    found = shown(desk)
    assert found.of_ripe
    assert found.returns != found.whole
    add_spend(desk.db, campaign, 20_000, starts="2026-02-03", ends="2026-02-09", now=desk.now)
    found = shown(desk)
    assert not found.of_ripe
    assert found.returns == found.whole


def test_nothing_is_dropped_in_silence(agency: Agency) -> None:
    campaign = agency.campaign("Ads", channel="Search")
    late, old, warm = (agency.client(name) for name in ("Late Ltd", "Old Ltd", "Warm Ltd"))
    agency.signal(late, Kind.FORM, 20, campaign)
    agency.signal(old, Kind.FORM, 500, campaign)
    agency.signal(warm, Kind.FORM, 100, campaign)
    fee(agency, late, 800_000, 40)
    fee(agency, old, 700_000, 200)
    fee(agency, warm, 600_000, 50)
    fee(agency, warm, -100_000, 45)
    fee(agency, warm, 3_100_000, 50, currency="ZAR")
    with agency.db.atomic():
        days: dict[str, Any] = {"starts": "2026-01-01", "ends": "2026-01-31", "currency": "GBP"}
        imports = [
            agency.db.insert(
                "import", {"file": f, "content": f, "format": "x", "kind": "spend", "at": 1}
            )
            for f in ("a", "b")
        ]
        rows: list[dict[str, Any]] = [
            {"campaign_id": None, "amount": 30_000},
            {"campaign_id": campaign, "amount": 40_000, "import_id": imports[0]},
            {"campaign_id": campaign, "amount": 40_000, "import_id": imports[1]},
            {"campaign_id": campaign, "amount": -5_000},
            {"campaign_id": campaign, "amount": 1_000, "currency": "USD"},
        ]
        for n, row in enumerate(rows):
            agency.db.insert("spend", days | row | {"digest": n})
    found = shown(agency)
    assert found.notes == (
        "1 fee in ZAR (R31,000) waits for an exchange rate.",
        "1 line of spend in USD ($10) waits for an exchange rate.",
        "1 fee (£8,000) came before the first signal of their client: outside marketing.",
        OLDER,
        "1 credit note (−£1,000) taken off the fees.",
        "£300 of the spend belongs to no campaign.",
        "1 refund (−£50) taken off the spend.",
        "Two sources tell of spend on the same days: Ads. Is any counted twice?",
        EMPTY,
    )
    assert found.fees == 500_000
    assert found.spend == 30_000 + 80_000 - 5_000
    (channel, none) = sorted(found.channels, key=lambda each: each.name == "No channel")
    assert (channel.name, channel.spend, none.spend) == ("Search", 75_000, 30_000)
    lines = fees_behind(
        agency.db, YEAR, Behind(Rows.FEES, "", by=By.INVOICED, credited=False), now=agency.now
    )
    notes = {line.client_id: line.note for line in lines if line.amount >= 0}
    assert notes[late] == "Came before the first signal of its client."
    waits = [line for line in lines if line.amount == 0]
    assert [line.note for line in waits] == ["R31,000 waits for an exchange rate."]


def test_few_fees_under_the_removal_effect_are_warned_of(desk: Agency) -> None:
    money_world.build(desk, 19)
    found = shown(desk, replace(YEAR, model=Model.MARKOV))
    assert found.notes[0].startswith("The removal effect wants 300 fees")
    assert set(found.campaigns[0].credits) == set(Model)


def test_an_empty_agency_has_an_empty_page(agency: Agency) -> None:
    found = shown(agency)
    assert (found.spend, found.fees, found.outside, found.forecast) == (0, 0, 0, (0, 0, 0))
    assert (found.campaigns, found.channels, found.noise, found.notes) == ((), (), "", ())
    assert len(found.months) == 12
    assert [step.count for step in found.funnel] == [0] * 9
    assert found.returns.so_far is None


def test_four_cs_that_were_typed_count_before_those_worked_out(agency: Agency) -> None:
    campaign = agency.campaign()
    client = agency.client("Placed Ltd")
    agency.signal(client, Kind.FORM, 120, campaign)
    fee(agency, client, 900_000, 60, paid_on="2026-02-03")
    with agency.db.atomic():
        for day in ("2026-01-05", "2026-02-05"):
            agency.db.insert("placement", {"client_id": client, "placed_on": day})
        typed = {"month": "2026-02", "name": "candidates", "value": 140}
        agency.db.insert("month_figure", typed)
        agency.db.insert("month_figure", typed | {"month": "2026-01", "name": "cash", "value": 123})
    four = {each.month: each for each in shown(agency).four_cs}
    january, february = four["2026-01"], four["2026-02"]
    assert (january.clients, january.cash, january.candidates) == (1, 123, None)
    assert (february.clients, february.cash, february.candidates) == (0, 900_000, 140)
    assert february.colleagues is None
    with_this_month = Asked("2025-04-01", "2026-03-31")
    months = [each.month for each in shown(agency, with_this_month).four_cs]
    assert months[-1] == "2026-02"  # this one is not over, and nothing was typed
    with agency.db.atomic():
        agency.db.insert("month_figure", typed | {"month": "2026-03", "name": "colleagues"})
    march = shown(agency, with_this_month).four_cs[-1]
    assert (march.month, march.colleagues, march.clients, march.cash) == (
        "2026-03",
        140,
        None,
        None,
    )


def test_the_owners_line_is_the_agencys_own(desk: Agency) -> None:
    assert shown(desk).line == 2.0
    change_settings(desk.db, now=desk.now, owner_line=3.5)
    assert shown(desk).line == 3.5
    with pytest.raises(RefusedError, match="line lies between"):
        change_settings(desk.db, now=desk.now, owner_line=0.0)


def test_what_cannot_be_asked_is_refused(desk: Agency) -> None:
    with pytest.raises(RefusedError, match="ends before"):
        shown(desk, Asked("2026-02-01", "2026-01-01"))
    with pytest.raises(RefusedError, match="not there"):
        shown(desk, replace(YEAR, campaign_id=99))
    with pytest.raises(RefusedError, match="no step"):
        clients_at(desk.db, YEAR, "nonsense", first="", last="", now=desk.now)


def test_models_that_differ_by_less_than_chance_are_called_noise() -> None:
    close = {Model.FIRST: {1: 60.0, 2: 40.0}, Model.LAST: {1: 55.0, 2: 45.0}}
    said = noise_words(close, [5.0] * 19)
    assert said == "The models differ by less than chance would with 19 fees: read nothing into it."
    far = {Model.FIRST: {1: 90.0, 2: 10.0}, Model.LAST: {1: 10.0, 2: 90.0}}
    assert noise_words(far, [5.0] * 19).startswith("First touch and last touch share 80 %")
    assert noise_words(far, [5.0] * 9).endswith("9 fees are too few for that to mean anything.")
    assert noise_words({Model.FIRST: {1: 5.0}, Model.LAST: {1: 5.0}}, [5.0]) == ""
    assert noise_words({Model.FIRST: {}, Model.LAST: {}}, []) == ""


def test_the_noise_of_equal_shares_is_what_sampling_shows() -> None:
    rng = np.random.default_rng(1)
    draws = rng.multinomial(30, [1 / 6] * 6, size=4_000) / 30
    seen = float(np.abs(draws - 1 / 6).sum(axis=1).mean() / 2)
    assert sampling_noise(dict.fromkeys(range(6), 1 / 6), [7.0] * 30) == pytest.approx(
        seen, rel=0.05
    )
    assert sampling_noise({1: 0.5, 2: 0.5}, [1.0, 1.0, 98.0]) > sampling_noise(
        {1: 0.5, 2: 0.5}, [33.0, 33.0, 34.0]
    )
