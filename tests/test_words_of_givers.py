"""Lists of gifts without a column for who gave: their words say it, with how the money came; where they don't surely, it is said."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.columns.sorts_told import BOTH_WAYS
from donations.importers.rows.unnamed import UNREAD

HEADINGS = "某县爱心协会捐款登记表\n日期,摘要,金额\n"


def givers(rows: str) -> list[str]:
    """Who gave each of the gifts of such a list."""
    lines = told(HEADINGS + rows).splitlines()[1:]
    return [line.partition("donor=")[2].partition(":")[0] for line in lines if "donor=" in line]


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("张小梅微信", "张小梅"),
        ("张小梅微信转账", "张小梅"),
        ("张小梅转账", "张小梅"),
        ("张小梅（现金）", "张小梅"),
        ("收张小梅现金", "张小梅"),
        ("李建国、赵大勇合捐", "李建国、赵大勇"),
        ("李建国、赵大勇共同捐款", "李建国、赵大勇"),
        ("李建国一起捐款", "李建国"),
        ("宏达公司汇款", "宏达公司"),
        ("王丰收 捐助学", "王丰收"),
        ("李建交 捐助学", "李建交"),
    ],
)
def test_how_the_money_came_is_no_part_of_who_gave(words: str, giver: str) -> None:
    rows = f"2020-03-01,{words},6\n2020-03-02,王秀英捐款,7\n2020-03-03,爱心人士捐款,8\n2020-03-04,李华,9\n"
    assert givers(rows) == [giver, "王秀英", "爱心人士", "李华"]


def test_words_that_may_name_somebody_are_told_of() -> None:
    rows = "2020-03-01,老周家给孩子们买书的钱,6\n2020-03-02,爱心人士捐款,7\n2020-03-03,助学、助困捐款,8\n2020-03-04,现金,9\n"
    said = told(HEADINGS + rows).splitlines()[1:]
    assert [UNREAD.format(rows=row) in line for row, line in enumerate(said, 3)] == [True, False, False, False]
    book = "Date,Details,Received,Spent\n2020-03-01,Donation - Ben Lim (Rotary Club),6,\n2020-03-02,Anonymous donation,5,\n"
    said = told(book).splitlines()[1:]
    assert [UNREAD.format(rows=row) in line for row, line in enumerate(said, 2)] == [True, False]


def test_what_is_advised_for_them_works(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "捐款登记.csv"
    paper.write_text(f"{HEADINGS}2020-03-01,老周家给孩子们买书的钱,6\n", encoding="utf-8")
    assert "`donations correct N NAME` says so" in desk.do(f"import {paper} --yes").out
    desk.do("correct 1 周建国")
    assert desk.do("ledger --format json").json["tables"][0]["rows"][-1]["donor"] == "周建国"


@pytest.mark.parametrize("sort", ["工资", "红包", "房租"])
def test_a_sort_beside_names_is_not_talked_over(sort: str) -> None:
    """Wages of 王芳 became her gift, where every other row named a giver."""
    paper = f"日期,收支类型,金额,类别,备注\n2020-03-01,收入,100,{sort},王芳\n2020-03-02,收入,5,捐款,李华捐款\n"
    assert "donor=王芳" not in told(paper)


def test_the_example_of_how_to_map_is_of_whom_nobody_can_tell(desk: Desk, tmp_path: Path) -> None:
    """It was `--map 合计=…`."""
    paper = tmp_path / "月捐.csv"
    paper.write_text("姓名,1月,2月,合计\n李建国,100,100,200\n王秀英,50,,50\n", encoding="utf-8")
    assert "`--map 姓名=…`" in desk.run(f"import {paper} --dry-run").out
    assert "3 entries" in desk.do(f"import {paper} --dry-run --map 姓名=donor").out


def test_an_account_says_how_a_gift_is_written(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "现金日记账.csv"
    text = "日期,摘要,收入,支出\n2020-02-01,李建国捐款,500,\n2020-02-02,张小梅转账,200,\n"
    paper.write_text(text, encoding="utf-8")
    assert "write 捐款 behind the name; got “张小梅转账”" in desk.run(f"import {paper} --dry-run").out
    paper.write_text(text.replace("转账", "转账捐款"), encoding="utf-8")
    desk.do(f"import {paper} --yes")
    assert "张小梅" in desk.do("donors").out


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("善款收入明细", ("李华收", "王芳收", "张敏")),  # who took the money
        ("善款收入明细", ("李华交", "王芳付", "张敏")),
        ("捐款箱收入", ("李华、王芳", "张敏、赵杰", "周宁")),  # who opened it
        ("募捐箱善款清点记录", ("李华、王芳", "张敏、赵杰", "周宁")),
        ("爱心义卖捐款收入", ("李华", "王芳", "张敏")),  # who bought something
    ],
)
def test_who_took_money_or_counted_it_is_nobody_who_gave(title: str, names: tuple[str, ...]) -> None:
    """They were booked as givers."""
    rows = "".join(f"3月{day}日,{day}00,{who}\n" for day, who in enumerate(names, 1))
    found = told(f"{title}\n日期,金额,备注\n{rows}")
    assert found.count("donor=爱心人士") == 3


@pytest.mark.parametrize("title", ["捐赠物资入库", "捐赠物资签收登记", "爱心物资验收记录"])
def test_names_beside_goods_laid_in_may_be_of_those_who_took_them(title: str) -> None:
    found = told(f"{title}\n日期,品名,数量,备注\n3月1日,口罩,100,李华\n3月2日,大米,20,王芳\n")
    assert "receipt" not in found


@pytest.mark.parametrize("cost", ["购买口罩", "运费", "采购大米"])
def test_what_was_spent_among_those_who_gave_is_told_as_that(cost: str) -> None:
    """Headings were asked for, though there were some."""
    found = told(f"明细\n日期,项目,金额\n2020-03-01,李华捐款,100\n2020-03-02,{cost},200\n2020-03-03,王芳捐款,300\n")
    assert found.count(BOTH_WAYS) == 3
