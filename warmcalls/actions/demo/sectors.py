"""Sectors of the demo agency: what companies are called, whom they hire, who decides."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Sector:
    """One sector.

    Attributes:
        endings: what follows a stem in a company's name.
        jobs: whom its companies hire, as an advert or a job brief says it.
        roles: who decides beside the personnel department.
        share: how many of a hundred clients are in it.
        fee: what a placement brings, pounds.
    """

    name: str
    share: int
    fee: int
    endings: tuple[str, ...]
    jobs: tuple[str, ...]
    roles: tuple[str, ...]


def _sector(name: str, share: int, fee: int, *told: str) -> Sector:
    endings, jobs, roles = (tuple(text.split(", ")) for text in told)
    return Sector(name, share, fee, endings, jobs, roles)


SECTORS: Final = (
    _sector(
        "Transport", 16, 6_200,
        "Logistics, Haulage, Freight, Distribution, Transport, Warehousing, Removals, Couriers",
        "Transport planner, HGV Class 1 driver, Warehouse shift manager, Fleet manager, "
        "Traffic office supervisor",
        "Transport Manager, Operations Director, Depot Manager",
    ),
    _sector(
        "Construction", 14, 7_400,
        "Build, Construction, Civil Engineering, Roofing, Groundworks, Joinery, Scaffolding, "
        "Contractors",
        "Site manager, Quantity surveyor, Groundworker, Contracts manager, Estimator",
        "Commercial Manager, Contracts Director, Construction Director",
    ),
    _sector(
        "Healthcare", 13, 5_400,
        "Care, Dental Group, Nursing Homes, Medical Centre, Physiotherapy, Veterinary Group, "
        "Pharmacy, Home Care",
        "Registered nurse, Deputy manager, Dental hygienist, Senior carer, Physiotherapist",
        "Registered Manager, Operations Director, Practice Manager",
    ),
    _sector(
        "Manufacturing", 14, 6_800,
        "Engineering, Castings, Precision, Plastics, Textiles, Fabrications, Packaging, Valves",
        "CNC setter, Maintenance engineer, Shift lead, Quality manager, Production planner",
        "Production Manager, Works Manager, Managing Director",
    ),
    _sector(
        "Legal", 8, 8_600,
        "Solicitors, Law, Legal, Conveyancing, & Partners LLP, Family Law",
        "Conveyancer, Legal secretary, Employment solicitor, Paralegal, Practice accountant",
        "Practice Manager, Managing Partner, Head of Operations",
    ),
    _sector(
        "Finance", 8, 8_900,
        "Accountants, Wealth, Insurance Brokers, Mortgages, Payroll Services, Building Society",
        "Management accountant, Payroll manager, Claims handler, Finance business partner, Auditor",
        "Finance Director, Partner, Head of Operations",
    ),
    _sector(
        "Food", 9, 5_900,
        "Foods, Bakery, Dairies, Brewing, Farm Shops, Catering, Meats, Confectionery",
        "Shift lead, Technical manager, Production operative, NPD technologist, Head chef",
        "Factory Manager, Operations Manager, Managing Director",
    ),
    _sector(
        "Education", 6, 4_800,
        "Academy Trust, College, Nurseries, Training, Schools Partnership, Tutors",
        "Teaching assistant, School business manager, SEN coordinator, Nursery manager, Assessor",
        "School Business Manager, Principal, Director of Operations",
    ),
    _sector(
        "Technology", 7, 9_800,
        "Software, Systems, Digital, Networks, Data, Automation, Robotics",
        "Support engineer, Backend developer, Product manager, Data analyst, Project manager",
        "Chief Technology Officer, Engineering Manager, Operations Director",
    ),
    _sector(
        "Property", 5, 5_600,
        "Housing, Estates, Lettings, Facilities, Property Services, Housing Association",
        "Repairs supervisor, Lettings negotiator, Facilities manager, Housing officer, "
        "Gas engineer",
        "Resourcing Lead, Director of Homes, Facilities Director",
    ),
)  # fmt: skip
SMALL_BUSINESS: Final = Sector("Small business", 0, 2_500, ("Services",), ("Helper",), ("Owner",))
TOWNS: Final = (
    *("Leeds",) * 9, *("Bradford",) * 4, *("Wakefield",) * 4, *("Huddersfield",) * 3,
    *("Halifax",) * 3, *("Harrogate",) * 3, *("York",) * 4, *("Sheffield",) * 3, *("Hull",) * 2,
    "Doncaster", "Barnsley", "Dewsbury", "Castleford", "Pontefract", "Otley", "Ilkley", "Skipton",
    "Keighley", "Selby", "Batley", "Brighouse", "Wetherby", "Ripon", "Beverley", "Goole",
    "Rotherham", "Manchester", "Rochdale",
)  # fmt: skip
PEOPLE_ROLES: Final = (
    "Head of People", "HR Manager", "HR Director", "People Partner", "Talent Acquisition Manager",
    "Resourcing Lead", "HR Adviser", "Recruitment Manager",
)  # fmt: skip
OTHER_ROLES: Final = (
    "Finance Manager", "Office Manager", "Managing Director", "Site Manager", "Executive Assistant",
    "Team Leader", "Company Secretary",
)  # fmt: skip
LONG_NAMES: Final = (
    ("Wakefield & Pontefract Municipal Housing and Regeneration Partnership", "Property"),
    ("The Ancient Guild of Cloth Finishers and Dyers of the Upper Calder Valley", "Manufacturing"),
    ("North Riding Federation of Church of England Primary Schools Multi-Academy Trust",
     "Education"),
    ("Sugden, Rawnsley, Oldroyd & Feather Chartered Accountants and Business Advisers", "Finance"),
    ("Humber Gateway Temperature-Controlled Distribution and Cold Storage", "Transport"),
)  # fmt: skip
# what a person who answers an advert in a chat does for a living
SMALL_TRADES: Final = (
    "Dog Grooming", "Mobile Valeting", "Nail Bar", "Chimney Sweeps", "Window Cleaning",
    "Sandwich Bar",
    "Gardening", "Plastering", "Wedding Cakes", "Ironing Service", "Taxis", "Driving School",
    "Barbers", "Guitar Lessons", "House Clearance", "Candle Company",
)  # fmt: skip


def sector_named(name: str) -> Sector:
    """Return a sector by its name."""
    return next(sector for sector in SECTORS if sector.name == name)
