"""Results and statements made by hand: a full year, a few data, and hostile words."""

from warmcalls.domain.campaigns import Return
from warmcalls.domain.results import (
    Asked,
    Cohort,
    Earner,
    FourCs,
    FunnelStep,
    Model,
    Month,
    Results,
)
from warmcalls.domain.statements import Statement, Win

MONTHS = "2025-03 2025-04 2025-05 2025-06 2025-07 2025-08 2025-09 2025-10 2025-11 2025-12 2026-01 2026-02".split()
FEES = (11_200, 14_800, 22_700, 9_600, 17_900, 8_100, 31_500, 24_200, 13_100, 4_900, 3_100, 0)
SPEND = (5_200, 5_600, 6_100, 5_800, 5_000, 4_200, 6_400, 6_800, 6_500, 4_400, 6_600, 6_900)
TO_COME = (0, 0, 0, 0, 300, 500, 800, 1_200, 6_200, 8_600, 14_900, 17_500)
RIPE = (1.0, 1.0, 0.99, 0.98, 0.97, 0.95, 0.92, 0.86, 0.61, 0.55, 0.33, 0.08)
ASKED = Asked("2025-03-01", "2026-02-28")
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "$x$ and $\\frac{1}{0}$",
    "<b>bold</b> & <img src=x>",
    "Salary Guide " * 20,
    "شركة التوظيف العربية",
    "one\ntwo\tthree\r\nfour",
    "@SUM(A1:A9)",
    "東京 \U0001f600 \u202eevil",
)


def pounds(*amounts: int) -> tuple[int, ...]:
    return tuple(amount * 100 for amount in amounts)


def earner(  # noqa: PLR0917 - a row of a table
    number: int,
    name: str,
    channel: str,
    spend: int,
    figures: tuple[float | None, float, float],
    fees: float,
    *,
    few: bool = False,
) -> Earner:
    so_far, low, high = figures
    likely = None if so_far is None else so_far * 1.05
    without = None if so_far is None or fees < 2 else so_far * 0.7
    returns = Return(so_far, likely, low, high, 0.9, without, fees, 0.1, few)
    earned = round((so_far or 0) * spend * 100) or round(fees * 400_000)
    shifts = (1.25, 0.8, 1.0, 1.05, 0.92, 1.1)
    by_model = {m: round(earned * s) for m, s in zip(Model, shifts, strict=True)}
    return Earner(number, name, channel, spend * 100, earned, returns, by_model)


CAMPAIGNS = (
    earner(3, "Salary Guide 2026", "Content", 12_400, (4.10, 2.60, 6.30), 14),
    earner(1, "Former candidates", "Relationship", 1_900, (7.20, 2.60, 10.60), 3, few=True),
    earner(2, "Hiring webinars", "Webinar", 6_200, (6.40, 3.90, 10.20), 9),
    earner(4, "LinkedIn articles", "Social", 5_200, (3.00, 1.20, 6.80), 4),
    earner(5, "Newsletter", "E-mail", 9_800, (2.40, 1.30, 4.20), 6),
    earner(6, "Job-board profile", "Job board", 8_000, (1.50, 0.60, 3.40), 3),
    earner(7, "Breakfast events", "Event", 4_100, (1.10, 0.30, 3.60), 1, few=True),
    earner(8, "Messenger ads", "Social ads", 5_700, (0.00, 0.00, 0.50), 0),
)
FUNNEL = (
    FunnelStep("signals", "Clients with signals", 1_184),
    FunnelStep("leads", "Leads", 418, 0.35, 3),
    FunnelStep("called", "Called", 301, 0.72, 1),
    FunnelStep("spoke", "Spoke", 122, 0.41, 1),
    FunnelStep("meeting", "Meeting", 46, 0.38, 6),
    FunnelStep("brief", "Job brief", 31, 0.67, 9),
    FunnelStep("placed", "Placed", 19, 0.61, 34),
    FunnelStep("invoiced", "Invoiced", 19, 1.0, 2),
    FunnelStep("paid", "Paid", 16, 0.84, 28),
)


def months() -> tuple[Month, ...]:
    rows = zip(
        MONTHS, pounds(*SPEND), pounds(*FEES), pounds(*TO_COME), RIPE, range(12), strict=True
    )
    return tuple(
        Month(
            m, spend, fees, to_come, ripe,
            booked=FEES[(n + 9) % 12] * 100,
            invoiced=FEES[(n + 9) % 12] * 160,
            paid=FEES[(n + 8) % 12] * 150,
            first_signals=80 + n * 5,
            leads=28 + n,
        )
        for m, spend, fees, to_come, ripe, n in rows
    )  # fmt: skip


def cohorts() -> tuple[Cohort, ...]:
    made = []
    for n, month in enumerate(months()):
        grown = (0, 0.05, 0.12, 0.25, 0.45, 0.62, 0.75, 0.85, 0.92, 0.97, 1.0, 1.0)
        ages = 12 - n
        top = grown[ages - 1] or 1.0
        fees = tuple(round(month.fees * grown[age] / top) for age in range(ages))
        made.append(
            Cohort(
                month.month,
                month.first_signals,
                month.leads,
                month.spend,
                fees,
                month.to_come,
                month.ripe,
            )
        )
    return tuple(made)


