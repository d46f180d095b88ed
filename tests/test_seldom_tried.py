"""What stands in few papers and no other test looked at, third part: each of these was read otherwise by a copy of the program with
one small fault in it, and nobody saw; or was read wrongly. All is invented.
"""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations import errors
from donations.domain.parsing import parse_quantities
from donations.importers.readers.summed_rows import SummedRows

D = "2020年2月2日捐赠物资\n"
TABLES = {
    "money that is said among goods and again beside them": (
        f"{D}捐赠人,物资,数量,金额（元）\n甲公司,现金,5万元,50000\n乙公司,口罩,5箱,20\n合计,,,50020\n",
        "3 receipt (2020-02-02) donor=甲公司: CNY 50000元 [50000CNY]",
    ),
    "money that is worth something else": (
        f"{D}捐赠人,物资,数量,金额（元）\n甲公司,现金,5万元,40000\n乙公司,口罩,5箱,20\n",
        "3 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (5万元)",
    ),
    "what a heading of two rows says beside what was shared out": (
        "捐赠单位,品种,数量,分配情况,,去向\n,,,单位,数量,备注\n甲公司,口罩,100,市一院,60,\n,,,市二院,40,\n",
        "3 ! None: headings that tell who gave or who received",
    ),
    "a name that ends like a deed, in traditional characters": (
        "日期,捐贈者,金額\n2020-02-01,張紅領,50\n",
        "2 receipt 2020-02-01 donor=張紅領: CNY 50元 [50CNY]",
    ),
    "what a lorry weighs, in English": (
        "Date,Donor,Item,Gross Weight (kg),Tare Weight (kg)\n2020-02-01,Ann Lee,Rice,500,300\n",
        "2 ! None: one column of quantities: say --map HEADING=- of each other, which says another number",
    ),
    "goods between slashes, one of which is counted without a unit": (
        f"{D}捐赠人,物资,数量\n李华,口罩/手套,50只/20\n",
        "3 ! 数量: a quantity such as 500, 500个, 约500斤 or 一批 (50只/20)",
    ),
    "codes of rows in letters of both sizes": (
        "2020年2月2日捐款\njx001,李华,500\nJX002,王芳,600\n",
        "2 receipt (2020-02-02) donor=李华: CNY 500元",
    ),
    "a unit in a remark beside that of the heading": (
        f"{D}捐赠人,物资,数量（箱）,备注\n李华,大米,20,斤\n",
        "3 receipt (2020-02-02) donor=李华: 大米 20箱 “斤”",
    ),
    "boxes came, and pieces went": (
        "捐赠单位,品种,数量,发放地点,发放数量\n甲公司,口罩,100箱,市一院,60个\n,,,市二院,40个\n",
        "2 ! None: what came in and what went out in a table each",
    ),
    "a subtotal of what each of several gave": (
        "日期,捐赠人,物资,数量\n2020-02-01,李华、王芳,口罩,各50个\n小计,,,100\n2020-02-01,赵敏,口罩,20个\n小计,,,20\n合计,,,120\n",
        "3 - a subtotal\n",
    ),
    "who gave stands in a row of their own": (
        "日期,捐赠人,物资,数量\n,甲公司,,\n2020-02-01,,口罩,50个\n2020-02-02,,手套,20双\n,乙公司,,\n2020-02-01,,口罩,5个\n",
        "4 receipt 2020-02-02 donor=甲公司: 手套 20双 [20双]\n5 - a heading of the rows below it\n6 receipt 2020-02-01 donor=乙公司: 口罩 5个",
    ),
    "numbered names above tables of two columns": (
        "捐款名单\n一、甲公司\n日期,金额\n2020-02-01,500\n二、乙公司\n日期,金额\n2020-02-02,50\n",
        "4 receipt 2020-02-01 donor=甲公司: CNY 500元",
    ),
    "what was drawn for money stays with whom it was bought for": (
        "2020年2月2日物资领用表\n科室,领用人,物资,数量,支出\n内科,李华,口罩,5个,20\n外科,王芳,口罩,5个,30\n",
        "3 purchase (2020-02-02) recipient=李华: 口罩 5个@@20 “科室：内科”",
    ),
    "another amount in a remark, its unit in capitals": (
        f"{D}捐赠人,物资,数量,单位,备注\n李华,大米,20,公斤,实收18KG\n",
        "3 ! 备注: the right amount: this says another",
    ),
    "a remark of what was given out says that less went": (
        f"{D}接收单位,物资,数量,备注\n市三院,口罩,50个,实际发放45个\n",
        "3 ! 备注: the right amount: this says another",
    ),
    "a remark of what was spent says that less was paid": (
        f"{D}收款单位,支出金额,备注\n康民药店,500,实付450元\n",
        "3 ! 备注: the right amount: this says another",
    ),
    "a remark of a gift says how much of it was given on": (
        f"{D}捐赠单位,物资,数量,备注\n甲公司,口罩,50个,实际发放45个\n",
        "3 receipt (2020-02-02) donor=甲公司: 口罩 50个 “实际发放45个”",
    ),
}


@pytest.mark.parametrize(("text", "line"), TABLES.values(), ids=TABLES)
def test_a_seldom_table_is_read_so(text: str, line: str) -> None:
    assert line in told(text)


