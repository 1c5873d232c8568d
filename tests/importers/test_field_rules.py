"""Which fields a file can change at known clients: by its columns, or by what its rows tell."""

from pathlib import Path

from tests.importers.tables_reading import parties, read
from warmcalls.domain.incoming_rules import FIELDS
from warmcalls.importers.field_rules import RULE_OF, rules_of, told_by
from warmcalls.importers.mapping import CLIENT_FIELDS, Field, Mapping

FREE = {
    Field.IGNORE, Field.CLIENT, Field.CONTACT, Field.FIRST_NAME, Field.LAST_NAME,
    Field.EXTERNAL_ID, Field.DO_NOT_CALL,
}  # fmt: skip


def test_every_column_of_a_client_list_has_a_rule_or_needs_none() -> None:
    assert set(RULE_OF) | FREE == set(CLIENT_FIELDS)
    assert set(RULE_OF.values()) <= set(FIELDS)


def test_a_mapping_can_change_what_its_columns_say() -> None:
    columns = {"a": Field.MOBILE, "b": Field.PHONE, "c": Field.TIER, "d": Field.CLIENT}
    assert rules_of(Mapping("clients", columns)) == ("tier", "phone")
    assert rules_of(Mapping("signals", columns)) == ()


def test_an_export_can_change_what_its_rows_tell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "Client,Sector,Fee,E-mail domain,Contact,Role,Mobile\n"
        "Acme,,,acme.test,,,\nBeta,Plastics,8000,,Ann,,07700 900123\n"
    )
    told = told_by(parties(read(path)))
    assert told == ("sector", "fee", "website", "phone")
