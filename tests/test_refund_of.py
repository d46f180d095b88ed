"""A refund that says which gift it is of: held against that gift, taken off it on papers, and kept wherever the book goes."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from test_bad_input import check_sentence

GIVEN = (
    "receive 李华 500元 口罩100个 --date 2020-02-01 --new", "receive 李华 500元 --date 2020-02-02",
    "receive 王芳 500元 --date 2020-02-02 --new", "distribute 市三院 口罩10个 --date 2020-02-03 --new",
)  # fmt: skip


@pytest.fixture
def given(desk: Desk) -> Desk:
    desk.begin(*(f"{line} --yes" for line in GIVEN))
    return desk


def kept(desk: Desk, gift: int) -> str:
    """The money of a gift for which a receipt is made out."""
    tables = {table["key"]: table for table in desk.do(f"receipt {gift} --format json").json["tables"]}
    money = [line["value"] for line in tables["lines"]["rows"] if line["item"] == "CNY"]
    return str(money[0]) if money else "0"


def test_a_receipt_is_for_what_was_kept_of_the_gift_that_was_named(given: Desk) -> None:
    """Of two gifts the first, though the second came last; without --of it would be the second."""
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    assert (kept(given, 1), kept(given, 2)) == ("300", "500")
    given.do("refund 李华 100元 --date 2020-02-05 --yes")
    assert (kept(given, 1), kept(given, 2)) == ("300", "400")
    assert given.is_in_order()


def test_the_trace_says_of_each_gift_what_its_receipt_says(given: Desk) -> None:
    """It took the refund from the donor's first gift, whichever was named: two papers of one gift said two things."""

    def refunded(gift: int) -> list[str]:
        rows = given.read(f"trace {gift}", table=1)
        return [str(row["amount"]) for row in rows if row["became"] == "refunded"]

    given.do("refund 李华 200元 --date 2020-02-05 --yes")
    assert (kept(given, 1), kept(given, 2)) == ("500", "300"), "the last gift, where none is named"
    assert (refunded(1), refunded(2)) == ([], ["200"])
    given.do("refund 李华 100元 --date 2020-02-05 --yes --of 1")
    assert (kept(given, 1), kept(given, 2)) == ("400", "300")
    assert (refunded(1), refunded(2)) == (["100"], ["200"])
    given.do("correct 1 450元")
    given.do("refund 李华 50元 --date 2020-02-05 --yes --of 8")
    assert (kept(given, 8), kept(given, 2)) == ("300", "300")
    assert (refunded(8), refunded(2)) == (["100", "50"], ["200"]), "the gift as it is said aright"


REFUSED = [
    ("refund 李华 501元 --of 2", 1, "500"),
    ("refund 李华 400元 --of 9", 66, "9"),
    ("refund 李华 400元 --of 3", 1, "李华"),
    ("refund 李华 口罩1个 --of 2", 1, "2"),
    ("refund 李华 1元 --of 4", 1, "4"),
    ("refund 李华 1元 --of 2 --date 2020-02-01", 1, "2020-02-02"),
    ("refund 李华 1元 --of 2 --opening", 2, "--opening"),
    ("refund 李华 1元 --of 0", 2, "--of"),
    ("receive 李华 1元 --of 2", 2, "--of"),
    ("correct 2 --of 1", 1, "2"),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("line", "code", "named"), REFUSED)
def test_a_wrong_gift_is_refused_in_one_sentence(
    given: Desk, monkeypatch: pytest.MonkeyPatch, line: str, code: int, named: str, language: str
) -> None:
    monkeypatch.setenv("DONATIONS_LANG", language)
    day = "" if "--date" in line or line.startswith("correct") else " --date 2020-02-05"
    said = given.refused(f"{line}{day} --yes", code=code)
    check_sentence(said, language)
    assert named in said
    assert given.do("totals --format json").json["book"]["entries"] == len(GIVEN)


