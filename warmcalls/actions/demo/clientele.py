"""What the demo knows of its clients and their recruiters do not: how each really stands."""

from dataclasses import dataclass, field

from warmcalls.actions.demo.clients import Company
from warmcalls.actions.demo.founding import KNOWN
from warmcalls.actions.demo.interest import Interest
from warmcalls.importers.phones import normal
from warmcalls.store import clients
from warmcalls.store.engine import Reader


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A call agreed in a meeting: from which day on, and how often it was tried, this included."""

    day: int
    tries: int = 1


@dataclass(slots=True)
class Clientele:
    """All clients, by their place in the list of companies.

    Attributes:
        interest: how each really stands.
        asked: little firms that answered an advert and were not rung yet, with the day they did.
        follow_ups: clients to ring again after a meeting.
        spared: clients whom the last weeks leave alone, since today's promises are for them.
    """

    db: Reader
    companies: list[Company]
    interest: Interest
    asked: dict[int, int] = field(default_factory=dict)
    follow_ups: dict[int, FollowUp] = field(default_factory=dict)
    spared: set[int] = field(default_factory=set)
    ids: dict[int, int] = field(default_factory=dict)
    places: dict[int, int] = field(default_factory=dict)

    def id_of(self, place: int) -> int:
        """Return a client's number in the database, once it is there."""
        if place not in self.ids:
            found = clients.ids_by_name(self.db, self.companies[place].name)[0]
            self.ids[place], self.places[found] = found, place
        return self.ids[place]

    def place_of(self, client_id: int) -> int | None:
        """Return a client's place, None for a firm that somebody typed in a second time."""
        if client_id not in self.places:
            client = clients.by_id(self.db, client_id)
            named = (i for i, c in enumerate(self.companies) if client and c.name == client.name)
            place = next(named, None)
            if place is None:
                return None
            self.id_of(place)
        return self.places[client_id]

    def owned_by(self, recruiter: int) -> list[int]:
        """Return the clients a recruiter rings by chance: not the manual's, nor little firms."""
        return [i for i in self._plain() if self.companies[i].owner == recruiter]

    def to_follow_up(self, owned: list[int], day: int) -> list[int]:
        """Return those of some clients with whom it was agreed to talk again by a day."""
        return [i for i in owned if i in self.follow_ups and self.follow_ups[i].day <= day]

    def unpromised(self) -> list[int]:
        """Return those of them to whom no call is promised."""
        return [i for i in self._plain() if i not in self.spared]

    def told(self, *, late: bool) -> set[int]:
        """Return the clients whose calls are told apart, in the last weeks those promised too."""
        told = set(range(min(len(KNOWN), len(self.companies))))
        return told | self.spared if late else told

    def promised_numbers(self) -> set[str]:
        """Return the numbers of clients whose last days are told, as the database has them."""
        told = [self.companies[i] for i in self.told(late=True)]
        numbers = [phone.number for c in told for who in c.staff_names for phone in who.phones]
        return {normal(number) for number in [*numbers, *(c.switchboard for c in told)]}

    def _plain(self) -> list[int]:
        return [i for i, c in enumerate(self.companies) if i >= len(KNOWN) and not c.small]
