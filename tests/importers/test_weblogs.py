"""Web logs at their seam: a file in, page views, counts and problems out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.domain.incoming import Evidence, Problem
from warmcalls.domain.kinds import Kind
from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs import format_of, recognise
from warmcalls.importers.weblogs.reading import read_here

DATA = Path(__file__).parents[1] / "data" / "weblogs"
BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
TOKEN, EMAIL = IdentityKind.TOKEN, IdentityKind.EMAIL
ADDRESS, DOMAIN = IdentityKind.ADDRESS, IdentityKind.DOMAIN


@dataclass
class Whole:
    """All batches of a file together."""

    rows: list[Evidence] = field(default_factory=list)
    read: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)
    examples: dict[str, list[str]] = field(default_factory=dict)
    done: list[int] = field(default_factory=list)


def whole(path: Path, rules: WebRules | None = None, block: int = 512 * 1024) -> Whole:
    found = Whole()
    for batch in read_here(path, rules or WebRules(), block=block):
        found.rows += [row for row in batch.rows if isinstance(row, Evidence)]
        found.read += batch.read
        found.left_out += batch.left_out
        found.problems += batch.problems
        found.done.append(batch.done)
        for why, lines in batch.examples.items():
            found.examples.setdefault(why, []).extend(lines)
    return found


def hit(
    url: str = "/fees",
    *,
    at: str = "08:30:00",
    client: str = "203.0.113.9",
    agent: str = BROWSER,
    status: int = 200,
    referrer: str = "-",
) -> str:
    return (
        f'{client} - - [02/Mar/2026:{at} +0000] "GET {url} HTTP/1.1" {status} 512 '
        f'"{referrer}" "{agent}"'
    )


LogOf = Callable[..., Whole]


@pytest.fixture
def log(tmp_path: Path) -> LogOf:
    def read_lines(*lines: str, rules: WebRules | None = None) -> Whole:
        path = tmp_path / "access.log"
        path.write_text("\n".join(lines) + "\n")
        return whole(path, rules)

    return read_lines


def test_a_day_of_an_agency() -> None:
    found = whole(DATA / "agency.log")
    assert found.read == 11
    assert [row.subject for row in found.rows] == [
        "Home page",
        "Salary Guide 2026",
        "Salary Guide 2026",
        "Fees",
        "Submit a Vacancy",
        "Vacancies 123",
        "Contact",
    ]
    assert [row.kind for row in found.rows[:4]] == [
        Kind.OTHER_PAGE,
        Kind.GUIDE_PAGE,
        Kind.DOWNLOAD,
        Kind.SERVICES_PAGE,
    ]
    assert found.left_out == {"asset": 1, "bot": 1, "scanner": 1, "error": 1}
    assert [problem.line for problem in found.problems] == [13, 14]
    assert all("Googlebot" in line for line in found.examples["bot"])


def test_token_and_campaign_are_remembered_for_the_rest_of_the_visit() -> None:
    home, guide, download, fees, *_ = whole(DATA / "agency.log").rows
    address = Identity(ADDRESS, "203.0.113.9")
    assert home.identities == (address,)
    assert guide.identities == (Identity(TOKEN, "k7Qp2x"), address)
    assert fees.identities == guide.identities
    assert fees.person == download.person == "k7Qp2x"
    assert (fees.campaign, fees.channel) == ("spring-guide", "email")
    assert guide.at == 1_772_440_270_000_000


def test_who_asked_may_be_a_host_or_an_ipv6_address() -> None:
    *_, candidate, contact = whole(DATA / "agency.log").rows
    assert candidate.identities == (Identity(ADDRESS, "2001:db8::17"),)
    assert contact.identities == (Identity(DOMAIN, "proxy.acme.example"),)
    assert contact.at == 1_772_440_560_000_000  # an offset of one hour is heeded


def test_iis_fields_may_change_within_the_file() -> None:
    found = whole(DATA / "agency_iis.log")
    assert (found.read, found.left_out) == (3, {"bot": 1})
    fees, contact = found.rows
    assert fees.identities == (Identity(TOKEN, "k7Qp2x"), Identity(ADDRESS, "203.0.113.9"))
    assert contact.identities == (Identity(ADDRESS, "8.8.4.4"),)
    assert contact.at - fees.at == 60_000_000
    assert [problem.line for problem in found.problems] == [7]


def test_a_visit_ends_after_half_an_hour(log: LogOf) -> None:
    found = log(
        hit("/fees?wc=k7Qp2x", at="08:00:00"),
        hit("/about", at="08:29:59"),
        hit("/about", at="08:59:58"),
        hit("/about", at="09:29:58"),
    )
    assert [row.person == "k7Qp2x" for row in found.rows] == [True, True, True, False]


def test_extra_pages_of_a_kind_count_a_quarter_and_only_three_of_them(log: LogOf) -> None:
    found = log(*(hit(f"/blog/{n}") for n in range(6)), hit("/fees"))
    assert [row.share for row in found.rows] == [1.0, 0.25, 0.25, 0.25, 0.0, 0.0, 1.0]


def test_a_plain_email_in_a_link_is_an_identity(log: LogOf) -> None:
    (row,) = log(hit("/fees?e=Priya%40acme.example")).rows
    assert row.identities[0] == Identity(EMAIL, "priya@acme.example")
    assert row.person == "priya@acme.example"


def test_campaign_may_stand_in_the_referrer_of_our_own_site_only(log: LogOf) -> None:
    rules = WebRules(own_hosts=("www.agency.example",))
    ours, theirs = log(
        hit(referrer="https://agency.example/?utm_campaign=ours&utm_source=xing"),
        hit(referrer="https://other.example/?utm_campaign=theirs", client="192.0.2.1"),
        rules=rules,
    ).rows
    assert (ours.campaign, ours.channel) == ("ours", "xing")
    assert theirs.campaign == ""


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (hit(client="198.51.100.77"), "own"),
        (hit(client="198.51.100.77", agent="curl/8.5.0", status=500), "own"),
        (hit(agent="curl/8.5.0"), "bot"),
        (hit("/wp-login.php", agent="-"), "bot"),
        (hit("/.env", status=404), "scanner"),
        (hit("/gone.css", status=404), "error"),
        (hit("/site.css"), "asset"),
        (hit("/terms.pdf"), "asset"),
        (hit("/wp-json/wp/v2/posts"), "asset"),
        (hit("http://elsewhere.example/"), "other_site"),
        (hit(client="-"), "no_address"),
        (hit().replace("GET /fees HTTP/1.1", r"\x16\x03\x01"), "scanner"),
        (hit().replace("GET /fees HTTP/1.1", "-").replace("200", "408"), "error"),
        (hit().replace("GET", "HEAD"), "method"),
    ],
)
def test_first_reason_counts(log: LogOf, line: str, why: str) -> None:
    rules = WebRules(own_addresses=("198.51.100.0/24",), own_hosts=("agency.example",))
    found = log(line, rules=rules)
    assert (found.read, found.rows, found.left_out) == (1, [], {why: 1})
    assert found.examples == {why: [line]}


def test_a_common_log_has_no_agents_and_no_bots_by_that(log: LogOf) -> None:
    found = log('203.0.113.9 - - [02/Mar/2026:08:30:00 +0000] "GET /fees HTTP/1.0" 200 12')
    assert [row.person for row in found.rows] == ["203.0.113.9"]


def test_a_line_cut_before_its_agent_is_a_problem_where_others_have_one(log: LogOf) -> None:
    found = log(hit(), hit().partition(' "-"')[0])
    assert found.read == 1
    assert [problem.line for problem in found.problems] == [2]


def test_a_proxy_names_the_visitor_after_the_agent(log: LogOf) -> None:
    (row,) = log(hit(client="10.0.0.2") + ' "192.168.0.8, 8.8.8.8"').rows
    assert row.identities == (Identity(ADDRESS, "8.8.8.8"),)


def test_a_program_that_follows_every_link_is_a_scanner(log: LogOf) -> None:
    found = log(
        hit("/a?wc=k7Qp2x", at="08:30:00"),
        hit("/b?wc=k7Qp2x", at="08:30:01"),
        hit("/c?wc=k7Qp2x", at="08:30:02"),
        hit("/fees", at="08:30:09"),
    )
    assert (found.read, found.left_out) == (4, {"scanner": 4})


def test_a_person_following_links_is_not(log: LogOf) -> None:
    found = log(*(hit(f"/{n}?wc=k7Qp2x", at=f"08:3{n}:00") for n in range(4)))
    assert len(found.rows) == 4


def test_an_address_that_looks_for_many_missing_pages_is_a_scanner(log: LogOf) -> None:
    misses = [hit(f"/secret-{n}", status=404) for n in range(25)]
    found = log(*misses, hit("/fees"), hit("/fees", client="192.0.2.1"))
    assert found.left_out == {"error": 20, "scanner": 6}
    assert [row.identities[0].value for row in found.rows] == ["192.0.2.1"]


def test_the_token_survives_a_redirect(log: LogOf) -> None:
    found = log(hit("/go?wc=k7Qp2x", status=302), hit("/fees", at="08:30:01"))
    assert found.rows[0].identities[0] == Identity(TOKEN, "k7Qp2x")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([hit()], "combined"),
        (["agency.example:443 " + hit()], "vhost_combined"),
        ([hit().partition(' "-"')[0]], "common"),
        (["agency.example " + hit().partition(' "-"')[0]], "vhost_common"),
        (["name,company", "Priya,Acme"], ""),
    ],
)
def test_formats_are_told_by_their_lines(lines: list[str], expected: str) -> None:
    head = "\n".join([*lines, ""]).encode()
    assert format_of(head) == expected
    assert (recognise(head, "any") > 0.9) is bool(expected)


def test_iis_is_told_by_its_directives() -> None:
    head = (DATA / "agency_iis.log").read_bytes()
    assert format_of(head) == "iis"
    assert recognise(head, "any") > 0.6
