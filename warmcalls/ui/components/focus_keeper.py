"""Remembers where the focus was before something took it."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusKeeper:
    """Gives the focus back to where it was inside a page.

    Args:
        page: only focus inside it is remembered.
    """

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._before: QWidget | None = None

    def keep(self) -> None:
        """Remember where the focus is."""
        at = QApplication.focusWidget()
        self._before = at if at is not None and self._page.isAncestorOf(at) else None

    def give_back(self) -> bool:
        """Put the focus back; tell whether that could be done."""
        before, self._before = self._before, None
        if before is None or not shiboken6.isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True
