"""Lists of what is needed or in store are no gifts; what came or went by such a heading is asked about. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.row_reasons import STATISTIC_ROW

NEEDS = "物资需求清单\n需求单位,物资名称,单位,需求数量,紧急程度\n市三院,防护服,套,500,急\n"
STOCK = "现有库存（截至2020年2月20日）\n物资名称,单位,库存数量\n防护服,套,80\n"


@pytest.mark.parametrize(
    "text",
    [NEEDS, STOCK, NEEDS.replace("需求数量", "急需数量"), NEEDS.replace("需求数量", "缺口"), STOCK.replace("库存数量", "当前库存")],
)  # fmt: skip
def test_what_is_needed_or_there_is_passed_over(text: str) -> None:
    """Nobody is asked who gave it."""
    assert told(text).splitlines()[1:] == [f"3 - {STATISTIC_ROW}"]


@pytest.mark.parametrize(
    "text",
    [
        NEEDS.replace("物资需求清单", "物资发放表"), STOCK.replace("现有库存", "捐赠物资"), NEEDS.replace("需求单位", "捐赠单位"),
        NEEDS.replace("500", "一些"), "收发情况\n单位,物资名称,当日接收数量,库存\n一院,口罩,100,300\n",
    ],
)  # fmt: skip
def test_what_came_or_went_is_not(text: str) -> None:
    """The row is refused."""
    assert told(text).splitlines()[1].startswith("3 ! ")


def test_what_came_beside_what_is_needed_is_read() -> None:
    """需求数量 beside 数量."""
    text = "捐赠单位,物资名称,单位,需求数量,数量,日期\n甲公司,防护服,套,500,20,2020-02-03\n"
    assert "防护服 20套" in told(text).splitlines()[1]
