from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.importers.tables_reading import LONDON
from warmcalls.domain.moments import moment
from warmcalls.importers.phones import normal
from warmcalls.importers.tables.dates import day_order, is_date, when
from warmcalls.importers.tables.numbers import minor_units, number, whole
from warmcalls.importers.tables.rows import cell_text, fold
from warmcalls.reports.phones import shown


def utc(*parts: int) -> int:
    return moment(datetime(*parts, tzinfo=UTC))  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-02-05", utc(2026, 2, 5)),
        ("2026-07-05", utc(2026, 7, 4, 23)),  # midnight of a British summer
        ("2026-02-05T09:30:15Z", utc(2026, 2, 5, 9, 30, 15)),
        ("2026-02-05 09:30:15.123456+00:00", utc(2026, 2, 5, 9, 30, 15)),
        ("2026-02-05T09:30:00+0300", utc(2026, 2, 5, 6, 30)),
        ("2026/2/5", utc(2026, 2, 5)),
        ("20260205", utc(2026, 2, 5)),
        ("05/02/2026", utc(2026, 2, 5)),
        ("5.2.26 9:05", utc(2026, 2, 5, 9, 5)),
        ("11/06/2026 09:00:00 AM", utc(2026, 6, 11, 8)),
        ("Jun 09, 2018 09:30 pm", utc(2018, 6, 9, 20, 30)),
        ("Thu, 5 Feb 2026", utc(2026, 2, 5)),
        ("Mon, Apr 26, 2021 12:25", utc(2021, 4, 26, 11, 25)),
        ("12 Mar 2021", utc(2021, 3, 12)),
        ("5-Feb-26 12:00 am", utc(2026, 2, 5)),
        ("5th September 2026 at 12:30 p.m.", utc(2026, 9, 5, 11, 30)),
        ("Sept 5, 2026", utc(2026, 9, 4, 23)),
        ("1566584323", utc(2019, 8, 23, 18, 18, 43)),
        ("1566584323020", utc(2019, 8, 23, 18, 18, 43) + 20_000),
    ],
)
def test_dates_as_exports_write_them(text: str, at: int) -> None:
    assert when(text, LONDON, day_first=True) == at


def test_the_order_decides_and_the_zone_too() -> None:
    assert when("03/04/2026", LONDON, day_first=False) == utc(2026, 3, 4)
    assert when("03/04/2026 12:00", ZoneInfo("Asia/Tokyo"), day_first=True) == utc(2026, 4, 3, 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("soon", "no date that can be read"),
        ("", "no date that can be read"),
        ("31/02/2026", "no date of the calendar"),
        ("02/25/2026", "no date of the calendar"),
        ("2026-02-05 25:00", "no date of the calendar"),
        ("2026-02-05 10:30+99:99", "no date"),
        ("1899-12-31", "between 1990 and 2100"),
        ("0000-01-01", "no date of the calendar"),
        ("9999-12-31", "between 1990 and 2100"),
        ("45000.5", "no date that can be read"),
        ("²²²²²²²²²²", "no date that can be read"),
        ("020 7946 0018", "no date that can be read"),
    ],
)
def test_what_is_no_date_is_said(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        when(text, LONDON, day_first=True)


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_a_sentence(text: str) -> None:
    try:
        when(text, LONDON, day_first=True)
    except ValueError as error:
        said = str(error)
    else:
        said = ""
    assert not said or said.startswith("“")


DAYS = st.dates(datetime(1991, 1, 1).date(), datetime(2099, 12, 31).date())  # noqa: DTZ001


@given(st.lists(DAYS, min_size=1), st.booleans(), st.sampled_from("/-."))
def test_one_day_over_twelve_tells_the_order_of_a_whole_column(
    days: list[datetime],
    day_first: bool,  # noqa: FBT001
    sep: str,
) -> None:
    form = f"%d{sep}%m{sep}%Y" if day_first else f"%m{sep}%d{sep}%Y"
    order = day_order(day.strftime(form) for day in days)
    assert order is (day_first if any(day.day > 12 for day in days) else None)


@given(st.datetimes(datetime(1991, 1, 1), datetime(2099, 1, 1)), st.booleans())  # noqa: DTZ001
def test_written_dates_read_back(at: datetime, day_first: bool) -> None:  # noqa: FBT001
    at = at.replace(microsecond=0)
    expected = moment(at.replace(tzinfo=UTC))
    forms = ["%Y-%m-%d %H:%M:%S", "%d %B %Y %H:%M:%S", "%b %d, %Y %I:%M:%S %p"]
    forms.append("%d/%m/%Y %H:%M:%S" if day_first else "%m/%d/%Y %H:%M:%S")
    for form in forms:
        text = at.strftime(form)
        assert is_date(text)
        assert when(text, ZoneInfo("UTC"), day_first=day_first) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234.50", "1234.5"),
        ("£8k", "8000"),
        ("US$1.92", "1.92"),
        ("(12)", "-12"),
        ("-£1,000", "-1000"),
        ("£-3", "-3"),
        ("R$39,99", "39.99"),
        ("1.234,50 €", "1234.5"),
        ("1,234", "1234"),
        ("1 234", "1234"),
        ("2.81%", "2.81"),
        ("£1.5m", "1500000"),
        ("GBP 20", "20"),
        (".5", "0.5"),
        ("7", "7"),
        ("--", None),
        ("", None),
        ("£", None),
        ("tbc", None),
        ("5 (0.5%)", None),
        ("1.2.3", None),
        ("12/3", None),
        ("9" * 400, None),
    ],
)
def test_numbers_as_exports_write_them(text: str, value: str | None) -> None:
    assert number(text) == (None if value is None else Decimal(value))


