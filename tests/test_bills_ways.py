"""Bills of a person whose column 收/支 somebody deleted: what came is told by other words, or asked. All is invented."""

import pytest
from harness.tables import told

from donations.importers.bills.flows import FEE, NO_SIGN
from donations.importers.bills.payments import NO_STATES, NO_WAY, SPENT, UNFINISHED
from donations.importers.columns.ways_told import CAME_OR_WENT
from donations.importers.words.accounts import NEUTRAL, OTHER_INCOME

_DAY, _NUMBER = "2020-03-01 10:00:00", "10000500012003010000000000{:04d}"
_WECHAT = "交易时间,交易类型,交易对方,商品,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
_ALIPAY = "交易时间,交易分类,交易对方,对方账号,商品说明,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注\n"


def _wechat(*rows: str) -> str:
    cells = [row.split("|") for row in rows]
    return _WECHAT + "".join(
        f"{_DAY},{sort},{who},{goods},¥{amount},零钱,{state},{_NUMBER.format(at)},/,/\n"
        for at, (sort, who, goods, amount, state) in enumerate(cells)
    )


def test_what_came_is_told_by_its_state_and_what_was_spent_is_no_gift() -> None:
    """It was read as a list of goods: whoever was paid gave 本子, and of 加油 for 8.88 an unknown amount was given."""
    found = told(
        _wechat(
            "转账|李华|转账备注:捐款|100.00|已存入零钱",
            "商户消费|甲文具店|本子|23.50|支付成功",
            "赞赏码|刘洋|加油|8.88|已存入零钱",
            "零钱提现|某银行|/|80.00|提现已到账",
            "二维码收款|王芳|/|20.00|已退款(￥5.00)",
            "转账|赵六|转账备注:微信转账|5.00|对方已收钱",
            "转账-退款|赵六|转账|6.00|已全额退款",
        )
    ).splitlines()
    assert [line.split(" ", 1)[1].split(" #")[0].split(" “")[0] for line in found[1:]] == [
        "receipt 2020-03-01 donor=李华: CNY 100元",
        f"- {SPENT}",
        "receipt 2020-03-01 donor=刘洋: CNY 8.88元",
        f"- {NEUTRAL}",
        "receipt 2020-03-01 donor=王芳: CNY 20元",
        f"- {SPENT}",
        f"- {NEUTRAL}",
    ]
    assert "-5" in found[5]


@pytest.mark.parametrize("row", ["转账|李华|/|100.00|已全额退款", "微信红包|王芳|/|6.66|已过期"])
def test_what_may_have_gone_either_way_is_refused(row: str) -> None:
    assert f"2 ! 当前状态: {NO_WAY}" in told(_wechat(row))


def test_a_bill_of_alipay_without_its_way_is_refused() -> None:
    """余额宝 and the shop had given what stands there."""
    rows = [
        "转账红包|李华|捐款|100.00|交易成功",
        "日用百货|甲店|本子|23.50|交易成功",
        "投资理财|余额宝|余额宝-单次转入|80.00|交易成功",
    ]
    cells = [row.split("|") for row in rows]
    text = _ALIPAY + "".join(
        f"{_DAY},{sort},{who},/,{goods},{amount},余额,{state},20200301220014{at:014d}\t,\t,\n"
        for at, (sort, who, goods, amount, state) in enumerate(cells)
    )
    assert told(text).count(f"! 交易状态: {NO_WAY} (交易成功)") == len(rows)


@pytest.mark.parametrize("kept", ["交易分类,商品说明", "交易分类,交易状态", "商品说明,交易订单号"])
def test_a_bill_of_alipay_with_few_columns_and_without_its_way_is_refused(kept: str) -> None:
    rows = ["转账红包,捐款,交易成功,2020030122001400000001", "投资理财,余额宝-单次转入,交易成功,2020030122001400000002"]
    heads = ("交易分类", "商品说明", "交易状态", "交易订单号")
    places = [heads.index(name) for name in kept.split(",")]
    cells = [row.split(",") for row in rows]
    lines = [f"{_DAY},某人,10.00,{','.join(row[place] for place in places)}" for row in cells]
    assert told(f"交易时间,交易对方,金额,{kept},备注\n" + "\n".join(lines)).count(f": {NO_WAY}") == len(rows)


def test_states_of_what_came_beside_states_of_what_went_are_asked_about() -> None:
    """Without 交易类型 too, who was paid had given it."""
    text = f"交易时间,交易对方,金额(元),当前状态,交易单号\n{_DAY},李华,100.00,已存入零钱,{_NUMBER.format(1)}\n{_DAY},甲店,5.00,支付成功,{_NUMBER.format(2)}\n"
    assert CAME_OR_WENT in told(text)
    assert CAME_OR_WENT not in told(text.replace("已存入零钱", "支付成功"))  # a list of those who paid


