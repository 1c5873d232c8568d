"""Phone numbers as people read them."""

from functools import lru_cache

HOME = 44


@lru_cache(maxsize=16384)
def shown(number: str) -> str:
    """Return an E.164 number to read: "020 7946 0018" at home, "+1 212 555 0100" abroad.

    What is not E.164 is returned as it is.
    """
    import phonenumbers  # noqa: PLC0415 - slow, and nothing before the first number needs it

    if not number.startswith("+"):
        return number
    try:
        parsed = phonenumbers.parse(number)
    except phonenumbers.NumberParseException:
        return number
    styles = phonenumbers.PhoneNumberFormat
    style = styles.NATIONAL if parsed.country_code == HOME else styles.INTERNATIONAL
    return phonenumbers.format_number(parsed, style)
