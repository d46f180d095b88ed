"""What goes back to a donor came from them, and what comes back from a recipient went to them: no more of it, and no less."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from conftest import Desk
from test_bad_input import check_sentence
from test_papers_met import ALIPAY_TRADES, file

from donations.store import giving_back
from donations.store.book import open_book
from donations.store.moved_back import Back

BEFORE = (
    "receive 李华 500元 口罩100个 --date 2020-02-01 --yes --new", "receive 王芳 900元 蔬菜一批 --date 2020-02-01 --yes --new",
    "distribute 市三院 口罩50个 蔬菜一批 --date 2020-02-02 --yes --new", "receive 李华 护目镜7副 --to 市三院 --date 2020-02-02 --yes",
)  # fmt: skip


@pytest.fixture
def given(desk: Desk) -> Desk:
    desk.begin(*BEFORE)
    return desk


REFUSED = [
    ("refund 李华 500.01元", "500"),
    ("refund 李四 1元 --new", "李四"),
    ("refund 市三院 1元", "市三院"),
    ("refund 王芳 口罩1个", "王芳"),
    ("return 市三院 口罩51个", "50"),
    ("return 市三院 口罩30个 口罩21个", "50"),
    ("return 市三院 护目镜8副", "7"),
    ("return 市一院 口罩1个 --new", "市一院"),
    ("return 李华 口罩一批", "李华"),
]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("line", "part"), REFUSED)
def test_no_more_goes_back_than_came(
    given: Desk, monkeypatch: pytest.MonkeyPatch, line: str, part: str, language: str
) -> None:
    """One sentence that says how much it may be at most, and how to go on; with --opening it is taken."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    said = given.refused(f"{line} --date 2020-02-03 --yes")
    check_sentence(said, language)
    assert part in said
    assert "donations ledger --party" in said
    assert "--opening" in said
    if "refund 王芳 口罩" not in line:
        given.do(f"{line} --date 2020-02-03 --yes --opening")
        assert given.is_in_order()


@pytest.mark.parametrize(
    "line",
    [
        "refund 李华 500元",
        "return 市三院 口罩50个",
        "return 市三院 护目镜7副",
        "return 市三院 蔬菜20斤",
        "return 市三院 口罩一批",
        "refund 王芳 900元",
    ],
)
def test_all_of_it_may_go_back(given: Desk, line: str) -> None:
    """What is of unknown amount may have been any."""
    given.do(f"{line} --date 2020-02-03 --yes")
    assert given.is_in_order()


def test_what_went_back_is_not_there_to_go_back_again(given: Desk) -> None:
    given.do("refund 李华 200元 --date 2020-02-03 --yes")
    assert "300" in given.refused("refund 李华 301元 --date 2020-02-03 --yes")
    given.do("reverse 5 --reason 误记")
    given.do("refund 李华 500元 --date 2020-02-03 --yes")
    given.refused("refund 李华 1元 --date 2020-02-03 --yes")


def test_what_went_back_of_gifts_before_the_book_lessens_none_since(given: Desk) -> None:
    given.do("refund 李四 400元 --date 2020-02-03 --yes --new --opening")
    given.do("receive 李四 100元 --date 2020-02-04 --yes")
    assert "100" in given.refused("refund 李四 101元 --date 2020-02-05 --yes")
    given.do("refund 李四 100元 --date 2020-02-05 --yes")


def test_names_and_items_that_became_one_count_together(given: Desk) -> None:
    given.do("receive 王芳 口罩500个 --date 2020-02-01 --yes")
    given.do("receive 李桦 100元 面罩9个 --date 2020-02-03 --yes --new")
    given.do("donors merge 李桦 李华 --reason 同一人")
    given.do("items merge 面罩 口罩 --reason 同一样")
    given.do("donors rename 李华 李大华")
    given.do("refund 李大华 600元 --date 2020-02-04 --yes")
    assert "109" in given.refused("refund 李大华 口罩110个 --date 2020-02-05 --yes")


