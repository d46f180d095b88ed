# ruff: noqa: N802 - the names of the catalogue
"""Papers for people: statements, receipts' fields, certificates with gapless numbers, handover sheets."""

import csv
import json
import random
import re
import sqlite3
from collections import defaultdict
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from conftest import NOW, Desk, content
from histories import begin
from openpyxl import load_workbook
from pypdf import PdfReader

from donations.domain.nameless import HELPED_PERSON
from donations.files import safe_name
from donations.reports.selection import Selection
from donations.reports.statement import donors, statement
from donations.reports.totals import Grouping, totals
from donations.services import checking

GIFTS = (
    "receive 李华 5000元 口罩500个@@1750元 --date 2020-02-01 --city 九江市 --note 内部备注 --yes --new",
    "receive 王芳 3000元 --date 2020-02-02 --yes --new",
    "receive 九江大药房 口罩1000个 --to 九江市第三人民医院 --date 2020-02-02 --yes --new",
    "receive 李华 口罩200个 --with 王芳 --date 2020-03-03 --for 小学 --yes --new",
    "receive 李华 蔬菜20斤 --to 赵小明 --date 2020-03-04 --yes --new",
    "distribute 九江市第三人民医院 口罩100个 --date 2020-03-05 --yes",
)


@pytest.fixture
def given(desk: Desk) -> Desk:
    desk.begin(*GIFTS, "recipients add 赵小明 --sort person")
    return desk


# --- statements


def test_a_statement_has_every_gift_with_totals_and_where_it_went_straight(given: Desk) -> None:
    report = given.do("statement 李华 --format json")
    rows = [(r["entry"], r["item"], r["amount"], r["value"], r["givers"], r["recipient"]) for r in report.rows()]
    assert rows == [
        (1, "CNY", "5000", None, None, None), (1, "口罩", "500", "1750", None, None),
        (4, "口罩", "200", None, 2, None), (5, "蔬菜", "20", None, None, "赵小明"),
    ]  # fmt: skip
    totals = {row["item"]: (row["amount"], row["value"]) for row in report.json["tables"][0]["totals"]}
    assert totals == {"CNY": ("5000", None), "口罩": ("700", "1750"), "蔬菜": ("20", None)}
    assert report.json["report"] == "statement"
    assert report.json["title"] == "Statement for 李华"


def test_a_period_is_kept_to(given: Desk) -> None:
    for words, entries in (
        ("--month 2020-02", {1}), ("--year 2020", {1, 4, 5}), ("--from 2020-03-04", {5}), ("--quarter 2019-Q4", set()),
    ):  # fmt: skip
        assert {row["entry"] for row in given.read(f"statement 李华 {words}")} == entries


def test_corrected_entries_stand_rightly(given: Desk) -> None:
    given.do("correct 1 口罩480个 --reason 清点有误")
    given.do("correct 2 李华 3000元 --reason 记错人")
    given.do("reverse 5 --reason 未送达")
    report = given.do("statement 李华 --format json")
    rows = {(r["entry"], r["item"], r["amount"], r["corrects"]) for r in report.rows()}
    assert {row for row in rows if row[1] == "口罩"} == {(8, "口罩", "480", 1), (4, "口罩", "200", None)}
    assert (10, "CNY", "3000", 2) in rows
    taken_back = {r["entry"]: (r["reversed_by"], r["corrected_by"], r["reason"]) for r in report.rows(1)}
    assert taken_back == {1: (7, 8, "清点有误"), 5: (11, None, "未送达")}
    assert [r["entry"] for r in given.read("statement 王芳")] == [4]


def test_what_was_given_back_stands_with_a_minus(given: Desk) -> None:
    given.do("refund 李华 1000元 --date 2020-03-20 --yes")
    report = given.do("statement 李华 --format json")
    assert report.rows()[-1]["amount"] == "-1000"
    assert report.json["tables"][0]["totals"][0]["amount"] == "4000"
    assert "minus" in given.do("statement 李华 --format table").out


def test_the_donors_own_paper_has_no_values_no_notes_and_names_nobody_who_was_helped(given: Desk) -> None:
    board = given.do("statement 李华 --format table").out
    assert "1,750" in board
    assert "赵小明" in board
    own = given.do("statement 李华 --without-values --format json")
    assert "李华" in own.json["title"]
    text = own.out.replace(own.json["book"]["digest"], "")  # which may hold any digits
    assert "1750" not in text
    assert "内部备注" not in text
    assert "赵小明" not in text
    assert own.rows()[-1]["recipient"] in ("赵**", HELPED_PERSON)
    assert "value" not in own.rows()[0]


