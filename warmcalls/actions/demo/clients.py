"""The demo agency's clients, as companies with their people."""

from dataclasses import dataclass

from warmcalls.actions.demo.sectors import Sector
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party


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
        keen: how many times as often as others it begins to look for somebody, 0 for never.
    """

    name: str
    sector: Sector
    tier: str
    town: str
    staff: int
    domain: str
    owner: int
    fee: int | None
    keen: float
    switchboard: str = ""
    network: str = ""
    small: bool = False
    staff_names: tuple[Somebody, ...] = ()

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
