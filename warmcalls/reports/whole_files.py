"""Files that are there as a whole or not at all."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from warmcalls.domain.errors import RefusedError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Hand out a file beside the wanted one, which takes its place once it has been written.

    Raises:
        RefusedError: it cannot be written; what was there before is still there.
    """
    draft = path.with_name(f".{path.stem[:40]}-{secrets.token_hex(4)}{path.suffix}")
    try:
        try:
            yield draft
            os.replace(draft, path)  # noqa: PTH105 - Path.replace says the same
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).rstrip(".").lower()
        said = f"{path.name} could not be saved: {why}. Choose another place."
        raise RefusedError(said) from error
