"""What is said to slips of people who type: the advice, typed literally, works or names what to do."""

import sqlite3
from pathlib import Path

import pytest
from conftest import Desk

DAY = "--date 2020-02-03"


@pytest.mark.parametrize(
    ("typed", "whole"),
    [("蔬菜50 斤", "蔬菜50斤"), ("蔬菜五十 斤", "蔬菜五十斤"), ("蔬菜50 公斤 口罩5个", "蔬菜50公斤")],
)
def test_a_unit_by_itself_belongs_to_the_word_before_it(desk: Desk, typed: str, whole: str) -> None:
    """It said: write how many, such as 斤500个."""
    assert desk.refused(f"receive 赵敏 {typed} {DAY}", code=65).endswith(f"write it as one word, {whole}.")
    assert desk.refused(f"receive 赵敏 斤 {DAY}", code=65).startswith("Error: “斤” says no amount")


@pytest.mark.parametrize(
    "typed", ["correct 1 --donor 赵明", "receive --donor 赵明 5元", "distribute --recipient 市三院 5元"]
)
def test_a_name_takes_no_option(desk: Desk, typed: str) -> None:
    desk.do(f"receive 李华 5元 {DAY}")
    said = desk.refused(typed, code=2)
    assert f"the name stands by itself, `donations {typed.split(maxsplit=1)[0]} [OPTIONS]" in said
    desk.do("correct 1 赵明")


def test_a_digest_stands_behind_its_option(desk: Desk) -> None:
    desk.do(f"receive 李华 5元 {DAY}")
    digest = desk.do("totals --format json").json["book"]["digest"][:12]
    assert desk.refused(f"check {digest}", code=2).endswith(f"`donations check --digest {digest}`.")
    desk.do(f"check --digest {digest}")
    assert "is more than this command takes" in desk.refused("check february", code=2)


def test_money_is_kept_to_the_fen(desk: Desk) -> None:
    """It said: write it in a smaller unit."""
    assert desk.refused(f"receive 李华 500.005元 {DAY}", code=65).endswith("write it with 2 decimals at most.")
    assert "in a smaller unit" in desk.refused(f"receive 李华 蔬菜0.00001斤 {DAY}", code=65)


def test_worth_beyond_that_of_a_gift_that_was_said_advises_no_other_gift(desk: Desk) -> None:
    desk.do(f"receive 孙七 羽绒服20件@@5000元 {DAY}")
    said = desk.refused("refund 孙七 羽绒服5件@@9000元 --of 1")
    assert "go back of no. 1, which has only 5,000 yuan" in said
    assert "--of" not in said
    assert "say that one's number with --of" in desk.refused("refund 孙七 羽绒服5件@@9000元")
    desk.do("correct 1 --value 9000元")
    assert "of no. 3, " in desk.refused("refund 孙七 羽绒服5件@@9500元 --of 3")
    desk.do("refund 孙七 羽绒服5件@@9000元 --of 3")


def test_of_sums_that_differ_it_is_said_that_the_last_entries_may_be_missing(desk: Desk, tmp_path: Path) -> None:
    """Who took the last entry out was covered up by --rebuild, as it was advised."""
    desk.do(f"receive 李华 5元 {DAY}")
    whole = tmp_path / "copy" / "copy.db"
    whole.parent.mkdir()
    desk.do(f"receive 李华 7元 {DAY}")
    whole.write_bytes(desk.book.read_bytes())
    with sqlite3.connect(desk.book) as connection:
        guards = connection.execute("select name, sql from sqlite_master where type = 'trigger'").fetchall()
        for name, _sql in guards:
            connection.execute(f'drop trigger "{name}"')
        for table in ("line", "entry_party", "chain"):
            connection.execute(f"delete from {table} where entry = 2")
        connection.execute("delete from entry where number = 2")
        for _name, sql in guards:
            connection.execute(sql)
    answer = desk.run("check")
    assert answer.code == 1
    assert "Whether the last ones are missing only a printed digest or another copy tells" in answer.err
    assert "is further than this book" in desk.run(f"check --against {whole}").err


def test_what_is_not_there_yet_is_taken_for_no_other_word(desk: Desk) -> None:
    """`read` is reserved for messages and bulletins: it said, did you mean refund."""
    assert "did you mean import, receive?" in desk.refused("read bulletin.txt", code=2)


@pytest.mark.parametrize("typed", ["receive 李华 100元 --to 测试协会", "distribute ' 测试协会 ' 口罩5个 --new"])
def test_who_keeps_the_book_receives_nothing_of_it(desk: Desk, typed: str) -> None:
    """What was given to them stood as handed on, and was on hand nowhere."""
    desk.do(f"receive 李华 口罩5个 {DAY}")
    assert "测试协会 keeps this book" in desk.refused(f"{typed} {DAY}")
    desk.do(f"receive 李华 100元 --to 测试协会九江分会 {DAY}")
