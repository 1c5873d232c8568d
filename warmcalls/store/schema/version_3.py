"""Version 3: the marketer's desk."""

from warmcalls.store.schema.version import Version, statements

TABLES = """
alter table identifier add column said text not null default '';
alter table standing add column contacts integer not null default 0;
alter table standing add column identifiers integer not null default 0;
alter table standing add column fit real not null default 0;
create index client_listed on client (
  name_key, tier, sector, town, owner_id, staff, expected_fee, since, tags);
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
POSTGRES = """
create table client_text (rowid bigint primary key, words tsvector not null);
create index client_text_words on client_text using gin (words)
"""

VERSION = Version(
    3,
    "the marketer's desk",
    statements(TABLES),
    {"sqlite": statements(SQLITE), "postgres": statements(POSTGRES)},
)