def test_joint_donors_and_stated_splits(given: Desk) -> None:
    """What several gave together is there once for all of them."""
    given.do("receive 赵一 --with 钱二 50元 --date 2020-02-03 --yes --new")
    given.do("refund 钱二 50元 --date 2020-02-04 --yes")
    given.refused("refund 钱二 1元 --date 2020-02-04 --yes")
    assert "nothing is left" in given.refused("refund 赵一 1元 --date 2020-02-04 --yes")
    given.refused("refund 赵一 --with 钱二 1元 --date 2020-02-04 --yes", code=2)
    given.do("reverse 6 --reason 误记")
    given.do("refund 赵一 20元 --date 2020-02-04 --yes")
    assert "30" in given.refused("refund 钱二 31元 --date 2020-02-04 --yes")
    given.do("refund 钱二 30元 --date 2020-02-04 --yes")
    given.refused("refund 赵一 0.01元 --date 2020-02-04 --yes")


def test_what_one_gave_alone_is_left_where_a_joint_gift_went_back(given: Desk) -> None:
    """And of a chain of joint gifts the two at its end aren't asked for more than was theirs."""
    given.do("receive 赵一 100元 --date 2020-02-03 --yes --new")
    given.do("receive 赵一 --with 钱二 50元 --date 2020-02-03 --yes --new")
    given.do("receive 钱二 --with 孙三 7元 --date 2020-02-03 --yes --new")
    given.refused("refund 钱二 57元 --date 2020-02-04 --yes")  # of two joint gifts with others: which, --of says
    given.do("refund 钱二 50元 --of 6 --date 2020-02-04 --yes")
    given.do("refund 钱二 7元 --of 7 --date 2020-02-04 --yes")
    given.refused("refund 孙三 1元 --date 2020-02-04 --yes")
    assert "100" in given.refused("refund 赵一 100.01元 --date 2020-02-04 --yes")
    given.do("refund 赵一 100元 --date 2020-02-04 --yes")
    given.do("receive 孙三 3元 --date 2020-02-05 --yes")
    given.do("refund 孙三 3元 --date 2020-02-05 --yes")
    given.refused("refund 钱二 1元 --date 2020-02-05 --yes")
    assert given.is_in_order()


def test_what_several_received_together_comes_back_once(given: Desk) -> None:
    given.do("distribute 市一院 --to 市二院 口罩40个 --date 2020-02-03 --yes --new")
    given.do("return 市一院 口罩30个 --date 2020-02-04 --yes")
    assert "10" in given.refused("return 市二院 口罩11个 --date 2020-02-04 --yes")
    given.do("return 市二院 口罩10个 --date 2020-02-04 --yes")
    given.do("return 市三院 口罩50个 --date 2020-02-04 --yes")


def test_a_correction_never_makes_a_book_unworkable(given: Desk) -> None:
    """What was right then can be corrected, lessened and taken back; only what would go back anew is asked."""
    given.do("refund 李四 400元 --date 2020-02-03 --yes --new --opening")
    given.do("correct 5 300元")
    given.do("correct 7 --note 现金退回")
    assert "300" in given.refused("correct 9 401元")  # so much was let through last
    given.do("correct 9 401元 --opening")
    given.do("reverse 11 --reason 未退")
    given.do("refund 李华 500元 --date 2020-02-03 --yes")
    given.do("correct 1 口罩90个")
    given.do("correct 13 李华 400元")
    assert given.is_in_order()


def test_what_a_correction_left_is_all_that_can_come_back(given: Desk) -> None:
    """A correction stands in the turn of what it corrects: what came back between counts against it."""
    given.do("return 市三院 口罩20个 --date 2020-02-03 --yes")
    given.do("correct 3 口罩40个 --reason 点错")
    assert "20" in given.refused("return 市三院 口罩21个 --date 2020-02-04 --yes")
    given.do("return 市三院 口罩20个 --date 2020-02-04 --yes")


def test_what_a_correction_left_is_all_that_can_be_given_back(given: Desk) -> None:
    given.do("refund 李华 500元 --date 2020-02-03 --yes")
    given.do("correct 1 300元 --reason 少")
    given.do("reverse 5 --reason 没退")
    given.do("refund 李华 250元 --date 2020-02-04 --yes")
    assert "50" in given.refused("refund 李华 51元 --date 2020-02-04 --yes")