def test_all_donors_at_once_a_table_each(given: Desk) -> None:
    report = given.do("statement --all --format json")
    assert [table["title"] for table in report.json["tables"]] == ["李华", "王芳", "九江大药房"]
    assert [len(table["rows"]) for table in report.json["tables"]] == [4, 2, 1]


NASTY = (
    "../../../etc/passwd", "a/b\\c", "CON", "nul.txt", ".hidden", "-rf", "甲\u202e乙", 'x:"<>|?*', "王" * 60, "..",
    "空格 ", "~root", "COM1", "Lpt9.x", "a\tb", "=cmd()",
)  # fmt: skip


def test_H8_a_file_a_donor_with_safe_names(given: Desk, tmp_path: Path) -> None:
    for name in NASTY[:8]:
        given.do("receive --date 2020-03-06 --yes --new", "--", name, "口罩1个")
    folder = tmp_path / "对账单"
    given.do(f"statement --all --without-values -o {folder}/")
    files = sorted(folder.iterdir())
    assert len(files) == len(given.do("statement --all --format json").json["tables"])
    assert {path.parent for path in folder.rglob("*")} == {folder}
    of_li = next(path for path in files if path.name.startswith("李华"))
    rows = list(csv.reader(of_li.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:] if row and row[0].isdecimal()] == ["1", "1", "4", "5"]
    before = {path: path.read_bytes() for path in files}
    answer = given.run(f"statement --all -o {folder}/")
    assert answer.code != 0
    assert {path: path.read_bytes() for path in sorted(folder.iterdir())} == before
    given.do(f"statement --all -o {folder}/ --force --format json")


@pytest.mark.parametrize("text", NASTY)
def test_H8_a_name_is_safe_on_every_system(text: str) -> None:
    name = safe_name(text)
    assert re.fullmatch(r'[^\x00-\x1f<>:"/\\|?*\u202e]+', name)
    assert name == name.strip(" .")
    assert not name.startswith(("-", "~", "."))
    assert len(name.encode()) <= 100
    assert not re.fullmatch(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)


def test_a_statement_is_of_one_or_of_all(given: Desk, tmp_path: Path) -> None:
    given.refused("statement", code=2)
    given.refused("statement 李华 --all", code=2)
    given.refused("statement 无此人", code=66)
    assert "--all" in given.refused(f"statement 李华 -o {tmp_path}/", code=2)


def test_statements_add_up_to_the_totals_by_donor(tmp_path: Path) -> None:
    """Of books full of random acts: what each donor's statement says is what totals say of it (refunds apart)."""
    for seed in range(6):
        chance = random.Random(seed)
        history = begin(tmp_path / f"{seed}.db")
        with closing(history.book) as book:
            for _act in range(60):
                history.step(chance)
            summed: dict[tuple[str, str], int] = {}
            for row in totals(book, Grouping.DONOR, Selection()).tables[0].rows():
                donor, item, _unit, received = row[:4]
                if isinstance(received, int) and received:
                    summed[str(donor), str(item)] = received
            found: dict[tuple[str, str], int] = {}
            for donor_of in donors(book, Selection()):
                table = statement(book, donor_of, Selection(), with_values=True).tables[0]
                item_at = next(at for at, column in enumerate(table.columns) if column.key == "item")
                for row in table.totals:
                    given_of = row[item_at + 2]
                    if isinstance(given_of, int) and given_of:
                        found[donor_of.name, str(row[item_at])] = given_of
            apart: dict[tuple[str, str], int] = defaultdict(int)
            for (names, item), minor in summed.items():
                for name in names.split("、"):
                    apart[name, item] += minor
            assert found == {key: minor for key, minor in apart.items() if minor}