def test_a_bill_of_few_columns_is_no_list_of_goods() -> None:
    text = f"交易时间,交易类型,交易对方,商品,金额(元)\n{_DAY},商户消费,甲文具店,本子,23.50\n{_DAY},二维码收款,李华,加油,8.88\n"
    found = told(text)
    assert f"2 - {SPENT}" in found
    assert "3 receipt 2020-03-01 donor=李华: CNY 8.88元 “加油”" in found


def test_a_bill_of_seven_columns_is_read_but_none_with_numbers_and_without_states() -> None:
    """早餐 was asked for its quantity, and of 加油 for 8.88 an unknown amount was given."""
    rows = [
        f"{_DAY},商户消费,某早餐店,早餐,支出,12.50,零钱",
        f"{_DAY},转账,李华,转账备注:捐款,收入,100.00,零钱",
        f"{_DAY},赞赏码,王芳,加油,收入,8.88,零钱",
    ]
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式"
    assert told(f"{head}\n" + "\n".join(rows)).splitlines()[1:] == [
        f"2 - {SPENT}",
        "3 receipt 2020-03-01 donor=李华: CNY 100元 “捐款” [100CNY]",
        "4 receipt 2020-03-01 donor=王芳: CNY 8.88元 “加油” [8.88CNY]",
    ]
    numbered = "\n".join(f"{row},{_NUMBER.format(at)}" for at, row in enumerate(rows))
    assert NO_STATES in told(f"{head},交易单号\n{numbered}")


def test_what_was_written_beside_a_payment_is_no_goods_in_a_list_of_a_few_columns() -> None:
    found = told(f"交易时间,交易对方,金额(元),商品\n{_DAY},李华,8.88,加油\n{_DAY},王芳,50,口罩\n")
    assert "donor=李华: CNY 8.88元 “加油”" in found
    assert "donor=王芳: CNY 50元 “口罩”" in found


def test_goods_with_their_quantities_stay_goods_beside_whoever_traded_them() -> None:
    found = told("交易时间,交易对方,商品,数量,捐赠方\n2020-03-01,某店,口罩,50个,李华\n")
    assert "口罩 50" in found


@pytest.mark.parametrize(
    ("kind", "amount", "said"),
    [
        ("交易", "100.00", "receipt 2020-03-01"),
        ("交易", "+100.00", "receipt 2020-03-01"),
        ("退款", "-20.00", "return 2020-03-01"),
        ("退款", "20.00", NO_SIGN),
        ("分账", "20.00", NO_SIGN),
        ("提现", "20.00", NEUTRAL),
        ("扣除交易手续费", "0.60", FEE),
        ("企业付款", "-5.00", SPENT),
    ],
)
def test_an_account_of_wechat_without_the_column_of_its_ways(kind: str, amount: str, said: str) -> None:
    """It was taken for a bank's list, and asked who gave."""
    head = "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号"
    row = f"{_DAY},4200000920202003197964319284,F001,{kind},{kind},{amount},100.00,system,/,V1"
    assert f" {said}" in told(f"{head}\n{row}\n")


@pytest.mark.parametrize("heading", ["收支类型", "收入/支出", "借贷标志"])
def test_a_column_that_says_the_way_in_other_words_is_read(heading: str) -> None:
    text = _wechat("转账|李华|捐款|100.00|已存入零钱").replace("金额(元)", f"{heading},金额(元)").replace("¥", "收入,¥")
    assert "receipt 2020-03-01 donor=李华: CNY 100元" in told(text)


def test_a_bill_whose_states_stand_below_another_heading_is_read_as_a_table() -> None:
    """状态 and 单号 were not read: what was given back in whole was a gift, and what was given back in part none less."""
    found = told(
        "交易时间,交易类型,交易对方,商品,收/支,金额,状态,单号\n"
        "2020-03-01,转账,李华,/,收入,¥100.00,已存入零钱,1000050001202003010000000000001\n"
        "2020-03-02,转账,王芳,/,收入,¥200.00,已全额退款,1000050001202003010000000000002\n"
        "2020-03-03,转账,赵六,/,收入,¥300.00,已退款(￥30.00),1000050001202003010000000000003\n"
    )
    assert "donor=李华" in found
    assert "[200CNY] -200" in found
    assert "[300CNY] -30" in found


@pytest.mark.parametrize(
    ("remark", "said"),
    [
        ("已全额退款", "-5"),
        ("已退还", "-5"),
        ("已退3元", "-3"),
        ("已退款（￥2.50）", "-2.5"),
        ("已退休教师", "“已退休教师”"),
    ],
)
def test_a_remark_says_what_went_back_where_no_column_of_states_is_left(remark: str, said: str) -> None:
    """Of a few columns of a bill the whole amount was booked, with 已全额退款 beside it."""
    found = told(f"交易时间,交易类型,交易对方,商品,收/支,金额(元),备注\n{_DAY},转账,李华,/,收入,5.00,{remark}\n")
    assert said in found


