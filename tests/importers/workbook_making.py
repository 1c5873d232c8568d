"""Workbooks made for tests: sound ones and malicious ones."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl


def book(path: Path, *sheets: Sequence[Sequence[object]]) -> Path:
    made = openpyxl.Workbook()
    made.remove(made.active)
    for at, rows in enumerate(sheets):
        sheet = made.create_sheet(f"Sheet {at + 1}")
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def with_part(source: Path, target: Path, part: str, content: bytes) -> Path:
    """Copy a workbook with one part replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            if each != part:
                new.writestr(each, old.read(each))
        new.writestr(part, content)
    return target


def ods(path: Path, rows: str) -> Path:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f"<office:document-content xmlns:office='{names}:office:1.0' "
            f"xmlns:table='{names}:table:1.0' xmlns:text='{names}:text:1.0'>"
            f"<office:body><office:spreadsheet><table:table table:name='One'>{rows}"
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_row(*cells: str, times: str = "") -> str:
    made = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{cell}</text:p></table:table-cell>"
        for cell in cells
    )
    return f"<table:table-row{times}>{made}</table:table-row>"
