"""Wins flow back: who rang whom, what it brought, which campaigns had a hand in it; thanks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from warmcalls.domain.day_words import day_words
from warmcalls.domain.money import amount_words
from warmcalls.domain.statements import Win
from warmcalls.ui.campaigns.sheets.words import counted, listed
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme

WIDTH: Final = 560
SHOWN: Final = 60
NOTHING: Final = (
    "No fee was paid in this period by a client that a campaign had touched before. When one is, "
    "it stands here with who rang and which campaigns had a hand in it."
)


def thanks(win: Win, currency: str) -> str:
    """Return thanks for a win, ready to be sent."""
    fee = amount_words(win.amount, currency)
    what = f" for {win.title}" if win.title else ""
    first = f"{win.client} paid {fee}{what} on {day_words(win.paid_on)}."
    rang = f"{win.by} rang them" if win.by else ""
    warmed = f"{listed(win.campaigns)} had warmed them before" if win.campaigns else ""
    second = "; ".join(part for part in (rang, warmed) if part)
    return f"{first} {second}. Thank you." if second else f"{first} Thank you."


class WinCard(QFrame):
    """One win.

    Attributes:
        client_wanted: its client is to be opened.
        copied: its thanks are in the clipboard.
    """

    client_wanted = Signal(int)
    copy_wanted = Signal(str)

    def __init__(self, theme: Theme, win: Win, currency: str) -> None:
        super().__init__()
        px, fee = theme.px, amount_words(win.amount, currency)
        self.setProperty("panel", "true")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(thanks(win, currency))
        column, top = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(px(16), px(12), px(16), px(10))
        column.setSpacing(px(4))
        top.setSpacing(px(16))
        client = ElidedLabel(theme, win.client, semibold=True)
        client.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        top.addWidget(client, 1)
        top.addWidget(PlainLabel(theme, fee, role="good", semibold=True))
        column.addLayout(top)
        rang = f"{win.by} rang" if win.by else ""
        facts = (win.title, f"paid {day_words(win.paid_on)}", rang)
        campaigns = f"Warmed by {listed(win.campaigns)}" if win.campaigns else ""
        about = " · ".join(part for part in facts if part)
        for words in (about[0].upper() + about[1:], campaigns):
            if words:
                label = PlainLabel(theme, words, role="text2", wraps=True)
                label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
                column.addWidget(label)
        column.addSpacing(px(4))
        column.addLayout(self._buttons(theme, win, currency))

    def _buttons(self, theme: Theme, win: Win, currency: str) -> QHBoxLayout:
        self.copy = Button(theme, "Copy thanks", icon="ph.copy", small=True)
        self.copy.setAccessibleName(f"Copy thanks for {win.client}")
        self.show_client = Button(theme, "Show the client", Look.QUIET, small=True)
        self.show_client.setAccessibleName(f"Show {win.client}")
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(thanks(win, currency)))
        self.show_client.clicked.connect(lambda: self.client_wanted.emit(win.client_id))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.copy)
        row.addWidget(self.show_client)
        row.addStretch(1)
        return row


class ThanksSheet(SideSheet):
    """The wins of a period; their thanks go to the clipboard.

    Args:
        theme: the theme.
        wins: newest first.
        currency: the agency's.

    Attributes:
        client_wanted: the id of the client to open.
        copied: what is in the clipboard now.
    """

    client_wanted = Signal(int)
    copied = Signal(str)

    def __init__(self, theme: Theme, wins: Sequence[Win], currency: str = "GBP") -> None:
        super().__init__(theme, "Thanks", WIDTH)
        self._wins, self._currency = list(wins), currency
        self.cards = [WinCard(theme, win, currency) for win in self._wins[:SHOWN]]
        self.body.setSpacing(theme.px(12))
        self.body.addWidget(PlainLabel(theme, self._headline(), role="text2", wraps=True))
        for card in self.cards:
            card.client_wanted.connect(self.client_wanted)
            card.copy_wanted.connect(self._copy)
            self.body.addWidget(card)
        more = len(self._wins) - len(self.cards)
        if more:
            said = f"{counted(more, 'more win', 'more wins')}: choose a shorter period to see them."
            self.body.addWidget(PlainLabel(theme, said, role="text2", wraps=True))
        self.body.addStretch()
        self.said = PlainLabel(theme, role="text2", wraps=True)
        self.all_button = Button(theme, self._verb(), Look.PRIMARY, icon="ph.copy")
        self.all_button.clicked.connect(lambda: self._copy(self.text()))
        self.foot.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self.all_button)
        self._foot_row.setVisible(bool(self._wins))
        self.setFocusProxy(self.all_button if self._wins else self.close_button)

    def text(self) -> str:
        """Return the thanks for all wins, one a paragraph."""
        return "\n\n".join(thanks(win, self._currency) for win in self._wins)

    def refuse(self, why: str) -> None:
        """Say why something could not be done."""
        self.said.setText(why)

    def _headline(self) -> str:
        if not self._wins:
            return NOTHING
        total = amount_words(sum(win.amount for win in self._wins), self._currency)
        fees = counted(len(self._wins), "fee was", "fees were")
        return f"{fees} paid by clients that campaigns had touched before: {total}."

    def _verb(self) -> str:
        return "Copy thanks" if len(self._wins) == 1 else f"Copy all {len(self._wins):,}"

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.said.setText("Copied: paste it where they read it.")
        self.copied.emit(text)
