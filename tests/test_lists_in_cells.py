"""Cells that list several goods, name first or amount first: each is read, or the row is refused; none is lost."""

import pytest
from harness.tables import told


def said(cell: str) -> str:
    """What a cell of goods is read as."""
    return told(f'日期,捐赠单位,捐赠内容\n2020-02-01,甲公司,"{cell}"\n').splitlines()[-1].partition(" ")[2]


@pytest.mark.parametrize(
    ("cell", "goods"),
    [
        ("口罩500只、300瓶酒精、手套20双", "口罩 500只, 酒精 300瓶, 手套 20双"),
        ("口罩500只 手套20双", "口罩 500只, 手套 20双"),
        ("500只 口罩 20双 手套", "口罩 500只, 手套 20双"),
        ("iPhone12 2只", "iPhone12 2只"),
        ("KN95口罩500只", "KN95口罩 500只"),
        ("PVC100双", "PVC 100双"),
        ("iPad20台", "iPad 20台"),
        ("口罩500只10箱", "口罩 500只"),
        ("10袋大米 20斤装", "大米 20斤装 10袋"),
        ("床品 4件套 20套", "床品 4件套 20套"),
    ],
)
def test_each_of_several_goods(cell: str, goods: str) -> None:
    """Whatever stands first."""
    assert said(cell).startswith(f"receipt 2020-02-01 donor=甲公司: {goods} ["), said(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "面膜60包 20袋 校服",
        "苹果300斤 十箱 洗洁精",
        "50斤面粉和面包 20箱",
        "苹果 15斤以及两万箱 方便面",
        "2袋月饼 80斤苹果",
        "洗手液8,815份/50斤鸡蛋",
        "面粉300袋 24箱矿泉水和八宝粥 5000袋",
        "2000袋iPhone12,30个粽子",
        "iPhone12两万瓶",
        "iPhone122只",
        "KN95500只",
        "3.4万台棉被\n5号电池 15件/65,840份月饼",
    ],
)
def test_what_may_be_lost_is_asked_about(cell: str) -> None:
    """An amount whose name was taken for a remark, or a name for a part of another."""
    assert said(cell).startswith("! 捐赠内容: "), said(cell)
