"""Tables of shapes that nobody had tried before: registers with a word for each way, foreign values, days in three columns.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

from pathlib import Path
from typing import Any

import pytest
from conftest import Desk
from harness.tables import told
from papers import written

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "a word for a total in a column of purposes, where nobody is named",
        {"day": "2020-02-05"},
        """
2020年2月捐款情况
项目,金额（元）
助学,120
助老,80.5
合计,200.5
""",
        """
money_in 2: 项目=purpose 金额（元）=money
3 receipt (2020-02-05) donor=爱心人士: CNY 120元 for 助学 [120CNY]
4 receipt (2020-02-05) donor=爱心人士: CNY 80.5元 for 助老 [80.5CNY]
5 - a total
= 200.5 in row 5
""",
    ),
    (
        "amounts made of so many gifts each, and nobody's",
        {"day": "2020-02-05"},
        """
2020年2月捐款汇总
类别,金额（元）,笔数
个人,1200,24
单位,8000,3
合计,9200,27
""",
        """
statistic 2: 类别=- 金额（元）=money 笔数=-
3 - a figure of a statistic, no gift
4 - a figure of a statistic, no gift
5 - a figure of a statistic, no gift
""",
    ),
    (
        "sums carried over from page to page",
        {},
        """
日期,姓名,金额
2020-02-01,陈一,100
,过次页,100
,承前页,100
2020-02-02,陈二,60
转下页,,160
承上页,,160
2020-02-03,陈三,40
合计,,200
""",
        """
money_in 1: 日期=date 姓名=donor 金额=money
2 receipt 2020-02-01 donor=陈一: CNY 100元 [100CNY]
3 - a total
4 - a total
5 receipt 2020-02-02 donor=陈二: CNY 60元 [60CNY]
6 - a total
7 - a total
8 receipt 2020-02-03 donor=陈三: CNY 40元 [40CNY]
9 - a total
= 200 in row 9
""",
    ),
    (
        "what goods are worth in foreign money, by the heading",
        {},
        """
Date,Donor,Item,Qty,Value (USD)
2020-02-01,Blue Mill,Flour,40 bags,310.00
2020-02-02,Ann Reed,Rice,12 bags,96
Total,,,,406.00
""",
        """
goods_in 1: Date=date Donor=donor Item=item Qty=quantity Value (USD)=note
2 receipt 2020-02-01 donor=Blue Mill: Flour 40袋 “价值310.00美元” [40袋]
3 receipt 2020-02-02 donor=Ann Reed: Rice 12袋 “价值96美元” [12袋]
4 - a total
""",
    ),
    (
        "by the cells",
        {},
        """
捐赠单位,物资,数量,单位,价值,日期
甲厂,毛毯,20,条,$150,2020-02-01
乙厂,雨衣,30,件,$90.5,2020-02-01
""",
        """
goods_in 1: 捐赠单位=donor 物资=item 数量=quantity 单位=unit 价值=note 日期=date
2 receipt 2020-02-01 donor=甲厂: 毛毯 20条 “价值$150” [20条]
3 receipt 2020-02-01 donor=乙厂: 雨衣 30件 “价值$90.5” [30件]
""",
    ),
    (
        "a price in foreign money",
        {},
        """
捐赠单位,物资,数量,单位,单价（港币）,日期
丙厂,水壶,10,个,35,2020-02-02
""",
        """
goods_in 1: 捐赠单位=donor 物资=item 数量=quantity 单位=unit 单价（港币）=note 日期=date
2 receipt 2020-02-02 donor=丙厂: 水壶 10个 “单价35港元” [10个]
""",
    ),
    (
        "a cell in other money among values",
        {},
        """
捐赠单位,物资,数量,单位,价值,日期
丁厂,手电,10,支,200,2020-02-02
戊厂,电池,40,节,US$20,2020-02-02
""",
        """
goods_in 1: 捐赠单位=donor 物资=item 数量=quantity 单位=unit 价值=value 日期=date
2 receipt 2020-02-02 donor=丁厂: 手电 10支@@200 [10支 200value]
3 ! 价值: yuan, in which what goods are worth is booked; a column of foreign money only becomes a note (US$20)
""",
    ),
    (
        "all amounts of a table in dollars, by its title",
        {"day": "2020-02-05"},
        """
