"""Edits to clients: which cell gets which text, and the cells that cannot take theirs."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell to change: a client, a column's id and the text as it was typed or pasted."""

    client_id: int
    column: str
    text: str


@dataclass(frozen=True, slots=True)
class BadCell:
    """An edit that cannot be done, and one sentence why; the old value stays."""

    edit: Edit
    client: str
    why: str
