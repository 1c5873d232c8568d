"""A month's statement set on A4 pages; long lists go on to the next one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.domain.money import round_words
from warmcalls.domain.periods import month_words
from warmcalls.reports import statement_text
from warmcalls.reports.charts.canvas import Canvas, wrapped
from warmcalls.reports.charts.drawing import empty_figure
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import plain, width_of

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.statements import Statement

WIDTH, HEIGHT = 794, 1123  # A4 at 96 pixels an inch
MARGIN: Final = 72
FOOT: Final = HEIGHT - 56
LEAST: Final = 3  # lines that a head keeps with it
MOST: Final = 40  # lines of a cell: a page
SIZES: Final = {26: 34, 17: 24, 13: 20, 11: 16}
Column = tuple[float, str]  # where its right or left edge is, and which of the two


class Pages:
    """Writes downwards, and begins another page where there is no room."""

    def __init__(self, foot: str) -> None:
        self.figures: list[Figure] = []
        self._foot = foot
        self._begin()

    @property
    def width(self) -> float:
        """The room between the margins."""
        return WIDTH - 2 * MARGIN

    def _begin(self) -> None:
        figure = empty_figure(WIDTH, HEIGHT)
        figure.patch.set_visible(True)
        figure.patch.set_facecolor(PAPER.surface)
        self.figures.append(figure)
        self.canvas = Canvas(figure, PAPER)
        self.y = float(MARGIN)
        self.canvas.text(MARGIN, FOOT + 16, self._foot, room=self.width - 80)

    def need(self, height: float) -> None:
        """Begin another page where so much does not fit any more."""
        if self.y + height > FOOT - 16:
            self._begin()

    def space(self, height: float) -> None:
        """Leave some room."""
        self.y += height

    def say(
        self, words: str, size: int = 13, *, role: str = "text", semibold: bool = False
    ) -> None:
        """Write a paragraph over the whole width."""
        for line in in_lines(words, size, self.width, semibold=semibold):
            self.need(SIZES[size])
            middle = self.y + SIZES[size] / 2
            self.canvas.text(MARGIN, middle, line, size=size, role=role, semibold=semibold)
            self.y += SIZES[size]

    def rule(self) -> None:
        """Draw a line over the whole width."""
        self.canvas.line((MARGIN, self.y), (WIDTH - MARGIN, self.y))

    def row(self, cells: Sequence[tuple[str, float, float, bool]]) -> None:
        """Write a row of a table; a cell breaks into lines where it must.

        Args:
            cells: words, left edge from the margin, width, and whether it is right-aligned.
        """
        broken = [(in_lines(words, 13, wide), at, wide, right) for words, at, wide, right in cells]
        high = max(len(lines) for lines, *_ in broken) * SIZES[13] + 8
        if high < FOOT - 2 * MARGIN:
            self.need(high)
        start = self.y
        for lines, at, wide, right in broken:
            self._cell(lines, at, wide, right=right, start=start)
        self.y = start + high
        self.rule()

    def _cell(self, lines: list[str], at: float, wide: float, *, right: bool, start: float) -> None:
        for number, line in enumerate(lines):
            y = start + 4 + SIZES[13] * (number + 0.5)
            x = MARGIN + at + (wide if right else 0)
            self.canvas.text(x, y, line, size=13, role="text", align="right" if right else "left")

    def number(self) -> None:
        """Write the number of every page, where there are several."""
        if len(self.figures) == 1:
            return
        for at, figure in enumerate(self.figures, 1):
            words = f"{at} of {len(self.figures)}"
            Canvas(figure, PAPER).text(WIDTH - MARGIN, FOOT + 16, words, align="right")


def pages(statement: "Statement") -> "list[Figure]":
    """Return the statement's pages as figures of A4."""
    month = month_words(statement.month)
    agency = plain(statement.agency)
    made = Pages(f"{agency}, {month}".lstrip(", ") + " · made with WarmCalls")
    made.say(agency, role="text2", semibold=True)
    made.say(f"What marketing brought in {month}", 11, role="text3")
    made.space(28)
    made.say(statement_text.headline(statement), 26, semibold=True)
    made.space(20)
    _figures(made, statement)
    if said := statement_text.since(statement):
        made.space(12)
        made.say(said, role="text2")
    _wins(made, statement)
    _campaigns(made, statement)
    _notes(made, statement)
    made.number()
    return made.figures


