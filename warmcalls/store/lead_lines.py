"""Leads one by one: the rows behind the figures, with what recruiters said of them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from warmcalls.domain.behind import LeadLine
from warmcalls.domain.campaigns import LeadState
from warmcalls.domain.leads import STATE_OF
from warmcalls.domain.outcomes import (
    REACH_WORDS,
    RESULT_WORDS,
    WHY_WORDS,
    Reach,
    Result,
    Why,
)
from warmcalls.store.engine import Reader, Row
from warmcalls.store.leads import WHEN

CHUNK: Final = 500
STRENGTH: Final = tuple(LeadState)
STATE: Final = (
    "case "
    + " ".join(f"when o.at_{bit} >= t.lead_at then '{state}'" for state, bit in STATE_OF)
    + f" else '{LeadState.UNWORKED}' end"
)
LATEST: Final = ", ".join(
    f"max(case when {WHEN[bit]} then at end) as at_{bit}" for _, bit in STATE_OF
)
# what nobody worked is ordered by warmth, the rest by when it was last spoken of
ROWS: Final = f"""
select * from (
  select t.client_id, t.campaign_id, t.lead_at, {STATE} as state, coalesce(w.heat, 0) as heat,
  coalesce(o.last_at, 0) as last_at
  from ({{whose}}) t left join warmth w on w.client_id = t.client_id left join (
    select client_id, max(at) as last_at, {LATEST} from outcome where at >= :first
    group by client_id) o on o.client_id = t.client_id) leads
where :state = '' or state = :state
order by case when state = 'unworked' then 1 else 0 end,
case when state = 'unworked' then 0 else last_at end desc, heat desc, client_id limit :limit
"""  # noqa: S608
OF_CAMPAIGN: Final = """
select client_id, campaign_id, lead_at from touch
where campaign_id = :campaign and lead_at >= :first and lead_at < :end
"""
# a client whom several campaigns handed over counts once, as the newest of its leads
NEWEST: Final = """
select u.client_id, max(u.campaign_id) as campaign_id, u.lead_at from (
  select client_id, max(lead_at) as lead_at from touch
  where lead_at >= :first and lead_at < :end group by client_id) n
