"""The eight facts of the article, recorded by the commands of the contract, and what they add up to per city.

The article gives no dates for the gifts: here they are placed in February 2020.
"""

from typing import Any

import pytest
from conftest import Desk, Row

DAY = "--date 2020-02-10"
SUNSHINE = "九江庐山市一米阳光公益联合会"
COMMAND = "庐山市防控指挥部"
FOUR = (COMMAND, "共青团庐山市委", "九江市第三人民医院", "浔阳区特巡警大队")
FIVE = ("卫健委", "乡镇", "派出所", "社区", "群众")

FACTS = (
    "receive 九江庐山东林寺 150万元 --via 江西省爱心公益志愿者协会 --for 用于疫情防控 --city 九江市 --date 2020-02-03 --new",
    f"receive {SUNSHINE} 口罩5000个 护目镜461个 {' '.join('--to ' + name for name in FOUR)} --city 九江市 {DAY} --new",
    f"receive {SUNSHINE} 口罩500个 --to 东牯山林场 --city 九江市 {DAY} --new",
    f"receive {SUNSHINE} 后勤物资@@近11万元 --to {COMMAND} --city 九江市 {DAY}",
    f"receive 吉安永丰县义工协会 口罩17700个 {' '.join('--to ' + name for name in FIVE)} --city 吉安市 {DAY} --new",
    f"receive 爱心企业 --with 爱心个人 鸭蛋2000个 近500斤蔬菜 --via 吉安吉水县同心社会工作服务中心 --to 翰文苑小区 --city 吉安市 {DAY} --new",
    f"buy 广播设备一批 --payer 萍乡市上栗县彭高积善志愿者协会 --city 萍乡市 {DAY} --new",
    "buy 液晶平面电视一批 --payer 九江彭泽县志愿者协会未成年人保护社会工作站 --city 九江市 --date 2020-02-29 --new",
)

NOTHING = {"received": "0", "bought": "0", "spent": "0", "distributed": "0", "adjusted": "0"}


def figure(
    item: str, unit: str | None, certainty: str = "exact", worth: tuple[str, str] | None = None, **figures: str | None
) -> dict[str, Any]:
    """A row of totals as the contract writes it, without its group."""
    value, value_certainty = worth or (None, None)
    return {
        "item": item,
        "unit": unit,
        **NOTHING,
        **figures,
        "certainty": certainty,
        "value": value,
        "value_certainty": value_certainty,
    }


BY_CITY = {
    ("九江市", "CNY"): figure("CNY", "元", received="1500000"),
    ("九江市", "口罩"): figure("口罩", "个", received="5500", distributed="5500"),
    ("九江市", "护目镜"): figure("护目镜", "个", received="461", distributed="461"),
    ("九江市", "后勤物资"): figure("后勤物资", None, "unknown", ("110000", "about"), received=None, distributed=None),
    ("九江市", "液晶平面电视"): figure("液晶平面电视", None, "unknown", bought=None),
    ("吉安市", "口罩"): figure("口罩", "个", received="17700", distributed="17700"),
    ("吉安市", "鸭蛋"): figure("鸭蛋", "个", received="2000", distributed="2000"),
    ("吉安市", "蔬菜"): figure("蔬菜", "斤", "about", received="500", distributed="500"),
    ("萍乡市", "广播设备"): figure("广播设备", None, "unknown", bought=None),
}


@pytest.fixture
def article(desk: Desk) -> Desk:
    """The desk after the eight facts were recorded."""
    desk.begin(*FACTS)
    return desk


def without(row: Row, key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}


def test_totals_by_city_are_what_the_article_says(article: Desk) -> None:
    """Every city, item and figure; nothing more, nothing less."""
    totals = article.totals()
    assert {key: without(row, "city") for key, row in totals.items()} == BY_CITY


def test_the_gift_of_money_and_the_value_of_goods_never_share_a_sum(article: Desk) -> None:
    """1,500,000 yuan were given, goods are worth about 110,000 yuan: 1,610,000 stands nowhere, in no report and no format."""
    for line in (
        "totals",
        "totals --by item",
        "totals --by category",
        "totals --by donor",
        "month 2020-02",
        "stock",
        "ledger",
        "journal",
    ):
        for form in ("json", "csv", "tsv", "table"):
            out = article.do(f"{line} --format {form}").out.replace(",", "").replace(" ", "")
            assert "1610000" not in out, (line, form)
    [worth] = [row["value"] for row in article.read("totals --by item") if row["value"] is not None]
    assert worth == "110000"


