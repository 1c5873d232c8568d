"""Imports: all or nothing, once, tied to clients, and taken back whole."""

import gzip
from pathlib import Path

import pytest

from tests.agency import Agency
from warmcalls.actions.import_files import import_file
from warmcalls.actions.revert_import import revert_import
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.outcomes import Reach
from warmcalls.store import imports

CLIENTS = """Company,Website,Contact,Role,E-mail,Phone,Tier,Network
Northmoor Logistics Ltd,www.northmoor.co.uk,Priya Nair,Head of People,priya@northmoor.co.uk,01632 960123,A,
Calloway Build,callowaybuild.co.uk,Sian Prosser,Commercial Manager,,029 2018 0144,B,198.51.100.0/24
Homeworker Ltd,,Ann Home,Owner,ann.home@gmail.com,0113 496 0332,C,
"""
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36"


def line(host: str, path: str, second: int = 0, agent: str = AGENT, status: int = 200) -> str:
    when = f"02/Mar/2026:09:{second // 60:02}:{second % 60:02} +0000"
    return f'{host} - - [{when}] "GET {path} HTTP/1.1" {status} 900 "-" "{agent}"\n'


LOG = (
    line("pc1.northmoor.co.uk", "/guides/salary-guide-2026/", 1)
    + line("198.51.100.7", "/fees?utm_campaign=Spring_Guide&utm_medium=email", 2)
    + line("203.0.113.9", "/hire-with-us/", 3)
    + line("host81-1.range81-1.btcentralplus.com", "/fees", 4)
    + line("203.0.113.9", "/style.css", 5)
    + line("66.249.66.1", "/fees", 6, "Mozilla/5.0 (compatible; Googlebot/2.1)")
    + line("203.0.113.9", "/nothing", 7, status=404)
    + "garbage that is no log line\n"
)


@pytest.fixture
def client_file(tmp_path: Path) -> Path:
    path = tmp_path / "clients.csv"
    path.write_text(CLIENTS)
    return path


@pytest.fixture
def log_file(tmp_path: Path) -> Path:
    path = tmp_path / "access.log"
    path.write_text(LOG)
    return path


def test_a_client_list_and_a_log_make_a_list_with_reasons(
    agency: Agency, client_file: Path, log_file: Path
) -> None:
    made = import_file(agency.db, client_file, now=agency.now)
    assert (made.read, made.added, made.problems) == (3, 3, ())
    report = import_file(agency.db, log_file, now=agency.now)
    assert (report.read, report.added, report.known) == (7, 4, 0)
    assert report.left_out == {"asset": 1, "bot": 1, "error": 1}
    assert [p.line for p in report.problems] == [8]
    assert report.matched == {"client": 2, "visitor": 2}
    calls = {c.client: c for c in agency.today().calls if c.kind == "warm"}
    assert set(calls) == {"Northmoor Logistics Ltd", "Calloway Build"}
    northmoor = calls["Northmoor Logistics Ltd"]
    assert northmoor.contact is not None
    assert northmoor.contact.name == "Priya Nair"
    assert northmoor.phone is not None
    assert northmoor.phone.number == "+441632960123"
    assert (northmoor.reasons[0].kind, northmoor.reasons[0].count) == ("guide_page", 1)


def test_importing_again_adds_nothing(agency: Agency, client_file: Path, log_file: Path) -> None:
    for path in (client_file, log_file):
        import_file(agency.db, path, now=agency.now)
    before = agency.dump()
    again = import_file(agency.db, log_file, now=agency.now)
    assert (again.added, again.known) == (0, 4)
    assert import_file(agency.db, client_file, now=agency.now).added == 0
    assert agency.dump() == before


def test_an_overlapping_export_adds_only_what_is_new(
    agency: Agency, log_file: Path, tmp_path: Path
) -> None:
    import_file(agency.db, log_file, now=agency.now)
    longer = tmp_path / "longer.log.gz"
    longer.write_bytes(gzip.compress((LOG + line("203.0.113.9", "/about/", 30)).encode()))
    report = import_file(agency.db, longer, now=agency.now)
    assert (report.added, report.known) == (1, 4)


@pytest.mark.parametrize("clients_first", [True, False])
def test_the_order_of_files_makes_no_difference(
    agency: Agency, client_file: Path, log_file: Path, *, clients_first: bool
) -> None:
    paths = [client_file, log_file] if clients_first else [log_file, client_file]
    for path in paths:
        import_file(agency.db, path, now=agency.now)
    assert sorted(agency.warm_names()) == ["Calloway Build", "Northmoor Logistics Ltd"]


def test_free_mail_and_internet_providers_tie_nobody(agency: Agency, client_file: Path) -> None:
    import_file(agency.db, client_file, now=agency.now)
    held = {
        row["value"] for row in agency.db.query("select value from identifier where kind='domain'")
    }
    assert held == {"northmoor.co.uk", "callowaybuild.co.uk"}


