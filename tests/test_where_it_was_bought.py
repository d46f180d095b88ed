"""来源 in a list of what was spent: the shop was paid, and gave nothing. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk


def imported(desk: Desk, tmp_path: Path, rows: str) -> tuple[list[tuple[str, str]], str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --opening")
    lines = {line["entry"]: line for line in desk.read("ledger") if line["type"] != "adjustment"}
    return [(line["type"], line["donor"] or "") for line in lines.values()], answer.out


@pytest.mark.parametrize(
    ("rows", "sort"),
    [
        ("日期,来源,支出\n2024-03-01,药店,120\n2024-03-02,超市,80\n", "expense"),
        ("日期,来源,物品,支出\n2024-03-01,药店,口罩,120\n2024-03-02,超市,大米,80\n", "expense"),
        ("日期,来源,物品,数量,支出\n2024-03-01,药店,口罩,100,120\n2024-03-02,超市,大米,10,80\n", "purchase"),
        ("日期,物资来源,物品,数量,采购金额\n2024-03-01,药店,口罩,100,120\n2024-03-02,超市,大米,10,80\n", "purchase"),
        ("日期,来源,支出,用途\n2024-03-01,捐款,120,买药\n2024-03-02,捐款,80,打印\n", "expense"),
        ("日期,资金来源,支出\n2024-03-01,甲公司,120\n2024-03-02,乙公司,80\n", "expense"),
    ],
)
def test_who_was_paid_gave_nothing(desk: Desk, tmp_path: Path, rows: str, sort: str) -> None:
    """They were booked as gifts of the shop, or of the fund that paid."""
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [(sort, ""), (sort, "")], told


@pytest.mark.parametrize(
    "rows",
    [
        "日期,来源,品名,数量,收入,支出\n2024-03-01,李华,,,500,\n2024-03-02,药店,口罩,100,,120\n2024-03-02,甲公司,手套,50,,\n",
        "日期,来源,收入,支出,物品\n2024-03-01,李华,500,,\n2024-03-02,药店,,120,口罩100个\n2024-03-02,甲公司,,,手套50双\n",
    ],
)
def test_a_row_tells_whether_goods_were_bought(desk: Desk, tmp_path: Path, rows: str) -> None:
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [("receipt", "李华"), ("purchase", ""), ("receipt", "甲公司")], told


@pytest.mark.parametrize(
    ("rows", "donors"),
    [
        ("日期,来源,物品,数量,费用\n2024-03-01,甲公司捐赠,口罩,120,300\n", ["甲公司"]),
        ("日期,来源,物品,资助金额\n2024-03-01,甲公司,口罩,120\n", ["甲公司"]),
        ("日期,来源,收入,支出\n2024-03-01,李华,500,\n2024-03-02,药店,,120\n", ["李华", ""]),
        ("日期,捐赠来源,品名,数量,采购金额\n2024-03-01,甲公司,口罩,120,300\n", ["甲公司"]),
        ("日期,来源,品名,数量\n2024-03-01,药店,口罩,120\n", ["药店"]),
    ],
)
def test_who_gave_is_still_told_by_it(desk: Desk, tmp_path: Path, rows: str, donors: list[str]) -> None:
    booked, told = imported(desk, tmp_path, rows)
    assert [donor for _, donor in booked] == donors, told


@pytest.mark.parametrize(
    ("rows", "sort"),
    [
        ("日期,支出项目,支出金额,收款单位,资金来源\n2024-03-01,买口罩,120,药店,甲公司\n2024-03-02,慰问,80,超市,日常捐款\n", "expense"),
        ("日期,品名,数量,采购金额,供应商,资金来源\n2024-03-01,口罩,100个,120,药店,甲公司\n2024-03-02,手套,9双,80,药店,社会捐款\n", "purchase"),
        ("日期,受助单位,拨付金额,资金来源\n2024-03-01,阳光小学,120,甲公司定向捐赠\n2024-03-02,敬老院,80,日常捐赠\n", "expense"),
        ("日期,资助对象,资助金额,资金来源\n2024-03-01,李华,120,甲公司\n2024-03-02,王芳,80,爱心基金\n", "expense"),
        ("日期,受助人,救助金额,款项来源\n2024-03-01,李华,120,甲公司\n2024-03-02,王芳,80,社会捐款\n", "expense"),
        ("Date,Payee,Description,Amount Paid,Source of Funds\n2024-03-01,Acme,Masks,120,ABC Company\n2024-03-02,Joe's,Food,80,General donations\n", "expense"),
    ],
)  # fmt: skip
def test_whose_money_was_spent_is_no_new_gift(desk: Desk, tmp_path: Path, rows: str, sort: str) -> None:
    """资金来源 beside 收款单位 or 受助单位: what was paid was booked as received from there, or as given straight on."""
    booked, told = imported(desk, tmp_path, rows)
    assert booked == [(sort, ""), (sort, "")], told
    assert "社会捐款" not in {row["name"] for row in desk.read("donors")}


@pytest.mark.parametrize(
    ("rows", "donors"),
    [
        ("日期,资金来源,金额,用途\n2024-03-01,甲公司,120,助学\n", ["甲公司"]),
        ("日期,捐赠单位,受助单位,拨付金额,资金来源\n2024-03-01,甲公司,阳光小学,120,定向捐款\n", ["甲公司"]),
        ("日期,资金来源,收入,支出,用途\n2024-03-01,甲公司,500,,助学\n2024-03-02,甲公司,,300,助学\n", ["甲公司", ""]),
    ],
)
def test_whose_money_came_in_gave_it(desk: Desk, tmp_path: Path, rows: str, donors: list[str]) -> None:
    booked, told = imported(desk, tmp_path, rows)
    assert [donor for _, donor in booked] == donors, told


@pytest.mark.parametrize("use", ["购买口罩", "支付运费", "修缮校舍", "印制宣传册", "用于防疫", "修缮危房三处"])
@pytest.mark.parametrize(
    ("paper", "sort"),
    [
        ("日期,支出金额,去向\n2024-03-03,300,{use}\n2024-03-04,200,市一院\n", "expense"),
        ("日期,捐款人,捐款金额,资金去向\n2024-03-03,甲公司,300,{use}\n2024-03-04,乙公司,200,市一院\n", "receipt"),
    ],
)
def test_what_money_was_used_for_is_nobody(desk: Desk, tmp_path: Path, paper: str, sort: str, use: str) -> None:
    """A party was made of it, and 修缮校舍 was given what came."""
    booked, told = imported(desk, tmp_path, paper.format(use=use))
    assert booked[0][0] == sort, told
    names = {row["name"] for row in desk.read("recipients")}
    assert "市一院" in names
    assert use not in names
    assert use in {line["note"] for line in desk.read("ledger")}


@pytest.mark.parametrize("name", ["采购中心", "支付宝", "维修队", "维修组", "订购处", "印刷厂", "修武县医院"])
def test_who_is_called_so_was_paid(desk: Desk, tmp_path: Path, name: str) -> None:
    imported(desk, tmp_path, f"日期,支出金额,去向\n2024-03-03,300,{name}\n")
    assert name in {row["name"] for row in desk.read("recipients")}
