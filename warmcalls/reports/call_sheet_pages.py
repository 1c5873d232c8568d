"""A call sheet set on A4 pages: each client whole on one page, several a page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS, Reach
from warmcalls.reports.charts.canvas import Canvas
from warmcalls.reports.charts.drawing import empty_figure
from warmcalls.reports.charts.look import PAPER
from warmcalls.reports.charts.parts import Box
from warmcalls.reports.charts.setting_up import PT, plain, width_of
from warmcalls.reports.phones import shown
from warmcalls.reports.statement_pages import HEIGHT, SIZES, WIDTH, in_lines

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from warmcalls.domain.call_sheets import CallSheet, SheetCall, SheetNumber

MARGIN: Final = 48
FOOT: Final = HEIGHT - 48
ROOM: Final = WIDTH - 2 * MARGIN
NUMBERS_WIDE: Final = 300
INDENT: Final = 28  # of everything under a client's name
MOST: Final = 4  # lines of one text: a client stays on one page
TICK: Final = 11
LINE_HIGH: Final = 17
NUMBER_HIGH: Final = 22
NOTE_HIGH: Final = 23
LABEL_WIDE: Final = 64
ASKED: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    ("Reached", tuple(words for reach, words in REACH_WORDS.items() if reach != Reach.REJECTED)),
    ("Came of it", tuple(RESULT_WORDS.values())),
    ("Worth it", ("Yes", "No, because")),
)
FRESH: Final = "Good for this day only: objections and screening change"


class Pages:
    """Writes clients downwards; one that does not fit begins another page."""

    def __init__(self, foot: str) -> None:
        self.figures: list[Figure] = []
        self._foot = foot
        self.begin()

    def begin(self) -> None:
        """Begin another page."""
        figure = empty_figure(WIDTH, HEIGHT)
        figure.patch.set_visible(True)
        figure.patch.set_facecolor(PAPER.surface)
        self.figures.append(figure)
        self.canvas = Canvas(figure, PAPER)
        self.y = float(MARGIN)
        self.canvas.text(MARGIN, FOOT + 12, self._foot, room=ROOM - 80)

    def need(self, height: float) -> None:
        """Begin another page where so much does not fit, unless this one is empty."""
        if self.y + height > FOOT - 8 and self.y > MARGIN:
            self.begin()

    def write(
        self,
        lines: Sequence[str],
        size: int = 13,
        *,
        left: float = 0,
        role: str = "text",
        semibold: bool = False,
    ) -> None:
        """Write lines under one another."""
        for line in lines:
            middle, x = self.y + SIZES[size] / 2, MARGIN + left
            self.canvas.text(x, middle, line, size=size, role=role, semibold=semibold)
            self.y += SIZES[size]

    def number(self) -> None:
        """Write the number of every page."""
        for at, figure in enumerate(self.figures, 1):
            words = f"{at} of {len(self.figures)}"
            Canvas(figure, PAPER).text(WIDTH - MARGIN, FOOT + 12, words, align="right")


def pages(sheet: "CallSheet") -> "list[Figure]":
    """Return a call sheet's pages as figures of A4."""
    agency = plain(sheet.agency)
    made = Pages(" · ".join(filter(None, (agency, sheet.title, sheet.day, FRESH))))
    made.write(_few(f"{agency}, {sheet.day}".lstrip(", "), ROOM, 13), 13, role="text2")
    made.write(_few(sheet.title, ROOM, 26, semibold=True), 26, semibold=True)
    made.write(_few(_count(sheet), ROOM, 13), 13, role="text2")
    if sheet.warning:
        made.write(in_lines(sheet.warning, 13, ROOM), 13, role="notice", semibold=True)
    made.write(in_lines(" ".join(sheet.left_out), 11, ROOM) if sheet.left_out else [], 11)
    made.y += 12
    for call in sheet.calls:
        Block(call).put(made)
    made.number()
    return made.figures


def _count(sheet: "CallSheet") -> str:
    count = len(sheet.calls)
    return f"{count} {'call' if count == 1 else 'calls'}"


