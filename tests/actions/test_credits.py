"""Credit for fees: against plain sums over every signal, and to the penny whatever the paths."""

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.actions import money_world
from tests.actions.money_world import RULES
from tests.agency import Agency
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.credits import credited, removal_effects
from warmcalls.actions.ledger import ledger
from warmcalls.actions.results import results
from warmcalls.domain.behind import By
from warmcalls.domain.credit import credit, credit_alike
from warmcalls.domain.exchange_rates import Rates
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.paths import Paths
from warmcalls.domain.periods import Period, last_months, month_period
from warmcalls.domain.results import Asked, Model
from warmcalls.domain.spending import Spend
from warmcalls.store import settings as kept

amounts = st.integers(-(10**11), 10**11)
a_path = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 365)), max_size=12)


def flat(paths: list[list[tuple[int, int]]]) -> Paths:
    """Paths of campaigns and days before the placement, oldest first, as the store makes them."""
    until = 400 * DAY
    rows = [
        (end, campaign, until - days * DAY)
        for end, path in enumerate(paths)
        for campaign, days in sorted(path, key=lambda step: -step[1])
    ]
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    return Paths(table[:, 0], table[:, 1], table[:, 2], np.full(len(paths), until))


@pytest.mark.parametrize("seed", [1, 2])
def test_credits_are_those_of_plain_sums_over_every_signal(agency: Agency, seed: int) -> None:
    money_world.build(agency, seed)
    settings = kept.load(agency.db)
    wanted = {fee["id"]: fee for fee in money_world.all_fees(agency.db)}
    assert sum(bool(fee["path"]) for fee in wanted.values()) > 15
    for model in RULES:
        found = credited(agency.db, settings, model)
        assert {each.line.fee_id for each in found} == set(wanted)
        for each in found:
            fee = wanted[each.line.fee_id]
            assert each.line.amount == (fee["home"] or 0)
            assert (each.placed_on, each.first_at) == (fee["day"], fee["first_at"])
            assert sum(each.by_campaign.values()) == (each.line.amount if fee["path"] else 0)
            if model is not Model.DECAY:
                exact = money_world.exact(fee, model)
                assert all(
                    abs(each.by_campaign.get(c, 0) - exact.get(c, Fraction(0))) < 1
                    for c in each.by_campaign.keys() | exact.keys()
                )


def test_a_period_holds_the_fees_of_clients_first_reached_in_it(agency: Agency) -> None:
    money_world.build(agency, 3)
    settings, period = kept.load(agency.db), Period("2025-03-15", "2025-12-31")
    for by in By:
        found = {
            each.line.fee_id
            for each in credited(agency.db, settings, Model.LAST, period=period, by=by)
        }
        wanted = {f["id"] for f in money_world.all_fees(agency.db) if period.holds(_day(f, by))}
        assert found == wanted
        assert found


def _day(fee: dict[str, Any], by: By) -> str:
    if by is By.PAID or (by is By.INVOICED or not fee["path"]):
        return str(fee["paid_on"] if by is By.PAID else fee["invoiced_on"])
    return money_world.day_of(fee["first_at"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(a_path, amounts), min_size=1, max_size=8))
def test_every_model_shares_every_fee_out_to_the_penny(
    fees: list[tuple[list[tuple[int, int]], int]],
) -> None:
    paths = flat([path for path, _ in fees])
    money = np.array([amount for _, amount in fees], dtype=np.int64)
    given_ = [credit(paths, money, model) for model in RULES]
    given_.append(credit_alike(paths, money, {1: 0.1, 2: 0.2, 3: 0.7}))
    for each in given_:
        sums = [sum(parts.values()) for parts in each.by_fee(len(fees))]
        assert sums == [amount if path else 0 for path, amount in fees]
        assert all(
            (part >= 0) == (fees[n][1] >= 0) or part == 0
            for n, parts in enumerate(each.by_fee(len(fees)))
            for part in parts.values()
        )


