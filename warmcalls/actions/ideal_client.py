"""The ideal client: which sectors and what size the agency wants more of."""

from collections.abc import Sequence
from typing import Final

from warmcalls.actions.change_settings import change_settings
from warmcalls.actions.done import Done
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.fit import IdealClient, ideal_words
from warmcalls.domain.identities import clean_text
from warmcalls.store.engine import Writer

MOST_STAFF: Final = 10_000_000


def set_ideal_client(
    db: Writer,
    *,
    sectors: Sequence[str] = (),
    least_staff: int | None = None,
    most_staff: int | None = None,
    now: int,
    person_id: int | None = None,
) -> Done:
    """Say whom the agency wants more of; the fit of every client is worked out again.

    Args:
        db: the writer.
        sectors: any of these fits; none leaves the sector out of it.
        least_staff: the smallest that fits, None for any.
        most_staff: the largest that fits, None for any.
        now: UTC microseconds.
        person_id: who says so, for the journal.

    Raises:
        RefusedError: no company can have such a size.
    """
    ideal = IdealClient(_once(sectors), _checked(least_staff), _checked(most_staff))
    if least_staff is not None and most_staff is not None and least_staff > most_staff:
        raise RefusedError(
            f"From {least_staff:,} to {most_staff:,} staff is nobody: put the smaller one first."
        )
    words = ideal_words(ideal)
    said = f"Ideal client: {words}" if words else "Any client is as good as another"
    return change_settings(db, now=now, person_id=person_id, said=said, ideal=ideal)


def _once(sectors: Sequence[str]) -> tuple[str, ...]:
    """Return the sectors, each once whatever its case, in order of name."""
    clean = [text for sector in sectors if (text := clean_text(sector))]
    return tuple(sorted({text.casefold(): text for text in reversed(clean)}.values()))


def _checked(staff: int | None) -> int | None:
    if staff is not None and not 0 < staff <= MOST_STAFF:
        raise RefusedError(f"A company has between 1 and {MOST_STAFF:,} staff.")
    return staff
