"""At the right of the table: what else counts, or today's list while there is a draft."""

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.preview_weights import Preview
from warmcalls.domain.weights_learned import WeightsLearned
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.components.loading_bar import LoadingBar
from warmcalls.ui.forms.rule import Rule
from warmcalls.ui.settings import weight_words
from warmcalls.ui.settings.beside_list import BesideList
from warmcalls.ui.settings.preview_list import PreviewList
from warmcalls.ui.theme import Theme

LINES = 3


class PreviewPanel(QFrame):
    """A panel with two faces of the same room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("panel", "true")
        self._theme = theme
        self.bar = LoadingBar(theme)
        self.title = PlainLabel(theme, "What else counts", semibold=True)
        self.under = PlainLabel(theme, role="text2", size=11, wraps=True)
        self.beside, self.moves = BesideList(theme), PreviewList(theme)
        self._told = [
            (PlainLabel(theme, role="text3", size=11), ElidedLabel(theme)) for _ in range(LINES)
        ]
        self._summary, self._faces = QWidget(), QStackedWidget()
        self._lay_out()
        self.show_draft(on=False)

    def _lay_out(self) -> None:
        px = self._theme.px
        grid = QGridLayout(self._summary)
        grid.setContentsMargins(0, px(4), 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(2))
        for row, (head, names) in enumerate(self._told):
            grid.addWidget(head, row, 0)
            grid.addWidget(names, row, 1)
        grid.setColumnStretch(1, 1)
        self._summary.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for rows in (self.beside, self.moves):
            rows.setMinimumHeight(px(32))  # large text leaves room for little more
        words = QVBoxLayout()
        words.setContentsMargins(px(16), px(8), px(16), px(10))
        words.setSpacing(px(2))
        for part in (self.title, self.under, self._summary):
            words.addWidget(part)
        self._faces.addWidget(self.beside)
        self._faces.addWidget(self.moves)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(words)
        column.addWidget(Rule(self._theme))
        column.addWidget(self._faces, 1)

    def show_draft(self, *, on: bool) -> None:
        """Turn to today's list, or back to what else counts."""
        self._faces.setCurrentWidget(self.moves if on else self.beside)
        self.setFocusProxy(self.moves if on else self.beside)
        self._summary.setVisible(on)
        if on:
            self.title.setText("Today’s list with these points")
            return
        self.bar.show_loading(False)
        self.title.setText("What else counts")
        self.under.setText(
            "Points that come with what surrounds the signals. Your calls move them."
        )

    def show_learned(self, found: WeightsLearned) -> None:
        """Show what the outcomes made of what surrounds the signals."""
        self.beside.rows.show_learned(found)

    def show_preview(self, found: Preview, whose: str) -> None:
        """Show what would become of today's list."""
        self.bar.show_loading(False)
        told = weight_words.summary(found)
        for (head, names), line in zip(self._told, [*told, *[("", "")] * LINES], strict=False):
            head.setText(line[0])
            names.setText(line[1])
            for label in (head, names):
                label.setVisible(bool(line[0]))
        self.under.setText(weight_words.changed(found, whose))
        self.moves.rows.show_moves(found.moves)
