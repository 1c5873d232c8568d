"""What can be done to campaigns: changed, merged, stopped, told apart, answered for."""

import pytest

from tests.agency import Agency
from warmcalls.actions.answer_feedback import answer_feedback
from warmcalls.actions.call_card import call_card
from warmcalls.actions.change_campaign import change_campaign
from warmcalls.actions.desk import desk
from warmcalls.actions.dismiss_alarm import dismiss_alarm
from warmcalls.actions.lead_criteria import criteria, save_criteria
from warmcalls.actions.merge_campaigns import merge_campaigns
from warmcalls.actions.plan_budget import plan_budget, planned
from warmcalls.actions.spelled_alike import alike, keep_apart
from warmcalls.actions.stop_campaign import stop_campaign
from warmcalls.actions.undo import undo
from warmcalls.domain.calls import HappeningKind
from warmcalls.domain.campaigns import Alert, Campaign
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.lead_criteria import NO_CRITERIA, LeadCriteria
from warmcalls.domain.moments import HOUR
from warmcalls.domain.outcomes import Why
from warmcalls.store import campaigns, dismissals

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


def change(agency: Agency, campaign_id: int, **fields: object) -> int | None:
    return change_campaign(agency.db, campaign_id, now=agency.now, **fields).undo  # type: ignore[arg-type]


# ── change ──────────────────────────────────────────────────────────────────────────────────────
def test_only_what_is_given_changes(agency: Agency) -> None:
    made = agency.campaign("Guide", channel="Content", budget=40_000, codes=("guide-26",), **MARCH)
    change(agency, made, channel="E-mail", hypothesis="Planners read")
    change(agency, made, ends="")
    expected = Campaign(
        made, "Guide", "E-mail", "2026-03-01", "", 40_000, "Planners read", ("guide-26",)
    )
    assert kept(agency, made) == expected
    change(agency, made, budget=None, codes=("A", "a ", "b"))
    assert (kept(agency, made).budget, kept(agency, made).codes) == (None, ("a", "b"))
    assert change(agency, made, channel="E-mail") is None


def test_an_import_finds_a_renamed_campaign_by_its_old_name(agency: Agency) -> None:
    made = agency.campaign("Salary Guide")
    change(agency, made, name="  Pay   guide ")
    assert kept(agency, made).name == "Pay guide"
    for spelling in ("salary guide", "salary_guide", "salary+guide", "pay_guide"):
        assert campaign_of_code(agency, spelling) == made
    change(agency, made, name="Salary guide")
    assert kept(agency, made).name == "Salary guide"


def test_names_and_codes_of_others_are_refused_with_their_holder(agency: Agency) -> None:
    one = agency.campaign("One", codes=("first",))
    two = agency.campaign("Two")
    with pytest.raises(RefusedError, match="called One already: merge"):
        change(agency, two, name="one")
    with pytest.raises(RefusedError, match="“first” means the campaign One"):
        change(agency, two, codes=("FIRST",))
    with pytest.raises(RefusedError, match="“first” means the campaign One"):
        change(agency, two, name="First")
    with pytest.raises(RefusedError, match="“one” means the campaign One"):
        change(agency, two, codes=("one",))
    change(agency, one, codes=("first", "one"))


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"name": " "}, "needs a name"),
        ({"budget": -1}, "nought or more"),
        ({"starts": "2026-04-01"}, "ends before|end before"),
        ({"ends": "soon"}, "no date"),
    ],
)
def test_values_that_cannot_be_are_refused(
    agency: Agency, fields: dict[str, object], says: str
) -> None:
    made = agency.campaign("One", **MARCH)
    with pytest.raises(RefusedError, match=says):
        change(agency, made, **fields)
    with pytest.raises(RefusedError, match="not there"):
        change(agency, made + 1, channel="x")


def test_undoing_a_rename_is_refused_where_the_old_name_means_another_by_now(
    agency: Agency,
) -> None:
    made = agency.campaign("Old")
    renamed = change(agency, made, name="New")
    other = agency.campaign("Old")
    with pytest.raises(RefusedError, match="“Old” means something else"):
        undo(agency.db, now=agency.now, entry_id=renamed)
    assert {kept(agency, made).name, kept(agency, other).name} == {"New", "Old"}


