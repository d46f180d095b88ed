"""Batches and days of expiry in lists of goods: what is read, what is told, what is refused. Names and figures are invented."""

from datetime import date
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from papers import written

from donations.importers.columns.lots import A_DAY, LOST_ZERO_OF_MONTH, LotDays, day_of
from donations.importers.rows.lots import A_BATCH, BATCH_AND_DAY, BEFORE_MADE
from donations.importers.words.cells import FAULT, MADE_A_DATE, NO_DATE, NUMBER_LOST, WHICH_ORDER, Misfit
from donations.importers.words.heading_words import normal
from donations.importers.words.lots import Span, sense_of, span

HEAD = "捐赠人,物资,数量,单位,批号,有效期至,捐赠日期\n"


@pytest.mark.parametrize("heading", [
    "批号", "生产批号", "批次号", "产品批号", "药品批号", "批次", "批号1*", "生产批次", "生产日期/批号", "Batch No.", "Lot", "Lot #", "LOT NUMBER",
    "batch_no", "Lot/Batch No.", "批号（Lot No.）", "ロット番号", "製造番号",
])  # fmt: skip
def test_headings_of_batches(heading: str) -> None:
    assert sense_of(normal(heading).replace("1", "")) == "batch"


@pytest.mark.parametrize("heading", [
    "有效期", "有效期至", "有效期限", "失效年月", "Valid until", "有效日期", "有效期截止日期", "失效日期", "失效期", "过期日期", "到期日", "效期", "保质期", "保质期至", "保质期（月）",
    "有效期或失效期", "有效期 Expiry", "使用期限", "Expiry", "Exp. Date", "expiry_date", "Expiration Date (MM/DD/YYYY)", "Best before", "Use by",
    "Shelf life", "賞味期限", "消費期限", "有効期限",
])  # fmt: skip
def test_headings_of_expiries(heading: str) -> None:
    assert sense_of(normal(heading)) == "expires_on"


@pytest.mark.parametrize("heading", [
    "捐赠日期", "会员有效期", "使用日期", "使用时间", "消费日期", "Valid", "证书有效期", "截止日期", "批准文号", "批号/有效期", "灭菌批号", "批", "登记批注", "Sell by", "Experience", "Date", "数量",
])  # fmt: skip
def test_headings_of_something_else(heading: str) -> None:
    assert sense_of(normal(heading)) is None


@pytest.mark.parametrize(("heading", "cell", "lot"), [
    ("批号/有效期", "A123/2030-05-01", "of lot A123 until 2030-05-01"),
    ("批号及有效期", "A123 2030.5.1", "of lot A123 until 2030-05-01"),
    ("批号（有效期）", "A123（2030/05/01）", "of lot A123 until 2030-05-01"),
    ("批号 有效期", "批号：A123，有效期：2030年5月", "of lot A123 until 2030-05-31"),
    ("有效期/批号", "20300501/20280501", "of lot 20280501 until 2030-05-01"),
    ("批号/有效期", "20280501/20300501", "of lot 20280501 until 2030-05-01"),
    ("Lot/Expiry", "A123/05/2030", "of lot A123 until 2030-05-31"),
    ("批号/有效期", "2030-05-01", "until 2030-05-01"),
    ("批号/有效期", "20300501", None),
    ("批号/有效期", "批号A13 有效期至2030年5月1日", "of lot A13 until 2030-05-01"),
    ("批号/有效期", "A123", "of lot A123"),
    ("批号/有效期", "A123/长期", "of lot A123"),
    ("批号/有效期", "A123、A124/2030-05-01", "of lot A123、A124 until 2030-05-01"),
    ("批号/有效期", "A123/2030-05-01、B2/2031-05-01", None),
    ("批号/有效期", "A123/见包装", None),
])  # fmt: skip
def test_batch_and_expiry_in_one_column(heading: str, cell: str, lot: str | None) -> None:
    """They were passed over."""
    said = told(f"捐赠人,物资,数量,单位,{heading},捐赠日期\n周明,口罩,50,个,{cell},2020-01-05\n")
    assert (BATCH_AND_DAY in said) == (lot is None)
    assert lot is None or f"口罩 50个 {lot} " in said, said


