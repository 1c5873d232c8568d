"""`warmcalls import` and `warmcalls imports`: files in, and out again."""

import sys
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warmcalls.cli.output import print_json, print_table
from warmcalls.domain.errors import RefusedError
from warmcalls.domain.moments import local

if TYPE_CHECKING:
    from warmcalls.actions.import_report import ImportReport
    from warmcalls.cli.session import Session
    from warmcalls.domain.incoming import Problem
    from warmcalls.importers.mapping import Mapping

SHOWN_PROBLEMS = 10


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--as", "file_format", metavar="FORMAT", default="", help="Instead of recognising it."
)
@click.option(
    "--kind",
    type=click.Choice(["clients", "signals", "spend", "invoices", "figures"]),
    help="What a table holds.",
)
@click.option("--map", "maps", metavar="COL=FIELD", multiple=True, help="What a column says.")
@click.option("--signal", metavar="KIND", help="The kind of signal, where no column says it.")
@click.option(
    "--rule",
    "rules",
    metavar="[FIELD=]RULE",
    multiple=True,
    help="What may change at known clients: fill (blanks), theirs or keep.",
)
@click.option("--dry-run", is_flag=True, help="Report, and change nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_obj
def import_files(
    session: "Session",
    files: tuple[Path, ...],
    file_format: str,
    kind: str | None,
    maps: tuple[str, ...],
    signal: str | None,
    rules: tuple[str, ...],
    dry_run: bool,
    as_json: bool,
) -> None:
    """Import clients, contacts, web server logs, signals, ad spend, invoices, monthly figures."""
    from warmcalls.actions.import_files import import_file
    from warmcalls.domain.incoming_rules import parse_rules
    from warmcalls.importers.files import in_order, recognise

    chosen = parse_rules(rules) if rules else None
    formats = {path: file_format or recognise(path) for path in files}
    reports: dict[Path, ImportReport] = {}
    refusals: list[str] = []
    for path in in_order(formats, formats):
        try:
            report = import_file(
                session.writer(),
                path,
                now=session.now,
                file_format=formats[path],
                mapping=mapping_of(path, kind, maps, signal),
                rules=chosen,
                dry_run=dry_run,
                step=progress(path.name),
            )
        except RefusedError as error:
            refusals.append(str(error))
            continue
        reports[path] = report
        if not as_json:
            _print_report(report, dry_run=dry_run)
    if as_json and (reports or not refusals):
        print_json([document(reports[path]) for path in formats if path in reports])
    if refusals:
        raise RefusedError("\n".join(refusals))


def mapping_of(
    path: Path, kind: str | None, maps: tuple[str, ...], signal: str | None
) -> "Mapping | None":
    """Return the mapping that the options say, laid over the guessed one; None without options."""
    if not (kind or maps or signal):
        return None
    from dataclasses import replace

    from warmcalls.domain.kinds import Kind
    from warmcalls.importers.mapping import TABLE_KINDS, Field, Mapping
    from warmcalls.importers.previewing import preview

    holds = next((k for k in TABLE_KINDS if k == kind), "signals" if signal else None)
    found = preview(path, rows=1, kind=holds)
    if found.mapping is None and found.kind == holds and not maps:
        return None  # a known export of that kind
    guessed = found.mapping or Mapping(holds or found.kind)
    columns = dict(guessed.columns)
    for pair in maps:
        name, _, said = pair.rpartition("=")
        if not name or said not in set(Field):
            raise click.UsageError(
                f"--map {pair}: write COLUMN=FIELD, a field being {', '.join(Field)}."
            )
        columns[name] = Field(said)
    if signal and signal not in set(Kind):
        raise click.UsageError(f"--signal {signal}: choose one of {', '.join(Kind)}.")
    default = Kind(signal) if signal else guessed.default_kind
    return replace(guessed, columns=columns, default_kind=default)


def progress(name: str) -> Callable[[int, int], None]:
    """Return a step that shows how far a file is, with rate and time left, on a terminal."""
    started, shown = time.monotonic(), 0.0

    def step(done: int, total: int) -> None:
        nonlocal shown
        spent = time.monotonic() - started
        if not (sys.stderr.isatty() and total and spent - shown > 0.2):  # noqa: PLR2004
            return
        shown = spent
        left = spent / max(done, 1) * (total - done)
        rate = done / max(spent, 0.001) / 1e6
        text = f"\r{name}: {done / total:4.0%}, {rate:.1f} MB/s, {left:.0f} s left "
        print(text, end="\r" if done == total else "", file=sys.stderr, flush=True)

    return step


def document(report: "ImportReport") -> dict[str, Any]:
    """Return a report as docs/cli.md describes it."""
    return {
        "file": report.file,
        "format": report.format,
        "kind": report.kind,
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "known": report.known,
        "left_out": report.left_out,
        "problems": [problem(each) for each in report.problems],
        "import_id": report.import_id or None,
        "matched": report.matched,
        "notes": list(report.notes),
        "fields": report.fields,
        "rules": report.rules,
        "duplicates": report.duplicates,
        "pairs": [asdict(each) for each in report.pairs],
        "examples": [asdict(example) for example in report.examples],
    }


def problem(found: "Problem") -> dict[str, Any]:
    """Return a problem; one of a single cell says what it should tell, and what stands there."""
    said: dict[str, Any] = {"line": found.line, "why": found.why}
    return said | ({"field": found.field, "text": found.text} if found.field else {})


def _print_report(report: "ImportReport", *, dry_run: bool) -> None:
    head = f"{report.file} ({report.format}): " + ("would add" if dry_run else "added")
    print(
        f"{head} {report.added:,} of {report.read:,} read, {report.known:,} known already", end=""
    )
    print(f", {report.changed:,} changed" if report.changed else "")
    _print_fields(report, dry_run=dry_run)
    if report.matched.get("client") or report.matched.get("visitor"):
        found, rest = report.matched.get("client", 0), report.matched.get("visitor", 0)
        print(f"  {found:,} signals found their client, {rest:,} are visitors so far")
    for reason, count in sorted(report.left_out.items(), key=lambda item: -item[1]):
        print(f"  left out {count:,}: {reason.replace('_', ' ')}")
    for each in report.problems[:SHOWN_PROBLEMS]:
        print(f"  line {each.line}: {each.why}" if each.line else f"  {each.why}")
    if len(report.problems) > SHOWN_PROBLEMS:
        print(f"  and {len(report.problems) - SHOWN_PROBLEMS:,} more problems")
    for note in report.notes:
        print(f"  {note}")
    for pair in report.pairs:
        print(f"    {pair}")
    if report.import_id:
        print(f"  to take it back: warmcalls imports revert {report.import_id}")


def _print_fields(report: "ImportReport", *, dry_run: bool) -> None:
    """Print at how many clients each field changes, and in a dry run what becomes of some."""
    if report.fields:
        said = ", ".join(f"{n.replace('_', ' ')} at {c:,}" for n, c in report.fields.items())
        print(f"  {'would change' if dry_run else 'changed'}: {said}")
    for each in report.examples if dry_run else ():
        print(f"    {each.who}, {each.field.replace('_', ' ')}: {each.old or '–'} → {each.new}")


@click.group("imports", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON document.")
@click.pass_context
def imports(context: click.Context, as_json: bool) -> None:
    """List what was imported, newest first."""
    if context.invoked_subcommand:
        return
    from warmcalls.store import imports as kept
    from warmcalls.store import settings

    session: Session = context.obj
    rows, zone = kept.latest(session.reader()), settings.load(session.reader()).zone
    names = ("file", "format", "kind", "read", "added", "changed", "known", "left_out")
    if as_json:
        print_json(
            [
                {"import_id": row["id"], "at": local(row["at"], zone).isoformat()}
                | {name: row[name] for name in names}
                | {"problems": row["problems"], "reverted": row["reverted_at"] is not None}
                for row in rows
            ]
        )
        return
    columns = {"No.": "right", "When": "left", "File": "left", "Read": "right", "Added": "right"}
    lines = [
        (str(r["id"]), f"{local(r['at'], zone):%d %b %H:%M}", r["file"], f"{r['read']:,}",
         f"{r['added']:,}", "reverted" if r["reverted_at"] else "")
        for r in rows
    ]  # fmt: skip
    print_table("Imports", columns | {"": "left"}, lines)


@imports.command("revert")
@click.argument("import_id", type=click.IntRange(min=1, max=2**62))
@click.pass_obj
def revert(session: "Session", import_id: int) -> None:
    """Take a whole import back."""
    from warmcalls.actions.revert_import import revert_import

    print(revert_import(session.writer(), import_id, now=session.now).said)


COMMANDS = (import_files, imports)
