"""Papers that come near rules which aren't meant for them, and are read as they are meant. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.columns.whose_money import OF_A_PLACE
from donations.importers.words.account_givers import giver_in
from donations.importers.words.money_cells import wished
from donations.importers.words.reached import before_address

POSTED = """交易日期,对方户名,收入金额,支出金额,摘要,{}
2020-01-05,李华,100.00,,捐款,A900001
2020-01-05,王强,100.00,,捐款,A900001
2020-01-05,赵敏,300.00,,捐款,A900001
"""


@pytest.mark.parametrize(
    "heading", ["主机交易流水号", "柜员流水号", "会计流水号", "核心流水号", "系统流水号", "日志号"]
)
def test_what_a_bank_posted_at_once_is_no_payment_of_one(desk: Desk, tmp_path: Path, heading: str) -> None:
    """The second gift of a hundred was taken for the first come again, and lost."""
    desk.run(f"import {file(tmp_path, 'a.csv', POSTED.format(heading))} --yes")
    assert len(booked(desk)) == 3


@pytest.mark.parametrize("heading", ["Date (UTC +08:00)", "Date (UTC/GMT+8)", "Date (UTC+8)", "Time UTC + 8"])
def test_hours_of_china_are_no_utc(heading: str) -> None:
    assert "2 receipt 2020-01-05" in told(f"{heading},Donor,Amount (CNY)\n2020-01-05 17:30:00,Ann Lee,500\n")


@pytest.mark.parametrize("heading", ["Created (UTC)", "Date - UTC", "UTC date", "Created at UTC"])
def test_hours_of_utc_are(heading: str) -> None:
    assert "2 receipt 2020-01-06" in told(f"{heading},Donor,Amount (CNY)\n2020-01-05 17:30:00,Ann Lee,500\n")


@pytest.mark.parametrize(
    "headings",
    [
        "科室,捐赠物资,数量,领用人", "部门,捐赠物资,数量,领取人", "学校,捐赠图书,数量,领取人", "医院,捐赠物资,数量,接收科室",
        "学校,捐赠物资,数量,受助学生", "班级,捐赠物品,数量,领取学生",
    ],
)  # fmt: skip
def test_who_fetched_what_was_given_is_of_those_named_before(headings: str) -> None:
    """They were booked as who gave it, straight to him."""
    assert "donor=" not in told(f"{headings}\n急诊科,口罩,500只,李华\n内科,手套,20双,王强\n", day="2020-03-01")


def test_a_company_before_students_gave() -> None:
    assert "donor=甲公司" in told("企业,捐赠金额（元）,受助学生\n甲公司,500,李华\n", day="2020-03-01")


@pytest.mark.parametrize("cell", ["500元、平安果十箱", "300元、健康包五份", "1000元 支持口罩两箱", "200元、两袋平安米"])
def test_goods_behind_an_amount_are_no_wish(cell: str) -> None:
    """They stood in the remark alone."""
    assert wished(cell) is None


@pytest.mark.parametrize("cell", ["100元/加油", "500 祝早日康复", "200元、一份心意", "100元 一路平安"])
def test_a_wish_is_one(cell: str) -> None:
    assert wished(cell) is not None


@pytest.mark.parametrize("note", ["From Fixed Term", "From Wise", "From Alipay", "From Loan Refund", "from FD"])
def test_money_of_ones_own_is_nobodys_gift(note: str) -> None:
    assert giver_in({"spent": "", "note": note}) is None


@pytest.mark.parametrize(
    ("name", "giver"), [("应解放", "应解放"), ("应解汇款", "爱心人士"), ("应付网银跨行汇款", "爱心人士")]
)
def test_a_person_called_like_an_account_of_a_bank(name: str, giver: str) -> None:
    assert f"donor={giver}" in told(f"日期,摘要,对方户名,收入,支出\n2020-01-05,捐款,{name},500.00,\n")


@pytest.mark.parametrize("heading", ["票据", "收据类型", "捐赠发票"])
def test_what_a_giver_got_for_a_gift_is_no_way(heading: str) -> None:
    """The gift beside 发放 was booked as spent."""
    table = told(f"姓名,捐款金额,{heading}\n李华,500,收到\n王强,200,发放\n赵敏,300,收到\n", day="2020-03-01")
    assert "expense" not in table
    assert table.count("receipt") == 3


@pytest.mark.parametrize(
    "title", ["九龍寺修繕功德芳名錄", "通過騰訊公益平台中秋募捐名單", "常州市新北區慈善總會捐款名單"]
)
def test_a_place_within_other_words_has_no_money_of_its_own(title: str) -> None:
    assert "receipt" in told(f"{title}\n姓名,捐款金額,備註\n李華,500,\n", day="2020-03-01")


@pytest.mark.parametrize(
    "title", ["九龍城慈善會捐款名單", "台中市慈善會捐款名單", "新北市慈善會捐款名單", "台東縣捐款名單"]
)
def test_a_place_that_has_is_asked_about(title: str) -> None:
    assert OF_A_PLACE in told(f"{title}\n姓名,捐款金額,備註\n李華,500,\n", day="2020-03-01")


@pytest.mark.parametrize(
    "deed", ["建议（条）", "提案（件）", "信息（条）", "宣讲（场）", "消杀面积（平方米）", "献血（ml）"]
)
def test_what_givers_did_besides_counts_no_goods(deed: str) -> None:
    assert f"{deed}=-" in told(f"捐款人,大米（袋）,{deed}\n李华,2,1\n", day="2020-03-01")


@pytest.mark.parametrize(
    ("cell", "givers"),
    [
        ("甲公司、乙公司", "甲公司, 乙公司"), ("李华、王强", "李华, 王强"), ("李华/东乡镇上村", "李华"), ("王强 上饶市信州区", "王强"),
        ("李华（九江市浔阳区长虹大道1号）", "李华"), ("李华/方家村", "李华"),
    ],
)  # fmt: skip
def test_givers_beside_each_other_are_no_address(cell: str, givers: str) -> None:
    """The second of them was taken for where the first lives, and lost."""
    assert before_address(cell).replace("、", ", ") == givers
