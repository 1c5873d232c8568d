"""What must hold whatever was done: no row names what is another client's, or gone."""

from warmcalls.store.engine import Reader

CONTACT = """
select r.id from {} r left join contact k on k.id = r.contact_id
where r.contact_id is not null and (k.id is null or k.client_id <> coalesce(r.client_id, 0))
"""
BESIDE = """
select r.id from {0} r join {1} o on o.id = r.{1}_id
where coalesce(r.client_id, 0) <> coalesce(o.client_id, 0)
"""
NAMELESS = """
select c.id from client c
where not exists (select 1 from identifier i where i.kind = 'name' and i.value = c.name_key)
"""
TWOSOME = (
    ("signal", "visitor"), ("call", "phone"), ("outcome", "call"), ("vacancy", "outcome"),
    ("placement", "vacancy"), ("fee", "placement"),
)  # fmt: skip


def crossed(db: Reader) -> dict[str, list[int]]:
    """Return the rows that name what is not their client's, by what is wrong; none of them."""
    asked = {
        f"{table} and its contact": CONTACT.format(table)
        for table in "phone identifier visitor signal call outcome vacancy".split()
    }
    asked |= {f"{one} and its {other}": BESIDE.format(one, other) for one, other in TWOSOME}
    asked["client without its name"] = NAMELESS
    found = {name: [int(row[0]) for row in db.tuples(sql)] for name, sql in asked.items()}
    return {name: ids for name, ids in found.items() if ids}
