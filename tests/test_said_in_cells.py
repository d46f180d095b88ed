"""Tables that say of each gift in one cell who gave what, and lines of money and of goods. All is invented."""

import pytest
from harness.tables import told

SAID = ("李华捐款1000元", "王芳捐款500元", "甲公司捐赠口罩500个、手套3双")


def rows_of(form: str) -> str:
    return "".join(form.format(place=place, said=said) + "\n" for place, said in enumerate(SAID, 1))


@pytest.mark.parametrize(
    "text",
    [
        f"捐赠公示\n{rows_of('{place},{said}')}",
        f"捐赠公示\n序号,捐赠情况\n{rows_of('{place},{said}')}",
        f"捐赠公示\n序号,内容\n{rows_of('{place},{said}')}合计,1500元\n经办：张会计\n",
        f"捐赠公示\n日期,内容\n{rows_of('3月{place}日,{said}')}",
        f"捐赠公示\n序号,日期,内容\n{rows_of('{place},3月{place}日,{said}')}",
    ],
)
def test_one_cell_says_who_gave_what(text: str) -> None:
    """A donor was asked for, or headings."""
    found = told(text, "2020-03-29")
    assert "donor=李华: CNY 1000元" in found
    assert "donor=王芳: CNY 500元" in found
    assert "donor=甲公司: 口罩 500个, 手套 3双" in found
    assert " ! " not in found
    assert ("2020-03-03 donor=甲公司" in found) == ("3月" in text)


def test_a_total_below_is_held_against_the_gifts() -> None:
    assert "= 1400 in row 6" in told(f"捐赠公示\n序号,内容\n{rows_of('{place},{said}')}合计,1400元\n", "2020-03-29")
    assert "= 1500 in row 6" in told(f"捐赠公示\n序号,内容\n{rows_of('{place},{said}')}合计,1500元\n", "2020-03-29")


def test_a_row_that_nobody_can_take_apart_is_refused_alone() -> None:
    found = told(f"捐赠公示\n序号,内容\n{rows_of('{place},{said}')}4,乙公司捐赠一批口罩\n", "2020-03-29")
    assert "donor=李华: CNY 1000元" in found
    assert "6 !" in found


@pytest.mark.parametrize("title", ["物资发放公示", "物资需求表", "采购明细", "会议记录"])
def test_titles_of_something_else_leave_the_table_as_it_is(title: str) -> None:
    assert "receipt" not in told(f"{title}\n序号,内容\n{rows_of('{place},{said}')}", "2020-03-29")


@pytest.mark.parametrize("said", ["男装：外套20件", "上午：口罩20个", "北京：口罩20个", "口罩：20个"])
def test_what_gifts_are_sorted_by_gave_nothing(said: str) -> None:
    assert "receipt" not in told(f"捐赠公示\n序号,内容\n1,{said}\n2,{said}\n", "2020-03-29")


@pytest.mark.parametrize(
    "said",
    [
        ("甲公司捐赠市一院口罩500个", "李华捐赠希望小学书包20个"),
        ("市一院接受甲公司捐赠口罩500个", "市二院收到李华捐赠手套20双"),
    ],
)
def test_what_cells_say_of_who_got_it_is_no_part_of_a_name(said: tuple[str, str]) -> None:
    """Goods were called 市一院口罩, and who gave 市一院接受甲公司."""
    rows = "".join(f"3月{day}日,{each}\n" for day, each in enumerate(said, 1))
    assert "receipt" not in told(f"捐赠物资公示\n日期,捐赠情况\n{rows}")


def test_numbers_beside_that_count_no_rows_are_not_passed_over() -> None:
    """What each gift is worth was taken for its number."""
    text = "捐赠物资明细\n甲公司捐赠口罩500个,{}\n李华捐赠手套20双,{}\n"
    assert "receipt" not in told(text.format(5000, 200), "2020-03-29")
    assert "receipt" not in told(text.format(20200301, 20200302), "2020-03-29")
    assert "receipt" not in told(text.format("1" * 5_000, "1" * 4_999 + "2"), "2020-03-29")
    assert told(text.format(1, 2), "2020-03-29").count("receipt") == 2


def test_what_stands_beside_a_later_row_is_not_lost() -> None:
    """A remark in a column that those above leave empty."""
    rows = "".join(f"{place},李华捐赠口罩{place}个,\n" for place in range(1, 320))
    found = told(f"捐赠公示\n序号,内容,\n{rows}320,王芳捐赠口罩5个,已退回\n", "2020-03-29")
    assert "donor=王芳" not in found
    assert "322 !" in found
