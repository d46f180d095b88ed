"""Names of givers with a word before them, in tables, accounts and bills. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told
from test_papers_met import booked, file

from donations.importers.words.account_givers import giver_in
from donations.importers.words.giver_names import plain_giver


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("来自李华", "李华"), ("收到李华", "李华"), ("收到了王芳的捐款", "王芳"), ("来自王芳的转账", "王芳"), ("转账-来自欧阳小明", "欧阳小明"),
        ("微信红包-来自李华", "李华"), ("来自阳光粮油店", "阳光粮油店"), ("来自某某县人民医院", "某某县人民医院"),
        ("来自星星的你", "来自星星的你"), ("收到货款", "收到货款"), ("来自远方", "来自远方"), ("来自", "来自"), ("李来自", "李来自"),
        ("甲公司（捐赠）", "甲公司"), ("李华(个人捐赠)", "李华"), ("甲公司（捐赠部）", "甲公司（捐赠部）"), ("收到", "收到"),
        ("微信：李华", "李华"), ("支付宝-李华", "李华"), ("wx 李华", "李华"), ("QQ:李华", "李华"), ("【微信】李华", "李华"),
        ("支付宝（李华）", "李华"), ("微信转账：欧阳小明", "欧阳小明"), ("现金 李华", "李华"), ("微信支付 李华", "李华"),
        ("微信李华", "微信李华"), ("微信 用户", "微信 用户"), ("微信:匿名", "微信:匿名"), ("QQ：123456789", "QQ：123456789"),
        ("微信：lihua88", "微信：lihua88"), ("对公 甲公司", "对公 甲公司"), ("微信-群友-李华", "微信-群友-李华"), ("QQ 高山流水", "QQ 高山流水"),
        ("现金：合计", "现金：合计"), ("微信支付", "微信支付"), ("银联 商务", "银联 商务"), ("现金 余款", "现金 余款"),
    ],
)  # fmt: skip
def test_only_what_is_surely_a_name_stays(written: str, name: str) -> None:
    assert plain_giver(written) == name


def test_in_tables_and_accounts() -> None:
    table = told("捐款人,金额,日期\n来自李华,5,2020-02-01\n来自星星的你,7,2020-02-01\n").splitlines()
    assert [line.split("donor=")[1].split(":")[0] for line in table[1:]] == ["李华", "来自星星的你"]
    account = told("日期,对方户名,收入,支出,余额\n2020-02-01,转账-来自李华,20.00,,120.00\n2020-02-02,某店,,5,115\n")
    assert "donor=李华: CNY 20元" in account


def test_in_a_bill_of_wechat(desk: Desk, tmp_path: Path) -> None:
    head = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    row = (
        '2020-02-01 10:00:00,微信红包,来自李华,"微信红包-来自李华",收入,¥5.00,/,已存入零钱,1000050001202002010001,/,/\n'
    )
    desk.do(f"import {file(tmp_path, 'a.csv', head + row)} --yes")
    assert booked(desk) == [("receipt", "2020-02-01", "李华", "CNY", "5")]
    assert desk.read("ledger")[0]["note"] is None


@pytest.mark.parametrize("line", ["大中小学", "中小学教师", "各中小学", "社会各界", "中小企业", "中学生"])
def test_a_line_that_says_a_sort_of_givers_is_no_giver(line: str) -> None:
    """Nor did the one above it give what stands below."""
    rows = told(
        f"抗疫物资接收表\n品名,单位,数量\n甲贸易有限公司,,\n口罩,个,10\n{line},,\n酒精,瓶,5\n", day="2020-02-29"
    ).splitlines()
    assert "donor=甲贸易有限公司: 口罩 10个" in rows[2]
    assert "nobody can tell" in rows[-1]


@pytest.mark.parametrize("name", ["某某县第一小学", "小学校友会", "清溪大学"])
def test_a_school_that_has_a_name_is_a_giver(name: str) -> None:
    assert f"donor={name}: 酒精" in told(f"抗疫物资接收表\n品名,单位,数量\n{name},,\n酒精,瓶,5\n", day="2020-02-29")


def test_ways_that_money_came_are_no_names_of_who_gave_or_arranged_it() -> None:
    """来源 above 微信 and 支付宝 alone names nobody; one name beside these does."""
    ways = "捐赠记录\n日期,来源,金额\n2020-02-01,微信,10\n2020-02-02,支付宝转账,20"
    assert "receipt 2020-02-01 donor=爱心人士: CNY 10元" in told(ways)
    assert "donor=李华: CNY 5元" in told(f"{ways}\n2020-02-03,李华,5")
    assert "donor=Ann: CNY 10元" in told(
        "Name,Amount,Date,Via\nAnn,10 CNY,2020-02-01,WeChat\nBob,5 USD,2020-02-02,PayPal"
    )
    assert "via=王会计" in told("捐款人,金额,日期,对接人\n李华,10,2020-02-01,王会计")


def test_a_currency_alone_above_a_table_is_that_of_its_amounts_and_no_goods() -> None:
    assert "donor=Bob: USD 10美元" in told("USD\n昵称,金额,日期\nBob,10,2020-02-01")
    assert "donor=周明: CNY 10元" in told("人民币\n昵称,金额,日期\n周明,10,2020-02-01")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("李华（微信）", "李华"), ("李华(支付宝)", "李华"), ("李华【银行转账】", "李华"), ("甲公司（对公转账）", "甲公司"), ("李华 微信", "李华"),
        ("李华-微信转账", "李华"), ("爱心人士（微信红包）", "爱心人士"), ("某某银行（转账）", "某某银行"), ("来自李华（微信）", "李华"),
        ("（微信）", "（微信）"), ("微信", "微信"), ("李华（微信名：小鱼）", "李华（微信名：小鱼）"), ("李华（个人）", "李华（个人）"),
        ("京东-微信支付", "京东-微信支付"), ("甲公司（银行）", "甲公司（银行）"), ("李微信", "李微信"),
    ],
)  # fmt: skip
def test_the_way_behind_a_name_is_no_part_of_it(written: str, name: str) -> None:
    """李华 and 李华（微信） are one giver."""
    assert plain_giver(written) == name


def test_signs_that_pages_write_are_signs() -> None:
    """&amp; and &#26446; in the cells of a list, in its headings too; what is none stays."""
    rows = "&#26446;&#x534E;,5\n甲&amp;乙公司,6\n丙&nbsp;,7\nR&D;部,8\n&amp;#26446;四,9\n"
    table = told(f"&#25424;款人,金额&#65288;元&#65289;\n{rows}", day="2020-02-01").splitlines()
    names = [line.split("donor=")[1].split(":")[0] for line in table[1:]]
    assert names == ["李华", "甲&乙公司", "丙", "R&D;部", "李四"]


