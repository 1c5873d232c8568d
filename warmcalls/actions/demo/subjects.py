"""What the demo's clients read, watch and answer."""

from random import Random
from typing import Final

GUIDE: Final = "Salary Guide {year}"
GUIDES: Final = (
    "Notice Periods for Transport Managers", "Interview Kit", "Night Shift Pay in Yorkshire",
    "IR35 Guide", "Holiday Pay Guide",
)  # fmt: skip
SERVICES: Final = (
    "Fees", "Hire with Us", "Permanent Recruitment", "Temporary Staff", "How We Work",
    "Executive Search",
)  # fmt: skip
ARTICLES: Final = (
    "What Drivers Ask First", "Why Good Nurses Leave", "Five Questions for a Site Manager",
    "The Counter-offer Problem", "Hiring Before Christmas", "How Long a Hire Takes",
    "Four-day Weeks on the Shop Floor", "When Two Candidates Are Equal",
    "Paralegals: a Market in Motion", "Reading a CV in Two Minutes",
)  # fmt: skip
OTHERS: Final = ("Home page", "Meet the Team", "About Us", "Testimonials")
CONTACTS: Final = ("Contact", "Submit a Vacancy", "Request a Call")
WEBINARS: Final = (
    "Hiring drivers before summer", "Pay rises without a pay war", "Keeping carers past month six",
    "Interviewing in half an hour", "Employment law in 40 minutes", "Apprentices who stay",
    "Site managers: where are they?", "Peak season without panic", "Counter-offers, and what then?",
    "Shift patterns people accept", "Hiring your first HR person", "Budgeting next year’s hires",
)  # fmt: skip
VIDEOS: Final = (
    "How to brief a recruiter", "The first week on the job", "Reading a CV in two minutes",
)  # fmt: skip
POSTS: Final = (
    "Notice periods: who really checks?", "Driver pay, region by region", "The counter-offer trap",
    "Site managers and where they went", "What a night shift is worth",
)  # fmt: skip
EVENTS: Final = (
    "Leeds breakfast: pay", "Wakefield breakfast: drivers", "Bradford breakfast: skills",
    "York breakfast: care staff",
)  # fmt: skip


def guide(year: int) -> str:
    """Return the salary guide of a year."""
    return GUIDE.format(year=year)


def guide_page(rng: Random, year: int) -> str:
    """Draw a guide on the website; more than half of the readers want the salary guide."""
    return guide(year) if rng.random() < 0.55 else rng.choice(GUIDES)


def newsletter(month: str, *, first: bool) -> str:
    """Return what one of a month's two letters is called."""
    return f"{month} newsletter" if first else f"Mid-{month} newsletter"
