"""Advice on campaigns in words: what was seen, what is normal, how sure, and what to do."""

from dataclasses import dataclass
from math import log
from typing import Final

from warmcalls.domain.campaigns import Alarm, Alert, CampaignFigures, LeadState
from warmcalls.domain.evidence import chance_below
from warmcalls.domain.money import amount_words, ratio_words

MISSED_BY_CHANCE: Final = 0.05
SURE: Final = 0.8
CERTAIN: Final = 0.995


@dataclass(frozen=True, slots=True)
class Target:
    """Where money has earned more.

    Attributes:
        a_month: what that campaign costs a month, minor units: twice as much is as far as its
            figures reach.
    """

    row: CampaignFigures
    a_month: int


def alarm(row: CampaignFigures, *, saves: int, target: Target | None, currency: str) -> Alarm:
    """Return the early warning on a campaign in words.

    Leads that nobody worked are named before the campaign is blamed: where they are most of it
    and the evidence is weak, the advice is to call them.

    Args:
        row: the campaign, which has a warning.
        saves: what it costs a month, minor units; 0 where that is not known.
        target: where the money has earned more, with enough fees to say so.
        currency: the agency's.
    """
    sample = settled_by(row)
    call_first = row.warning is Alert.WEAK and row.count(LeadState.UNWORKED) > row.worked
    deed = _call_first(row) if call_first else _move(row, saves, target, currency)
    return Alarm(
        campaign_id=row.campaign.id,
        warning=row.warning,
        headline=headline(row),
        sure=f"{_chance(row)} {deed}",
        doubt=_doubt(row, sample),
        saves=saves,
        moves=min(saves, target.a_month) if target else 0,
        move_to=target.row.campaign.id if target else None,
        move_to_name=target.row.campaign.name if target else "",
        sample=sample,
    )


def headline(row: CampaignFigures) -> str:
    """Return what was seen and what is normal among the other campaigns."""
    came = row.leads + row.unmatched
    noun = "enquiry" if row.unmatched else "lead"
    return (
        f"{row.campaign.name}: {counted(came, noun)}, {row.worked:,} worked, "
        f"{row.worth.hits:,} worth it; the others’ normal is {percent(row.normal)}"
    )


def advice(row: CampaignFigures, alarmed: Alarm | None) -> str:
    """Return what to do about a campaign, in the row's own words; empty where nothing is to do."""
    if alarmed:
        return f"{alarmed.sure} {alarmed.doubt}".strip()
    if row.warning is not Alert.NONE:
        return f"{_chance(row)} It has ended: do not run it again as it was."
    said = []
    unworked = row.count(LeadState.UNWORKED)
    if row.too_early and not unworked:
        said.append(f"Too early to say: {row.worked:,} of {counted(row.leads, 'lead')} worked.")
    if unworked and row.sample:
        calls = counted(row.sample, "call")
        said.append(
            f"{unworked:,} of {counted(row.leads, 'lead')} {_are(unworked)} not worked yet: "
            f"{calls} in 48 hours would tell more."
        )
    if row.unmatched:
        enquiries = counted(row.unmatched, "enquiry")
        said.append(f"{enquiries} {_are(row.unmatched)} not in the client list yet: see Visitors.")
    return " ".join(said)


def settled_by(row: CampaignFigures) -> int:
    """Return how many more calls would settle it, at most those not worked yet."""
    return min(_enough(row), row.count(LeadState.UNWORKED))


def _enough(row: CampaignFigures) -> int:
    """Return how many more calls would settle it.

    As many as tell it from normal, or else as many as a campaign of the normal rate passes without
    one call worth the time in only 5 % of cases: log 0.05 / log(1 - normal).
    """
    if row.sample or not 0.0 < row.normal < 1.0:
        return row.sample
    return max(round(log(MISSED_BY_CHANCE) / log(1.0 - row.normal)), 1)


def percent(share: float) -> str:
    """Return a share as the app writes it: "22 %", under half a per cent "under 1 %"."""
    if 0.0 < share < 0.5 / 100:
        return "under 1 %"
    return f"{share * 100:.0f} %"


def counted(number: int, noun: str) -> str:
    """Return a number with its noun in the right form: "1 enquiry", "143 enquiries"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def _chance(row: CampaignFigures) -> str:
    """Return how sure it is, against half the normal rate where that says something."""
    chance, than = row.worse_than_half, "half the others’ normal"
    if chance < SURE:
        chance = chance_below(row.worth.hits, row.worth.trials, row.normal)
        than = "the others’ normal"
    sure = "over 99 %" if chance > CERTAIN else percent(chance)
    return f"Chance that it is worse than {than}: {sure}."


def _call_first(row: CampaignFigures) -> str:
    unworked = row.count(LeadState.UNWORKED)
    return (
        f"But {unworked:,} of {counted(row.leads, 'lead')} {_are(unworked)} not worked yet: "
        "call some of them before you stop it."
    )


def _move(row: CampaignFigures, saves: int, target: Target | None, currency: str) -> str:
    """Return what stopping saves and where the money has earned more."""
    stop = "Stop it" if row.warning is Alert.STOP else "Think of stopping it"
    a_month = f"{amount_words(saves, currency)} a month"
    if target is None:
        saved = f", which saves {a_month}." if saves else ": what it costs is not written down."
        return f"{stop}{saved} No other campaign has the fees yet to say where money earns more."
    name, brought = target.row.campaign.name, _brought(target.row, currency)
    if not saves:
        return f"{stop} and put the money into {name}, {brought}"
    verb = "move" if row.warning is Alert.STOP else "moving"
    if target.a_month < saves:
        part = amount_words(target.a_month, currency)
        return f"{stop}, which saves {a_month}, and {verb} {part} of it to {name}, {brought}"
    return f"{stop} and {verb} {a_month} to {name}, {brought}"


def _brought(target: CampaignFigures, currency: str) -> str:
    back, pound = target.returns, amount_words(100, currency)
    low, high = ratio_words(back.low, currency), ratio_words(back.high, currency)
    so_far = ratio_words(back.so_far or 0.0, currency)
    return f"which brought {so_far} per {pound} so far (likely {low}–{high} in the end)."


def _doubt(row: CampaignFigures, sample: int) -> str:
    """Return what is not worked yet, and what would settle it."""
    unworked = row.count(LeadState.UNWORKED)
    waiting = unworked + row.unmatched
    if not waiting:
        return ""
    said = f"{waiting:,} {_are(waiting)} not worked yet"
    if row.unmatched == waiting:
        said += f": {'it' if waiting == 1 else 'they'} {_wrote(row.unmatched)}"
    elif row.unmatched:
        said += f"; {row.unmatched:,} of them {_wrote(row.unmatched)}"
    if not sample:
        return f"{said}."
    if sample < _enough(row):
        return f"{said}. Not sure? Call {_those(sample, row.unmatched)} first."
    return f"{said}. Not sure? {counted(sample, 'more call')} in 48 hours would settle it."


def _those(number: int, others: int) -> str:
    """Return how leads that were just counted are called, beside others or alone."""
    if others:
        return f"the other {number:,}" if number > 1 else "the other one"
    return f"those {number:,}" if number > 1 else "that one"


def _wrote(number: int) -> str:
    """Return what is known of people who enquired and whom no client matches."""
    return f"wrote to you but {_are(number)} not in the client list yet"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
