"""Alerts: what target clients did just now, told once to each desk and with a rest between."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from warmcalls.domain import alerts as rules
from warmcalls.domain.alerts import Alert, Told
from warmcalls.domain.clients import Person, Role
from warmcalls.domain.moments import HOUR
from warmcalls.store import alerts as kept
from warmcalls.store import settings
from warmcalls.store.alerts import Watch
from warmcalls.store.engine import Reader, Row, Writer

if TYPE_CHECKING:
    from warmcalls.domain.arrivals import Read
    from warmcalls.domain.settings import Settings


def due(db: Reader, *, now: int, person: Person | None = None) -> list[Alert]:
    """Return what a desk was not told of yet, the strongest first.

    A recruiter hears of the clients they look after and of those nobody does; marketing and the
    owner hear of all.
    """
    agency = settings.load(db)
    if not agency.alerts_on:
        return []
    watch = _watch(agency, now, person)
    clients = kept.watched(db, watch)
    told = kept.told(db, clients.keys(), watch)
    rest = agency.alert_rest_hours * HOUR
    awake = {
        i: row for i, row in clients.items() if not rules.rests(told.get(i, Told()), now, rest)
    }
    found = _found(db, awake, told, watch, agency)
    return sorted(found, key=lambda alert: _order(alert, agency))


def note(db: Writer, alerts: Collection[Alert], *, now: int, person: Person | None = None) -> None:
    """Write down that a desk was told, so that it is not told again after a restart."""
    with db.atomic():
        kept.note(db, alerts, now, person.id if person else None)


def take(db: Writer, *, now: int, person: Person | None = None) -> list[Alert]:
    """Return what is due and note it in the same transaction: two windows never tell twice."""
    with db.atomic():
        found = due(db, now=now, person=person)
        note(db, found, now=now, person=person)
    return found


def _watch(agency: "Settings", now: int, person: Person | None) -> Watch:
    mine = person.id if person and person.role is Role.RECRUITER else 0
    return Watch(
        since=now - rules.NEWS,
        now=now,
        oldest=now - max(rules.NEWS, agency.alert_rest_hours * HOUR),
        tiers=agency.alert_tiers,
        person=person.id if person else 0,
        owner=mine,
    )


def _found(
    db: Reader, clients: dict[int, Row], told: dict[int, Told], watch: Watch, agency: "Settings"
) -> list[Alert]:
    strong = kept.strong(db, clients, watch, rules.strong_kinds(agency.worth))
    people = kept.people(db, clients, watch.now - rules.A_DAY, watch.now)
    found = []
    for client_id, about in clients.items():
        news, (count, last) = strong.get(client_id, []), people.get(client_id, (0, 0))
        several = count >= rules.SEVERAL and last > told.get(client_id, Told()).signal_at
        if news or several:
            at = max([last if several else 0, *(when for _, when in news)])
            did = rules.strongest((read for read, _ in news), agency.worth)
            found.append(Alert(client_id, about["name"], about["tier"], did, count, at))
    return found


def _order(alert: Alert, agency: "Settings") -> tuple[object, ...]:
    did: Read | None = alert.did
    weight = agency.worth[did.kind].weight if did else 0.0
    return (alert.tier or "Z", -weight, -alert.people, alert.client.lower(), alert.client_id)
