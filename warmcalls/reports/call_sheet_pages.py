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
ASIDE: Final = 12  # between whom to ask for and how good a call it is
TICK: Final = 11
LINE_HIGH: Final = 16
NUMBER_HIGH: Final = 22
NOTE_HIGH: Final = 20
NOTES: Final = 2  # lines to write on, where there is little room
MORE_NOTES: Final = 4  # and where a page has room left
ABOVE, BELOW = 5, 8  # of a client
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

    @property
    def room(self) -> float:
        """How much there is down to the foot."""
        return FOOT - 4 - self.y

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
    about = f"{agency}, {sheet.day} · {_count(sheet)}".lstrip(", ")
    made.write(_few(about, ROOM, 13), 13, role="text2")
    made.write(_few(sheet.title, ROOM, 26, semibold=True), 26, semibold=True)
    if sheet.warning:
        made.write(in_lines(sheet.warning, 13, ROOM), 13, role="notice", semibold=True)
    made.write(in_lines(" ".join(sheet.left_out), 11, ROOM) if sheet.left_out else [], 11)
    made.y += 8
    _put_calls(made, [Block(call) for call in sheet.calls])
    made.number()
    return made.figures


def _put_calls(made: Pages, blocks: "Sequence[Block]") -> None:
    """Put as many on each page as it holds; the room that is left is for their notes."""
    on: list[Block] = []
    for n, block in enumerate(blocks):
        on.append(block)
        used = sum(each.height for each in on)
        following = blocks[n + 1].height if n + 1 < len(blocks) else 0
        if not following or used + following > made.room:
            spare = max(made.room - used, 0) / len(on)
            for each in on:
                each.put(made, min(spare, MORE_NOTES * NOTE_HIGH))
            on = []
            if following:
                made.begin()


def _count(sheet: "CallSheet") -> str:
    count = len(sheet.calls)
    return f"{count} {'call' if count == 1 else 'calls'}"


class Block:
    """One client, measured before it is put on a page."""

    def __init__(self, call: "SheetCall") -> None:
        self._call, wide = call, ROOM - INDENT
        aside = ", ".join(part for part in (_tier(call.tier), call.chance) if part)
        self._aside = _few(aside, ROOM / 3, 11)[0] if aside else ""
        beside = wide - NUMBERS_WIDE - 16
        self._name = _few(call.client, beside, 17, semibold=True)
        who = ", ".join(part for part in (call.contact or "Front desk", call.role) if part)
        self._who = _few(who, beside, 13, semibold=True)
        end = width_of(self._who[-1], 13, semibold=True) + ASIDE if self._who else 0
        self._aside_left = end if end + width_of(self._aside, 11) <= beside else 0
        self._waits = _few(call.waits, wide, 11) if call.waits else []
        self._why = _few(call.why, wide, 13)
        self._opener = _few(f"“{call.opener}”", wide - 16, 13) if call.opener else []

    @property
    def height(self) -> float:
        """How much room it takes."""
        opener = len(self._opener) * SIZES[13] + 8 if self._opener else 0
        texts = len(self._why) * SIZES[13] + len(self._waits) * SIZES[11]
        asked = sum(len(_rows(answers)) for _, answers in ASKED) * LINE_HIGH
        return ABOVE + self._head_high + texts + opener + 2 + asked + NOTES * NOTE_HIGH + BELOW

    @property
    def _head_high(self) -> float:
        """How much room the names and the numbers beside them take."""
        names = len(self._name) * SIZES[17] + len(self._who) * SIZES[13]
        names += SIZES[11] if self._aside and not self._aside_left else 0
        return max(names, max(len(self._call.numbers), 1) * NUMBER_HIGH)

    def put(self, made: Pages, spare: float = 0) -> None:
        """Write it on a page.

        Args:
            made: the pages.
            spare: room that it may take besides.
        """
        top = made.y
        made.canvas.line((MARGIN, top), (WIDTH - MARGIN, top), "text3")
        made.y += ABOVE
        self._put_numbers(made)
        self._put_names(made)
        made.y = top + ABOVE + self._head_high
        made.write(self._waits, 11, left=INDENT, role="notice", semibold=True)
        made.write(self._why, 13, left=INDENT)
        self._put_opener(made)
        made.y += 2
        for label, answers in ASKED:
            _put_ticks(made, label, answers)
        _put_notes(made, spare)
        made.y = top + self.height + spare

    def _put_names(self, made: Pages) -> None:
        """Write which client it is, whom to ask for, and how good a call it is."""
        middle = made.y + SIZES[17] / 2
        made.canvas.text(MARGIN, middle, f"{self._call.place}", size=13, semibold=True)
        made.write(self._name, 17, left=INDENT, semibold=True)
        made.write(self._who, 13, left=INDENT, semibold=True)
        if self._aside_left:
            x, middle = MARGIN + INDENT + self._aside_left, made.y - SIZES[13] / 2
            made.canvas.text(x, middle, self._aside, role="text2")
        elif self._aside:
            made.write([self._aside], 11, left=INDENT, role="text2")

    def _put_numbers(self, made: Pages) -> None:
        """Write the numbers beside the names."""
        y, left = made.y + SIZES[17] / 2, WIDTH - MARGIN - NUMBERS_WIDE
        for number, each in enumerate(self._call.numbers):
            _put_number(made.canvas, left, y + number * NUMBER_HIGH, each)
        if not self._call.numbers:
            made.canvas.text(left, y, "No number yet", size=13, role="text2")

    def _put_opener(self, made: Pages) -> None:
        if not self._opener:
            return
        high = len(self._opener) * SIZES[13] + 4
        made.y += 2
        ground = Box(MARGIN + INDENT, made.y, ROOM - INDENT, high)
        made.canvas.box(ground, "sunken", radius=4, under=True)
        made.y += 2
        made.write(self._opener, 13, left=INDENT + 8, role="text2")
        made.y += 4


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


def _put_notes(made: Pages, spare: float) -> None:
    lines = NOTES + int(spare // NOTE_HIGH)
    left, high = MARGIN + INDENT, NOTE_HIGH + (spare - (lines - NOTES) * NOTE_HIGH) / lines
    made.canvas.text(
        left, made.y + high - 9, "Notes, when to ring back", role="text2", semibold=True
    )
    first = left + width_of("Notes, when to ring back", 11, semibold=True) + 8
    for number in range(lines):
        y = made.y + (number + 1) * high - 3
        made.canvas.line((left if number else first, y), (WIDTH - MARGIN, y), "text3")
