"""The demo's twelve campaigns: what each costs, whom it brings, and how good it really is."""

from dataclasses import dataclass
from typing import Final

DOWNLOADS_AGO: Final = 150


@dataclass(frozen=True, slots=True)
class Plan:
    """A campaign as the marketer planned it.

    Attributes:
        code: its utm_campaign.
        began, ended: days before today, 0 for still running.
        monthly: spend a month, pounds.
        draws: how it draws people who are cold, researching and hot.
    """

    name: str
    code: str
    channel: str
    began: int
    ended: int
    monthly: int
    hypothesis: str
    draws: tuple[float, float, float]


PLANS: Final = (
    Plan("Hiring webinars", "hiring-webinars", "Webinar", 340, 0, 420,
         "People who give us 40 minutes take our call.", (0.3, 2.0, 4.0)),
    Plan("Salary Guide {year}", "salary-guide", "Download", DOWNLOADS_AGO, 0, 640,
         "Who plans next year’s pay plans next year’s hires.", (1.5, 3.0, 3.0)),
    Plan("LinkedIn articles", "linkedin-articles", "LinkedIn", 330, 0, 290,
         "Line managers read us before personnel does.", (1.0, 1.5, 1.5)),
    Plan("Newsletter", "newsletter", "E-mail", 365, 0, 460,
         "A short letter a fortnight keeps us in mind.", (1.5, 1.5, 1.5)),
    Plan("Former candidates", "former-candidates", "Referral", 300, 0, 90,
         "Whom we placed well hires through us.", (0.0, 0.3, 1.6)),
    Plan("Job-board profile", "job-board-profile", "Job board", 300, 0, 240,
         "Employers compare agencies where they advertise.", (2.0, 0.8, 0.4)),
    Plan("Breakfast events", "breakfast-events", "Event", 280, 0, 520,
         "Ten people at a table beat a thousand impressions.", (0.3, 1.0, 1.8)),
    Plan("Messenger ads", "messenger-ads", "Chat ad", 98, 0, 690,
         "Small firms prefer a chat to a form.", (0.0, 0.0, 0.0)),
    Plan("Google Ads: temps", "google-ads-temps", "Search ad", 120, 0, 340,
         "Who searches for temps today needs them tomorrow.", (2.2, 0.8, 0.3)),
    Plan("LinkedIn lead forms", "linkedin-lead-forms", "Lead form", 200, 0, 380,
         "A form that fills itself in gets more managers to answer.", (0.8, 1.4, 1.2)),
    Plan("Interview kit", "interview-kit", "Download", 250, 40, 150,
         "Managers who interview seldom want a crib sheet.", (1.0, 2.0, 1.5)),
    Plan("Peak season e-mails", "peak-season", "E-mail", 190, 75, 220,
         "Warehouses book their peak in September.", (1.2, 1.0, 0.8)),
)  # fmt: skip
MESSENGER: Final = "messenger-ads"
BY_CODE: Final = {plan.code: plan for plan in PLANS}
