"""Every campaign with the spellings that mean it."""

from typing import Final

from warmcalls.domain.campaigns import Campaign
from warmcalls.store.engine import Reader

ALL: Final = """
select id, name, channel, starts, ends, budget, hypothesis, stopped_why from campaign order by id
"""
CODES: Final = "select campaign_id, code from campaign_code order by code"


def everything(db: Reader) -> list[Campaign]:
    """Return every campaign, oldest first."""
    codes: dict[int, tuple[str, ...]] = {}
    for campaign_id, code in db.tuples(CODES):
        codes[campaign_id] = (*codes.get(campaign_id, ()), str(code))
    return [Campaign(**row, codes=codes.get(row["id"], ())) for row in db.query(ALL)]
