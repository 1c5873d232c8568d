"""Clients with known duplicates among them, and with strangers that look like duplicates."""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.bench import duplicate_words as w
from tests.bench.world import NOW
from warmcalls.actions.begin import begin
from warmcalls.domain.identities import name_key
from warmcalls.importers.domains import of_email, registrable

DUPLICATES = 0.08  # of all clients
STRANGERS = 0.10  # hard negatives: clients that belong to a family of look-alikes
FREE = ["gmail.com", "btconnect.com", "outlook.com", "yahoo.co.uk", "hotmail.com"]
SHORT = {
    "Engineering": "Eng.", "Services": "Svcs", "Management": "Mgmt", "Manufacturing": "Mfg",
    "Construction": "Constr.", "Transport": "Transp", "Technologies": "Tech", "Solutions": "Solns",
    "Developments": "Devs", "Distribution": "Dist", "Brothers": "Bros", "Laboratories": "Labs",
    "International": "Intl", "Properties": "Props", "Systems": "Sys",
}  # fmt: skip


@dataclass
class Firm:
    name: str
    town: str = ""
    number: str = ""
    domain: str = ""
    phone: str = ""
    people: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class World:
    """Firms in the order of their ids from 1, and what is true of them."""

    firms: list[Firm] = field(default_factory=list)
    duplicates: dict[tuple[int, int], str] = field(default_factory=dict)
    strangers: dict[tuple[int, int], str] = field(default_factory=dict)

    def add(self, firm: Firm) -> int:
        self.firms.append(firm)
        return len(self.firms)


