"""A call sheet on paper: whole clients, several a page, never a barred number."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from tests.agency import Agency
from tests.reports import examples, pdf_text
from warmcalls.actions.add_client import add_client
from warmcalls.actions.call_sheet import MOST, call_sheet, todays_sheet
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import do_not_call, exclude
from warmcalls.domain.call_sheets import CallSheet, SheetCall, SheetNumber
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach
from warmcalls.reports import call_sheet_pdf
from warmcalls.reports.call_sheet_pages import FOOT, MARGIN, pages
from warmcalls.reports.charts.drawing import picture
from warmcalls.reports.statement_pages import HEIGHT, WIDTH
from warmcalls.store import phones

CALL = SheetCall(
    1, "Northmoor Logistics", "A", "about 1 in 4", "Priya Nair", "Head of People",
    (SheetNumber("+441632960123", "direct", True), SheetNumber("+442079460018", "switchboard")),
    "3 people read “Salary Guide 2026” since Tuesday; last spoke 3 weeks ago.",
    "Priya, I’m calling from Harcourt Lane.",
)  # fmt: skip
SHEET = CallSheet("Harcourt Lane", "Beth Okafor’s calls", "Tuesday 3 March 2026", (CALL,))


def many(count: int, call: SheetCall = CALL) -> CallSheet:
    calls = tuple(replace(call, place=n + 1, client=f"{call.client} {n + 1}") for n in range(count))
    return replace(SHEET, calls=calls, left_out=("2 clients left out: objected to calls.",))


def hostile() -> CallSheet:
    long = replace(
        CALL, client="W" * 400, contact="long " * 300, role="$x$", why="why " * 900,
        opener="say " * 900, numbers=(SheetNumber("9" * 40, "direct " * 9),) * 2, waits="w " * 900,
    )  # fmt: skip
    strange = tuple(replace(CALL, client=n, why=n, contact=n) for n in examples.HOSTILE)
    return replace(SHEET, agency="<b>$x$</b> " * 30, title="t " * 300, calls=(long, *strange))


def test_a_sheet_says_all_that_one_rings_with(tmp_path: Path) -> None:
    path = tmp_path / "calls.pdf"
    assert call_sheet_pdf.write(SHEET, path) == 1
    said = pdf_text.text_of(path).encode("latin-1").decode("cp1252", "replace")
    for words in (
        "Harcourt Lane, Tuesday 3 March 2026", "Northmoor Logistics", "tier A, about 1 in 4",
        "Priya Nair, Head of People", "01632 960123", "020 7946 0018", "switchboard, not screened",
        "1 number was not screened", "last spoke 3 weeks ago", "Job brief taken", "Do not call",
        "Voicemail left", "No, because", "Notes", "1 of 1", "1 call",
    ):  # fmt: skip
        assert words in said, words
    assert {"Inter-Regular", "Inter-SemiBold"} <= pdf_text.faces_of(path)


def test_several_a_page_and_each_client_on_one(tmp_path: Path) -> None:
    path = tmp_path / "calls.pdf"
    long = replace(CALL, why=f"{CALL.why} You promised a call at 09:30; they rang on 6 January.")
    count = call_sheet_pdf.write(many(20, long), path)
    assert count == pdf_text.pages_of(path) == 5  # four a page, the first with its head, too
    said = pdf_text.text_of(path)
    assert "20 calls" in said
    assert f"{count} of {count}" in said
    assert "2 clients left out: objected to calls." in said
    assert all(f"Northmoor Logistics {n}\n" in said for n in range(1, 21))


def rules(count: int) -> list[float]:
    """Return how far down the lines of the first page are: those between clients, and for a pen."""
    found = pages(many(count))[0].findobj(Line2D)
    ys = [np.asarray(line.get_ydata(), dtype=float) for line in found]
    return [float(y[0]) for y in ys if len(y) > 1]


def test_room_that_is_left_is_for_notes() -> None:
    assert all(max(rules(count)) <= FOOT for count in (1, 3, 4, 7))
    assert max(rules(4)) > FOOT - 32
    assert len(rules(1)) > len(rules(4)) / 4


def test_nothing_is_written_over_the_margins() -> None:
    for sheet in (many(9), hostile()):
        for figure in pages(sheet):
            picture(figure)
            for text in figure.findobj(Text):
                box = text.get_window_extent()
                assert box.x0 >= MARGIN - 1
                assert box.x1 <= WIDTH - MARGIN + 12, text  # hinting on the screen; paper has none
                assert box.y0 >= HEIGHT - FOOT - 22, text


def test_an_empty_sheet_is_a_page_of_its_own() -> None:
    assert len(pages(replace(SHEET, calls=(), agency=""))) == 1


def test_all_screened_is_no_warning() -> None:
    screened = replace(CALL, numbers=CALL.numbers[:1])
    assert replace(SHEET, calls=(screened,)).warning == ""
    assert many(2).warning.startswith("2 numbers were not screened")


def test_it_is_the_same_file_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        call_sheet_pdf.write(many(4), tmp_path / f"{name}.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
    with pytest.raises(RefusedError, match="could not be saved"):
        call_sheet_pdf.write(SHEET, tmp_path / "nowhere" / "a.pdf")


# What goes on it


def client(agency: Agency, name: str, *numbers: str, contact: str = "Priya Nair") -> int:
    person = IncomingContact(
        contact, role="Head of People", phones=tuple(map(IncomingPhone, numbers))
    )
    desk_number = f"020 7946 {sum(map(ord, name)):04}"  # an objection bars a number everywhere
    company = IncomingClient(name, phones=(IncomingPhone(desk_number),))
    return add_client(agency.db, Party(0, company, contact=person), now=agency.now).id


def test_barred_numbers_are_never_on_it(agency: Agency) -> None:
    one = client(agency, "Ashgrove", "01632 960123", "01632 960124")
    with agency.db.atomic():
        phones.screened(
            agency.db, ["+441632960123", "+442079460831"], {"+441632960123"}, agency.now, "TPS"
        )
    (call,) = call_sheet(desk(agency.db, agency.now), [one]).calls
    assert [number.number for number in call.numbers] == ["+441632960124", "+442079460831"]
    assert [number.screened for number in call.numbers] == [False, True]
    assert (call.contact, call.role) == ("Priya Nair", "Head of People")


def test_who_objected_or_is_excluded_is_left_out_and_said(agency: Agency) -> None:
    ids = [client(agency, name) for name in ("Ashgrove", "Brook", "Calder", "Dunmere")]
    do_not_call(agency.db, ids[1], now=agency.now)
    exclude(agency.db, ids[2], "a competitor", now=agency.now)
    asked = desk(agency.db, agency.now)
    sheet = call_sheet(asked, [ids[3], *ids, 99_999])
    assert [call.client for call in sheet.calls] == ["Dunmere", "Ashgrove", "Dunmere"]
    assert sheet.left_out == (
        "1 client left out: objected to calls.", "1 client left out: kept off every list.",
    )  # fmt: skip
    with pytest.raises(RefusedError, match="nobody to ring: 1 client left out: objected to calls"):
        call_sheet(asked, [ids[1]])
    with pytest.raises(RefusedError, match="No client is chosen|no client is chosen"):
        call_sheet(asked, [])
    with pytest.raises(RefusedError, match="at most 300"):
        call_sheet(asked, range(MOST + 1))


def test_who_rests_has_a_word_of_warning(agency: Agency) -> None:
    one = client(agency, "Ashgrove")
    agency.outcome(one, Reach.NO_ANSWER, at=agency.now - DAY)
    (call,) = call_sheet(desk(agency.db, agency.now), [one]).calls
    assert call.waits == "It rests until Thu 5 March: nobody was reached the last time."


def test_todays_sheet_is_todays_list(agency: Agency) -> None:
    beth = agency.recruiter()
    with pytest.raises(RefusedError, match="Nobody is on today’s list"):
        todays_sheet(desk(agency.db, agency.now, beth))
    for name in ("Ashgrove", "Brook"):
        agency.signal(client(agency, name))
    sheet = todays_sheet(desk(agency.db, agency.now, beth))
    assert sheet.title == "Beth Okafor’s calls"
    assert [call.client for call in sheet.calls] == [c.client for c in agency.today(beth).calls]
    assert todays_sheet(desk(agency.db, agency.now)).title == "Today’s calls"


def test_it_can_be_stopped(agency: Agency) -> None:
    def stop(_: int, __: int) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        call_sheet(desk(agency.db, agency.now), [client(agency, "Ashgrove")], step=stop)
