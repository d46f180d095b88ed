# ruff: noqa: N802 - the names of the catalogue
"""Questions of one's own: the views in plain names say what the reports say, and no SELECT does any harm.

What runs without end inside SQLite is tried in a process of its own: stopping it ends the process.
"""

import csv
import io
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk, Row, content, fingerprint
from test_laws import act_at_random

from donations.domain.amount import minor_text
from donations.reports.queries import PUBLIC_VIEWS
from donations.store import query
from donations.store.schema_files import VIEWS

ROOT = Path(__file__).resolve().parent.parent
FIGURES = ("received", "bought", "spent", "distributed", "adjusted")
METADATA = ROOT / "docs" / "datasette.json"


def asked(desk: Desk, select: str, *more: str) -> list[Row]:
    """What a query finds."""
    return desk.do("sql --format json", select, *more).rows()


# --- the views say what the reports say


def year_at_random(desk: Desk, seed: int) -> None:
    """A year of random acts, with about and unknown amounts, reversals, corrections, a count, a merge and a transfer."""
    chance = random.Random(seed)
    for _ in range(40):
        act_at_random(desk, chance)
    desk.do("receive 李华 800元 --for 社区 --city 九江市 --date 2020-05-05 --new")
    desk.do("receive 李华（五中） 约0.5斤蔬菜 广播设备一批 --date 2020-05-06 --new --store 二号仓")
    desk.do("spend 0.05元 --for 社区 --date 2020-06-05")
    desk.do("adjust count 口罩777个 --date 2020-12-30")
    desk.do("transfer 口罩5个 --to 二号仓 --date 2020-12-31")
    desk.run("reverse 1 --reason 误记")
    desk.run("correct 4 --date 2020-12-31")


_YEARS: dict[int, bytes] = {}
"""Their books, by the seed: each is made once."""


@pytest.fixture(params=range(5))
def random_book(desk: Desk, request: pytest.FixtureRequest) -> Desk:
    if request.param not in _YEARS:
        year_at_random(desk, request.param)
        _YEARS[request.param] = desk.book.read_bytes()
    desk.book.write_bytes(_YEARS[request.param])
    return desk


def of(rows: Iterable[Row], *keys: str) -> list[tuple[Any, ...]]:
    return [tuple(row[key] for key in keys) for row in rows]


SHOWN = (*FIGURES, "unit", "certainty", "value", "value_certainty")


@pytest.mark.parametrize("view", ["totals_by_city", "totals_by_month"])
def test_totals_as_views_are_the_totals_of_the_report(random_book: Desk, view: str) -> None:
    """Row by row in the same order, to the last digit, 不详 as nothing."""
    by = view.removeprefix("totals_by_")
    report = of(random_book.read(f"totals --by {by}"), by, "item", *SHOWN)
    assert len(report) > 4
    assert any(row[2] is None for row in report) or any("unknown" in row for row in report)
    assert of(asked(random_book, f"select * from {view}"), by, "item", *SHOWN) == report


def test_totals_by_city_and_month_are_those_of_each_month(random_book: Desk) -> None:
    found = asked(random_book, "select * from totals_by_city_and_month")
    for month in (f"2020-{number:02}" for number in range(1, 13)):
        report = of(random_book.read(f"totals --month {month}"), "city", "item", *SHOWN)
        assert of((row for row in found if row["month"] == month), "city", "item", *SHOWN) == report


def test_stock_as_a_view_is_the_stock_of_the_report(random_book: Desk) -> None:
    keys = ("item", "store", "purpose", "on_hand", "unit", "certainty", "value", "value_certainty")
    report = of(random_book.read("stock --as-of 2099-12-31"), *keys)
    assert len(report) > 3
    assert of(asked(random_book, "select * from stock_on_hand"), *keys) == report


