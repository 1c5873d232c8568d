"""The lines of a campaign's panels: what it is, and how long its leads take."""

from typing import TYPE_CHECKING

from warmcalls.domain.campaigns import CampaignFigures
from warmcalls.domain.money import ratio_words
from warmcalls.ui.campaigns.words import days_words, per_cent, run_words

if TYPE_CHECKING:
    from warmcalls.domain.campaign_story import CampaignStory

Lines = list[tuple[str, str]]


def speed_lines(story: "CampaignStory") -> Lines:
    """Return the median times from the first signal."""
    return [
        ("First signal to first call", days_words(story.days_to_call)),
        ("First signal to job brief", days_words(story.days_to_brief)),
        ("First signal to fee", days_words(story.days_to_fee)),
    ]


def fact_lines(row: CampaignFigures, story: "CampaignStory", currency: str) -> Lines:
    """Return what a campaign hopes, how it is spelt, and what doubt there is of its return."""
    campaign, back = row.campaign, row.returns
    lines = [
        ("What we hope", campaign.hypothesis or "not written down"),
        ("Runs", run_words(campaign)),
        ("Its links say", ", ".join(story.codes) or "nothing yet"),
    ]
    if campaign.stopped_why:
        lines.append(("Stopped because", campaign.stopped_why))
    if row.meets_criteria is not None:
        lines.append(("Leads as agreed", per_cent(row.meets_criteria)))
    if back.so_far is not None:
        lines.append(("Of its fees, in already", f"about {per_cent(back.ripe)}"))
    if back.without_largest is not None:
        lines.append(
            ("Return without the largest fee", ratio_words(back.without_largest, currency))
        )
    return lines
