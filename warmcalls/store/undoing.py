"""Undo and redo: an entry of the journal taken back row by row, and put again.

Both refuse where somebody changed the same row since; taking back and putting again are the same
steps, walked in the other order and with before and after swapped.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.store import campaigns, clients, going_along, moves, touches
from warmcalls.store.engine import Reader, Row, Writer, broke_a_rule
from warmcalls.store.journal import Journal, delete, fetch, update
from warmcalls.store.objections import OBJECTED_TOO
from warmcalls.store.undone_objections import FOLLOWS, still_registered

UNDONE: Final = "undone"  # the mark that keeps which entry was the newest when it was taken back
MERGED: Final = "merged into"  # the mark of a merge: the client that stayed
MARKS: Final = frozenset({UNDONE, MERGED, OBJECTED_TOO})
CHANGED_SINCE: Final = "It cannot be {}: what it did was changed again since. Undo that first."
SEEN_SINCE: Final = "It cannot be {}: signals came in for this campaign since."
USED_SINCE: Final = "It cannot be {}: the campaign was used since. Undo that first."
TAKEN_SINCE: Final = "It cannot be {}: “{}” means something else by now. Undo that first."
NEEDED_SINCE: Final = "It cannot be {}: something that came since needs it. Undo that first."
ONE_OF_A_KIND: Final[dict[str, tuple[str, ...]]] = {
    "campaign": ("name",),
    "campaign_code": ("code",),
    "experiment": ("name",),
    "identifier": ("kind", "value"),
    "objection": ("kind", "value"),
    "sample": ("client_id", "campaign_id"),
    "not_duplicate": ("one_id", "other_id"),
    "duplicate": ("one_id", "other_id"),
    "fee": ("digest",),
    "spend": ("digest",),
    "signal": ("digest",),
}
NEWEST: Final = """
select id, said, at from entry where undone_at is null and action <> 'import'
and (:person = 0 or person_id is null or person_id = :person) order by id desc limit 1
"""
NEWEST_UNDONE: Final = """
select e.id, e.said from change u join entry e on e.id = u.entry_id
where u.item = :undone and (:person = 0 or e.person_id is null or e.person_id = :person)
and not exists (select 1 from entry n where n.id > u.item_id
  and (:person = 0 or n.person_id is null or n.person_id = :person))