def test_lines_as_a_view_are_those_of_the_ledger_and_the_journal(random_book: Desk) -> None:
    """Parties, amounts and figures of every line; reversals are below zero, and the figures add up."""
    found = asked(random_book, "select * from gifts_and_goods order by date, entry, line")
    keys = ("entry", "date", "type", "city", "donor", "via", "recipient", "item", "unit", "certainty", "value", "value_certainty", "purpose", "note")  # fmt: skip
    ledger = random_book.read("ledger")
    assert of(found, *keys) == of(ledger, *keys)
    for figure in FIGURES:
        minors = of(found, f"{figure}_minor", "decimals")
        assert [None if minor is None else minor_text(minor, decimals) for minor, decimals in minors] == [
            row[figure] for row in ledger
        ]
    in_order = sorted(found, key=lambda row: (row["entry"], row["line"]))
    journal = random_book.read("journal")
    assert of(in_order, "entry", "did", "store", "reverses", "corrects", "reason") == of(
        journal, "entry", "flow", "store", "reverses", "corrects", "reason"
    )
    assert any(row["amount_minor"] is not None and row["amount_minor"] < 0 for row in found)
    on_hand = asked(random_book, "select item, sum(on_hand_change_minor) as minor from gifts_and_goods group by item having minor <> 0 order by item")  # fmt: skip
    held = asked(random_book, "select item, sum(on_hand_minor) as minor from stock_on_hand group by item having minor <> 0 order by item")  # fmt: skip
    assert on_hand == held


def test_the_comparison_sees_a_wrong_view(random_book: Desk) -> None:
    """Broken by hand: a view that calls a value 0 where none was stated differs from the report."""
    with closing(sqlite3.connect(random_book.book)) as connection:
        [view] = connection.execute("select sql from sqlite_master where name = 'totals_shown'").fetchone()
        connection.execute("drop view totals_shown")
        right = "iif(value_in_lines <> 0 or value_in <> 0, value_in, null)"
        assert right in view
        connection.execute(view.replace(right, "value_in"))
        connection.commit()
    report = of(random_book.read("totals --by city"), "city", "item", *SHOWN)
    assert of(asked(random_book, "select * from totals_by_city"), "city", "item", *SHOWN) != report


@pytest.mark.parametrize("decimals", range(7))
def test_a_decimal_is_put_together_exactly(desk: Desk, decimals: int) -> None:
    """-0.05, 0, a thousandth, the largest line a book takes, and nothing: as the program itself writes it."""
    desk.do("receive 李华 口罩5个 --date 2020-02-01 --city 九江市")
    numbers = [0, 1, -5, 5, -10, 100, 123_456, -1_000_000, 10**15, -(10**15), 9 * 10**18]
    with closing(sqlite3.connect(desk.book)) as connection:
        text = next(line for line in VIEWS[1].read_text(encoding="utf-8").splitlines() if " as on_hand, unit" in line)
        expression = text.strip().removesuffix(" as on_hand, unit, certainty,")
        for number in [*numbers, None]:
            [found] = connection.execute(
                f"select {expression} from (select ? as on_hand_minor, ? as decimals, ? as scale)",
                (number, decimals, 10**decimals),
            ).fetchone()
            assert found == (None if number is None else minor_text(number, decimals))


def test_registers_and_corrections_as_views(desk: Desk) -> None:
    """Who gave and received how often, reversed entries and refunds left out; packs; which entry stands for which."""
    desk.do("receive 李华 口罩500个 1000元 --date 2020-02-01 --city 九江市")
    desk.do("receive 李华 口罩5个 --with 王芳 --to 市三院 --date 2020-02-03 --city 九江市 --new")
    desk.do("receive 李华 口罩7个 --date 2020-02-04")
    desk.do("refund 李华 10元 --date 2020-02-05")
    desk.do("distribute 市三院 口罩50个 --date 2020-02-06")
    desk.do("reverse 3 --reason 重复登记")
    desk.do("correct 5 口罩40个 --reason 清点有误")
    desk.do("items pack 口罩 1箱=2000个")
    desk.do("donors alias 李华 老李")
    assert of(asked(desk, "select * from donors"), "donor", "also_known_as", "gifts", "first_gift", "last_gift") == [
        ("李华", "老李", 2, "2020-02-01", "2020-02-03"), ("王芳", None, 1, "2020-02-03", "2020-02-03"),
    ]  # fmt: skip
    assert of(asked(desk, "select * from recipients"), "recipient", "deliveries", "last_delivery") == [
        ("市三院", 2, "2020-02-06")
    ]
    assert of(asked(desk, "select * from corrections"), "entry", "reversed_by", "corrected_by", "reason") == [
        (3, 6, None, "重复登记"), (5, 7, 8, "清点有误"),
    ]  # fmt: skip
    assert of(asked(desk, "select * from item_list where not is_money"), "item", "unit", "packs") == [
        ("口罩", "个", "1箱=2000个")
    ]
    standing = asked(desk, "select distinct entry from gifts_and_goods where is_standing")
    assert [row["entry"] for row in standing] == [1, 2, 4, 8]


