"""The advice in words: numbers as they are, singular and plural, and no blame before calling."""

from dataclasses import replace

import pytest

from warmcalls.domain.advice import Target, advice, alarm, counted, headline, percent, settled_by
from warmcalls.domain.campaigns import (
    Alert,
    Campaign,
    CampaignFigures,
    LeadState,
    Return,
)
from warmcalls.domain.evidence import chance_below, credible

GOOD = CampaignFigures(
    Campaign(2, "Webinars", "Webinar"), returns=Return(6.4, 7.0, 3.9, 10.2, fees=7.0)
)


def figures(
    worth: int = 0, disqualified: int = 22, called: int = 9, rejected: int = 28, unworked: int = 84,
    **more: object,
) -> CampaignFigures:  # fmt: skip
    counts = (worth, disqualified, called, rejected, unworked)
    worked, normal = worth + disqualified + called, 0.22
    return replace(
        CampaignFigures(
            Campaign(1, "Messenger ads", "Chat ad"),
            leads=sum(counts),
            states=dict(zip(LeadState, counts, strict=True)),
            worth=credible(worth, worked),
            warning=Alert.STOP,
            normal=normal,
            worse_than_half=chance_below(worth, worked, normal / 2),
        ),
        **more,  # type: ignore[arg-type]
    )


def test_the_warning_reads_as_the_page_shows_it() -> None:
    said = alarm(figures(), saves=40_000, target=Target(GOOD, 50_000), currency="GBP")
    assert (
        said.headline
        == "Messenger ads: 143 leads, 31 worked, 0 worth it; the others’ normal is 22 %"
    )
    assert said.sure == (
        "Chance that it is worse than half the others’ normal: 98 %. Stop it and move £400 a month to "
        "Webinars, which brought £6.40 per £1 so far (likely £3.90–£10.20 in the end)."
    )
    assert said.doubt == (
        "84 are not worked yet. Not sure? 12 more calls in 48 hours would settle it."
    )
    assert (said.sample, said.saves, said.move_to, said.move_to_name) == (12, 40_000, 2, "Webinars")


def test_enquiries_that_are_nobodys_count_as_such() -> None:
    row = figures(unworked=5, unmatched=79)
    assert headline(row).startswith("Messenger ads: 143 enquiries, 31 worked")
    said = alarm(row, saves=0, target=None, currency="GBP")
    assert said.doubt == (
        "84 are not worked yet; 79 of them wrote to you but are not in the client list yet. "
        "Not sure? Call the other 5 first."
    )
    alone = alarm(figures(unworked=0, unmatched=1), saves=0, target=None, currency="GBP")
    assert alone.doubt == (
        "1 is not worked yet: it wrote to you but is not in the client list yet."
    )


def test_a_weak_one_with_most_leads_unworked_is_called_before_it_is_blamed() -> None:
    row = figures(warning=Alert.WEAK)
    said = alarm(row, saves=40_000, target=Target(GOOD, 50_000), currency="GBP")
    assert "Stop" not in said.sure
    assert "84 of 143 leads are not worked yet: call some of them before you stop it." in said.sure
    worked = figures(warning=Alert.WEAK, unworked=3)
    said = alarm(worked, saves=40_000, target=Target(GOOD, 50_000), currency="GBP")
    assert "Think of stopping it and moving £400 a month to Webinars" in said.sure


@pytest.mark.parametrize(
    ("saves", "target", "words"),
    [
        (40_000, None, "Stop it, which saves £400 a month. No other campaign has the fees yet"),
        (0, None, "Stop it: what it costs is not written down. No other campaign"),
        (
            0,
            Target(GOOD, 50_000),
            "Stop it and put the money into Webinars, which brought €6.40 per €1",
        ),
        (
            70_000,
            Target(GOOD, 50_000),
            "Stop it, which saves €700 a month, and move €500 of it to Webinars, which brought €6.40",
        ),
    ],
)
def test_what_stopping_saves(saves: int, target: Target | None, words: str) -> None:
    currency = "EUR" if target else "GBP"
    assert words in alarm(figures(), saves=saves, target=target, currency=currency).sure


def test_sureness_is_told_against_normal_where_half_of_it_says_little() -> None:
    row = figures(worth=4, disqualified=27)
    assert row.worse_than_half < 0.8
    chance = percent(chance_below(4, 40, 0.22))
    said = alarm(row, saves=0, target=Target(GOOD, 50_000), currency="GBP")
    assert said.sure.startswith(f"Chance that it is worse than the others’ normal: {chance}.")
    sure = alarm(
        figures(disqualified=300), saves=0, target=Target(GOOD, 50_000), currency="GBP"
    ).sure
    assert sure.startswith("Chance that it is worse than half the others’ normal: over 99 %.")


def test_rows_without_an_alarm_say_only_what_there_is_to_do() -> None:
    quiet = figures(worth=8, unworked=0, warning=Alert.NONE)
    assert advice(quiet, None) == ""
    waiting = replace(quiet, leads=102, states=quiet.states | {LeadState.UNWORKED: 35}, sample=12)
    assert advice(waiting, None) == (
        "35 of 102 leads are not worked yet: 12 calls in 48 hours would tell more."
    )
    early = figures(1, 0, 0, 0, 0, warning=Alert.NONE)
    assert early.too_early
    assert advice(early, None) == "Too early to say: 1 of 1 lead worked."
    assert advice(replace(quiet, unmatched=1), None) == (
        "1 enquiry is not in the client list yet: see Visitors."
    )
    assert "It has ended" in advice(figures(), None)


def test_counts_and_shares_as_the_app_writes_them() -> None:
    assert [counted(n, "enquiry") for n in (0, 1, 1_043)] == [
        "0 enquiries", "1 enquiry", "1,043 enquiries",
    ]  # fmt: skip
    assert counted(1, "more call") == "1 more call"
    assert [percent(share) for share in (0.0, 0.001, 0.224, 1.0)] == [
        "0 %", "under 1 %", "22 %", "100 %",
    ]  # fmt: skip
    assert settled_by(figures(unworked=3)) == 3
    assert settled_by(figures(normal=0.0)) == 0
