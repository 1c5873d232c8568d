"""What several imports said of the same thing: taking one back leaves what the others said."""

import json
from collections.abc import Iterator
from typing import Final

from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import IMPORT, fetch, update

TABLES: Final = "('spend', 'fee', 'month_figure', 'client', 'contact', 'phone')"
CHANGED: Final = f"""
select id, item, item_id, before, after from change where entry_id = :entry
and before is not null and after is not null and item in {TABLES} order by id desc
"""  # noqa: S608
REMOVED: Final = """
select item, before from change where entry_id = :entry
and after is null and item in ('spend', 'fee') order by id
"""
SINCE: Final = """
select c.id, c.before, e.action from change c join entry e on e.id = c.entry_id
where c.item = :item and c.item_id = :item_id and c.id > :id and e.undone_at is null
order by c.id
"""


def hand_down(db: Writer, entry_id: int) -> set[int]:
    """Let what an entry overwrote be what stood there before the changes made since.

    Of £10, restated to £15 and then to £18: with the £15 taken back, the £18 came after the £10.

    Returns:
        The clients of whom something else is said from now on.
    """
    changes = db.query(CHANGED, entry=entry_id)
    return {client for change in changes for client in _hand_down(db, change)}


def _hand_down(db: Writer, change: Row) -> Iterator[int]:
    since = db.query(SINCE, item=change["item"], item_id=change["item_id"], id=change["id"])
    if not since or any(later["before"] is None for later in since):
        return  # nothing came since, or another row bears its id by now
    before, after = json.loads(change["before"]), json.loads(change["after"])
    left = dict(before)
    for later in since:
        theirs = json.loads(later["before"])
        ours = {n: left.pop(n) for n in list(left) if n in theirs and theirs[n] == after[n]}
        if ours:
            update(db, "change", later["id"], {"before": json.dumps(theirs | ours)})
    current = fetch(db, change["item"], change["item_id"])
    if current is None or any(later["action"] != IMPORT for later in since):
        return
    untouched = {name: value for name, value in left.items() if current[name] == after[name]}
    if untouched:
        update(db, change["item"], change["item_id"], untouched)
        client_id = change["item_id"] if change["item"] == "client" else current.get("client_id")
        if client_id is not None:
            yield int(client_id)


def brought_again(db: Reader, entry_id: int) -> int | None:
    """Return the import that brought anew what an entry removed, or None."""
    for change in db.query(REMOVED, entry=entry_id):
        found = db.tuples(
            f"select import_id from {change['item']} where digest = :digest",  # noqa: S608
            digest=json.loads(change["before"])["digest"],
        )
        if found and found[0][0] is not None:
            return int(found[0][0])
    return None