def test_every_view_and_each_of_its_columns_can_be_asked_alone(desk: Desk) -> None:
    """The guard lets everything through that a view reads, whatever of it is wanted."""
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    with closing(sqlite3.connect(desk.book)) as connection:
        views = [name for [name] in connection.execute("select name from sqlite_master where type = 'view'")]
        columns = {view: query.columns_of(connection, view) for view in views}
    assert set(PUBLIC_VIEWS) <= set(views)
    with query.guarded(desk.book) as connection:
        for view in views:
            connection.execute(f"select count(*) from {view}").fetchall()
            for column in columns[view]:
                connection.execute(f'select v."{column}" from {view} as v order by 1').fetchall()


def test_views_use_nothing_that_other_programs_may_refuse() -> None:
    """No JSON, no floating point, nothing younger than SQLite 3.37."""
    text = "\n".join(line.partition("--")[0] for line in VIEWS[1].read_text(encoding="utf-8").splitlines())
    for younger in ("json", "format(", "->", "unixepoch", "string_agg", "concat_ws", "timediff", "octet_length", "unhex", "is distinct", "right join", "full join", "1.0", "round("):  # fmt: skip
        assert younger not in text.replace("group_concat", "").lower(), younger


# --- what a query finds, in every format


def test_without_a_query_the_views_are_listed(desk: Desk) -> None:
    rows = desk.do("sql --format json").rows()
    assert [row["view"] for row in rows] == list(PUBLIC_VIEWS)
    assert all(row["columns"].split() and row["holds"] for row in rows)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_the_list_of_views_fits_the_screen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, language: str, columns: int
) -> None:
    from donations.output.width import width

    monkeypatch.setenv("DONATIONS_LANG", language)
    monkeypatch.setenv("COLUMNS", str(columns))
    screen = desk.do("sql --format table").out
    assert max(map(width, screen.splitlines())) <= columns


def test_values_of_every_sort(desk: Desk) -> None:
    """Integers and texts as they are, floats as SQLite prints them, bytes in hexadecimal, nothing as nothing."""
    sorts = "select 7 as a, 'x' as b, null as c, avg(x) as d, 1e20 as e, x'00ff' as f, 9223372036854775807 as g, '口罩' as h, 1 as a from (select 1 as x union select 2)"
    [row] = asked(desk, sorts)
    assert row == {"a": 7, "b": "x", "c": None, "d": "1.5", "e": "1.0e+20", "f": "00ff", "g": 2**63 - 1, "h": "口罩", "a_2": 1}  # fmt: skip
    assert desk.do("sql --format tsv", sorts).out.splitlines()[1] == "7\tx\t\t1.5\t1.0e+20\t00ff\t9223372036854775807\t口罩\t1"  # fmt: skip
    assert asked(desk, "select cast(x'ff' as text) as t, 1e999 as i, -1e999 as n") == [
        {"t": "\ufffd", "i": "Inf", "n": "-Inf"}
    ]
    types = desk.do("sql --format json", "select 1 as a, '-0.05' as b, 'x' as c").json["tables"][0]["columns"]
    assert of(types, "key", "title", "type") == [("a", "a", "integer"), ("b", "b", "quantity"), ("c", "c", "text")]


def test_what_a_query_finds_is_never_translated(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that a column is called or holds is the user's, also where it is one of ours: donor, receipt, CNY."""
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    screen = desk.do("sql --format table", "select 'CNY' as item, 'receipt' as donor, '个' as unit").out
    for word in ("item", "CNY", "donor", "receipt", "unit"):
        assert word in screen
    head = desk.do("sql --format json", "select 1 as donor, 2 as month").json["tables"][0]["columns"]
    assert of(head, "title") == [("donor",), ("month",)]


def test_a_negative_amount_is_no_formula_but_a_text_is(desk: Desk) -> None:
    found = desk.do("sql --format csv", "select '-0.05' as amount, '-2+3' as note").out.splitlines()[1]
    assert found == "-0.05,'-2+3"
    assert desk.do("sql --format csv --raw", "select '-2+3' as note").out.splitlines()[1] == "-2+3"


def test_a_query_from_the_input_and_an_answer_into_a_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    desk.do("receive 李华 口罩500个 --date 2020-02-01")
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff-- who gave\nselect donor\nfrom donors;\n"))
    assert asked(desk, "-") == [{"donor": "李华"}]
    file = tmp_path / "donors.csv"
    desk.do("sql", "select donor, gifts from donors", "-o", str(file))
    assert list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig")))) == [["donor", "gifts"], ["李华", "1"]]
    desk.refused("sql", "select 1", "-o", str(file))
    desk.do("sql", "select 1 as one", "-o", str(file), "--force")
    for nothing in ("", "   ", "-- only a remark"):
        monkeypatch.setattr(sys, "stdin", io.StringIO(nothing))
        desk.refused("sql", "-", code=65)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"select '\xff'"), encoding="utf-8"))
    desk.refused("sql", "-", code=65)


