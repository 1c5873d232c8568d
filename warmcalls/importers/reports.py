"""The known reports of money, found by their headers before anything is guessed."""

from typing import Final

from warmcalls.importers.invoices import xero
from warmcalls.importers.report import Report
from warmcalls.importers.spend import google_ads, linkedin_ads, meta_ads
from warmcalls.importers.tables.rows import fold

REPORTS: Final[tuple[Report, ...]] = (
    xero.REPORT,
    meta_ads.REPORT,
    linkedin_ads.REPORT,
    google_ads.REPORT,
)
NAMES: Final[frozenset[str]] = frozenset().union(*(report.names for report in REPORTS))
FORMATS: Final = {report.format: report for report in REPORTS}


def report_of(header: tuple[str, ...]) -> Report | None:
    """Return the known report that has this header, or None."""
    names = frozenset(fold(name) for name in header)
    return next((report for report in REPORTS if report.fits(names)), None)
