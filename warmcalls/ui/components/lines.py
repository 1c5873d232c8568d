"""Breaking a text into a few lines, the last one elided."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout


def wrapped(text: str, face: QFont, width: int, most: int) -> list[str]:
    """Return a text on so many lines at most; what is left over is elided."""
    text = " ".join(text.split())
    layout = QTextLayout(text, face)
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most - 1:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        start = line.textStart()
        lines.append(text[start : start + line.textLength()].rstrip())
    rest = layout.createLine()
    if rest.isValid():
        rest.setLineWidth(width)
        left = text[rest.textStart() :]
        lines.append(QFontMetricsF(face).elidedText(left, Qt.TextElideMode.ElideRight, width))
    layout.endLayout()
    return lines
