"""The demo agency: the same every time, through the actions users have, and believable."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from warmcalls.actions.begin import begin
from warmcalls.actions.campaign_report import campaign_report
from warmcalls.actions.find_duplicates import count
from warmcalls.actions.seed import seed, seed_if_empty
from warmcalls.actions.todays_list import todays_list
from warmcalls.domain.calls import CallKind
from warmcalls.domain.campaigns import Alert
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.domain.kinds import FAMILY, Family, Kind
from warmcalls.domain.moments import day_of, local, moment
from warmcalls.domain.outcomes import Reach
from warmcalls.domain.periods import last_months
from warmcalls.store import imports, people
from warmcalls.store.engine import Writer

LONDON = ZoneInfo("Europe/London")
TUESDAY = "2026-03-03T08:30"
TABLES = (
    "person client contact phone identifier objection campaign campaign_code spend visitor signal "
    "warmth standing call outcome vacancy placement fee import import_left_out entry change setting"
).split()


def at(text: str) -> int:
    return moment(datetime.fromisoformat(text).replace(tzinfo=LONDON))


def opened(folder: Path, now: int) -> Writer:
    folder.mkdir()
    db = begin(str(folder / "agency.db"), now=now)
    with db.atomic():  # as --demo does, so that draws do not differ
        db.execute("update setting set value = '1' where name = 'seed'")
    return db


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Writer]:
    """The whole demo agency on a Tuesday morning."""
    db = opened(tmp_path_factory.mktemp("demo") / "year", at(TUESDAY))
    seed_if_empty(db, now=at(TUESDAY))
    yield db
    db.close()


def one(db: Writer, sql: str) -> int:
    return int(db.tuples(sql)[0][0])


def dump(db: Writer) -> dict[str, list[tuple[object, ...]]]:
    return {table: db.tuples(f"select * from {table}") for table in TABLES}


def test_the_same_arguments_and_clock_give_the_same_agency(tmp_path: Path) -> None:
    now, dumps = at(TUESDAY), []
    for name in ("one", "other"):
        db = opened(tmp_path / name, now)
        seed(db, now=now, clients=60, months=3)
        dumps.append(dump(db))
        db.close()
    assert dumps[0] == dumps[1]
    assert all(dumps[0][table] for table in ("signal", "outcome", "spend", "change"))


def test_another_seed_gives_another_agency(tmp_path: Path) -> None:
    now, names = at(TUESDAY), []
    for number in (1, 2):
        db = opened(tmp_path / str(number), now)
        seed(db, now=now, clients=40, months=1, seed=number)
        names.append({row[0] for row in db.tuples("select name from client")})
        db.close()
    assert names[0] != names[1]


def test_a_database_with_clients_is_left_alone(year: Writer) -> None:
    before = one(year, "select count(*) from signal")
    seed_if_empty(year, now=at(TUESDAY))
    with pytest.raises(RefusedError, match="clients already"):
        seed(year, now=at(TUESDAY))
    assert one(year, "select count(*) from signal") == before


def test_a_cancelled_seed_leaves_nothing(tmp_path: Path) -> None:
    now = at(TUESDAY)
    db = opened(tmp_path / "cancelled", now)

    def stop(done: int, total: int) -> None:
        assert total >= done
        if done > 10:
            raise CancelledError

    with pytest.raises(CancelledError):
        seed(db, now=now, clients=40, months=2, step=stop)
    assert one(db, "select count(*) from client") == 0
    assert one(db, "select count(*) from entry") == 0
    db.close()


def test_the_size_is_what_was_asked_for(year: Writer) -> None:
    twice = 3  # firms that somebody typed in though they were there
    assert one(year, "select count(*) from client") == 400 + twice
    assert one(year, "select count(distinct name_key) from client") == 400 + twice
    assert count(year).all >= twice
    assert one(year, "select count(*) from client where tags <> ''") > 100
    assert one(year, "select count(*) from campaign") == 12
    assert one(year, "select count(*) from person where role = 'recruiter'") == 3
    assert one(year, "select count(*) from outcome") >= 1_200


def test_every_family_of_signals_is_there_and_strangers_too(year: Writer) -> None:
    found = {Kind(row[0]) for row in year.tuples("select distinct kind from signal")}
    assert {FAMILY[kind] for kind in found} == set(Family)
    assert {Kind.EMAIL_OPEN, Kind.WEBINAR_NO_SHOW, Kind.CANDIDATE_PAGE, Kind.CHAT} <= found
    kinds = {row[0] for row in year.tuples("select kind from visitor where client_id is null")}
    assert kinds == {"address", "domain", "email"}


def test_the_chat_adverts_bring_many_enquiries_and_no_revenue(year: Writer) -> None:
    its = "(select id from campaign where name = 'Messenger ads')"
    leads = f"select client_id from signal where campaign_id = {its}"
    assert one(year, f"select count(*) from signal where campaign_id = {its}") >= 130
    assert one(year, f"select sum(amount) from spend where campaign_id = {its}") > 100_000
    assert one(year, f"select count(*) from fee where client_id in ({leads})") == 0
    worked = f"from outcome where client_id in ({leads})"
    assert one(year, f"select count(*) {worked} and reach = 'spoke'") >= 20
    assert one(year, f"select count(*) {worked} and reach = 'rejected'") >= 20
    assert one(year, f"select count(*) {worked} and worth = 1") == 0


@pytest.mark.parametrize("months", [4, 6, 12])
def test_the_page_tells_to_stop_the_chat_adverts_and_nothing_else(
    year: Writer, months: int
) -> None:
    now = at(TUESDAY)
    found = campaign_report(year, now=now, period=last_months(day_of(now, LONDON), months))
    (alarm,) = found.alarms
    assert alarm.warning is Alert.STOP
    assert [r.campaign.name for r in found.rows if r.warning is not Alert.NONE] == ["Messenger ads"]
    assert " worked, 0 worth it; the others’ normal is " in alarm.headline
    if months == 12:
        assert alarm.headline.startswith("Messenger ads: 143 enquiries, ")
        assert alarm.move_to is not None


def test_other_campaigns_earn_more_than_marketing_costs(year: Writer) -> None:
    spent, paid = (one(year, f"select sum(amount) from {t}") for t in ("spend", "fee"))
    assert paid > 2 * spent > 0
    assert one(year, "select count(*) from fee where paid_on = ''") > 0
    assert one(year, "select count(*) from fee where paid_on < invoiced_on and paid_on <> ''") == 0


def test_briefs_lead_to_placements_and_placements_to_fees(year: Writer) -> None:
    assert one(year, "select count(*) from placement") == one(year, "select count(*) from fee")
    filled = "select count(*) from vacancy where state = 'filled'"
    assert one(year, filled) == one(
        year, "select count(*) from placement where vacancy_id is not null"
    )
    early = """select count(*) from placement p join vacancy v on v.id = p.vacancy_id
    join outcome o on o.id = v.outcome_id where p.placed_on < o.day or p.client_id <> o.client_id"""
    assert one(year, early) == 0


def test_what_files_report_adds_up(year: Writer) -> None:
    rows = imports.latest(year, 1_000)
    assert len(rows) > 100
    for row in rows:
        parts = row["added"] + row["changed"] + row["known"] + sum(row["left_out"].values())
        assert row["read"] == parts, row["file"]
    added = sum(row["added"] for row in rows if row["kind"] == "signals")
    inside = one(year, "select count(*) from signal where import_id is not null")
    firms = one(year, "select count(*) from client where sector = 'Small business'")
    assert added == inside + 2 * firms  # a little firm and its owner come with their enquiry
    assert any("bot" in row["left_out"] for row in rows)


def test_nothing_lies_ahead_and_nothing_was_done_today(year: Writer) -> None:
    now = at(TUESDAY)
    for table in ("signal", "outcome", "import", "entry"):
        assert one(year, f"select max(at) from {table}") <= now
    days = [row[0] for row in year.tuples("select distinct day from outcome order by day")]
    assert days[-1] == "2026-03-02"
    assert days[0] >= "2025-03-03"


def test_calls_are_made_in_working_hours(year: Writer) -> None:
    for (when,) in year.tuples("select at from outcome"):
        then = local(when, LONDON)
        assert then.weekday() < 5
        assert 9 <= then.hour < 18


def test_proposals_knew_only_what_was_imported_by_then(year: Writer) -> None:
    rows = year.query("select features, reasons, proposed_at from call where reasons <> '[]'")
    assert len(rows) > 500
    import json

    for row in rows:
        assert all(reason["since"] <= row["proposed_at"] for reason in json.loads(row["reasons"]))


@pytest.mark.parametrize("clock", [TUESDAY, "2026-11-22T10:00", "2026-06-15T09:00"])
def test_every_recruiter_has_a_full_list(clock: str, tmp_path: Path) -> None:
    now = at(clock)
    db = opened(tmp_path / "list", now)
    seed(db, now=now, months=4)
    for person in people.everyone(db)[:3]:
        day = todays_list(db, now=now, person=person)
        kinds = [call.kind for call in day.calls]
        promised = kinds.count(CallKind.CALLBACK)
        assert (len(day.done), len(day.calls)) == (0, 20)
        assert 2 <= promised <= 4
        assert set(kinds[:promised]) == {CallKind.CALLBACK}
        assert kinds.count(CallKind.TEST) == 1
        warm = [call for call in day.calls if call.kind is CallKind.WARM]
        assert sum(1 / 4.5 > call.chance > 1 / 12.5 for call in warm) >= 5
        assert len({reason.kind for call in warm for reason in call.reasons}) >= 8
        assert all(call.reasons and call.why and call.opener for call in warm)
        assert all(
            call.promised_at and day_of(call.promised_at, LONDON) <= day_of(now, LONDON)
            for call in day.calls[:promised]
        )
    db.close()


def test_rejected_leads_never_come_back(year: Writer) -> None:
    rejected = f"select distinct client_id from outcome where reach = '{Reach.REJECTED}'"
    blocked = f"select count(*) from standing where blocked = '' and client_id in ({rejected})"
    assert one(year, blocked) == 0
