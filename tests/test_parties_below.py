"""A line at the foot that names who received what came in, or who gave what went out: the rows say otherwise, so it is told. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.row_reasons import GIVER_BELOW, TAKER_BELOW

GIVEN = "日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,500,只\n"
HANDED_OUT = "日期,接收单位,品名,数量,单位\n2020-02-01,市一院,口罩,500,只\n"


@pytest.mark.parametrize(("text", "why"), [
    (f"{GIVEN}接收单位：市一院\n", TAKER_BELOW), (f"{HANDED_OUT}捐赠单位：甲公司\n", GIVER_BELOW), ("日期,捐款人,金额\n2020-02-01,李华,500\n受赠单位：市慈善总会\n", TAKER_BELOW),
])  # fmt: skip
def test_a_party_below_the_table_is_told(text: str, why: str) -> None:
    assert told(text).splitlines()[-1] == f"3 - {why}"


@pytest.mark.parametrize("text", [
    f"{GIVEN}接收单位：本会\n", f"{GIVEN}捐赠单位：甲公司\n", f"{GIVEN}接收单位（盖章）：\n", f"{HANDED_OUT}接收单位：市一院\n", f"{GIVEN}制表：李华\n",
])  # fmt: skip
def test_what_the_rows_say_too_and_signatures_are_words(text: str) -> None:
    assert all(why not in told(text) for why in (GIVER_BELOW, TAKER_BELOW))
