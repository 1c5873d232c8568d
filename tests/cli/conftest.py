"""What tests of the command line share: the demo agency."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import NOW
from warmcalls.actions.begin import begin


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo agency, which no test changes."""
    folder = tmp_path_factory.mktemp("demo")
    begin(str(folder / "warmcalls.db"), now=NOW, demo=True).close()
    return folder


@pytest.fixture
def own(demo: Path, tmp_path: Path) -> Path:
    """The demo agency, for one test alone."""
    folder = tmp_path / "data"
    shutil.copytree(demo, folder)
    return folder
