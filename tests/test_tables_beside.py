"""Tables of their own side by side: with nothing between them, captions or days over them, and what goes on beside itself."""

import pytest
from harness.tables import told

TITLE = "2020年某市红十字会接收捐赠款物公示"


def rows_of(*lines: str, day: str | None = None) -> list[str]:
    """What each record of the rows is, without its number."""
    found = told("\n".join(lines) + "\n", day=day).splitlines()[1:]
    return [line.partition(" ")[2] for line in found if line[0].isdigit() and " - " not in line]


MONEY = "receipt 2020-02-06 donor=李华: CNY 200元 [200CNY]"
GOODS = "receipt 2020-02-04 donor=甲公司: 口罩 500个 [500个]"
MORE = "receipt 2020-02-09 donor=乙公司: 口罩 30个 [30个]"
BESIDE = {
    "numbered": [
        "序号,日期,捐款人,金额（元）,序号,日期,捐赠单位,品名,数量,单位",
        "1,2月6日,李华,200,1,2月4日,甲公司,口罩,500,个",
        ",,,,2,2月9日,乙公司,口罩,30,个",
    ],
    "with days": [
        "日期,捐款人,捐款金额（元）,接收日期,捐赠单位,名称,数量,计量单位",
        "2月6日,李华,200,2月4日,甲公司,口罩,500,个",
        ",,,2月9日,乙公司,口罩,30,个",
    ],
    "with columns of goods": [
        "日期,姓名,金额（元）,日期,捐赠单位,口罩（个）,手套（双）",
        "2月6日,李华,200,2月4日,甲公司,500,",
        ",,,2月9日,乙公司,30,",
    ],
    "behind a blank column": [
        "日期,姓名,金额（元）,,日期,捐赠单位,口罩（个）,手套（双）",
        "2月6日,李华,200,,2月4日,甲公司,500,",
        ",,,,2月9日,乙公司,30,",
    ],
    "captions over them": [
        "接收捐款,,,接收物资,,,,",
        "时间,姓名,捐款金额（元）,No.,捐赠时间,捐赠单位,口罩（个）,手套（双）",
        "2月6日,李华,200,1,2月4日,甲公司,500,",
        ",,,2,2月9日,乙公司,30,",
    ],
}


@pytest.mark.parametrize("lines", BESIDE.values(), ids=BESIDE)
def test_money_beside_goods(lines: list[str]) -> None:
    """Each has its givers and its days, though one is longer than the other."""
    assert rows_of(TITLE, *lines) == [MONEY, GOODS, MORE]


def test_givers_on_both_sides_tell_two_tables() -> None:
    """Nothing else begins again; who stands above is meant where a name is left out."""
    lines = [
        "捐款人,金额（元）,捐赠单位,品名,数量,单位",
        "李华,200,甲公司,口罩,500,个",
        "王芳,300,,手套,20,双",
        ",,乙公司,大米,10,袋",
    ]
    assert rows_of(TITLE, *lines, day="2020-02-29") == [
        "receipt (2020-02-29) donor=李华: CNY 200元 [200CNY]",
        "receipt (2020-02-29) donor=甲公司: 口罩 500个 [500个]",
        "receipt (2020-02-29) donor=王芳: CNY 300元 [300CNY]",
        "receipt (2020-02-29) donor=甲公司: 手套 20双 [20双]",
        "receipt (2020-02-29) donor=乙公司: 大米 10袋 [10袋]",
    ]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (
            ["捐赠单位,品名,数量,单位,金额（元）", "甲公司,口罩,500,个,200"],
            ["receipt (2020-02-29) donor=甲公司: 口罩 500个@@200 [500个 200value]"],
        ),
        (
            ["捐赠单位,品名,数量,接收单位", "甲公司,口罩,500个,市一院"],
            ["relay (2020-02-29) donor=甲公司 recipient=市一院: 口罩 500个 [500个]"],
        ),
    ],
)
def test_one_record_stays_one(lines: list[str], rows: list[str]) -> None:
    assert rows_of(TITLE, *lines, day="2020-02-29") == rows


