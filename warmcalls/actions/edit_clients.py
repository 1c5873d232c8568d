"""Edit clients: cells typed, pasted, filled down or set in bulk, as one entry to undo."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from warmcalls.actions.done import Done
from warmcalls.actions.edit_words import Cell, edited, left_as_it_was, refusal, tagged
from warmcalls.actions.fee_levels import price_touched
from warmcalls.actions.objections import bar_namesakes
from warmcalls.actions.recount import COUNTED, moves_standing, recount
from warmcalls.actions.rejudge import rejudge_touched
from warmcalls.actions.rematch import rematch
from warmcalls.actions.saved_views import owners
from warmcalls.actions.seed import go_on
from warmcalls.domain.client_edits import BadCell, Edit
from warmcalls.domain.client_fields import FIELD_OF, parse, tags_of, tags_text
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import Identity, IdentityKind, name_key
from warmcalls.domain.moments import local
from warmcalls.domain.settings import Settings
from warmcalls.importers.domains import registrable
from warmcalls.store import client_edits as kept
from warmcalls.store import client_index, identifiers, settings, standing
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import Journal, entry

CHANGED: Final = frozenset({"clients", "calls"})
STEP: Final = 500
GONE: Final = "It is gone: somebody removed it in the meantime."
TOLD_APART: Final = frozenset({"name", "company_number", "town"})  # whose namesake a client is
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """Edits that can be done, and those that cannot, with the reason."""

    good: tuple[Edit, ...] = ()
    bad: tuple[BadCell, ...] = ()


def check_edits(db: Reader, edits: Iterable[Edit], *, now: int, step: Step = go_on) -> Checked:
    """Return which edits can be done.

    Raises:
        CancelledError: from `step`, which is called with cells done and in all.
    """
    edits, who, today = list(edits), owners(db), _today(now, settings.load(db))
    fine: list[Edit] = []
    wrong: list[BadCell] = []
    for start in range(0, len(edits), STEP):
        step(start, len(edits))
        some = edits[start : start + STEP]
        good, bad = _read(some, kept.rows(db, [edit.client_id for edit in some]), who, today)
        fine += [edit for edit, _ in good]
        wrong += bad
    return Checked(tuple(fine), tuple(wrong))


def edit_clients(
    db: Writer,
    edits: Iterable[Edit],
    *,
    now: int,
    person_id: int | None = None,
    only_good: bool = False,
    pasted: bool = False,
    step: Step = go_on,
) -> Done:
    """Write cells; the last one counts where a cell is named twice.

    Args:
        db: the writer.
        edits: the cells.
        now: UTC microseconds.
        person_id: who does it.
        only_good: leave out the cells that cannot be; otherwise any such cell refuses all.
        pasted: they came as a block: what was done says so.
        step: called with steps done and in all; may raise `CancelledError`.

    Raises:
        RefusedError: a cell cannot take its text; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    edits = list({(edit.client_id, edit.column): edit for edit in edits}.values())
    with db.atomic():
        known, who = kept.rows(db, [edit.client_id for edit in edits]), owners(db)
        agency = settings.load(db)
        good, bad = _read(edits, known, who, _today(now, agency))
        if bad and not (only_good and good):
            raise RefusedError(refusal(bad, len(edits)))
        cells = [
            (edit.client_id, edit.column, value)
            for edit, value in good
            if known[edit.client_id][FIELD_OF.get(edit.column, edit.column)] != value
        ]
        if not cells:
            return Done("Nothing changed: it says so already" + left_as_it_was(0, len(bad)))
        with entry(db, "edit_clients", now, person_id) as journal:
            _write(journal, _fields(cells), known, step)
            journal.said = edited(cells, known, who, agency.currency, pasted=pasted)
    said = journal.said + left_as_it_was(len(good) - len(cells), len(bad))
    return Done(said, CHANGED, journal.undo)