def test_joint_recipients_stay_unsplit(article: Desk) -> None:
    """5000 masks for four recipients together are one row under their joint name; nobody is said to have got 1250."""
    by_recipient = article.totals("totals --by recipient", "recipient")
    assert by_recipient["、".join(FOUR), "口罩"]["distributed"] == "5000"
    assert by_recipient["、".join(FOUR), "护目镜"]["distributed"] == "461"
    assert by_recipient["东牯山林场", "口罩"]["distributed"] == "500"
    assert by_recipient["、".join(FIVE), "口罩"]["distributed"] == "17700"
    assert by_recipient[COMMAND, "后勤物资"]["distributed"] is None
    assert {name for name, _item in by_recipient} == {
        "、".join(FOUR),
        "东牯山林场",
        COMMAND,
        "、".join(FIVE),
        "翰文苑小区",
    }
    joint = article.totals("totals --by donor", "donor")
    assert joint["爱心企业、爱心个人", "鸭蛋"]["received"] == "2000"


def test_all_cities_together(article: Desk) -> None:
    """23,200 masks in all, and under the table by city the same sums as by item."""
    by_item = {row["item"]: row for row in article.read("totals --by item")}
    assert by_item["口罩"]["received"] == by_item["口罩"]["distributed"] == "23200"
    assert by_item["CNY"]["received"] == "1500000"
    table = article.do("totals --by city --format json").json["tables"][0]
    assert [without(row, "city") for row in table["totals"]] == list(article.read("totals --by item"))


@pytest.mark.parametrize(
    "period",
    [
        "--month 2020-02",
        "--quarter 2020-Q1",
        "--year 2020",
        "--from 2020-02-01 --to 2020-02-29",
        "--from 2020-02-03",
        "--to 2020-02-29",
    ],
)
def test_every_period_that_holds_the_gifts_gives_the_same(article: Desk, period: str) -> None:
    """Month, quarter, year and from-to are ways to say the same days; both ends are within."""
    assert article.read(f"totals --by city {period}") == article.read("totals --by city")


@pytest.mark.parametrize(
    "period",
    ["--month 2020-01", "--month 2020-03", "--quarter 2020-Q2", "--year 2019", "--from 2020-03-01", "--to 2020-02-02"],
)
def test_a_period_without_gifts_is_empty(article: Desk, period: str) -> None:
    """A day outside the period counts for nothing."""
    assert article.read(f"totals --by city {period}") == []


def test_only_the_money_is_in_stock(article: Desk) -> None:
    """What went straight through was never in stock; what was bought is there, of unknown number; money lies tied to its purpose."""
    assert article.stock() == {"CNY/用于疫情防控": "1500000", "广播设备": None, "液晶平面电视": None}
    assert article.stock("--as-of 2020-02-02") == {}
    assert article.stock("--as-of 2020-02-03") == {"CNY/用于疫情防控": "1500000"}


def test_bought_and_then_given_counts_as_bought_not_as_received(desk: Desk) -> None:
    """The masks of Yongfeng as a purchase by the members and a distribution: 17,700 bought and given out, none received."""
    desk.do(f"buy 口罩17700个 --payer 会员自筹 --city 吉安市 {DAY}")
    desk.do(f"distribute 卫健委 口罩17700个 --to 乡镇 --to 派出所 --city 吉安市 {DAY}")
    assert without(desk.totals()["吉安市", "口罩"], "city") == figure("口罩", "个", bought="17700", distributed="17700")
    assert desk.stock() == {}


def on_hand_of(desk: Desk, item: str) -> list[str]:
    """What people read as on hand behind each line of an item."""
    rows = [line for line in desk.do(f"ledger --item {item} --format md").out.splitlines() if line.startswith("|")]
    at = [cell.strip() for cell in rows[0].split("|")].index("On hand")
    return [row.split("|")[at].strip() for row in rows[2:]]


