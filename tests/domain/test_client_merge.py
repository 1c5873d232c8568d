"""What becomes of two clients, two contacts and two numbers that are one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.client_merge import (
    Moves,
    join_texts,
    one_number,
    one_person,
    same_people,
)


def person(number: int, name: str, email: str = "", **more: Any) -> dict[str, Any]:
    blank = {"role": "", "source": "", "notes": "", "objected_at": None}
    return {"id": number, "name": name, "email": email} | blank | more


def test_the_same_address_says_more_than_the_same_name() -> None:
    mine = [person(1, "Sam Lee", "sam@a.example"), person(2, "S. Lee")]
    theirs = [person(7, "sam  lee"), person(8, "S Lee", "SAM@a.example")]
    assert same_people(mine, theirs) == {7: 1, 8: 1}


def test_two_addresses_of_one_name_are_two_people() -> None:
    """The first gives the kept one its address, so the second is another person."""
    theirs = [person(7, "Sam Lee", "a@a.example"), person(8, "Sam Lee", "b@b.example")]
    assert same_people([person(1, "Sam Lee")], theirs) == {7: 1}
    assert same_people([person(1, "")], [person(7, "")]) == {}


def test_of_a_person_nothing_is_lost() -> None:
    mine = person(1, "Priya Nair", role="HR Director", notes="Likes mornings", objected_at=9)
    other = person(2, "P. Nair", "p@a.example", role="Head of HR", notes="Left-handed")
    assert one_person(mine, other) == {
        "name": "Priya Nair",
        "role": "HR Director",
        "email": "p@a.example",
        "source": "",
        "notes": "Likes mornings\n\nLeft-handed\n\nAlso: P. Nair, Head of HR",
        "objected_at": 9,
    }


FLAGS = st.fixed_dictionaries(
    {
        "registered": st.integers(0, 1),
        "dead": st.integers(0, 1),
        "screened_at": st.none() | st.integers(1, 9),
        "screened_by": st.just(""),
        "label": st.sampled_from(["", "mobile"]),
        "contact_id": st.none() | st.integers(1, 3),
    }
)


@given(mine=FLAGS, other=FLAGS)
def test_of_a_number_the_strictest_is_kept(mine: dict[str, Any], other: dict[str, Any]) -> None:
    one = one_number(mine, other, other["contact_id"])
    for flag in ("registered", "dead"):
        assert one[flag] == (mine[flag] or other[flag])
    moments = [each["screened_at"] or 0 for each in (mine, other)]
    assert (one["screened_at"] or 0) == max(moments)
    assert one["contact_id"] in (mine["contact_id"], other["contact_id"])
    assert bool(one["label"]) == bool(mine["label"] or other["label"])


@given(texts=st.lists(st.text("ab \n", max_size=6), max_size=4))
def test_every_text_is_in_the_joined_one(texts: list[str]) -> None:
    joined = join_texts(*texts)
    assert all(text.strip() in joined for text in texts)
    assert join_texts(joined, *texts) == joined


@pytest.mark.parametrize(
    ("moves", "words"),
    [
        (Moves(), "Nothing moves"),
        (Moves(signals=1), "1 signal moves"),
        (Moves(signals=1_420, calls=1), "1,420 signals and 1 call move"),
        (
            Moves(signals=142, contacts=3, identifiers=2),
            "142 signals, 3 contacts and 2 identifiers move",
        ),
    ],
)
def test_what_moves_in_words(moves: Moves, words: str) -> None:
    assert moves.words == words
