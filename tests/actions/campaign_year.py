"""A year of three campaigns, one of them junk, made through the actions its users have."""

from dataclasses import dataclass, field

from tests.agency import Agency
from warmcalls.actions.add_spend import add_spend
from warmcalls.actions.record_placement import record_placement
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.domain.outcomes import Reach, Result, Why
from warmcalls.domain.periods import Period

YEAR = Period("2025-04-01", "2026-03-31")
Came = dict[str, object]
MET: Came = {"result": Result.MEETING, "worth": True}
BRIEF: Came = {"result": Result.JOB_BRIEF, "worth": True, "note": "Two planners"}
NO_NEED: Came = {"result": Result.NO_NEED, "worth": False, "why": Why.NO_NEED}
BAD_FIT: Came = {"result": Result.NOT_INTERESTED, "worth": False, "why": Why.BAD_FIT}
NO_ANSWER: Came = {"reach": Reach.NO_ANSWER}
CANDIDATE: Came = {"reach": Reach.REJECTED, "worth": False, "why": Why.CANDIDATE}
SOUND = (MET, NO_NEED, NO_ANSWER, BRIEF, NO_NEED, NO_ANSWER, BAD_FIT, NO_ANSWER)
JUNK = (BAD_FIT, CANDIDATE, NO_ANSWER, BAD_FIT, CANDIDATE)


@dataclass
class Year:
    """Webinars and a guide are sound, Messenger ads bring candidates and the wrong people."""

    agency: Agency
    clients: dict[int, list[int]] = field(default_factory=dict)
    webinars: int = 0
    guide: int = 0
    ads: int = 0

    def make(self, junk: int = 30, unworked: int = 0) -> "Year":
        """Make the campaigns with their leads, spend and, for webinars, five fees."""
        with self.agency.db.atomic():
            self.webinars = self.campaign("Hiring webinars", "Webinar", SOUND * 5, 60)
            self.guide = self.campaign("Salary Guide", "Download", SOUND * 3, 70)
            came = tuple(JUNK[n % len(JUNK)] for n in range(junk))
            self.ads = self.campaign("Messenger ads", "Chat ad", came, 45)
            for n in range(unworked):
                client = self.agency.client(f"Waiting {n}", sector="Care")
                self.agency.signal(client, Kind.CHAT, 20, self.ads)
            for client in self.clients[self.webinars][:5]:
                self.fee(client, 600_000)
        return self

    def campaign(self, name: str, channel: str, came: tuple[Came, ...], days_ago: int) -> int:
        """Make a campaign with one lead for every outcome."""
        made = self.agency.campaign(name, channel=channel, starts="2025-11-01")
        self.spend(made, 120_000)
        kind = {"Webinar": Kind.WEBINAR_ATTENDED, "Download": Kind.DOWNLOAD}.get(channel, Kind.CHAT)
        self.clients[made] = []
        for n, each in enumerate(came):
            client = self.agency.client(f"{name} {n}", sector="Logistics")
            self.agency.signal(client, kind, days_ago - n / 4, made)
            self.call(client, (days_ago - n) / 2, each)
            self.clients[made].append(client)
        return made

    def call(self, client: int, days_ago: float, came: Came) -> None:
        """Record an outcome some days ago."""
        at = self.agency.now - round(days_ago * DAY)
        self.agency.outcome(client, at=at, **came)  # type: ignore[arg-type]

    def spend(self, campaign: int, amount: int) -> None:
        """Spend an amount evenly over January and February."""
        days = {"starts": "2026-01-01", "ends": "2026-02-28"}
        add_spend(self.agency.db, campaign, amount, now=self.agency.now, **days)  # type: ignore[arg-type]

    def fee(self, client: int, amount: int, *, paid: bool = True, currency: str = "") -> None:
        """Place somebody at a client yesterday."""
        record_placement(
            self.agency.db, client, "Planner", placed_on="2026-03-01", fee=amount,
            now=self.agency.now, paid_on="2026-03-02" if paid else "", currency=currency,
        )  # fmt: skip
