"""Warmth over a year, day by day from the signals themselves, and what today's is made of.

Rolling counters back, as the sparkline of 30 days does, would blow a rounding error up two
hundred thousand million times over a year of four-day half-lives; this goes forward.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from warmcalls.domain.kinds import KINDS, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.money import share_out
from warmcalls.domain.warmth import Floats, half_lives, weights

YEAR: Final = 365
MOST: Final = 4
REST: Final = "other"
WHOLE: Final = 100
PLACE: Final[dict[str, int]] = {kind.value: i for i, kind in enumerate(KINDS)}
# what has no subject worth naming, or stands for itself
NOUNS: Final[dict[Kind, str]] = {
    Kind.CONTACT_PAGE: "contact page",
    Kind.SERVICES_PAGE: "services pages",
    Kind.GUIDE_PAGE: "guides",
    Kind.ARTICLE_PAGE: "articles",
    Kind.CANDIDATE_PAGE: "job pages",
    Kind.OTHER_PAGE: "website",
    Kind.EMAIL_OPEN: "opened e-mails",
    Kind.EMAIL_CLICK: "e-mail clicks",
    Kind.EMAIL_REPLY: "e-mail replies",
    Kind.EMAIL_UNSUBSCRIBE: "unsubscribing",
    Kind.EMAIL_BOUNCE: "bounced e-mails",
    Kind.DOWNLOAD: "downloads",
    Kind.VIDEO: "videos",
    Kind.WEBINAR_REGISTERED: "webinar",
    Kind.WEBINAR_ATTENDED: "webinar",
    Kind.WEBINAR_NO_SHOW: "webinar",
    Kind.EVENT_ATTENDED: "event",
    Kind.EVENT_SPOKE: "event",
    Kind.FORM: "enquiry",
    Kind.CHAT: "chat",
    Kind.AD_LEAD: "ad form",
    Kind.PHONE_IN: "a call to us",
    Kind.REACTION: "reactions",
    Kind.COMMENT: "comments",
    Kind.SHARE: "shares",
    Kind.FOLLOW: "following us",
    Kind.CONNECTION: "a connection",
    Kind.JOB_ADVERT: "job adverts",
    Kind.REFERRAL: "a referral",
    Kind.CANDIDATE_HIRING: "a former candidate",
    Kind.MET: "meeting in person",
    Kind.PAST_PLACEMENT: "past placement",
}
BY_SUBJECT: Final = frozenset({
    Kind.CONTACT_PAGE, Kind.SERVICES_PAGE, Kind.GUIDE_PAGE, Kind.ARTICLE_PAGE, Kind.OTHER_PAGE,
    Kind.EMAIL_CLICK, Kind.EMAIL_REPLY, Kind.DOWNLOAD, Kind.VIDEO, Kind.WEBINAR_REGISTERED,
    Kind.WEBINAR_ATTENDED, Kind.WEBINAR_NO_SHOW, Kind.EVENT_ATTENDED, Kind.EVENT_SPOKE,
    Kind.FORM, Kind.AD_LEAD,
})  # fmt: skip
PAGES: Final = frozenset({Kind.CONTACT_PAGE, Kind.SERVICES_PAGE, Kind.OTHER_PAGE})


@dataclass(frozen=True, slots=True)
class Seen:
    """One signal: when, what it counts, and its subject."""

    kind: Kind
    at: int
    share: float
    subject: str = ""


Row = tuple[str, int, float]  # kind, moment, share: thousands of them for a busy client


@dataclass(frozen=True, slots=True)
class Part:
    """A part of today's warmth: what it is called, and its share in percent."""

    words: str
    percent: int


def counts_by_day(
    seen: Sequence[Row], now: int, worth: Mapping[Kind, Worth], days: int = YEAR
) -> Floats:
    """Return the decayed counts at the end of each of the last days, oldest first.

    Args:
        seen: kind, moment and share of every signal up to now, in any order.
        now: the end of the last day, UTC microseconds.
        worth: half-lives.
        days: how many days.

    Returns:
        Shape (days, kinds).
    """
    arrived = np.zeros((days, len(KINDS)))
    if seen:
        kinds, moments, shares = zip(*seen, strict=True)
        place = np.array([PLACE[kind] for kind in kinds])
        age = (now - np.array(moments, dtype=np.float64)) / DAY
        day = np.clip(days - 1 - np.floor(age).astype(int), 0, days - 1)
        faded = np.exp2(-(age - (days - 1 - day)) / half_lives(worth)[place])
        np.add.at(arrived, (day, place), faded * np.array(shares))
    kept, counts = np.exp2(-1.0 / half_lives(worth)), np.zeros(len(KINDS))
    for day_counts in arrived:
        counts = counts * kept + day_counts
        day_counts[:] = counts
    return arrived


def line_of(counts: Floats, worth: Mapping[Kind, Worth]) -> tuple[float, ...]:
    """Return warmth at the end of each day, not below 0, from the counts of the days."""
    line = np.log1p(counts) @ weights(worth)
    return tuple(float(value) for value in np.maximum(line, 0.0))


def made_of(
    counts: Floats, newest: Sequence[Seen], now: int, worth: Mapping[Kind, Worth]
) -> tuple[Part, ...]:
    """Return what warmth is made of, the largest first; the percents sum to 100.

    A kind adds its weight times ln(1 + decayed count). That is shared out among its subjects by
    their own decayed counts; what was not looked up goes by the name of the kind. Kinds that take
    warmth away are no part of it.

    Args:
        counts: decayed counts now, shape (kinds,).
        newest: the newest signals with their subjects.
        now: UTC microseconds.
        worth: weights and half-lives.
    """
    adds = np.maximum(np.log1p(counts) * weights(worth), 0.0)
    parts: dict[str, float] = defaultdict(float)
    left = counts.copy()
    for each in newest:
        at = PLACE[each.kind]
        count = each.share * 2.0 ** (-((now - each.at) / DAY) / worth[each.kind].half_life_days)
        if counts[at] > 0.0:
            parts[label(each.kind, each.subject)] += adds[at] * count / counts[at]
            left[at] -= count
    for at, kind in enumerate(KINDS):
        if counts[at] > 0.0:
            parts[label(kind)] += adds[at] * max(left[at], 0.0) / counts[at]
    return _largest(_joined(parts))


def label(kind: Kind, subject: str = "") -> str:
    """Return what a signal is called as a part: "Salary Guide", "Fees page", "a referral"."""
    if not subject or kind not in BY_SUBJECT:
        return NOUNS[kind]
    has_word = subject.lower().endswith(("page", "pages"))
    return f"{subject} page" if kind in PAGES and not has_word else subject


def _joined(parts: Mapping[str, float]) -> list[tuple[str, float]]:
    """Return the parts, those of one name whatever its case as one; the largest first."""
    names: dict[str, str] = {}
    sums: dict[str, float] = defaultdict(float)
    for words, value in parts.items():
        names.setdefault(words.casefold(), words)
        sums[words.casefold()] += value
    found = [(names[key], value) for key, value in sums.items() if value > 0.0]
    return sorted(found, key=lambda part: (-part[1], part[0]))


def _largest(parts: list[tuple[str, float]]) -> tuple[Part, ...]:
    """Return the largest parts and the rest as one, in percents that sum to 100."""
    if len(parts) > MOST + 1:
        rest = sum(value for _, value in parts[MOST:])
        parts = [*parts[:MOST], (REST, rest)]
    percents = share_out(WHOLE, [value for _, value in parts])
    named = zip(parts, percents, strict=True)
    return tuple(Part(words, percent) for (words, _), percent in named if percent)
