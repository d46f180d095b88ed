"""Options of papers that go with one way of asking: beside another they are refused, not passed over."""

import pytest
from conftest import Desk


@pytest.mark.parametrize(
    ("line", "option"),
    [
        ("certificate --list --month 2020-02", "--month"),
        ("certificate 1 --year 2020", "--month"),
        ("certificate --reprint 1 --from 2020-02-01", "--month"),
        ("certificate 1 --reason 姓名有误", "--reason"),
        ("certificate --list --reason 姓名有误", "--reason"),
        ("handover 2 --month 2020-02", "--month"),
        ("handover --filed 2 --month 2020-02", "--month"),
        ("handover 2 --note 存档", "--note"),
        ("handover --open --note 存档", "--note"),
    ],
)
def test_an_option_without_what_it_goes_with_is_refused(desk: Desk, line: str, option: str) -> None:
    desk.do("receive 李华 口罩10只 --date 2020-02-01")
    desk.do("distribute 福利院 口罩5只 --date 2020-02-02")
    desk.do("certificate 1")
    assert option in desk.refused(line, code=2)


def test_beside_what_it_goes_with_it_is_taken(desk: Desk) -> None:
    desk.do("receive 李华 口罩10只 --date 2020-02-01")
    desk.do("distribute 福利院 口罩5只 --date 2020-02-02")
    desk.do("certificate 李华 --month 2020-02")
    desk.do("certificate --void 1 --reason 姓名有误")
    desk.do("handover --open --month 2020-02")
    desk.do("handover --filed 2 --note 存档")
    desk.do("handover --not-filed 2 --note 找不到")
    assert desk.is_in_order()
