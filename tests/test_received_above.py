"""接收单位：市一医院 above a list of who gave: it was taken for whose list this is, and asked nothing. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.received_above import WENT_ON_TO_THEM

MONEY = "日期,捐赠人,金额\n2020-02-01,王芳,100\n2020-02-02,李华,200\n"
GOODS = "日期,捐赠人,物资,数量\n2020-02-01,王芳,口罩,100个\n2020-02-02,李华,口罩,200个\n"


@pytest.mark.parametrize("rows", [MONEY, GOODS])
@pytest.mark.parametrize(
    "label",
    ["接收单位：江城第一医院", "受赠单位：江城第一医院", "接收单位：东乡小学", "捐赠明细\n接收单位：江城第一医院"],
)
def test_who_received_by_a_line_above_is_asked_for(label: str, rows: str) -> None:
    found = told(f"{label}\n{rows}")
    assert found.count(WENT_ON_TO_THEM) == 2
    assert "receipt" not in found


def test_in_a_column_it_makes_them_straight_through() -> None:
    found = told("日期,捐赠人,接收单位,金额\n2020-02-01,王芳,江城第一医院,100\n")
    assert "relay 2020-02-01 donor=王芳 recipient=江城第一医院" in found


@pytest.mark.parametrize(
    "above",
    [
        "接收单位：江城慈善总会", "江城第一医院捐赠明细\n接收单位：江城第一医院", "接收捐赠物资登记表\n接收单位：江城第一医院",
        "收到捐款明细\n接收单位：江城第一医院",
    ],
)  # fmt: skip
def test_the_list_of_who_received_asks_nothing(above: str) -> None:
    assert told(f"{above}\n{MONEY}").count("receipt") == 2
