"""The filters of the Clients page: what a click asks, and what the chips say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from warmcalls.domain.client_query import Condition, Op, Question
from warmcalls.ui.clients.filters.chips import FilterChip, FilterChips
from warmcalls.ui.clients.filters.quick import Offer, holds, turned
from warmcalls.ui.clients.filters.words import condition_words
from warmcalls.ui.clients.sheets.filter_sheet import values_in
from warmcalls.ui.theme import Theme


def offer(column: str, op: Op, *values: str, many: bool = False) -> Offer:
    return Offer("", Condition(column, op, values), many=many)


A = offer("tier", Op.IS, "A", many=True)
B = offer("tier", Op.IS, "B", many=True)
NO_TIER = offer("tier", Op.EMPTY)
WEEK = offer("seen", Op.WITHIN, "7")
MONTH = offer("seen", Op.WITHIN, "30")
OFFERS = st.sampled_from([A, B, NO_TIER, WEEK, MONTH, offer("contact", Op.EMPTY)])


def test_values_of_one_column_add_up_and_others_take_its_place() -> None:
    asked = turned(turned(Question(), A), B)
    assert asked.where == (Condition("tier", Op.IS, ("A", "B")),)
    assert turned(asked, A).where == (Condition("tier", Op.IS, ("B",)),)
    assert turned(asked, NO_TIER).where == (Condition("tier", Op.EMPTY),)
    assert turned(turned(Question(), WEEK), MONTH).where == (MONTH.condition,)


@given(st.lists(OFFERS), OFFERS)
def test_a_click_turns_a_filter_on_and_a_second_one_off(before: list[Offer], one: Offer) -> None:
    asked = Question("north")
    for each in before:
        asked = turned(asked, each)
    once = turned(asked, one)
    twice = turned(once, one)
    assert holds(once, one) is not holds(asked, one)
    assert holds(twice, one) is holds(asked, one)
    assert twice.text == "north"
    assert len({each.column for each in twice.where}) == len(twice.where)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Condition("tier", Op.IS, ("A", "B")), "Tier A, B"),
        (Condition("contact", Op.EMPTY), "No contact"),
        (Condition("town", Op.EMPTY), "No town"),
        (Condition("seen", Op.WITHIN, ("7",)), "Seen in 7 days"),
        (Condition("seen", Op.WITHIN, ("1",)), "Seen in 1 day"),
        (Condition("spoke", Op.NOT_WITHIN, ("90",)), "Not spoken in 90 days"),
        (Condition("fee", Op.AT_LEAST, ("5000",)), "Fee ≥ £5,000"),
        (Condition("name", Op.HAS, ("north",)), "Client has north"),
        (Condition("notes", Op.FILLED), "Notes filled in"),
    ],
)
def test_a_filter_is_said_in_words(condition: Condition, words: str) -> None:
    assert condition_words(condition) == words


def test_values_stand_between_commas_but_for_those_that_have_one() -> None:
    known = ("today", "today, promised", "rests")
    assert values_in("Today, promised, rests ,", known) == ("Today, promised", "rests")
    assert values_in("A,B", ()) == ("A", "B")


def test_a_chip_takes_its_filter_away(theme: Theme, qtbot: QtBot) -> None:
    chips = FilterChips(theme)
    qtbot.addWidget(chips)
    chips.resize(600, 24)
    both = turned(turned(Question(), A), WEEK)
    chips.show_question(both)
    chips.show()
    assert chips.words == ["Tier A", "Seen in 7 days"]
    first = chips.findChildren(FilterChip)[1]
    with qtbot.waitSignal(chips.asked) as asked:
        QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert asked.args == [turned(Question(), WEEK)]


def test_what_has_no_room_is_counted(theme: Theme, qtbot: QtBot) -> None:
    chips = FilterChips(theme)
    qtbot.addWidget(chips)
    where = tuple(Condition(name, Op.EMPTY) for name in ("tier", "town", "contact", "phone"))
    chips.resize(150, 24)
    chips.show_question(Question(where=where))
    chips.show()
    seen = [chip.text() for chip in chips.findChildren(FilterChip) if chip.isVisible()]
    hidden = len(where) - (len(seen) - 1)
    assert f"+{hidden}" in seen
    assert hidden > 0