def test_signs_of_pages_in_json(desk: Desk, tmp_path: Path) -> None:
    """A list that a web shop exports, whichever way it is read."""
    text = '[{"捐款人": "甲&amp;乙", "金额": "5", "日期": "2020-02-01", "备注": "&lt;加油&gt;"}]'
    desk.do(f"import {file(tmp_path, 'a.json', text)} --yes")
    assert booked(desk) == [("receipt", "2020-02-01", "甲&乙", "CNY", "5")]
    assert desk.read("ledger")[0]["note"] == "<加油>"


def test_a_book_keeps_what_is_written_in_it(desk: Desk, tmp_path: Path) -> None:
    """A name that bears such a sign comes back from a book that was exported as it went out."""
    desk.do("receive --new --date 2020-02-01", "甲&amp;乙", "5元")
    desk.do(f"export book -o {tmp_path / 'book.csv'}")
    desk.do(f"init --book {tmp_path / 'new.db'}")
    desk.do(f"import --yes --book {tmp_path / 'new.db'} {tmp_path / 'book.csv'}")
    assert desk.read(f"ledger --book {tmp_path / 'new.db'}")[0]["donor"] == "甲&amp;乙"


@pytest.mark.parametrize(
    "words", ["为灾区捐款", "给学校捐款", "一笔捐款", "感谢捐款", "水灾捐款", "通过微信捐款", "退还捐款"]
)
def test_words_before_a_gift_that_name_nobody(words: str) -> None:
    """为灾区 was booked as who gave."""
    account = told(f"交易日期,收入,支出,余额,摘要\n2020-02-01,100,,100,{words}\n2020-02-02,,5,95,购水\n")
    assert f"donor=爱心人士: CNY 100元 “{words}”" in account


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("李华第二次捐款", "李华"), ("为民中学捐款", "为民中学"), ("李华捐款", "李华"), ("李华 赞助", "李华"), ("收到李华赞助款", "李华"),
        ("打赏：李华", "李华"), ("文章赞赏", None), ("爱发电赞助", None), ("广告赞助收入", None),
    ],
)  # fmt: skip
def test_who_gave_by_the_words_of_an_account(words: str, name: str | None) -> None:
    assert giver_in({"spent": "", "note": words}) == name


