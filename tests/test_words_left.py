"""Who gave behind what they are (校友王芳捐款), 一批 that says how much and not of what, and other ways beside 捐款. All names are invented."""

import pytest
from harness.tables import told

from donations.importers.rows.unnamed import GOODS_TOO, UNREAD
from donations.importers.words.giver_names import name_behind_role

ONE_COLUMN = "one column of money"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("爱心人士李华", "李华"), ("校友王芳", "王芳"), ("98届校友欧阳小明", "欧阳小明"), ("本村村民张伟", "张伟"), ("第三小组组长赵六", "赵六"), ("退休教师孙丽", "孙丽"),
        ("热心市民周明", "周明"), ("党员代表", None), ("校友向母校", None), ("会员单位", None), ("党员干部", None), ("学生李华", None), ("患者李华", None), ("村民房屋", None),
        ("村民安置", None), ("教师温暖", None), ("党员活动", None), ("李华", None),
    ],
)  # fmt: skip
def test_a_name_behind_what_somebody_is(said: str, name: str | None) -> None:
    assert name_behind_role(said) == name


def test_a_list_in_such_words_says_who_gave() -> None:
    found = told(
        "日期,摘要,金额\n2020-03-01,爱心人士李华捐款,100\n2020-03-02,第三小组组长赵六捐款,200\n2020-03-03,利息,1\n"
    )
    assert "2 receipt 2020-03-01 donor=李华: CNY 100元 “爱心人士李华捐款”" in found
    assert "3 receipt 2020-03-02 donor=赵六: CNY 200元" in found
    assert "4 - interest, no gift" in found


def test_a_purpose_that_may_name_who_gave_is_told() -> None:
    found = told("捐款明细\n日期,项目,金额\n2020-03-01,张三捐款,100\n2020-03-01,学生李华捐款,100\n2020-03-02,助学,50\n")
    assert f"donor=爱心人士: CNY 100元 for 学生李华捐款 [100CNY] ({UNREAD.format(column=None, rows=4)})" in found


@pytest.mark.parametrize("heading", ["捐赠物资", "捐赠内容"])
def test_so_much_of_nobody_knows_what(heading: str) -> None:
    assert f"2 ! {heading}: {GOODS_TOO} (一批)" in told(f"日期,捐赠单位,{heading}\n2020-03-01,李华,一批\n")


TITLE = "某协会捐赠物资公示\n日期,捐赠情况\n2020-03-01,甲公司捐赠口罩500只\n2020-03-02,乙公司捐赠手套100双\n"


def test_a_lot_of_something_in_a_cell_with_who_gave_is_read() -> None:
    assert "5 receipt 2020-03-03 donor=丙公司: 物资 ?" in told(f"{TITLE}2020-03-03,丙公司捐赠物资一批\n")


def test_what_cannot_be_taken_apart_is_said_by_what_the_file_has() -> None:
    assert "5 ! 捐赠情况: " in (found := told(f"{TITLE}2020-03-03,丙公司捐赠一批\n"))
    assert "(丙公司捐赠一批)" in found


@pytest.mark.parametrize("way", ["汇款", "支票", "电汇", "汇款（元）"])
@pytest.mark.parametrize("rows", ["100,\n,200", "100,\n300,50"])
def test_another_way_beside_gifts_is_asked_about(way: str, rows: str) -> None:
    first, second = rows.split("\n")
    heading = "捐款（元）" if "元" in way else "捐款"
    found = told(f"日期,姓名,{heading},{way}\n2020-03-01,李华,{first}\n2020-03-02,王芳,{second}\n")
    assert ONE_COLUMN in found
    assert "receipt" not in found


@pytest.mark.parametrize(
    "text",
    [
        "日期,姓名,捐款,汇款\n2020-03-01,李华,100,100\n2020-03-02,王芳,200,200\n",
        "日期,姓名,捐款,支票\n2020-03-01,李华,100,30512345\n2020-03-02,王芳,200,30512346\n",
        "日期,姓名,捐款,汇款,结余\n2020-03-01,李华,100,50,50\n2020-03-02,王芳,200,100,150\n",
    ],
)
def test_what_only_says_it_again_or_went_on_is_not(text: str) -> None:
    assert "2 receipt 2020-03-01 donor=李华: CNY 100元 [100CNY]" in told(text)


def test_a_total_of_what_came_and_went_together_is_no_wrong_one() -> None:
    rows = "2020-03-01,1000,贷,李华,捐款\n2020-03-03,200,借,乙商店,购物\n2020-03-21,12.5,贷,,结息\n合计,1212.5,,,\n"
    assert "≠" not in (found := told(f"日期,交易金额,借贷标志,对方户名,摘要\n{rows}"))
    assert "=" not in found.splitlines()[-1]