def test_columns_of_goods_that_go_on_beside() -> None:
    """The same headings again: what stands below them is of whoever stands there, and nobody else."""
    lines = [
        "捐赠单位,口罩（个）,手套（双）,备注,捐赠单位,口罩（个）,手套（双）,备注",
        "甲公司,10,5,,乙公司,,2000,自提",
        "丙公司,,7,,,,,",
    ]
    assert rows_of(TITLE, *lines, day="2020-02-29") == [
        "receipt (2020-02-29) donor=甲公司: 口罩 10个, 手套 5双 [10个 5双]",
        "receipt (2020-02-29) donor=乙公司: 手套 2000双 “自提” [2000双]",
        "receipt (2020-02-29) donor=丙公司: 手套 7双 [7双]",
    ]


HEADS = "序号,姓名,金额（元）,序号,姓名,金额（元）"


def test_a_day_over_each_of_them() -> None:
    """2月3日 over the one and 2月4日 over the other, and others where the headings come again."""
    lines = [
        "2月3日,,,2月4日,,",
        HEADS,
        "1,李华,500,1,张伟,100",
        "2,王芳,300,,,",
        "2月5日,,,2月6日,,",
        HEADS,
        "1,孙强,50,1,周丽,10",
    ]
    assert [row.split(":")[0] for row in rows_of(TITLE, *lines)] == [
        "receipt 2020-02-03 donor=李华",
        "receipt 2020-02-04 donor=张伟",
        "receipt 2020-02-03 donor=王芳",
        "receipt 2020-02-05 donor=孙强",
        "receipt 2020-02-06 donor=周丽",
    ]


def test_one_day_over_all_of_them() -> None:
    lines = ["2月3日,,,,,", HEADS, "1,李华,500,1,张伟,100"]
    assert [row.split(":")[0] for row in rows_of(TITLE, *lines)] == [
        "receipt (2020-02-03) donor=李华",
        "receipt (2020-02-03) donor=张伟",
    ]


@pytest.mark.parametrize(
    ("over", "day"), [("2月1日,2月29日,,", "2020-02-29"), ("制表日期,2020-03-05,审核日期,2020-03-06", "2020-02-29")]
)
def test_days_that_stand_beside_each_other_are_not_one_over_each(over: str, day: str) -> None:
    """They are the first and the last of a time, or when somebody signed: those named on the right were lost."""
    lines = ["捐款名单（2020年2月1日至2月29日）,,,", over, "姓名,金额,姓名,金额", "李华,500,张伟,100"]
    assert [row.split(":")[0] for row in rows_of(*lines)] == [
        f"receipt ({day}) donor=李华",
        f"receipt ({day}) donor=张伟",
    ]


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("捐赠人,捐赠物品,数量,捐赠单位,联系电话,金额", "李华,口罩,10,甲公司,13800000000,100"),
        ("家长姓名,捐款金额,学生姓名,捐书（本）", "李华,100,李小华,3"),
    ],
)
def test_where_somebody_works_and_whose_child_it_is_are_no_table_of_their_own(headings: str, row: str) -> None:
    assert len(rows_of("2020年2月捐赠", headings, row, row.replace("李", "王").replace("甲", "乙"))) == 2


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("捐赠人,捐款金额（元）,日期,捐赠单位,品名,数量,单位,捐赠日期", "李华,100,2月5日,甲公司,口罩,10,个,2月6日"),
        ("捐赠方,捐款金额（元）,捐赠单位（个人）,品名,数量,单位", "李华,100,甲公司,口罩,10,个"),
    ],
)
def test_days_of_their_own_and_either_sort_of_giver_tell_two_tables(headings: str, row: str) -> None:
    """Though each row is full on either side."""
    assert len(rows_of("2020年2月捐赠", headings, row, row.replace("李", "王").replace("甲", "乙"))) == 4


