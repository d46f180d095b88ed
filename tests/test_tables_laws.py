"""What holds of every table: each row accounted for, sums to the fen, the quick way and the careful one agreeing, no traceback."""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from harness.tables import TODAY, each_record, settings, sheet, sums, told
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from test_tables import SHAPES

from donations.importers import body
from donations.importers.sheet import Merged, Sheet
from donations.importers.table import Record, Settings
from donations.importers.tables import tables

DONORS = (
    "甲公司",
    "舟山市慈善总会",
    "某某银行总行",
    "李华",
    "*财发",
    "爱心人士",
    "总工会",
    "合计科技有限公司",
    "一米阳光公益联合会",
)
ITEMS = ("口罩", "84消毒液", "N95口罩", "医用手套", "大米")
UNITS = ("个", "箱", "瓶", "斤", "双")
DAYS = st.dates(date(2020, 1, 1), date(2020, 3, 1))
YUAN = st.integers(1, 10**9).map(lambda fen: Decimal(fen).scaleb(-2))


def records_of(rows: list[list[str]]) -> tuple[list[Record], Fraction | None]:
    """All records of the one table in the rows, and its stated total."""
    [(records, stated)] = [
        (list(each_record(table)), table.stated_total)
        for table in tables(Sheet(None, iter(list(enumerate(rows, 1)))), settings())
    ]
    return records, stated


@st.composite
def money_lists(draw: st.DrawFn) -> tuple[list[list[str]], Fraction, int]:
    """A list of money with subtotals, blank rows, headings again and a total; its sum, and how many gifts it has."""
    headings = ["序号", "捐赠人", "金额（元）", "日期", "备注"]
    rows, total, page = [["捐款公示", "", "", "", ""], headings], Fraction(0), Fraction(0)
    gifts = draw(st.lists(st.tuples(st.sampled_from((*DONORS, "")), YUAN, DAYS), min_size=1, max_size=25))
    for number, (donor, yuan, day) in enumerate(gifts, 1):
        written = draw(st.sampled_from((str(yuan), f"{yuan:,}", f"¥{yuan}", f"{yuan}元", f" {yuan} ")))
        rows.append([str(number), donor, written, draw(st.sampled_from((day.isoformat(), f"{day:%Y.%m.%d}"))), ""])
        total, page = total + Fraction(yuan), page + Fraction(yuan)
        between = draw(st.sampled_from(("", "", "", "page", "blank")))
        if between == "page":
            rows += [["", "本页小计", str(Decimal(page.numerator) / page.denominator), "", ""], headings]
            page = Fraction(0)
        elif between == "blank":
            rows.append([""] * 5)
    rows.append(
        [
            "",
            draw(st.sampled_from(("合计", "总 计", "共计："))),
            str(Decimal(total.numerator) / total.denominator),
            "",
            "",
        ]
    )
    rows.append(["注：以上捐款均已入账。", "", "", "", ""])
    return rows, total, len(gifts)


@given(money_lists())
@hypothesis_settings(deadline=None)
def test_money_adds_up_to_the_fen_and_every_row_is_told_of(made: tuple[list[list[str]], Fraction, int]) -> None:
    """The sums are what the foot says; gifts, totals, notes, blanks and headings are all there, once each."""
    rows, total, gifts = made
    records, stated = records_of(rows)
    assert [record.row for record in records] == list(range(3, len(rows) + 1))
    assert sum(1 for record in records if record.drafts) == gifts
    assert not [record for record in records if record.slips]
    assert sums(records) == {"CNY": total}
    assert stated == total


@st.composite
def goods_lists(draw: st.DrawFn) -> tuple[list[list[str]], dict[str, Fraction], list[str]]:
    """A list of goods whose donors, days and units are written once and left out below; its sums and its true donors."""
    rows, wanted, donors = [["日期", "捐赠单位", "品名", "规格", "单位", "数量"]], dict[str, Fraction](), list[str]()
    blocks = draw(st.lists(st.tuples(st.sampled_from(DONORS), DAYS, st.integers(1, 4)), min_size=1, max_size=8))
    for donor, day, size in blocks:
        for place in range(size):
            unit, number = draw(st.sampled_from(UNITS)), draw(st.integers(1, 10**6))
            first = place == 0
            inside = draw(st.booleans())
            rows.append([
                day.isoformat() if first else "", donor if first else "", draw(st.sampled_from(ITEMS)),
                draw(st.sampled_from(("", "大号"))), "" if inside else unit, f"{number}{unit}" if inside else str(number),
            ])  # fmt: skip
            wanted[unit] = wanted.get(unit, Fraction(0)) + number
            donors.append(donor)
    rows.append(["合计", "", "", "", "", str(sum(wanted.values()))])
    return rows, wanted, donors


