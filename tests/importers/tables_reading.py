import os
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from warmcalls.domain.incoming import Batch, Evidence, Party
from warmcalls.importers import spreadsheets
from warmcalls.importers.mapping import Mapping

LONDON = ZoneInfo("Europe/London")
DATA = Path(__file__).parent.parent / "data" / "tables"


def sample(name: str) -> Path:
    folder = os.environ.get("WARMCALLS_SAMPLES")
    if not folder:
        pytest.skip("set WARMCALLS_SAMPLES to the folder with the sample exports")
    return Path(folder) / name


def read(
    path: Path, mapping: Mapping | None = None, form: str = "table", now: int | None = None
) -> Batch:
    """Read a whole file into one batch."""
    whole = Batch()
    for batch in spreadsheets.read(path, form, mapping, LONDON, stop=spreadsheets.go_on, now=now):
        whole.rows += batch.rows
        whole.read += batch.read
        whole.left_out += batch.left_out
        whole.problems += batch.problems
        whole.examples |= batch.examples
        whole.done = batch.done
    return whole


def parties(batch: Batch) -> list[Party]:
    return [row for row in batch.rows if isinstance(row, Party)]


def signals(batch: Batch) -> list[Evidence]:
    return [row for row in batch.rows if isinstance(row, Evidence)]


def client_names(batch: Batch) -> list[str]:
    return [row.client.name for row in parties(batch) if row.client]
