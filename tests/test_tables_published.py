"""Tables as associations publish them: what headings like 捐赠项目, 援助单位, 收 and 支 mean, and what several rows share."""

from pathlib import Path
from typing import Any

import pytest
from harness.tables import settings, told, told_of
from papers import written, xlsx

from donations.importers.files import sheets
from donations.importers.sheet import Opening
from donations.importers.tables import tables

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "a project that names goods or money is what was given",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠项目,金额（元）
甲公司,医用口罩10000只,20000
乙公司,现金,5000
合计,,25000
""",
        """
goods_in 1: 捐赠单位=donor 捐赠项目=item 金额（元）=money
2 receipt (2020-03-20) donor=甲公司: 医用口罩 10000只@@20000 [10000只 20000value]
3 receipt (2020-03-20) donor=乙公司: CNY 5000元 [5000CNY]
4 - a total
= 25000 in row 4
""",
    ),
    (
        "a project with a column of numbers names what was given",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠项目,数量,单位,价值（元）
甲公司,医用口罩,10000,只,20000
乙公司,防护服,50,套,5000
""",
        """
goods_in 1: 捐赠单位=donor 捐赠项目=item 数量=quantity 单位=unit 价值（元）=value
2 receipt (2020-03-20) donor=甲公司: 医用口罩 10000只@@20000 [10000只 20000value]
3 receipt (2020-03-20) donor=乙公司: 防护服 50套@@5000 [50套 5000value]
""",
    ),
    (
        "a project that names neither is what money was given for",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠项目,金额（元）
甲公司,助学金,20000
乙公司,修路,5000
""",
        """
money_in 1: 捐赠单位=donor 捐赠项目=purpose 金额（元）=money
2 receipt (2020-03-20) donor=甲公司: CNY 20000元 for 助学金 [20000CNY]
3 receipt (2020-03-20) donor=乙公司: CNY 5000元 for 修路 [5000CNY]
""",
    ),
    (
        "contents that only say whether they are goods",
        {"day": "2020-03-20"},
        """
捐赠单位,捐赠内容,金额（元）
甲公司,物资,20000
乙公司,现金,5000
合计,,25000
""",
        """
money_in 1: 捐赠单位=donor 捐赠内容=type 金额（元）=money
2 receipt (2020-03-20) donor=甲公司: 物资 ?@@20000 [20000value]
3 receipt (2020-03-20) donor=乙公司: CNY 5000元 [5000CNY]
4 - a total
= 25000 in row 4
""",
    ),
    (
        "a note that only says that the amount is what goods are worth",
        {"day": "2020-03-20"},
        """
捐款人,金额（元）,备注
甲一,20000,物资折价
乙二,5000,现金
丙三,300,实物
丁四,20,物资运费
""",
        """
money_in 1: 捐款人=donor 金额（元）=money 备注=note
2 receipt (2020-03-20) donor=甲一: 物资 ?@@20000 “物资折价” [20000value]
3 receipt (2020-03-20) donor=乙二: CNY 5000元 “现金” [5000CNY]
4 receipt (2020-03-20) donor=丙三: 物资 ?@@300 “实物” [300value]
5 receipt (2020-03-20) donor=丁四: CNY 20元 “物资运费” [20CNY]
""",
    ),
    (
        "who helped gave, below a title of what was received",
        {},
        """
接收援助物资公示,,,
援助单位,物资名称,数量,日期
甲市人民政府,口罩,10000只,2020-02-03
""",
        """
goods_in 2: 援助单位=donor 物资名称=item 数量=quantity 日期=date
3 receipt 2020-02-03 donor=甲市人民政府: 口罩 10000只 [10000只]
""",
    ),
    (
        "who helped gave, beside who was helped",
        {"day": "2020-03-20"},
        """
支援单位,受援单位,物资名称,数量
甲市,市一院,口罩,10000只
""",
        """
goods_in 1: 支援单位=donor 受援单位=recipient 物资名称=item 数量=quantity
2 relay (2020-03-20) donor=甲市 recipient=市一院: 口罩 10000只 [10000只]
""",
    ),
    (
        "who helped may be either where nothing tells",
        {"day": "2020-03-20"},
        """
支援单位,支援物资,数量
甲市,口罩,10000只
""",
        """
unclear 1: 支援单位=party 支援物资=item 数量=quantity
2 ! None: headings that tell who gave or who received: say --map HEADING=donor or HEADING=recipient, or HEADING=- of a column to be passed over; where one gave or got all of it, write 捐赠单位：NAME or 发放对象：NAME in a line above the headings (支援单位 支援物资 数量)
""",
    ),
    (
        "an account with short headings",
        {},
        """
2020年3月流水,,,,
日期,摘要,收,支,余
3.1,上月结转,,,100
3.2,甲一捐款,50,,150
3.3,买水,,20,130
合计,,50,20,130
""",
        """
money_in 2: 日期=date 摘要=note 收=money 支=spent 余=-
3 - a total
4 receipt 2020-03-02 donor=甲一: CNY 50元 “甲一捐款” [50CNY]
5 expense 2020-03-03 : CNY 20元 “买水” []
6 - a total
= 50 in row 6
""",
    ),
    (
        "short headings in a store's book, and where somebody ticks, are none",
        {"day": "2020-03-20"},
        """
姓名,金额,收
甲一,100,√
""",
        """
money_in 1: 姓名=donor 金额=money 收=status
2 receipt (2020-03-20) donor=甲一: CNY 100元 [100CNY]
""",
    ),
    (
        "income and spending that stand in one row are of nobody together",
        {},
        """
2020年3月收支公示,,,,,
日期,收入来源,收入金额,支出项目,支出金额,结余金额
2月结余,,,,,500
3.1,甲一,200,,,700
3.2,,,猫粮2袋,300,400
3.3,爱心人士,66.66,疫苗,100,366.66
合计,,266.66,,400,366.66
""",
        """
money_in 2: 日期=date 收入来源=donor 收入金额=money 支出项目=note 支出金额=spent 结余金额=-
3 - a total
4 receipt 2020-03-01 donor=甲一: CNY 200元 [200CNY]
5 expense 2020-03-02 : CNY 300元 “猫粮2袋” []
6 receipt 2020-03-03 donor=爱心人士: CNY 66.66元 “疫苗” + expense 2020-03-03 : CNY 100元 “疫苗” [66.66CNY]
7 - a total
= 266.66 in row 7
""",
    ),
    (
        "books and what a school keeps of gifts",
        {"day": "2020-03-20"},
        """
捐赠者,书名,册数,定价（元）,码洋（元）
甲一,诗选,2,60,120
乙二,儿童绘本,35,,700
合计,,37,,820
""",
        """
goods_in 1: 捐赠者=donor 书名=item 册数=quantity 定价（元）=price 码洋（元）=value
2 receipt (2020-03-20) donor=甲一: 诗选 2册@@120 [2册 120value]
3 receipt (2020-03-20) donor=乙二: 儿童绘本 35册@@700 [35册 700value]
4 - a total
= 820 in row 4
""",
    ),
    (
        "assets that were given",
        {"day": "2020-03-20"},
        """
序号,资产名称,规格型号,单位,数量,单价,金额,捐赠单位
1,电脑,M4,台,20,3500,70000,甲公司
2,投影仪,C8,台,2,4000,8000,乙公司
,合计,,,22,,78000,
""",
        """
goods_in 1: 序号=serial 资产名称=item 规格型号=specification 单位=unit 数量=quantity 单价=price 金额=value 捐赠单位=donor
2 receipt (2020-03-20) donor=甲公司: 电脑（M4） 20台@@70000 [20台 70000value]
3 receipt (2020-03-20) donor=乙公司: 投影仪（C8） 2台@@8000 [2台 8000value]
4 - a total
= 78000 in row 4
""",
    ),
    (
        "gifts of money and of goods in a column each",
        {"day": "2020-03-20"},
        """
捐赠单位,资金捐赠（元）,物资捐赠
甲公司,10000,
乙公司,,口罩1000只、酒精20瓶
""",
        """
goods_in 1: 捐赠单位=donor 资金捐赠（元）=money 物资捐赠=item
2 receipt (2020-03-20) donor=甲公司: CNY 10000元 [10000CNY]
3 receipt (2020-03-20) donor=乙公司: 口罩 1000只, 酒精 20瓶 [1000只 20瓶]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_a_published_table_is_understood(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts, the reasons and the total that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


def _told(path: Path) -> str:
    found = (table for sheet in sheets(path, Opening()) for table in tables(sheet, settings("2020-03-20")))
    return "\n".join(line for table in found for line in told_of(table))


WORTH_TOGETHER = """\
goods_in 1: 捐赠单位=donor 物资名称=item 数量=quantity 价值=value
2 receipt (2020-03-20) donor=甲公司: 口罩 1000 “与下面的物资合计价值8000元” [1000 8000value]
3 receipt (2020-03-20) donor=甲公司: 酒精 20 [20]
4 receipt (2020-03-20) donor=乙公司: 大米 100@@500 [100 500value]
5 - a total
= 8500 in row 5"""


def test_what_goods_of_several_rows_are_worth_together_is_of_none_of_them(tmp_path: Path) -> None:
    """A value merged over the goods of one gift can't be split, and counts in the total, in a page and in a workbook."""
    page = """<table><tr><td>捐赠单位<td>物资名称<td>数量<td>价值</tr>
<tr><td rowspan=2>甲公司<td>口罩<td>1000<td rowspan=2>8000</tr><tr><td>酒精<td>20</tr>
<tr><td>乙公司<td>大米<td>100<td>500</tr><tr><td>合计<td><td><td>8500</tr></table>"""
    assert _told(written(tmp_path / "page.html", page)) == WORTH_TOGETHER
    rows = (("捐赠单位", "物资名称", "数量", "价值"), ("甲公司", "口罩", "1000", "8000"), ("", "酒精", "20", ""), ("乙公司", "大米", "100", "500"), ("合计", "", "", "8500"))  # fmt: skip
    cells = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{"ABCD"[at]}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for at, text in enumerate(row)
        )
        + "</row>"
        for number, row in enumerate(rows, 1)
    )
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="D2:D3"/></mergeCells>'
    assert _told(xlsx(tmp_path / "book.xlsx", f"<sheetData>{cells}</sheetData>{merged}")) == WORTH_TOGETHER


def test_goods_with_prices_of_their_own_keep_them_beside_a_value_of_all(tmp_path: Path) -> None:
    """The value of both counts in the total, and each has its price; a record that is merged as a whole has its value."""
    page = """<table><tr><td>捐赠单位<td>物资名称<td>数量<td>单价<td>总价</tr>
<tr><td rowspan=2>甲公司<td>口罩<td>1000<td>2<td rowspan=2>8000</tr><tr><td>酒精<td>20<td>300</tr>
<tr><td rowspan=2>乙公司<td rowspan=2>大米<td rowspan=2>100<td rowspan=2>5<td rowspan=2>500</tr><tr></tr></table>"""
    assert _told(written(tmp_path / "page.html", page)).splitlines()[1:4] == [
        "2 receipt (2020-03-20) donor=甲公司: 口罩 1000@2 [1000 8000value]",
        "3 receipt (2020-03-20) donor=甲公司: 酒精 20@300 [20]",
        "4 receipt (2020-03-20) donor=乙公司: 大米 100@@500 [100 500value]",
    ]
