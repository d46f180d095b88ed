"""Income of a person's bill at Alipay that words tell from gifts: what is earned, what came back, what the program itself pays out.

All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import file

from donations.importers.bills.payments import OF_A_PURCHASE
from donations.importers.bills.words import note_of
from donations.importers.words.accounts import OTHER_INCOME

HEAD = "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"


@pytest.mark.parametrize(
    ("sort", "goods", "why"),
    [
        ("收入", "工资捐一天", None),
        ("收入", "退还的押金捐给协会", None),
        ("收入", "代发工资", OTHER_INCOME),
        ("收入", "押金", OTHER_INCOME),
        ("投资理财", "捐款", OTHER_INCOME),
        ("转账红包", "捐款退回", OF_A_PURCHASE),
        ("转账红包", "捐款", None),
        ("其他", "红包奖励", OTHER_INCOME),
        ("转账红包", "红包奖励发放", OTHER_INCOME),
        ("文化休闲", "打赏", None),
        ("收入", "收款码活动奖励红包", OTHER_INCOME),
        ("收入", "奖励优秀学生的捐款", None),
    ],
)
def test_what_is_given_of_what_was_earned_is_a_gift(
    desk: Desk, tmp_path: Path, sort: str, goods: str, why: str | None
) -> None:
    """捐 says so; what is written where one's own gift came back is none, nor what the program pays out."""
    row = f"2024-03-01 10:00:00,{sort},李华,/,{goods},收入,10.39,余额,交易成功,2024030122001412345678901\t,,\n"
    answer = desk.do(f"import {file(tmp_path, 'a.csv', HEAD + row, 'gb18030')} --yes")
    booked = [(row["donor"], row["received"]) for row in desk.read("ledger")]
    assert booked == ([] if why else [("李华", "10.39")])
    assert why is None or why.split(";")[0] in answer.out


def test_what_was_said_before_a_remark_is_kept() -> None:
    """Of 救灾款 备注：匿名 the first was lost."""
    assert note_of("救灾款 备注：匿名") == "救灾款；匿名"
    assert note_of("转账备注:微信转账") is None
    assert note_of("收款方备注:二维码收款付款方留言:加油") == "加油"


def test_a_line_of_blanks_longer_than_the_headings_is_blank() -> None:
    """It ended the program."""
    headings = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
    row = "2020-02-01 10:00:00,转账,李华,转账,收入,5.00,零钱,已存入零钱,4200000000000000001,x,/"
    assert "receipt 2020-02-01 donor=李华: CNY 5元" in told(f"{headings}\n{row}\n{' ,' * 13} \n")


@pytest.mark.parametrize(("sort", "is_gift"), [("转账", True), ("红包", True), ("提现", False), ("商品销售", False)])
def test_a_bill_that_calls_its_sorts_otherwise(desk: Desk, tmp_path: Path, sort: str, *, is_gift: bool) -> None:
    """交易类型 beside 商品说明, as other programs for paying have it: a transfer is one, whatever was written with it."""
    headings = "交易时间,交易类型,交易对方,商品说明,收/支,金额（元）,支付方式,交易状态,交易单号,备注\n"
    row = f"2024-03-01 10:00:00,{sort},李华,买书,收入,100.00,余额,交易成功,D0001,\n"
    desk.do(f"import {file(tmp_path, 'a.csv', headings + row)} --yes")
    assert [row["donor"] for row in desk.read("ledger")] == (["李华"] if is_gift else [])


