"""What a client's chance is made of: the answer, the sum, what speaks for and against."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from warmcalls.actions.explain import Explained
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import why_words
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.part_bars import PartBars

LINES = 5  # of the multiplication


class WhyView(QWidget):
    """Shows what the ranking makes of one client, on the list or off it."""

    def __init__(self, theme: Theme, now: Now) -> None:
        super().__init__()
        self._theme, self._now = theme, now
        self.client = ElidedLabel(theme, size=17, semibold=True)
        self.answer = _wrapping(PlainLabel(theme, semibold=True, wraps=True))
        self.why = _wrapping(PlainLabel(theme, role="text2", wraps=True))
        self.rules = _wrapping(PlainLabel(theme, role="notice", wraps=True))
        self.line = _wrapping(PlainLabel(theme, wraps=True))
        self.taught = _wrapping(PlainLabel(theme, size=11, role="text3", wraps=True))
        self.bars = PartBars(theme)
        for label in (self.answer, self.why, self.rules, self.line):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._sum = [[PlainLabel(theme) for _ in range(3)] for _ in range(LINES)]
        self._lay_out()

    def _lay_out(self) -> None:
        px, column = self._theme.px, QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.client)
        column.addWidget(self.answer)
        column.addWidget(self.why)
        self._rules_title = self._title("What keeps it off")
        column.addWidget(self._rules_title)
        column.addWidget(self.rules)
        column.addWidget(self._title("What the call is worth"))
        column.addWidget(self.line)
        column.addLayout(self._grid())
        column.addWidget(self._title("What speaks for it, and what against, in points"))
        column.addWidget(self.taught)
        column.addSpacing(px(4))
        column.addWidget(self.bars)

    def _title(self, text: str) -> PlainLabel:
        made = PlainLabel(self._theme, text, size=11, role="text2", semibold=True)
        made.setContentsMargins(0, self._theme.px(12), 0, 0)
        return made

    def _grid(self) -> QGridLayout:
        grid, px = QGridLayout(), self._theme.px
        grid.setContentsMargins(0, px(4), 0, 0)
        grid.setHorizontalSpacing(px(8))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        for row, (sign, words, figure) in enumerate(self._sum):
            last = row == LINES - 1
            words.setWordWrap(True)
            _wrapping(words)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            for place, label in enumerate((sign, words, figure)):
                label.setFont(self._theme.font(13, semibold=last))
                label.set_role("text" if last or place == 2 else "text2")  # noqa: PLR2004
                grid.addWidget(label, row, place)
        return grid

    def show_answer(self, found: Explained, currency: str) -> None:
        """Show another client."""
        zone = self._now.zone
        self.client.setText(found.standing.client)
        self.answer.setText(why_words.answer(found))
        self.why.setText(why_words.because(found))
        rules = "\n".join(found.standing.rules)
        self.rules.setText(rules)
        self.rules.setVisible(bool(rules))
        self._rules_title.setVisible(bool(rules))
        self.line.setText(why_words.chance_line(found, currency))
        for labels, row in zip(self._sum, why_words.sum_rows(found, currency), strict=True):
            for label, text in zip(labels, row, strict=True):
                label.setText(text)
        self.taught.setText(why_words.taught(found))
        self.bars.show_bars(why_words.bars(found.parts, self._now(), zone))
        said = (self.client.text(), self.answer.text(), rules, self.why.text(), self.line.text())
        self.setAccessibleName("; ".join(part.rstrip(".") for part in said if part))


def _wrapping(label: PlainLabel) -> PlainLabel:
    """Return a label that is never wider than its room, however long a word is."""
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)
    return label
