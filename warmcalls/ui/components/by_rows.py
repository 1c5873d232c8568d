"""A table in which one chooses whole rows and changes nothing."""

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def by_rows(table: QTableView, high: int) -> None:
    """Let a table be walked row by row, each so many pixels high, with no grid and no numbers."""
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    numbers = table.verticalHeader()
    numbers.hide()
    numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    numbers.setDefaultSectionSize(high)
