"""Weights as the terminal takes and gives them: `form=70`, documents, and a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth

if TYPE_CHECKING:
    from warmcalls.domain.preview_weights import Move
    from warmcalls.domain.weights_learned import Weight, WeightsLearned

KINDS_KNOWN: Final = [kind.value for kind in Kind]
COLUMNS: Final = {
    "Signal": "left",
    "Default": "right",
    "Set": "right",
    "Learned": "right",
    "Likely": "right",
    "Outcomes": "right",
    "30 days": "right",
    "Half-life, days": "right",
}


class OfKind(click.ParamType):  # type: ignore[type-arg]  # older ones take none
    """What is said of one kind of signal: KIND=NUMBER."""

    name = "KIND=N"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[Kind, int]:
        """Return the kind and the number."""
        kind, _, number = str(value).partition("=")
        if kind not in KINDS_KNOWN:
            self.fail(f'"{kind}" is no signal: {", ".join(KINDS_KNOWN)}.', param, ctx)
        try:
            return Kind(kind), int(number)
        except ValueError:
            self.fail(f'"{number}" is no whole number: write {kind}=20.', param, ctx)


def said(
    kept: Mapping[Kind, Worth],
    said_points: tuple[tuple[Kind, int], ...],
    said_days: tuple[tuple[Kind, int], ...],
) -> dict[Kind, Worth]:
    """Return what the named signals are worth.

    Raises:
        RefusedError: none is named.
    """
    from warmcalls.domain.points import weight

    worth: dict[Kind, Worth] = {}
    for kind, number in said_points:
        worth[kind] = Worth(weight(kind, number), kept[kind].half_life_days)
    for kind, days in said_days:
        worth[kind] = Worth(worth.get(kind, kept[kind]).weight, days)
    if not worth:
        raise RefusedError("Name a signal: --points chat=30 or --half-life chat=14.")
    return worth


def document(found: "WeightsLearned", worth: Mapping[Kind, Worth]) -> dict[str, Any]:
    """Return what was learnt of all weights, as docs/cli.md describes it."""
    from warmcalls.domain.points import step_of

    return {
        "outcomes": found.outcomes,
        "weights": [
            {
                "signal": told.name,
                "half_life_days": worth[Kind(told.name)].half_life_days,
                "default_half_life_days": DEFAULT_WORTH[Kind(told.name)].half_life_days,
                **_figures(told),
            }
            for told in found.signals
        ],
        "context": [
            {"name": told.name, "words": step_of(told.name).words, **_figures(told)}
            for told in found.beside
        ],
    }


def _figures(told: "Weight") -> dict[str, Any]:
    return {
        "default": told.usual,
        "set": told.set,
        "learned": told.learned,
        "interval": [told.low, told.high],
        "points": {
            "default": round(told.points(told.usual)),
            "set": round(told.points(told.set)),
            "learned": round(told.points(told.learned)),
            "interval": [round(told.points(told.low)), round(told.points(told.high))],
        },
        "outcomes": told.outcomes,
        "too_few": not told.can_tell,
        "since_last_month": told.since_last_month,
    }


def row(told: "Weight", half_life: str) -> tuple[str, ...]:
    """Return one line of the table, in points."""
    from warmcalls.domain.points import points, step_of

    name = told.name if told.name in KINDS_KNOWN else step_of(told.name).words
    was = (f"{points(w * told.units)}" for w in (told.usual, told.set))
    count = f"{told.outcomes:,}"
    if not told.can_tell:
        return (name, *was, "too few to tell", "", count, "", half_life)
    low, learned, high = (round(told.points(w)) for w in (told.low, told.learned, told.high))
    since = round(told.points(told.since_last_month))
    changed = f"{since:+d}" if since else ""
    return (name, *was, f"{learned}", f"{low} to {high}", count, changed, half_life)


def move(found: "Move") -> dict[str, Any]:
    """Return what becomes of a client on today's list."""
    because = None
    if found.kind is not None and found.turn is not None:
        because = {
            "signal": found.kind.value,
            "what": found.turn.value,
            "by_others": found.by_others,
        }
    return {
        "client": found.client, "kind": found.call.value, "was": found.was, "would": found.would,
        "because": because,
    }  # fmt: skip
