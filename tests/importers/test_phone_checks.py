"""Numbers as people type them: formatted key by key, refused with the reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.importers.phone_checks import as_typed, check_phone
from warmcalls.importers.phones import normal


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("01632 960123", "+441632960123"),
        ("01632960123", "+441632960123"),
        ("(01632) 960-123", "+441632960123"),
        ("020 7946 0018", "+442079460018"),
        ("+44 (0)20 7946 0018", "+442079460018"),
        ("0044 20 7946 0018", "+442079460018"),
        ("0800 1111", "+448001111"),
        ("+1 212 555 0100", "+12125550100"),
        ("+49 30 12345", "+493012345"),
    ],
)
def test_numbers_are_kept_as_they_are_dialled(typed: str, kept: str) -> None:
    assert check_phone(typed) == kept
    assert check_phone(kept) == kept
    assert normal(kept) == kept


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("01632 96012", "01632 96012 is one digit short."),
        ("01632 9601", "01632 9601 is two digits short."),
        ("01632 9601234", "01632 9601234 is one digit too long."),
        ("+1 212 555 010", "+1 212 555 010 is one digit short."),
        ("+44 20 7946", "+44 20 7946 is 4 digits short."),
        ("1632 960123", "“1632 960123” begins with neither 0 nor +: is it 01632 960123?"),
        ("+999 123456", "“+999 123456” begins with no country’s code."),
        ("01632 960123 ext 5", "Write the number alone, and the extension as its label: ext. 5."),
        ("ask Priya", "“ask Priya” is no phone number: it has digits, spaces and one + only."),
        ("+44+20", "“+44+20” is no phone number: it has digits, spaces and one + only."),
        ("", "“” is no phone number: it has digits, spaces and one + only."),
        ("12", "“12” is no phone number: it is too short."),
        ("9" * 20, f"{'9' * 20} is 5 digits too long for any number."),
    ],
)
def test_what_is_no_number_is_refused_with_the_reason(typed: str, why: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_phone(typed)
    assert str(refused.value) == why


@given(st.text(alphabet="0123456789+ ()-x", max_size=24))
def test_any_text_is_a_number_or_refused_and_formatting_loses_no_digit(text: str) -> None:
    digits = [each for each in text if each.isdigit()]
    assert [each for each in as_typed(text) if each.isdigit()] == digits
    try:
        kept = check_phone(text)
    except RefusedError:
        return
    assert kept.startswith("+")
    assert check_phone(kept) == kept


def test_a_number_gets_its_blanks_while_it_is_typed() -> None:
    assert [as_typed("02079460018"[:n]) for n in (2, 5, 8, 11)] == [
        "02", "020 79", "020 7946 0", "020 7946 0018",
    ]  # fmt: skip
    assert as_typed("+442079460018") == "+44 20 7946 0018"
    assert as_typed("07700 900123 (mobile)") == "07700 900123 (mobile)"