@pytest.mark.parametrize(
    "name", ["(1)栋业主", "（2）期学员", "24)小时便利店", "360.cn", "5）连全体官兵", "3）中师生", "1、李华；2、王芳"]
)
def test_a_number_that_is_part_of_a_name_stays(name: str) -> None:
    """栋业主 and cn were booked."""
    assert f"donor={name}: CNY 5元" in told(f"日期,捐赠人,金额\n2020-02-01,{name},5\n")


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("收王芳交来捐款", "王芳"), ("王芳转来爱心捐款", "王芳"), ("市红十字会交来爱心捐款", "市红十字会"), ("微信收王芳捐款", "王芳"), ("现金：王芳捐", "王芳"),
        ("银行收到甲公司捐款", "甲公司"), ("收到甲公司抗疫捐款", "甲公司"), ("王芳女士为灾区捐款", "王芳女士"), ("王芳向市一院捐款", "王芳"), ("刘为民向红会捐款", "刘为民"),
        ("大有为公司抗疫捐款", "大有为公司"), ("三年级二班抗疫捐款", "三年级二班"), ("甲局首批捐款", "甲局"), ("王芳（捐款）", "王芳"), ("甲公司捐赠款（定向）", "甲公司"),
        ("接收王芳捐赠资金", "王芳"), ("王芳、赵敏捐款各100元", "王芳、赵敏"), ("同心公益捐款", "同心公益"),
        ("李华捐资助学", "李华"), ("李华捐助困难学生款", "李华"), ("李华捐给市一院", "李华"), ("甲公司捐款（用于购买口罩）", "甲公司"), ("李华献爱心", "李华"), ("李华（捐）", "李华"),
        ("捐款人李华", "李华"), ("第一次捐款李华", "李华"), ("李华代王芳捐款", "王芳"), ("王芳托李华捐款", "王芳"),
        # names that only look as if they had such words in them
        ("欧阳为民捐款", "欧阳为民"), ("华为公司捐款", "华为公司"), ("王有为捐款", "王有为"), ("王有为公司捐款", "王有为公司"), ("向阳小学捐款", "向阳小学"), ("王向东捐款", "王向东"),
        ("阳光慈善基金会捐款", "阳光慈善基金会"), ("李给予公司捐款", "李给予公司"), ("张爱心捐款", "张爱心"),
        # nobody
        ("首批捐款", "爱心人士"), ("微信收款码捐款", "爱心人士"), ("李华代转捐款", "爱心人士"), ("捐款箱收入", "爱心人士"), ("党员捐资助学", "爱心人士"), ("春节捐款", "爱心人士"),
        # whole names before titles, others and brackets
        ("王有为先生捐款", "王有为先生"), ("何有为夫妇捐款", "何有为夫妇"), ("黄有为等3人捐款", "黄有为等3人"), ("王一为、李华捐款", "王一为、李华"), ("安康向阳小学捐款", "安康向阳小学"),
        ("高远向上公司捐款", "高远向上公司"), ("甲公司（爱心捐款）", "甲公司"), ("李华（微信捐款）", "李华"), ("王芳委托李华捐款", "王芳"), ("李华代表王芳捐款", "王芳"),
        ("微信收入李华捐款", "李华"),
        ("微信李华捐款", "李华"), ("支付宝转李华捐款", "李华"), ("現場李華捐款", "李華"), ("李华已捐", "李华"), ("李华各捐100元", "李华"), ("李华共捐", "李华"), ("微信平安公司捐款", "微信平安公司"),
        ("金秋公司捐款", "金秋公司"), ("银行高管捐款", "银行高管"),
        # words that are no names, or no gift of whom they name
        ("李华（王芳捐款）", "爱心人士"), ("甲公司捐赠房屋租金收入", "爱心人士"), ("剩余捐赠资金", "爱心人士"), ("上年捐款资金", "爱心人士"), ("金秋助学捐款", "爱心人士"), ("捐款金额", "爱心人士"), ("费用捐助学生", "爱心人士"),
        ("张家界捐赠物资", "爱心人士"), ("甲公司捐赠食品义卖款", "爱心人士"), ("王芳捐赠物资变卖款", "爱心人士"), ("李华的捐款由王芳代交", "爱心人士"), ("李华捐100元王芳捐50元", "爱心人士"),
    ],
)  # fmt: skip
def test_what_stands_around_a_giver_in_an_account_is_no_part_of_the_name(words: str, giver: str) -> None:
    """王芳交来, 微信收王芳 and 甲公司抗疫 were givers."""
    assert f"donor={giver}: CNY 200元" in told(
        f"日期,摘要,收入,支出\n2020-02-01,{words},200,\n2020-02-02,买口罩,,100\n"
    )


