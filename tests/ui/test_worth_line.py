"""What may be typed of a signal in the settings is what can be saved."""

import pytest

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.kinds import FAMILY, Kind, Worth
from warmcalls.domain.worth_checks import check_worth
from warmcalls.ui.settings.worth_line import Column, WorthLine


@pytest.mark.parametrize("sign", ["", "−"])
def test_the_heaviest_points_that_may_be_typed_can_be_saved(sign: str) -> None:
    line = WorthLine(FAMILY[Kind.CHAT], Kind.CHAT)
    most = line.typed(Column.POINTS, f"{sign}144")
    check_worth({Kind.CHAT: Worth(most, 14)})
    with pytest.raises(RefusedError, match="Points lie between"):
        line.typed(Column.POINTS, f"{sign}145")
