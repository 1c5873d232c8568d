"""The schema, version by version, in SQLite's spelling; PostgreSQL's is derived from it.

A version that was released is never edited: it is frozen as a file in tests/data/databases, and
nothing here may import today's code. Times are UTC microseconds, days ISO text, money minor units.
"""

from warmcalls.store.schema import version_1, version_2, version_3, version_4, version_5
from warmcalls.store.schema.version import Version, for_postgres

VERSIONS: tuple[Version, ...] = (
    version_1.VERSION,
    version_2.VERSION,
    version_3.VERSION,
    version_4.VERSION,
    version_5.VERSION,
)
NEWEST = VERSIONS[-1].number

__all__ = ["NEWEST", "VERSIONS", "Version", "for_postgres"]
