"""Guesses a mapping from the names of columns and from what stands in them."""

import ipaddress
import re
from collections.abc import Callable, Iterable, Sequence

from warmcalls.domain.identities import clean_email, is_address
from warmcalls.importers.column_names import FIELDS_CALLED, PLAIN, SPELLED_AT
from warmcalls.importers.crm.export import host_of
from warmcalls.importers.kind_words import kind_of
from warmcalls.importers.mapping import FIELDS, FOUR_CS, Field, Mapping, TableKind, signature
from warmcalls.importers.months import month_of
from warmcalls.importers.tables.dates import EPOCHS, is_date
from warmcalls.importers.tables.numbers import number, whole
from warmcalls.importers.tables.rows import fold, known

SPENT = frozenset(
    {"amount spent", "spend", "spent", "total spent", "ad spend", "marketing spend"}
    | {"media spend", "cost", "costs", "total cost", "media cost"}
)
LIKELY = 0.5  # share of values that must fit a name's field
SURE = 0.8  # share that tells the field without a name
PHONE_DIGITS = range(9, 16)
YES_NO = frozenset({"y", "n", "yes", "no", "true", "false", "x", "1", "0", "dnc", "ctps", "tps"})
SEVERAL = frozenset(
    {Field.IGNORE, Field.EMAIL, Field.PHONE, Field.MOBILE, Field.SWITCHBOARD, Field.DOMAIN}
    | {Field.ALIAS, Field.NETWORK, Field.TOKEN, Field.NOTES, Field.NOTE, Field.DO_NOT_CALL}
    | {Field.TAGS}
)


def guess(
    header: Sequence[str], rows: Iterable[Sequence[str]], kind: TableKind | None = None
) -> Mapping:
    """Return the likeliest mapping; the same for the same header and rows.

    Args:
        header: the names of the columns.
        rows: a sample, each row as wide as the header.
        kind: what the table holds, if somebody said.
    """
    sample = list(rows)
    values = {
        name: [cell for row in sample if (cell := known(row[at]))] for at, name in enumerate(header)
    }
    kind = kind or kind_of_table(values)
    fields = {name: field_of(name, cells, kind) for name, cells in values.items()}
    keep_best(fields, SEVERAL - {Field.EMAIL} if kind == "signals" else SEVERAL)
    if kind == "clients":
        name_the_client(fields)
        take_at_its_name(fields)
    return Mapping(kind, fields, signature=signature(header))


def kind_of_table(values: dict[str, list[str]]) -> TableKind:
    """Tell what a table holds: money by its columns, signals by times and what happened."""
    for kind, is_it in MONEY.items():
        fields = [field_of(name, cells, kind) for name, cells in values.items()]
        if is_it({fold(name) for name in values}, frozenset(fields)):
            return kind
    fields = [field_of(name, cells, "signals") for name, cells in values.items()]
    timed = Field.WHEN in fields or Field.DATE in fields
    what = {Field.KIND, Field.SUBJECT, Field.COUNT} & set(fields)
    client_words = {Field.TIER, Field.SECTOR, Field.STAFF, Field.EXPECTED_FEE, Field.OWNER}
    listed = client_words & {field_of(name, cells, "clients") for name, cells in values.items()}
    if timed and (Field.KIND in fields or (what and not listed)):
        return "signals"
    return "clients"


def is_spend(names: set[str], fields: frozenset[Field]) -> bool:
    """Tell a table of spend by days, a cost, and a campaign or channel."""
    dated = fields & {Field.STARTS, Field.MONTH}
    return bool(names & SPENT and dated and fields & {Field.CAMPAIGN, Field.CHANNEL})


def is_invoices(names: set[str], fields: frozenset[Field]) -> bool:
    """Tell a list of invoices by an amount, whom it went to, and the word invoice."""
    return (
        any("invoice" in name.split() for name in names)
        and Field.INVOICED in fields
        and bool(fields & {Field.AMOUNT, Field.NET})
        and bool(fields & {Field.CLIENT, Field.EMAIL})
    )


