"""What was asked for: the page behind a request, or why it is none."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

from warmcalls.domain.identities import clean_email
from warmcalls.domain.kinds import Kind
from warmcalls.domain.pages import WebRules, kind_finder, page_name
from warmcalls.importers.weblogs.memo import Memo

REQUEST: Final = re.compile(rb"([A-Za-z]{3,20}) (\S.*?)(?: HTTP/[\d.]+)?", re.DOTALL)
ABSOLUTE: Final = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
ESCAPED: Final = re.compile(rb"\\x([0-9A-Fa-f]{2})")
TOKEN: Final = re.compile(r"[\w.~-]{1,64}", re.ASCII)
LONGEST_CAMPAIGN: Final = 120
DOCUMENTS: Final = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "epub"})
ASSET_EXTENSIONS: Final = """
css js mjs map json xml txt rss atom png jpg jpeg gif ico svg webp avif bmp woff woff2 ttf otf eot
mp3 mp4 m4v webm zip gz webmanifest
"""
ASSETS: Final = frozenset(ASSET_EXTENSIONS.split())
BACKGROUND: Final = re.compile(
    r"/wp-json/|/wp-admin/admin-ajax\.php|/wp-cron\.php|/feed/?$|/cdn-cgi/|/\.well-known/"
)
PROBE: Final = re.compile(
    r"wp-login\.php|xmlrpc\.php|wp-config|/wp-admin/(?!admin-ajax)|/\.(?:env|git|aws|svn|ssh|ht)"
    r"|phpmyadmin|/pma/|/cgi-bin/|phpunit|eval-stdin|boaform|/hnap1|/actuator/|/etc/passwd"
    r"|\.\./|<script|union\s+(?:all\s+)?select|/shell\.php|/setup\.php|/owa/auth|/solr/admin"
)


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at a path.

    Attributes:
        path: decoded.
        left_out: why nobody reads it as a page, or empty.
    """

    path: str
    left_out: str
    kind: Kind = Kind.OTHER_PAGE
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A request, worked out once for all its hits.

    Attributes:
        left_out: why it is no page view whatever the answer was, or empty.
        url: path and query as they stand in the log.
        path: decoded, without the query.
        host: of a URL with a host in it.
        token: the tracking token of a link made by the app, `?wc=`.
        channel: utm_medium, or utm_source.
    """

    left_out: str
    method: str = ""
    url: str = ""
    path: str = ""
    host: str = ""
    kind: Kind = Kind.OTHER_PAGE
    subject: str = ""
    token: str = ""
    email: str = ""
    campaign: str = ""
    channel: str = ""


def decoded(raw: str) -> str:
    r"""Return text that was read as Latin-1 in the code page it is most likely in.

    `\xHH`, as Apache writes unusual bytes, and `%HH` become their bytes first.
    """
    unescaped = ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), raw.encode("latin-1"))
    plain = unquote_to_bytes(unescaped)
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return plain.decode("cp1252", "replace")


class RequestReader:
    """Works out request fields by the agency's rules."""

    def __init__(self, rules: WebRules) -> None:
        self._kind_of = kind_finder(rules.patterns)
        # Queries differ a thousand times as often as the paths before them.
        self._pages = Memo(self._page_at)

    def __call__(self, raw: bytes) -> Request:
        """Return what a request field asks for."""
        found = REQUEST.fullmatch(raw)
        if not found:
            return Request("method" if raw in (b"", b"-") else "scanner")
        method, url = found[1].decode().upper(), found[2].decode("latin-1")
        absolute = ABSOLUTE.match(url)
        host = absolute[1].lower() if absolute else ""
        local = url[absolute.end() :] if absolute else url
        raw_path, _, query = local.partition("#")[0].partition("?")
        page = self._pages[raw_path]
        left_out = page.left_out
        if PROBE.search(decoded(query).lower()):
            left_out = "scanner"
        elif method != "GET" and left_out != "scanner":
            left_out = "method"
        facts = query_facts(query)
        return Request(left_out, method, url, page.path, host, page.kind, page.subject, **facts)

    def _page_at(self, raw_path: str) -> Page:
        """Return what stands at a path, whoever asks for it and how."""
        path = decoded(raw_path)
        lower = path.lower()
        name = lower.rpartition("/")[2]
        extension = name.rpartition(".")[2] if "." in name else ""
        if PROBE.search(lower):
            return Page(path, "scanner")
        if BACKGROUND.search(lower) or extension in ASSETS:
            return Page(path, "asset")
        kind = self._kind_of(path)
        if extension in DOCUMENTS and kind is Kind.GUIDE_PAGE:
            return Page(path, "", Kind.DOWNLOAD, page_name(path))
        return Page(path, "asset" if extension == "pdf" else "", kind, page_name(path))


def query_facts(query: str) -> dict[str, str]:
    """Return token, e-mail, campaign and channel that a query carries, empty where it has none."""
    if "=" not in query:
        return {}
    try:
        values = dict(parse_qsl(query, encoding="utf-8", errors="replace", max_num_fields=50))
    except ValueError:  # more fields than any page of an agency has
        return {}
    token = values.get("wc", "")
    return {
        "token": token if TOKEN.fullmatch(token) else "",
        "email": clean_email(values.get("email") or values.get("e") or "") or "",
        "campaign": values.get("utm_campaign", "").strip()[:LONGEST_CAMPAIGN],
        "channel": (values.get("utm_medium") or values.get("utm_source") or "").strip()[
            :LONGEST_CAMPAIGN
        ],
    }
