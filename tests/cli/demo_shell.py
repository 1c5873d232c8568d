"""Commands run over the demo agency, in this process: a new one each takes long."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from warmcalls.cli import main
from warmcalls.domain.errors import RefusedError

ON = "2026-03-03T08:30"


def run(folder: Path, *words: str) -> Result:
    """Run a command in this process: a new one each takes long."""
    if "clients" not in main.cli.commands:
        main._register()
    return CliRunner().invoke(main.cli, ["--data-dir", str(folder), "--on", ON, *words])


def text(folder: Path, *words: str) -> str:
    done = run(folder, *words)
    assert done.exit_code == 0, (done.output, done.exception)
    return done.stdout


def read(folder: Path, *words: str) -> Any:
    return json.loads(text(folder, *words, "--json"))


def refusal(folder: Path, *words: str) -> str:
    done = run(folder, *words)
    assert isinstance(done.exception, RefusedError), (done.output, done.exception)
    return str(done.exception)


def names(found: list[dict[str, Any]]) -> list[str]:
    return [client["name"] for client in found]
