"""Two companies of one name are two where what is known of both differs."""

import pytest

from warmcalls.domain.namesakes import Place, is_another_company


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (Place(), Place(), False),
        (Place("0123", "Leeds"), Place(), False),
        (Place("", "Leeds"), Place("", "LEEDS"), False),
        (Place("", "Leeds"), Place("", "York"), True),
        (Place("0123", "Leeds"), Place("0999", "Leeds"), True),
        (Place("0123", ""), Place("", "York"), False),
    ],
)
def test_a_namesake_is_another_company_where_both_are_known_to_differ(
    one: Place, other: Place, *, differ: bool
) -> None:
    assert is_another_company(one, other) is differ
    assert is_another_company(other, one) is differ
