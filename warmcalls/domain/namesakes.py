"""Namesakes: whether two companies of one name are two."""

from typing import NamedTuple


class Place(NamedTuple):
    """What tells companies of one name apart; empty where it is not known."""

    company_number: str = ""
    town: str = ""


def is_another_company(one: Place, other: Place) -> bool:
    """Tell whether two of one name differ in company number or town, where both are known.

    Two companies of one name in two towns are two; one whose town nobody knows is taken for the
    same, so that an objection is rather kept too often than too seldom.
    """
    pairs = zip(one, other, strict=True)
    return any(a and b and a.casefold() != b.casefold() for a, b in pairs)
