"""Phone numbers as people type them: formatted key by key, and refused with the reason."""

import re
from typing import TYPE_CHECKING, Final

from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

REGION: Final = "GB"
MARKS: Final = re.compile(r"[\d\s()+./\-\u2010-\u2015]+")
EXTENSION: Final = re.compile(r"(?:ext(?:ension)?|x|#)\.?\s*\d+\s*$", re.IGNORECASE)
LONGEST: Final = 15  # digits of any number on earth (E.164)
SHORTEST: Final = 3
COUNTED: Final = {1: "one digit", 2: "two digits", 3: "three digits"}


def check_phone(text: str, region: str = REGION) -> str:
    """Return a number as E.164, from what somebody typed.

    A number of the right length counts even where no such number is given out: the regulator
    opens new ranges faster than lists of them are renewed.

    Raises:
        RefusedError: it cannot be a number; the sentence says what is wrong with it.
    """
    import phonenumbers  # noqa: PLC0415 - slow, and nothing before the first number needs it

    said = text.strip()
    _check_marks(said)
    try:
        found = phonenumbers.parse(said, region)
    except phonenumbers.NumberParseException as error:
        raise RefusedError(f"“{said}” begins with no country’s code.") from error
    _check_start(said, found, region)
    if not phonenumbers.is_valid_number(found):
        _check_length(said, found)
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)


def _check_marks(said: str) -> None:
    if EXTENSION.search(said):
        raise RefusedError("Write the number alone, and the extension as its label: ext. 5.")
    if not MARKS.fullmatch(said) or "+" in said[1:]:
        raise RefusedError(f"“{said}” is no phone number: it has digits, spaces and one + only.")
    digits = sum(each.isdigit() for each in said)
    if digits < SHORTEST:
        raise RefusedError(f"“{said}” is no phone number: it is too short.")
    if digits > LONGEST + 2:  # 00 may stand for the +
        over = digits - LONGEST
        raise RefusedError(f"{said} is {digit_words(over)} too long for any number.")


def _check_start(said: str, found: "PhoneNumber", region: str) -> None:
    """Refuse a number at home that begins with neither 0 nor a country's code."""
    import phonenumbers  # noqa: PLC0415 - as above

    home = phonenumbers.country_code_for_region(region)
    plain = re.sub(r"\D", "", said)
    if said.startswith("+") or plain.startswith("0") or found.country_code != home:
        return
    if phonenumbers.is_possible_number(found):
        raise RefusedError(f"“{said}” begins with neither 0 nor +: is it 0{said}?")


def _check_length(said: str, found: "PhoneNumber") -> None:
    """Refuse a number that is no valid one and has not as many digits as its country's have."""
    import phonenumbers  # noqa: PLC0415 - as above

    region = phonenumbers.region_code_for_country_code(found.country_code or 0)
    data = phonenumbers.PhoneMetadata.metadata_for_region(region, None)
    if data is None or data.general_desc is None:
        raise RefusedError(f"“{said}” begins with no country’s code.")
    lengths = data.general_desc.possible_length
    # at home nearly all numbers have the greatest length, and the others are known ranges
    fewest = lengths[-1] if region == REGION else lengths[0]
    own = phonenumbers.national_significant_number(found)
    # of a number that is far too short the 0 is not known to be a prefix
    has = len(own.removeprefix("0") if region == REGION else own)
    if has < fewest:
        raise RefusedError(f"{said} is {digit_words(fewest - has)} short.")
    if has > lengths[-1]:
        raise RefusedError(f"{said} is {digit_words(has - lengths[-1])} too long.")


def digit_words(count: int) -> str:
    """Return a number of digits in words: "one digit", "4 digits"."""
    return COUNTED.get(count, f"{count} digits")


def as_typed(text: str, region: str = REGION) -> str:
    """Return a number with the blanks that its digits so far ask for: "020 7946 0".

    What holds anything but digits and marks between them stays as it was typed.
    """
    if not text.strip() or not MARKS.fullmatch(text) or "(" in text or "+" in text[1:]:
        return text
    from phonenumbers import AsYouTypeFormatter  # noqa: PLC0415 - as above

    formatter, shown = AsYouTypeFormatter(region), ""
    for each in re.sub(r"[^\d+]", "", text):
        shown = formatter.input_digit(each)
    return str(shown)
