"""What the demo's recruiters write down after a call."""

from random import Random
from typing import Final

from warmcalls.domain.outcomes import Result, Why

NOTES: Final[dict[Result, tuple[str, ...]]] = {
    Result.MEETING: (
        "Coffee at theirs, wants to see how we would find a {job}.",
        "Video call, {first} brings the line manager. Two roles to talk about.",
        "Meeting at their site. Lost a {job} in the spring and still cross about it.",
        "Wants terms and two examples of people we placed as {job}.",
    ),
    Result.SEND_INFORMATION: (
        "Send the salary figures for a {job} in {town}.",
        "Wants our terms by e-mail before anybody signs anything.",
        "Asked for two anonymous profiles: {job}.",
        "Send fees and the guarantee period.",
    ),
    Result.CALL_BACK: (
        "In a meeting, ring again. Sounded pleased.",
        "Budget is signed off at the end of the month.",
        "Wants to speak to the team first: may need a {job}.",
        "{first} is driving. Ring back, knows what it is about.",
        "Interviewing their own people this week. Ring when that is over.",
    ),
    Result.BAD_TIMING: (
        "Just took somebody on. Look again in a few months.",
        "Year end. After that.",
        "Moving to the new site first.",
        "Hiring freeze until the new budget.",
    ),
    Result.OTHER_AGENCY: (
        "PSL of three, reviewed in autumn.",
        "Happy with an agency in {town}, but they had no {job} last time.",
        "Group contract. {first} cannot choose.",
    ),
    Result.NOT_DECISION_MAKER: ("{first} only keeps the diary.", "Head office decides."),
    Result.NO_NEED: (
        "Fully staffed. Friendly.",
        "Nobody leaves there. Read the guide out of curiosity.",
        "Was comparing pay for the people they have.",
        "Shrinking, not hiring.",
    ),
    Result.NOT_INTERESTED: (
        "Does not use agencies on principle.",
        "Short and cross. Leave them be for a while.",
        "Had a bad hire through an agency once.",
    ),
    Result.DO_NOT_CALL: ("Asked not to be rung again.",),
}
MESSENGER_NOTES: Final = (
    "Thought we were a job board.",
    "Nice chat. Hires two a year, and they are family.",
    "Wanted free CVs.",
    "Pressed the button by mistake.",
    "Looking for work, not for staff.",
    "One-person business. Needs a hand on Saturdays, cash.",
    "Thought it was a prize draw.",
)
REJECTED_NOTES: Final[dict[Why, tuple[str, ...]]] = {
    Why.CANDIDATE: ("Sent a CV in the chat.", "Asks for shifts.", "Wants a job as a driver."),
    Why.NOT_OUR_MARKET: ("One person and a van.", "Hobby, no staff.", "Abroad."),
    Why.WRONG_DATA: ("Name and number do not belong together.", "No such business."),
}


def note(rng: Random, result: Result, facts: dict[str, str]) -> str:
    """Draw what a recruiter writes after a result; often nothing."""
    forms = NOTES.get(result)
    if not forms or (result is not Result.DO_NOT_CALL and rng.random() < 0.25):
        return ""
    text = rng.choice(forms).format(**facts)
    return text[0].upper() + text[1:]


def brief(rng: Random, facts: dict[str, str]) -> str:
    """Draw a job brief: whom they need, where, and since when."""
    need = rng.choice(("permanent", "permanent", "two of them", "maternity cover", "fixed term"))
    return f"{facts['job_title']}, {facts['town']}, {need}"
