"""Take monthly figures in: each of the four Cs once a month, the newest file wins."""

from warmcalls.domain.incoming_money import IncomingMonthFigure
from warmcalls.store import typed_figures
from warmcalls.store.journal import Journal


class FigureIntake:
    """Takes monthly figures in, inside the caller's transaction."""

    def __init__(self, journal: Journal, import_id: int | None) -> None:
        self.journal, self.import_id = journal, import_id

    def take(self, row: IncomingMonthFigure) -> str:
        """Take one figure in; return "added", "changed" or "known"."""
        kept = typed_figures.figure(self.journal.db, row.month, row.name)
        if kept is None:
            facts = {"month": row.month, "name": row.name, "value": row.value}
            self.journal.add("month_figure", facts | {"import_id": self.import_id})
            return "added"
        if kept["value"] == row.value:
            return "known"
        self.journal.change("month_figure", kept["id"], value=row.value, import_id=self.import_id)
        return "changed"
