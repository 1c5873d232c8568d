"""Edit clients: cells typed, pasted, filled down or set in bulk, as one entry to undo."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from warmcalls.actions.adopt import adopt
from warmcalls.actions.done import Done
from warmcalls.actions.saved_views import owners
from warmcalls.actions.seed import go_on
from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_edits import BadCell, Edit
from warmcalls.domain.client_fields import FIELD_OF, parse, tags_of, tags_text
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import Identity, IdentityKind, name_key
from warmcalls.domain.settings import Settings
from warmcalls.importers.domains import registrable
from warmcalls.store import client_edits as kept
from warmcalls.store import client_text, identifiers, settings, standing
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset({"clients", "calls"})
STEP: Final = 500
GONE: Final = "It is gone: somebody removed it in the meantime."
SHOWN_OF_TEXT: Final = 40
WORDS: Final = {"company_number": "company number", "excluded": "exclusion"}
STANDS_ON: Final = frozenset({"tier", "sector", "staff", "owner", "fee", "excluded", "name"})


@dataclass(frozen=True, slots=True)
class Checked:
    """Edits that can be done, and those that cannot, with the reason."""

    good: tuple[Edit, ...] = ()
    bad: tuple[BadCell, ...] = ()


def check_edits(db: Reader, edits: Iterable[Edit]) -> Checked:
    """Return which edits can be done."""
    edits = list(edits)
    known = kept.rows(db, [edit.client_id for edit in edits])
    good, bad = _read(edits, known, owners(db))
    return Checked(tuple(edit for edit, _ in good), tuple(bad))


def edit_clients(
    db: Writer,
    edits: Iterable[Edit],
    *,
    now: int,
    person_id: int | None = None,
    only_good: bool = False,
    step: Callable[[int, int], None] = go_on,
) -> Done:
    """Write cells; the last one counts where a cell is named twice.

    Args:
        db: the writer.
        edits: the cells.
        now: UTC microseconds.
        person_id: who does it.
        only_good: leave out the cells that cannot be; otherwise any such cell refuses all.
        step: called with clients done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: a cell cannot take its text; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    edits = list({(edit.client_id, edit.column): edit for edit in edits}.values())
    with db.atomic():
        known = kept.rows(db, [edit.client_id for edit in edits])
        good, bad = _read(edits, known, owners(db))
        if bad and not (only_good and good):
            raise RefusedError(_refusal(bad, len(edits)))
        changes: dict[int, Row] = defaultdict(dict)
        for edit, value in good:
            field = FIELD_OF.get(edit.column, edit.column)
            if known[edit.client_id][field] != value:
                changes[edit.client_id][field] = value
        if not changes:
            return Done("Nothing changed: the cells say so already")
        changed = [e for e, _ in good if FIELD_OF.get(e.column, e.column) in changes[e.client_id]]
        said = _said(changes, known, changed)
        return _write(db, changes, known, said, _Act("edit_clients", now, person_id, step))


