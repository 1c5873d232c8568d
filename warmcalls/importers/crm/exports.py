"""The known exports, the more particular first."""

from warmcalls.importers.crm import (
    bullhorn,
    companies_house,
    google,
    hubspot,
    linkedin,
    outlook,
)
from warmcalls.importers.crm.export import Export
from warmcalls.importers.tables.rows import fold

EXPORTS: tuple[Export, ...] = (
    companies_house.BASIC_DATA,
    bullhorn.CORPORATION,
    bullhorn.CONTACT,
    linkedin.CONNECTIONS,
    hubspot.CONTACTS,
    hubspot.COMPANIES,
    google.CONTACTS_OLD,
    google.CONTACTS,
    outlook.CONTACTS,
)
NAMES: frozenset[str] = frozenset().union(*(export.needs for export in EXPORTS))


def export_of(header: tuple[str, ...]) -> Export | None:
    """Return the known export that has this header, or None."""
    names = frozenset(fold(name) for name in header)
    return next((export for export in EXPORTS if export.fits(names)), None)
