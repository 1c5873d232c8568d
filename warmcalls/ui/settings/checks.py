"""What may be typed into settings, and what is said where it may not."""

import re
from typing import Final

from warmcalls.domain.errors import RefusedError
from warmcalls.domain.networks import check_network

HOST: Final = re.compile(r"(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+")
MOST_CALLS: Final = 200
MINUS: Final = "\N{MINUS SIGN}"
FEWEST_PERCENT, MOST_PERCENT = 1, 50


def some_name(text: str) -> str:
    """Return a name without blanks too many."""
    name = " ".join(text.split())
    if not name:
        raise RefusedError("A name is needed.")
    return name


def networks(text: str) -> tuple[str, ...]:
    """Return addresses and networks, one a line."""
    return tuple(check_network(line.strip()) for line in text.splitlines() if line.strip())


def hosts(text: str) -> tuple[str, ...]:
    """Return names of websites, one a line, also where whole addresses were pasted."""
    return tuple(_host(line.strip()) for line in text.splitlines() if line.strip())


def _host(text: str) -> str:
    name = re.sub(r"^\w+://", "", text.lower()).split("/")[0].split(":")[0]
    if not HOST.fullmatch(name):
        raise RefusedError(f'"{text}" is no name of a website: write it as www.agency.co.uk.')
    return name


def percent(text: str) -> float:
    """Return a share."""
    number = whole(text.rstrip("% "), "A share")
    if not FEWEST_PERCENT <= number <= MOST_PERCENT:
        raise RefusedError(f"The share lies between {FEWEST_PERCENT} % and {MOST_PERCENT} %.")
    return number / 100


def calls_a_day(text: str) -> int:
    """Return how many calls somebody makes."""
    number = whole(text, "Calls a day")
    if not 1 <= number <= MOST_CALLS:
        raise RefusedError(f"Between 1 and {MOST_CALLS} calls a day.")
    return number


def whole(text: str, what: str) -> int:
    """Return a whole number."""
    try:
        return int(text.replace(MINUS, "-").replace("+", ""))
    except ValueError as error:
        raise RefusedError(f'{what} is a whole number, not "{text}".') from error
