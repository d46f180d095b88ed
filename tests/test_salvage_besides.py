# ruff: noqa: N802 - the names of the catalogue
"""D5: of all that a book keeps besides entries nothing is lost in silence: it comes back from sealed acts, or is said to be lost.

Every table of a rich book is taken away by itself, and together with the acts; each row of it is there again in the new
book, or the report says that it is, or may be, lost.
"""

import json
import random
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from conftest import NOW, Desk, Row
from every_command import PAPER, START
from harness.counts import Tries
from harness.shares import each_once
from test_languages import chinese_left_in, english_left_in
from test_laws import sabotage
from test_salvage import PAGE, PARTS_LOST, cell, zero

from donations.store.elsewhere import identities_in
from donations.store.making import create_book
from donations.store.wreck.believed import believed

ACTS = (
    "receive 赵六 口罩40个 --date 2020-02-04 --city 九江市 --new --yes",
    "distribute 市三院 口罩10个 --date 2020-02-05 --city 九江市 --yes",
    "items pack 口罩 1箱=2000个", "donors alias 李华 老李", "donors consent 赵六 anonymous",
    "donors contact 李华 --phone 13800138000 --wechat lihua", "recipients contact 市三院 --remark 门卫",
    "consent 1 anonymous", "consent 2 anonymous", "consent 4 anonymous",
    f"import {PAPER} --yes", "import {folder}/odd.csv --map 何物=item --map 何人=donor --yes", "import {folder}/twice.csv --yes", "import --undo 3",
    "certificate 1", "certificate 王芳", "certificate 4", "certificate --void 2 --reason 姓名有误",
    "handover --filed 3 --note 存三号柜", "handover --filed 5", "handover --not-filed 5 --note 没有签字",
    "close 2020-01", "close 2020-02", "receive 孙七 口罩6个 --date 2020-02-09 --new --yes --into-closed 补登",
    "publish 2020-02 --yes", "due --emergency 2020-02-01",
)  # fmt: skip
"""What is done in the rich book behind `START`."""

KEPT: dict[str, str] = {
    "gift_consent": "select entry, consent from gift_consent order by entry",
    "closing": "select month, last_day from closing order by number",
    "issue": "select number, begin_day, end_day, entries, sha256, report from issue order by number",
    "certificate": "select number, name, entries from certificate order by number",
    "certificate_void": "select c.number, c.reason from certificates as c where c.state = 'void' order by c.number",
    "handover": "select entry, is_filed, note from handovers where is_filed order by entry",
    "import": "select number, first_entry, last_entry from import order by number",
    "import_undo": "select import from import_undo",
    "import_source": "select number, import, file, sha256, sheet, layout, heading_row from import_source order by number",
    "import_row": "select entry, source, row, identity, is_numbered, returns from import_row order by entry",
    "layout": "select headings, columns from layout order by headings",
    "contact": "select party, field, value from contact order by party, field",
    "party": "select number, sort, city, county, merged_into, consent from party order by number",
    "party_name": "select number, party, name, is_main from party_name order by number",
    "item": "select number, first_name, name, specification, english, unit, decimals, category, merged_into from item order by number",
    "item_name": "select key, item, name from item_name order by key",
    "item_pack": "select item, unit, amount_minor from item_pack order by item, unit",
    "store": "select number, name from store order by number",
    "purpose": "select number, name from purpose order by number",
    "book": "select name, language from book",
    "register_change": "select subject, reason from register_change where act = 'into_closed' union all"
    " select 0, after from (select after from register_change where act = 'appeals' order by number desc limit 1)",
    "entry": "select * from entry where type <> 'missing' order by number",
    "line": "select * from line order by entry, position",
    "entry_party": "select * from entry_party order by entry, role, position",
    "entry_note": "select entry, note from entry_note order by entry",
}  # fmt: skip
"""By table what people would miss, as a query; moments and digests are of the new book."""

NOT_KEPT = {"chain", "flow", "day_total", "month_total", "day_stock", "told", "_sqlite_migrations"}
"""Made anew, the same in every book, or warnings that are said once more."""

