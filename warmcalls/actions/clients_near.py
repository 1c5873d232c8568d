"""Which clients may have something in common with a few, read without looking at everything.

A full look at 100,000 clients reads and takes apart all that is known of them. A few clients that
are new share a key with few others; names are taken apart all the same, the rest is looked up.
Everybody who shares a key with one of them is found, so blocks and counts are those of a full look.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from warmcalls.actions.client_facts import (
    A_WHILE,
    domain_of,
    person_of,
    some_clients,
    trading_names,
)
from warmcalls.domain.duplicate_keys import LONGEST
from warmcalls.domain.duplicate_names import Name, take_apart
from warmcalls.domain.duplicates import Facts, company_number
from warmcalls.importers.domains import registrable
from warmcalls.store import duplicates as store
from warmcalls.store.engine import Reader

SLIPS: Final = 2  # letters; two names that are one without a letter each are no further apart


@dataclass(frozen=True, slots=True)
class Near:
    """Some clients with all who may share a key with them.

    Attributes:
        facts: of all of them, by id.
        names: how many clients bear each name, as letters, and have each telling word.
    """

    facts: list[Facts]
    names: Counter[tuple[str, str]]


class _Wanted:
    """What a few clients have that others may have, too."""

    def __init__(self, some: Sequence[Facts]) -> None:
        names = [name for each in some for name in (each.name, *each.aliases)]
        self.letters = {name.letters for name in names}
        self.telling = {word for name in names for word in name.telling}
        self.pairs = {pair for name in names for pair in combinations(sorted(set(name.words)), 2)}
        self.words = {word for pair in self.pairs for word in pair}
        self.numbers = {each.number for each in some if each.number}
        self.domains = {value for each in some for value in each.domains}
        self.emails = {value for each in some for value in each.emails}
        self.people = {value for each in some for value in each.people}
        self._hosts: dict[str, bool] = {}
        self.phones = sorted({value for each in some for value in each.phones})

    def names(self, name: Name) -> bool:
        """Tell whether a name may share a key: a telling word, two words, or all letters."""
        if not self.telling.isdisjoint(name.telling) or name.letters in self.letters:
            return True
        shared = self.words.intersection(name.words)
        return len(shared) > 1 and any(
            pair in self.pairs for pair in combinations(sorted(shared), 2)
        )

    def holds(self, number: str, website: str) -> bool:
        """Tell whether one of them has a number at Companies House, or a website's domain."""
        return bool(
            (number and self.numbers and company_number(number) in self.numbers)
            or (website and self.domains and domain_of(website) in self.domains)
        )

    def knows(self, name: str, email: str) -> bool:
        """Tell whether a contact's name, e-mail or domain is at one of them, too."""
        return (
            email in self.emails
            or (bool(self.people) and person_of(name) in self.people)
            or (bool(email and self.domains) and self._mails(email.rpartition("@")[2]))
        )

    def _mails(self, host: str) -> bool:
        known = self._hosts.get(host)
        if known is None:
            known = self._hosts[host] = registrable(host) in self.domains
        return known


def near(db: Reader, ids: Sequence[int], step: Callable[[], None]) -> Near:
    """Return some clients with all who may share a key with them.

    Args:
        db: the database.
        ids: of the clients.
        step: called now and then; it may raise to stop the reading.
    """
    some = some_clients(db, ids)
    wanted = _Wanted(some)
    found = set(store.with_phones(db, wanted.phones))
    there: list[int] = []
    names: list[Name] = []
    for row, (client_id, written, key, _, number, website) in enumerate(store.clients(db)):
        if row % A_WHILE == 0:
            step()
        name = take_apart(key)
        there.append(client_id)
        names.append(name)
        known = (name, *trading_names(written))
        if any(map(wanted.names, known)) or wanted.holds(number, website):
            found.add(client_id)
    found.update(there[place] for place in _slipped(some, names))
    step()
    found.update(_reached(db, wanted))
    step()
    facts = some_clients(db, found | {each.id for each in some})
    return Near(facts, _counts(facts, names))


def _slipped(some: Sequence[Facts], names: Sequence[Name]) -> list[int]:
    """Return the places of names that are a slip away from one of some."""
    mine = sorted({each.name.folded[:LONGEST] for each in some})
    theirs = [name.folded[:LONGEST] for name in names]
    places: list[int] = []
    for text in mine:
        (apart,) = process.cdist([text], theirs, scorer=OSA.distance, score_cutoff=SLIPS)
        places += (apart <= SLIPS).nonzero()[0].tolist()
    return places


def _reached(db: Reader, wanted: _Wanted) -> set[int]:
    """Return the clients that share a contact, an e-mail, a domain or another name."""
    found = {
        client_id for client_id, name, email in store.contacts(db) if wanted.knows(name, email)
    }
    held = {"domain": wanted.domains, "email": wanted.emails}
    for client_id, value in store.other_names(db):
        if wanted.names(take_apart(value)):
            found.add(client_id)
    for kind, values in held.items():
        found |= store.identified(db, kind, sorted(values))
    return found


def _counts(facts: Sequence[Facts], names: Sequence[Name]) -> Counter[tuple[str, str]]:
    """Return how many of all names are as those that are compared, and have words of theirs."""
    compared = [name for each in facts for name in (each.name, *each.aliases)]
    words = {word for name in compared for word in name.telling}
    letters = {name.letters for name in compared}
    counts: Counter[tuple[str, str]] = Counter()
    for name in names:
        if name.letters in letters:
            counts["name", name.letters] += 1
        counts.update(("word", word) for word in words.intersection(name.telling))
    return counts
