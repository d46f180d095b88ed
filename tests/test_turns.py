"""Registers of goods whose rows say what happened: 入库, 出库, and 采购, 转赠, 报损 among them."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.layouts.turns import NO_TURN
from donations.importers.rows.contradicted import BOUGHT_OR_ALLOTTED

REGISTER = """日期,类型,捐赠单位,接收单位,物资,数量
2020-02-01,入库,甲公司,,口罩,500个
2020-02-02,出库,,市一院,口罩,200个
"""


def last(text: str) -> str:
    """What the last row is, without its number."""
    return told(text).splitlines()[-1].partition(" ")[2]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("采购,某药店,", "purchase 2020-02-03 supplier=某药店: 口罩 100个 [100个]"),
        ("采购入库,某药店,本会", "purchase 2020-02-03 supplier=某药店: 口罩 100个 “接收单位：本会” [100个]"),
        ("purchase,某药店,", "purchase 2020-02-03 supplier=某药店: 口罩 100个 [100个]"),
        ("转赠,乙公司,市二院", "relay 2020-02-03 donor=乙公司 recipient=市二院: 口罩 100个 [100个]"),
        ("relay,乙公司,市二院", "relay 2020-02-03 donor=乙公司 recipient=市二院: 口罩 100个 [100个]"),
        ("转赠,,市二院", "distribution 2020-02-03 recipient=市二院: 口罩 100个 []"),
        ("调拨出库,,市二院", "distribution 2020-02-03 recipient=市二院: 口罩 100个 []"),
        ("报损,,", "adjustment 2020-02-03 : 口罩 100个 []"),
        ("过期销毁,,", "adjustment 2020-02-03 : 口罩 100个 []"),
        ("自用,,办公室", "adjustment 2020-02-03 : 口罩 100个 “接收单位：办公室” []"),
    ],
)
def test_each_row_is_what_its_word_says(row: str, expected: str) -> None:
    """Not one of them is a gift or a distribution that it isn't."""
    assert last(f"{REGISTER}2020-02-03,{row},口罩,100个\n") == expected


@pytest.mark.parametrize("row", ["调拨,甲仓,乙仓", "盘盈,,", "退库,,市一院", "转赠,乙公司,"])
def test_what_says_neither_is_refused_with_its_cell(row: str) -> None:
    """What only moved, was found, came back, or went on to nobody."""
    assert last(f"{REGISTER}2020-02-03,{row},口罩,100个\n").startswith("! 类型: ")


def test_one_column_of_names_is_whoever_the_row_is_of() -> None:
    """往来单位 gave, received or sold; of what went straight on it can say only one."""
    text = "日期,业务类型,往来单位,物资,数量\n2020-02-01,入库,甲公司,口罩,500个\n2020-02-02,出库,市一院,口罩,20个\n"
    assert last(f"{text}2020-02-03,采购,某药店,口罩,100个\n") == (
        "purchase 2020-02-03 supplier=某药店: 口罩 100个 [100个]"
    )
    assert "who gave it and who received it" in last(f"{text}2020-02-03,转赠,乙公司,口罩,100个\n")


def test_what_was_bought_is_no_gift_beside_gifts() -> None:
    """类型, 来源: 捐赠 or 采购; where all are gifts the word says only of what sort they are."""
    for heading in ("类型", "来源", "入库类型"):
        text = f"日期,{heading},捐赠单位,物资,数量\n2020-02-01,捐赠,甲公司,口罩,500个\n"
        assert last(f"{text}2020-02-04,采购,某药店,口罩,100个\n").startswith("purchase 2020-02-04 supplier=某药店")
    assert last("日期,捐赠类型,捐赠单位,物资,数量\n2020-02-01,捐赠,甲公司,口罩,5个\n").startswith("receipt")


def test_supplier_beside_what_went_out_makes_no_purchase_of_it() -> None:
    """供应商 in the rows of what was bought: what went out was booked as bought."""
    text = "日期,类型,捐赠单位,供应商,接收单位,物资,数量\n2020-02-01,入库,甲公司,,,口罩,500个\n2020-02-02,采购,,某药店,,口罩,50个\n"
    assert (
        last(f"{text}2020-02-03,出库,,,市一院,口罩,20个\n") == "distribution 2020-02-03 recipient=市一院: 口罩 20个 []"
    )


def test_worth_beside_unit_prices_is_no_money() -> None:
    """单价 and 金额 in such a register: what the goods were worth, and what was paid for what was bought."""
    text = "日期,类型,往来单位,物资,数量,单价,金额\n2020-02-01,入库,甲公司,口罩,500个,2,1000\n2020-02-02,出库,市一院,口罩,20个,2,40\n"
    assert last(text) == "distribution 2020-02-02 recipient=市一院: 口罩 20个@@40 []"
    assert last(f"{text}2020-02-03,采购,某药店,口罩,5个,2,10\n") == (
        "purchase 2020-02-03 supplier=某药店: 口罩 5个@@10 [5个 10CNY]"
    )