@pytest.mark.parametrize("who", ["机构", "机构名称", "機構"])
def test_institutions_beside_what_they_gave_are_who_gave(who: str) -> None:
    """Such a table was refused, as if it had no headings; 机构 of a bank is a branch."""
    found = told(f"{who},捐款（港元）,其他支援\n甲公司,300万,免费房间\n乙基金会,1000万,\n", "2020-02-10")
    assert "2 receipt (2020-02-10) donor=甲公司: HKD 3000000港元 [3000000HKD]" in found
    assert "3 receipt (2020-02-10) donor=乙基金会: HKD 10000000港元" in found
    assert "receipt" not in told(f"{who},笔数,金额\n甲支行,300,5\n", "2020-02-10")


@pytest.mark.parametrize("headings", ["机构,收到捐款,已拨付", "机构,接收捐款金额,备注", "机构名称,募捐金额,备注"])
def test_institutions_beside_what_they_got_gave_nothing(headings: str) -> None:
    """They were booked as its givers."""
    assert "receipt" not in told(f"{headings}\n甲医院,100,\n乙医院,50,\n", "2020-02-10")


@pytest.mark.parametrize("who", ["商户", "商户名称", "商家", "店铺", "Shop"])
def test_shops_beside_what_they_gave_are_who_gave(who: str) -> None:
    """Their gifts were booked as paid to them."""
    assert "receipt (2020-02-10) donor=甲店: CNY 300元" in told(f"{who},捐款金额\n甲店,300\n", "2020-02-10")
    assert "donor=甲店: CNY 300元" in told(f"市场捐款公示\n{who},金额\n甲店,300\n", "2020-02-10")
    assert "donor=甲店: 口罩 50个" in told(f"市场捐赠公示\n{who},捐赠物资\n甲店,口罩50个\n", "2020-02-10")


