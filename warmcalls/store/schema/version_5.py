"""Version 5: what a ranking that learns is made of."""

from warmcalls.store.schema.version import Version, statements

FAMILIES = {
    "website": "contact_page services_page guide_page article_page other_page",
    "email": "email_click email_reply",
    "content": "download video",
    "event": "webinar_registered webinar_attended webinar_no_show event_attended event_spoke",
    "enquiry": "form chat ad_lead phone_in",
}
HALF_LIVES = {"7d": 7.0, "60d": 60.0}
PACES = tuple(
    (f"p_{family}_{spell}", kinds.split(), days)
    for family, kinds in FAMILIES.items()
    for spell, days in HALF_LIVES.items()
)
FAR = "6000.0"  # days from the landmark: two to the power of it is still a float
COLUMNS = ";\n".join(
    f"alter table warmth add column {name} real not null default 0" for name, _, _ in PACES
)
SUMS = ",\n  ".join(
    "coalesce(sum(case when d.kind in ({kinds}) then d.share * power(2.0, d.days / {life})"
    " else 0 end), 0)".format(kinds=", ".join(f"'{kind}'" for kind in kinds), life=life)
    for _, kinds, life in PACES
)
TABLES = """
{columns};
update warmth set ({names}) = (
  select {sums}
  from (select e.kind, e.share, case when e.days > {far} then {far} when e.days < -{far} then -{far}
    else e.days end as days
    from (select s.kind, s.share, cast(s.at - (
        select coalesce(max(cast(value as integer)), 0) from setting where name = 'landmark')
        as real) / 86400000000.0 as days
      from signal s where s.client_id = warmth.client_id) e) d);
alter table standing add column worth_at integer;
update standing set worth_at = (
  select max(o.at) from outcome o where o.client_id = standing.client_id and (o.worth = 1 or
  (o.worth is null and o.reach = 'spoke' and o.result in ('job_brief', 'meeting'))));
alter table standing add column prospect real;
create index standing_prospect on standing (prospect desc, client_id) where prospect is not null;
alter table call add column log_odds real;
alter table call add column campaign_id integer;
create index call_campaign on call (campaign_id) where campaign_id is not null;
create table learned (
  id integer primary key, at integer not null, outcomes integer not null,
  body text not null) strict
"""

VERSION = Version(
    5,
    "a ranking that learns",
    statements(
        TABLES.replace("{columns}", COLUMNS)
        .replace("{names}", ", ".join(name for name, _, _ in PACES))
        .replace("{sums}", SUMS)
        .replace("{far}", FAR)
    ),
)
