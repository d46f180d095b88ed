"""Stars behind a whole name hide the rest of it: who is typed without them may be somebody else, and is asked about."""

import pytest
from conftest import Desk

from donations.output.width import folded

DAY = ("--date", "2020-02-01")


def given(desk: Desk) -> dict[str, str]:
    """What each donor gave in money."""
    rows = desk.do("totals --by donor --format json").json["tables"][0]["rows"]
    return {row["donor"]: row["received"] for row in rows}


@pytest.mark.parametrize(
    ("known", "typed"), [("Zhang**", "Zhang"), ("Zhang", "Zhang**"), ("Wang Wei***", "wang wei"), ("欧阳**", "欧阳")]
)
@pytest.mark.parametrize("more", [(), ("--new",)])
def test_a_name_and_its_masked_form_are_not_booked_as_one(
    desk: Desk, known: str, typed: str, more: tuple[str, ...]
) -> None:
    """It was silently the other's gift; told apart by the words that the refusal proposes, it is another one's."""
    desk.do("receive", known, "7元", *DAY)
    said = desk.refused("receive", typed, "8元", *DAY, *more)
    assert f"'{known}'" in said
    apart = f"{typed} (the other)"
    assert f"`donations donors add '{apart}' --new`" in said
    assert given(desk) == {known: "7"}
    desk.do("donors add", apart, "--new")
    desk.do("receive", apart, "8元", *DAY)
    assert given(desk) == {known: "7", apart: "8"}


def test_nor_is_it_in_a_correction(desk: Desk) -> None:
    desk.do("receive", "Zhang**", "7元", *DAY)
    desk.do("receive", "李华", "5元", *DAY)
    assert "Zhang**" in desk.refused("correct 2 Zhang")


def test_whom_the_book_knows_so_is_meant(desk: Desk) -> None:
    """By another name of its own, by a former one, in capitals, and with a mark behind the name."""
    for name in ("Zhang**", "ZHANG**", "zhang ***"):
        desk.do("receive", name, "1元", *DAY)
    desk.do("donors alias", "Zhang**", "Zhang")
    desk.do("receive", "Zhang", "1元", *DAY)
    desk.do("donors rename", "Zhang**", "Zhang", "--reason", "said so")
    for name in ("Zhang**", "Zhang"):
        desk.do("receive", name, "1元", *DAY)
    assert given(desk) == {"Zhang": "6"}
    desk.do("receive", "李华", "1元", *DAY)
    desk.do("receive", "李华*", "1元", *DAY)
    assert given(desk)["李华"] == "2"
    desk.do("check")


def test_a_person_taken_for_goods_is_told_a_whole_command(desk: Desk) -> None:
    """It stays in one line of a narrow terminal, and can be typed as it stands."""
    desk.do("receive", "W. O'Chen", "5元", *DAY)
    desk.do("receive", "李华", "5元", *DAY)
    said = desk.refused("correct 2", "W. O'Chen (2)", code=65)
    command = said.split("`")[1]
    assert command == r"donations donors add 'W. O'\''Chen (the other)' --new"
    assert all(any(command in line for line in folded(said, cells)) for cells in range(70, 100))
    desk.do(command.removeprefix("donations "))
    assert "W. O'Chen (the other)" in desk.do("donors").out
