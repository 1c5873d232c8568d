"""Which page means what, as lines of text: a kind, then what its paths look like."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from warmcalls.domain.kinds import KINDS, PAGE_KINDS, Kind
from warmcalls.domain.pages import PagePattern, page_kind

ENDING: Final = "_page"
NAMES: Final = tuple(k.value.removesuffix(ENDING) for k in KINDS if k in PAGE_KINDS)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text.

    Attributes:
        number: from 0.
        why: what is wrong with it, or empty.
        patterns: what it says, empty where it is blank or wrong.
    """

    number: int
    patterns: tuple[PagePattern, ...] = ()
    why: str = ""


def written(patterns: tuple[PagePattern, ...]) -> str:
    """Return patterns as text, one a line."""
    return "\n".join(f"{p.kind.value.removesuffix(ENDING)}\t{p.pattern}" for p in patterns)


def read_lines(text: str) -> list[Line]:
    """Return every line with what it says or what is wrong with it."""
    return [_read(number, line) for number, line in enumerate(text.splitlines())]


def patterns_of(lines: list[Line]) -> tuple[PagePattern, ...]:
    """Return the patterns of all lines, in order."""
    return tuple(pattern for line in lines for pattern in line.patterns)


def deciding(lines: list[Line], path: str) -> int | None:
    """Return the number of the line that decides about a path, None where none fits."""
    for line in lines:
        if any(_fits(pattern, path) for pattern in line.patterns):
            return line.number
    return None


def path_of(text: str) -> str:
    """Return the path of what was typed or pasted, also of a whole address."""
    text = text.strip()
    if "//" not in text and not text.startswith("/"):
        text = f"//{text}" if "." in text.split("/")[0] else f"/{text}"
    try:
        return unquote(urlsplit(text).path) or "/"
    except ValueError:  # a bracket where a host should be
        return "/"


def _fits(pattern: PagePattern, path: str) -> bool:
    """Tell whether a pattern takes a path; as another kind than what is left over."""
    return page_kind(path, (PagePattern(pattern.pattern, Kind.CONTACT_PAGE),)) is Kind.CONTACT_PAGE


def _read(number: int, line: str) -> Line:
    if not line.strip():
        return Line(number)
    name, *patterns = line.split()
    kind = _kind(name)
    if kind is None:
        said = f'Line {number + 1}: "{name}" is no kind of page. Write {", ".join(NAMES)}.'
        return Line(number, why=said)
    if not patterns:
        said = f'Line {number + 1}: say which paths, as "{name} */fees/*".'
        return Line(number, why=said)
    lost = next((p for p in patterns if not p.startswith(("/", "*"))), None)
    if lost is not None:
        said = f'Line {number + 1}: "{lost}" fits no path. Begin it with / or *, as "*/{lost}".'
        return Line(number, why=said)
    return Line(number, tuple(PagePattern(pattern, kind) for pattern in patterns))


def _kind(name: str) -> Kind | None:
    """Return the kind a line begins with, with or without its ending."""
    plain = name.lower().rstrip(":").removesuffix(ENDING)
    return Kind(plain + ENDING) if plain in NAMES else None