def _figures(made: Pages, statement: "Statement") -> None:
    """Set the three figures side by side on a sunken ground."""
    high, third = 76, made.width / 3
    made.need(high)
    made.canvas.box(Box(MARGIN, made.y, made.width, high), "sunken", radius=8, under=True)
    facts = (
        (round_words(statement.helped, statement.currency), "taken home with marketing’s help"),
        (round_words(statement.cost, statement.currency), "spent on marketing"),
        (statement_text.per_unit(statement, statement.per_pound), "brought back"),
    )
    for number, (figure, words) in enumerate(facts):
        left = MARGIN + 16 + number * third
        role = "good" if number == 0 and statement.helped else "text"
        made.canvas.text(
            left, made.y + 28, figure, size=17, role=role, semibold=True, room=third - 20
        )
        made.canvas.text(left, made.y + 52, words, role="text2", room=third - 20)
    made.space(high)


def _head(
    made: Pages, words: str, cells: Sequence[tuple[str, float, bool]], about: str = ""
) -> None:
    """Write the head of a list, and what it is about, never alone at the foot of a page."""
    made.space(28)
    made.need(SIZES[17] + 2 * SIZES[11] + LEAST * 28)
    made.say(words, 17, semibold=True)
    if about:
        made.say(about, 11, role="text2")
    made.space(4)
    for name, x, right in cells:
        align = "right" if right else "left"
        y = made.y + 8
        if align == "right":
            made.canvas.text(MARGIN + x, y, name, align="right")
        else:
            made.canvas.text(MARGIN + x, y, name)
    made.space(20)
    made.rule()


def _wins(made: Pages, statement: "Statement") -> None:
    if not statement.wins:
        return
    wide = made.width
    heads = ("Client", 0.0, False), ("Thanks to", 260.0, False), ("Paid", wide, True)
    _head(made, "Paid, and who made it happen", heads)
    for win in statement.wins:
        who = f"{win.by}, " if win.by else ""
        thanks = f"{who}{', '.join(win.campaigns)}".rstrip(", ") or "–"
        amount = round_words(win.amount, statement.currency)
        client = f"{win.client}, {win.title}".rstrip(", ")
        made.row((
            (client, 0, 244, False), (thanks, 260, wide - 360, False), (amount, wide - 90, 90, True)
        ))  # fmt: skip


def _campaigns(made: Pages, statement: "Statement") -> None:
    if not statement.campaigns:
        return
    wide = made.width
    heads = ("Campaign", 0.0, False), ("Fees", wide - 100, True), ("Spent", wide, True)
    _head(made, "By campaign", heads, f"I{statement_text.PARTS[1:]}.")
    for name, fees, spent in statement.campaigns:
        words = round_words(fees, statement.currency), round_words(spent, statement.currency)
        made.row((
            (name, 0, wide - 220, False), (words[0], wide - 200, 100, True),
            (words[1], wide - 90, 90, True),
        ))  # fmt: skip


def _notes(made: Pages, statement: "Statement") -> None:
    if statement.notes:
        made.space(20)
    for note in statement.notes:
        made.say(note, 11, role="text2")


def in_lines(words: str, size: int, width: float, *, semibold: bool = False) -> list[str]:
    """Return words in lines; a word longer than a line is broken, never cut off."""
    pieces = (
        piece
        for word in plain(words).split()
        for piece in _pieces(word, size, width, semibold=semibold)
    )
    lines = wrapped(" ".join(pieces), size, width, semibold=semibold) or [""]
    return lines if len(lines) <= MOST else [*lines[:MOST], "…"]


def _pieces(word: str, size: int, width: float, *, semibold: bool) -> list[str]:
    found = [""]
    for character in word:
        if width_of(found[-1] + character, size, semibold=semibold) > width and found[-1]:
            found.append("")
        found[-1] += character
    return found
