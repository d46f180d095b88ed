# ruff: noqa: N802 - the names of the catalogue
"""Names: who is asked about, what finds what, what a merge shows, how packs are counted, and what may be said twice."""

import random
import re
from pathlib import Path

import pytest
from conftest import Desk, content
from hypothesis import given
from hypothesis import strategies as st
from test_bad_input import check_sentence

from donations.domain import text

DAY = "--date 2020-02-01"
SUNSHINE = "九江庐山市一米阳光公益联合会"


def donors(desk: Desk) -> list[str]:
    return [row["name"] for row in desk.read("donors")]


# --- look-alikes


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        (SUNSHINE, "九江庐山市一米阳光公益联合社"),
        (SUNSHINE, "一米阳光公益联合会"),
        (SUNSHINE, "庐山市一米阳光公益联合会"),
        ("江西康民药业有限公司", "江西康民药业"),
        ("九江市第三人民医院", "第三人民医院"),
    ],
)
def test_a_look_alike_is_refused_with_the_names_it_looks_like(desk: Desk, known: str, typed: str) -> None:
    """Nobody can be asked here: the name is refused, the known one is named; --new says that another is meant."""
    desk.do(f"receive {known} 口罩5个 {DAY}")
    said = desk.refused(f"receive {typed} 口罩5个 {DAY}")
    assert known in said
    assert "--new" in said
    desk.do(f"receive {typed} 口罩5个 {DAY} --new")
    assert sorted(donors(desk)) == sorted([known, typed])


@pytest.mark.parametrize(
    ("known", "other"),
    [("李华", "李桦"), ("张建国", "张建军"), ("九江市第三人民医院", "九江市第四人民医院"), ("王芳", "王芳芳")],
)
def test_short_and_telling_names_are_not_taken_for_typing_errors(desk: Desk, known: str, other: str) -> None:
    """李桦 is not 李华, the fourth hospital is not the third: nobody is asked."""
    desk.do(f"receive {known} 口罩5个 {DAY}")
    desk.do(f"receive {other} 口罩5个 {DAY}")
    assert sorted(donors(desk)) == sorted([known, other])


def test_items_that_look_alike_are_refused_too(desk: Desk) -> None:
    """医用口罩 may be 口罩; N95口罩 never is KN95口罩."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    assert "口罩" in desk.refused(f"receive 李华 医用口罩5个 {DAY}")
    desk.do(f"receive 李华 N95口罩5个 {DAY}")
    desk.do(f"receive 李华 KN95口罩5个 {DAY}")
    assert desk.stock() == {"口罩": "5", "N95口罩": "5", "KN95口罩": "5"}


@pytest.mark.parametrize(
    "typed", ["ＡＢＣ公益", "abc公益", " ABC 公益 ", "A B C公益", "abc\u200b公益", "ABC·公益", "（ABC）公益"]
)
def test_spellings_of_one_name_are_one_party(desk: Desk, typed: str) -> None:
    """Full width, case, blanks, invisible characters and punctuation don't make another party; the first spelling is shown."""
    desk.do(f"receive ABC公益 口罩5个 {DAY}")
    desk.do("receive", typed, "口罩5个", "--date", "2020-02-01")
    assert donors(desk) == ["ABC公益"]


@given(st.text(max_size=30))
def test_a_name_keeps_its_key(name: str) -> None:
    """What is tidied twice is tidied once, and the key of a tidy name is that of the name as typed."""
    assert text.tidy(text.tidy(name)) == text.tidy(name)
    assert text.key(text.tidy(name)) == text.key(name)


