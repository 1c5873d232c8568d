"""A month's statement as text for an e-mail."""

from typing import Final

from warmcalls.domain.money import ratio_words, round_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.statements import Statement

ONE: Final = ".00"
PARTS: Final = "its part of what was paid; fees follow the spend by months"


def headline(statement: Statement) -> str:
    """Return the first sentence: "In February 2026 marketing helped you take home …"."""
    currency, month = statement.currency, month_words(statement.month)
    helped, taken = (round_words(n, currency) for n in (statement.helped, statement.taken))
    if not statement.taken:
        return f"In {month} no fee was paid."
    if not statement.helped:
        return f"In {month} you took home {taken}, and marketing had no hand in it."
    return f"In {month} marketing helped you take home {helped} of {taken}."


def cost(statement: Statement) -> str:
    """Return what it cost and what came back: "It cost £6,900: £5.57 per £1."."""
    return _cost(statement, statement.cost, statement.per_pound if statement.helped else None)


def since(statement: Statement) -> str:
    """Return the same since January; empty where the month is the first."""
    if statement.since >= statement.month:
        return ""
    currency, begun = statement.currency, month_words(statement.since)
    helped = round_words(statement.since_helped, currency)
    taken = round_words(statement.since_taken, currency)
    said = f"{helped} of {taken}" if statement.since_taken else "no fee was paid"
    ratio = statement.since_per_pound if statement.since_helped else None
    return f"Since {begun}: {said}. {_cost(statement, statement.since_cost, ratio)}"


def per_unit(statement: Statement, ratio: float | None) -> str:
    """Return fees per unit spent: "£5.57 per £1"."""
    if ratio is None:
        return "nothing spent"
    one = ratio_words(1, statement.currency).removesuffix(ONE)
    return f"{ratio_words(ratio, statement.currency)} per {one}"


def campaign_cost(statement: Statement, fees: int, spent: int) -> str:
    """Return a campaign's part of what was paid, and what it cost: "£4,300 for £720 spent"."""
    brought, cost_words = (
        round_words(fees, statement.currency),
        round_words(spent, statement.currency),
    )
    return f"{brought} for {cost_words} spent" if spent else f"{brought}, nothing spent"


def _cost(statement: Statement, spent: int, ratio: float | None) -> str:
    cost_words = round_words(spent, statement.currency)
    if not spent:
        return "Marketing cost nothing."
    if ratio is None:
        return f"Marketing cost {cost_words}."
    return f"It cost {cost_words}: {per_unit(statement, ratio)}."


def text(statement: Statement) -> str:
    """Return the statement as plain text: sentences, the fees with thanks, and the campaigns."""
    currency = statement.currency
    lines = [f"{_flat(statement.agency)}, {month_words(statement.month)}".lstrip(", "), ""]
    lines += [headline(statement), cost(statement)]
    lines += [since(statement)] if since(statement) else []
    if statement.wins:
        lines += ["", "Paid, and who made it happen:"]
    for win in statement.wins:
        said = f"- {_flat(win.client)}, {_flat(win.title)}: {round_words(win.amount, currency)}"
        said += f"; {_flat(win.by)} rang" if win.by else ""
        helped = ", ".join(_flat(name) for name in win.campaigns)
        lines.append(f"{said}, thanks to {helped}" if helped else said)
    if statement.campaigns:
        lines += ["", f"By campaign ({PARTS}):"]
    for name, fees, spent in statement.campaigns:
        lines.append(f"- {_flat(name)}: {campaign_cost(statement, fees, spent)}")
    if statement.notes:
        lines += ["", *(_flat(note) for note in statement.notes)]
    return "\n".join(lines) + "\n"


def _flat(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())
