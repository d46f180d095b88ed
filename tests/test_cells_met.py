"""Cells of goods, units, money and days as people fill them in: proofread these as a treasurer would.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

SHAPES = [
    (
        "two numbers below each other are no number, and an amount that the name repeats is said once",
        """
捐赠日期,捐赠单位,品名,数量,单位
2020-02-01,甲公司,口罩,"500
300",个
2020-02-02,乙公司,口罩,"500、300",个
2020-02-03,丙公司,口罩500个,500,个
2020-02-04,丁公司,口罩500个,300,个
2020-02-05,戊公司,口罩500个,1,箱
2020-02-06,己公司,床上3件套,3,套
2020-02-07,庚公司,现金1000口罩,20,包
2020-02-08,辛公司,口罩,"10,2000",个
2020-02-09,壬公司,口罩,"KN95，500个",
""",
        """
goods_in 1: 捐赠日期=date 捐赠单位=donor 品名=item 数量=quantity 单位=unit
2 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (500、300)
3 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (500、300)
4 receipt 2020-02-03 donor=丙公司: 口罩 500个 [500个]
5 ! 数量: the amount that stands beside it: it is said twice, and differs (口罩500个 300)
6 receipt 2020-02-05 donor=戊公司: 口罩500个 1箱 [1箱]
7 receipt 2020-02-06 donor=己公司: 床上3件套 3套 [3套]
8 ! 品名: each thing with its unit, or a comma between them, such as 现金200元、衣服3件 (现金1000口罩)
9 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (10,2000)
10 ! 数量: one quantity, of the item beside it (KN95，500个)
""",
    ),
    (
        "a unit that says how big the goods are, what a pack holds, or a number alone",
        """
捐赠日期,捐赠单位,品名,数量,单位,规格
2020-02-01,甲公司,酒精,100,500ml瓶,75%
2020-02-02,乙公司,酒精,100,500ml/瓶,
2020-02-03,丙公司,大米,100,20kg/袋,
2020-02-04,丁公司,大米,100,20kg,
2020-02-05,戊公司,口罩,5,箱/2000只,
2020-02-06,己公司,口罩,5,10,
2020-02-07,庚公司,口罩,5,箱（24包）,
2020-02-08,辛公司,木料,5,m3,
2020-02-09,壬公司,旧衣服,1,批,
""",
        """
goods_in 1: 捐赠日期=date 捐赠单位=donor 品名=item 数量=quantity 单位=unit 规格=specification
2 receipt 2020-02-01 donor=甲公司: 酒精（75%，500ml） 100瓶 [100瓶]
3 receipt 2020-02-02 donor=乙公司: 酒精（500ml） 100瓶 [100瓶]
4 receipt 2020-02-03 donor=丙公司: 大米 2000公斤 [2000公斤]
5 ! 单位: a unit alone, such as 箱; what one of them holds stands as 24瓶/箱, and how big it is in a column 规格 (20kg)
6 ! 单位: a unit alone, such as 箱; what one of them holds stands as 24瓶/箱, and how big it is in a column 规格 (箱/2000只)
7 ! 单位: a unit alone, such as 箱; what one of them holds stands as 24瓶/箱, and how big it is in a column 规格 (10)
8 receipt 2020-02-07 donor=庚公司: 口罩 5箱 [5箱（24包）]
9 receipt 2020-02-08 donor=辛公司: 木料 5立方米 [5m3]
10 receipt 2020-02-09 donor=壬公司: 旧衣服 ? []
""",
    ),
    (
        "money in capitals among goods, and numbers without a unit",
        """
捐赠日期,捐赠单位,捐赠物资及数量
2020-02-01,甲公司,贰仟伍佰元整
2020-02-02,乙公司,口罩500左右
2020-02-03,丙公司,口罩1万2
2020-02-04,丁公司,"masks 500, goggles 20"
2020-02-05,戊公司,Galaxy Tab 5
2020-02-06,己公司,小米10 手机
2020-02-07,庚公司,"米10袋，折款800元"
2020-02-08,辛公司,矿泉水24瓶10箱
""",
        """
goods_in 1: 捐赠日期=date 捐赠单位=donor 捐赠物资及数量=item
2 receipt 2020-02-01 donor=甲公司: CNY 2500元 [2500CNY]
3 receipt 2020-02-02 donor=乙公司: 口罩 ~500 [500]
4 receipt 2020-02-03 donor=丙公司: 口罩 12000 [12000]
5 receipt 2020-02-04 donor=丁公司: masks 500, goggles 20 [520]
6 ! 捐赠物资及数量: how many, with a unit, such as 5台: the number here may belong to the name (Galaxy Tab 5)
7 ! 捐赠物资及数量: a quantity such as 500, 500个, 约500斤 or 一批 (小米10 手机)
8 receipt 2020-02-07 donor=庚公司: 米 10袋@@800 [10袋]
9 ! 捐赠物资及数量: each thing with its unit, or a comma between them, such as 现金200元、衣服3件 (矿泉水24瓶10箱)
""",
    ),
    (
        "goods and groups of four digits in a column of money",
        """
