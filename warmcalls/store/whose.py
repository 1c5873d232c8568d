"""Whose clients: the part of a query that keeps to one recruiter or one sector."""

from typing import Any, Final

OWNS: Final = """
(c.owner_id = :person or (c.owner_id is null and exists (
  select 1 from outcome o where o.client_id = c.id and o.person_id = :person)))
"""


def whose(person_id: int | None, sector: str, made_by: str = "") -> str:
    """Return the condition that keeps a query over `client c` to a recruiter or a sector.

    A recruiter's clients are those they look after, and those that nobody looks after and they
    rang. The query is given `asked_for`'s parameters.

    Args:
        person_id: the recruiter, None for all.
        sector: empty for all.
        made_by: SQL of the recruiter that a row itself names, who counts before the client's.
    """
    kept = "and lower(c.sector) = :sector " if sector else ""
    if person_id and made_by:
        kept += f"and ({made_by} = :person or ({made_by} is null and {OWNS}))"
    elif person_id:
        kept += f"and {OWNS}"
    return kept


def asked_for(person_id: int | None, sector: str) -> dict[str, Any]:
    """Return the parameters of `whose`."""
    asked: dict[str, Any] = {"person": person_id} if person_id else {}
    return asked | ({"sector": sector.strip().lower()} if sector else {})
