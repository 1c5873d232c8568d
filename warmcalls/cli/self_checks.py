"""What `warmcalls self-test` tries, also in a built program: one function a part."""

import io
import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from warmcalls.domain.errors import RefusedError

if TYPE_CHECKING:
    from warmcalls.store.engine import Writer

NOW: Final = datetime(2026, 3, 3, 8, 30, tzinfo=UTC)
NEEDED: Final = (3, 51, 3)


def database() -> None:
    """Seed a small agency, make a list, record an outcome and take it back."""
    from warmcalls.actions.begin import begin
    from warmcalls.actions.seed import seed
    from warmcalls.domain.moments import moment

    with tempfile.TemporaryDirectory() as folder:
        now = moment(NOW)
        db = begin(str(Path(folder) / "warmcalls.db"), now=now)
        try:
            seed(db, now=now, clients=60, months=3)
            _one_call(db, now)
        finally:
            db.close()


def _one_call(db: "Writer", now: int) -> None:
    from warmcalls.actions.record_outcome import record_outcome
    from warmcalls.actions.todays_list import todays_list
    from warmcalls.actions.undo import undo
    from warmcalls.domain.outcomes import Outcome, Reach
    from warmcalls.store import people

    person = people.everyone(db)[0]
    before = todays_list(db, now=now, person=person)
    if not before.calls:
        raise RefusedError("The list of a seeded agency is empty.")
    first = before.calls[0]
    outcome = Outcome("self-test", first.client_id, now, Reach.NO_ANSWER, person_id=person.id)
    record_outcome(db, outcome, proposed=first)
    if len(todays_list(db, now=now, person=person).done) != 1:
        raise RefusedError("An outcome that was recorded is not there.")
    undo(db, now=now)
    if todays_list(db, now=now, person=person) != before:
        raise RefusedError("An outcome that was undone left something behind.")


def sqlite() -> None:
    """Check that the SQLite in use cannot damage data."""
    from warmcalls.store.sqlite_engine import connect

    conn = connect(":memory:", "memory")
    version = str(conn.execute("select sqlite_version()").fetchone()[0])
    conn.close()
    if tuple(int(part) for part in version.split(".")) < NEEDED:
        raise RefusedError(f"SQLite {version} is too old.")


def time_zones() -> None:
    """Check that clocks change where they should."""
    summer = datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(ZoneInfo("Europe/London"))
    if summer.hour != 13:  # noqa: PLR2004
        raise RefusedError("The time zone data are wrong: London has no summer time.")


def window() -> None:
    """Draw the app's own button with its font and icon where nobody sees it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from warmcalls.ui import icons, resources
    from warmcalls.ui.components.buttons import Button
    from warmcalls.ui.theme import Theme

    app = QApplication.instance() or QApplication(["self-test"])
    assert isinstance(app, QApplication)
    if len(resources.files("fonts", ".otf")) < 2:  # noqa: PLR2004  regular and semibold
        raise RefusedError("The app’s fonts are missing: install WarmCalls again.")
    drawn = icons.pixmap("ph.phone-call", 16, "#000000").toImage()
    if not any(drawn.pixelColor(x, y).alpha() for x in range(16) for y in range(16)):
        raise RefusedError("The app’s icons are missing: install WarmCalls again.")
    if Button(Theme(app), "Dial", icon="ph.phone").grab().isNull():
        raise RefusedError("Qt cannot draw.")


def chart() -> None:
    """Draw a chart."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure()
    figure.add_subplot().plot([1, 2, 3])
    picture = io.BytesIO()
    FigureCanvasAgg(figure)
    figure.savefig(picture, format="png")
    if not picture.getvalue():
        raise RefusedError("Charts cannot be drawn.")


CHECKS: Final[dict[str, Callable[[], None]]] = {
    "SQLite": sqlite,
    "time zones": time_zones,
    "database": database,
    "window": window,
    "charts": chart,
}
