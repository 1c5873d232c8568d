"""`warmcalls settings`: what the agency decided, and changing it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from warmcalls.cli.output import money, print_json, print_table
from warmcalls.cli.weights import OfKind, said
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import DEFAULT_WORTH, KINDS, Kind, Worth
from warmcalls.domain.pages import PagePattern

if TYPE_CHECKING:
    from warmcalls.cli.session import Session
    from warmcalls.domain.settings import Settings

LISTS: Final = ("own_addresses", "own_hosts", "alert_tiers")
TEXTS: Final = ("agency", "zone_name", "currency")
NUMBERS: Final = ("base_rate", "answer_rate", "value_power", "test_share", "owner_line")
WHOLE: Final = ("alert_rest_hours",)
SWITCHES: Final = ("alerts_on",)
ON_OFF: Final = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
ORDERS: Final = {"money": 1.0, "conversations": 0.0}
FEES: Final = "tier_fees"
NAMES: Final = (*TEXTS, *NUMBERS, *WHOLE, *SWITCHES, *LISTS, FEES)


@click.group("settings", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def settings(context: click.Context, as_json: bool) -> None:
    """Show what the agency decided, and what each kind of signal is worth."""
    if context.invoked_subcommand:
        return
    from warmcalls.store import settings as kept

    agency = kept.load(context.obj.reader())
    if as_json:
        print_json(document(agency))
        return
    lines = [(name, _shown(getattr(agency, name))) for name in NAMES]
    print_table("Settings", {"Setting": "left", "Value": "left"}, lines)
    worth = [
        (k.value, f"{agency.worth[k].weight:+.2f}", f"{agency.worth[k].half_life_days:g}")
        for k in KINDS
    ]
    columns = {"Signal": "left", "Weight": "right", "Half-life, days": "right"}
    print_table("What signals are worth", columns, worth)


def document(agency: "Settings") -> dict[str, Any]:
    """Return the settings as docs/cli.md describes them."""
    plain: dict[str, Any] = {name: getattr(agency, name) for name in NAMES}
    return plain | {
        **{name: list(getattr(agency, name)) for name in LISTS},
        FEES: {tier: money(fee) for tier, fee in agency.tier_fees.items()},
        "signals": {
            k.value: {"weight": w.weight, "half_life_days": w.half_life_days}
            for k, w in agency.worth.items()
        },
        "pages": [{"pattern": p.pattern, "kind": p.kind.value} for p in agency.patterns],
    }


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{tier or 'none'}={fee / 100:g}" for tier, fee in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)


@settings.command("set")
@click.argument("name", type=click.Choice(NAMES))
@click.argument("value")
@click.pass_obj
def set_one(session: "Session", name: str, value: str) -> None:
    """Set one; several values are parted by commas."""
    said: Any = value
    if name in LISTS:
        said = tuple(part.strip() for part in value.split(",") if part.strip())
    elif name in NUMBERS and name != "value_power":
        said = _number(value)
    elif name in WHOLE:
        said = _whole(value)
    elif name in SWITCHES:
        said = _switch(value)
    elif name == FEES:
        said = _fees(session, value)
    if name == "value_power":
        _order(session, value)
        return
    _change(session, **{name: said})


@settings.command("signal")
@click.argument("kind", type=click.Choice([k.value for k in KINDS]))
@click.option("--weight", type=float, help="Log-odds; 0.69 doubles the odds.")
@click.option("--points", type=int, help="The same as people say it; 20 double the odds.")
@click.option("--half-life", type=float, help="Days after which it counts half.")
@click.option("--reset", is_flag=True, help="What a new agency starts from.")
@click.pass_obj
def signal(
    session: "Session",
    kind: str,
    weight: float | None,
    points: int | None,
    half_life: float | None,
    reset: bool,
) -> None:
    """Set what one kind of signal is worth, and how fast it fades."""
    from warmcalls.domain.points import weight as weight_of
    from warmcalls.store import settings as kept

    if weight is not None and points is not None:
        raise click.UsageError("Say either --weight or --points.")
    if points is not None:
        weight = weight_of(Kind(kind), points)
    worth = dict(kept.load(session.reader()).worth)
    old = DEFAULT_WORTH[Kind(kind)] if reset else worth[Kind(kind)]
    worth[Kind(kind)] = Worth(
        old.weight if weight is None else weight,
        old.half_life_days if half_life is None else half_life,
    )
    _change(session, worth=worth)


@settings.command("signals")
@click.option("--points", multiple=True, type=OfKind(), help="As chat=30; may be repeated.")
@click.option("--half-life", multiple=True, type=OfKind(), help="In days, as chat=14.")
@click.option("--reset", is_flag=True, help="First what a new agency starts from, for all.")
@click.pass_obj
def signals(
    session: "Session",
    points: tuple[tuple[Kind, int], ...],
    half_life: tuple[tuple[Kind, int], ...],
    reset: bool,
) -> None:
    """Set what several kinds of signal are worth at once, as one change."""
    from warmcalls.store import settings as kept

    worth = dict(DEFAULT_WORTH if reset else kept.load(session.reader()).worth)
    if points or half_life or not reset:
        worth |= said(worth, points, half_life)
    _change(session, worth=worth)


@settings.command("pages")
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False
)
@click.pass_obj
def pages(session: "Session", file: Path | None) -> None:
    """Print which pages mean what, or read that from a file; the first that fits counts."""
    from warmcalls.store import settings as kept

    if file is None:
        for pattern in kept.load(session.reader()).patterns:
            print(f"{pattern.kind.value:<16}{pattern.pattern}")
        return
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise RefusedError(f"{file.name} is no text file.") from error
    _change(session, patterns=tuple(_pattern(line) for line in lines if line.strip()))


def _pattern(line: str) -> PagePattern:
    kind, _, pattern = line.strip().partition(" ")
    pages_only = [k.value for k in KINDS if k.value.endswith("_page")]
    if kind not in pages_only or not pattern.strip():
        raise RefusedError(f'"{line}" is no rule: write "services_page */fees/*".')
    return PagePattern(pattern.strip(), Kind(kind))


def _order(session: "Session", value: str) -> None:
    """Set what the list goes by, in words or as a number between them."""
    power = ORDERS[value] if value in ORDERS else _number(value)
    words = next((word for word, known in ORDERS.items() if known == power), None)
    said = f"The list goes by most {words}" if words else ""
    _change(session, value_power=power, said=said)


def _fees(session: "Session", value: str) -> dict[str, int]:
    """Return what placements usually bring, as "A=9000,B=6000,none=5000"; others stay."""
    from warmcalls.domain.typed import money as read
    from warmcalls.store import settings as kept

    fees = dict(kept.load(session.reader()).tier_fees)
    for part in value.split(","):
        name, is_fee, fee = (each.strip() for each in part.partition("="))
        tier = "" if name.lower() == "none" else name.upper()
        if not is_fee or tier not in fees:
            raise RefusedError(f'"{part.strip()}" is no fee of a tier: write A=9000,none=5000.')
        fees[tier] = read(fee)
    return fees


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise RefusedError(f'"{value}" is no number.') from error


def _whole(value: str) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise RefusedError(f'"{value}" is no whole number.') from error


def _switch(value: str) -> bool:
    if value.lower() not in ON_OFF:
        raise RefusedError(f'"{value}" is neither on nor off.')
    return ON_OFF[value.lower()]


def _change(session: "Session", **values: Any) -> None:
    from warmcalls.actions.change_settings import change_settings

    print(change_settings(session.writer(), now=session.now, **values).said)


COMMANDS = (settings,)