def test_a_name_of_nothing_but_signs_is_no_purpose(desk: Desk) -> None:
    """`--for '!!'` names nothing: refused, and not silently taken for “no purpose”."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.refused(f"receive 李华 口罩5个 {DAY} --for !!", code=65)
    desk.refused(f"receive 李华 口罩5个 {DAY} --store ！？", code=65)
    assert desk.stock() == {"口罩": "5"}


def test_the_same_name_twice_in_one_entry_counts_once(desk: Desk) -> None:
    """Named as donor and again as joint donor: one donor."""
    desk.do(f"receive 李华 口罩5个 --with 李华 --with 王芳 {DAY}")
    assert list(desk.totals("totals --by donor", "donor")) == [("李华、王芳", "口罩")]


# --- aliases


def test_english_names_find_common_items(desk: Desk) -> None:
    """masks is 口罩, in recording and in asking."""
    desk.do(f"receive 李华 口罩500个 {DAY}")
    desk.do("receive 李华", "500 masks", "--date", "2020-02-01")
    desk.do("receive 李华", "face masks 100", "--date", "2020-02-01")
    assert desk.stock() == {"口罩": "1100"}
    assert desk.stock("--item masks") == {"口罩": "1100"}


def test_eggs_are_ambiguous_where_both_sorts_exist(desk: Desk) -> None:
    """One sort of eggs: that one. Both: recording asks which; reading shows both."""
    desk.do(f"receive 李华 鸭蛋2000个 {DAY}")
    desk.do("receive 李华", "10 eggs", "--date", "2020-02-01")
    assert desk.stock() == {"鸭蛋": "2010"}
    desk.do(f"receive 李华 鸡蛋5个 {DAY} --new")
    said = desk.refused("receive 李华", "10 eggs", "--date", "2020-02-01")
    assert "鸡蛋" in said
    assert "鸭蛋" in said
    assert desk.stock("--item eggs") == {"鸡蛋": "5", "鸭蛋": "2010"}


def test_an_alias_finds_and_belongs_to_one(desk: Desk) -> None:
    """市三院 finds the hospital; the same alias can't be given to another."""
    desk.do(f"receive 李华 口罩5个 --to 九江市第三人民医院 {DAY}")
    desk.do(f"receive 李华 口罩5个 --to 翰文苑小区 {DAY}")
    desk.do("recipients alias 九江市第三人民医院 市三院")
    desk.do(f"receive 李华 口罩5个 --to 市三院 {DAY}")
    assert desk.totals("totals --by recipient", "recipient")["九江市第三人民医院", "口罩"]["distributed"] == "10"
    desk.refused("recipients alias 翰文苑小区 市三院")
    desk.do("items alias 口罩 罩子")
    desk.do(f"receive 李华 罩子5个 {DAY}")
    assert desk.stock() == {"口罩": "5"}
    desk.do(f"receive 李华 鸡蛋5个 {DAY}")
    desk.refused("items alias 鸡蛋 罩子")


# --- rename and merge


def test_a_renamed_party_is_found_by_its_old_name(desk: Desk) -> None:
    """Reports say the new name, also for old entries; the old name still finds it, and the entry says as what it was recorded."""
    desk.do(f"receive 一米阳光 口罩5个 {DAY}")
    desk.do("donors rename 一米阳光", SUNSHINE, "--reason", "登记全称")
    desk.do(f"receive 一米阳光 口罩5个 {DAY}")
    assert desk.totals("totals --by donor", "donor")[SUNSHINE, "口罩"]["received"] == "10"
    parties = desk.do("show 1 --format json").json["tables"][1]["rows"]
    assert [(row["name"], row["recorded_as"]) for row in parties] == [(SUNSHINE, "一米阳光")]
    assert desk.is_in_order()


def test_a_renamed_item_is_found_by_its_old_name(desk: Desk) -> None:
    """Name and specification may change; amounts, old name and chain stay."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do("items rename 口罩 医用外科口罩 --specification 一次性")
    desk.do(f"distribute 市三院 口罩2个 {DAY}")
    [row] = desk.read("stock")
    assert (row["item"], row["specification"], row["on_hand"]) == ("医用外科口罩", "一次性", "3")
    assert desk.is_in_order()


def test_a_name_in_use_is_not_given_twice(desk: Desk) -> None:
    """Renaming into another party is refused: that is a merge, which needs a reason."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    desk.do(f"receive 王芳 口罩5个 {DAY}")
    assert "王芳" in desk.refused("donors rename 李华 王芳")
    desk.refused("donors merge 李华 王芳", code=2)
    desk.refused("donors merge 李华 王芳 --reason", "  ", code=2)
    desk.refused("donors merge 李华 李华 --reason 同一人")
    desk.refused("donors merge 李华 没有的人 --reason 同一人", code=66)