def is_figures(names: set[str], fields: frozenset[Field]) -> bool:
    """Tell monthly figures by a month and two of the four Cs."""
    return "month" in names and len(fields & set(FOUR_CS)) > 1


def field_of(name: str, cells: list[str], kind: TableKind) -> Field:
    """Return what one column says, by its name if the values bear it out, else by the values."""
    allowed = FIELDS[kind]
    may_be = called(name)
    named = next(
        (each for each in allowed if each in may_be and share(each, cells) >= LIKELY), None
    )
    if kind == "signals" and named in {Field.WEBSITE, Field.DOMAIN} and is_one_site(cells):
        return Field.SUBJECT
    if named is None:
        return look_of(cells, LOOKS, allowed) or Field.IGNORE
    if named not in PEOPLE:
        return named
    return look_of(cells, LOOKS_OF_PEOPLE, allowed) or named


def look_of(
    cells: list[str], looks: dict[Field, Callable[[str], bool]], allowed: tuple[Field, ...]
) -> Field | None:
    """Return the field that nearly all cells look like."""
    for each, fits in looks.items():
        if each in allowed and cells and sum(map(fits, cells)) >= SURE * len(cells):
            return each
    return None


def called(name: str) -> tuple[Field, ...]:
    """Return the fields that columns of this name may be; "Email 2" is as "Email"."""
    folded = fold(name)
    bare = re.sub(r"( |(?<=\D))\d+$", "", folded)
    return FIELDS_CALLED.get(folded) or FIELDS_CALLED.get(bare, ())


def keep_best(fields: dict[str, Field], several: frozenset[Field]) -> None:
    """Where several columns would be one field, keep the one with the likeliest name."""
    best: dict[Field, str] = {}
    for name, each in fields.items():
        kept = best.setdefault(each, name)
        if each not in several and rank(name, each) < rank(kept, each):
            best[each] = name
    for name, each in fields.items():
        if each not in several and best[each] != name:
            fields[name] = Field.IGNORE


def rank(name: str, field: Field) -> int:
    """Return how far down its list of spellings a name stands."""
    return SPELLED_AT.get((field, fold(name)), len(SPELLED_AT))


def name_the_client(fields: dict[str, Field]) -> None:
    """In a list of companies "Name" is the company's, unless it has people's roles."""
    taken = set(fields.values())
    if taken & {Field.CLIENT, Field.ROLE, Field.FIRST_NAME, Field.LAST_NAME}:
        return
    for name, each in fields.items():
        if each is Field.CONTACT and fold(name) == "name":
            fields[name] = Field.CLIENT


def take_at_its_name(fields: dict[str, Field]) -> None:
    """Take a column with a plain name as what it is called, though its values are none.

    Each of them is then a problem that somebody sees, where ignoring the column hides it.
    """
    for name, each in fields.items():
        plain = PLAIN.get(fold(name), Field.IGNORE)
        if each is Field.IGNORE and (plain in SEVERAL or plain not in fields.values()):
            fields[name] = plain


def share(field: Field, cells: list[str]) -> float:
    """Return the share of cells that can be this field; of none at all it is 1."""
    fits = FITS.get(field)
    if fits is None or not cells:
        return 1.0
    return sum(fits(cell) for cell in cells) / len(cells)


def is_one_site(cells: list[str]) -> bool:
    """Tell whether a column holds pages of one website: then it is ours, not the visitor's."""
    hosts = {host_of(cell) for cell in cells}
    return len(cells) > 1 and len(hosts) == 1 and len(set(cells)) > 1


def is_phone(cell: str) -> bool:
    """Tell whether a cell looks like a phone number."""
    digits = re.sub(r"\D", "", cell)
    return (
        bool(re.fullmatch(r"[+(]?[\d\s().\-/+]+(\s*(x|ext\.?)\s*\d+)?", cell, re.IGNORECASE))
        and len(digits) in PHONE_DIGITS
        and not is_date(cell)
    )


def is_surely_phone(cell: str) -> bool:
    """Tell whether a cell is a phone number even if nothing says so."""
    return is_phone(cell) and cell.startswith(("0", "+", "(0", "(+"))