class Block:
    """One client, measured before it is put on a page."""

    def __init__(self, call: "SheetCall") -> None:
        self._call, wide = call, ROOM - INDENT
        aside = ", ".join(part for part in (_tier(call.tier), call.chance) if part)
        self._aside = _few(aside, ROOM / 3, 11)[0] if aside else ""
        name_wide = wide - width_of(self._aside, 11) - 16
        self._name = _few(call.client, name_wide, 17, semibold=True)
        who = ", ".join(part for part in (call.contact or "Front desk", call.role) if part)
        self._who = _few(who, wide - NUMBERS_WIDE - 16, 13, semibold=True)
        self._waits = _few(call.waits, wide, 11) if call.waits else []
        self._why = _few(call.why, wide, 13)
        self._opener = _few(f"“{call.opener}”", wide - 16, 13) if call.opener else []

    @property
    def height(self) -> float:
        """How much room it takes."""
        beside = max(len(self._who) * SIZES[13], max(len(self._call.numbers), 1) * NUMBER_HIGH)
        opener = len(self._opener) * SIZES[13] + 12 if self._opener else 0
        texts = len(self._why) * SIZES[13] + len(self._waits) * SIZES[11]
        asked = sum(len(_rows(answers)) for _, answers in ASKED) * LINE_HIGH
        return (
            len(self._name) * SIZES[17] + beside + texts + opener + asked + 8 + 2 * NOTE_HIGH + 14
        )

    def put(self, made: Pages) -> None:
        """Write it on a page."""
        made.need(self.height)
        top = made.y
        made.canvas.line((MARGIN, top), (WIDTH - MARGIN, top), "text3")
        made.y += 8
        self._put_head(made)
        self._put_numbers(made)
        made.write(self._waits, 11, left=INDENT, role="notice", semibold=True)
        made.write(self._why, 13, left=INDENT)
        self._put_opener(made)
        made.y += 4
        for label, answers in ASKED:
            _put_ticks(made, label, answers)
        _put_notes(made)
        made.y = max(made.y, top + self.height)

    def _put_head(self, made: Pages) -> None:
        middle = made.y + SIZES[17] / 2
        made.canvas.text(MARGIN, middle, f"{self._call.place}", size=13, semibold=True)
        made.canvas.text(WIDTH - MARGIN, middle, self._aside, align="right", role="text2")
        made.write(self._name, 17, left=INDENT, semibold=True)

    def _put_numbers(self, made: Pages) -> None:
        """Write whom to ask for, and the numbers beside it."""
        top, left = made.y, WIDTH - MARGIN - NUMBERS_WIDE
        made.write(self._who, 13, left=INDENT, semibold=True)
        below, y = made.y, top
        for each in self._call.numbers:
            _put_number(made.canvas, left, y + 11, each)
            y += NUMBER_HIGH
        if not self._call.numbers:
            made.canvas.text(left, y + 11, "No number yet", size=13, role="text2")
            y += NUMBER_HIGH
        made.y = max(below, y)

    def _put_opener(self, made: Pages) -> None:
        if not self._opener:
            return
        high = len(self._opener) * SIZES[13] + 8
        made.y += 2
        ground = Box(MARGIN + INDENT, made.y, ROOM - INDENT, high)
        made.canvas.box(ground, "sunken", radius=4, under=True)
        made.y += 4
        made.write(self._opener, 13, left=INDENT + 8, role="text2")
        made.y += 6


def _put_number(canvas: Canvas, left: float, middle: float, each: "SheetNumber") -> None:
    number = shown(each.number)
    canvas.text(left, middle, number, size=17, role="text", semibold=True, room=NUMBERS_WIDE)
    after = left + min(width_of(number, 17, semibold=True), NUMBERS_WIDE) + 8
    words = each.whose if each.screened else f"{each.whose}, not screened".lstrip(", ")
    room = WIDTH - MARGIN - after
    if room > TICK:
        role = "text2" if each.screened else "notice"
        canvas.text(after, middle, words, role=role, room=room, semibold=not each.screened)


def _tier(tier: str) -> str:
    return f"tier {tier}" if tier else ""


def _few(words: str, wide: float, size: int, *, semibold: bool = False) -> list[str]:
    """Return words in few lines; what is longer ends with an ellipsis."""
    lines = in_lines(words, size, wide, semibold=semibold)
    return lines if len(lines) <= MOST else [*lines[: MOST - 1], f"{lines[MOST - 1][:-3]}…"]


# What is filled in with a pen


def _rows(answers: Sequence[str]) -> list[list[str]]:
    """Return answers in the rows that they take beside their label."""
    rows: list[list[str]] = [[]]
    used = 0.0
    for words in answers:
        wide = _wide(words)
        if used + wide > ROOM - INDENT - LABEL_WIDE and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append(words)
        used += wide
    return rows


def _wide(words: str) -> float:
    return TICK + 5 + width_of(words, 11) + 12


def _put_ticks(made: Pages, label: str, answers: Sequence[str]) -> None:
    left = x = float(MARGIN + INDENT)
    made.canvas.text(left, made.y + LINE_HIGH / 2, label, role="text2", semibold=True)
    for row in _rows(answers):
        x, middle = left + LABEL_WIDE, made.y + LINE_HIGH / 2
        for words in row:
            _put_box(made.canvas, x, middle)
            made.canvas.text(x + TICK + 5, middle, words, role="text")
            x += _wide(words)
        made.y += LINE_HIGH
    if label == ASKED[-1][0]:
        low = made.y - LINE_HIGH / 2 + 6
        made.canvas.line((x - 6, low), (WIDTH - MARGIN, low), "text3")


def _put_box(canvas: Canvas, left: float, middle: float) -> None:
    """Draw a box to tick."""
    box = canvas.dot(left + TICK / 2, middle, "text", size=TICK, hollow=True, marker="s")
    box.set_markeredgewidth(PT)


def _put_notes(made: Pages) -> None:
    left = MARGIN + INDENT
    made.canvas.text(left, made.y + 14, "Notes, when to ring back", role="text2", semibold=True)
    first = left + width_of("Notes, when to ring back", 11, semibold=True) + 8
    for number, x in enumerate((first, float(left))):
        y = made.y + 20 + number * NOTE_HIGH
        made.canvas.line((x, y), (WIDTH - MARGIN, y), "text3")
    made.y += 2 * NOTE_HIGH
