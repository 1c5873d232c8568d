"""Merging campaigns: nothing is lost, every count stays right, and all of it comes undone."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.answer_feedback import answer_feedback
from warmcalls.actions.dismiss_alarm import dismiss_alarm
from warmcalls.actions.experiments import start_experiment
from warmcalls.actions.import_files import import_file
from warmcalls.actions.merge_campaigns import merge_campaigns
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.sample_leads import sample_leads
from warmcalls.actions.undo import undo
from warmcalls.domain.campaigns import Alert, Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY, HOUR
from warmcalls.domain.outcomes import Why
from warmcalls.store import campaigns, signals, touches

MARCH = {"starts": "2026-03-01", "ends": "2026-03-31"}


def kept(agency: Agency, campaign_id: int) -> Campaign:
    found = campaigns.by_id(agency.db, campaign_id)
    assert found is not None
    return found


def campaign_of_code(agency: Agency, code: str) -> int:
    """Where an import takes a spelling."""
    with agency.db.atomic():
        known = campaigns.ids_by_code(agency.db, [code]).get(code)
        return known or campaigns.id_for_code(agency.db, code, "", agency_import(agency))


def agency_import(agency: Agency) -> int:
    row = {"file": "a.log", "content": "x", "format": "weblog", "kind": "signals", "at": 1}
    return agency.db.insert("import", row)


def test_everything_of_the_one_that_goes_becomes_the_kept_ones(agency: Agency) -> None:
    keep, gone = agency.campaign("Guide"), agency.campaign("guide 26", codes=("g26",), **MARCH)
    both, only = agency.client("Both"), agency.client("Only gone")
    agency.signal(both, Kind.GUIDE_PAGE, 3, keep)
    agency.signal(both, Kind.ARTICLE_PAGE, 9, gone)
    agency.signal(only, Kind.FORM, 5, gone)
    add_spend(agency.db, gone, 40_000, starts="2026-03-01", ends="2026-03-31", now=agency.now)
    sample_leads(agency.db, gone, 5, now=agency.now)
    agency.outcome(only, worth=False, why=Why.BAD_FIT)
    heard = agency.last("outcome")
    answer_feedback(agency.db, heard, gone, "We narrowed it", settled=False, now=agency.now)
    dismiss_alarm(agency.db, gone, Alert.WEAK, "Too early", now=agency.now)
    other = agency.campaign("Other")
    start_experiment(agency.db, "Trial", [(gone, "A"), (other, "B")], now=agency.now)
    before = agency.dump()

    done = merge_campaigns(agency.db, keep, gone, now=agency.now)
    assert done.said == "Merged guide 26 into Guide"
    assert campaigns.by_id(agency.db, gone) is None
    assert kept(agency, keep) == Campaign(
        keep, "Guide", "", "2026-03-01", "2026-03-31", codes=("g26", "guide 26")
    )
    found = agency.db.tuples(
        "select client_id, campaign_id, n, lead_at is null from touch order by client_id"
    )
    assert [tuple(map(int, row)) for row in found] == [(both, keep, 2, 0), (only, keep, 1, 0)]
    for table in ("spend", "sample", "answer", "dismissal", "signal"):
        assert {r[0] for r in agency.db.tuples(f"select campaign_id from {table}")} == {keep}
    assert {r[0] for r in agency.db.tuples("select campaign_id from experiment_arm")} == {
        keep,
        other,
    }
    assert campaign_of_code(agency, "guide_26") == keep

    undo(agency.db, now=agency.now, entry_id=done.undo)
    agency.db.execute("delete from campaign_code where code = 'guide_26'")
    assert agency.dump() == before


def test_what_the_kept_one_says_stays_and_what_it_lacks_comes_from_the_other(
    agency: Agency,
) -> None:
    keep = agency.campaign("A", channel="Ads", starts="2026-02-10", ends="2026-02-20", budget=5)
    gone = agency.campaign("B", channel="Mail", hypothesis="They read", budget=7, **MARCH)
    merge_campaigns(agency.db, keep, gone, now=agency.now)
    assert kept(agency, keep) == Campaign(
        keep, "A", "Ads", "2026-02-10", "2026-03-31", 5, "They read", ("b",)
    )
    running = agency.campaign("C", starts="2026-03-02")
    merge_campaigns(agency.db, keep, running, now=agency.now)
    assert kept(agency, keep).ends == ""


def test_two_answers_and_two_samples_of_one_client_become_one_each(agency: Agency) -> None:
    keep, gone, client = agency.campaign("A"), agency.campaign("B"), agency.client("Both")
    for made in (keep, gone):
        agency.signal(client, campaign=made)
    sample_leads(agency.db, keep, 1, now=agency.now)
    sample_leads(agency.db, gone, 1, now=agency.now + HOUR)
    agency.outcome(client, worth=False, why=Why.NO_NEED, at=agency.now + 2 * HOUR)
    heard = agency.last("outcome")
    answer_feedback(agency.db, heard, keep, "Noted", settled=True, now=agency.now)
    answer_feedback(agency.db, heard, gone, "Changed", settled=False, now=agency.now)
    before = agency.dump()
    merge_campaigns(agency.db, keep, gone, now=agency.now)
    assert agency.db.tuples("select campaign_id, text, settled from answer") == [
        (keep, "Noted Changed", 1)
    ]
    ((campaign_id, until),) = agency.db.tuples("select campaign_id, until from sample")
    assert (campaign_id, until) == (keep, agency.now + 2 * DAY + HOUR)
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


def test_what_cannot_be_merged_is_refused(agency: Agency) -> None:
    one, two = agency.campaign("One"), agency.campaign("Two")
    with pytest.raises(RefusedError, match="itself"):
        merge_campaigns(agency.db, one, one, now=agency.now)
    with pytest.raises(RefusedError, match="not there"):
        merge_campaigns(agency.db, one, two + 1, now=agency.now)
    start_experiment(agency.db, "Trial", [(one, ""), (two, "")], now=agency.now)
    with pytest.raises(RefusedError, match="“Trial”"):
        merge_campaigns(agency.db, one, two, now=agency.now)


def test_a_name_that_was_given_again_keeps_a_merge_from_being_undone(agency: Agency) -> None:
    one, two = agency.campaign("One"), agency.campaign("Two")
    entry = merge_campaigns(agency.db, one, two, now=agency.now).undo
    agency.campaign("Two", codes=("2",))
    before = agency.dump()
    with pytest.raises(RefusedError, match="cannot be undone"):
        undo(agency.db, now=agency.now, entry_id=entry)
    assert agency.dump() == before


def test_thousands_of_signals_are_a_handful_of_rows_in_the_journal(agency: Agency) -> None:
    keep, gone, client = agency.campaign("A"), agency.campaign("B"), agency.client("Busy")
    rows = [
        (client, None, None, "guide_page", agency.now - i, "", 1, 1.0, gone if i % 2 else keep,
         None, i)
        for i in range(12_000)
    ]  # fmt: skip
    with agency.db.atomic():
        signals.add_many(agency.db, rows)
        touches.recount(agency.db, [client])
    before = agency.dump()
    done = merge_campaigns(agency.db, keep, gone, now=agency.now)
    assert agency.db.tuples("select n from touch") == [(12_000,)]
    noted = agency.db.query("select * from change where entry_id = :e", e=done.undo)
    assert len(noted) < 8
    ids = [
        i
        for row in noted
        if row["item"] == "rows of signal"
        for i in json.loads(row["before"])["ids"]
    ]
    assert len(ids) == 6_000
    undo(agency.db, now=agency.now)
    assert agency.dump() == before


@given(data=st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_chain_of_merges_counts_as_from_scratch_and_comes_undone(
    agency: Agency, data: st.DataObject
) -> None:
    names = [agency.campaign(f"Campaign {next(agency.keys)}") for _ in range(4)]
    clients = [agency.client(f"Client {next(agency.keys)}") for _ in range(3)]
    kinds = st.sampled_from((Kind.FORM, Kind.ARTICLE_PAGE, Kind.GUIDE_PAGE))
    drawn = st.tuples(st.sampled_from(clients), kinds, st.floats(0, 90), st.sampled_from(names))
    for client, kind, days, campaign in data.draw(st.lists(drawn, min_size=1, max_size=8)):
        agency.signal(client, kind, days, campaign)
    states, order = [], data.draw(st.permutations(names))
    for gone in order[1:]:
        states.append(agency.dump())
        merge_campaigns(agency.db, order[0], gone, now=agency.now)
        counted = agency.dump()["touch"]
        with agency.db.atomic():
            touches.recount(agency.db, clients)
        assert agency.dump()["touch"] == counted
    for before in reversed(states):
        undo(agency.db, now=agency.now)
        assert agency.dump() == before


def test_an_older_merge_is_not_undone_before_the_newer_one(agency: Agency) -> None:
    one, two, three = (agency.campaign(name) for name in ("One", "Two", "Three"))
    agency.signal(agency.client("Seen"), campaign=one)
    first = merge_campaigns(agency.db, two, one, now=agency.now).undo
    merge_campaigns(agency.db, three, two, now=agency.now)
    before = agency.dump()
    with pytest.raises(RefusedError, match="Undo that first"):
        undo(agency.db, now=agency.now, entry_id=first)
    assert agency.dump() == before


LOG = "".join(
    f'198.51.100.{n} - - [02/Mar/2026:09:00:0{n} +0000] "GET /fees?utm_campaign=Old_Guide HTTP/1.1"'
    ' 200 900 "-" "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36"\n'
    for n in (1, 2)
)
CLIENTS = (
    "Company,Phone,Network\nA Ltd,01632 960123,198.51.100.1\nB Ltd,01632 960124,198.51.100.2\n"
)


def test_imports_go_to_the_merged_campaign_and_can_be_reverted(
    agency: Agency, tmp_path: Path
) -> None:
    names = {"clients.csv": CLIENTS, "a.log": LOG, "b.log": LOG.replace("02/Mar", "01/Mar")}
    for name, text in names.items():
        (tmp_path / name).write_text(text)
    keep = agency.campaign("Keep")
    bare = agency.dump()
    made = import_file(agency.db, tmp_path / "clients.csv", now=agency.now)
    first = import_file(agency.db, tmp_path / "a.log", now=agency.now)
    merge_campaigns(agency.db, keep, campaign_of_code(agency, "old_guide"), now=agency.now)
    second = import_file(agency.db, tmp_path / "b.log", now=agency.now)
    assert agency.db.tuples("select campaign_id, n from touch") == [(keep, 2), (keep, 2)]
    sample_leads(agency.db, keep, 2, now=agency.now)
    assert len(agency.db.query("select id from sample")) == 2
    for report in (first, second, made):
        revert_import(agency.db, report.import_id, now=agency.now)
    after = agency.dump()
    assert after.pop("campaign_code") != bare.pop("campaign_code")
    assert after == bare
