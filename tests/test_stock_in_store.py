"""What is on hand in one store."""

from collections.abc import Callable

from conftest import Answer


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
