"""Who asks not to be named in a remark or behind a name or an amount: the gift is kept so, whichever way the row is read."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import each_record, settings, sheet

from donations.domain.entry import Role
from donations.domain.masking import ANONYMOUS, NAMES_NOBODY
from donations.importers.table import Record
from donations.importers.tables import tables

ASKED = {
    "日期,捐款人,金额,备注\n2020-02-01,李华,100,匿名\n": ("李华", "100", "匿名"),
    "日期,捐款人,金额,备注\n2020-02-01,甲公司,100,微信转账，请匿名\n": ("甲公司", "100", "微信转账，请匿名"),
    "日期,捐款人,金额,备注\n2020-02-01,李华,100,不要公示姓名。\n": ("李华", "100", "不要公示姓名。"),
    "Date,Donor,Amount (CNY),Note\n2020-02-01,Ann Lee,100,Please remain anonymous\n": ("Ann Lee", "100", "Please remain anonymous"),
    "日期,捐款人,金额\n2020-02-01,李华（匿名）,100\n": ("李华", "100", None),
    "日期,捐款人,金额\n2020-02-01,甲公司（要求匿名）,100元\n": ("甲公司", "100", None),
    "日期,捐款人,金额\n2020-02-01,李华,100元（匿名）\n": ("李华", "100", None),
    "日期,捐款人,物资,数量,单位,备注\n2020-02-01,李华,口罩,100,个,匿名\n": ("李华", "100", "匿名"),
    "日期,捐款人,物资,数量\n2020-02-01,李华（匿名）,口罩,100个\n": ("李华", "100", None),
    "日期,捐款人,物资,数量,金额,备注\n2020-02-01,李华,,,100,匿名\n": ("李华", "100", "匿名"),
    "日期,捐款人,金额\n2020-02-01,匿名（李*）,100\n": ("李*", "100", None),
    "日期,捐款人,金额\n2020-02-01,匿名(*华),100\n": ("*华", "100", None),
    "日期,捐款人,金额\n2020-02-01,匿名用户（李华）,100\n": ("李华", "100", None),
    "日期,捐款人,物资,数量\n2020-02-01,要求匿名（李华）,口罩,100个\n": ("李华", "100", None),
}  # fmt: skip


def first(text: str) -> Record:
    table = next(iter(tables(sheet(text), settings())))
    return next(each_record(table))


@pytest.mark.parametrize("text", ASKED)
def test_who_asks_for_it_is_not_named(text: str) -> None:
    record = first(text)
    [draft] = record.drafts
    [donor] = draft.parties[Role.DONOR]
    [line] = draft.lines
    assert (donor, str(line.quantity.number), draft.note, draft.consent) == (*ASKED[text], ANONYMOUS)


@pytest.mark.parametrize("text", [
    "日期,捐款人,金额,备注\n2020-02-01,李华,100,转给匿名人士的家属\n",
    "日期,捐款人,金额,备注\n2020-02-01,匿名,100,匿名\n",
    "日期,捐款人,金额\n2020-02-01,李华（微信）,100\n",
    "日期,捐款人,金额,备注\n2020-02-01,李华,100,可公开\n",
])  # fmt: skip
def test_others_ask_for_nothing(desk: Desk, tmp_path: Path, text: str) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    desk.do(f"import {tmp_path / 'a.csv'} --yes")
    assert not desk.read("show 1")[0]["consent"]


@pytest.mark.parametrize(
    ("name", "nobody"),
    [("【要求匿名】", "匿名"), ("要求匿名", "匿名"), ("（请匿名）", "匿名"), ("匿名", "匿名"), ("匿名用户", "匿名用户"), ("Please remain anonymous", "Anonymous")],
)  # fmt: skip
def test_a_wish_alone_is_nobodys_name(name: str, nobody: str) -> None:
    [draft] = first(f"日期,捐款人,金额\n2020-02-01,{name},100\n").drafts
    assert (draft.parties[Role.DONOR], draft.consent) == ((nobody,), None)
    assert nobody in NAMES_NOBODY


@pytest.mark.parametrize("name", ["匿名（三楼的朋友，不认识）", "匿名（100元）", "匿名(2)班", "李华（班长）"])
def test_what_stands_in_brackets_behind_the_wish_may_be_no_name(name: str) -> None:
    [draft] = first(f"日期,捐款人,金额\n2020-02-01,{name},100\n").drafts
    assert (draft.parties[Role.DONOR], draft.consent) == ((name,), None)


@pytest.mark.parametrize("name", ["未留名", "匿名用户", "Anonymous", "爱心网友", "微信用户"])
def test_gifts_signed_by_nobody_are_not_said_to_be_one_givers(desk: Desk, tmp_path: Path, name: str) -> None:
    """Of two lists with such a gift the second was said to hold it again."""
    for file, heading in (("a", "备注"), ("b", "留言")):
        text = f"日期,捐款人,金额,{heading}\n2020-02-01,{name},100,{file}\n2020-02-01,{file}公司,5,\n"
        (tmp_path / f"{file}.csv").write_text(text, encoding="utf-8")
    desk.do(f"import {tmp_path / 'a.csv'} --yes")
    assert desk.do(f"import {tmp_path / 'b.csv'} --dry-run --format json").json["said_before"] == []


def test_a_long_list_of_such_names_is_read_the_same_way(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"2020-02-{day:02d},甲公司,{day * 10}\n" for day in range(1, 28))
    (tmp_path / "a.csv").write_text(
        f"日期,捐款人,金额\n{rows}2020-02-28,匿名（李*）,7\n2020-02-29,【要求匿名】,8\n", encoding="utf-8"
    )
    desk.do(f"import {tmp_path / 'a.csv'} --yes")
    donors = {row["entry"]: row["donor"] for row in desk.read("ledger")}
    assert (donors[28], donors[29]) == ("李*", "匿名")
    assert desk.read("show 28")[0]["consent"] == ANONYMOUS


def test_a_long_list_keeps_the_wish_and_its_other_rows_as_they_were(desk: Desk, tmp_path: Path) -> None:
    rows = "".join(f"2020-02-{day:02d},甲公司,{day * 10},\n" for day in range(1, 29))
    (tmp_path / "a.csv").write_text(f"日期,捐款人,金额,备注\n{rows}2020-02-29,乙公司,7,匿名\n", encoding="utf-8")
    desk.do(f"import {tmp_path / 'a.csv'} --yes")
    consents = [desk.read(f"show {number}")[0]["consent"] or None for number in (1, 28, 29)]
    assert consents == [None, None, ANONYMOUS]
    assert desk.is_in_order()


def test_the_preview_says_who_is_not_to_be_named(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(next(iter(ASKED)), encoding="utf-8")
    assert "whether unnamed: ✓" in desk.do(f"import {tmp_path / 'a.csv'} --dry-run").out
