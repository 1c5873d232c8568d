"""Version 2: campaigns answer for themselves."""

from warmcalls.store.schema.version import Version, statements

TABLES = """
create table touch (
  client_id integer not null references client, campaign_id integer not null references campaign,
  first_at integer not null, last_at integer not null, n integer not null, lead_at integer,
  primary key (client_id, campaign_id)) strict;
create index touch_first on touch (campaign_id, first_at, last_at);
create index touch_lead on touch (campaign_id, lead_at) where lead_at is not null;
create index touch_worked on touch (client_id, lead_at, campaign_id) where lead_at is not null;
update signal set campaign_id = null where campaign_id is not null
  and not exists (select 1 from campaign c where c.id = signal.campaign_id);
insert into touch (client_id, campaign_id, first_at, last_at, n, lead_at)
  select s.client_id, s.campaign_id, min(s.at), max(s.at), count(*),
  min(case when s.kind in ({lead_kinds}) then s.at end)
  from signal s join client l on l.id = s.client_id join campaign c on c.id = s.campaign_id
  group by s.client_id, s.campaign_id;
create index signal_campaign on signal (client_id, at, campaign_id, person)
  where campaign_id is not null;
create index signal_enquiry on signal (campaign_id, at, visitor_id)
  where client_id is null and kind in ('form', 'chat', 'ad_lead', 'phone_in');
drop index outcome_client;
create index outcome_client on outcome (client_id, at, reach, result, worth, why);

alter table campaign add column stopped_why text not null default '';
alter table spend add column channel text not null default '';
alter table spend add column source text not null default '';
alter table spend add column item text not null default '';
alter table spend add column spelt text not null default '';
create index spend_days on spend (starts, ends);
alter table vacancy add column person_id integer references person;
alter table vacancy add column closed_on text not null default '';
alter table placement add column person_id integer references person;
alter table placement add column candidate text not null default '';
alter table fee add column kind text not null default 'invoice';
alter table fee add column due_on text not null default '';
alter table fee add column note text not null default '';
alter table fee add column tax integer not null default 0;
alter table fee add column source text not null default '';
alter table fee add column credits_id integer;
alter table fee add column person_id integer references person;
create index fee_number on fee (number);
create index fee_invoiced on fee (invoiced_on);
create index fee_paid on fee (paid_on);
create table exchange_rate (
  id integer primary key, currency text not null, day text not null, rate real not null) strict;
create unique index exchange_rate_day on exchange_rate (currency, day);

create table sample (
  id integer primary key, campaign_id integer not null references campaign,
  client_id integer not null references client, at integer not null,
  until integer not null) strict;
create unique index sample_client on sample (client_id, campaign_id);
create table answer (
  id integer primary key, outcome_id integer not null references outcome,
  campaign_id integer not null references campaign, person_id integer references person,
  at integer not null, text text not null default '', settled integer not null default 0) strict;
create unique index answer_outcome on answer (outcome_id, campaign_id);
create table dismissal (
  id integer primary key, campaign_id integer not null references campaign,
  person_id integer references person, at integer not null, warning text not null,
  note text not null) strict;

create table experiment (
  id integer primary key, name text not null unique, hope text not null default '',
  measure text not null, decides text not null default '', starts text not null,
  ended_on text not null default '', decision text not null default '',
  learnt text not null default '', person_id integer references person,
  made_at integer not null) strict;
create table experiment_arm (
  id integer primary key, experiment_id integer not null references experiment,
  campaign_id integer not null references campaign, name text not null default '') strict;
create unique index experiment_arm_campaign on experiment_arm (experiment_id, campaign_id);

create table plan (
  id integer primary key, month text not null, channel text not null,
  amount integer not null, currency text not null) strict;
create unique index plan_month on plan (month, channel);
create table month_figure (
  id integer primary key, month text not null, name text not null, value integer not null,
  import_id integer references import) strict;
create unique index month_figure_month on month_figure (month, name)
"""
LEAD_KINDS = """
contact_page services_page guide_page email_click email_reply download video webinar_registered
webinar_attended event_attended event_spoke form chat ad_lead phone_in comment share referral
candidate_hiring met
"""
QUOTED = ", ".join(f"'{name}'" for name in LEAD_KINDS.split())

VERSION = Version(
    2,
    "campaigns answer for themselves",
    statements(TABLES.replace("{lead_kinds}", QUOTED)),
)
