"""The start loads only what it needs: nobody waits for numbers before the first window."""

import subprocess
import sys

import pytest

HEAVY = ("numpy", "matplotlib", "sqlite_utils", "openpyxl", "xlsxwriter", "psycopg")
TERMINAL = "from warmcalls.cli import main\nmain._register()\n"
WINDOW = "import warmcalls.ui.app\n"


@pytest.mark.parametrize(
    ("start", "needless"), [(TERMINAL, (*HEAVY, "PySide6")), (WINDOW, HEAVY)], ids=["cli", "window"]
)
def test_the_start_loads_nothing_heavy(start: str, needless: tuple[str, ...]) -> None:
    code = f"import sys\n{start}print([name for name in {needless!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