def test_a_correction_gives_nothing_to_give_back_that_was_given_back(given: Desk) -> None:
    given.do("refund 李华 600元 --date 2020-02-03 --yes --opening")
    given.do("correct 1 500元 --note x --reason y")
    given.refused("refund 李华 1元 --date 2020-02-03 --yes")
    given.do("reverse 5 --reason 没退")
    assert "500" in given.refused("refund 李华 501元 --date 2020-02-03 --yes")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("line", ["refund 李华 100元 --date 2020-01-31", "return 市三院 口罩1个 --date 2020-02-01"])
def test_nothing_goes_back_before_it_came(
    given: Desk, monkeypatch: pytest.MonkeyPatch, line: str, language: str
) -> None:
    monkeypatch.setenv("DONATIONS_LANG", language)
    given.do("receive 张三 1000元 --date 2020-01-01 --yes --new")
    said = given.refused(f"{line} --yes")
    check_sentence(said, language)
    assert line.rsplit(maxsplit=1)[-1] in said
    assert "--opening" in said
    given.do(f"{line} --yes --opening")


def test_what_goes_back_later_was_there_then_too(given: Desk) -> None:
    """Gifts of 100 on the 1st and the 10th, of which 100 went back on the 5th and on the 12th."""
    for line in ("receive 丁 100元 --date 2020-03-01 --new", "refund 丁 100元 --date 2020-03-05"):
        given.do(f"{line} --yes")
    given.do("receive 丁 100元 --date 2020-03-10 --yes")
    assert "2020-03-05" in given.refused("refund 丁 1元 --date 2020-03-03 --yes")
    given.do("refund 丁 100元 --date 2020-03-12 --yes")
    given.do("correct 8 90元 --reason 少")
    given.refused("correct 10 --date 2020-03-09")


def test_a_gift_corrected_after_its_month_was_closed_came_when_it_came(given: Desk) -> None:
    given.do("close 2020-02")
    given.do("correct 1 450元 --reason 少 --into-closed 会长同意")
    given.refused("refund 李华 451元 --date 2020-03-03 --yes")
    given.do("refund 李华 450元 --date 2020-03-03 --yes")
    assert given.is_in_order()


def test_a_file_of_commands_goes_the_same_way(given: Desk, tmp_path: Path) -> None:
    file = tmp_path / "march.txt"
    file.write_text("refund 李华 600元 --date 2020-02-03 --yes\n", encoding="utf-8")
    assert "500" in given.run(f"run {file}").err
    file.write_text("refund 李华 600元 --date 2020-02-03 --yes --opening\n", encoding="utf-8")
    given.do(f"run {file}")


def test_a_refund_of_what_was_never_paid_is_no_row_of_a_bill(desk: Desk, tmp_path: Path) -> None:
    """The row is passed over with the reason; with the bill of the payment, before it or in the same command, it is taken."""
    payment = next(line for line in ALIPAY_TRADES.splitlines() if "*华" in line)
    others = ALIPAY_TRADES.replace(f"{payment}\n", "").replace("2笔，商家实收共120.50元", "1笔，商家实收共20.50元")
    desk.do("receive 王芳 900元 --date 2020-01-01 --yes --new")
    second = file(tmp_path, "b.csv", others, "gb18030")
    answer = desk.do(f"import {second} --yes --format json")
    [table] = answer.json["files"][0]["tables"]
    assert (table["accepted"], table["rejected"]) == (1, 0)
    assert "refund" in desk.do(f"import {second} --dry-run").out
    assert desk.stock() == {"CNY": "920.5"}
    first = file(tmp_path, "a.csv", ALIPAY_TRADES, "gb18030")
    desk.do(f"import {second} {first} --yes")
    assert desk.stock() == {"CNY": "980.5"}


def test_opening_lets_a_bill_give_back_what_was_given_before(desk: Desk, tmp_path: Path) -> None:
    payment = next(line for line in ALIPAY_TRADES.splitlines() if "*华" in line)
    others = ALIPAY_TRADES.replace(f"{payment}\n", "").replace("2笔，商家实收共120.50元", "1笔，商家实收共20.50元")
    desk.do("receive 王芳 900元 --date 2020-01-01 --yes --new")
    desk.do(f"import {file(tmp_path, 'b.csv', others, 'gb18030')} --yes --opening")
    assert desk.stock() == {"CNY": "880.5"}


