"""What lists met lately say with other words: prices, states of payments, persons who took gifts in. All is invented."""

import pytest
from harness.tables import told

from donations.importers.bills.payments import HOW_MUCH_BACK
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.cells import OF_PROGRAMS


@pytest.mark.parametrize(
    "heading",
    [
        "Unit Value (RMB)",
        "Est. Unit Value (RMB)",
        "Unit Fair Value",
        "Value each",
        "单位价值（元）",
        "单件价值",
        "每箱价值",
    ],
)
def test_what_one_is_worth_is_no_worth_of_all(heading: str) -> None:
    """It was booked as that of all of them."""
    found = told(f"日期,捐赠单位,品名,数量,单位,{heading}\n2020-02-03,甲公司,面罩,400,箱,3.5\n")
    assert found.splitlines()[1].endswith("面罩 400箱@3.5 [400箱]")


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("CLOSED", TAKEN_BACK),
        ("TRADE_CLOSED", TAKEN_BACK),
        ("NOTPAY", NOT_PAID),
        ("USERPAYING", NOT_PAID),
        ("WAIT_BUYER_PAY", NOT_PAID),
        ("PAYERROR", NOT_PAID),
    ],
)
def test_states_that_payment_services_write_for_programs_are_understood(state: str, why: str) -> None:
    found = told(f"姓名,金额,支付时间,状态\n李红,100,2020-02-03,SUCCESS\n张强,50,2020-02-03,{state}\n").splitlines()
    assert found[1].startswith("2 receipt 2020-02-03 donor=李红: CNY 100元")
    assert found[2] == f"3 - {why}"


def test_how_much_of_a_payment_went_back_is_asked_where_its_state_says_that_some_did() -> None:
    found = told("姓名,金额,支付时间,状态\n李红,100,2020-02-03,SUCCESS\n张强,50,2020-02-03,REFUND\n").splitlines()
    assert HOW_MUCH_BACK in found[2]


def test_a_state_in_words_of_people_is_not_one_for_programs() -> None:
    found = told("姓名,金额,日期,状态\n李红,100,2020-02-03,Open\n张强,50,2020-02-03,Closed\n").splitlines()
    assert found[2].startswith("3 receipt")


_MIXED = "捐赠时间,捐赠者,捐赠金额（元）,物资名称,单位,数量,接收人\n"


def test_persons_who_took_in_money_and_goods_of_several_received_nothing() -> None:
    """The gifts were booked as passed straight on to those who signed for them."""
    rows = "2020-02-03,甲公司,2000,,,,周明\n2020-02-04,李红,,图书,本,120,周明\n2020-02-05,乙厂,500,树苗,棵,60,吴静\n"
    found = told(_MIXED + rows)
    assert "接收人=-" in found
    assert "recipient" not in found


@pytest.mark.parametrize(
    "rows",
    [
        "2020-02-03,甲公司,2000,书包,个,1,周明\n2020-02-04,李红,500,书包,个,1,吴静\n",
        "2020-02-03,甲公司,2000,,,,周明\n2020-02-04,李红,500,,,,吴静\n",
        "2020-02-03,甲公司,2000,被子,床,60,东乡镇\n",
    ],
)
def test_whom_money_and_few_goods_went_to_received_them(rows: str) -> None:
    assert "recipient=" in told(_MIXED + rows)


@pytest.mark.parametrize("unit", ["件 pcs", "件/pcs", "pcs 件", "件 Pcs."])
def test_a_unit_in_two_languages_is_one(unit: str) -> None:
    """It was taken for a unit of its own, of which nothing else is counted."""
    found = told(f"日期,捐赠单位,品名,数量,单位\n2020-02-03,甲公司,外套,400,{unit}\n")
    assert "外套 400件 [" in found


@pytest.mark.parametrize("unit", ["箱/kg", "件/箱", "人份/test"])
def test_two_units_that_may_be_one_of_the_other_are_left_as_they_stand(unit: str) -> None:
    found = told(f"日期,捐赠单位,品名,数量,单位\n2020-02-03,甲公司,外套,400,{unit}\n")
    assert f"外套 400{unit} " in found


def test_who_draws_what_a_department_uses_was_given_nothing() -> None:
    """The goods were booked as given to the nurse who signed for them."""
    head = "2020年2月15日物资领用表\n序号,科室,领用物资,单位,领用数量,领用人\n"
    found = told(f"{head}1,发热门诊,防护服,套,20,周明\n2,急诊科,防护服,套,10,吴静\n")
    assert "recipient=发热门诊" in found
    assert "周明" not in found.replace("领用人=", "")


def test_who_fetched_goods_in_a_village_got_them() -> None:
    found = told(
        "2020年2月15日物资发放表\n序号,村组,物资,单位,数量,领取人\n1,东组,大米,袋,1,周明\n2,西组,大米,袋,1,吴静\n"
    )
    assert "recipient=周明" in found


