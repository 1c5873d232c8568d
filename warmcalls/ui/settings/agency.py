"""The agency: its name, its own visits, and how the list is ordered."""

from functools import partial
from typing import Any, Final

from warmcalls.domain.settings import Settings
from warmcalls.ui.forms.picker import Picker
from warmcalls.ui.settings import checks
from warmcalls.ui.settings.alerts import AlertsPart
from warmcalls.ui.settings.entry import Check, Entry
from warmcalls.ui.settings.frame import Panel, Section, SectionHead
from warmcalls.ui.settings.keeper import Keeper
from warmcalls.ui.settings.usual_fees import HINT as FEES_HINT
from warmcalls.ui.settings.usual_fees import UsualFees
from warmcalls.ui.theme import Theme

ORDERS: Final = (("Most money", 1.0), ("Most conversations", 0.0))
ADDRESSES_HINT: Final = (
    "Internet addresses and networks of your offices and home desks, one a line. "
    "Visits from them are never counted."
)
LIST: Final = "Which clients come first, and how many are drawn to learn from."
HOSTS_HINT: Final = (
    "Needed only where one log holds several websites: the names that are yours, one a line."
)
TESTS_HINT: Final = (
    "Calls drawn at random among the clients that the list left out: only they tell what the list "
    "is worth beside chance (Ranking, Ctrl+7). At 5 % one call in twenty is one, which costs "
    "about 1 good call in 100."
)
ORDER_HINT: Final = (
    "Most money multiplies the chance that a call is worth the time by the fee to expect; most "
    "conversations goes by the chance alone. In simulated agencies where only tiers "
    "are known most money brought the same fees from a tenth fewer conversations."
)


class AgencySection(Section):
    """What the agency says of itself."""

    def __init__(self, theme: Theme, keeper: Keeper) -> None:
        super().__init__(theme)
        self._keeper = keeper
        self.column.addWidget(SectionHead(theme, "Changes are kept as you leave a field."))
        self.name = self._entry("agency", "Name of the agency", checks.some_name)
        self.addresses = self._entry("own_addresses", "Your own addresses", checks.networks, 4)
        self.hosts = self._entry("own_hosts", "Names of your website", checks.hosts, 2)
        self.order = Picker(theme, "Order of the list")
        self.fees = UsualFees(theme, keeper)
        self.tests = self._entry("test_share", "Share of test calls", checks.percent)
        self.alerts = AlertsPart(theme, keeper)
        self.order.activated.connect(self._reorder)
        self._build()

    def show_settings(self, agency: Settings) -> None:
        """Show what is kept now."""
        self.name.show_text(agency.agency)
        self.addresses.show_text("\n".join(agency.own_addresses))
        self.hosts.show_text("\n".join(agency.own_hosts))
        self.tests.show_text(f"{agency.test_share * 100:g} %")
        self._show_order(agency.value_power)
        self.fees.show_settings(agency)
        self.alerts.show_settings(agency)

    def _build(self) -> None:
        agency, the_list = Panel(self.theme), Panel(self.theme)
        agency.add_setting("Name", "As it stands over the menu.", self.name)
        agency.add_setting("Your own addresses", ADDRESSES_HINT, self.addresses)
        agency.add_setting("Names of your website", HOSTS_HINT, self.hosts)
        the_list.add_setting("Order", ORDER_HINT, self.order)
        the_list.add_setting("Usual fees", FEES_HINT, self.fees)
        the_list.add_setting("Test calls", TESTS_HINT, self.tests)
        self.column.addWidget(agency)
        self.column.addSpacing(self.theme.px(8))
        self.column.addWidget(SectionHead(self.theme, LIST, "Today’s list"))
        self.column.addWidget(the_list)
        self.column.addSpacing(self.theme.px(8))
        self.column.addWidget(self.alerts)
        self.column.addStretch(1)

    def _entry(self, setting: str, name: str, check: Check, rows: int = 1) -> Entry:
        entry = Entry(self.theme, name, check, rows)
        entry.saved.connect(partial(self._save, setting, f"Changed: {name.lower()}", entry))
        return entry

    def _save(self, setting: str, said: str, entry: Entry, value: Any) -> None:
        self._keeper.change(said, lambda _: {setting: value}, entry.refuse)

    def _show_order(self, power: float) -> None:
        self.order.clear()
        for name, value in ORDERS:
            self.order.addItem(name, value)
        if self.order.findData(power) < 0:
            self.order.addItem(f"In between ({power:g})", power)
        self.order.setCurrentIndex(self.order.findData(power))

    def _reorder(self, _: int) -> None:
        power, name = self.order.currentData(), self.order.currentText().lower()
        self._keeper.change(f"The list goes by {name}", lambda _: {"value_power": power})