def test_another_book_is_taken_as_it_is(given: Desk, tmp_path: Path, empty_book: Path) -> None:
    """What it let through was asked there."""
    given.do("refund 李四 400元 --date 2020-02-03 --yes --new --opening")
    given.do(f"export book -o {tmp_path / 'all.csv'}")
    other = tmp_path / "other.db"
    shutil.copy(empty_book, other)
    os.environ["DONATIONS_BOOK"] = str(other)
    Desk(other).do(f"import {tmp_path / 'all.csv'} --yes")
    assert Desk(other).stock() == given.stock()


def test_of_a_large_donor_only_the_latest_gifts_are_read(given: Desk) -> None:
    """However many there are: the walk ends where the amount is covered."""
    for day in range(1, 29):
        given.do(f"receive 李华 100元 --date 2020-03-{day:02} --yes")
    with closing(open_book(given.book, writing=False)) as book:
        [item] = book.connection.execute("select number from item where is_money").fetchone()
        [party] = book.connection.execute("select party from party_name where name = '李华'").fetchone()
        last = book.last()[0]
        steps = 0

        def step() -> int:
            nonlocal steps
            steps += 1
            return 0

        book.connection.set_progress_handler(step, 10)
        assert giving_back.beyond(book.connection, Back("donor", (party,), item), last + 1) == 0
        few, steps = steps, 0
        assert giving_back.beyond(book.connection, Back("donor", (party,), item), 1) == 0
        assert few * 3 < steps


@pytest.mark.parametrize(
    ("before", "city"),
    [
        ((), "九江市"),
        (("receive 李四 100元 --date 2020-02-01 --yes --city 南昌市",), "None"),
        (("receive 李四 口罩5个 --date 2020-02-01 --yes --city 南昌市",), "九江市"),
        (("receive 李四 100元 --date 2020-02-01 --yes",), "None"),
        (("receive 李四 100元 --date 2020-02-01 --yes --city 南昌市", "reverse 2 --reason 重复"), "九江市"),
        (("receive 李四 100元 --date 2020-02-01 --yes --city 九江市修水县",), "九江市"),
    ],
)
def test_what_goes_back_is_of_the_city_it_came_for(desk: Desk, before: tuple[str, ...], city: str) -> None:
    """Where all that the donor gave of it was for one city; one that is told goes before."""
    desk.do("receive 李四 500元 --date 2020-02-01 --yes --new --city 九江市")
    for line in before:
        desk.do(line)
    assert str(desk.do("refund 李四 50元 --date 2020-02-03 --yes --format json").json["city"]) == city
    assert desk.do("refund 李四 50元 --date 2020-02-03 --yes --city 上饶市 --format json").json["city"] == "上饶市"


def test_what_comes_back_is_of_the_city_it_went_to(desk: Desk) -> None:
    """After who gave it back is put right, too."""
    desk.do("adjust opening 口罩500个 --date 2020-02-01 --yes --new")
    desk.do("distribute 市三院 口罩50个 --date 2020-02-02 --yes --new --city 九江市")
    desk.do("distribute 市一院 口罩50个 --date 2020-02-02 --yes --new --city 上饶市")
    assert desk.do("return 市三院 口罩5个 --date 2020-02-03 --yes --format json").json["city"] == "九江市"
    assert desk.do("correct 4 --to 市一院 --yes --reason 写错 --format json").json["city"] == "上饶市"


