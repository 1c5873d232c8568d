"""What commands print: one JSON document, or a table for people."""

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table


def print_json(document: Any) -> None:
    """Print one JSON document."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def console() -> Console:
    """Return where tables go: in colour on a terminal, plain into a pipe."""
    return Console(width=None if sys.stdout.isatty() else 140, highlight=False, markup=False)


def print_table(title: str, columns: dict[str, str], rows: Sequence[tuple[str, ...]]) -> None:
    """Print a table; `columns` is name to "left" or "right"."""
    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold")
    for name, justify in columns.items():
        table.add_column(name, justify="right" if justify == "right" else "left")
    for row in rows:
        table.add_row(*row)
    console().print(table)


def money(minor: int | None) -> float | None:
    """Return minor units as major ones, as JSON has them."""
    return None if minor is None else minor / 100
