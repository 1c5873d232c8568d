"""What goes wrong: a rotating log beside the data, and one sentence for the user."""

import faulthandler
import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from warmcalls.domain.errors import RefusedError

LOG = "warmcalls.log"
CRASH = "crash.log"
log = logging.getLogger("warmcalls")


def start_logging(folder: Path) -> None:
    """Write warnings and errors to a file; a folder that cannot be written does not stop the app.

    No client's name is logged: what is logged may be sent to somebody for help.
    """
    try:
        handler = RotatingFileHandler(folder / LOG, maxBytes=500_000, backupCount=3, delay=True)
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    faulthandler.enable((folder / CRASH).open("a"))


def catch_errors(say: Callable[[str], None]) -> None:
    """Log what nobody caught and say it in one sentence, instead of ending the window."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, RefusedError):
            say(str(error))
            return
        log.error("Not caught", exc_info=(kind, error, trace))
        say(f"Something went wrong, and is in {LOG}. What was saved is safe.")

    sys.excepthook = hook
