"""Change settings; what they decide is worked out again at once."""

from dataclasses import replace
from typing import Any, Final
from zoneinfo import available_timezones

from warmcalls.actions.done import Done
from warmcalls.actions.fee_levels import price_changed
from warmcalls.actions.learning import relearn_changed
from warmcalls.domain.alerts import check_settings as check_alerts
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.networks import check_network
from warmcalls.domain.settings import Settings
from warmcalls.domain.worth_checks import check_worth
from warmcalls.store import fits, prospects, settings, warmth
from warmcalls.store.engine import Writer
from warmcalls.store.journal import entry

CHANGED: Final = frozenset({"settings", "calls", "clients"})
LOWEST_LINE, HIGHEST_LINE = 0.1, 100.0  # fees per unit spent
SHARES: Final = ("base_rate", "answer_rate", "test_share")
NO_CHANCE: Final[dict[str, tuple[float, ...]]] = {
    "base_rate": (0.0, 1.0),  # a rate of none or all has no odds
    "answer_rate": (0.0, 1.0),
    "test_share": (1.0,),
    "value_power": (),
}


def change_settings(
    db: Writer, *, now: int, person_id: int | None = None, said: str = "", **values: Any
) -> Done:
    """Change some settings, by the names of `Settings`' fields.

    Raises:
        RefusedError: a value cannot be; nothing is changed.
    """
    with db.atomic():
        before = settings.load(db)
        after = replace(before, **_checked(values))
        with entry(db, "change_settings", now, person_id) as journal:
            for name in values:
                row, kept = settings.as_row(name, getattr(after, name)), settings.row_of(db, name)
                if kept:
                    journal.change("setting", kept["id"], value=row["value"])
                else:
                    journal.add("setting", row)
            journal.said = said or f"Changed {', '.join(name.replace('_', ' ') for name in values)}"
        work_out(db, before, after)
        relearn_changed(db, before, after)
    return Done(journal.said, CHANGED, journal.undo)


def work_out(db: Writer, before: Settings, after: Settings) -> None:
    """Bring counters and standing up to date where the settings behind them changed."""
    if before.worth != after.worth:
        warmth.recount_all(db, after)
    elif prospects.rests_on(before) != prospects.rests_on(after):
        prospects.refresh_all(db, after)
    price_changed(db, before, after)
    if before.ideal != after.ideal:
        fits.refit(db, after.ideal)


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    for name in (*SHARES, "value_power"):
        if not 0.0 <= values.get(name, 0.5) <= 1.0 or values.get(name, 0.5) in NO_CHANCE[name]:
            raise RefusedError(f"{name.replace('_', ' ').capitalize()} lies between 0 and 1.")
    if values.get("zone_name", "Europe/London") not in available_timezones():
        raise RefusedError("A time zone is written as Europe/London.")
    if not LOWEST_LINE <= values.get("owner_line", LOWEST_LINE) <= HIGHEST_LINE:
        raise RefusedError("The owner’s line lies between 0.10 and 100 for every 1 spent.")
    check_worth(values.get("worth", {}))
    if any(fee <= 0 for fee in values.get("tier_fees", {}).values()):
        raise RefusedError("What a placement usually brings lies above nought.")
    check_alerts(values.get("alert_rest_hours", 24), values.get("alert_tiers", ("A",)))
    if "own_addresses" in values:
        return values | {"own_addresses": tuple(check_network(t) for t in values["own_addresses"])}
    return values
