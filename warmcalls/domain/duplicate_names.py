"""Names of clients for finding duplicates: taken apart into words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
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
NOISE: Final = frozenset(
    "and the of for at in trading ltd limited plc llp cic ldt lttd ltdd limted limitd".split()
)
GROUPS: Final = frozenset("group holding holdings".split())


PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
FORMS: Final = {
    "limited": "Ltd", "ltd": "Ltd", "plc": "PLC", "llp": "LLP", "lp": "LP", "cic": "CIC",
    "inc": "Inc", "incorporated": "Inc", "llc": "LLC", "gmbh": "GmbH",
}  # fmt: skip
PLURAL: Final = 4  # letters of a word whose last s may be one too many


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart.

    Attributes:
        words: without legal forms and numbers, abbreviations written out, trades in the singular.
        spelt: the same words as they are spelt.
        numbers: those in it, which tell names apart.
        form: what sort of company it says it is, or empty.
        group: it says that it is a group or a holding.
        letters: all words as one.
        telling: the words that are not of a trade.
    """

    words: tuple[str, ...]
    spelt: tuple[str, ...]
    numbers: frozenset[str] = frozenset()
    form: str = ""
    group: bool = False
    letters: str = ""
    telling: tuple[str, ...] = ()

    @property
    def folded(self) -> str:
        """All words as one without a last s, in which a slip is looked for."""
        return "".join(
            word[:-1] if word[-1] == "s" and len(word) >= PLURAL else word for word in self.spelt
        )


NONE: Final[frozenset[str]] = frozenset()


def take_apart(key: str, written: str = "") -> Name:
    """Return a name taken apart.

    Args:
        key: the name without case, punctuation and legal form.
        written: as it is written, for what the key leaves out.
    """
    if not key.isascii():
        plain = unicodedata.normalize("NFKD", key)
        key = "".join(c for c in plain if not unicodedata.combining(c))
    if key.replace(" ", "").isalpha():
        found, numbers = _joined(key.split()), NONE
    else:
        parts = PARTS.findall(key)
        found = _joined([part for part in parts if not part.isdecimal()])
        numbers = frozenset(part.lstrip("0") for part in parts if part.isdecimal())
    said = PARTS.findall(written.casefold()) if written else []
    group = "group" in said or any(word in GROUPS for word in found)
    form = next((FORMS[word] for word in reversed(said) if word in FORMS), "")
    # numbers and words that say nothing may be all there is: then they are the name
    spelt = tuple(w for w in found if w not in GROUPS and w not in NOISE) or tuple(found)
    words = tuple(_plain(word) for word in spelt)
    telling = tuple(word for word in words if word not in GENERIC)
    return Name(words, spelt, numbers, form, group, "".join(words), telling)


def _joined(words: Sequence[str]) -> list[str]:
    """Join letters that stand alone: "a b c" is abc, and "john s" is johns."""
    found: list[str] = []
    alone = False
    for word in words:
        single = len(word) == 1
        if single and found and (alone or word == "s"):
            found[-1] += word
        else:
            found.append(word)
            alone = single
    return found


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    """Return the long form of an abbreviation, and a trade in the singular."""
    long = LONG_FORMS.get(word)
    if long:
        return long
    return word[:-1] if word[-1] == "s" and word[:-1] in GENERIC else word
