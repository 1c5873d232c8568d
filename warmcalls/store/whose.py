"""Whose clients: the part of a query that keeps to one recruiter or one sector."""

from typing import Any, Final

# whose a fee is: its placement's recruiter, else its own, else that of the invoice it credits
FEE_BY: Final = "coalesce(p.person_id, f.person_id, b.person_id)"
FEES: Final = """
fee f left join fee b on b.id = f.credits_id
left join placement p on p.id = coalesce(f.placement_id, b.placement_id)
"""
OWNS: Final = f"""
(c.owner_id = :person or (c.owner_id is null and exists (
  select 1 from outcome o where o.client_id = c.id and o.person_id = :person))
or c.id in (select client_id from placement where person_id = :person)
or c.id in (select f.client_id from {FEES} where f.kind <> 'void' and {FEE_BY} = :person))
"""  # noqa: S608
# one recruiter and no other, so that a fee is in one recruiter's figures
LOOKS_AFTER: Final = """
coalesce(c.owner_id, (select o.person_id from outcome o where o.client_id = c.id
  and o.person_id is not null order by o.at, o.id limit 1))
"""


def whose(person_id: int | None, sector: str, made_by: str = "") -> str:
    """Return the condition that keeps a query over `client c` to a recruiter or a sector.

    A recruiter's clients are those they look after, those that nobody looks after and they rang,
    and those where they made a placement or have a fee, whoever looks after them. A row that
    names a recruiter is theirs; where it names nobody, it is of whoever looks after the client,
    else of who rang it first: of one recruiter at most, so that the recruiters add up. The query
    is given `asked_for`'s parameters.

    Args:
        person_id: the recruiter, None for all.
        sector: empty for all.
        made_by: SQL of the recruiter that a row itself names, who counts before the client's.
    """
    kept = "and lower(c.sector) = :sector " if sector else ""
    if person_id and made_by:
        kept += f"and coalesce({made_by}, {LOOKS_AFTER}) = :person"
    elif person_id:
        kept += f"and {OWNS}"
    return kept


def asked_for(person_id: int | None, sector: str) -> dict[str, Any]:
    """Return the parameters of `whose`."""
    asked: dict[str, Any] = {"person": person_id} if person_id else {}
    return asked | ({"sector": sector.strip().lower()} if sector else {})
