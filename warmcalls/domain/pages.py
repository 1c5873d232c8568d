"""Pages of a recruitment website: what each says about its reader, and what people call it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import translate
from itertools import groupby
from typing import Final

from warmcalls.domain.kinds import Kind

# The first that matches counts, so the order matters: some sites keep the employer's form among
# the jobs, an article about salaries is a guide, and an article about fees is an article.
DEFAULTS: Final = """
contact_page   */submit-*vacanc* */submit-*job* */post-*vacanc* */post-a-job* */post-job*
contact_page   */send-*vacanc* */register-*vacanc* */register-a-job* */upload-*vacanc*
contact_page   */advertise-*job* */brief-us* */request-talent* */request-staff*
guide_page     */job-spec* */job-description*
candidate_page */contact*candidate* */candidate* */jobseeker* */job-seeker* */jobs/* */job/*
candidate_page */job-* */vacancies/* */vacancy/* */search-jobs* */browse-jobs* */find-a-job*
candidate_page */apply* */upload-*cv* */submit-*cv* */send-*cv* */cv-* */cv/* */timesheet*
guide_page     *salary* *whitepaper* *white-paper* */guide/* */guides/* *-guide/* *-guide-*
guide_page     */guide-* *_guide* */report/* */reports/* *-report/* *-report-* *_report* */ebook*
guide_page     *-ebook* */benchmark* *-benchmark* */toolkit* *-toolkit* */resources/* */webinar*
guide_page     */market-update* *-survey/* *-survey-* */hiring-advice*
article_page   */blog/* */blogs/* */news/* */insight/* */insights/* */article/* */articles/*
article_page   */post/* */posts/* */podcast* */advice/* */case-stud* */testimonial* */press/*
candidate_page *-jobs/* *-jobs-* */career* */register/* */registration/* */sign-up/* */signup/*
candidate_page */work-for-us* */join-us* */join-our-* */interview-* */refer-a-friend*
contact_page   */contact* */get-in-touch* */enquir* */inquir* */call-back* */callback*
contact_page   */request-a-call* */book-a-* */arrange-a-call* */talk-to-us* */speak-to-us*
contact_page   */request-a-quote* */get-a-quote*
services_page  */service* */our-service* */what-we-do* */fees* */our-fees* */pricing* */price*
services_page  */rates/* */terms-of-business* */hire* */hiring* */employer* */for-employer*
services_page  */client* */for-client* */for-business* */looking-to-hire* */find-talent*
services_page  */find-staff* */recruitment* */permanent-* */temporary-* */contract-*
services_page  */executive-search* */retained-* */payroll* */rpo/* */psl/* */why-us*
services_page  */why-choose-* */how-we-work*
"""

INITIALS = "AI CEO CFO CIO CTO CV CVs FAQ FAQs GDPR HMRC HR IR35 MSP NHS PAYE PDF PSL RPO UK VAT"
SMALL = "a an and as at by for from in of on or the to vs with"
ACRONYMS: Final = {word.casefold(): word for word in INITIALS.split()}
SMALL_WORDS: Final = frozenset(SMALL.split())
EXTENSION: Final = re.compile(
    r"\.(x?html?|php\d?|aspx?|jsp|cfm|pdf|docx?|xlsx?|pptx?|epub)$", re.IGNORECASE
)
INDEX: Final = re.compile(r"/(index|default|home)?/?$", re.IGNORECASE)
NUMBER_ONLY: Final = re.compile(r"[\d\W_]*|[0-9a-f\s]{16,}", re.IGNORECASE)
HOME: Final = "Home page"
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class PagePattern:
    """What kind of page a path means.

    Attributes:
        pattern: compared with the whole path in lower case, decoded, without extension and with
            a slash at both ends; `*` stands for anything, so "*/jobs/*" is any path with that
            folder or page.
    """

    pattern: str
    kind: Kind


DEFAULT_PATTERNS: Final = tuple(
    PagePattern(pattern, Kind(kind))
    for kind, *patterns in (line.split() for line in DEFAULTS.strip().splitlines())
    for pattern in patterns
)


@dataclass(frozen=True, slots=True)
class WebRules:
    """How this agency reads its web logs.

    Attributes:
        patterns: the first that matches a path says its kind.
        own_addresses: addresses and networks of the agency, as "203.0.113.0/24".
        own_hosts: host names of the website; empty if the log is of one site only.
    """

    patterns: tuple[PagePattern, ...] = DEFAULT_PATTERNS
    own_addresses: tuple[str, ...] = ()
    own_hosts: tuple[str, ...] = ()


def kind_finder(patterns: tuple[PagePattern, ...]) -> Callable[[str], Kind]:
    """Return the function that tells the kind of page at a decoded path."""
    # Neighbours of the same kind share one expression: a path is then held against a few.
    matchers = [
        (re.compile("|".join(translate(p.pattern.lower()) for p in run)), kind)
        for kind, run in groupby(patterns, key=lambda p: p.kind)
    ]

    def find(path: str) -> Kind:
        plain = INDEX.sub("", EXTENSION.sub("", path.lower())).strip("/")
        folded = f"/{plain}/" if plain else "/"
        return next((kind for expr, kind in matchers if expr.fullmatch(folded)), Kind.OTHER_PAGE)

    return find


def page_kind(path: str, patterns: tuple[PagePattern, ...] = DEFAULT_PATTERNS) -> Kind:
    """Return the kind of page at a decoded path; for many paths take `kind_finder`."""
    return kind_finder(patterns)(path)


def page_name(path: str) -> str:
    """Return what a person would call the page at a decoded path: "Salary Guide 2026".

    A last part that is only a number or an id is named after the folder around it.
    """
    plain = INDEX.sub("", EXTENSION.sub("", path))
    parts = [words for part in plain.split("/") if (words := _words(part))]
    if not parts:
        return HOME
    last = parts.pop()
    while parts and NUMBER_ONLY.fullmatch(last):
        short = last if len(last) <= len("20260302") else ""
        last = f"{parts.pop()} {short}".strip()
    return _capped(_titled(last))


def _words(part: str) -> str:
    """Return a part of a path as words, without anything that does not print."""
    printable = "".join(c if c.isprintable() else " " for c in part)
    return " ".join(re.split(r"[-_+\s]+", printable)).strip()


def _titled(words: str) -> str:
    """Return words in title case, small words small and initials in capitals."""
    titled = [
        ACRONYMS.get(word.casefold()) or (word if word in SMALL_WORDS else _upper_first(word))
        for word in words.split(" ")
    ]
    return _upper_first(" ".join(titled))


def _upper_first(text: str) -> str:
    """Return a text with its first letter upper-case and the others as they are."""
    return text[:1].upper() + text[1:]


def _capped(name: str) -> str:
    """Return a name of at most LONGEST_NAME characters."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"
