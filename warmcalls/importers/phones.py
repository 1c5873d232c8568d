"""Phone numbers as files write them, brought into one form."""

import re
from functools import lru_cache

SHORTEST = 6  # digits; below that it is an extension
NATIONAL = 10  # digits; what is longer begins with a country code or is nothing
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