@pytest.mark.parametrize("left", ["结存", "结余", "库存"])
def test_what_is_left_beside_recipients_is_nobodys(left: str) -> None:
    """It stands below 分配情况, as they do, and the headings are two rows all the same."""
    lines = [
        "2020年2月10日接收捐赠物资及分配情况表", "捐赠单位,物资名称,数量,单位,分配情况,,", f",,,,市一院,市二院,{left}", "甲公司,口罩,1000,个,500,300,200",
    ]  # fmt: skip
    assert rows_of(*lines) == [
        "receipt (2020-02-10) donor=甲公司: 口罩 1000个 [1000个]",
        "distribution (2020-02-10) recipient=市一院: 口罩 500个 [500个]",
        "distribution (2020-02-10) recipient=市二院: 口罩 300个 [300个]",
    ]


def test_unit_below_what_was_given_out_is_none_of_recipients() -> None:
    lines = [
        "发放登记表",
        "发放日期,接收单位,发放物资,,",
        ",,物品名称,数量,单位",
        "2020-02-03,市一院,口罩,500,双",
        "2020-02-04,市二院,大米,20,袋",
    ]
    assert rows_of(*lines) == [
        "distribution 2020-02-03 recipient=市一院: 口罩 500双 [500双]",
        "distribution 2020-02-04 recipient=市二院: 大米 20袋 [20袋]",
    ]


def test_a_formula_without_its_result_states_no_total() -> None:
    """The numbers in =SUM(B3:B11) are rows."""
    lines = ["捐赠单位,口罩（个）,手套（双）", "甲公司,10,5", "乙公司,20,7", "合计,=SUM(B3:B11),=SUM(C3:C11)"]
    assert told("\n".join([TITLE, *lines]) + "\n", day="2020-02-29").splitlines()[-1] == "5 - a total"


def test_numbers_kept_as_text_with_an_apostrophe() -> None:
    """Also small parts of 万元, and beside units."""
    assert rows_of(TITLE, "捐款人,金额（万元）", "李华,'0.123", day="2020-02-29") == [
        "receipt (2020-02-29) donor=李华: CNY 1230元 [1230CNY]"
    ]
    assert rows_of("发放表", "接收单位,发放物资,,", ",品名,数量,单位", "市一院,手套,'5,双", day="2020-02-29") == [
        "distribution (2020-02-29) recipient=市一院: 手套 5双 [5双]"
    ]


def test_who_signs_in_cells_of_their_own_gave_nothing() -> None:
    """主管： and 经办： beside names."""
    lines = [
        "发放表",
        "接收单位,品名,数量,领取人,日期",
        "市一院,口罩,500个,张三,2020-02-03",
        "主管：,王五,经办：,赵六,",
    ]
    assert rows_of(*lines) == ["distribution 2020-02-03 recipient=市一院: 口罩 500个 [500个]"]


def test_the_title_on_each_page_goes_behind_the_day_that_was_said() -> None:
    """--date is of all rows, and not only of those on the first page."""
    title = "某县慈善总会接收捐款公示（2020年2月1日—2月29日）"
    lines = [f"{title},", "捐款人,金额（元）", "李华,500", f"{title},", "捐款人,金额（元）", "王芳,300"]
    for other in (lines, [*lines[:3], "某县慈善总会捐款名单（2020年2月1日—2月28日）,", *lines[4:]]):
        assert [row.split(":")[0] for row in rows_of(*other, day="2020-03-01")] == [
            "receipt (2020-03-01) donor=李华",
            "receipt (2020-03-01) donor=王芳",
        ]


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("捐赠情况", "使用情况"),
        ("捐赠情况", "发放情况"),
        ("捐入", "捐出"),
        ("接收情况", "发放情况"),
    ],
)
def test_what_was_given_stands_beside_what_became_of_it(given: str, used: str) -> None:
    text = (
        f"{given},,,,{used},,,\n时间,捐赠方,物资,数量,时间,使用单位,数量,结存\n"
        "2020-02-01,甲公司,口罩,500只,2020-02-03,市一院,200只,300只\n2020-02-02,乙公司,酒精,20瓶,,,,20瓶\n"
    )
    found = told(text)
    assert "3 receipt 2020-02-01 donor=甲公司: 口罩 500只" in found
    assert "distribution 2020-02-03 recipient=市一院: 口罩 200只" in found
    assert "4 receipt 2020-02-02 donor=乙公司: 酒精 20瓶" in found
    assert "!" not in found
