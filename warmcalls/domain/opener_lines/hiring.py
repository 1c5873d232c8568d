"""Lines after their own job adverts, which anybody may read and anybody may be asked about."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.JOB_ADVERT: Forms(
        anybody=(
            "You advertised {subject}. Did you find anybody?",
            "How are you getting on with {subject}?",
            "You've had {subject} advertised. How are the applications?",
            "What sort of people has your advert for {subject} brought in?",
            "I saw your advert for {subject}. Who are you hoping for?",
            "I saw that you were advertising. Did you find anybody?",
            "How has your advert done: plenty of names, or plenty of the right ones?",
        ),
    ),
}
SEVERAL_ADVERTS: Final = (
    "You've put out several adverts. Which one matters most?",
    "With several jobs out at once, which is proving hardest?",
    "You have a few jobs advertised, {subject} among them. Which have you filled?",
)
