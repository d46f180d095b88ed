"""What is on hand in one store."""

from collections.abc import Callable

import pytest
from conftest import Answer
from harness.tables import told


def test_stock_of_one_store_is_listed_alone_and_keeps_its_share_of_the_value(run: Callable[..., Answer]) -> None:
    assert run("receive 李华 口罩500个@2元 --store 东库 --city 九江市 --date 2020-02-01 --new").code == 0
    assert run("receive 李华 口罩300个 --store 西库 --city 九江市 --date 2020-02-02 --new").code == 0
    everywhere = run("stock --format json").json["tables"][0]["rows"]
    assert len(everywhere) == 2
    for store in ("东库", "西库"):
        alone = run(f"stock --store {store} --format json").json["tables"][0]["rows"]
        assert alone == [row for row in everywhere if row["store"] == store]


def test_a_store_that_is_not_known_is_refused(run: Callable[..., Answer]) -> None:
    answer = run("stock --store 南库")
    assert answer.code == 66
    assert "南库" in answer.err


def test_its_title_names_the_store(run: Callable[..., Answer]) -> None:
    """On a sheet that is printed nothing else says that the other stores aren't on it."""
    assert run("receive 李华 口罩500个 --store 东库 --city 九江市 --date 2020-02-01 --new").code == 0
    assert run("stock --store 东库 --format json").json["title"] == "Stock on hand in 东库"
    assert run("stock --format json").json["title"] == "Stock on hand"
    assert run("stock --store 东库 --format md").out.startswith("# Stock on hand in 东库\n")
    assert run("stock --store 东库 --format table").out.startswith("Stock on hand in 东库\n")


@pytest.mark.parametrize(
    "text",
    [
        "2020年2月物资收支情况表\n品名,单位,上月结存,本月接收,本月发放,本月结存\n口罩,只,500,2000,1500,1000\n防护服,套,,100,60,40\n",
        "物资名称,规格型号,生产厂家,单位,入库数量,出库数量,库存数量\n口罩,N95,甲厂,只,5000,3000,2000\n防护服,L,乙厂,套,200,150,50\n合计,,,,5200,3150,2050\n",
    ],
)
def test_what_came_to_a_store_and_went_in_all_is_a_statistic(text: str) -> None:
    """A donor and a receiver were asked for, or headings."""
    found = told(text, "2020-03-31")
    assert found.startswith("statistic ")
    assert " ! " not in found


@pytest.mark.parametrize(
    "text",
    [
        "物资名称,单位,入库数量,出库数量,库存数量\n口罩,只,5000,3000,2000\n防护服,套,200,150,60\n",  # it doesn't make that
        "日期,品名,入库,出库,结存\n2020-02-01,口罩,500,,500\n2020-02-02,口罩,,300,200\n",
        "品名,接收数量,捐赠单位,发放数量,库存数量\n口罩,500,甲公司,300,200\n",
        "品名,接收数量,发放单位,发放数量,库存数量\n口罩,500,市一院,300,200\n",
    ],
)
def test_a_book_of_a_store_row_by_row_is_none(text: str) -> None:
    assert not told(text, "2020-03-31").startswith("statistic ")
