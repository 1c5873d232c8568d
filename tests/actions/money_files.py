"""Files of money for tests, and what came of taking them in."""

from pathlib import Path

from tests.agency import TABLES, Agency
from warmcalls.actions.import_files import import_file
from warmcalls.actions.import_report import ImportReport

MONEY = Path(__file__).parents[1] / "data" / "money"
HEAD = "Reporting starts,Reporting ends,Campaign name,Campaign ID,Amount spent (GBP)\n"
KEPT = (*TABLES, "campaign", "campaign_code", "spend", "month_figure")


def state(agency: Agency) -> dict[str, object]:
    """Everything that an import of money may touch."""
    return {name: agency.db.query(f"select * from {name} order by 1") for name in KEPT}


def take(agency: Agency, path: Path, **more: object) -> ImportReport:
    return import_file(agency.db, path, now=agency.now, **more)  # type: ignore[arg-type]


def meta(tmp_path: Path, *rows: str, name: str = "meta.csv") -> Path:
    path = tmp_path / name
    path.write_text(HEAD + "\n".join(rows) + "\n")
    return path


def adds_up(report: ImportReport) -> bool:
    kept = report.added + report.changed + report.known
    return report.read == kept + sum(report.left_out.values())