def test_what_is_said_of_the_money_is_not_asked_of_another_column() -> None:
    """Whoever maps 捐款 knows what 一日捐 beside it is."""
    assert "2 receipt 2020-02-01 donor=李华: CNY 500元" in told(
        "日期,捐赠人,捐款,一日捐\n2020-02-01,李华,500,50\n", columns={"捐款": "money"}
    )


def test_a_formula_of_a_row_says_nothing_of_the_next() -> None:
    """500 typed below =C2*2 is somebody's, beside what another sheet adds up to."""
    rows = SummedRows()
    rows.hear(3, "=C2*2")
    assert rows.of(["甲公司", "", "5", "10"]) is None
    rows.hear(1, "=SUM(捐款!B:B)")
    found = rows.of(["甲公司", "100", "", "500"])
    assert found is not None
    assert not found.is_all


@pytest.mark.parametrize("text", ["口罩50只/20", "口罩50只-20", "大米5斤/10", "口罩 1.5万只 / 3", "口罩50只.20"])
def test_a_number_that_hangs_on_an_amount_is_asked_about(text: str) -> None:
    """It was dropped: 50只 of 50只/20 was booked."""
    with pytest.raises(errors.SeveralReadings):
        parse_quantities(text)


@pytest.mark.parametrize(
    ("text", "number", "packs"),
    [
        ("口罩50只/", 50, None),
        ("口罩50只/2包", 50, 2),
        ("口罩50只（20）", 50, None),
        ("口罩50只.", 50, None),
        ("N95口罩50只/大", 50, None),
    ],
)
def test_other_signs_behind_an_amount_are_none_of_a_number(text: str, number: int, packs: int | None) -> None:
    [found] = parse_quantities(text)
    assert found.number == number
    assert found.packs == packs


@pytest.mark.parametrize("unit", ["人", "笔", "户", "家", "位", "名", "次", "批", "项"])
@pytest.mark.parametrize("money", ["捐款", "慰问金", "红包"])
def test_how_often_money_was_given_is_not_how_much_it_was(money: str, unit: str) -> None:
    """捐款 2笔 was a good of which two came."""
    rows = f"2020-02-01,李华,{money},2,{unit}"
    assert "2 ! 数量: how much money it was" in told(f"日期,捐赠人,物资,数量,单位\n{rows}\n2020-02-02,王芳,口罩,5,个\n")
    with_worth = told(f"日期,捐赠人,物资,数量,单位,金额\n{rows},1000\n2020-02-02,王芳,口罩,5,个,50\n")
    assert "2 receipt 2020-02-01 donor=李华: CNY 1000元" in with_worth


@pytest.mark.parametrize("unit", ["笔", "户", "人"])
def test_money_given_so_often_at_a_price_is_as_many_times_that(unit: str) -> None:
    said = told(f"日期,捐赠人,物资,数量,单位,单价\n2020-02-01,李华,捐款,2,{unit},500\n2020-02-02,王芳,口罩,5,个,1\n")
    assert "2 receipt 2020-02-01 donor=李华: CNY 1000元" in said
    assert "3 receipt 2020-02-02 donor=王芳: 口罩 5个@1" in said


@pytest.mark.parametrize("word", ["总", "计", "合", "共", "全部", "全体", "全年"])
def test_a_short_word_beside_the_sum_is_a_total(word: str) -> None:
    """合 would be somebody who gave as much as all together."""
    said = told(f"日期,捐赠人,金额\n2020-02-01,李华,500\n2020-02-02,王芳,60\n,{word},560\n")
    assert said.endswith("4 - a total\n= 560 in row 4\n")


def test_whose_account_it_came_to_is_nobody_who_gave() -> None:
    for heading in ("账户1", "转入账户1", "转出账户2"):
        said = told(f"日期,{heading},金额,备注\n2020-02-01,李明,500,李华捐款\n2020-02-02,王明,60,王芳捐款\n")
        assert "李明:" not in said
        assert said.startswith(f"money_in 1: 日期=date {heading}=- 金额=money")
        assert "donor=李华: CNY 500元" in said  # whose gift it is the remark says


def test_what_was_there_before_lay_where_it_was_taken_from(desk: Desk, tmp_path: Path) -> None:
    """In another store it would be on hand there, and less than nothing here."""
    (tmp_path / "out.csv").write_text(
        "日期,接收单位,物资,数量,仓库\n2020-02-01,市一院,口罩,50个,东仓\n2020-02-02,市二院,口罩,30个,\n",
        encoding="utf-8",
    )
    desk.do(f"import {tmp_path / 'out.csv'} --opening --yes")
    assert desk.read("stock") == []
    assert desk.is_in_order()


@pytest.mark.parametrize("text", ["¥5000，伍仟元整", "5000元，伍仟元整", "伍仟元整，5000元"])
def test_money_in_digits_and_again_in_words_is_said_once(text: str) -> None:
    [found] = parse_quantities(text)
    assert found.number == 5000


@pytest.mark.parametrize("text", ["箱", "个", "口罩 个", "手套 双"])
def test_a_unit_without_a_number_is_no_good(text: str) -> None:
    with pytest.raises(errors.NoQuantity):
        parse_quantities(text)


@pytest.mark.parametrize(
    "note", ["作廢", "撤銷", "註銷", "無效", "重複登記", "作废", "撤销", "注销", "无效", "重复登记"]
)
def test_a_row_that_is_void_by_its_remark_is_none(note: str) -> None:
    said = told(f"日期,捐贈者,金額,備註\n2020-02-01,李華,500,{note}\n2020-02-02,王芳,60,\n")
    assert "李華" not in said
