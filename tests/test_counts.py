"""A count is evidence of what there was at the end of a day: what sets the book against one is said, by the act and for ever."""

from pathlib import Path

import pytest
from conftest import Answer, Desk

COUNTED = ("receive 丙公司 口罩100个 --date 2020-04-01 --yes --new", "adjust count 口罩90个 --date 2020-04-02 --yes")
REPEAT = "`donations correct 2 --date 2020-04-02`"


@pytest.fixture
def counted(desk: Desk) -> Desk:
    """A hundred masks on the first, ninety counted on the second."""
    for command in COUNTED:
        desk.do(command)
    return desk


def hints(desk: Desk) -> list[str]:
    """What `check` says of counts beside its being in order."""
    answer = desk.do("check")
    assert answer.out.startswith("In order")
    return answer.out.splitlines()[1:]


ACTS = {
    "corrected": ("correct 1 口罩80个", "70"),
    "received before": ("receive 丙公司 口罩7个 --date 2020-03-31 --yes", "97"),
    "received that day": ("receive 丙公司 口罩7个 --date 2020-04-02 --yes", "97"),
    "given out before": ("distribute 院 口罩7个 --date 2020-04-01 --yes --new", "83"),
    "moved away": ("transfer 口罩7个 --to 二号仓 --date 2020-04-01 --yes --new", "83"),
    "counted before": ("adjust count 口罩95个 --date 2020-04-01 --yes", "85"),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_sets_the_book_against_a_count_is_said_and_its_advice_helps(counted: Desk, act: str) -> None:
    """One sentence names the count, its day, what was counted and what the book says; `check` has it, until the count is said anew."""
    command, have = ACTS[act]
    said = counted.do(command).err.strip()
    assert len(said.splitlines()) == 1
    assert said.startswith("Entry 2 counted 90 pcs of masks at the end of 2020-04-02")
    assert f"says {have} pcs" in said
    assert REPEAT in said
    [hint] = hints(counted)
    assert hint.startswith(said.partition(":")[0])
    assert counted.do("show 2").err.strip() == hint
    assert counted.do("correct 2 --date 2020-04-02 --yes").err == ""
    assert hints(counted) == []
    assert counted.stock("--item 口罩", "--as-of 2020-04-02")["口罩"] == "90"


def test_what_was_taken_back_sets_the_book_against_a_count(desk: Desk) -> None:
    desk.do("receive 丁公司 口罩500个 --date 2020-03-01 --yes --new")
    desk.do(COUNTED[0])
    desk.do("adjust count 口罩590个 --date 2020-04-02 --yes")
    assert "says 490 pcs" in desk.do("reverse 2 --reason 错").err
    assert len(hints(desk)) == 1


QUIET = {
    "later": ("receive 丙公司 口罩7个 --date 2020-04-03 --yes",),
    "another item": ("receive 丙公司 手套7双 --date 2020-04-01 --yes --new",),
    "another store": ("receive 丙公司 口罩7个 --store 二号仓 --date 2020-04-01 --yes --new",),
    "another purpose": ("receive 丙公司 口罩7个 --for 助学 --date 2020-04-01 --yes --new",),
    "the donor": ("correct 1 丁公司 --new",),
    "the day, as far before": ("correct 1 --date 2020-03-31 --yes",),
    "nobody counted it": ("receive 丙公司 口罩若干 --date 2020-04-01 --yes",),
    "straight through": ("receive 丙公司 口罩7个 --to 院 --date 2020-04-01 --yes --new",),
    "the count itself": ("correct 2 口罩95个",),
    "no count any more": ("reverse 2 --reason 错", "receive 丙公司 口罩7个 --date 2020-04-01 --yes"),
    "counted again that day": ("receive 丙公司 口罩7个 --date 2020-04-03 --yes", "adjust count 口罩97个 --date 2020-04-03 --yes"),
}  # fmt: skip


@pytest.mark.parametrize("acts", QUIET.values(), ids=QUIET)
def test_what_leaves_a_count_true_is_not_spoken_of(counted: Desk, acts: tuple[str, ...]) -> None:
    for act in acts:
        assert counted.do(act).err == "", act
    assert hints(counted) == []


def test_a_second_count_of_a_day_takes_the_place_of_the_first(counted: Desk) -> None:
    """Counted in the morning, given out, counted in the evening: the evening's is that of the end of the day."""
    said = counted.do("distribute 院 口罩10个 --date 2020-04-02 --yes --new").err
    assert "`donations correct 2 --date 2020-04-01`" in said
    assert REPEAT in said
    assert counted.do("adjust count 口罩80个 --date 2020-04-02 --yes").err == ""
    assert hints(counted) == []


def test_a_count_of_the_morning_is_said_to_be_of_the_day_before(counted: Desk) -> None:
    counted.do("distribute 院 口罩10个 --date 2020-04-02 --yes --new")
    assert counted.do("correct 2 --date 2020-04-01 --yes").err == ""
    assert hints(counted) == []
    assert counted.stock() == {"口罩": "80"}


def test_of_counts_that_follow_only_the_first_is_told(counted: Desk) -> None:
    """All later ones are right again once it is; one that is off by another number needs a word of its own."""
    counted.do("adjust count 口罩85个 --date 2020-04-03 --yes")
    counted.do("adjust count 口罩80个 --date 2020-04-04 --yes")
    assert "Entry 2 " in counted.do("correct 1 口罩120个").err
    assert len(hints(counted)) == 1
    said = counted.do("distribute 院 口罩1个 --date 2020-04-03 --yes --new").err
    assert said.startswith("Entry 3 ")
    assert [hint.split()[1] for hint in hints(counted)] == ["2", "3"]
    counted.do("correct 2 --date 2020-04-02 --yes")
    [hint] = hints(counted)
    assert hint.startswith("Entry 3 ")


def test_a_rough_count_settles_nothing_that_could_be_wrong(desk: Desk) -> None:
    desk.do(COUNTED[0])
    desk.do("adjust count 口罩约90个 --date 2020-04-02 --yes")
    assert desk.do("correct 1 口罩80个").err == ""
    assert hints(desk) == []


def test_merged_items_are_held_against_their_counts(counted: Desk) -> None:
    """Both counted on a day, they say it together; one alone says that it was all there was."""
    counted.do("receive 丙公司 医用口罩30个 --date 2020-04-01 --yes --new")
    counted.do("adjust count 医用口罩30个 --date 2020-04-02 --yes")
    counted.do("receive 丙公司 手术口罩5个 --date 2020-04-01 --yes --new")
    assert "Entry" not in counted.do("items merge 医用口罩 口罩 --reason 同一物品").err
    assert hints(counted) == []
    said = counted.do("items merge 手术口罩 口罩 --reason 同一物品").err
    assert "says 125 pcs" in said
    assert len(hints(counted)) == 1


def test_an_import_says_it_once_and_taking_it_back_is_right_again(counted: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "接收.csv"
    paper.write_text(
        "日期,捐赠人,物资,数量,单位\n2020-04-01,丙公司,口罩,7,个\n2020-04-02,丙公司,口罩,3,个\n", encoding="utf-8"
    )
    assert counted.do(f"import {paper} --dry-run").err == ""
    said = counted.do(f"import {paper} --yes").err.strip()
    assert len(said.splitlines()) == 1
    assert "says 100 pcs" in said
    assert counted.do(f"import {paper} --yes").err == "", "nothing was imported"
    assert counted.do("import --undo 1").err == ""
    assert hints(counted) == []


def test_an_import_that_breaks_many_counts_names_the_first(desk: Desk, tmp_path: Path) -> None:
    for number in range(5):
        desk.do(f"receive 丙公司 物资{number}号100个 --date 2020-04-01 --yes --new")
        desk.do(f"adjust count 物资{number}号90个 --date 2020-04-02 --yes")
    paper = tmp_path / "接收.csv"
    rows = [f"2020-04-01,丙公司,物资{number}号,7,个\n" for number in range(5)]
    paper.write_text("日期,捐赠人,物资,数量,单位\n" + "".join(rows), encoding="utf-8")
    said = desk.do(f"import {paper} --yes").err.strip()
    assert len(said.splitlines()) == 1
    assert "5 counts (no. 2, 物资0号 on 2020-04-02" in said
    assert "物资3号" not in said
    assert "`donations check`" in said
    assert len(hints(desk)) == 5


def run_file(desk: Desk, folder: Path, *commands: str) -> Answer:
    file = folder / "acts.txt"
    file.write_text("\n".join(commands), encoding="utf-8")
    return desk.do(f"run {file}")


def test_a_file_of_commands_says_at_its_end_what_is_left(counted: Desk, tmp_path: Path) -> None:
    """What a later line puts right is not spoken of; nor is what the same file said before."""
    wrong, right = "receive 丙公司 口罩7个 --date 2020-04-01 --yes", "correct 2 --date 2020-04-02 --yes"
    assert "Entry" not in run_file(counted, tmp_path, wrong, right).err
    said = run_file(counted, tmp_path, wrong, right, "receive 丙公司 口罩2个 --date 2020-04-01 --yes").err
    assert said.count("counted 90") == 1
    assert said.count("\n") == 2, "this, and how many entries are new"
    assert "counted" not in run_file(counted, tmp_path, wrong, right).err


def test_show_says_what_was_counted_and_what_the_book_says(counted: Desk) -> None:
    """Of a stocktaking only, and of each line that was counted exactly."""
    assert len(counted.do("show 1 --format json").json["tables"]) == 3
    [row] = counted.read("show 2", 3)
    assert (row["item"], row["counted"], row["on_hand"]) == ("口罩", "90", "90")
    assert counted.do("show 2").err == ""
    counted.do("correct 1 口罩80个")
    [row] = counted.read("show 2", 3)
    assert (row["counted"], row["on_hand"]) == ("90", "70")
    counted.do("correct 2 --date 2020-04-02 --yes")
    assert counted.do("show 2").err == "", "it no longer stands"


def test_a_count_of_a_closed_month_is_spoken_of_where_the_month_was_opened(counted: Desk) -> None:
    """A correction of today leaves the count true; one into the month doesn't, and then so must the count's be."""
    counted.do("close 2020-04")
    counted.do("correct 1 口罩95个")
    assert hints(counted) == []
    said = counted.do("receive 丙公司 口罩7个 --date 2020-04-01 --yes --into-closed 漏记").err
    assert REPEAT in said
    assert "--into-closed" in counted.refused("correct 2 --date 2020-04-02 --yes")
    counted.do("correct 2 --date 2020-04-02 --yes --into-closed 重算盘点")
    assert hints(counted) == []


def test_a_count_of_what_lies_elsewhere_in_the_book_is_told(desk: Desk) -> None:
    """All rice was given for a purpose: counted without it, as much again was booked, and nothing said so."""
    desk.do("receive 李华 大米2000斤 1000元 --for 疫情防控 --date 2020-02-06 --yes")
    desk.do("receive 李华 口罩500个 --date 2020-02-06 --yes")
    desk.do("transfer 口罩100个 --to 二号仓 --date 2020-02-06 --yes")
    said = desk.do("adjust count 大米1895斤 --date 2020-02-14 --yes").err
    assert "entry 4 books 1,895 jin as found" in said
    assert "疫情防控 2,000 jin" in said
    desk.do("correct 4 --for 疫情防控 --reason 疫情防控用")
    assert desk.stock("--item 大米") == {"大米/疫情防控": "1895"}
    assert "疫情防控 1,000 yuan" in desk.do("adjust count 资金1000元 --date 2020-02-14 --yes").err
    assert "二号仓 100 pcs" in desk.do("adjust count 口罩500个 --date 2020-02-14 --yes").err
    for count in ("口罩380个", "口罩392个", "口罩412个 --store 一号仓 --new", "大米1900斤 --for 疫情防控"):
        assert "elsewhere" not in desk.do(f"adjust count {count} --date 2020-02-14 --yes").err, count
