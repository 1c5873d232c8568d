"""Settings that change results, one row each, as JSON."""

import dataclasses
import json
from typing import Any

from warmcalls.domain.fit import IdealClient
from warmcalls.domain.kinds import Kind, Worth
from warmcalls.domain.pages import PagePattern
from warmcalls.domain.settings import Settings
from warmcalls.store.engine import Reader, Row, Writer

SAVE = """
insert into setting (name, value) values (:name, :value)
on conflict (name) do update set value = excluded.value
"""


def load(db: Reader) -> Settings:
    """Return the agency's settings; what it never touched has its default."""
    found = {row["name"]: json.loads(row["value"]) for row in db.query("select * from setting")}
    known = {f.name for f in dataclasses.fields(Settings)}
    return Settings(**{name: _thawed(name, v) for name, v in found.items() if name in known})


def save(db: Writer, **values: Any) -> None:
    """Save some settings, by the names of `Settings`' fields."""
    for name, value in values.items():
        db.execute(SAVE, name=name, value=json.dumps(_frozen(value)))


def as_row(name: str, value: Any) -> Row:
    """Return a setting as its row, for the journal."""
    return {"name": name, "value": json.dumps(_frozen(value))}


def row_of(db: Reader, name: str) -> Row | None:
    """Return the row of a setting that was changed before."""
    return next(iter(db.query("select * from setting where name = :name", name=name)), None)


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(k): _frozen(v) for k, v in value.items()}
    if isinstance(value, tuple):
        return [_frozen(v) for v in value]
    if isinstance(value, Worth):
        return [value.weight, value.half_life_days]
    if isinstance(value, PagePattern):
        return [value.pattern, value.kind.value]
    if isinstance(value, IdealClient):
        return [list(value.sectors), value.least_staff, value.most_staff]
    return value


def _thawed(name: str, value: Any) -> Any:
    if name == "worth":
        return Settings().worth | {Kind(k): Worth(*v) for k, v in value.items()}
    if name == "patterns":
        return tuple(PagePattern(pattern, Kind(kind)) for pattern, kind in value)
    if name == "ideal":
        return IdealClient(tuple(value[0]), *value[1:])
    return tuple(value) if isinstance(value, list) else value
