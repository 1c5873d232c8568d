"""Imports: what came in from which file, and what was wrong with it."""

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

from warmcalls.domain.incoming import Problem
from warmcalls.store.engine import Reader, Row, Writer

ALL: Final = "select * from import order by id desc limit :limit"
LEFT_OUT: Final = (
    "select reason, n from import_left_out where import_id = :id order by n desc, reason"
)
PROBLEMS: Final = "select line, why from import_problem where import_id = :id order by position"
FINISH: Final = """
update import set kind = :kind, read = :read, added = :added, changed = :changed, known = :known,
problems = :problems where id = :id
"""
REMEMBER: Final = """
insert into mapping (signature, kind, body, used_at) values (:signature, :kind, :body, :now)
on conflict (signature) do update
set kind = excluded.kind, body = excluded.body, used_at = excluded.used_at
"""
MAPPING: Final = "select body from mapping where signature = :signature"
KEPT_PROBLEMS: Final = 1000


def begin(db: Writer, row: Row) -> int:
    """Open an import and return its id."""
    return db.insert("import", row)


@dataclass(slots=True)
class Tally:
    """What an import did so far; `added`, `changed`, `known` and `left_out` add up to `read`."""

    read: int = 0
    added: int = 0
    changed: int = 0
    known: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    examples: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def finish(db: Writer, import_id: int, kind: str, tally: Tally) -> None:
    """Write down what an import did; of its problems the first thousand are kept."""
    db.execute(
        FINISH,
        id=import_id,
        kind=kind,
        read=tally.read,
        added=tally.added,
        changed=tally.changed,
        known=tally.known,
        problems=len(tally.problems),
    )
    rows = [
        (import_id, reason, n, json.dumps(tally.examples.get(reason, [])))
        for reason, n in sorted(tally.left_out.items())
    ]
    db.add_many("import_left_out", ("import_id", "reason", "n", "examples"), rows)
    lines = [(import_id, i, p.line, p.why) for i, p in enumerate(tally.problems[:KEPT_PROBLEMS])]
    db.add_many("import_problem", ("import_id", "position", "line", "why"), lines)


def latest(db: Reader, limit: int = 100) -> list[Row]:
    """Return the newest imports with what they left out, newest first."""
    rows = db.query(ALL, limit=limit)
    for row in rows:
        row["left_out"] = dict(db.tuples(LEFT_OUT, id=row["id"]))
    return rows


def by_id(db: Reader, import_id: int) -> Row | None:
    """Return one import."""
    return next(iter(db.query("select * from import where id = :id", id=import_id)), None)


def problems(db: Reader, import_id: int) -> list[Problem]:
    """Return the problems kept of an import."""
    return [Problem(line, why) for line, why in db.tuples(PROBLEMS, id=import_id)]


def remember_mapping(db: Writer, signature: str, kind: str, body: str, now: int) -> None:
    """Keep a mapping for the next file with the same header."""
    db.execute(REMEMBER, signature=signature, kind=kind, body=body, now=now)


def mapping(db: Reader, signature: str) -> str | None:
    """Return the mapping kept for a header, as JSON."""
    found = db.tuples(MAPPING, signature=signature)
    return str(found[0][0]) if found else None
