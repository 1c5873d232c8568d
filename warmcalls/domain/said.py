"""What was done, as it is said: a sentence of its own, or after a colon."""

import re
from typing import Final

from warmcalls.domain.outcomes import REACH_WORDS, RESULT_WORDS

DEEDS: Final = """
Added Answered Changed Cleared Closed Credited Decided Dismissed Do Emptied Excluded Filled Imported
Invoiced Job Kept Let Merged Moved New No Not Noted Notes Opened Paid Pasted Placed Planned Put
Removed Renamed Replaced Sampled Saved Set Settled Snoozed Started Stopped Tagged Tied Took Untagged
"""
OURS: Final = frozenset(
    [*DEEDS.split()]
    + [words.split()[0] for words in (*REACH_WORDS.values(), *RESULT_WORDS.values())]
)


def after_a_colon(said: str) -> str:
    """Return what was done as it stands after a colon: a name at the front keeps its capital.

    >>> after_a_colon("Set tier of 12 clients")
    'set tier of 12 clients'
    >>> after_a_colon("Unwins and Harcourt stay two clients")
    'Unwins and Harcourt stay two clients'
    """
    first = re.match(r"\w*", said)
    if first and first.group() in OURS:
        return said[:1].lower() + said[1:]
    return said
