"""How imports are spoken of: formats, columns, kinds and reasons in a recruiter's words."""

from typing import Final

from warmcalls.actions.import_report import ImportReport
from warmcalls.domain.kinds import Kind
from warmcalls.importers.mapping import Field
from warmcalls.importers.spreadsheets import SAMPLE

FORMATS: Final = {
    "weblog": "Website log",
    "companies-house": "Companies House list",
    "bullhorn-client-corporation": "Bullhorn companies",
    "bullhorn-client-contact": "Bullhorn contacts",
    "linkedin-connections": "LinkedIn connections",
    "hubspot-contacts": "HubSpot contacts",
    "hubspot-companies": "HubSpot companies",
    "google-contacts": "Google contacts",
    "outlook-contacts": "Outlook contacts",
    "google-ads": "Google Ads report",
    "meta-ads": "Meta Ads report",
    "linkedin-ads": "LinkedIn Ads report",
    "xero-invoices": "Xero invoices",
    "vcard": "Address cards",
    "table": "Table",
}
LEFT_OUT: Final = {
    "asset": "pictures, styles and scripts, not pages",
    "bill": "bills that you were sent",
    "blank": "empty lines",
    "bot": "search engines and other robots",
    "deleted": "deleted in the system they came from",
    "draft": "drafts that were not sent yet",
    "error": "pages that were not there or failed",
    "footer": "remarks at the foot of the table",
    "further_line": "further lines of an invoice, which counts once",
    "method": "not page views",
    "no_address": "nothing says who it was",
    "no_client": "invoices to somebody who is no client here",
    "no_company": "people without a company",
    "no_figures": "months without a figure",
    "no_invoice": "payments and other papers that are no invoices",
    "no_name": "no name of a company or person",
    "no_spend": "days and campaigns that cost nothing",
    "none_counted": "counted as none in the file",
    "other_site": "views of another website",
    "own": "your own agency’s visits",
    "scanner": "mail filters and scanners that click by themselves",
    "several_clients": "invoices to a name that several clients have",
    "total": "lines with totals",
    "voided": "invoices that were taken back",
}
NOUNS: Final = {
    "signals": ("signal", "signals"),
    "spend": ("line of spend", "lines of spend"),
    "invoices": ("invoice", "invoices"),
    "figures": ("figure", "figures"),
}
RESTATED: Final = frozenset({"spend", "invoices", "figures"})
FIELDS: Final = {
    Field.IGNORE: "Not used",
    Field.CLIENT: "Company",
    Field.EMAIL: "E-mail",
    Field.CONTACT: "Contact’s name",
    Field.FIRST_NAME: "First name",
    Field.LAST_NAME: "Last name",
    Field.ROLE: "Role",
    Field.PHONE: "Phone",
    Field.MOBILE: "Mobile",
    Field.SWITCHBOARD: "Switchboard",
    Field.WEBSITE: "Website",
    Field.DOMAIN: "E-mail domain",
    Field.TIER: "Tier",
    Field.SECTOR: "Sector",
    Field.TOWN: "Town",
    Field.STAFF: "Number of staff",
    Field.OWNER: "Recruiter",
    Field.EXPECTED_FEE: "Expected fee",
    Field.NOTES: "Notes",
    Field.EXTERNAL_ID: "Number in your CRM",
    Field.COMPANY_NUMBER: "Company number",
    Field.DO_NOT_CALL: "Do not call",
    Field.EXCLUDED: "Why excluded",
    Field.TOKEN: "Link token",
    Field.NETWORK: "Network",
    Field.ALIAS: "Also known as",
    Field.SINCE: "Client since",
    Field.TAGS: "Tags",
    Field.WHEN: "Date and time",
    Field.DATE: "Date",
    Field.TIME: "Time",
    Field.KIND: "What happened",
    Field.SUBJECT: "Page or event",
    Field.ADDRESS: "Internet address",
    Field.CAMPAIGN: "Campaign",
    Field.CHANNEL: "Channel",
    Field.NOTE: "Note",
    Field.COUNT: "How often",
    Field.ID: "Line’s own number",
    Field.AMOUNT: "Amount",
    Field.NET: "Amount without tax",
    Field.TAX: "Tax",
    Field.CURRENCY: "Currency",
    Field.STARTS: "First day",
    Field.ENDS: "Last day",
    Field.MONTH: "Month",
    Field.CAMPAIGN_ID: "Campaign’s number",
    Field.INVOICE: "Invoice number",
    Field.INVOICED: "Day of the invoice",
    Field.DUE: "Due on",
    Field.PAID: "Paid on",
    Field.PAID_AMOUNT: "Amount paid",
    Field.BALANCE: "Amount still due",
    Field.STATUS: "Paid, open or void",
    Field.DOCUMENT: "Invoice or credit note",
    Field.TITLE: "What it is for",
    Field.CANDIDATES: "Candidates",
    Field.NEW_CLIENTS: "Clients",
    Field.COLLEAGUES: "Colleagues",
    Field.CASH: "Cash",
}
KILO: Final = 1000


