"""Refusals: what the app will not do, said in one sentence."""


class RefusedError(Exception):
    """Nothing was changed; the message is one plain sentence that says what to do."""


class CancelledError(Exception):
    """The user stopped a long action; everything it did is rolled back."""
