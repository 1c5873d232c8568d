"""Saved views: kept by name, undone, and never lost to a damaged body."""

import pytest

from tests.agency import Agency
from warmcalls.actions.client_list import client_ids, count_clients
from warmcalls.actions.desk import desk
from warmcalls.actions.saved_views import choices, delete_view, rename_view, save_view, views
from warmcalls.actions.undo import undo
from warmcalls.domain.client_columns import SHOWN
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.clients import Role
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach
from warmcalls.domain.saved_views import BUILT_IN
from warmcalls.store import people

QUESTION = Question("north", (Condition("tier", Op.IS, ("A",)),), Order("fee", descending=True))


def mine(agency: Agency) -> list[str]:
    return [view.name for view in views(agency.db) if not view.is_built_in]


def test_a_view_is_saved_replaced_renamed_deleted_and_undone(agency: Agency) -> None:
    done = save_view(agency.db, " My targets ", QUESTION, ["name", "fee"], now=agency.now)
    view = views(agency.db)[-1]
    assert (view.id, view.name, view.question) == (done.id, "My targets", QUESTION)
    assert view.columns == ("name", "fee")
    again = save_view(agency.db, "MY TARGETS", Question(), SHOWN, now=agency.now)
    assert (again.id, mine(agency)) == (done.id, ["MY TARGETS"])
    rename_view(agency.db, done.id, "Theirs", now=agency.now)
    assert mine(agency) == ["Theirs"]
    assert delete_view(agency.db, done.id, now=agency.now).said == "Deleted view Theirs"
    assert mine(agency) == []
    for left in (["Theirs"], ["MY TARGETS"], ["My targets"], []):
        undo(agency.db, now=agency.now)
        assert mine(agency) == left


def test_what_comes_with_the_app_stays_as_it_is(agency: Agency) -> None:
    assert views(agency.db) == list(BUILT_IN)
    with pytest.raises(RefusedError, match="comes with the app"):
        save_view(agency.db, "all CLIENTS", QUESTION, SHOWN, now=agency.now)
    with pytest.raises(RefusedError, match="comes with the app"):
        delete_view(agency.db, -1, now=agency.now)
    with pytest.raises(RefusedError, match="comes with the app"):
        rename_view(agency.db, -1, "Mine", now=agency.now)


def test_names_are_checked(agency: Agency) -> None:
    one = save_view(agency.db, "One", QUESTION, SHOWN, now=agency.now).id
    save_view(agency.db, "Other", QUESTION, SHOWN, now=agency.now)
    with pytest.raises(RefusedError, match="needs a name"):
        save_view(agency.db, " \n", QUESTION, SHOWN, now=agency.now)
    with pytest.raises(RefusedError, match="too long"):
        save_view(agency.db, "x" * 61, QUESTION, SHOWN, now=agency.now)
    with pytest.raises(RefusedError, match="There is a view Other already"):
        rename_view(agency.db, one, "other", now=agency.now)
    with pytest.raises(RefusedError, match="not there any more"):
        delete_view(agency.db, 99, now=agency.now)


def test_any_text_can_be_kept(agency: Agency) -> None:
    odd = Question("\ud800\0", (Condition("name", Op.HAS, ("é\0\udfff", "“")),))
    save_view(agency.db, "Odd \ud800", odd, SHOWN, now=agency.now)
    view = views(agency.db)[-1]
    assert (view.name, view.question) == ("Odd", odd)
    assert client_ids(desk(agency.db, agency.now), view.question) == []


def test_a_damaged_view_is_still_there(agency: Agency) -> None:
    with agency.db.atomic():
        agency.db.insert("saved_view", {"page": "clients", "name": "Odd", "body": "{"})
        agency.db.insert("saved_view", {"page": "other", "name": "Else", "body": "{}"})
    view = views(agency.db)[-1]
    assert (view.name, view.question, view.columns) == ("Odd", Question(), SHOWN)


def test_the_views_that_come_with_the_app_find_what_they_say(agency: Agency) -> None:
    agency.recruiter("Beth Okafor")
    bare = agency.client("Bare", tier="A")
    agency.signal(bare, Kind.FORM, 3)
    rung = agency.client("Rung", tier="B", contact="Jo", owner="Beth Okafor")
    agency.signal(rung, Kind.FORM, 3)
    agency.outcome(rung, Reach.SPOKE, at=agency.now - 9 * DAY)
    cold = agency.client("Cold", tier="A", contact="Jo")
    asked = desk(agency.db, agency.now)
    found = [client_ids(asked, view.question) for view in BUILT_IN]
    assert found == [[bare, cold, rung], [bare], [bare], [bare, cold], [bare]]
    assert [count_clients(asked, view.question) for view in BUILT_IN] == [3, 1, 1, 2, 1]


def test_choices_offer_what_is_used(agency: Agency) -> None:
    agency.recruiter("Zoe")
    agency.recruiter("Beth Okafor")
    with agency.db.atomic():
        people.add(agency.db, "Sam", Role.MARKETER)
    for n, (sector, town, tags) in enumerate(
        [("Care", "Leeds", "b, a"), ("care", "", "A, c"), ("IT", "Hull", "")]
    ):
        agency.client(f"Client {n}", sector=sector, town=town)
        agency.db.execute("update client set tags = :t where name = :n", t=tags, n=f"Client {n}")
    offered = choices(agency.db)
    assert [s.lower() for s in offered.sectors] == ["care", "it"]
    assert offered.towns == ("Hull", "Leeds")
    assert [t.lower() for t in offered.tags] == ["a", "b", "c"]
    assert [name for _, name in offered.owners] == ["Beth Okafor", "Zoe"]