def test_a_gift_of_a_closed_month_keeps_its_day_on_papers_when_it_is_corrected(given: Desk) -> None:
    """The books count the correction on the day it was made; whoever gave in February is told of February, however often corrected."""
    given.do("close 2020-02")
    given.do("correct 1 口罩480个 --reason 清点有误")
    given.do("correct 8 口罩470个 --reason 又数了一遍")
    given.do("correct 2 --date 2020-03-01 --reason 三月才到账")
    february = given.do("statement 李华 --month 2020-02 --format json")
    assert [(row["entry"], row["date"], row["amount"]) for row in february.rows()] == [
        (10, "2020-02-01", "5000"), (10, "2020-02-01", "470"),
    ]  # fmt: skip
    note = "stands here on the day of the gift"
    assert [note in " ".join(given.do(f"statement {who} --format md").out.split()) for who in ("李华", "王芳")] == [
        True,
        False,
    ]
    assert given.read("statement 王芳")[0]["date"] == "2020-03-01"
    assert given.read("receipt 10")[0]["date"] == "2020-02-01"
    certificate = given.do("certificate 李华 --month 2020-02 --format json")
    assert [(row["entry"], row["date"]) for row in certificate.rows(1)] == [(10, "2020-02-01")] * 2
    assert {row["item"]: row["received"] for row in given.read("totals --by item --month 2020-02")}["口罩"] == "1500"


def test_a_refund_that_was_wrong_stands_among_what_counts_no_more(given: Desk) -> None:
    given.do("refund 李华 口罩50个 --date 2020-03-05")
    given.do("correct 7 口罩40个 --reason 点错")
    given.do("reverse 9 --reason 未退成")
    answer = given.do("statement 李华 --format json")
    wrong = [(row["entry"], row["type"], row["reversed_by"], row["corrected_by"]) for row in answer.rows(1)]
    assert wrong == [(7, "return", 8, 9), (9, "return", 10, None)]
    out = given.do("statement 李华 --format table").out.partition("count no more")[2]
    assert "refund" in out
    assert "return" not in out


# --- the fields of the receipt


def test_the_receipts_fields_with_the_total_in_capitals(given: Desk) -> None:
    report = given.do("receipt 1 --credit-code 91350100m000100y43 --format json")
    [fields] = report.rows(0)
    assert (fields["capitals"], fields["total"]) == ("陆仟柒佰伍拾元整", "6750")
    assert (fields["payer"], fields["donor"], fields["credit_code"]) == ("李华", "李华", "91350100M000100Y43")
    lines = [(r["item"], r["unit"], r["quantity"], r["standard"], r["value"]) for r in report.rows(1)]
    assert lines == [("CNY", "元", "1", "5000", "5000"), ("口罩", "个", "500", "3.5", "1750")]
    assert "not the receipt" in given.do("receipt 1 --format table").out


def test_goods_without_a_value_have_no_amount_and_what_is_about_no_total_in_words(given: Desk) -> None:
    report = given.do("receipt 4 --format json")
    assert (report.rows(0)[0]["total"], report.rows(0)[0]["capitals"]) == (None, None)
    assert report.rows(1)[0]["value"] is None
    given.do("receive 孙某 蔬菜30斤@@约100元 口罩3个@@10元 --date 2020-03-06 --yes --new")
    report = given.do("receipt 7 --format json")
    assert report.rows(0)[0]["capitals"] is None
    assert [(r["standard"], r["value"]) for r in report.rows(1)] == [(None, "100"), (None, "10")]
    out = " ".join(given.do("receipt 7 --format table").out.split())
    assert "needs the exact one" in out
    assert "went straight" in " ".join(given.do("receipt 3 --format table").out.split())


def test_who_paid_is_not_who_gave_and_a_receipt_is_for_what_stands(given: Desk) -> None:
    given.do("reverse 2 --reason 未到账")
    assert "taken back" in given.refused("receipt 2")
    given.refused("receipt 6")
    given.refused("receipt 99", code=66)
    given.refused("receipt 1 --credit-code 91350100M000100Y44", code=65)


# --- certificates


def test_a_receipt_calls_no_money_goods(desk: Desk) -> None:
    """Money of another country has no amount in yuan, as goods without a value haven't; each has its own note."""
    desk.do("receive 李华 100美元 --date 2020-02-01 --new")
    desk.do("receive 李华 100美元 口罩5个 --date 2020-02-02")
    money, both = (" ".join(desk.do(f"receipt {number} --format table").out.split()) for number in (1, 2))
    assert "Money of another currency has no amount in yuan" in money
    assert "Goods without a stated value" not in money
    assert "Money of another currency has no amount in yuan" in both
    assert "Goods without a stated value" in both


