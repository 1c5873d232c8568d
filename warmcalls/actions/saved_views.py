"""Saved views of the list of clients, and what its editors and filters offer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.client_fields import tags_of
from warmcalls.domain.client_query import Question
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_text
from warmcalls.domain.saved_views import BUILT_IN, View, from_json, to_json
from warmcalls.store import client_choices, people
from warmcalls.store import saved_views as kept
from warmcalls.store.engine import Reader, Row, Writer
from warmcalls.store.journal import entry

PAGE: Final = "clients"
CHANGED: Final = frozenset({"views"})
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Choices:
    """What is used already, for editors and filters; each in order of name.

    Attributes:
        owners: the people who may own a client: id and name.
    """

    sectors: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    owners: tuple[tuple[int, str], ...] = ()


def choices(db: Reader) -> Choices:
    """Return what editors and filters offer."""
    tags = tags_of(",".join(client_choices.tags(db)))
    return Choices(
        tuple(client_choices.sectors(db)),
        tuple(client_choices.towns(db)),
        tags,
        tuple((person_id, name) for name, person_id in owners(db).items()),
    )


def owners(db: Reader) -> dict[str, int]:
    """Return the people who may own a client, name to id, by name."""
    who = [p for p in people.everyone(db) if p.role is not Role.MARKETER]
    return {p.name: p.id for p in sorted(who, key=lambda p: p.name.casefold())}


def views(db: Reader) -> list[View]:
    """Return every view of the list of clients, those built in first."""
    return [*BUILT_IN, *(_view(row) for row in kept.of_page(db, PAGE))]


def save_view(
    db: Writer,
    name: str,
    question: Question,
    columns: Iterable[str],
    *,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Save a view; one of the same name is replaced.

    Raises:
        RefusedError: it has no name, or that of one that is built in.
    """
    name, body = _checked(name), to_json(question, columns)
    with db.atomic():
        there = kept.by_name(db, PAGE, name)
        with entry(db, "save_view", now, person_id) as journal:
            if there:
                view_id = int(there["id"])
                journal.change("saved_view", view_id, name=name, body=body)
            else:
                row = {"page": PAGE, "name": name, "body": body}
                view_id = journal.add("saved_view", row)
            journal.said = f"Saved view {name}"
    return Done(journal.said, CHANGED, journal.undo, view_id)


def rename_view(
    db: Writer, view_id: int, name: str, *, now: int, person_id: int | None = None
) -> Done:
    """Give a saved view another name.

    Raises:
        RefusedError: it is built in or gone, or another has the name.
    """
    name = _checked(name)
    with db.atomic():
        row = _there(db, view_id)
        other = kept.by_name(db, PAGE, name)
        if other and other["id"] != view_id:
            raise RefusedError(f"There is a view {other['name']} already: choose another name.")
        with entry(db, "rename_view", now, person_id) as journal:
            journal.change("saved_view", view_id, name=name)
            journal.said = f"Renamed view {row['name']} to {name}"
    return Done(journal.said, CHANGED, journal.undo, view_id)


def delete_view(db: Writer, view_id: int, *, now: int, person_id: int | None = None) -> Done:
    """Delete a saved view.

    Raises:
        RefusedError: it is built in, or gone.
    """
    with db.atomic():
        row = _there(db, view_id)
        with entry(db, "delete_view", now, person_id) as journal:
            journal.remove("saved_view", view_id)
            journal.said = f"Deleted view {row['name']}"
    return Done(journal.said, CHANGED, journal.undo)


def _checked(name: str) -> str:
    name = clean_text(name)
    if not name:
        raise RefusedError("A view needs a name.")
    if len(name) > LONGEST:
        raise RefusedError(f"That name is too long for a tab: {LONGEST} characters at most.")
    if any(name.casefold() == view.name.casefold() for view in BUILT_IN):
        raise RefusedError(f"“{name}” comes with the app: choose another name.")
    return name


def _there(db: Reader, view_id: int) -> Row:
    if view_id < 0:
        raise RefusedError("This view comes with the app: save it under another name instead.")
    row = kept.by_id(db, PAGE, view_id)
    if row is None:
        raise RefusedError("This view is not there any more.")
    return row


def _view(row: Row) -> View:
    question, columns = from_json(row["body"])
    return View(row["id"], row["name"], question, columns)
