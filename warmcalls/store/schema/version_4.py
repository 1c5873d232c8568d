"""Version 4: when a client was seen, and which numbers a register bars, are kept apart."""

from warmcalls.store.schema.version import Version, statements

TABLES = """
alter table warmth add column seen_at integer not null default 0;
update warmth set seen_at = coalesce((
  select max(s.at) from signal s
  where s.client_id = warmth.client_id and s.kind not in ({shows_none})), 0);
drop index warmth_last;
create index warmth_seen on warmth (seen_at);
update phone set registered = 2 where registered = 1
  and not exists (select 1 from objection o where o.kind = 'phone' and o.value = phone.number);
update client_line set seen_at = (
  select nullif(w.seen_at, 0) from warmth w where w.client_id = client_line.client_id)
"""
SHOWS_NONE = "candidate_page email_open email_bounce email_unsubscribe job_advert"
QUOTED = ", ".join(f"'{name}'" for name in SHOWS_NONE.split())

VERSION = Version(
    4,
    "a client's own advert is no visit",
    statements(TABLES.replace("{shows_none}", QUOTED)),
)
