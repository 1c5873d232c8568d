"""How the Clients page stood, for the next time."""

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """The columns as the table keeps them, and whether the panel was open."""

    table: str = ""
    is_panel_open: bool = True

    def to_json(self) -> str:
        """Return it as text."""
        return json.dumps({"table": self.table, "panel": self.is_panel_open})

    @classmethod
    def from_json(cls, text: str) -> "Kept":
        """Return it from text; what cannot be read is as at first."""
        try:
            found = json.loads(text)
            return cls(str(found["table"]), is_panel_open=bool(found["panel"]))
        except (ValueError, TypeError, KeyError):
            return cls()
