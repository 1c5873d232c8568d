"""What a known export is, and the pieces that all of them share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from warmcalls.domain.identities import clean_email, clean_host
from warmcalls.domain.incoming import IncomingPhone, Party
from warmcalls.importers.phones import normal, why_impossible
from warmcalls.importers.tables.rows import LeftOut, Record, known

SEPARATORS = re.compile(r"\s*(?::::|;|\n)\s*")


@dataclass(frozen=True, slots=True)
class Export:
    """One known export.

    Attributes:
        format: its name in commands and screens.
        needs: folded column names that are always there.
        lacks: folded column names that another export of the same system has.
        party: reads one row.
    """

    format: str
    needs: frozenset[str]
    party: Callable[[Record], Party | LeftOut]
    lacks: frozenset[str] = frozenset()

    def fits(self, names: frozenset[str]) -> bool:
        """Tell whether a header of these folded names is this export's."""
        return self.needs <= names and not self.lacks & names


def several(text: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several."""
    return tuple(dict.fromkeys(part for part in SEPARATORS.split(text.strip()) if part))


def emails(*cells: str) -> tuple[str, ...]:
    """Return the addresses in these cells, once each."""
    found = (clean_email(part) for cell in cells for part in several(cell.replace(",", ";")))
    return tuple(dict.fromkeys(email for email in found if email))


def phones(*labelled: tuple[str, str]) -> tuple[IncomingPhone, ...]:
    """Return the numbers of (label, cell) pairs, once each, under their first label.

    One that cannot be rung comes as it is written, with the reason.
    """
    found: dict[str, IncomingPhone] = {}
    for label, cell in labelled:
        for part in filter(known, several(cell)):
            why = why_impossible(part)
            number = part if why else normal(part)
            found.setdefault(number, IncomingPhone(number, label, why))
    return tuple(found.values())


def domains(website: str) -> tuple[str, ...]:
    """Return the domain of a website, if it is one."""
    host = host_of(website)
    return (host,) if host else ()


def host_of(text: str) -> str | None:
    """Return the host of a website or domain, or None; "1.25" is a number and no host."""
    host = clean_host(text.lstrip("@"))
    return host if host and not host.rpartition(".")[2].isdecimal() else None


def full_name(*parts: str) -> str:
    """Return the parts of a name as one."""
    return " ".join(" ".join(parts).split())


def staff(text: str) -> int | None:
    """Return a number of employees; of a range its lower end."""
    found = re.match(r"[\d,]+", text)
    digits = found.group().replace(",", "") if found else ""
    return int(digits) if digits else None


def nameless(record: Record) -> LeftOut:
    """Return the record as one that says nothing about whom it means."""
    return LeftOut("blank" if record.is_blank() else "no_name", record.text())
