"""Everything that can be done, once: the palette, the shortcut sheet and the keys come from it."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QKeySequence

from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS
from warmcalls.ui.today.keypad_state import REACH_KEYS, RESULT_KEYS, WORTH_KEYS

ANYWHERE: Final = "anywhere"
TODAY: Final = "today"
PAGES: Final = "pages"  # the pages but Today: they listen to these keys themselves
PAGE: Final = "page."


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do, and the keys that do it.

    Attributes:
        id: as the `command` signals say it.
        name: what it does, in a recruiter's words; dots where it asks for more.
        shortcut: as QKeySequence reads it, or a plain key.
        icon: a Phosphor name.
        group: its head on the shortcut sheet.
        where: "anywhere", "today", "pages", or the question on the keypad that it answers.
        also: a second key that does the same on Today.
    """

    id: str
    name: str
    shortcut: str
    icon: str
    group: str
    where: str = ANYWHERE
    also: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys as they are shown."""
        return tuple(shown(key) for key in (self.shortcut, self.also) if key)

    @property
    def pickable(self) -> bool:
        """Whether it can be picked from a list; an outcome is only given on the keypad."""
        return self.where in {ANYWHERE, TODAY}


_GO: Final = "Go to"
_WORK: Final = "Clients and files"
_LIST: Final = "Today’s list"
_APP: Final = "WarmCalls"
_PAGES: Final = "Campaigns, results, fees"
_CLIENTS: Final = "Clients"
_REACH: Final = "How far did you get?"
_RESULT: Final = "Once you spoke"
_WORTH: Final = "Worth your time?"

_WINDOW: Final = (
    Command(f"{PAGE}today", "Today", "Ctrl+1", "ph.phone-call", _GO),
    Command(f"{PAGE}clients", "Clients", "Ctrl+2", "ph.buildings", _GO),
    Command(f"{PAGE}campaigns", "Campaigns", "Ctrl+4", "ph.megaphone", _GO),
    Command(f"{PAGE}results", "Results", "Ctrl+5", "ph.chart-bar", _GO),
    Command(f"{PAGE}fees", "Briefs and fees", "Ctrl+6", "ph.receipt", _GO),
    Command(f"{PAGE}ranking", "Ranking", "Ctrl+7", "ph.target", _GO),
    Command("find", "Find", "Ctrl+K", "ph.magnifying-glass", _GO),
    Command("new_client", "New client…", "Ctrl+N", "ph.buildings", _WORK),
    Command("import", "Import files…", "Ctrl+O", "ph.file-arrow-down", _WORK),
    Command("add_signal", "Add a signal…", "Ctrl+G", "ph.lightning", _WORK, also="A"),
    Command("undo", "Undo", "Ctrl+Z", "ph.arrow-counter-clockwise", _WORK),
    Command("redo", "Redo", "Ctrl+Shift+Z", "ph.arrow-clockwise", _WORK),
)
_CALLS: Final = (
    Command("dial", "Dial", "Enter", "ph.phone", _LIST, TODAY),
    Command("notes", "Notes", "/", "ph.note-pencil", _LIST, TODAY),
    Command("next_call", "Next call", "J", "ph.arrow-down", _LIST, TODAY, "Down"),
    Command("previous_call", "Previous call", "K", "ph.arrow-up", _LIST, TODAY, "Up"),
    Command("snooze", "Snooze…", "Z", "ph.alarm", _LIST, TODAY),
    Command("reject", "Reject before calling…", "Del", "ph.x-circle", _LIST, TODAY),
    Command("why_here", "Why here?", "Shift+X", "ph.scales", _LIST, TODAY),
    Command("why_not", "Why not?…", "X", "ph.question", _LIST, TODAY),
    Command("brief", "Job brief…", "B", "ph.clipboard-text", _LIST, TODAY),
    Command("placement", "Placement…", "P", "ph.handshake", _LIST, TODAY),
)
_REACHES: Final = tuple(
    Command(f"reach.{reach}", REACH_WORDS[reach], key, "ph.phone", _REACH, "reach")
    for key, reach in REACH_KEYS.items()
)
_RESULTS: Final = tuple(
    Command(f"result.{result}", RESULT_WORDS[result], key, "ph.check", _RESULT, "result")
    for key, result in RESULT_KEYS.items()
)
_WORTHS: Final = tuple(
    Command(f"worth.{word}", name, key, "ph.thumbs-up", _WORTH, "worth")
    for key, (word, name) in (
        (key, ("yes", "Yes") if worth else ("no", "No, why…")) for key, worth in WORTH_KEYS.items()
    )
)
_MONEY: Final = (
    Command("pages.find", "Find on the page", "/", "ph.magnifying-glass", _PAGES, PAGES),
    Command("pages.open", "Open the row", "Enter", "ph.arrow-square-out", _PAGES, PAGES),
    Command("pages.new", "New campaign or placement…", "Ctrl+N", "ph.plus", _PAGES, PAGES),
    Command("pages.spend", "Add spend…", "Ctrl+Shift+P", "ph.plus", _PAGES, PAGES),
    Command("pages.paid", "A fee was paid today", "P", "ph.check", _PAGES, PAGES),
    Command("pages.change", "Change a brief or a fee…", "E", "ph.pencil-simple", _PAGES, PAGES),
    Command("pages.save", "Save results…", "Ctrl+S", "ph.download-simple", _PAGES, PAGES),
    Command("pages.print", "Print results", "Ctrl+P", "ph.printer", _PAGES, PAGES),
)
_TABLE: Final = (
    Command("clients.open", "Open the client", "Enter", "ph.user-list", _CLIENTS, PAGES),
    Command("clients.edit", "Edit the cell", "F2", "ph.pencil-simple", _CLIENTS, PAGES),
    Command("clients.fill", "Fill down", "Ctrl+D", "ph.arrow-line-down", _CLIENTS, PAGES),
    Command("clients.copy", "Copy the rows", "Ctrl+C", "ph.copy", _CLIENTS, PAGES),
    Command("clients.paste", "Paste a block", "Ctrl+V", "ph.clipboard", _CLIENTS, PAGES),
    Command("clients.all", "Choose all", "Ctrl+A", "ph.selection-all", _CLIENTS, PAGES),
    Command("clients.panel", "Client panel", "Ctrl+I", "ph.user-list", _CLIENTS, PAGES),
    Command("clients.export", "Export…", "Ctrl+S", "ph.download-simple", _CLIENTS, PAGES),
)
_APPLICATION: Final = (
    Command("settings", "Settings", "Ctrl+,", "ph.gear", _APP),
    Command("shortcuts", "Shortcuts", "?", "ph.keyboard", _APP),
    Command("refresh", "Refresh", "F5", "ph.arrow-clockwise", _APP),
    Command("appearance", "Light or dark", "Ctrl+Shift+L", "ph.circle-half", _APP),
    Command("larger", "Larger text", "Ctrl++", "ph.text-aa", _APP),
    Command("smaller", "Smaller text", "Ctrl+-", "ph.text-aa", _APP),
    Command("quit", "Quit", "Ctrl+Q", "ph.sign-out", _APP),
)
COMMANDS: Final = (
    *_WINDOW, *_CALLS, *_REACHES, *_RESULTS, *_WORTHS, *_TABLE, *_MONEY, *_APPLICATION,
)  # fmt: skip


def by_id(name: str) -> Command:
    """Return a command; there must be one of that id."""
    return next(each for each in COMMANDS if each.id == name)


def matching(typed: str, commands: Iterable[Command] = COMMANDS) -> list[Command]:
    """Return what can be picked and has every typed word, names that begin so first."""
    words = typed.casefold().split()
    found = [
        each
        for each in commands
        if each.pickable and all(word in each.name.casefold() for word in words)
    ]
    if not words:
        return found
    return sorted(found, key=lambda each: not each.name.casefold().startswith(words[0]))


def shown(shortcut: str) -> str:
    """Return a shortcut as a key hint shows it: "Ctrl K"."""
    native = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
    return native if sys.platform == "darwin" else native.replace("+", " ")
