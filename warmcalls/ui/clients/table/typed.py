"""What was typed into a cell: checked, shown before it is saved, and put into the field again."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from warmcalls.domain.client_columns import BY_ID, ClientRow, ColumnKind
from warmcalls.domain.client_fields import cell_text, parse, tags_of
from warmcalls.domain.day_words import day_words
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.money import amount_words


def with_text(
    row: ClientRow, column: str, text: str, owners: Mapping[str, int], today: date | None = None
) -> ClientRow:
    """Return a row with a text in one of its cells; as it was where the cell cannot take it."""
    try:
        value = parse(column, text, owners=owners, today=today)
    except RefusedError:
        return row
    if column == "owner":
        names = {number: name for name, number in owners.items()}
        return replace(row, owner_id=value, owner=names.get(value, ""))
    if column == "tags":
        return replace(row, tags=tags_of(value))
    return replace(row, **{column: value})


def why_not(column: str, text: str, owners: Mapping[str, int], today: date | None = None) -> str:
    """Return why a cell cannot take a text, empty where it can."""
    try:
        parse(column, text, owners=owners, today=today)
    except RefusedError as error:
        return str(error)
    return ""


def field_text(row: ClientRow, column: str, owners: Mapping[str, int], currency: str) -> str:
    """Return what stands in the field as one begins to edit; `parse` reads it back."""
    if column == "owner":
        names = {number: name for name, number in owners.items()}
        return names.get(row.owner_id or 0, row.owner)
    if BY_ID[column].kind is ColumnKind.MONEY and row.fee is not None:
        return amount_words(row.fee, currency)
    if BY_ID[column].kind is ColumnKind.DAY and row.since:
        return day_words(row.since)
    return cell_text(row, column)
