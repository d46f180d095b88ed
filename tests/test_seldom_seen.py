"""What stands in few papers, and no other test looked at: each of these was read otherwise by a copy of the program with one small
fault in it, and nobody saw. All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import settings, sheet, told, told_of

from donations.importers.tables import tables

TABLES = {
    "a range of days of another year": (
        "日期,姓名,金额\n2018年2月1日至3日,李华,100\n2018-2-1至2018-2-3,王芳,50\n",
        "receipt 2018-02-03 donor=李华: CNY 100元 [100CNY]\n3 receipt 2018-02-03 donor=王芳: CNY 50元 [50CNY]",
    ),
    "days without a year below a table that says its years": (
        (
            "捐款名单\n日期,姓名,金额\n2018-09-01,李华,100\n2018-12-30,王芳,50\n\n"
            "日期,物品,数量,捐赠单位\n6月1日,口罩,10个,甲公司\n1月2日,手套,5双,乙公司\n"
        ),
        "receipt 2018-06-01 donor=甲公司: 口罩 10个 [10个]\n8 receipt 2019-01-02 donor=乙公司: 手套 5双 [5双]",
    ),
    "goods shared out among two alone": (
        "2020年2月1日物资接收及分配表\n品名,单位,数量,分配情况,\n,,,市第一医院,市第二医院\n口罩,个,500,300,200\n",
        (
            "distribution (2020-02-01) recipient=市第一医院: 口罩 300个 [300个]\n"
            "4 distribution (2020-02-01) recipient=市第二医院: 口罩 200个 [200个]"
        ),
    ),
    "names above counts, where nothing says that these went out": (
        "2020年2月1日物资登记表\n品名,单位,数量,市第一医院,市第二医院\n口罩,个,500,300,200\n",
        "! None: headings that tell who gave or who received",
    ),
    "each of two lists side by side with its own total": (
        "2020年2月1日捐款\n姓名,金额,姓名,金额\n李华,100,王芳,200\n张三,50,赵六,10\n合计,150,合计,210\n",
        "- a total\n= 360 in row 5",
    ),
    "two lists side by side with the total of both, said twice": (
        "2020年2月1日捐款\n姓名,金额,姓名,金额\n李华,100,王芳,200\n张三,50,赵六,10\n合计,360,合计,360\n",
        "- a total\n= 360 in row 5",
    ),
    "each of two lists side by side with its own subtotals": (
        "2020年2月1日捐款\n姓名,金额,姓名,金额\n李华,100,王芳,200\n小计,100,小计,200\n张三,50,赵六,10\n小计,50,小计,10\n",
        (
            "4 - a subtotal\n5 receipt (2020-02-01) donor=张三: CNY 50元 [50CNY]\n5 receipt (2020-02-01) donor=赵六: CNY 10元 [10CNY]\n"
            "6 - a subtotal\n"
        ),
    ),
    "the total of what went out is none of what came in": (
        "日期,捐款人,收支,金额\n2020-02-01,李华,收,100\n2020-02-02,甲店,支,30\n收入合计,,,100\n支出合计,,,30\n",
        "- a total\n= 100 in row 4",
    ),
    "a sum of dollars that its rows don't make": (
        "捐赠人,金额,日期\n李华,100元,2020-02-01\n王芳,50美元,2020-02-02\n美元合计,60美元,\n人民币合计,100元,\n",
        "= 100 in row 5\n≠ 4 None: 60 for 50",
    ),
    "a day of income alone is none of what was spent beside it": (
        "序号,收入日期,收入,金额,支出,金额\n1,2020-02-01,李华,100,买米,30\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\n2 ! None: a date",
    ),
    "goods and money that wasn't sent, in one row": (
        "日期,捐赠人,内容,是否已汇款\n2020-02-01,甲公司,口罩100个,否\n2020-02-01,乙公司,口罩100个、现金500元,否\n",
        "receipt 2020-02-01 donor=甲公司: 口罩 100个 [100个]\n3 ! 是否已汇款: 已到账 or 未到账",
    ),
    "a name alone above money of nobody, which would be lost": (
        "捐赠人,金额,日期\n李华,100,2020-02-01\n王芳,,\n,50,2020-02-02\n",
        "3 ! 金额: an amount; where there was none",
    ),
    "a class above money of nobody": (
        "捐赠人,金额,日期\n三年级一班,,\n,50,2020-02-02\n匿名,,\n,30,2020-02-03\n",
        "2 - a heading of the rows below it\n3 receipt 2020-02-02 donor=爱心人士: CNY 50元 [50CNY]\n4 - a heading",
    ),
    "a name alone below the givers": (
        "捐赠人,金额,日期\n李华,100,2020-02-01\n王芳,50,2020-02-01\n张三,,\n",
        "4 ! 金额: an amount; where there was none",
    ),
    "a total whose amount stands beside its column": (
        "日期,捐赠人,金额,备注\n2020-02-01,李华,100,\n合计,甲,,100\n",
        "- a total\n= 100 in row 3",
    ),
    "what was given, with what came and who got how much of it": (
        "2020年2月1日物资表\n捐赠单位,品名,单位,数量,市第一医院,市第二医院\n甲公司,口罩,个,500,300,200\n",
        "distribution (2020-02-01) recipient=市第二医院: 口罩 200个 [200个]",
    ),
    "ways of payment below 来源 are nobody's names": (
        "日期,金额,来源\n2020-02-01,100,微信\n2020-02-02,50,支付宝\n",
        "! None: headings that tell who gave",
    ),
    "money among goods, counted in 圆": (
        "日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,100,个\n2020-02-01,李华,现金,500,圆\n",
        "3 receipt 2020-02-01 donor=李华: CNY 500元 [500CNY]",
    ),
    "what gifts are called, beside their givers": (
        "Date,Name,Donor,Quantity\n2020-02-01,Masks,Ann Lee,100\n2020-02-02,Gloves,Bob Hill,20\n",
        "2 receipt 2020-02-01 donor=Ann Lee: Masks 100 [100]",
    ),
    "已 and 未 below 是否退款": (
        "日期,捐款人,金额,是否退款\n2020-02-01,李华,100,已\n2020-02-02,王芳,50,未\n",
        "2 - taken back, by its own word\n3 receipt 2020-02-02 donor=王芳: CNY 50元 [50CNY]",
    ),
    "定向 and 非定向 below 用途 are no purposes": (
        "日期,捐款人,金额,用途\n2020-02-01,李华,100,定向\n2020-02-02,王芳,50,非定向\n2020-02-02,王芳,5,助学\n",
        (
            "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\n3 receipt 2020-02-02 donor=王芳: CNY 50元 [50CNY]\n"
            "4 receipt 2020-02-02 donor=王芳: CNY 5元 for 助学"
        ),
    ),
    "who got how much of what was there, a row each": (
        "2020年2月1日物资\n品名,数量,其中分配情况,\n,,单位,数量\n口罩,100,甲村,60\n,,乙村,40\n",
        "4 distribution (2020-02-01) recipient=甲村: 口罩 60 [60]\n5 distribution (2020-02-01) recipient=乙村: 口罩 40 [40]",
    ),
    "a telephone beside the name": (
        "日期,姓名及联系电话,金额\n2020-02-01,李华 13800000000,100\n",
        "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]",
    ),
    "a worth below zero that is only about so much": (
        "日期,捐赠单位,物品,数量,折价\n2020-02-01,甲公司,口罩,100个,-约50元\n",
        "2 ! 折价: an amount above zero",
    ),
    "what was given back, with a wide minus": (
        "日期,捐款人,金额,退款金额\n2020-02-01,李华,100,－30\n",
        "receipt 2020-02-01 donor=李华: CNY 100元 [100CNY] -30",
    ),
    "when money was paid out beside Created alone": (
        "Created (UTC),Donor,Amount,Payout Date\n2020-02-01,Ann Lee,100,2020-02-05\n",
        "receipt 2020-02-01 donor=Ann Lee: CNY 100元 [100CNY]",
    ),
    "to whom goods went on, said once for several": (
        "捐赠单位,受赠单位,物资,数量,单位,日期\n甲公司,市一院,口罩,100,只,2020-02-01\n,,手套,50,双,\n乙公司,,药皂,5,块,\n",
        (
            "3 relay 2020-02-01 donor=甲公司 recipient=市一院: 手套 50双 [50双]\n"
            "4 receipt 2020-02-01 donor=乙公司: 药皂 5块 [5块]"
        ),
    ),
    "a price beside two quantities": (
        "物资,数量（只）,数量（箱）,单价,捐赠单位,日期\n口罩,1000,10,2,甲公司,2020-03-01\n",
        "nothing says which of the two quantities the price is of (2)",
    ),
    "givers of cash beside givers of goods": (
        "捐赠人,现金,捐赠单位,物资,数量,日期\n李华,100,甲公司,口罩,5,2020-02-01\n王明,200,乙公司,手套,6,2020-02-02\n",
        "2 receipt 2020-02-01 donor=甲公司: 口罩 5 [5]",
    ),
    "a dot in what goods are worth": (
        "Name,Value,Item,Date\nAnn Lee,1.500,masks 5,2020-03-01\nBob Hill,500,gloves 6,2020-03-02\n",
        "! None: amounts with two decimals or none: 1.500 may be 1500 or 1.5",
    ),
    "a year of Reiwa by its letter in a title": (
        "寄付者名簿（R2年2月）\n氏名,寄付金額（円）,日付\n李華,1000,2月3日\n",
        "receipt 2020-02-03 donor=李華: JPY 1000日元 [1000JPY]",
    ),
    "a year of Heisei by its letter in a title": (
        "H31年2月 寄付者名簿\n氏名,寄付金額（円）,日付\n李華,1000,2月3日\n",
        "receipt 2019-02-03 donor=李華: JPY 1000日元 [1000JPY]",
    ),
    "how much each was to get, beside what was paid": (
        "助学金发放表\n日期,姓名,资助标准,人数,资助金额\n2020-02-01,市一中,500,2,1000\n",
        "expense 2020-02-01 recipient=市一中: CNY 1000元 [1000CNY]",
    ),
    "a subtotal that counts what was not paid above another": (
        (
            "日期,姓名,金额,状态\n2020-02-01,李华,100,已支付\n2020-02-01,王明,50,未支付\n小计,,150,\n"
            "2020-02-02,张三,200,已支付\n2020-02-02,赵六,10,已支付\n小计,,260,\n"
        ),
        "4 - a subtotal\n5 receipt 2020-02-02 donor=张三: CNY 200元 [200CNY]\n6 receipt 2020-02-02 donor=赵六: CNY 10元 [10CNY]\n7 - a subtotal; the",
    ),
    "a sign that no money has, below thousands": (
        "Name,Date,Amount (thousands)\nAnn Lee,2020-02-01,q$5\n",
        "! Amount (thousands): an amount with its own measure",
    ),
    "so much of each of two in a subtotal": (
        "日期,捐款人,金额\n2020-02-01,李华、王明,各100元\n小计,,200\n2020-02-01,赵六,50\n合计,,250\n",
        "3 - a subtotal\n4 receipt 2020-02-01 donor=赵六: CNY 50元 [50CNY]\n5 - a total\n= 250 in row 5\n",
    ),
    "a day that was written late": (
        "2020年捐款\n姓名,日期,金额\n"
        + "".join(f"甲{day},{day},5\n" for day in ["2.1", "2.2", "2.3", "2.5", "2.7", "2.9", "2.2", "2.11"]),
        "3 receipt 2020-02-01 donor=甲2.1",
    ),
    "a month in six digits": (
        "日期,捐款人,金额\n202002,李华,100\n200203,王芳,50\n",
        "receipt 2020-02-29 donor=李华: CNY 100元 [100CNY]\n3 receipt 2020-02-03 donor=王芳",
    ),
    "名称 beside how many, and no unit": (
        "2020年2月1日\n名称,数量,捐赠单位\n口罩,100,甲公司\n手套,50,乙公司\n",
        "receipt (2020-02-01) donor=甲公司: 口罩 100 [100]",
    ),
    "who made a list, below goods of a column for each sort": (
        (
            "捐赠单位,生活物资,消毒用品,日期\n甲公司,大米5袋,酒精3瓶,2020-02-01\n乙公司,大米6袋,酒精4瓶,2020-02-02\n"
            ",制表：王会计,,\n"
        ),
        "2 receipt 2020-02-01 donor=甲公司: 大米 5袋, 酒精 3瓶 [5袋 3瓶]",
    ),
    "two purposes below the money of both": (
        "姓名,日期,捐款金额,\n,,助学,敬老\n李华,2020-02-01,100,50\n王明,2020-02-01,,20\n",
        "3 receipt 2020-02-01 donor=李华: CNY 50元 for 敬老 [50CNY]",
    ),
    "sizes below the name of goods, beside how many of others": (
        "捐赠单位,日期,口罩,手套\n甲公司,2020-02-01,大号,10\n乙公司,2020-02-01,小号,20\n",
        "2 receipt 2020-02-01 donor=甲公司: 手套 10 [10]",
    ),
    "hours that volunteers worked, by month": (
        "志愿者工时\n姓名,2020年1月,2020年2月\n李华,10,20\n王明,5,6\n",
        "3 ! None: a title or headings that say what came at these times",
    ),
    "goods with their units below what they are for": (
        "捐赠单位,日期,消毒用品,,口罩,\n,,泡腾片（瓶）,湿巾（包）,N95,外科\n甲公司,2020-02-01,1,2,3,4\n",
        "receipt 2020-02-01 donor=甲公司: 泡腾片 1瓶, 湿巾 2包, N95口罩 3, 口罩（外科） 4 [1瓶 2包 7]",
    ),
    "the day behind a name is not that of whoever stands beside it": (
        (
            "捐款人,日期,金额,捐赠单位,物资,数量\n李华,2020-02-01,100,甲公司,口罩,5\n王明,2020-02-02,200,乙公司,手套,6\n"
            "赵六,2020-02-02,20,,,\n"
        ),
        "2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]\n2 ! None: a date: say it with --date ()",
    ),
    "0 for goods that did not come, beside money": (
        "日期,捐赠单位,捐款金额（元）,物资,数量\n2020-02-01,甲公司,100,0,\n2020-02-01,甲公司,50,,0\n2020-02-02,乙公司,,口罩,5\n",
        "2 receipt 2020-02-01 donor=甲公司: CNY 100元 [100CNY]\n3 receipt 2020-02-01 donor=甲公司: CNY 50元 [50CNY]",
    ),
    "an account of two sides that are numbered": (
        "2020年2月收支表\n序号,收入项目,金额,序号,支出项目,金额\n1,李华捐款,100,1,买口罩,30\n合计,,100,合计,,30\n",
        (
            "3 receipt (2020-02-29) donor=李华: CNY 100元 “李华捐款” [100CNY]\n"
            "3 expense (2020-02-29) : CNY 30元 “买口罩” [30CNY]"
        ),
    ),
    "to whom goods were given, in the cell of what they are": (
        "日期,捐赠单位,物资\n2020-02-01,甲公司,向市一院捐赠口罩100个\n",
        "2 ! 物资: the goods alone, and who received them in a column of its own",
    ),
    "sizes in Korean": (
        "기부자,품목,규격,수량,단위,날짜\n김철수,마스크,대형,100,개,2020-02-01\n",
        "receipt 2020-02-01 donor=김철수: 마스크（대형） 100개 [100개]",
    ),
    "NTD behind the heading of amounts": (
        "捐款人,金额NTD,日期\n李华,100,2020-02-01\n",
        "receipt 2020-02-01 donor=李华: TWD 100新台币 [100TWD]",
    ),
    "payments that were tried out": (
        "Name,Amount,Date,Mode\nAnn Lee,100,2020-02-01,livemode\nBob Hill,100,2020-02-01,testmode\n",
        "2 receipt 2020-02-01 donor=Ann Lee: CNY 100元 [100CNY]\n3 - not paid, by its own word",
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_what_is_seldom_seen_is_read_so(case: str) -> None:
    text, wanted = TABLES[case]
    assert wanted in told(text)


def test_the_day_said_stays_that_of_every_page_with_the_same_title() -> None:
    page = "2020年2月3日捐款名单\n姓名,金额\n"
    read = told(f"{page}李华,100\n{page}王芳,50\n", "2020-02-05")
    assert "3 receipt (2020-02-05) donor=李华" in read
    assert "6 receipt (2020-02-05) donor=王芳" in read


@pytest.mark.parametrize("name", ["2019年", "2019", "2019年捐款"])
def test_a_sheet_that_is_named_after_a_year_says_of_no_gift_its_day(name: str) -> None:
    """Each would be one of 31 December."""
    found = tables(sheet("姓名,金额\n李华,100\n", name), settings())
    assert "2 ! None: a date: say it with --date ()" in [line for table in found for line in told_of(table)]


def test_whom_the_user_calls_the_giver_is_no_remark_beside_a_name() -> None:
    """The nickname was given up for the name beside it."""
    text = "日期,用户昵称,姓名,金额\n2020-02-01,小草,李华,100\n"
    assert "donor=小草" in told(text, columns={"用户昵称": "donor", "姓名": "-"})
    assert "donor=李华" in told(text)
    assert "用户昵称=donor" in told(text, columns={"用户昵称": "donor"})


@pytest.mark.parametrize(
    "text",
    [
        "寄附者,金額\n李華,1000\n",
        "2020年2月1日 寄附\n姓名,金額\n李華,1000\n",
        "令和2年2月1日 名簿\n姓名,金額\n李華,1000\n",
        "平成31年2月1日 捐款\n姓名,金額\n李華,1000\n",
    ],
)
def test_one_japanese_word_is_enough_to_ask_for_the_money(text: str) -> None:
    """1000 yen would be as many yuan."""
    assert "! None: which money it is: the list is in Japanese" in told(text, "2020-02-01")


def test_lines_and_a_table_with_times_say_a_gift_once(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "page.md"
    table = (
        "| 姓名 | 金额 | 时间 |\n|---|---|---|\n| 李华 | 100 | 2020-02-01 10:05 |\n| 王明 | 50 | 2020-02-02 11:05 |\n"
    )
    paper.write_text(f"捐款名单\n\n2020-02-01 李华 100元\n2020-02-02 王明 50元\n\n{table}", encoding="utf-8")
    tables = desk.do(f"import {paper} --format json").json["files"][0]["tables"]
    assert [(table["accepted"], table["ignored"]) for table in tables] == [(2, 0), (0, 2)]
