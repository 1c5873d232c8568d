"""Take signals in: each fact once, tied to its client where one is known, counters kept."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from warmcalls.actions.matching import Matcher, candidates, domain_of
from warmcalls.domain.identities import Identity, IdentityKind, clean_text
from warmcalls.domain.incoming import Evidence, digest
from warmcalls.domain.settings import Settings
from warmcalls.store import campaigns, identifiers, signals, touches, warmth
from warmcalls.store.engine import Writer
from warmcalls.store.identifiers import Owner

LOOKED_UP_AT_ONCE: Final = 500
NOBODY: Final = Identity(IdentityKind.NAME, "unknown")


class SignalIntake:
    """Takes batches of evidence into the database, inside the caller's transaction."""

    def __init__(self, db: Writer, agency: Settings, import_id: int) -> None:
        self.db = db
        self.agency = agency
        self.import_id = import_id
        self.matcher = Matcher(db)
        self.campaigns: dict[str, int] = {}
        self.matched: Counter[str] = Counter()

    def take(self, rows: Sequence[Evidence]) -> tuple[int, int]:
        """Add what is new; return how many were added and how many were known already."""
        fresh = self._fresh(rows)
        among = {key: candidates(row) or (NOBODY,) for key, row in fresh.items()}
        self.matcher.learn(identity for identities in among.values() for identity in identities)
        found = {key: self.matcher.match(identities) for key, identities in among.items()}
        wanted = {identity: (domain_of(identity), owner) for identity, owner in found.values()}
        visitors = identifiers.visitor_ids(self.db, wanted)
        self._learn_campaigns(fresh.values())
        signals.add_many(
            self.db,
            (
                self._row(key, row, visitors[found[key][0]], found[key][1])
                for key, row in fresh.items()
            ),
        )
        owned = [(owner[0], row) for key, row in fresh.items() if (owner := found[key][1])]
        warmth.add(
            self.db,
            [warmth.Arrival(i, row.kind, row.at, row.share) for i, row in owned],
            self.agency,
        )
        touches.add(
            self.db,
            (touches.Arrival(i, self._campaign(row), row.kind, row.at) for i, row in owned),
        )
        self.matched["client"] += len(owned)
        self.matched["visitor"] += len(fresh) - len(owned)
        return len(fresh), len(rows) - len(fresh)

    def _fresh(self, rows: Sequence[Evidence]) -> dict[int, Evidence]:
        """Return the rows that are not known yet, each once, by the digest of their key."""
        by_key: dict[int, Evidence] = {}
        for row in rows:
            by_key.setdefault(digest(row.key), row)
        keys = list(by_key)
        for start in range(0, len(keys), LOOKED_UP_AT_ONCE):
            for known in signals.known(self.db, keys[start : start + LOOKED_UP_AT_ONCE]):
                del by_key[known]
        return by_key

    def _learn_campaigns(self, rows: Iterable[Evidence]) -> None:
        spelt = {_code(row): clean_text(row.channel) for row in rows}
        new = {code: spelt[code] for code in spelt if code and code not in self.campaigns}
        self.campaigns |= campaigns.ids_by_code(self.db, new)
        for code, channel in new.items():
            if code not in self.campaigns:
                self.campaigns[code] = campaigns.id_for_code(self.db, code, channel, self.import_id)

    def _row(
        self, key: int, row: Evidence, visitor: int, owner: Owner | None
    ) -> tuple[object, ...]:
        client_id, contact_id = owner or (None, None)
        campaign = self._campaign(row)
        person = digest(f"contact {contact_id}" if contact_id else row.person)
        return (
            client_id, contact_id, visitor, row.kind.value, row.at, clean_text(row.subject), person,
            row.share, campaign, self.import_id, key,
        )  # fmt: skip

    def _campaign(self, row: Evidence) -> int | None:
        return self.campaigns.get(_code(row))


def _code(row: Evidence) -> str:
    """Return a campaign's spelling as it is compared."""
    return clean_text(row.campaign).lower()
