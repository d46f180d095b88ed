"""Good lists that rules against doubtful ones must let through, and the doubtful ones beside them. All names are invented."""

import pytest
from harness.tables import told

from donations.importers.columns.each_or_all import EACH_OR_ALL
from donations.importers.columns.money_senses import TWO_SUMS
from donations.importers.words.row_reasons import WHO_GAVE


@pytest.mark.parametrize("heading", ["房号", "桌号", "积分", "家庭人口", "门牌", "邮编", "QQ号"])
@pytest.mark.parametrize("total", [",合计", ""])
def test_numbers_of_another_sort_are_no_further_way(heading: str, total: str) -> None:
    """房号 beside 现金 and 微信 made nobody know how much was given."""
    sums = (",100", ",200", ",70") if total else ("", "", "")
    rows = f"周明,101,100,{sums[0]}\n吴静,102,,200{sums[1]}\n郑强,,50,20{sums[2]}\n"
    text = f"2020年2月捐款名单\n姓名,{heading},现金,微信{total}\n{rows}"
    assert "5 receipt (2020-02-29) donor=郑强: CNY 50元, CNY 20元 [70CNY]" in told(text)


def test_a_further_way_is_one_where_the_treasurer_says_so() -> None:
    text = "日期,捐赠人,微信,随手礼,现金\n2020-02-03,周明,5,7,20\n2020-02-03,吴静,,30,\n"
    assert TWO_SUMS in told(text)
    assert told(text, columns={"随手礼": "money"}).splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=周明: CNY 5元, CNY 7元, CNY 20元 [32CNY]",
        "3 receipt 2020-02-03 donor=吴静: CNY 30元 [30CNY]",
    ]


def test_columns_of_money_are_gifts_each_where_the_treasurer_says_so() -> None:
    text = "日期,捐赠人,捐款,善款\n2020-02-03,周明,5,7\n2020-02-03,吴静,10,30\n"
    assert TWO_SUMS in told(text)
    assert "donor=周明: CNY 5元, CNY 7元 [12CNY]" in told(text, columns={"捐款": "money", "善款": "money"})


def test_a_gift_of_two_among_those_of_one_each_is_theirs_together() -> None:
    rows = "周明,500\n吴静,200\n张三、李四,1000\n郑强,200\n"
    assert "donor=张三、李四: CNY 1000元" in told(f"2020年2月\n捐款名单,金额（元）\n{rows}")
    assert EACH_OR_ALL in told(f"2020年2月\n捐款名单,金额（元）\n{rows.replace('吴静,200', '吴静,300')}")


def test_gifts_of_couples_with_a_day_each_are_theirs_together() -> None:
    text = "日期,金额,捐款人\n2020-02-01,500,周明、吴静\n2020-02-02,200,郑强、王芳\n2020-02-03,100,李华\n"
    assert "donor=周明、吴静: CNY 500元 [500CNY]" in told(text)


@pytest.mark.parametrize("heading", ["星期", "农历", "单据", "活动", "捐款箱", "开箱人"])
def test_words_that_name_nobody_may_stand_beside_gifts_of_nobody(heading: str) -> None:
    text = f"2020年2月捐款\n日期,{heading},金额\n2020-02-01,甲一,100\n2020-02-02,乙二,200\n"
    assert told(text).count("donor=爱心人士") == 2


@pytest.mark.parametrize(
    "heading", ["转账备注", "付款备注", "备注姓名", "备注（姓名）", "姓名备注", "微信备注名", "捐款人备注"]
)
def test_names_that_stand_in_a_remark_alone_are_asked_about(heading: str) -> None:
    """They were booked as remarks on gifts of nobody."""
    text = f"2020年2月捐款\n日期,{heading},金额\n2020-02-01,周明,100\n2020-02-02,吴静,200\n"
    assert WHO_GAVE in told(text)
    assert "donor=周明: CNY 100元" in told(text, columns={heading: "donor"})
    assert "donor=爱心人士: CNY 100元 “周明”" in told(text, columns={heading: "note"})
    assert "donor=爱心人士: CNY 100元 “加油”" in told(text.replace("周明", "加油").replace("吴静", "早日康复"))


def test_a_remark_in_brackets_leaves_a_heading_what_it_is() -> None:
    """捐赠人（备注） was a remark, and who gave lost."""
    text = "日期,捐赠人（备注）,金额（备注）\n2020-02-01,周明,100\n"
    assert "2 receipt 2020-02-01 donor=周明: CNY 100元 [100CNY]" in told(text)
    assert "donor=周明: 口罩 100个 [100个]" in told(
        "日期,捐赠人,物品（备注）,数量（备注）\n2020-02-01,周明,口罩,100个\n"
    )


def test_interest_among_sources_is_told_and_refuses_nothing() -> None:
    text = "日期,收入来源,金额\n2020-02-01,周明,100\n2020-02-03,利息收入,1.2\n2020-02-03,银行利息,2\n"
    assert told(text).splitlines()[1:] == [
        "2 receipt 2020-02-01 donor=周明: CNY 100元 [100CNY]",
        "3 - interest, no gift",
        "4 - interest, no gift",
    ]


