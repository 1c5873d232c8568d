"""Lines after visits to the website and videos: they keep to the matter, never to the visit."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

MARKET: Final = Forms(
    anybody=(
        "What is hiring like for you this quarter?",
        "Which roles are hardest for you to fill at the moment?",
        "How has your year been for finding people?",
        "Where do your best people come from these days?",
        "Where do you lose candidates: before the interview, or after the offer?",
        "What has got harder about hiring for you this year?",
        "Who are you finding it hardest to hold on to just now?",
    ),
    quiet=True,
)
LINES: Final[dict[Kind, Forms]] = {
    Kind.CONTACT_PAGE: Forms(
        anybody=(
            "What is on your hiring list this month?",
            "Which vacancy would you most like off your desk?",
            "What hiring have you got coming up?",
            "Which of your teams is short of people at the moment?",
            "If you could fill one job this week, which would it be?",
            "How many people do you need to find, and by when?",
            "Who do you need that you haven't found yet?",
        ),
        quiet=True,
    ),
    Kind.SERVICES_PAGE: Forms(
        anybody=(
            "How are you filling your vacancies just now?",
            "If a role came up tomorrow, how would you go about filling it?",
            "Which roles do you fill yourselves, and which do you hand out?",
            "How long does it usually take you to fill a role?",
            "Who do you turn to when a role won't fill?",
            "What do you want from an agency that you aren't getting today?",
            "How do you decide when to bring in an agency?",
        ),
        quiet=True,
    ),
    Kind.GUIDE_PAGE: Forms(
        anybody=(
            "How does your pay compare with what candidates ask for?",
            "When did you last check your pay against the market?",
            "Which roles have you had to raise pay for this year?",
            "What do people ask for when you make them an offer?",
            "Which pay figures would be useful to you just now?",
            "Have you lost anybody over money lately, and what would have kept them?",
            "In {sector}, which jobs do you find hardest to put a salary on?",
        ),
        quiet=True,
    ),
    Kind.ARTICLE_PAGE: MARKET,
    Kind.VIDEO: MARKET,
}