def test_merged_parties_show_as_one_and_are_recorded_as_two(desk: Desk) -> None:
    """Totals by donor have one row; `show` says under which name each entry was recorded; the journal and its chain stay."""
    desk.do(f"receive 一米阳光 口罩500个 {DAY}")
    desk.do(f"receive {SUNSHINE} 口罩100个 {DAY} --new")
    desk.do(f"donors merge 一米阳光 {SUNSHINE} --reason 同一单位")
    assert {key: row["received"] for key, row in desk.totals("totals --by donor", "donor").items()} == {
        (SUNSHINE, "口罩"): "600"
    }
    assert donors(desk) == [SUNSHINE]
    parties = desk.do("show 1 --format json").json["tables"][1]["rows"]
    assert [(row["name"], row["recorded_as"]) for row in parties] == [(SUNSHINE, "一米阳光")]
    assert len(desk.read("ledger --party 一米阳光")) == 2
    desk.do(f"receive 一米阳光 口罩1个 {DAY}")
    assert desk.totals("totals --by donor", "donor")[SUNSHINE, "口罩"]["received"] == "601"
    assert desk.is_in_order()


def test_a_merged_party_may_take_the_name_of_the_other(desk: Desk) -> None:
    """After 一米阳光 was merged into the full name, the party as a whole can be called 一米阳光; nothing gets lost."""
    desk.do(f"receive 一米阳光 口罩500个 {DAY}")
    desk.do(f"receive {SUNSHINE} 口罩100个 {DAY} --new")
    desk.do(f"donors merge 一米阳光 {SUNSHINE} --reason 同一单位")
    desk.do(f"donors rename {SUNSHINE} 一米阳光")
    assert {key: row["received"] for key, row in desk.totals("totals --by donor", "donor").items()} == {
        ("一米阳光", "口罩"): "600"
    }
    assert desk.is_in_order()


def test_merges_follow_one_another(desk: Desk) -> None:
    """甲 into 乙, 乙 into 丙: all are 丙."""
    for name in ("甲方", "乙方", "丙方"):
        desk.do(f"receive {name} 口罩1个 {DAY} --new")
    desk.do("donors merge 甲方 乙方 --reason 同")
    assert desk.do("donors merge 甲方 丙方 --reason 同").err == "乙方 is now shown as 丙方.\n"  # 甲方 was 乙方 by then
    assert [row["received"] for row in desk.read("totals --by donor")] == ["3"]
    desk.refused("donors merge 丙方 甲方 --reason 同")


def test_who_gave_together_and_is_one_gave_alone(desk: Desk) -> None:
    """Named once everywhere, with all that was given; what went back of it is known too."""
    desk.do(f"receive 李华 500元 --with 老李 --with 王芳 {DAY} --new")
    desk.do(f"receive 李华 口罩5个 --with 老李 {DAY}")
    desk.do(f"receive 老李 口罩3个 --to 市三院 --to 市三院分院 {DAY} --new")
    desk.do("donors merge 老李 李华 --reason 同一人")
    desk.do("recipients merge 市三院分院 市三院 --reason 同一处")
    assert {(row["donor"], row["item"]): row["received"] for row in desk.read("totals --by donor")} == {
        ("李华", "口罩"): "8", ("李华、王芳", "CNY"): "500",
    }  # fmt: skip
    assert [row["recipient"] for row in desk.read("totals --by recipient")] == ["市三院"]
    assert [row["donor"] for row in desk.read("ledger")] == ["李华、王芳", "李华", "李华"]
    assert {row["donor"] for row in desk.read("ledger --public")} == {"爱心人士2位", "爱心人士"}
    assert [row["givers"] for row in desk.read("statement 李华")] == [2, None, None]
    desk.do("certificate 2")
    assert [row["donor"] for row in desk.read("certificate --list")] == ["李华"]
    desk.do(f"refund 李华 口罩5个 {DAY}")
    gone = [row for row in desk.read("trace 2", table=1) if row["became"] == "refunded"]
    assert [row["amount"] for row in gone] == ["5"]
    assert desk.is_in_order()


