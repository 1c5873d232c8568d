"""Numbers as exports write them: "1,234.50", "£8k", "US$1.92", "(12)", "2.81%"."""

import re
from decimal import Decimal

CURRENCY = r"(?:[A-Z]{1,3}\s?)?[£$€₹]|GBP|USD|EUR"
NUMBER = re.compile(
    rf"(?:{CURRENCY})?\s*(?P<sign>[-−+]?)\s*(?:{CURRENCY})?\s*"
    rf"(?P<digits>\d[\d.,'\s]*|\.\d+)\s*(?P<times>[kKmM]?)\s*(?:%|{CURRENCY})?"
)
TIMES = {"": 1, "k": 1_000, "m": 1_000_000}
DIGITS = 30


def number(text: str) -> Decimal | None:
    """Return the number a cell holds, or None if it holds none or more than a number."""
    bare = text.strip()
    negative = bare.startswith("(") and bare.endswith(")")
    found = NUMBER.fullmatch(bare.strip("()") if negative else bare)
    if found is None or len(found["digits"]) > DIGITS:
        return None
    digits = plain(re.sub(r"['\s]", "", found["digits"]))
    if digits.count(".") > 1:
        return None
    value = Decimal(digits) * TIMES[found["times"].lower()]
    return -value if negative or found["sign"] in {"-", "−"} else value


def plain(digits: str) -> str:
    """Return digits with a point for the decimals and nothing between the thousands.

    A comma with one or two digits after it is a decimal one, and so is what stands last of
    both a comma and a point.
    """
    if re.fullmatch(r"[\d.]*,\d{1,2}", digits) or digits.rfind(".") < digits.rfind(
        ","
    ) > -1 < digits.find("."):
        return digits.replace(".", "").replace(",", ".")
    return digits.replace(",", "")


def minor_units(text: str) -> int | None:
    """Return an amount of money in pence or cents, or None."""
    value = number(text)
    return None if value is None else round(value * 100)


def whole(text: str) -> int | None:
    """Return a count; of a range such as "51-200" the lower end; None if there is none."""
    value = number(re.split(r"\s*(?:-|–|to\b|\+)", text.strip(), maxsplit=1)[0])
    return None if value is None else int(value)
