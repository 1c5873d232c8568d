"""Figures as files: PNG, SVG and PDF."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Final

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from warmcalls.reports.charts.canvas import DPI

CRISP: Final = 2  # real pixels for one of the design, in a PNG
MAKER: Final = "WarmCalls"


def write_png(path: Path, figure: Figure) -> None:
    """Write a PNG at twice the design's size."""
    figure.savefig(path, format="png", dpi=DPI * CRISP, metadata={"Software": MAKER})


def write_svg(path: Path, figure: Figure, title: str) -> None:
    """Write an SVG whose text is text."""
    figure.savefig(path, format="svg", metadata={"Title": title, "Creator": MAKER, "Date": None})


def write_pdf(path: Path, figures: Sequence[Figure], title: str) -> None:
    """Write a PDF with a page a figure; its faces are inside, and it holds no date.

    It is put together in memory: on a full disk the backend would fail twice, and hide why.
    """
    facts = {"Title": title, "Creator": MAKER, "Producer": MAKER, "CreationDate": None}
    whole = BytesIO()
    with PdfPages(whole, metadata=facts) as pdf:
        for figure in figures:
            pdf.savefig(figure)
    path.write_bytes(whole.getvalue())