def test_more_than_is_left_of_the_gift_is_refused_though_others_are_there(given: Desk) -> None:
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    assert "300" in given.refused("refund 李华 301元 --date 2020-02-05 --yes --of 1")
    given.do("refund 李华 300元 --date 2020-02-05 --yes --of 1")
    assert "没有说明" not in given.refused("refund 李华 0.01元 --date 2020-02-05 --yes --of 1")
    assert (kept(given, 1), kept(given, 2)) == ("0", "500")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_where_a_refund_of_no_stated_gift_is_in_the_way_it_is_named(
    given: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """It was taken off the likeliest gift: what is to be typed says that it is of the other, and then the whole of this one goes back."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    given.do("refund 李华 200元 --date 2020-02-05 --yes")
    said = given.refused("refund 李华 500元 --of 2 --date 2020-02-05 --yes")
    check_sentence(said, language)
    assert "donations correct 5 --of …" in said
    given.do("correct 5 --of 1 --reason 退的是第一笔")
    given.do("refund 李华 500元 --of 2 --date 2020-02-05 --yes")
    assert "donations correct" not in given.refused("refund 李华 500元 --of 1 --date 2020-02-05 --yes"), "no. 7 says it"
    assert given.is_in_order()


def test_a_gift_that_was_taken_back_or_corrected_is_named_by_what_stands(given: Desk) -> None:
    given.do("correct 1 600元 --reason 点错")
    assert "--of 6" in given.refused("refund 李华 10元 --date 2020-02-05 --yes --of 1")
    given.do("refund 李华 10元 --date 2020-02-05 --yes --of 6")
    assert kept(given, 6) == "590"
    given.do("correct 6 700元 --reason 又点错")
    assert (kept(given, 9), kept(given, 2)) == ("690", "500")
    given.do("reverse 2 --reason 误记")
    given.refused("refund 李华 10元 --date 2020-02-05 --yes --of 2")
    assert given.is_in_order()


def test_a_correction_keeps_the_gift_or_names_another(given: Desk) -> None:
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    given.do("correct 5 250元 --reason 少退了")
    assert (kept(given, 1), kept(given, 2)) == ("250", "500")
    assert "500" in given.refused("correct 7 501元 --reason 多退了")
    given.do("correct 7 --of 2 --reason 退的是第二笔")
    assert (kept(given, 1), kept(given, 2)) == ("500", "250")
    given.do("reverse 9 --reason 没退")
    assert (kept(given, 1), kept(given, 2)) == ("500", "500")
    assert given.is_in_order()


def test_whatever_became_of_the_gift_its_refund_can_be_said_aright(given: Desk) -> None:
    """No more of it, and no sooner; more is held against what is left."""
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 2")
    given.do("correct 2 100元 --reason 点错")
    given.do("correct 5 --note 现金 --reason 补记")
    given.refused("correct 9 201元 --reason 又点错")
    given.do("reverse 7 --reason 误记")
    given.do("correct 9 150元 --reason 又点错")
    assert given.is_in_order()


def test_a_request_said_twice_is_of_the_same_gift(given: Desk) -> None:
    line = "refund 李华 200元 --date 2020-02-05 --yes --request-id r1"
    given.do(f"{line} --of 1")
    given.do(f"{line} --of 1")
    given.refused(f"{line} --of 2")
    given.refused(line)
    assert given.do("totals --format json").json["book"]["entries"] == len(GIVEN) + 1


def test_it_goes_along_with_an_exported_book(given: Desk, tmp_path: Path) -> None:
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    given.do(f"export book -o {tmp_path / 'book.csv'}")
    other = tmp_path / "other.db"
    given.do(f"init --book {other}")
    given.do(f"import {tmp_path / 'book.csv'} --yes --book {other}")
    [back] = given.do(f"receipt 1 --format json --book {other}").json["tables"][-1]["rows"]
    assert back["entry"] == 5


def test_show_says_of_which_gift_it_is_and_what_went_back(given: Desk) -> None:
    """Also where the gift, or the refund, was corrected since."""
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    given.do("correct 1 600元 --reason 点错")
    given.do("refund 李华 5元 --date 2020-02-05 --yes --of 7")
    given.do("correct 5 100元 --reason 点错")
    said = {number: given.read(f"show {number}")[0] for number in (1, 2, 7, 8, 10)}
    assert [(said[number]["gives_back"], said[number]["given_back_by"]) for number in said] == [
        (None, "8、10"), (None, None), (None, "8、10"), (7, None), (7, None),
    ]  # fmt: skip


def test_it_is_sealed(given: Desk) -> None:
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    with closing(sqlite3.connect(given.book)) as book:
        book.execute("drop trigger change_unchanged")
        book.execute("update register_change set after = '2' where act = 'refund_of'")
        book.commit()
    assert not given.is_in_order()


def test_it_comes_back_out_of_a_damaged_book(given: Desk, tmp_path: Path) -> None:
    given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1")
    given.do(f"salvage {given.book} -o {tmp_path / 'new.db'}")
    [back] = given.do(f"receipt 1 --format json --book {tmp_path / 'new.db'}").json["tables"][-1]["rows"]
    assert back["entry"] == 5


def test_a_refund_is_said_with_the_gift_it_is_of(given: Desk) -> None:
    assert "gives back of no. 1" in given.do("refund 李华 200元 --date 2020-02-05 --yes --of 1").out
    assert "gives back" not in given.do("refund 李华 100元 --date 2020-02-05 --yes").out
    assert "gives back of no. 1" in given.do("correct 5 150元").out, "what says it aright is of the same gift"


@pytest.mark.parametrize("of", ["", " --of 3"])
@pytest.mark.parametrize("line", ["reverse 3 --reason 没有到账", "correct 3 100元"])
def test_a_gift_taken_back_leaves_no_refund_of_it_unsaid(desk: Desk, of: str, line: str) -> None:
    """The book would have a donor who gave less than nothing, and `check` finds no rule broken: it is said at once."""
    desk.do("receive 王芳 900元 --date 2020-02-01 --yes --new")
    desk.do("adjust opening 3000元 --date 2020-02-01 --yes")
    desk.do("receive 李华 500元 --date 2020-02-02 --yes --new")
    desk.do(f"refund 李华 300元 --date 2020-02-03 --yes{of}")
    more = "300" if line.startswith("reverse") else "200"
    told = desk.do(line).err
    assert f"李华 has now been given back {more} yuan of money more than was given" in told
    assert "`donations ledger --party 李华`" in told
    assert "given back" not in desk.do("reverse 1 --reason 没有到账").err, "nothing went back to 王芳"


def test_a_gift_taken_back_is_not_missed_while_others_cover_the_refund(given: Desk) -> None:
    given.do("receive 李华 500元 --date 2020-02-02 --yes")
    given.do("refund 李华 300元 --date 2020-02-05 --yes")
    assert "given back" not in given.do("reverse 2 --reason 没有到账").err
    given.do("correct 1 10元")
    assert "290 yuan of money" in given.do("reverse 5 --reason 没有到账").err


def test_what_was_handed_over_and_taken_back_leaves_no_return_unsaid(given: Desk) -> None:
    given.do("return 市三院 口罩4个 --date 2020-02-05 --yes")
    told = given.do("reverse 4 --reason 没有发出").err
    assert "市三院 has now brought back 4 pcs of masks more than was handed over" in told


@pytest.mark.parametrize(
    ("gifts", "refund", "left"),
    [
        (["1000元 --for 助学", "600元"], "100元 --for 助学", ["900", "600"]),
        (["1000元", "600元 --for 助学"], "100元", ["900", "600"]),
        (["1000元", "600元 --with 王芳"], "100元", ["900", "600"]),
        (["1000元 --for 助学 --with 王芳", "600元"], "100元 --for 助学", ["900", "600"]),
        (["1000元 --for 助学", "600元 --for 助学"], "100元 --for 助学", ["1000", "500"]),
        (["1000元", "600元 --for 助学 --with 王芳", "50元 --for 助学"], "100元 --for 助学", ["1000", "550", "0"]),
    ],
)
def test_a_refund_that_names_no_gift_is_of_one_for_its_purpose(
    desk: Desk, gifts: list[str], refund: str, left: list[str]
) -> None:
    for day, gift in enumerate(gifts, 1):
        desk.do(f"receive 李华 {gift} --date 2020-02-0{day}")
    desk.do(f"refund 李华 {refund} --date 2020-02-09")
    for number, total in enumerate(left, 1):
        traced = [row for row in desk.read(f"trace {number}", 1) if row["became"] == "held"]
        assert sum(int(row["amount"]) for row in traced) == int(total)
        if total == "0":
            desk.refused(f"receipt {number}")
        else:
            assert [row["total"] for row in desk.read(f"receipt {number}")] == [total]


@pytest.mark.parametrize("into", [("李大华", "李华"), ("李华", "李大华")])
def test_what_went_back_stays_of_its_gift_where_givers_become_one(desk: Desk, into: tuple[str, str]) -> None:
    """Else it were taken off the other's last gift, which was worth less, and receipts said more than totals."""
    desk.do("receive 李大华 口罩1000个@@10000元 --date 2020-02-01 --yes --new")
    desk.do("receive 李华 口罩1000个@@1000元 --date 2020-02-02 --yes --new")
    desk.do("refund 李大华 口罩500个 --date 2020-02-03 --yes")
    desk.do(f"donors merge {into[0]} {into[1]} --reason 同一人")

    def said(number: int) -> str:
        [receipt, *_more] = desk.do(f"receipt {number} --format json").json["tables"]
        return str(receipt["rows"][0]["total"])

    assert [said(1), said(2)] == ["5000", "1000"]
    assert [row["value"] for row in desk.read("totals --by donor")] == ["6000"]
    assert [row["gift"] for row in desk.read("trace 李华", table=1) if row["became"] == "refunded"] == [1]
    assert desk.is_in_order()


def test_what_stays_of_its_gift_by_itself_is_not_noted(desk: Desk) -> None:
    """Givers of whom nothing went back, and refunds of the last gift, have nothing said of them."""
    desk.do("receive 李大华 口罩10个 --date 2020-02-01 --yes --new")
    desk.do("receive 李华 口罩10个 --date 2020-02-03 --yes --new")
    desk.do("refund 李华 口罩1个 --date 2020-02-05 --yes")
    desk.do("donors merge 李大华 李华 --reason 同一人")
    assert desk.read("show 3")[0]["gives_back"] is None


def test_a_joint_gift_of_something_else_is_no_gift_of_it(given: Desk) -> None:
    """It was said to go back to all who gave that, of whom none had given any together, and that --of says which."""
    given.do("receive 李华 口罩5个 --with 王芳 --date 2020-02-03 --yes --new")
    assert "No. 5 brought no money from 李华" in given.refused("refund 李华 10元 --of 5 --date 2020-02-05 --yes")
