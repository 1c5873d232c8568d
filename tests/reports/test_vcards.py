"""vCards, read back by our own import and by another program's reader."""

from pathlib import Path

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.importers.tables_reading import parties, read
from warmcalls.domain.clients import Client, Contact, Phone
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.incoming import IncomingPhone
from warmcalls.reports import vcards

AT = 1_772_526_600_000_000
PRIYA = Contact(
    1, 7, "Priya Nair", "Head of People; EMEA, Ltd", "priya@northmoor.example",
    (
        Phone(2, "+441632960123", "direct"), Phone(3, "+447700900123", "mobile"),
        Phone(4, "+441632960999", "direct", registered=True), Phone(5, "+441632960998", dead=True),
    ),
    notes="Prefers mornings;\nback \\ forth, she says",
)  # fmt: skip
TOM = Contact(2, 7, "Tom", "", "", (Phone(6, "+441632960555"),), objected_at=AT)
CLIENT = Client(
    7, "Northmoor, Haulage; Sons", town="Leeds", website="www.northmoor.example",
    contacts=(PRIYA, TOM),
)  # fmt: skip


def written(folder: Path, *clients: Client, with_objected: bool = False) -> Path:
    path = folder / "people.vcf"
    vcards.write(path, clients, with_objected=with_objected)
    return path


def test_a_card_as_other_programs_read_it(tmp_path: Path) -> None:
    path = written(tmp_path, CLIENT)
    (card,) = vobject.readComponents(path.read_text("utf-8"))
    assert card.version.value == "3.0"
    assert card.fn.value == "Priya Nair"
    assert (card.n.value.family, card.n.value.given) == ("Nair", "Priya")
    assert card.org.value == ["Northmoor, Haulage; Sons"]
    assert card.title.value == "Head of People; EMEA, Ltd"
    assert card.email.value == "priya@northmoor.example"
    numbers = {tel.value: set(tel.params["TYPE"]) for tel in card.tel_list}
    assert numbers == {"+441632960123": {"WORK", "VOICE"}, "+447700900123": {"CELL", "VOICE"}}
    assert card.note.value == PRIYA.notes
    assert card.adr.value.city == "Leeds"


def test_our_own_import_reads_it(tmp_path: Path) -> None:
    (party,) = parties(read(written(tmp_path, CLIENT), form="vcard"))
    assert party.client is not None
    assert party.client.name == CLIENT.name
    assert party.client.domains == ("northmoor.example",)
    assert party.contact is not None
    assert (party.contact.name, party.contact.role) == (PRIYA.name, PRIYA.role)
    assert party.contact.notes == PRIYA.notes
    assert party.contact.phones == (
        IncomingPhone("+441632960123", "work"), IncomingPhone("+447700900123", "mobile"),
    )  # fmt: skip


def test_who_objected_is_left_out_unless_asked_for(tmp_path: Path) -> None:
    assert vcards.write(tmp_path / "a.vcf", [CLIENT]) == vcards.Written(cards=1, objected=1)
    path = written(tmp_path, CLIENT, with_objected=True)
    _, tom = vobject.readComponents(path.read_text("utf-8"))
    assert tom.note.value == "Do not call."
    assert not hasattr(tom, "tel")
    gone = Client(8, "Gone Ltd", objected_at=AT, contacts=(PRIYA,))
    assert vcards.write(path, [gone]) == vcards.Written(0, 1)
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    "name", ["Ü" * 300, "x" * 74 + "é", "Zoë\r\nBEGIN:VCARD", "a\u2028b", "日本 太郎" * 40, "a\\;b"]
)
def test_long_and_strange_names_are_folded_between_characters(tmp_path: Path, name: str) -> None:
    path = written(tmp_path, Client(1, name, contacts=(Contact(1, 1, name, notes=name),)))
    data = path.read_bytes()
    assert data.endswith(b"END:VCARD\r\n")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
        assert b"\n" not in line
    plain = " ".join(name.replace("\u2028", " ").split())
    (card,) = vobject.readComponents(data.decode("utf-8"))
    assert " ".join(card.fn.value.split()) == plain
    (party,) = parties(read(path, form="vcard"))
    assert party.contact is not None
    assert " ".join(party.contact.name.split()) == plain


@given(st.text(min_size=1, max_size=120), st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_stays_in_its_property(
    tmp_path_factory: pytest.TempPathFactory, name: str, notes: str
) -> None:
    contact = Contact(1, 1, name.strip() or "x", notes=notes)
    path = written(tmp_path_factory.mktemp("cards"), Client(1, "Acme", contacts=(contact,)))
    lines = path.read_bytes().decode("utf-8").split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    heads = [line.split(":")[0] for line in lines if line and not line.startswith(" ")]
    assert set(heads) <= {"BEGIN", "VERSION", "PRODID", "N", "FN", "ORG", "NOTE", "END"}
    (party,) = parties(read(path, form="vcard"))
    assert party.client is not None
    assert party.client.name == "Acme"


def test_where_it_cannot_be_written_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="could not be saved"):
        vcards.write(tmp_path / "nowhere" / "a.vcf", [CLIENT])
