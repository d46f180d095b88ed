"""Lists of whoever paid, in which words tell gifts from what was paid for something; who took the money in. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.foundations import WHAT_IT_DID
from donations.importers.columns.record_kinds import GIFT_OR_FEE
from donations.importers.words.accounts import OTHER_INCOME

ROWS = "2020-02-03,甲公司,{},10000\n2020-02-04,乙公司,{},2000\n"


def rows(text: str) -> list[str]:
    return [line for line in told(text).splitlines() if line[:1].isdigit()]


@pytest.mark.parametrize(
    "heading",
    [
        "款项性质",
        "开票项目",
        "开票内容",
        "收费项目",
        "缴费项目",
        "交款内容",
        "收款事由",
        "票据项目",
        "收入类别",
        "收入科目",
    ],
)
@pytest.mark.parametrize(
    "what", ["培训费", "会费收入", "技术服务费", "服务收入", "租金收入", "投资收益", "政府补助收入", "押金"]
)
def test_what_was_paid_for_something_is_no_gift(heading: str, what: str) -> None:
    """A column of such words was not read, or most of these weren't known."""
    gift, other = rows(f"日期,交款人,{heading},金额\n" + ROWS.format("捐赠收入", what))
    assert "receipt 2020-02-03 donor=甲公司: CNY 10000元" in gift
    assert other == f"3 - {OTHER_INCOME}"


@pytest.mark.parametrize("heading", ["摘要", "备注", "用途", "事由", "项目名称", "内容"])
@pytest.mark.parametrize("many", [0, 60])
def test_words_beside_payers_tell_gifts_from_fees(heading: str, many: int) -> None:
    """Also where the fees stand far below."""
    more = "".join(f"2020-02-03,张{chr(0x4E00 + number)},捐款,{number}\n" for number in range(1, 1 + many))
    read = rows(f"日期,付款人,{heading},金额\n{more}" + ROWS.format("捐款", "培训费") + ROWS.format("捐赠", "会费"))
    assert [line.endswith(f" - {OTHER_INCOME}") for line in read] == [*[False] * many, False, True, False, True]


@pytest.mark.parametrize(
    ("headings", "said"),
    [
        ("日期,付款人,摘要,金额", "医药费"),
        ("日期,付款人,摘要,金额", "抗疫专项"),
        ("日期,付款人,收费项目,金额", "助学费"),
        ("日期,捐款人,用途,金额", "服务费"),
        ("日期,捐款人,捐赠类别,金额", "培训费"),
    ],
)
def test_what_a_gift_is_for_stays_one(headings: str, said: str) -> None:
    assert all("receipt" in row for row in rows(f"{headings}\n" + ROWS.format("捐款", said)))


@pytest.mark.parametrize("what", ["特殊党费", "大额党费", "医疗费", "修路费", "香油费", "安葬费"])
def test_sorts_of_what_is_given_for_stay_gifts(what: str) -> None:
    """They were passed over as sales."""
    assert all("receipt" in row for row in rows("日期,捐赠人,类别,金额\n" + ROWS.format("捐款", what)))


@pytest.mark.parametrize(
    "what", ["图书室建设费", "校舍维修费", "放生费", "灯油费", "孤儿生活费用", "法会费用", "购置费"]
)
def test_what_nobody_but_a_giver_pays_for_is_a_gift(what: str) -> None:
    """Whoever pays for a building, or for lamps of a temple, gives; they were passed over."""
    assert all("receipt" in row for row in rows("日期,姓名,缴费项目,金额\n" + ROWS.format("捐款", what)))
    assert OTHER_INCOME in told("日期,姓名,缴费项目,金额\n" + ROWS.format("捐款", "维修收入"))


def test_medical_fees_are_what_a_gift_is_for() -> None:
    read = rows("Date,Name,For,Amount\n" + ROWS.format("Donation", "Medical fees"))
    assert all("receipt" in row for row in read)


@pytest.mark.parametrize("what", ["稿费收入", "义卖收入", "压岁钱利息"])
def test_all_who_stand_in_a_list_of_gifts_gave(what: str) -> None:
    """What it came from was taken for what was sold."""
    text = "日期,姓名,备注,金额\n" + ROWS.format("捐款", what)
    assert told(f"捐款名单\n{text}").count("receipt") == 2
    assert OTHER_INCOME in told(f"捐款名单\n{text}".replace(what, "报名费"))
    assert OTHER_INCOME in told(text)