@pytest.mark.parametrize("heading", ["制造日期", "生产时间", "灭菌日期", "Mfg Date", "製造日"])
def test_the_day_of_production_is_no_day_of_a_gift(heading: str) -> None:
    assert NO_DATE in told(f"捐赠人,物资,数量,{heading}\n周明,口罩,50个,2020-01-05")


@pytest.mark.parametrize(("text", "meant"), [
    ("2025-03-01", "2025-03-01"), ("2025/3", "2025-03-31"), ("2025年3月", "2025-03-31"), ("20250301", "2025-03-01"), ("202502", "2025-02-28"),
    ("2024.2", "2024-02-29"), ("2025年03月01日", "2025-03-01"), ("2025-03-01 00:00:00", "2025-03-01"), ("2025年", "2025-12-31"),
    ("26.3.1", "2026-03-01"), ("260301", "2026-03-01"), ("45717", "2025-03-01"), ("有效期至2025年3月", "2025-03-31"), ("至2025.3.1", None),
    ("EXP 03/2025", "2025-03-31"), ("Mar-25", "2025-03-31"), ("MAR 2025", "2025-03-31"), ("2025年3月底", "2025-03-31"),
    ("2025-03-01前", "2025-03-01"), ("2023-03-01至2025-02-28", "2025-02-28"), ("2023.03.01-2025.02.28", "2025-02-28"), ("2023-03-01 - 2025-02-28", "2025-02-28"), ("25/3/2025", "2025-03-25"), ("114.3.1", "2025-03-01"),
    ("长期", None), ("见包装", None), ("9999-12-31", None), ("18个月", None), ("2025-03-01、2025-06-01", None), ("第3批", None),
])  # fmt: skip
def test_days_of_expiry(text: str, meant: str | None) -> None:
    found = day_of(text, LotDays(), year_first=True)
    assert found == (date.fromisoformat(meant) if meant else None)


@pytest.mark.parametrize("text", [
    "2025.13.1", "2025-02-30", "3月1日", "24", "5", "25/03", "25-Mar", "Mar 25", "201203", "01/03/26", "040126", "1985-03-01", "2150-01-01", "12月",
])  # fmt: skip
def test_a_day_that_nobody_can_tell_is_refused(text: str) -> None:
    with pytest.raises(Misfit) as misfit:
        day_of(text, LotDays(), year_first=True)
    assert misfit.value.expected == A_DAY


@pytest.mark.parametrize("text", ["260301", "040126", "26.3.1"])
def test_below_an_english_heading_no_year_stands_in_front(text: str) -> None:
    """040126 may be the first of April 2026."""
    with pytest.raises(Misfit):
        day_of(text, LotDays(), year_first=False)


@pytest.mark.parametrize(("text", "unit", "meant"), [
    ("18个月", "", (18, 0)), ("2年", "", (24, 0)), ("一年半", "", (18, 0)), ("十八个月", "", (18, 0)), ("半年", "", (6, 0)), ("两年", "", (24, 0)),
    ("24 months", "", (24, 0)), ("36M", "", (36, 0)), ("1.5年", "", (18, 0)), ("2年6个月", "", (30, 0)), ("365天", "", (0, 365)),
    ("保质期：24个月", "", (24, 0)), ("24", "月", (24, 0)), ("12", "月", (12, 0)), ("180", "天", (0, 180)), ("24月", "", (24, 0)),
    ("3月", "", None), ("24", "", None), ("12-18个月", "", None), ("2025年", "", None), ("长期", "", None), ("十十个月", "", None), ("0天", "", None),
])  # fmt: skip
def test_for_how_long_goods_keep(text: str, unit: str, meant: tuple[int, int] | None) -> None:
    assert span(text, unit) == (Span(*meant) if meant else None)