@given(goods_lists())
@hypothesis_settings(deadline=None)
def test_goods_add_up_by_unit_and_keep_their_donors(
    made: tuple[list[list[str]], dict[str, Fraction], list[str]],
) -> None:
    """Whatever was left out below the first row of a donor, each row is that donor's, and each unit's sum is right."""
    rows, wanted, donors = made
    records, stated = records_of(rows)
    assert sums(records) == wanted
    assert [name for record in records for draft in record.drafts for name in draft.parties["donor"]] == donors  # type: ignore[index] # roles are strings
    assert stated == sum(wanted.values())
    assert len(records) == len(rows) - 1


def test_equal_gifts_are_both_there() -> None:
    """Two equal rows are two gifts."""
    records, _ = records_of([["姓名", "金额", "日期"], *[["李华", "100", "2020-02-01"]] * 2])
    assert len([record for record in records if record.drafts]) == 2


@pytest.mark.parametrize("shape", SHAPES, ids=[shape[0] for shape in SHAPES])
def test_the_quick_way_says_what_the_careful_one_says(
    shape: tuple[str, dict[str, Any], str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every shape is understood the same without the quick way."""
    _, said, table, answer = shape
    monkeypatch.setattr(body, "quick_way", lambda *_: None)
    monkeypatch.setattr(body, "plain_way", lambda *_: None)
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@given(st.data())
@hypothesis_settings(deadline=None)
def test_both_ways_agree_on_mixed_rows(data: st.DataObject) -> None:
    """Plain rows among blank, merged and odd ones: the same drafts, reasons and total either way."""
    cell = {
        "date": st.sampled_from(("2020-02-01", "2月3日", "", "43861", "昨儿")),
        "donor": st.sampled_from((*DONORS, "", "合计", "注：见下")),
        "item": st.sampled_from((*ITEMS, "", "口罩（儿童）", "现金")),
        "quantity": st.sampled_from(("5", "12.5", "100", "0", "", "5箱", "1,000", "一批", "-3", "1.0")),
        "unit": st.sampled_from((*UNITS, "", "pcs")),
        "city": st.sampled_from(("九江市", "", "庐山", "朝阳区")),
        "note": st.sampled_from(("", "急用", "a b", "小计")),
    }
    rows = data.draw(st.lists(st.tuples(*cell.values()), min_size=1, max_size=12))
    text = io.StringIO()
    csv.writer(text).writerows([["日期", "捐赠单位", "品名", "数量", "单位", "城市", "备注"], *rows])
    quick = told(text.getvalue())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(body, "quick_way", lambda *_: None)
        patch.setattr(body, "plain_way", lambda *_: None)
        assert told(text.getvalue()) == quick


def test_a_merged_donor_of_money_is_the_same_donor_and_a_blank_one_is_nobody() -> None:
    """In a list of money only a cell that lies under a merged one belongs to the donor above."""
    rows = [
        ["姓名", "金额", "日期"],
        ["李华", "100", "2020-02-01"],
        [Merged("李华", down=True), "50", Merged("2020-02-01", down=True)],
        ["", "20", "2020-02-02"],
    ]
    records, _ = records_of(rows)
    assert [record.drafts[0].parties["donor"] for record in records] == [("李华",), ("李华",), ("爱心人士",)]  # type: ignore[index] # roles are strings


def test_an_amount_merged_over_two_rows_is_counted_once() -> None:
    """A gift of two donors in one cell is asked about, not doubled."""
    rows = [["姓名", "金额", "日期"], ["李华", "100", "2020-02-01"], ["王明", Merged("100", down=True), "2020-02-01"]]
    records, _ = records_of(rows)
    assert [bool(record.slips) for record in records] == [False, True]
    assert sums(records) == {"CNY": Fraction(100)}


def test_what_was_said_of_such_headings_before_is_remembered() -> None:
    """The layout is known by its headings, also where nobody understands them; --map goes before what is remembered."""
    asked: list[str] = []

    def remembered(headings: str) -> dict[str, str] | None:
        asked.append(headings)
        return {"谁": "donor", "多少": "money", "备注": "-"} if headings == "谁|多少|备注" else None

    said = Settings(TODAY, {"备注": "purpose"}, remembered, date(2020, 2, 1))
    [(columns, drafts)] = [
        (table.columns, [draft for record in each_record(table) for draft in record.drafts])
        for table in tables(sheet("谁,多少,备注\n李华,5,助学\n"), said)
    ]
    assert columns == {"谁": "donor", "多少": "money", "备注": "purpose"}
    assert [draft.lines[0].purpose for draft in drafts] == ["助学"]
    assert "谁|多少|备注" in asked


def test_the_first_title_speaks_of_all_tables_of_the_sheet() -> None:
    """Its days are those of a table below that names none, and its words are a part of what undated rows are known by."""
    text = "第3期公示 2020年2月1日—2月7日\n姓名,金额\n甲,1\n二、发放\n接收单位,品名,数量\n医院,口罩,5个\n"
    found = [
        (table.title, [draft.date for record in each_record(table) for draft in record.drafts])
        for table in tables(sheet(text), settings())
    ]
    assert found == [
        ("第3期公示 2020年2月1日—2月7日", [date(2020, 2, 7)]),
        ("第3期公示 2020年2月1日—2月7日 二、发放", [date(2020, 2, 7)]),
    ]


@pytest.mark.parametrize("amount", ["一批", "若干", "三箱", "半斤", "5箱", "约500个"])
def test_a_row_of_ordinary_words_is_no_row_of_headings(amount: str) -> None:
    """爱心企业 and 物资 stand in headings, and in rows."""
    records, _ = records_of(
        [["捐赠单位", "品名", "数量", "日期"], ["爱心企业", "物资", amount, "2月1日"], ["爱心人士", "药品", amount, ""]]
    )
    assert [bool(record.drafts) for record in records] == [True, True]


def test_a_column_of_values_that_is_empty_does_not_hide_the_total_of_goods() -> None:
    """The foot is then of quantities."""
    rows = [
        ["捐赠单位", "品名", "数量", "价值（元）", "日期"],
        ["甲公司", "口罩", "5", "", "2020-02-01"],
        ["合计", "", "5", "", ""],
    ]
    assert records_of(rows)[1] == 5


def test_what_was_not_read_of_a_table_does_not_hide_the_next() -> None:
    """Asking for the next table passes over what is left of the last."""
    text = "姓名,金额\n甲,1\n乙,2\n\n接收单位,品名,数量\n医院,口罩,5个\n"
    assert [table.sort for table in tables(sheet(text), settings("2020-02-01"))] == ["money_in", "goods_out"]


# --- whatever stands in the cells


ODD = (
    "\ud800x", "\x00", "x" * 5000, "9" * 400, "=1", "#N/A", "1e5", "-0", "٣", "①", "½", "9999-12-31", "12月31日", "2月30日",
    "1/0", "￥", "元", "万元", "{0}", "%s", "\u202e", "合计合计", "0.0000000000001", "1" * 16, "1.5.2", "2020年", "99999",
    "65000.5", "至", "2020-02-01至", "—", "1月1日-", "\u200b", "\n",
)  # fmt: skip


def mutated(chance: random.Random) -> list[list[str]]:
    """The rows of one of the shapes, with cells, rows and order changed at random."""
    rows = [list(row) for row in csv.reader(io.StringIO(chance.choice(SHAPES)[2].lstrip("\n")))]
    for _ in range(chance.randrange(1, 8)):
        row = chance.choice(rows)
        place = chance.randrange(len(row) + 1)
        match chance.randrange(7):
            case 0:
                row.insert(place, chance.choice(ODD))
            case 1:
                row[place : place + 1] = [chance.choice(ODD)]
            case 2:
                row[place : place + 1] = []
            case 3:
                rows.insert(chance.randrange(len(rows)), list(row))
            case 4:
                chance.shuffle(rows)
            case 5:
                row[place : place + 1] = [Merged(chance.choice(ODD), down=chance.random() < 0.5)]
            case _:
                row[place : place + 1] = [chance.choice(chance.choice(rows) or [""])]
    return rows


def read(rows: list[list[str]]) -> Iterator[Record]:
    for table in tables(Sheet(None, iter(list(enumerate(rows, 1)))), settings()):
        yield from each_record(table)


@pytest.mark.parametrize("many", [400, pytest.param(4000, marks=pytest.mark.long)])
def test_no_content_is_an_exception(many: int) -> None:
    """So many tables with cells and rows changed at random: each record is a draft, a reason or a slip, in order; those that take
    back another are behind all others.
    """
    chance = random.Random(2020)
    for _ in range(many):
        rows = mutated(chance)
        records = list(read(rows))
        assert all(bool(record.drafts) + bool(record.ignored) + bool(record.slips) == 1 for record in records), rows
        numbers = [record.row for record in records]
        back = [record.row for record in records if record.takes_back is not None]
        others = numbers[: len(numbers) - len(back)]
        assert [*others, *back] == numbers == [*sorted(others), *sorted(back)], rows


def test_a_large_plain_table_takes_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 5,000 plain rows none needs the careful way: that is what makes a million take seconds."""
    careful: list[tuple[int, list[str]]] = []
    monkeypatch.setattr(body.Body, "_row", lambda _, row: careful.append(row))
    rows = [["日期", "捐赠人", "品名", "数量", "单位", "城市", "备注"]]
    for number in range(5000):
        day = date(2020, 1, 1) + timedelta(days=number % 80)
        rows.append(
            [day.isoformat(), f"甲{number % 700}公司", ITEMS[number % 5], f"{number % 90 + 1}.5", "斤", "九江市", ""]
        )
    records, _ = records_of(rows)
    assert len([record for record in records if record.drafts]) == 5000
    assert careful == []
