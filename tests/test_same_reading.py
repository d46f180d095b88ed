"""What changes nothing for whoever reads a paper changes nothing here: the same gifts, days, people, units and totals.

Each paper of the other tests is changed as people and their programs change papers, and must be read as it was. `-m long` takes all
of them; without it every few of them stand for the others.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
import test_english_lists
import test_given_or_worth
import test_money_tables
import test_tables
import test_tables_met
import test_tables_more
import test_tables_others
import test_tables_published
import test_tables_turned
import test_tables_wide
from harness.tables import settings, told_of

from donations.domain.traditional import _SIMPLIFIED, _TRADITIONAL, simplified
from donations.importers.sheet import Sheet
from donations.importers.tables import tables

Rows = list[list[str]]
Change = Callable[[Rows, Sequence[int], Sequence[int]], Rows]
"""A paper changed: its rows, which of them are headings, and which columns are of money in yuan."""

PAPERS: list[tuple[str, dict[str, Any], str]] = [
    (name, said, text)
    for shapes in (
        test_tables, test_tables_met, test_tables_more, test_tables_others, test_tables_wide, test_tables_turned,
        test_tables_published, test_money_tables, test_english_lists, test_given_or_worth,
    )
    for name, said, text, _answer in shapes.SHAPES
    if "columns" not in said
]  # fmt: skip
EVERY = 20

_ANOTHER_WAY = {
    simple: traditional
    for traditional, simple in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)
    if _SIMPLIFIED.count(simple) == 1 and simple not in "折准"
}
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")


def reading(rows: Rows, said: dict[str, Any]) -> list[str]:
    """What is drafted of the rows, in order; the totals that are stated; and whether any is refused."""
    found, is_refused = list[str](), False
    for table in tables(Sheet(None, iter(list(enumerate(map(list, rows), 1)))), settings(**said)):
        for line in list(told_of(table))[1:]:
            row, _, rest = line.partition(" ")
            is_refused = is_refused or rest.startswith("! ")
            if row in ("=", "≠"):
                found.append(re.sub(" in row [0-9]+|^≠ [0-9]+ .*:", "", line))
            elif not rest.startswith(("! ", "- ")):
                found.append(simplified(rest))
    return [*found, *(["refused"] * is_refused)]


def places(rows: Rows, said: dict[str, Any]) -> tuple[list[int], list[int]]:
    """Which rows are headings, and in which columns there is money in yuan; no column where nobody could tell."""
    headings, money = [], set()
    for table in tables(Sheet(None, iter(list(enumerate(map(list, rows), 1)))), settings(**said)):
        lines = list(told_of(table))
        if not table.heading_row:
            continue
        own = rows[table.heading_row - 1]
        again = [row for row, cells in enumerate(rows) if cells == own]
        headings += [table.heading_row - 1, *again]
        if all(" CNY " in line or " - " in line for line in lines[1:]) and not any(
            "万" in "".join(row) for row in rows
        ):
            money |= {
                at
                for at, heading in enumerate(own)
                if own.count(heading) == 1 and table.columns.get(heading) in ("money", "spent")
            }
    return sorted(set(headings)), sorted(money)


def each_cell(change: Callable[[str], str]) -> Change:
    """Every filled cell changed so."""
    return lambda rows, _headings, _money: [[change(cell) if cell else "" for cell in row] for row in rows]


def each_heading(change: Callable[[str], str]) -> Change:
    """Every heading changed so."""
    return lambda rows, headings, _money: [
        [change(cell) if cell else "" for cell in row] if at in headings else row for at, row in enumerate(rows)
    ]


def each_amount(change: Callable[[str], str]) -> Change:
    """Every plain number in a column of money changed so, that of the total too."""
    return lambda rows, headings, money: [
        [change(cell) if column in money and _NUMBER.fullmatch(cell) else cell for column, cell in enumerate(row)]
        if headings and at > headings[0]
        else row
        for at, row in enumerate(rows)
    ]


def of_csv(text: str) -> Rows:
    return [list(row) for row in csv.reader(io.StringIO(text.lstrip("\n")))]


def wide(rows: Rows) -> int:
    return max(map(len, rows))


CHANGES: dict[str, Change] = {
    "signs without width": each_cell(lambda cell: f"\u200b{cell}\ufeff"),
    "blanks of all sorts": each_cell(lambda cell: f"\u00a0{cell}\u3000\t"),
    "marks of what must be filled in": each_heading(lambda heading: f"*{heading}"),
    "marks behind": each_heading(lambda heading: f"{heading}＊"),
    "traditional headings": each_heading(lambda heading: "".join(_ANOTHER_WAY.get(sign, sign) for sign in heading)),
    "headings of two signs with a blank": each_heading(lambda text: f"{text[0]} {text[1]}" if re.fullmatch("[日姓数品单备金][期名量位注额]", text) else text),
    "¥": each_amount(lambda amount: f"¥{amount}"),
    "元": each_amount(lambda amount: f"{amount}元"),
    "thousands": each_amount(lambda amount: f"￥ {int(amount):,}" if amount.isdigit() else amount),
    "an empty column before": lambda rows, _headings, _money: [["", *row] for row in rows],
    "an empty column behind": lambda rows, _headings, _money: [row + [""] * (wide(rows) + 1 - len(row)) for row in rows],
    "empty rows around": lambda rows, _headings, _money: [[], [""] * wide(rows), *rows, [""] * wide(rows), []],
}  # fmt: skip

_HEADLESS = "records side by side without headings"
_ACCOUNTS = {
    "an account of what came and went",
    "a bank's account",
    "a bank's list without signs whose balance says which way each amount went",
    "the same with the newest first, the oldest with a sign since nothing stands before it",
    "the first row of a list told by its balances, and one that contradicts them",
    "two equal amounts, of which the days say which came first",
    "a bank's list whose cells say 借 and 贷 in two languages",
    "a ledger of cash whose balance says which side came in, with sums of each month",
    "an account without names, whose signs say what came in",
    "a bank's list without names, whose balance says which side came in",
    "spending with a minus though its column says so, and departments",
    "the day in columns of months and days, with the year above them",
    "an account with short headings",
    "income and spending that stand in one row are of nobody together",
    "one's own books whose balance says which side came in, beside who stood on the other side",
    "totals and balances of an account that have a day of their own",
    "an account with signs beside who gave, which the balance says too",
}
"""With a balance, in traditional characters: banks of Hong Kong and Taiwan write so, and which money it is is asked."""
DIFFER: dict[str, set[str]] = {
    "traditional headings": {"sponsors in two languages", *_ACCOUNTS},  # $ may be of Hong Kong there, which is asked
    "an empty column before": {_HEADLESS},  # where nothing but its width tells a record, more width is asked about
    "an empty column behind": {_HEADLESS},
}
"""Papers that such a change makes another, and why that is right."""


def differing(papers: Sequence[tuple[str, dict[str, Any], str]], change: str) -> Iterator[str]:
    for name, said, text in papers:
        rows = of_csv(text)
        before = reading(rows, said)
        after = reading(CHANGES[change](rows, *places(rows, said)), said)
        if before != after and name not in DIFFER.get(change, ()):
            yield f"{name}: {[line for line in before if line not in after]} became {[line for line in after if line not in before]}"


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_that_says_nothing_changes_nothing(change: str) -> None:
    assert list(differing(PAPERS[::EVERY], change)) == []


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES)
def test_no_paper_is_read_otherwise(change: str) -> None:
    assert list(differing(PAPERS, change)) == []


PAIRS = [
    (
        "numbers below each other",
        '日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,"500\n300",个\n',
        '日期,捐赠单位,品名,数量,单位\n2020-02-01,甲公司,口罩,"\u200b500\n300",个\n',
    ),
    (
        "days that lost their zeros",
        "2020年捐款名单\n日期,捐款人,金额（元）\n1.8,李华,1\n1.9,李华,2\n1.1,李华,3\n1.11,李华,4\n1.12,李华,5\n",
        "2020年捐款名单\n日期,捐款人,金额（元）\n\ufeff1.8,李华,1\n\ufeff1.9,李华,2\n\ufeff1.1,李华,3\n\ufeff1.11,李华,4\n\ufeff1.12,李华,5\n",
    ),
    (
        "days that say their order",
        "Date,Donor,Amount (USD)\n03/04/2020,Ann Smith,5\n03/25/2020,Bob Lee,6\n",
        "Date,Donor,Amount (USD)\n\u200b03/04/2020,Ann Smith,5\n\u200b03/25/2020,Bob Lee,6\n",
    ),
    (
        "goods behind a blank row, in the last row of a list of money and goods",
        "姓名,捐款金额（元）,捐赠物资,日期\n甲,100,口罩10个,2020-02-01\n丁,,牛奶5箱,2020-02-01\n",
        "姓名,捐款金额（元）,捐赠物资,日期\n甲,100,口罩10个,2020-02-01\n,,,\n丁,,牛奶5箱,2020-02-01\n",
    ),
    (
        "sums of sections, with blank rows among them",
        "日期：2020-02-01\n姓名,金额\n张三,100\n,100\n李四,50\n王五,60\n,110\n赵六,7\n,7\n,217\n",
        "日期：2020-02-01\n姓名,金额\n张三,100\n,100\n,\n李四,50\n,\n王五,60\n,110\n姓名,金额\n赵六,7\n,\n,7\n,217\n",
    ),
    (
        "a column of years behind an empty one",
        "2019年度捐款名单\n年度,月份,捐款人,金额\n2018,1,李华,100\n2019,2,王芳,200\n",
        "2019年度捐款名单\n年度,,月份,捐款人,金额\n2018,,1,李华,100\n2019,,2,王芳,200\n",
    ),
    (
        "a column of years elsewhere",
        "2019年度捐款名单\n年,月,捐款人,金额\n2018,1,李华,100\n2019,2,王芳,200\n",
        "2019年度捐款名单\n金额,月,捐款人,年\n100,1,李华,2018\n200,2,王芳,2019\n",
    ),
    (
        "what came in and what was spent beside each other, numbered",
        "捐赠者,金额,时间,备注,支出事项,金额,时间,备注\n李华,100,2020-02-01,,运费,50,2020-02-02,急\n王明,200,2020-02-01,谢,,,,\n",
        "序号,捐赠者,金额,时间,备注,支出事项,金额,时间,备注\n1,李华,100,2020-02-01,,运费,50,2020-02-02,急\n2,王明,200,2020-02-01,谢,,,,\n",
    ),
    (
        "an account with two sides, numbered",
        "2020年2月收支公示\n收入,,支出,\n项目,金额,事项,金额\n李华捐款,500,购口罩,300\n甲公司捐赠,200,运费,50\n",
        "2020年2月收支公示\n序号,收入,,支出,\n,项目,金额,事项,金额\n1,李华捐款,500,购口罩,300\n2,甲公司捐赠,200,运费,50\n",
    ),
    (
        "goods of so much worth, with colons behind the headings",
        "捐赠人,捐赠方式,金额,日期\n李华,银行转账,100,2020-02-01\n王芳,实物,200,2020-02-01\n",
        "捐赠人：,捐赠方式：,金额：,日期：\n李华,银行转账,100,2020-02-01\n王芳,实物,200,2020-02-01\n",
    ),
    (
        "who paid whom, in columns that must be filled in, whose headings come again",
        "到账时间,付款方名称,收款方名称,到账金额\n2020-03-01,李华,某协会,5\n2020-03-02,王芳,某协会,6\n",
        "*到账时间,*付款方名称,*收款方名称,*到账金额\n2020-03-01,李华,某协会,5\n*到账时间,*付款方名称,*收款方名称,*到账金额\n2020-03-02,王芳,某协会,6\n",
    ),
    (
        "an account of one's own whose amounts have signs of the yuan, that of nothing too",
        "日期,摘要,收入,支出,备注\n2020-02-01,李华捐款,100,0,\n2020-02-02,邮寄费,0,300,已报销\n2020-02-03,水,,12,\n",
        "日期,摘要,收入,支出,备注\n2020-02-01,李华捐款,¥100.00,¥0.00,\n2020-02-02,邮寄费,0元,￥300.00,已报销\n2020-02-03,水,¥ -,¥ 12.00,\n",
    ),
    (
        "a bank's list in full-width digits, whose balances say which way amounts went",
        "交易日期,交易金额,余额,对方户名,摘要\n2020-02-01,,1000.00,,上期余额\n2020-02-02,300,700.00,某药店,购口罩\n2020-02-03,500,1200.00,李华,捐款\n",
        "交易日期,交易金额,余额,对方户名,摘要\n2020-02-01,,1000.00,,上期余额\n2020-02-02,３００,700.00,某药店,购口罩\n2020-02-03,５００,1200.00,李华,捐款\n",
    ),
    (
        "what was promised beside what came",
        "捐赠单位,拟捐赠,,实际捐赠,,日期\n,物资,数量,物资,数量,\n山花协会,口罩,100只,口罩,80只,2020-02-01\n",
        "捐贈單位,擬捐贈,,實際捐贈,,日期\n,物資,數量,物資,數量,\n山花协会,口罩,100只,口罩,80只,2020-02-01\n",
    ),
    (
        "money promised beside what came of it",
        "姓名,认捐金额,已到账,到账日期\n甲某,1000,800,2020-02-01\n乙某,2000,,\n",
        "姓名,認 捐 金 額,已 到 帳,到 帳 日 期\n甲某,1000,800,2020-02-01\n乙某,2000,,\n",
    ),
    (
        "what was bought among gifts, on two pages",
        "日期,类型,捐赠单位,物资,数量\n2020-02-01,捐赠,甲公司,口罩,500个\n2020-02-04,采购,某药店,口罩,100个\n",
        "日期,类型,捐赠单位,物资,数量\n2020-02-01,捐赠,甲公司,口罩,500个\n日期,类型,捐赠单位,物资,数量\n2020-02-04,采购,某药店,口罩,100个\n",
    ),
    (
        "the last row of a page, without a number",
        "日期,捐赠单位,品名,单位,数量（未填数量的均为1件）\n2020-02-01,甲公司,呼吸机,台,\n2020-02-03,乙公司,口罩,个,500\n",
        "日期,捐赠单位,品名,单位,数量（未填数量的均为1件）\n2020-02-01,甲公司,呼吸机,台,\n日期,捐赠单位,品名,单位,数量（未填数量的均为1件）\n2020-02-03,乙公司,口罩,个,500\n",
    ),
    (
        "columns of purposes on two pages",
        "姓名,日期,助学基金,抗疫专项,一般捐款\n李华,2020-02-01,500,,\n王芳,2020-02-02,100,,200\n合计,,600,,200\n",
        "*姓名,日期,助学基金,抗疫专项,一般捐款\n李华,2020-02-01,500,,\n*姓名,日期,助学基金,抗疫专项,一般捐款\n王芳,2020-02-02,100,,200\n合计,,600,,200\n",
    ),
    (
        "months beside days on two pages",
        "2019年捐款名单\n月份,日期,捐款人,金额\n1月,3日,李华,100\n,15日,王芳,200\n12月,3日,赵一,300\n",
        "2019年捐款名单\n月份,日期,捐款人,金额\n1月,3日,李华,100\n,15日,王芳,200\n\n2019年捐款名单\n月份,日期,捐款人,金额\n12月,3日,赵一,300\n",
    ),
    (
        "columns of purposes below a word for them, twice",
        ",,捐款用途,,合计（万元）\n姓名,日期,助学,助老,\n李华,2020-02-01,1,2,3\n王芳,2020-02-01,1,2,3\n",
        ",,捐款用途,,合计（万元）\n姓名,日期,助学,助老,\n李华,2020-02-01,1,2,3\n,,捐款用途,,合计（万元）\n姓名,日期,助学,助老,\n王芳,2020-02-01,1,2,3\n",
    ),
    (
        "amounts that are void by their own word, and cash",
        "日期,捐赠人,捐赠项目,金额\n2020-02-01,甲,现金,300元(作废)\n2020-02-01,乙,现金,20\n2020-02-01,丙,口罩5个,30\n2020-02-01,丁,现金,3（红字）\n",
        "日期,捐贈人,捐贈項目,金額\n2020-02-01,甲,現金,300元(作廢)\n2020-02-01,乙,現金,20\n2020-02-01,丙,口罩5个,30\n2020-02-01,丁,現金,3（紅字）\n",
    ),
]  # fmt: skip
"""Two papers that say the same."""


@pytest.mark.parametrize(("plain", "other"), [pair[1:] for pair in PAIRS], ids=[pair[0] for pair in PAIRS])
def test_two_papers_that_say_the_same_are_read_alike(plain: str, other: str) -> None:
    said = reading(of_csv(plain), {})
    assert reading(of_csv(other), {}) == said
    assert said
