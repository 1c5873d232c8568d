"""The list of clients from a terminal, over the demo agency."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cli.demo_shell import ON, names, read, refusal, text
from warmcalls.cli.client_filters import SIGNS, condition
from warmcalls.domain.client_columns import BY_ID
from warmcalls.domain.client_query import Condition, Op
from warmcalls.domain.errors import RefusedError

OLD = (
    "id name tier sector town staff owner expected_fee website do_not_call excluded phones contacts"
).split()
NEW = "tags warmth people coverage seen spoke stands fit".split()


# Listing


def test_it_lists_as_it_always_did_and_says_more(demo: Path) -> None:
    found = read(demo, "clients")
    assert len(found) >= 400
    assert set(OLD + NEW) <= set(found[0])
    assert names(found) == names(read(demo, "clients", "list"))
    assert len(read(demo, "clients", "--limit", "7")) == 7
    north = read(demo, "clients", "north")
    assert "Northmoor Logistics" in names(north)
    assert all("north" in client["name"].lower() for client in north)
    (one,) = (client for client in north if client["name"] == "Northmoor Logistics")
    assert one["contacts"][0]["name"] == "Priya Nair"
    assert one["coverage"] == {"contact": True, "number": True, "identifier": True, "reached": True}
    assert one["warmth"] > 0
    assert one["seen"].startswith("2026-03-02T")
    assert one["stands"]


def test_a_client_called_set_can_be_listed(demo: Path) -> None:
    assert read(demo, "clients", "list", "set") == read(demo, "clients", "--limit", "9", "set")
    assert "Usage" in text(demo, "clients", "--help")


def test_filters_hold(demo: Path) -> None:
    everyone = read(demo, "clients")
    for options, holds in (
        (("--tier", "A,B"), lambda c: c["tier"] in {"A", "B"}),
        (("--owner", "Beth Okafor"), lambda c: c["owner"] == "Beth Okafor"),
        (("--owner", "nobody"), lambda c: c["owner"] is None),
        (("--sector", "transport"), lambda c: c["sector"] == "Transport"),
        (("--town", "Leeds,Harrogate"), lambda c: c["town"] in {"Leeds", "Harrogate"}),
        (("--min-fee", "£8k"), lambda c: (c["expected_fee"] or 0) >= 8000),
        (("--max-fee", "5000"), lambda c: (c["expected_fee"] or 10**9) <= 5000),
        (("--never-seen",), lambda c: c["seen"] is None),
        (("--no-contact",), lambda c: not c["contacts"]),
        (("--warm-days", "7"), lambda c: (c["seen"] or "") >= "2026-02-24T08:30"),
        (("--where", "fee>=8000", "--where", "tier=A"),
         lambda c: c["tier"] == "A" and (c["expected_fee"] or 0) >= 8000),
        (("--where", "owner!=Beth Okafor"), lambda c: c["owner"] != "Beth Okafor"),
        (("--where", "website is empty"), lambda c: not c["website"]),
        (("--where", "spoke within 30"), lambda c: (c["spoke"] or "") >= "2026-02-01T08:30"),
        (("--where", "name~north"), lambda c: "north" in c["name"].lower()),
    ):  # fmt: skip
        wanted = [c["name"] for c in everyone if holds(c)]  # type: ignore[no-untyped-call]
        assert names(read(demo, "clients", *options)) == wanted, options


def test_words_are_looked_for_in_contacts_too(demo: Path) -> None:
    assert "Northmoor Logistics" in names(read(demo, "clients", "--find", "priya nair"))


def test_an_order_and_columns(demo: Path) -> None:
    fees = [c["expected_fee"] for c in read(demo, "clients", "--sort", "fee:desc")]
    known = [fee for fee in fees if fee is not None]
    assert known == sorted(known, reverse=True)
    assert fees[: len(known)] == known  # what is not known stands last
    said = text(demo, "clients", "northmoor", "--columns", "name,fee,phone,coverage,stands")
    for words in ("Fee", "£9,100", "4 of 4", "Today’s list", "0113 496 0000"):
        assert words in said
    assert "Sector" not in said


def test_views_are_listed_and_begin_a_question(demo: Path) -> None:
    found = {view["name"]: view for view in read(demo, "clients", "views")}
    assert found["All clients"]["clients"] == len(read(demo, "clients"))
    assert found["Nobody’s"]["built_in"] is True
    assert found["No contact yet"]["where"] == [{"column": "contacts", "op": "is", "values": ["0"]}]
    for name, view in found.items():
        assert len(read(demo, "clients", "--view", name)) == view["clients"]
    assert (
        len(read(demo, "clients", "--view", "warm, not", "--tier", "A"))
        < (found["Warm, not rung"]["clients"])
    )
    assert "Warm, not rung" in text(demo, "clients", "views")


def test_what_cannot_be_asked_is_refused_in_a_sentence(demo: Path) -> None:
    for words, why in (
        (("--where", "nonsense"), "is no condition"),
        (("--where", "nonsense>=3"), 'no column "nonsense"'),
        (("--where", "fee>=lots"), "is no amount"),
        (("--sort", "warmth:up"), "is no order"),
        (("--columns", "name,x"), 'no column "x"'),
        (("--view", "nothing like it"), "is no view"),
        (("--owner", "Nobody Known"), "Nobody here is called"),
        (("--warm-days", "many"), "no number of days"),
    ):
        assert why in refusal(demo, "clients", *words)


def test_exit_codes_and_one_sentence(demo: Path) -> None:
    def status(*words: str) -> "subprocess.CompletedProcess[str]":
        command = [sys.executable, "-m", "warmcalls", "--data-dir", str(demo), "--on", ON, *words]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)

    assert status("clients", "north").returncode == 0
    refused = status("clients", "export", "x.doc")
    assert refused.returncode == 1
    assert refused.stdout == ""
    assert len(refused.stderr.strip().splitlines()) == 1
    for words in (("set", "tier=A"), ("set", "northmoor"), ("merge", "one"), ("--no-such",)):
        assert status("clients", *words).returncode == 2, words


@given(st.sampled_from(sorted(BY_ID)), st.sampled_from([">=", "<=", "!=", "~"]), st.text())
def test_any_value_can_be_compared(column: str, sign: str, value: str) -> None:
    found = condition(f"{column}{sign}{value}")
    assert (found.column, found.op) == (column, SIGNS[sign])
    if sign != "!=":  # the others take one value, commas and all
        assert found.values == (value.strip(),)


def test_conditions_as_they_are_typed() -> None:
    assert condition("tier = A, B") == Condition("tier", Op.IS, ("A", "B"))
    assert condition("FEE>=5,000") == Condition("fee", Op.AT_LEAST, ("5,000",))
    assert condition("town is empty") == Condition("town", Op.EMPTY)
    assert condition("seen not within 30") == Condition("seen", Op.NOT_WITHIN, ("30",))
    for wrong in ("seen within", "town is empty 3", "fee", ""):
        with pytest.raises(RefusedError):
            condition(wrong)


# Changing


def test_fields_are_set_and_taken_back(own: Path) -> None:
    (before,) = read(own, "clients", "northmoor")
    done = read(own, "clients", "set", "northmoor", "tier=C", "fee=12k", "notes=Ring = late")
    assert done["undo"]
    (after,) = read(own, "clients", "northmoor")
    assert (after["tier"], after["expected_fee"], after["notes"]) == ("C", 12000.0, "Ring = late")
    assert "Undone" in text(own, "undo")
    assert read(own, "clients", "northmoor") == [before]


def test_all_that_filters_find_are_set_in_one_go(own: Path) -> None:
    count = len(read(own, "clients", "--tier", "A"))
    plan = read(own, "clients", "set", "--tier", "A", "sector=Key clients", "--dry-run")
    assert plan == {"good": count, "bad": []}
    assert not read(own, "clients", "--sector", "Key clients")
    said = text(own, "clients", "set", "--tier", "A", "sector=Key clients")
    assert said == f"Set sector of {count} clients to Key clients\n"
    assert len(read(own, "clients", "--sector", "key clients")) == count
    text(own, "undo")
    assert not read(own, "clients", "--sector", "Key clients")


def test_bad_cells_refuse_all_unless_the_good_ones_are_asked_for(own: Path) -> None:
    assert "“Z” is no tier" in refusal(own, "clients", "set", "northmoor", "tier=Z")
    words = ("clients", "set", "northmoor", "tier=Z", "town=Selby")
    plan = read(own, *words, "--dry-run")
    assert plan["good"] == 1
    assert plan["bad"][0]["column"] == "tier"
    assert "no tier" in plan["bad"][0]["why"]
    assert "1 cell cannot be so" in text(own, *words, "--dry-run")
    assert "cells cannot be so" in refusal(own, *words)
    text(own, *words, "--only-good")
    (after,) = read(own, "clients", "northmoor")
    assert (after["tier"], after["town"]) == ("A", "Selby")
    assert '"warmth" cannot be set' in refusal(own, "clients", "set", "northmoor", "warmth=3")
    assert "No client is called" in refusal(own, "clients", "set", "nobody at all", "tier=A")


def test_tags_come_and_go(own: Path) -> None:
    (before,) = read(own, "clients", "northmoor")
    assert "drivers" in before["tags"]
    text(own, "clients", "tag", "yard, drivers", "northmoor", "Ashgrove Dental Group")
    assert sorted(names(read(own, "clients", "--tag", "yard"))) == [
        "Ashgrove Dental Group", "Northmoor Logistics",
    ]  # fmt: skip
    text(own, "clients", "untag", "YARD", "--tag", "drivers")
    assert read(own, "clients", "--tag", "yard") == []
    (one,) = read(own, "clients", "northmoor")
    assert one["tags"] == before["tags"]
    assert "nothing was changed" in refusal(own, "clients", "untag", "x", "--tag", "yard")
    for deed in ("tag", "untag"):
        for nothing in ("", " , ;", "\u200b"):
            assert "which tag" in refusal(own, "clients", deed, nothing, "10")


def test_duplicates_are_found_merged_and_kept_apart(own: Path) -> None:
    everyone = {client["id"]: client for client in read(own, "clients")}
    pairs = read(own, "clients", "duplicates", "--find")
    (one, other), (keep, gone), *_ = [(p["one"]["id"], p["other"]["id"]) for p in pairs]
    assert pairs[0]["zone"] in {"same", "ask"}
    assert pairs[0]["reasons"]
    assert f"{everyone[one]['name']} ({one})" in text(own, "clients", "duplicates")
    text(own, "clients", "apart", str(one), str(other))
    again = read(own, "clients", "duplicates", "--find")
    assert len(again) == len(pairs) - 1
    assert (one, other) not in {(pair["one"]["id"], pair["other"]["id"]) for pair in again}
    text(own, "clients", "set", str(gone), "town=Selby")
    done = read(own, "clients", "merge", str(keep), str(gone), "--take", "town=gone")
    assert done["said"].startswith("Merged ")
    left = {client["id"]: client for client in read(own, "clients")}
    assert set(everyone) - set(left) == {gone}
    assert left[keep]["town"] == "Selby"
    assert "whose value stays" in refusal(own, "clients", "merge", "1", "2", "--take", "tier=x")
    text(own, "undo")
    assert len(read(own, "clients")) == len(everyone)
