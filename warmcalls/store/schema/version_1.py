"""Version 1: clients, signals, calls and what they earned. Released: never edited."""

from warmcalls.store.schema.version import Version, counters, statements

TABLES = """
create table setting (
  id integer primary key, name text not null unique, value text not null) strict;
create table person (
  id integer primary key, name text not null unique, role text not null,
  capacity integer not null default 20, active integer not null default 1) strict;

create table import (
  id integer primary key, file text not null, content text not null, format text not null,
  kind text not null, at integer not null, person_id integer references person,
  read integer not null default 0, added integer not null default 0,
  changed integer not null default 0, known integer not null default 0,
  problems integer not null default 0, entry_id integer, reverted_at integer) strict;
create table import_left_out (
  import_id integer not null references import, reason text not null, n integer not null,
  examples text not null default '[]', primary key (import_id, reason)) strict;
create table import_problem (
  import_id integer not null references import, position integer not null,
  line integer not null, why text not null, primary key (import_id, position)) strict;
create table mapping (
  id integer primary key, signature text not null unique, kind text not null,
  body text not null, used_at integer not null) strict;

create table client (
  id integer primary key, name text not null, name_key text not null, tier text not null default '',
  sector text not null default '', town text not null default '', staff integer,
  owner_id integer references person, expected_fee integer, currency text not null default 'GBP',
  website text not null default '', company_number text not null default '',
  notes text not null default '', tags text not null default '', since text not null default '',
  excluded text not null default '', objected_at integer, snoozed_until integer,
  import_id integer references import, made_at integer not null,
  version integer not null default 1) strict;
create index client_name_key on client (name_key);
create index client_owner on client (owner_id);
create table contact (
  id integer primary key, client_id integer not null references client, name text not null,
  role text not null default '', email text not null default '', notes text not null default '',
  objected_at integer, lawful_basis text not null default 'legitimate interest',
  source text not null default '', import_id integer references import,
  made_at integer not null, version integer not null default 1) strict;
create index contact_client on contact (client_id);
create index contact_email on contact (email);
create table phone (
  id integer primary key, client_id integer not null references client,
  contact_id integer references contact, number text not null, label text not null default '',
  screened_at integer, screened_by text not null default '',
  registered integer not null default 0, dead integer not null default 0,
  import_id integer references import) strict;
create index phone_client on phone (client_id);
create index phone_number on phone (number);
create table identifier (
  id integer primary key, client_id integer not null references client,
  contact_id integer references contact, kind text not null, value text not null,
  import_id integer references import) strict;
create unique index identifier_value on identifier (kind, value);
create index identifier_client on identifier (client_id);
create table objection (
  id integer primary key, kind text not null, value text not null, at integer not null,
  reason text not null default '', client_id integer, contact_id integer) strict;
create unique index objection_value on objection (kind, value);
create table not_duplicate (
  id integer primary key, one_id integer not null references client,
  other_id integer not null references client, at integer not null) strict;

create table campaign (
  id integer primary key, name text not null, channel text not null default '',
  starts text not null default '', ends text not null default '', budget integer,
  currency text not null default 'GBP', hypothesis text not null default '',
  import_id integer references import) strict;
create unique index campaign_name on campaign (name);
create table campaign_code (
  id integer primary key, campaign_id integer not null references campaign,
  code text not null unique) strict;
create table spend (
  id integer primary key, campaign_id integer references campaign, starts text not null,
  ends text not null, amount integer not null, currency text not null,
  note text not null default '',
  digest integer not null unique, import_id integer references import) strict;
create index spend_campaign on spend (campaign_id);

create table visitor (
  id integer primary key, kind text not null, value text not null,
  domain text not null default '', client_id integer references client,
  contact_id integer references contact, ignored text not null default '') strict;
create unique index visitor_value on visitor (kind, value);
create index visitor_domain on visitor (domain);
create index visitor_client on visitor (client_id);
create table signal (
  id integer primary key, client_id integer references client, contact_id integer,
  visitor_id integer references visitor, kind text not null, at integer not null,
  subject text not null default '', person integer not null, share real not null default 1.0,
  campaign_id integer, import_id integer, digest integer not null, note text not null default '')
  strict;
create unique index signal_digest on signal (digest);
create index signal_client on signal (client_id, at, kind, person, share);
create index signal_contact on signal (client_id, contact_id, at) where contact_id is not null;
create index signal_visitor on signal (visitor_id);
create index signal_import on signal (import_id);

create table warmth (
  client_id integer primary key references client, heat real not null default 0,
  short real not null default 0, long real not null default 0,
  n integer not null default 0, last_at integer not null default 0,
  {counters}) strict;
create index warmth_heat on warmth (heat desc);
create table standing (
  client_id integer primary key references client, owner_id integer,
  blocked text not null default '', ready_at integer not null default 0,
  rest text not null default '', callback_at integer, callback_by integer,
  attempts integer not null default 0, answered integer not null default 0,
  unanswered integer not null default 0, last_at integer, last_words text not null default '',
  refused_at integer, placed integer not null default 0,
  fee integer not null default 0, has_number integer not null default 0) strict;
create index standing_callback on standing (callback_at) where callback_at is not null;
create index standing_ready on standing (blocked, ready_at, callback_at, owner_id, has_number);

create table call (
  id integer primary key, key text not null unique, client_id integer not null references client,
  contact_id integer references contact, phone_id integer references phone,
  person_id integer references person, day text not null, proposed_at integer not null,
  kind text not null, rank integer not null, chance real not null, answer_chance real not null,
  value integer not null, warmth real not null, features text not null, reasons text not null,
  why text not null, opener text not null, test_chance real,
  state text not null default 'done', claimed_until integer) strict;
create index call_client on call (client_id, proposed_at);
create index call_day on call (day);
create table outcome (
  id integer primary key, key text not null unique, call_id integer references call,
  client_id integer not null references client, contact_id integer references contact,
  person_id integer references person, at integer not null, day text not null,
  reach text not null, result text not null default '', worth integer, why text not null default '',
  next_at integer, referred_to text not null default '', note text not null default '') strict;
create index outcome_client on outcome (client_id, at);
create index outcome_day on outcome (day);
create table vacancy (
  id integer primary key, client_id integer not null references client,
  contact_id integer references contact, outcome_id integer references outcome,
  title text not null default '', taken_at integer not null, terms text not null default '',
  fee integer, currency text not null default 'GBP', state text not null default 'open') strict;
create index vacancy_client on vacancy (client_id);
create table placement (
  id integer primary key, client_id integer not null references client,
  vacancy_id integer references vacancy, title text not null default '', placed_on text not null,
  import_id integer references import) strict;
create index placement_client on placement (client_id);
create table fee (
  id integer primary key, client_id integer not null references client,
  placement_id integer references placement, number text not null default '',
  amount integer not null, currency text not null default 'GBP', invoiced_on text not null,
  paid_on text not null default '', digest integer not null unique,
  import_id integer references import) strict;
create index fee_client on fee (client_id);

create table entry (
  id integer primary key, at integer not null, person_id integer, action text not null,
  said text not null, undone_at integer) strict;
create table change (
  id integer primary key, entry_id integer not null references entry, item text not null,
  item_id integer not null, before text, after text) strict;
create index change_entry on change (entry_id);
create index change_item on change (item, item_id);
create table saved_view (
  id integer primary key, page text not null, name text not null, body text not null) strict;
"""

COUNTERS = """
contact_page services_page guide_page article_page candidate_page other_page email_open email_click
email_reply email_unsubscribe email_bounce download video webinar_registered webinar_attended
webinar_no_show event_attended event_spoke form chat ad_lead phone_in reaction comment share follow
connection job_advert referral candidate_hiring met past_placement
"""


VERSION = Version(
    1,
    "clients, signals, calls and what they earned",
    statements(TABLES.replace("{counters}", counters(COUNTERS))),
)
