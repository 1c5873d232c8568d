"""Rules of imports: keep keeps, fill fills, theirs takes; nothing is emptied."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming_rules import (
    FIELDS,
    Rule,
    Rules,
    everywhere,
    parse_rules,
    settle,
    settle_tags,
)

values = st.one_of(st.none(), st.text(max_size=5))
names = st.sampled_from([name for name in FIELDS if name not in {"tags", "phone", "identifiers"}])
rules = st.builds(Rules, st.dictionaries(st.sampled_from(FIELDS), st.sampled_from(Rule)))
tags = st.lists(st.text("abAB", min_size=1, max_size=2), max_size=4, unique_by=str.casefold)


@given(names, values, values)
def test_keep_changes_nothing(name: str, mine: str | None, theirs: str | None) -> None:
    assert settle(name, Rule.KEEP, mine, theirs) == mine


@given(names, values, values)
def test_fill_changes_only_blanks(name: str, mine: str | None, theirs: str | None) -> None:
    after = settle(name, Rule.FILL, mine, theirs)
    assert after == (mine if mine or not theirs else theirs)


@given(names, st.sampled_from(Rule), values, values)
def test_nothing_is_emptied(name: str, rule: Rule, mine: str, theirs: str) -> None:
    after = settle(name, rule, mine, theirs)
    assert after or not mine
    if not theirs:
        assert after == mine


@given(names, st.sampled_from(Rule), st.text(min_size=1), st.text(min_size=1))
def test_the_same_again_changes_nothing(name: str, rule: Rule, mine: str, theirs: str) -> None:
    once = settle(name, rule, mine, theirs)
    assert settle(name, rule, once, theirs) == once


@given(tags, tags)
def test_tags_are_added_and_none_goes(mine: list[str], theirs: list[str]) -> None:
    assert settle_tags(Rule.KEEP, tuple(mine), theirs) == tuple(mine)
    after = settle_tags(Rule.THEIRS, tuple(mine), theirs)
    assert set(mine) <= set(after)
    assert {tag.casefold() for tag in after} == {tag.casefold() for tag in (*mine, *theirs)}
    assert settle_tags(Rule.FILL, after, theirs) == after


def test_notes_and_exclusions_are_added_to() -> None:
    assert settle("notes", Rule.THEIRS, "Ring Tuesdays", "Moved") == "Ring Tuesdays\nMoved"
    assert settle("excluded", Rule.THEIRS, "Competitor", "x") == "Competitor"


@given(rules)
def test_rules_are_kept_and_read_again(said: Rules) -> None:
    again = Rules.from_json(said.to_json())
    assert all(again.of(name) is said.of(name) for name in FIELDS)


@pytest.mark.parametrize("told", [None, [], "theirs", {"name": "theirs"}, {"fee": "mine"}])
def test_what_is_no_rule_is_passed_over(told: object) -> None:
    assert Rules.from_json(told) == Rules()


def test_a_command_says_rules_for_all_and_for_some() -> None:
    rules = parse_rules(["theirs", "fee=keep", "tags=fill"])
    said = [rules.of(name) for name in ("sector", "fee", "tags")]
    assert said == [Rule.THEIRS, Rule.KEEP, Rule.FILL]
    assert parse_rules(["fill"], everywhere(Rule.KEEP)).to_json() == {}


@pytest.mark.parametrize("said", ["mine", "sector=mine", "name=theirs", "sector", "=", ""])
def test_what_a_command_cannot_say_is_refused(said: str) -> None:
    with pytest.raises(RefusedError, match="rule"):
        parse_rules([said])
