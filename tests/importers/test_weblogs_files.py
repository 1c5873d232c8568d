"""Web logs as files: packed, damaged, read by another process, stopped."""

import bz2
import gzip
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from tests.importers.test_weblogs import DATA, hit, whole
from warmcalls.domain.errors import CancelledError, RefusedError
from warmcalls.domain.pages import WebRules
from warmcalls.importers.weblogs import read
from warmcalls.importers.weblogs.apart import read_apart


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_packed_logs_read_as_unpacked_ones(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    plain = DATA / "agency.log"
    packed = tmp_path / "access.log.1.any-name"
    packed.write_bytes(pack(plain.read_bytes()))
    found = whole(packed)
    assert found.rows == whole(plain).rows
    assert found.done[-1] == packed.stat().st_size


def test_a_damaged_archive_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    packed = tmp_path / "access.log.gz"
    packed.write_bytes(gzip.compress((hit() + "\n").encode() * 9000)[:-20])
    found = whole(packed)
    assert found.read > 100
    assert found.problems[-1].line == 0
    assert "damaged" in found.problems[-1].why


def test_windows_line_ends_marks_and_zeros_are_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "u_ex.log"
    text = (DATA / "agency_iis.log").read_text().replace("\n", "\r\n")
    path.write_bytes(b"\xef\xbb\xbf" + text.encode() + b"\0" * 500)
    assert whole(path).rows == whole(DATA / "agency_iis.log").rows
    assert len(whole(path).problems) == 1


def test_reading_can_be_stopped() -> None:
    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        list(read(DATA / "agency.log", WebRules(), stop=stop))


def test_another_process_reads_the_same() -> None:
    for name in ("agency.log", "agency_iis.log"):
        apart = list(read_apart(DATA / name, WebRules()))
        assert apart == list(read(DATA / name, WebRules()))


def test_another_process_stops_and_fails_as_this_one_does(tmp_path: Path) -> None:
    batches = read_apart(DATA / "agency.log", WebRules())
    next(batches)
    batches.close()
    with pytest.raises(FileNotFoundError):
        list(read_apart(tmp_path / "gone.log", WebRules()))
    with pytest.raises(RefusedError):
        list(read_apart(DATA / "agency.log", WebRules(own_addresses=("our office",))))


def test_a_reader_that_is_killed_is_told_as_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "access.log"
    path.write_text("".join(hit(f"/blog/{n}") + "\n" for n in range(20_000)))
    batches = read_apart(path, WebRules())
    next(batches)
    for process in active_children():
        process.kill()
    with pytest.raises(RefusedError, match=r"access\.log"):
        list(batches)


def test_an_own_address_that_is_none_is_refused() -> None:
    with pytest.raises(RefusedError, match="our office"):
        list(read(DATA / "agency.log", WebRules(own_addresses=("our office",))))