def test_the_ledger_holds_what_stock_holds(desk: Desk) -> None:
    """What nobody counted stands beside what is on hand until a count settles it, as in `stock`; its last line is `stock`."""
    desk.do("receive 李华 蔬菜一批 --date 2020-02-03 --new")
    desk.do("receive 李华 蔬菜100斤 --date 2020-02-03")
    desk.do("distribute 市三院 蔬菜一批 --date 2020-02-04 --new")
    assert on_hand_of(desk, "蔬菜") == ["unknown", "?±100", "?±100"]
    desk.do("adjust count 蔬菜60斤 --date 2020-02-05")
    desk.do("receive 李华 蔬菜一批 --date 2020-02-06")
    desk.do("receive 李华 约5斤蔬菜 --date 2020-02-07 --to 乙村 --new")
    assert on_hand_of(desk, "蔬菜")[3:] == ["60", "?±60", "?±60"]
    assert "| ?±60 |" in " ".join(desk.do("stock --format md").out.split())


def test_a_reversal_stands_before_what_says_it_aright(desk: Desk) -> None:
    """The old amount goes before the right one comes: no line has both; what was rough and is exact now is exact."""
    desk.do("receive 李华 大米约500斤 --date 2020-02-03 --new")
    desk.do("correct 1 大米480斤 --reason 过秤")
    assert [row["entry"] for row in desk.read("ledger --item 大米")] == [1, 2, 3]
    assert on_hand_of(desk, "大米") == ["≈500", "0", "480"]


def test_known_and_unknown_gifts_of_one_item_show_the_known_sum_as_about(desk: Desk) -> None:
    """An unknown amount is listed, never counted as 0 or 1, and makes the sum it belongs to rough."""
    desk.do(f"receive 李华 口罩一批 --city 九江市 {DAY}")
    assert desk.totals()["九江市", "口罩"]["received"] is None
    desk.do(f"receive 李华 口罩500个 --city 九江市 {DAY}")
    row = desk.totals()["九江市", "口罩"]
    assert (row["received"], row["certainty"], row["unit"]) == ("500", "about", "个")


# --- the shape of the contract

HEAD = ["report", "title", "period", "book", "tables"]
TABLE = ["key", "title", "columns", "rows", "totals"]
TOTALS = [
    "item",
    "unit",
    "received",
    "bought",
    "spent",
    "distributed",
    "adjusted",
    "certainty",
    "value",
    "value_certainty",
]
STOCK = ["item", "specification", "unit", "store", "purpose", "on_hand", "certainty", "value", "value_certainty"]
LEDGER = [
    "entry",
    "date",
    "type",
    "city",
    "donor",
    "via",
    "recipient",
    "item",
    "unit",
    "received",
    "bought",
    "spent",
    "distributed",
    "adjusted",
    "on_hand",
    "certainty",
    "value",
    "value_certainty",
    "purpose",
    "note",
]
TYPES = {"text", "date", "quantity", "money", "integer"}
QUANTITIES = {"received", "bought", "spent", "distributed", "adjusted", "on_hand"}


def checked_report(desk: Desk, line: str, key: str, tables: list[str]) -> Any:
    """The report in JSON, after everything that all reports share was checked."""
    report = desk.do(f"{line} --format json").json
    assert list(report) == HEAD
    assert report["report"] == key
    assert list(report["period"]) == ["from", "to"]
    assert list(report["book"]) == ["name", "entries", "digest"]
    assert report["book"]["name"] == "测试协会"
    assert report["book"]["entries"] == len(FACTS)
    assert len(report["book"]["digest"]) == 64
    assert [table["key"] for table in report["tables"]] == tables
    for table in report["tables"]:
        assert list(table) == TABLE
        types = {}
        for column in table["columns"]:
            assert list(column) == ["key", "title", "type"]
            assert column["type"] in TYPES
            types[column["key"]] = column["type"]
        for row in (*table["rows"], *table["totals"]):
            assert list(row) == list(types)
            for name, value in row.items():
                is_number = types[name] == "integer"
                assert value is None or isinstance(value, int if is_number else str), (table["key"], name, value)
        assert all(types[name] == "quantity" for name in QUANTITIES & set(types))
        assert types.get("value", "money") == "money"
    return report


def columns(table: Any) -> list[str]:
    return [column["key"] for column in table["columns"]]


def test_shape_of_totals(article: Desk) -> None:
    """Table `totals`, its group first, and the sums per item under it, of which each belongs to no group."""
    for by in ("city", "category", "donor", "recipient", "month", "purpose"):
        [table] = checked_report(article, f"totals --by {by}", "totals", ["totals"])["tables"]
        assert columns(table) == [by, *TOTALS]
        assert all(row[by] is None for row in table["totals"])
    [table] = checked_report(article, "totals --by item", "totals", ["totals"])["tables"]
    assert columns(table) == TOTALS
    report = checked_report(article, "totals --month 2020-02", "totals", ["totals"])
    assert report["period"] == {"from": "2020-02-01", "to": "2020-02-29"}
    assert checked_report(article, "totals", "totals", ["totals"])["period"] == {"from": None, "to": None}