def test_goods_of_merged_items_can_all_be_given_out(desk: Desk) -> None:
    """500 and 100 became one item: 600 are on hand, 600 can be given, 601 can't."""
    desk.do(f"receive 李华 口罩500个 {DAY}")
    desk.do(f"receive 李华 医用口罩100个 {DAY} --new")
    desk.do("items merge 口罩 医用口罩 --reason 同一种")
    assert desk.stock() == {"医用口罩": "600"}
    said = desk.refused(f"distribute 市三院 口罩601个 {DAY}")
    assert "600" in said
    desk.do(f"distribute 市三院 口罩600个 {DAY}")
    assert desk.stock() == {}
    assert desk.is_in_order()


def test_an_entry_of_a_merged_item_can_be_corrected(desk: Desk) -> None:
    """Both lines of an entry, one of them of an item that was merged since: only the one that is named changes."""
    desk.do(f"receive 李华 口罩500个 护目镜20个 {DAY}")
    desk.do(f"receive 李华 医用口罩100个 {DAY} --new")
    desk.do("items merge 口罩 医用口罩 --reason 同一种")
    desk.do("correct 1 口罩400个")
    assert desk.stock() == {"医用口罩": "500", "护目镜": "20"}


def test_a_count_after_a_merge_counts_all_of_it(desk: Desk) -> None:
    """The book says 600 of the merged item; 590 were counted: 10 are missing."""
    desk.do(f"receive 李华 口罩500个 {DAY}")
    desk.do(f"receive 李华 医用口罩100个 {DAY} --new")
    desk.do("items merge 口罩 医用口罩 --reason 同一种")
    desk.do(f"adjust count 口罩590个 {DAY}")
    assert desk.stock() == {"医用口罩": "590"}


def test_items_of_other_units_are_not_merged(desk: Desk) -> None:
    """个 and 斤 have no sum; nor does a merged item change its unit while entries are counted in it."""
    desk.do(f"receive 李华 口罩5个 蔬菜5斤 {DAY}")
    desk.refused("items merge 口罩 蔬菜 --reason 错")
    desk.refused("items merge 口罩 口罩 --reason 错")
    desk.refused("items describe 口罩 --unit 箱")
    desk.do("items add 面罩甲 --unit 个 --new")
    desk.do("items merge 口罩 面罩甲 --reason 同一种")
    desk.refused("items describe 面罩甲 --unit 箱")
    assert desk.stock() == {"面罩甲": "5", "蔬菜": "5"}


# --- units and packs


@pytest.mark.parametrize(
    ("first", "typed", "on_hand"),
    [
        ("蔬菜500斤", "蔬菜50公斤", "600"),
        ("蔬菜500斤", "蔬菜0.25吨", "1000"),
        ("蔬菜500斤", "蔬菜100克", "500.2"),
        ("口罩5个", "口罩5只", "10"),
        ("口罩5个", "口罩2箱×100个", "205"),
        ("口罩5个", "口罩50箱×2000只", "100005"),
        ("消毒液5瓶", "消毒液24瓶/件×400", "9605"),
    ],
)
def test_F11_units_convert_exactly(desk: Desk, first: str, typed: str, on_hand: str) -> None:
    """What is the same in general, or said in the quantity itself, is counted in the item's own unit."""
    desk.do(f"receive 李华 {first} {DAY}")
    desk.do("receive 李华", typed, "--date", "2020-02-01")
    assert list(desk.stock().values()) == [on_hand]