class Maker:
    """Draws firms."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.domains: set[str] = set()
        self.surnames = [*w.SURNAMES, *(self.invented() for _ in range(4000))]
        self.phones = iter(self.draw.sample(range(10**9), 10**6))

    def one(self, words: list[str]) -> str:
        """Draw a word, early ones more often, as names of people go."""
        return words[int(len(words) * self.draw.random() ** 3)]

    def invented(self) -> str:
        parts = [self.draw.choice(w.STARTS)]
        if self.draw.random() < 0.6:
            parts.append(self.draw.choice(w.MIDDLES))
        return "".join([*parts, self.draw.choice(w.ENDS)]).title()

    def brand(self) -> str:
        kind = self.draw.random()
        if kind < 0.35:
            first = self.draw.choice(w.FIRST) + " " if self.draw.random() < 0.25 else ""
            tail = self.draw.choice(
                ["", "", " & Sons", " Brothers", f" & {self.one(self.surnames)}"]
            )
            return first + self.one(self.surnames) + tail
        if kind < 0.62:
            return self.invented()
        if kind < 0.72:
            return self.draw.choice(w.TOWNS)
        if kind < 0.82:
            return "".join(self.draw.sample("ABCDEFGHJKLMNPRSTW", 2 + (kind < 0.78)))
        if kind < 0.97:
            return f"{self.draw.choice(w.ADJECTIVES)} {self.draw.choice(w.NOUNS)}"
        return (
            f"{self.draw.choice(['Studio', 'Unit', 'Route', 'Plan'])} {self.draw.randrange(2, 99)}"
        )

    def name(self) -> str:
        trades = self.draw.sample(w.TRADES, self.draw.choice([1, 1, 1, 2]))
        middle = " International" if self.draw.random() < 0.04 else ""
        parts = [self.brand() + middle, *trades, self.draw.choice(w.FORMS)]
        return " ".join(part for part in parts if part)

    def phone(self) -> str:
        return f"+441{next(self.phones):09}"

    def number(self) -> str:
        return f"{self.draw.randrange(100_000, 15_000_000):08}"

    def domain(self, name: str) -> str:
        plain = re.sub(r"[^a-z0-9]", "", name_key(name))[:18]
        domain = f"{plain}.{self.draw.choice(['co.uk', 'com', 'uk'])}"
        while domain in self.domains:  # who comes later has to think of another one
            domain = f"{plain}{self.draw.randrange(9999)}.{domain.partition('.')[2]}"
        self.domains.add(domain)
        return domain

    def person(self, domain: str) -> tuple[str, str]:
        first, last = self.draw.choice(w.FIRST), self.one(self.surnames)
        chance = self.draw.random()
        if chance < 0.3:
            return f"{first} {last}", ""
        if domain and chance < 0.9:
            return f"{first} {last}", f"{first}.{last}@{domain}".lower()
        serial = self.draw.randrange(10**6)
        return f"{first} {last}", f"{first}{last}{serial}@{self.draw.choice(FREE)}".lower()

    def firm(self, name: str = "", **fixed: str) -> Firm:
        name, chance = name or self.name(), self.draw.random
        firm = Firm(
            name,
            town=self.draw.choice(w.TOWNS) if chance() < 0.85 else "",
            number=self.number() if chance() < 0.3 else "",
            domain=self.domain(name) if chance() < 0.75 else "",
            phone=self.phone() if chance() < 0.8 else "",
        )
        firm = replace(firm, **fixed)  # type: ignore[arg-type]
        firm.people = [self.person(firm.domain) for _ in range(self.draw.choice([1, 2, 3, 4, 5]))]
        return firm

    def again(self, firm: Firm, **changed: str) -> Firm:
        """Return a firm as somebody else entered it: each thing known or not."""
        chance = self.draw.random
        fields = {
            "town": firm.town if chance() < 0.7 else "",
            "number": firm.number if chance() < 0.5 else "",
            "domain": firm.domain if chance() < 0.6 else "",
            "phone": firm.phone if chance() < 0.6 else self.phone() if chance() < 0.3 else "",
        } | changed
        known = [each for each in firm.people if chance() < 0.35]
        new = [self.person(fields["domain"]) for _ in range(self.draw.choice([0, 1, 2]))]
        return Firm(changed.get("name", firm.name), fields["town"], fields["number"],
                    fields["domain"], fields["phone"], known + new)  # fmt: skip


def typo(draw: random.Random, name: str) -> str:
    """Return a name with one letter left out, doubled, swapped or wrong."""
    places = [i for i, c in enumerate(name[:-1]) if c.isalpha() and name[i + 1].isalpha() and i]
    if not places:
        return name + "e"
    i = draw.choice(places)
    letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
    return draw.choice([
        name[:i] + name[i + 1 :], name[:i] + name[i] + name[i:],
        name[:i] + name[i + 1] + name[i] + name[i + 2 :], name[:i] + letter + name[i + 1 :],
    ])  # fmt: skip


def bare(name: str) -> str:
    """Return a name without its legal form."""
    return re.sub(r"\s+(Ltd\.?|Limited|PLC|LLP)$", "", name)


def reformed(draw: random.Random, name: str) -> str:
    """Return a name with its legal form left out or written in another way, or in capitals."""
    form = name.removeprefix(bare(name)).strip()
    other = {"Ltd": "Limited", "Limited": "Ltd", "Ltd.": "LIMITED"}.get(form, form.lower())
    return draw.choice([bare(name), f"{bare(name)} {other}".strip(), name.upper()])


Change = Callable[[Maker, Firm], Firm]
KINDS: dict[str, Change] = {
    "one letter wrong": lambda m, f: m.again(f, name=typo(m.draw, f.name)),
    "two letters wrong": lambda m, f: m.again(f, name=typo(m.draw, typo(m.draw, f.name))),
    "legal form": lambda m, f: m.again(f, name=reformed(m.draw, f.name)),
    "the, (UK)": lambda m, f: m.again(
        f, name=m.draw.choice([f"The {f.name}", f"{bare(f.name)} (UK)"])
    ),
    "& and points": lambda m, f: m.again(
        f, name=f.name.replace("&", "and").replace(" ", m.draw.choice(["  ", ", ", "-"]), 1)
    ),
    "abbreviations": lambda m, f: m.again(
        f, name=" ".join(SHORT.get(word, word) for word in bare(f.name).split())
    ),
    "spaces": lambda m, f: m.again(f, name=bare(f.name).replace(" ", "", 1)),
    "a word less": lambda m, f: m.again(f, name=" ".join(bare(f.name).split()[:-1]) or f.name),
    "initials": lambda m, f: m.again(f, name=re.sub(r"^([A-Z])\w+ ", r"\1. ", f.name, count=1)),
    "moved": lambda m, f: m.again(f, town=m.draw.choice(w.TOWNS)),
    "other domain": lambda m, f: m.again(f, domain=m.domain(f.name + " x")),
    "name and town alone": lambda _, f: Firm(f.name, f.town),
    "renamed, same phone": lambda m, f: m.again(f, name=m.name(), phone=f.phone),
    "renamed, same domain": lambda m, f: m.again(f, name=m.name(), domain=f.domain),
    "contacts alone": lambda m, f: Firm(typo(m.draw, bare(f.name)), people=f.people[:2]),
}


def make(clients: int, seed: int = 1) -> World:
    """Draw a world of some clients."""
    maker, world = Maker(seed), World()
    for family in families(maker, round(clients * STRANGERS)):
        kind, firms = family
        ids = [world.add(firm) for firm in firms]
        pairs = ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])
        world.strangers |= dict.fromkeys(pairs, kind)
    doubled = round(clients * DUPLICATES)
    while len(world.firms) < clients - doubled:
        world.add(maker.firm())
    originals = maker.draw.sample(range(len(world.firms)), doubled)
    for number, position in enumerate(originals):
        kind = list(KINDS)[number % len(KINDS)]
        firm = world.firms[position]
        if kind == "initials":  # a first name to make a letter of
            surname = maker.one(maker.surnames)
            firm.name = f"{maker.draw.choice(w.FIRST)} {surname} {maker.draw.choice(w.TRADES)} Ltd"
        if kind == "abbreviations":
            firm.name = f"{bare(firm.name)} {maker.draw.choice(list(SHORT))}"
        if kind == "renamed, same phone":
            firm.phone = firm.phone or maker.phone()
        if kind == "renamed, same domain":
            firm.domain = firm.domain or maker.domain(firm.name)
        world.duplicates[position + 1, world.add(KINDS[kind](maker, firm))] = kind
    return world


def families(m: Maker, total: int) -> Iterator[tuple[str, list[Firm]]]:
    """Yield firms that are strangers though they look alike, until there are enough."""
    kinds: list[tuple[str, Callable[[], list[Firm]]]] = [
        ("branches", lambda: _sites(m, own=False)),
        ("franchises", lambda: _sites(m, own=True)),
        ("one surname", lambda: _surname(m)),
        ("numbered", lambda: _numbered(m)),
        ("one office", lambda: _office(m)),
        ("one provider", lambda: _provider(m)),
        ("one group", lambda: _group(m)),
    ]
    made = 0
    while made < total:
        for kind, family in kinds:
            firms = family()
            made += len(firms)
            yield kind, firms


def _sites(m: Maker, *, own: bool) -> list[Firm]:
    brand = f"{m.invented()} {m.draw.choice(w.TRADES)}"
    domain, number = m.domain(brand), m.number()
    towns = m.draw.sample(w.TOWNS, m.draw.choice([2, 3, 5, 8, 20]))
    named = own or m.draw.random() < 0.5
    return [
        m.firm(
            f"{brand} {town}" if named else brand,
            town=town, domain=m.draw.choice([domain, ""]), phone=m.phone(),
            number=m.number() if own else m.draw.choice([number, ""]),
        )
        for town in towns
    ]  # fmt: skip


def _surname(m: Maker) -> list[Firm]:
    surname, town = m.one(m.surnames), m.draw.choice(w.TOWNS)
    trades = m.draw.sample(w.TRADES, m.draw.choice([2, 3, 4]))
    return [m.firm(f"{surname} {trade} Ltd", town=town) for trade in trades]


def _numbered(m: Maker) -> list[Firm]:
    brand, town, phone = m.invented(), m.draw.choice(w.TOWNS), m.phone()
    return [
        m.firm(f"{brand} Studio {n}", town=town, phone=m.draw.choice([phone, m.phone(), ""]))
        for n in range(1, m.draw.choice([3, 4, 6]))
    ]


def _office(m: Maker) -> list[Firm]:
    town, phone = m.draw.choice(w.TOWNS), m.phone()
    return [m.firm(town=town, phone=phone) for _ in range(m.draw.choice([2, 3, 6, 12, 30]))]


def _provider(m: Maker) -> list[Firm]:
    domain = f"{m.invented().lower()}-mail.net"
    return [m.firm(domain=domain) for _ in range(m.draw.choice([10, 30, 60]))]


def _group(m: Maker) -> list[Firm]:
    brand = m.invented()
    domain, phone, town = m.domain(brand), m.phone(), m.draw.choice(w.TOWNS)
    parts = [*m.draw.sample(w.TRADES, m.draw.choice([1, 2, 4])), "Group"]
    return [
        m.firm(
            f"{brand} {part}", domain=domain, phone=m.draw.choice([phone, phone, m.phone()]),
            town=m.draw.choice([town, ""]), number=m.draw.choice([m.number(), ""]),
        )
        for part in parts
    ]  # fmt: skip


def save(world: World, path: Path) -> None:
    """Make a database of a world, as imports would have made it."""
    db = begin(str(path), now=NOW)
    with db.atomic():
        columns = ("id", "name", "name_key", "town", "company_number", "website", "made_at")
        db.add_many("client", columns, (
            (i, f.name, name_key(f.name), f.town, f.number, f.domain, NOW)
            for i, f in enumerate(world.firms, 1)
        ))  # fmt: skip
        db.add_many("phone", ("client_id", "number", "label"), (
            (i, f.phone, "switchboard") for i, f in enumerate(world.firms, 1) if f.phone
        ))  # fmt: skip
        db.add_many("contact", ("client_id", "name", "email", "made_at"), (
            (i, *person, NOW) for i, f in enumerate(world.firms, 1) for person in f.people
        ))  # fmt: skip
        db.add_many("identifier", ("client_id", "kind", "value"), _identifiers(world))
    db.close()


def _identifiers(world: World) -> Iterator[tuple[int, str, str]]:
    """Yield identifiers as they are kept: whoever comes first has it."""
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for number, firm in enumerate(world.firms, 1):
        emails = [email for _, email in firm.people if email]
        held = [("name", name_key(firm.name)), *(("email", email) for email in emails)]
        if firm.domain and (domain := registrable(firm.domain)):
            held.append(("domain", domain))
        held += [("domain", domain) for email in emails if (domain := of_email(email))]
        for kind, value in held:
            if value not in taken[kind]:
                taken[kind].add(value)
                yield number, kind, value
