"""The name of a view that is kept."""

from warmcalls.domain.client_query import Question
from warmcalls.domain.errors import RefusedError
from warmcalls.ui.clients.filters.words import condition_words
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.theme import Theme


class ViewSheet(FormSheet):
    """Asks how a view is to be called, and says what it will keep.

    Args:
        theme: the theme.
        question: what it asks.
        name: as it is called now, empty for a new one.

    Attributes:
        submitted: the name.
    """

    def __init__(self, theme: Theme, question: Question, name: str = "") -> None:
        super().__init__(theme, "Rename view" if name else "Save view", "Save")
        self.name = Field(theme, "Name", hint="Warm builders", check=_needed, longest=60)
        self.name.line.setText(name)
        self.ask(self.name, hint=_keeps(question))
        self.body.addStretch()
        self.setFocusProxy(self.name)

    def said(self) -> str:
        """Return the name."""
        return self.name.text


def _needed(text: str) -> str:
    if not text:
        raise RefusedError("A view needs a name.")
    return text


def _keeps(question: Question) -> str:
    """Return what the view will keep, in words."""
    parts = [condition_words(each) for each in question.where]
    if question.text:
        parts.insert(0, f"“{question.text}”")
    kept = " · ".join(parts) or "all clients"
    return f"Keeps {kept}, the columns as they are, and what they are sorted by."
