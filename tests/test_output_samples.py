"""Hand-built reports that the tests of the renderers share."""

import io
from collections.abc import Sequence
from datetime import date

from donations.reports.table import Column, Report, Row, Screen, Source, Table, Type

USED = Screen.WHERE_USED
NEVER = Screen.NEVER

LEDGER_COLUMNS = (
    Column("entry", "No.", Type.INTEGER),
    Column("date", "Date", Type.DATE),
    Column("type", "Type", Type.TERM),
    Column("city", "City", screen=USED),
    Column("donor", "Donor", screen=USED),
    Column("recipient", "Recipient", screen=USED),
    Column("item", "Item"),
    Column("unit", "Unit", screen=NEVER),
    Column("decimals", "", Type.DECIMALS),
    Column("received", "Received", Type.QUANTITY),
    Column("bought", "Bought", Type.QUANTITY, USED),
    Column("distributed", "Distributed", Type.QUANTITY, USED),
    Column("certainty", "Certainty", Type.TERM, NEVER),
    Column("value", "Value", Type.MONEY, USED),
    Column("value_certainty", "Certainty of the value", Type.TERM, NEVER),
    Column("note", "Note", screen=USED),
)

JOINT = "李华、王小明、九江学院一附院医护人员子女家长志愿者联合会"
LEDGER_ROWS: tuple[Row, ...] = (
    (1, "2020-02-01", "receipt", "武汉市", JOINT, "", "口罩", "个", 0, 5500, 0, 0, "exact", 1750000, "about", "首批"),
    (2, "2020-02-01", "receipt", "九江市", "张三", "", "CNY", "元", 2, 150000000, 0, 0, "exact", None, None, None),
    (3, "2020-02-02", "relay", "九江市", "王[/]", "第一医院", "蔬菜", "斤", 3, 500500, 0, 500500, "about", None, None, ":smile: [red]x"),
    (4, "2020-02-03", "distribution", "庐山市", "", "庐山市人民医院、庐山市中医院", "后勤物资", "批", 0, 0, 0, None, "unknown", 11000000, "about", None),
    (5, "2020-02-03", "adjustment", "", "", "", "鸭蛋", "个", 0, -20, 0, 0, "exact", None, None, None),
)  # fmt: skip

STOCK_COLUMNS = (
    Column("item", "Item"),
    Column("unit", "Unit", screen=NEVER),
    Column("store", "Store", screen=USED),
    Column("on_hand", "On hand", Type.QUANTITY, show_zero=True),
    Column("certainty", "Certainty", Type.TERM, NEVER),
)
STOCK_ROWS: tuple[Row, ...] = (("口罩", "个", None, 5500, "exact"), ("酒精", "瓶", None, 0, "exact"))


def ledger(rows: Sequence[Row] = LEDGER_ROWS, totals: Sequence[Row] = ()) -> Table:
    """A table with every type of column."""
    return Table("ledger", "Ledger", LEDGER_COLUMNS, lambda: iter(rows), totals, "There is no entry yet.")


def stock(rows: Sequence[Row] = STOCK_ROWS, totals: Sequence[Row] = STOCK_ROWS[:1]) -> Table:
    """A small table with totals and without decimals."""
    return Table("stock", "Stock", STOCK_COLUMNS, lambda: iter(rows), totals, "The stock is empty.")


def report(*tables: Table, notes: Sequence[str] = (), digest: str | None = "3fa9c1d2e4b5a697") -> Report:
    """A report of February 2020."""
    source = Source("九江蓝天志愿者协会", 128, digest)
    return Report("month", "February", source, tables, date(2020, 2, 1), date(2020, 2, 29), notes=notes)


class Terminal(io.StringIO):
    """A text stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_rows_have_a_value_for_each_column() -> None:
    for table in (ledger(), stock()):
        assert {len(row) for row in (*table.rows(), *table.totals)} == {len(table.columns)}