@settings(max_examples=60, deadline=None)
@given(st.lists(a_path, min_size=1, max_size=6))
def test_all_fees_at_once_are_shared_as_one_by_one(paths: list[list[tuple[int, int]]]) -> None:
    # steps at one moment have no order of their own
    paths = [
        [step for n, step in enumerate(p) if step[1] not in {d for _, d in p[:n]}] for p in paths
    ]
    known = flat(paths)
    money = np.full(len(paths), 10**9, dtype=np.int64)
    for model in RULES:
        together = credit(known, money, model)
        for n, path in enumerate(paths):
            steps = sorted(((c, 400 - days) for c, days in path), key=lambda step: step[1])
            alone = money_world.shares(steps, 400, model)
            mine = together.fee == n
            found = dict(
                zip(together.campaign[mine].tolist(), together.share[mine].tolist(), strict=True)
            )
            assert found == pytest.approx(alone, abs=1e-12)


def test_the_removal_effect_shares_every_fee_alike_and_to_the_penny(agency: Agency) -> None:
    money_world.build(agency, 4)
    found = credited(agency.db, kept.load(agency.db), Model.MARKOV)
    with_path = [each for each in found if each.first_at is not None and each.line.amount > 10_000]
    parts = [
        {c: part / each.line.amount for c, part in each.by_campaign.items()} for each in with_path
    ]
    assert all(part == pytest.approx(parts[0], abs=1e-3) for part in parts)
    assert all(sum(e.by_campaign.values()) == e.line.amount for e in found if e.by_campaign)


@pytest.mark.parametrize("seed", [4, 5])
def test_the_removal_effect_is_that_of_all_leads_and_fees(agency: Agency, seed: int) -> None:
    money_world.build(agency, seed)
    came, nothing = money_world.journeys(agency.db)
    assert len(nothing) > 5
    settings, wanted = kept.load(agency.db), money_world.removal(came, nothing)
    assert removal_effects(agency.db, settings) == pytest.approx(wanted, abs=1e-9)
    of_fees_alone = money_world.removal(came, [])
    assert max(abs(wanted[c] - of_fees_alone.get(c, 0.0)) for c in wanted) > 0.005
    for each in credited(
        agency.db, settings, Model.MARKOV, period=Period("2025-03-15", "2025-12-31")
    ):
        if each.by_campaign and each.line.amount:
            exact = {c: share * each.line.amount for c, share in wanted.items()}
            assert each.by_campaign == pytest.approx(exact, abs=1)


def test_leads_that_bring_nothing_lower_the_campaign_they_end_at(agency: Agency) -> None:
    first, later = agency.campaign("First"), agency.campaign("Later")
    won = agency.client("Won Ltd")
    agency.signal(won, Kind.FORM, 60, first)
    agency.signal(won, Kind.FORM, 20, later)
    with agency.db.atomic():
        day = money_world.day_of(agency.now - 5 * DAY)
        agency.db.insert("fee", {
            "client_id": won, "amount": 900, "invoiced_on": day, "digest": 1, "currency": "GBP",
        })  # fmt: skip
    settings = kept.load(agency.db)
    assert removal_effects(agency.db, settings) == pytest.approx({first: 1 / 2, later: 1 / 2})
    agency.signal(agency.client("Lost Ltd"), Kind.FORM, 900, later)
    # half start at either; a fee from the later one in 1 of 2: without the first, half is lost
    assert removal_effects(agency.db, settings) == pytest.approx({first: 1 / 3, later: 2 / 3})


def test_both_pages_credit_alike_by_the_removal_effect(agency: Agency) -> None:
    money_world.build(agency, 6)
    asked = Asked("2025-03-01", "2025-12-31", model=Model.MARKOV)
    period = Period(asked.first, asked.last)
    report = campaign_report(agency.db, now=agency.now, period=period, model=Model.MARKOV)
    campaigns = {row.campaign.id: row.invoiced for row in report.rows if row.invoiced}
    page = results(agency.db, asked, now=agency.now)
    assert campaigns == {e.id: e.credits[Model.MARKOV] for e in page.campaigns if e.fees}
    assert campaigns == {e.id: e.fees for e in page.campaigns if e.fees}
    assert len(campaigns) == 5
    parts = ledger(agency.db, replace(asked, sector="Care"), now=agency.now).credits[Model.MARKOV]
    effects = removal_effects(agency.db, kept.load(agency.db))
    assert len(parts.fee) > 5
    assert parts.share.tolist() == pytest.approx([effects[c] for c in parts.campaign.tolist()])


