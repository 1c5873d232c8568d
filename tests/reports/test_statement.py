"""A month's statement as text and on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from matplotlib.text import Text

from tests.reports import examples, pdf_text
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.statements import Statement
from warmcalls.reports import statement_pdf, statement_text
from warmcalls.reports.charts.drawing import picture
from warmcalls.reports.statement_pages import FOOT, HEIGHT, MARGIN, WIDTH, pages


def hostile() -> Statement:
    plain = examples.statement()
    campaigns = tuple((name, 100_000, 20_000) for name in examples.HOSTILE) * 4
    return replace(
        plain,
        agency="<b>$x$</b> " * 20,
        wins=plain.wins * 12,
        campaigns=(*campaigns, ("W" * 300, 1, 1), ("long " * 2000, 1, 1)),
        notes=examples.HOSTILE,
    )


def test_the_text_says_what_helped_what_it_cost_and_whom_to_thank() -> None:
    said = statement_text.text(examples.statement()).splitlines()
    assert said[0] == "Harcourt Lane, February 2026"
    assert said[2] == "In February 2026 marketing helped you take home £38,400 of £61,000."
    assert said[3] == "It cost £6,900: £5.57 per £1."
    assert said[4] == "Since January 2026: £52,100 of £98,800. It cost £13,500: £3.86 per £1."
    assert (
        "- Ashgrove Dental, Practice manager placed: £14,500; Beth Okafor rang, thanks to "
        "Salary Guide 2026, Hiring webinars"
    ) in said
    assert "- Newsletter: £8,400 for £900 spent" in said


def test_nothing_paid_and_nothing_spent_are_said_plainly() -> None:
    empty = Statement("", "2026-01", "GBP", 0, 0, 0, None, "2026-01", 0, 0, 0, None)
    said = statement_text.text(empty)
    assert said == "January 2026\n\nIn January 2026 no fee was paid.\nMarketing cost nothing.\n"
    assert len(pages(empty)) == 1


def test_a_month_without_a_payment_has_no_return() -> None:
    quiet = Statement("A", "2025-04", "GBP", 0, 0, 79_400, 0.0, "2025-01", 0, 0, 100_600, 0.0)
    assert statement_text.text(quiet).splitlines()[2:] == [
        "In April 2025 no fee was paid.",
        "Marketing cost £794.",
        "Since January 2025: no fee was paid. Marketing cost £1,006.",
    ]
    cold = replace(quiet, taken=600_000, since_taken=600_000)
    assert statement_text.text(cold).splitlines()[2:] == [
        "In April 2025 you took home £6,000, and marketing had no hand in it.",
        "Marketing cost £794.",
        "Since January 2025: £0 of £6,000. Marketing cost £1,006.",
    ]
    assert statement_text.campaign_cost(cold, 34_000, 0) == "£340, nothing spent"


def test_names_stay_on_their_lines() -> None:
    said = statement_text.text(hostile())
    assert "- one two three four: £1,000 for £200 spent" in said
    assert said.count("\n") == len(said.splitlines())


def test_one_page_of_a4_with_its_faces_inside(tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    statement_pdf.write(examples.statement(), path)
    data = path.read_bytes()
    assert pdf_text.pages_of(path) == 1
    assert b"/MediaBox [ 0 0 595.5 842.25 ]" in data
    assert {"Inter-Regular", "Inter-SemiBold"} <= pdf_text.faces_of(path)
    said = pdf_text.text_of(path)
    for words in ("Harcourt Lane", "£38,400", "£5.57 per £1", "Beth Okafor", "By campaign"):
        assert words in said
    assert b"CreationDate" not in data


def test_long_lists_go_on_to_the_next_page_and_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "statement.pdf"
    statement_pdf.write(hostile(), path)
    count = pdf_text.pages_of(path)
    assert count >= 4
    said = pdf_text.text_of(path)
    assert said.count("Calloway Build") == 12
    assert said.count("$x$ and $\\frac{1}{0}$") == 5
    assert f"{count} of {count}" in said
    assert said.replace("\n", "").count("W" * 290) == 1


def test_nothing_is_written_over_the_margins() -> None:
    for figure in pages(hostile()):
        picture(figure)
        for text in figure.findobj(Text):
            box = text.get_window_extent()
            assert box.x0 >= MARGIN - 1
            assert box.x1 <= WIDTH - MARGIN + 3, text
            assert box.y0 >= HEIGHT - FOOT - 26, text


def test_it_is_the_same_file_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        statement_pdf.write(examples.statement(), tmp_path / f"{name}.pdf")
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=r"no such file or directory\. Choose another place\."):
        statement_pdf.write(examples.statement(), tmp_path / "nowhere" / "statement.pdf")
