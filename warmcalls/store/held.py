"""What identifies clients and their contacts, many clients at a time."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from warmcalls.store.engine import Reader

HELD: Final = """
select i.client_id, i.contact_id, i.kind, i.value, i.said, c.name_key
from identifier i join client c on c.id = i.client_id where i.client_id in (:ids) order by i.id
"""
Kinds = dict[str, list[str]]


@dataclass(slots=True)
class Held:
    """A client's identifiers by kind, and those of its contacts; aliases as they were written."""

    own: Kinds = field(default_factory=dict)
    theirs: dict[int, Kinds] = field(default_factory=dict)


def of_clients(db: Reader, ids: Sequence[int]) -> dict[int, Held]:
    """Return the identifiers of some clients; a client's own name is none of its aliases."""
    found: dict[int, Held] = defaultdict(Held)
    for row in db.query(HELD, ids=list(ids)):
        if row["kind"] == "name" and row["value"] == row["name_key"]:
            continue
        held, contact = found[row["client_id"]], row["contact_id"]
        kinds = held.own if contact is None else held.theirs.setdefault(contact, {})
        kinds.setdefault(row["kind"], []).append(row["said"] or row["value"])
    return dict(found)
