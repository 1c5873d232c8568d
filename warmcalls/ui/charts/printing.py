"""Pages on paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

NO_PRINTER: Final = "This computer has no printer. Save… writes the same pages as a PDF."


def choose_printer(page: QWidget, name: str) -> "QPrinter | None":
    """Ask for a printer; None where the dialog was left.

    Raises:
        RefusedError: there is none.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise RefusedError(NO_PRINTER)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_up(printer, name)
    dialog = QPrintDialog(printer, page.window())
    return printer if dialog.exec() else None


def set_up(printer: "QPrinter", name: str) -> None:
    """Make a printer ready for pages of A4 that bring their own margins."""
    printer.setDocName(name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)


def print_pictures(printer: "QPrinter", pages: Sequence[QImage]) -> str:
    """Print pictures, one a page, as large as the paper lets them; return what happened."""
    painter = QPainter()
    if not painter.begin(printer):
        return "The printer did not take the pages."
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    room = printer.pageLayout().paintRectPixels(printer.resolution())
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        size = QSizeF(page.size()).scaled(QSizeF(room.size()), Qt.AspectRatioMode.KeepAspectRatio)
        left = (room.width() - size.width()) / 2
        painter.drawImage(QRectF(left, 0, size.width(), size.height()), page)
    painter.end()
    count = len(pages)
    return f"Printed {count} {'page' if count == 1 else 'pages'}"