WORDS = {
    "gift_consent": "gift_consents", "closing": "closings", "issue": "issue_reports", "certificate": "certificates",
    "certificate_void": "void_certificates", "handover": "filed_sheets", "import": "imports", "import_undo": "undone_imports",
    "import_source": "imported_papers", "import_row": "imported_rows", "layout": "columns_said", "contact": "contacts",
}  # fmt: skip
"""What the report calls the rows of a table."""


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which something stands in every table that is kept."""
    path = tmp_path_factory.mktemp("rich") / "rich.db"
    (path.parent / "odd.csv").write_text("日期,何人,何物,数量,单位\n2020-02-06,周八,手套,20,双\n", encoding="utf-8")
    (path.parent / "twice.csv").write_text("日期,捐赠人,物资,数量,单位\n2020-02-07,吴九,手套,30,双\n", encoding="utf-8")
    create_book(path, "测试协会", NOW).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DONATIONS_BOOK", str(path))
        patch.setenv("DONATIONS_LANG", "en")
        desk = Desk(path)
        for line in (*START, *ACTS):
            desk.do(line.format(folder=path.parent))
        assert desk.is_in_order()
    return path


def leaves(book: Path, tables: Iterable[str]) -> set[int]:
    """The pages on which rows of these tables begin, by the first bytes that SQLite writes of each."""
    data, found = book.read_bytes(), set()
    with closing(sqlite3.connect(book)) as connection:
        for table in tables:
            rowless = (
                "without rowid"
                in connection.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()[0]
            )
            for row in connection.execute(f"select * from {table}"):
                needle = cell(row, None) if rowless else cell((None, *row[1:]), row[0])
                at = data.find(needle[:60])
                assert at >= 0, (table, row)
                while at >= 0:
                    found.add(at // PAGE + 1)
                    at = data.find(needle[:60], at + 1)
    return found


def taken_away(book: Path, target: Path, *tables: str) -> Path:
    """A copy of the book in which every page of these tables is zeros."""
    target.write_bytes(zero(bytearray(book.read_bytes()), leaves(book, tables)))
    return target


def content(book: Path) -> dict[str, list[tuple[Any, ...]]]:
    """What stands in every table that is kept."""
    with closing(sqlite3.connect(book)) as connection:
        return {table: connection.execute(query).fetchall() for table, query in KEPT.items()}


def salvaged(desk: Desk, wrecked: Path) -> tuple[int, list[Row], Path, Any]:
    """Exit code, what is said besides entries, the new book, and the whole answer; the new book is in order."""
    new = wrecked.with_name(f"{wrecked.stem}-new.db")
    answer = desk.run(f"salvage {wrecked} -o {new} --format json")
    assert answer.code in (0, 1), answer.err
    problems = {row["rule"] for row in desk.run(f"check --book {new} --format json").rows()}
    assert problems <= {"on_hand"}, problems
    return answer.code, answer.rows(2), new, answer


def fates(said: list[Row]) -> dict[str, dict[str, Any]]:
    """By what and fate, which of it."""
    found: dict[str, dict[str, Any]] = {}
    for row in said:
        found.setdefault(row["what"], {})[row["fate"]] = row["which"]
    return found


def test_D5_every_table_is_held_to_it(rich: Path) -> None:
    """A schema step that makes a table says here what of it must come back; the rich book has something in each."""
    with closing(sqlite3.connect(rich)) as connection:
        names = connection.execute("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
        assert {row[0] for row in names} == KEPT.keys() | NOT_KEPT
    assert all(content(rich).values()), [table for table, rows in content(rich).items() if not rows]


def test_D5_of_a_sound_book_all_comes_over(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """Nothing is damaged: every table says what it said, and nothing is said to be lost."""
    shutil.copy(rich, tmp_path / "sound.db")
    code, said, new, answer = salvaged(desk, tmp_path / "sound.db")
    assert (code, said) == (0, [])
    assert content(new) == content(rich)
    assert "Besides entries" not in answer.err
    again = salvaged(desk, new)
    assert (again[0], again[1], content(again[2])) == (0, [], content(rich))


@pytest.mark.parametrize(("table", "with_acts"), each_once(sorted(KEPT), (False, True)))
def test_D5_no_row_is_lost_in_silence(desk: Desk, rich: Path, tmp_path: Path, table: str, *, with_acts: bool) -> None:
    """All pages of a table are gone, with or without those of the acts: each row is there again, or its loss is said."""
    wrecked = taken_away(rich, tmp_path / "wrecked.db", *{table, *({"register_change"} if with_acts else ())})
    code, said, new, answer = salvaged(desk, wrecked)
    before, after = content(rich), content(new)
    changed = {name for name in KEPT if after[name] != before[name]}
    lost = {row["what"] for row in said if row["fate"] != "brought_back"}
    counts = {row["what"]: row["count"] for row in answer.rows(1)}
    is_said = bool(
        lost
        or counts["names_lost"]
        or any(row["state"] != "unproven" or row["reason"] in PARTS_LOST for row in answer.rows())
    )
    assert (code == 1) == is_said
    assert not changed or is_said, changed
    assert ("Besides entries" in answer.err) == bool(lost)
    if table in WORDS and table in changed:
        assert WORDS[table] in lost, (table, said)


@pytest.mark.promise("D5", full=150, short=10)
def test_D5_random_pages_of_a_rich_book(
    desk: Desk, rich: Path, tmp_path: Path, chance: random.Random, tries: Tries
) -> None:
    """One to eight pages of any table, index or list are overwritten: where anything is not as it was, it is said."""
    before, pages, differing = content(rich), len(rich.read_bytes()) // PAGE, 0
    for number in tries:
        data = bytearray(rich.read_bytes())
        for page in chance.sample(range(1, pages + 1), chance.randint(1, 8)):
            data[(page - 1) * PAGE : page * PAGE] = chance.choice((bytes(PAGE), chance.randbytes(PAGE)))
        wrecked = tmp_path / f"wrecked-{number}.db"
        wrecked.write_bytes(data)
        code, said, new, answer = salvaged(desk, wrecked)
        changed = {name for name, rows in content(new).items() if rows != before[name]}
        differing += bool(changed)
        assert code == 1 or not changed, (changed, said, answer.err)
        wrecked.unlink()
        new.unlink()
    assert differing


BACK: dict[str, dict[str, dict[str, str | None]]] = {
    "gift_consent": {"gift_consents": {"brought_back": "1–2, 4"}},
    "closing": {"closings": {"brought_back": "2020-01, 2020-02"}},
    "issue": {"issue_reports": {"is_lost": "1"}},
    "certificate": {"certificates": {"brought_back": "1–3"}},
    "certificate_void": {"void_certificates": {"brought_back": "2"}},
    "handover": {"filed_sheets": {"brought_back": "3"}},
    "import": {"imports": {"brought_back": "1–3"}},
    "import_undo": {"undone_imports": {"brought_back": "3"}},
    "import_source": {"imported_papers": {"is_lost": "1–3"}},
    "import_row": {"imported_rows": {"is_lost": "6–10"}},
    "contact": {"contacts": {"is_lost": "1, 3"}},
    "layout": {"columns_said": {"maybe_lost": None}},
    "book": {}, "party": {}, "item": {}, "item_name": {}, "item_pack": {}, "store": {}, "purpose": {},
    "register_change": {
        "refunds_waiting": {"maybe_lost": None}, "appeals_said": {"maybe_lost": None}, "closed_reasons": {"is_lost": "12"}, "void_reasons": {"is_lost": "2"},
        "sheet_notes": {"maybe_lost": "3"},
    },
}  # fmt: skip
"""What is said of each table that is gone while all else is there."""


@pytest.mark.parametrize("table", BACK)
def test_D5_what_the_acts_say_comes_back_to_the_letter(desk: Desk, rich: Path, tmp_path: Path, table: str) -> None:
    """What is said to be brought back is as it was; of what isn't, the report says which, and no more than that."""
    code, said, new, _answer = salvaged(desk, taken_away(rich, tmp_path / "wrecked.db", table))
    assert fates(said) == BACK[table]
    is_lost = any(fate != "brought_back" for found in BACK[table].values() for fate in found)
    assert code == int(is_lost)
    before, after = content(rich), content(new)
    with_them = {"certificate_void", "handover"} if table == "register_change" else set()  # their reasons and notes
    assert {name for name in KEPT if after[name] != before[name]} == ({table, *with_them} if is_lost else set())


