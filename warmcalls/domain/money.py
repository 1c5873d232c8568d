"""Money: integer minor units, as people read and write it, and shared out to the penny."""

from collections.abc import Sequence
from typing import Final

SYMBOLS: Final = {"GBP": "£", "EUR": "€", "USD": "$", "ZAR": "R", "INR": "₹", "AUD": "A$"}
THOUSAND: Final = 1_000
TEN_THOUSAND: Final = 10_000
MILLION: Final = 1_000_000


def symbol(currency: str) -> str:
    """Return the sign that stands before an amount; the code and a blank where there is none."""
    return SYMBOLS.get(currency, f"{currency} ")


def amount_words(minor: int, currency: str = "GBP") -> str:
    """Return an amount with thousands, pence only where there are any: "£4,200", "£12.50"."""
    sign, whole, rest = "−" if minor < 0 else "", abs(minor) // 100, abs(minor) % 100
    pence = f".{rest:02}" if rest else ""
    return f"{sign}{symbol(currency)}{whole:,}{pence}"


def round_words(minor: float, currency: str = "GBP") -> str:
    """Return an amount to the unit: "£38,412"."""
    return amount_words(round(minor / 100) * 100, currency)


def short_words(minor: float, currency: str = "GBP") -> str:
    """Return an amount as an axis has it: "£850", "£12k", "£1.2m"."""
    sign, units = "−" if minor < 0 else "", abs(minor) / 100
    if units >= MILLION:
        return f"{sign}{symbol(currency)}{units / MILLION:.1f}m"
    if units >= TEN_THOUSAND:
        return f"{sign}{symbol(currency)}{units / THOUSAND:.0f}k"
    if units >= THOUSAND:
        return f"{sign}{symbol(currency)}{units / THOUSAND:.1f}k".replace(".0k", "k")
    return f"{sign}{symbol(currency)}{units:.0f}"


def ratio_words(ratio: float, currency: str = "GBP") -> str:
    """Return fees per unit spent: "£3.10"."""
    return f"{symbol(currency)}{ratio:,.2f}"


def share_out(amount: int, weights: Sequence[float]) -> list[int]:
    """Share an amount out by weights so that the parts sum to it exactly.

    The largest remainders get what rounding down left (Hamilton's method); ties go to the first.
    Weights are not negative; all noughts share evenly; no weights give no parts.
    """
    if not weights:
        return []
    # whole numbers in the same proportions: a product of floats may be lifted over a whole penny
    ratios = [float(weight).as_integer_ratio() for weight in weights]
    scale = max(below for _, below in ratios)
    parts = [above * (scale // below) for above, below in ratios]
    if not any(parts):
        parts = [1] * len(parts)
    sign, whole, total = (-1 if amount < 0 else 1), abs(amount), sum(parts)
    given = [whole * part // total for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda i: (-(whole * parts[i] % total), i))
    for i in by_rest[: whole - sum(given)]:
        given[i] += 1
    return [sign * each for each in given]