def test_a_whole_register_goes_into_the_book(desk: Desk, tmp_path: Path) -> None:
    """Stock is what came, was bought and went, less what was lost; nothing is added by the same paper again."""
    paper = tmp_path / "台账.csv"
    paper.write_text(f"{REGISTER}2020-02-03,采购,某药店,,口罩,100个\n2020-02-04,报损,,,口罩,10个\n")
    desk.do("import --yes", str(paper))
    desk.do("import --yes", str(paper))
    [masks] = desk.do("stock --format json").json["tables"][0]["rows"]
    assert masks["on_hand"] == "390"
    assert desk.run("check").code == 0


@pytest.mark.parametrize(
    "heading",
    [
        "捐赠方/供货方",
        "供应商/捐赠单位",
        "捐赠方或供货方",
        "供应商（捐赠方）",
        "捐赠方（供应商）",
        "供货单位(捐赠单位)",
    ],
)
def test_one_column_names_who_gave_and_who_sold(heading: str) -> None:
    """What was given was refused for want of a donor, and who sold the rest was passed over."""
    found = told(
        f"日期,{heading},性质,品名,数量,金额\n2020-02-03,甲公司,捐赠,口罩,500个,\n2020-02-04,乙药房,采购,手套,100双,300\n"
    )
    assert "2 receipt 2020-02-03 donor=甲公司: 口罩 500个" in found
    assert "3 purchase 2020-02-04 supplier=乙药房: 手套 100双@@300" in found


def test_all_rows_of_who_gave_or_sold_may_say_the_same() -> None:
    """Nothing but 捐赠, or nothing but 采购, below 类别: nobody was told to have given."""
    head = "日期,供应商/捐赠方,类别,品名,数量\n"
    found = told(f"{head}2020-02-03,甲公司,捐赠,口罩,500个\n2020-02-04,乙公司,捐赠,手套,5双\n")
    assert "2 receipt 2020-02-03 donor=甲公司: 口罩 500个" in found
    assert "3 receipt 2020-02-04 donor=乙公司: 手套 5双" in found
    assert (
        last(f"{head}2020-02-03,甲药房,采购,口罩,500个\n") == "purchase 2020-02-03 supplier=甲药房: 口罩 500个 [500个]"
    )


@pytest.mark.parametrize(
    ("heading", "sorts"),
    [
        ("供应商/捐赠方", ("医疗", "生活")), ("供应商/捐赠方", ("捐赠", "医疗")), ("供应商", ("捐赠", "捐赠")), ("供应商（非捐赠）", ("捐赠", "采购")),
    ],
)  # fmt: skip
def test_who_sold_gave_nothing_where_no_row_says_so(heading: str, sorts: tuple[str, str]) -> None:
    rows = "".join(f"2020-02-03,甲公司,{sort},口罩,500个\n" for sort in sorts)
    assert "donor=" not in told(f"日期,{heading},类别,品名,数量\n{rows}")


def test_nobody_is_told_from_who_sold_where_no_row_says_which() -> None:
    found = told("日期,捐赠方/供货方,品名,数量\n2020-02-03,甲公司,口罩,500个\n")
    assert "receipt" not in found


ALLOTTED = "调拨,市红十字会,防护服,50套,2020-02-05\n"


def test_what_was_allotted_is_asked_about_and_what_was_bought_is_bought() -> None:
    """All of it was booked as gifts of whoever stood there."""
    found = told(
        "来源类型,来源单位,物资名称,数量,日期\n捐赠,甲公司,口罩,100只,2020-02-03\n采购,丙商店,酒精,10桶,2020-02-04\n"
        + ALLOTTED
    ).splitlines()
    assert found[1] == "2 receipt 2020-02-03 donor=甲公司: 口罩 100只 [100只]"
    assert found[2] == "3 purchase 2020-02-04 supplier=丙商店: 酒精 10桶 [10桶]"
    assert found[3].startswith(f"4 ! 来源类型: {NO_TURN}")


@pytest.mark.parametrize("heading", ["来源类型", "物资性质", "入库方式", "类型"])
def test_beside_gifts_alone_what_was_allotted_is_asked_about(heading: str) -> None:
    found = told(f"{heading},捐赠单位,物资名称,数量,日期\n捐赠,甲公司,口罩,100只,2020-02-03\n{ALLOTTED}").splitlines()
    assert found[1] == "2 receipt 2020-02-03 donor=甲公司: 口罩 100只 [100只]"
    assert found[2] == f"3 ! {heading}: {BOUGHT_OR_ALLOTTED} (调拨)"


def test_gifts_below_a_supplier_are_not_bought() -> None:
    """All three rows were purchases."""
    found = told(
        "入库类型,供货单位,物资名称,数量,日期\n捐赠入库,甲公司,口罩,100只,2020-02-03\n采购入库,丙商店,酒精,10桶,2020-02-04\n调拨入库,市红十字会,防护服,50套,2020-02-05\n"
    ).splitlines()
    assert [line[2:4] for line in found[1:]] == ["! ", "pu", "! "]


def test_where_what_was_handed_out_had_come_from_makes_no_row_a_gift_or_a_purchase() -> None:
    found = told(
        "来源类型,领用单位,物资名称,数量,发放日期\n捐赠,市一院,口罩,100只,2020-02-03\n采购,市二院,手套,200双,2020-02-03\n"
    )
    assert found.count("distribution") == 2
