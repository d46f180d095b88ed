"""Rows of an import in which no donor is written: whose they are, and that it is said."""

import json
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import told

from donations.importers.rows.unnamed import WHO

HEAD = "日期,捐赠单位,品名,数量,单位,城市"


def dry(desk: Desk, tmp_path: Path, *rows: str) -> tuple[dict[str, object], str]:
    """What an import of the rows would do, for programs and for people."""
    file = tmp_path / "接收.csv"
    file.write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    answer = desk.run(f"import {file} --dry-run --format json")
    [table] = json.loads(answer.out)["files"][0]["tables"]
    return table, desk.run(f"import {file} --dry-run").out


def test_a_blank_donor_of_the_same_day_is_that_of_the_row_above_and_marked(desk: Desk, tmp_path: Path) -> None:
    """The same day or none, the same city or none; both ways of showing say which rows these are."""
    table, shown = dry(
        desk, tmp_path, "2019-11-02,孙丽,口罩,100,只,九江市", "2019-11-02,,手套,5,双,九江市", ",,消毒液,3,瓶,"
    )
    assert table["donors_above"] == [3, 4]
    assert "孙丽 (donor of the row above)" in shown
    assert "got that of the row above: 3–4" in shown


@pytest.mark.parametrize("row", ["2019-11-05,,口罩,500,只,九江市", "2019-11-02,,口罩,500,只,南昌市"])
def test_a_blank_donor_of_another_day_or_place_is_asked_about(desk: Desk, tmp_path: Path, row: str) -> None:
    """What somebody gave on another day is not laid to the one above."""
    table, shown = dry(desk, tmp_path, "2019-11-02,孙丽,口罩,100,只,九江市", row)
    assert (table["accepted"], table["rejected"]) == (1, 1)
    assert "only where the day and the place are the same" in shown


def test_money_of_nobodys_in_a_list_of_goods_is_anonymous(desk: Desk, tmp_path: Path) -> None:
    """It is not that of the row above, and goods below it are not either."""
    rows = ("2019-11-02,孙丽,口罩,100,只,九江市", "2019-11-02,,资金,900,元,九江市")
    dry(desk, tmp_path, *rows)
    desk.do(f"import {tmp_path / '接收.csv'} --format json")
    assert [row["donor"] for row in desk.read("ledger")] == ["孙丽", "爱心人士"]
    table, shown = dry(desk, tmp_path, *rows, "2019-11-02,,手套,5,双,九江市")
    assert table["rejected"] == 1
    assert "money of nobody's" in shown


@pytest.mark.parametrize("bad", ["2019-11-02,孙丽,口罩,#N/A,只,九江市", "不是日期,孙丽,口罩,100,只,九江市"])
def test_a_rejected_row_gives_no_donor_to_the_one_below(desk: Desk, tmp_path: Path, bad: str) -> None:
    """The row below is refused with it, and says why; one with a name of its own is not."""
    table, shown = dry(desk, tmp_path, bad, "2019-11-02,,手套,5,双,九江市", "2019-11-02,李华,手套,5,双,九江市")
    assert (table["accepted"], table["rejected"]) == (1, 2)
    assert "the row above, whose donor a blank would mean" in shown


@pytest.mark.parametrize("last", ["手套,双,50", "其中：N95,个,20"])
@pytest.mark.parametrize(("word", "heading"), [("合计", "捐赠单位"), ("小计", "捐赠单位"), ("合计", "接收单位")])
def test_below_a_total_a_blank_is_nobody_above_it(last: str, word: str, heading: str) -> None:
    """A total in several rows, one for each of the goods, is booked as no second gift; below its name a block begins anew."""
    table = f"日期,{heading},品名,单位,数量\n2020-02-01,甲公司,口罩,个,100\n2020-02-03,市二院,手套,双,50\n{word},,口罩,个,100\n,,{last}\n2020-02-04,丙医院,手套,双,5\n,,口罩,个,5\n"
    lines = told(table).splitlines()
    assert lines[4].startswith(f"5 ! {heading}: ")
    assert [line.split("=")[1].split(":")[0] for line in lines[5:7]] == ["丙医院", "丙医院"]


def test_a_block_goes_on_below_the_sum_of_a_page() -> None:
    """本页小计 ends no block."""
    headings = "日期,捐赠单位,品名,单位,数量\n"
    table = f"{headings}2020-02-01,甲公司,口罩,个,100\n,,手套,双,50\n本页小计,,,,150\n{headings},,酒精,瓶,50\n"
    assert told(table).splitlines()[-1] == "6 receipt 2020-02-01 donor=甲公司: 酒精 50瓶 [50瓶]"


LISTED = "日期,付款人,捐款人,金额\n2020-02-03,李华,{},500\n2020-02-04,赵敏,赵小明,200\n"


@pytest.mark.parametrize("said", ["本人", "付款人本人", "自己", "同左", "同付款人", "self"])
def test_who_paid_is_who_gave_where_a_list_says_so(said: str) -> None:
    assert told(LISTED.format(said)) == told(LISTED.format("李华"))


@pytest.mark.parametrize("said", ["不是捐款", "非捐款", "待查", "待核实", "本人", "同左", "self"])
def test_a_word_that_is_no_name_is_asked_about(said: str) -> None:
    """Also among many rows, which are read cell by cell."""
    rows = "".join(f"2020-02-03,{said if row == 30 else '王芳'},{row + 1}\n" for row in range(60))
    assert [line.split()[0] for line in told(f"日期,捐款人,金额\n{rows}").splitlines() if WHO in line] == ["32"]


@pytest.mark.parametrize(
    "said", ["不详", "未知", "不明", "unknown", "Not known", "Donor unknown", "姓名不详", "捐款人未知"]
)
def test_who_is_not_known_is_somebody(said: str) -> None:
    assert "爱心人士" in told(f"日期,捐款人,金额\n2020-02-03,{said},500\n")


@pytest.mark.parametrize("said", ["Same as payer", "myself", "付款人", "与付款人一致", "家长本人", "同一人"])
def test_who_paid_is_who_gave_in_other_words_too(said: str) -> None:
    assert told(LISTED.format(said)) == told(LISTED.format("李华"))


@pytest.mark.parametrize(("heading", "said"), [("代捐人", "同左"), ("微信昵称", "同昵称")])
def test_who_paid_is_not_who_gave_where_somebody_else_is_meant(heading: str, said: str) -> None:
    """The name of who paid stood for a nickname, and for who stood between."""
    found = told(f"付款人,{heading},捐款人,金额\n李华,赵六,{said},500\n王芳,赵六,王芳,20\n", "2020-02-03")
    assert f"2 ! 捐款人: {WHO} ({said})" in found


@pytest.mark.parametrize("said", ["三班：", "Class 3:"])
def test_a_part_that_heads_its_members_gave_no_sum_of_theirs(said: str) -> None:
    """Also among many rows, which are read cell by cell."""
    rows = "".join(f"2020-02-03,{said if row == 30 else '王芳'},{row + 1}\n" for row in range(60))
    assert [line.split()[0] for line in told(f"日期,捐款人,金额\n{rows}").splitlines() if WHO in line] == ["32"]


@pytest.mark.parametrize("name", ["李华：", "李华:", "甲公司 ：", "Li Hua:"])
def test_a_colon_behind_a_name_is_no_part_of_it(name: str) -> None:
    """李华： and 李华 were two donors."""
    bare = name.rstrip(":： ")
    found = told(f"姓名,金额\n{name},100\n{bare},200\n", "2020-02-01")
    assert found.count(f"donor={bare}:") == 2
