"""Reasons of calls: the signals that the scores owe most to, counted when the sentence is made."""

from collections.abc import Mapping, Sequence
from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.actions.strengths import Strength, by_kind, lost_with
from warmcalls.domain.features import Clients
from warmcalls.domain.kinds import SHOWS_NONE, Kind
from warmcalls.domain.reasons import Counted
from warmcalls.domain.scores import Scores
from warmcalls.domain.without import PLACE
from warmcalls.store import signals

NAMED: Final = 2
SECONDS: Final = 4  # the next three are tried beside the strongest
NEGLIGIBLE: Final = 0.03
TRACE: Final = 0.001
STRONGLY_AGAINST: Final = -0.3
# nobody is rung because mail programs open mails, candidates read job pages or somebody left
NEVER_FOR: Final = SHOWS_NONE - {Kind.JOB_ADVERT}

Grounds = list[tuple[Counted, float]]  # what was counted, and the log-odds it brings


def reasons_of(desk: Desk, known: Clients, scores: Scores) -> dict[int, Grounds]:
    """Return the two strongest kinds of each client, and the strongest against if it is strong.

    Taking the signals of one away lowers the score, and so does taking both away; what is against
    is told from the rest by its sign.
    """
    strengths = by_kind(desk, known, scores)
    chosen = _strongest(desk, known, scores, strengths)
    for client_id, all_of_it in strengths.items():
        chosen[client_id] += _against(desk, all_of_it)
    return {client_id: _counted(desk, found) for client_id, found in chosen.items()}


def _strongest(
    desk: Desk, known: Clients, scores: Scores, strengths: Mapping[int, Sequence[Strength]]
) -> dict[int, list[Strength]]:
    """Return the strongest of each client, and the next that also counts beside it."""
    chosen = {client_id: _for_it(found) for client_id, found in strengths.items()}
    pairs = [(ranked[0], second) for ranked in chosen.values() for second in ranked[1:SECONDS]]
    together = [(*one.removal, *other.removal) for one, other in pairs]
    taken = dict.fromkeys(chosen, 1)
    kept: dict[int, list[Strength]] = {i: ranked[:1] for i, ranked in chosen.items()}
    for (_, second), both in zip(pairs, lost_with(desk, known, scores, together), strict=True):
        client_id = second.removal[0].client_id
        if both.lost > NEGLIGIBLE and taken[client_id] < NAMED:
            taken[client_id] += 1
            kept[client_id].append(second)
    return kept


def _against(desk: Desk, found: Sequence[Strength]) -> list[Strength]:
    """Return the strongest against a client, where it is strong and its own weight says so."""
    weights = desk.learned.model.weights
    bad = [
        strength
        for strength in found
        if max(strength.lost, strength.meant) < STRONGLY_AGAINST
        and weights[PLACE[strength.removal[0].kind]] < 0.0
    ]
    return sorted(bad, key=lambda strength: strength.lost)[:1]


def _for_it(found: Sequence[Strength]) -> list[Strength]:
    """Return the strengths that speak for a client, the strongest first.

    What is negligible is not said, unless there is nothing else.
    """
    good = [
        strength
        for strength in found
        if strength.removal[0].kind not in NEVER_FOR and min(strength.lost, strength.meant) > TRACE
    ]
    good.sort(key=lambda strength: (-strength.lost, strength.removal[0].kind))
    return good[:1] + [strength for strength in good[1:] if _is_said(strength)]


def _is_said(strength: Strength) -> bool:
    return min(strength.lost, strength.meant) > NEGLIGIBLE


def _counted(desk: Desk, found: Sequence[Strength]) -> Grounds:
    """Return the counts of what was chosen, as SQL counts them now."""
    grounds = []
    for strength in found:
        named = strength.removal[0]
        counted = signals.counted(desk.db, named.client_id, named.kind, named.since, desk.now)
        if counted:
            grounds.append((counted, strength.lost))
    return grounds
