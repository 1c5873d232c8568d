"""The colours of the app, light and dark, and the theme that hands them out."""

from dataclasses import asdict, dataclass
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from warmcalls.ui import fonts, sheet


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colour of every role, as LOOK.md names them; "#RRGGBB"."""

    dark: bool
    window: str
    rail: str
    surface: str
    sunken: str
    hover: str
    selected: str
    line: str
    control: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    notice: str
    notice_soft: str
    ink: str
    on_ink: str
    data1: str
    data2: str
    data3: str
    spend: str

    def colour(self, role: str) -> QColor:
        """Return the colour of a role by its name."""
        return QColor(str(getattr(self, role)))

    def by_name(self) -> dict[str, str]:
        """Return every role and its colour, for the style sheet."""
        return {name: str(value) for name, value in asdict(self).items()}


LIGHT: Final = Tokens(
    dark=False,
    window="#F5F3F0",
    rail="#ECE8E3",
    surface="#FFFFFF",
    sunken="#F9F7F5",
    hover="#F3F0EC",
    selected="#E9E4DD",
    line="#DED9D2",
    control="#827A70",
    text="#211D19",
    text2="#574F47",
    text3="#6A6259",
    accent="#B0400E",
    accent_hover="#96350A",
    on_accent="#FFFFFF",
    accent_soft="#FBE9DF",
    good="#1C7350",
    good_soft="#E3F1EA",
    bad="#B3261E",
    bad_soft="#FBE9E7",
    notice="#7A5200",
    notice_soft="#FBF1DA",
    ink="#2B2621",
    on_ink="#F7F4F0",
    data1="#6F675E",
    data2="#ADA499",
    data3="#D6D0C8",
    spend="#8A8278",
)
DARK: Final = Tokens(
    dark=True,
    window="#161311",
    rail="#1B1815",
    surface="#211D1A",
    sunken="#1B1815",
    hover="#2A2521",
    selected="#38322C",
    line="#3B352F",
    control="#8A8176",
    text="#F3EFEA",
    text2="#C6BEB4",
    text3="#A89F94",
    accent="#F28A58",
    accent_hover="#F7A27A",
    on_accent="#20120A",
    accent_soft="#3F271B",
    good="#63C79A",
    good_soft="#1C3329",
    bad="#F4897F",
    bad_soft="#40221F",
    notice="#E3B341",
    notice_soft="#382C14",
    ink="#F0EBE5",
    on_ink="#211D19",
    data1="#B8AFA5",
    data2="#968D82",
    data3="#544D46",
    spend="#958B80",
)

_PALETTE: Final = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.PlaceholderText: "text3",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "on_ink",
    QPalette.ColorRole.Link: "text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "control",
}


def palette(tokens: Tokens) -> QPalette:
    """Return the Qt palette of a set of tokens."""
    made = QPalette()
    for role, name in _PALETTE.items():
        made.setColor(role, tokens.colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, tokens.colour("text3"))
    return made


def apply(app: QApplication, tokens: Tokens, scale: float = 1.0) -> None:
    """Give an application the palette and the style sheet of a set of tokens."""
    app.setPalette(palette(tokens))
    app.setStyleSheet(sheet.text(tokens.by_name(), scale))


class Theme(QObject):
    """The tokens in use; `changed` fires after the application has been repainted in new ones.

    Attributes:
        scale: the text size setting; 1.0 is 13 px text.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: str = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self.scale = scale
        self._app = app
        self._family = fonts.install()
        app.setFont(self.font(13))
        self._scheme = scheme
        self._tokens = self._wanted()
        apply(app, self._tokens, scale)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._refresh)

    @property
    def tokens(self) -> Tokens:
        """The tokens in use now."""
        return self._tokens

    def current(self) -> Tokens:
        """Return the tokens in use now."""
        return self._tokens

    def choose(self, scheme: str) -> None:
        """Change to "light", "dark" or "system"."""
        self._scheme = scheme
        self._refresh()

    def px(self, pixels: float) -> int:
        """Return a length of the design at the text size setting."""
        return round(pixels * self.scale)

    def font(self, size: int, *, semibold: bool = False) -> QFont:
        """Return the app's face in one of its four sizes: 26, 17, 13 or 11."""
        return fonts.face(self._family, self.px(size), semibold=semibold)

    def _wanted(self) -> Tokens:
        if self._scheme == "system":
            hints = QGuiApplication.styleHints()
            return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self._scheme == "dark" else LIGHT

    def _refresh(self) -> None:
        wanted = self._wanted()
        if wanted is not self._tokens:
            self._tokens = wanted
            apply(self._app, wanted, self.scale)
            self.changed.emit()
