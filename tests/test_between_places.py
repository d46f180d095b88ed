"""Lists of goods that went from one to another: whose list it is came into and went out of their hands. All is invented."""

import pytest
from harness.tables import told

ROWS = "2020-02-03,甲公司,{0},口罩,500个\n2020-02-04,{0},市一院,口罩,200个\n2020-02-05,乙公司,{0},手套,100双\n"


@pytest.mark.parametrize(
    "headings", ["发出方,接收方", "来源,去向", "捐赠方,接收方", "调出单位,调入单位", "移交单位,接收单位", "From,To"]
)
@pytest.mark.parametrize("own", ["仓库", "江南志愿者协会", "Relief Hub"])
def test_who_received_and_gave_on_keeps_the_list(headings: str, own: str) -> None:
    """They were one more giver, and a recipient of what they had."""
    assert told(f"日期,{headings},物资,数量\n{ROWS.format(own)}").splitlines()[1:] == [
        "2 receipt 2020-02-03 donor=甲公司: 口罩 500个 [500个]",
        "3 distribution 2020-02-04 recipient=市一院: 口罩 200个 [200个]",
        "4 receipt 2020-02-05 donor=乙公司: 手套 100双 [100双]",
    ]


def test_who_stands_on_one_side_alone_or_not_in_each_row_is_somebody_else() -> None:
    """Nor is it whoever of only two that gave had been given something before."""
    text = "日期,捐赠方,接收方,物资,数量\n2020-02-03,甲公司,{},口罩,500个\n2020-02-04,{},市一院,口罩,200个\n"
    assert told(text.format("市二院", "乙公司")).count("relay") == 2
    assert told(text.format("市一院", "甲公司")).count("relay") == 2
    assert told(text.format("市二院", "市二院")).count("relay") == 2
    more = "2020-02-05,丙公司,市三院,手套,100双\n"
    assert told(text.format("市二院", "市二院") + more).count("relay") == 3


def test_many_rows_of_such_a_list_are_read_alike() -> None:
    text = "日期,捐赠方,接收方,物资,数量\n" + "".join(
        f"2020-02-03,甲公司{number},仓库,口罩,5个\n2020-02-04,仓库,市一院{number},口罩,2个\n" for number in range(100)
    )
    found = told(text)
    assert (found.count("receipt"), found.count("distribution"), found.count("relay")) == (100, 100, 0)
