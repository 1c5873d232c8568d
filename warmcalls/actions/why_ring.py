"""Why ring: the sentence that says why a client is on the list."""

from dataclasses import dataclass
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.actions.reasons_of import NAMED, NEGLIGIBLE, STRONGLY_AGAINST, Grounds
from warmcalls.domain.clients import Client
from warmcalls.domain.features import FEATURES, Clients, Floats
from warmcalls.domain.fit import fit, fit_words
from warmcalls.domain.kinds import INTEREST, KINDS
from warmcalls.domain.reasons import Counted, clause, reached_nobody, refused, sentence
from warmcalls.domain.without import FADED

FIT: Final = FEATURES.index("fit")
UNANSWERED: Final = FEATURES.index("unanswered")
SHOWS_INTEREST: Final = [i for i, kind in enumerate(KINDS) if kind in INTEREST]
REFUSED: Final = FEATURES.index("refused")


@dataclass(frozen=True, slots=True)
class Seat:
    """One client of those that are known, and what the ranking makes of it.

    Attributes:
        at: its row; pull: its contributions, in the order of `FEATURES`.
        counts: its decayed counts, in the order of `KINDS`.
    """

    client: Client
    known: Clients
    at: int
    pull: Floats
    counts: Floats


def without_the_lesser(seat: Seat, grounds: Grounds) -> Grounds:
    """Return the grounds without signals against where past calls speak louder against it."""
    worst = min(seat.pull[UNANSWERED], seat.pull[REFUSED])
    return [(counted, lost) for counted, lost in grounds if lost > 0.0 or lost <= worst]


def why_ring(desk: Desk, seat: Seat, grounds: Grounds, first: str, last_spoke: int | None) -> str:
    """Return the sentence; `first` stands before it, `last_spoke` in UTC microseconds."""
    now, zone = desk.now, desk.agency.zone
    speaking = [clause(counted, now, zone) for counted, lost in grounds if lost > 0.0]
    held = [_held(desk, counted) for counted, lost in grounds if lost <= 0.0]
    against = held[0] if held else _calls_against(desk, seat)
    if not speaking and not against:
        speaking = _faint(seat)
    return sentence(
        [*speaking, *_fits(desk, seat, grounds)],
        against=against,
        promised=first,
        last_contact=last_spoke,
        now=now,
        zone=zone,
    )


def _held(desk: Desk, counted: Counted) -> str:
    """Return what speaks against a client; why, where it is thought to speak for one."""
    text = clause(counted, desk.now, desk.agency.zone)
    promising = desk.agency.worth[counted.kind].weight > 0.0
    return f"{text}, which has come to little with others" if promising else text


def _faint(seat: Seat) -> list[str]:
    """Return that there were signs of interest, where none of them adds anything any more."""
    seen = (seat.counts[SHOWS_INTEREST] > FADED).any()
    return ["only faint signs of interest so far"] if seen else []


def _fits(desk: Desk, seat: Seat, grounds: Grounds) -> list[str]:
    """Return that a client fits the ideal one, where few kinds of signal speak louder for it."""
    louder = sum(lost > seat.pull[FIT] for _, lost in grounds)
    if seat.pull[FIT] <= NEGLIGIBLE or louder >= NAMED:
        return []
    said = fit_words(fit(seat.client, desk.agency.ideal), desk.agency.ideal)
    return [said] if said else []


def _calls_against(desk: Desk, seat: Seat) -> str:
    """Return what past calls say against another, where that is strong; else nothing."""
    worst = min(seat.pull[UNANSWERED], seat.pull[REFUSED])
    if worst >= STRONGLY_AGAINST:
        return ""
    if worst == seat.pull[REFUSED]:
        return refused(int(seat.known.refused_at[seat.at]), desk.now, desk.agency.zone)
    return reached_nobody(int(seat.known.unanswered[seat.at]))