物资捐赠明细 单位：美元
捐赠方,物资,数量,价值
甲厂,毛毯,20条,150
""",
        """
goods_in 2: 捐赠方=donor 物资=item 数量=quantity 价值=value
3 receipt (2020-02-05) donor=甲厂: 毛毯 20条 “价值150美元” [20条]
""",
    ),
    (
        "foreign money with what it makes in yuan",
        {},
        """
捐赠人,币种,金额,折合人民币,日期
林青,人民币,100,100,2020-02-01
Ann Reed,美元,50,348.5,2020-02-02
合计,,,448.5,
""",
        """
money_in 1: 捐赠人=donor 币种=currency 金额=money 折合人民币=note 日期=date
2 receipt 2020-02-01 donor=林青: CNY 100元 [100CNY]
3 receipt 2020-02-02 donor=Ann Reed: USD 50美元 “折合348.5元” [50USD]
4 - a total
""",
    ),
    (
        "headings that come again in another currency, in thousands of ten, or with other people are those of another table",
        {},
        """
姓名,金额（元）,日期
陈一,100,2020-02-01
姓名,金额（美元）,日期
Ann Reed,50,2020-02-01
姓名,金额（万元）,日期
陈二,2,2020-02-01
捐赠单位,金额（元）,日期
甲厂,5,2020-02-01
捐赠单位,金额（元）,（续表）
乙厂,6,2020-02-01
""",
        """
money_in 1: 姓名=donor 金额（元）=money 日期=date
2 receipt 2020-02-01 donor=陈一: CNY 100元 [100CNY]
money_in 3: 姓名=donor 金额（美元）=money 日期=date
4 receipt 2020-02-01 donor=Ann Reed: USD 50美元 [50USD]
money_in 5: 姓名=donor 金额（万元）=money 日期=date
6 receipt 2020-02-01 donor=陈二: CNY 20000元 [20000CNY]
money_in 7: 捐赠单位=donor 金额（元）=money 日期=date
8 receipt 2020-02-01 donor=甲厂: CNY 5元 [5CNY]
9 - the headings again
10 receipt 2020-02-01 donor=乙厂: CNY 6元 [6CNY]
""",
    ),
    (
        "two lists side by side, of which one states a wrong total",
        {},
        """
捐款人,金额（元）,日期,,捐赠单位,物品,数量,日期
陈一,100,2020-02-01,,甲厂,毛毯,20条,2020-02-01
陈二,50.5,2020-02-02,,合计,,20,
合计,160.5,,,,,,
""",
        """
money_in 1: 捐款人=donor 金额（元）=money 日期=date 捐赠单位=donor 物品=item 数量=quantity
2 receipt 2020-02-01 donor=陈一: CNY 100元 [100CNY]
2 receipt 2020-02-01 donor=甲厂: 毛毯 20条 [20条]
3 receipt 2020-02-02 donor=陈二: CNY 50.5元 [50.5CNY]
3 - a total
4 - a total
≠ 4 金额（元）: 160.5 for 150.5
""",
    ),
    (
        "a register of goods that says by a cell which way they went",
        {},
        """
日期,类型,物资,数量,单位,来源/去向
2020-02-01,入库,毛毯,20,条,甲厂
2020-02-02,出库,毛毯,5,条,东街小学
2020-02-03,报废,毛毯,1,条,
合计,,,,,
""",
        """
goods_in 1: 日期=date 类型=direction 物资=item 数量=quantity 单位=unit 来源/去向=donor
2 receipt 2020-02-01 donor=甲厂: 毛毯 20条 [20条]
3 distribution 2020-02-02 recipient=东街小学: 毛毯 5条 []
4 adjustment 2020-02-03 : 毛毯 1条 []
5 - a total
""",
    ),
    (
        "the same with a column for either side, in English, and with no way but in",
        {},
        """
日期,收/发,物资,数量,单位,捐赠单位,领用单位
2020-02-01,收,毛毯,20,条,甲厂,
2020-02-02,发,毛毯,5,条,,东街小学