def test_in_a_file_of_commands_a_query_sees_what_the_file_recorded(desk: Desk, tmp_path: Path) -> None:
    """It is kept for the end, as reports are: nothing is asked of a book that is being written."""
    file = tmp_path / "commands.txt"
    file.write_text("sql 'select count(*) as n from gifts_and_goods'\nreceive 李华 口罩5个\n", encoding="utf-8")
    assert desk.do(f"run {file}").out == "n\n1\n"


EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\r\x08\u202eevil\u200b"


@pytest.mark.parametrize("format_name", ["table", "tsv", "csv", "json"])
def test_I1_what_a_query_finds_is_shown_clean(desk: Desk, format_name: str) -> None:
    """Control, direction and invisible characters in values and in the names of columns reach no terminal."""
    quoted = EVIL.replace("'", "''")
    name = EVIL.replace('"', '""')
    shown = desk.do(f"sql --format {format_name}", f"select '{quoted}' as \"{name}\", char(27, 155, 8238) as b")
    for character in (*"\x1b\x07\x9b\r\x08\u202e", "\t" if format_name != "tsv" else "\x1b"):
        assert character not in shown.out, (format_name, character)
    assert "evil" in shown.out
    refused = desk.run("sql", f'select 1 from "{name}"')
    assert refused.code == 65
    assert not set("\x1b\x07\x9b\r\x08\u202e") & set(refused.err)


