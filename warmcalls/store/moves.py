"""Moves: all signals of a campaign handed to another at once, a few rows of the journal for them.

A journal row holds the ids of as many signals as one statement can name, not one signal each.
"""

import json
from typing import Final

from warmcalls.store.engine import Reader, Row, Writer

ITEM: Final = "signal moved"
CHUNK: Final = 5_000
OF_CAMPAIGN: Final = "select id from signal where campaign_id = :id order by id"
MOVE: Final = "update signal set campaign_id = :to where campaign_id = :id"
ELSEWHERE: Final = """
select 1 from signal where id in (:ids) and (campaign_id is null or campaign_id <> :to) limit 1
"""
PUT_BACK: Final = "update signal set campaign_id = :id where id in (:ids)"


def move(db: Writer, campaign_id: int, to: int) -> list[Row]:
    """Hand the signals of a campaign to another; return what the journal keeps of it."""
    ids = [int(row[0]) for row in db.tuples(OF_CAMPAIGN, id=campaign_id)]
    db.execute(MOVE, id=campaign_id, to=to)
    return [
        {
            "item": ITEM,
            "item_id": campaign_id,
            "before": json.dumps({"ids": ids[start : start + CHUNK]}, separators=(",", ":")),
            "after": json.dumps({"campaign_id": to}),
        }
        for start in range(0, len(ids), CHUNK)
    ]


def elsewhere(db: Reader, change: Row) -> bool:
    """Tell whether a signal of a move belongs to another campaign again."""
    ids, to = _facts(change)
    return bool(db.tuples(ELSEWHERE, ids=ids, to=to))


def put_back(db: Writer, change: Row) -> tuple[int, int]:
    """Give the signals of a move back, those that there still are; return both campaigns."""
    ids, to = _facts(change)
    db.execute(PUT_BACK, ids=ids, id=change["item_id"])
    return int(change["item_id"]), to


def _facts(change: Row) -> tuple[list[int], int]:
    return json.loads(change["before"])["ids"], int(json.loads(change["after"])["campaign_id"])