def test_D5_who_is_not_to_be_named_is_not_named(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """With the page gone on which it stood, a gift stays without a name in public; with the acts gone too, that is said."""
    for tables, is_known in ((("gift_consent",), True), (("gift_consent", "register_change"), False)):
        wrecked = taken_away(rich, tmp_path / f"{len(tables)}.db", *tables)
        code, said, new, _answer = salvaged(desk, wrecked)
        public = desk.do(f"journal --public --format json --book {new}").out
        assert code == int(not is_known)
        assert ("maybe_lost" in fates(said)["gift_consents"]) != is_known
        assert public.count("赵六") == 0
        desk.do(f"donors consent 李华 named --book {new}")
        named = desk.do(f"journal --public --format json --book {new}").out
        assert ("李华" in named) != is_known


def without(rich: Path, target: Path, sql: str) -> Path:
    """A copy of the book of which rows are gone though their pages are whole."""
    shutil.copy(rich, target)
    sabotage(target, sql)
    return target


def test_D5_what_was_taken_back_does_not_come_back(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """The act that took a consent back is lost: no row of the whole table says it, so the act before is not believed."""
    shutil.copy(rich, tmp_path / "book.db")
    desk.do(f"consent 4 unset --book {tmp_path / 'book.db'}")
    sabotage(
        tmp_path / "book.db", "delete from register_change where number = (select max(number) from register_change)"
    )
    _code, _said, new, _answer = salvaged(desk, tmp_path / "book.db")
    assert content(new)["gift_consent"] == [(1, "anonymous"), (2, "anonymous")]


def test_D5_gaps_in_numbers_are_said(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """A closing, an issue and a certificate of which neither row nor act is left are known by the numbers behind them."""
    path = tmp_path / "book.db"
    shutil.copy(rich, path)
    desk.do(f"publish 2020-03 --yes --book {path}")
    acts = "act in ('certify', 'close', 'publish') and json_extract(after, '$.' || replace(replace(replace(act, 'certify', 'certificate'), 'close', 'closing'), 'publish', 'issue')) = 1"
    sabotage(path, "".join(f"delete from {table} where number = 1;" for table in ("closing", "issue", "certificate")))
    sabotage(path, f"delete from register_change where {acts}")
    code, said, new, _answer = salvaged(desk, path)
    found = fates(said)
    assert code == 1
    assert found["closings"] == {"is_lost": "1"}
    assert found["issue_reports"] == {"is_lost": "1"}
    assert found["certificates"] == {"is_lost": "1"}
    with closing(sqlite3.connect(new)) as connection:
        assert connection.execute("select number, entries = '[]' from certificate order by number").fetchall() == [
            (1, 1),
            (2, 0),
            (3, 0),
        ]
        assert connection.execute("select number, report is null from issue").fetchall() == [(1, 1), (2, 0)]
        assert connection.execute("select month from closing").fetchall() == [("2020-02",)]
    again, said_again, _new, _answer = salvaged(desk, new)
    assert again == 1
    assert fates(said_again) == {"issue_reports": {"is_lost": "1"}, "certificates": {"is_lost": "1"}}


def test_D5_issues_lost_one_after_the_other_keep_their_numbers(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """The second of two lost ones had no day left, and with it everything published later was lost, reports and all."""
    path = tmp_path / "book.db"
    shutil.copy(rich, path)
    for month in ("2020-03", "2020-04"):
        desk.do(f"publish {month} --yes --book {path}")
    sabotage(path, "delete from issue where number < 3;")
    sabotage(path, "delete from register_change where act = 'publish' and json_extract(after, '$.issue') < 3")
    _code, said, new, _answer = salvaged(desk, path)
    assert fates(said)["issue_reports"] == {"is_lost": "1–2"}
    with closing(sqlite3.connect(new)) as connection:
        issues = connection.execute("select number, begin_day, end_day, report is null from issue").fetchall()
    assert issues == [
        (1, "0001-01-01", "2020-03-30", 1),
        (2, "2020-03-31", "2020-03-31", 1),
        (3, "2020-04-01", "2020-04-30", 0),
    ]


def test_D5_rows_of_a_file_whose_name_is_lost_are_not_booked_twice(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """Something stands for the file; what its rows are known by is kept."""
    _code, _said, new, _answer = salvaged(desk, taken_away(rich, tmp_path / "wrecked.db", "import_source"))
    entries = desk.do(f"journal --format json --book {new}").out
    desk.run(f"import {PAPER} --yes --book {new}")
    assert desk.do(f"journal --format json --book {new}").out == entries
    assert "（文件名损毁）1号" in desk.do(f"imports --book {new} --format json").out


def test_D5_what_belongs_to_a_lost_entry_is_said_with_it(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """Who records it again from paper hears that its donor said something, and that its sheet was filed."""
    _code, said, _new, _answer = salvaged(
        desk, without(rich, tmp_path / "book.db", "delete from line where entry in (2, 3)")
    )
    assert fates(said)["gift_consents"] == {"is_lost": "2"}
    assert fates(said)["filed_sheets"] == {"is_lost": "3"}


def test_D5_what_is_lost_besides_is_said_in_one_language(
    desk: Desk, rich: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every sentence there is, in both languages."""
    for name, tables in (
        ("all", KEPT.keys() - {"register_change", "party_name"}),
        ("acts", {"register_change", "party", "book"}),
    ):
        wrecked = taken_away(rich, tmp_path / f"{name}.db", *tables)
        for language, left_in in (("en", chinese_left_in), ("zh_CN", english_left_in)):
            monkeypatch.setenv("DONATIONS_LANG", language)
            answer = desk.run(f"salvage {wrecked} -o {tmp_path / language}{name}.db --format table")
            assert answer.code == 1
            said = (answer.out + answer.err).replace(str(tmp_path), "").replace(name, "").replace("测试协会", "")
            assert left_in(said) == set()


def test_D5_acts_that_are_all_there_say_so_without_the_chain(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """Their own pages are whole, so that nobody has to look what else may be lost."""
    code, said, new, _answer = salvaged(desk, taken_away(rich, tmp_path / "wrecked.db", "chain", "gift_consent"))
    assert code == 0
    assert fates(said) == {"gift_consents": {"brought_back": "1–2, 4"}}
    assert content(new)["gift_consent"] == content(rich)["gift_consent"]


@pytest.mark.parametrize(("table", "into"), [("party", "number"), ("item", "number"), ("item", "99")])
def test_D5_nothing_was_merged_into_itself_or_what_is_not_there(
    desk: Desk, rich: Path, tmp_path: Path, table: str, into: str
) -> None:
    """A row of which a byte is damaged can say so; it stands by itself."""
    sql = f"pragma ignore_check_constraints = on; update {table} set merged_into = {into} where number in (1, 3)"
    _code, _said, new, _answer = salvaged(desk, without(rich, tmp_path / "book.db", sql))
    assert content(new)[table] == content(rich)[table]


def test_D5_the_row_of_a_lost_entry_can_be_imported_again(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """That one, and none of its neighbours."""
    wrecked = without(rich, tmp_path / "book.db", "delete from line where entry = 7")
    _code, _said, new, answer = salvaged(desk, wrecked)
    assert [(row["entry"], row["date"]) for row in answer.rows()] == [(7, "2020-02-03")]
    assert [row[0] for row in content(new)["import_row"]] == [6, 8, 9, 10]
    before = desk.do(f"journal --format json --book {new}").rows()
    desk.do(f"import {PAPER} --yes --into-closed 补 --book {new}")
    after = desk.do(f"journal --format json --book {new}").rows()
    assert len(after) == len(before) + 1


def test_D5_what_is_lost_with_its_day_keeps_its_place(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """What stands for it is dated as the entry before it, in the report and in the new book; before the first, as that one."""
    gone = "".join(
        f"delete from {table} where {of} in (1, 9)" + ";"
        for table, of in (("line", "entry"), ("entry_party", "entry"), ("entry", "number"))
    )
    _code, _said, new, answer = salvaged(desk, without(rich, tmp_path / "book.db", gone))
    assert [(row["entry"], row["date"]) for row in answer.rows()] == [(1, "2020-02-02"), (9, "2020-02-04")]
    rows = desk.do(f"journal --format json --book {new}").rows()
    assert {(row["entry"], row["date"]) for row in rows} >= {(1, "2020-02-02"), (9, "2020-02-04")}


@pytest.mark.parametrize(
    "said",
    ['{"import": 1}', '{"import": 1, "first": 9, "last": 6}', '{"import": 1, "first": "6", "last": 8}', "[1]", "{"],
)
def test_D5_an_act_that_says_nothing_of_sense_is_passed_over(desk: Desk, rich: Path, tmp_path: Path, said: str) -> None:
    """What else is left of an import tells of it."""
    sql = f"update register_change set after = '{said}' where number = 23; delete from import where number = 1"
    _code, _said, new, _answer = salvaged(desk, without(rich, tmp_path / "book.db", sql))
    assert content(new)["import"] == content(rich)["import"]


@pytest.mark.parametrize("state", ["['named', 'named']", "['maybe']", "'named'", "[['named']]"])
def test_D5_a_consent_that_is_none_names_nobody(desk: Desk, rich: Path, tmp_path: Path, state: str) -> None:
    """The act on the entry is damaged, and the row lost: what it said before is not believed either."""
    said = state.replace("'", '"')
    sql = f"update register_change set state = '{said}' where number = 18; delete from gift_consent where entry = 2"
    _code, _said, new, _answer = salvaged(desk, without(rich, tmp_path / "book.db", sql))
    assert (2, "named") not in content(new)["gift_consent"]
    assert {entry for entry, _word in content(new)["gift_consent"]} == {1, 4}


def test_D5_an_entry_that_lost_its_note_alone_is_kept_and_says_so(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """Its digest disagrees, and nothing but the note can be why."""
    noted = [entry for entry, _note in content(rich)["entry_note"]]
    _code, _said, new, answer = salvaged(desk, taken_away(rich, tmp_path / "wrecked.db", "entry_note"))
    said = {row["entry"]: (row["state"], row["reason"]) for row in answer.rows()}
    assert said == dict.fromkeys(noted, ("unproven", "its note is lost: compare the rest with the paper"))
    assert content(new)["line"] == content(rich)["line"]


def test_D5_a_certificate_for_a_name_that_is_not_there_is_kept_as_a_number(
    desk: Desk, rich: Path, tmp_path: Path
) -> None:
    """So that its number is never given to another; that it is empty is said."""
    code, said, new, _answer = salvaged(
        desk,
        without(
            rich, tmp_path / "book.db", "pragma foreign_keys = off; update certificate set name = 99 where number = 1"
        ),
    )
    assert code == 1
    assert content(new)["certificate"] == [(1, None, "[]"), *content(rich)["certificate"][1:]]
    assert fates(said)["certificates"] == {"is_lost": "1"}


def test_D5_whose_contact_is_lost_is_said_by_the_acts(desk: Desk, tmp_path: Path) -> None:
    """Of who still had one: not where it was taken back, forgotten, or given anew by who the party is now."""
    for line in (
        *(f"receive {name} 5元 --date 2020-02-01 --new" for name in ("甲一", "乙二", "丙三", "丁四", "戊五", "己六", "庚七")),
        "donors contact 甲一 --phone 13800138001", "donors contact 乙二 --wechat yier --remark 二", "donors merge 乙二 甲一 --reason 同",
        "donors contact 丙三 --phone 13800138003", "donors contact 丁四 --phone 13800138004 --wechat disi", "donors contact 丁四 --without phone",
        "donors contact 戊五 --phone 13800138005", "donors merge 戊五 己六 --reason 同", "donors contact 己六 --phone 13800138006",
        "donors contact 庚七 --phone 13800138007", "donors contact 庚七 --without phone", "forget 甲一 --yes",
    ):  # fmt: skip
        desk.do(line)
    left = sorted({party for party, _field, _value in content(desk.book)["contact"]})
    assert left == [3, 4, 6]
    _code, said, _new, _answer = salvaged(desk, taken_away(desk.book, tmp_path / "wrecked.db", "contact"))
    assert fates(said)["contacts"]["is_lost"] == "3–4, 6"


@pytest.mark.parametrize(
    ("act", "table", "said", "left"),
    [
        (31, "certificate", '{"certificate": 2, "name": 2, "entries": [2, "x"]}', [(1, 1, "[1]"), (2, None, "[]"), (3, 4, "[4]")]),
        (31, "certificate", '{"certificate": 2, "name": "x", "entries": [2]}', [(1, 1, "[1]"), (2, None, "[]"), (3, 4, "[4]")]),
        (31, "certificate", '{"certificate": 2, "name": 2}', [(1, 1, "[1]"), (2, None, "[]"), (3, 4, "[4]")]),
        (31, "certificate", '{"certificate": 200000, "name": 2, "entries": [2]}', [(1, 1, "[1]"), (2, None, "[]"), (3, 4, "[4]")]),
        (38, "closing", '{"closing": 2, "month": "2020-13"}', [("2020-01", "2020-01-31")]),
        (38, "closing", '{"closing": 0, "month": "2020-02"}', [("2020-01", "2020-01-31")]),
        (38, "closing", '{"closing": 200000, "month": "2020-02"}', [("2020-01", "2020-01-31")]),
        (38, "closing", '{"month": "2020-02"}', [("2020-01", "2020-01-31")]),
        (41, "issue", '{"issue": 1, "from": "2020-02-29", "to": "2020-02-01", "entries": 12, "link": 1}', []),
        (41, "issue", '{"issue": 1, "from": "2020-02-01", "to": "2020-02-29", "entries": "12", "link": 1}', []),
        (41, "issue", '{"issue": 1, "from": "2020-02-01", "to": "2020-02-29", "entries": 12}', []),
        (41, "issue", '{"issue": 1, "from": "2020-02-01", "to": "29", "entries": 12, "link": 1}', []),
    ],
)  # fmt: skip
def test_D5_of_a_lost_row_only_an_act_of_sense_is_believed(
    desk: Desk, rich: Path, tmp_path: Path, act: int, table: str, said: str, left: list[tuple[Any, ...]]
) -> None:
    """Else its number, where others tell of it, is all that is known."""
    number = 1 if table == "issue" else 2
    sql = (
        f"update register_change set after = '{said}' where number = {act};"
        f"pragma foreign_keys = off; delete from {table} where number = {number}"
    )
    code, said_besides, new, _answer = salvaged(desk, without(rich, tmp_path / "book.db", sql))
    assert content(new)[table] == left
    what = {"certificate": "certificates", "closing": "closings", "issue": "issue_reports"}[table]
    assert code == 1
    assert fates(said_besides)[what].keys() & {"is_lost", "maybe_lost"}


def test_D5_imports_end_where_the_book_ends(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """What lies behind the last entry that is left is of no import; imports that lay there are said to be lost."""
    gone = "".join(
        f"delete from {table} where {column} >= 8;"
        for table, column in (
            ("line", "entry"), ("entry_party", "entry"), ("entry_note", "entry"), ("chain", "entry"), ("handover", "entry"),
            ("gift_consent", "entry"), ("entry", "number"), ("import_row", "entry"),
        )
    )  # fmt: skip
    answer = desk.run(
        f"salvage {without(rich, tmp_path / 'book.db', f'pragma foreign_keys = off; {gone}')} -o {tmp_path / 'new.db'} --format json --entries 7"
    )
    found = content(tmp_path / "new.db")
    assert found["import"] == [(1, 6, 7)]
    assert found["import_undo"] == []
    assert [row[:3] for row in found["import_source"]] == [(1, 1, "receipts.csv")]
    assert fates(answer.rows(2))["imports"] == {"is_lost": "2–3"}


@pytest.mark.parametrize("gone", ["select 1", "delete from certificate where number = 4"])
def test_D5_a_certificate_for_several_donors_is_in_nobodys_name_and_stays(
    desk: Desk, rich: Path, tmp_path: Path, gone: str
) -> None:
    """From its row, else from the act: that it has no name does not mean that one is lost."""
    path = tmp_path / "book.db"
    shutil.copy(rich, path)
    desk.do(f"receive 郑一 --with 冯二 500元 --date 2020-03-09 --new --yes --book {path}")
    desk.do(f"certificate 13 --book {path}")
    before = content(path)["certificate"]
    assert before[-1] == (4, None, "[13]")
    sabotage(path, f"pragma foreign_keys = off; {gone}")
    _code, said, new, _answer = salvaged(desk, path)
    assert content(new)["certificate"] == before
    assert "is_lost" not in fates(said).get("certificates", {})


@pytest.mark.parametrize(
    ("sql", "what", "which"),
    [
        ("delete from register_change where number = 40", "closed_reasons", "12"),
        ("update register_change set reason = '补' where number = 40", "closed_reasons", "12"),
        ("update register_change set reason = '别' where number = 33", "void_reasons", "2"),
        ("update register_change set reason = '存' where number = 34", "sheet_notes", "3"),
    ],
)
def test_D5_a_reason_that_is_not_the_one_that_was_sealed_is_said_to_be_lost(
    desk: Desk, rich: Path, tmp_path: Path, sql: str, what: str, which: str
) -> None:
    """Why an entry was let into a closed month, why a certificate is void, what was noted of a filed sheet."""
    code, said, _new, _answer = salvaged(desk, without(rich, tmp_path / "book.db", sql))
    assert fates(said)[what]["is_lost"] == which
    assert code == 1


def test_D5_the_new_book_seals_where_it_came_from(desk: Desk, rich: Path, tmp_path: Path) -> None:
    """The act of its making says of which book it is made and how far that went, and no act of another register does."""
    shutil.copy(rich, tmp_path / "sound.db")
    new = salvaged(desk, tmp_path / "sound.db")[2]
    with closing(sqlite3.connect(rich)) as old, closing(sqlite3.connect(new)) as connection:
        [[identity, entries]] = old.execute("select identity, (select count(*) from entry) from book")
        [[digest]] = old.execute("select digest from chain order by number desc limit 1")
        acts = connection.execute("select register, after from register_change where act = 'salvaged' order by number")
        told = acts.fetchall()
    assert [register for register, after in told if after is not None] == ["book"]
    [source] = [json.loads(after) for _register, after in told if after is not None]
    assert source == {"identity": identity, "entries": entries, "digest": digest}
    assert identity in (identities_in(new) or ())


def test_a_number_far_beyond_the_others_is_believed_of_no_row() -> None:
    """A flipped bit made it; what has no numbers is believed."""
    rows: dict[tuple[int | str | bytes | None, ...], Row] = {(number,): {} for number in (1, 2, 12_000, 22_001)}
    assert believed(rows, 10_000).keys() == {(1,), (2,)}
    assert believed(rows, 12_000).keys() == rows.keys()
    assert believed({("a",): {}}, 10_000).keys() == {("a",)}