def four_cs() -> tuple[FourCs, ...]:
    return tuple(
        FourCs(m, 140 + 7 * n, 22 + n // 3, 9 + n // 5, None if n < 4 else 4_200_000 + 150_000 * n)
        for n, m in enumerate(MONTHS)
    )


def full() -> Results:
    return Results(
        ASKED,
        "GBP",
        2.0,
        months(),
        CAMPAIGNS,
        channels=tuple(
            Earner(0, c.channel, c.channel, c.spend, c.fees, c.returns, c.credits)
            for c in CAMPAIGNS
        ),
        funnel=FUNNEL,
        four_cs=four_cs(),
        cohorts=cohorts(),
        headline_month="2026-02",
        helped=3_840_000,
        taken=6_100_000,
        spend=sum(SPEND) * 100,
        fees=sum(FEES) * 100,
        outside=9_350_000,
        returns=Return(3.10, 3.25, 1.90, 4.60, 0.95, 2.72, 27, 0.01, too_few=False),
        of_ripe=True,
        whole=Return(2.32, 3.10, 1.95, 4.40, 0.75, 2.10, 31, 0.01, too_few=False),
        forecast=pounds(50_000, 21_000, 96_000),  # type: ignore[arg-type]
        conversions=31.0,
        noise="With 31 fees the models differ less than chance alone would make them.",
        notes=(
            "2 fees in ZAR (R31,000) wait for an exchange rate.",
            "£1,240 of spend belongs to no campaign.",
            "1 fee came before its client's first signal: it counts as outside marketing.",
        ),
    )


def few() -> Results:
    """Three months, one fee."""
    three = (
        Month("2025-12", 40_000, 0, 90_000, 0.6, first_signals=9, leads=3),
        Month("2026-01", 40_000, 450_000, 120_000, 0.35, 450_000, 450_000, 0, 11, 4),
        Month("2026-02", 0, 0, 30_000, 0.1, first_signals=2, leads=0),
    )
    one = Return(5.63, 4.2, 0.4, 14.0, 0.4, 0.0, 1.0, 0.2, too_few=True)
    return Results(
        Asked("2025-12-01", "2026-02-28"),
        "GBP",
        2.0,
        three,
        (
            Earner(
                1, "Salary Guide 2026", "Content", 80_000, 450_000, one, {Model.LINEAR: 450_000}
            ),
            Earner(2, "Referrals", "Relationship", 0, 0, Return(None), {Model.LINEAR: 0}),
        ),
        (Earner(0, "Content", "Content", 80_000, 450_000, one, {}),),
        funnel=(
            FunnelStep("signals", "Clients with signals", 22),
            FunnelStep("leads", "Leads", 7, 7 / 22, 2),
            *(FunnelStep(f.id, f.name, 0) for f in FUNNEL[2:]),
        ),
        cohorts=(
            Cohort("2025-12", 9, 3, 40_000, (0, 0, 0), 90_000, 0.6),
            Cohort("2026-01", 11, 4, 40_000, (0, 450_000), 120_000, 0.35),
            Cohort("2026-02", 2, 0, 0, (0,), 30_000, 0.1),
        ),
        spend=80_000,
        fees=450_000,
        returns=one,
        whole=one,
        forecast=(240_000, 10_000, 900_000),
        conversions=1.0,
    )


def hostile() -> Results:
    """Names that would be formulas, mathematics, markup, or far too long."""
    named = tuple(
        Earner(
            n,
            name,
            name,
            100_000 * n,
            50_000 * n,
            CAMPAIGNS[n % 8].returns,
            CAMPAIGNS[n % 8].credits,
        )
        for n, name in enumerate(HOSTILE, start=1)
    )
    base = full()
    steps = tuple(
        FunnelStep(s.id, HOSTILE[n % 8], s.count, s.share, s.days) for n, s in enumerate(FUNNEL)
    )
    return Results(
        base.asked, "ZAR", 2.5, base.months, named, named, steps, base.four_cs, base.cohorts,
        noise="$a$ <b> =1+1", notes=HOSTILE, returns=base.returns, forecast=base.forecast,
    )  # fmt: skip


def empty() -> Results:
    return Results(ASKED, "GBP", 2.0)


def statement(**changes: object) -> Statement:
    wins = tuple(
        Win(n, n, client, f"{title} placed", amount, f"2026-02-{3 + 4 * n:02}", by, campaigns)
        for n, (client, title, amount, by, campaigns) in enumerate(
            (
                (
                    "Ashgrove Dental",
                    "Practice manager",
                    1_450_000,
                    "Beth Okafor",
                    ("Salary Guide 2026", "Hiring webinars"),
                ),
                ("Calloway Build", "Site engineer", 1_290_000, "Tom Reyes", ("Newsletter",)),
                (
                    "Dunmere Housing",
                    "Finance lead",
                    1_100_000,
                    "Beth Okafor",
                    ("Hiring webinars", "LinkedIn articles"),
                ),
            )
        )
    )
    facts: dict[str, object] = {
        "agency": "Harcourt Lane",
        "month": "2026-02",
        "currency": "GBP",
        "helped": 3_840_000,
        "taken": 6_100_000,
        "cost": 690_000,
        "per_pound": 5.57,
        "since": "2026-01",
        "since_helped": 5_210_000,
        "since_taken": 9_880_000,
        "since_cost": 1_350_000,
        "since_per_pound": 3.86,
        "wins": wins,
        "campaigns": (
            ("Salary Guide 2026", 1_725_000, 210_000),
            ("Hiring webinars", 1_275_000, 180_000),
            ("Newsletter", 840_000, 90_000),
        ),
        "notes": ("£1,240 of spend belongs to no campaign.",),
    }
    return Statement(**(facts | changes))  # type: ignore[arg-type]
