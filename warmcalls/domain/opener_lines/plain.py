"""Lines that no signal opens: promises, test calls, the front desk, and plain questions."""

from typing import Final

PLAIN: Final = (
    "What hiring have you planned for the next few months?",
    "What would make your next hire easier?",
    "How are you placed for people at the moment?",
    "Which of your roles has been open longest?",
    "What is the next role you expect to fill?",
    "In {sector}, who is hardest to find just now?",
    "How is hiring in {sector} treating you?",
)
# by month, 1 for January: what recruiters and those who hire have on their minds then
SEASONAL: Final[dict[int, tuple[str, ...]]] = {
    1: ("What has the new year brought you in the way of vacancies?",),
    2: ("What hiring is in the budget for the new financial year?",),
    3: ("Who do you want in place for the new financial year?",),
    4: ("The new financial year has begun. What is there to hire for?",),
    5: ("Who do you need before people go on holiday?",),
    6: ("How are you covered for the summer?",),
    7: ("Who would you like to have starting in September?",),
    8: ("What will you be hiring for once everybody is back from holiday?",),
    9: ("Now everybody is back, what is on your hiring list?",),
    10: ("Who do you need in place before Christmas?",),
    11: ("What would you like to have filled before Christmas?",),
    12: ("Who would you like to have starting in the new year?",),
}
# {ago}: how long ago this very person was last spoken with
SPOKEN: Final = (
    "We last spoke {ago}. What has changed on the hiring side since?",
    "We spoke {ago}. How have things moved on?",
    "Picking up from when we spoke {ago}: what is on your hiring list now?",
    "Since we spoke {ago}, which vacancies have come up?",
    "It was {ago} that we spoke. Where have you got to with hiring?",
)
COLD: Final = (
    "This is a cold call, so I'll be quick. How do you go about hiring?",
    "I'm ringing out of the blue. Who do you turn to when a role is hard to fill?",
    "We haven't spoken before. How do you find your people at the moment?",
    "We don't know each other yet. Which roles give you the most trouble?",
    "You weren't expecting this call. What, if anything, are you hiring for?",
    "I'll be brief, as you don't know me. What is your next hire likely to be?",
    "We haven't met. What would make a call from a recruiter worth taking?",
)
FRONT_DESK: Final = (
    "Who looks after hiring on your side, please?",
    "Who would be the right person to speak to about recruitment?",
    "Who deals with taking on new staff, please?",
    "I'd like a word with whoever does the hiring. Who would that be?",
    "Who decides on new staff with you, and when are they easiest to catch?",
    "Who should I ask for about vacancies, please?",
)
FRONT_DESK_PROMISED: Final = (
    "We said we'd ring back about hiring. Who looks after that, please?",
    "This is a call back about recruitment. Who should I ask for, please?",
    "Somebody with you was expecting a call from us about hiring. Who might that be?",
    "I'm ringing back as agreed about new staff. Who would be the person to speak to?",
)
PROMISED: Final = (
    "This is the call back we agreed. Where would you like to start?",
    "We said we'd speak again about now. How do things stand?",
    "I'm ringing back as agreed. What has changed since last time?",
    "Here is the call we promised you. What would be most useful to talk about?",
    "We left it that we'd ring back. What is at the top of your list now?",
    "We agreed on a call about now. How are you fixed for ten minutes?",
)
LATE: Final = (
    "I'm later with this call than we agreed, sorry. How are you fixed now?",
    "This call was due before now, and I'm sorry. Where have you got to?",
    "We owe you a call, and it's overdue. How do things stand?",
    "You were expecting us before now, and I'm sorry. What would you like to pick up first?",
    "We said we'd ring, and it took longer than it should. What has moved on since?",
    "Sorry to have kept you waiting for this call. What is most pressing?",
)
