"""What tests of the window share: the theme, as the app makes it."""

import pytest
from PySide6.QtWidgets import QApplication

from warmcalls.ui.style import Style
from warmcalls.ui.theme import Theme


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme on the one application."""
    qapp.setStyle(Style())
    return Theme(qapp, "light")
