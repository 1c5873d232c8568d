"""Add a signal by hand: a referral, a meeting in person, a call that came in."""

from typing import Final

from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import digest
from warmcalls.domain.kinds import Kind
from warmcalls.store import campaigns, clients, settings, signals, touches, warmth
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry

BY_HAND: Final = (Kind.REFERRAL, Kind.MET, Kind.CANDIDATE_HIRING, Kind.PHONE_IN, Kind.EVENT_SPOKE)
CHANGED: Final = frozenset({"signals", "calls", "campaigns"})


def add_signal(
    db: Writer,
    client_id: int,
    kind: Kind,
    *,
    at: int,
    now: int,
    subject: str = "",
    note: str = "",
    contact_id: int | None = None,
    campaign_id: int | None = None,
    person_id: int | None = None,
) -> Done:
    """Add one signal to a client.

    Args:
        db: the writer.
        client_id: the client.
        kind: any kind of signal.
        at: when it was; UTC microseconds, not in the future.
        now: UTC microseconds.
        subject: the event or page, if that says something.
        note: what is worth remembering.
        contact_id: who it was, if known.
        campaign_id: what brought it about, if known.
        person_id: who says so.

    Raises:
        RefusedError: it lies in the future, the client or the campaign is unknown, or it is
            there already.
    """
    if at > now:
        raise RefusedError("A signal cannot lie in the future.")
    with db.atomic():
        client = clients.by_id(db, client_id)
        if client is None:
            raise RefusedError("This client is not there any more.")
        if campaign_id is not None and campaigns.name_of(db, campaign_id) is None:
            raise RefusedError("This campaign is not there any more.")
        who = f"contact {contact_id}" if contact_id else f"client {client_id}"
        key = digest(f"hand|{kind}|{at}|{client_id}|{who}|{subject}")
        if signals.known(db, [key]):
            raise RefusedError("This signal is there already.")
        with entry(db, "add_signal", now, person_id) as journal:
            row = {"client_id": client_id, "contact_id": contact_id, "kind": kind.value, "at": at}
            row |= {"subject": subject, "person": digest(who), "digest": key, "note": note}
            row |= {"campaign_id": campaign_id}
            journal.add("signal", row)
            journal.said = f"Added to {client.name}: {kind.value.replace('_', ' ')}"
        warmth.add(db, [warmth.Arrival(client_id, kind, at, 1.0)], settings.load(db))
        touches.add(db, [touches.Arrival(client_id, campaign_id, kind, at)])
    return Done(journal.said, CHANGED, journal.entry_id)
