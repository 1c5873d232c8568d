"""Lines after webinars and events: who came has met us, and who missed it may want the gist."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.WEBINAR_ATTENDED: Forms(
        own=(
            "You came to {subject}. What would you do with it first?",
            "Thank you for coming to {subject}. What did you make of it?",
            "You joined us for {subject}. What was new to you in it?",
            "After {subject}, what would you still have liked to ask?",
            "You were at {subject}. How much of it applies to you?",
            "You sat through our webinar. Which part was worth your time?",
        ),
        several=(
            "{Several} of you came to {subject}. What are you planning?",
            "It was good to have {several} of you at {subject}. What came of it?",
            "{Several} of you joined our webinar. What did you say to each other afterwards?",
        ),
        anybody=(
            "Somebody at your end came to {subject}. What has reached you of it?",
            "One of you joined {subject}. Who else ought to hear about it?",
            "Somebody in your office came to our webinar. What is it they're working on?",
        ),
    ),
    Kind.WEBINAR_REGISTERED: Forms(
        own=(
            "You signed up for {subject}. What made you choose it?",
            "You put your name down for {subject}. What did you hope to get from it?",
            "What drew you to {subject}?",
            "You signed up for a webinar of ours. What caught your eye?",
        ),
        several=(
            "{Several} of you signed up for {subject}. What is behind that?",
            "{Several} of you put your names down for our webinar. What would help you most?",
        ),
        anybody=(
            "Somebody at your end signed up for {subject}. What are they working on?",
            "One of you put a name down for our webinar. What is the interest there?",
        ),
    ),
    Kind.WEBINAR_NO_SHOW: Forms(
        own=(
            "You missed {subject}. Which part would you like in two minutes?",
            "We missed you at {subject}. What would you have wanted from it?",
            "We had to run {subject} without you. What shall I tell you about it?",
            "You couldn't make our webinar. What would you like to know from it?",
        ),
    ),
    Kind.EVENT_ATTENDED: Forms(
        own=(
            "How did you find {subject}?",
            "You came to {subject}. Who were you hoping to meet there?",
            "What has stayed with you from {subject}?",
            "Thank you for coming to our event. What brought you along?",
        ),
        several=(
            "{Several} of you came to {subject}. What did you take home from it?",
            "{Several} of you came to an event of ours. What are you planning?",
        ),
        anybody=(
            "Somebody at your end came to {subject}. What did you hear of it?",
            "One of you came to an event of ours. What is going on with hiring?",
        ),
    ),
    Kind.EVENT_SPOKE: Forms(
        own=(
            "You spoke with us at {subject}. Where shall we pick it up?",
            "We talked at {subject}. What has happened since?",
            "It was good to talk at {subject}. What would be a sensible next step?",
            "You stopped to talk to us. What were you after?",
        ),
        several=(
            "We talked to {several} of you at {subject}. Who leads on hiring?",
            "{Several} of you stopped to talk to us. Where shall we pick it up?",
        ),
        anybody=(
            "Somebody from your end talked to us at {subject}. Who should I carry on with?",
            "One of you stopped to talk to us. What is it that you need?",
        ),
    ),
}
