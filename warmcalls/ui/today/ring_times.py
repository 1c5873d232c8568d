"""When to ring: the agency's best hours and when this client answered, as the card says it."""

from warmcalls.domain.calls import CallCard
from warmcalls.domain.moments import local
from warmcalls.ui.today import words
from warmcalls.ui.today.moment import Now


def ring_times(card: CallCard, now: Now) -> tuple[str, ...]:
    """Return what is known of the time to ring, the longest first: the one that fits is shown."""
    answered = ""
    if card.answered_at is not None:
        answered = f"answered at {local(card.answered_at, now.zone):%H:%M} last time"
    said, short = card.hours.words, card.hours.short_words
    if not said:
        return (answered,) if answered else ()
    band = short.partition(":")[0]
    if not answered:
        return said, short, band
    return (*(f"{part} · {answered}" for part in (said, short)), said, short, band)


def ring_tip(card: CallCard, now: Now) -> str:
    """Return the same in full, or that it is too early to tell."""
    doubt = card.hours.doubt
    lines = [f"Best time to ring: {doubt}" if doubt else card.hours.words]
    if card.answered_at is not None:
        at = local(card.answered_at, now.zone)
        day = words.happened(card.answered_at, now(), now.zone)
        day = day if day.startswith("Today") else f"{day}, {at:%H:%M}"
        lines.append(f"Answered last: {day}")
    return "\n".join(lines)
