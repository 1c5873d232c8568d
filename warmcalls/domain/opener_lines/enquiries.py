"""Lines after enquiries: they asked, so the first words answer."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.FORM: Forms(
        own=(
            "Thank you for your enquiry. What do you need?",
            "I have your enquiry here. What should I know that isn't in it?",
            "You sent us an enquiry. Who are you looking for?",
            "You asked us to get in touch. Where shall we start?",
            "Your enquiry came to me. What would you like to happen next?",
            "I'm ringing about your enquiry. How soon do you need somebody?",
        ),
        several=("We had enquiries from {several} of you. Which one comes first?",),
        anybody=(
            "We had an enquiry from your end. Who is it for?",
            "An enquiry came in from your office. Who should I speak to about it?",
            "Somebody with you sent us an enquiry. What do you know about it?",
        ),
    ),
    Kind.CHAT: Forms(
        own=(
            "You wrote to us. How can I help?",
            "You sent us a message. What would you like to sort out first?",
            "I have your message here. What's behind it?",
        ),
        anybody=(
            "We had a message from your end. Who would it be from?",
            "Somebody with you wrote to us. What is it you're looking for?",
        ),
    ),
    Kind.AD_LEAD: Forms(
        own=(
            "You left your details with us. What do you need?",
            "You asked to hear from us. What shall we talk about?",
            "You filled in our form. What were you hoping we could do?",
            "Your details came through from our advert. What made you leave them?",
        ),
        anybody=(
            "Somebody at your end left their details with us. Who would that be?",
            "We had a request from your end to ring. What is it about?",
        ),
    ),
    Kind.PHONE_IN: Forms(
        own=(
            "You rang us. What were you after?",
            "I'm returning your call. What can I do for you?",
            "You tried to reach us. What did you need?",
        ),
        several=("{Several} of you have rung us. What is going on?",),
        anybody=(
            "Somebody at your end rang us. What was it about?",
            "We had a call from your office. Who should I ring back?",
        ),
    ),
}
