"""Every icon that the code names is in the font: a missing one is an empty place."""

import json
import re
from pathlib import Path

import pytest
import qtawesome

import warmcalls

CODE = Path(warmcalls.__file__).parent
NAMED = re.compile(r'"ph\.([a-z0-9-]+)"')


@pytest.fixture(scope="module")
def there() -> set[str]:
    fonts = Path(qtawesome.__file__).parent / "fonts"
    return set(json.loads(next(fonts.glob("phosphor-charmap*.json")).read_text("utf-8")))


def test_every_icon_is_there(there: set[str]) -> None:
    named = {
        name: path.relative_to(CODE)
        for path in CODE.rglob("*.py")
        for name in NAMED.findall(path.read_text("utf-8"))
    }
    assert len(named) > 50
    assert {name: str(path) for name, path in named.items() if name not in there} == {}