def reason(name: str) -> str:
    """Return why lines were left out, also for a reason that is new."""
    return LEFT_OUT.get(name, name.replace("_", " "))


def format_name(name: str) -> str:
    """Return what a file is."""
    return FORMATS.get(name, name)


def noun(file_format: str, kind: str) -> tuple[str, str]:
    """Return what the rows of a file are, one and several."""
    if kind in NOUNS:
        return NOUNS[kind]
    if file_format == "vcard" or file_format.endswith(("contacts", "contact", "connections")):
        return "person", "people"
    return "client", "clients"


def lines(file_format: str, kind: str) -> tuple[str, str]:
    """Return what a file has before anybody knows what its lines hold, one and several."""
    if file_format == "vcard":
        return "card", "cards"
    return NOUNS["spend"] if kind == "spend" else ("line", "lines")


def noun_of(report: ImportReport) -> tuple[str, str]:
    """Return what a report's rows are; lines where some add but a contact to a client."""
    found = noun(report.format, report.kind)
    is_mixed = found[0] == "client" and report.added != report.made
    return ("line", "lines") if is_mixed else found


def taking(report: ImportReport) -> str:
    """Return what the button does: "Import 214 clients, change 38", "Change 38 clients"."""
    what, changed = noun_of(report), report.changed
    verb = "restate" if report.kind in RESTATED else "change"
    if not report.added and changed:
        return f"{verb.capitalize()} {counted(changed, *what)}"
    said = f"Import {counted(report.added, *what)}"
    return f"{said}, {verb} {changed:,}" if changed else said


def changed(kind: str) -> str:
    """Return what happened to rows that were known and are changed now."""
    return "restated" if kind in RESTATED else "changed"


def kind_name(kind: Kind) -> str:
    """Return a kind of signal as a choice in a list."""
    words = kind.value.replace("_", " ").replace("email", "e-mail")
    return words[0].upper() + words[1:]


def counted(number: int, one: str, more: str) -> str:
    """Return a number with its noun: "1 client", "1,240 clients"."""
    return f"{number:,} {one if number == 1 else more}"


def about(number: int, one: str, more: str) -> str:
    """Return a number with its noun, rounded where it was estimated and not counted."""
    if number < SAMPLE:
        return counted(number, one, more)
    return f"about {round(number, -2 if number >= 10 * KILO else -1):,} {more}"


def size(count: int) -> str:
    """Return the size of a file: "12 kB"."""
    value = float(count)
    for unit in ("bytes", "kB", "MB"):
        if value < KILO:
            return f"{value:,.0f} {unit}"
        value /= KILO
    return f"{value:,.1f} GB"


def seconds(left: float) -> str:
    """Return how long something will take, roughly."""
    if left < 10:  # noqa: PLR2004
        return "a few seconds left"
    if left < 90:  # noqa: PLR2004
        return f"about {round(left / 10) * 10} seconds left"
    return f"about {round(left / 60)} minutes left"
