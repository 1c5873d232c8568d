import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import parties, read, sample
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingClient, IncomingContact, IncomingPhone
from warmcalls.importers import spreadsheets
from warmcalls.importers.previewing import preview

CARD = """BEGIN:VCARD
VERSION:3.0
FN:Priya Patel
N:Patel;Priya;;;
ORG:Acme\\, Widgets;Personnel
TITLE:HR
  Director
item1.EMAIL;TYPE=INTERNET:Priya@acme.test
TEL;TYPE=CELL:07700 900123
TEL;TYPE="work,voice":020 7946 0018
TEL;TYPE=WORK;TYPE=FAX:020 7946 0099
URL:https\\://www.acme.test
NOTE:Likes tea\\nand trains
END:VCARD
"""
PRINTABLE = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ward;Zo=C3=AB
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB=20=
Ward
TEL;WORK;VOICE:020 7946 0019
END:VCARD
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8", newline="\r\n")
    return path


def test_a_card_of_version_3(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", CARD)
    assert spreadsheets.recognise(path.read_bytes(), "a.vcf") == (0.95, "vcard")
    (card,) = parties(read(path, form="vcard"))
    assert card.client == IncomingClient(
        "Acme, Widgets", source="vcard", website="https://www.acme.test", domains=("acme.test",)
    )
    assert card.contact == IncomingContact(
        "Priya Patel",
        role="HR Director",
        emails=("priya@acme.test",),
        phones=(IncomingPhone("+447700900123", "mobile"), IncomingPhone("+442079460018", "work")),
        source="vcard",
        notes="Likes tea\nand trains",
    )


def test_a_card_of_version_2_with_soft_line_breaks(tmp_path: Path) -> None:
    path = write(tmp_path / "a.vcf", CARD + PRINTABLE)
    _, zoe = parties(read(path))
    assert zoe.line == 15
    assert zoe.client is None
    assert zoe.contact == IncomingContact(
        "Zoë Ward", phones=(IncomingPhone("+442079460019", "work"),), source="vcard"
    )
    found = preview(path)
    assert (found.format, found.estimate) == ("vcard", 2)
    assert found.rows == (("Priya Patel", "Acme, Widgets"), ("Zoë Ward", ""))


def test_a_card_that_is_cut_off_is_a_problem(tmp_path: Path) -> None:
    batch = read(write(tmp_path / "a.vcf", CARD + PRINTABLE[:60]))
    assert len(batch.rows) == 1
    assert [problem.line for problem in batch.problems] == [15]


def test_a_card_without_a_name_is_left_out(tmp_path: Path) -> None:
    batch = read(write(tmp_path / "a.vcf", "BEGIN:VCARD\nTEL:020 7946 0018\nEND:VCARD\n"))
    assert (batch.read, batch.left_out) == (1, {"no_name": 1})


def test_what_holds_no_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="holds no vCard"):
        read(write(tmp_path / "a.vcf", "Client,Town\nAcme,Hull\n"), form="vcard")


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200) | st.text(alphabet='\n ;:="\\ATELNFORG.', max_size=200).map(str.encode)
)
def test_any_bytes_in_a_card_are_read(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.vcf"
        path.write_bytes(b"BEGIN:VCARD\n" + content + b"\nEND:VCARD\n")
        batch = read(path, form="vcard")
    assert batch.read == len(batch.rows) + batch.left_out.total()


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("vcard21_outlook2003.vcf", ["John Doe III"]),
        (
            "vcard21_android_6cards.vcf",
            [
                "john.doe@company.com",
                "jane.doe@company.com",
                "Ñ Ñ Ñ Ñ Ñ",
                "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ",
                "Ñ Ñ Ñ Ñ",
                "ÑÑÑÑ",
            ],
        ),
        ("vcard30_gmail_single2.vcf", ["VCard Test"]),
    ],
)
def test_samples_yield_what_their_manifest_says(name: str, people: list[str]) -> None:
    batch = read(sample(f"crm-contacts/{name}"), form="vcard")
    assert [row.contact.name for row in parties(batch) if row.contact] == people
    assert batch.read == len(people)
    assert {problem.field for problem in batch.problems} <= {"phone"}  # "BusinessPhone"
