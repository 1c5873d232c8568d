"""Identities: what a signal carries that can tie it to a client, and how each is written."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum


class IdentityKind(StrEnum):
    """The sorts of identity, strongest first."""

    TOKEN = "token"  # noqa: S105
    EMAIL = "email"
    EXTERNAL = "external"
    DOMAIN = "domain"
    RANGE = "range"
    NAME = "name"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Identity:
    """One identity, normalised, so that equal ones compare equal.

    A `range` stands for a network such as 192.0.2.0/24 and belongs to clients only; an
    `address` stands for a single address and belongs to signals only.
    """

    kind: IdentityKind
    value: str


LEGAL_FORMS = re.compile(
    r"\b(limited|ltd|plc|llp|lp|inc|incorporated|llc|corp|corporation|gmbh|co|company|uk|group)\b"
)
EMAIL = re.compile(r"[^@\s<>\"',;]+@[^@\s<>\"',;]+\.[^@\s<>\"',;.]{2,}")


def name_key(name: str) -> str:
    """Return a company name for comparing: no case, punctuation, legal form or "the".

    A name made of nothing but such words is kept whole, so that no two clients collapse by it.
    """
    folded = re.sub(r"[^\w\s]", " ", name.casefold().replace("&", " and ").replace("'", ""))
    words = " ".join(folded.split())
    short = " ".join(LEGAL_FORMS.sub(" ", words).removeprefix("the ").split())
    return short or words


def clean_text(text: str) -> str:
    """Return a text on one line, without characters that control how others are shown.

    A line break in a name would overlap rows, and a bidirectional override reverse a sentence.
    """
    if text.isprintable():
        return text.strip()
    shown = (c if c.isprintable() else " " if c.isspace() else "" for c in text)
    return " ".join("".join(shown).split())


def clean_email(text: str) -> str | None:
    """Return an e-mail address in lower case, or None if the text is not one."""
    found = EMAIL.fullmatch(text.strip().removeprefix("mailto:"))
    return found.group().lower() if found else None


def clean_host(text: str) -> str | None:
    """Return the bare host of a website, URL or host name, or None if there is none."""
    host = re.sub(r"^[a-z]+://", "", text.strip().lower()).split("/")[0].split("?")[0]
    host = host.split("@")[-1].split(":")[0].strip(".").removeprefix("www.")
    # no ending is a number: 999.1.2.3 is neither a host nor an address
    if not re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) or host.rpartition(".")[2].isdecimal():
        return None
    return host


def is_address(text: str) -> bool:
    """Tell whether the text is a single IPv4 or IPv6 address."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
