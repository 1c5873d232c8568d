"""When to ring, and what a client may bring: what the card says of both."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.today.world import NOW, ZONE, call, card, clock
from warmcalls.domain.answer_hours import AnswerHours
from warmcalls.domain.clients import Phone
from warmcalls.domain.expected_fees import LikelyFee
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.card_head import CardHead
from warmcalls.ui.today.contact_lines import of_card
from warmcalls.ui.today.contacts import ContactRow
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.ring_times import ring_times, ring_tip

AT = Now(clock, ZONE)
KNOWN = AnswerHours((90, 61, 80, 100, 70), (25, 43, 20, 28, 17))
SAID = "Best 10–12: answered 70 % of 61 calls, else 26 %"


def test_nothing_is_said_before_anything_is_known() -> None:
    plain = card(call(1))
    assert ring_times(plain, AT) == ()
    assert ring_tip(plain, AT) == "Best time to ring: too early to tell (0 of about 700 calls)"


def test_the_best_hours_and_the_last_answer_are_said_as_far_as_they_fit() -> None:
    answered = replace(card(call(1)), answered_at=NOW - DAY - HOUR)
    last = "answered at 08:58 last time"
    assert ring_times(answered, AT) == (last,)
    known = replace(answered, hours=KNOWN)
    alone = (SAID, "Best 10–12: 70 %, else 26 %", "Best 10–12")
    assert ring_times(known, AT) == (*(f"{said} · {last}" for said in alone[:2]), *alone)
    assert ring_tip(known, AT) == f"{SAID}\nAnswered last: Mon 2 Mar, 08:58"
    today = replace(known, answered_at=NOW - HOUR)
    assert ring_tip(today, AT).endswith("Answered last: Today 08:58")
    assert ring_times(replace(known, answered_at=None), AT) == alone


def test_only_who_may_be_rung_is_told_of_times() -> None:
    first = call(1)
    known = replace(card(first), hours=KNOWN)
    assert of_card(known, first, AT)[0].times[0] == SAID
    barred = replace(first, phone=Phone(1, "+441632960101", registered=True))
    assert of_card(known, barred, AT)[0].times == ()


@pytest.mark.parametrize("width", [300, 400, 656, 1100])
def test_the_row_draws_what_fits_and_is_read_out_whole(
    qtbot: QtBot, theme: Theme, width: int
) -> None:
    row = ContactRow(theme, first=True)
    qtbot.addWidget(row)
    row.resize(width, 44)
    first = call(1)
    bare = replace(card(first), answered_at=None)
    row.show_line(of_card(bare, first, AT)[0])
    before = row.grab().toImage()
    row.show_line(of_card(replace(bare, hours=KNOWN), first, AT)[0])
    assert SAID in row.accessibleName()
    assert row.toolTip() == SAID
    assert (row.grab().toImage() != before) == (width > 400)


def test_the_head_tells_where_the_expected_fee_comes_from(qtbot: QtBot, theme: Theme) -> None:
    head = CardHead(theme)
    qtbot.addWidget(head)
    fee = LikelyFee(844_000, "GBP", "3 fees here and 14 from Engineering, tier A")
    head.show_call(call(1), 1.0)
    head.show_card(replace(card(call(1)), fee=fee))
    assert "expected fee £8,440" in head.accessibleName()
    assert head.toolTip() == "£8,440 expected: 3 fees here and 14 from Engineering, tier A"
    head.show_call(call(2), 1.0)
    assert head.toolTip() == ""