def is_network(cell: str) -> bool:
    """Tell whether a cell holds networks or addresses."""
    try:
        for part in re.split(r"[;,\s]+", cell.strip()):
            ipaddress.ip_network(part, strict=False)
    except ValueError:
        return False
    return True


def is_moment(cell: str) -> bool:
    """Tell whether a cell is a date, or counts from 1970."""
    return is_date(cell) or (cell.isdecimal() and len(cell) in EPOCHS)


def is_money(cell: str) -> bool:
    """Tell whether a cell is an amount with its currency."""
    return bool(re.search(r"[£$€]", cell)) and number(cell) is not None


def is_number(cell: str) -> bool:
    """Tell whether a cell is a number."""
    return number(cell) is not None


def is_word(cell: str) -> bool:
    """Tell whether a cell holds a letter."""
    return any(letter.isalpha() for letter in cell)


def is_host(cell: str) -> bool:
    """Tell whether a cell is a website."""
    return "@" not in cell and host_of(cell) is not None


FITS: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: lambda cell: any(clean_email(part) for part in re.split(r"[;,]", cell)),
    Field.CLIENT: is_word,
    Field.CONTACT: is_word,
    Field.FIRST_NAME: is_word,
    Field.LAST_NAME: is_word,
    Field.PHONE: is_phone,
    Field.MOBILE: is_phone,
    Field.SWITCHBOARD: is_phone,
    Field.TIER: lambda cell: bool(re.fullmatch(r"(tier\s*)?[abc]", cell, re.IGNORECASE)),
    Field.EXPECTED_FEE: is_number,
    Field.STAFF: lambda cell: whole(cell) is not None,
    Field.WEBSITE: is_host,
    Field.DOMAIN: lambda cell: host_of(cell) is not None,
    Field.ADDRESS: is_address,
    Field.NETWORK: is_network,
    Field.WHEN: is_moment,
    Field.DATE: is_date,
    Field.SINCE: lambda cell: is_date(cell) or bool(re.fullmatch(r"(19|20)\d\d", cell)),
    Field.TIME: lambda cell: bool(re.fullmatch(r"\d\d?:\d\d.*", cell)),
    Field.KIND: lambda cell: kind_of(cell) is not None,
    Field.COUNT: is_number,
    Field.DO_NOT_CALL: lambda cell: cell.casefold() in YES_NO,
    Field.AMOUNT: is_number,
    Field.NET: is_number,
    Field.TAX: is_number,
    Field.CURRENCY: lambda cell: bool(re.fullmatch(r"[A-Za-z]{3}", cell)),
    Field.STARTS: is_date,
    Field.ENDS: is_date,
    Field.MONTH: lambda cell: month_of(cell) is not None,
    Field.INVOICED: is_date,
    Field.DUE: is_date,
    Field.PAID: lambda cell: is_date(cell) or cell.casefold() in YES_NO,
    Field.PAID_AMOUNT: is_number,
    Field.BALANCE: is_number,
    Field.CANDIDATES: is_number,
    Field.NEW_CLIENTS: is_number,
    Field.COLLEAGUES: is_number,
    Field.CASH: is_number,
}
MONEY: dict[TableKind, Callable[[set[str], frozenset[Field]], bool]] = {
    "spend": is_spend,
    "invoices": is_invoices,
    "figures": is_figures,
}
LOOKS: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: FITS[Field.EMAIL],
    Field.ADDRESS: is_address,
    Field.WHEN: is_date,
    Field.WEBSITE: FITS[Field.WEBSITE],
    Field.PHONE: is_surely_phone,
    Field.TIER: FITS[Field.TIER],
    Field.EXPECTED_FEE: is_money,
}
PEOPLE = frozenset({Field.CLIENT, Field.CONTACT, Field.FIRST_NAME, Field.ID, Field.EXTERNAL_ID})
LOOKS_OF_PEOPLE: dict[Field, Callable[[str], bool]] = {
    Field.EMAIL: FITS[Field.EMAIL],
    Field.PHONE: is_surely_phone,
}
