"""Lists without headings whose first lines give goods, and wishes where an amount belongs: as published lists have them.

A line of an answer is a row, as in `test_tables`. Names and figures are invented.
"""

import pytest
from harness.tables import told

FIRST_OF_GOODS: list[tuple[str, str, str]] = [
    (
        "goods by the number",
        "捐款名单\n李小花,口罩500个\n张大伟,100元\n王小明,200元\n",
        "2 receipt (2020-03-03) donor=李小花: 口罩 500个",
    ),
    (
        "goods of which nobody knows how many, below a title in two cells",
        "捐款名单,2020年3月\n爱心人士,书籍一批\n张大伟,100元\n王小明,200元\n",
        "2 receipt (2020-03-03) donor=爱心人士: 书籍 ?",
    ),
    (
        "an amount in words",
        "捐款名单\n李小花,壹佰元\n张大伟,100元\n王小明,200元\n",
        "2 receipt (2020-03-03) donor=李小花: CNY 100元",
    ),
    (
        "below headings that nobody understood",
        "捐款名单\n称谓,心意\n李小花,电脑一台\n张大伟,100元\n王小明,200元\n",
        "3 receipt (2020-03-03) donor=李小花: 电脑 1台",
    ),
]


@pytest.mark.parametrize(("what", "text", "first"), FIRST_OF_GOODS, ids=[what for what, *_ in FIRST_OF_GOODS])
def test_the_first_gift_of_a_list_without_headings_is_read_where_it_is_no_number(
    what: str, text: str, first: str
) -> None:
    lines = told(text, "2020-03-03").splitlines()
    assert lines[1].startswith(f"{first} ["), what
    assert len(lines) == 4


@pytest.mark.parametrize(
    "above",
    [
        "地点,张家村2组",
        "经办人：,口罩500个",
        "联系人：李华,口罩3箱",
        "单位：元,某某村",
        "称谓,心意",
        "填报日期,二月",
        "民政部门,口罩（个）",
    ],
)
def test_what_stands_above_a_list_without_headings_is_no_gift(above: str) -> None:
    lines = told(f"捐款名单\n{above}\n张大伟,100元\n王小明,200元\n", "2020-03-03").splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["3", "4"]


@pytest.mark.parametrize("wish", ["支持你们~", "加油！", "谢谢(^_^)", "好人一生平安!", "太好了！！"])
def test_a_wish_where_an_amount_belongs_is_no_gift_of_goods(wish: str) -> None:
    lines = told(f"捐款人,金额\n李小花,{wish}\n张大伟,100元\n", "2020-03-03").splitlines()
    assert lines[1].startswith("2 ! 金额: an amount such as")


@pytest.mark.parametrize(
    ("said", "item"), [("书籍一批！", "书籍"), ("大米若干。", "大米"), ("口罩500个!", "口罩 500个")]
)
def test_goods_with_a_mark_behind_them_are_still_goods(said: str, item: str) -> None:
    lines = told(f"捐款人,金额\n李小花,{said}\n张大伟,100元\n", "2020-03-03").splitlines()
    assert lines[1].startswith(f"2 receipt (2020-03-03) donor=李小花: {item}")


def test_headings_that_say_a_measure_are_no_first_gift() -> None:
    lines = told("各县区捐款（2020年3月3日）,\n民政部门,接收捐款（万元）\n浔阳区,22\n庐山市,19\n").splitlines()
    assert [line.split("[")[-1] for line in lines[1:]] == ["220000CNY]", "190000CNY]"]


@pytest.mark.parametrize("many", ["一批", "若干"])
def test_the_first_goods_of_a_list_without_headings_are_read_where_nobody_knows_how_many(many: str) -> None:
    text = f"捐赠物资公示\n甲公司,口罩,{many}\n乙公司,酒精,20桶\n丙公司,大米,30袋\n丁公司,面粉,3袋\n"
    lines = told(text, "2020-03-03").splitlines()
    assert lines[1].startswith("2 receipt (2020-03-03) donor=甲公司: 口罩 ?")
    assert len(lines) == 5


@pytest.mark.parametrize(
    "text", ["捐款名单\n李小花,口罩500个\n张大伟,100元\n王小明,20元\n", "李小花,口罩500个\n张大伟,100\n王小明,20\n"]
)
def test_a_first_gift_of_goods_is_no_headings_where_the_columns_are_said_by_letters(text: str) -> None:
    table, first, *_ = told(text, "2020-03-03", {"A": "donor", "B": "money"}).splitlines()
    assert table == "money_in 0: A=donor B=money"
    assert first.endswith("receipt (2020-03-03) donor=李小花: 口罩 500个 [500个]")


@pytest.mark.parametrize("headings", ["谁,多少", "捐赠人,口罩（个）", "名字,接收捐款（万元）", "称谓,心意"])
def test_headings_stay_headings_where_the_columns_are_said_by_letters(headings: str) -> None:
    lines = told(f"{headings}\n张大伟,100\n王小明,200\n", "2020-03-03", {"A": "donor", "B": "money"}).splitlines()
    assert [line.split()[0] for line in lines[1:]] == ["2", "3"]
