"""What scripts rely on: every report in JSON has the keys and types that were agreed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from conftest import Desk
from every_command import READING, START

DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?")


def is_day(value: Any) -> bool:
    return isinstance(value, str) and date.fromisoformat(value).isoformat() == value


def is_decimal(value: Any) -> bool:
    return isinstance(value, str) and DECIMAL.fullmatch(value) is not None


HOLDS: dict[str, Callable[[Any], bool]] = {
    "text": lambda value: isinstance(value, str), "integer": lambda value: type(value) is int, "date": is_day,
    "quantity": is_decimal, "money": is_decimal,
}  # fmt: skip
REPORTS = [
    *(line for verb, line in READING.items() if verb not in {"info", "start"}),
    *(f"totals --by {by}" for by in ("item", "category", "donor", "recipient", "month", "purpose")),
    "publish 2020-02 --dry-run", "publish --list", "close --list", "certificate --list", "handover 3", "handover --open",
    "statement --all", "ledger --item 口罩", "sql 'select entry, amount, value, date from gifts_and_goods'",
    "due --emergency 2020-01-27", "due --reported 2025", "items list", "trace 李华 --public", "export book", "totals --month 2019-01",
]  # fmt: skip


@pytest.mark.parametrize("line", REPORTS)
def test_every_report_has_the_shape_that_was_agreed(desk: Desk, line: str) -> None:
    """Keys in order; each row says each column, by its type, or null."""
    for said in START:
        desk.do(said)
    report = desk.do(f"{line} --format json").json
    assert [key for key in report if key != "lead"] == ["report", "title", "period", "book", "tables"]
    assert list(report["period"]) == ["from", "to"]
    assert all(day is None or is_day(day) for day in report["period"].values())
    assert list(report["book"]) == ["name", "entries", "digest"]
    assert type(report["book"]["entries"]) is int
    for table in report["tables"]:
        assert list(table) == ["key", "title", "columns", "rows", "totals"]
        assert all(list(column) == ["key", "title", "type"] for column in table["columns"])
        for row in (*table["rows"], *table["totals"]):
            assert list(row) == [column["key"] for column in table["columns"]]
            for column in table["columns"]:
                value = row[column["key"]]
                assert value is None or HOLDS[column["type"]](value), (table["key"], column, value)


@pytest.mark.parametrize(
    "line", ["receive 李华 5元 约口罩5个@@20元 后勤物资一批 --date 2020-02-04 --yes", "reverse 3 --reason 重复"]
)
def test_what_was_recorded_is_said_as_agreed(desk: Desk, line: str) -> None:
    for said in START:
        desk.do(said)
    said = desk.do(f"{line} --format json").json
    assert list(said) == ["entry", "type", "date", "city", "lines", "digest"]
    assert is_day(said["date"])
    assert re.fullmatch("[0-9a-f]{64}", said["digest"])
    for one in said["lines"]:
        assert list(one) == ["item", "unit", "amount", "certainty", "value", "value_certainty"]
        assert one["amount"] is None or is_decimal(one["amount"])
        assert (one["amount"] is None) == (one["certainty"] == "unknown")
        assert one["value"] is None or is_decimal(one["value"])