def test_months_end_with_their_month() -> None:
    assert Span(1, 0).after(date(2024, 1, 31)) == date(2024, 2, 29)
    assert Span(12, 0).after(date(2024, 2, 29)) == date(2025, 2, 28)
    assert Span(11, 0).after(date(2024, 1, 5)) == date(2024, 12, 5)
    assert Span(1200, 0).after(date(9990, 1, 1)) is None


def test_a_list_of_lots() -> None:
    """Each row with its own; one that says neither is as it was."""
    found = told(
        HEAD + "甲公司,口罩,500,只,20200101,2025-03-01,2020-02-01\n甲公司,口罩,500,只,20200102,2025年3月,2020-02-01\n"
        "乙公司,手套,5,双,,,2020-02-01\n乙公司,碘伏,5,瓶,无,长期,2020-02-01\n乙公司,酒精,5,瓶,B-3,/,2020-02-01\n"
    )
    assert found.splitlines()[0].endswith("批号=batch 有效期至=expires_on 捐赠日期=date")
    assert "口罩 500只 of lot 20200101 until 2025-03-01" in found
    assert "口罩 500只 of lot 20200102 until 2025-03-31" in found
    assert "手套 5双 [5双]" in found
    assert "碘伏 5瓶 [5瓶]" in found
    assert "酒精 5瓶 of lot B-3 [5瓶]" in found


@pytest.mark.parametrize("text", [
    "2020年物资发放明细\n日期,接收单位,物资名称,数量,单位,批号,有效期\n2020-02-01,市三院,口罩,100,只,A1,2025-03\n",
    "采购日期,供应商,物资名称,数量,单位,单价,金额,批号,有效期\n2020-02-01,丙药房,口罩,100,只,2,200,A1,2025-03\n",
    "捐赠单位,口罩（只）,批号,有效期,日期\n甲公司,100,A1,2025-03,2020-02-01\n",
    "捐赠人,捐赠内容,批号,有效期,日期\n甲公司,口罩100只,A1,2025-03,2020-02-01\n",
    "捐赠人,受赠单位,物资,数量,单价,总价,批号,有效期,日期\n甲公司,市三院,口罩,100只,2,200,A1,2025-03,2020-02-01\n",
    "日期,物资名称,单位,来源,去向,入库数量,出库数量,库存,批号,有效期\n2020-02-01,口罩,只,甲公司,,100,,100,A1,2025-03\n",
    "2020年2月1日物资发放明细\n物资名称,规格,单位,批号,有效期,市第一医院,市第二医院,合计\n口罩,N95,只,A1,2025-03,100,,100\n",
    "2020年捐赠\n捐赠单位,物资名称,单位,批号,有效期,1月,2月,合计\n甲公司,口罩,只,A1,2025-03,100,,100\n",
    "捐赠单位：甲公司\n日期：2020-02-01\n物资名称,单位,数量,批号,有效期\n口罩,只,100,A1,2025-03\n",
    "捐赠单位,物资1,数量1,批号1,有效期1,物资2,数量2,批号2,有效期2,日期\n甲公司,口罩,100,A1,2025-03,口罩,100,A1,2025-03,2020-02-01\n",
    "Donor,Item,Qty,Unit,Lot No.,Expiry Date,Date\nAnn Lee,口罩,100,只,A1,03/2025,2020-02-01\n",
    "捐赠人,物资,数量,生产日期,保质期,批号,日期\n甲公司,口罩,100,2019年9月,66个月,A1,2020-02-01\n",
    "捐赠人,物资,数量,生产日期,保质期（月）,批号,日期\n甲公司,口罩,100,2019-03-31,72,A1,2020-02-01\n",
])  # fmt: skip
def test_every_sort_of_list(text: str) -> None:
    assert "of lot A1 until 2025-03-31" in told(text), told(text)


