"""Lists of what several bodies received, which name nobody who gave. All is invented."""

import pytest
from harness.tables import told

from donations.importers.columns.received_by import RECEIVED

ROWS = "甲市民政局,50000\n乙市民政局,30000\n"


@pytest.mark.parametrize(
    "above",
    [
        "全省民政部门接收捐款情况,\n",
        "各县红十字会接收捐赠款情况,\n单位,金额（元）\n",
        "全省慈善会收到社会捐款统计,\n单位名称,金额（元）\n",
    ],
)
def test_those_who_received_are_no_givers(above: str) -> None:
    """They were booked as having given."""
    found = told(above + ROWS, day="2020-02-03")
    assert found.count(f": {RECEIVED} (") == found.count(" ! ") > 0
    assert " receipt " not in found


@pytest.mark.parametrize(
    "above",
    [
        "某市红十字会接收捐款名单,\n",
        "民政部门接收捐款情况,\n捐赠单位,金额（元）\n",
        "某市慈善总会收到捐款,\n单位,金额（元）\n",
    ],
)
def test_those_whom_one_body_thanks_or_a_heading_calls_givers_gave(above: str) -> None:
    assert told(above + ROWS, day="2020-02-03").count(" receipt ") == 2


def test_a_list_of_people_is_one_of_givers_whoever_received() -> None:
    rows = "李华,50\n王芳,30\n周明,20\n甲市民政局,5\n"
    assert told(f"民政部门接收捐款名单,\n{rows}", day="2020-02-03").count(" receipt ") == 4


def test_who_says_that_they_gave_is_believed() -> None:
    found = told(f"全省民政部门接收捐款情况,\n{ROWS}", day="2020-02-03", columns={"A": "donor", "B": "money"})
    assert found.count(" receipt ") == 2
