"""What goods are worth, and what that rests on: as stated, said aright, taken away, and shown."""

import pytest
from conftest import Desk

GIFT = "receive 汉口恒信公司 口罩100只 --value 300元 --basis market --date 2020-02-03"


def worth(desk: Desk, number: int) -> list[tuple[str | None, str | None]]:
    """The value of each line of an entry, and what it rests on."""
    return [
        (row["value"], row["value_basis"])
        for row in desk.do(f"show {number} --format json").rows(2)
        if row["item"] != "CNY"
    ]


def test_show_says_what_a_value_rests_on(desk: Desk) -> None:
    desk.do(GIFT)
    assert worth(desk, 1) == [("300", "market")]
    assert "| the market price" in desk.do("show 1 --format md").out


@pytest.mark.parametrize(
    "line", ["receive 李华 1000元", "receive 李华 口罩1只", "receive 李华 口罩1只 手套2双", "distribute 福利院 口罩1只"]
)
def test_a_basis_of_no_value_is_refused(desk: Desk, line: str) -> None:
    desk.do("adjust opening 口罩10只")
    assert "--value" in desk.refused(f"{line} --basis invoice", code=2)


def test_a_basis_is_of_every_value_that_is_stated(desk: Desk) -> None:
    desk.do("receive 李华 口罩1只@3元 手套2双 帽子4顶@@8元 --basis invoice")
    assert worth(desk, 1) == [("3", "invoice"), (None, None), ("8", "invoice")]


def test_a_basis_alone_is_said_aright(desk: Desk) -> None:
    desk.do(GIFT)
    desk.do("correct 1 --basis invoice")
    assert worth(desk, 3) == [("300", "invoice")]
    desk.do("correct 3 --value 280元")
    assert worth(desk, 5) == [("280", "invoice")]  # what wasn't said stays
    desk.do("correct 5 口罩90只@3元 --basis customs")
    assert worth(desk, 7) == [("270", "customs")]


def test_a_value_is_taken_away(desk: Desk) -> None:
    desk.do(GIFT)
    desk.do("correct 1 --value ''")
    assert worth(desk, 3) == [(None, None)]
    assert [row["value"] for row in desk.do("stock --format json").rows()] == [None]
    desk.refused("correct 3 --value ''")  # there is none
    desk.refused("correct 3 --basis market", code=2)
    assert desk.do("check").code == 0


def test_what_was_bought_without_a_price_cost_the_book_nothing(desk: Desk) -> None:
    desk.do("receive 李华 1000元")
    desk.do("buy 大米100斤@3元")
    desk.do("correct 2 --value ''")
    assert {row["item"]: row["on_hand"] for row in desk.do("stock --format json").rows()} == {
        "CNY": "1000",
        "大米": "100",
    }


@pytest.mark.parametrize("value", ["5元", "''"])
def test_a_value_is_said_aright_once(desk: Desk, value: str) -> None:
    desk.do(GIFT)
    assert "--value" in desk.refused(f"correct 1 口罩90只@3元 --value {value}", code=2)