def test_what_is_no_day_is_told_and_the_row_is_taken() -> None:
    found = told(HEAD + "甲公司,口罩,5,只,A1,见包装,2020-02-01\n甲公司,大米、面粉,各5,袋,A2,2025-03,2020-02-01\n")
    assert "口罩 5只 of lot A1 [5只] (Booked without an expiry, since 有效期至 says no day" in found
    assert "大米 5袋, 面粉 5袋 [10袋] (Booked without what stands in 批号, beside no goods or several: 3)" in found
    assert "stands in 有效期至, beside no goods or several: 3" in found
    span_alone = "捐赠人,物资,数量,生产日期,保质期,日期\n甲公司,牛奶,5箱,,6个月,2020-02-01\n甲公司,米,5袋,2020-01-15,6个月,2020-02-01\n"
    assert "2 receipt 2020-02-01 donor=甲公司: 牛奶 5箱 [5箱] (Booked without an expiry" in told(span_alone)
    assert "米 5袋 until 2020-07-15 [5袋]\n" in told(span_alone)


def test_for_how_long_alone_is_not_read() -> None:
    """Nobody knows from when; the column is shown as not read, and no row is lost."""
    for heading, text in (("保质期", "18个月"), ("保质期", "24"), ("有效期（月）", "24")):
        found = told(f"捐赠人,物资,数量,{heading},日期\n甲公司,口罩,5只,{text},2020-02-01\n")
        assert f"{heading}=-" in found
        assert "2 receipt 2020-02-01 donor=甲公司: 口罩 5只 [5只]\n" in found


def test_past_its_expiry_is_told_and_booked() -> None:
    found = told(HEAD + "甲公司,口罩,5,只,A1,2020-01-31,2020-02-01\n甲公司,口罩,5,只,A1,2020-02-01,2020-02-01\n")
    assert "until 2020-01-31 [5只] (Past its expiry on its own day, and booked all the same: 2)" in found
    assert "until 2020-02-01 [5只]\n" in found


@pytest.mark.parametrize(("batch", "expiry", "expected"), [
    ("#N/A", "2025-03", f"批号: {FAULT} (#N/A)"), ("1.10101E+17", "2025-03", f"批号: {NUMBER_LOST} (1.10101E+17)"),
    ("A" * 101, "2025-03", f"批号: {A_BATCH}"), ("A1", "2025.13.1", f"有效期至: {A_DAY} (2025.13.1)"),
    ("A1", "3/4/2025", f"有效期至: {WHICH_ORDER} (3/4/2025)"), ("A1", "#VALUE!", f"有效期至: {FAULT} (#VALUE!)"),
])  # fmt: skip
def test_a_spoilt_cell_is_named_and_its_row_refused(batch: str, expiry: str, expected: str) -> None:
    found = told(HEAD + f"甲公司,口罩,5,只,{batch},{expiry},2020-02-01\n")
    assert f"2 ! {expected}" in found
    passed = told(HEAD + f"甲公司,口罩,5,只,{batch},{expiry},2020-02-01\n", columns={"批号": "-", "有效期至": "-"})
    assert "口罩 5只 [5只]" in passed


def test_before_it_was_made_nothing_expires() -> None:
    head = "捐赠人,物资,数量,生产日期,有效期,日期\n"
    assert BEFORE_MADE in told(head + "甲公司,口罩,5只,2025-03-01,2020-03-01,2020-02-01\n")
    assert "until 2025-03-01" in told(head + "甲公司,口罩,5只,说不清,2025-03-01,2020-02-01\n")


def test_the_order_of_day_and_month_is_that_of_the_column() -> None:
    head = "Donor,Item,Qty,Expiry,Date\n"
    found = told(head + "Ann Lee,Rice,5 bags,03/04/2025,2020-02-01\nAnn Lee,Soap,5 bags,03/20/2025,2020-02-01\n")
    assert "Rice 5袋 until 2025-03-04" in found
    found = told(head.replace("Expiry", "Expiry (DD/MM/YYYY)") + "Ann Lee,Rice,5 bags,03/04/2025,2020-02-01\n")
    assert "Rice 5袋 until 2025-04-03" in found


