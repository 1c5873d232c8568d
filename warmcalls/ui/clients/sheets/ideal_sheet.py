"""The form for the client that the agency wants more of."""

from collections.abc import Sequence
from difflib import get_close_matches

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.fit import IdealClient
from warmcalls.importers.tables.numbers import number
from warmcalls.ui.forms.field import Field
from warmcalls.ui.forms.form_sheet import FormSheet
from warmcalls.ui.forms.offer_field import OfferField
from warmcalls.ui.theme import Theme

WHAT_FOR = (
    "Of two equally warm clients the one that fits better comes first. Tier, sector and size "
    "count alike; what is not known of a client is not held against it."
)
ANYWAY = "Save again to keep it all the same."
MOST = 10_000_000


class StaffField(Field):
    """A number of staff; empty for any."""

    def __init__(self, theme: Theme, name: str, staff: int | None) -> None:
        super().__init__(theme, name, hint="any", check=self._read, longest=12)
        self.line.setText("" if staff is None else f"{staff:,}")

    @property
    def staff(self) -> int | None:
        """What is typed; None where that is nothing or no number."""
        found = number(self.text) if self.text else None
        whole = None if found is None or found != int(found) else int(found)
        return whole if whole is not None and 0 < whole <= MOST else None

    def _read(self, text: str) -> str:
        if text and self.staff is None:
            raise RefusedError("Write a whole number of staff, or leave it empty for any.")
        return text


class IdealSheet(FormSheet):
    """Asks which sectors and what size the agency wants more of.

    Args:
        theme: the theme.
        ideal: as it was said before.
        sectors: those that clients have.

    Attributes:
        submitted: the `IdealClient`.
    """

    def __init__(self, theme: Theme, ideal: IdealClient, sectors: Sequence[str]) -> None:
        super().__init__(theme, "Your ideal client", "Save ideal client")
        self._known = {sector.casefold(): sector for sector in (*sectors, *ideal.sectors)}
        self._warned: tuple[str, ...] = ()
        self.sectors = OfferField(theme, "Sectors", sectors, hint="any", many=True)
        self.sectors.line.setText(", ".join(ideal.sectors))
        self.least = StaffField(theme, "Staff, at least", ideal.least_staff)
        self.most = StaffField(theme, "Staff, at most", ideal.most_staff)
        self.say(WHAT_FOR)
        self.ask(self.sectors, hint="Commas between sectors; none of them leaves the sector out.")
        self.ask(self.least, self.most)
        self.body.addStretch()
        self.setFocusProxy(self.sectors)

    def said(self) -> IdealClient | None:
        """Return what was typed, or None after saying what does not go together."""
        least, most = self.least.staff, self.most.staff
        if least is not None and most is not None and least > most:
            self.most.refuse("That is less than the least.")
            self.most.setFocus()
            return None
        said = tuple(each for part in self.sectors.text.split(",") if (each := part.strip()))
        strange = tuple(each for each in said if each.casefold() not in self._known)
        if strange and strange != self._warned:
            self._warn(strange)
            return None
        return IdealClient(said, least, most)

    def _warn(self, strange: tuple[str, ...]) -> None:
        """Say which sectors no client has yet; who means them saves once more."""
        self._warned = strange
        near = get_close_matches(strange[0].casefold(), self._known, n=1)
        instead = f": is it {self._known[near[0]]}?" if near and len(strange) == 1 else "."
        named = " or ".join(f"“{each}”" for each in strange)
        self.sectors.refuse(f"No client has the sector {named} yet{instead} {ANYWAY}")
        self.sectors.setFocus()
