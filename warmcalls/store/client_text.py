"""Full text over clients: names, aliases, notes, contacts, numbers, town, sector and tags.

The words are made by `domain.client_words`, so both engines index and find the same ones. A
digest of each client's words is kept beside them: what did not change is not indexed again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from warmcalls.domain.client_words import Term, kept_words, terms
from warmcalls.domain.incoming import digest
from warmcalls.store.engine import Reader, Writer

CHUNK: Final = 500
OF_CLIENTS: Final = """
select id, name, sector, town, tags, notes, website, company_number from client where id in (:ids)
"""
OF_OTHERS: Final = (
    "select client_id, name, role, email, notes from contact where client_id in (:ids)",
    "select client_id, value, said from identifier where client_id in (:ids) and kind <> 'range'",
)
NUMBERS: Final = "select client_id, number from phone where client_id in (:ids)"
ALL: Final = "select id from client order by id"
DIGESTS: Final = "select client_id, words from client_digest where client_id in (:ids)"
FORGET: Final = (
    "delete from client_text where rowid in (:ids)",
    "delete from client_digest where client_id in (:ids)",
)
REPLACE: Final = "on conflict (client_id) do update set words = excluded.words"
# two desks may index the same client at once; SQLite has one writer
ADD: Final = {
    "sqlite": "",
    "postgres": "on conflict (rowid) do update set words = excluded.words",
}
CLEAR: Final = {
    "sqlite": "insert into client_text (client_text) values ('delete-all')",
    "postgres": "delete from client_text",
}
MATCHING: Final = {
    "sqlite": "select rowid from client_text where client_text match :words",
    "postgres": "select rowid from client_text where words @@ cast(:words as tsquery)",
}
ALL_OF: Final = {"sqlite": " AND ", "postgres": " & "}
ANY_OF: Final = {"sqlite": " OR ", "postgres": " | "}
BEGINS: Final = {"sqlite": '"{}"*', "postgres": "'{}':*"}


def refresh(db: Writer, ids: Sequence[int]) -> None:
    """Index some clients anew, those whose words are other than the index has."""
    for start in range(0, len(ids), CHUNK):
        chunk = list(ids[start : start + CHUNK])
        kept = {client_id: " ".join(found) for client_id, found in words(db, chunk).items()}
        known = dict(db.tuples(DIGESTS, ids=chunk))
        gone = [client_id for client_id in known if client_id not in kept]
        digests = {client_id: digest(text) for client_id, text in kept.items()}
        new = [client_id for client_id, made in digests.items() if known.get(client_id) != made]
        forget(db, [*gone, *(client_id for client_id in new if client_id in known)])
        rows = [(client_id, _as_indexed(db, kept[client_id])) for client_id in new]
        db.add_many("client_text", ("rowid", "words"), rows, ADD[db.dialect])
        made = ((client_id, digests[client_id]) for client_id in new)
        db.add_many("client_digest", ("client_id", "words"), made, REPLACE)


def rebuild(db: Writer) -> None:
    """Index every client anew."""
    clear(db)
    refresh(db, [int(row[0]) for row in db.tuples(ALL)])


def clear(db: Writer) -> None:
    """Empty the index."""
    db.execute(CLEAR[db.dialect])
    db.execute("delete from client_digest")


def forget(db: Writer, ids: Sequence[int]) -> None:
    """Take clients that go away out of the index."""
    for start in range(0, len(ids), CHUNK):
        chunk = list(ids[start : start + CHUNK])
        for sql in FORGET:
            db.execute(sql, ids=chunk)


def _as_indexed(db: Writer, text: str) -> str:
    """Return words as an engine takes them in; they hold letters and digits only."""
    return " ".join(f"'{word}'" for word in text.split()) if db.dialect == "postgres" else text


def words(db: Reader, ids: Sequence[int]) -> dict[int, list[str]]:
    """Return the words that some clients are found by; those that are gone are left out."""
    texts: dict[int, list[str]] = {}
    for client_id, *said in db.tuples(OF_CLIENTS, ids=list(ids)):
        texts[client_id] = said
    for sql in OF_OTHERS:
        for client_id, *said in db.tuples(sql, ids=list(ids)):
            texts[client_id] += said
    numbers: dict[int, list[str]] = defaultdict(list)
    for client_id, number in db.tuples(NUMBERS, ids=list(ids)):
        numbers[client_id].append(number)
    return {i: kept_words(said, numbers[i]) for i, said in texts.items()}


def matching(db: Reader, typed: str) -> tuple[str, str] | None:
    """Return the SQL that selects who fits a typed text, and its parameter `words`.

    None where nothing was typed that could be looked for.
    """
    asked = terms(typed)
    if not asked:
        return None
    return MATCHING[db.dialect], ALL_OF[db.dialect].join(_spelt(asked, db.dialect))


def _spelt(asked: Sequence[Term], dialect: str) -> Iterator[str]:
    """Yield each term in the words of an engine; words hold letters and digits only."""
    for term in asked:
        groups = [ALL_OF[dialect].join(BEGINS[dialect].format(w) for w in g) for g in term]
        yield "(" + ANY_OF[dialect].join(f"({group})" for group in groups) + ")"
