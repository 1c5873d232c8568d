"""Campaigns and the spellings that mean them."""

from collections.abc import Iterable
from typing import Final

from warmcalls.store.engine import Reader, Writer

CODES: Final = "select code, campaign_id from campaign_code where code in (:codes)"
BY_NAME: Final = "select id from campaign where lower(name) = :name"


def ids_by_code(db: Reader, codes: Iterable[str]) -> dict[str, int]:
    """Return the campaign that each spelling means, for those that are known."""
    return dict(db.tuples(CODES, codes=list(codes)))


def id_for_code(db: Writer, code: str, channel: str, import_id: int) -> int:
    """Return the campaign of a spelling, made on first sight; spellings compare without case."""
    name = code.replace("_", " ").replace("+", " ").strip()
    found = db.tuples(BY_NAME, name=name.lower())
    campaign_id = (
        int(found[0][0])
        if found
        else db.insert("campaign", {"name": name, "channel": channel, "import_id": import_id})
    )
    db.insert("campaign_code", {"campaign_id": campaign_id, "code": code})
    return campaign_id
