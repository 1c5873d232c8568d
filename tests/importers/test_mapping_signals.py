from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.importers.tables_reading import read, signals
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import moment
from warmcalls.importers.mapping import Field, Mapping
from warmcalls.importers.previewing import preview

NOW = moment(datetime(2026, 3, 2, 8, 30, tzinfo=UTC))
HEADER = "When,What,Email,Company,Page,Campaign,Source,Clicks\n"


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_a_whole_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        HEADER
        + "15/02/2026 09:30,Clicked,P@Acme.test,Acme Ltd,Salary Guide,guide-26,newsletter,3\n",
    )
    (got,) = signals(read(path))
    assert got == Evidence(
        Kind.EMAIL_CLICK,
        moment(datetime(2026, 2, 15, 9, 30, tzinfo=UTC)),
        (
            Identity(IdentityKind.EMAIL, "p@acme.test"),
            Identity(IdentityKind.NAME, "acme"),
        ),
        "Salary Guide",
        "p@acme.test",
        got.key,
        1.5,
        "guide-26",
        "newsletter",
    )


def test_identities_come_strongest_first(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "Date,Time,Type,IP,Company,Website,CRM ID,Email,Token\n"
        "2026-02-15,9:30,form,192.0.2.7,Acme,acme.test,C7,p@acme.test,tok1\n",
    )
    (got,) = signals(read(path))
    assert [each.kind for each in got.identities] == [
        IdentityKind.TOKEN,
        IdentityKind.EMAIL,
        IdentityKind.EXTERNAL,
        IdentityKind.DOMAIN,
        IdentityKind.NAME,
        IdentityKind.ADDRESS,
    ]
    assert got.at == moment(datetime(2026, 2, 15, 9, 30, tzinfo=UTC))
    assert got.person == "p@acme.test"


def test_the_key_is_the_same_in_another_export_of_the_same_facts(tmp_path: Path) -> None:
    one = write(
        tmp_path / "monday.csv",
        "When,What,Email,Page\n15/02/2026 09:30:05,Clicked,p@acme.test,Guide\n",
    )
    other = write(
        tmp_path / "tuesday.csv",
        "Exported on Tuesday\n\nEmail;Page;What;When;Opened by\n"
        "q@beta.test;Guide;Clicked;2026-02-14 08:00;\n"
        "P@ACME.test; guide ;email click;2026-02-15T09:30:05;\n",
    )
    first = {each.key for each in signals(read(one))}
    second = {each.key for each in signals(read(other))}
    assert len(first) == 1
    assert first < second


@pytest.mark.parametrize(
    "line",
    [
        "15/02/2026 09:30:06,Clicked,p@acme.test,Guide",
        "15/02/2026 09:30:05,Opened,p@acme.test,Guide",
        "15/02/2026 09:30:05,Clicked,q@acme.test,Guide",
        "15/02/2026 09:30:05,Clicked,p@acme.test,Other guide",
    ],
)
def test_another_fact_has_another_key(tmp_path: Path, line: str) -> None:
    header = "When,What,Email,Page\n"
    path = write(
        tmp_path / "a.csv",
        f"{header}15/02/2026 09:30:05,Clicked,p@acme.test,Guide\n{line}\n",
    )
    assert len({each.key for each in signals(read(path))}) == 2


def test_the_files_own_id_is_the_key(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "When,What,Email,Page,ID\n15/02/2026,Clicked,p@acme.test,Guide,7\n"
        "15/02/2026,Clicked,p@acme.test,Guide,8\n"
        "15/02/2026,Clicked,p@acme.test,Guide (renamed),7\n",
    )
    one, other, again = (each.key for each in signals(read(path)))
    assert one == again != other


def test_what_can_not_be_read_is_told_line_by_line(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "When,What,Email\n2026-02-15,Clicked,p@acme.test\n2026-02-15,Frobnicated,p@acme.test\n"
        "yesterday,Clicked,p@acme.test\n,Clicked,p@acme.test\n2026-02-15,Clicked,\n"
        "2026-02-15,,p@acme.test\n1970-01-01,Clicked,p@acme.test\n2027-02-15,Clicked,p@acme.test\n"
        "2026-03-03 08:00,Clicked,p@acme.test\n",
    )
    batch = read(path, now=NOW)
    assert len(batch.rows) == 2
    assert [(p.line, p.why.split(":")[0]) for p in batch.problems] == [
        (3, "“Frobnicated” is no kind of signal that is known."),
        (4, "“yesterday” is no date that can be read."),
        (5, "The line has no date."),
        (6, "The line names nobody"),
        (7, "The line has no kind."),
        (8, "“1970-01-01” is not a date between 1990 and 2100."),
        (9, "“2027-02-15” lies in the future."),
    ]


def test_a_kind_for_all_serves_what_is_not_told(tmp_path: Path) -> None:
    mapping = Mapping(
        "signals",
        {"When": Field.WHEN, "Email": Field.EMAIL, "Answer": Field.NOTE},
        default_kind=Kind.AD_LEAD,
    )
    path = write(tmp_path / "a.csv", "When,Email,Answer\n2026-02-15,p@acme.test,Call me\n")
    (got,) = signals(read(path, mapping))
    assert (got.kind, got.subject) == (Kind.AD_LEAD, "Call me")


def test_nothing_counted_is_nothing_done(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "When,What,Email,Clicks\n2026-02-15,click,p@acme.test,0\n2026-02-15,click,q@acme.test,900\n"
        "2026-02-15,click,r@acme.test,\n",
    )
    batch = read(path)
    assert batch.left_out == {"none_counted": 1}
    assert [each.share for each in signals(batch)] == [4.0, 1.0]


def test_people_without_an_address_are_told_apart_by_name(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "When,What,Company,Full name\n2026-02-15,LinkedIn comment,Acme,Priya Patel\n"
        "2026-02-16,LinkedIn comment,Acme Ltd,PRIYA PATEL\n2026-02-16,LinkedIn comment,Acme,Tom\n"
        "2026-02-16,LinkedIn comment,Acme,\n",
    )
    people = [each.person for each in signals(read(path))]
    assert people == ["priya patel @ acme", "priya patel @ acme", "tom @ acme", "acme"]


def test_dates_that_stay_open_are_british_with_a_warning(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "When,What,Email\n03/04/2026,Clicked,p@acme.test\n")
    found = preview(path)
    assert "month/day" in found.warnings[0]
    (british,) = signals(read(path, found.mapping))
    assert british.at == moment(datetime(2026, 4, 2, 23, tzinfo=UTC))
    assert found.mapping
    american = Mapping("signals", found.mapping.columns, day_first=False)
    assert preview(path, american).warnings == ()
    (got,) = signals(read(path, american))
    assert got.at == moment(datetime(2026, 3, 4, tzinfo=UTC))
