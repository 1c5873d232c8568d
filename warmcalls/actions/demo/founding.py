"""Founds the demo's clients: four hundred companies, each drawn and no two alike."""

from random import Random
from typing import Final, NamedTuple

from warmcalls.actions.demo.clients import Company, Somebody
from warmcalls.actions.demo.names import Numbers, people, slug, stems
from warmcalls.actions.demo.sectors import (
    LONG_NAMES,
    OTHER_ROLES,
    PEOPLE_ROLES,
    SECTORS,
    SMALL_BUSINESS,
    SMALL_TRADES,
    TOWNS,
    Sector,
    sector_named,
)
from warmcalls.domain.incoming import IncomingPhone

# the towns, sectors and people of these eight are those of the screens in the manual
KNOWN: Final = (
    ("Northmoor Logistics", "Transport", "A", "Wakefield", 240,
     "Priya Nair|Head of People, Daniel Frost|Transport Manager, Grace Lunt|HR Adviser"),
    ("Ashgrove Dental Group", "Healthcare", "B", "Leeds", 85, "Martin Hale|Operations Director"),
    ("Calloway Build", "Construction", "A", "Bradford", 160,
     "Siân Prosser|Commercial Manager, Joe Ellery|Contracts Director"),
    ("Penhallow Foods", "Food", "A", "Hull", 310,
     "Owen Trask|HR Manager, Kate Lumley|Factory Manager"),
    ("Brightwater Housing", "Property", "B", "Leeds", 190, "Farah Aziz|Resourcing Lead"),
    ("Ketteridge Press", "Manufacturing", "C", "Otley", 34, ""),
    ("Marlowe & Stone Solicitors", "Legal", "B", "York", 58, "Jo Whitcombe|Practice Manager"),
    ("Fairlea Care", "Healthcare", "B", "Harrogate", 120,
     "Tessa Moyle|Registered Manager, Ben Hollis|HR Manager"),
)  # fmt: skip
SMALL_SHARE: Final = 0.155
OWN_NETWORKS: Final = 60
TIERS: Final = {"A": 20, "B": 45, "C": 35}
FEE_FACTOR: Final = {"A": 1.3, "B": 1.0, "C": 0.75}
LOG_STAFF: Final = {"A": 5.2, "B": 4.4, "C": 3.5}
KEEN: Final = {"A": 1.3, "B": 1.0, "C": 0.7}
LONGEST_DOMAIN: Final = 40
LINK_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"


class Sketch(NamedTuple):
    """A company before its numbers and addresses are drawn; `who` is names with roles."""

    name: str
    sector: Sector
    tier: str
    town: str
    staff: int
    who: list[tuple[str, str]]
    owner: int = 0
    keen: float = 0.0


class Founding:
    """Makes companies one after another; every draw is from one generator."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self.stems = stems(rng)
        self.people = people(rng)
        self.numbers = Numbers()
        self.made = 0

    def companies(self, count: int) -> list[Company]:
        """Return all companies: the known ones, the long names, the others, the small ones."""
        small = round(count * SMALL_SHARE)
        found = [self._company(known(*row)) for row in KNOWN[: count - small]]
        wanted = [(name, sector_named(kind)) for name, kind in LONG_NAMES]
        while len(found) + len(wanted) < count - small:
            sector = self.rng.choices(SECTORS, [s.share for s in SECTORS])[0]
            wanted.append((f"{self._stem()} {self.rng.choice(sector.endings)}", sector))
        for name, sector in wanted[: count - small - len(found)]:
            found.append(self._company(self._sketch(name, sector)))
        return found + [self._small(i) for i in range(small)]

    def _stem(self) -> str:
        """Return a stem nobody has; two together once all are gone."""
        if self.stems:
            return self.stems.pop()
        self.made += 1
        return f"{self.rng.choice(stems(self.rng))} & {self.people[-self.made].split()[1]}"

    def _sketch(self, name: str, sector: Sector) -> Sketch:
        rng = self.rng
        tier = rng.choices(list(TIERS), list(TIERS.values()))[0]
        staff = max(round(rng.lognormvariate(LOG_STAFF[tier], 0.5)), 6)
        large = staff > 40 or rng.random() < 0.4
        hires = rng.choice(PEOPLE_ROLES) if large else "Managing Director"
        roles = dict.fromkeys([hires, rng.choice(sector.roles), *rng.sample(OTHER_ROLES, 2)])
        count = rng.choices((1, 2, 3, 4), (30, 38, 22, 10))[0]
        who = [(self.people.pop(), role) for role in list(roles)[:count]]
        return Sketch(name, sector, tier, rng.choice(TOWNS), staff, who, self.made % 3, KEEN[tier])

    def _company(self, sketch: Sketch) -> Company:
        rng = self.rng
        domain = f"{slug(sketch.name)[:LONGEST_DOMAIN].strip('-')}.example"
        fee = sketch.sector.fee * FEE_FACTOR[sketch.tier] * rng.uniform(0.8, 1.25)
        self.made += 1
        networked = self.made <= OWN_NETWORKS and self.made % 2 == 0
        answers = rng.random() < 0.85 or not sketch.who
        return Company(
            sketch.name, sketch.sector, sketch.tier, sketch.town, sketch.staff, domain,
            sketch.owner,
            fee=round(fee / 100) * 10_000 if rng.random() < 0.7 or not sketch.keen else None,
            keen=sketch.keen,
            switchboard=self.numbers.landline() if answers else "",
            network=f"198.51.100.{self.made * 4 - 8}/30" if networked else "",
            staff_names=tuple(self._somebody(name, role, domain) for name, role in sketch.who),
        )  # fmt: skip

    def _somebody(self, name: str, role: str, domain: str) -> Somebody:
        rng = self.rng
        first, _, last = name.lower().replace("â", "a").partition(" ")
        phones = [IncomingPhone(self.numbers.landline(), "direct")] if rng.random() < 0.8 else []
        if rng.random() < 0.3:
            phones.append(IncomingPhone(self.numbers.mobile(), "mobile"))
        token = "".join(rng.choices(LINK_LETTERS, k=10))
        return Somebody(name, role, f"{first}.{last}@{domain}", tuple(phones), token)

    def _small(self, turn: int) -> Company:
        """Make a one-person business: no website, a mobile number, and nobody to hire."""
        rng, towns = self.rng, sorted(set(TOWNS))
        town, around = towns[turn % len(towns)], turn // len(towns)
        who = self.people.pop()
        phones = (IncomingPhone(self.numbers.mobile(), "mobile"),)
        email = f"{who.lower().replace(' ', '')}{rng.randint(60, 99)}@homemail.example"
        return Company(
            f"{town} {SMALL_TRADES[(turn * 7 + around) % len(SMALL_TRADES)]}",
            SMALL_BUSINESS, "C", town, rng.randint(1, 4), "", turn % 3,
            fee=None, keen=0.0, small=True,
            staff_names=(Somebody(who, "Owner", email, phones),),
        )  # fmt: skip


def known(name: str, kind: str, tier: str, town: str, staff: int, who: str) -> Sketch:
    """Return one of the manual's clients; it is cold but for its story."""
    named = [part.partition("|") for part in who.split(", ") if part]
    people_there = [(person, role) for person, _, role in named]
    return Sketch(name, sector_named(kind), tier, town, staff, people_there)
