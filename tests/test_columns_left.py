"""Columns that were read as what they are not: who brought it, sums of other columns, packs, and both ways below one heading. All is invented."""

import pytest
from harness.tables import told

WHO_GAVE = "headings that tell who gave or who received"
WHAT_HOLDS_EACH = "how many there are in the unit beside them"


@pytest.mark.parametrize("brought", ["慰问单位", "慰问人", "慰问人员", "救助单位", "帮扶人"])
@pytest.mark.parametrize(
    ("headings", "what", "kind"), [("慰问物资,数量", "大米,10袋", "distribution"), ("慰问金额", "500", "expense")]
)
def test_who_brought_it_got_nothing(brought: str, headings: str, what: str, kind: str) -> None:
    found = told(f"日期,{brought},慰问对象,{headings}\n2020-03-01,王芳,李华,{what}\n")
    assert f"2 {kind} 2020-03-01 recipient=李华: " in found
    assert f"“{brought}：王芳”" in found


def test_a_visitor_alone_may_have_got_it_or_brought_it() -> None:
    assert WHO_GAVE in told("张伟家庭慰问记录\n日期,慰问物资,数量,慰问人\n2020-03-01,大米,10袋,王芳\n")


@pytest.mark.parametrize("whole", ["总赞助金额", "总捐赠金额（元）", "赞助总额", "总捐款额", "总赞助", "合计"])
@pytest.mark.parametrize("cash", ["现金赞助", "现金捐赠", "资金捐资", "赞助现金"])
@pytest.mark.parametrize("goods", ["物资赞助", "实物捐赠", "物资"])
def test_a_sum_of_cash_and_goods_is_neither(whole: str, cash: str, goods: str) -> None:
    found = told(
        f"日期,赞助单位,{cash},{goods},{whole}\n2020-03-01,甲公司,1000,500,1500\n2020-03-02,乙公司,2000,0,2000\n"
    )
    assert "2 receipt 2020-03-01 donor=甲公司: CNY 1000元, 物资 ?@@500 [1000CNY 500value]" in found
    assert "3 receipt 2020-03-02 donor=乙公司: CNY 2000元 [2000CNY]" in found


@pytest.mark.parametrize("whole", ["总赞助金额", "合计金额"])
def test_nor_is_one_beside_goods_in_words(whole: str) -> None:
    rows = "2020-03-01,甲公司,1000,口罩500只,1500\n2020-03-02,乙公司,2000,,2000\n"
    found = told(f"日期,赞助单位,现金赞助,物资赞助,{whole}\n{rows}")
    assert "2 receipt 2020-03-01 donor=甲公司: CNY 1000元, 口罩 500只" in found


def test_a_sum_so_far_is_no_gift() -> None:
    found = told("日期,赞助单位,赞助金额,总赞助金额\n2020-03-01,甲公司,1000,1000\n2020-03-02,乙公司,2000,3000\n")
    assert "赞助金额=money 总赞助金额=-" in found


def test_a_sum_alone_is_what_was_given() -> None:
    assert "donor=李华: CNY 100元" in told("日期,捐款人,总捐款金额\n2020-03-01,李华,100\n")


@pytest.mark.parametrize(
    "headings",
    ["Boxes,Qty", "Cartons,Total Quantity", "Cartons,Qty per Carton,Quantity", "Cartons,Pcs/Ctn,Total Pcs"],
)
def test_quantity_goes_before_packs_in_english(headings: str) -> None:
    each = "200," if headings.count(",") > 1 else ""
    found = told(f"Date,Donor,Item,{headings}\n2020-03-01,Acme Ltd,Masks,10,{each}2000\n")
    assert "Masks 2000 “10" in found


@pytest.mark.parametrize("each", ["装箱数", "每件数量", "单箱数量", "箱装数量"])
def test_ten_packs_are_not_ten_of_what_they_hold(each: str) -> None:
    assert WHAT_HOLDS_EACH in told(f"日期,捐赠人,品名,件数,{each},单位\n2020-03-01,甲公司,口罩,10,200,只\n")


@pytest.mark.parametrize("heading", ["收入/支出", "收入支出", "收支", "收/支", "收入/支出（元）", "Income/Expense"])
@pytest.mark.parametrize("again", [True, False])
def test_both_ways_below_one_heading(heading: str, again: bool) -> None:
    beside = heading if again else ""
    rows = "2020-03-01,李华捐款,1000,,1000\n2020-03-02,购口罩,,300,700\n合计,,1000,300,700\n"
    found = told(f"日期,摘要,{heading},{beside},余额\n{rows}")
    assert "2 receipt 2020-03-01 donor=李华: CNY 1000元" in found
    assert "3 expense 2020-03-02 : CNY 300元" in found


def test_they_stand_in_the_order_of_its_words() -> None:
    found = told("日期,摘要,支出/收入,,余额\n2020-03-02,购口罩,300,,700\n2020-03-01,李华捐款,,1000,1700\n")
    assert "2 expense 2020-03-02 : CNY 300元" in found
    assert "3 receipt 2020-03-01 donor=李华: CNY 1000元" in found


@pytest.mark.parametrize("rows", ["1000,1000\n,500", "收入,1000\n支出,300", "1000,\n500,", "-300,\n,200"])
def test_what_may_be_something_else_is_not_parted(rows: str) -> None:
    first, second = rows.split("\n")
    found = told(f"日期,摘要,收入/支出,\n2020-03-01,李华捐款,{first}\n2020-03-02,王芳捐款,{second}\n")
    assert "receipt" not in found