捐赠日期,捐赠人,捐款金额
2020-02-01,张甲,500个口罩
2020-02-02,张乙,"10,2000"
2020-02-03,张丙,"1,2345,6789元"
2020-02-04,张丁,约5
""",
        """
money_in 1: 捐赠日期=date 捐赠人=donor 捐款金额=money
2 receipt 2020-02-01 donor=张甲: 口罩 500个 [500个]
3 ! 捐款金额: an amount such as 1500, 1,500.00 or 1.5万元 (10,2000)
4 receipt 2020-02-03 donor=张丙: CNY 123456789元 [123456789CNY]
5 receipt 2020-02-04 donor=张丁: CNY ~5元 [5CNY]
""",
    ),
    (
        "days of six digits, and what a spreadsheet shows for a small number",
        """
捐赠日期,捐赠人,捐款金额
200203,张甲,100
200131,张乙,101
202002,张丙,102
180203,张丁,103
1900-01-05,张戊,104
""",
        """
money_in 1: 捐赠日期=date 捐赠人=donor 捐款金额=money
2 receipt 2020-02-03 donor=张甲: CNY 100元 [100CNY]
3 receipt 2020-01-31 donor=张乙: CNY 101元 [101CNY]
4 receipt 2020-02-29 donor=张丙: CNY 102元 [102CNY]
5 ! 捐赠日期: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (180203)
6 ! 捐赠日期: a date such as 2020-02-01, 2020年2月1日 or 2月1日 (1900-01-05)
""",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [(text.lstrip(), answer) for _, text, answer in SHAPES], ids=[s[0] for s in SHAPES]
)
def test_cells_are_read_as_meant(text: str, expected: str) -> None:
    assert told(text) == expected.lstrip()


@pytest.mark.parametrize("project", ["支持项目", "资助项目", "公益项目名称", "program_funded", "Cause"])
def test_what_a_gift_supports_is_its_purpose(project: str) -> None:
    found = told(f"日期,捐款人,捐款金额,{project}\n2020-02-01,李华,50,图书角")
    assert f"{project}=purpose" in found and "CNY 50元 for 图书角" in found  # noqa: PT018


def test_whose_account_it_came_to_is_no_purpose_beside_one() -> None:
    found = told("date,donor,accountName,amount,purposeOfDonation\n2020-02-01,Ann Lee,First Bank,50,Library")
    assert "accountName=- amount=money purposeOfDonation=purpose" in found
    assert "Account Name=purpose" in told("date,donor,Account Name,amount\n2020-02-01,Ann Lee,Library,50")


@pytest.mark.parametrize(
    ("cell", "number"), [("一萬○一百元", 10100), ("三千○五十元", 3050), ("二萬四千二百五十元", 24250)]
)
def test_a_circle_for_a_zero(cell: str, number: int) -> None:
    found = told(f"捐款單位,善款（澳門元）\n甲會,{cell}\n林○宛,500", day="2020-02-01")
    assert f"[{number}MOP]" in found and "donor=林○宛" in found  # noqa: PT018


@pytest.mark.parametrize("cell", ["direct", "Direct", "直接捐赠", "本人"])
def test_nobody_stood_between(cell: str) -> None:
    found = told(f"日期,捐赠人,对接人,物资,数量\n2020-02-01,李华,{cell},口罩,50个\n2020-02-02,王芳,赵明,口罩,20个")
    assert "receipt 2020-02-01 donor=李华: 口罩 50个" in found
    assert "donor=王芳 via=赵明" in found


@pytest.mark.parametrize(("written", "kept"), [("2.00+", "2.00+"), ("100.00-", "100.00-"), ("300.00CR", "300.00CR")])
def test_a_sign_behind_a_number_is_one_of_an_amount_alone(written: str, kept: str) -> None:
    """In a remark or a specification it is what stands there."""
    assert f"“{kept}”" in told(f"日期,姓名,金额,备注\n2020-02-01,李华,100,{written}\n")
    assert kept in told(f"日期,捐赠单位,物资,规格,数量\n2020-02-01,甲公司,老花镜,{written},5副\n").splitlines()[1]