def test_shape_of_stock(article: Desk) -> None:
    """Table `stock`; its period ends on the day that was asked for."""
    report = checked_report(article, "stock --as-of 2020-02-29", "stock", ["stock"])
    assert columns(report["tables"][0]) == STOCK
    assert report["period"] == {"from": None, "to": "2020-02-29"}


def test_shape_of_ledger(article: Desk) -> None:
    """One row a line in date order; `on_hand` runs where one item is asked for, and is empty elsewhere."""
    [table] = checked_report(article, "ledger", "ledger", ["ledger"])["tables"]
    assert columns(table) == LEDGER
    assert [row["date"] for row in table["rows"]] == sorted(row["date"] for row in table["rows"])
    assert len(table["rows"]) == 10
    assert all(row["on_hand"] is None for row in table["rows"])
    money = article.read("ledger --item 人民币")
    assert [(row["entry"], row["received"], row["on_hand"], row["via"], row["purpose"]) for row in money] == [
        (1, "1500000", "1500000", "江西省爱心公益志愿者协会", "用于疫情防控")
    ]


def test_shape_of_month(article: Desk) -> None:
    """The tables totals, money, goods, stock and ledger of that month."""
    report = checked_report(article, "month 2020-02", "month", ["totals", "money", "goods", "stock", "ledger"])
    totals, money, goods, stock, ledger = report["tables"]
    assert columns(totals) == ["city", *TOTALS]
    assert columns(stock) == STOCK
    assert columns(ledger) == LEDGER
    moved = [
        "item",
        "unit",
        "opening",
        "received",
        "bought",
        "spent",
        "distributed",
        "adjusted",
        "closing",
        "certainty",
    ]
    assert columns(money) == columns(goods) == moved
    assert [(row["opening"], row["received"], row["closing"]) for row in money["rows"]] == [("0", "1500000", "1500000")]
    assert {row["item"]: (row["received"], row["closing"]) for row in goods["rows"]} == {
        "口罩": ("23200", "0"), "护目镜": ("461", "0"), "鸭蛋": ("2000", "0"), "蔬菜": ("500", "0"),
        "后勤物资": (None, "0"), "广播设备": ("0", None), "液晶平面电视": ("0", None),
    }  # fmt: skip


def test_shape_of_check(article: Desk) -> None:
    """Table `problems`, empty where the book is in order; one line for people."""
    [table] = checked_report(article, "check", "check", ["problems"])["tables"]
    assert columns(table) == ["rule", "entry", "date", "item", "message"]
    assert table["rows"] == []
    assert len(article.do("check").out.splitlines()) == 1


def test_shape_of_what_recording_prints(desk: Desk) -> None:
    """`--format json` prints what was recorded, and nothing else, with exact decimals in the item's own unit."""
    printed = desk.do(
        "receive 李华 口罩500个@@1750.5元 约3.5斤蔬菜 后勤物资一批 1.05元 --city 九江市 --date 2020-02-01 --format json"
    ).json
    digest = printed.pop("digest")
    keys = ("item", "unit", "amount", "certainty", "value", "value_certainty")
    lines = (
        ("口罩", "个", "500", "exact", "1750.5", "exact"), ("蔬菜", "斤", "3.5", "about", None, None),
        ("后勤物资", None, None, "unknown", None, None), ("CNY", "元", "1.05", "exact", None, None),
    )  # fmt: skip
    assert printed == {
        "entry": 1, "type": "receipt", "date": "2020-02-01", "city": "九江市", "lines": [dict(zip(keys, line, strict=True)) for line in lines],
    }  # fmt: skip
    assert digest == desk.do("totals --format json").json["book"]["digest"]


def test_every_format_says_the_same_figures(article: Desk) -> None:
    """What JSON says of a city's masks, CSV says too, with an empty field where JSON has null."""
    out = article.do("totals --by city --format csv --raw").out.removeprefix("\ufeff").splitlines()
    heading, *rows = (line.split(",") for line in out)
    assert heading == ["city", *TOTALS]
    said = [dict(zip(heading, row, strict=True)) for row in rows]
    wanted = [{key: value or "" for key, value in row.items()} for row in article.read("totals --by city")]
    assert said[: len(wanted)] == wanted
