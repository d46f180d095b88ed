"""What few papers have, and no other test: columns that only ask or only promise, days of no calendar, costs by the piece. All is invented."""

import pytest
from harness.tables import told

TABLES = {
    "two columns of promises, and nothing of what came": (
        "日期,捐赠单位,认捐金额（元）,意向金额（元）\n2020-02-01,甲公司,200,30\n",
        "! None: one column of money",
    ),
    "whether it was paid on a pledge": (
        "Date,Donor,Amount,Pledge Payment\n2020-02-01,Ann Lee,200,N\n2020-02-02,Bob Hill,20,Y\n",
        "receipt 2020-02-01 donor=Ann Lee: CNY 200元 [200CNY]\nreceipt 2020-02-02 donor=Bob Hill: CNY 20元 [20CNY]",
    ),
    "what was ordered costs a part of what was paid": (
        "支付时间,买家,订单金额,商品金额\n2020-02-01 10:00:00,李华,30,20\n2020-02-01 11:00:00,张三,50,50\n",
        "receipt 2020-02-01 donor=李华: CNY 30元 [30CNY]\nreceipt 2020-02-01 donor=张三: CNY 50元 [50CNY]",
    ),
    "parts of gifts, and a total of the parts": (
        "Date,Donor,Gift Amount,Fund Split Amount,Fund,Transaction ID\n2020-02-01,Ann Lee,200,150,Food,T1\n2020-02-01,Ann Lee,200,50,Rent,T1\nTotal,,,200,,\n",
        "receipt 2020-02-01 donor=Ann Lee: CNY 150元 for Food [150CNY]\nreceipt 2020-02-01 donor=Ann Lee: CNY 50元 for Rent [50CNY]\n- a total",
    ),
    "from and to, where nobody stands in each row": (
        "Date,From,To,Amount\n2020-02-01,Ann,Us,+100\n2020-02-02,Bob,Them,+30\n",
        "relay 2020-02-01 donor=Ann recipient=Us: CNY 100元 [100CNY]\nrelay 2020-02-02 donor=Bob recipient=Them: CNY 30元 [30CNY]",
    ),
    "a service by the piece": (
        "支出明细\n日期,项目,数量,单位,单价\n2020-02-01,打印费,300,页,2\n",
        "expense 2020-02-01 : CNY 600元 “打印费” [600CNY]",
    ),
    "goods and money in one column, counted beside it": (
        "日期,捐赠单位,捐赠金额/物资,单位\n2020-02-01,乙公司,300,元\n2020-02-01,甲公司,300,箱\n",
        "receipt 2020-02-01 donor=乙公司: CNY 300元 [300CNY]\n! 捐赠金额/物资: a quantity such as 500, 500个, 约500斤 or 一批 (300)",
    ),
    "as many people as one gift was of, below it": (
        "姓名,金额,日期\n李华,100,2020-02-01\n12人,100,2020-02-02\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\nreceipt 2020-02-02 donor=12人: CNY 100元 [100CNY]",
    ),
    "goods and their numbers on lines of one cell each, without units": (
        '日期,捐赠单位,物品,数量\n2020-02-01,甲公司,"大米\n面粉","20\n5"\n',
        "receipt 2020-02-01 donor=甲公司: 大米 20, 面粉 5 [25]",
    ),
    "years of two digits that no month has": (
        "日期,姓名,金额\n13.2.5,李华,100\n",
        "receipt 2013-02-05 donor=李华: CNY 100元 [100CNY]",
    ),
    "an answer where one name belongs": (
        "日期,姓名,金额\n2020-02-01,李华,100\n2020-02-02,是,50\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
    ),
    "an amount of zero beside no goods, which doesn't tell what the others are": (
        "日期,捐赠人,金额,口罩,手套\n2020-02-01,李华,50,100,20\n2020-02-02,王芳,0,,\n合计,,50,100,20\n",
        "! None: whether the amounts beside columns of goods were given too, or are what these goods are worth",
    ),
    "the parts of a donor's name beside it, and who got the gift": (
        "Date,Donor,Donor First Name,Donor Last Name,Amount,Recipient\n2020-02-03,Lee Family,Ann,Lee,100,City Hospital\n",
        "relay 2020-02-03 donor=Lee Family recipient=City Hospital: CNY 100元 [100CNY]",
    ),
    "what money was spent on, in a list of who gave it": (
        "日期,捐款人,支出事项,金额\n2020-02-01,李华,买米,100\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 for 买米 [100CNY]",
    ),
    "what was taken in and paid out, in one word each": (
        "日期,姓名,收,支,备注\n2020-02-01,李华,100,,\n2020-02-02,王芳,,30,买米\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\nexpense 2020-02-02 supplier=王芳: CNY 30元 “买米”",
    ),
    "an address behind a name": (
        "日期,姓名,金额\n2020-02-01,李华（九江市浔阳区长虹大道1号）,100\n",
        "receipt 2020-02-01 donor=李华 in 九江市浔阳区: CNY 100元 [100CNY]",
    ),
    "a city that is none": (
        "日期,捐款人,城市,金额\n2020-02-01,李华,火星市,100\n",
        "! 城市: a prefecture-level city, or a county of only one city (火星市)",
    ),
    "what a database of donors calls an account, and whom to ask there": (
        "Account Name,Stage,Close Date,Amount,Primary Contact\nLee Ltd,Closed Won,2020-02-01,100,Ann Lee\n",
        "receipt 2020-02-01 donor=Lee Ltd: CNY 100元 “Primary Contact: Ann Lee” [100CNY]",
    ),
    "a year above month and day": (
        "捐款名单\n2020年,,捐款人,金额\n月,日,,\n2,1,李华,100\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
    ),
    "a gift of nobody's as large as the one before it, below a subtotal": (
        "捐款名单\n姓名,金额,日期\n李华,100,2020-02-01\n王芳,200,2020-02-01\n小计,300,\n赵明,300,2020-02-02\n,300,\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\nreceipt 2020-02-01 donor=王芳: CNY 200元 [200CNY]\n- a subtotal\nreceipt 2020-02-02 donor=赵明: CNY 300元 [300CNY]\nreceipt 2020-02-02 donor=爱心人士: CNY 300元 [300CNY]",
    ),
    "the store that goods went out from": (
        "发放明细\n日期,来源,接收单位,物品,数量\n2020-02-01,一号仓库,市医院,口罩,5个\n",
        "distribution 2020-02-01 recipient=市医院: 口罩 5个 in 一号仓库 [5个]",
    ),
    "1 and 0 below 到账, beside what was promised and what was given": (
        "日期,捐款人,认捐金额,捐款金额,到账\n2020-02-01,李华,200,100,1\n2020-02-02,王芳,50,50,0\n",
        "! None: one column of money",
    ),
    "1 and 0 below 到账情况, beside what was promised and what was given": (
        "日期,捐款人,认捐金额,捐款金额,到账情况\n2020-02-01,李华,200,100,1\n2020-02-02,王芳,50,50,0\n",
        "! None: one column of money",
    ),
}
A_DATE = "a date such as 2020-02-01, 2020年2月1日 or 2月1日"


@pytest.mark.parametrize("name", TABLES)
def test_a_table_seldom_met_is_read_so(name: str) -> None:
    text, wanted = TABLES[name]
    rows = [line.partition(" ")[2] for line in told(text).splitlines()[1:] if line[0].isdigit()]
    assert len(rows) >= len(wanted.splitlines())
    for row, line in zip(rows, wanted.splitlines(), strict=False):
        assert row.startswith(line)


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2019年捐款名单", "2月29日"),
        ("捐款名单", "2020-02-30T10:00:00Z"),
        ("捐款名单", "5 foo 2020"),
        ("捐款名单", "3日-31日"),
    ],
)
def test_a_day_of_no_calendar_is_refused(title: str, day: str) -> None:
    assert f"! 日期: {A_DATE} ({day})" in told(f"{title}\n日期,捐款人,金额\n{day},李华,100\n")
