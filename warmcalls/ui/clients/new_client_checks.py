"""What a new client's fields take: possible addresses and numbers, with the reason if not."""

from warmcalls.domain.clients import Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_email, clean_host

FEWEST_DIGITS = 6
MOST_DIGITS = 15  # E.164
NUMBER_MARKS = set("+()-. /0123456789")


def company(text: str) -> str:
    """Return a company's name; there must be one."""
    if not text:
        raise RefusedError("Say which company it is.")
    return text


def email(text: str) -> str:
    """Return an e-mail address, or nothing."""
    if text and clean_email(text) is None:
        raise RefusedError("This is no e-mail address: it looks like name@company.co.uk.")
    return clean_email(text) or ""


def website(text: str) -> str:
    """Return a host, or nothing."""
    if text and clean_host(text) is None:
        raise RefusedError("This is no website: it looks like www.company.co.uk.")
    return clean_host(text) or ""


def phone(text: str) -> str:
    """Return a number as it was typed, or nothing."""
    digits = sum(each.isdigit() for each in text)
    if not text:
        return ""
    if not set(text) <= NUMBER_MARKS:
        raise RefusedError("A phone number has digits, spaces and + only: 020 7946 0018.")
    if digits < FEWEST_DIGITS:
        raise RefusedError(f"This number is too short: it has only {digits} digits.")
    if digits > MOST_DIGITS:
        raise RefusedError(f"This number is too long: no number has {digits} digits.")
    return text


def tier(text: str) -> str:
    """Return a tier, or nothing."""
    if text and text.upper() not in set(Tier):
        raise RefusedError("A tier is A, B or C; leave it empty if nobody has decided.")
    return text.upper()


def named(text: str, *, needed: bool) -> str:
    """Return a contact's name; where something else is told of a contact, it needs one."""
    if needed and not text:
        raise RefusedError("Say whose role, e-mail or phone it is.")
    return text
