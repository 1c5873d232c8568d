"""Signals that come in with what may tie them to a client, for tests of identifiers."""

import itertools

from tests.agency import Agency
from warmcalls.actions.import_signals import SignalIntake
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store import settings, standing

KEYS = itertools.count()
K = IdentityKind


def visit(agency: Agency, *said: tuple[IdentityKind, str], days_ago: float = 1.0) -> None:
    """Take a visit to a guide in, strongest identity first."""
    identities = tuple(Identity(kind, value) for kind, value in said)
    at = agency.now - round(days_ago * DAY)
    row = Evidence(Kind.GUIDE_PAGE, at, identities, "Guide", said[0][1], f"visit {next(KEYS)}")
    with agency.db.atomic():
        SignalIntake(agency.db, settings.load(agency.db), 0).take([row])


def owners(agency: Agency) -> list[tuple[int | None, int | None]]:
    """Whose each signal is: client and contact, in the order in which they came."""
    found = agency.db.tuples("select client_id, contact_id from signal order by id")
    return [(client, contact) for client, contact in found]


def is_counted_afresh(agency: Agency) -> bool:
    """Tell whether counters, touches and standing are as if everything had just been counted."""
    from warmcalls.store import touches, warmth

    before = agency.dump()
    ids = [int(row[0]) for row in agency.db.tuples("select id from client")]
    kept = settings.load(agency.db)
    with agency.db.atomic():
        warmth.recount_all(agency.db, kept)
        touches.recount(agency.db, ids)
        standing.refresh(agency.db, ids, kept)
    return agency.dump() == before
