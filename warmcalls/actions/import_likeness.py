"""Names the new clients of an import that look like others."""

from collections.abc import Mapping, Sequence
from typing import Final

from warmcalls.actions.import_report import Likeness
from warmcalls.domain.duplicates import Pair
from warmcalls.store.engine import Writer
from warmcalls.store.journal import fetch

MOST_PAIRS: Final = 20
SAME_NAME: Final = "the same name"


def likeness(
    db: Writer, pairs: Sequence[Pair], namesakes: Mapping[int, int]
) -> tuple[Likeness, ...]:
    """Return the first pairs as people name them: the new client first, each with its town.

    Args:
        db: the writer of the import.
        pairs: what the look for duplicates found.
        namesakes: new clients of a name that another has; nothing else need be alike.
    """
    found = [(pair.other_id, pair.one_id, ", ".join(pair.reasons)) for pair in pairs]
    named = {new for new, _, _ in found}
    found += [(new, like, SAME_NAME) for new, like in namesakes.items() if new not in named]
    return tuple(
        Likeness(_name(db, new), _name(db, like), why) for new, like, why in found[:MOST_PAIRS]
    )


def _name(db: Writer, client_id: int) -> str:
    row = fetch(db, "client", client_id)
    assert row is not None
    return f"{row['name']} ({row['town']})" if row["town"] else str(row["name"])
