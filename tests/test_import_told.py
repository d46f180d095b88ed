"""What an import says it does: what was given back, of one row and of all; one entry as one, and no names where none are new."""

import json
import re
from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

from donations.domain import paper_fields
from donations.output import imported_terms

ORDERS = (
    "订单号,捐赠人,捐赠金额,支付状态,退款金额,捐赠时间\n"
    "D1,李华,80,部分退款,30,2020-02-01\nD2,王芳,9,已支付,,2020-02-02\nD3,赵六,7,已退款,7,2020-02-02\n"
)


def test_the_preview_says_what_was_given_back(desk: Desk, tmp_path: Path) -> None:
    """In the row that it is of, and in all: brought in, of which given back."""
    path = file(tmp_path, "a.csv", ORDERS)
    preview = desk.do(f"import {path} --dry-run").out
    assert "李华  80 yuan, of which 30 yuan were given back\n" in preview
    assert "王芳  9 yuan\n" in preview
    assert "Sums: 89 yuan\n" in preview
    assert "Given back: 30 yuan; 59 yuan of it stay\n" in preview
    assert "\n3 entries, 2 new parties.\n" in preview  # money is no item
    told = json.loads(desk.do(f"import {path} --yes --format json").out)["files"][0]["tables"][0]
    assert (told["sums"], told["given_back"]) == ({"CNY": "89"}, "30")
    assert sum(float(row["received"] or 0) for row in desk.read("ledger")) == 59
    told = json.loads(desk.do(f"import {file(tmp_path, 'b.csv', ONE.format(count=5))} --yes --format json").out)
    assert "given_back" not in told["files"][0]["tables"][0]


DETAILED = (
    "捐赠单位,捐赠日期,物资名称,数量,单位,仓库,接收单位,对接人,城市,备注,定向\n"
    "溪水公司,2020-02-01,口罩,5,只,一号库,市三院,赵六,九江市,第一批,发热门诊\n王芳,2020-02-02,口罩,7,只,,,,,,\n"
)


