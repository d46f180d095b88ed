"""Pairs of columns that come again with a number, and what stands beside them that is of all of them."""

import pytest
from harness.tables import told

SHARES = ["distribution 2020-02-01 recipient=市一院: 口罩 500个 [500个]", "distribution 2020-02-01 recipient=市二院: 口罩 300个 [300个]"]  # fmt: skip


def rows_of(text: str) -> list[str]:
    """What each record of the rows is, without its number."""
    return [line.partition(" ")[2] for line in told(text).splitlines()[1:]]


@pytest.mark.parametrize(
    "headings",
    [
        "日期,品名,数量,接收单位1,数量1,接收单位2,数量2",
        "日期,品名,数量,受赠单位①,数量①,受赠单位②,数量②",
        "日期,品名,发放数量,接收单位一,接收数量一,接收单位二,接收数量二",
        "日期,物资名称,总数,领用单位1,领用数量1,领用单位2,领用数量2",
    ],
)
def test_whole_beside_pairs_of_recipients_is_their_sum(headings: str) -> None:
    """数量 before 接收单位1 数量1 is what these add up to, and says the unit; a row that makes another sum is refused."""
    text = f"物资发放表\n{headings}\n2020-02-01,口罩,800个,市一院,500,市二院,300\n"
    assert rows_of(text) == SHARES
    wrong = rows_of(f"{text}2020-02-02,手套,80双,市一院,50,,\n")
    assert "the sum of the amounts beside it" in wrong[-1]


def test_gifts_that_went_straight_to_several() -> None:
    """Who gave, the whole, and a column pair for each who got a part."""
    rows = rows_of(
        "日期,捐赠单位,品名,数量,接收单位1,接收数量1,接收单位2,接收数量2\n2020-02-01,甲公司,口罩,800,市一院,500,市二院,300\n"
    )
    assert rows == [
        "relay 2020-02-01 donor=甲公司 recipient=市一院: 口罩 500 [500]",
        "relay 2020-02-01 donor=甲公司 recipient=市二院: 口罩 300 [300]",
    ]


def test_recipient_behind_several_goods_is_of_all_of_them() -> None:
    """物资1 数量1 物资2 数量2 接收单位: both went there."""
    rows = rows_of("日期,捐赠单位,物资1,数量1,物资2,数量2,接收单位\n2020-02-01,甲公司,口罩,500个,手套,30双,市一院\n")
    assert rows == [
        "relay 2020-02-01 donor=甲公司 recipient=市一院: 口罩 500个 [500个]",
        "relay 2020-02-01 donor=甲公司 recipient=市一院: 手套 30双 [30双]",
    ]


def test_numbered_pairs_in_english() -> None:
    """Item 1, Qty 1, Item 2, Qty 2; a second line of an address is none."""
    rows = rows_of("Date,Donor,Item 1,Qty 1,Item 2,Qty_2\n2020-02-01,Li Hua,masks,500,gloves,30\n")
    assert rows == [
        "receipt 2020-02-01 donor=Li Hua: masks 500 [500]",
        "receipt 2020-02-01 donor=Li Hua: gloves 30 [30]",
    ]
    alone = rows_of("Date,Donor,Address 1,Address 2,Amount (CNY)\n2020-02-01,Li Hua,a street,b town,500\n")
    assert alone == ["receipt 2020-02-01 donor=Li Hua: CNY 500元 [500CNY]"]


def test_first_pair_without_a_number_is_a_pair() -> None:
    """姓名 金额 姓名2 金额2 姓名3 金额3: three givers, and no sum."""
    rows = rows_of("日期,姓名,金额,姓名2,金额2,姓名3,金额3\n2020-02-01,李华,500,王芳,300,赵一,200\n")
    assert [row.split()[2] for row in rows] == ["donor=李华:", "donor=王芳:", "donor=赵一:"]
