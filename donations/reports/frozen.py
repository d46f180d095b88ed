"""A report as canonical JSON, and the same report read back: how what was published is kept."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from donations.reports.table import Column, Report, Row, Screen, Source, Table, Type

VERSION = 1


def to_json(report: Report, language: str) -> str:
    """The report with all its rows, and the language of its texts; the same report is always the same text."""
    content = {
        "version": VERSION, "language": language, "key": report.key, "title": report.title,
        "source": _said(report.source), "begin": _day(report.begin), "end": _day(report.end),
        "lead": list(report.lead), "notes": list(report.notes), "tables": [_table(table) for table in report.tables],
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> tuple[Report, str]:
    """The report that was kept as `text`, and its language."""
    content: Mapping[str, Any] = json.loads(text)
    report = Report(
        content["key"], content["title"], Source(**content["source"]), [_read_table(table) for table in content["tables"]],
        _read_day(content["begin"]), _read_day(content["end"]), notes=tuple(content["notes"]), lead=tuple(content["lead"]), is_whole=True,
    )  # fmt: skip
    return report, content["language"]


def kept_rows(table: Table) -> list[Row]:
    """The rows of a table, read once."""
    return [tuple(row) for row in table.rows()]


def _table(table: Table) -> dict[str, object]:
    return {
        "key": table.key, "title": table.title, "empty": table.empty, "columns": [_column(column) for column in table.columns],
        "rows": kept_rows(table), "totals": [tuple(row) for row in table.totals],
    }  # fmt: skip


def _column(column: Column) -> dict[str, object]:
    said = _said(column)
    if "screen" in said:
        said["screen"] = column.screen.name
    return said


def _said(of: Column | Source) -> dict[str, object]:
    """The fields that are not as they are where nothing is said."""
    unsaid = of._field_defaults
    return {name: value for name, value in of._asdict().items() if name not in unsaid or value != unsaid[name]}


def _read_table(said: Mapping[str, Any]) -> Table:
    rows = [tuple(row) for row in said["rows"]]
    totals = [tuple(row) for row in said["totals"]]
    columns = [_read_column(column) for column in said["columns"]]
    return Table(said["key"], said["title"], columns, lambda: rows, totals, said["empty"])


def _read_column(said: Mapping[str, Any]) -> Column:
    values = dict(said)
    if "type" in values:
        values["type"] = Type(values["type"])
    if "screen" in values:
        values["screen"] = Screen[values["screen"]]
    return Column(**values)


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read_day(day: str | None) -> date | None:
    return None if day is None else date.fromisoformat(day)
