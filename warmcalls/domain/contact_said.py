"""What somebody says of a contact: all of it at once, as the form has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PhoneSaid:
    """A number as it was typed.

    Attributes:
        id: of the number it changes, 0 for a new one.
    """

    number: str
    label: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class ContactSaid:
    """A contact as it was typed; a number that is left out is removed."""

    name: str
    role: str = ""
    email: str = ""
    phones: tuple[PhoneSaid, ...] = ()
    notes: str = ""
