"""The columns of the list of clients in SQL: what each is sorted and compared by."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.client_states import STATES, Stands
from warmcalls.domain.contact_rules import REST, SCREENING_LASTS
from warmcalls.domain.moments import DAY, day_of, moment
from warmcalls.domain.outcomes import Result
from warmcalls.domain.warmth import NO_INTEREST

WEEK: Final = 7 * DAY
REACH: Final = 90 * DAY
MEETING_RESTS: Final = REST[Result.MEETING][0]  # where nobody wrote down when it is


@dataclass(frozen=True, slots=True)
class Asked:
    """What every question to the list is asked with.

    Attributes:
        now: UTC microseconds; zone: of the agency's days.
        fade: from heat as it is kept to heat as it stands.
        promised, today, tests: who is on today's list, by the reason.
    """

    now: int
    zone: ZoneInfo
    fade: float = 1.0
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
            "quiet": sorted(kind.value for kind in NO_INTEREST),
            "promised": list(self.promised),
            "today": list(self.today),
            "tests": list(self.tests),
        }


FROM: Final = """
client c join standing s on s.client_id = c.id left join warmth w on w.client_id = c.id
left join person p on p.id = c.owner_id
"""
COVERED: Final = """
(case when s.contacts > 0 then 1 else 0 end + s.has_number
+ case when s.identifiers > 0 then 1 else 0 end
+ case when coalesce(w.last_at, 0) >= :reached then 1 else 0 end)
"""
PEOPLE: Final = """
(select count(distinct g.person) from signal g where g.client_id = c.id
and g.at >= :week and g.at <= :now and g.kind not in (:quiet))
"""
CONTACT: Final = """
(select t.name from contact t where t.client_id = c.id order by t.id limit 1)
"""
PHONE: Final = "(select t.number from phone t where t.client_id = c.id order by t.id limit 1)"
SPOKE: Final = """
(select max(o.at) from outcome o where o.client_id = c.id and o.reach = 'spoke')
"""
SCREENED: Final = "(select max(t.screened_at) from phone t where t.client_id = c.id)"
DOUBLE: Final = """
c.id in (select one_id from duplicate union select other_id from duplicate)
"""
RANK: Final = {state: rank for rank, state in enumerate(STATES)}
STANDS: Final = f"""
(case when s.blocked = 'objected' then {RANK[Stands.OBJECTED]}
when s.blocked like 'excluded%' then {RANK[Stands.EXCLUDED]}
when s.blocked <> '' then {RANK[Stands.BARRED]}
when c.id in (:promised) then {RANK[Stands.PROMISED_TODAY]}
when c.id in (:tests) then {RANK[Stands.TEST]}
when c.id in (:today) then {RANK[Stands.TODAY]}
when s.callback_at is not null then {RANK[Stands.PROMISED]}
when s.ready_at > :now and s.rest = 'it is snoozed' then {RANK[Stands.SNOOZED]}
when s.ready_at > :now and s.rest = 'a meeting was booked'
and s.ready_at <> s.last_at + {MEETING_RESTS} then {RANK[Stands.MEETING]}
when s.ready_at > :now then {RANK[Stands.RESTS]}
when s.contacts = 0 then {RANK[Stands.NO_CONTACT]}
when s.has_number = 0 then {RANK[Stands.NO_NUMBER]}
when {DOUBLE} then {RANK[Stands.DUPLICATE]}
when coalesce(w.last_at, 0) = 0 then {RANK[Stands.NO_SIGNALS]}
when {SCREENED} < :screened then {RANK[Stands.SCREENING]}
else {RANK[Stands.BELOW]} end)
"""
TIER: Final = "(case c.tier when 'A' then 1 when 'B' then 2 when 'C' then 3 end)"
# an empty text is not known either
SQL: Final[dict[str, str]] = {
    "name": "c.name_key",
    "tier": TIER,
    "sector": "nullif(lower(c.sector), '')",
    "owner": "lower(p.name)",
    "fee": "c.expected_fee",
    "people": f"nullif({PEOPLE}, 0)",
    "warmth": "nullif(coalesce(w.heat, 0), 0)",
    "coverage": COVERED,
    "tags": "nullif(lower(c.tags), '')",
    "stands": STANDS,
    "town": "nullif(lower(c.town), '')",
    "staff": "c.staff",
    "contact": f"lower({CONTACT})",
    "contacts": "s.contacts",
    "phone": PHONE,
    "website": "nullif(lower(c.website), '')",
    "company_number": "nullif(lower(c.company_number), '')",
    "since": "nullif(c.since, '')",
    "seen": "nullif(coalesce(w.last_at, 0), 0)",
    "spoke": SPOKE,
    "fit": "nullif(round(s.fit * 100), 0)",
    "excluded": "nullif(lower(c.excluded), '')",
    "notes": "nullif(lower(c.notes), '')",
}