def test_the_preview_says_what_else_the_rows_say(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stands between gave nothing, and stands apart from the donor."""
    path = file(tmp_path, "a.csv", DETAILED)
    preview = desk.do(f"import {path} --dry-run").out
    details = "via: 赵六; purpose: 发热门诊; store: 一号库; city: 九江市; note: 第一批"
    assert f"溪水公司 → 市三院  口罩5只  {details}\n" in preview
    assert "口罩7只\n" in preview
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    preview = desk.do(f"import {path} --dry-run").out
    assert "口罩5只  对接方：赵六；用途：发热门诊；仓库：一号库；城市：九江市；备注：第一批\n" in preview
    long = desk.do(f"import {file(tmp_path, 'b.csv', DETAILED.replace('第一批', '长' * 40))} --dry-run").out
    assert f"备注：{'长' * 30}…\n" in long


def test_what_a_later_list_says_was_given_back_is_told_too(desk: Desk, tmp_path: Path) -> None:
    first = file(tmp_path, "a.csv", ORDERS.replace("部分退款,30", "已支付,"))
    assert "Given back" not in desk.do(f"import {first} --yes").out
    later = desk.do(f"import {file(tmp_path, 'b.csv', ORDERS)} --yes").out
    assert "refund  李华  30 yuan\n" in later
    assert "Given back: 30 yuan; 59 yuan of it stay\n" in later


def test_in_chinese(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    preview = desk.do(f"import {file(tmp_path, 'a.csv', ORDERS)} --dry-run").out
    assert "80元（其中退还 30 元）\n" in preview
    assert "其中退款：30 元；退款后余 59 元\n" in preview


ABROAD = (
    "Date,Time,TimeZone,Name,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID\n"
    "02/10/2020,10:00:00,CST,Jane Roe,Donation Payment,Completed,USD,100.00,-3.20,96.80,1AB,\n"
    "02/11/2020,10:00:00,CST,Ann Poe,Donation Payment,Completed,CNY,500.00,-3.20,496.80,2AB,\n"
    "02/14/2020,12:00:00,CST,Jane Roe,Payment Refund,Completed,USD,-40.00,1.20,-38.80,3AB,1AB\n"
)


def test_money_of_another_country_that_went_back_is_told_as_yuan_are(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sums said 100 USD and nothing of the 40 that went back."""
    path = file(tmp_path, "a.csv", ABROAD)
    preview = desk.do(f"import {path} --dry-run").out
    assert "Sums: 100 US dollars; 500 yuan\n  Given back: 40 US dollars; 60 US dollars of it stay\n" in preview
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "合计：100 美元；500 元\n  其中退款：40 美元；退款后余 60 美元\n" in desk.do(f"import {path} --dry-run").out
    told = json.loads(desk.do(f"import {path} --yes --format json").out)["files"][0]["tables"][0]
    assert (told["sums"], told["given_back_foreign"]) == ({"USD": "100", "CNY": "500"}, {"USD": "40"})
    assert "given_back" not in told


ONE = "日期,捐赠单位,物资名称,数量,单位\n2020-02-01,山花协会,口罩,{count},只\n"


def test_one_entry_is_told_as_one(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing of new names where there are none; nor when the import is taken back."""
    first = desk.do(f"import {file(tmp_path, 'a.csv', ONE.format(count=5))} --yes").out
    assert "Import 1: entry 1, 1 new party, 1 new item. `donations import --undo 1`" in first
    path = file(tmp_path, "b.csv", ONE.format(count=6))
    assert "\n1 entry.\n" in desk.do(f"import {path} --dry-run").out
    assert "Import 2: entry 2. `donations import --undo 2`" in desk.do(f"import {path} --yes").out
    undone = desk.do("import --undo 2").out
    assert undone == "Import 2 is undone: entry 3 takes it back, and its rows can be imported again.\n"
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "第 3 次导入：记为第 4 号。撤销用" in desk.do(f"import {path} --yes").out
    assert desk.do("import --undo 3").out == "第 3 次导入已撤销：由第 5 号冲销，其中的行可以重新导入。\n"


def test_several_entries_are_told_as_before(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", ONE.format(count=5) + "2020-02-02,溪水公司,口罩,7,只\n")
    assert "Import 1: entries 1 to 2, 2 new parties, 1 new item." in desk.do(f"import {path} --yes").out
    assert "entries 3 to 4 take it back" in desk.do("import --undo 1").out


def test_one_day_is_no_period(desk: Desk, tmp_path: Path) -> None:
    """Of one old entry in a file of commands, and of an issue of one day."""
    listed = file(tmp_path, "old.txt", "receive 李华 5元 --date 2020-02-05 --city 九江市 --new\n")
    assert "back, on 2020-02-05." in desk.do(f"run {listed}").err
    published = desk.do("publish --from 2020-02-05 --to 2020-02-05 --yes")
    assert "is published and kept: 2020-02-05, sha256" in published.err


def test_a_refund_is_off_the_gift_that_its_list_names(desk: Desk, tmp_path: Path) -> None:
    """And not off what the donor gave since; by hand, where no gift is named, off what was given last."""
    rows = "D1,李华,80,已支付,,2020-02-01\nD2,李华,50,已支付,,2020-02-01\n"
    head = ORDERS.splitlines()[0]
    first = file(tmp_path, "a.csv", f"{head}\n{rows}")
    later = file(tmp_path, "b.csv", f"{head}\n" + rows.replace("80,已支付,", "80,部分退款,30"))
    desk.do(f"import {first} --yes")
    desk.do(f"import {later} --yes")
    assert [gift(desk, number) for number in (1, 2)] == ["50", "50"]
    desk.do("refund 李华 20元 --date 2020-03-01 --city 九江市")
    assert [gift(desk, number) for number in (1, 2)] == ["50", "30"]
    desk.do("refund 李华 40元 --date 2020-03-02 --city 九江市")
    assert gift(desk, 1) == "40"


def gift(desk: Desk, number: int) -> str:
    """What a receipt says of a gift."""
    return str(desk.do(f"receipt {number} --format json").rows()[0]["total"])


TABLE = "捐赠日期,捐赠单位,金额（元）,备用\n2020-02-01,山花协会,100,x\n"


@pytest.mark.parametrize("heading", ["金额", "金领（元）", "备註", "E"])
def test_a_heading_of_map_that_no_table_has_is_refused(desk: Desk, tmp_path: Path, heading: str) -> None:
    """Passed over in silence, the column would be read otherwise than was meant; the headings that are there are told."""
    path = file(tmp_path, "a.csv", TABLE)
    for more in ("--yes", "--dry-run", "--yes --format json"):
        said = desk.refused(f"import {path} --map {heading}=value {more}", code=2)
        assert f"--map {heading}: " in said
        assert "捐赠日期, 捐赠单位, 金额（元）, 备用" in said


@pytest.mark.parametrize("heading", ["金额（元）", "金额(元)", " 金额 （元）", "C", "c"])
def test_a_heading_of_map_is_found_however_it_is_spelled(desk: Desk, tmp_path: Path, heading: str) -> None:
    answer = desk.run("import", str(file(tmp_path, "a.csv", TABLE)), "--map", f"{heading}=money", "--yes")
    assert (answer.code, answer.err) == (0, "")


def test_it_is_enough_that_one_of_the_files_has_it(desk: Desk, tmp_path: Path) -> None:
    """Also the lower of two rows of headings, and a column that is passed over; where a file holds no table, that is said."""
    two_rows = "捐赠日期,捐赠单位,捐赠,\n,,钱数,备用\n2020-02-03,星火协会,7,x\n"
    files = f"{file(tmp_path, 'a.csv', TABLE)} {file(tmp_path, 'b.csv', two_rows)}"
    assert desk.run(f"import {files} --map 钱数=money --map 备用=- --yes").code == 0
    assert sum(float(row["received"] or 0) for row in desk.read("ledger")) == 107
    words = file(tmp_path, "c.csv", "今天天气很好\n")
    assert "no table was found" in desk.run(f"import {words} --map 钱数=money --dry-run").out


def test_a_bill_has_columns_of_its_own(desk: Desk) -> None:
    bill = Path(__file__).parent.parent / "sample_data" / "wechat_bill.csv"
    assert "bill" in desk.refused(f"import {bill} --map 备注=purpose --yes", code=2)


def test_what_looks_alike_is_merged_by_what_the_notice_says(desk: Desk, tmp_path: Path) -> None:
    """The command can be copied as it stands, whatever blanks a name has."""
    desk.do("receive 九江市青松商贸有限公司 医用口罩5个")
    rows = "日期,捐赠单位,品名,数量,单位\n2020-02-01,青松 商贸,口罩,2,个\n"
    said = desk.do(f"import {file(tmp_path, 'a.csv', rows)} --yes").out
    notices = [line for line in said.splitlines() if "looks like" in line]
    assert notices[0].startswith("New item 口罩 looks like 医用口罩: ")
    assert notices[1].startswith("New name 青松 商贸 looks like 九江市青松商贸有限公司: ")
    typed = re.findall("`donations ([^`]*)`", "\n".join(notices))
    assert typed == [
        "items merge 口罩 医用口罩 --reason …",
        "donors merge '青松 商贸' 九江市青松商贸有限公司 --reason …",
    ]
    for command in typed:
        desk.do(command)
    assert {row["name"] for row in desk.read("donors list")} == {"九江市青松商贸有限公司"}
    assert desk.read("totals --by item")[0]["received"] == "7"


def test_items_of_different_units_are_not_said_to_be_merged(desk: Desk, tmp_path: Path) -> None:
    """Merging them is refused, so the notice says what else there is to do."""
    desk.do("receive 李华 医用口罩5个")
    rows = "日期,捐赠单位,品名,数量,单位\n2020-02-01,青松商贸,口罩,1,箱\n"
    said = desk.do(f"import {file(tmp_path, 'a.csv', rows)} --dry-run").out
    assert "New item 口罩 looks like 医用口罩, but is counted in another unit" in said
    assert "items merge" not in said
    assert "Sums: 1 carton\n" in said


def test_a_table_that_does_not_say_what_was_given_says_so(desk: Desk, tmp_path: Path) -> None:
    """Who gave is told, and is not asked for."""
    path = file(tmp_path, "a.csv", "日期,捐赠单位,数目\n2020-02-01,山花协会,口罩20个\n2020-02-02,李华,300元\n")
    said = desk.run(f"import {path} --dry-run").out
    assert "headings that tell what was given" in said
    assert "who gave or who received" not in said
    assert desk.run(f"import {path} --dry-run --map 数目=money_or_goods").code == 0
    nobody = file(tmp_path, "b.csv", "日期,品名,数量\n2020-02-01,口罩,20\n")
    assert "headings that tell who gave or who received" in desk.run(f"import {nobody} --dry-run").out


BANK = "交易日期,摘要,借方发生额,贷方发生额,余额,对方户名\n2020-02-01,捐款,,1000,1300,李华\n2020-02-02,付货款,200,,1100,甲公司\n"


@pytest.mark.parametrize(
    ("more", "paid"), [("", 200), ("2020-02-03,冲正,-200,,1300,甲公司\n2020-02-03,付货款,100,,1200,甲公司\n", 100)]
)
def test_what_an_account_paid_is_summed_too(desk: Desk, tmp_path: Path, more: str, paid: int) -> None:
    """Beside what came in, without what was taken back: a bank's list is held against both of its sums."""
    path = file(tmp_path, "a.csv", BANK + more)
    preview = desk.do(f"import {path} --dry-run").out
    assert "Sums: 1,000 yuan\n" in preview
    assert f"Given out or paid: {paid} yuan\n" in preview
    table = json.loads(desk.do(f"import {path} --yes --format json").out)["files"][0]["tables"][0]
    assert (table["sums"], table["went_out"]) == ({"CNY": "1000"}, {"CNY": str(paid)})
    spent = sum(float(row["spent"] or 0) for row in desk.read("ledger"))
    assert spent == paid


def test_equal_rows_are_told_as_the_rows_they_are(desk: Desk, tmp_path: Path) -> None:
    """Two of them are no range: rows 2 to 4 were read as three."""
    rows = ["2020-02-01,李华,80", "2020-02-01,王芳,9", "2020-02-01,李华,80", "2020-02-01,赵六,7"]
    table = "日期,捐赠人,捐赠金额\n" + "\n".join(rows) + "\n"
    said = desk.do(f"import {file(tmp_path, 'a.csv', table)} --dry-run").out
    assert "Two rows are equal, and both were kept: rows 2 and 4 of a.csv\n" in said
    said = desk.do(f"import {file(tmp_path, 'b.csv', table + rows[0])} --dry-run").out
    assert "3 rows are equal, and all were kept: the first is row 2, the last is row 6 of b.csv\n" in said


def test_rows_that_the_book_refuses_are_told_from_above(desk: Desk, tmp_path: Path) -> None:
    """Whichever good is short first: row 6 stood before row 3."""
    for item in "甲乙丙":  # the order in which the book knows them
        desk.do(f"items add {item}")
    out = "\n".join(f"2020-02-01,市三院,{item},5000,个" for item in "丙乙甲")
    path = file(tmp_path, "out.csv", f"发放日期,接收单位,品名,数量,单位\n{out}\n")
    problems = json.loads(desk.run(f"import {path} --dry-run --format json").out)["files"][0]["problems"]
    assert [problem["row"] for problem in problems] == [2, 3, 4]
    assert "丙 that had come in by 2020-02-01: 5,000 pcs are missing" in desk.run(f"import {path} --dry-run").out


def test_sums_of_money_have_their_fen(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", "日期,捐赠人,捐赠金额\n2020-02-01,李华,4570.7\n")
    assert "Sums: 4,570.70 yuan\n" in desk.do(f"import {path} --dry-run").out


def test_people_have_a_word_for_all_that_a_column_is_read_as() -> None:
    assert set(paper_fields.FIELDS) - {paper_fields.PASSED} <= imported_terms.FIELDS.keys()


def test_what_was_imported_is_not_taken_back_by_a_dry_run(desk: Desk, tmp_path: Path) -> None:
    """`--undo 1 --dry-run` took the import back; and -o was passed over, whatever was to stand there."""
    papers = tmp_path / "gifts.csv"
    papers.write_text("日期,捐赠人,金额\n2020-02-01,李华,500\n", encoding="utf-8")
    desk.do(f"import {papers}")
    assert "--dry-run" in desk.refused("import --undo 1 --dry-run", code=2)
    assert desk.stock() == {"CNY": "500"}
    file = tmp_path / "undone.json"
    assert desk.do(f"import --undo 1 -o {file}").out == ""
    assert json.loads(file.read_text(encoding="utf-8"))["undone"] is True
    desk.do(f"import {papers}")
    told = tmp_path / "undone.txt"
    desk.do(f"import --undo 2 -o {told}")
    assert "Import 2 is undone" in told.read_text(encoding="utf-8")


def test_an_import_of_which_nothing_stands_is_undone_by_no_entry(desk: Desk, tmp_path: Path) -> None:
    """Its entries had been reversed one by one: “entries 3 to 2 take it back” was said."""
    papers = tmp_path / "gifts.csv"
    papers.write_text("日期,捐赠人,金额\n2020-02-01,李华,500\n", encoding="utf-8")
    for number in (1, 2):
        desk.do(f"import {papers}")
        desk.do(f"reverse {2 * number - 1} --reason 重复")
        if number == 1:
            assert "no entry of it stood any more" in desk.do("import --undo 1").out
    undone = desk.do("import --undo 2 --format json").json
    assert (undone["entries"], undone["first_entry"], undone["last_entry"]) == (0, None, None)


def test_records_side_by_side_are_told_of_as_one_run_of_rows(desk: Desk, tmp_path: Path) -> None:
    """They were told of as row 2, rows 2 to 3, rows 3 to 4, and row 4."""
    path = file(tmp_path, "a.csv", "昵称,金额,昵称,金额\n李华,5,王芳,6\n赵敏,7,周明,8\n吴静,9,郑强,10\n")
    told = desk.run(f"import {path} --dry-run").out
    assert "\n  rows 2 to 4: expected a date" in told
    assert told.count("--date") == 1
    one = file(tmp_path, "b.csv", "昵称,金额,昵称,金额\n李华,5,王芳,6\n")
    assert "\n  row 2: expected a date" in desk.run(f"import {one} --dry-run").out


def test_what_was_paid_in_the_row_of_a_gift_is_told_too(desk: Desk, tmp_path: Path) -> None:
    """Both entries of a row are shown and summed before they are booked, and the row is counted once."""
    rows = "".join(f"2020-02-0{day},第{day}公司,1000,{day}00\n" for day in range(1, 8))
    path = file(tmp_path, "a.csv", f"日期,捐赠方,捐赠金额（元）,支出金额（元）\n{rows}")
    preview = desk.do(f"import {path} --dry-run").out
    assert "2020-02-02  receipt  第2公司  1000 yuan\n" in preview
    assert "2020-02-02  expense           200 yuan\n" in preview
    assert "(the first 5 of 7 new rows)" in preview
    assert "Sums: 7,000 yuan\n" in preview
    assert "Given out or paid: 2,800 yuan\n" in preview


def test_a_unit_that_the_amount_says_within_itself_is_not_said_again(desk: Desk, tmp_path: Path) -> None:
    """It was shown, and kept, as 口罩50箱（每箱200只）箱."""
    path = tmp_path / "x.csv"
    path.write_text("捐赠单位,品名,数量,单位,日期\n光明公司,口罩,50箱（每箱200只）,箱,2020-02-01\n", encoding="utf-8")
    desk.do(f"import {path}")
    [row] = desk.read("journal")
    assert (row["amount"], row["unit"]) == ("10000", "只")
    assert desk.read("sql 'select written from lines'")[0]["written"] == "口罩50箱（每箱200只）"


def test_an_english_preview_has_no_unit_of_money_in_chinese(desk: Desk, tmp_path: Path) -> None:
    """It showed 500元 of a list in English."""
    money = "Donor,Amount,Date\nJane,500,2020-02-03\n"
    goods = "Donor,Item,Quantity,Estimated value (RMB),Date\nTom,Masks,20 pcs,300,2020-02-04\n"
    of_money, of_goods = (
        desk.do(f"import {file(tmp_path, name, text)} --dry-run").out
        for name, text in (("a.csv", money), ("b.csv", goods))
    )
    assert "  Jane  500 yuan\n" in of_money
    assert "  Tom  Masks 20 pcs  value: 300 yuan\n" in of_goods
    assert all(mark.isascii() or mark == "→" for mark in of_money + of_goods)


def test_a_sheet_stands_before_its_row_as_the_language_has_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """English had the wide colon of Chinese."""
    desk.do("receive 李华 5元 --date 2020-02-03")
    desk.do(f"ledger -o {tmp_path / 'a.xlsx'}")
    assert "\n  Ledger: row 6: expected" in desk.run(f"import {tmp_path / 'a.xlsx'} --dry-run").out
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "\n  Ledger：第 6 行：" in desk.run(f"import {tmp_path / 'a.xlsx'} --dry-run").out


def test_the_preview_says_what_was_paid_for_what_was_bought(desk: Desk, tmp_path: Path) -> None:
    """One price for all of it, and one of each: what it cost in all."""
    for headings, row in (("支出", "250"), ("单价,采购金额", "2.5,250")):
        table = f"日期,供应商,品名,数量,单位,{headings}\n2020-02-02,康健药房,口罩,100,只,{row}\n"
        paper = file(tmp_path, "bought.csv", table)
        shown = desk.run(f"import {paper} --dry-run").out
        assert "口罩100只  spent: 250 yuan" in shown


def test_units_that_a_language_calls_alike_make_one_sum(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`200 pcs; 1,500 pcs` says nothing in English; in Chinese 只 is as it is written, and pcs is 个 in every line."""
    rows = "日期,捐赠单位,品名,数量,单位\n2020-02-01,李华,口罩,200,个\n2020-02-01,李华,手套,1500,只\n2020-02-01,李华,电筒,7,pcs\n"
    path = file(tmp_path, "a.csv", rows)
    assert "Sums: 1,707 pcs\n" in desk.do(f"import {path} --dry-run").out
    monkeypatch.setenv("DONATIONS_LANG", "zh")
    assert "合计：207 个；1,500 只\n" in desk.do(f"import {path} --dry-run").out


@pytest.mark.parametrize(("second", "typed"), [("In (USD)", "'In (USD)=…'"), ("Euros", "Euros=…")])
def test_what_asks_for_map_says_what_to_write_for_heading(desk: Desk, tmp_path: Path, second: str, typed: str) -> None:
    """With a heading of the table itself, in quotes where a shell would part it: the one that is not read."""
    path = file(
        tmp_path, "a.csv", f"Date,Donor,In (CNY),{second}\n2020-02-01,Mary,1000,142.5\n2020-02-02,John,500,71\n"
    )
    said = desk.run(f"import {path} --dry-run")
    assert said.code == 65
    assert f"HEADING is a heading as it stands in the file, such as `--map {typed}`" in said.out
    assert desk.run("import", str(path), "--dry-run", "--map", f"{second}=-").code == 0
    assert "HEADING is" not in desk.do("import", str(path), "--dry-run", "--map", f"{second}=-").out


def test_rows_that_lack_the_same_are_told_together_whatever_else_they_lack(desk: Desk, tmp_path: Path) -> None:
    """Each of three sentences was said of each row anew."""
    (tmp_path / "s.csv").write_text(
        "物资名称,单位,入库数量,出库数量,库存数量\n口罩,只,50,30,25\n防护服,套,20,15,5\n手套,双,20,15,5\n"
    )
    told = [line.strip() for line in desk.run(f"import {tmp_path / 's.csv'} --dry-run").out.splitlines()]
    assert sum(line.startswith("rows 2 to 4: ") for line in told) == 3
    assert not any(line.startswith("row ") for line in told)
