"""Lines after e-mails: a mail that was sent may be named, a click on it may not."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.EMAIL_CLICK: Forms(
        own=(
            "We sent you {subject}. What did you make of it?",
            "You had {subject} from us. Which part was of any use?",
            "I'm ringing about {subject}, which we e-mailed you. What would you like to know?",
            "You get our e-mails. What would you like to see more of in them?",
            "We write to you now and then. What would be worth hearing from us?",
        ),
    ),
    Kind.EMAIL_REPLY: Forms(
        own=(
            "You wrote back to us, so I thought I'd ring. What did you have in mind?",
            "Thank you for your e-mail. What would help you most?",
            "I have your reply here. Where would you like to start?",
            "It seemed quicker to ring than to write back. What can you tell me about it?",
            "You replied to {subject}. What was behind it?",
        ),
        several=("We had replies from {several} of you. What are you all working on?",),
        anybody=(
            "Somebody at your end wrote back to us. Who is looking at hiring?",
            "We had a reply from your office. What is it that you need?",
            "Your end answered {subject}. Who should I talk to about it?",
        ),
    ),
}
