"""A setting of its own name: something the agency wrote down that no `Settings` field holds."""

import json
from typing import Any

from warmcalls.store import settings
from warmcalls.store.engine import Reader
from warmcalls.store.journal import Journal


def remember(journal: Journal, name: str, value: Any) -> None:
    """Keep a value under a name, so that it can be taken back."""
    row, kept = settings.as_row(name, value), settings.row_of(journal.db, name)
    if kept:
        journal.change("setting", kept["id"], value=row["value"])
    else:
        journal.add("setting", row)


def remembered(db: Reader, name: str, default: Any) -> Any:
    """Return what is kept under a name."""
    kept = settings.row_of(db, name)
    return json.loads(kept["value"]) if kept else default