def test_revert_takes_a_whole_import_back(
    agency: Agency, client_file: Path, log_file: Path
) -> None:
    states = []
    for path in (log_file, client_file):
        states.append(agency.dump())
        import_file(agency.db, path, now=agency.now)
    for row, before in zip(imports.latest(agency.db), reversed(states), strict=True):
        revert_import(agency.db, row["id"], now=agency.now)
        assert agency.dump() == before
    with pytest.raises(RefusedError, match="reverted before"):
        revert_import(agency.db, row["id"], now=agency.now)


def test_revert_keeps_what_somebody_worked_on(agency: Agency, client_file: Path) -> None:
    report = import_file(agency.db, client_file, now=agency.now)
    worked = agency.db.query("select id from client where name = 'Calloway Build'")[0]["id"]
    agency.outcome(worked, Reach.NO_ANSWER)
    done = revert_import(agency.db, report.import_id, now=agency.now)
    assert "1 client" in done.said
    assert [r["name"] for r in agency.db.query("select name from client")] == ["Calloway Build"]


def test_a_blank_is_filled_and_what_is_there_stays(agency: Agency, tmp_path: Path) -> None:
    agency.client("Northmoor Logistics", tier="B", phone="01632 960999")
    path = tmp_path / "more.csv"
    path.write_text("Company,Tier,Town\nNorthmoor Logistics Ltd,A,Wakefield\n")
    report = import_file(agency.db, path, now=agency.now)
    assert (report.added, report.changed) == (0, 1)
    row = agency.db.query("select tier, town from client")[0]
    assert row == {"tier": "B", "town": "Wakefield"}
    revert_import(agency.db, report.import_id, now=agency.now)
    assert agency.db.query("select town from client")[0]["town"] == ""


def test_a_cancelled_import_leaves_nothing(agency: Agency, log_file: Path) -> None:
    before = agency.dump()

    def stop(done: int, total: int) -> None:
        if done == total > 0:
            raise CancelledError

    with pytest.raises(CancelledError):
        import_file(agency.db, log_file, now=agency.now, step=stop)
    assert agency.dump() == before
    assert imports.latest(agency.db) == []


def test_a_dry_run_reports_the_same_and_leaves_nothing(agency: Agency, log_file: Path) -> None:
    before = agency.dump()
    dry = import_file(agency.db, log_file, now=agency.now, dry_run=True)
    assert agency.dump() == before
    wet = import_file(agency.db, log_file, now=agency.now)
    assert (dry.read, dry.added, dry.left_out) == (wet.read, wet.added, wet.left_out)
    assert dry.import_id == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.csv", b""),
        ("picture.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20),
        ("cut.xlsx", b"PK\x03\x04" + b"\0" * 200),
        ("cut.log.gz", gzip.compress(LOG.encode() * 50)[:200]),
        ("database.csv", b"SQLite format 3\0" + b"\1" * 500),
    ],
)
def test_bad_files_end_in_one_sentence_with_nothing_changed(
    agency: Agency, tmp_path: Path, name: str, content: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    before = agency.dump()
    with pytest.raises(RefusedError) as refused:
        import_file(agency.db, path, now=agency.now)
    assert name in str(refused.value)
    assert "\n" not in str(refused.value)
    assert agency.dump() == before
    assert imports.latest(agency.db) == []


def test_campaigns_come_from_the_links(agency: Agency, client_file: Path, log_file: Path) -> None:
    for path in (client_file, log_file):
        import_file(agency.db, path, now=agency.now)
    rows = agency.db.query(
        "select c.name, c.channel, s.kind from signal s join campaign c on c.id = s.campaign_id"
    )
    assert rows == [{"name": "spring guide", "channel": "email", "kind": Kind.SERVICES_PAGE.value}]


def test_real_exports_join_up(agency: Agency, samples: Path) -> None:
    crm = samples / "crm-contacts"
    companies = import_file(agency.db, crm / "hubspot_companies.csv", now=agency.now)
    contacts = import_file(agency.db, crm / "hubspot_contacts.csv", now=agency.now)
    assert (companies.read, contacts.read, contacts.added) == (4, 4, 4)
    priya = agency.db.query(
        "select c.name from client c join contact p on p.client_id = c.id"
        " where p.name = 'Priya Example'"
    )
    assert priya == [{"name": "Bluebay Gaming Ltd"}]


def test_an_objection_in_a_file_takes_effect_for_a_known_contact(
    agency: Agency, client_file: Path, tmp_path: Path
) -> None:
    import_file(agency.db, client_file, now=agency.now)
    path = tmp_path / "objections.csv"
    path.write_text("Company,Contact,Do not call\nNorthmoor Logistics Ltd,Priya Nair,yes\n")
    assert import_file(agency.db, path, now=agency.now).changed == 1
    blocked = agency.db.query(
        "select s.blocked from standing s join client c on c.id = s.client_id"
        " where c.name = 'Northmoor Logistics Ltd'"
    )
    assert blocked[0]["blocked"] != ""