Date,Type,Item,Quantity,Unit,Party
2020-02-01,In,Blankets,20,pcs,Blue Mill
2020-02-02,Out,Blankets,5,pcs,East School

日期,操作,物资,数量,单位,捐赠单位
2020-02-01,入库,毛毯,20,条,甲厂
""",
        """
goods_in 1: 日期=date 收/发=direction 物资=item 数量=quantity 单位=unit 捐赠单位=donor 领用单位=recipient
2 receipt 2020-02-01 donor=甲厂: 毛毯 20条 [20条]
3 distribution 2020-02-02 recipient=东街小学: 毛毯 5条 []
4 - a blank row
goods_in 5: Date=date Type=direction Item=item Quantity=quantity Unit=unit Party=donor
6 receipt 2020-02-01 donor=Blue Mill: Blankets 20个 [20pcs]
7 distribution 2020-02-02 recipient=East School: Blankets 5个 []
8 - a blank row
goods_in 9: 日期=date 操作=direction 物资=item 数量=quantity 单位=unit 捐赠单位=donor
10 receipt 2020-02-01 donor=甲厂: 毛毯 20条 [20条]
""",
    ),
    (
        "what came and what went, with one column for whoever it was",
        {},
        """
日期,收入,支出,来源/去向,备注
2020-02-01,100,,陈一,捐款
2020-02-02,,30,某超市,买水
""",
        """
money_in 1: 日期=date 收入=money 支出=spent 来源/去向=donor 备注=note
2 receipt 2020-02-01 donor=陈一: CNY 100元 “捐款” [100CNY]
3 expense 2020-02-02 supplier=某超市: CNY 30元 “买水” []
""",
    ),
    (
        "spending with a minus though its column says so, and departments",
        {},
        """
日期,部门,摘要,收入,支出,结余
2020-02-01,宣传部,陈一捐款,100,,100
2020-02-02,宣传部,买水,,-30,70
合计,,,100,-30,
""",
        """
money_in 1: 日期=date 部门=- 摘要=note 收入=money 支出=spent 结余=-
2 receipt 2020-02-01 donor=陈一: CNY 100元 “陈一捐款” [100CNY]
3 expense 2020-02-02 : CNY 30元 “买水” []
4 - a total
= 100 in row 4
""",
    ),
    (
        "what others bought from us is no purchase of ours",
        {"day": "2020-02-05"},
        """
义卖收入明细
品名,数量,单价,金额,购买人
旧书,2,10,20,陈一
""",
        """
goods_in 2: 品名=item 数量=quantity 单价=price 金额=value 购买人=-
3 ! None: a donor; where another column names it: --map HEADING=donor; where one gave all of it: --donor NAME; where it is a gift of an account, write 捐款 behind the name ()
""",
    ),
    (
        "sorts of gifts where a thing to be paid for could stand",
        {},
        """
日期,项目,金额
2020-02-01,助学捐款,10
2020-02-02,助老捐款,20
""",
        """
unclear 1: 日期=date 项目=purpose 金额=money
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (日期 项目 金额)
3 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (日期 项目 金额)
""",
    ),
    (
        "the day in columns of months and days, with the year above them",
        {},
        """
2020年,,凭证号,摘要,收入,支出,余额
月,日,,,,,
1,30,1,陈一捐款,100,,100
2,1,2,买水,,20,80
,5,3,陈二捐款,50,,130
,,,合计,150,20,130
""",
        """
money_in 1: 2020年 月=date 日=date 凭证号=serial 摘要=note 收入=money 支出=spent 余额=-
3 receipt 2020-01-30 donor=陈一: CNY 100元 “陈一捐款” [100CNY]
4 expense 2020-02-01 : CNY 20元 “买水” []
5 receipt 2020-02-05 donor=陈二: CNY 50元 “陈二捐款” [50CNY]
6 - a total
= 150 in row 6
""",
    ),
    (
        "in columns of years, months and days; and a full day in that of days",
        {},
        """
年,月,日,捐赠人,金额
2019,12,31,陈一,100
2020,1,2,陈二,50
,,2020-02-03,陈三,70
""",
        """
