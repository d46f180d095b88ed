"""A stocktaking says what is there, and not what came or went: it is refused with the command that books it. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.row_reasons import OF_STOCKTAKING


@pytest.mark.parametrize("text", [
    "物资盘点表\n品名,单位,账面数,实盘数,盈亏\n口罩,只,5000,4980,-20\n酒精,瓶,100,100,0\n", "品名,单位,库存数量,实存数量\n口罩,只,5000,4980\n",
    "Item,Unit,Book Qty,Counted Qty,Variance\nMasks,pcs,5000,4980,-20\n",
])  # fmt: skip
def test_a_stocktaking_is_refused_with_what_to_do(text: str) -> None:
    found = told(text, "2020-02-29")
    assert OF_STOCKTAKING in found
    assert "receipt" not in found


def test_what_givers_count_is_none() -> None:
    assert "receipt" in told("日期,捐赠单位,品名,数量,账面价值\n2020-02-29,甲公司,口罩,5000,4980\n")
