"""How the window looks at this desk: light or dark, and the size of its text."""

from typing import Final

from PySide6.QtCore import QSettings

from warmcalls.ui.theme import Theme

SCHEME: Final = "scheme"
TEXT_SIZE: Final = "text_size"
TEXT_SIZES: Final = (100, 115, 130, 150, 175, 200)


class Appearance:
    """Changes how the window looks, and keeps it for the next start.

    Args:
        theme: the theme.
        kept: this desk's own settings.
    """

    def __init__(self, theme: Theme, kept: QSettings) -> None:
        self._theme, self._kept = theme, kept

    def restore(self) -> None:
        """Look as the last time."""
        if self._kept.contains(SCHEME):
            self._theme.choose(str(self._kept.value(SCHEME)))

    def turn(self) -> None:
        """Change from light to dark, or back."""
        scheme = "light" if self._theme.tokens.dark else "dark"
        self._theme.choose(scheme)
        self._kept.setValue(SCHEME, scheme)

    def resize_text(self, by: int) -> str:
        """Keep another text size for the next start; everything is laid out by it.

        Returns:
            The sentence to say.
        """
        at = TEXT_SIZES.index(text_size(self._kept))
        size = TEXT_SIZES[min(max(at + by, 0), len(TEXT_SIZES) - 1)]
        self._kept.setValue(TEXT_SIZE, size)
        return f"Text at {size} % from the next start."


def text_size(kept: QSettings) -> int:
    """Return the text size that was chosen at this desk, in per cent."""
    said = str(kept.value(TEXT_SIZE, TEXT_SIZES[0]))
    return int(said) if said.isdigit() and int(said) in TEXT_SIZES else TEXT_SIZES[0]
