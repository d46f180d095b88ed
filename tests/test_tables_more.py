"""Tables as programs and people of many sorts leave them, met when real ones were tried. Names and figures are invented."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from harness.tables import told
from papers import cells, written

from donations.importers.columns.days import read_day
from donations.importers.words.heading_words import understood

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "one column of what was paid, beside a word that says which way",
        {},
        """
付款时间,业务类型,标题,收/支,实付金额,对方户名
2020-02-01 10:00,支付,奶茶,支出,¥21.17,甲茶店
2020-02-02 10:00,退款,奶茶,收入,¥20.00,甲茶店
2020-02-03 10:00,转账,爱心捐款,收入,¥50.00,李华
""",
        """
money_in 1: 付款时间=date 业务类型=note 标题=- 收/支=direction 实付金额=money 对方户名=donor
2 expense 2020-02-01 supplier=甲茶店: CNY 21.17元 “支付” []
4 receipt 2020-02-03 donor=李华: CNY 50元 “转账” [50CNY]
3 return 2020-02-02 supplier=甲茶店: CNY 20元 “退款” [] or income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "who gave and who was paid in one column, and what for beside",
        {},
        """
序號,交易日期,收支科目,捐贈者／支出對象,收入金額(新臺幣),支出金額(新臺幣),支出用途
1,109/02/01,個人捐贈收入,李華,1000,0,
2,109/02/02,雜支,甲商行,0,60,文具
3,109/02/03,利息收入,乙銀行,3,0,
""",
        """
money_in 1: 序號=serial 交易日期=date 收支科目=note 捐贈者／支出對象=donor 收入金額(新臺幣)=money 支出金額(新臺幣)=spent 支出用途=note
2 receipt 2020-02-01 donor=李華: TWD 1000新台币 “個人捐贈收入” [1000TWD]
3 expense 2020-02-02 supplier=甲商行: TWD 60新台币 “雜支，文具” []
4 - interest, no gift
""",
    ),
    (
        "letters with a number are of what make a thing is",
        {},
        """
捐赠者,捐赠内容,日期
李华,￥6.66,2020-02-01
王芳,开发板 HAND100,2020-02-02
赵六,开发板 HAND100 2块,2020-02-02
""",
        """
goods_in 1: 捐赠者=donor 捐赠内容=money_or_goods 日期=date
2 receipt 2020-02-01 donor=李华: CNY 6.66元 [6.66CNY]
3 ! 捐赠内容: a quantity such as 500, 500个, 约500斤 or 一批 (开发板 HAND100)
4 receipt 2020-02-02 donor=赵六: 开发板 HAND100 2块 [2块]
""",
    ),
    (
        "goods among amounts of money, by their sort",
        {},
        """
捐赠人,捐赠方式,金额,日期
李华,银行转账,100,2020-02-01
王芳,实物,200,2020-02-01
甲公司,实物（大米）,约30,2020-02-01
合计,,330,
""",
        """
money_in 1: 捐赠人=donor 捐赠方式=type 金额=money 日期=date
2 receipt 2020-02-01 donor=李华: CNY 100元 [100CNY]
3 receipt 2020-02-01 donor=王芳: 物资 ?@@200 [200value]
4 receipt 2020-02-01 donor=甲公司: 大米 ?@@30 [30value]
5 - a total
= 330 in row 5
""",
    ),
    (
        "a program's export with many columns of its own",
        {},
        """
_key,amount,name,sentBy,mail,stateOf,date,toPlace,flagged,bankOf,usedFor,hash
k1,100,Li Hua,n,m,s,2020-02-01,x,y,z,w,q
""",
        """
money_in 1: _key=- amount=money name=donor sentBy=- mail=- stateOf=- date=date toPlace=- flagged=- bankOf=- usedFor=- hash=-
2 receipt 2020-02-01 donor=Li Hua: CNY 100元 [100CNY]
""",
    ),
    (
        "interest of an account that a platform keeps",
        {},
        """
交易时间,商户名称,交易说明,收/支,金额
2020-02-01,甲平台,甲小金库收益,收入,0.01
2020-02-01,甲平台,文具,支出,5
""",
        """
money_in 1: 交易时间=date 商户名称=supplier 交易说明=note 收/支=direction 金额=money
2 - interest, no gift
3 expense 2020-02-01 supplier=甲平台: CNY 5元 “文具” []
""",
    ),
    (
        "a giver's name on a platform",
        {},
        """
爱发电昵称,金额,赞助日期
李华,5,2020-02-01
""",
        """
money_in 1: 爱发电昵称=donor 金额=money 赞助日期=date
2 receipt 2020-02-01 donor=李华: CNY 5元 [5CNY]
""",
    ),
    (
        "a ledger of cash whose balance says which side came in, with sums of each month",
        {},
        """
2020年现金日记账,,,,,
日期,凭证字号,摘要,借方,贷方,余额
,,上年结转,,,1000
2020-02-02,记-1,收李华捐款,100,,1100
2020-02-05,记-2,付房租,,400,700
,,本月合计,100,400,700
2020-03-05,记-3,收王芳捐款,50,,750
,,本月合计,50,0,750
,,本年累计,150,400,750
""",
        """
money_in 2: 日期=date 凭证字号=- 摘要=note 借方=money 贷方=spent 余额=-
3 - a total
4 receipt 2020-02-02 donor=李华: CNY 100元 “收李华捐款” [100CNY]
5 expense 2020-02-05 : CNY 400元 “付房租” []
6 - a subtotal
7 receipt 2020-03-05 donor=王芳: CNY 50元 “收王芳捐款” [50CNY]
8 - a subtotal
9 - a total
= 150 in row 9
""",
    ),
    (
        "an account without names, whose signs say what came in",
        {},
        """
日期,摘要,金额,余额
2020-02-01,李华捐款,100,1100
2020-02-02,房租,-400,700
2020-02-03,王芳捐款,5,705
""",
        """
money_in 1: 日期=date 摘要=note 金额=money 余额=-
2 receipt 2020-02-01 donor=李华: CNY 100元 “李华捐款” [100CNY]
3 expense 2020-02-02 : CNY 400元 “房租” []
4 receipt 2020-02-03 donor=王芳: CNY 5元 “王芳捐款” [5CNY]
""",
    ),
    (
        "the same in English",
        {},
        """
Date,Description,Amount,Balance
2020-02-01,Donation from Li Hua,100,1100
2020-02-02,RENT,-400,700
""",
        """
money_in 1: Date=date Description=note Amount=money Balance=-
2 receipt 2020-02-01 donor=Li Hua: CNY 100元 “Donation from Li Hua” [100CNY]
3 expense 2020-02-02 : CNY 400元 “RENT” []
""",
    ),
    (
        "a bank's list without names, whose balance says which side came in",
        {},
        """
记账日期,借方发生额,贷方发生额,余额,交易摘要
2020-02-10,,800,1800,收到李华捐款
2020-02-15,200,,1600,办公用品
""",
        """
money_in 1: 记账日期=date 借方发生额=spent 贷方发生额=money 余额=- 交易摘要=note
2 receipt 2020-02-10 donor=李华: CNY 800元 “收到李华捐款” [800CNY]
3 expense 2020-02-15 : CNY 200元 “办公用品” []
""",
    ),
    (
        "a bank's list of Taiwan",
        {},
        """
幣別：新臺幣
交易日期,摘要,提款金額,存款金額,餘額
109/02/05,手續費,15,,985
109/02/06,李華捐款,,300,1285
109/02/07,薪資轉帳,,80,1365
""",
        """
money_in 2: 交易日期=date 摘要=note 提款金額=spent 存款金額=money 餘額=-
3 expense 2020-02-05 : TWD 15新台币 “手續費” []
4 receipt 2020-02-06 donor=李華: TWD 300新台币 “李華捐款” [300TWD]
5 - income that is no gift by its type; where it is one, `donations receive` records it
""",
    ),
    (
        "a list of payments by name of user",
        {},
        """
时间,用户名,类型,资金
2020-02-01 08:48:00,李*华,二维码收款,+10.00
""",
        """
money_in 1: 时间=date 用户名=donor 类型=- 资金=money
2 receipt 2020-02-01 donor=李*华: CNY 10元 [10CNY]
""",
    ),
    (
        "a currency called cur",
        {},
        """
date,donor,cur,amount
2020-02-02,Li Hua,USD,100
""",
        """
money_in 1: date=date donor=donor cur=currency amount=money
2 receipt 2020-02-02 donor=Li Hua: USD 100美元 [100USD]
""",
    ),
    (
        "names in two columns, and days with the month in front",
        {},
        """
First Name,Last Name,Email,Donation Amount,Donation Date,Campaign
Hua,Li,a@b.c,100.00,2/13/2020,General
Fang,Wang,b@b.c,"1,250.50",2/3/2020,Flood
""",
        """
money_in 1: First Name=donor Last Name=donor Email=- Donation Amount=money Donation Date=date Campaign=purpose
2 receipt 2020-02-13 donor=Hua Li: CNY 100元 for General [100CNY]
3 receipt 2020-02-03 donor=Fang Wang: CNY 1250.5元 for Flood [1250.5CNY]
""",
    ),
    (
        "days with the month behind",
        {},
        """
Date,Donor,Amount
13/02/2020,Li Hua,100
03/02/2020,Wang Fang,50
""",
        """
money_in 1: Date=date Donor=donor Amount=money
2 receipt 2020-02-13 donor=Li Hua: CNY 100元 [100CNY]
3 receipt 2020-02-03 donor=Wang Fang: CNY 50元 [50CNY]
""",
    ),
    (
        "an account with a word for which way",
        {},
        """
date,description,type,category,amount
2020-02-01,Venue for a dinner,Expense,Event Costs,120
2020-02-20,Donation from Li Hua,Income,Donation,1000
""",
        """
money_in 1: date=date description=note type=direction category=type amount=money
2 expense 2020-02-01 : CNY 120元 “Venue for a dinner” []
3 receipt 2020-02-20 donor=Li Hua: CNY 1000元 “Donation from Li Hua” [1000CNY]
""",
    ),
    (
        "gifts of nobody named are no spending",
        {},
        """
捐款时间,捐款金额(元),项目
2020/02/23,10,助学
""",
        """
unclear 1: 捐款时间=date 捐款金额(元)=money 项目=purpose
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (捐款时间 捐款金额(元) 项目)
""",
    ),
    (
        "short years behind the month",
        {},
        """
Date,Donor,Amount
1/13/20,Li Hua,100
2/3/20,Wang Fang,50
""",
        """
money_in 1: Date=date Donor=donor Amount=money
2 receipt 2020-01-13 donor=Li Hua: CNY 100元 [100CNY]
3 receipt 2020-02-03 donor=Wang Fang: CNY 50元 [50CNY]
""",
    ),
    (
        "short years in front",
        {},
        """
日期,捐赠人,金额
20/1/13,李华,100
20/2/3,王芳,50
""",
        """
money_in 1: 日期=date 捐赠人=donor 金额=money
2 receipt 2020-01-13 donor=李华: CNY 100元 [100CNY]
3 receipt 2020-02-03 donor=王芳: CNY 50元 [50CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_met_elsewhere_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize(
    "written_as",
    [
        "2020-02-03 18:16 IST",
        "2020-02-03 18:16:09 +0800 CST",
        "2020-02-03T18:16:09.123+08:00",
        "2020-02-03 18:16:09 (GMT+8)",
        "2020-02-03 6:16 PM",
    ],
)
def test_a_day_with_a_time_somewhere(written_as: str) -> None:
    """The day is that which is written, wherever its clock stands."""
    assert read_day(written_as, date(2020, 3, 31)) == date(2020, 2, 3)


HEADINGS = {
    "party": "爱发电昵称 GitHub用户名 B站ID 署名 金主 老板",
    "payer": "交易对方 交易对象 往来单位",
    "summary": "交易描述 收支科目",
    "supplier": "商户名称",
    "donor": "捐贈者／支出對象 投喂者",
    "date": "银行记账日",
    "purpose": "Fund",
}


@pytest.mark.parametrize(
    ("heading", "sense"), [(word, sense) for sense, words in HEADINGS.items() for word in words.split()]
)
def test_a_heading_met_elsewhere_is_understood(heading: str, sense: str) -> None:
    """Headings of platforms, banks and lists of those who helped."""
    assert understood(heading).sense == sense


def test_blanks_behind_a_closing_quotation_mark_belong_to_no_cell(tmp_path: Path) -> None:
    """So a tab that keeps Excel from reading an amount as a number is none of its own cell."""
    path = written(tmp_path / "a.csv", 'Date,Donor,Amount\n2020-02-01,"Li, Hua" ,"1,500.00"\t\n2020-02-02,Wang,"5"\n')
    assert cells(path)[1:] == [["2020-02-01", "Li, Hua", "1,500.00"], ["2020-02-02", "Wang", "5"]]


def test_a_record_of_a_program_says_nothing_of_the_next(desk: Desk, tmp_path: Path) -> None:
    """In JSON what is left out is not that of the record above: neither the day nor the giver."""
    path = written(
        tmp_path / "a.json",
        '[{"donor": "李华", "item": "口罩", "quantity": "5个", "date": "2020-02-01"}, {"item": "口罩", "quantity": "6个"}]',
    )
    answer = desk.run(f"import {path} --dry-run --format json")
    [problems] = [file["problems"] for file in answer.json["files"]]
    assert answer.code == 65
    assert {(problem["row"], problem["column"]) for problem in problems} == {(3, "donor"), (3, "date")}


def test_a_table_of_pipes_below_a_tag(tmp_path: Path) -> None:
    """A paper that begins with a tag is no page yet: its table may be one of pipes, or both."""
    pipes = "| 姓名 | 金额 | 日期 |\n| --- | --- | --- |\n| 李华 | 5 | 2020-02-01 |\n"
    path = written(tmp_path / "a.md", f'<div align="center"><b>感谢</b></div>\n\n{pipes}')
    assert [row for row in cells(path) if row[0] == "李华"] == [["李华", "5", "2020-02-01"]]
    page = written(tmp_path / "a.html", f"<html><pre>{pipes}</pre><table><tr><td>甲<td>1</table></html>")
    assert cells(page)[-1] == ["甲", "1"]


def test_a_donor_is_not_lent_by_a_row_that_the_book_refuses(desk: Desk, tmp_path: Path) -> None:
    """Whether the reader or a rule of the book refuses the row above: a blank below it means nobody."""
    path = written(
        tmp_path / "a.csv",
        "捐赠单位,物资,数量,单位,日期\n甲公司,口罩,6.5,个,2020-02-01\n,手套,5,双,2020-02-01\n,帽子,5,顶,2020-02-01\n"
        "乙公司,口罩,6,个,2020-02-01\n,手套,7,双,2020-02-01\n",
    )
    answer = desk.run(f"import {path} --accept-good --yes --format json")
    [file] = answer.json["files"]
    assert [problem["row"] for problem in file["problems"]] == [2, 3, 4]
    assert "the row above" in file["problems"][2]["expected"]
    assert [(row["donor"], row["item"]) for row in desk.read("ledger")] == [("乙公司", "口罩"), ("乙公司", "手套")]


def test_a_refund_of_a_bill_is_called_so_before_it_is_booked(desk: Desk, tmp_path: Path) -> None:
    """And no return, which is of goods given out; one row is no rows."""
    headings = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
    gift = "2020-02-05 09:00:00,转账,李华,转账,收入,¥100.50,零钱,{},4200002,,\n"
    first = written(tmp_path / "a.csv", headings + gift.format("已收钱"))
    later = written(tmp_path / "b.csv", headings + gift.format("已退款(￥5.00)"))
    desk.do(f"import {first} --yes")
    said = desk.do(f"import {later} --dry-run").out
    assert "  refund  " in said
    assert "return" not in said
    blank = written(tmp_path / "c.csv", "捐赠单位,物资,数量,日期\n甲公司,口罩,6个,2020-02-01\n,手套,7双,2020-02-01\n")
    assert "No donor is written in 1 row, which" in " ".join(desk.do(f"import {blank} --dry-run").out.split())


def test_names_among_goods_are_refused_wherever_goods_are_typed(desk: Desk) -> None:
    """In what was given out they are recipients, in a correction what they are in the entry."""
    desk.do("receive 李华 口罩500个 100元 --new --date 2020-02-01")
    out = desk.refused("distribute 第一小学 王芳 口罩5个 --new --date 2020-02-02", code=65)
    assert "--to 王芳" in out
    given = desk.refused("correct 1 李华 王芳 口罩5个 --reason 看错", code=65)
    assert "--with 王芳" in given
    desk.do("buy 口罩5个@2元 --from 甲商行 --new --date 2020-02-02")
    bought = desk.refused("correct 2 甲商行 口罩6个 --reason 看错", code=65)
    assert "--from 甲商行" in bought
