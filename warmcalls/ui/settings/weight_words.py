"""What outcomes made of the weights, in words and in points."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.preview_weights import Move, Preview, Turn
from warmcalls.domain.weights_learned import Weight, WeightsLearned
from warmcalls.ui.settings import checks, words

FEW: Final = "too few"
TOGETHER: Final = 0.15  # that all signals count more or less, before that is told


def signed(number: float) -> str:
    """Return a number with a proper minus."""
    return f"{number:g}".replace("-", checks.MINUS)


def with_sign(number: int) -> str:
    """Return a change with its sign, nothing for none."""
    return "" if not number else f"+{number}" if number > 0 else signed(number)


def headline(found: WeightsLearned) -> str:
    """Return what the outcomes changed most, in one sentence."""
    if not found.outcomes:
        return "No call has taught the list yet: it goes by the points as they are set"
    if abs(found.together - 1.0) >= TOGETHER:
        share = round(min(abs(found.together - 1.0), 1.0) * 100)
        way = "more" if found.together > 1.0 else "less"
        said = f"Signals count for {share} % {way} than was set"
        apart = [_moved(weight).format(than="", unit=" points") for weight in found.most_apart]
        return "; ".join([said, *apart])
    if found.most_moved:
        first, *more = (_moved(weight) for weight in found.most_moved)
        said = first.format(than=" than was set", unit=" points")
        return "; ".join([said[0].upper() + said[1:], *(m.format(than="", unit="") for m in more)])
    if any(weight.can_tell for weight in found.signals):
        return "Your calls agree with the points so far"
    return "Too few calls yet to say more than the points do"


def _moved(weight: Weight) -> str:
    """Return what became of a weight; one below zero counts against a client."""
    learned, was = round(weight.points(weight.learned)), round(weight.points(weight.set))
    against = was < 0
    more = (weight.moved < 0.0) if against else weight.moved > 0.0
    way = f"{'against' if against else 'for'} {'more' if more else 'less'}{{than}}"
    if min(learned, was) < 0 < max(learned, was):
        way = f"{'for' if against else 'against'} a call"
    many = words.MANY[Kind(weight.name)]
    return f"{many} count {way}, {signed(learned)}{{unit}} instead of {signed(was)}"


def taught(found: WeightsLearned) -> str:
    """Return how much the outcomes taught."""
    if not found.outcomes:
        return "Every outcome you record teaches the list."
    talks = "conversation" if found.outcomes == 1 else "conversations"
    return f"Calls teach the list: {found.outcomes:,} {talks} so far."


def likely(weight: Weight) -> str:
    """Return where a weight likely lies."""
    if not weight.can_tell:
        few = f"too few to tell, {_outcomes(weight.outcomes)}"
        return few if weight.outcomes else "no outcome yet"
    low, high = (signed(round(weight.points(end))) for end in (weight.low, weight.high))
    return f"likely between {low} and {high}, {_outcomes(weight.outcomes)}"


def _outcomes(count: int) -> str:
    return "1 outcome" if count == 1 else f"{count:,} outcomes"


def summary(found: Preview) -> list[tuple[str, str]]:
    """Return what becomes of today's list: heads and who it is about."""
    told = []
    if found.coming:
        told.append(("On", _names(found.coming)))
    if found.going:
        told.append(("Off", _names(found.going)))
    if found.shifted:
        move = found.shifted[0]
        told.append(("Farthest", f"{move.client}, from {move.was} to {move.would}"))
    return told


def _names(moves: tuple[Move, ...]) -> str:
    return ", ".join(move.client for move in moves)


def because(move: Move) -> str:
    """Return why a client moves."""
    if move.kind is None or move.turn is None:
        return ""
    many = words.MANY[move.kind]
    if not move.by_others:
        return f"{many[0].upper()}{many[1:]} {move.turn.value}"
    return f"Others {'gain more' if move.turn in {Turn.MORE, Turn.SLOWER} else 'lose'} by {many}"


def place(move: Move) -> str:
    """Return what becomes of a client's place."""
    if move.comes:
        return "new"
    if move.goes:
        return f"was {move.was}"
    return f"from {move.was}" if move.up else ""


def changed(found: Preview, whose: str) -> str:
    """Return how much of a list changes."""
    moved = len(found.coming) + len(found.going) + len(found.shifted)
    said = whose if moved else f"{whose}: every call keeps its place."
    if not found.moves:
        said = f"{whose}: nobody is on it today."
    return said if found.is_whole else f"{said} Looked at: the 1,000 best prospects."
