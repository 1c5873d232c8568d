"""The rows behind a figure of the page."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from warmcalls.domain.behind import Behind, FeeLine, Rows, SpendLine
from warmcalls.domain.campaigns import WORKED, CampaignFigures, LeadState
from warmcalls.domain.results import Asked
from warmcalls.store.engine import Reader
from warmcalls.ui.campaigns.hands import Hands
from warmcalls.ui.campaigns.sheets.words import short

if TYPE_CHECKING:
    from collections.abc import Callable

    from warmcalls.domain.behind import LeadLine
    from warmcalls.domain.statements import Win

LEADS, CLIENTS = ("lead", "leads"), ("client", "clients")
MOST = 1_000  # leads that one sheet shows
MoneyLine = FeeLine | SpendLine


class RowsBehind(Hands):
    """Leads, fees and spend behind a figure, and thanks for what was paid.

    Attributes:
        client_wanted: a client behind a figure is to be looked at.
    """

    client_wanted = Signal(int)

    def of_campaign(self, figure: str, row: CampaignFigures | None) -> None:
        """Show what stands behind a figure of a campaign's own page."""
        if row is None:
            return
        shows: dict[str, Callable[[], None]] = {
            "leads": lambda: self.show_leads(row.campaign.id, None),
            "worth": lambda: self.show_worked(row),
            "meetings": lambda: self.show_meetings(row),
            "reached": lambda: self.show_reached(row),
            "fees": lambda: self.show_fees(row),
            "return": lambda: self.show_fees(row),
            "spend": lambda: self.show_spend(row),
        }
        if figure in shows:
            shows[figure]()

    def show_leads(self, campaign_id: int, state: LeadState | None) -> None:
        """Show a campaign's leads, those of one state first asked for."""
        row, now, period = self.page.found.row(campaign_id), self._clock(), self.page.period

        def read(db: Reader) -> "list[LeadLine]":
            from warmcalls.actions.leads_behind import leads_behind

            return leads_behind(db, now=now, period=period, campaign_id=campaign_id, limit=MOST)

        self.read(read, partial(self._show_leads, _title(row, "leads"), row.leads, state))

    def show_worked(self, row: CampaignFigures) -> None:
        """Show the leads that were worked, those worth the time first where there are any."""
        campaign_id, now, period = row.campaign.id, self._clock(), self.page.period

        def read(db: Reader) -> "list[LeadLine]":
            from warmcalls.actions.leads_behind import leads_behind

            found = leads_behind(db, now=now, period=period, campaign_id=campaign_id, limit=MOST)
            return [line for line in found if line.state in WORKED]

        state = LeadState.WORTH if row.count(LeadState.WORTH) else None
        self.read(read, partial(self._show_leads, _title(row, "leads worked"), row.worked, state))

    def _show_leads(
        self,
        title: str,
        whole: int,
        state: LeadState | None,
        lines: "list[LeadLine]",
        nouns: tuple[str, str] = LEADS,
    ) -> None:
        from warmcalls.ui.campaigns.sheets.rows_sheet import RowsSheet

        zone, theme = self.page.found.agency.zone, self._theme
        sheet = RowsSheet(theme, title, lines, zone, whole=whole, state=state, nouns=nouns)
        sheet.client_wanted.connect(self._show_client)
        self.open(sheet)

    def show_meetings(self, row: CampaignFigures) -> None:
        """Show the leads with whom a meeting was agreed."""
        campaign_id, period = row.campaign.id, self.page.period

        def read(db: Reader) -> "list[LeadLine]":
            from warmcalls.actions.clients_behind import meetings_behind

            return meetings_behind(db, campaign_id, period=period, limit=MOST)

        title = _title(row, "meetings")
        self.read(read, partial(self._show_leads, title, row.meetings, None))

    def show_reached(self, row: CampaignFigures) -> None:
        """Show the clients that gave any signal."""
        campaign_id, period = row.campaign.id, self.page.period

        def read(db: Reader) -> "list[LeadLine]":
            from warmcalls.actions.clients_behind import reached_behind

            return reached_behind(db, campaign_id, period=period, limit=MOST)

        title = _title(row, "clients reached")
        self.read(read, partial(self._show_leads, title, row.reached, None, nouns=CLIENTS))

    def show_fees(self, row: CampaignFigures) -> None:
        """Show the fees that are credited to a campaign."""
        behind = Behind(Rows.FEES, _title(row, "fees"), campaign_id=row.campaign.id)
        self._show_money(behind, row.campaign.name)

    def show_spend(self, row: CampaignFigures) -> None:
        """Show what was spent on a campaign."""
        behind = Behind(Rows.SPEND, _title(row, "spend"), campaign_id=row.campaign.id)
        self._show_money(behind, row.campaign.name)

    def show_unassigned(self) -> None:
        """Show spend that belongs to no campaign."""
        self._show_money(Behind(Rows.SPEND, "Spend without a campaign"), "")

    def _show_money(self, behind: Behind, campaign: str) -> None:
        now, period = self._clock(), self.page.period

        def read(db: Reader) -> list[MoneyLine]:
            from warmcalls.actions.fees_behind import fees_behind, spend_behind

            asked = Asked(period.first, period.last)
            if behind.rows is Rows.FEES:
                return [*fees_behind(db, asked, behind, now=now)]
            found = spend_behind(db, asked, behind, now=now)
            return [line for line in found if line.campaign == campaign]

        def show(lines: list[MoneyLine]) -> None:
            from warmcalls.ui.campaigns.sheets.money_sheet import MoneySheet

            others = [pair for pair in self.page.found.named if pair[1] != campaign]
            sheet = MoneySheet(
                self._theme, behind.title, lines, self.currency, campaign, campaigns=others
            )
            sheet.assigned.connect(self._assign)
            sheet.client_wanted.connect(self._show_client)
            self.open(sheet)

        self.read(read, show)

    def _assign(self, spend_id: int, campaign_id: int) -> None:
        """Book spend on a campaign; what was open is closed, since its rows are others now."""
        from warmcalls.actions.assign_spend import assign_spend

        if self._host.sheet is not None:
            self._host.sheet.leave()
        now, person_id = self._clock(), self.person_id
        self.act(lambda db: assign_spend(db, spend_id, campaign_id, now=now, person_id=person_id))

    def show_thanks(self) -> None:
        """Show what was paid in the period, and thanks to whom."""
        now, period = self._clock(), self.page.period

        def read(db: Reader) -> "list[Win]":
            from warmcalls.actions.statement import wins

            return wins(db, period, now=now)

        def show(found: "list[Win]") -> None:
            from warmcalls.ui.campaigns.sheets.thanks_sheet import ThanksSheet

            sheet = ThanksSheet(self._theme, found, self.currency)
            sheet.client_wanted.connect(self._show_client)
            self.open(sheet)

        self.read(read, show)

    def _show_client(self, client_id: int) -> None:
        if self._host.sheet is not None:
            self._host.sheet.leave()
        self.client_wanted.emit(client_id)


def _title(row: CampaignFigures, what: str) -> str:
    """Return the head of a sheet: which campaign, and which of its figures."""
    return f"{short(row.campaign.name)}: {what}"
