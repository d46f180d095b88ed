"""What is left after each row, held against the rows. All is invented."""

from collections.abc import Sequence

import pytest
from harness.tables import told

from donations.importers.sums.running import OTHER_LEFT

ACCOUNT = (
    ("2020-02-01", "张三捐款", 1000, 0),
    ("2020-02-02", "李四捐款", 500, 0),
    ("2020-02-03", "买口罩", 0, 800),
    ("2020-02-04", "王五捐款", 200, 0),
    ("2020-02-05", "运费", 0, 50),
    ("2020-02-06", "赵六捐款", 300, 0),
    ("2020-02-07", "钱七捐款", 88, 0),
)
STORE = """日期,品名,单位,来源/去向,入库数量,出库数量,结存数量
2020-02-01,口罩,只,甲公司,5000,,5000
2020-02-02,防护服,套,乙公司,100,,100
2020-02-03,口罩,只,市一院,,2000,3000
2020-02-04,口罩,只,丙公司,1000,,4000
2020-02-05,防护服,套,市二院,,60,40
2020-02-06,口罩,只,市二院,,500,3500
2020-02-07,防护服,套,丙公司,10,,50
2020-02-08,口罩,只,甲公司,20,,3520
2020-02-09,防护服,套,甲公司,5,,55
"""
BEGUN = """物资,单位,期初,入库数量,来源,出库数量,去向,结存
口罩,只,100,5000,甲公司,2000,市一院,3100
防护服,套,0,100,乙公司,60,市二院,40
酒精,瓶,10,200,丙公司,20,市一院,190
手套,双,,300,丙公司,,,300
"""
CARD = """品名：医用口罩  单位：只
日期,来源或去向,收入数量,发出数量,结存数量
2020-02-01,甲公司,5000,,5000
2020-02-03,市一院,,2000,3000
2020-02-06,乙公司,1000,,4000
2020-02-07,市二院,,1500,2500
2020-02-08,市二院,,500,2000
"""


def account(headings: str = "日期,摘要,收入,支出,结余", *, before: int = 0, blank: Sequence[int] = ()) -> list[str]:
    """The lines of an account with what is left after each; after those at `blank` it isn't said."""
    lines = [headings]
    for place, (day, words, came, went) in enumerate(ACCOUNT):
        before += came - went
        lines.append(f"{day},{words},{came or ''},{went or ''},{'' if place in blank else before}")
    return lines


def marked(lines: Sequence[str], day: str | None = None) -> list[int]:
    """The rows of which is told that their sum is another."""
    begin = OTHER_LEFT.format(column="", rows="").partition(" isn't")[2][:30]
    read = told("\n".join(lines) + "\n", day=day).splitlines()
    return [int(line.split(" ", 1)[0]) for line in read if begin in line]


@pytest.mark.parametrize("before", [0, 77])
@pytest.mark.parametrize("headings", ["日期,摘要,收入,支出,结余", "日期,摘要,借方,贷方,余额"])
def test_an_account_that_is_right_is_told_nothing_of(headings: str, before: int) -> None:
    lines = account(headings, before=before)
    assert marked(lines) == marked([lines[0], *lines[:0:-1]]) == []
    assert marked(account(headings, before=before, blank=(1, 4))) == []


def test_a_wrong_amount_is_told_in_its_row() -> None:
    """Also where the newest stands first, and where some rows don't say what is left."""
    lines = account()
    lines[4] = lines[4].replace("200", "290")
    assert marked(lines) == [5]
    assert marked([lines[0], *lines[:0:-1]]) == [5]
    lines = account(blank=(2,))
    lines[3] = lines[3].replace("800", "900")
    assert marked(lines) == [5]  # the next that says it


def test_a_wrong_balance_is_told_in_its_row_and_the_next() -> None:
    lines = account()
    lines[5] = lines[5].replace(",850", ",805")
    assert marked(lines) == [6, 7]


def test_a_row_that_lacks_is_told_where_it_lacks() -> None:
    lines = account()
    assert marked([*lines[:4], *lines[5:]]) == [5]


