"""Pages of the website: which path means what, as lines the first of which that fits counts."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from warmcalls.domain.pages import DEFAULT_PATTERNS, page_kind
from warmcalls.domain.settings import Settings
from warmcalls.ui.components.buttons import Button, Look
from warmcalls.ui.components.labels import PlainLabel
from warmcalls.ui.settings import pattern_text
from warmcalls.ui.settings.frame import Section, SectionHead
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.path_trial import Legend, PathTrial
from warmcalls.ui.settings.pattern_editor import PatternEditor
from warmcalls.ui.theme import Theme

SAID: Final = (
    "The first line that fits a path says what kind of page it is; * stands for anything. "
    "It counts for the website logs you import from now on."
)


class PagesSection(Section):
    """The lines at the left; trying a path, and what the kinds are, at the right."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme, scrolls=False)
        self._keeper = keeper
        self._kept = ""
        self._lines: list[pattern_text.Line] = []
        self.back = Button(theme, "Back to the defaults", icon="arrow-counter-clockwise")
        self.editor = PatternEditor(theme)
        self.drop = Button(theme, "Discard", Look.QUIET)
        self.save = Button(theme, "Save the lines", Look.PRIMARY, key="Ctrl ↵")
        self.trial, self.legend = PathTrial(theme), Legend(theme)
        self.under = PlainLabel(theme, role="text2", wraps=True)
        self._lay_out()
        self.editor.textChanged.connect(self._check)
        self.editor.submitted.connect(self._save)
        self.trial.changed.connect(self._try)
        self.save.clicked.connect(self._save)
        self.drop.clicked.connect(lambda: self.editor.setPlainText(self._kept))
        self.back.clicked.connect(self._put_back)

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now, unless other lines are being typed."""
        kept = pattern_text.written(agency.patterns)
        typing = self.editor.toPlainText() != self._kept
        self.back.setEnabled(agency.patterns != DEFAULT_PATTERNS)
        self.legend.show_points(agency)
        if kept != self._kept:
            self._kept = kept
            if not typing:
                self.editor.setPlainText(kept)
        self._check()

    def _lay_out(self) -> None:
        px, theme = self.theme.px, self.theme
        head = SectionHead(theme, SAID)
        head.add_button(self.back)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self.drop)
        foot.addWidget(self.save)
        left, right, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(self.editor, 1)
        left.addWidget(self.under)
        left.addLayout(foot)
        right.setSpacing(px(20))
        right.addWidget(self.trial)
        right.addWidget(self.legend)
        right.addStretch(1)
        both.setSpacing(px(20))
        both.addLayout(left, 1)
        both.addLayout(right)
        self.trial.setFixedWidth(px(400))
        self.legend.setFixedWidth(px(400))
        self.column.addWidget(head)
        self.column.addLayout(both, 1)

    def _check(self) -> None:
        """Say of every line whether it can be read."""
        text = self.editor.toPlainText()
        self._lines = pattern_text.read_lines(text)
        wrong = [line for line in self._lines if line.why]
        changed = text != self._kept
        self.save.setEnabled(changed and not wrong)
        self.drop.setVisible(changed)
        self.under.set_role("bad" if wrong else "text2")
        self.under.setText(self._said(wrong, changed=changed))
        self._try()

    def _said(self, wrong: list[pattern_text.Line], *, changed: bool) -> str:
        if wrong:
            more = f" {len(wrong) - 1} more cannot be read." if len(wrong) > 1 else ""
            return wrong[0].why + more
        count = len(pattern_text.patterns_of(self._lines))
        return f"{count:,} patterns" + (", not saved yet" if changed else "")

    def _try(self) -> None:
        """Say what the typed path is, by the lines as they stand here."""
        path, wrong = self.trial.path, {line.number for line in self._lines if line.why}
        if not path:
            self.trial.show_found(None, None)
            self.editor.mark(wrong, None)
            return
        number = pattern_text.deciding(self._lines, path)
        self.trial.show_found(page_kind(path, pattern_text.patterns_of(self._lines)), number)
        self.editor.mark(wrong, number)
        if number is not None and not self.editor.hasFocus():
            self.editor.show_line(number)

    def _save(self) -> None:
        wrong = next((line for line in self._lines if line.why), None)
        if wrong is not None:
            self.editor.go_to(wrong.number)
        elif self.editor.toPlainText() != self._kept:
            self._keep("Changed which page means what")

    def _keep(self, said: str) -> None:
        patterns = pattern_text.patterns_of(self._lines)
        self._kept = pattern_text.written(patterns)
        self.editor.setPlainText(self._kept)
        self._keeper.change(said, lambda _: {"patterns": patterns}, self._refuse)

    def _put_back(self) -> None:
        self.editor.setPlainText(pattern_text.written(DEFAULT_PATTERNS))
        self._keep("Pages have their defaults")

    def _refuse(self, why: str) -> None:
        self.under.set_role("bad")
        self.under.setText(why)
