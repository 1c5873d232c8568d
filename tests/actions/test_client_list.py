"""Questions to the list of clients: SQL filters and sorts as plain Python does, on both engines."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from tests.client_world import every_row, fill, hot_now, in_order, sort_keys, state_of
from warmcalls.actions.client_list import client_ids, count_clients
from warmcalls.actions.client_rows import listed
from warmcalls.domain.client_columns import COLUMNS, ClientRow
from warmcalls.domain.client_query import Condition, Op, Order, Question
from warmcalls.domain.client_words import folded
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import DAY

Fits = Callable[[ClientRow], bool]


def text_of(column: str) -> Callable[[ClientRow], str]:
    return lambda row: folded(getattr(row, column))


def tag(row: ClientRow, *wanted: str) -> bool:
    return bool({folded(t) for t in row.tags} & {folded(w) for w in wanted})


def conditions(now: int, hot: set[int]) -> list[tuple[Condition, Fits]]:
    """Filters, and what they mean."""

    def within(at: int | None, days: int) -> bool:
        return at is not None and at >= now - days * DAY

    def c(column: str, op: Op, *values: str) -> Condition:
        return Condition(column, op, values)

    return [
        (c("tier", Op.IS, "A", "b"), lambda r: r.tier in {"A", "B"}),
        (c("tier", Op.IS, "A", ""), lambda r: r.tier in {"A", ""}),
        (c("tier", Op.IS_NOT, "A"), lambda r: r.tier != "A"),
        (c("tier", Op.IS_NOT, "A", ""), lambda r: r.tier in {"B", "C"}),
        (c("tier", Op.EMPTY), lambda r: not r.tier),
        (c("sector", Op.IS, "CARE"), lambda r: folded(r.sector) == "care"),
        (c("sector", Op.HAS, "oko"), lambda r: "oko" in folded(r.sector)),
        (c("sector", Op.IS_NOT, "Care", "IT"), lambda r: folded(r.sector) not in {"care", "it"}),
        (c("name", Op.HAS, "Ltd"), lambda r: "ltd" in folded(r.name)),
        (c("name", Op.HAS, "%"), lambda _: False),
        (c("name", Op.HAS, "'"), lambda r: "'" in r.name),
        (c("notes", Op.HAS, "100% SURE"), lambda r: "100% sure" in r.notes),
        (c("notes", Op.HAS, "_office \\"), lambda r: "_office \\" in r.notes),
        (c("notes", Op.FILLED), lambda r: bool(r.notes)),
        (c("owner", Op.IS, "beth okafor"), lambda r: r.owner == "Beth Okafor"),
        (c("owner", Op.IS, "Beth Okafor", ""), lambda r: r.owner in {"Beth Okafor", ""}),
        (c("owner", Op.IS_NOT, "anna zed"), lambda r: r.owner != "Ánna Zed"),
        (c("owner", Op.HAS, "oka"), lambda r: "Oka" in r.owner),
        (c("owner", Op.EMPTY), lambda r: r.owner_id is None),
        (c("fee", Op.AT_LEAST, "5k"), lambda r: r.fee is not None and r.fee >= 500_000),
        (c("fee", Op.AT_MOST, "£5,000"), lambda r: r.fee is not None and r.fee <= 500_000),
        (c("fee", Op.IS, "0"), lambda r: r.fee == 0),
        (c("fee", Op.EMPTY), lambda r: r.fee is None),
        (c("staff", Op.IS_NOT, "40"), lambda r: r.staff != 40),
        (c("people", Op.AT_LEAST, "1"), lambda r: r.people >= 1),
        (c("people", Op.AT_MOST, "0"), lambda r: r.people == 0),
        (c("people", Op.EMPTY), lambda r: r.people == 0),
        (c("people", Op.IS, "1"), lambda r: r.people == 1),
        (c("contacts", Op.IS, "0"), lambda r: r.contacts == 0),
        (c("contacts", Op.FILLED), lambda r: r.contacts > 0),
        (c("coverage", Op.IS, "2 of 4", "4"), lambda r: r.coverage.count in {2, 4}),
        (c("coverage", Op.AT_LEAST, "3"), lambda r: r.coverage.count >= 3),
        (c("coverage", Op.AT_MOST, "1"), lambda r: r.coverage.count <= 1),
        (c("tags", Op.IS, "Drivers", "temps"), lambda r: tag(r, "drivers", "temps")),
        (c("tags", Op.IS, "driver"), lambda _: False),
        (c("tags", Op.IS_NOT, "guide"), lambda r: not tag(r, "guide")),
        (c("tags", Op.HAS, "uid"), lambda r: any("uid" in folded(t) for t in r.tags)),
        (c("since", Op.AT_LEAST, "1/2/2026"), lambda r: r.since >= "2026-02-01"),
        (c("since", Op.AT_MOST, "2025"), lambda r: "" < r.since <= "2025-01-01"),
        (c("since", Op.WITHIN, "30"), lambda r: r.since == "2026-02-28"),
        (c("since", Op.NOT_WITHIN, "30"), lambda r: r.since != "2026-02-28"),
        (c("since", Op.IS, "2025-01-01"), lambda r: r.since == "2025-01-01"),
        (c("seen", Op.WITHIN, "7"), lambda r: within(r.seen_at, 7)),
        (c("seen", Op.NOT_WITHIN, "90"), lambda r: not within(r.seen_at, 90)),
        (c("seen", Op.EMPTY), lambda r: r.seen_at is None),
        (c("spoke", Op.WITHIN, "30"), lambda r: within(r.spoke_at, 30)),
        (c("spoke", Op.FILLED), lambda r: r.spoke_at is not None),
        (c("warmth", Op.AT_LEAST, "0.0001"), lambda r: r.id in hot),
        (
            c("stands", Op.IS, "snoozed", "rests"),
            lambda r: state_of(r).value in {"snoozed", "rests"},
        ),
        (c("stands", Op.IS, "On the list"), lambda r: r.stands.startswith("Today")),
        (c("stands", Op.IS_NOT, "objected"), lambda r: r.stands != "Objected"),
        (c("stands", Op.IS, "Below today’s 20"), lambda r: r.stands.startswith("Below")),
        (c("stands", Op.IS, "Snoozed, 12 Mar"), lambda r: r.stands.startswith("Snoozed")),
        (
            c("stands", Op.IS, "No contact yet", "TPS screening due"),
            lambda r: r.stands[:6] in {"No con", "TPS sc"},
        ),
        (c("stands", Op.IS, "rest", "dup"), lambda r: r.stands[:3] in {"Res", "Dup"}),
        (c("contact", Op.IS, "ZOE FROST"), lambda r: r.contact == "Zoë Frost"),
        (c("contact", Op.EMPTY), lambda r: not r.contact),
        (c("phone", Op.HAS, "01632 9600"), lambda r: "16329600" in r.phone),
        (c("website", Op.HAS, "brook"), lambda r: "brook" in r.website),
        (c("company_number", Op.IS, "sc123456"), lambda r: r.company_number == "SC123456"),
        (c("excluded", Op.FILLED), lambda r: bool(r.excluded)),
        (c("town", Op.IS, "Leeds", ""), lambda r: r.town.lower() in {"leeds", ""}),
    ]


def test_filters_and_sorts_are_those_of_plain_python(agency: Agency) -> None:
    asked = fill(agency)
    on = listed(asked)
    rows, keys = every_row(asked, on), sort_keys(asked)
    assert len({state_of(row) for row in rows}) >= 10
    columns = st.sampled_from([column.id for column in COLUMNS])
    picks = st.lists(st.sampled_from(conditions(agency.now, hot_now(asked))), max_size=3)

    @settings(max_examples=150, deadline=None)
    @given(
        column=columns, descending=st.booleans(), picked=picks, limit=st.none() | st.integers(0, 9)
    )
    def check(
        *, column: str, descending: bool, picked: list[tuple[Condition, Fits]], limit: int | None
    ) -> None:
        where = tuple(condition for condition, _ in picked)
        question = Question("", where, Order(column, descending))
        fitting = [row for row in rows if all(fits(row) for _, fits in picked)]
        wanted = in_order(fitting, keys[column], descending=descending)
        assert client_ids(asked, question, limit, on) == wanted[:limit]
        assert count_clients(asked, question, on) == len(fitting)

    check()


def test_each_filter_alone_finds_what_it_says(agency: Agency) -> None:
    asked = fill(agency, seed=2)
    on = listed(asked)
    rows = every_row(asked, on)
    for condition, fits in conditions(agency.now, hot_now(asked)):
        wanted = {row.id for row in rows if fits(row)}
        assert set(client_ids(asked, Question(where=(condition,)), on=on)) == wanted, condition


@given(
    column=st.sampled_from([column.id for column in COLUMNS]) | st.text(max_size=5),
    op=st.sampled_from(Op),
    values=st.lists(
        st.text(max_size=8) | st.sampled_from(["3", "A", "today", "1e5", "-1", "a\0b", "\ud800"]),
        max_size=3,
    ),
)
@settings(max_examples=200, deadline=None)
def garbage(agency: Agency, column: str, op: Op, values: list[str]) -> None:
    from warmcalls.actions.desk import desk

    asked = desk(agency.db, agency.now)
    question = Question(where=(Condition(column, op, tuple(values)),))
    with suppress(RefusedError):
        found = client_ids(asked, question)
        assert count_clients(asked, question) == len(found)


def test_any_condition_is_answered_or_refused_in_a_sentence(agency: Agency) -> None:
    for name in ("Northmoor", "Ashgrove"):
        agency.client(name)
    garbage(agency)


@pytest.mark.parametrize(
    ("condition", "why"),
    [
        (Condition("nothing", Op.IS, ("1",)), "no column “nothing”"),
        (Condition("fee", Op.AT_LEAST, ("lots",)), "“lots” is no amount"),
        (Condition("fee", Op.HAS, ("1",)), "Fee cannot be asked “has”"),
        (Condition("tier", Op.IS, ("D",)), "“D” is no tier"),
        (Condition("seen", Op.WITHIN, ("a week",)), "“a week” is no number of days"),
        (Condition("stands", Op.IS, ("nowhere",)), "No client stands “nowhere”"),
        (Condition("warmth", Op.AT_LEAST, ("hot",)), "“hot” is no number"),
        (Condition("sector", Op.IS), "cannot be asked “is”"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(
    agency: Agency, condition: Condition, why: str
) -> None:
    from warmcalls.actions.desk import desk

    with pytest.raises(RefusedError, match=why):
        client_ids(desk(agency.db, agency.now), Question(where=(condition,)))


def test_a_person_renamed_is_sorted_by_the_new_name(agency: Agency) -> None:
    from warmcalls.actions.change_person import change_person

    beth, marc = agency.recruiter("Beth"), agency.recruiter("Marc")
    one, other = agency.client("One", owner="Beth"), agency.client("Other", owner="Marc")
    from warmcalls.actions.desk import desk

    asked = desk(agency.db, agency.now)
    by_owner = Question(order=Order("owner"))
    assert client_ids(asked, by_owner) == [one, other]
    change_person(agency.db, beth.id, name="Zed", now=agency.now)
    assert client_ids(asked, by_owner) == [other, one]
    assert marc.id
