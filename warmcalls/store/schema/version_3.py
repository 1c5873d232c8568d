"""Version 3: the marketer's desk."""

from warmcalls.store.schema.version import Version, statements

TABLES = """
alter table identifier add column said text not null default '';
alter table standing add column contacts integer not null default 0;
alter table standing add column identifiers integer not null default 0;
alter table standing add column fit real not null default 0;
create table client_line (
  client_id integer primary key, name text not null, spelt text not null, tier integer,
  sector text, town text, owner_id integer, staff integer, fee integer, since text, tags text,
  website text, company_number text, excluded text, notes text, contact text, phone text,
  contacts integer not null, has_number integer not null, covered integer not null, fit integer,
  barred integer, ready_at integer not null, waits integer, callback_at integer,
  screened_at integer, spoke_at integer, seen_at integer, heat real) strict;
create table client_digest (
  client_id integer primary key, words integer not null) strict;
create index warmth_last on warmth (last_at);
create table duplicate (
  id integer primary key, one_id integer not null references client,
  other_id integer not null references client, zone text not null, alike real not null,
  reasons text not null, found_at integer not null) strict;
create unique index duplicate_pair on duplicate (one_id, other_id);
create index duplicate_other on duplicate (other_id);
create unique index not_duplicate_pair on not_duplicate (one_id, other_id);
create table alert (
  id integer primary key, client_id integer not null references client,
  person_id integer references person, signal_at integer not null, at integer not null) strict;
create index alert_client on alert (client_id, at)
"""
SQLITE = """
create virtual table client_text using fts5 (
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize='ascii')
"""
# what is sorted stands in the same order on both engines
SORTED = (
    "name spelt sector town since tags website company_number excluded notes contact phone".split()
)
POSTGRES = """
alter table client alter column name_key type text collate "C";
alter table client_line {sorted};
create table client_text (rowid bigint primary key, words tsvector not null);
create index client_text_words on client_text using gin (words)
"""
COLLATED = ", ".join(f'alter column {name} type text collate "C"' for name in SORTED)

VERSION = Version(
    3,
    "the marketer's desk",
    statements(TABLES),
    {"sqlite": statements(SQLITE), "postgres": statements(POSTGRES.replace("{sorted}", COLLATED))},
)