def test_F11_a_pack_must_be_said_once(desk: Desk) -> None:
    """5 cartons are refused until somebody says what a carton holds; later entries keep what was said when they were recorded."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    assert "箱" in desk.refused(f"receive 李华 口罩5箱 {DAY}", code=65)
    desk.do("items pack 口罩 1箱=2000个")
    desk.do(f"receive 李华 口罩5箱 {DAY}")
    assert desk.stock() == {"口罩": "10005"}
    desk.do("items pack 口罩 1箱=1000个")
    assert desk.stock() == {"口罩": "10005"}
    desk.do(f"receive 李华 口罩1箱 {DAY}")
    assert desk.stock() == {"口罩": "11005"}
    for wrong in ("1箱=0个", "箱", "1箱=", "2箱=5个", "1箱=5斤"):
        desk.refused("items pack 口罩", wrong, code=65)


def test_F11_units_are_never_mixed_without_a_factor(desk: Desk) -> None:
    """Bottles are no jin: refused, whatever stands before."""
    desk.do(f"receive 李华 消毒液5瓶 蔬菜5斤 {DAY}")
    desk.refused(f"receive 李华 消毒液5斤 {DAY}", code=65)
    desk.refused(f"receive 李华 蔬菜5瓶 {DAY}", code=65)
    desk.refused(f"receive 李华 蔬菜0.0001斤 {DAY}", code=65)
    assert desk.stock() == {"消毒液": "5", "蔬菜": "5"}


# --- request ids


def test_A5_the_same_request_books_once(desk: Desk) -> None:
    """The same words under the same id give the same entry again, however often; without an id they are two gifts."""
    line = f"receive 李华 口罩500个 {DAY} --request-id 微信-1 --format json"
    first = desk.do(line).json
    after = content(desk.book)
    assert [desk.do(line).json for _ in range(3)] == [first] * 3
    assert content(desk.book) == after
    desk.do(f"receive 李华 口罩500个 {DAY}")
    assert desk.stock() == {"口罩": "1000"}


@pytest.mark.parametrize(
    "other",
    [
        "receive 李华 口罩501个 --date 2020-02-01",
        "receive 王芳 口罩500个 --date 2020-02-01",
        "receive 李华 口罩500个 --date 2020-02-02",
        "receive 李华 口罩500个 护目镜5个 --date 2020-02-01",
        "receive 李华 口罩500个 --date 2020-02-01 --note 另一批",
        "receive 李华 口罩500个 --date 2020-02-01 --for 小学",
        "receive 李华 口罩500个 --date 2020-02-01 --to 市三院",
        "receive 李华 口罩500个 --date 2020-02-01 --city 吉安市",
        "receive 李华 口罩500个 --date 2020-02-01 --value 500元",
        "receive 李华 口罩500个@@500元 --date 2020-02-01",
        "adjust opening 口罩500个 --date 2020-02-01",
        "reverse 1 --reason 误记",
        "correct 1 口罩400个",
    ],
)
def test_A5_an_id_is_not_used_for_something_else(desk: Desk, other: str) -> None:
    """The same id with other words is refused, never silently taken for the first."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01 --city 九江市 --request-id 甲 --new")
    assert "甲" in desk.refused(
        f"{other} --request-id 甲 --new" if other.startswith("receive") else f"{other} --request-id 甲"
    )


def test_A5_an_id_is_not_used_for_a_payment_from_elsewhere(desk: Desk) -> None:
    """Of a purchase, what pays it is said as well; without a word the usual place pays."""
    for store in ("银行", "现金"):
        desk.do(f"receive 李华 1000元 {DAY} --store {store}")
    line = f"buy 口罩10个@@20元 {DAY} --request-id 甲"
    first = desk.do(f"{line} --paid-from 银行")
    for other in (f"{line} --paid-from 现金", line):
        assert "甲" in desk.refused(other)
    assert desk.do(f"{line} --paid-from 银行").out.splitlines()[0] == first.out.splitlines()[0]


