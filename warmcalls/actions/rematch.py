"""Rematch: visitors go to whoever holds them now, after an identifier was added or removed."""

from collections import defaultdict
from collections.abc import Sequence

from warmcalls.actions.matching import Matcher
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import digest
from warmcalls.store import held_visitors
from warmcalls.store.engine import Row
from warmcalls.store.journal import Journal


def rematch(journal: Journal, client_id: int, held: Sequence[Identity]) -> int:
    """Give the visitors that some identifiers mean, and their signals, to whoever holds them.

    Those of other clients stay there. The strongest identifier decides, as it does for signals
    that come in; a visitor whom nobody holds any more is nobody's again.

    Returns:
        How many signals changed hands.
    """
    db = journal.db
    means = {row["id"]: _means(row) for row in held_visitors.meant(db, client_id, held)}
    matcher = Matcher(db)
    matcher.learn([*held, *(identity for among in means.values() for identity in among)])
    groups: dict[tuple[int | None, int | None], list[int]] = defaultdict(list)
    for visitor, among in means.items():
        _, owner = matcher.match(among)
        groups[owner or (None, None)].append(visitor)
    signals = held_visitors.signals_of(db, client_id, list(means))
    moved = 0
    for (owner_id, contact_id), ids in groups.items():
        theirs = [signal for visitor in ids for signal in signals.get(visitor, ())]
        journal.move_rows("visitor", ids, client_id=owner_id, contact_id=contact_id)
        moved += journal.move_rows("signal", theirs, client_id=owner_id, contact_id=contact_id)
    emails = [identity for identity in held if identity.kind is IdentityKind.EMAIL]
    return moved + sum(_name(journal, client_id, email, matcher) for email in emails)


def _name(journal: Journal, client_id: int, email: Identity, matcher: Matcher) -> int:
    """Put the name of who has an address to signals that came in by their company's domain."""
    _, owner = matcher.match((email,))
    contact_id = owner[1] if owner and owner[0] == client_id else None
    theirs = held_visitors.of_person(journal.db, client_id, digest(email.value))
    return journal.move_rows("signal", theirs, contact_id=contact_id)


def _means(visitor: Row) -> tuple[Identity, ...]:
    """Return what may tie a visitor to a client, strongest first."""
    own = Identity(IdentityKind(visitor["kind"]), visitor["value"])
    domain = Identity(IdentityKind.DOMAIN, visitor["domain"])
    return (own, domain) if visitor["domain"] and domain != own else (own,)
