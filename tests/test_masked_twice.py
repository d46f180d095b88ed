"""A name with hidden characters that stands at several gifts: one giver in the book, who may be several, which is said."""

from pathlib import Path

import pytest
from conftest import Desk

from donations.domain.stars import hides


def imported(desk: Desk, folder: Path, name: str, rows: str) -> dict[str, object]:
    """What is said of a list of money with these rows."""
    paper = folder / name
    paper.write_text("日期,捐款人,金额（元）\n" + rows, encoding="utf-8")
    return dict(desk.do(f"import {paper} --yes --format json").json)


@pytest.mark.parametrize(
    "name",
    ["张**", "李*", "*建国", "王*明", "张＊＊", "张××", "张某", "李某某", "欧阳**", "张XX", "甲***公司", "J***n"],
)
def test_names_that_hide_who_it_is(name: str) -> None:
    assert hides(name)


@pytest.mark.parametrize(
    "name", ["李华*", "李华", "甲某商贸有限公司", "138****1234", "王×1234567", "XX公司", "某协会", "张X"]
)
def test_names_that_say_whom_they_mean(name: str) -> None:
    assert not hides(name)


def test_a_masked_name_at_several_gifts_is_told_of_once(desk: Desk, tmp_path: Path) -> None:
    rows = "2020-02-01,张**,500\n2020-02-02,李华,300\n2020-02-03,张**,200\n2020-02-03,王*明,100\n2020-02-04,李华,300\n"
    assert imported(desk, tmp_path, "a.csv", rows)["masked"] == ["张**"]
    assert imported(desk, tmp_path, "b.csv", "2020-03-01,王*明,30\n2020-03-02,孙*,50\n")["masked"] == ["王*明"]
    assert "masked" not in imported(desk, tmp_path, "c.csv", "2020-04-01,赵*,30\n2020-04-02,李华,50\n")
    paper = tmp_path / "d.csv"
    paper.write_text("日期,捐款人,金额（元）\n2020-05-01,赵*,70\n", encoding="utf-8")
    out = desk.do(f"import {paper} --yes").out
    assert out.count("one giver's: 赵*.") == 1
    assert "`donations correct N '赵* (A)' --new`" in out
    desk.do("correct 1 '张**（甲）' --new")
    assert desk.is_in_order()


def test_a_name_and_the_same_with_stars_are_told_of(desk: Desk, tmp_path: Path) -> None:
    """Stars behind a name don't count: Zhang** and Zhang are one party, in one list and over two, and a treasurer may not mean it."""
    assert imported(desk, tmp_path, "a.csv", "2020-02-01,Zhang,5\n2020-02-02,Zhang**,6\n")["masked"] == ["Zhang**"]
    assert "masked" not in imported(desk, tmp_path, "b.csv", "2020-03-01,Zhang,7\n2020-03-02,Wang,8\n")
    assert imported(desk, tmp_path, "c.csv", "2020-04-01,Wang**,9\n")["masked"] == ["Wang**"]


def test_one_gift_that_was_taken_back_is_not_two(desk: Desk, tmp_path: Path) -> None:
    assert "masked" not in imported(desk, tmp_path, "a.csv", "2020-02-01,张**,500\n")
    desk.do("reverse 1 --reason 重复")
    assert "masked" not in imported(desk, tmp_path, "b.csv", "2020-02-02,张**,300\n")


@pytest.mark.parametrize("name", ["李*", "张**", "张**（甲）", "李华（五中）"])
def test_such_a_name_is_no_goods_when_an_entry_is_corrected(desk: Desk, name: str) -> None:
    """`correct 1 李*` made goods called 李 of unknown amount of 500 yuan; 李华（五中） was refused as an amount."""
    desk.do("receive 李华 500元 --new --date 2020-02-01")
    desk.do(f"correct 1 '{name}' --new")
    [row] = desk.read("show 3", table=1)
    assert row["name"] == name
    [line] = desk.read("ledger")[-1:]
    assert (line["item"], line["received"]) == ("CNY", "500")


def test_english_advice_is_english_and_works(desk: Desk, tmp_path: Path) -> None:
    """It had （甲） in it."""
    paper = tmp_path / "e.csv"
    paper.write_text("Donor,Amount (CNY),Date\nLee**,100,2020-01-10\nLee**,50,2020-01-11\n", encoding="utf-8")
    assert "`donations correct N 'Lee** (A)' --new`" in desk.do(f"import {paper} --yes").out
    desk.do("correct 2 'Lee** (A)' --new")
    assert "Lee** (A)" in desk.do("donors").out
