"""What a contact's fields take: a name, a role, an e-mail address; refused with the reason."""

from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_email, clean_text

LONGEST: Final = 200
LONGEST_EMAIL: Final = 254  # RFC 5321
STOPS: Final = frozenset("<>\"',;")


def check_person(text: str) -> str:
    """Return a person's name; there must be one."""
    name = clean_text(text)
    if not name:
        raise RefusedError("Say what the contact is called.")
    return check_length(name, "name")


def check_length(text: str, what: str) -> str:
    """Return a text on one line that is not longer than one reads."""
    clean = clean_text(text)
    if len(clean) > LONGEST:
        over = len(clean) - LONGEST
        raise RefusedError(f"This {what} is {over:,} characters too long: {LONGEST} fit.")
    return clean


def check_email(text: str) -> str:
    """Return an e-mail address in lower case, or nothing where nothing is typed.

    Raises:
        RefusedError: it is none; the sentence says what is wrong with it.
    """
    said = clean_text(text).removeprefix("mailto:")
    if not said:
        return ""
    wrong = _wrong(said)
    if wrong:
        raise RefusedError(f"{_short(said)} is no e-mail address: {wrong}.")
    return said.lower()


def _wrong(said: str) -> str:
    """Return what is wrong with an address, or nothing."""
    name, _, host = said.rpartition("@")
    tests = (
        (any(each.isspace() for each in said), "it has a blank in it"),
        (bool(STOPS & set(said)), "type one address, without the name around it"),
        ("@" not in said, "it lacks an @"),
        ("@" in name, "it has more than one @"),
        (not name, "nothing stands before its @"),
        (not host, "nothing stands after its @"),
        ("." not in host, "it lacks a domain such as .co.uk"),
        (host.endswith("."), "it ends with a dot"),
        (any(not part for part in host.split(".")), "two dots stand side by side"),
        (len(said) > LONGEST_EMAIL, "it is longer than any address"),
        (clean_email(said) is None, "it looks like name@company.co.uk"),
    )
    return next((why for is_so, why in tests if is_so), "")


def _short(said: str) -> str:
    return said if len(said) <= LONGEST_EMAIL else f"{said[:40]}…"
