"""What several goods of one cell are worth together, said behind them, is noted as if it stood in a column of its own."""

import pytest
from harness.tables import told

BOTH = "牛奶 48箱, 饮用水 52箱"


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("牛奶48箱、饮用水52箱，价值5000元", f"{BOTH} “合计价值5000元” [100箱 5000value]"),
        ("牛奶48箱、饮用水52箱，总价值约1.5万元。", f"{BOTH} “合计价值约1.5万元” [100箱 15000value]"),
        ("牛奶48箱、饮用水52箱（共价值5000余元）", f"{BOTH} “合计价值5000余元” [100箱 5000value]"),
        ("牛奶、方便面各48箱，价值5000元", "牛奶 48箱, 方便面 48箱 “合计价值5000元” [96箱 5000value]"),
        ("大米一批、饮用水52箱，价值5000元", "大米 ?, 饮用水 52箱 “合计价值5000元” [52箱 5000value]"),
    ],
)
@pytest.mark.parametrize("heading", ["捐赠物资", "捐赠款物"])
def test_of_several(cell: str, answer: str, heading: str) -> None:
    """It was refused, or said to be what each of them was worth."""
    assert answer in told(f"捐赠者,{heading}\n甲公司,{cell}\n", day="2020-03-20")


def test_below_a_heading_of_ten_thousands() -> None:
    """A cell that says 元 itself is of yuan, whatever the column of values beside it, which is blank there, is counted in."""
    answer = told(
        "捐赠者,捐赠物资,价值（万元）\n甲公司,牛奶48箱、饮用水52箱，价值5000元,\n乙公司,大米5袋,0.1\n", day="2020-03-20"
    )
    assert "甲公司: 牛奶 48箱, 饮用水 52箱 “合计价值5000元” [100箱 5000value]" in answer


@pytest.mark.parametrize(
    ("cell", "answer"),
    [
        ("饮用水52箱，价值5000元", "饮用水 52箱@@5000"),
        ("口罩100只（价值200元）、手套20双，价值100元", "口罩 100只@@200, 手套 20双@@100"),
        ("现金100元、手套20双，价值100元", "! 捐赠物资"),
    ],
)
def test_of_one_or_beside_money(cell: str, answer: str) -> None:
    """What one thing is worth is its own; beside cash nobody knows what an amount counts."""
    assert answer in told(f"捐赠者,捐赠物资\n甲公司,{cell}\n", day="2020-03-20")


@pytest.mark.parametrize("money", ["500", "5000"])
def test_beside_an_amount(money: str) -> None:
    """Beside money of a column of its own it is asked about as before."""
    answer = told(f"捐赠者,捐赠物资,金额\n甲公司,牛奶48箱、饮用水52箱，价值5000元,{money}\n", day="2020-03-20")
    assert "2 ! 捐赠物资" in answer
