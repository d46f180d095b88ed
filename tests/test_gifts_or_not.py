"""Costs, purposes, receipts, cheques and those who were paid, beside gifts or alone: what isn't sure is asked about. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.foundations import WHAT_IT_DID, WHAT_THEY_DID
from donations.importers.columns.numbers_beside_cash import AMOUNTS_OR_NUMBERS
from donations.importers.rows.contradicted import PART_LACKS


@pytest.mark.parametrize("rows", ["办公费,100\n运输费,200\n", "印刷费用,100\n场地费,200\n合计,300\n"])
@pytest.mark.parametrize("title", ["2月份支出\n", ""])
def test_costs_alone_are_spent(title: str, rows: str) -> None:
    """They were figures of what had come, and nothing of them was booked."""
    found = told(f"{title}项目,金额\n{rows}", "2020-02-29")
    assert found.startswith("spending ")
    assert found.count("expense ") == 2


@pytest.mark.parametrize(
    "head",
    [
        "日期,捐款人,金额,款项用途\n",
        "日期,捐款人,金额,收款项目\n",
        "日期,姓名,捐款金额,款项来源\n",
        "日期,捐款人,金额,类型\n",
        "捐款明细\n日期,姓名,金额,用途\n",
    ],
)
def test_what_those_who_all_gave_gave_for_is_no_fee(head: str) -> None:
    found = told(f"{head}2020-02-01,李华,200,捐款\n2020-02-02,王芳,300,房屋修缮费\n")
    assert found.count("receipt ") == 2
    assert "no gift" not in found


def test_a_fee_by_its_own_name_is_none_beside_them() -> None:
    found = told("日期,捐款人,金额,类型\n2020-02-01,李华,200,捐款\n2020-02-02,王芳,300,报名费\n")
    assert "3 - income that is no gift" in found


@pytest.mark.parametrize(("heading", "cell"), [("捐赠", "100"), ("捐赠内容", "100元")])
@pytest.mark.parametrize("amount", ["开票金额", "票据金额"])
def test_what_a_receipt_was_made_out_for_is_not_what_was_given_beside_that(
    heading: str, cell: str, amount: str
) -> None:
    found = told(f"日期,捐赠人,{heading},{amount}\n2020-02-01,甲公司,{cell},90\n")
    assert "donor=甲公司: CNY 100元 [100CNY]" in found


@pytest.mark.parametrize("words", ["口罩", "垫付材料", "午餐", "lunch", "supplies"])
def test_what_was_paid_for_something_goes_to_no_donor(words: str) -> None:
    found = told(
        f"日期,付款人,金额,摘要\n2020-02-01,甲公司,100,捐款\n2020-02-02,乙公司,200,捐款\n2020-02-03,乙公司,-200,{words}\n"
    )
    assert "expense 2020-02-03 supplier=乙公司: CNY 200元" in found
    assert "return" not in found


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("市一院", "市二院", WHAT_THEY_DID),
        ("向阳小学", "光明中学", WHAT_THEY_DID),
        ("市红十字会", "市一院", WHAT_THEY_DID),
        ("市红十字会", "市慈善总会", WHAT_IT_DID),
        ("本会", "市慈善总会", WHAT_IT_DID),
        ("我校", "市一院", WHAT_THEY_DID),
    ],
)
def test_several_who_were_paid_may_have_got_the_gifts(one: str, other: str, why: str) -> None:
    """They were passed over."""
    assert why in told(f"日期,捐款人,金额,收款单位\n2020-02-01,甲公司,100,{one}\n2020-02-02,乙公司,200,{other}\n")


def test_so_may_those_of_an_english_list() -> None:
    found = told("Date,Donor,Amount,Payee\n2020-02-01,Amy Lee,100,City Hospital\n2020-02-02,Bob Ray,200,Hope Fund\n")
    assert WHAT_THEY_DID in found


@pytest.mark.parametrize(("one", "other"), [("一支部", "二支部"), ("本会", "一支部"), ("市慈善总会", "东海市慈善总会")])
def test_branches_took_it_in(one: str, other: str) -> None:
    found = told(f"日期,捐款人,金额,收款单位\n2020-02-01,甲公司,100,{one}\n2020-02-02,乙公司,200,{other}\n")
    assert found.count("receipt ") == 2


@pytest.mark.parametrize("rows", ["100,125|50,255", "100,|50,255", "100,1688|50,8888", "100,1023|50,4471"])
@pytest.mark.parametrize("headings", ["Cash,Cheque", "现金,支票"])
def test_numbers_that_may_be_amounts_are_asked_about(headings: str, rows: str) -> None:
    """They were passed over as numbers of cheques."""
    one, two = rows.split("|")
    assert AMOUNTS_OR_NUMBERS in told(f"Date,Donor,{headings}\n2020-02-01,Amy Lee,{one}\n2020-02-02,Bob Ray,{two}\n")


@pytest.mark.parametrize(("field", "total"), [("money", 355), ("-", 100)])
def test_the_answer_is_taken(field: str, total: int) -> None:
    found = told("Date,Donor,Cash,Card\n2020-02-01,Amy Lee,100,255\n", columns={"card": field, "cash": "money"})
    assert f"[{total}CNY]" in found


@pytest.mark.parametrize("title", ["", "收到资助款明细\n"])
def test_who_paid_what_others_handed_on_gave_it_where_nobody_is_said_to_have_got_it(title: str) -> None:
    found = told(f"{title}日期,资金来源,资助金额\n2020-02-01,甲公司,1000\n2020-02-02,市慈善总会,500\n")
    assert "receipt 2020-02-01 donor=甲公司: CNY 1000元" in found


@pytest.mark.parametrize("heading", ["结对学校", "对口支援医院", "结对村"])
@pytest.mark.parametrize("title", ["", "收到物资\n"])
def test_those_paired_may_have_given(title: str, heading: str) -> None:
    """Alone they were given what stands beside them, even below words of what came."""
    for headings, gift in (("物资,数量", "图书,100"), ("金额", "100")):
        found = told(f"{title}日期,{heading},{headings}\n2020-02-01,向阳,{gift}\n").splitlines()
        assert found[1].startswith(f"{3 if title else 2} !")
        assert "HEADING=donor" in found[1]


@pytest.mark.parametrize("heading", ["未到", "未到数量"])
def test_a_part_that_has_not_come(heading: str) -> None:
    assert PART_LACKS in told(f"日期,捐赠单位,物资,数量,{heading}\n2020-02-01,甲公司,口罩,100,20\n")


def test_who_gave_it_and_to_whom() -> None:
    """Who gave was passed over, and what went on was taken from stock."""
    found = told("日期,谁给的,给谁,物资,数量\n2020-02-01,甲公司,向阳小学,图书,100\n")
    assert "relay 2020-02-01 donor=甲公司 recipient=向阳小学: 图书 100" in found


def test_the_same_name_beside_goods_is_one_giver() -> None:
    found = told("姓名,捐款金额,姓名,物资名称,数量\n李华,100,李华,口罩,10\n张三,200,张三,,\n", "2020-02-29")
    assert "2 receipt (2020-02-29) donor=李华: CNY 100元, 口罩 10 [10 100CNY]" in found
    assert "!" not in found


def test_another_name_beside_goods_gave_them() -> None:
    found = told("姓名,捐款金额,姓名,物资名称,数量\n李华,100,王芳,口罩,10\n", "2020-02-29")
    assert "donor=李华: CNY 100元 [100CNY]" in found
    assert "donor=王芳: 口罩 10 [10]" in found
