"""Which clients a command is about: a text, filters, a saved view, an order."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from warmcalls.domain.client_columns import BY_ID, SHOWN
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.saved_views import View

Command = TypeVar("Command", bound=Callable[..., Any])
SIGNS: Final = {">=": Op.AT_LEAST, "<=": Op.AT_MOST, "!=": Op.IS_NOT, "=": Op.IS, "~": Op.HAS}
WORDS: Final = {
    "is empty": Op.EMPTY, "is filled": Op.FILLED, "not within": Op.NOT_WITHIN, "within": Op.WITHIN,
}  # fmt: skip
COMPARED: Final = re.compile(r"\s*(\w+)\s*(>=|<=|!=|=|~)\s*(.*?)\s*", re.DOTALL)
TOLD: Final = re.compile(r"\s*(\w+)\s+(is empty|is filled|not within|within)\b\s*(\d*)\s*")
NOBODY: Final = frozenset({"nobody", "none", "-"})
NARROWING: Final = (
    "find tier owner sector town tag min_fee max_fee warm_days no_contact no_number never_seen "
    "view where"
).split()
OPTIONS: Final = (
    click.option("--find", metavar="WORDS", default="", help="In names, contacts, notes, numbers."),
    click.option("--tier", metavar="A,B", default="", help="Only these tiers; none for without."),
    click.option("--owner", metavar="NAME", default="", help="Whose they are, or nobody."),
    click.option("--sector", default="", help="Only one sector, or several parted by commas."),
    click.option("--town", default="", help="Only one town, or several parted by commas."),
    click.option("--tag", default="", help="With a tag, or one of several."),
    click.option("--min-fee", metavar="FEE", default="", help="Expected fee at least."),
    click.option("--max-fee", metavar="FEE", default="", help="Expected fee at most."),
    click.option("--warm-days", metavar="N", default="", help="Seen in the last days."),
    click.option("--no-contact", is_flag=True, help="Nobody is known there."),
    click.option("--no-number", is_flag=True, help="Without a number."),
    click.option("--never-seen", is_flag=True, help="Without any signal."),
    click.option("--view", metavar="NAME", default="", help="A saved view to begin with."),
    click.option("--where", metavar="C", multiple=True, help='As "fee>=5000", "town is empty".'),
)
SORTED: Final = (
    click.option("--sort", metavar="COLUMN[:desc]", default="", help="What they are sorted by."),
    click.option("--columns", metavar="A,B", default="", help="What is shown of them."),
)
FOR: Final = click.option("--for", "name", metavar="NAME", help="As one recruiter sees them.")


def filters(command: Command) -> Command:
    """Add what clients can be narrowed to."""
    return _with(command, OPTIONS)


def filters_and_order(command: Command) -> Command:
    """Add what clients can be narrowed to, sorted by and shown with."""
    return _with(command, (*OPTIONS, *SORTED, FOR))


def _with(command: Command, options: Sequence[Callable[[Command], Command]]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command


def is_narrowed(options: dict[str, Any]) -> bool:
    """Tell whether any filter was given."""
    return any(options[name] for name in NARROWING)


def question(session: "Session", options: dict[str, Any], text: str = "") -> Question:
    """Return the question that a command asks.

    Args:
        session: of the command.
        options: its filters.
        text: part of a client's name.

    Raises:
        RefusedError: there is no such view, person or column.
    """
    asked = view_of(session, options["view"]).question if options["view"] else Question()
    where = [*asked.where, *_simple(session, options), *map(condition, options["where"])]
    if text.strip():
        from warmcalls.domain.identities import name_key

        where.append(Condition("name", Op.HAS, (name_key(text),)))
    words = " ".join(part for part in (asked.text, options["find"]) if part)
    order = _order(options["sort"]) if options.get("sort") else asked.order
    return replace(asked, text=words, where=tuple(where), order=order)


def shown(session: "Session", options: dict[str, Any]) -> tuple[str, ...] | None:
    """Return the columns that were asked for, or a view's; None for the usual ones.

    Raises:
        RefusedError: there is no such column or view.
    """
    if options["columns"]:
        return tuple(_column(part) for part in _parts(options["columns"])) or SHOWN
    return view_of(session, options["view"]).columns if options["view"] else None


def view_of(session: "Session", name: str) -> "View":
    """Return a saved view by its name, or the beginning of one.

    Raises:
        RefusedError: none or several fit; the sentence names them.
    """
    from warmcalls.actions.saved_views import views

    everything, wanted = views(session.reader()), name.strip().casefold()
    exact = [view for view in everything if view.name.casefold() == wanted]
    found = exact or [view for view in everything if view.name.casefold().startswith(wanted)]
    if len(found) == 1:
        return found[0]
    names = ", ".join(f'"{view.name}"' for view in found or everything)
    why = "fits several views" if found else "is no view"
    raise RefusedError(f'"{name}" {why}: {names}.')


def condition(text: str) -> Condition:
    """Return a condition as it is typed: "fee>=5000", "tier=A,B", "town is empty", "seen within 7".

    Raises:
        RefusedError: it cannot be read, or there is no such column.
    """
    if found := COMPARED.fullmatch(text):
        op = SIGNS[found[2]]
        values = _parts(found[3]) if op in {Op.IS, Op.IS_NOT} else (found[3],)
        return Condition(_column(found[1]), op, values)
    if found := TOLD.fullmatch(text):
        op = WORDS[found[2]]
        needs = op in {Op.WITHIN, Op.NOT_WITHIN}
        if needs == bool(found[3]):
            return Condition(_column(found[1]), op, (found[3],) if needs else ())
    raise RefusedError(
        f'"{text}" is no condition: write "fee>=5000", "tier=A,B", "notes~drivers", '
        '"town is empty" or "seen within 7".'
    )


def _simple(session: "Session", options: dict[str, Any]) -> list[Condition]:
    found = [
        Condition(name, Op.IS, _parts(options[name]))
        for name in ("tier", "sector", "town")
        if options[name]
    ]
    if options["tag"]:
        found.append(Condition("tags", Op.IS, _parts(options["tag"])))
    if options["owner"]:
        found.append(_owner(session, options["owner"]))
    edges = {
        "min_fee": ("fee", Op.AT_LEAST),
        "max_fee": ("fee", Op.AT_MOST),
        "warm_days": ("seen", Op.WITHIN),
    }
    found += [Condition(*edge, (options[n],)) for n, edge in edges.items() if options[n]]
    flags = {
        "no_contact": Condition("contacts", Op.IS, ("0",)),
        "no_number": Condition("phone", Op.EMPTY),
        "never_seen": Condition("seen", Op.EMPTY),
    }
    return found + [each for name, each in flags.items() if options[name]]


def _owner(session: "Session", name: str) -> Condition:
    if name.strip().casefold() in NOBODY:
        return Condition("owner", Op.EMPTY)
    person = session.person(name)
    return Condition("owner", Op.IS, (person.name if person else name,))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",")) if text.strip() else ("",)


def _order(text: str) -> Order:
    column, _, direction = text.partition(":")
    if direction.strip() not in {"", "asc", "desc"}:
        raise RefusedError(f'"{text}" is no order: write it as warmth:desc.')
    return Order(_column(column), direction.strip() == "desc")


def _column(text: str) -> str:
    column = text.strip().casefold()
    if column not in BY_ID:
        raise RefusedError(f'There is no column "{text.strip()}". Known: {", ".join(BY_ID)}.')
    return column