@pytest.mark.parametrize(
    "giver_and_taker",
    ["捐款人,收款人", "捐款人,收款单位", "捐款人,收款账户", "捐款人,收款人姓名", "姓名,收款人", "姓名,收款单位"],
)
def test_who_took_the_money_in_sold_nothing(giver_and_taker: str) -> None:
    """They were kept with the gift as its supplier."""
    giver, taker = giver_and_taker.split(",")
    read = rows(
        f"日期,{giver},金额,{taker},收款方式\n2020-02-03,李华,100,孙会计,微信\n2020-02-03,王芳,50,周会计,现金\n"
    )
    assert [row.split(" ", 2)[2] for row in read] == [
        "2020-02-03 donor=李华: CNY 100元 [100CNY]",
        "2020-02-03 donor=王芳: CNY 50元 [50CNY]",
    ]


def test_several_bodies_that_were_paid_are_asked_about() -> None:
    text = "捐款人,捐款金额,收款单位,捐款日期\n李华,100,武汉市慈善总会,2020-02-03\n王芳,200,{},2020-02-03\n"
    assert WHAT_IT_DID in told(text.format("湖北省红十字会"))
    assert "receipt" in told(text.format("武汉市慈善总会"))
    assert "via=武汉市慈善总会" in told(text.format("湖北省红十字会"), columns={"收款单位": "via"})


@pytest.mark.parametrize(
    "headings", ["姓名,捐款（元）,姓名,捐物", "单位,捐款,单位,捐物", "捐赠人,捐款金额,捐赠人,捐赠物资"]
)
def test_who_gave_goods_beside_who_gave_money_gave_them(headings: str) -> None:
    """Goods of 王芳 were 李华's, and her name a remark."""
    read = told(f"{headings}\n李华,100,王芳,口罩50个\n张三,200,,\n", "2020-02-29").splitlines()[1:]
    assert [line.split(" ", 3)[3] for line in read] == [
        "donor=李华: CNY 100元 [100CNY]",
        "donor=王芳: 口罩 50个 [50个]",
        "donor=张三: CNY 200元 [200CNY]",
    ]


@pytest.mark.parametrize("headings", ["Date,Payer,Description,Amount", "Date,Received from,Description,Amount"])
def test_descriptions_of_what_was_paid_are_no_goods(headings: str) -> None:
    """Fifty of Hall hire were given."""
    read = rows(
        f"{headings}\n2020-02-03,A Brown,Donation,100\n2020-02-04,B Green,Hall hire,50\n2020-02-05,C Lee,Raffle tickets,20\n"
    )
    assert read[0].startswith("2 receipt 2020-02-03 donor=A Brown: CNY 100元")
    assert read[1:] == [f"3 - {OTHER_INCOME}", f"4 - {OTHER_INCOME}"]


def test_what_it_was_paid_for_may_stand_below_for() -> None:
    gift, rent = rows("Date,Received from,For,Amount\n2020-02-03,A Brown,Donation,100\n2020-02-04,B Green,Rent,50\n")
    assert "donor=A Brown: CNY 100元" in gift
    assert rent == f"3 - {OTHER_INCOME}"


@pytest.mark.parametrize(
    ("heading", "gift", "fee", "what"),
    [
        ("类别", "捐款", "会费", "建设费"),
        ("缴费项目", "捐款", "报名费", "维修费"),
        ("Type", "Donation", "Membership Dues", "Memorial fee"),
    ],
)
def test_what_may_be_given_or_owed_is_asked_beside_fees(heading: str, gift: str, fee: str, what: str) -> None:
    """It was booked as a gift."""
    head = f"Date,Name,{heading},Amount" if heading == "Type" else f"日期,姓名,{heading},金额"
    text = f"{head}\n{ROWS.format(gift, what)}"
    assert GIFT_OR_FEE in told(text + ROWS.format(fee, gift))
    assert GIFT_OR_FEE not in told(text)
