"""What was asked for: the page behind a request, or why it is none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl, unquote_to_bytes

from warmcalls.domain.identities import clean_email
from warmcalls.domain.kinds import Kind
from warmcalls.domain.pages import WebRules, page_kind, page_name

REQUEST: Final = re.compile(rb"([A-Za-z]{3,20}) (\S.*?)(?: HTTP/[\d.]+)?", re.DOTALL)
ABSOLUTE: Final = re.compile(r"https?://([^/?#]*)", re.IGNORECASE)
ESCAPED: Final = re.compile(rb"\\x([0-9A-Fa-f]{2})")
TOKEN: Final = re.compile(r"[\w.~-]{1,64}", re.ASCII)
LONGEST_CAMPAIGN: Final = 120
DOCUMENTS: Final = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "epub"})
ASSET_EXTENSIONS: Final = """
css js mjs map json xml txt rss atom png jpg jpeg gif ico svg webp avif bmp woff woff2 ttf otf eot
mp3 mp4 m4v webm zip gz pdf webmanifest
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


def decoded(raw: bytes) -> str:
    r"""Return text from a log, whatever its code page; `\xHH` and `%HH` become their bytes."""
    plain = unquote_to_bytes(ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), raw))
    try:
        return plain.decode()
    except UnicodeDecodeError:
        return plain.decode("cp1252", "replace")


def request_reader(rules: WebRules) -> Callable[[bytes], Request]:
    """Return the function that works out a request field by the agency's rules."""

    def read(raw: bytes) -> Request:
        found = REQUEST.fullmatch(raw)
        if not found:
            return Request("method" if raw in (b"", b"-") else "scanner")
        method, url = found[1].decode().upper(), found[2].decode("latin-1")
        absolute = ABSOLUTE.match(url)
        host = absolute[1].lower() if absolute else ""
        local = url[absolute.end() :] if absolute else url
        raw_path, _, query = local.partition("#")[0].partition("?")
        path = decoded(raw_path.encode("latin-1"))
        left_out, kind = _judged(method, path, query, rules)
        if left_out:
            return Request(left_out, method, url, path, host)
        facts = query_facts(query)
        return Request("", method, url, path, host, kind, page_name(path), **facts)

    return read


def _judged(method: str, path: str, query: str, rules: WebRules) -> tuple[str, Kind]:
    """Return why a request is no page view, or empty, and the kind of its page."""
    lower = path.lower()
    if PROBE.search(lower) or PROBE.search(decoded(query.encode("latin-1")).lower()):
        return "scanner", Kind.OTHER_PAGE
    if method != "GET":
        return "method", Kind.OTHER_PAGE
    name = lower.rpartition("/")[2]
    extension = name.rpartition(".")[2] if "." in name else ""
    kind = page_kind(path, rules.patterns)
    if extension in DOCUMENTS and kind is Kind.GUIDE_PAGE:
        return "", Kind.DOWNLOAD
    if extension in ASSETS or BACKGROUND.search(lower):
        return "asset", kind
    return "", kind


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
