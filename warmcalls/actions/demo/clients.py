"""The demo agency's clients: companies with their people, numbers and addresses on the web."""

from dataclasses import dataclass, field
from random import Random
from typing import Final

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
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party

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
NETWORKS: Final = 60


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person at a client; `token` ties tracking links to them."""

    name: str
    role: str
    email: str
    phones: tuple[IncomingPhone, ...] = ()
    token: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """A client of the demo.

    Attributes:
        small: a one-person business that the chat adverts brought.
        network: the block of addresses it browses from, if it has its own.
        reach: chance that a call is answered.
        keen: how easily it turns from cold to looking for somebody.
    """

    name: str
    sector: Sector
    tier: str
    town: str
    staff: int
    domain: str
    owner: int
    fee: int | None
    reach: float
    keen: float
    switchboard: str = ""
    network: str = ""
    small: bool = False
    staff_names: tuple[Somebody, ...] = field(default=())

    def party(self, line: int, owner: str) -> Party:
        """Return the company as a line of a client list."""
        phones = (IncomingPhone(self.switchboard, "switchboard"),) if self.switchboard else ()
        client = IncomingClient(
            self.name, tier=self.tier, sector=self.sector.name, town=self.town, staff=self.staff,
            owner=owner, expected_fee=self.fee, website=self.domain, phones=phones,
            networks=(self.network,) if self.network else (),
        )  # fmt: skip
        return Party(line, client)


def contact_party(line: int, company: Company, who: Somebody) -> Party:
    """Return a person as a line of a contact list."""
    emails = (who.email,) if who.email else ()
    tokens = (who.token,) if who.token else ()
    contact = IncomingContact(who.name, who.role, emails, who.phones, tokens=tokens)
    by_domain = company.domain and emails
    return Party(line, None if by_domain else IncomingClient(company.name), contact=contact)


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
        found = [self._known(*row) for row in KNOWN][: count - small]
        found += [self._plain(name, sector_named(kind)) for name, kind in LONG_NAMES]
        while len(found) < count - small:
            sector = self.rng.choices(SECTORS, [s.share for s in SECTORS])[0]
            ending = self.rng.choice(sector.endings)
            found.append(self._plain(f"{self.stems.pop()} {ending}", sector))
        found = found[: count - small]
        return found + [self._small(i) for i in range(small)]

    def _known(self, name: str, kind: str, tier: str, town: str, staff: int, who: str) -> Company:
        sector = sector_named(kind)
        named = [tuple(part.split("|")) for part in who.split(", ") if part]
        return self._company(
            name, sector, tier, town, staff, [(n, r) for n, r in named], owner=0, keen=0.0
        )

    def _plain(self, name: str, sector: Sector) -> Company:
        rng = self.rng
        tier = rng.choices("ABC", (20, 45, 35))[0]
        staff = round(rng.lognormvariate({"A": 5.2, "B": 4.4, "C": 3.5}[tier], 0.5))
        count = rng.choices((1, 2, 3, 4), (30, 38, 22, 10))[0]
        hires = (
            rng.choice(PEOPLE_ROLES) if staff > 40 or rng.random() < 0.4 else "Managing Director"
        )
        roles = [hires, rng.choice(sector.roles), *rng.sample(OTHER_ROLES, 2)][:count]
        who = [(self.people.pop(), role) for role in dict.fromkeys(roles)]
        keen = {"A": 1.3, "B": 1.0, "C": 0.7}[tier] * rng.uniform(0.6, 1.4)
        town = rng.choice(TOWNS)
        return self._company(name, sector, tier, town, max(staff, 6), who, self.made % 3, keen)

    def _company(
        self,
        name: str,
        sector: Sector,
        tier: str,
        town: str,
        staff: int,
        who: list[tuple[str, str]],
        owner: int,
        keen: float,
    ) -> Company:
        rng = self.rng
        domain = f"{slug(name)[:40].strip('-')}.example"
        factor = {"A": 1.3, "B": 1.0, "C": 0.75}[tier] * rng.uniform(0.8, 1.25)
        fee = round(sector.fee * factor / 100) * 100 * 100
        self.made += 1
        own_network = self.made <= NETWORKS and self.made % 2 == 0
        return Company(
            name, sector, tier, town, staff, domain, owner,
            fee=fee if rng.random() < 0.7 else None,  # noqa: PLR2004
            reach=rng.uniform(0.22, 0.52),
            keen=keen,
            switchboard=self.numbers.landline() if rng.random() < 0.85 or not who else "",  # noqa: PLR2004
            network=f"198.51.100.{self.made * 4 - 8}/30" if own_network else "",
            staff_names=tuple(self._somebody(n, r, domain) for n, r in who),
        )  # fmt: skip

    def _somebody(self, name: str, role: str, domain: str) -> Somebody:
        rng = self.rng
        first, _, last = name.lower().replace("â", "a").partition(" ")
        phones = [IncomingPhone(self.numbers.landline(), "direct")] if rng.random() < 0.8 else []  # noqa: PLR2004
        if rng.random() < 0.3:  # noqa: PLR2004
            phones.append(IncomingPhone(self.numbers.mobile(), "mobile"))
        token = "".join(rng.choices("abcdefghjkmnpqrstuvwxyz23456789", k=10))
        return Somebody(name, role, f"{first}.{last}@{domain}", tuple(phones), token)

    def _small(self, i: int) -> Company:
        """Make a one-person business: no website, a mobile number, and nobody to hire."""
        rng = self.rng
        towns = sorted(set(TOWNS))
        name = (
            f"{towns[i % len(towns)]} {SMALL_TRADES[(i * 7 + i // len(towns)) % len(SMALL_TRADES)]}"
        )
        who = self.people.pop()
        phones = (IncomingPhone(self.numbers.mobile(), "mobile"),)
        email = f"{who.lower().replace(' ', '')}{rng.randint(60, 99)}@homemail.example"
        return Company(
            name, SMALL_BUSINESS, "C", towns[i % len(towns)], rng.randint(1, 4), "", i % 3,
            fee=None, reach=0.55, keen=0.0, small=True,
            staff_names=(Somebody(who, "Owner", email, phones),),
        )  # fmt: skip
