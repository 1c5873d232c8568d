"""Settings that change results: they live in the database and travel with its backup."""

from dataclasses import dataclass, field
from typing import Final
from zoneinfo import ZoneInfo

from warmcalls.domain.fit import IdealClient
from warmcalls.domain.kinds import DEFAULT_WORTH, Kind, Worth
from warmcalls.domain.moments import DAY
from warmcalls.domain.pages import DEFAULT_PATTERNS, PagePattern

FAR: Final = 3 * 365 * DAY  # from the landmark, before counters are measured from another


@dataclass(frozen=True, slots=True)
class Settings:
    """What the agency decided, with what a new one starts from.

    Attributes:
        landmark: moment from which forward-decay counters are measured, UTC microseconds.
        prospects_at: moment at which rough values are kept, by which candidates for the list are
            found, UTC microseconds.
        seed: makes the draw of test calls this agency's own, and repeatable.
        worth: weight and half-life of every kind of signal.
        base_rate: share of answered calls that are worth the time, before anything is known.
        answer_rate: share of calls that are answered, before anything is known.
        value_power: 1 orders by expected value, 0 by chance alone.
        test_share: share of the list drawn at random.
        tier_fees: expected fee of a client nobody priced, minor units, by tier.
        owner_line: fees that the owner wants for every unit spent on marketing.
        own_addresses: the agency's own addresses and networks, never counted.
        own_hosts: names of the agency's website, where a log holds several sites.
        alerts_on: tell at once when a target client does something strong.
        alert_rest_hours: how long a client that was told of is left alone.
        alert_tiers: of which clients this is told.
        ideal: the client the agency wants more of.
    """

    agency: str = ""
    zone_name: str = "Europe/London"
    currency: str = "GBP"
    landmark: int = 0
    prospects_at: int = 0
    seed: int = 1
    worth: dict[Kind, Worth] = field(default_factory=lambda: dict(DEFAULT_WORTH))
    base_rate: float = 0.09
    answer_rate: float = 0.35
    value_power: float = 1.0
    test_share: float = 0.05
    tier_fees: dict[str, int] = field(
        default_factory=lambda: {"A": 900_000, "B": 600_000, "C": 400_000, "": 500_000}
    )
    owner_line: float = 2.0
    patterns: tuple[PagePattern, ...] = DEFAULT_PATTERNS
    own_addresses: tuple[str, ...] = ()
    own_hosts: tuple[str, ...] = ()
    alerts_on: bool = True
    alert_rest_hours: int = 24
    alert_tiers: tuple[str, ...] = ("A",)
    ideal: IdealClient = field(default_factory=IdealClient)

    @property
    def zone(self) -> ZoneInfo:
        """The agency's time zone."""
        return ZoneInfo(self.zone_name)
