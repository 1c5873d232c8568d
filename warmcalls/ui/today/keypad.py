"""The keypad: three lines asked in order, at the foot of the call card."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS, WHY_WORDS, Result, Why
from warmcalls.ui.components.labels import ElidedLabel, PlainLabel
from warmcalls.ui.theme import Theme
from warmcalls.ui.today import keypad_state as ks
from warmcalls.ui.today.key import Key, Link
from warmcalls.ui.today.keypad_state import KeypadState, Step
from warmcalls.ui.today.prompt import Prompt, Reader

MORE: Final = frozenset({Result.CALL_BACK, Result.BAD_TIMING, Result.NOT_DECISION_MAKER})
COLUMNS: Final = 5
SPACING: Final = 6
NARROW: Final = 730  # pixels, below which the five reasons would touch
LINE_OF: Final = {
    Step.REACH: 0,
    Step.REJECT: 0,
    Step.RESULT: 1,
    Step.WHEN: 2,
    Step.WHO: 2,
    Step.WORTH: 2,
    Step.WHY: 3,
    Step.DONE: 4,
}


def result_label(result: Result) -> str:
    """Return a result as its key says it, with dots where it asks for more."""
    return RESULT_WORDS[result] + ("…" if result in MORE else "")


def why_label(why: Why) -> str:
    """Return a reason as its key says it."""
    return WHY_WORDS[why]


class Keypad(QWidget):
    """Takes the outcome of a call, by key or by pointer.

    Args:
        theme: gives colours and face.
        read_when: a typed time in words, or raises RefusedError.
    """

    completed = Signal(object)
    snooze_asked = Signal(str)
    undo_wanted = Signal()
    prompt_closed = Signal()

    def __init__(self, theme: Theme, read_when: Reader) -> None:
        super().__init__()
        self._theme, self._read_when = theme, read_when
        self.state = KeypadState()
        self._snoozing = False
        self.setProperty("ground", "sunken")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build_keys()
        self._build_titles()
        self._prompt = Prompt(theme)
        self._prompt.accepted.connect(self._typed)
        self._prompt.left.connect(self._prompt_left)
        self._lay_out()
        self._show()

    # What the page does

    def press(self, key: str) -> bool:
        """Press a key; tell whether it meant anything here."""
        state = self.state.press(key)
        if state == self.state:
            return False
        self._become(state)
        return True

    def reset(self) -> None:
        """Begin anew, for the next call."""
        self._snoozing = False
        self._become(KeypadState())

    def begin_snooze(self) -> None:
        """Ask until when the client shall rest."""
        self.reset()
        self._snoozing = True
        self._show()
        self._prompt.ask("Snooze until when?", "in 3 weeks", self._read_when)

    @property
    def started(self) -> bool:
        """Whether an answer has been given, so that going back means something."""
        return self.state != KeypadState() or self._snoozing

    # Building

    def _build_keys(self) -> None:
        def keys(labels: dict[str, str], line: int, *, flat: bool = False) -> list[Key]:
            made = []
            for key, label in labels.items():
                role = "bad" if label == RESULT_WORDS[Result.DO_NOT_CALL] else "text"
                one = Key(self._theme, key, label, flat=flat, role=role)
                one.clicked.connect(self._clicker(one, line))
                made.append(one)
            return made

        self._reach = keys({k: REACH_WORDS[r] for k, r in ks.REACH_KEYS.items()}, 0)
        self._result = keys({k: result_label(r) for k, r in ks.RESULT_KEYS.items()}, 1)
        self._worth = keys({"Y": "Yes", "N": "No, why…"}, 2)
        self._why = keys({k: why_label(w) for k, w in ks.WHY_KEYS.items()}, 3, flat=True)

    def _build_titles(self) -> None:
        def title(text: str) -> PlainLabel:
            return PlainLabel(self._theme, text, size=11, semibold=True, role="text2")

        self._titles = [title(""), title("What came of it?"), title("Worth your time?")]
        self._note = ElidedLabel(self._theme, size=11, role="text3")
        self._links = [
            Link(self._theme, text, key)
            for key, text in (("Ctrl Z", "undo"), ("Z", "snooze…"), ("Del", "reject…"))
        ]
        self._links[0].clicked.connect(self.undo_wanted)
        self._links[1].clicked.connect(self.begin_snooze)
        self._links[2].clicked.connect(lambda: self._become(KeypadState().press(ks.REJECT)))

    def _lay_out(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(14), px(24), px(16))
        column.setSpacing(px(SPACING))
        column.addLayout(self._title_row(self._titles[0], self._links))
        column.addLayout(self._grid(self._reach))
        column.addSpacing(px(4))
        column.addWidget(self._titles[1])
        column.addLayout(self._grid(self._result))
        column.addSpacing(px(4))
        column.addLayout(self._title_row(self._titles[2], [self._note]))
        self._last = QStackedWidget()
        self._last.addWidget(self._worth_line())
        self._last.addWidget(self._prompt)
        self._last.setFixedHeight(px(40))
        column.addWidget(self._last)

    def _title_row(self, title: PlainLabel, others: list[Link] | list[ElidedLabel]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(title)
        row.addStretch(1)
        for other in others:
            row.addWidget(other)
        return row

    def _grid(self, keys: list[Key]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(self._theme.px(SPACING))
        for index, key in enumerate(keys):
            grid.addWidget(key, index // COLUMNS, index % COLUMNS)
        for each in range(COLUMNS):
            grid.setColumnStretch(each, 1)
        return grid

    def _worth_line(self) -> QWidget:
        line, flat = QWidget(), QHBoxLayout()
        grid = QGridLayout(line)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._theme.px(SPACING))
        flat.setSpacing(0)
        for index, key in enumerate(self._why):
            if index:
                flat.addStretch(1)
            flat.addWidget(key)
        flat.setContentsMargins(self._theme.px(6), 0, 0, 0)
        for column, key in enumerate(self._worth):
            grid.addWidget(key, 0, column)
        grid.addLayout(flat, 0, 2, 1, 3)
        for each in range(COLUMNS):
            grid.setColumnStretch(each, 1)
        return line

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write the reasons smaller where they would touch."""
        super().resizeEvent(event)
        for key in self._why:
            key.show_small(small=self.width() < self._theme.px(NARROW))

    def minimumSizeHint(self) -> QSize:
        """Return the width at which every label still stands on two lines."""
        return QSize(self._theme.px(580), super().minimumSizeHint().height())

    # Moving on

    def _clicker(self, key: Key, line: int) -> Callable[[], None]:
        return lambda: self._click(key.key, line)

    def _click(self, key: str, line: int) -> None:
        """Press with the pointer; an earlier line may be answered anew."""
        state = self.state
        while LINE_OF[state.step] > line and not state.complete:
            state = state.back()
        self._become(state.press(key))

    def _typed(self, text: str) -> None:
        if self._snoozing:
            self._snoozing = False
            self._show()
            self.prompt_closed.emit()
            self.snooze_asked.emit(text)
            return
        self._become(self.state.type(text))
        self.prompt_closed.emit()

    def _prompt_left(self) -> None:
        self._snoozing = False
        self._become(self.state.back())
        self.prompt_closed.emit()

    def _become(self, state: KeypadState) -> None:
        self._snoozing = False
        self.state = state
        self._show()
        if state.step is Step.WHEN and state.answers.result is Result.BAD_TIMING:
            self._prompt.ask("When?", "in 3 weeks, or just Enter", self._read_optional)
        elif state.step is Step.WHEN:
            self._prompt.ask("When?", "tue 2pm", self._read_when)
        elif state.step is Step.WHO:
            self._prompt.ask("Who decides?", "a name, or just Enter", str.strip)
        elif state.complete:
            self.completed.emit(state.answers)

    def _read_optional(self, text: str) -> str:
        """Return a typed time as the prompt repeats it; none is fine too."""
        return self._read_when(text) if text.strip() else ""

    # Showing

    def _show(self) -> None:
        """Show every key as it stands now."""
        step, answers = self.state.step, self.state.answers
        line = LINE_OF[step]
        self._show_first_line(rejecting=step is Step.REJECT)
        for key in self._result:
            chosen = answers.result is ks.RESULT_KEYS[key.key]
            key.show_state(open_now=line >= 1, chosen=chosen)
        for key in self._worth:
            chosen = answers.worth is ks.WORTH_KEYS[key.key]
            key.show_state(open_now=step in (Step.WORTH, Step.WHY), chosen=chosen)
        for key in self._why:
            key.show_state(open_now=step in (Step.WORTH, Step.WHY), chosen=False)
        asking = self._snoozing or step in (Step.WHEN, Step.WHO)
        self._last.setCurrentIndex(int(asking))
        self._titles[2].setText(self._question())
        note = "" if asking else "asked after the result; the next call then comes up by itself"
        self._note.setText(note)

    def _question(self) -> str:
        if self._snoozing:
            return "Snooze until when?"
        if self.state.step is Step.WHEN:
            later = self.state.answers.result is Result.BAD_TIMING
            return "When is a better time?" if later else "When shall you call back?"
        return "Who decides?" if self.state.step is Step.WHO else "Worth your time?"

    def _show_first_line(self, *, rejecting: bool) -> None:
        """Show how far one got, or why it is rejected before a call."""
        labels = (
            [(key, WHY_WORDS[why]) for key, why in ks.REJECT_KEYS.items()]
            if rejecting
            else [(key, REACH_WORDS[reach]) for key, reach in ks.REACH_KEYS.items()]
        )
        self._titles[0].setText(
            "Why reject it before calling?" if rejecting else "How far did you get?"
        )
        for key, (letter, label) in zip(self._reach, labels, strict=True):
            if key.key != letter:
                key.rename(letter, label)
            reach = None if rejecting else ks.REACH_KEYS[letter]
            key.show_state(
                open_now=True, chosen=reach is not None and self.state.answers.reach is reach
            )
