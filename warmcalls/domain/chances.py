"""Chances in words."""


def chance_words(chance: float) -> str:
    """Return a chance as a recruiter says it: "about 1 in 6"."""
    if chance <= 0.0:
        return "not known"
    one_in = 1.0 / chance
    if one_in < 1.5:  # noqa: PLR2004
        return "more likely than not"
    rounded = round(one_in)
    for step, up_to in ((1, 12), (5, 50), (10, 100), (50, 1000)):
        if rounded <= up_to:
            return f"about 1 in {max(step * round(one_in / step), 2)}"
    return "less than 1 in 1,000"
