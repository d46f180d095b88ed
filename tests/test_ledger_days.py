"""The order of the rows of one day in the ledger of an item."""

import pytest
from conftest import Desk


@pytest.mark.parametrize(
    "lines",
    [
        [
            "receive 李华 口罩100个",
            "distribute 九江市医院 口罩100个",
            "reverse 2 --reason 没发",
            "reverse 1 --reason 没收",
        ],
        [
            "receive 李华 口罩100个",
            "distribute 九江市医院 口罩90个",
            "correct 2 口罩10个 --reason 少",
            "correct 1 口罩20个 --reason 少",
        ],
        [
            "receive 李华 口罩100个 --date 2020-02-01",
            "distribute 九江市医院 口罩100个",
            "receive 王芳 口罩100个",
            "reverse 2 --reason 没发",
            "reverse 1 --reason 没收",
            "distribute 九江市医院 口罩100个",
        ],
    ],
)
def test_within_a_day_the_ledger_of_an_item_never_seems_to_fall_below_zero(desk: Desk, lines: list[str]) -> None:
    """What was given, handed out, and taken back in turn came to -100 between two rows: all that adds stands first then."""
    for line in lines:
        day = "" if "--date" in line or line.startswith(("reverse", "correct")) else " --date 2020-02-02"
        desk.do(f"{line}{day}" + ("" if line.startswith("reverse") else " --yes --new"))
    held = [int(row["on_hand"]) for row in desk.read("ledger --item 口罩")]
    changes = [int(row["received"]) - int(row["distributed"]) for row in desk.read("ledger --item 口罩")]
    assert min(held) >= 0
    assert held == [sum(changes[: at + 1]) for at in range(len(changes))]
    assert held[-1] == int(desk.stock().get("口罩") or 0)


def test_where_a_day_stays_above_zero_what_takes_back_stands_among_its_like(desk: Desk) -> None:
    desk.do("receive 李华 口罩100个 --date 2020-02-01 --yes --new")
    desk.do("distribute 九江市医院 口罩60个 --date 2020-02-01 --yes --new")
    desk.do("correct 2 口罩50个 --reason 少")
    assert [row["entry"] for row in desk.read("ledger --item 口罩")] == [1, 2, 3, 4]


def test_what_is_on_hand_for_a_purpose_is_not_what_there_is_for_others(desk: Desk) -> None:
    """After each line it is as much as `stock` says of the purpose on its day; it was that of the whole item."""
    for line in (
        "receive 李华 1000元 --for 助学 --store 银行 --date 2020-02-01",
        "receive 王芳 500元 --store 银行 --date 2020-02-02",
        "buy 书包10个@30元 --for 助学 --paid-from 银行 --date 2020-02-03",
        "transfer 100元 --for 助学 --from 银行 --to 钱箱 --date 2020-02-04",
        "spend 50元 --for 助学 --store 钱箱 --date 2020-02-05",
        "adjust count 640元 --for 助学 --store 银行 --date 2020-02-06",
    ):
        desk.do(f"{line} --new")
    rows = desk.read("ledger --item 资金 --purpose 助学")
    assert [row["on_hand"] for row in rows] == ["1000", "700", "700", "700", "650", "690"]
    assert [row["on_hand"] for row in desk.read("ledger --item 资金")][-1] == "1190"
    held = sum(int(row["on_hand"]) for row in desk.read("stock --item 资金 --purpose 助学"))
    assert held == 690


def test_programs_read_of_what_is_on_hand_too_how_certain_it_is(desk: Desk) -> None:
    """One certainty a row: an exact 50 beside what nobody counted left 50 on hand, and was said to be exact."""
    for day, line in enumerate(
        (
            "receive 甲 旧衣50件",
            "receive 乙 旧衣一批",
            "distribute 社区 旧衣30件",
            "adjust count 旧衣40件",
            "receive 丙 旧衣5件",
        ),
        1,
    ):
        desk.do(f"{line} --date 2020-02-0{day} --new")
    rows = desk.read("ledger --item 旧衣")
    assert [(row["received"], row["on_hand"], row["certainty"]) for row in rows] == [
        ("50", "50", "exact"), (None, "50", "about"), ("0", "20", "about"), ("0", "40", "exact"), ("5", "45", "exact"),
    ]  # fmt: skip
    assert "≈" not in desk.do("ledger --item 旧衣 --format table").out  # what came and went is certain, to people
