"""Fit: how much a client is like the one the agency wants, and the sentences that say why.

Three parts of equal weight: its tier, its sector, its size. What is not known of a client, or what
the agency never said, is left out rather than held against it. The share enters the ranking around
its middle, so a client of which nothing is known is neither helped nor harmed by it.
"""

from dataclasses import dataclass
from typing import Final

from warmcalls.domain.clients import Client, Tier

TIER_FITS: Final[dict[Tier, float]] = {Tier.A: 1.0, Tier.B: 0.5, Tier.C: 0.15}
NEAR: Final = 2.0  # half or double the wanted size still half fits
HALF: Final = 0.5
LEAST: Final = 0.01  # of a client of which something is known: 0 stands for nothing known


@dataclass(frozen=True, slots=True)
class IdealClient:
    """The client the agency wants more of; what is empty was never said.

    Attributes:
        sectors: any of these fits.
        least_staff, most_staff: the size that fits, either end may be open.
    """

    sectors: tuple[str, ...] = ()
    least_staff: int | None = None
    most_staff: int | None = None

    @property
    def is_said(self) -> bool:
        """Whether the agency said anything of it."""
        return bool(self.sectors) or self.has_size

    @property
    def has_size(self) -> bool:
        """Whether a size was said."""
        return self.least_staff is not None or self.most_staff is not None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a client fits.

    Attributes:
        share: from `LEAST` to 1; None where nothing is known.
        parts: one sentence for each part that is known.
        strengths: the facts that speak for it, as a list in a sentence names them.
    """

    share: float | None = None
    parts: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    share: float
    said: str
    strength: str = ""


def fit(client: Client, ideal: IdealClient) -> Fit:
    """Return how well a client fits the ideal one, with its reasons."""
    found = (_tier(client), _sector(client, ideal), _size(client, ideal))
    parts = [part for part in found if part is not None]
    if not parts:
        return Fit()
    share = max(sum(part.share for part in parts) / len(parts), LEAST)
    strengths = tuple(part.strength for part in parts if part.strength)
    return Fit(share, tuple(part.said for part in parts), strengths)


def fit_share(client: Client, ideal: IdealClient) -> float:
    """Return the share as it is kept: 0 where nothing is known."""
    return fit(client, ideal).share or 0.0


def _tier(client: Client) -> _Part | None:
    if client.tier is None:
        return None
    share = TIER_FITS[client.tier]
    words = {Tier.A: "it fits", Tier.B: "it half fits", Tier.C: "it hardly fits"}
    said = f"Tier {client.tier.value}: {words[client.tier]}."
    return _Part(share, said, f"tier {client.tier.value}" if share > HALF else "")


def _sector(client: Client, ideal: IdealClient) -> _Part | None:
    if not client.sector or not ideal.sectors:
        return None
    if client.sector.casefold() in {sector.casefold() for sector in ideal.sectors}:
        return _Part(1.0, f"{client.sector} is a sector you want.", client.sector)
    return _Part(0.0, f"{client.sector} is none of the sectors you want.")


def _size(client: Client, ideal: IdealClient) -> _Part | None:
    if client.staff is None or not ideal.has_size:
        return None
    staff, least, most = client.staff, ideal.least_staff, ideal.most_staff
    wanted = f"you want {size_words(ideal)}"
    if (least is None or staff >= least) and (most is None or staff <= most):
        return _Part(1.0, f"{staff:,} staff: {wanted}.", f"{staff:,} staff")
    near = (least is None or staff >= least / NEAR) and (most is None or staff <= most * NEAR)
    how = "near it" if near else "far from it"
    return _Part(HALF if near else 0.0, f"{staff:,} staff: {how}, {wanted}.")


def size_words(ideal: IdealClient) -> str:
    """Return the wanted size in words: "50 to 500", "50 or more", "up to 500"."""
    least, most = ideal.least_staff, ideal.most_staff
    if least is not None and most is not None:
        return f"{least:,} to {most:,}"
    return f"{least:,} or more" if least is not None else f"up to {most:,}"


def fit_words(found: Fit, ideal: IdealClient) -> str:
    """Return what speaks for a client: "fits your ideal client: tier A, Engineering, 240 staff".

    Empty where nothing does, or where the agency never said whom it wants.
    """
    if not (found.strengths and ideal.is_said):
        return ""
    return f"fits your ideal client: {', '.join(found.strengths)}"


def ideal_words(ideal: IdealClient) -> str:
    """Return the ideal client in words: "Engineering or Transport, 50 to 500 staff"."""
    sectors = " or ".join(filter(None, (", ".join(ideal.sectors[:-1]), *ideal.sectors[-1:])))
    size = f"{size_words(ideal)} staff" if ideal.has_size else ""
    return ", ".join(part for part in (sectors, size) if part)
