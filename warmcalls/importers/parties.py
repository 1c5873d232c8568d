"""Names the cells of a line that cannot be, whatever sort of file it is from."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from warmcalls.domain.client_fields import parse
from warmcalls.domain.contact_checks import check_email
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.identities import clean_email, clean_host
from warmcalls.domain.incoming import IncomingPhone, Party, Problem
from warmcalls.importers.crm.export import several
from warmcalls.importers.tables.rows import Record

EMAIL = r"(.* )?e ?mail( .*)?"  # some of which hold no address, but "Work" or "No"


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


def with_bad_cells(party: Party, record: Record) -> Party:
    """Return a line of a known export with the e-mails and websites that are none as problems."""
    bad = (*_bad_emails(record), *_bad_website(party))
    return replace(party, problems=(*party.problems, *bad)) if bad else party


def _bad_emails(record: Record) -> Iterator[Problem]:
    cells = [value.replace(",", ";") for _, value in record.having(EMAIL)]
    for text in dict.fromkeys(part for cell in cells for part in several(cell)):
        if "@" in text and clean_email(text) is None:
            try:
                check_email(text)
            except RefusedError as error:
                yield Problem(record.line, f"E-mail: {error}", "email", text)


def _bad_website(party: Party) -> Iterator[Problem]:
    text = party.client.website if party.client else ""
    if text and clean_host(text) is None:
        try:
            parse("website", text, owners={})
        except RefusedError as error:
            yield Problem(party.line, f"Website: {error}", "website", text)


def _good(phones: Iterable[IncomingPhone]) -> tuple[IncomingPhone, ...]:
    return tuple(phone for phone in phones if not phone.why)
