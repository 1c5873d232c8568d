"""Touches kept as signals come and go equal touches counted afresh from the signals."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pysqlite3.dbapi2 as sqlite
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agency import Agency
from warmcalls.actions.add_campaign import add_campaign
from warmcalls.actions.add_signal import add_signal
from warmcalls.actions.import_files import import_file
from warmcalls.actions.revert_import import revert_import
from warmcalls.actions.undo import undo
from warmcalls.domain.campaigns import LEAD_KINDS
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import Kind
from warmcalls.domain.moments import DAY
from warmcalls.store import touches
from warmcalls.store.opening import open_writer
from warmcalls.store.schema import version_2

Touch = tuple[int, int, int, int, int, int | None]
KEPT = "select client_id, campaign_id, first_at, last_at, n, lead_at from touch order by 1, 2"
SIGNALS = "select client_id, campaign_id, kind, at from signal"
FROZEN = Path(__file__).parents[1] / "data" / "databases"
SITES = ("north.co.uk", "south.co.uk", "east.co.uk")
CODES = ("", "webinar", "guide", "ads")
KINDS = (Kind.WEBINAR_ATTENDED, Kind.EMAIL_OPEN, Kind.CHAT)


def brute_force(agency: Agency) -> list[Touch]:
    """Count touches in plain Python, independently of the SQL."""
    found: dict[tuple[int, int], list[tuple[int, str]]] = {}
    for client, campaign, kind, at in agency.db.tuples(SIGNALS):
        if client is not None and campaign is not None:
            found.setdefault((client, campaign), []).append((at, kind))
    lead_kinds = {kind.value for kind in LEAD_KINDS}
    return [
        (
            *key,
            min(at for at, _ in seen),
            max(at for at, _ in seen),
            len(seen),
            min((at for at, kind in seen if kind in lead_kinds), default=None),
        )
        for key, seen in sorted(found.items())
    ]


def kept(agency: Agency) -> list[Touch]:
    return agency.db.tuples(KEPT)


class World:
    """The deeds that change whose signals there are."""

    def __init__(self, agency: Agency, folder: Path) -> None:
        self.agency, self.folder = agency, folder

    def _take(self, name: str, text: str) -> None:
        path = self.folder / name
        path.write_text(text)
        import_file(self.agency.db, path, now=self.agency.now)

    def signals(self, a: int, b: int) -> None:
        """Import nine signals from three networks of visitors, some of them known already."""
        lines = ["When,What,E-mail,Campaign"]
        for n in range(9):
            site, code, kind = SITES[(a + n) % 3], CODES[(b + n * a) % 4], KINDS[(a * b + n) % 3]
            day, hour = (a + 3 * n) % 27 + 1, (b + n) % 24
            lines.append(f"2026-02-{day:02} {hour:02}:00,{kind.value},p{b % 3}@{site},{code}")
        self._take("signals.csv", "\n".join(lines) + "\n")

    def clients(self, a: int, _: int) -> None:
        """Import a client that adopts the visitors of its domain."""
        self._take("clients.csv", f"Company,Website\nClient {a % 3} Ltd,www.{SITES[a % 3]}\n")

    def by_hand(self, a: int, _: int) -> None:
        """Add a client that adopts the visitors of its domain."""
        self.agency.client(f"Client {a % 3} Ltd", phone="", website=f"www.{SITES[a % 3]}")

    def signal(self, a: int, b: int) -> None:
        """Add a signal by hand, for a campaign."""
        db, now = self.agency.db, self.agency.now
        client = db.tuples("select min(id) from client")[0][0]
        campaign = db.tuples("select max(id) from campaign")[0][0]
        at, subject = now - a * DAY, f"talk {b}"
        add_signal(
            db, client or 0, KINDS[b % 3], at=at, now=now, subject=subject, campaign_id=campaign
        )

    def campaign(self, a: int, _: int) -> None:
        """Make a campaign before its first signal."""
        code = CODES[a % 4] or "other"
        add_campaign(self.agency.db, code, now=self.agency.now, codes=(code,))

    def undo(self, _: int, __: int) -> None:
        """Take the newest action back."""
        undo(self.agency.db, now=self.agency.now)

    def revert(self, a: int, _: int) -> None:
        """Take an import back."""
        ids = self.agency.db.tuples("select id from import order by id")
        revert_import(self.agency.db, ids[a % len(ids)][0] if ids else 0, now=self.agency.now)


DEEDS: dict[str, Callable[[World, int, int], None]] = {
    "signals": World.signals,
    "clients": World.clients,
    "by hand": World.by_hand,
    "signal": World.signal,
    "campaign": World.campaign,
    "undo": World.undo,
    "revert": World.revert,
}
STEP = st.tuples(st.sampled_from(sorted(DEEDS)), st.integers(0, 20), st.integers(0, 20))


class _Back(Exception):  # noqa: N818  it only rolls an example back
    pass


@given(steps=st.lists(STEP, min_size=3, max_size=12))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_kept_touches_equal_brute_force_after_any_deeds(
    agency: Agency, tmp_path: Path, steps: list[tuple[str, int, int]]
) -> None:
    with contextlib.suppress(_Back), agency.db.atomic():
        world = World(agency, tmp_path)
        world.signals(1, 2)
        world.by_hand(0, 0)
        for name, a, b in steps:
            with contextlib.suppress(RefusedError):
                DEEDS[name](world, a, b)
            assert kept(agency) == brute_force(agency), name
        raise _Back


def test_a_lead_is_known_from_its_first_signal_that_says_so(agency: Agency, tmp_path: Path) -> None:
    world = World(agency, tmp_path)
    client = agency.client("North Ltd", website="www.north.co.uk")
    lines = (
        "When,What,E-mail,Campaign\n2026-02-03 10:00,email_open,a@north.co.uk,News\n"
        "2026-02-05 10:00,email_click,a@north.co.uk,News\n"
    )
    world._take("one.csv", lines)
    at = agency.db.tuples("select at from signal order by at")
    campaign = agency.db.tuples("select id from campaign")[0][0]
    assert kept(agency) == [(client, campaign, at[0][0], at[1][0], 2, at[1][0])]
    world._take("two.csv", lines.replace("05 10", "01 10"))
    first = agency.db.tuples("select min(at) from signal")[0][0]
    assert kept(agency) == [(client, campaign, first, at[1][0], 3, first)]
    touches.recount_campaigns(agency.db, [campaign])
    assert kept(agency) == [(client, campaign, first, at[1][0], 3, first)]


def test_a_campaign_that_signals_name_is_not_undone(agency: Agency, tmp_path: Path) -> None:
    made = add_campaign(agency.db, "News", now=agency.now, codes=("news",))
    World(agency, tmp_path)._take(
        "one.csv", "When,What,E-mail,Campaign\n2026-02-03 10:00,email_click,a@far.co.uk,News\n"
    )
    with pytest.raises(RefusedError, match="signals came in for this campaign"):
        undo(agency.db, now=agency.now, entry_id=made.undo)
    assert agency.db.tuples("select name from campaign") == [("News",)]


def test_a_signal_for_a_campaign_that_is_not_there_is_refused(agency: Agency) -> None:
    client, facts = agency.client("North Ltd"), dict[str, Any](at=agency.now, now=agency.now)
    with pytest.raises(RefusedError, match="campaign is not there"):
        add_signal(agency.db, client, Kind.MET, campaign_id=77, **facts)


def test_an_older_database_gets_the_touches_of_its_signals(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes((FROZEN / "0001.db").read_bytes())
    with contextlib.closing(sqlite.connect(str(path))) as old, old:
        client = old.execute("select id from client").fetchone()[0]
        campaign = old.execute("insert into campaign (name) values ('News')").lastrowid
        for n, (kind, known) in enumerate((("email_open", True), ("chat", True), ("chat", False))):
            row = (client if known else None, kind, 100 + n, n, campaign, n)
            old.execute(
                "insert into signal (client_id, kind, at, person, campaign_id, digest)"
                " values (?, ?, ?, ?, ?, ?)",
                row,
            )
    db = open_writer(str(path))
    assert db.tuples(KEPT) == [(client, campaign, 100, 101, 2, 101)]
    db.close()


def test_the_schema_and_the_program_mean_the_same_kinds() -> None:
    assert set(version_2.LEAD_KINDS.split()) == {kind.value for kind in LEAD_KINDS}
