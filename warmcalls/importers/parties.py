"""Takes the phone numbers that nobody can ring out of a line, and says so."""

from collections.abc import Iterable
from dataclasses import replace

from warmcalls.domain.incoming import IncomingPhone, Party, Problem


def without_bad_numbers(party: Party) -> Party:
    """Return a line without the numbers that cannot be; they are among its problems."""
    client, contact = party.client, party.contact
    told = (*(client.phones if client else ()), *(contact.phones if contact else ()))
    bad = {phone.number: phone.why for phone in told if phone.why}
    if not bad:
        return party
    problems = [Problem(party.line, f"Phone: {why}", "phone", text) for text, why in bad.items()]
    return replace(
        party,
        client=client and replace(client, phones=_good(client.phones)),
        contact=contact and replace(contact, phones=_good(contact.phones)),
        problems=(*party.problems, *problems),
    )


def _good(phones: Iterable[IncomingPhone]) -> tuple[IncomingPhone, ...]:
    return tuple(phone for phone in phones if not phone.why)
