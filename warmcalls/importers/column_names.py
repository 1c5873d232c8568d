"""What columns are called in the lists people keep, per field."""

from warmcalls.importers.mapping import Field
from warmcalls.importers.tables.rows import fold

SPELLINGS: dict[Field, str] = {
    Field.CLIENT: "client, client name, company, company name, organisation, organization, "
    "organisation name, organization name, account, account name, business, business name, "
    "employer, target, target client, prospect, customer, customer name, firm, name of company, "
    "associated company, trading name",
    Field.EMAIL: "email, e-mail, email address, e-mail address, mail, work email, business email, "
    "contact email, person - email - work, email 1, primary email, recipient, user email, "
    "attendee email, visitor email, email id, e-mail 1",
    Field.CONTACT: "contact, contact name, full name, person, person name, person - name, "
    "key contact, hiring manager, decision maker, attendee, attendee name, name, visitor name, "
    "main contact, primary contact",
    Field.FIRST_NAME: "first name, forename, given name, firstname, fname, person - first name, "
    "christian name",
    Field.LAST_NAME: "last name, surname, family name, lastname, lname, person - last name, "
    "last name/surname",
    Field.ROLE: "role, job title, title, position, job role, contact title, designation, function",
    Field.PHONE: "phone, phone number, telephone, tel, tel no, telephone number, direct dial, "
    "direct line, ddi, direct, work phone, business phone, contact number, phone 1, landline, "
    "person - phone - work, contact phone, phone no, number",
    Field.MOBILE: "mobile, mobile phone, mobile number, cell, cell phone, mob, mobile no, "
    "person - phone - mobile, mobile phone number",
    Field.SWITCHBOARD: "switchboard, main phone, company phone, main number, office phone, "
    "company main phone, head office phone, reception",
    Field.WEBSITE: "website, web site, url, web, site, company url, website url, web page, "
    "homepage, web address, company website",
    Field.DOMAIN: "domain, company domain, company domain name, email domain, web domain, "
    "domain name, host, hostname",
    Field.TIER: "tier, grade, priority, rank, rating, abc, class, client tier, category abc, band",
    Field.SECTOR: "sector, industry, vertical, market, specialism, business sector, segment",
    Field.TOWN: "town, city, location, post town, town/city, address.city, office location",
    Field.STAFF: "staff, employees, headcount, number of employees, no of employees, size, "
    "company size, employee count, num employees, staff count, # employees",
    Field.OWNER: "owner, account manager, recruiter, consultant, account owner, company owner, "
    "contact owner, record owner, lead owner, assigned to, assignee, responsible, looked after by, "
    "owner email, client owner, relationship owner",
    Field.EXPECTED_FEE: "expected fee, fee, fee value, potential fee, estimated fee, deal value, "
    "potential, potential value, average fee, estimated value, value, fees, likely fee",
    Field.NOTES: "notes, comments, comment, remarks, description, background, history, memo",
    Field.EXTERNAL_ID: "external id, record id, id, crm id, account id, company id, client id, "
    "reference, ref, crm reference, salesforce id, bullhorn id, hubspot id, external reference",
    Field.COMPANY_NUMBER: "company number, company no, companies house number, crn, "
    "registration number, company registration number, registered number, co number, "
    "company reg no",
    Field.DO_NOT_CALL: "do not call, dnc, do not contact, no calls, opted out, opt out, "
    "suppressed, objected, ctps, tps, do not phone",
    Field.EXCLUDED: "excluded, exclusion reason, excluded because, reason for exclusion, "
    "why excluded",
    Field.TOKEN: "token, tracking token, tracking id, link id, utm_id, wc, warmcalls token, "
    "tracking code",
    Field.NETWORK: "network, ip range, cidr, ip network, networks, ip ranges, office ip",
    Field.ALIAS: "alias, aliases, aka, also known as, other names, former name, previous name, "
    "known as, trading as",
    Field.SINCE: "since, client since, customer since, start date, created, create date, added, "
    "date added",
    Field.TAGS: "tags, tag, labels, label, keywords, hashtags",
    Field.WHEN: "when, date time, datetime, timestamp, occurred at, happened at, date and time, "
    "event time, visit time, time stamp, activity date, event date, action date, visited at, "
    "seen at, last seen, registration time, join time, created at, created time, opened at, "
    "clicked at, submitted at, started at, submission date, occurred, visit date, date/time, "
    "downloaded at, download date, submitted",
    Field.DATE: "date, day, on",
    Field.TIME: "time, at, hour, time of day, clock",
    Field.KIND: "kind, what, type, activity, activity type, action, event type, signal, "
    "signal type, engagement, engagement type, what happened, interaction, interaction type, "
    "event action",
    Field.SUBJECT: "subject, page, page title, page url, landing page, asset, content, resource, "
    "event, event name, webinar, webinar title, topic, document, download, path, post, "
    "email subject, captured url, form name, guide, item",
    Field.ADDRESS: "address, ip, ip address, visitor ip, client ip, visit ip",
    Field.CHANNEL: "channel, medium, utm_medium, source, utm_source, source/medium, "
    "traffic source, platform, via",
    Field.NOTE: "note, detail, details, message, answer, question",
    Field.COUNT: "count, clicks, opens, times, views, page views, pageviews, hits, visits, "
    "number of clicks, quantity, total",
    Field.ID: "id, event id, activity id, row id, lead id, signal id, unique id, visit id, uuid, "
    "guid, attendee #, key",
    Field.AMOUNT: "amount, amount spent, spend, spent, total spent, ad spend, marketing spend, "
    "media spend, cost, costs, total cost, media cost, invoice amount, invoice total, "
    "amount invoiced, gross, gross amount, total amount, total, total inc vat, "
    "total including vat, invoice value, fee, fee amount, value",
    Field.NET: "net, net amount, net total, subtotal, sub total, total ex vat, amount ex vat, "
    "total excluding vat, net value, net fee",
    Field.TAX: "tax, vat, vat amount, tax amount, tax total, total tax",
    Field.CURRENCY: "currency, currency code, ccy, invoice currency",
    Field.STARTS: "starts, start, start date, from, date from, from date, reporting starts, "
    "period start, date, day, on, week",
    Field.ENDS: "ends, end, end date, to, until, date to, to date, reporting ends, period end",
    Field.MONTH: "month, period, year month, month of",
    Field.CAMPAIGN: "campaign, campaign name, utm_campaign, utm campaign, campaign title",
    Field.CAMPAIGN_ID: "campaign id, ad campaign id, campaign number",
    Field.INVOICE: "invoice, invoice number, invoice no, invoice no., invoice #, inv no, "
    "invoice ref, invoice reference, invoice id, document number, number, reference, ref, no",
    Field.INVOICED: "invoiced, invoice date, invoiced on, date invoiced, date of invoice, "
    "issue date, issued, issued on, date issued, document date, tax date, date",
    Field.DUE: "due, due date, due on, payment due, date due",
    Field.PAID: "paid, paid on, date paid, paid date, payment date, payment received, "
    "fully paid on, last payment date, settled on",
    Field.PAID_AMOUNT: "paid amount, amount paid, invoice amount paid, paid to date, received, "
    "amount received",
    Field.BALANCE: "balance, balance due, amount due, outstanding, amount outstanding, open "
    "balance, invoice amount due, unpaid",
    Field.STATUS: "status, invoice status, payment status, state",
    Field.DOCUMENT: "document, document type, type, invoice type, transaction type",
    Field.TITLE: "title, description, details, for, job title, placement, role, position, "
    "memo, narrative, particulars, subject",
    Field.CANDIDATES: "candidates, new candidates, candidates registered, registrations",
    Field.NEW_CLIENTS: "clients, new clients, clients won, active clients, number of clients",
    Field.COLLEAGUES: "colleagues, headcount, team, team size, staff, consultants, employees",
    Field.CASH: "cash, cash at bank, bank, bank balance, cash balance, cash in bank",
}
FIELDS_CALLED: dict[str, tuple[Field, ...]] = {}
for _field, _names in SPELLINGS.items():
    for _name in _names.split(","):
        _folded = fold(_name)
        FIELDS_CALLED[_folded] = (*FIELDS_CALLED.get(_folded, ()), _field)