join touch u on u.client_id = n.client_id and u.lead_at = n.lead_at
group by u.client_id, u.lead_at
"""
BY_HEAT: Final = "select client_id from warmth order by heat desc, client_id"
TOUCHES: Final = """
select client_id, campaign_id, first_at, lead_at from touch where client_id in (:ids)
order by campaign_id
"""
CLIENTS: Final = "select id, name, tier, sector from client where id in (:ids)"
OUTCOMES: Final = """
select o.id, o.client_id, o.at, o.reach, o.result, o.worth, o.why, o.note,
coalesce(p.name, '') as who from outcome o left join person p on p.id = o.person_id
where o.client_id in (:ids) order by o.at desc, o.id desc
"""
ANSWERS: Final = """
select outcome_id, campaign_id, text, settled from answer where outcome_id in (:ids)
"""
NAMES: Final = "select id, name from campaign"


@dataclass(frozen=True, slots=True)
class Lead:
    """A client that a campaign handed over.

    Attributes:
        at: when it became a lead; of one that only gave signals, when the first was seen.
    """

    client_id: int
    campaign_id: int
    at: int


def leads(
    db: Reader,
    first: int,
    end: int,
    *,
    campaign_id: int | None = None,
    state: LeadState | None = None,
    limit: int = 500,
) -> list[Lead]:
    """Return leads of a period: those last spoken of first, then unworked ones by warmth.

    Args:
        db: a reader.
        first: the first moment at which it became a lead, UTC microseconds.
        end: the first moment after the period.
        campaign_id: of one campaign; else each client once, as the newest of its leads.
        state: only those in it.
        limit: the most to return.
    """
    named = {"first": first, "end": end, "state": state.value if state else "", "limit": limit}
    whose = NEWEST if campaign_id is None else OF_CAMPAIGN
    if campaign_id is not None:
        named["campaign"] = campaign_id
    rows = db.tuples(ROWS.replace("{whose}", whose), **named)
    return [Lead(client, campaign, at) for client, campaign, at, *_ in rows]


def of_clients(
    db: Reader, ids: Collection[int], *, campaign_id: int | None = None, limit: int = 500
) -> list[Lead]:
    """Return the newest lead of each of some clients, the warmest first.

    Args:
        db: a reader.
        ids: the clients, each touched by a campaign.
        campaign_id: the one whose leads they are; else any.
        limit: the most to return.
    """
    found: dict[int, tuple[bool, Lead]] = {}
    for row in _chunked(db, TOUCHES, _warmest(db, ids, limit)):
        if campaign_id in (None, row["campaign_id"]):
            is_lead, at = row["lead_at"] is not None, row["lead_at"] or row["first_at"]
            new = (is_lead, Lead(row["client_id"], row["campaign_id"], at))
            before = found.get(row["client_id"], new)
            found[row["client_id"]] = max(before, new, key=lambda pair: (pair[0], pair[1].at))
    return [lead for _, lead in found.values()]


def _warmest(db: Reader, ids: Collection[int], limit: int) -> list[int]:
    """Return the warmest of some clients first, those that were never warm last."""
    warm: list[int] = []
    for row in db.stream(BY_HEAT):
        if row[0] in ids:
            warm.append(int(row[0]))
        if len(warm) >= min(limit, len(ids)):
            return warm
    return (warm + sorted(set(ids) - set(warm)))[:limit]


def lines(db: Reader, wanted: Sequence[Lead]) -> list[LeadLine]:
    """Return leads as rows that people read, each with the outcome that decided it."""
    ids = sorted({lead.client_id for lead in wanted})
    names = dict(db.tuples(NAMES))
    clients = {row["id"]: row for row in _chunked(db, CLIENTS, ids)}
    said: dict[int, list[Row]] = defaultdict(list)
    for row in _chunked(db, OUTCOMES, ids):
        said[row["client_id"]].append(row)
    decided = [deciding(row for row in said[i.client_id] if row["at"] >= i.at) for i in wanted]
    answers = _answers(db, [row["id"] for row in decided if row])
    return [
        _line(clients[lead.client_id], lead, names[lead.campaign_id], outcome, answers)
        for lead, outcome in zip(wanted, decided, strict=True)
    ]


def deciding(outcomes: Iterable[Row]) -> Row | None:
    """Return the outcome that decides a lead's state: the newest of the strongest.

    Args:
        outcomes: since it became a lead, newest first; without any it is unworked.
    """
    return min(outcomes, key=lambda row: STRENGTH.index(state_of(row)), default=None)


def state_of(outcome: Row) -> LeadState:
    """Return the state into which one outcome alone puts a lead."""
    if outcome["reach"] == Reach.REJECTED:
        return LeadState.REJECTED
    if outcome["worth"] is None:
        return LeadState.CALLED
    return LeadState.WORTH if outcome["worth"] else LeadState.DISQUALIFIED


def words_of(outcome: Row) -> str:
    """Return an outcome with its reason: "Not interested: bad fit"."""
    result, why = outcome["result"], outcome["why"]
    said = RESULT_WORDS[Result(result)] if result else REACH_WORDS[Reach(outcome["reach"])]
    if not why or why == result:
        return said
    reason = WHY_WORDS[Why(why)]
    return f"{said}: {reason[:1].lower()}{reason[1:]}"


def _line(
    client: Row,
    lead: Lead,
    campaign: str,
    outcome: Row | None,
    answers: dict[tuple[int, int], Row],
) -> LeadLine:
    facts: Row = {}
    if outcome:
        facts = {name: outcome[name] for name in ("who", "note")}
        facts |= {"words": words_of(outcome), "outcome_id": outcome["id"]}
        answer = answers.get((outcome["id"], lead.campaign_id))
        if answer:
            facts |= {"answer": answer["text"], "settled": bool(answer["settled"])}
    about = {name: client[name] for name in ("tier", "sector")}
    return LeadLine(
        client_id=lead.client_id,
        client=client["name"],
        campaign=campaign,
        at=lead.at,
        state=(state_of(outcome) if outcome else LeadState.UNWORKED).value,
        **about,
        **facts,
    )


def _answers(db: Reader, outcome_ids: Sequence[int]) -> dict[tuple[int, int], Row]:
    rows = _chunked(db, ANSWERS, outcome_ids)
    return {(row["outcome_id"], row["campaign_id"]): row for row in rows}


def _chunked(db: Reader, sql: str, ids: Sequence[int]) -> Iterable[Row]:
    for start in range(0, len(ids), CHUNK):
        yield from db.query(sql, ids=ids[start : start + CHUNK])
