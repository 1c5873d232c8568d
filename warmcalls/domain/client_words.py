"""Words that clients are found by: brought into one form, so that what is typed meets what is kept.

No case, no accents, split at whatever is neither letter nor digit. Every typed word is the
beginning of a word that is kept; figures typed in groups are also the beginning of a number.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import Final

LONGEST_WORD: Final = 64
MOST_TYPED: Final = 12  # words; nobody types more
PHONE_DIGITS: Final = 4
WORD: Final = re.compile(r"[^\W_]+")
COUNTRY: Final = "+44"

Term = tuple[tuple[str, ...], ...]  # any of these groups; all words of a group


def storable(text: str) -> str:
    """Return a text without the characters that no database takes: half a pair, and nought."""
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def folded(text: str) -> str:
    """Return a text as it is compared and sorted: no case, no accents."""
    plain = text.casefold()
    if plain.isascii():
        return plain
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold()


def words_of(text: str) -> list[str]:
    """Return the words of a text in the form they are compared in."""
    return [word[:LONGEST_WORD] for word in WORD.findall(folded(text))]


def number_word(number: str) -> str:
    """Return the figures of a number as people at home dial them."""
    digits = re.sub(r"[^0-9]", "", number)
    return f"0{digits[2:]}" if number.startswith(COUNTRY) else digits


def kept_words(texts: Iterable[str], numbers: Iterable[str] = ()) -> list[str]:
    """Return every word of some texts and numbers, once each, in order."""
    found = set(words_of("\n".join(texts)))
    found |= {number_word(number) for number in numbers}
    return sorted(found - {""})


def terms(typed: str) -> list[Term]:
    """Return what has to be met for a typed text, all of it; nothing for a text without words.

    Four or more figures, in groups or not, may also begin a number: "01632 960", "+44 1632 960".
    """
    words = words_of(typed.replace("(0)", ""))[:MOST_TYPED]
    found: list[Term] = []
    for figures, run in groupby(words, key=_is_figures):
        group = tuple(run)
        dialled = "".join(group)
        if figures and len(dialled) >= PHONE_DIGITS:
            ways = [(way,) for way in _ways(dialled)]
            # what begins with a nought is dialled; other figures may be words of their own
            apart = [] if dialled.startswith("0") else [group]
            found.append(tuple(dict.fromkeys([*ways, *apart])))
        else:
            found += [((word,),) for word in group]
    return found


def _ways(dialled: str) -> tuple[str, ...]:
    """Return what typed figures may begin: as they are, from abroad, without the nought."""
    if dialled.startswith("0"):
        return (dialled,)
    return (dialled, f"0{dialled[2:]}") if dialled.startswith("44") else (dialled, f"0{dialled}")


def fits(asked: Iterable[Term], kept: Iterable[str]) -> bool:
    """Tell whether kept words meet all terms."""
    words = list(kept)

    def begins(start: str) -> bool:
        return any(word.startswith(start) for word in words)

    return all(any(all(begins(w) for w in group) for group in term) for term in asked)


def _is_figures(word: str) -> bool:
    return word.isascii() and word.isdecimal()
