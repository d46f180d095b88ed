"""赞助, 打赏 and 捐赠 alone as a heading: of how much was given, of what, or of who gave. All is invented."""

import pytest
from harness.tables import told


@pytest.mark.parametrize("heading", ["赞助", "打赏", "赞赏", "捐赠"])
@pytest.mark.parametrize("who", ["姓名", "昵称"])
def test_amounts_below_it_were_given(heading: str, who: str) -> None:
    """Nobody understood the table."""
    found = told(f"日期,{who},{heading}\n2020-02-03,周明,100\n2020-02-04,吴静,50元\n").splitlines()[1:]
    assert found == [
        "2 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "3 receipt 2020-02-04 donor=吴静: CNY 50元 [50CNY]",
    ]


@pytest.mark.parametrize("heading", ["赞助", "打赏", "捐赠"])
def test_names_below_it_gave(heading: str) -> None:
    found = told(f"日期,{heading},金额\n2020-02-03,周明,100\n2020-02-04,甲公司,50\n").splitlines()[1:]
    assert found == [
        "2 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "3 receipt 2020-02-04 donor=甲公司: CNY 50元 [50CNY]",
    ]


def test_goods_below_it_are_what_was_given() -> None:
    found = told("日期,单位,赞助,数量\n2020-02-03,甲公司,口罩,100个\n2020-02-04,乙公司,矿泉水,50箱\n")
    assert "2 receipt 2020-02-03 donor=甲公司: 口罩 100个" in found


@pytest.mark.parametrize(
    "table",
    [
        "日期,赞助,金额\n2020-02-03,口罩,100\n2020-02-04,矿泉水,50\n",
        "2020年发放表\n日期,捐助,金额\n2020-02-03,周明,100\n2020-02-04,吴静,50\n",
    ],
)
def test_goods_and_those_who_got_it_are_no_givers(table: str) -> None:
    assert "donor=" not in told(table)
