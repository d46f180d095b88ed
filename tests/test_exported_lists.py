"""Lists of gifts that programs and people abroad keep, met when real ones were tried. Names and figures are invented."""

from pathlib import Path
from typing import Any

import pytest
from harness.tables import settings, told, told_of
from papers import written

from donations.importers.columns.goods_senses import OF_WHAT
from donations.importers.columns.money_senses import ONE_MEASURE, WHICH_DOT
from donations.importers.columns.whose_money import WHICH_WITHOUT_SIGN
from donations.importers.files import sheets
from donations.importers.rows.struck import IN_PART
from donations.importers.sheet import Opening
from donations.importers.tables import tables
from donations.importers.words.cells import APART
from donations.importers.words.counting import WITH_UNIT
from donations.importers.words.heading_words import understood
from donations.importers.words.money_cells import money
from donations.importers.words.money_items import SAID_IN_NOTE
from donations.importers.words.row_reasons import STRUCK as STRUCK_ROW

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "null is nobody's name, and no remark",
        {},
        """
昵称,平台,金额,日期,留言
小荷,微信,5.00,20-02-03,加油
null,微信,10.00,20-02-01,null
None,支付宝,￥3.50,20-01-31,N/A
nan,支付宝,2,20-01-30,谢谢
""",
        """
money_in 1: 昵称=donor 平台=- 金额=money 日期=date 留言=note
2 receipt 2020-02-03 donor=小荷: CNY 5元 “加油” [5CNY]
3 receipt 2020-02-01 donor=爱心人士: CNY 10元 [10CNY]
4 receipt 2020-01-31 donor=爱心人士: CNY 3.5元 [3.5CNY]
5 receipt 2020-01-30 donor=爱心人士: CNY 2元 “谢谢” [2CNY]
""",
    ),
    (
        "goods of null are nobody's, and not of the giver above",
        {},
        """
日期,捐赠单位,物资名称,规格,数量,单位,备注,用途
2020-02-01,甲公司,口罩,NULL,500,只,null,undefined
2020-02-01,null,消毒液,500ml,20,瓶,谢谢,
""",
        """
goods_in 1: 日期=date 捐赠单位=donor 物资名称=item 规格=specification 数量=quantity 单位=unit 备注=note 用途=purpose
2 receipt 2020-02-01 donor=甲公司: 口罩 500只 [500只]
3 receipt 2020-02-01 donor=爱心人士: 消毒液（500ml） 20瓶 “谢谢” [20瓶]
""",
    ),
    (
        "null received nothing",
        {},
        """
日期,领用单位,物资名称,数量,单位
2020-02-01,东乡镇,口罩,500,只
2020-02-01,null,口罩,20,只
""",
        """
goods_out 1: 日期=date 领用单位=recipient 物资名称=item 数量=quantity 单位=unit
2 distribution 2020-02-01 recipient=东乡镇: 口罩 500只 [500只]
3 ! 领用单位: a name: this is a word that programs write where there is none; correct it, or take the row out (null)
""",
    ),
    (
        "a number beside amounts in dollars is of nobody knows what, below a heading that is no Chinese one",
        {},
        """
Donor,Amount,Date
Ann Lee,500,2020-02-01
Bo Lin,$100,2020-02-01
Cy Wu,"1,000元",2020-02-02
Total,1600,
""",
        f"""
unclear 1: Donor=donor Amount=money Date=date
2 ! None: {WHICH_WITHOUT_SIGN} (Donor Amount Date)
3 ! None: {WHICH_WITHOUT_SIGN} (Donor Amount Date)
4 ! None: {WHICH_WITHOUT_SIGN} (Donor Amount Date)
5 - a total
= 1600 in row 5
""",
    ),
    (
        "below a Chinese heading it is yuan, and so it is where all are numbers",
        {},
        """
姓名,金额,日期
甲方,500,2020-02-01
乙方,100美元,2020-02-01

Donor,Amount,Date
Ann Lee,500,2020-02-01
Bo Lin,¥20,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额=money 日期=date
2 receipt 2020-02-01 donor=甲方: CNY 500元 [500CNY]
3 receipt 2020-02-01 donor=乙方: USD 100美元 [100USD]
4 - a blank row
money_in 5: Donor=donor Amount=money Date=date
6 receipt 2020-02-01 donor=Ann Lee: CNY 500元 [500CNY]
7 receipt 2020-02-01 donor=Bo Lin: CNY 20元 [20CNY]
""",
    ),
    (
        "a column of units says what money is counted in, row by row",
        {},
        """
姓名,金额,单位,日期
甲方,500,美元,2020-02-01
乙方,20,元,2020-02-01
丙方,3,万元,2020-02-02
合计,3.002,万元,
""",
        """
money_in 1: 姓名=donor 金额=money 单位=unit 日期=date
2 receipt 2020-02-01 donor=甲方: USD 500美元 [500USD]
3 receipt 2020-02-01 donor=乙方: CNY 20元 [20CNY]
4 receipt 2020-02-02 donor=丙方: CNY 30000元 [30000CNY]
5 - a total
= 30020 in row 5
""",
    ),
    (
        "and so does one without a heading",
        {},
        """
捐赠单位,金额,,日期
甲公司,5,万元,2020-02-01
乙公司,300,元,2020-02-02
""",
        """
money_in 1: 捐赠单位=donor 金额=money C=unit 日期=date
2 receipt 2020-02-01 donor=甲公司: CNY 50000元 [50000CNY]
3 receipt 2020-02-02 donor=乙公司: CNY 300元 [300CNY]
""",
    ),
    (
        "a remark that says it is refused, and one that may be a place is a remark",
        {},
        """
捐赠人,金额,备注,日期
甲方,3,美元,2020-02-01
乙方,5,万元,2020-02-01
丙方,300,元,2020-02-02
丁方,30美元,美元,2020-02-02
戊方,300,US,2020-02-02
""",
        f"""
money_in 1: 捐赠人=donor 金额=money 备注=note 日期=date
2 ! 金额: {SAID_IN_NOTE} (3 美元)
3 ! 金额: {SAID_IN_NOTE} (5 万元)
4 receipt 2020-02-02 donor=丙方: CNY 300元 “元” [300CNY]
5 receipt 2020-02-02 donor=丁方: USD 30美元 “美元” [30USD]
6 receipt 2020-02-02 donor=戊方: CNY 300元 “US” [300CNY]
""",
    ),
    (
        "what goods are worth has one measure, in its heading",
        {},
        """
捐赠单位,物资名称,数量,单位,金额,金额单位,日期
甲公司,口罩,500,只,0.5,万元,2020-02-01
""",
        f"""
unclear 1: 捐赠单位=donor 物资名称=item 数量=quantity 单位=unit 金额=value 金额单位=- 日期=date
2 ! None: {ONE_MEASURE} (捐赠单位 物资名称 数量 单位 金额 金额单位 日期)
""",
    ),
    (
        "a yes or no below 到账 says whether it came",
        {},
        """
昵称,金额,日期,到账
甲方,50,2020-02-01,✅
乙方,60,2020-02-01,❌
丙方,70,2020-02-01,✔
""",
        """
money_in 1: 昵称=donor 金额=money 日期=date 到账=status
2 receipt 2020-02-01 donor=甲方: CNY 50元 [50CNY]
3 - not paid, by its own word
4 receipt 2020-02-01 donor=丙方: CNY 70元 [70CNY]
""",
    ),
    (
        "where people work is no unit of their money",
        {},
        """
姓名,单位,金额,金额单位,日期
甲方,教务处,500,元,2020-02-01
乙方,总务处,2,万元,2020-02-01
""",
        """
money_in 1: 姓名=donor 单位=note 金额=money 金额单位=unit 日期=date
2 receipt 2020-02-01 donor=甲方: CNY 500元 “单位：教务处” [500CNY]
3 receipt 2020-02-01 donor=乙方: CNY 20000元 “单位：总务处” [20000CNY]
""",
    ),
    (
        "days as programs keep them, and years alone",
        {},
        """
姓名,金额,时间
甲方,1,20200203-181609
乙方,2,20200204 090000
丙方,3,2019
丁方,4,2018年度
""",
        """
money_in 1: 姓名=donor 金额=money 时间=date
2 receipt 2020-02-03 donor=甲方: CNY 1元 [1CNY]
3 receipt 2020-02-04 donor=乙方: CNY 2元 [2CNY]
4 receipt 2019-12-31 donor=丙方: CNY 3元 [3CNY]
5 receipt 2018-12-31 donor=丁方: CNY 4元 [4CNY]
""",
    ),
    (
        "an amount beside goods in one row and alone in another is of nobody knows what",
        {},
        """
Donor,Date,Amount,Items
Ann Lee,2020-02-01,100,Blankets
Bo Lin,2020-02-02,20,
""",
        f"""
unclear 1: Donor=donor Date=date Amount=quantity Items=item
2 ! None: {OF_WHAT} (Donor Date Amount Items)
3 ! None: {OF_WHAT} (Donor Date Amount Items)
""",
    ),
    (
        "once that is said, it is read so",
        {"columns": {"Amount": "money"}},
        """
Donor,Date,Amount,Items
Ann Lee,2020-02-01,100,Blankets
Bo Lin,2020-02-02,20,
""",
        """
goods_in 1: Donor=donor Date=date Amount=money Items=item
2 receipt 2020-02-01 donor=Ann Lee: Blankets ?@@100 [100value]
3 receipt 2020-02-02 donor=Bo Lin: CNY 20元 [20CNY]
""",
    ),
    (
        "a dot and three digits may be thousands, below a heading that is no Chinese one",
        {},
        """
Donor,Date,Amount
Ann Lee,2020-02-01,1.500
Bo Lin,2020-02-02,20
""",
        f"""
unclear 1: Donor=donor Date=date Amount=money
2 ! None: {WHICH_DOT} (Donor Date Amount)
3 ! None: {WHICH_DOT} (Donor Date Amount)
""",
    ),
    (
        "a number behind the name of a thing may belong to it",
        {},
        """
捐赠者,物资/金额,捐赠日期
甲方,11.00,2020-02-01
乙方,Galaxy Tab 5,2020-02-01
丙方,内存条2666 8G内存,2020-02-01
丁方,口罩 500,2020-02-01
戊方,Galaxy Tab 5一台,2020-02-01
""",
        f"""
goods_in 1: 捐赠者=donor 物资/金额=money_or_goods 捐赠日期=date
2 receipt 2020-02-01 donor=甲方: CNY 11元 [11CNY]
3 ! 物资/金额: {WITH_UNIT} (Galaxy Tab 5)
4 ! 物资/金额: {APART} (内存条2666 8G内存)
5 receipt 2020-02-01 donor=丁方: 口罩 500 [500]
6 receipt 2020-02-01 donor=戊方: Galaxy Tab 5 1台 [1台]
""",
    ),
    (
        "what a blank alone parts is refused, never half taken",
        {},
        """
日期,捐赠人,捐赠物品
2020-02-01,甲方,书50本
2020-02-01,乙方,现金200 衣服3件
2020-02-01,丙方,衣服3件 现金200
2020-02-01,丁方,口罩500 消毒液20瓶
2020-02-01,戊方,口罩500个 消毒液20瓶
""",
        f"""
goods_in 1: 日期=date 捐赠人=donor 捐赠物品=item
2 receipt 2020-02-01 donor=甲方: 书 50本 [50本]
3 ! 捐赠物品: {APART} (现金200 衣服3件)
4 ! 捐赠物品: {APART} (衣服3件 现金200)
5 ! 捐赠物品: {APART} (口罩500 消毒液20瓶)
6 receipt 2020-02-01 donor=戊方: 口罩 500个, 消毒液 20瓶 [500个 20瓶]
""",
    ),
    (
        "from WeChat beside a name is the way that a gift came",
        {},
        """
money,name,from,date
10,Ann,WeChat,2020-02-01
20,Bo,Alipay,2020-02-02
""",
        """
money_in 1: money=money name=donor from=- date=date
2 receipt 2020-02-01 donor=Ann: CNY 10元 [10CNY]
3 receipt 2020-02-02 donor=Bo: CNY 20元 [20CNY]
""",
    ),
    (
        "first and last names are headings, however many others nobody understands",
        {},
        """
DONOR_ID,FIRST_NAME,LAST_NAME,DONATION_DATE,AMOUNT,ZIP5,TARGETING
X1,Ann,Lee,2020-02-01,100,30001,
X2,,Hill Bakery,2020-02-01,20,30002,
X3,,,2020-02-02,5,,
""",
        """
money_in 1: DONOR_ID=donor FIRST_NAME=donor LAST_NAME=donor DONATION_DATE=date AMOUNT=money ZIP5=- TARGETING=-
2 receipt 2020-02-01 donor=Ann Lee: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=Hill Bakery: CNY 20元 [20CNY]
4 receipt 2020-02-02 donor=X3: CNY 5元 [5CNY]
""",
    ),
    (
        "names and amounts, and no amount",
        {"day": "2020-02-01"},
        """
first_name,last_name,gift_amount
Bo,Lin,
Ann,Lee,35
""",
        """
money_in 1: first_name=donor last_name=donor gift_amount=money
2 ! gift_amount: an amount; where there was none, write 0 or take the row out ()
3 receipt (2020-02-01) donor=Ann Lee: CNY 35元 [35CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_an_exported_list_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    ("heading", "currency"),
    [
        ("金額(NTD)", "TWD"), ("捐款金額NT$", "TWD"), ("Amount (US)", "USD"), ("Amount ($AUD)", "AUD"), ("Amount (CDN)", "CAD"),
        ("Amount (¥JPY)", "JPY"), ("Amount (STG)", "GBP"), ("amount_usd", "USD"), ("Amount in EUR", "EUR"), ("donation_amount_gbp", "GBP"),
        ("金额（法郎）", "?"), ("amount_inr", "?"), ("金额€", "EUR"), ("金额", None), ("Amount", None), ("Amount (US/EUR)", "?"),
    ],
)  # fmt: skip
def test_a_heading_says_of_which_money_its_amounts_are(heading: str, currency: str | None) -> None:
    """None of it is taken for yuan."""
    assert understood(heading).currency == currency


@pytest.mark.parametrize(
    ("cell", "item", "number"),
    [("500元（台币）", "TWD", 500), ("1,000元整(美元)", "USD", 1000), ("5万元（日元）", "JPY", 50000), ("500元（现金）", "CNY", 500), ("500元（微信）", "CNY", 500)],
)  # fmt: skip
def test_what_stands_in_brackets_says_what_the_yuan_before_it_are(cell: str, item: str, number: int) -> None:
    """In Taiwan and Hong Kong people write 元 of their own money; below 万元 they are as many."""
    for factor in (1, 10**4):
        [quantity] = money(cell, factor, None)
        assert f"{quantity.item} {quantity.number}" == f"{item} {number}"


@pytest.mark.parametrize("heading", ["Donator", "contributor_name", "施主", "供养人", "善信"])
def test_who_gave_has_many_names(heading: str) -> None:
    """Of temples, and of lists in English."""
    assert understood(heading).sense == "donor"


@pytest.mark.parametrize(
    "content",
    [
        '{"updated": "2020-02-01", "currency": "EUR", "donors": [{"name": "Ann", "amount": 500, "date": "2020-02-01"}]}',
        '{"currency": "EUR", "data": {"total": 1, "list": [{"name": "Ann", "amount": 500, "date": "2020-02-01"}]}}',
        '{"currency": "EUR", "columns": ["name", "amount", "date"], "data": [["Ann", 500, "2020-02-01"]]}',
        '{"unit": "EUR", "list": [{"name": "Ann", "amount": 500, "date": "2020-02-01"}]}',
        '{"currency": "USD", "list": [{"name": "Ann", "amount": 500, "date": "2020-02-01", "currency": "EUR"}]}',
    ],
)
def test_what_a_file_says_once_of_its_amounts_is_of_each(tmp_path: Path, content: str) -> None:
    """Else they would be yuan."""
    [sheet] = sheets(written(tmp_path / "a.json", content), Opening())
    [line] = [line for table in tables(sheet, settings()) for line in told_of(table) if "receipt" in line]
    assert line == "2 receipt 2020-02-01 donor=Ann: EUR 500欧元 [500EUR]"


MARKDOWN = """# 名单

<!--
| 捐赠者 | 金额 | 日期 |
|---|---|---|
| 例如 | 100 | 2020-01-01 |
-->

| 捐赠者 | 金额 | 日期 |
|---|---|---|
| 甲方 <!-- 不公开 --> | 5 | 2020-02-01 |
<!-- | 撤回 | 7 | 2020-02-01 | -->
| 乙方 | 9 | 2020-02-02 |

| 丙方 | 3 | 2020-02-03 |

后来的：

| 丁方 | 2 | 2020-02-04 |

| 微信 | 支付宝 |

谢谢大家 | 再见
"""


def test_a_table_in_markdown_goes_on_behind_blank_lines_and_without_what_is_commented_out(tmp_path: Path) -> None:
    """Rows behind a blank line were lost, and rows in a comment were gifts."""
    [sheet] = sheets(written(tmp_path / "a.md", MARKDOWN), Opening())
    found = [line for table in tables(sheet, settings()) for line in told_of(table)]
    assert [line for line in found if "receipt" in line] == [
        "11 receipt 2020-02-01 donor=甲方: CNY 5元 [5CNY]",
        "13 receipt 2020-02-02 donor=乙方: CNY 9元 [9CNY]",
        "15 receipt 2020-02-03 donor=丙方: CNY 3元 [3CNY]",
        "19 receipt 2020-02-04 donor=丁方: CNY 2元 [2CNY]",
    ]
    assert len(found) == 6


STRUCK = {
    "a.html": """<table><tr><th>昵称</th><th>金额</th><th>日期</th></tr>
<tr style="text-decoration: line-through"><td>甲方</td><td>30</td><td>2020-02-01</td></tr>
<tr><td><span style="text-decoration:line-through">乙方</span></td><td style="text-decoration:line-through">5</td><td><s>2020-02-01</s></td></tr>
<tr><td>丙方</td><td><del>5</del> 8</td><td>2020-02-01</td></tr>
<tr><td><del>丁方</del></td><td>9</td><td>2020-02-01</td></tr>
<tr><td>戊方<s></td><td>7<s/></td><td>2020-02-01</td></tr></table>""",
    "a.md": """| 昵称 | 金额 | 日期 |
|---|---|---|
| ~~甲方~~ | ~~30~~ | ~~2020-02-01~~ |
| ~~乙~~~~方~~ | ~~5~~ | ~~2020-02-01~~ |
| 丙方 | ~~5~~ 8 | 2020-02-01 |
| ~~丁方~~ | 9 | 2020-02-01 |
| 戊方 | 7 | 2020-02-01 |""",
}


@pytest.mark.parametrize("name", STRUCK)
def test_what_a_page_strikes_through_is_no_gift(tmp_path: Path, name: str) -> None:
    """As in a workbook: a row as a whole is passed over, a part of a text is left out, and one cell alone is refused."""
    [sheet] = sheets(written(tmp_path / name, STRUCK[name]), Opening())
    found = [line.split(" ", 1)[1] for table in tables(sheet, settings()) for line in told_of(table)][1:]
    assert found == [
        f"- {STRUCK_ROW}",
        f"- {STRUCK_ROW}",
        "receipt 2020-02-01 donor=丙方: CNY 8元 [8CNY]",
        f"! 昵称: {IN_PART} (丁方)",
        "receipt 2020-02-01 donor=戊方: CNY 7元 [7CNY]",
    ]
