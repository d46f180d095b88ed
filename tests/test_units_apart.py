"""What is said of a unit that doesn't convert can be typed, also once the item of its own is there."""

from conftest import Desk
from harness.tables import told


def test_once_there_is_an_item_of_that_unit_it_is_named(desk: Desk) -> None:
    """It was said to add the item that had been added by just that advice."""
    desk.do("receive 李华 口罩10箱")
    assert "`donations items add 口罩（按只计） --unit 只 --new`" in desk.refused("receive 李华 口罩500只", code=65)
    desk.do("items add 口罩（按只计） --unit 只 --new")
    said = desk.refused("receive 李华 口罩500只", code=65)
    assert "items add" not in said
    assert said.strip().endswith("of the item that is counted in pcs, 口罩（按只计）500只.")
    desk.do("receive 李华 口罩（按只计）500只")


def test_a_pack_is_said_of_the_item_that_is_counted_so(desk: Desk) -> None:
    desk.do("receive 李华 口罩10箱")
    desk.do("items add 口罩（按只计） --unit 只 --new")
    said = desk.refused("items pack 口罩 1箱=500只", code=65)
    assert "items add" not in said
    assert "`donations items pack 口罩（按只计） 1箱=500只`" in said
    desk.do("items pack 口罩（按只计） 1箱=500只")


def test_goods_are_not_counted_in_yuan() -> None:
    """Masks beside 600 and 元 became 600 of an item 口罩 that is counted in yuan; in one cell, 600元, it was refused all along."""
    found = told(
        "捐赠方,物品,数量,单位,日期\n周明,口罩,600,元,2020-01-03\n甲公司,手套,20,双,2020-01-03\n周明,慰问金,300,元,2020-01-04\n"
    )
    assert "2 ! 单位: a unit of goods, such as 个" in found
    assert "3 receipt 2020-01-03 donor=甲公司: 手套 20双" in found
    assert "4 receipt 2020-01-04 donor=周明: CNY 300元" in found
    worth = told("捐赠方,物品,数量,单位,价值（元）,日期\n周明,口罩,,,600,2020-01-03\n")
    assert "2 receipt 2020-01-03 donor=周明: 口罩 ?" in worth