# ── stop, dismiss ───────────────────────────────────────────────────────────────────────────────
def test_stopping_ends_it_today_and_moves_the_money_in_the_plan(agency: Agency) -> None:
    ads = agency.campaign("Messenger", channel="Messenger ads")
    good = agency.campaign("Round table", channel="Webinar")
    for month in ("2026-03", "2026-04", "2026-05"):
        plan_budget(agency.db, month, "messenger ADS", 40_000, now=agency.now)
    plan_budget(agency.db, "2026-05", "Webinar", 10_000, now=agency.now)
    done = stop_campaign(agency.db, ads, now=agency.now, why="0 of 31", move_to=good, amount=30_000)
    assert done.said == "Stopped Messenger; £300 a month goes to Webinar from April 2026"
    assert (kept(agency, ads).ends, kept(agency, ads).stopped_why) == ("2026-03-03", "0 of 31")
    found = {
        (month, channel): planned(agency.db, month, channel)
        for month in ("2026-03", "2026-04", "2026-05")
        for channel in ("Messenger ads", "Webinar")
    }
    assert list(found.values()) == [40_000, 0, 10_000, 30_000, 10_000, 40_000]
    with pytest.raises(RefusedError, match="was stopped on 2026-03-03"):
        stop_campaign(agency.db, ads, now=agency.now)
    change(agency, ads, ends="")
    assert kept(agency, ads).stopped_why == ""


def test_what_cannot_be_stopped_or_moved_says_why(agency: Agency) -> None:
    now, db = agency.now, agency.db
    ads, bare = agency.campaign("Ads", channel="Ads"), agency.campaign("Bare")
    ended = agency.campaign("Ended", ends="2026-03-01")
    later = agency.campaign("Later", starts="2026-03-09")
    for says, campaign, more in (
        ("ended on 2026-03-01", ended, {}),
        ("has not begun", later, {}),
        ("which campaign", ads, {"amount": 1}),
        ("that is stopped", ads, {"move_to": ads, "amount": 1}),
        ("nought or more", ads, {"move_to": bare, "amount": -1}),
        ("a channel first", ads, {"move_to": bare, "amount": 1}),
        ("not there", ads, {"move_to": 99, "amount": 1}),
    ):
        with pytest.raises(RefusedError, match=says):
            stop_campaign(db, campaign, now=now, **more)  # type: ignore[arg-type]
    assert kept(agency, ads).ends == ""
    assert stop_campaign(db, ads, now=now).said == "Stopped Ads"


def test_the_strongest_dismissal_counts_and_needs_its_reason(agency: Agency) -> None:
    one = agency.campaign("One")
    with pytest.raises(RefusedError, match="Say why"):
        dismiss_alarm(agency.db, one, Alert.WEAK, "  ", now=agency.now)
    with pytest.raises(RefusedError, match="no alarm"):
        dismiss_alarm(agency.db, one, Alert.NONE, "x", now=agency.now)
    assert dismissals.dismissed(agency.db) == {}
    for warning in (Alert.WEAK, Alert.STOP, Alert.WEAK):
        dismiss_alarm(agency.db, one, warning, "Known", now=agency.now)
    assert dismissals.dismissed(agency.db) == {one: Alert.STOP}


# ── spelled alike ───────────────────────────────────────────────────────────────────────────────
def test_a_pair_kept_apart_is_not_suggested_again(agency: Agency) -> None:
    one, two = agency.campaign("Salary Guide 2026"), agency.campaign("salary-guide-26")
    third = agency.campaign("Guide 2025")
    assert [pair[:2] for pair in alike(agency.db)] == [(one, two)]
    done = keep_apart(agency.db, two, one, now=agency.now)
    assert alike(agency.db) == ()
    assert keep_apart(agency.db, one, two, now=agency.now).undo is None
    undo(agency.db, now=agency.now, entry_id=done.undo)
    assert [pair[:2] for pair in alike(agency.db)] == [(one, two)]
    merge_campaigns(agency.db, one, two, now=agency.now)
    assert alike(agency.db) == ()
    with pytest.raises(RefusedError, match="choose two"):
        keep_apart(agency.db, third, third, now=agency.now)


