"""Phone numbers as files write them, brought into one form."""

import re
from functools import lru_cache

from warmcalls.domain.errors import RefusedError
from warmcalls.importers.phone_checks import LONGEST, check_phone

SHORTEST = 6  # digits; below that it is an extension
NATIONAL = 10  # digits; what is longer begins with a country code or is nothing
HOME = re.compile(r"\+44\d{10}")  # as many digits as British numbers have
WRITTEN_BY_HAND = re.compile(r"[^\d+]")


@lru_cache(maxsize=4096)
def normal(number: str, region: str = "GB") -> str:
    """Return a number as E.164, or its digits as given where its country is not known.

    A British number begins with 0, or has nothing but digits where a spreadsheet took the 0;
    "(757) 555-0101" is of some other country and must not become a British number.

    Args:
        number: as written, such as "020 7946 0018" or "+44 (0)20 7946 0018".
        region: the country of numbers without a country code.
    """
    import phonenumbers  # noqa: PLC0415 - slow, and most imports hold no phone

    bare = number.strip()
    digits = re.sub(r"(?!^\+)\D", "", bare)
    trunk = phonenumbers.ndd_prefix_for_region(region, True)
    foreign = trunk == "0" and not digits.startswith(("0", "+")) and len(digits) <= NATIONAL
    if len(digits) < SHORTEST or (foreign and WRITTEN_BY_HAND.search(bare)):
        return digits
    try:
        parsed = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException:
        return digits
    if not phonenumbers.is_possible_number(parsed):
        return digits
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


@lru_cache(maxsize=4096)
def why_impossible(text: str) -> str:
    """Return why nobody can ring a number that a file has, empty where somebody may.

    It is checked as one that is typed in. Files may say more: an extension behind the number,
    and numbers of other countries without their code.
    """
    bare = re.sub(r"[^\d+]", "", text)
    if 0 < len(bare) < SHORTEST:
        return f"“{text}” is no phone number: it is too short."
    if not bare.startswith(("+", "0")) and SHORTEST <= len(bare) <= LONGEST:
        return ""
    number = normal(text)
    if HOME.fullmatch(number):
        return ""  # as nearly all are, and the whole check is slow
    said = number if number.startswith("+") else text
    try:
        check_phone(said)
    except RefusedError as error:
        return str(error).replace(said, text, 1)
    return ""
