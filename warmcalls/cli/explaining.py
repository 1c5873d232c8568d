"""`warmcalls today --explain`: what makes a client's chance, part by part."""

from math import exp
from typing import TYPE_CHECKING, Any, Final

from warmcalls.cli.calls import reasons
from warmcalls.cli.output import console, money, print_json, print_table

if TYPE_CHECKING:
    from warmcalls.actions.desk import Desk
    from warmcalls.actions.explain import Explained, Part
    from warmcalls.domain.calls import Reason

CHANCES: Final = {"What": "left", "In words": "left", "Figure": "right"}
REASONS: Final = {"What they did": "left", "Moves the odds": "right"}
TOO_LITTLE: Final = 0.5  # points
PARTS: Final = {
    "What counts": "left",
    "Stands at": "right",
    "Points": "right",
    "Learned": "right",
    "Adds": "right",
}


def print_explained(asked: "Desk", client: str, *, as_json: bool) -> None:
    """Print what the ranking makes of a client, on or off the list."""
    from warmcalls.actions.explain import explain
    from warmcalls.cli.finding import find_client

    found = explain(asked, find_client(asked.db, client))
    if as_json:
        print_json(document(found, asked))
        return
    out = console()
    where = f"number {found.rank} on" if found.rank else "not on"
    out.print(f"{found.standing.client} is {where} today’s list.")
    for line in (*found.standing.rules, found.call.why):
        out.print(f"  {line}")
    print_table("Chances", CHANCES, _chances(found))
    if found.call.reasons:
        print_table("Reasons", REASONS, [_reason(reason) for reason in found.call.reasons])
    title = f"Points, of which 20 double the odds. {_taught(found)}"
    told = [part for part in found.parts if abs(part.adds) >= TOO_LITTLE]
    print_table(title, PARTS, [_part(part) for part in told])
    if len(found.parts) > len(told):
        little = sum(part.adds for part in found.parts) - sum(part.adds for part in told)
        more = f"{len(found.parts) - len(told)} more move it by less than half a point each"
        out.print(f"{more}, {little:+.1f} in all.")
    out.print(f"In all {_in_all(found):+.1f}: {found.call.worth_chance:.1%}, if they answer.")


def _chances(found: "Explained") -> list[tuple[str, str, str]]:
    """Return the chance and what it is made of, in words and as numbers."""
    from warmcalls.domain.chances import chance_words

    call = found.call
    chances = {
        "They answer": call.answer_chance,
        "Worth the time, if they answer": call.worth_chance,
        "Worth the time, both together": call.chance,
    }
    rows = [(what, chance_words(chance), f"{chance:.1%}") for what, chance in chances.items()]
    rows.append(("A placement there brings", "", f"£{found.fee // 100:,}"))
    return [*rows, ("This call is worth", "", f"£{call.value // 100:,}")]


def _taught(found: "Explained") -> str:
    talks = "conversation" if found.outcomes == 1 else "conversations"
    return f"Learnt from {found.outcomes:,} {talks}; everybody starts at {found.base_points:+.1f}"


def _in_all(found: "Explained") -> float:
    """Return where the client stands in points, 0 being even odds."""
    return found.base_points + sum(part.adds for part in found.parts)


def _reason(reason: "Reason") -> tuple[str, str]:
    """Return a reason, and what its signals make of the odds in percent."""
    return reason.text, f"{exp(reason.contribution) - 1.0:+.0%}"


def _part(part: "Part") -> tuple[str, ...]:
    from warmcalls.domain.doubts import DOUBTS

    figures = (f"{part.value:.2f}", f"{part.default:.1f}", f"{part.learned:.1f}")
    shown = ("", "", "") if part.name in DOUBTS else figures
    return (part.words, *shown, f"{part.adds:+.1f}")


def document(found: "Explained", asked: "Desk") -> dict[str, Any]:
    """Return what the ranking makes of a client, as docs/cli.md describes it."""
    call = found.call
    return {
        "client": found.standing.client,
        "client_id": call.client_id,
        "on_list": found.standing.on_list,
        "rank": found.rank,
        "rules": list(found.standing.rules),
        "because": list(found.standing.because),
        "chance": call.chance,
        "answer_chance": call.answer_chance,
        "worth_chance": call.worth_chance,
        "fee": money(found.fee),
        "value": money(call.value),
        "log_odds": call.log_odds,
        "base_points": found.base_points,
        "outcomes": found.outcomes,
        "contributions": [
            {
                "feature": part.name,
                "words": part.words,
                "value": part.value,
                "default": part.default,
                "learned": part.learned,
                "adds": part.adds,
            }
            for part in found.parts
        ],
        "reasons": reasons(call, asked.agency.zone),
        "why": call.why,
        "opener": call.opener,
    }