def test_people_read_two_words_for_a_refund_and_a_return(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs read one type, as before."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    desk.do("receive 李华 500元 口罩9个 --date 2020-02-01 --yes --new")
    desk.do("distribute 市三院 口罩5个 --date 2020-02-02 --yes --new")
    assert "第 3 号：退还 ·" in desk.do("refund 李华 20元 --date 2020-02-03 --yes --format table").out
    assert "第 4 号：退回 ·" in desk.do("return 市三院 口罩2个 --date 2020-02-03 --yes --format table").out
    for line in ("ledger", "journal"):
        shown = desk.do(f"{line} --format table").out.splitlines()
        assert [[word in one for word in ("退还", "退回")] for one in shown if "2020-02-03" in one] == [
            [True, False],
            [False, True],
        ]
        assert [row["type"] for row in desk.read(line) if row["date"] == "2020-02-03"] == ["return", "return"]
    assert "退还" in desk.do("show 3 --format table").out
    assert desk.read("show 3")[0]["type"] == "return"
    assert "退回" in desk.do("show 4 --format table").out
    assert "退还" in desk.do("statement 李华 --format table").out.partition("合计")[0]
    issue = {table["key"]: table["rows"] for table in desk.do("publish 2020-02 --format json").json["tables"]}
    assert [row["type"] for key in ("money_in", "goods_out") for row in issue[key] if row["type"]] == ["退还", "退回"]


def test_what_goes_back_for_no_purpose_is_told_what_it_was_for(desk: Desk) -> None:
    """Else what is left for that purpose would be wrong, and what came back could be given out for anything."""
    desk.do("receive 李华 1000元 --for 助学 --date 2020-01-01")
    desk.do("receive 王芳 2000元 护目镜20副 --date 2020-01-01")
    desk.do("receive 甲公司 口罩20个 --for 防疫 --date 2020-01-01")
    desk.do("distribute 市三院 口罩10个 --for 防疫 --date 2020-01-02")
    assert "donations correct 5 --for 防疫" in desk.do("return 市三院 口罩2个 --date 2020-01-03").err
    assert "donations correct 6 --for 助学" in desk.do("refund 李华 500元 --date 2020-01-03").err
    desk.do("correct 6 --for 助学")
    desk.do("correct 5 --for 防疫")
    assert desk.stock() == {"CNY": "2000", "CNY/助学": "500", "护目镜": "20", "口罩/防疫": "12"}


@pytest.mark.parametrize("words", ["refund 王芳 100元", "refund 李华 100元 --for 助学", "return 市三院 口罩1个"])
def test_nothing_is_said_where_purpose_and_giver_agree(desk: Desk, words: str) -> None:
    """Said, or none that all of it was for."""
    desk.do("receive 李华 1000元 --for 助学 --date 2020-01-01")
    desk.do("receive 王芳 2000元 口罩20个 --date 2020-01-01")
    desk.do("receive 甲公司 口罩20个 --for 防疫 --date 2020-01-01")
    desk.do("distribute 市三院 口罩10个 --for 防疫 --date 2020-01-02")
    desk.do("distribute 市三院 口罩10个 --date 2020-01-02")
    assert "--for" not in desk.do(f"{words} --date 2020-01-03").err


def test_a_refund_of_an_exported_book_is_shown_as_one(
    desk: Desk, tmp_path: Path, empty_book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It was shown as what a recipient brings back."""
    desk.do("receive 李华 20元 --date 2020-02-01 --yes --new")
    desk.do("refund 李华 10元 --date 2020-02-09 --yes")
    desk.do(f"export book -o {tmp_path / 'x.csv'}")
    other = tmp_path / "other.db"
    shutil.copy(empty_book, other)
    monkeypatch.setenv("DONATIONS_BOOK", str(other))
    preview = Desk(other).do(f"import {tmp_path / 'x.csv'} --dry-run").out
    assert "2020-02-09  refund" in preview, preview


def test_a_refund_that_says_its_gift_is_of_the_city_of_that_gift(desk: Desk) -> None:
    """The donor gave for two cities: it was of none, and one city's total had too much. A gift named later is followed, too."""
    for number, city in ((1, "九江市"), (2, "南昌市")):
        desk.do(f"receive 李四 {number}00元 --date 2020-02-01 --yes --new --city {city}")
    refund = "refund 李四 10元 --date 2020-02-03 --yes --format json"
    assert desk.do(f"{refund} --of 2").json["city"] == "南昌市"
    assert desk.do(f"{refund} --of 2 --city 上饶市").json["city"] == "上饶市"
    assert desk.do(refund).json["city"] is None
    assert desk.do("correct 5 --of 1 --format json").json["city"] == "九江市"
    assert desk.do("correct 3 --of 1 --format json").json["city"] == "九江市"
    assert desk.do("correct 4 --of 1 --format json").json["city"] == "上饶市"
    assert "no entry 99" in desk.refused(f"{refund} --of 99".replace(" --format json", ""), code=66)
    assert desk.is_in_order()
