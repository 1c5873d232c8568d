"""Opener of a call: what is known of it decides which first line fits."""

from typing import Final

from warmcalls.actions.desk import Desk
from warmcalls.domain.calls import CallKind
from warmcalls.domain.clients import Client, Contact
from warmcalls.domain.incoming import digest
from warmcalls.domain.moments import ago_words, day_of, local
from warmcalls.domain.openers import Situation, opener
from warmcalls.domain.reasons import Counted

TODAY: Final = "today"


def opener_of(
    desk: Desk,
    client: Client,
    contact: Contact | None,
    *,
    kind: CallKind,
    strongest: Counted | None,
    last_spoke: int | None,
    is_theirs: bool,
    was_placed: bool,
    promised_at: int | None,
) -> str:
    """Return the first line for a call; the same client has the same one all day.

    Args:
        desk: who rings, and when.
        client: who is rung.
        contact: whom to ask for, None for the front desk.
        kind: why the call stands where it stands.
        strongest: the count behind the strongest reason, for it or else against it.
        last_spoke: when somebody there was last spoken with, UTC microseconds.
        is_theirs: it was this very contact.
        was_placed: the agency placed somebody there before.
        promised_at: the moment of a promise, UTC microseconds.
    """
    now, zone = desk.now, desk.agency.zone
    ago = ago_words(last_spoke, now, zone) if last_spoke and is_theirs else ""
    # what was talked of since is no news
    is_news = strongest is not None and (last_spoke or 0) < strongest.last
    situation = Situation(
        strongest=strongest if is_news else None,
        kind=kind,
        name=contact.name.split(" ")[0] if contact else "",
        me=desk.person.name.split(" ")[0] if desk.person else "",
        agency=desk.agency.agency,
        sector=client.sector,
        month=local(now, zone).month,
        ago="" if ago == TODAY else ago,
        is_known=last_spoke is not None or was_placed,
        is_late=promised_at is not None and day_of(promised_at, zone) < desk.day,
    )
    return opener(situation, abs(digest(f"{client.id} {desk.day}")))