@pytest.mark.parametrize(
    "rows",
    [
        "商户,捐款支出\n甲店,300\n",
        "商户,金额\n甲店,300\n",
        "捐款使用公示\n商户,金额,用途\n甲店,300,口罩\n",
        "商家,物品,数量,单价,金额\n甲店,口罩,5,60,300\n",
        "捐赠物资购置清单\n店铺,捐赠物资,数量\n甲店,口罩,5\n",
        "捐赠物资订购清单\n店铺,捐赠物资,数量,总价\n甲店,口罩,5,300\n",
        "店铺,捐赠物资,数量,运费\n甲店,口罩,5,12\n",
        "店铺,捐赠物资,数量,订单号,下单时间\n甲店,口罩,5,12345,2020-02-10\n",
        "商家,捐赠书籍,数量,订单金额\n甲店,语文,5,300\n",
        "商家,捐赠物资,数量,发票号\n甲店,口罩,5,01234567\n",
        "商户,捐款支出\n甲店,300\n甲店,200\n",
        "入库单\n商家,品名,数量\n甲店,口罩,5\n",
        "物资到货登记\n店铺,物资,数量\n甲店,口罩,5\n",
        "接收物资登记\n商家,品名,数量,送货人\n甲店,口罩,5,李华\n",
        "公益宝贝捐赠明细\n店铺,商品,成交笔数,捐赠金额\n甲店,口罩,100,5\n",
    ],
)
def test_shops_beside_what_was_paid_are_not(rows: str) -> None:
    found = told(rows, "2020-02-10")
    assert "donor=" not in found
    assert "supplier=甲店" in found or "捐款使用" in rows


@pytest.mark.parametrize("heading", ["交易时间,商户名称,捐款金额", "捐款时间,店铺,捐款金额"])
def test_one_shop_beside_all_gifts_is_the_associations_own(heading: str) -> None:
    """It had given all of them, or been paid."""
    found = told(f"{heading}\n2020-02-01,甲协会,100\n2020-02-02,甲协会,50\n")
    assert found.count("headings that tell who gave") == 2
    found = told(f"{heading},付款人\n2020-02-01,甲协会,100,李华\n2020-02-02,甲协会,50,王芳\n")
    assert "receipt 2020-02-02 donor=王芳: CNY 50元" in found
    assert "甲协会" not in found


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("现金捐款：李华", "李华"), ("微信捐款-李华", "李华"), ("爱心款 李华", "李华"), ("现金捐款人：李华", "李华"), ("友情赞助：甲公司", "甲公司"), ("捐资：李华", "李华"),
        ("捐款-一米阳光", "一米阳光"), ("爱心捐款-一米阳光", "一米阳光"), ("捐款-武汉公司", "武汉公司"),
        # what for, where to, and how it was kept
        ("捐款-修路", None), ("捐款：修桥", None), ("捐款（修路）", None), ("善款-转出", None), ("捐款-武汉", None), ("微信捐款（武汉）", None), ("现金捐款：存银行", None),
        ("微信捐款-群收款", None), ("独家赞助-运动会", None),
    ],
)  # fmt: skip
def test_a_name_stands_behind_every_word_for_giving_and_no_deed(words: str, giver: str | None) -> None:
    """修路 and 转出 were givers, and who gave in cash nobody."""
    assert giver_in({"spent": "", "note": words}) == giver


@pytest.mark.parametrize(
    "title", ["获捐机构一览", "受赠机构", "我会向以下机构捐款", "2020年向下列机构捐款", "受捐機構名單"]
)
def test_institutions_below_such_a_title_got_it(title: str) -> None:
    """They were booked as givers."""
    found = told(f"{title}\n机构,捐款\n市福利院,500\n市一院,300\n", "2020-02-10")
    assert "recipient=市福利院" in found
    assert "donor=" not in found


@pytest.mark.parametrize(
    "title",
    [
        "请大家向下列账户捐款",
        "感谢以下单位向下列学校捐款",
        "爱心企业向以下学校捐款名单",
        "请向以下账号捐款",
        "向以下学校捐款的企业",
    ],
)
def test_who_gave_to_those_named_above_stands_below(title: str) -> None:
    """They had got it: gifts were paid out."""
    assert "receipt (2020-02-10) donor=甲公司: CNY 500元" in told(
        f"{title}\n单位,金额（元）\n甲公司,500\n乙公司,300\n", "2020-02-10"
    )
