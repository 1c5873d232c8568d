"""Lead criteria: who counts as a lead, written down, so that marketing and sales mean the same."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class LeadCriteria:
    """What a client must be like to be a lead; what is empty asks for nothing.

    Attributes:
        words: the agreement in a person's own words; it is shown, not checked.
        tiers: "A", "B", "C"; sectors compare without case.
        staff_min, staff_max: how many people work there, both ends included.
        needs_contact: somebody there is known by name.
        needs_number: there is a number that may be rung.
    """

    words: str = ""
    tiers: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    staff_min: int | None = None
    staff_max: int | None = None
    needs_contact: bool = False
    needs_number: bool = False

    @property
    def checks(self) -> bool:
        """Whether they ask for anything that can be checked."""
        limits = self.staff_min is not None or self.staff_max is not None
        return bool(self.tiers or self.sectors or self.needs_contact or self.needs_number) or limits

    def meets(
        self, tier: str, sector: str, staff: int | None, *, has_contact: bool, has_number: bool
    ) -> bool:
        """Tell whether a client meets them; what is not known of it does not."""
        return (
            (not self.tiers or tier in self.tiers)
            and (not self.sectors or _plain(sector) in {_plain(name) for name in self.sectors})
            and self._right_size(staff)
            and (has_contact or not self.needs_contact)
            and (has_number or not self.needs_number)
        )

    def _right_size(self, staff: int | None) -> bool:
        if self.staff_min is None and self.staff_max is None:
            return True
        if staff is None:
            return False
        return (self.staff_min or 0) <= staff and (
            self.staff_max is None or staff <= self.staff_max
        )


NO_CRITERIA: Final = LeadCriteria()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
