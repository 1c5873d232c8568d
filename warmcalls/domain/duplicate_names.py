"""Names of clients for finding duplicates: taken apart into words."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LONG_FORMS: Final[dict[str, str]] = {
    short: long
    for long, shorts in {
        "associate": "assoc assocs associates",
        "brother": "bros brothers",
        "building": "bldg bldgs buildings",
        "centre": "center ctr centres centers",
        "construction": "constr const constructions",
        "consulting": "consult",
        "development": "dev devs developments",
        "distribution": "dist distrib",
        "engineering": "eng engg engineers engineer",
        "environmental": "env enviro",
        "facility": "facilities",
        "haulier": "hauliers",
        "hospital": "hosp hospitals",
        "industry": "ind inds industries",
        "international": "intl internat",
        "laboratory": "lab labs laboratories",
        "logistics": "logs logistic",
        "management": "mgmt mgt",
        "manufacturing": "mfg manuf manufacturers manufacturer mfrs",
        "national": "natl nat",
        "partner": "ptnrs partners",
        "product": "products prods",
        "property": "properties prop props",
        "saint": "st",
        "service": "svc svcs serv servs services",
        "solicitor": "solicitors sols",
        "solution": "soln solns solutions",
        "system": "sys systs systems",
        "technology": "tech techs technologies",
        "transport": "transp trans",
        "university": "univ uni",
    }.items()
    for short in shorts.split()
}
GENERIC: Final = frozenset(
    """
    academy accountancy accountant advisory agency agricultural air architect associate auto
    automotive bakery bank bar brother builder building business care carpentry catering centre
    chemical city civil cleaning clinic club college commercial communication computer computing
    construction consultancy consultant consulting contractor contracting control council
    craft creative data decorator delivery dental design development digital direct
    distribution drink education electric electrical electronic energy engineering enterprise
    environmental equipment estate europe european event export express fabrication facility farm
    fashion finance financial first fitness flooring food foundation freight furniture garage
    garden gas general global green haulage haulier health healthcare heating hire home hospital
    hotel house housing import industrial industry information innovation install installation
    insurance interior international investment joinery kitchen laboratory landscape law
    legal leisure lettings lighting living local logistics london machine maintenance management
    manufacturing marine market marketing material mechanical media medical metal
    mobile motor national network new north northern nursery nursing office online optical
    packaging paint partner partnership personnel pharma pharmacy phone planning plant plastic
    plumbing power practice precision premier press primary print printing product production
    professional project property protection public quality radio rail recruitment recycling
    refrigeration rental repair research resource restaurant retail road roofing royal safety
    sales salon school science scientific secure security service shop signs site social society
    software solar solicitor solution south southern special specialist sport staff staffing
    steel storage store street structural studio supplies supply support surgery surveyor system
    team technical technology telecom textile timber tool trade trading trailer training transport
    transportation travel trust university utility valley vehicle vet warehouse waste water web
    welding west western wholesale window wood works world yorkshire
    """.split()
)
NOISE: Final = frozenset("and the of for at in ltd limited plc llp cic trading".split())
GROUPS: Final = frozenset("group holding holdings".split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        words: without legal forms and numbers, abbreviations written out.
        numbers: words with a digit in them, which tell names apart.
        group: it says that it is a group or a holding.
        letters: all words as one.
    """

    words: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    group: bool = False
    letters: str = ""

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that are not of a trade."""
        return tuple(word for word in self.words if word not in GENERIC)


def take_apart(key: str, written: str = "") -> Name:
    """Return a name taken apart.

    Args:
        key: the name without case, punctuation and legal form.
        written: as it is written, for what the key leaves out.
    """
    if not key.isascii():
        plain = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in plain if not unicodedata.combining(c))
    found = _joined(key.split())
    group = any(word in GROUPS for word in found) or "group" in written.casefold()
    numbers = frozenset(word for word in found if not word.isalpha())
    left = [word for word in found if word.isalpha() and word not in GROUPS and word not in NOISE]
    words = tuple(_plain(word) for word in left)
    if not words:  # nothing but numbers and such words: they are the name
        words = tuple(found)
    return Name(words, numbers, group, "".join(words))


def _joined(words: Sequence[str]) -> list[str]:
    """Join letters that stand alone: "a b c" is abc, and "john s" is johns."""
    found: list[str] = []
    alone = False
    for word in words:
        single = len(word) == 1 and word.isalpha()
        if single and found and (alone or word == "s"):
            found[-1] += word
        else:
            found.append(word)
            alone = single
    return found


def _plain(word: str) -> str:
    """Return the long form of an abbreviation, and a trade in the singular."""
    long = LONG_FORMS.get(word)
    if long:
        return long
    return word[:-1] if word.endswith("s") and word[:-1] in GENERIC else word