def test_what_a_formula_shows_of_an_empty_cell_names_nobody() -> None:
    """A party called 0 was made, who gave it all."""
    found = told("日期,捐款人,金额,备注\n2020-02-01,李红,100,0\n2020-02-03,0,200,\n2020-02-03,007,30,\n").splitlines()
    assert found[1] == "2 receipt 2020-02-01 donor=李红: CNY 100元 [100CNY]"
    assert found[2] == f"3 ! 捐款人: {OF_PROGRAMS} (0)"
    assert "donor=007" in found[3]
    found = told("日期,接收单位,品名,数量,单位\n2020-02-03,0,口罩,20,只\n2020-02-03,东乡镇,口罩,20,只\n").splitlines()
    assert found[1] == f"2 ! 接收单位: {OF_PROGRAMS} (0)"
    found = told(
        "日期,捐赠单位,品名,规格,数量,单位\n2020-02-03,甲公司,0,0,20,只\n2020-02-03,乙厂,口罩,0,20,只\n"
    ).splitlines()
    assert found[1] == f"2 ! 品名: {OF_PROGRAMS} (0)"
    assert found[2].endswith("口罩 20只 [20只]")


@pytest.mark.parametrize("heading", ["爱心商户", "爱心商铺", "爱心农户", "捐赠商户"])
def test_those_who_give_of_their_trade_are_givers(heading: str) -> None:
    assert "donor=甲店: 白菜 100斤" in told(f"日期,{heading},品名,数量,单位\n2020-02-03,甲店,白菜,100,斤\n")


def test_what_several_goods_are_worth_together_may_stand_behind_the_comma_of_lists() -> None:
    """It was refused, and read behind any other comma."""
    found = told("日期,捐赠人,捐赠款物\n2020-02-01,李红,100元\n2020-02-03,甲店,水200箱、面包50箱、折款8000元\n")
    assert "水 200箱, 面包 50箱 “合计价值8000元”" in found


@pytest.mark.parametrize(
    "amount",
    [
        "1200元（物资折款）",
        "1200（实物折价）",
        "1200元（物资）",
        "1200元（折价）",
        "1200元（等值物资）",
        "价值1200元",
        "折款1200元",
        "等值1200元物资",
    ],
)
def test_an_amount_that_says_it_is_what_goods_are_worth_is_no_cash(amount: str) -> None:
    """It was booked as money, or refused."""
    found = told(f"日期,捐款人,金额\n2020-02-01,李红,100\n2020-02-03,张强,{amount}\n合计,,1300\n")
    assert "donor=张强: 物资 ?@@1200 [1200value]" in found
    assert " ! " not in found


@pytest.mark.parametrize(
    "amount",
    ["1200元（微信）", "1200元（口罩款）", "1200元（含手续费）", "1200元（物资采购款）", "1200元（折合人民币）"],
)
def test_other_words_behind_an_amount_leave_it_money(amount: str) -> None:
    found = told(f"日期,捐款人,金额\n2020-02-01,李红,100\n2020-02-03,张强,{amount}\n")
    assert "donor=张强: CNY 1200元" in found


def test_closed_says_nothing_of_payments_below_status() -> None:
    """Gifts that a list called closed, which were settled, were taken for payments that nobody made."""
    assert "receipt" in told("Donor,Amount,Date,Status\nLi Hua,100,2020-02-03,CLOSED\n")
    for heading in ("Order Status", "Payment Status", "状态"):
        assert f"2 - {TAKEN_BACK}" in told(f"Donor,Amount,Date,{heading}\nLi Hua,100,2020-02-03,CLOSED\n")


def test_what_a_department_draws_stays_that_of_the_body_that_received_it() -> None:
    """Where 接收单位 stood beside both, all of it went to the department; and so did what a body below 领用人 got."""
    head = "科室,领用人{},日期,品名,数量,单位\n"
    assert "recipient=江城养老院" in told(
        head.format(",接收单位")
        + "仓库,李红,江城养老院,2020-02-03,口罩,10,箱\n仓库,李红,第一医院,2020-02-03,口罩,5,箱\n"
    )
    assert "recipient=江城养老院" in told(
        head.format("") + "急诊科,李红,2020-02-03,口罩,10,箱\n,江城养老院,2020-02-03,口罩,5,箱\n"
    )


def test_nurses_who_draw_what_their_department_uses_are_no_bodies() -> None:
    found = told(
        "科室,领用人,日期,品名,数量,单位\n急诊科,华护士,2020-02-03,口罩,10,箱\n内科,钱医生,2020-02-03,口罩,5,箱\n"
    )
    assert "recipient=急诊科" in found
    assert "recipient=内科" in found


def test_money_for_goods_is_money() -> None:
    """500元（物资款） was booked as goods of that worth."""
    found = told("日期,捐赠人,金额\n2020-02-03,李红,500元（物资款）\n2020-02-03,张强,500元（物资折款）\n").splitlines()
    assert "CNY 500元" in found[1]
    assert "CNY 500元" not in found[2]


def test_rows_that_formulas_keep_ready_are_none() -> None:
    """0 for who gave, and 0 for how much, was a fault of each row that nobody has filled in yet."""
    found = told("序号,捐赠人,金额,日期\n1,李红,100,2020-02-03\n2,0,0,\n3,0,0,\n").splitlines()
    assert [line[:3] for line in found[2:]] == ["3 -", "4 -"]
    assert "!" in told("序号,捐赠人,金额,日期\n1,李红,100,2020-02-03\n2,0,50,2020-02-03\n")


@pytest.mark.parametrize("unit", ["只/box", "箱/pcs", "box/个"])
def test_units_of_which_one_holds_the_other_are_not_one(unit: str) -> None:
    """只/box, so many in a box, was booked as pieces."""
    found = told(
        f"日期,捐赠单位,品名,数量,单位\n2020-02-03,甲公司,面罩,10,{unit}\n2020-02-03,乙公司,面罩,10,箱 carton\n"
    )
    assert f"面罩 10{unit}" in found
    assert "面罩 10箱 [" in found