def tag_clients(
    db: Writer,
    ids: Sequence[int],
    *,
    add: Iterable[str] = (),
    remove: Iterable[str] = (),
    now: int,
    person_id: int | None = None,
    step: Step = go_on,
) -> Done:
    """Give clients tags, take others away.

    Raises:
        RefusedError: a tag cannot be, or a client is gone; nothing was changed.
        CancelledError: from `step`; nothing was changed.
    """
    more, less = tags_of(",".join(add)), tags_of(",".join(remove))
    folded = {tag.casefold() for tag in less}
    with db.atomic():
        known, changes = kept.rows(db, ids), {}
        for client_id in dict.fromkeys(ids):
            if client_id not in known:
                raise RefusedError(GONE)
            had = tags_of(known[client_id]["tags"])
            left = [tag for tag in had if tag.casefold() not in folded]
            text = parse("tags", tags_text([*left, *more]), owners={})
            if text != known[client_id]["tags"]:
                changes[client_id] = {"tags": text}
        if not changes:
            return Done("Nothing changed: the tags are so already")
        with entry(db, "tag_clients", now, person_id) as journal:
            _write(journal, changes, known, step)
            journal.said = tagged(changes, known, more, less)
    return Done(journal.said, CHANGED, journal.undo)


def _today(now: int, agency: Settings) -> date:
    return local(now, agency.zone).date()


def _read(
    edits: Sequence[Edit], known: Mapping[int, Row], owners: Mapping[str, int], today: date
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
            good.append((edit, parse(edit.column, edit.text, owners=owners, today=today)))
        except RefusedError as error:
            bad.append(BadCell(edit, row["name"], str(error)))
    return good, bad


def _fields(cells: Iterable[Cell]) -> dict[int, Row]:
    """Return the new fields of each client."""
    changes: dict[int, Row] = defaultdict(dict)
    for client_id, column, value in cells:
        changes[client_id][FIELD_OF.get(column, column)] = value
        if column == "name":
            changes[client_id]["name_key"] = name_key(value)
    return changes


def _write(
    journal: Journal, changes: Mapping[int, Row], known: Mapping[int, Row], step: Step
) -> None:
    """Write the fields, with what follows from them."""
    for n, (client_id, fields) in enumerate(changes.items()):
        if n % STEP == 0:
            step(n, 2 * len(changes))
        journal.change("client", client_id, **fields)
        if "name" in fields:
            _keep_name(journal, known[client_id], fields)
        if fields.get("website"):
            _identify(journal, client_id, fields["website"])
    if {name for fields in changes.values() for name in fields} & TOLD_APART:
        bar_namesakes(journal, changes)
    _follow(journal, step)


def _follow(journal: Journal, step: Step) -> None:
    """Work out again what is kept beside the clients that were touched."""
    db, ids = journal.db, sorted(journal.touched)
    agency, stands = settings.load(db), moves_standing(journal)
    if journal.tables & COUNTED:
        recount(journal, agency)
        return
    for start in range(0, len(ids), STEP):
        step(len(ids) + start, 2 * len(ids))
        chunk = ids[start : start + STEP]
        if stands:
            standing.refresh(db, chunk, agency)
        else:
            client_index.refresh(db, chunk)
    price_touched(journal, agency)
    rejudge_touched(journal)


def _keep_name(journal: Journal, row: Row, fields: Row) -> None:
    """Keep the old name as an alias: lists and invoices that still say it find the client."""
    key = fields["name_key"]
    if key == row["name_key"]:
        return
    held = kept.name_holder(journal.db, row["name_key"])
    if held is None:
        alias = {"client_id": row["id"], "kind": "name", "value": row["name_key"]}
        journal.add("identifier", alias | {"said": row["name"]})
    elif held["client_id"] == row["id"] and not held["said"]:
        journal.change("identifier", held["id"], said=row["name"])
    if kept.name_holder(journal.db, key) is None:
        own = {"client_id": row["id"], "kind": "name", "value": key}
        journal.add("identifier", own | {"said": fields["name"]})
        rematch(journal, row["id"], [Identity(IdentityKind.NAME, key)])


def _identify(journal: Journal, client_id: int, host: str) -> None:
    """Make a website's domain an identifier unless somebody has it, past signals with it."""
    domain = registrable(host)
    held = Identity(IdentityKind.DOMAIN, domain or "")
    if domain and not identifiers.owners(journal.db, [held]):
        row = {"client_id": client_id, "kind": held.kind.value, "value": held.value}
        journal.add("identifier", row)
        rematch(journal, client_id, [held])
