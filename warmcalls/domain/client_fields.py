"""What the cells of the list of clients take: texts as people type them, or the reason why not."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any, Final
from zoneinfo import ZoneInfo

from warmcalls.domain import typed
from warmcalls.domain.client_columns import BY_ID, ClientRow
from warmcalls.domain.client_words import storable
from warmcalls.domain.clients import Tier
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_host, clean_text
from warmcalls.domain.moments import date_words, day_of

FIELD_OF: Final = {"owner": "owner_id", "fee": "expected_fee"}  # others are named as their column
LONGEST: Final = {"name": 200, "notes": 50_000, "excluded": 200, "tags": 1_000}
LONGEST_TEXT: Final = 100
LONGEST_TAG: Final = 40
NONE_OF_THEM: Final = frozenset({"", "-", "–", "—", "none"})
COMPANY_NUMBER: Final = re.compile(r"\d{8}|[A-Z]{2}\d{6}|[A-Z]{2}\d{5}[A-Z]|R\d{7}", re.ASCII)
SHORTEST_NUMBER, NUMBER_LENGTH = 5, 8  # digits; a spreadsheet takes the noughts in front


def parse(column: str, text: str, *, owners: Mapping[str, int], today: date | None = None) -> Any:
    """Return what a cell keeps for a text as it was typed; an empty one clears the cell.

    Args:
        column: the id of a column that may be written.
        text: as typed or pasted.
        owners: the people who may own a client, name to id.
        today: "3 March" is the last one until then, and a client cannot be one since a day more
            than a year after it; None knows neither.

    Raises:
        RefusedError: the reason why the cell cannot take it.
    """
    known = BY_ID.get(column)
    if known is None:
        raise RefusedError(f"There is no column “{column}”.")
    if not known.editable:
        raise RefusedError(f"“{known.head}” is worked out: it cannot be written.")
    if text.strip() and not clean_text(text):
        # what nobody sees must not clear a cell
        raise RefusedError("That holds nothing that can be read: leave the cell empty to clear it.")
    if column == "owner":
        return _owner(text, owners)
    return _since(text, today) if column == "since" else READ.get(column, _text)(column, text)


def _check_since(value: str, today: date) -> None:
    """Refuse a day that is a slip of the pen: one more than a year to come."""
    since = date.fromisoformat(value)
    if (since.year - 1, since.month, since.day) > (today.year, today.month, today.day):
        raise RefusedError(f"{date_words(since)} is more than a year away: no client is one then.")


def _text(column: str, text: str) -> str:
    said, most = clean_text(text), LONGEST.get(column, LONGEST_TEXT)
    if len(said) > most:
        raise RefusedError(f"That is {len(said):,} characters: {BY_ID[column].head} takes {most}.")
    return said


def _name(column: str, text: str) -> str:
    name = _text(column, text)
    if not any(c.isalnum() for c in name):
        raise RefusedError("A client needs a name.")
    return name


def _notes(column: str, text: str) -> str:
    said, most = storable(text).strip(), LONGEST[column]
    if len(said) > most:
        raise RefusedError(f"That is {len(said):,} characters: notes take {most:,}.")
    return said


def _tier(_column: str, text: str) -> str:
    said = clean_text(text).upper().removeprefix("TIER").strip()
    if said.casefold() in NONE_OF_THEM:
        return ""
    if said not in set(Tier):
        raise RefusedError(f"“{clean_text(text)}” is no tier: A, B, C, or nothing.")
    return said


def _owner(text: str, owners: Mapping[str, int]) -> int | None:
    """Return the recruiter a text names: whole, by the first name, or as "Beth O."."""
    said = clean_text(text)
    if said.casefold() in NONE_OF_THEM:
        return None
    for spelt in (_whole, _first, _short):
        found = {i for name, i in owners.items() if spelt(name) == said.casefold()}
        if len(found) == 1:
            return found.pop()
    raise RefusedError(f"Nobody here is called {said}{_near(said, owners)}")


def _whole(name: str) -> str:
    return name.casefold()


def _first(name: str) -> str:
    return name.casefold().partition(" ")[0]


def _short(name: str) -> str:
    """Return a name as the table shows it: "beth o."."""
    first, _, last = name.casefold().partition(" ")
    return f"{first} {last[:1]}."


def _near(said: str, owners: Mapping[str, int]) -> str:
    """Return the end of the refusal: who may have been meant."""
    low = said.casefold()
    near = [name for name in owners if name.casefold().startswith(low)]
    spelt = {form(name): name for name in owners for form in (_first, _whole)}
    near = near or [spelt[form] for form in get_close_matches(low, spelt, n=1)]
    if near:
        return f": {' or '.join(near[:2])}?"
    return f": {', '.join(list(owners)[:4])}?" if owners else "."


def _fee(_column: str, text: str) -> int | None:
    return None if text.strip().casefold() in NONE_OF_THEM else typed.money(text)


def _staff(_column: str, text: str) -> int | None:
    return None if text.strip().casefold() in NONE_OF_THEM else typed.count(text)


def _since(text: str, today: date | None) -> str:
    if text.strip().casefold() in NONE_OF_THEM:
        return ""
    value = typed.day(text, today)
    if today:
        _check_since(value, today)
    return value


def _website(_column: str, text: str) -> str:
    if not text.strip():
        return ""
    host = clean_host(text)
    if host is None or not _is_host(host):
        raise RefusedError(f"“{clean_text(text)}” is no website: write it as northmoor.example.")
    return host


def _is_host(host: str) -> bool:
    """Tell whether a host can be: short labels without hyphens at their ends."""
    labels = host.split(".")
    return (
        len(host) <= 253  # noqa: PLR2004  the most that names may have
        and all(0 < len(label) < 64 for label in labels)  # noqa: PLR2004
        and not any(label.startswith("-") or label.endswith("-") for label in labels)
        and not labels[-1].isdecimal()
        and len(labels[-1]) > 1
    )


def _company_number(_column: str, text: str) -> str:
    said = re.sub(r"\s", "", clean_text(text)).upper()
    if not said:
        return ""
    if said.isascii() and said.isdecimal() and SHORTEST_NUMBER <= len(said) < NUMBER_LENGTH:
        said = said.zfill(NUMBER_LENGTH)
    if not COMPANY_NUMBER.fullmatch(said):
        raise RefusedError(
            f"“{clean_text(text)}” is no company number: "
            "eight characters, such as 01234567 or SC123456."
        )
    return said


def _tags(column: str, text: str) -> str:
    tags = tags_of(text)
    long = next((tag for tag in tags if len(tag) > LONGEST_TAG), None)
    if long:
        raise RefusedError(f"“{long[:LONGEST_TAG]}…” is too long for a tag: use notes for that.")
    said = tags_text(tags)
    if len(said) > LONGEST[column]:
        raise RefusedError("Those are too many tags for one client.")
    return said


READ: Final[Mapping[str, Callable[[str, str], Any]]] = {
    "name": _name,
    "tier": _tier,
    "fee": _fee,
    "staff": _staff,
    "website": _website,
    "company_number": _company_number,
    "tags": _tags,
    "notes": _notes,
}


def tags_of(text: str) -> tuple[str, ...]:
    """Return the tags in a text, each once whatever the case, in order of name."""
    found: dict[str, str] = {}
    for part in re.split(r"[,;\n]", text):
        if tag := clean_text(part):
            found.setdefault(tag.casefold(), tag)
    return tuple(found[key] for key in sorted(found))


def tags_text(tags: Iterable[str]) -> str:
    """Return tags as they are kept."""
    return ", ".join(tags_of(",".join(tags)))


def cell_text(row: ClientRow, column: str, zone: ZoneInfo | None = None) -> str:
    """Return what a cell says when it is copied or exported; what may be written reads back.

    Args:
        row: the client.
        column: the id of the column.
        zone: the agency's, for the days of moments; UTC where none is given.
    """
    if column in SAID:
        return SAID[column](row)
    if column in {"seen", "spoke"}:
        at = row.seen_at if column == "seen" else row.spoke_at
        return "" if at is None else day_of(at, zone or ZoneInfo("UTC"))
    value = getattr(row, column)
    return "" if value is None else str(value)


SAID: Final[Mapping[str, Callable[[ClientRow], str]]] = {
    "fee": lambda row: "" if row.fee is None else f"{row.fee // 100}.{row.fee % 100:02}",
    "tags": lambda row: tags_text(row.tags),
    "coverage": lambda row: f"{row.coverage.count} of 4",
    "warmth": lambda row: f"{row.warmth[-1]:.2f}" if row.warmth else "",
}