@given(st.text(max_size=30))
def test_any_text_is_a_number_or_none(text: str) -> None:
    assert number(text) is None or isinstance(number(text), Decimal)
    assert minor_units(text) is None or isinstance(minor_units(text), int)
    assert whole(text) is None or isinstance(whole(text), int)


@given(st.decimals(-10_000_000, 10_000_000, places=2))
def test_amounts_read_back(amount: Decimal) -> None:
    assert minor_units(f"£{amount:,}") == minor_units(str(amount)) == int(amount * 100)


@pytest.mark.parametrize(
    ("text", "count"), [("51-200", 51), ("1,200", 1200), ("10+", 10), ("500", 500), ("few", None)]
)
def test_staff_may_be_a_range(text: str, count: int | None) -> None:
    assert whole(text) == count


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        (" RegAddress.AddressLine2", "reg address address line2"),
        ("CONSULTOR ", "consultor"),
        ("E-mail 1 - Value", "e mail 1 value"),
        ("clientCorporation.externalID", "client corporation external id"),
        ("\ufeffEmail*", "email"),
    ],
)
def test_names_of_columns_compare_folded(name: str, folded: str) -> None:
    assert fold(name) == folded


@given(st.text(max_size=20))
def test_a_guarded_cell_reads_as_it_was(text: str) -> None:
    bare = text.strip()
    guarded = f"'{bare}" if cell_text(f"'{bare}") == bare else bare
    assert cell_text(guarded) == bare


@pytest.mark.parametrize(
    ("written", "kept", "to_read"),
    [
        ("020 7946 0018", "+442079460018", "020 7946 0018"),
        ("+44 (0)20 7946 0018", "+442079460018", "020 7946 0018"),
        ("0044 20 7946 0018", "+442079460018", "020 7946 0018"),
        ("2079460018", "+442079460018", "020 7946 0018"),  # a spreadsheet took the 0
        ("07700 900123", "+447700900123", "07700 900123"),
        ("+1 (212) 555-0100", "+12125550100", "+1 212-555-0100"),
        ("(757) 555-0101", "7575550101", "7575550101"),
        ("ext. 123", "123", "123"),
        ("none", "", ""),
    ],
)
def test_phones(written: str, kept: str, to_read: str) -> None:
    assert normal(written) == kept
    assert shown(kept) == to_read


@given(st.text(max_size=30))
def test_any_text_is_a_phone_or_digits(text: str) -> None:
    assert set(normal(text)) <= set("+0123456789") | {c for c in text if c.isdecimal()}
    assert isinstance(shown(normal(text)), str)


def test_a_day_is_a_day_long() -> None:
    one = when("28/03/2026", LONDON, day_first=True)
    assert when("30/03/2026", LONDON, day_first=True) - one == (
        timedelta(days=2) - timedelta(hours=1)
    ) // timedelta(microseconds=1)
