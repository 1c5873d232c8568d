"""How fast a web log is read, beside GoAccess: `python -m tests.bench.bench_weblog`.

Both read the same million lines of a made-up agency's month, in turns, each in a process of its
own; the best of the turns counts. Start-up is part of the time, and memory is the largest
process's.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs import read

START = int(datetime(2026, 2, 1, tzinfo=UTC).timestamp())
MONTH = 28 * 24 * 60 * 60
BROWSERS = [
    f"Mozilla/5.0 ({system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{version}.0.0.0 "
    f"Safari/537.36{more}"
    for system in ("Windows NT 10.0; Win64; x64", "Macintosh; Intel Mac OS X 10_15_7", "X11; Linux")
    for version in range(120, 146)
    for more in ("", " Edg/144.0.0.0")
]
BOTS = [
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
    "Mozilla/5.0 (compatible; SemrushBot/7~bl; +http://www.semrush.com/bot.html)",
    "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "curl/8.5.0",
    "-",
]
PAGES = [
    *("/", "/about-us", "/contact", "/fees", "/employers", "/our-services", "/meet-the-team"),
    *("/hire-us/submit-a-vacancy", "/guides/salary-guide-2026/", "/downloads/salary-guide.pdf"),
    *(f"/insights/{n}-questions-to-ask-a-finance-director" for n in range(60)),
    *(f"/jobs/accountant-{n}" for n in range(900)),
]
ASSETS = [
    *(f"/assets/{n}.css?ver=6.4.{n}" for n in range(8)),
    *(f"/assets/{n}.js?ver=6.4.{n}" for n in range(20)),
    *(f"/wp-content/uploads/2026/01/picture-{n}-1024x683.jpg" for n in range(300)),
    *("/favicon.ico", "/fonts/inter.woff2"),
]
GARBAGE = ["\x00\x01 not a hit", '203.0.113.9 - - [02/Mar/2026:08:30:00 +0000] "GE']
PROBES = ["/wp-login.php", "/.env", "/xmlrpc.php", "/old-page", "/phpmyadmin/index.php"]


@dataclass
class Run:
    """One reading of the file: seconds, and the most memory held at a time, in kilobytes."""

    seconds: float
    memory: int


def hits_of(somebody: random.Random) -> Iterator[tuple[str, int, str]]:
    """Yield URL, status and agent of one visitor: a person, a bot or a scanner."""
    sort = somebody.random()
    if sort < 0.25:
        agent = somebody.choice(BOTS)
        for _ in range(somebody.randint(1, 30)):
            yield somebody.choice(PAGES), 200, agent
        return
    agent = somebody.choice(BROWSERS)
    if sort < 0.30:
        for _ in range(somebody.randint(1, 15)):
            yield somebody.choice(PROBES), 404, agent
        return
    query = f"?wc=t{somebody.randrange(9000)}&utm_campaign=spring" if sort < 0.35 else ""
    for page in range(somebody.randint(1, 6)):
        yield somebody.choice(PAGES) + query, 200, agent
        query = ""
        for _ in range(14 if page == 0 else 2):
            yield somebody.choice(ASSETS), somebody.choice([200, 200, 200, 304]), agent


class Street:
    """Some forty visitors at a time, whose hits mingle."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._visitors: list[tuple[str, Iterator[tuple[str, int, str]]]] = []

    def next_hit(self) -> tuple[str, str, int, str]:
        """Return address, URL, status and agent of whoever moves next."""
        chance = self._chance
        while True:
            while len(self._visitors) < 40:
                address = (
                    f"{chance.randint(11, 220)}.{chance.randrange(256)}.{chance.randrange(256)}.7"
                )
                self._visitors.append((address, hits_of(chance)))
            place = chance.randrange(len(self._visitors))
            address, hits = self._visitors[place]
            for hit in hits:
                return (address, *hit)
            self._visitors.pop(place)


def lines_of_a_month(count: int, garbage: float) -> Iterator[str]:
    """Yield a combined log, the same for the same count, a share of it unreadable."""
    chance = random.Random(20260302)
    street = Street(chance)
    for number in range(count):
        if chance.random() < garbage:
            yield chance.choice(GARBAGE)
            continue
        # A page and its pictures are asked for within the same second.
        now = datetime.fromtimestamp(START + number // 4 * 4 * MONTH // count, UTC)
        address, url, status, agent = street.next_hit()
        yield (
            f'{address} - - [{now:%d/%b/%Y:%H:%M:%S} +0000] "GET {url} HTTP/1.1" {status} '
            f'{chance.randint(300, 60000)} "https://agency.example/" "{agent}"'
        )


def write(path: Path, count: int, garbage: float) -> None:
    """Write a log of so many lines."""
    with path.open("w", encoding="latin-1", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines_of_a_month(count, garbage))


def measured(command: list[str]) -> Run:
    """Run a command to its end in a process of its own."""
    begun = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - begun
    if status:
        raise SystemExit(f"{command[0]} failed with status {status}")
    return Run(seconds, usage.ru_maxrss)


def commands(log: Path, folder: Path) -> dict[str, list[str]]:
    """Return what is compared, GoAccess first, each as a command."""
    reader = [sys.executable, "-m", "tests.bench.bench_weblog", "--only-read", str(log)]
    compared = {
        "GoAccess": [
            *("goaccess", str(log), "--log-format=COMBINED", "--no-global-config"),
            *("--no-progress", "-o", str(folder / "goaccess.json")),
        ],
        "WarmCalls, reading": reader,
    }
    if find_spec("warmcalls.cli.main"):
        compared["WarmCalls, into its database"] = [
            *(sys.executable, "-m", "warmcalls", "--data-dir", str(folder / "data")),
            *("import", str(log), "--as", "weblog"),
        ]
    return compared


def compare(count: int, garbage: float, turns: int) -> None:
    """Run everything in turns and print what each achieved."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        log = folder / "access.log"
        write(log, count, garbage)
        best: dict[str, Run] = {}
        for _ in range(turns):
            for who, command in commands(log, folder).items():
                shutil.rmtree(folder / "data", ignore_errors=True)
                run = measured(command)
                if who not in best or run.seconds < best[who].seconds:
                    best[who] = run
        show(count, log.stat().st_size, best)


def show(count: int, size: int, best: dict[str, Run]) -> None:
    """Print the table."""
    table = Table(
        "",
        "seconds",
        "lines/s",
        "against GoAccess",
        "peak memory",
        title=(f"{count:,} lines, {size / 1e6:,.0f} MB"),
    )
    for who, run in best.items():
        ratio = best["GoAccess"].seconds / run.seconds
        table.add_row(
            *(who, f"{run.seconds:.2f}", f"{count / run.seconds:,.0f}"),
            *(f"{ratio:.1f} times", f"{run.memory / 1024:,.0f} MB"),
        )
    Console().print(table)


def only_read(log: Path) -> None:
    """Read a log and keep nothing, as an import would if the database cost nothing."""
    for batch in read(log, WebRules()):
        del batch


def main() -> None:
    """Measure, as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--garbage", type=float, default=0.0, help="share of unreadable lines")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--only-read", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only_read:
        only_read(asked.only_read)
    else:
        compare(asked.lines, asked.garbage, asked.turns)


if __name__ == "__main__":
    main()
