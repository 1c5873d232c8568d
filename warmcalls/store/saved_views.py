"""Saved views of a page, as JSON."""

from typing import Final

from warmcalls.store.engine import Reader, Row

OF_PAGE: Final = "select * from saved_view where page = :page order by lower(name), id"
BY_NAME: Final = "select * from saved_view where page = :page and lower(name) = :name"
BY_ID: Final = "select * from saved_view where page = :page and id = :id"


def of_page(db: Reader, page: str) -> list[Row]:
    """Return the views of a page, by name."""
    return db.query(OF_PAGE, page=page)


def by_name(db: Reader, page: str, name: str) -> Row | None:
    """Return a view of a page by its name, whatever the case."""
    return next(iter(db.query(BY_NAME, page=page, name=name.strip().lower())), None)


def by_id(db: Reader, page: str, view_id: int) -> Row | None:
    """Return a view of a page by its id."""
    return next(iter(db.query(BY_ID, page=page, id=view_id)), None)