money_in 1: 年=date 月=date 日=date 捐赠人=donor 金额=money
2 receipt 2019-12-31 donor=陈一: CNY 100元 [100CNY]
3 receipt 2020-01-02 donor=陈二: CNY 50元 [50CNY]
4 receipt 2020-02-03 donor=陈三: CNY 70元 [70CNY]
""",
    ),
    (
        "names that begin as formulas do, and a formula",
        {"day": "2020-02-05"},
        """
昵称,金额
=￣ω￣=,8.88
=A1,5
""",
        """
money_in 1: 昵称=donor 金额=money
2 receipt (2020-02-05) donor==￣ω￣=: CNY 8.88元 [8.88CNY]
3 ! 昵称: a value: save the file once more in the spreadsheet program, so that it keeps what formulas give (=A1)
""",
    ),
    (
        "a number of things where money belongs, and days that a line above the rows says",
        {},
        """
捐款登记,,
日期：2020年2月1日,,
捐赠人,数额,内容
陈一,500个,口罩
捐款日期：2月3日,,
陈二,1000元,现金
""",
        """
money_in 3: 捐赠人=donor 数额=money 内容=note
4 ! 数额: an amount such as 1500, 1,500.00 or 1.5万元 (500个)
5 - a heading of the rows below it
6 receipt 2020-02-03 donor=陈二: CNY 1000元 “现金” [1000CNY]
""",
    ),
    (
        "of several days that of the gift, and a name without an amount",
        {},
        """
姓名,登记日期,捐赠日期,金额
陈一,2020-02-05,2020-02-01,5
陈二,2020-02-05,2020-02-02,
合计,,,5
""",
        """
money_in 1: 姓名=donor 登记日期=- 捐赠日期=date 金额=money
2 receipt 2020-02-01 donor=陈一: CNY 5元 [5CNY]
3 ! 金额: an amount; where there was none, write 0 or take the row out ()
4 - a total
= 5 in row 4
""",
    ),
    (
        "money with its unit in a column",
        {},
        """
捐赠人,金额,计量单位,日期
陈一,5,万元,2020-02-01
Ann Reed,20,美元,2020-02-02
陈二,300,分,2020-02-02
""",
        """
money_in 1: 捐赠人=donor 金额=money 计量单位=unit 日期=date
2 receipt 2020-02-01 donor=陈一: CNY 50000元 [50000CNY]
3 receipt 2020-02-02 donor=Ann Reed: USD 20美元 [20USD]
4 ! 计量单位: a currency that is kept, such as CNY, USD, HKD or EUR (分)
""",
    ),
    (
        "amounts in hundredths of yuan",
        {},
        """
捐赠人,金额（分）,日期
陈一,10000,2020-02-01
""",
        """
unclear 1: 捐赠人=donor 金额（分）=- 日期=date
2 ! None: amounts of yuan: a column of them is counted in 分 or 角, a hundredth or a tenth (捐赠人 金额（分） 日期)
""",
    ),
    (
        "goods as columns below a row of their sorts",
        {},
        """
捐赠单位,防寒物资,,食品,日期
,毛毯（条）,手套（双）,牛奶（箱）,
甲厂,20,5,,2020-02-01
乙厂,,,30,2020-02-02
合计,20,5,30,
""",
        """
goods_in 1: 捐赠单位=donor 毛毯（条）=quantity 手套（双）=quantity 牛奶（箱）=quantity 日期=date
3 receipt 2020-02-01 donor=甲厂: 毛毯 20条, 手套 5双 [20条 5双]
4 receipt 2020-02-02 donor=乙厂: 牛奶 30箱 [30箱]
5 - a total
= 55 in row 5
""",
    ),
    (
        "a heading of days that nobody knows, birthdays, and blanks in amounts",
        {},
        """
姓名,入党时间,捐款,捐于
陈一,1998-07-01,¥ 1 000.00,2020-02-01
陈二,2005年6月,100.0 0元,2020-02-01
陈三,2005年6月,287613.8799999999,2020-02-02
""",
        """