order by u.id desc limit 1
"""
REMOVED: Final = """
select c.id, c.item_id, c.before from change c join entry e on e.id = c.entry_id
where c.item = :item and c.item_id in (:ids) and c.entry_id > :entry and e.undone_at is null
and c.before is not null and c.after is null
"""
FORGET_MARK: Final = "delete from change where entry_id = :id and item = :undone"


@dataclass(frozen=True, slots=True)
class Step:
    """What one row says and is to say; None where it is not there.

    Attributes:
        verb: what is being done, as a refusal says it.
    """

    table: str
    item_id: int
    was: Row | None
    will: Row | None
    verb: str = "undone"


def newest(db: Reader, person_id: int | None = None) -> Row | None:
    """Return the newest entry that is not undone, of one person where one is named."""
    return next(iter(db.query(NEWEST, person=person_id or 0)), None)


def newest_undone(db: Reader, person_id: int | None = None) -> Row | None:
    """Return the entry undone last, unless its person did something new after that."""
    found = db.query(NEWEST_UNDONE, person=person_id or 0, undone=UNDONE)
    return next(iter(found), None)


def take_back(db: Writer, entry_id: int, now: int, *, lenient: bool = False) -> Journal:
    """Undo an entry inside the caller's transaction; return what it said and whom it touched.

    With `lenient`, what was changed since is left as it is.

    Raises:
        RefusedError: it is unknown, undone already, or a row of it was changed since.
    """
    found = db.query("select said, undone_at from entry where id = :id", id=entry_id)
    if not found or found[0]["undone_at"] is not None:
        raise RefusedError("There is nothing to undo.")
    journal = Journal(db, entry_id)
    journal.said = str(found[0]["said"])
    with _refused("undone"):
        for change in reversed(_changes(db, entry_id)):
            _walk(journal, change, lenient=lenient, back=True)
    if not lenient:
        _untangle(journal)
    db.execute("update entry set undone_at = :now where id = :id", now=now, id=entry_id)
    return journal


def remember(journal: Journal) -> None:
    """Let an entry that was taken back be put again, until something new is done."""
    highest = journal.db.tuples("select max(id) from entry")[0][0]
    journal.mark(UNDONE, int(highest))


def put_again(db: Writer, entry_id: int) -> Journal:
    """Redo an entry inside the caller's transaction; return what it said and whom it touched.

    Raises:
        RefusedError: a row of it was changed since.
    """
    journal = Journal(db, entry_id)
    journal.said = str(db.tuples("select said from entry where id = :id", id=entry_id)[0][0])
    with _refused("redone"):
        _bring_forth(journal)
        for change in _changes(db, entry_id):
            _walk(journal, change, lenient=False, back=False)
    _untangle(journal)
    db.execute("update entry set undone_at = null where id = :id", id=entry_id)
    db.execute(FORGET_MARK, id=entry_id, undone=UNDONE)
    return journal


def added(journal: Journal, table: str) -> list[Row]:
    """Return the rows of a table that an entry added and that are there."""
    ids = [
        change["item_id"]
        for change in _changes(journal.db, journal.entry_id)
        if change["item"] == table and change["before"] is None
    ]
    found = (fetch(journal.db, table, item_id) for item_id in ids)
    return [row for row in found if row is not None]


def _changes(db: Writer, entry_id: int) -> list[Row]:
    rows = db.query("select * from change where entry_id = :id order by id", id=entry_id)
    return [row for row in rows if row["item"] not in MARKS and not moves.is_along(row)]


def _bring_forth(journal: Journal) -> None:
    """Carry back what went along when an entry was taken back, last first."""
    sql = "select * from change where entry_id = :id order by id desc"
    for change in journal.db.query(sql, id=journal.entry_id):
        move = moves.read(change) if moves.is_along(change) else None
        if move is not None:
            _carry(journal, move.reverse, "redone", lenient=False)
            going_along.tell(journal.db, move.reverse)
    going_along.forget(journal.db, journal.entry_id)


def _untangle(journal: Journal) -> None:
    """Let no row name somebody of another client: what came since may stand elsewhere by now."""
    if journal.tables & {"contact", *going_along.TABLES}:
        going_along.untangle(going_along.Following(journal), journal.touched)


@contextmanager
def _refused(verb: str) -> Iterator[None]:
    """Say in words that another row still needs one that would go, or the other way round."""
    try:
        yield
    except Exception as error:
        if broke_a_rule(error):
            raise RefusedError(NEEDED_SINCE.format(verb)) from error
        raise


def _walk(journal: Journal, change: Row, *, lenient: bool, back: bool) -> None:
    verb = "undone" if back else "redone"
    move = moves.read(change)
    if move is not None:
        _carry(journal, move.reverse if back else move, verb, lenient=lenient)
        return
    before = None if change["before"] is None else json.loads(change["before"])
    after = None if change["after"] is None else json.loads(change["after"])
    was, will = (after, before) if back else (before, after)
    step = Step(change["item"], change["item_id"], was, will, verb)
    if lenient and was is None and step.table != "client":
        _take_where_it_fits(journal, step)
    else:
        _take(journal, step, lenient=lenient)


def _take_where_it_fits(journal: Journal, step: Step) -> None:
    """Put a row back, unless what it belongs to is gone by now."""
    try:
        with journal.db.atomic():
            _take(journal, step, lenient=True)
    except Exception as error:
        if not broke_a_rule(error):
            raise


def _carry(journal: Journal, move: moves.Move, verb: str, *, lenient: bool) -> None:
    """Carry a move out, either way; rows that are gone stay gone."""
    if not lenient and moves.is_elsewhere(journal.db, move):
        raise RefusedError(CHANGED_SINCE.format(verb))
    if lenient:
        _hand_down(journal, move.table, move.ids, move.before, move.after)
    journal.follow(move)
    moves.carry_out(journal.db, move)


def _hand_down(journal: Journal, table: str, ids: list[int], was: Row, will: Row) -> None:
    """Let rows that somebody removed since come back, if they do, as they are to be now."""
    found = journal.db.query(REMOVED, item=table, ids=ids, entry=journal.entry_id)
    for removed in found:
        before = json.loads(removed["before"])
        ours = {name: will[name] for name, value in was.items() if before[name] == value}
        update(journal.db, "change", removed["id"], {"before": json.dumps(before | ours)})


def _take(journal: Journal, step: Step, *, lenient: bool) -> None:
    db, current = journal.db, fetch(journal.db, step.table, step.item_id)
    if step.table == "objection" and current is None and step.will is None:
        return  # another one stands in its place
    if lenient:
        step = _what_stands(step, current)
        if current is None and step.was is not None and step.will is not None:
            _hand_down(journal, step.table, [step.item_id], step.was, step.will)
    since = _changed_since(db, step, current)
    if since and not lenient:
        raise RefusedError(since)
    if since or step.will == {}:
        return
    journal.touch(step.table, step.item_id, current or {}, step.will or {})
    if step.will is None:
        _delete(db, step)
    elif step.was is None:
        db.insert(step.table, step.will | {"id": step.item_id})
    else:
        update(db, step.table, step.item_id, still_registered(step.table, step.will, current or {}))


def _what_stands(step: Step, current: Row | None) -> Step:
    """Return a step without the fields that somebody changed since; those stay as they are."""
    if current is None or step.was is None or step.will is None:
        return step
    fields = [name for name, value in step.was.items() if current[name] == value]
    was, will = ({name: side[name] for name in fields} for side in (step.was, step.will))
    return replace(step, was=was, will=will)


def _delete(db: Writer, step: Step) -> None:
    """Delete a row, and what was worked out about it.

    A client that was never there leaves its signals as nobody's; one that goes again had them
    moved before.
    """
    if step.table == "client":
        leave = clients.let_go if step.verb == "undone" else clients.forget
        leave(db, [step.item_id])
    elif step.table == "campaign":
        touches.recount_campaigns(db, [step.item_id])
    delete(db, step.table, step.item_id)


def _changed_since(db: Writer, step: Step, current: Row | None) -> str:
    """Return why a step cannot be taken, or nothing."""
    if step.was is None:
        changed = current is not None
    else:
        follows = FOLLOWS.get(step.table, frozenset())
        own = {name: value for name, value in step.was.items() if name not in follows}
        changed = current is None or any(current[n] != value for n, value in own.items())
    if changed:
        return CHANGED_SINCE.format(step.verb)
    if step.will is not None:
        return _taken(db, step, (current or {}) | step.will)
    return _in_use(db, step) if step.table == "campaign" else ""


def _in_use(db: Writer, step: Step) -> str:
    if touches.seen(db, step.item_id):
        return SEEN_SINCE.format(step.verb)
    return USED_SINCE.format(step.verb) if campaigns.in_use(db, step.item_id) else ""


def _taken(db: Writer, step: Step, row: Row) -> str:
    """Return that another row means the same by now, or nothing."""
    columns = ONE_OF_A_KIND.get(step.table, ())
    if not step.will or not step.will.keys() & set(columns):
        return ""
    same = " and ".join(f"{name} = :{name}" for name in columns)
    others = f"select 1 from {step.table} where {same} and id <> :row_id"  # noqa: S608
    held = {name: row[name] for name in columns}
    if not db.query(others, row_id=step.item_id, **held):
        return ""
    name = row[columns[-1]]
    said = TAKEN_SINCE if isinstance(name, str) else CHANGED_SINCE
    return said.format(step.verb, name)
