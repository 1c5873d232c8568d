"""A month's statement as text for an e-mail."""

from typing import Final

from warmcalls.domain.money import ratio_words, round_words
from warmcalls.domain.periods import month_words
from warmcalls.domain.results import Statement

ONE: Final = ".00"


def headline(statement: Statement) -> str:
    """Return the first sentence: "In February 2026 marketing helped you take home …"."""
    currency, month = statement.currency, month_words(statement.month)
    if not statement.taken:
        return f"In {month} no fee was paid."
    helped, taken = (round_words(n, currency) for n in (statement.helped, statement.taken))
    return f"In {month} marketing helped you take home {helped} of {taken}."


def cost(statement: Statement) -> str:
    """Return what it cost and what came back: "It cost £6,900: £5.57 per £1."."""
    return _cost(statement, statement.cost, statement.per_pound)


def since(statement: Statement) -> str:
    """Return the same since January; empty where the month is the first."""
    if statement.since >= statement.month:
        return ""
    currency, begun = statement.currency, month_words(statement.since)
    helped = round_words(statement.since_helped, currency)
    taken = round_words(statement.since_taken, currency)
    back = _cost(statement, statement.since_cost, statement.since_per_pound)
    return f"Since {begun}: {helped} of {taken}. {back}"


def per_unit(statement: Statement, ratio: float | None) -> str:
    """Return fees per unit spent: "£5.57 per £1"."""
    if ratio is None:
        return "nothing spent"
    one = ratio_words(1, statement.currency).removesuffix(ONE)
    return f"{ratio_words(ratio, statement.currency)} per {one}"


def _cost(statement: Statement, spent: int, ratio: float | None) -> str:
    if ratio is None:
        return "It cost nothing."
    cost_words = round_words(spent, statement.currency)
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
        lines += ["", "By campaign:"]
    for name, fees, spent in statement.campaigns:
        words = round_words(fees, currency), round_words(spent, currency)
        lines.append(f"- {_flat(name)}: {words[0]} for {words[1]} spent")
    if statement.notes:
        lines += ["", *(_flat(note) for note in statement.notes)]
    return "\n".join(lines) + "\n"


def _flat(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())
