"""Reading a large log in a process of its own, so that whoever keeps the rows need not wait.

Reading and keeping cost about the same, and Python does one thing at a time in a process. A
packaged program must call `multiprocessing.freeze_support()` before anything else.
"""

import os
import signal
from collections.abc import Callable, Generator, Iterator
from dataclasses import fields
from multiprocessing import get_context
from multiprocessing.connection import Connection
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import Batch, Evidence
from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs.reading import never, read_here

WORTH_IT: Final = 24 * 1024 * 1024  # bytes; below, starting a process takes longer than reading
IN_PARTS: Final = attrgetter(*(part.name for part in fields(Evidence)))


def read(path: Path, rules: WebRules, *, stop: Callable[[], None] = never) -> Iterator[Batch]:
    """Yield the page views of a log, packed or not, and what was left out of it.

    Args:
        path: the log; each batch says how many of its bytes are done.
        rules: what the agency's pages are, and which visits are its own.
        stop: called before each batch; raises to stop.

    Raises:
        OSError: if the file cannot be read.
        RefusedError: if the rules hold something that is no address.
    """
    if path.stat().st_size < WORTH_IT or (os.cpu_count() or 1) == 1:
        return read_here(path, rules, stop=stop)
    return read_apart(path, rules, stop=stop)


def read_apart(
    path: Path, rules: WebRules, *, stop: Callable[[], None] = never
) -> Generator[Batch, None, None]:
    """Yield what `read_here` does, read by another process while this one keeps the last batch.

    Raises:
        RefusedError: also if the other process was killed.
    """
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    reader = context.Process(target=_send, args=(theirs, path, rules), daemon=True)
    reader.start()
    theirs.close()
    try:
        while message := _next(ours, path):
            stop()
            if isinstance(message, Exception):
                raise message
            batch, parts = message
            batch.rows = [Evidence(*part) for part in parts]
            yield batch
    finally:
        ours.close()
        reader.terminate()
        reader.join()


def _next(pipe: Connection, path: Path) -> Any:
    """Return what the other process sends next; it may have been killed in the middle of a word."""
    try:
        return pipe.recv()
    except (EOFError, OSError):
        raise RefusedError(
            f"Reading {path.name} was broken off, perhaps for lack of memory: import it again."
        ) from None


def _send(pipe: Connection, path: Path, rules: WebRules) -> None:
    """Read a log into a pipe; nothing at all means the end, an exception that it went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process decides
    try:
        for batch in read_here(path, rules):
            # Tuples cross a pipe several times as fast as the rows they stand for.
            parts, batch.rows = [IN_PARTS(row) for row in batch.rows], []
            pipe.send((batch, parts))
        pipe.send(None)
    except BrokenPipeError:
        return  # nobody listens any more
    except Exception as error:  # noqa: BLE001 - it is raised where somebody can say it
        pipe.send(error)
