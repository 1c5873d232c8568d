"""The order in which Tab goes through parts that were made later than what stands after them."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtWidgets import QWidget


def keep_in_order(stops: Iterable[QWidget]) -> None:
    """Let Tab go from each to the next; the first stays where it is among the others.

    Qt puts what is made at the end of the order, wherever it stands: call this after each making.
    Every stop must take the focus; Qt does nothing about one that never does.
    """
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)
