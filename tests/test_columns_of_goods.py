"""Goods that have columns of their own, and the price, worth or money beside them."""

from typing import Any

import pytest
from harness.tables import told

from donations.importers.columns.goods_sizes import A_ROW_EACH
from donations.importers.columns.worth_or_cash import WORTH_OF_COLUMNS

SHAPES: list[tuple[str, dict[str, Any], str, str]] = [
    (
        "sums behind columns of goods are what these are worth: of one of them its own, of several a remark",
        {"day": "2020-03-20"},
        """
捐赠人,口罩（个）,手套（双）,合计金额（元）
李华,100,20,500
王芳,50,,250
合计,150,20,750
""",
        """
goods_in 1: 捐赠人=donor 口罩（个）=quantity 手套（双）=quantity 合计金额（元）=value
2 receipt (2020-03-20) donor=李华: 口罩 100个, 手套 20双 “合计价值500元” [100个 20双 500value]
3 receipt (2020-03-20) donor=王芳: 口罩 50个@@250 [50个 250value]
4 - a total
= 750 in row 4
""",
    ),
    (
        "a worth and a price beside columns of goods and others; nothing is worth something alone",
        {"day": "2020-03-20"},
        """
捐赠人,口罩（个）,手套（双）,其他,单价,价值
李华,100,,饼干2箱,,500
王芳,,20,,5,
赵敏,20,20,,5,
钱进,,,,,300
""",
        """
goods_in 1: 捐赠人=donor 口罩（个）=quantity 手套（双）=quantity 其他=item 单价=price 价值=value
2 receipt (2020-03-20) donor=李华: 饼干 2箱, 口罩 100个 “合计价值500元” [2箱 100个 500value]
3 receipt (2020-03-20) donor=王芳: 手套 20双@5 [20双]
4 receipt (2020-03-20) donor=赵敏: 口罩 20个, 手套 20双 “单价5” [20个 20双]
5 ! 价值: the goods beside it that are worth so much: none stand in the row (300)
""",
    ),
    (
        "amounts beside columns of goods that nothing tells apart are asked about",
        {"day": "2020-03-20"},
        """
捐赠人,口罩,手套,金额
李华,100,20,500
""",
        f"""
unclear 1: 捐赠人=donor 口罩=quantity 手套=quantity 金额=money
2 ! None: {WORTH_OF_COLUMNS} (捐赠人 口罩 手套 金额)
""",
    ),
    (
        "yuan beside columns of goods were given",
        {"day": "2020-03-20"},
        """
捐赠人,口罩,手套,人民币（元）
李华,100,20,500
""",
        """
goods_in 1: 捐赠人=donor 口罩=quantity 手套=quantity 人民币（元）=money
2 receipt (2020-03-20) donor=李华: CNY 500元, 口罩 100, 手套 20 [120 500CNY]
""",
    ),
    (
        "a sum of cash and of what goods are worth is asked about too",
        {"day": "2020-03-20"},
        """
捐赠人,现金,口罩,手套,合计金额
李华,500,100,20,800
""",
        f"""
unclear 1: 捐赠人=donor 现金=money 口罩=quantity 手套=quantity 合计金额=-
2 ! None: {WORTH_OF_COLUMNS} (捐赠人 现金 口罩 手套 合计金额)
""",
    ),
    (
        "money before columns of goods that stands alone too was given",
        {"day": "2020-03-20"},
        """
捐赠人,捐赠金额,口罩,手套
李华,500,100,
王芳,300,,
""",
        """
goods_in 1: 捐赠人=donor 捐赠金额=money 口罩=quantity 手套=quantity
2 receipt (2020-03-20) donor=李华: CNY 500元, 口罩 100 [100 500CNY]
3 receipt (2020-03-20) donor=王芳: CNY 300元 [300CNY]
""",
    ),
]


