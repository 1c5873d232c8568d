"""A list that drops down, under its label."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStyleOptionComboBox

from warmcalls.ui.forms.labelled import Labelled
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.theme import Theme

Choice = tuple[object, str]
ARROW: Final = 44  # pixels beside the words


class NarrowPicker(Picker):
    """A picker that takes the width it is given; its words end in an ellipsis."""

    def __init__(self, theme: Theme, name: str) -> None:
        self._arrow = theme.px(ARROW)  # Qt asks for the style's option while it builds
        super().__init__(theme, name)
        self.setMinimumContentsLength(6)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Shorten the words to the room there is."""
        super().initStyleOption(option)
        room = self.width() - self._arrow
        words = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = words


class PickerField(Labelled):
    """One of several values.

    Args:
        theme: the theme.
        name: the label; also the accessible name.
        choices: values and their words; the first is chosen.
        needed: the sentence while the chosen value is None; without one None may be chosen.
    """

    def __init__(
        self, theme: Theme, name: str, choices: Sequence[Choice], *, needed: str = ""
    ) -> None:
        self.picker = NarrowPicker(theme, name)
        self._choices: list[Choice] = []
        self._needed = needed
        super().__init__(theme, name, self.picker)
        self.offer(choices)
        self.picker.currentIndexChanged.connect(self._chosen)

    @property
    def chosen(self) -> object:
        """The chosen value; None where there is none."""
        at = self.picker.currentIndex()
        return self._choices[at][0] if 0 <= at < len(self._choices) else None

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other values, without telling; the chosen one stays where it is still offered."""
        kept, self._choices = self.chosen, list(choices)
        self.picker.blockSignals(True)
        self.picker.clear()
        for _, words in self._choices:
            self.picker.addItem(words)
        self.choose(kept)
        self.picker.blockSignals(False)
        self.accept()

    def choose(self, value: object) -> None:
        """Choose a value that is offered."""
        values = [each for each, _ in self._choices]
        if value in values:
            self.picker.setCurrentIndex(values.index(value))

    def value(self) -> str | None:
        """Return the words of the chosen value, or None after asking for one."""
        if self._needed and self.chosen is None:
            self.refuse(self._needed)
            return None
        self.accept()
        return self.picker.currentText()

    def _chosen(self) -> None:
        self.accept()
        self.changed.emit()
