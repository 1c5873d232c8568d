"""Lines after downloads: they asked for it, so it may be named."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.DOWNLOAD: Forms(
        own=(
            "You downloaded {subject}. What were you hoping to find in it?",
            "You asked us for {subject}. Which part of it matters to you?",
            "I'm ringing about {subject}, which you downloaded. What is it for?",
            "You have {subject} from us. What did it leave out?",
            "How does {subject} compare with what you see yourself?",
            "You have a guide of ours. Which parts ring true where you are?",
        ),
        several=(
            "{Several} of you have {subject}. What set that off?",
            "{Several} of you asked us for {subject}. What are you working on?",
            "{Several} of you have a guide of ours. What are you weighing up?",
        ),
        anybody=(
            "Somebody at your end asked us for {subject}. What are you working on?",
            "We sent {subject} your way. Who is it helping?",
            "Somebody in your office has a guide of ours. Who should I talk it through with?",
        ),
    ),
}
