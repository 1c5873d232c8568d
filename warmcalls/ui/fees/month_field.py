"""A field for a month, typed as people say it: "Feb 2026", "2026-02", "February"."""

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.periods import month_words
from warmcalls.ui.forms.day_field import read_day
from warmcalls.ui.forms.field import Field
from warmcalls.ui.theme import Theme


def read_month(text: str, today: str) -> str:
    """Return a month as "2026-02"; one without a year is the one nearest to today.

    Raises:
        RefusedError: it is no month, or it lies ahead.
    """
    try:
        month = read_day(text, today)[:7]
    except RefusedError as error:
        raise RefusedError(f"“{text}” is no month: write it as Feb 2026.") from error
    if month > today[:7]:
        raise RefusedError(f"{month_words(month)} is still to come.")
    return month


class MonthField(Field):
    """A month; what was understood is shown once it is left, as "February 2026".

    Args:
        theme: the theme.
        today: the business day, ISO.
        month: what stands there first, "2026-02".
    """

    def __init__(self, theme: Theme, today: str, month: str) -> None:
        self._today = today
        super().__init__(theme, "Month", hint="Feb 2026", check=self._read, longest=40)
        self.line.setText(month_words(month))
        self.line.editingFinished.connect(self._tidy)

    @property
    def month(self) -> str:
        """What is typed, "2026-02"; empty where it is no month."""
        try:
            return read_month(self.text, self._today)
        except RefusedError:
            return ""

    def show_month(self, month: str) -> None:
        """Put a month there."""
        self.line.setText(month_words(month))
        self.accept()
        self.changed.emit()

    def _read(self, text: str) -> str:
        if not text:
            raise RefusedError("Say which month.")
        return read_month(text, self._today)

    def _tidy(self) -> None:
        if self.month:
            self.line.setText(month_words(self.month))
