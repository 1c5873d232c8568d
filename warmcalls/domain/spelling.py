"""Spellings of campaigns: which of them seem to mean one.

Links and ad tools spell a campaign as whoever typed it did: "salary-guide-2026", "Salary Guide
2026", "utm_salary_guide_26_fb". Separators, case, the form of a year and the source do not tell
campaigns apart; a number does.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

PARTS: Final = re.compile(r"[^\W\d_]+|\d{1,18}")
SAYS_NOTHING: Final = frozenset("utm campaign campaigns camp".split())
SOURCES: Final[dict[str, str]] = {
    **dict.fromkeys(("facebook", "fb", "meta"), "facebook"),
    **dict.fromkeys(("instagram", "ig", "insta"), "instagram"),
    **dict.fromkeys(("linkedin", "li"), "linkedin"),
    **dict.fromkeys(("google", "gads", "adwords"), "google"),
    **dict.fromkeys(("bing", "microsoft", "msads"), "bing"),
    **dict.fromkeys(("twitter", "tw"), "twitter"),
    **dict.fromkeys(("youtube", "yt"), "youtube"),
    **dict.fromkeys(("tiktok", "tt"), "tiktok"),
    **dict.fromkeys(("email", "mail", "mailchimp", "hubspot"), "email"),
    **dict.fromkeys(("cpc", "ppc", "ad", "ads", "paid", "social", "organic", "web"), ""),
}
FIRST_YEAR, LAST_YEAR = 2010, 2039
CENTURY: Final = 2000
LONG_ENOUGH: Final = 6  # letters of a word in which one may be a slip


@dataclass(frozen=True, slots=True)
class Spelling:
    """A spelling taken apart.

    Attributes:
        words: in their order, without the source.
        numbers: those that are no year, in order of size.
        years: four digits each.
        sources: where it ran; empty where it does not say.
    """

    words: tuple[str, ...]
    numbers: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    sources: frozenset[str] = frozenset()

    @property
    def letters(self) -> str:
        """All its words as one."""
        return "".join(self.words)


def take_apart(text: str) -> Spelling:
    """Return a spelling taken apart; where only a source is named, that is the word."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    parts = PARTS.findall(plain)
    said = [p for p in parts if not p.isdecimal() and p not in SAYS_NOTHING]
    words = tuple(p for p in said if p not in SOURCES) or tuple(said)
    sources = frozenset(SOURCES[p] for p in said if p in SOURCES and p not in words) - {""}
    digits = [int(p) for p in parts if p.isdecimal()]
    years = [_year(n, last=i == len(digits) - 1) for i, n in enumerate(digits)]
    return Spelling(
        words=words,
        numbers=tuple(sorted(n for n, y in zip(digits, years, strict=True) if y is None)),
        years=tuple(sorted(y for y in years if y is not None)),
        sources=sources,
    )


def _year(number: int, *, last: bool) -> int | None:
    """Return the year that a number means: 2026, or 26 where it comes last; None for none."""
    if FIRST_YEAR <= number <= LAST_YEAR:
        return number
    if last and FIRST_YEAR - CENTURY + 10 <= number <= LAST_YEAR - CENTURY:
        return CENTURY + number
    return None


def alike(spelt: Mapping[int, Iterable[str]]) -> dict[tuple[int, int], str]:
    """Return the pairs of campaigns that seem to be one, with the reason.

    Args:
        spelt: every campaign's name, then its codes, by id.
    """
    apart = {i: [take_apart(text) for text in texts] for i, texts in spelt.items()}
    sharing: defaultdict[tuple[object, ...], list[tuple[int, Spelling]]] = defaultdict(list)
    for campaign_id, spellings in apart.items():
        for spelling in spellings:
            for key in _keys(spelling):
                sharing[key].append((campaign_id, spelling))
    found: dict[tuple[int, int], str] = {}
    for group in sharing.values():
        for (one, a), (other, b) in combinations(group, 2):
            pair = (min(one, other), max(one, other))
            if one != other and _may_be_one(apart[one][0], apart[other][0]) and _may_be_one(a, b):
                reason = _reason(a, b)
                found[pair] = min(found.get(pair, reason), reason, key=REASONS.index)
    return _without_doubtful(found, {i: spellings[0] for i, spellings in apart.items()})


SAME_LETTERS: Final = "spelt differently"
OTHER_SOURCE: Final = "one names the source"
NO_YEAR: Final = "one leaves the year out"
OTHER_ORDER: Final = "the same words in another order"
ONE_SLIP: Final = "one letter differs"
REASONS: Final = (SAME_LETTERS, OTHER_SOURCE, NO_YEAR, OTHER_ORDER, ONE_SLIP)


def _keys(spelling: Spelling) -> Iterator[tuple[object, ...]]:
    """Yield keys of which two spellings that seem one share one.

    A slip of one letter is found by leaving out each letter of a long word in turn: whatever is
    one letter apart, doubled, left out or swapped with the next, has such a form in common.
    """
    if not spelling.words:
        return
    numbers, words = spelling.numbers, sorted(spelling.words)
    yield (numbers, "letters", spelling.letters)
    yield (numbers, "words", *words)
    for i, word in enumerate(words):
        rest = (*words[:i], *words[i + 1 :])
        shorter = len(word) if len(word) >= LONG_ENOUGH else 0
        for form in {word, *(word[:n] + word[n + 1 :] for n in range(shorter))}:
            if len(form) >= LONG_ENOUGH - 1:
                yield (numbers, "slip", form, *rest)


def _may_be_one(one: Spelling, other: Spelling) -> bool:
    """Tell whether numbers, years and sources let two spellings mean one campaign."""
    return (
        one.numbers == other.numbers
        and (one.years == other.years or not one.years or not other.years)
        and (one.sources == other.sources or not one.sources or not other.sources)
    )


def _reason(one: Spelling, other: Spelling) -> str:
    if one.letters != other.letters:
        return OTHER_ORDER if sorted(one.words) == sorted(other.words) else ONE_SLIP
    if one.years != other.years:
        return NO_YEAR
    return SAME_LETTERS if one.sources == other.sources else OTHER_SOURCE


def _without_doubtful(
    found: dict[tuple[int, int], str], names: Mapping[int, Spelling]
) -> dict[tuple[int, int], str]:
    """Leave out a campaign without a year that fits those of several years alike."""
    years: defaultdict[int, set[tuple[int, ...]]] = defaultdict(set)
    for one, other in found:
        years[one].add(names[other].years)
        years[other].add(names[one].years)
    doubtful = {i for i, seen in years.items() if not names[i].years and len(seen - {()}) > 1}
    return {
        pair: reason
        for pair, reason in sorted(found.items())
        if not any(i in doubtful and names[j].years for i, j in (pair, pair[::-1]))
    }
