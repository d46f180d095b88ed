"""What is recorded a second time on one day is told, and recorded all the same: both may be meant."""

import pytest
from conftest import Desk

from donations.cli import saving

DAY = "--date 2020-03-30"


@pytest.fixture(autouse=True)
def _somebody_sits_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "is_attended", lambda: True)


@pytest.mark.parametrize("words", [
    "receive 王芳 200元 --city 九江市", "receive 王芳 口罩5个@3元 --with 李华 --to 五中", "distribute 五中 口罩2个", "spend 8元 --to 货运",
    "buy 手套2双@1元 --from 药店", "refund 赵敏 3元",
])  # fmt: skip
def test_the_same_again_is_told(desk: Desk, words: str) -> None:
    desk.do(f"receive 赵敏 口罩100个 900元 {DAY}")
    assert "says the same" not in desk.do(f"{words} {DAY}").err
    again = desk.do(f"{words} {DAY}")
    assert "Entry 3 says the same as entry 2: if it was recorded twice, `donations reverse 3 --reason …`." in again.err
    desk.do("reverse 3 --reason 重复登记")
    assert "Entry 5 says the same as entry 2" in desk.do(f"{words} {DAY}").err
    assert desk.is_in_order()


@pytest.mark.parametrize("words", [
    "receive 王芳 201元 --date 2020-03-30", "receive 王芳 200元 --date 2020-03-29", "receive 李华 200元 --date 2020-03-30",
    "receive 王芳 200元 --for 助学 --date 2020-03-30", "receive 王芳 200元 --with 李华 --date 2020-03-30", "receive 王芳 约200元 --date 2020-03-30",
    "receive 王芳 200元 --store 微信 --date 2020-03-30", "receive 王芳 200元 口罩1个 --date 2020-03-30",
])  # fmt: skip
def test_what_differs_in_anything_is_another(desk: Desk, words: str) -> None:
    desk.do(f"receive 王芳 200元 {DAY}")
    assert "says the same" not in desk.do(words).err


def test_people_without_names_give_the_same_every_day(desk: Desk) -> None:
    desk.do(f"receive 爱心人士 100元 {DAY}")
    assert "says the same" not in desk.do(f"receive 爱心人士 100元 {DAY}").err


def test_what_was_reversed_or_tried_again_is_no_second(desk: Desk) -> None:
    desk.do(f"receive 王芳 200元 {DAY}")
    desk.do("reverse 1 --reason 记错")
    assert "says the same" not in desk.do(f"receive 王芳 200元 {DAY}").err
    desk.do(f"receive 王芳 7元 {DAY} --request-id a")
    assert "says the same" not in desk.do(f"receive 王芳 7元 {DAY} --request-id a").err


def test_a_script_is_told_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It means what it says, and reads whatever stands on stderr as a fault."""
    monkeypatch.setattr(saving, "is_attended", lambda: False)
    desk.do(f"receive 王芳 200元 {DAY}")
    assert "says the same" not in desk.do(f"receive 王芳 200元 {DAY}").err