def test_a_month_that_may_have_lost_its_zero_is_asked_about() -> None:
    """A spreadsheet makes 2025.1 of 2025.10; where another month of the column has kept its zero, it is January."""
    row = "甲公司,口罩,5,只,A1,{},2020-02-01\n"
    assert f"2 ! 有效期至: {LOST_ZERO_OF_MONTH} (2025.1)" in told(HEAD + row.format("2025.1") + row.format("2025.2"))
    assert "until 2025-01-31" in told(HEAD + row.format("2025.1") + row.format("2024.10"))
    assert "until 2025-01-31" in told(HEAD + row.format("2025.01"))


def test_lists_of_money_have_no_lots() -> None:
    found = told("日期,姓名,捐款金额,有效期,批次号\n2020-02-01,李华,100,见证书,5\n")
    assert "有效期=- 批次号=-" in found
    assert "CNY 100元 [100CNY]" in found


def test_what_was_paid_for_and_mere_numbers_have_none() -> None:
    found = told("日期,支出项目,金额,有效期\n2020-02-01,购买保险,100,24\n")
    assert "有效期=-" in found
    assert "CNY 100元 “购买保险” [100CNY]" in found
    assert "Exp=-" in told("Donor,Item,Qty,Exp,Date\nAnn Lee,Rice,5 bags,50.5,2020-02-01\n")


def test_which_delivery_is_no_lot() -> None:
    head = "捐赠单位,物资名称,数量,批次,日期\n"
    assert "Batch=-" in told(head.replace("批次", "Batch") + "甲公司,口罩,100只,Batch 1,2020-02-01\n")
    assert "批次=-" in told(head + "甲公司,口罩,100只,第一批,2020-02-01\n甲公司,口罩,100只,第二批,2020-02-01\n")
    assert "of lot 20200101" in told(head + "甲公司,口罩,100只,20200101,2020-02-01\n")


def test_what_stands_above_is_repeated_only_where_the_cell_says_so() -> None:
    found = told(
        HEAD + "甲公司,口罩,5,只,A1,2025-03,2020-02-01\n,手套,5,双,〃,同上,2020-02-01\n,眼罩,5,只,,,2020-02-01\n"
    )
    assert "手套 5双 of lot A1 until 2025-03-31" in found
    assert "眼罩 5只 [5只]" in found


def test_the_user_says_what_a_column_is() -> None:
    text = "捐赠人,物资,数量,标记,好到,日期\n甲公司,口罩,5只,A1,2025-03,2020-02-01\n"
    assert "of lot A1 until 2025-03-31" in told(text, columns={"标记": "batch", "好到": "expires_on"})


def test_a_hostile_cell_is_read_in_no_time() -> None:
    for text in ("2" * 32_000, "有效期至" * 8_000, "a" * 32_000, "0-" * 16_000, " 年" * 16_000, "1至" * 10_000):
        found = told(HEAD + f"甲公司,口罩,5,只,A1,{text},2020-02-01\n")
        assert "2 " in found
        assert sense_of(normal(text)) is None


def test_made_a_date_is_said_of_batches_alone() -> None:
    """A day typed as text is a batch as any; what a workbook shows of it tells more (test_lots_kept.py)."""
    assert "of lot 2020-01-05" in told(HEAD + "甲公司,口罩,5,只,2020-01-05,2025-03,2020-02-01\n")
    assert MADE_A_DATE not in told(HEAD + "甲公司,口罩,5,只,3-1,2025-03,2020-02-01\n")


def test_show_says_the_batch_of_goods_and_until_when_they_keep(desk: Desk, tmp_path: Path) -> None:
    """Only where a line has one: people see no such column of other entries."""
    said = "捐赠单位,品名,单位,数量,批号,有效期至,日期\n甲公司,口罩,只,500,A2,2027年2月,2020-02-01\n乙公司,手套,双,5,,,2020-02-01\n"
    desk.run(f"import {written(tmp_path / 'l.csv', said)} --yes")
    lines = desk.read("show 1", table=2)
    assert [(row["batch"], row["expires_on"]) for row in lines] == [("A2", "2027-02-28")]
    assert "2027-02-28" in desk.run("show 1 --format table").out
    assert "批号" not in desk.run("show 2 --format table").out
