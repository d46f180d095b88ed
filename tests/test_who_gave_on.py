"""Bodies named before what others received, and goods of which a table says how much each household got."""

import pytest
from harness.tables import told

from donations.importers.columns.rates import OF_EACH

SHAPES = [
    (
        "bodies abroad that gave what hospitals received; it was booked as handed out by us, and of nobody",
        """
捐赠抗疫物资统计,,,
侨团,物资,数量,接收单位
海外甲同乡会,手套,1.25万支,市一院
海外乙同乡会,检查手套,20万枚,市二院
""",
        """
goods_in 2: 侨团=donor 物资=item 数量=quantity 接收单位=recipient
3 relay (2020-03-20) donor=海外甲同乡会 recipient=市一院: 手套 12500支 [12500支]
4 relay (2020-03-20) donor=海外乙同乡会 recipient=市二院: 检查手套 200000枚 [200000枚]
""",
    ),
    (
        "without a title, where the heading says that it was given",
        """
企业,捐赠物资,接收单位
甲公司,口罩100只,市一院
乙公司,手套50双,市二院
""",
        """
goods_in 1: 企业=donor 捐赠物资=item 接收单位=recipient
2 relay (2020-03-20) donor=甲公司 recipient=市一院: 口罩 100只 [100只]
3 relay (2020-03-20) donor=乙公司 recipient=市二院: 手套 50双 [50双]
""",
    ),
    (
        "money of member bodies that hospitals received; it was booked as spent by us",
        """
商会,捐款金额（元）,接收单位
甲商会,500,市一院
乙商会,600,市二院
""",
        """
money_in 1: 商会=donor 捐款金额（元）=money 接收单位=recipient
2 relay (2020-03-20) donor=甲商会 recipient=市一院: CNY 500元 [500CNY]
3 relay (2020-03-20) donor=乙商会 recipient=市二院: CNY 600元 [600CNY]
""",
    ),
    (
        "a street is where those live who received it",
        """
捐赠物资发放表,,,
街道,物资,数量,接收单位
甲街道,口罩,500只,甲社区
乙街道,口罩,600只,乙社区
""",
        """
goods_out 2: 街道=note 物资=item 数量=quantity 接收单位=recipient
3 distribution (2020-03-20) recipient=甲社区: 口罩 500只 “街道：甲街道” [500只]
4 distribution (2020-03-20) recipient=乙社区: 口罩 600只 “街道：乙街道” [600只]
""",
    ),
    (
        "students before what they were given, and their school",
        """
学生姓名,捐助金额（元）,接收学校
张三,500,东村小学
李四,600,西村小学
""",
        """
spending 1: 学生姓名=- 捐助金额（元）=spent 接收学校=recipient
2 expense (2020-03-20) recipient=东村小学: CNY 500元 [500CNY]
3 expense (2020-03-20) recipient=西村小学: CNY 600元 [600CNY]
""",
    ),
    (
        "what each household got beside what all did; both were added up",
        """
发放明细
村,户数,每户大米（袋）,大米合计（袋）
东村,12,2,24
西村,8,1,8
""",
        """
goods_out 2: 村=recipient 户数=- 每户大米（袋）=- 大米合计（袋）=quantity
3 distribution (2020-03-20) recipient=东村: 大米 24袋 [24袋]
4 distribution (2020-03-20) recipient=西村: 大米 8袋 [8袋]
""",
    ),
    (
        "what each got, where each row is of one",
        """
发放明细
姓名,每户大米（袋）,每户食用油（桶）
张三,2,1
李四,2,1
""",
        """
goods_out 2: 姓名=recipient 每户大米（袋）=quantity 每户食用油（桶）=quantity
3 distribution (2020-03-20) recipient=张三: 大米 2袋, 食用油 1桶 [2袋 1桶]
4 distribution (2020-03-20) recipient=李四: 大米 2袋, 食用油 1桶 [2袋 1桶]
""",
    ),
]


@pytest.mark.parametrize(("table", "answer"), [shape[1:] for shape in SHAPES], ids=[shape[0] for shape in SHAPES])
def test_a_list(table: str, answer: str) -> None:
    """Each shape gives the drafts that stand below it."""
    assert told(table.lstrip("\n"), day="2020-03-20") == answer.lstrip("\n")


@pytest.mark.parametrize(
    "headings",
    [
        "村,户数,每户大米（袋）",
        "村,人数,每人大米（袋）",
        "村,户数,大米（袋/户）,食用油（桶/户）",
        "村,户数,户均大米（袋）",
    ],
)
def test_what_each_got_alone_is_asked_about(headings: str) -> None:
    """Two bags for each of twelve households are no two bags."""
    assert OF_EACH in told(f"发放明细\n{headings}\n东村,12,2,\n西村,8,1,\n", day="2020-03-20")


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("捐赠人,捐赠物资\n张三,20箱\n李四,30本\n", "2 ! 捐赠物资: a quantity such as"),
        ("捐赠人,图书\n张三,20 chairs\n", "2 receipt (2020-03-20) donor=张三: chairs 20 [20]"),
        ("捐赠人,图书\n张三,20箱\n李四,30本\n", "2 receipt (2020-03-20) donor=张三: 图书 20箱 [20箱]"),
    ],
)
def test_a_heading_names_goods(table: str, row: str) -> None:
    """图书 says of what there are 20本, as 捐赠物资 does not; what a cell names itself goes before it."""
    assert row in told(table, day="2020-03-20")