# ── answers, criteria ───────────────────────────────────────────────────────────────────────────
def test_marketings_answer_stands_in_the_clients_timeline(agency: Agency) -> None:
    noor = agency.recruiter("Noor Haddad")
    ads, client = agency.campaign("Messenger ads"), agency.client("Candidate Ltd")
    agency.signal(client, campaign=ads)
    agency.outcome(client, worth=False, why=Why.BAD_FIT, note="Wanted a job", at=agency.now)
    heard, then = agency.last("outcome"), agency.now + HOUR

    def lines() -> list[tuple[str, str]]:
        card = call_card(desk(agency.db, then + HOUR), client)
        return [(h.text, h.detail) for h in card.timeline if h.sort is HappeningKind.ANSWER]

    def answer(text: str, *, settled: bool) -> str:
        return answer_feedback(
            agency.db, heard, ads, text, settled=settled, now=then, person_id=noor.id
        ).said

    with pytest.raises(RefusedError, match="Write an answer"):
        answer("", settled=False)
    assert answer("", settled=True) == "Settled: Candidate Ltd"
    assert lines() == [("Noor Haddad settled the feedback on Messenger ads", "")]
    assert answer("We asked them to state the firm", settled=False) == "Answered: Candidate Ltd"
    assert lines() == [("Noor Haddad answered: “We asked them to state the firm”", "Messenger ads")]
    answer("", settled=True)
    assert lines()[0][1] == "Messenger ads · settled"
    assert answer("", settled=False) == "Opened again: Candidate Ltd"
    assert call_card(desk(agency.db, agency.now), client).timeline[0].sort is HappeningKind.CALL


def test_a_campaign_answers_only_for_clients_it_touched(agency: Agency) -> None:
    other = agency.campaign("Other")
    agency.outcome(agency.client("Untouched"), worth=False, why=Why.NO_NEED)
    with pytest.raises(RefusedError, match="never touched"):
        answer_feedback(
            agency.db, agency.last("outcome"), other, "x", settled=False, now=agency.now
        )


def test_criteria_are_written_down_and_asked(agency: Agency) -> None:
    assert criteria(agency.db) == NO_CRITERIA
    said = LeadCriteria(
        " Who hires ", ("a", "B", "a"), (" Logistics",), 20, 500, needs_contact=True
    )
    undone = save_criteria(agency.db, said, now=agency.now).undo
    found = criteria(agency.db)
    assert found == LeadCriteria("Who hires", ("A", "B"), ("Logistics",), 20, 500, True)
    here = {"has_contact": True, "has_number": False}
    assert found.meets("A", "logistics", 20, **here)
    assert found.meets("B", " LOGISTICS ", 500, **here)
    assert not found.meets("C", "Logistics", 20, **here)
    assert not found.meets("A", "Care", 20, **here)
    assert not found.meets("A", "Logistics", None, **here)
    assert not found.meets("A", "Logistics", 501, **here)
    assert not found.meets("A", "Logistics", 20, has_contact=False, has_number=True)
    assert NO_CRITERIA.meets("", "", None, has_contact=False, has_number=False)
    assert (NO_CRITERIA.checks, found.checks, LeadCriteria("Words").checks) == (False, True, False)
    undo(agency.db, now=agency.now, entry_id=undone)
    assert criteria(agency.db) == NO_CRITERIA


@pytest.mark.parametrize(
    "wrong",
    [
        LeadCriteria(tiers=("D",)),
        LeadCriteria(staff_min=-1),
        LeadCriteria(staff_min=9, staff_max=8),
    ],
)
def test_criteria_nobody_could_meet_are_refused(agency: Agency, wrong: LeadCriteria) -> None:
    with pytest.raises(RefusedError):
        save_criteria(agency.db, wrong, now=agency.now)
