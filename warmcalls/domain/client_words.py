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


def words_of(text: str) -> list[str]:
    """Return the words of a text in the form they are compared in."""
    plain = text.casefold()
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in apart if not unicodedata.combining(c)).casefold()
    return [word[:LONGEST_WORD] for word in WORD.findall(plain)]


def number_words(number: str) -> list[str]:
    """Return the ways in which a number may be begun by somebody who types it."""
    digits = re.sub(r"\D", "", number)
    if not number.startswith(COUNTRY):
        return [digits] if digits else []
    bare = digits.removeprefix("44")
    return [digits, f"0{bare}", bare]


def kept_words(texts: Iterable[str], numbers: Iterable[str] = ()) -> list[str]:
    """Return every word of some texts and numbers, once each, in order."""
    found = {word for text in texts for word in words_of(text)}
    found |= {word for number in numbers for word in number_words(number)}
    return sorted(found)


def terms(typed: str) -> list[Term]:
    """Return what has to be met for a typed text, all of it; nothing for a text without words.

    Groups of figures of four or more together are also one number: "01632 960".
    """
    words = words_of(typed.replace("(0)", ""))[:MOST_TYPED]
    found: list[Term] = []
    for figures, run in groupby(words, key=_is_figures):
        group = tuple(run)
        if figures and len(group) > 1 and len("".join(group)) >= PHONE_DIGITS:
            found.append((("".join(group),), group))
        else:
            found += [((word,),) for word in group]
    return found


def fits(asked: Iterable[Term], kept: Iterable[str]) -> bool:
    """Tell whether kept words meet all terms."""
    words = list(kept)

    def begins(start: str) -> bool:
        return any(word.startswith(start) for word in words)

    return all(any(all(begins(w) for w in group) for group in term) for term in asked)


def _is_figures(word: str) -> bool:
    return word.isascii() and word.isdecimal()
