"""The columns of the list of clients in SQL: what each is sorted and compared by."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.client_columns import COLUMNS
from warmcalls.domain.client_states import STATES, Stands
from warmcalls.domain.contact_rules import SCREENING_LASTS
from warmcalls.domain.kinds import SHOWS_NONE
from warmcalls.domain.moments import DAY, day_of, moment

WEEK: Final = 7 * DAY
REACH: Final = 90 * DAY


@dataclass(frozen=True, slots=True)
class Asked:
    """What every question to the list is asked with.

    Attributes:
        now: UTC microseconds; zone: of the agency's days.
        fade: from heat as it is kept to heat as it stands.
        owners: the people who own clients, id to name, in order of name.
        promised, today, tests: who is on today's list, by the reason.
    """

    now: int
    zone: ZoneInfo
    fade: float = 1.0
    owners: Mapping[int, str] = field(default_factory=dict)
    promised: Collection[int] = ()
    today: Collection[int] = ()
    tests: Collection[int] = ()

    @property
    def day(self) -> str:
        """The business day."""
        return day_of(self.now, self.zone)

    def midnight(self, day: date) -> int:
        """Return the moment at which a day of the agency's begins."""
        return moment(datetime(day.year, day.month, day.day, tzinfo=self.zone))

    @property
    def named(self) -> dict[str, Any]:
        """The parameters that columns may need."""
        return {
            "now": self.now,
            "week": self.now - WEEK,
            "reached": self.now - REACH,
            "screened": self.now - SCREENING_LASTS,
            "quiet": sorted(kind.value for kind in SHOWS_NONE),
            "promised": list(self.promised),
            "today": list(self.today),
            "tests": list(self.tests),
        }


COVERED: Final = "(l.covered + case when l.seen_at >= :reached then 1 else 0 end)"
DOUBLE: Final = """
l.client_id in (
  select d.one_id from duplicate d where d.zone <> 'different' and not exists (
    select 1 from not_duplicate n where n.one_id = d.one_id and n.other_id = d.other_id)
  union select d.other_id from duplicate d where d.zone <> 'different' and not exists (
    select 1 from not_duplicate n where n.one_id = d.one_id and n.other_id = d.other_id))
"""
RANK: Final = {state: rank for rank, state in enumerate(STATES)}
STANDS: Final = f"""
(case when l.barred is not null then l.barred
when l.client_id in (:promised) then {RANK[Stands.PROMISED_TODAY]}
when l.client_id in (:tests) then {RANK[Stands.TEST]}
when l.client_id in (:today) then {RANK[Stands.TODAY]}
when l.callback_at is not null then {RANK[Stands.PROMISED]}
when l.ready_at > :now then coalesce(l.waits, {RANK[Stands.RESTS]})
when l.contacts = 0 then {RANK[Stands.NO_CONTACT]}
when l.has_number = 0 then {RANK[Stands.NO_NUMBER]}
when {DOUBLE} then {RANK[Stands.DUPLICATE]}
when l.seen_at is null then {RANK[Stands.NO_SIGNALS]}
when l.screened_at < :screened then {RANK[Stands.SCREENING]}
else {RANK[Stands.BELOW]} end)
"""
PEOPLE: Final = """
(select g.client_id, count(distinct g.person) as n from signal g
where g.client_id in (select w.client_id from warmth w where w.seen_at >= :week)
and g.at >= :week and g.at <= :now and g.kind not in (:quiet) group by g.client_id)
"""
# the others are named as their column; what is not known is null. Warmth goes by heat, which has
# one half-life for all kinds, so its order may differ a little from the lines as they are drawn
OTHERS: Final[dict[str, str]] = {
    "owner": "l.owner_id",
    "people": "n.n",
    "warmth": "l.heat",
    "coverage": COVERED,
    "stands": STANDS,
    "seen": "l.seen_at",
    "spoke": "l.spoke_at",
}
SQL: Final[dict[str, str]] = {c.id: OTHERS.get(c.id, f"l.{c.id}") for c in COLUMNS}
