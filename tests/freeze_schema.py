"""Keep a file of the newest schema for ever: `python -m tests.freeze_schema`, once a release."""

from pathlib import Path

from warmcalls.store.opening import open_writer
from warmcalls.store.schema import NEWEST

FOLDER = Path(__file__).parent / "data" / "databases"


def main() -> None:
    """Write the file, unless it is there: a released schema is never written anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{NEWEST:04}.db"
    if path.exists():
        raise SystemExit(f"{path.name} is frozen: a changed schema needs a new version")
    db = open_writer(str(path))
    with db.atomic():
        db.insert("client", {"name": "Northmoor", "name_key": "northmoor", "made_at": 0})
    db.close()


if __name__ == "__main__":
    main()