def test_numbers_run_without_gaps_and_what_is_asked_for_again_is_a_reprint(given: Desk) -> None:
    first = given.do("certificate 1 --format json")
    assert (first.rows()[0]["certificate"], first.rows()[0]["copy"], first.rows()[0]["donor"]) == (1, None, "李华")
    second = given.do("certificate 李华 --format json")
    assert (second.rows()[0]["certificate"], second.rows()[0]["gifts"]) == (2, 3)
    joint = given.do("certificate 4 --format json").rows()[0]
    assert (joint["certificate"], joint["donor"]) == (3, "李华、王芳")
    again = given.do("certificate 1 --format json").rows()[0]
    assert (again["certificate"], again["copy"]) == (1, "reprint")
    by_number = given.do("certificate --reprint 2 --format table").out
    assert "Reprint of certificate no. 2" in by_number
    assert "Given together with others: no. 4" in by_number
    assert given.is_in_order()


def test_a_gift_that_two_certificates_thank_for_is_told(given: Desk) -> None:
    """On the same donor's other papers that still count, also for what the gift was before it was corrected."""
    assert given.do("certificate 1").err == ""
    assert given.do("certificate 4").err == ""
    assert "are in others too, which are not void: no. 1, 2." in given.do("certificate 李华").err
    assert given.do("certificate 李华").err == ""  # a reprint
    given.do("certificate --void 1 --reason 合并为一张")
    given.do("certificate --void 2 --reason 合并为一张")
    given.do("correct 1 口罩480个 --reason 清点有误")
    corrected = given.read("journal")[-1]["entry"]
    said = given.do(f"certificate {corrected}").err
    assert "Gifts of certificate 4 are in others too, which are not void: no. 3." in said
    assert "`donations certificate --void 3 --reason …`" in said
    assert given.do("certificate 王芳").err == ""


def test_a_void_certificate_stays_in_the_list_and_its_number_is_never_used_again(given: Desk) -> None:
    given.do("certificate 1")
    given.refused("certificate --void 1", code=2)
    given.refused("certificate --void 2 --reason 无", code=66)
    given.do("certificate --void 1 --reason 姓名有误")
    given.refused("certificate --void 1 --reason 再次")
    given.refused("certificate --reprint 1")
    assert given.do("certificate 1 --format json").rows()[0]["certificate"] == 2
    rows = given.read("certificate --list")
    assert [(r["certificate"], r["state"], r["reason"]) for r in rows] == [(1, "void", "姓名有误"), (2, "valid", None)]
    given.do("correct 1 口罩490个 --reason 清点")
    assert [r["state"] for r in given.read("certificate --list")] == ["void", "outdated"]
    assert given.is_in_order()


@pytest.mark.parametrize("done", ["correct 1 口罩490个 --reason 清点", "correct 1 赵敏 --new"])
def test_a_certificate_of_a_gift_that_no_longer_stands_is_not_printed_again(given: Desk, done: str) -> None:
    """It would thank for what was never given, or for more; whoever holds it is to get another."""
    given.do("certificate 1")
    given.do("certificate 李华")
    later = given.do("receive 周敏 7元 --date 2020-02-09 --new --format json").json["entry"]
    given.do(f"certificate {later}")
    given.do(done)
    given.do(f"reverse {later} --reason 没有收到")
    for number in (1, 2, 3):
        sentence = given.refused(f"certificate --reprint {number}")
        assert f"certificate --void {number}" in sentence
    assert [row["state"] for row in given.read("certificate --list")] == ["outdated"] * 3
    assert given.do("certificate 李华 --format json").rows()[0]["certificate"] == 4
    given.do("certificate --reprint 4")


def test_certificates_may_be_declared_void_in_any_order(given: Desk) -> None:
    """The later one first: both are void, and `check` finds nothing in that."""
    given.do("certificate 1")
    given.do("certificate 2")
    given.do("certificate --void 2 --reason 金额有误")
    given.do("certificate --void 1 --reason 姓名有误")
    assert [r["state"] for r in given.read("certificate --list")] == ["void", "void"]
    assert given.is_in_order()


def test_who_is_to_be_anonymous_gets_one_but_the_list_is_not_public(given: Desk) -> None:
    given.do("donors consent 李华 anonymous")
    assert given.do("certificate 1 --format json").rows()[0]["donor"] == "李华"
    assert "not for the public" in " ".join(given.do("certificate --list --format table").out.split())
    assert given.run("certificate --list --public").code == 2


