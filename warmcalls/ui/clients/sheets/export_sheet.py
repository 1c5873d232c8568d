"""The form for taking clients out: which, as what, and how much of them."""

from dataclasses import dataclass
from typing import Final

from warmcalls.actions.call_sheet import MOST, TOO_MANY
from warmcalls.ui.components.buttons import Button
from warmcalls.ui.forms.choice import Choice, ChoiceList
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.tick import Tick
from warmcalls.ui.theme import Theme

WAYS: Final[dict[str, Choice]] = {
    ".xlsx": Choice("Excel workbook", "Money and days as what they are.", "ph.table"),
    ".csv": Choice("CSV", "For any other program; our own import reads it back.", "ph.rows"),
    ".vcf": Choice("vCards", "Their contacts, for a phone or a mail program.", "ph.address-book"),
    ".pdf": Choice("Call sheet", "On A4, to ring from paper: no barred number.", "ph.file-pdf"),
}
HOW_MUCH: Final = (
    Choice("As shown", "The columns of the table, in their order.", "ph.columns"),
    Choice("Everything", "All that is known, with a row a contact.", "ph.stack"),
)
TABLES: Final = frozenset({".xlsx", ".csv"})
OBJECTED: Final = "Contacts who objected to calls, too: without numbers, with a note"
PAPER: Final = ".pdf"


@dataclass(frozen=True, slots=True)
class ExportSaid:
    """What goes out.

    Attributes:
        chosen: those that are chosen; else all of the view.
        ending: of the file: ".xlsx", ".csv", ".vcf" or ".pdf".
        everything: all that is known; else the columns that are shown.
        with_objected: vCards of those who objected, too.
        on_paper: straight to a printer.
    """

    chosen: bool
    ending: str
    everything: bool = False
    with_objected: bool = False
    on_paper: bool = False


class ExportSheet(FormSheet):
    """Asks what goes out.

    Args:
        theme: the theme.
        chosen: how many clients are chosen.
        found: how many the view has.
        view: its name, or empty.

    Attributes:
        submitted: the `ExportSaid`.
    """

    def __init__(self, theme: Theme, chosen: int, found: int, view: str = "") -> None:
        super().__init__(theme, "Export clients", "Export")
        self._counts = [*([chosen] if chosen else []), found]
        self._has_chosen = bool(chosen)
        whole = Choice(f"All {found:,}", _whose(view), "ph.list-bullets")
        some = Choice(f"The {chosen:,} chosen", "In the order of the table.", "ph.check-square")
        self.which = ChoiceList(theme, [some, whole] if chosen else [whole], "Which clients")
        self.way = ChoiceList(theme, list(WAYS.values()), "As what")
        self.much = ChoiceList(theme, list(HOW_MUCH), "How much of them")
        self.objected = Tick(theme, OBJECTED)
        self.print = Button(theme, "Print…", icon="ph.printer")
        self.print.clicked.connect(self._submit_print)
        self.foot.insertWidget(self.foot.count() - 1, self.print)
        self.part("Which clients", self.which)
        self.part("As", self.way)
        self.body.addWidget(self.much)
        self.body.addWidget(self.objected)
        self.body.addStretch()
        for each in (self.which, self.way, self.much):
            each.submitted.connect(self.submit)
            each.changed.connect(lambda _: self._settle_parts())
        self._settle_parts()
        self.setFocusProxy(self.which if chosen else self.way)

    @property
    def ending(self) -> str:
        """The ending of the file that is chosen."""
        return list(WAYS)[self.way.chosen]

    @property
    def count(self) -> int:
        """How many clients are to go out."""
        return self._counts[self.which.chosen]

    def said(self) -> ExportSaid | None:
        """Return what was chosen, or None where it is too much for paper."""
        return self._said()

    def _submit_print(self) -> None:
        self.problem.say("")
        said = self._said(on_paper=True)
        if said is not None:
            self.submitted.emit(said)

    def _said(self, *, on_paper: bool = False) -> ExportSaid | None:
        if self.ending == PAPER and self.count > MOST:
            self.refuse(TOO_MANY)
            return None
        return ExportSaid(
            chosen=self._has_chosen and self.which.chosen == 0,
            ending=self.ending,
            everything=self.ending in TABLES and self.much.chosen == 1,
            with_objected=self.ending == ".vcf" and self.objected.isChecked(),
            on_paper=on_paper,
        )

    def _settle_parts(self) -> None:
        """Show what goes with the chosen way, and say on the verb how many go out."""
        self.much.setVisible(self.ending in TABLES)
        self.objected.setVisible(self.ending == ".vcf")
        self.print.setVisible(self.ending == PAPER)
        self.problem.say("")
        self.set_verb(f"Export {self.count:,} {'client' if self.count == 1 else 'clients'}…")


def _whose(view: str) -> str:
    return f"Of the view “{view}”, with its filters." if view else "With the filters of the table."
