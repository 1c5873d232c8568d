"""Real logs from elsewhere, where a folder of them is at hand: WARMCALLS_SAMPLES names it."""

import os
from pathlib import Path

import pytest

from tests.importers.test_weblogs import Whole, whole
from warmcalls.domain.identities import Identity, IdentityKind
from warmcalls.importers.weblogs import format_of

SAMPLES = Path(os.environ.get("WARMCALLS_SAMPLES", "absent")) / "weblogs"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="WARMCALLS_SAMPLES names no folder")


def sample(name: str) -> Whole:
    return whole(SAMPLES / name)


def test_ten_thousand_hits_of_2015() -> None:
    found = sample("apache_combined_semicomplete_2015.log")
    assert found.read == 9999
    assert [problem.line for problem in found.problems] == [8899]
    assert found.left_out["bot"] == 2145
    assert len(found.rows) == 2246
    assert len({row.identities[-1] for row in found.rows}) == 966


def test_iis_with_its_fields_announced_nine_times() -> None:
    found = sample("iis7_u_ex090902.log")
    assert (found.read, found.left_out["bot"], len(found.rows)) == (143, 11, 12)
    assert found.problems == []


def test_iis_with_a_cookie_in_quotes() -> None:
    found = sample("iis6_short.log")
    assert found.read == 1
    assert found.rows[0].identities == (Identity(IdentityKind.ADDRESS, "1.2.3.4"),)


def test_formats_mixed_with_comments_and_junk() -> None:
    found = sample("matomo_mixed_formats.log")
    assert (found.read, found.problems) == (25, [])


@pytest.mark.parametrize(
    ("name", "read", "rows"),
    [
        ("apache_malformed_tls_probes.log", 11, 0),
        ("apache_vhost_combined_1line.log", 1, 0),
        ("apache_windows1252_bytes.log", 1, 1),
        ("apache_common.log.gz", 1, 0),
    ],
)
def test_oddities(name: str, read: int, rows: int) -> None:
    found = sample(name)
    assert (found.read, len(found.rows), found.problems) == (read, rows, [])


def test_the_host_before_the_address() -> None:
    head = (SAMPLES / "apache_vhost_combined_1line.log").read_bytes()
    assert format_of(head) == "vhost_common"
