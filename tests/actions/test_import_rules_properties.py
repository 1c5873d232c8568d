"""Whatever a file says: keep keeps, fill fills, a dry run counts the same, a revert restores."""

import csv
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from tests.conftest import NOW
from warmcalls.actions.import_files import import_file
from warmcalls.actions.import_report import ImportReport
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.incoming_rules import FIELDS, Rule, Rules
from warmcalls.store.engine import Row, Writer

HEAD = "Company,Tier,Sector,Town,Fee value,Tags,Notes,Contact,Role,E-mail,Phone".split(",")
KEPT = {"sector": "sector", "town": "town", "tier": "tier", "expected_fee": "fee", "notes": "notes"}
MINE = [
    ["Northmoor Ltd", "B", "Retail", "", "8000", "old", "", "Ann", "HR", "ann@n.co.uk", ""],
    ["Calloway Build", "", "", "Leeds", "", "", "Hm", "Bob", "", "", "01632 960123"],
]

line = st.tuples(
    st.sampled_from(["Northmoor Ltd", "northmoor", "Calloway Build", "Brand New", ""]),
    st.sampled_from(["", "A", "B", "Z"]),
    st.sampled_from(["", "Retail", "Farming"]),
    st.sampled_from(["", "Leeds", "York"]),
    st.sampled_from(["", "8000", "£9,000", "lots"]),
    st.sampled_from(["", "Old; new", "x"]),
    st.sampled_from(["", "Hm", "Moved"]),
    st.sampled_from(["", "Ann", "Bob", "Cy"]),
    st.sampled_from(["", "HR", "CEO"]),
    st.sampled_from(["", "ann@n.co.uk", "ann@new.co.uk", "nonsense"]),
    st.sampled_from(["", "01632 960123", "01632 960999"]),
)
lines = st.lists(line, min_size=1, max_size=5)
rules = st.builds(Rules, st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(Rule)))


def write(path: Path, rows: object) -> Path:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([HEAD, *rows])  # type: ignore[misc]
    return path


def counts(report: ImportReport) -> tuple[object, ...]:
    return (
        report.read, report.added, report.changed, report.known, report.left_out,
        report.fields, report.examples, report.duplicates, report.problems,
    )  # fmt: skip


def rows(db: Writer, table: str) -> dict[int, Row]:
    return {row["id"]: row for row in db.query(f"select * from {table}")}


def check(before: dict[int, Row], after: dict[int, Row], kept: dict[str, str], how: Rules) -> None:
    """Nothing is emptied; what a rule keeps, or finds filled, stays."""
    for row_id, mine in before.items():
        for column, field in kept.items():
            assert after[row_id][column] or not mine[column]
            if how.of(field) is Rule.KEEP or (how.of(field) is Rule.FILL and mine[column]):
                assert after[row_id][column] == mine[column]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(said=lines, how=rules)
def test_rules_hold_and_everything_comes_back(
    local_db: Writer, tmp_path: Path, said: list[tuple[str, ...]], how: Rules
) -> None:
    agency = Agency(local_db, NOW)
    if not rows(local_db, "client"):
        import_file(local_db, write(tmp_path / "mine.csv", MINE), now=NOW)
    before, ours, people = agency.dump(), rows(local_db, "client"), rows(local_db, "contact")
    path = write(tmp_path / "theirs.csv", said)
    dry = import_file(local_db, path, now=NOW, rules=how, dry_run=True)
    assert agency.dump() == before
    wet = import_file(local_db, path, now=NOW, rules=how)
    assert counts(dry) == counts(wet)
    assert wet.read == wet.added + wet.changed + wet.known + sum(wet.left_out.values())
    check(ours, rows(local_db, "client"), KEPT, how)
    check(people, rows(local_db, "contact"), {"role": "role", "email": "email"}, how)
    after = rows(local_db, "client")
    assert all(after[i]["name"] == mine["name"] for i, mine in ours.items())
    if how.of("tags") is Rule.KEEP:
        assert all(after[i]["tags"] == mine["tags"] for i, mine in ours.items())
    again = import_file(local_db, path, now=NOW, rules=how)
    assert (again.added, again.changed, again.fields) == (0, 0, {})
    revert_import(local_db, wet.import_id, now=NOW)
    assert agency.dump() == before
