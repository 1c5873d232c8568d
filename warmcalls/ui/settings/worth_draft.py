"""A draft: values that were typed and not saved yet, by signal and by what of it."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from warmcalls.domain.kinds import Kind, Worth

WEIGHT: Final = "weight"
DAYS: Final = "half_life_days"
Draft = dict[tuple[Kind, str], float]


def overlaid(kept: Mapping[Kind, Worth], draft: Draft) -> dict[Kind, Worth]:
    """Return what every signal is worth with a draft over what is kept."""
    worth = dict(kept)
    for (kind, field), value in draft.items():
        worth[kind] = replace(worth[kind], **{field: value})
    return worth


def edits(kept: Mapping[Kind, Worth], draft: Draft) -> dict[Kind, Worth]:
    """Return what the signals are worth that a draft changes."""
    return {kind: w for kind, w in overlaid(kept, draft).items() if w != kept[kind]}


def still_new(kept: Mapping[Kind, Worth], draft: Draft) -> Draft:
    """Return the draft without what is kept already."""
    return {
        (kind, field): value
        for (kind, field), value in draft.items()
        if getattr(kept[kind], field) != value
    }


def changes(before: Mapping[Kind, Worth], after: Mapping[Kind, Worth]) -> Draft:
    """Return the draft that makes one worth of another."""
    return {
        (kind, field): getattr(after[kind], field)
        for kind in before
        for field in (WEIGHT, DAYS)
        if getattr(before[kind], field) != getattr(after[kind], field)
    }


def written(draft: Draft) -> str:
    """Return a draft as a line of text, so that it outlives the window."""
    return json.dumps([[kind.value, field, value] for (kind, field), value in draft.items()])


def read(text: str) -> Draft:
    """Return a draft from its text; what cannot be read is no draft."""
    try:
        return {
            (Kind(kind), field): float(value)
            for kind, field, value in json.loads(text)
            if field in {WEIGHT, DAYS}
        }
    except (ValueError, TypeError):
        return {}