def test_no_certificate_for_what_is_no_gift_or_was_taken_back(given: Desk) -> None:
    given.refused("certificate 6")
    given.do("reverse 2 --reason 未到账")
    given.refused("certificate 2")
    given.refused("certificate 7")
    given.refused("certificate 99", code=66)
    given.refused("certificate 王芳 --month 2020-02")
    given.refused("certificate", code=2)
    given.refused("certificate 1 --list", code=2)
    assert given.read("certificate --list") == []


def test_a_file_in_the_way_costs_no_number(given: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "证书.txt"
    paper.write_text("别的", encoding="utf-8")
    before = content(given.book)
    assert given.run(f"certificate 1 -o {paper}").code != 0
    assert content(given.book) == before
    given.do(f"certificate 1 -o {paper} --force")
    assert "李华" in paper.read_text(encoding="utf-8")


def test_certificates_and_sheets_are_guarded_from_other_programs(given: Desk) -> None:
    given.do("certificate 1")
    given.do("certificate --void 1 --reason 误开")
    given.do("handover --filed 3")
    for statement_ in (
        "update certificate set name = 2", "delete from certificate", "insert into certificate values (5, 1, '[1]', '2020-03-01')",
        "insert or replace into certificate values (1, 1, '[2]', '2020-03-01')", "delete from certificate_void",
        "update certificate_void set voided_on = '2020-03-02'", "insert or replace into certificate_void values (1, '2020-03-09', 1)",
        "update handover set is_filed = 0", "delete from handover", "insert into handover values (9, '2020-03-01', 3, 0)",
        "insert or replace into handover values (1, '2020-03-01', 3, 0)", "insert into handover values (2, '2020-03-01', 3, 1)",
    ):  # fmt: skip
        with closing(sqlite3.connect(given.book)) as other, pytest.raises(sqlite3.IntegrityError):
            other.execute(statement_)
    assert given.is_in_order()


@pytest.mark.parametrize(
    "sql",
    [
        "insert into certificate values (2, 1, '[3]', '2020-03-01')",
        "insert into certificate_void values (1, '2020-03-01', 3)",
        "insert into handover values (2, '2020-03-01', 3, 0)",
    ],
)
def test_check_sees_what_was_slipped_in(given: Desk, sql: str) -> None:
    given.do("certificate 1")
    given.do("handover --filed 3")
    with closing(sqlite3.connect(given.book)) as other:
        other.execute(sql)
        other.commit()
    code, rules = given.problems()
    assert code == 1
    assert set(rules) <= {"certificates", "handovers"}
    assert rules


def test_forgetting_erases_the_name_from_certificates_too(given: Desk) -> None:
    given.do("certificate 1")
    given.do("certificate 李华")
    given.do("certificate --void 1 --reason 李华改名")
    given.do("forget 李华 --notes --yes")
    assert "李华".encode() not in given.book.read_bytes()
    rows = given.read("certificate --list")
    assert all("李华" not in json.dumps(row, ensure_ascii=False) for row in rows)
    assert rows[0]["donor"].startswith("（已删除）")
    assert given.is_in_order()


def test_a_salvaged_book_keeps_certificates_and_filed_sheets(given: Desk, tmp_path: Path) -> None:
    given.do("certificate 1")
    given.do("certificate 4")
    given.do("certificate --void 1 --reason 姓名有误")
    given.do("handover --filed 3")
    before = [(r["certificate"], r["donor"], r["state"], r["reason"]) for r in given.read("certificate --list")]
    new = tmp_path / "救回.db"
    given.run(f"salvage {given.book} -o {new}")
    found = Desk(new)
    rows = found.do(f"certificate --list --format json --book {new}").rows()
    assert [(r["certificate"], r["donor"], r["state"], r["reason"]) for r in rows] == before
    open_sheets = {r["entry"] for r in found.do(f"handover --open --format json --book {new}").rows()}
    assert open_sheets == {5, 6}
    assert found.run(f"check --book {new}").code == 0


# --- what was given back


def test_a_receipt_and_a_certificate_are_for_what_was_kept(given: Desk) -> None:
    """Of the latest gift first, of what was given alone; the price of one still tells what the rest is worth."""
    given.do("receive 李华 口罩10个 --value 55元 --date 2020-03-06")
    given.do("refund 李华 500元 口罩13个 --date 2020-03-07")
    [receipt, lines, back] = (given.do("receipt 1 --format json").rows(at) for at in range(3))
    assert (receipt[0]["total"], receipt[0]["capitals"]) == ("6239.5", "陆仟贰佰叁拾玖元伍角")
    assert [(row["item"], row["quantity"], row["value"]) for row in lines] == [
        ("CNY", "1", "4500"), ("口罩", "497", "1739.5"),
    ]  # fmt: skip
    assert [(row["entry"], row["amount"]) for row in back] == [(8, "-500"), (8, "-3")]
    out = " ".join(given.do("receipt 1 --format table").out.split())
    assert "take it back and cancel it" in out
    assert "Nothing of entry 7 was kept" in given.refused("receipt 7")
    assert "Nothing of entry 7 was kept" in given.refused("certificate 7")
    answer = given.do("certificate 李华 --format json")
    kept = {(row["entry"], row["item"]): row["amount"] for row in answer.rows(1)}
    assert kept == {(1, "CNY"): "4500", (1, "口罩"): "497", (4, "口罩"): "200", (5, "蔬菜"): "20"}
    assert [(row["item"], row["amount"]) for row in answer.rows(2)] == [("CNY", "-500"), ("口罩", "-3")]
    assert "given back" in given.do("certificate --reprint 1 --format table").out


def test_a_certificate_of_what_was_all_given_back_is_not_printed_again(given: Desk) -> None:
    given.do("certificate 2")
    given.do("refund 王芳 3000元 --date 2020-03-07")
    assert "certificate --void" in given.refused("certificate --reprint 1")
    given.do("reverse 7 --reason 未退成")
    given.do("certificate --reprint 1")


def test_what_a_refund_was_corrected_to_is_what_went_back(given: Desk) -> None:
    given.do("refund 王芳 1000元 --date 2020-03-07")
    given.do("receive 王芳 100元 --date 2020-03-08")
    given.do("correct 7 900元 --date 2020-03-09 --reason 少退")
    assert given.read("receipt 2")[0]["total"] == "2100"
    assert given.read("receipt 8")[0]["total"] == "100"
    given.do("correct 2 3001元 --reason 点错")
    assert given.read("receipt 12")[0]["total"] == "2101"
    given.do("refund 王芳 约50元 --date 2020-03-09")
    assert [given.read(f"receipt {number}")[0]["total"] for number in (8, 12)] == ["50", "2101"]
    assert given.read("receipt 8")[0]["capitals"] in (None, "")


def test_what_one_of_several_givers_got_back_is_off_what_they_gave_together(given: Desk) -> None:
    """What the association held before what it passed on; an amount that nobody counted leaves one that nobody knows."""
    given.do("receive 王芳 口罩30个 --to 九江市第三人民医院 --date 2020-03-06")
    given.do("receive 张三 口罩10个 --with 李华 --date 2020-03-06 --new --yes")
    assert "Say the number of each gift with --of" in given.refused("refund 王芳 口罩150个 --date 2020-03-07", code=1)
    given.do("refund 王芳 口罩150个 --of 4 --date 2020-03-07")
    assert [given.read(f"receipt {number}", 1)[0]["quantity"] for number in (4, 7, 8)] == [
        "50",
        "30",
        "10",
    ]
    given.do("donors merge 张三 李华 --reason 同一人")
    given.do("refund 李华 口罩5个 --date 2020-03-08")
    assert given.read("receipt 8", 1)[0]["quantity"] == "5"
    given.do("refund 李华 若干元 --date 2020-03-08")
    assert (given.read("receipt 1")[0]["total"], given.read("receipt 1")[0]["capitals"]) == ("1750", "壹仟柒佰伍拾元整")
    assert given.read("receipt 1", 1)[0]["quantity"] in (None, "")


def test_a_refund_is_no_gift_and_says_so(given: Desk) -> None:
    given.do("refund 李华 500元 --date 2020-03-07")
    for paper in ("receipt", "certificate"):
        assert "went back to its donor" in given.refused(f"{paper} 7")


def test_a_receipt_calls_money_of_an_unknown_amount_no_goods(desk: Desk) -> None:
    desk.do("receive 丙公司有限公司 若干元 --new --yes")
    out = " ".join(desk.do("receipt 1 --format table").out.split())
    assert "Money of an unknown amount" in out
    assert "Goods without" not in out


def test_who_corrects_what_was_published_without_a_reason_is_told_where_it_is_asked_for(given: Desk) -> None:
    asked = "`publish` will ask for one"
    assert asked not in given.do("correct 1 口罩480个").err
    given.do("publish 2020-02")
    assert asked not in given.do("correct 4 口罩190个").err, "of March, which nobody has read of"
    assert asked not in given.do("correct 2 2000元 --reason 点错").err
    assert asked in given.do("correct 3 口罩900个").err


def test_what_must_have_a_reason_says_so_in_its_help(desk: Desk) -> None:
    for command in ("reverse", "donors merge", "items merge"):
        assert "this must be said" in desk.do(f"{command} --help").out


# --- handover sheets


def test_a_sheet_keeps_the_day_on_which_the_goods_changed_hands(given: Desk) -> None:
    given.do("close 2020-03")
    given.do("correct 6 口罩90个 --reason 点错")
    assert given.read("handover 8")[0]["date"] == "2020-03-05"
    assert {row["entry"] for row in given.read("handover --open --month 2020-03")} == {5, 8}


def test_a_sheet_has_three_to_sign_and_what_is_handed_over(given: Desk) -> None:
    out = given.do("handover 3 --format table").out
    assert out.count("____") >= 3
    for words in (
        "九江大药房",
        "九江市第三人民医院",
        "1,000",
        "Donor (signature",
        "Association (signature",
        "Recipient (signature",
    ):
        assert words in out
    assert "Given out of stock" in " ".join(given.do("handover 6 --format table").out.split())
    given.refused("handover 1")
    given.refused("handover 99", code=66)


def test_sheets_are_open_until_the_signed_one_is_filed(given: Desk) -> None:
    assert {r["entry"] for r in given.read("handover --open")} == {3, 5, 6}
    given.do("handover --filed 3 --note 存于二号柜")
    assert {r["entry"] for r in given.read("handover --open")} == {5, 6}
    assert {r["entry"] for r in given.read("handover --open --month 2020-02")} == set()
    given.refused("handover --filed 3")
    assert given.do("handover 3 --format json").rows()[0]["filed_on"]
    given.do("handover --not-filed 3 --note 登记错号")
    given.refused("handover --not-filed 3")
    assert {r["entry"] for r in given.read("handover --open")} == {3, 5, 6}
    given.refused("handover --filed 1")
    given.do("reverse 5 --reason 未送达")
    given.refused("handover --filed 5")
    assert {r["entry"] for r in given.read("handover --open")} == {3, 6}
    assert given.is_in_order()


def test_papers_in_a_file_of_commands_can_be_run_again(given: Desk, tmp_path: Path) -> None:
    commands = tmp_path / "命令.txt"
    commands.write_text("handover --filed 3\ncertificate 1\ncertificate --void 1 --reason 误开\n", encoding="utf-8")
    given.do(f"run {commands}")
    answer = given.run(f"run {commands}")
    assert answer.code == 0, answer
    assert given.is_in_order()


def test_checking_knows_the_rules() -> None:
    names = {rule.__name__ for rule in checking.CHECKS}
    assert {"certificates_hold", "handovers_hold"} <= names, NOW


# --- in every format


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("name", ["html", "md", "xlsx", "pdf"])
def test_letters_have_their_prose_and_their_lines_to_sign_on_in_every_format(
    given: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, language: str
) -> None:
    monkeypatch.setenv("DONATIONS_LANG", language)
    for command, words in (
        ("certificate 1", {"en": ("To 李华:", "(seal)"), "zh_CN": ("李华：", "盖章")}),
        ("handover 3", {"en": ("Recipient (signature",), "zh_CN": ("接收方（签字",)}),
    ):
        path = tmp_path / f"{command.replace(' ', '-')}.{name}"
        given.do(f"{command} -o {path}")
        text = read_back(path)
        for word in words[language]:
            assert "".join(word.split()) in "".join(text.split()), text


def read_back(path: Path) -> str:
    """All the text of a file, whatever its format."""
    if path.suffix == ".xlsx":
        cells = (cell for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)
        return " ".join(str(cell.value) for cell in cells if cell.value is not None)
    if path.suffix == ".pdf":
        return " ".join(page.extract_text() for page in PdfReader(path).pages)
    return unescape(path.read_text(encoding="utf-8")).replace("\\", "")
