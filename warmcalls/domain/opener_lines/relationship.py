"""Lines to those who know us: by word of mouth, as candidates, in person, or from a placement."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.REFERRAL: Forms(
        anybody=(
            "You were recommended to us. What would be useful to you?",
            "I was told to give you a ring. What are you looking for?",
            "Your firm's name was passed on to us. What is going on with hiring?",
            "Somebody put us on to you. Where could we be of help?",
        ),
    ),
    Kind.CANDIDATE_HIRING: Forms(
        own=(
            "You once came to us for a job. Who are you looking for now?",
            "We knew you as a candidate. What are you hiring for these days?",
            "Last time you were the one looking. Who do you need now?",
        ),
    ),
    Kind.MET: Forms(
        own=(
            "It was good to meet you. Where shall we take it from here?",
            "Since we met, what has changed with you?",
            "Following on from when we met, what is next on your list?",
        ),
        anybody=(
            "We've met one or two of you. Who is hiring at the moment?",
            "Some of you have met us. What came of it on your side?",
        ),
    ),
    Kind.PAST_PLACEMENT: Forms(
        anybody=(
            "How is the person we placed with you getting on?",
            "We've found you somebody before. How have they turned out?",
            "We've worked together before. What would you want done the same way again?",
            "You've hired through us before. Who do you need next?",
        ),
    ),
}
SEVERAL_PLACED: Final = (
    "How are the people we placed with you getting on?",
    "We've placed people with you before. How have they turned out?",
)
