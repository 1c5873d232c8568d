"""Tables for docs/evidence.md and docs/ranking.md, with the intervals of what was measured."""

import re
from collections.abc import Iterable, Sequence
from math import sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Z = 1.959964
DOCUMENTS = Path(__file__).parents[2] / "docs"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def share(hits: int, trials: int) -> str:
    """Return a share in % with its 95 % interval (Wilson 1927)."""
    p, z = hits / trials, Z * Z / trials
    middle, half = (p + z / 2) / (1 + z), Z * sqrt(p * (1 - p) / trials + z / trials / 4) / (1 + z)
    low, high = max(middle - half, 0.0), min(middle + half, 1.0)
    return f"{100 * p:.1f} ({100 * low:.1f}–{100 * high:.1f})"


def clustered(values: NDArray[np.float64], seed: int, draws: int = 2_000) -> str:
    """Return a share in % with its 95 % interval, rows drawn again as wholes (bootstrap)."""
    means = values.mean(axis=1)
    random = np.random.default_rng(seed)
    drawn = means[random.integers(0, len(means), (draws, len(means)))].mean(axis=1)
    low, high = np.percentile(drawn, [2.5, 97.5])
    return f"{100 * means.mean():.1f} ({100 * low:.1f}–{100 * high:.1f})"


def calls(found: NDArray[np.int64], most: int) -> str:
    """Return the median and the 90th percentile of calls, those beyond the most as such."""
    ends = np.percentile(found, [50, 90], method="inverted_cdf")
    return ", ".join(f"{end:.0f}" if end <= most else f"over {most}" for end in ends)


def put(name: str, text: str, document: str = "evidence.md") -> None:
    """Put text between a name's markers in a document.

    Raises:
        ValueError: the document has no such markers.
    """
    path = DOCUMENTS / document
    whole = path.read_text()
    begins, ends = f"<!-- measured: {name} -->", f"<!-- end: {name} -->"
    pattern = re.compile(f"({re.escape(begins)}\n).*?({re.escape(ends)})", re.DOTALL)
    changed, count = pattern.subn(lambda found: f"{found[1]}{text}\n{found[2]}", whole)
    if not count:
        raise ValueError(f"no place for {name} in {path}")
    path.write_text(changed)
