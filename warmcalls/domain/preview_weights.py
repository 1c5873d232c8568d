"""What-if: today's list as it is and as it would be under other weights."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from warmcalls.domain.calls import CallKind
from warmcalls.domain.kinds import Kind
from warmcalls.domain.weights_learned import WeightsLearned


class Turn(StrEnum):
    """What happens to signals of a kind, as the reason that a client moves."""

    MORE = "count for more"
    LESS = "count for less"
    SLOWER = "fade more slowly"
    FASTER = "fade faster"


@dataclass(frozen=True, slots=True)
class Move:
    """A client on one of the two lists.

    Attributes:
        client: its name.
        was, would: its place on the list as it is and as it would be, from 1; None for none.
        call: promised, for a campaign's sample, warm or drawn; as it would be where it stays.
        kind: the edited signal that moves it most, None where it keeps its place or was drawn.
        turn: what happens to that signal.
    """

    client_id: int
    client: str
    was: int | None
    would: int | None
    call: CallKind = CallKind.WARM
    kind: Kind | None = None
    turn: Turn | None = None

    @property
    def comes(self) -> bool:
        """Whether it comes onto the list."""
        return self.was is None

    @property
    def goes(self) -> bool:
        """Whether it drops off the list."""
        return self.would is None

    @property
    def up(self) -> int:
        """By how many places it moves up, below 0 down; 0 for who comes, goes or stays."""
        return 0 if self.was is None or self.would is None else self.was - self.would

    @property
    def by_others(self) -> bool:
        """Whether it moves since others gain or lose more by the edited signal than it does."""
        gains = self.comes or self.up > 0
        return self.turn is not None and gains != (self.turn in {Turn.MORE, Turn.SLOWER})


@dataclass(frozen=True, slots=True)
class Preview:
    """Today's list under other weights.

    Attributes:
        kept: what the outcomes make of the weights that are kept.
        weights: what they would make of the others.
        moves: the list as it would be, in its order, then who drops off, in their old order.
        is_whole: everybody who could be on the list was looked at, else the best prospects.
    """

    kept: WeightsLearned
    weights: WeightsLearned
    moves: tuple[Move, ...]
    is_whole: bool = True

    @property
    def coming(self) -> tuple[Move, ...]:
        """Who comes onto the list."""
        return tuple(move for move in self.moves if move.comes)

    @property
    def going(self) -> tuple[Move, ...]:
        """Who drops off the list."""
        return tuple(move for move in self.moves if move.goes)

    @property
    def shifted(self) -> tuple[Move, ...]:
        """Who stays on the list and changes places, the farthest first."""
        return tuple(sorted((m for m in self.moves if m.up), key=lambda move: -abs(move.up)))


def moves(
    was: Mapping[int, CallKind], would: Mapping[int, CallKind], names: Mapping[int, str]
) -> tuple[Move, ...]:
    """Return what becomes of every client on two lists: calls by their clients, in order."""
    before = {client_id: place for place, client_id in enumerate(was, 1)}
    after = {client_id: place for place, client_id in enumerate(would, 1)}
    return tuple(
        Move(client_id, names.get(client_id, ""), before.get(client_id), after.get(client_id), call)
        for client_id, call in {**would, **{i: c for i, c in was.items() if i not in would}}.items()
    )
