"""Full text over clients: whatever is typed, both engines find what plain Python finds."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from tests.client_world import fill
from warmcalls.actions.client_list import client_ids, count_clients
from warmcalls.actions.desk import desk
from warmcalls.actions.edit_client import save_notes
from warmcalls.actions.undo import undo
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.client_words import fits, terms, words_of
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone, Party
from warmcalls.store import client_text
from warmcalls.store.engine import Writer

PIECES = [
    "ash", "Ecl", "O'HARA", "p3.", "@mail", "brook-hi", "01632 960", "+44 (0)1632 960", "1632",
    "44 1632", "fruher", "Früher 1", "c1", "gmbh", "drivers", "zu", "100%", "the mill", '"', "*",
    "NEAR(", " AND ", " OR NOT ", "words:", "'", "\\", ":*", "&|!", "\0", "é", "E\u0301", "①", "ß",
]  # fmt: skip


def test_both_engines_find_what_plain_python_finds(agency: Agency) -> None:
    asked = fill(agency, 40, seed=3)
    ids = [int(row[0]) for row in agency.db.tuples("select id from client")]
    kept = client_text.words(agency.db, ids)

    @settings(max_examples=250, deadline=None)
    @given(typed=st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=3).map(" ".join))
    @example(typed='"')
    @example(typed="a" * 300)
    def check(typed: str) -> None:
        wanted = {i for i in ids if fits(terms(typed), kept[i])} if typed.strip() else set(ids)
        if typed.strip() and not terms(typed):
            wanted = set()
        assert set(client_ids(asked, Question(typed))) == wanted
        assert count_clients(asked, Question(typed)) == len(wanted)

    check()


def northmoor(agency: Agency) -> int:
    from warmcalls.actions.add_client import add_client

    client = IncomingClient(
        "Northmoor Logistics Ltd", sector="Transport", town="Wakefield", notes="Two sites",
        phones=(IncomingPhone("01632 960123"),), website="northmoor.example",
    )  # fmt: skip
    priya = IncomingContact("Priya Nair", role="Head of People", emails=("p.nair@nm.example",))
    return add_client(agency.db, Party(0, client, contact=priya), now=agency.now).id


@pytest.mark.parametrize(
    "typed",
    [
        "n", "north", "NORTHMOOR log", "logistics north", "pri", "priya.nair", "head peo",
        "p.nair@nm.ex", "wake", "transp", "two si", "01632", "01632 960", "+44 1632 960123",
        "1632960123", "northmoor.example", "nair wakefield",
    ],
)  # fmt: skip
def test_a_client_is_found_by_all_that_is_known(agency: Agency, typed: str) -> None:
    agency.client("Ashgrove", phone="")
    client_id = northmoor(agency)
    assert client_ids(desk(agency.db, agency.now), Question(typed)) == [client_id]


@pytest.mark.parametrize("typed", ["orthmoor", "north xx", "01633", "960123", "!!", '""'])
def test_what_does_not_fit_is_not_found(agency: Agency, typed: str) -> None:
    northmoor(agency)
    assert client_ids(desk(agency.db, agency.now), Question(typed)) == []


def test_words_sort_and_filter_together_many_or_few(agency: Agency) -> None:
    from warmcalls.store import client_list

    made = [agency.client(f"Ash {n:03}", tier="A" if n % 2 else "B") for n in range(9)]
    asked, question = desk(agency.db, agency.now), Question("as", order=Order(descending=True))
    few = client_ids(asked, question)
    assert few == made[::-1]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(client_list, "MANY", 2)  # walks the names instead
        assert client_ids(asked, question) == few
        assert client_ids(asked, question, 3) == few[:3]
    tier = Question("as", (Condition("tier", Op.IS, ("A",)),), Order("tier"))
    assert client_ids(asked, tier) == made[1::2]


def test_notes_are_found_at_once_and_undone(agency: Agency) -> None:
    client_id = northmoor(agency)
    asked, question = desk(agency.db, agency.now), Question("rota")
    assert client_ids(asked, question) == []
    save_notes(agency.db, client_id, "Asked for a rota", now=agency.now)
    assert client_ids(asked, question) == [client_id]
    by_notes = Question(where=(Condition("notes", Op.FILLED),), order=Order("notes"))
    assert client_ids(asked, by_notes) == [client_id]
    undo(agency.db, now=agency.now)
    assert client_ids(asked, question) == []


def test_the_index_made_anew_is_the_same(agency: Agency) -> None:
    asked = fill(agency, 30, seed=4)
    before = [client_ids(asked, Question(word)) for word in ("a", "e", "drivers", "01632")]
    with agency.db.atomic():
        client_text.rebuild(agency.db)
    assert [client_ids(asked, Question(w)) for w in ("a", "e", "drivers", "01632")] == before


def test_a_client_that_is_gone_is_found_no_more(agency: Agency, db: Writer) -> None:
    northmoor(agency)
    undo(db, now=agency.now)
    assert client_ids(desk(db, agency.now), Question("north")) == []
    assert db.tuples("select count(*) from client_line") == [(0,)]
    assert db.tuples("select count(*) from client_digest") == [(0,)]


@given(st.text())
def test_words_are_their_own_words(text: str) -> None:
    words = words_of(text)
    assert words_of(" ".join(words)) == words