@pytest.mark.parametrize(
    ("said", "table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES]
)
def test_amounts_beside_columns_of_goods(said: dict[str, Any], table: str, answer: str) -> None:
    """Each shape gives the drafts and the reasons that stand below it."""
    assert told(table.lstrip("\n"), **said) == answer.lstrip("\n")


@pytest.mark.parametrize("over", ["捐赠物资", "物资", "接收物资", "捐赠物品"])
def test_a_heading_over_goods_over_their_measures(over: str) -> None:
    """Three rows of headings; they were refused."""
    table = f"序号,日期,捐赠单位,{over},,备注\n,,,大米,84消毒液,\n,,,袋,瓶,\n1,2020-02-14,甲公司,2000,/,\n2,2020-02-17,乙公司,5,1,谢\n"
    assert told(table).splitlines()[1:3] == [
        "4 receipt 2020-02-14 donor=甲公司: 大米 2000袋 [2000袋]",
        "5 receipt 2020-02-17 donor=乙公司: 大米 5袋, 84消毒液 1瓶 “谢” [5袋 1瓶]",
    ]


@pytest.mark.parametrize("heads", ["捐赠单位,防护服,,\n,S,M,L\n", "捐赠单位,防护服（S）,防护服（M）,防护服(L)\n"])
def test_letters_of_sizes_are_no_metres_and_litres(heads: str) -> None:
    """防护服（M） and 防护服（L） beside each other were 60米 and 70升 of 防护服."""
    found = told(f"{heads}甲公司,50,60,70\n", day="2020-02-03")
    assert "防护服（S） 50, 防护服（M） 60, 防护服（L） 70 [180]" in found


def test_one_letter_alone_is_still_a_measure() -> None:
    found = told("捐赠单位,酒精（L）,布（m）\n甲公司,60,70\n", day="2020-02-03")
    assert "酒精 60升, 布 70米" in found


def test_how_many_there_are_of_each_size_is_not_passed_over() -> None:
    """All but the first was a remark."""
    found = told("捐赠单位,品名,数量（S）,数量（M）\n甲公司,防护服,50,60\n", day="2020-02-03")
    assert A_ROW_EACH in found
    other = told("捐赠单位,品名,数量（箱）,数量（个）\n甲公司,防护服,5,60\n", day="2020-02-03")
    assert "2 receipt" in other


@pytest.mark.parametrize(
    ("headings", "booked"),
    [
        ("# of Masks,# of Gloves,Cash", "USD 20美元, Masks 120, Gloves 3 [123 20USD]"),
        ("Number of Blankets,No. of Masks,Cash", "USD 20美元, Blankets 120, Masks 3 [123 20USD]"),
        ("No of Masks Given,Quantity of Rice (kg),Cash", "USD 20美元, Masks 120, Rice 3公斤 [120 3公斤 20USD]"),
    ],
)
def test_goods_below_words_for_counting_are_not_lost(headings: str, booked: str) -> None:
    """The money beside them was booked alone."""
    assert f"donor=Rotary: {booked}" in told(f"Date,Donor,{headings}\n2020-03-21,Rotary,120,3,$20\n")


@pytest.mark.parametrize("heading", ["Number of Donors", "No. of Families", "# of Children", "Receipt No."])
def test_a_number_of_people_or_papers_is_no_goods(heading: str) -> None:
    found = told(f"Date,Donor,{heading},Cash\n2020-03-21,Rotary,120,$20\n")
    assert "donor=Rotary: USD 20美元 [20USD]" in found


@pytest.mark.parametrize(
    ("headings", "rows", "gifts"),
    [
        ("书籍（本）,口罩（个）", ("5,", "0,8"), ("书籍 5本", "口罩 8个")),
        ("图书（册）,口罩（个）", ("0,5", "0,8"), ("口罩 5个", "口罩 8个")),
        ("图书,口罩", ("5本,", "0,8个"), ("图书 5本", "口罩 8个")),
    ],
)
def test_a_zero_below_goods_says_that_there_were_none(
    headings: str, rows: tuple[str, str], gifts: tuple[str, str]
) -> None:
    """A 0 below a heading such as 图书（册） made it a list of things: what stood beside it was passed over, with rows of zero."""
    days = "".join(f"2020-02-0{day},甲公司,{row}\n" for day, row in enumerate(rows, 1))
    found = told(f"日期,捐赠单位,{headings}\n{days}").splitlines()[1:]
    assert [line.split(": ")[1].split(" [")[0] for line in found] == list(gifts)
