"""Take lines of client and contact lists in: each finds or makes its client, then its contact."""

from collections import Counter

from warmcalls.actions.client_values import Owners, ValueWords
from warmcalls.actions.import_changes import Changes
from warmcalls.actions.import_clients import ClientIntake
from warmcalls.actions.import_contacts import ContactIntake
from warmcalls.actions.import_rows import RowIntake
from warmcalls.domain.incoming import Party
from warmcalls.domain.incoming_rules import Rules
from warmcalls.domain.settings import Settings
from warmcalls.store.journal import Journal


class PartyIntake:
    """Takes lines of client and contact lists in, inside the caller's transaction.

    Args:
        journal: takes what changes at clients that are here.
        agency: the settings.
        import_id: the import, None for a client that is added by hand.
        now: UTC microseconds.
        rules: what the file may change; without them it fills blanks.

    Attributes:
        changes: what changed, field by field.
    """

    def __init__(
        self,
        journal: Journal,
        agency: Settings,
        import_id: int | None,
        now: int,
        rules: Rules | None = None,
    ) -> None:
        self._owners = Owners(journal.db)
        words = ValueWords(self._owners, agency.currency)
        self.changes = Changes(journal, rules or Rules(), words)
        rows = RowIntake(journal, agency, import_id, self.changes)
        self._clients = ClientIntake(rows, self._owners, now)
        self._contacts = ContactIntake(rows, now)
        self._seen: set[int] = set()

    @property
    def touched(self) -> set[int]:
        """Clients whose standing has to be worked out again."""
        return self._seen | self._clients.touched | self._contacts.touched

    @property
    def made(self) -> list[int]:
        """The clients that were added, first to last."""
        return self._clients.made

    @property
    def namesakes(self) -> dict[int, int]:
        """Of the clients that were added, those whose name another has, and that other."""
        return self._clients.namesakes

    @property
    def strangers(self) -> Counter[str]:
        """Owners whom nobody here is called."""
        return self._owners.strangers

    def take(self, party: Party) -> str:
        """Take one line in; return "added", "changed", "known" or why it was left out."""
        contact = party.contact
        client_id, state = self._clients.take(party)
        if client_id is None:
            return "no_company" if contact else "no_name"
        self._seen.add(client_id)
        if contact is None:
            return state
        return _stronger(state, self._contacts.take(client_id, contact))


def _stronger(one: str, other: str) -> str:
    return max(one, other, key=("known", "changed", "added").index)