for _field in Field:
    FIELDS_CALLED.setdefault(fold(_field.value), (_field,))
ALSO_VALUES = frozenset(
    "ignore no for paid unpaid received issued due invoiced invoice credit settled to until end "
    "team cash excluded".split()
)
"""Names that stand as values in the rows of other tables: no header is known by them."""
KNOWN_NAMES: frozenset[str] = frozenset(FIELDS_CALLED) - ALSO_VALUES
SPELLED_AT: dict[tuple[Field, str], int] = {
    (each, fold(name)): at
    for each, names in SPELLINGS.items()
    for at, name in enumerate(names.split(","))
}
PLAIN: dict[str, Field] = {
    fold(name): each
    for each, names in {
        Field.TIER: "tier, client tier",
        Field.STAFF: "staff, employees, headcount, number of employees, no of employees",
        Field.EXPECTED_FEE: "expected fee, fee, potential fee, estimated fee, average fee",
        Field.EMAIL: "email, e-mail, email address, e-mail address, work email, contact email",
        Field.PHONE: "phone, phone number, telephone, telephone number, tel, tel no, direct dial",
        Field.MOBILE: "mobile, mobile phone, mobile number, cell phone",
        Field.SWITCHBOARD: "switchboard, main phone, company phone, main number, office phone",
        Field.WEBSITE: "website, web site, company website",
        Field.DOMAIN: "domain, company domain, email domain, web domain",
        Field.NETWORK: "network, networks, ip range, ip ranges",
        Field.SINCE: "client since, customer since",
        Field.DO_NOT_CALL: "do not call, do not contact, dnc, no calls, do not phone",
    }.items()
    for name in names.split(",")
}
"""What a column of a client list is by its name alone, whatever stands in it."""
