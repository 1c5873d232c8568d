"""Where the data lives: the user's folder, a named profile, or a throw-away one."""

import atexit
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from warmcalls.domain.errors import RefusedError
from warmcalls.store.opening import is_url

DATABASE = "warmcalls.db"


@dataclass(frozen=True, slots=True)
class Place:
    """A folder for logs and backups, and the database's location in it or on a server."""

    folder: Path
    location: str
    demo: bool = False


def place(data_dir: str | None, profile: str | None, *, temporary: bool, demo: bool) -> Place:
    """Return where to work, making the folder.

    Raises:
        RefusedError: the folder cannot be made.
    """
    if data_dir and is_url(data_dir):
        return Place(_made(user_data_path("warmcalls", appauthor=False)), data_dir)
    if temporary or (demo and not data_dir and not profile):
        folder = Path(tempfile.mkdtemp(prefix="warmcalls-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return Place(folder, str(folder / DATABASE), demo)
    folder = Path(data_dir) if data_dir else user_data_path("warmcalls", appauthor=False)
    if profile and not re.fullmatch(r"\w[\w .-]*", profile):
        raise RefusedError(f'"{profile}" is no name for a profile: use letters and digits.')
    if profile:
        folder = folder / "profiles" / profile
    return Place(_made(folder), str(folder / DATABASE), demo)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RefusedError(
            f"{folder} cannot be used ({os.strerror(error.errno or 0)}): choose another --data-dir."
        ) from error
    return folder
