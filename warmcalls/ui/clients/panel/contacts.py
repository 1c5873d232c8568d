"""The contacts of a client, with the form behind each."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from warmcalls.domain.client_panel import ContactLine
from warmcalls.ui.clients.panel.contact_row import ContactRow
from warmcalls.ui.clients.panel.part import Part
from warmcalls.ui.theme import Theme

NOTHING = "No contact yet: add one, so that there is somebody to ask for."


class Contacts(Part):
    """Everybody, whom one would ask for first.

    Attributes:
        opened: a contact's form is wanted; its id is 0 for the front desk.
        barred: a contact objected to calls: its id.
        removed: a contact shall be taken out: its id.
    """

    opened = Signal(int)
    barred = Signal(int)
    removed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "Contacts", "Add", "Add a contact", inset=0)
        self.column.setSpacing(theme.px(2))
        self._theme = theme
        self.rows: list[ContactRow] = []
        self._lines: tuple[ContactLine, ...] | None = None

    def show_lines(self, lines: tuple[ContactLine, ...]) -> None:
        """Show other contacts; the one with the focus keeps it where it is still there."""
        if lines == self._lines:
            return
        held = next((row.line.id for row in self.rows if row.hasFocus()), None)
        self._lines = lines
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [ContactRow(self._theme, line, first=not n) for n, line in enumerate(lines)]
        for row in self.rows:
            row.clicked.connect(partial(self.opened.emit, row.line.id))
            row.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            row.customContextMenuRequested.connect(partial(self._open_menu, row))
            self.column.addWidget(row)
        self.say_nothing("" if any(line.id for line in lines) else NOTHING)
        if held is not None:
            at = next((row for row in self.rows if row.line.id == held), None)
            (at or self.first).setFocus()

    @property
    def first(self) -> QWidget:
        """Where the keys begin: the first contact, or where one is added."""
        return self.rows[0] if self.rows else self.link

    def _open_menu(self, row: ContactRow, at: QPoint) -> None:
        menu = self.menu_of(row.line)
        menu.popup(row.mapToGlobal(at))

    def menu_of(self, line: ContactLine) -> QMenu:
        """Return what can be done about a contact."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Change…", lambda: self.opened.emit(line.id))
        for text in (*(number.shown for number in line.numbers), line.email):
            if text:
                shown = text.replace("&", "&&")
                menu.addAction(f"Copy {shown}", partial(QApplication.clipboard().setText, text))
        if line.id and not line.objected:
            menu.addSeparator()
            menu.addAction("Do not call", lambda: self.barred.emit(line.id))
            menu.addAction("Remove", lambda: self.removed.emit(line.id))
        return menu
