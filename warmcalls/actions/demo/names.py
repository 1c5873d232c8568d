"""Made-up people, companies and telephone numbers that look real and belong to nobody."""

from itertools import product
from random import Random
from typing import Final

FIRST_NAMES: Final = """
Priya Daniel Grace Martin Siobhan Owen Farah Joanna Imran Rebecca Gareth Aoife Tomasz Helen Rashid
Louise Callum Nadia Stephen Bronwen Marcus Yasmin Philip Katarzyna Andrew Zainab Rosie Kwame Fiona
Declan Harriet Vikram Eleanor Joseph Amelia Naveed Charlotte Duncan Maya Robert Esther Lewis Chloe
Sanjay Margaret Ewan Tamsin Patrick Leila Colin Hannah Femi Ruth Adrian Sofia Neil Jasmine Bernard
Alice Hamza Victoria Douglas Ines Kenneth Lucy Anil Wendy Theo Beatrice Ryan Gillian Omar Isobel
Simon Nia Matthew Parveen Craig Abigail Rafael Christine Jack Meera Alistair Sally Idris Catherine
""".split()
SURNAMES: Final = """
Nair Frost Lunt Hale Prosser Trask Aziz Whitcombe Ackroyd Barraclough Sutcliffe Greenwood Holroyd
Murgatroyd Hussain Patel Okoro Kowalski Nowak Lister Dyson Ramsden Haigh Armitage Beaumont
Crowther Firth Gaunt Hirst Iqbal Jagger Kaye Lockwood Mahmood Naylor Oldroyd Pickles Quarmby
Rushworth Schofield Thackray Umar Verity Wadsworth Yeadon Begum Clegg Denby Eastwood Fawcett
Gledhill Horsfall Illingworth Jowett Khan Lumb Metcalfe Nutter Osman Priestley Rawnsley Shackleton
Tordoff Varley Whitaker Ahmed Binns Chowdhury Dacre Ellis Feather Garside Hepworth Ingham Joshi
Kendrick Laycock Moorhouse Nicholls Ogden Pawson Redman Singh Tempest Umpleby Vickers Wormald
Adeyemi Bairstow Cawood Dhillon Emmott
""".split()
FRONT: Final = """
Ash Birk Brack Bright Cal Clay Cross Dun Elm Fair Gar Gold Grey Hart Haw Hazel Hol Ilk Kel Kirk
Lang Lin Mal Marsh Mill Nether Oak Os Pen Raven Rother Scar Sel Stan Swin Thorn Thirl Wether Whin
Wyke
""".split()
BACK: Final = """
beck brook burn by combe croft dale den field ford gate grove ham hurst ley mere moor ridge royd
shaw stead thorpe ton water well wick wood worth
""".split()
# Ofcom keeps these numbers for drama: nobody is rung who did not ask for it
LANDLINES: Final = (
    "0113 4960", "0114 4960", "01632 960", "0161 4960", "0191 4980", "01632 960",
    "0113 4960", "0114 4960", "0115 4960", "0117 4960", "020 7946 0",
)  # fmt: skip
MOBILE: Final = "07700 900"
MIXED: Final = 389  # shares no factor with 1000: a run of numbers that looks like none


def stems(rng: Random) -> list[str]:
    """Return place-like words such as "Ravensthorpe" in a drawn order, each once."""
    ugly = {"Oakoak", "Hamham", "Holham", "Penden", "Dunden"}
    made = [front + back for front, back in product(FRONT, BACK) if front + back not in ugly]
    rng.shuffle(made)
    return made


def people(rng: Random) -> list[str]:
    """Return full names in a drawn order, each once."""
    made = [f"{first} {last}" for first, last in product(FIRST_NAMES, SURNAMES)]
    rng.shuffle(made)
    return made


class Numbers:
    """Hands out telephone numbers kept for drama, each at most once as far as they go."""

    def __init__(self) -> None:
        self.taken = 0
        self.mobiles = 0

    def landline(self) -> str:
        """Return a number of an office."""
        at, self.taken = self.taken, self.taken + 1
        area = LANDLINES[at % len(LANDLINES)]
        # an area that is listed twice must not give the same number twice
        turn = 2 * (at // len(LANDLINES)) + LANDLINES[: at % len(LANDLINES)].count(area)
        return f"{area}{turn * MIXED % 1000:03d}"

    def mobile(self) -> str:
        """Return a mobile number; after a thousand they come again."""
        self.mobiles += 1
        return f"{MOBILE}{self.mobiles * MIXED % 1000:03d}"


def slug(name: str) -> str:
    """Return a company's name as the front of a domain."""
    plain = name.lower().replace("&", "and").replace("'", "")
    return "-".join("".join(c if c.isalnum() else " " for c in plain).split())
