"""What is said of a unit that doesn't convert can be typed, also once the item of its own is there."""

from conftest import Desk


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