def test_the_test_of_clean_values_sees_an_unclean_one(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: with the cleaning of cells taken away, the escape character comes through."""
    monkeypatch.setattr("donations.output.tsv.one_line", lambda text: text)
    assert "\x1b" in desk.do("sql --format tsv --raw", "select char(27) as a").out


# --- what is refused

ENDLESS = "with recursive c(x) as (select 1 union all select x + 1 from c)"
BIG = "printf('%.*c', 900000, 'a')"
TOO_LONG, TOO_LARGE, STOPPED, FORBIDDEN, UNREAD = (
    "longer than",
    "more memory",
    "stopped",
    "Only one SELECT",
    "can't read",
)
HOSTILE = {
    # writes of every sort
    "insert": ("insert into entry (number, type, date, recorded_at) values (9, 'x', '2020-02-01', 'x')", FORBIDDEN),
    "update": ("update line set amount_minor = 1", FORBIDDEN),
    "delete": ("delete from day_total", FORBIDDEN),
    "replace": ("replace into flow select * from flow", FORBIDDEN),
    "write behind with": ("with a as (select 1) delete from day_total", FORBIDDEN),
    "insert behind with": ("with a as (select 1) insert into day_total select * from day_total", FORBIDDEN),
    "returning": ("update book set name = 'x' returning name", FORBIDDEN),
    "returning behind with": ("with a as (select 1) update book set name = 'x' returning name", FORBIDDEN),
    "drop": ("drop trigger entry_kept", FORBIDDEN),
    "drop view": ("drop view donors", FORBIDDEN),
    "alter": ("alter table entry add column x", FORBIDDEN),
    "create": ("create table x (y)", FORBIDDEN),
    "create temp": ("create temp table x as select * from donors", FORBIDDEN),
    "create temp trigger": ("create temp trigger x after insert on entry begin delete from chain; end", FORBIDDEN),
    "create temp view": ("create temp view donors as select * from entry", FORBIDDEN),
    "create virtual": ("create virtual table x using fts5(y)", FORBIDDEN),
    # the file and the connection
    "writable schema": ("pragma writable_schema = on", FORBIDDEN),
    "query_only off": ("pragma query_only = off", FORBIDDEN),
    "trusted schema": ("pragma trusted_schema = on", FORBIDDEN),
    "user version": ("pragma user_version = 99", FORBIDDEN),
    "journal mode": ("pragma journal_mode = wal", FORBIDDEN),
    "attach": ("attach 'attached.db' as other", FORBIDDEN),
    "attach a program": ("attach '/etc/passwd' as other", FORBIDDEN),
    "detach": ("detach main", FORBIDDEN),
    "vacuum": ("vacuum", FORBIDDEN),
    "vacuum into": ("vacuum into 'copy.db'", FORBIDDEN),
    "reindex": ("reindex", FORBIDDEN),
    "analyze": ("analyze", FORBIDDEN),
    "begin": ("begin immediate", FORBIDDEN),
    "commit": ("commit", FORBIDDEN),
    "rollback": ("rollback", FORBIDDEN),
    "savepoint": ("savepoint x", FORBIDDEN),
    "explain": ("explain select * from donors", FORBIDDEN),
    "explain a write": ("explain query plan delete from entry", FORBIDDEN),
    "shell command": (".shell touch made", FORBIDDEN),
    # several statements, and hiding
    "two": ("select 1; delete from day_total", FORBIDDEN),
    "two behind a remark": ("select 1; -- and\ndelete from day_total", FORBIDDEN),
    "hidden by a remark": ("/* select */ delete from day_total", FORBIDDEN),
    "hidden by remarks": ("\n-- select 1\n/* x */ -- y\n update book set name = 'x'", FORBIDDEN),
    "remark without end": ("/* select 1", FORBIDDEN),
    "semicolon first": ("; delete from day_total", FORBIDDEN),
    "two selects": ("select 1; select 2", FORBIDDEN),
    "nul": ("select 1\0; delete from day_total", FORBIDDEN),
    # tables and the schema
    "base table": ("select * from entry", FORBIDDEN),
    "salts": ("select name, salt from party_name", FORBIDDEN),
    "salts by with": ("with name_now as (select name, salt from party_name) select * from name_now", FORBIDDEN),
    "salts in a subquery": ("select (select salt from party_name limit 1) from donors", FORBIDDEN),
    "salts by exists": ("select 1 where exists (select 1 from party_name where salt > x'80')", FORBIDDEN),
    "salts in capitals": ('select Salt from main."PARTY_NAME"', FORBIDDEN),
    "schema": ("select sql from sqlite_master", FORBIDDEN),
    "schema by its other name": ("select * from sqlite_schema", FORBIDDEN),
    "temp schema": ("select * from sqlite_temp_master", FORBIDDEN),
    "files": ("select * from pragma_database_list", FORBIDDEN),
    "pragma as a table": ("select * from pragma_query_only(0)", FORBIDDEN),
    "counted pragma": ("select count(*) from pragma_table_info('entry')", FORBIDDEN),
    "json bomb": ("select count(*) from json_each(printf('[%.*c0]', 900000, '['))", None),
    "json tree": ("select * from json_tree('[[1]]')", FORBIDDEN),
    "parameters": ("select ?1", UNREAD),
    "too many columns": (f"select {', '.join(['1'] * 500)}", UNREAD),
    "too deep": (f"select {'+'.join(['1'] * 500)}", UNREAD),
    "too long a text": (f"select '{'x' * 60_000}'", UNREAD),
    "too many selects": (" union all ".join(["select 1"] * 200), UNREAD),
    # functions
    "load extension": ("select load_extension('./x.so')", FORBIDDEN),
    "tokenizer": ("select fts3_tokenizer('simple')", FORBIDDEN),
    # time and room
    "endless": (f"{ENDLESS} select max(x) from c", TOO_LONG),
    "endless rows": (f"{ENDLESS} select '' from c", STOPPED),  # a quick machine fills the room first
    "endless join": (f"{ENDLESS} select count(*) from c, c as d", TOO_LONG),
    "endless sort": (f"{ENDLESS} select x from c order by randomblob(1000)", STOPPED),
    "endless set": (f"{ENDLESS} select distinct printf('%d%.*c', x, 5000, 'x') from c", STOPPED),
    "endless group_concat": (f"{ENDLESS} select group_concat(x) from c", STOPPED),
    "endless answer": (f"{ENDLESS} select {BIG} from c", TOO_LARGE),
    "doubling": ("with recursive c(x) as (select 'aaaa' union all select x || x from c) select length(x) from c", TOO_LARGE),
    "cross join, sorted": ("select 1 from line_figures a, line_figures b, line_figures c, line_figures d, line_figures e, line_figures f, line_figures g, line_figures h order by a.entry + b.entry + h.entry", None),
    "random bytes": ("select randomblob(2000000000)", TOO_LARGE),
    "zero bytes": ("select length(zeroblob(2000000000))", TOO_LARGE),
    "printf width": ("select printf('%2000000000d', 1)", None),
    "replace all": (f"select replace({BIG}, 'a', {BIG})", TOO_LARGE),
    "like": (f"select {BIG} like '{'%a' * 200}b'", None),
    "glob": (f"select {BIG} glob '{'*a' * 49}b'", None),
}  # fmt: skip
STUCK = {
    "printf": "select printf('%.*c', 2000000000, 'x')",
    "trim": f"select trim({BIG}, printf('%.*c', 60000, 'b') || 'a')",
    "instr": f"select instr({BIG}, printf('%.*c', 450000, 'a') || 'b') + instr({BIG} || 1, printf('%.*c', 450000, 'a') || 'b')",
}
"""One step of SQLite's that takes longer than any deadline."""


@pytest.fixture(scope="module")
def small_book(tmp_path_factory: pytest.TempPathFactory, empty_book: Path) -> Path:
    """A book with some entries."""
    path = tmp_path_factory.mktemp("small") / "book.db"
    shutil.copy(empty_book, path)
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("DONATIONS_BOOK", str(path))
        for number in range(1, 11):
            Desk(path).do(f"receive 李华 口罩{number}个 5元 --date 2020-02-01 --city 九江市")
    return path


@pytest.fixture
def place(small_book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A desk whose working folder holds the book and nothing else."""
    path = tmp_path / "book.db"
    shutil.copy(small_book, path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DONATIONS_BOOK", str(path))
    monkeypatch.setenv("DONATIONS_LANG", "en")
    monkeypatch.setattr(query, "_STUCK_SECONDS", 60)  # on a busy machine it would end the process of the tests
    return Desk(path)


def files(folder: Path) -> set[str]:
    return {str(file.relative_to(folder)) for file in folder.rglob("*")}


@pytest.mark.parametrize("attempt", HOSTILE)
def test_I2_a_hostile_query_changes_nothing_makes_no_file_and_ends(place: Desk, attempt: str) -> None:
    """One sentence, exit 65, the same bytes in the book, no file beside it, within the two seconds it is given."""
    statement, said = HOSTILE[attempt]
    bytes_before, content_before, files_before = fingerprint(place.book), content(place.book), files(place.book.parent)
    began = time.monotonic()
    answer = place.run("sql", statement)
    assert time.monotonic() - began < 2 + 3
    assert fingerprint(place.book) == bytes_before
    assert content(place.book) == content_before
    assert files(place.book.parent) == files_before
    assert "Traceback" not in answer.err
    assert answer.code == 65 or (said is None and answer.code == 0), answer
    if answer.code:
        assert answer.out == ""
        assert len(answer.err.strip().splitlines()) == 1
        assert said is None or said in answer.err, answer.err


def test_I2_there_are_enough_hostile_queries() -> None:
    assert len(HOSTILE) + len(STUCK) >= 40


PROGRAM = "from donations.cli import app; app.main()"
READY = "import sqlite3; from donations.cli import app, ask; print('ready', flush=True); app.main()"


def in_a_process(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *words],
        capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **environment},
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("attempt", STUCK)
def test_I2_a_query_inside_one_long_step_ends_with_its_sentence(place: Desk, attempt: str, language: str) -> None:
    """SQLite looks at the clock between steps only; where one step takes too long, the program ends itself."""
    before, files_before = fingerprint(place.book), files(place.book.parent)
    began = time.monotonic()
    ended = in_a_process("sql", "--seconds", "1", STUCK[attempt], DONATIONS_LANG=language)
    assert time.monotonic() - began < 1 + 10
    if attempt == "printf" and (ended.returncode == 0 or "memory" in ended.stderr or "内存" in ended.stderr):
        pytest.skip("this SQLite makes no text of that length, and says so at once")
    assert ended.returncode == 65, ended
    assert (ended.stdout, len(ended.stderr.splitlines())) == ("", 1)
    assert ("longer than 1" if language == "en" else "超过 1 秒") in ended.stderr
    assert (fingerprint(place.book), files(place.book.parent)) == (before, files_before)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise there")
@pytest.mark.usefixtures("place")
def test_I2_a_query_is_interrupted_by_hand() -> None:
    """Ctrl+C ends it long before its time, and is no query that took too long."""
    process = subprocess.Popen(
        [sys.executable, "-c", READY, "sql", "--seconds", "60", HOSTILE["endless"][0]],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    out, said = process.communicate(timeout=50)
    assert (process.returncode, out, said) == (130, "", "Interrupted.\n")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs to read how much memory a process took")
@pytest.mark.parametrize(
    "attempt", ["endless sort", "endless set", "endless answer", "endless rows", "cross join, sorted"]
)
@pytest.mark.usefixtures("place")
def test_I2_memory_stays_bounded(attempt: str) -> None:
    """None takes more than 700 MB, Python and all."""
    measure = "import atexit, re, sys; atexit.register(lambda: sys.stdout.write(re.search(r'VmHWM:\\s*(\\d+)', open('/proc/self/status').read())[1])); "
    ended = subprocess.run(
        [sys.executable, "-c", measure + PROGRAM, "sql", HOSTILE[attempt][0]],
        capture_output=True, text=True, timeout=120, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ended.returncode == 65
    assert int(ended.stdout) < 700_000, ended


def test_I2_the_harness_sees_a_guard_that_is_gone(place: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: without the authorizer base tables and salts are read; without all of the guard a write goes through."""
    salts, schema = HOSTILE["salts"][0], HOSTILE["schema"][0]
    assert place.run("sql", salts).code == place.run("sql", schema).code == 65
    with monkeypatch.context() as broken:
        broken.setattr(query, "_authorizer", lambda *_: None)
        assert place.run("sql", salts).code == 0
        assert place.run("sql", schema).code == 0
        assert place.run("sql", HOSTILE["write behind with"][0]).code == 65, "the file itself is opened for reading"
        broken.setattr(query, "guarded", lambda path: closing(sqlite3.connect(path, isolation_level=None)))
        before = content(place.book)
        place.run("sql", HOSTILE["write behind with"][0])
        assert content(place.book) != before


def test_I2_the_harness_sees_a_deadline_that_is_gone(place: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Broken by hand: with nobody looking at the clock, the last resort calls; nothing else would have."""
    called: list[float] = []

    def stop(connection: list[sqlite3.Connection]) -> None:
        called.append(time.monotonic())
        connection[0].interrupt()

    guarded = query.guarded
    opened: list[sqlite3.Connection] = []

    @contextmanager
    def remember(path: Path) -> Iterator[sqlite3.Connection]:
        with guarded(path) as connection:
            opened.append(connection)
            yield connection

    monkeypatch.setattr(query, "guarded", remember)
    monkeypatch.setattr(query, "_STEPS_BETWEEN_LOOKS", 0)
    monkeypatch.setattr(query, "_STUCK_SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(Exception, match="longer"):
        query.ask(place.book, HOSTILE["endless"][0], 1, PUBLIC_VIEWS, stuck=lambda: stop(opened))
    assert called
    assert called[0] - began > 1


def test_I2_the_readers_own_time_does_not_count(place: Desk) -> None:
    """All rows are read before the first is shown, and the book is free again by then."""
    names, rows = query.ask(place.book, "select * from gifts_and_goods", 1, PUBLIC_VIEWS, stuck=lambda: None)
    time.sleep(1.6)  # longer than the deadline and the last resort
    assert len(rows) == 20
    assert len(names) == len(rows[0])
    with closing(sqlite3.connect(place.book, timeout=0, isolation_level=None)) as other:
        other.execute("begin exclusive")
        other.execute("rollback")


def test_a_query_rolls_back_what_a_crash_left(place: Desk) -> None:
    """A writer killed in the middle of writing leaves a journal beside the book: the query sees the book as it was."""
    crash = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('pragma cache_size=1');"
        "c.execute('begin immediate'); c.execute('update book set name = ?', ('half' * 9000,)); c.execute('update day_total set received = received + 1');"
        "c.execute('create table filler as select randomblob(4000) as x from day_total, entry a, entry b'); os._exit(9)"
    )
    before = content(place.book)
    assert subprocess.run([sys.executable, "-c", crash, str(place.book)], check=False, timeout=60).returncode == 9
    assert place.book.with_name("book.db-journal").stat().st_size > 0
    assert asked(place, "select count(*) as n from gifts_and_goods") == [{"n": 20}]
    assert not place.book.with_name("book.db-journal").exists()
    assert content(place.book) == before


def test_a_query_that_can_not_be_read_is_answered_with_what_can(place: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own words, the views, and the name that was probably meant; in both languages."""
    said = place.refused("sql", "select * frm donors", code=65)
    assert 'near "frm": syntax error' in said
    assert all(view in said for view in PUBLIC_VIEWS)
    assert "(donors?)" in place.refused("sql", "select * from donor_s", code=65)
    assert "(totals_by_city?)" in place.refused("sql", "select * from total_by_citty", code=65)
    assert "(donor?)" in place.refused("sql", "select doner from donors", code=65)
    assert "no such function" in place.refused("sql", "select readfil('x')", code=65)
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "看不懂" in place.refused("sql", "select * frm donors", code=65)
    assert "只能用一句 SELECT" in place.refused("sql", "delete from donors", code=65)


def test_a_book_that_is_not_there_or_none(desk: Desk) -> None:
    desk.book.unlink()
    assert desk.run("sql", "select 1").code == 66
    desk.book.write_bytes(b"SQLite format 3\0" + b"x" * 4000)
    assert desk.run("sql", "select 1").code == 65


# --- the metadata for Datasette


def described() -> dict[str, dict[str, Any]]:
    """What docs/datasette.json says of each table and view."""
    tables: dict[str, dict[str, Any]] = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["book"]["tables"]
    return tables


def columns_by_view(book: Path) -> dict[str, list[str]]:
    with closing(sqlite3.connect(book)) as connection:
        names = [
            name for [name] in connection.execute("select name from sqlite_master where type in ('view', 'table')")
        ]
        return {name: query.columns_of(connection, name) for name in names}


def flaws(tables: dict[str, dict[str, Any]], columns: dict[str, list[str]]) -> list[str]:
    """What doesn't fit together between the metadata and the book."""
    found = [f"{name} is not there" for name in tables if name not in columns]
    for name, has in columns.items():
        if name not in PUBLIC_VIEWS:
            found += [f"{name} is not hidden"] * (tables.get(name) != {"hidden": True, "allow": False})
            continue
        told = tables.get(name, {})
        found += [f"{name} is not described"] * (not told.get("description"))
        found += [f"{name}.{column} is not described" for column in has if column not in told.get("columns", {})]
        named = {*told.get("columns", {}), *told.get("facets", ()), told.get("sort", told.get("sort_desc"))} - {None}
        found += [f"{name}.{column} is not there" for column in named if column not in has]
    return found


def test_the_metadata_describes_every_view_and_column_and_hides_the_rest(small_book: Path) -> None:
    assert flaws(described(), columns_by_view(small_book)) == []


def test_the_test_of_the_metadata_sees_what_is_missing(small_book: Path) -> None:
    """Broken by hand: a column more in the book, one less, and a table that is not hidden."""
    columns = columns_by_view(small_book)
    columns["donors"].append("telephone")
    columns["recipients"].remove("city")
    columns["more"] = ["x"]
    assert flaws(described(), columns) == [
        "donors.telephone is not described", "recipients.city is not there", "more is not hidden",
    ]  # fmt: skip


def test_the_canned_queries_of_the_metadata_run(small_book: Path) -> None:
    queries = json.loads(METADATA.read_text(encoding="utf-8"))["databases"]["book"]["queries"]
    assert len(queries) >= 3
    with closing(sqlite3.connect(small_book)) as connection:
        connection.execute("pragma trusted_schema = off")
        for name, told in queries.items():
            parameters = dict.fromkeys(told.get("params", ()), "2020-02")
            assert told["title"], name
            connection.execute(told["sql"], parameters).fetchall()
    for view in PUBLIC_VIEWS:
        assert any("一" <= character <= "鿿" for character in described()[view]["description"]), view


@pytest.mark.parametrize(
    "query",
    [
        "select value from (select '' as value) full join contact using (value)",
        "select * from (select '' as salt, '' as name) natural join party_name",
        "select sql from (select '' as sql) left join sqlite_schema using/* */(sql)",
        "select value from (select '' as value) full join contact USING(value)",
    ],
)
def test_I2_joins_that_ask_for_no_leave_are_refused(desk: Desk, query: str) -> None:
    """SQLite puts the columns of USING and NATURAL together without asking whether they may be read."""
    desk.do("receive 李华 5元 --date 2020-02-01 --yes")
    desk.do("donors contact 李华 --phone 13912345678")
    said = desk.refused("sql", query, code=65)
    assert "13912345678" not in said


def test_the_words_of_such_joins_may_stand_in_quotes(desk: Desk) -> None:
    assert desk.do("sql", "select 'natural using' as \"using\" -- natural").out