def test_A5_reversals_and_corrections_are_safe_to_repeat(desk: Desk) -> None:
    """Said twice with the same id they are done once; with other words they are refused."""
    desk.do(f"receive 李华 口罩500个 {DAY}")
    desk.do(f"receive 李华 口罩100个 {DAY}")
    first = desk.do("correct 1 口罩400个 --request-id 乙 --format json").json
    assert desk.do("correct 1 口罩400个 --request-id 乙 --format json").json == first
    desk.refused("correct 1 口罩300个 --request-id 乙")
    second = desk.do("reverse 2 --reason 误记 --request-id 丙 --format json").json
    assert desk.do("reverse 2 --reason 误记 --request-id 丙 --format json").json == second
    desk.refused("reverse 4 --reason 误记 --request-id 丙")
    assert desk.stock() == {"口罩": "400"}


@pytest.mark.parametrize(
    "since",
    [
        "donors rename 李华 李桦",
        "donors merge 李华 王芳 --reason 同一人",
        "items rename 口罩 医用口罩",
        "donors alias 李华 老李",
    ],
)
def test_A5_a_retry_finds_its_entry_after_names_changed(desk: Desk, since: str) -> None:
    """The words are the same, although the donor or the item goes by another name since: the entry is found again."""
    desk.do(f"receive 王芳 口罩1个 {DAY}")
    line = f"receive 李华 口罩500个 {DAY} --request-id 甲 --format json"
    first = desk.do(line).json["entry"]
    desk.do(since)
    assert desk.do(line).json["entry"] == first


def test_A5_random_repeats_book_once(desk: Desk) -> None:
    """A hundred commands with ids, in random order, each up to three times: each booked once."""
    chance = random.Random(5)
    lines = [f"receive 李华 口罩{number}个 {DAY} --request-id 号{number}" for number in range(1, 41)]
    said = lines + chance.choices(lines, k=60)
    chance.shuffle(said)
    for line in said:
        desk.do(line)
    assert desk.stock() == {"口罩": str(sum(range(1, 41)))}
    assert desk.do("totals --format json").json["book"]["entries"] == 40


# --- files of commands


@pytest.fixture
def february(tmp_path: Path) -> Path:
    """A file of commands as a treasurer keeps it."""
    file = tmp_path / "february.txt"
    file.write_text(
        f"# 二月\ndonations receive 李华 口罩500个 {DAY}\n\nreceive 李华 口罩500个 {DAY}   # 又一批\nreceive 王芳 鸡蛋300个 {DAY} --note '两 箱'\n"
        f"distribute 市三院 口罩900个 {DAY}\n",
        encoding="utf-8",
    )
    return file


def test_A5_a_file_is_recorded_once(desk: Desk, february: Path) -> None:
    """Two equal lines are two gifts; the same file again records nothing; a line added later is recorded alone."""
    desk.do("run", str(february))
    assert desk.stock() == {"口罩": "100", "鸡蛋": "300"}
    after = content(desk.book)
    desk.do("run", str(february))
    assert content(desk.book) == after
    february.write_text(february.read_text(encoding="utf-8") + f"distribute 市三院 口罩100个 {DAY}\n", encoding="utf-8")
    desk.do("run", str(february))
    assert desk.stock() == {"鸡蛋": "300"}
    assert desk.is_in_order()


@pytest.mark.parametrize(
    ("last", "code"),
    [
        (f"distribute 市三院 口罩101个 {DAY}", 1),
        (f"receive 李华 口罩1.5个 {DAY}", 65),
        ("receive 李华 口罩5个 --date 2020-02-30", 65),
        ("receive 李华 '口罩5个", 65),
        ("reverse 99 --reason x", 66),
        ("frobnicate", 2),
        ("receive 李华", 2),
        ("run february.txt", 2),
    ],
)
def test_a_file_is_recorded_whole_or_not_at_all(desk: Desk, february: Path, last: str, code: int) -> None:
    """One bad line, and nothing of the file is kept, nor its new names; the line's number is said."""
    february.write_text(february.read_text(encoding="utf-8") + last + "\n", encoding="utf-8")
    said = desk.refused("run", str(february), code=code)
    assert "line 7" in said
    assert "february.txt" in said
    assert desk.stock() == {}
    assert donors(desk) == []