def test_a_balance_tells_which_way_went_what_stands_beside_a_payee() -> None:
    text = (
        "Currency: CNY\nDate,Description,Payee,Amount,Balance\n"
        "2020-02-01,Donation,Hua Li,100,1100\n2020-02-02,masks,Pharmacy,-30,1070\n"
    )
    assert "3 receipt 2020-02-01 donor=Hua Li: CNY 100元 “Donation” [100CNY]" in told(text)
    assert "4 expense 2020-02-02 supplier=Pharmacy: CNY 30元 “masks” []" in told(text)
    assert "donor=Hua Li: CNY 100元 [100CNY]" in told(
        text.replace("Description,", "").replace("Donation,", "").replace("masks,", "")
    )


def test_amounts_without_signs_beside_a_payee_went_only_where_their_balance_says_so() -> None:
    """All of them were booked as spent, what Hua Li gave too."""
    text = "Currency: CNY\nDate,Payee,Description,Amount,Balance\n2020-02-01,Pharmacy,masks,30,970\n2020-02-02,{}\n2020-02-03,Shop,pens,20,{}\n"
    assert told(text.format("Shop,paper,50,920", 900)).count("expense") == 3
    found = told(text.format("Hua Li,Gift,50,1020", 1000))
    assert "4 receipt 2020-02-02 donor=Hua Li: CNY 50元 “Gift” [50CNY]" in found
    assert "5 expense 2020-02-03 supplier=Shop: CNY 20元 “pens” []" in found
    assert "3 ! Amount" in found


def test_a_mission_is_no_amount() -> None:
    text = "Date,Donor,Amount (CNY),Mission\n2020-02-01,Hua Li,100,Kenya\n"
    assert "2 receipt 2020-02-01 donor=Hua Li: CNY 100元 [100CNY]" in told(text)


@pytest.mark.parametrize("heading", ["物资", "商品名称"])
def test_goods_that_were_ordered_to_be_given_are_given(heading: str) -> None:
    """What the order cost was booked as money, and the goods were not."""
    text = f"捐赠人,订单号,{heading},数量,订单金额,付款时间\n周明,1001,口罩,100,80,2020-02-01\n吴静,1002,手套,20,50,2020-02-02\n"
    assert "donor=周明: 口罩 100@@80 #table:1001" in told(text)
    assert "donor=周明: CNY 80元 “爱心券”" in told(
        text.replace("物资", "商品名称").replace("口罩", "爱心券").replace("手套", "爱心券")
    )


def test_names_above_columns_of_an_account_are_no_givers_of_it() -> None:
    text = "日期,摘要,周明,吴静,收入,支出,余额\n2020-02-01,李华捐款,100,50,150,,150\n2020-02-02,买纸,20,30,,50,100\n"
    assert "donor=李华: CNY 150元" in told(text)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("备查", ["", "加油", ""]),
        ("确认", ["是", "否", "是"]),
        ("已核", ["已核对", "未核对", "已核对"]),
        ("网址", ["https://a.example", "https://b.example", "https://c.example"]),
        ("荣誉", ["优秀个人", "先进集体", "杰出贡献"]),
    ],
)
def test_few_words_beside_gifts_of_nobody_are_no_names(heading: str, cells: list[str]) -> None:
    rows = "".join(f"2020-02-0{day},{cell},100\n" for day, cell in enumerate(cells, 1))
    assert told(f"2020年2月捐款\n日期,{heading},金额\n{rows}").count("donor=爱心人士") == 3


def test_names_below_a_way_or_a_level_are_asked_about() -> None:
    for heading in ("微信", "红包", "档次"):
        assert WHO_GAVE in told(f"2020年2月捐款\n日期,{heading},金额\n2020-02-01,周明,100\n2020-02-02,吴静,200\n")


def test_the_same_given_twice_a_day_is_two_gifts_and_not_one_in_parts() -> None:
    text = "Date,Constituent Name,Gift Amount (CNY),Fund Split Amount,Fund\n2020-02-01,Hua Li,100,{},A\n2020-02-01,Hua Li,100,{},A\n"
    assert told(text.format(100, 100)).count("donor=Hua Li: CNY 100元 for A") == 2
    assert "the parts of each gift to make its whole" in told(text.format(100, 60))
    assert "the parts of each gift to make its whole" in told(text.format(60, 60))


def test_what_expenses_are_called_is_nobodys_name() -> None:
    text = "EXPENSES\nTitle,Category,Amount (USD),Date,Notes\nFlowers,Decor,120,2020-02-02,\nSound,Rent,300,2020-02-03,two days\n"
    assert "4 expense 2020-02-03 : USD 300美元 “two days”" in told(text)


@pytest.mark.parametrize("goods", ["各类口罩500个", "各款口罩500个"])
def test_goods_of_all_sorts_are_no_amount_of_each(goods: str) -> None:
    assert "donor=周明: 各" in told(f"2020年2月3日捐款\n姓名,金额\n周明,{goods}\n郑强,50元\n")


def test_the_sum_of_a_level_is_what_those_named_gave_together() -> None:
    text = "2020年2月3日捐款名单\n档次,名单,人数,小计\n1000元,周明、吴静,2,2000\n500元,郑强、王芳、李华,3,1500\n合计,,5,3500\n"
    assert "donor=周明、吴静: CNY 2000元 [2000CNY]" in told(text)
