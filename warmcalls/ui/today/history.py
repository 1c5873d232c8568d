"""Everything that happened at a client, in a sheet."""

from warmcalls.domain.calls import CallCard
from warmcalls.ui.forms.side_sheet import SideSheet
from warmcalls.ui.theme import Theme
from warmcalls.ui.today.moment import Now
from warmcalls.ui.today.timeline import ROW, Timeline

WIDTH = 720


class HistorySheet(SideSheet):
    """The whole timeline of one client, newest first."""

    def __init__(self, theme: Theme, now: Now, card: CallCard) -> None:
        super().__init__(theme, f"What happened at {card.client.name}", WIDTH)
        timeline = Timeline(theme, now)
        timeline.show_entries(card.timeline, "Nothing yet: this is the first contact.")
        timeline.setFixedHeight(theme.px(ROW) * max(len(card.timeline), 1))
        self.body.addWidget(timeline)
        self.body.addStretch()
        self._foot_row.hide()
        self.setFocusProxy(self.close_button)
