"""What the list of clients is looked up in: whether it is there, and making it anew."""

from collections.abc import Sequence
from typing import Final

from warmcalls.domain.settings import Settings
from warmcalls.store import client_lines, client_text, standing
from warmcalls.store.engine import Reader, Writer

BEHIND: Final = """
select case when (select count(*) from client) <> (select count(*) from client_line)
or (select count(*) from client) <> (select count(*) from client_digest) then 1 else 0 end
"""
GONE: Final = "delete from client_line where client_id not in (select id from client)"
ALL: Final = "select id from client order by id"


def is_behind(db: Reader) -> bool:
    """Tell whether some clients are not looked up yet, as after an upgrade."""
    return bool(db.tuples(BEHIND)[0][0])


def refresh(db: Writer, ids: Sequence[int]) -> None:
    """Take over what changed of some clients that their standing does not follow from."""
    client_lines.refresh(db, ids)
    client_text.refresh(db, ids)


def rebuild(db: Writer, settings: Settings) -> None:
    """Work out the standing, line and words of every client again."""
    db.execute(GONE)
    client_text.clear(db)
    standing.refresh(db, [int(row[0]) for row in db.tuples(ALL)], settings)
