"""Description, Number and foreign amounts beside who gave: what was given, and what only stands beside it. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk


def imported(desk: Desk, tmp_path: Path, rows: str) -> tuple[list[tuple[str, str, str]], list[str], str]:
    (tmp_path / "a.csv").write_text(rows)
    answer = desk.run(f"import {tmp_path / 'a.csv'} --yes --opening --date 2024-04-01")
    lines = [line for line in desk.read("ledger") if line["type"] != "adjustment"]
    booked = [
        (
            line["item"],
            next((line[way] for way in ("received", "bought") if line[way] not in ("0", None)), ""),
            line["value"] or "",
        )
        for line in lines
    ]
    return booked, [line["note"] or "" for line in lines], answer.out


@pytest.mark.parametrize(
    ("heading", "first", "second"),
    [
        ("Description", "Donation", "Memorial gift"),
        ("Description", "General donation from the gala", "Monthly contribution"),
        ("Item", "Gift", "Year-end gift"),
    ],
)
@pytest.mark.parametrize("amount", ["Amount", "Amount (USD)"])
def test_gifts_of_money_are_no_things(
    desk: Desk, tmp_path: Path, heading: str, first: str, second: str, amount: str
) -> None:
    """700 pieces of Donation were booked, or a thing of that name worth 700 yuan, in dollars too."""
    rows = f"Date,Donor,{heading},{amount}\n2024-03-01,Tom Hill,{first},700.00\n2024-03-02,Ann Bay,{second},500.00\n"
    booked, notes, told = imported(desk, tmp_path, rows)
    money = "USD" if "USD" in amount else "CNY"
    assert (booked, notes) == ([(money, "700", ""), (money, "500", "")], [first, second]), told


@pytest.mark.parametrize(("first", "second"), [("Gift baskets", "Blankets")])
def test_things_that_were_given_stay_things(desk: Desk, tmp_path: Path, first: str, second: str) -> None:
    rows = f"Date,Donor,Description,Amount\n2024-03-01,Tom Hill,{first},7\n2024-03-02,Ann Bay,{second},5\n"
    booked, _, told = imported(desk, tmp_path, rows)
    assert [each[1] for each in booked] == ["7", "5"], told
    assert booked[0][0] != "CNY"


@pytest.mark.parametrize("heading", ["金额（美元）", "Amount (USD)"])
def test_what_goods_are_worth_in_foreign_money_is_a_remark(desk: Desk, tmp_path: Path, heading: str) -> None:
    """It was booked as so many yuan."""
    rows = f"捐赠人,品名,{heading}\n李华,口罩,700\n王芳,现金,500\n"
    booked, notes, told = imported(desk, tmp_path, rows)
    assert booked == [("口罩", "", ""), ("USD", "500", "")], told
    assert notes == ["价值700美元", ""]


def test_what_goods_are_worth_in_yuan_is_booked(desk: Desk, tmp_path: Path) -> None:
    booked, _, told = imported(desk, tmp_path, "捐赠人,品名,金额\n李华,口罩,700\n王芳,现金,500\n")
    assert [(item, value) for item, _, value in booked] == [("口罩", "700"), ("CNY", "")], told


COUNTED = [
    "Number,Date,Donor,Description,Amount (CNY)\n{},2024-03-01,Tom Hill,Masks,700\n{},2024-03-02,Ann Bay,Gloves,500\n",
    "Date,Number,Supplier,Description,Cost (CNY)\n2024-03-01,{},Hill Ltd,Masks,700\n2024-03-02,{},Bay Ltd,Gloves,500\n",
]


@pytest.mark.parametrize("shape", COUNTED)
@pytest.mark.parametrize(("first", "second"), [("101", "102"), ("1001", "1004"), ("001", "002")])
def test_number_that_only_counts_is_no_quantity(
    desk: Desk, tmp_path: Path, shape: str, first: str, second: str
) -> None:
    """So many pieces were booked."""
    booked, _, told = imported(desk, tmp_path, shape.format(first, second))
    assert not {first, second, "1", "2"} & {number for _, number, _ in booked}, told


@pytest.mark.parametrize("shape", COUNTED)
@pytest.mark.parametrize(("first", "second"), [("20", "50"), ("100", "200"), ("200", "150"), ("500", "500")])
def test_number_of_pieces_is_one(desk: Desk, tmp_path: Path, shape: str, first: str, second: str) -> None:
    booked, _, told = imported(desk, tmp_path, shape.format(first, second))
    assert [number for item, number, _ in booked if item != "CNY"] == [first, second], told


@pytest.mark.parametrize("headings", ["Donor,Description,Number,Amount (CNY)", "Donor,Number,Description,Amount (CNY)"])
@pytest.mark.parametrize("numbers", [("100", "105"), ("100", "105", "108", "110")])
def test_numbers_that_rise_by_more_than_rows_do_are_how_many(
    desk: Desk, tmp_path: Path, headings: str, numbers: tuple[str, ...]
) -> None:
    """They were passed over, and what the goods are worth was how many of them came."""
    things = ("Masks", "Gloves", "Towels", "Blankets")
    is_behind = "Description,N" in headings
    pairs = [f"{one},{many}" if is_behind else f"{many},{one}" for one, many in zip(things, numbers, strict=False)]
    rows = "".join(f"Donor {at},{pair},{at + 700}\n" for at, pair in enumerate(pairs))
    booked, _, told = imported(desk, tmp_path, f"{headings}\n{rows}")
    assert [number for _, number, _ in booked] == list(numbers), told


def test_two_numbers_behind_goods_are_how_many(desk: Desk, tmp_path: Path) -> None:
    """Masks 100, Gloves 105: they may rise by chance."""
    rows = "Donor,Description,Number,Amount (CNY)\nTom Hill,Masks,100,700\nAnn Bay,Gloves,105,500\n"
    booked, _, told = imported(desk, tmp_path, rows)
    assert [number for _, number, _ in booked] == ["100", "105"], told
