"""The Results page in words: its headline, its doubt, and the whole of it as text."""

from warmcalls.domain.money import ratio_words, round_words, short_words
from warmcalls.domain.periods import Period, month_words
from warmcalls.domain.results import MODEL_WORDS, Earner, Model, Results


def headline(results: Results) -> tuple[str, str]:
    """Return what the figure is of, and the sentence: "Marketing helped you take home …"."""
    currency, period = results.currency, Period(results.asked.first, results.asked.last)
    if results.headline_month:
        helped = round_words(results.helped, currency)
        taken = round_words(results.taken, currency)
        of = f"{month_words(results.headline_month)}, paid"
        return of, f"Marketing helped you take home {helped} of {taken}"
    if results.fees:
        brought = round_words(results.fees, currency)
        return period.words, f"Marketing brought {brought} of fees, none of them paid yet"
    return period.words, "No fees in these months yet"


def one(results: Results) -> str:
    """Return one unit of money: "£1"."""
    return ratio_words(1, results.currency).removesuffix(".00")


def line(results: Results) -> str:
    """Return the owner's line: "£2"."""
    return ratio_words(results.line, results.currency).removesuffix(".00")


def model_words(model: Model) -> str:
    """Return a way of sharing the credit within a sentence: "removal effect (Markov)"."""
    words = MODEL_WORDS[model]
    return f"{words[:1].lower()}{words[1:]}"


def per_unit(results: Results) -> str:
    """Return what one unit brings back: "£3.10", or a dash where nothing was spent."""
    known = so_far(results)
    return "–" if known is None else ratio_words(known, results.currency)


def so_far(results: Results) -> float | None:
    """Return what one unit brought back so far."""
    return results.returns.so_far


def likely(results: Results) -> str:
    """Return the doubt: "likely £1.90–£4.60 · ripe months", "… in the end · 58 % in"."""
    returns, currency = results.returns, results.currency
    if so_far(results) is None:
        return "nothing spent in these months" if not results.spend else "no ripe month yet"
    if returns.likely is None:
        return "no leads yet"
    span = f"{ratio_words(returns.low, currency)}–{ratio_words(returns.high, currency)}"
    if returns.too_few:
        return f"likely {span} · too few fees"
    if results.of_ripe:
        return f"likely {span} · ripe months"
    return f"likely {span} in the end · {returns.ripe:.0%} in".replace("%", " %")


def ripeness(results: Results) -> str:
    """Return what the return is of, in a sentence."""
    share = f"{results.returns.ripe:.0%}".replace("%", " %")
    what = "the months that are ripe" if results.of_ripe else "all months, most not ripe yet"
    return f"Of {what}: {share} of the fees from their leads should be in already."


def verdict(results: Results) -> tuple[str, str]:
    """Return good, notice or nothing, and the words: "Above your line of £2"."""
    known = so_far(results)
    if known is None:
        return "", f"Your line is {line(results)}"
    if results.returns.too_few:
        return "", "Too few fees to tell"
    if results.asked.person_id is not None or results.asked.sector:
        return "", "Spend is not split like this: no verdict"
    if known >= results.line:
        return "good", f"Above your line of {line(results)}"
    if not results.of_ripe and results.returns.low >= results.line:
        return "", f"Likely to pass your line of {line(results)}"
    return "notice", f"Below your line of {line(results)}"


def without_largest(results: Results) -> str:
    """Return the return without the largest fee in words; else what the owner's line is."""
    known = results.returns.without_largest
    if known is None or results.returns.too_few:
        return f"Your line is {line(results)}" if so_far(results) is not None else ""
    return f"Without the largest fee: {ratio_words(known, results.currency)}"


def as_text(results: Results) -> str:
    """Return the page as plain text, for an e-mail or a note."""
    earned = (_earned(earner, results.currency) for earner in results.campaigns)
    return "\n".join([*sentences(results), *earned, *results.notes]) + "\n"


def sentences(results: Results) -> list[str]:
    """Return the answer in words: taken home, per unit spent, fees and spend, still to come."""
    small, sentence = headline(results)
    currency, period = results.currency, Period(results.asked.first, results.asked.last)
    span = f"{per_unit(results)} per {one(results)} so far, {likely(results)}"
    facts = (span, verdict(results)[1], without_largest(results))
    credit = model_words(results.asked.model)
    fees, spend = round_words(results.fees, currency), round_words(results.spend, currency)
    return [
        f"{small}: {sentence}.",
        f"{period.words}: {'. '.join(dict.fromkeys(filter(None, facts)))}.",
        f"Fees {fees} for {spend} spent; credit shared by: {credit}.",
        *([to_come(results)] if results.forecast[2] else []),
    ]


def _earned(earner: Earner, currency: str) -> str:
    """Return what a campaign brought: "- News: £2.28 so far, likely £1.30–£4.20 in the end"."""
    returns = earner.returns
    if returns.so_far is None:
        return f"- {earner.name}: nothing spent"
    if returns.likely is None:
        return f"- {earner.name}: {ratio_words(returns.so_far, currency)} so far, no leads yet"
    span = f"{ratio_words(returns.low, currency)}–{ratio_words(returns.high, currency)}"
    said = (
        f"- {earner.name}: {ratio_words(returns.so_far, currency)} so far, likely {span} in the end"
    )
    if returns.without_largest is None:
        return said
    return f"{said}, {ratio_words(returns.without_largest, currency)} without the largest fee"


def to_come(results: Results) -> str:
    """Return the forecast: "Still to come: about £50k, likely between £21k and £96k."."""
    middle, low, high = (short_words(each, results.currency) for each in results.forecast)
    return f"Still to come: about {middle}, likely between {low} and {high}."