money_in 1: 姓名=donor 入党时间=- 捐款=money 捐于=date
2 receipt 2020-02-01 donor=陈一: CNY 1000元 [1000CNY]
3 ! 捐款: an amount such as 1500, 1,500.00 or 1.5万元 (100.0 0元)
4 receipt 2020-02-02 donor=陈三: CNY 287613.88元 [287613.88CNY]
""",
    ),
    (
        "payments with their currency and what they are worth",
        {},
        """
disbursed,via,cur,amount,value,recipient,purpose
2020-02-01,direct,GBP,"3,232","$5,000",East School,Books
2020-02-02,direct,USD,300,$300,"80,000 Trees",Saplings
""",
        """
spending 1: disbursed=date via=- cur=currency amount=spent value=note recipient=recipient purpose=note
2 expense 2020-02-01 recipient=East School: GBP 3232英镑 “Books；价值$5,000” [3232GBP]
3 expense 2020-02-02 recipient=80,000 Trees: USD 300美元 “Saplings；价值$300” [300USD]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


def page(*tables: str) -> str:
    """A paper of Markdown with a table for each list of lines, cells parted by commas."""
    made = []
    for table in tables:
        heading, *rows = (f"| {line.replace(',', ' | ')} |" for line in table.split())
        made.append("\n".join([heading, "|---" * (heading.count("|") - 1) + "|", *rows]))
    return "\n\n".join(made) + "\n"


MONTHS = ("日期,姓名,金额 2020-01-03,陈一,100 2020-01-05,陈二,50", "日期,姓名,金额 2020-02-03,陈一,100")


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ((*MONTHS, "日期,姓名,金额 2020-01-03,陈一,100 2020-01-05,陈二,50 2020-02-03,陈一,100"), 1),
        (("姓名,总额,次数 陈一,200,2 陈二,50,1", *MONTHS), 1),
        ((*MONTHS, "类别,金额,笔数 个人,250,3"), 0),
        ((*MONTHS, "日期,姓名,金额 2020-01-03,陈一,100"), 0),
        ((*MONTHS, "日期,姓名,金额 2020-01-03,陈一,100 2020-01-05,陈二,50.5"), 0),
        (("姓名,金额 陈三,40", *MONTHS), 0),
        (("姓名,金额 陈一,10 陈二,10", "姓名,金额 陈一,10 陈二,10"), 0),
    ],
    ids=["all beside each month", "sums by giver", "sums by sort", "one row alike", "another amount", "others", "no days"],
)  # fmt: skip
def test_what_another_sheet_says_is_not_booked_twice(
    desk: Desk, tmp_path: Path, tables: tuple[str, ...], code: int
) -> None:
    """A list of all beside lists of its parts, or sums beside details, in one file: nothing is booked, and it says why."""
    path = written(tmp_path / "a.md", page(*tables))
    answer = desk.run(f"import {path} --date 2020-02-29 --yes")
    assert answer.code == code
    assert ("would be booked twice" in answer.err) == bool(code)
    assert bool(desk.read("ledger")) != bool(code)


def test_one_of_the_sheets_is_booked_on_demand(desk: Desk, tmp_path: Path) -> None:
    """With --sheet, and the other then adds nothing."""
    path = written(tmp_path / "a.md", page(MONTHS[0], MONTHS[0]))
    assert desk.run(f"import {path} --yes").code == 1
    assert desk.run(f"import {path} --yes --sheet 1").code == 0
    assert desk.run(f"import {path} --yes --sheet 2").code == 0
    assert len(desk.read("ledger")) == 2


def test_names_within_records_of_json(desk: Desk, tmp_path: Path) -> None:
    """donor.nickname is who gave, and donor.phone nothing."""
    path = written(
        tmp_path / "a.json",
        '{"data": {"rows": [{"donor": {"nickname": "陈一", "phone": "1"}, "amount": 12.30, "payTime": "2020-02-03"}]}}',
    )
    assert desk.run(f"import {path} --yes").code == 0
    assert [(row["donor"], row["date"]) for row in desk.read("ledger")] == [("陈一", "2020-02-03")]


