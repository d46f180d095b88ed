"""Who stood on the other side of an account, below headings that say little. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.account_givers import giver_in

ROWS = "2020-02-01,张三,{},捐款\n2020-02-02,康健药房,{},口罩\n2020-02-03,李四,{},捐款\n"
BY_SIDES = ROWS.format("100,", ",80", "200,")


def account(heading: str, *, by_sides: bool) -> str:
    """The same account with a column for each side, or with one that says the way."""
    if by_sides:
        return f"日期,{heading},收入,支出,备注\n{BY_SIDES}"
    lines = ROWS.format("100", "80", "200").splitlines()
    ways = ("收", "付", "收")
    return f"收支,日期,{heading},金额,备注\n" + "".join(
        f"{way},{line}\n" for way, line in zip(ways, lines, strict=True)
    )


@pytest.mark.parametrize("by_sides", [True, False])
@pytest.mark.parametrize("heading", ["对象", "往来对象", "当事人", "相关方", "关联方"])
def test_other_side_of_an_account_is_who_gave_or_was_paid(heading: str, by_sides: bool) -> None:
    """All that came was booked to 爱心人士."""
    lines = told(account(heading, by_sides=by_sides)).splitlines()
    assert [line.split("donor=")[1].split(":")[0] for line in lines if "donor=" in line] == ["张三", "李四"]
    assert "supplier=康健药房" in lines[2]


@pytest.mark.parametrize("by_sides", [True, False])
@pytest.mark.parametrize("heading", ["客户", "负责", "甲方"])
def test_names_that_nobody_reads_are_asked_about(heading: str, by_sides: bool) -> None:
    """They may be who gave, or who wrote it down."""
    lines = told(account(heading, by_sides=by_sides)).splitlines()
    assert all(" ! None: " in line for line in lines[1:])


@pytest.mark.parametrize("heading", ["负责", "甲方"])
def test_words_that_name_who_gave_need_no_column(heading: str) -> None:
    rows = "2020-02-01,王强,100,,张三捐款\n2020-02-02,王强,,80,口罩\n2020-02-03,刘红,200,,李四捐款\n"
    found = told(f"日期,{heading},收入,支出,备注\n{rows}")
    assert "donor=张三" in found
    assert "donor=李四" in found


@pytest.mark.parametrize("title", ["", "慰问物资发放表\n", "捐赠物资\n"])
def test_elsewhere_it_may_be_who_is_helped(title: str) -> None:
    found = told(f"{title}日期,对象,物资,数量\n2020-02-01,张三,大米,10袋\n")
    assert "donor=张三" not in found
    assert "receipt" not in told("日期,对象,金额\n2020-02-01,张三,100\n2020-02-01,李四,20\n")


@pytest.mark.parametrize(
    ("words", "giver"),
    [
        ("张三捐", "张三"), ("张三捐1000元", "张三"), ("收张三捐", "张三"), ("张三再捐", "张三"), ("光明公司捐500", "光明公司"), ("李四等3人捐", "李四等3人"),
        ("2020年2月1日张三捐款", "张三"), ("2月1日张三捐", "张三"), ("2020-02-01 张三捐款", "张三"), ("2月1日捐款", None),
        ("爱心募捐", None), ("张三认捐", None), ("张三未捐", None), ("集体捐", None), ("全体教师捐", None), ("为灾区捐", None), ("匿名捐", None), ("村民捐", None),
    ],
)  # fmt: skip
def test_a_word_for_giving_behind_a_name_is_enough(words: str, giver: str | None) -> None:
    """张三捐 in an account was a gift of 爱心人士."""
    assert giver_in({"spent": "", "note": words}) == giver


def test_words_of_an_account_that_name_who_gave_in_short() -> None:
    found = told(
        "时间,事项,收入,支出,结余\n2020-02-01,张三捐,1000,,1000\n2020-02-02,付口罩,,500,500\n2020-02-03,李四等3人捐,600,,1100\n"
    )
    assert "donor=张三" in found
    assert "donor=李四等3人" in found
