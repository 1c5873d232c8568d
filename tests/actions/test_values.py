"""Most money or most conversations, and the chance of an answer at this hour."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.actions.test_fee_levels import bill
from tests.agency import Agency
from warmcalls.actions.call_card import call_card
from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.desk import desk
from warmcalls.actions.undo import undo
from warmcalls.domain.answer_hours import AnswerHours
from warmcalls.domain.calls import CallKind
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import HOUR, moment
from warmcalls.domain.outcomes import Reach
from warmcalls.store import learned, settings

KNOWN = AnswerHours((90, 61, 80, 100, 70), (25, 43, 20, 28, 17))


def test_the_owner_chooses_between_money_and_conversations_and_takes_it_back(
    agency: Agency,
) -> None:
    warm = agency.client("Warm and small", expected_fee=200_000)
    large = agency.client("Large", expected_fee=2_000_000)
    agency.signal(warm, Kind.FORM)
    agency.signal(large, Kind.SERVICES_PAGE)
    assert agency.warm_names() == ["Large", "Warm and small"]
    done = change_settings(agency.db, now=agency.now, value_power=0.0)
    assert "calls" in done.changed
    calls = agency.today().calls
    assert [call.client for call in calls] == ["Warm and small", "Large"]
    assert calls[0].chance > calls[1].chance
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert agency.warm_names() == ["Large", "Warm and small"]
    for wrong in (-0.1, 1.1):
        with pytest.raises(RefusedError):
            change_settings(agency.db, now=agency.now, value_power=wrong)


def test_fees_of_its_like_lift_a_client_on_the_list(agency: Agency) -> None:
    retail = agency.client("Retail", tier="B", sector="Retail")
    legal = agency.client("Legal", tier="B", sector="Legal")
    other = agency.client("Other", tier="B", sector="Legal")
    for client in (retail, legal):
        agency.signal(client, Kind.WEBINAR_ATTENDED)
    assert agency.warm_names() == ["Retail", "Legal"]
    for _ in range(3):
        bill(agency, other, 3_000_000)
    first, second = (call for call in agency.today().calls if call.kind is CallKind.WARM)
    assert (first.client, second.client) == ("Legal", "Retail")
    assert first.value > second.value
    assert first.chance == pytest.approx(second.chance)
    fee = call_card(desk(agency.db, agency.now), legal).fee
    assert fee is not None
    assert fee.because == "3 fees from Legal, tier B"
    assert first.value == pytest.approx(first.chance * fee.amount, abs=1)


def test_the_chance_of_an_answer_is_that_of_the_hour_once_it_is_known(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.signal(client)
    kept = settings.load(agency.db)
    ten, evening = (moment(datetime(2026, 3, 3, hour, 30, tzinfo=UTC)) for hour in (10, 19))
    before = {at: answer_chance(agency, at) for at in (ten, evening)}
    assert before[ten] == before[evening]
    with agency.db.atomic():
        known = learned.load(agency.db, kept)
        answers = replace(known.answers, hours=KNOWN)
        learned.save(agency.db, replace(known, answers=answers), agency.now)
    assert answer_chance(agency, ten) == pytest.approx(KNOWN.rate(1))
    assert answer_chance(agency, evening) == before[evening]


def answer_chance(agency: Agency, at: int) -> float:
    (call,) = Agency(agency.db, at).today().calls
    return call.answer_chance


def test_the_card_knows_when_the_client_answered_last(agency: Agency) -> None:
    client = agency.client("Northmoor")
    agency.outcome(client, at=agency.now - 3 * HOUR)
    agency.outcome(client, Reach.NO_ANSWER, at=agency.now - HOUR)
    card = call_card(desk(agency.db, agency.now), client)
    assert card.answered_at == agency.now - 3 * HOUR
    assert card.hours.doubt == "too early to tell (0 of about 700 calls)"
    assert call_card(desk(agency.db, agency.now - 4 * HOUR), client).answered_at is None