@pytest.mark.parametrize(
    "row", ["转账|李华|/|5.00|待朋友确认收钱", "转账|李华|/|5.00|等待收款", "微信红包|王芳|/|6.66|待领取"]
)
def test_what_waits_has_not_come_whichever_way_it_goes(row: str) -> None:
    assert f"2 - {UNFINISHED}" in told(_wechat(row))


def test_what_came_back_from_whom_it_was_sent_is_no_gift() -> None:
    assert f"2 - {NEUTRAL}" in told(_wechat("转账|李华|/|5.00|对方已退还"))


@pytest.mark.parametrize(
    ("headings", "more"),
    [
        ("捐赠日期,交易对方,商品名称", ""),
        ("捐赠日期,交易对方,商品,金额（元）", ",500"),
        ("日期,交易对手,商品名称,规格", ",N95"),
    ],
)
def test_goods_of_those_who_traded_them_stay_goods(headings: str, more: str) -> None:
    """口罩50个 was a remark: refused, or beside what it is worth as much money as that."""
    found = told(f"{headings}\n2020-03-01,甲公司,口罩50个{more}\n2020-03-02,乙公司,手套20双{more}\n")
    assert "receipt 2020-03-01 donor=甲公司: 口罩" in found
    assert "receipt 2020-03-02 donor=乙公司: 手套" in found


@pytest.mark.parametrize(
    ("words", "is_gift"), [("支票款", True), ("汇票款", True), ("义卖", False), ("电影票款", False)]
)
def test_money_by_cheque_is_no_price_of_a_ticket(words: str, is_gift: bool) -> None:
    found = told(f"日期,摘要,收入,支出,对方户名\n2020-03-01,{words},500,,华光公司\n")
    assert ("donor=华光公司: CNY 500元" in found) == is_gift


def test_a_gift_by_its_sort_is_one_whatever_sale_it_was_for() -> None:
    """物资 below 类别 of what was bought kept 捐款 of what came from being heard."""
    found = told(
        "日期,收支,类别,项目,金额（元）,姓名\n2020-03-01,收入,捐款,义卖,100,李华\n2020-03-02,收入,会费,义卖,50,王芳\n2020-03-03,支出,物资,义卖,20,某店\n"
    )
    assert "receipt 2020-03-01 donor=李华: CNY 100元" in found
    assert "donor=王芳" not in found
    assert "supplier=某店" in found


def test_ways_in_other_words_are_heard_beside_what_was_bought() -> None:
    """流入 had been paid 500 yuan."""
    found = told(
        f"交易时间,交易类型,交易对方,商品,资金流向,金额(元),交易单号\n{_DAY},转账,李华,/,流入,500,{_NUMBER.format(1)}\n{_DAY},商户消费,某店,米,流出,200,{_NUMBER.format(2)}\n"
    )
    assert "donor=李华: CNY 500元" in found
    assert "expense 2020-03-01 supplier=某店: CNY 200元" in found


@pytest.mark.parametrize("other", ["商户单号", "支付方式,商户单号"])
def test_a_bill_that_lost_all_that_tells_its_ways_is_asked_about(other: str) -> None:
    """Without 收/支, 交易类型 and 当前状态 shops and one's own bank had given what was paid to them."""
    blank = ",/" * other.count(",")
    rows = f"{_DAY},李华,转账备注:捐款,100.00,/{blank},{_NUMBER.format(1)}\n{_DAY},甲文具店,本子,23.50,T1{blank},{_NUMBER.format(2)}\n"
    head = f"交易时间,交易对方,商品,金额(元),{other},交易单号"
    assert CAME_OR_WENT in told(f"{head}\n{rows}")
    assert "donor=李华: CNY 100元" in told(f"{head}\n{rows}", columns={"金额(元)": "money"})
    alipay = f"交易时间,交易对方,对方账号,金额,收/付款方式\n{_DAY},李华,/,100.00,余额\n{_DAY},余额宝,/,80.00,余额\n"
    assert CAME_OR_WENT in told(alipay)


def test_a_bill_with_numbers_but_without_what_was_written_and_its_states_is_refused() -> None:
    """What was given back was a gift."""
    head = "交易时间,交易类型,交易对方,收/支,金额(元),支付方式,交易单号,商户单号"
    row = f"{_DAY},转账,李华,收入,¥100.00,/,{_NUMBER.format(1)},/"
    assert NO_STATES in told(f"{head}\n{row}\n")
    assert "donor=李华: CNY 100元" in told(f"{head},状态\n{row},已存入零钱\n")  # a table, whose states are read


def test_what_wechat_kept_of_a_payment_is_no_price_in_a_bill_without_its_sorts() -> None:
    """服务费¥0.02 made a gift other income."""
    head = "交易时间,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注"
    row = f"{_DAY},李华,/,收入,¥20.00,/,已收钱,{_NUMBER.format(1)},/,服务费"
    assert "donor=李华: CNY 20元" in told(f"{head}\n{row}¥0.02\n")
    assert f"2 - {OTHER_INCOME}" in told(f"{head}\n{row}\n")