def test_what_was_paid_beside_gifts_is_no_part_of_their_sum(desk: Desk, tmp_path: Path) -> None:
    """Gifts on the left and payments on the right have a sum each."""
    path = written(
        tmp_path / "a.csv",
        "捐款人,金额,日期,,用途,金额,日期\n陈一,100,2020-02-01,,买水,30.5,2020-02-02\n合计,100,,,合计,30.5,\n",
    )
    [table] = desk.run(f"import {path} --yes --format json").json["files"][0]["tables"]
    assert (table["sums"], table["went_out"]) == ({"CNY": "100"}, {"CNY": "30.5"})


def test_headings_said_once_in_json_and_the_day_in_a_name(desk: Desk, tmp_path: Path) -> None:
    """Rows below a list of their headings; lists called after their day are of that day."""
    path = written(tmp_path / "a.json", '{"columns": ["姓名", "金额", "日期"], "data": [["陈一", 5, "2020-02-01"]]}')
    assert desk.run(f"import {path} --yes").code == 0
    days = '{"2020-02-02": [{"name": "陈二", "amount": 6}], "2020-02-03": [{"name": "陈三", "amount": 7}]}'
    assert desk.run(f"import {written(tmp_path / 'b.json', days)} --yes").code == 0
    found = [(row["donor"], row["date"]) for row in desk.read("ledger")]
    assert found == [("陈一", "2020-02-01"), ("陈二", "2020-02-02"), ("陈三", "2020-02-03")]


@pytest.mark.parametrize(
    ("words", "stated", "said_above"),
    [
        ("本期接收捐款2笔，合计150.50元；累计接收捐款120笔，合计9000元。", "150.5", ""),
        ("本期接收捐款2笔，合计150.60元；累计接收捐款120笔，合计9000元。", None, "150.6"),
        ("共收到500元，共支出300元", None, ""),
        ("累计收到9000元", None, ""),
        ("合计：150.5", "150.5", ""),
        ("总计 ¥150.50 单位：元", "150.5", ""),
        ("合计 200", None, "200"),
        ("合计 2 150.5", None, ""),
        ("合计 2笔", None, ""),
        ("合计 200 单位：万元", None, ""),
        ("本会合计300", None, ""),
    ],
)
def test_a_total_in_the_words_above(
    desk: Desk, tmp_path: Path, words: str, stated: str | None, said_above: str
) -> None:
    """It is the stated total where the rows make it; else it is told where it is the only one, and refuses nothing."""
    path = written(
        tmp_path / "a.csv",
        f"捐款公示,,\n{words.replace(',', '，')},,\n姓名,金额,日期\n陈一,100,2020-02-01\n陈二,50.5,2020-02-02\n",
    )
    [table] = desk.run(f"import {path} --dry-run --format json").json["files"][0]["tables"]
    assert (table["accepted"], table["stated_total"]) == (2, stated)
    shown = desk.run(f"import {path} --dry-run").out
    assert ("the words above the table say" in shown) == bool(said_above)
    assert said_above in shown


def test_a_total_in_the_words_above_is_told_beside_that_of_the_foot(desk: Desk, tmp_path: Path) -> None:
    """Where a title says another sum than the foot, whose rows make it, one of them was published wrongly."""
    rows = "姓名,金额,日期\n陈一,100,2020-02-01\n陈二,50.5,2020-02-02\n合计,150.5,\n"
    for title, is_told in (
        ("捐款公示（合计150.60元）", True),
        ("捐款公示（合计150.50元）", False),
        ("捐款公示（累计9000元）", False),
    ):
        shown = desk.run(f"import {written(tmp_path / 'a.csv', f'{title},,{chr(10)}{rows}')} --dry-run").out
        assert "stated total 150.5 ✓" in shown
        assert ("the words above the table say 150.6" in shown) == is_told, title


def test_a_list_of_contents_is_no_table(desk: Desk, tmp_path: Path) -> None:
    """Numbers that only count its rows are no amounts; names beside amounts are read as before."""
    contents = "| 目录 | |\n|---|---|\n| 1 | 捐款 |\n| 2 | 物资 |\n"
    path = written(tmp_path / "a.md", f"{contents}\n{page(MONTHS[0])}")
    assert desk.run(f"import {path} --yes").code == 0
    assert len(desk.read("ledger")) == 2