def test_reports_in_a_file_come_after_what_it_records(desk: Desk, february: Path) -> None:
    """A report asked for in the file shows all of it; a file that is not there is said to be missing."""
    february.write_text("stock --format tsv\n" + february.read_text(encoding="utf-8"), encoding="utf-8")
    out = desk.do("run", str(february)).out
    assert [line.split("\t")[0] for line in out.splitlines()] == ["item", "口罩", "鸡蛋"]
    desk.refused("run 没有.txt", code=66)


def test_a_file_in_another_encoding_is_refused(desk: Desk, february: Path) -> None:
    """GBK bytes are no UTF-8: a sentence, and nothing recorded. A byte order mark is no part of the first command."""
    text_of = february.read_text(encoding="utf-8")
    february.write_bytes(text_of.encode("gbk"))
    desk.refused("run", str(february), code=74)
    february.write_text(text_of.removeprefix("# 二月\n"), encoding="utf-8-sig")
    desk.do("run", str(february))
    assert desk.read("journal")


@pytest.mark.parametrize(("given", "name", "code"), [
    ("100美元", "美元", "USD"), ("100美元", "US dollars", "USD"), ("50港币", "港元", "HKD"), ("7欧元", "欧元", "EUR"),
])  # fmt: skip
def test_money_of_other_countries_is_found_by_the_name_that_reports_have_for_it(
    desk: Desk, given: str, name: str, code: str
) -> None:
    """Reports say 美元; `--item 美元` found nothing."""
    desk.do(f"receive 李华 {given}")
    for words in (f"ledger --item '{name}'", f"stock --item '{name}'", "ledger"):
        assert [row["item"] for row in desk.read(words)] == [code]
    desk.do(f"correct 1 --without '{name}' 200元")


def test_sentences_call_money_of_other_countries_as_reports_do(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal said USD, which no Chinese report does."""
    desk.do("receive 李华 100美元 --date 2020-02-01")
    desk.do("receive 李华 100元 --date 2020-02-01")
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert desk.refused("refund 李华 300美元 --of 1 --date 2020-02-02").startswith("错误：美元：需要 300 美元")
    assert "捐的美元" in desk.refused("refund 李华 10美元 --of 2 --date 2020-02-02")
    monkeypatch.setenv("DONATIONS_LANG", "en")
    assert desk.refused("refund 李华 300美元 --of 1 --date 2020-02-02").startswith("Error: US dollars:")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_who_is_renamed_to_another_s_name_is_told_to_merge(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """It was said that 王芳 already is the name of 王芳, and nothing of how to make one of the two."""
    monkeypatch.setenv("DONATIONS_LANG", language)
    desk.do("receive 王方 200元 口罩5个 医用口罩5个 --new")
    desk.do("receive 王芳 200元 --new")
    for line in ("donors rename 王方 王芳", "items rename 医用口罩 口罩"):
        desk.refused(line.replace("rename", "alias"))
        said = desk.refused(line)
        check_sentence(said, language)
        assert said.count(f"“{line.split()[-1]}”") == 1
        [command] = re.findall(r"`donations ([^`]*)`", said)
        desk.do(command.replace("…", "写错"))
    assert [row["donor"] for row in desk.read("totals --by donor")] == ["王芳"] * 2
    desk.do("receive 王芳 手套5双")
    for verb in ("rename", "alias"):
        said = desk.refused(f"items {verb} 手套 口罩")
        assert "merge" not in said, "they are counted in other units"
        assert said.count("口罩") == 1


def test_a_name_that_is_taken_by_money_is_said_to_be_moneys(desk: Desk) -> None:
    desk.do("receive 李华 口罩5个 9元")
    assert desk.refused("items rename 口罩 资金") == "Error: “资金” already belongs to money."
