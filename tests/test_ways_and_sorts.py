"""Columns of words that say which way goods or money went, or of what sort income is. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.told_both import EITHER

GOODS = "日期,{},物资,数量,单位,对方\n2020-02-01,{},口罩,1000,个,甲公司\n2020-02-02,{},口罩,500,个,市一院\n"


@pytest.mark.parametrize("heading", ["类型", "类别", "方式", "操作", "收发", "状态", "来源"])
@pytest.mark.parametrize(
    ("came", "went"),
    [("捐入", "捐出"), ("受赠", "发放"), ("捐赠接收", "对外捐赠"), ("接受捐赠", "外捐"), ("入库", "出库")],
)
def test_words_of_a_column_say_which_way_goods_went(heading: str, came: str, went: str) -> None:
    """捐出 and 对外捐赠 were gifts of whoever got them; 状态 was not read, and 入库 below 来源 was who gave."""
    found = told(GOODS.format(heading, came, went))
    assert "receipt 2020-02-01 donor=甲公司: 口罩 1000个" in found
    assert "distribution 2020-02-02 recipient=市一院: 口罩 500个" in found


def test_what_was_given_on_by_nobody_is_asked_about() -> None:
    """It was a gift of whoever got it."""
    found = told(GOODS.format("类型", "接受捐赠", "转赠"))
    assert "donor=市一院" not in found
    assert "3 ! 类型" in found


def test_a_sort_that_nobody_knows_beside_what_went_is_asked_about() -> None:
    """领入 beside 领用: all of them were gifts."""
    rows = GOODS.format("类型", "领入", "领用") + "2020-02-03,领用,口罩,50,个,市二院\n"
    found = told(rows)
    assert "donor=市" not in found
    assert "2 ! 类型" in found


@pytest.mark.parametrize("deed", ["捐出", "捐赠"])
def test_what_those_who_gave_did_is_no_way_out(deed: str) -> None:
    rows = f"捐赠人,方式,物资,数量\n李华,{deed},口罩,100个\n王芳,{deed},口罩,50个\n"
    assert told(rows, "2020-03-01").count("receipt") == 2


@pytest.mark.parametrize(
    ("came", "went"),
    [
        ("Incoming", "Outgoing"),
        ("Received", "Given out"),
        ("Donated in", "Donated out"),
        ("Intake", "Released"),
        ("Received", "Dispatched"),
    ],
)
@pytest.mark.parametrize("heading", ["Type", "Action", "Status"])
def test_english_words_say_which_way_goods_went(heading: str, came: str, went: str) -> None:
    """All of them were refused."""
    rows = f"2020-02-01,{came},Masks,1000,ABC Ltd\n2020-02-02,{went},Masks,500,First Hospital\n"
    found = told(f"Date,{heading},Item,Qty,Party\n{rows}")
    assert "receipt 2020-02-01 donor=ABC Ltd" in found
    assert "distribution 2020-02-02 recipient=First Hospital" in found


@pytest.mark.parametrize("who", ["姓名", "单位", "对方"])
@pytest.mark.parametrize("heading", ["来源", "收入来源"])
def test_sorts_of_income_beside_names_are_no_givers(heading: str, who: str) -> None:
    """社会捐款 was who gave, beside 单位 or 对方; and dues were gifts."""
    rows = "2020-02-01,捐款,1000,李华\n2020-02-02,社会捐款,500,甲公司\n2020-02-03,会费,20,王芳\n"
    found = told(f"日期,{heading},金额,{who}\n{rows}")
    assert "donor=李华: CNY 1000元" in found
    assert "donor=甲公司: CNY 500元" in found
    assert "no gift by its type" in found
    assert "王芳" not in found


def test_a_column_of_names_is_of_givers_still() -> None:
    found = told("日期,来源,金额,经办\n2020-02-01,甲公司,1000,李华\n2020-02-02,王芳,500,李华\n")
    assert "donor=甲公司" in found
    assert "donor=王芳" in found


def test_what_was_paid_back_for_costs_is_no_gift() -> None:
    found = told("日期,类型,金额,对方\n2020-02-01,捐款,1000,甲公司\n2020-02-02,报销,50,王芳\n")
    assert "donor=王芳" not in found


@pytest.mark.parametrize("title", ["慰问金捐款名单", "抗疫慰问金捐赠名单", "慰问金募集名单"])
def test_aid_that_was_given_came_in(title: str) -> None:
    """It was spent, on those who gave it."""
    assert "receipt 2020-02-03 donor=李华: CNY 1000元" in told(f"{title}\n姓名,日期,慰问金\n李华,2020-02-03,1000\n")


@pytest.mark.parametrize("title", ["慰问金名单", "甲公司捐赠慰问金名单", "慰问金捐赠发放名单", "收到慰问金名单"])
def test_aid_that_somebody_got_was_spent(title: str) -> None:
    assert "expense 2020-02-03 recipient=李华" in told(f"{title}\n姓名,日期,慰问金\n李华,2020-02-03,1000\n")


@pytest.mark.parametrize(
    ("heading", "came", "went"),
    [
        ("状态", "入库", "出库"),
        ("状态", "接收", "发放"),
        ("类型", "捐赠", "捐出"),
        ("方式", "自送", "发货"),
        ("Status", "Received", "Distributed"),
    ],
)
def test_what_became_of_gifts_takes_none_away(heading: str, came: str, went: str) -> None:
    """Rows of those whose gifts had left again were refused."""
    rows = (
        f"2020-02-01,甲公司,口罩,100个,{came}\n2020-02-02,乙公司,手套,50双,{went}\n2020-02-03,丙公司,酒精,5瓶,{came}\n"
    )
    assert told(f"日期,捐赠单位,物资,数量,{heading}\n{rows}").count("receipt") == 3


@pytest.mark.parametrize(("heading", "came", "went"), [("状态", "入库", "出库"), ("类型", "捐赠", "捐出")])
def test_gifts_that_name_who_got_them_went_on(heading: str, came: str, went: str) -> None:
    """The second was no gift any more, and the first went to nobody."""
    rows = f"2020-02-01,甲公司,市一院,口罩,100个,{came}\n2020-02-02,乙公司,市二院,口罩,50个,{went}\n"
    assert told(f"日期,捐赠单位,接收单位,物资,数量,{heading}\n{rows}").count("relay") == 2


def test_how_goods_were_handed_out_is_no_way() -> None:
    rows = "2020-02-01,自取,市一院,口罩,100个\n2020-02-02,发放,市二院,口罩,5个\n2020-02-04,自取,市三院,口罩,5个\n"
    assert told(f"物资发放登记\n日期,方式,单位,物资,数量\n{rows}").count("distribution") == 3


@pytest.mark.parametrize("title", ["", "救灾资金安排表\n", "救灾资金使用情况\n"])
@pytest.mark.parametrize("sorts", [("社会捐款", "社会捐款"), ("社会捐款", "财政拨款")])
def test_those_who_were_paid_from_gifts_gave_none(title: str, sorts: tuple[str, str]) -> None:
    """希望小学 beside 资金来源 was who gave."""
    rows = f"2020-02-01,{sorts[0]},1000,希望小学\n2020-02-02,{sorts[1]},500,阳光小学\n"
    assert "donor=希望小学" not in told(f"{title}日期,资金来源,金额,单位\n{rows}")


@pytest.mark.parametrize("title", ["爱心捐款帮扶困难学生名单", "捐资助学学生名单", "困难群众接受捐款名单"])
def test_those_who_are_helped_from_gifts_gave_no_aid(title: str) -> None:
    assert "expense 2020-02-03 recipient=李华" in told(f"{title}\n姓名,日期,帮扶金\n李华,2020-02-03,1000\n")


@pytest.mark.parametrize("title", ["社会捐赠款物接收使用情况公示", "善款接受使用情况", "募集使用情况表"])
def test_a_title_of_what_came_and_was_used_says_neither_way(title: str) -> None:
    """Those who gave were booked as paid, and goods of 单位 as given out; then those who got it as givers."""
    assert EITHER in told(f"{title}\n序号,单位,金额\n1,甲公司,500\n", "2020-02-03")
    assert "receipt (2020-02-03) donor=甲公司" in told(f"{title}\n捐赠单位,金额\n甲公司,500\n", "2020-02-03")
    assert "单位=party" in told(f"{title}\n单位,物资,数量\n甲公司,口罩,500个\n", "2020-02-03")
    assert "distribution" in told("接收物资发放情况\n单位,物资,数量\n市一院,口罩,500个\n", "2020-02-03")


@pytest.mark.parametrize(
    ("title", "head"),
    [
        ("2020年善款使用明细", "日期,用途,金额,资金来源"),
        ("善款支出公示", "日期,受益人,金额,资金来源"),
        ("", "日期,收款人,付款金额,资金来源"),
        ("", "日期,收款单位,支出金额,善款来源"),
    ],
)
def test_whose_money_a_list_of_what_was_spent_says_is_a_remark(title: str, head: str) -> None:
    said = told(f"{title}\n{head}\n2020-03-01,李华,300,甲公司\n2020-03-02,王芳,200,社会捐款\n".lstrip())
    assert said.count("expense 2020") == 2
    assert "来源：甲公司" in said
    assert "donor=" not in said


def test_whose_money_a_list_of_what_came_says_gave_it() -> None:
    rows = "日期,用途,金额,资金来源\n2020-03-01,买口罩,300,甲公司\n"
    for title in ("捐款收入公示", "善款接收使用情况", "爱心捐款名单"):
        assert "receipt 2020-03-01 donor=甲公司" in told(f"{title}\n{rows}")
