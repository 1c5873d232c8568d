"""Dated copies of the database, each checked before it counts."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from warmcalls.domain.errors import RefusedError
from warmcalls.store.sqlite_engine import connect


def back_up(path: Path, why: str) -> Path:
    """Copy a database through SQLite's own backup into `backups/`, check it, return the copy.

    A live file is never copied by hand: what is still in its log would be missing.

    Raises:
        RefusedError: there is no room, or the copy is not sound.
    """
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    if shutil.disk_usage(folder).free < 2 * path.stat().st_size:
        raise RefusedError("There is no room for the backup that comes first: make room.")
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    copy, part = folder / f"{path.stem}-{stamp}-{why}.db", folder / f".{path.stem}-{stamp}.part"
    source, target = connect(path, "ro"), connect(part, "rwc")
    try:
        source.backup(target)
        sound = target.execute("pragma quick_check").fetchone()[0] == "ok"
    finally:
        target.close()
        source.close()
    if not sound:
        part.unlink()
        raise RefusedError("The backup that comes first is not sound: restore an earlier one.")
    with part.open("rb") as file:
        os.fsync(file.fileno())
    return part.rename(copy)