OWED = [
    ("会费", True),
    ("2020年会费", True),
    ("9月會費", True),
    ("交报名费", True),
    ("房租", True),
    ("货款", True),
    ("还款", True),
    ("义卖", True),
    ("愛心義賣", True),
    ("义卖手工皂2块", True),
    ("助农采购", True),
    ("以购代捐", True),
    ("音乐会门票", True),
    ("参会费", True),
    ("三班班费", True),
    ("党费", True),
    ("押金退还", True),
    ("材料费退还", True),
    ("退回上月多发助学金", True),
    ("退還多付的材料費", True),
]
GIVEN = [
    ("捐会费", False),
    ("赞助场地费", False),
    ("给年会费用的支持", False),
    ("献爱心", False),
    ("义卖善款", False),
    ("三年级义卖所得", False),
    ("特殊党费", False),
    ("爱心助农", False),
    ("第一笔工资", False),
    ("不用退还", False),
    ("如有剩余可退还", False),
    ("退回的钱再捐", False),
]


@pytest.mark.parametrize(("said", "is_owed"), OWED + GIVEN)
def test_what_was_paid_for_something_is_no_gift_in_any_bill(said: str, is_owed: bool) -> None:
    """In a bank's list it was none; in bills dues were booked as gifts."""
    number, day = "4200000920202402197964319284", "2020-03-01 10:00:00"
    texts = [
        f"交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n{day},转账,李华,转账备注:{said},收入,5.00,零钱,已存入零钱,{number},/,/\n",
        f"交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n{day},二维码收款,李华,收款方备注:二维码收款付款方留言:{said},收入,5.00,零钱,已收钱,{number},/,服务费¥0.10\n",
        f"{HEAD}{day},转账红包,李华,/,{said},收入,5.00,余额,交易成功,2020030122001412345678901,,\n",
        f"支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,对方账户,订单金额（元）,商家实收（元）,备注\n2020030122001412345678901,1,交易,{said},{day},{day},李华(138****0000),5.00,5.00,\n",
        f"账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\n7600000000001,2020030122001412345678901,1,{said},{day},李华(138****0000),5.00,0.00,5.00,支付宝,在线支付,\n",
        f"交易时间,公众账号ID,商户号,微信订单号,交易状态,应结订单金额,商品名称\n`{day},`wx1,`100,`{number},`SUCCESS,`5.00,`{said}\n",
        f"记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号\n`{day},`{number},`50300806962026020105978994,`交易,`交易,`收入,`5.00,`5.00,`system,`{said},`S1\n",
    ]
    for text in texts:
        found = told(text)
        assert ("receipt 2020-03-01" not in found) == is_owed, found
        assert (OTHER_INCOME in found) == is_owed


@pytest.mark.parametrize("said", ["会员费用", "年会费用", "义卖", "爱心义卖收入", "助农采购款", "消费帮扶", "参会费"])
def test_fees_of_members_and_meetings_and_what_was_paid_at_a_sale_are_no_gifts_in_an_account(said: str) -> None:
    found = told(
        f"交易日期,摘要,收入,支出,对方户名\n2020-02-01,捐款,100,,李华\n2020-02-02,{said},50,,王芳\n2020-02-03,口罩,,9,甲店\n"
    )
    assert f"3 - {OTHER_INCOME}" in found


@pytest.mark.parametrize("said", ["义卖善款", "校园义卖募集", "支持义卖", "门票票据费捐款"])
def test_what_a_sale_brought_and_was_given_is_a_gift_in_an_account(said: str) -> None:
    found = told(
        f"交易日期,摘要,收入,支出,对方户名\n2020-02-01,捐款,100,,李华\n2020-02-02,{said},50,,王芳\n2020-02-03,口罩,,9,甲店\n"
    )
    assert "receipt 2020-02-02 donor=王芳: CNY 50元" in found


def test_a_list_of_givers_with_a_word_of_a_sale_is_read_as_it_was() -> None:
    """Who stands below 捐款人 gave, whatever stands beside it."""
    found = told(
        "日期,捐款人,摘要,收入,支出\n2020-02-01,李华,义卖,100,\n2020-02-02,王芳,捐款,50,\n2020-02-03,,口罩,,9\n"
    )
    assert "receipt 2020-02-01 donor=李华: CNY 100元" in found
