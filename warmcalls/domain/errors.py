"""Refusals: what the app will not do, said in one sentence."""


class RefusedError(Exception):
    """Nothing was changed; the message is one plain sentence that says what to do."""


class TakenError(RefusedError):
    """Another client has it already; what to do starts there.

    Attributes:
        client_id: who has it.
        client: its name.
    """

    def __init__(self, why: str, client_id: int, client: str) -> None:
        super().__init__(why)
        self.client_id, self.client = client_id, client


class BusyError(RefusedError):
    """Another desk wrote the same at the same moment; tried again, it goes through."""


class CancelledError(Exception):
    """The user stopped a long action; everything it did is rolled back."""
