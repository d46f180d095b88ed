"""Amounts whose comma, without quotation marks, parted them into two cells of a CSV: 1,200元 was 1 yuan with the remark 200元."""

import pytest
from harness.tables import told

from donations.importers.rows.parted import ONE_AMOUNT

HEAD = "日期,姓名,金额,备注\n"


@pytest.mark.parametrize("row", ["1,200元", "12,000,", "1,200.00", "¥1,050", "300,200元整"])
def test_what_stands_behind_the_comma_is_no_remark(row: str) -> None:
    found = told(f"{HEAD}2020-02-01,李华,{row}\n2020-02-02,王芳,300,\n")
    assert f"2 ! 金额: {ONE_AMOUNT}" in found
    assert "3 receipt 2020-02-02 donor=王芳: CNY 300元" in found


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("1,助学", "CNY 1元 “助学”"), ("1000,200元", "CNY 1000元 “200元”"), ("12,301", "CNY 12元 “301”"), ("0.5,200元", "CNY 0.5元 “200元”"),
        ('"1,200元",', "CNY 1200元"), ("100元,200元", "CNY 100元 “200元”"),
    ],
)  # fmt: skip
def test_other_remarks_stay(row: str, said: str) -> None:
    assert f"2 receipt 2020-02-01 donor=李华: {said}" in told(f"{HEAD}2020-02-01,李华,{row}\n2020-02-02,王芳,300,\n")


def test_a_remark_in_a_column_of_its_own_stays() -> None:
    assert "CNY 12元" in told("日期,姓名,金额,方式,备注\n2020-02-01,李华,12,微信,200元\n")


def test_so_it_is_in_a_long_list() -> None:
    rows = "".join(f"2020-02-{at % 28 + 1:02},李{chr(0x4E00 + at)}华,{at + 1},\n" for at in range(400))
    found = told(f"{HEAD}{rows}2020-02-01,李华,12,000\n{rows}")
    assert f"402 ! 金额: {ONE_AMOUNT}" in found
    assert found.count(" ! ") == 1