def test_the_day_of_the_placement_and_what_is_older_than_a_year_do_not_count(
    agency: Agency,
) -> None:
    early, late = agency.campaign("Early"), agency.campaign("Late")
    client = agency.client("Edge Ltd")
    placed = money_world.day_of(agency.now - 10 * DAY)
    for days_ago, campaign in ((375, early), (374.9, late), (10, late), (376.5, late)):
        agency.signal(client, Kind.FORM, days_ago, campaign)
    with agency.db.atomic():
        agency.db.insert("fee", {
            "client_id": client, "amount": 100, "invoiced_on": placed, "digest": 1, "currency": "GBP",
        })  # fmt: skip
    (only,) = credited(agency.db, kept.load(agency.db), Model.FIRST)
    assert only.by_campaign == {early: 100}
    (only,) = credited(agency.db, kept.load(agency.db), Model.LAST)
    assert only.by_campaign == {late: 100}


@given(
    st.integers(-(10**9), 10**9), st.integers(0, 400), st.integers(0, 120), st.integers(-30, 500)
)
def test_the_days_of_spend_add_up_to_it(amount: int, start: int, days: int, cut: int) -> None:
    first, last = (
        str(np.datetime64("2025-01-01") + start),
        str(np.datetime64("2025-01-01") + start + days),
    )
    spend = Spend(1, None, "", "", first, last, amount, "GBP", "", "", None)
    whole = Period("2024-01-01", "2027-01-01")
    middle = str(np.datetime64("2025-01-01") + cut)
    before = Period(whole.first, middle)
    after = Period(str(np.datetime64(middle) + 1), whole.last)
    assert spend.within(whole) == amount
    assert spend.within(before) + spend.within(after) == amount
    months = spend.by_month(whole)
    assert sum(months.values()) == amount
    assert all(spend.within(month_period(month)) == part for month, part in months.items())


def test_money_is_converted_by_the_newest_rate_up_to_the_day() -> None:
    rates = Rates("GBP", {"EUR": [("2025-01-01", 0.8), ("2026-01-01", 0.9)]})
    assert rates.home_amount(1_000, "GBP", "2025-05-05") == 1_000
    assert rates.home_amount(1_000, "EUR", "2024-05-05") == 800
    assert rates.home_amount(1_000, "EUR", "2025-12-31") == 800
    assert rates.home_amount(-1_000, "EUR", "2026-01-01") == -900
    assert rates.home_amount(1_000, "ZAR", "2026-01-01") is None


def test_a_credit_note_goes_the_way_of_its_invoice(agency: Agency) -> None:
    first, later = agency.campaign("First"), agency.campaign("Later")
    client = agency.client("Credit Ltd")
    agency.signal(client, Kind.FORM, 60, first)
    agency.signal(client, Kind.FORM, 20, later)
    day = [money_world.day_of(agency.now - n * DAY) for n in (40, 5)]
    with agency.db.atomic():
        bill = {"client_id": client, "currency": "GBP", "invoiced_on": day[0]}
        made = agency.db.insert("fee", bill | {"amount": 900, "digest": 1})
        back = bill | {"amount": -300, "digest": 2, "invoiced_on": day[1], "credits_id": made}
        agency.db.insert("fee", back | {"kind": "credit"})
        agency.db.insert("fee", bill | {"amount": 5, "digest": 3, "kind": "void"})
    found = credited(
        agency.db, kept.load(agency.db), Model.LINEAR, period=last_months("2026-03-03")
    )
    assert [each.by_campaign for each in found] == [{first: 900}, {first: -300}]