def test_what_was_there_before_counts() -> None:
    """上月结转 is no record, and says from where the first goes on; 本月合计 says what is left once more."""
    lines = account(before=99)
    carried = "2020-02-01,上月结转,,,99"
    lines = [lines[0], carried, *lines[1:], ",本月合计,2088,850,1337"]
    assert marked(lines) == []
    lines[1] = carried.replace("99", "98")
    assert marked(lines) == [3]


def test_sides_are_known_though_one_row_is_wrong() -> None:
    """借方 is what came in one's own books, and what went out in a bank's: the balance of the other rows says it."""
    lines = account("日期,摘要,借方,贷方,余额")
    lines[4] = lines[4].replace("200", "290")
    read = told("\n".join(lines) + "\n")
    assert "借方=money 贷方=spent" in read
    assert marked(lines) == [5]


def test_amounts_that_came_up_to_a_row() -> None:
    """累计 beside what each gave."""
    lines = ["日期,姓名,捐款金额,累计金额"]
    sums = [100, 300, 350, 410, 460]
    lines += [f"2020-02-0{n + 1},{'赵钱孙李周'[n]}大山,{sums[n] - sum(sums[n - 1 : n])},{sums[n]}" for n in range(5)]
    assert marked(lines) == []
    lines[4] = lines[4].replace(",60,", ",90,")
    assert marked(lines) == [5]


def test_a_column_that_is_no_running_sum_says_nothing() -> None:
    """余额 of only some of the rows, and what each has given before."""
    lines = account()
    chosen = [lines[0], *[line for line in lines[1:] if "捐" in line]]
    assert marked([line for place, line in enumerate(chosen) if place != 2]) == []
    lines = ["日期,姓名,捐款金额,累计捐款", *(f"2020-02-0{n},赵大山{n},{n * 10},{n * 70}" for n in range(1, 7))]
    assert marked(lines) == []


def test_each_thing_of_a_store_has_its_own() -> None:
    assert marked(STORE.splitlines()) == []
    assert marked(STORE.replace(",1000,,4000", ",1000,,4100").splitlines()) == [5, 7]
    assert marked(STORE.replace("500,3500", "500,3600").splitlines()) == [7, 9]


def test_what_a_store_had_before_counts() -> None:
    """期初, of which blank is none."""
    assert marked(BEGUN.splitlines(), day="2020-02-10") == []
    assert marked(BEGUN.replace("市一院,190", "市一院,180").splitlines(), day="2020-02-10") == [4]


def test_a_card_of_one_thing() -> None:
    assert marked(CARD.splitlines()) == []
    assert marked(CARD.replace("500,2000", "500,2100").splitlines()) == [7]


def test_what_went_out_may_stand_first() -> None:
    rows = "支出,收入,余额,日期,摘要\n,500,500,2020-02-01,张三捐款\n,300,800,2020-02-02,李四捐款\n100,,700,2020-02-03,打印费\n,200,900,2020-02-04,王五捐款\n"
    rows += "50,,850,2020-02-05,打印费\n50,,850,2020-02-06,打印费\n,100,950,2020-02-07,赵六捐款\n,100,1050,2020-02-08,钱七捐款\n"
    assert [line.split(" ")[0] for line in told(rows).splitlines() if OTHER_LEFT[8:40] in line] == ["7"]


def test_sum_that_begins_anew_with_a_month_is_no_other() -> None:
    rows = "日期,摘要,收入,支出,余额\n2020-01-01,张三捐款,500,,500\n2020-01-02,李四捐款,300,,800\n2020-01-03,打印费,,100,700\n2020-01-04,王五捐款,200,,900\n"
    rows += ",1月合计,1000,100,900\n2020-02-01,赵六捐款,100,,100\n2020-02-02,钱七捐款,100,,200\n2020-02-03,孙八捐款,100,,350\n"
    assert [line.split(" ")[0] for line in told(rows).splitlines() if OTHER_LEFT[8:40] in line] == ["9"]
