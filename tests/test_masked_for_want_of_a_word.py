"""Before something is published, the treasurer hears how many are masked because nobody said what they are, and how to say it."""

import pytest
from conftest import Desk

SAID = "Masked because nobody said whether they are persons: {count} parties"


@pytest.mark.parametrize("line", ["publish 2020-02 --dry-run", "publish 2020-02 --yes", "totals --by donor --public"])
def test_who_has_a_name_that_says_nothing_is_counted(desk: Desk, line: str) -> None:
    for number, name in enumerate(("东林寺", "李华", "港商会", "匿名", "爱心人士", "甲某（中国）投资有限公司", "王芳")):
        desk.do(f"receive {name} {number + 5}元 --date 2020-02-01 --yes --new")
    desk.do("donors add 李华 --sort person")
    desk.do("forget 王芳 --yes --reason 本人要求")
    said = desk.do(line).err
    assert SAID.format(count=2) in said
    assert "donors add NAME --sort organisation" in said


def test_nothing_is_said_where_all_is_known(desk: Desk) -> None:
    desk.do("receive 匿名 5元 --date 2020-02-01 --yes --new")
    assert "Masked because" not in desk.do("totals --by donor --public").err
