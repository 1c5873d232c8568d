"""Fees as the figures need them."""

from typing import NamedTuple


class Fee(NamedTuple):
    """One invoice or credit note; amount in minor units of `currency`, negative for a credit note.

    Attributes:
        day: of the placement, else of the invoice (a credit note's is that of the invoice it
            takes back); ISO.
        paid_on: ISO, or empty while it is not paid.
        title: of the post that was filled.
    """

    id: int
    client_id: int
    client: str
    title: str
    number: str
    amount: int
    currency: str
    invoiced_on: str
    paid_on: str
    day: str
    note: str
