"""The arms of an experiment: campaigns, each with the name of its variant."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.forms.labelled import Labelled
from warmcalls.ui.forms.picker_field import NarrowPicker
from warmcalls.ui.theme import Theme

FEWEST, MOST = 2, 8
LETTERS: Final = "ABCDEFGH"
CHOOSE: Final = "Choose a campaign"


class ArmRow(QWidget):
    """One arm: which campaign, and what its variant is called.

    Attributes:
        changed: another campaign is chosen.
        unwanted: it is to go.
    """

    changed = Signal()
    unwanted = Signal()

    def __init__(self, theme: Theme, campaigns: Sequence[tuple[int, str]]) -> None:
        super().__init__()
        self.campaign = NarrowPicker(theme, "Campaign")
        self.campaign.addItem(CHOOSE, None)
        for campaign_id, name in campaigns:
            self.campaign.addItem(name, campaign_id)
        self.variant = QLineEdit()
        self.variant.setFont(theme.font(13))
        self.variant.setMaxLength(60)
        self.remove = Button(theme, "", Look.QUIET, icon="ph.x")
        self.remove.setFixedWidth(theme.px(40))
        self.remove.setToolTip("Take this one out")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.campaign, 3)
        row.addWidget(self.variant, 2)
        row.addWidget(self.remove)
        self.campaign.currentIndexChanged.connect(self.changed)
        self.remove.clicked.connect(self.unwanted)

    @property
    def campaign_id(self) -> int | None:
        """The chosen campaign, None for none."""
        found = self.campaign.currentData()
        return None if found is None else int(found)

    def call(self, number: int, *, removable: bool) -> None:
        """Give it its place among the arms."""
        letter = LETTERS[number]
        self.campaign.setAccessibleName(f"Campaign of arm {letter}")
        self.variant.setAccessibleName(f"Variant of arm {letter}")
        self.variant.setPlaceholderText(f"variant {letter}")
        self.remove.setAccessibleName(f"Take arm {letter} out")
        self.remove.setVisible(removable)

    def stops(self) -> tuple[QWidget, QWidget, QWidget]:
        """Return what Tab stops at."""
        return self.campaign, self.variant, self.remove


class Arms(Labelled):
    """Two arms or more, each another campaign.

    Args:
        theme: the theme.
        campaigns: ids and names.
        chosen: those that are arms from the start.
    """

    def __init__(
        self, theme: Theme, campaigns: Sequence[tuple[int, str]], chosen: Sequence[int] = ()
    ) -> None:
        self._theme, self._campaigns = theme, list(campaigns)
        self.rows: list[ArmRow] = []
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(8))
        self.more = Button(theme, "One more", icon="ph.plus", small=True)
        column.addLayout(self._list)
        column.addWidget(self.more)
        super().__init__(theme, "What runs against what", part)
        self.more.clicked.connect(self._more)
        for number in range(max(FEWEST, len(chosen))):
            self.add(chosen[number] if number < len(chosen) else None)

    @property
    def arms(self) -> tuple[tuple[int, str], ...]:
        """Campaign ids with the names of their variants."""
        chosen = ((row.campaign_id, row.variant.text().strip()) for row in self.rows)
        return tuple((number, variant) for number, variant in chosen if number is not None)

    def value(self) -> str | None:
        """Return a text, or None after saying which arm is missing or stands there twice."""
        ids = [row.campaign_id for row in self.rows]
        for number, row in enumerate(self.rows):
            why = ""
            if row.campaign_id is None:
                why = f"Choose a campaign for arm {LETTERS[number]}."
            elif row.campaign_id in ids[:number]:
                name = row.campaign.currentText()
                why = f"{name} stands there twice: each arm is another campaign."
            if why:
                self.refuse(why)
                self.setFocusProxy(row.campaign)
                return None
        self.accept()
        return "arms"

    def add(self, campaign_id: int | None = None) -> ArmRow:
        """Add an arm."""
        row = ArmRow(self._theme, self._campaigns)
        row.campaign.setCurrentIndex(max(0, row.campaign.findData(campaign_id)))
        row.changed.connect(self.accept)
        row.unwanted.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._list.addWidget(row)
        row.show()
        self._arrange()
        return row

    def showEvent(self, event: QShowEvent) -> None:
        """Let Tab follow the rows; in another window Qt forgets their order."""
        super().showEvent(event)
        self._arrange()

    def _more(self) -> None:
        self.add().campaign.setFocus()

    def _remove(self, row: ArmRow) -> None:
        self.rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._arrange()
        self.accept()
        self.rows[-1].campaign.setFocus()

    def _arrange(self) -> None:
        """Name the arms in their order, and let Tab follow it."""
        for number, row in enumerate(self.rows):
            row.call(number, removable=len(self.rows) > FEWEST)
        self.more.setEnabled(len(self.rows) < min(MOST, len(self._campaigns)))
        self.setFocusProxy(self.rows[0].campaign)
        stops = [stop for row in self.rows for stop in row.stops()]
        for earlier, later in pairwise([*stops, self.more]):
            QWidget.setTabOrder(earlier, later)
