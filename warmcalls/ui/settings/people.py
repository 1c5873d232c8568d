"""People: who uses the app, what they do, how many calls a day, and room for one more."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from warmcalls.actions.add_person import add_person
from warmcalls.actions.change_person import change_person
from warmcalls.domain.clients import Person, Role
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.settings import checks
from warmcalls.ui.settings.entry import Entry
from warmcalls.ui.settings.frame import Panel, Section, SectionHead
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.theme import Theme

ROLES: Final = ((Role.RECRUITER, "Recruiter"), (Role.MARKETER, "Marketer"), (Role.OWNER, "Owner"))
WIDTHS: Final = (400, 200, 120)
SAID: Final = "Each has a list of their own, as long as the calls they make in a day."


def role_picker(theme: Theme, name: str) -> Picker:
    """Return a list of the roles."""
    picker = Picker(theme, name)
    for role, words in ROLES:
        picker.addItem(words, role)
    return picker


class PersonRow:
    """The three fields of one person."""

    def __init__(self, theme: Theme, person: Person, keeper: Keeper) -> None:
        self._keeper, self._id = keeper, person.id
        self.name = Entry(theme, f"Name of {person.name}", checks.some_name)
        self.role = role_picker(theme, f"Role of {person.name}")
        self.capacity = Entry(theme, f"Calls a day of {person.name}", checks.calls_a_day)
        self.capacity.editor.setAlignment(Qt.AlignmentFlag.AlignRight)  # type: ignore[union-attr]
        self.name.saved.connect(lambda text: self._change(self.name, name=text))
        self.capacity.saved.connect(lambda count: self._change(self.capacity, capacity=count))
        self.role.activated.connect(
            lambda _: self._change(None, role=Role(self.role.currentData()))
        )
        self.show_person(person)

    def show_person(self, person: Person) -> None:
        """Show a person as kept now."""
        self.name.show_text(person.name)
        self.capacity.show_text(str(person.capacity))
        self.role.setCurrentIndex(self.role.findData(person.role))

    def _change(self, entry: Entry | None, **fields: Any) -> None:
        now, by, person_id = self._keeper.clock(), self._keeper.person_id, self._id
        self._keeper.write(
            lambda db: change_person(db, person_id, now=now, by=by, **fields),
            entry.refuse if entry else None,
        )


class PeopleTable(QWidget):
    """A row of fields for each person."""

    def __init__(self, theme: Theme, people: list[Person], keeper: Keeper) -> None:
        super().__init__()
        px = theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        for column, name in enumerate(("Name", "Role", "Calls a day")):
            label = PlainLabel(theme, name, size=11, role="text3", semibold=True)
            if column == len(WIDTHS) - 1:
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, 0, column)
        self.rows = {person.id: PersonRow(theme, person, keeper) for person in people}
        for line, row in enumerate(self.rows.values(), 1):
            for column, field in enumerate((row.name, row.role, row.capacity)):
                field.setFixedWidth(px(WIDTHS[column]))
                grid.addWidget(field, line, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(len(WIDTHS), 1)


class NewPerson(QWidget):
    """A name and a role.

    Attributes:
        wanted: somebody is to be added: name and role.
    """

    wanted = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, px = theme, theme.px
        self.name = Field(theme, "Add a person", hint="First and last name")
        self.role = role_picker(theme, "Role of the new person")
        self.add = Button(theme, "Add", Look.PRIMARY, icon="plus")
        self.name.setFixedWidth(px(WIDTHS[0]))
        self.role.setFixedWidth(px(WIDTHS[1]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        for label, part in (("Role", self.role), (" ", self.add)):
            row.addLayout(self._under(label, part))
        row.addStretch(1)
        self.add.clicked.connect(self._submit)
        self.name.submitted.connect(self._submit)

    def _under(self, label: str, part: QWidget) -> QVBoxLayout:
        """Return a part under a label, on the same line as the name."""
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(4))
        column.addWidget(PlainLabel(self._theme, label, size=11, semibold=True, role="text2"))
        column.addWidget(part)
        column.addStretch(1)
        return column

    def added(self) -> None:
        """Make room for the next one."""
        self.name.line.clear()
        self.name.accept()
        self.role.setCurrentIndex(0)

    def _submit(self) -> None:
        if not self.name.text:
            self.name.refuse("Write a name first.")
            self.name.setFocus()
            return
        self.wanted.emit(self.name.text, Role(self.role.currentData()))


class PeopleSection(Section):
    """Everybody who uses the app."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme)
        self._keeper = keeper
        self._known: list[int] = []
        self.table: PeopleTable | None = None
        self.new = NewPerson(theme)
        self.new.wanted.connect(self._add)
        px = theme.px
        self._people = QWidget()
        self._place, more, whole = QVBoxLayout(self._people), QVBoxLayout(), QVBoxLayout()
        for part in (self._place, more):
            part.setContentsMargins(px(20), px(16), px(20), px(20))
        whole.addWidget(self._people)
        more.addWidget(self.new)
        self._panel = Panel(theme)
        self._panel.add_row(whole)
        self._panel.add_row(more)
        self.column.addWidget(SectionHead(theme, SAID))
        self.column.addWidget(self._panel)
        self.column.addStretch(1)

    def show_people(self, people: list[Person]) -> None:
        """Show everybody; the fields stay where nobody came or went."""
        ids = [person.id for person in people]
        if self.table is None or ids != self._known:
            self._replace(people)
            self._known = ids
        assert self.table is not None
        for person in people:
            self.table.rows[person.id].show_person(person)

    def _replace(self, people: list[Person]) -> None:
        if self.table is not None:
            self._place.removeWidget(self.table)
            self.table.deleteLater()
        self.table = PeopleTable(self.theme, people, self._keeper)
        self._place.addWidget(self.table)
        self._people.setVisible(bool(people))
        QWidget.setTabOrder(self.table, self.new)

    def _add(self, name: str, role: Role) -> None:
        task = partial(add_person, name=name, role=role)
        self._keeper.write(task, self.new.name.refuse, self.new.added)
