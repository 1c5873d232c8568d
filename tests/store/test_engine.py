"""Both engines: all or nothing, readers that cannot write, lists as parameters."""

from pathlib import Path

import pytest

from warmcalls.actions.begin import begin
from warmcalls.domain.errors import RefusedError
from warmcalls.store.engine import Writer
from warmcalls.store.opening import open_reader, open_writer

ADD = {"name": "Beth", "role": "recruiter"}


def names(db: Writer) -> list[str]:
    return [row["name"] for row in db.query("select name from person order by id")]


def test_a_block_that_fails_leaves_nothing(db: Writer) -> None:
    with pytest.raises(ZeroDivisionError), db.atomic():
        db.insert("person", ADD)
        raise ZeroDivisionError
    assert names(db) == []


def test_an_inner_block_that_fails_leaves_the_outer_one_whole(db: Writer) -> None:
    with db.atomic():
        db.insert("person", ADD)
        with pytest.raises(ZeroDivisionError), db.atomic():
            db.insert("person", {"name": "Tom", "role": "recruiter"})
            raise ZeroDivisionError
    assert names(db) == ["Beth"]


def test_bulk_rows_that_fail_half_way_leave_nothing(db: Writer) -> None:
    rows = [("Beth", "recruiter"), ("Beth", "recruiter")]
    with pytest.raises(Exception, match="(?i)unique"), db.atomic():
        db.add_many("person", ("name", "role"), rows)
    assert names(db) == []


def test_a_reader_sees_what_was_committed_and_cannot_write(db: Writer, location: str) -> None:
    with db.atomic():
        db.insert("person", ADD)
    reader = open_reader(location)
    try:
        assert [row["name"] for row in reader.query("select name from person")] == ["Beth"]
        with pytest.raises(Exception, match="(?i)read-?only"):
            reader.query("insert into person (name, role) values ('x', 'y') returning id")
    finally:
        reader.close()


def test_lists_spread_and_an_empty_one_matches_nothing(db: Writer) -> None:
    with db.atomic():
        ids = [db.insert("person", {"name": n, "role": "owner"}) for n in ("a", "b", "c")]
    pick = "select name from person where id in (:ids) order by id"
    assert [row["name"] for row in db.query(pick, ids=ids[:2])] == ["a", "b"]
    assert db.query(pick, ids=[]) == []


def test_hostile_text_is_only_text(db: Writer) -> None:
    name = "O'Brien\"; drop table person; -- %s :name 100%"
    with db.atomic():
        db.insert("person", {"name": name, "role": "owner"})
    found = db.query("select name from person where name = :name", name=name)
    assert found == [{"name": name}]


def test_a_database_of_a_newer_version_is_refused_and_left(sqlite_location: str) -> None:
    begin(sqlite_location, now=0).close()
    writer = open_writer(sqlite_location)
    writer.execute("pragma user_version=99")
    writer.close()
    before = Path(sqlite_location).read_bytes()
    with pytest.raises(RefusedError, match="newer WarmCalls"):
        open_writer(sqlite_location)
    assert Path(sqlite_location).read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database at all", b"SQLite format 3\0" + b"\7" * 5000])
def test_garbage_is_refused_in_one_sentence_and_left(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "garbage.db"
    file.write_bytes(content)
    with pytest.raises(RefusedError) as refused:
        open_writer(str(file))
    assert str(refused.value).count("\n") == 0
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    from sqlite_utils import Database

    other = Database(tmp_path / "other.db")
    other.table("thing").insert({"id": 1})
    other.close()
    with pytest.raises(RefusedError, match="another program"):
        open_writer(str(tmp_path / "other.db"))


def test_a_synced_folder_is_refused_with_advice(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Harcourt Lane"
    folder.mkdir()
    with pytest.raises(RefusedError, match="PostgreSQL"):
        open_writer(str(folder / "warmcalls.db"))