def tag_clients(
    db: Writer,
    ids: Sequence[int],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    now: int,
    person_id: int | None = None,
    step: Callable[[int, int], None] = go_on,
) -> Done:
    """Give clients tags, take others away.

    Raises:
        RefusedError: a tag cannot be, or a client is gone; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    more, less = tags_of(",".join(add)), {tag.casefold() for tag in tags_of(",".join(remove))}
    with db.atomic():
        known = kept.rows(db, ids)
        changes: dict[int, Row] = {}
        for client_id in dict.fromkeys(ids):
            if client_id not in known:
                raise RefusedError(GONE)
            row = known[client_id]
            tags = [tag for tag in tags_of(row["tags"]) if tag.casefold() not in less]
            text = parse("tags", tags_text([*tags, *more]), owners={})
            if text != row["tags"]:
                changes[client_id] = {"tags": text}
        if not changes:
            return Done("Nothing changed: the tags are so already")
        whose = _whose(changes, known)
        said = f"Tagged {whose} {tags_text(more)}" if more else f"Took tags off {whose}"
        return _write(db, changes, known, said, _Act("tag_clients", now, person_id, step))


@dataclass(frozen=True, slots=True)
class _Act:
    """Who does what, and whom to tell how far it is."""

    name: str
    now: int
    person_id: int | None
    step: Callable[[int, int], None]


def _write(
    db: Writer, changes: Mapping[int, Row], known: Mapping[int, Row], said: str, act: _Act
) -> Done:
    agency = settings.load(db)
    with entry(db, act.name, act.now, act.person_id) as journal:
        journal.said = said
        for n, (client_id, fields) in enumerate(changes.items()):
            if n % STEP == 0:
                act.step(n, len(changes))
            _change(journal, known[client_id], fields, agency)
    everywhere = {field for fields in changes.values() for field in fields}
    stands_on = {FIELD_OF.get(column, column) for column in STANDS_ON} | {"website"}
    ids = sorted(journal.touched)
    for start in range(0, len(ids), STEP):
        act.step(start, len(ids))
        if everywhere & stands_on:
            standing.refresh(db, ids[start : start + STEP], agency)
        else:
            client_text.refresh(db, ids[start : start + STEP])
    return Done(said, CHANGED, journal.undo)


def _change(journal: Journal, row: Row, fields: Row, agency: Settings) -> None:
    client_id = row["id"]
    if "name" in fields:
        fields = fields | {"name_key": name_key(fields["name"])}
        _keep_name(journal, row, fields["name_key"])
    journal.change("client", client_id, **fields)
    domain = registrable(fields["website"]) if fields.get("website") else None
    if domain:
        _identify(journal, client_id, Identity(IdentityKind.DOMAIN, domain), agency)


def _keep_name(journal: Journal, row: Row, key: str) -> None:
    """Keep the old name as an alias: lists and invoices that still say it find the client."""
    held = kept.name_holder(journal.db, row["name_key"])
    if held is None:
        alias = {"client_id": row["id"], "kind": "name", "value": row["name_key"]}
        journal.add("identifier", alias | {"said": row["name"]})
    elif held["client_id"] == row["id"] and key != row["name_key"]:
        journal.change("identifier", held["id"], said=row["name"])
    if kept.name_holder(journal.db, key) is None:
        journal.add("identifier", {"client_id": row["id"], "kind": "name", "value": key})


def _identify(journal: Journal, client_id: int, held: Identity, agency: Settings) -> None:
    """Make a domain an identifier unless somebody has it, with the past signals it means."""
    if not identifiers.owners(journal.db, [held]):
        row = {"client_id": client_id, "kind": held.kind.value, "value": held.value}
        journal.add("identifier", row)
        adopt(journal.db, client_id, None, [held], agency)


def _read(
    edits: Sequence[Edit], known: Mapping[int, Row], owners: Mapping[str, int]
) -> tuple[list[tuple[Edit, Any]], list[BadCell]]:
    """Return the edits that can be done with what they keep, and the others."""
    good: list[tuple[Edit, Any]] = []
    bad: list[BadCell] = []
    for edit in edits:
        row = known.get(edit.client_id)
        if row is None:
            bad.append(BadCell(edit, "", GONE))
            continue
        try:
            good.append((edit, parse(edit.column, edit.text, owners=owners)))
        except RefusedError as error:
            bad.append(BadCell(edit, row["name"], str(error)))
    return good, bad


def _refusal(bad: Sequence[BadCell], of: int) -> str:
    """Return the sentence for cells that cannot be: the reason of the first."""
    first = bad[0]
    if of == 1:
        return first.why
    where = f"{first.client}, {BY_ID[first.edit.column].head}" if first.client else "A client"
    return f"{len(bad):,} of {of:,} cells cannot be so. {where}: {first.why}"


def _said(changes: Mapping[int, Row], known: Mapping[int, Row], cells: Sequence[Edit]) -> str:
    """Return what the toast and "Undo" call it: "Set tier of 12 clients"."""
    columns = {edit.column for edit in cells}
    if len(columns) > 1:
        return f"Pasted {len(cells):,} cells into {_whose(changes, known)}"
    column = columns.pop()
    what = WORDS.get(column, BY_ID[column].head.lower())
    texts = {" ".join(edit.text.split()) for edit in cells}
    if len(texts) > 1 or column == "notes":
        return f"Set {what} of {_whose(changes, known)}"
    text = texts.pop()
    if column == "name":
        return f"Renamed {_whose(changes, known)} to {text}"
    if not text:
        return f"Cleared {what} of {_whose(changes, known)}"
    short = text if len(text) <= SHOWN_OF_TEXT else f"{text[:SHOWN_OF_TEXT]}…"
    return f"Set {what} of {_whose(changes, known)} to {short}"


def _whose(changes: Mapping[int, Row], known: Mapping[int, Row]) -> str:
    """Return the client's name, or how many there are."""
    if len(changes) == 1:
        return str(known[next(iter(changes))]["name"])
    return f"{len(changes):,} clients"
