"""Shapes of papers that are seldom met, each with what looks like it and is something else. All is invented."""

import pytest
from harness.tables import told

ANSWERS = {
    "1 and 0 below 到账 beside what was promised alone": (
        "日期,姓名,认捐,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,0\n合计,,1500,1\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- not paid, by its own word\n- a total",
    ),
    "1 and nothing": (
        "日期,姓名,认捐金额,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- promised, and nothing says that it came",
    ),
    "the same in English": (
        "Date,Name,Pledged (CNY),Received\n2020-03-01,Li Hua,1000,1\n2020-03-02,Wang Fang,500,0\n",
        "receipt 2020-03-01 donor=Li Hua: CNY 1000元 [1000CNY]\n- not paid, by its own word",
    ),
    "words for it": (
        "日期,姓名,认捐金额,到账\n2020-03-01,李华,1000,已到\n2020-03-02,王芳,500,未到\n",
        "receipt 2020-03-01 donor=李华: CNY 1000元 [1000CNY]\n- not received, by its own word",
    ),
    "what came, counted in 万元": (
        "日期,姓名,认捐金额（万元）,到账（万元）\n2020-03-01,李华,1,1\n2020-03-02,王芳,2,0\n",
        "receipt 2020-03-01 donor=李华: CNY 10000元 [10000CNY]\n- an amount of zero",
    ),
    "a part of what may be counted in 万元": (
        "日期,姓名,认捐,到账（万元）\n2020-03-01,李华,20,1\n",
        "receipt 2020-03-01 donor=李华: CNY 10000元 [10000CNY]",
    ),
    "what came in part": (
        "日期,姓名,认捐,到账\n2020-03-01,李华,1000,1\n2020-03-02,王芳,500,200\n",
        "receipt 2020-03-01 donor=李华: CNY 1元 [1CNY]\nreceipt 2020-03-02 donor=王芳: CNY 200元 [200CNY]",
    ),
}
"""Whether a gift came, beside what was promised."""

TABLES = {**ANSWERS}


@pytest.mark.parametrize("name", TABLES)
def test_a_seldom_shape_is_read_so(name: str) -> None:
    text, wanted = TABLES[name]
    rows = [line.partition(" ")[2] for line in told(text).splitlines()[1:] if line[0].isdigit()]
    assert [row[: len(line)] for row, line in zip(rows, wanted.splitlines(), strict=True)] == wanted.splitlines()
