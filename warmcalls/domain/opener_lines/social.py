"""Lines after social media: what was said in public may be named, a liking may not."""

from typing import Final

from warmcalls.domain.kinds import Kind
from warmcalls.domain.opener_lines.forms import Forms

LINES: Final[dict[Kind, Forms]] = {
    Kind.REACTION: Forms(
        own=(
            "We put out {subject}. How does that look from where you sit?",
            "What is everybody talking about in your line of work just now?",
            "What do you read these days when you want to know about hiring?",
        ),
    ),
    Kind.COMMENT: Forms(
        own=(
            "You commented on {subject}. What made you say it?",
            "I read what you wrote under {subject}. What's the story there?",
            "You commented on a post of ours. What was behind that?",
        ),
    ),
    Kind.SHARE: Forms(
        own=(
            "You passed on {subject}. Who was it for?",
            "Thank you for sharing {subject}. What struck you about it?",
            "You shared a post of ours. What struck you about it?",
        ),
    ),
    Kind.FOLLOW: Forms(
        own=(
            "You follow us these days. What would you like to hear about?",
            "You'll have seen our posts. What would be more use to you?",
        ),
    ),
    Kind.CONNECTION: Forms(
        own=(
            "We're connected online, so I thought I'd ring. What do you hire for?",
            "Thank you for connecting. Who are you trying to find?",
            "We're connected, but it's easier to talk. What are you working on?",
        ),
    ),
}
