"""Rows read cell by cell or by columns: the same records as those read with care, and a part of the work."""

import csv
import io
import random

import pytest
from harness.shares import every
from harness.tables import settings, sheet, told, told_of

from donations.importers import body
from donations.importers.rows import rows
from donations.importers.sheet import Sheet
from donations.importers.table import Plain
from donations.importers.tables import tables

HEADINGS = {
    "money beside goods": ("日期", "捐赠人", "捐款金额（元）", "物资", "数量", "单位", "备注"),
    "values": ("日期", "捐赠人", "物资", "数量", "单位", "折算金额（元）", "备注"),
    "values of what is passed on": ("日期", "捐赠人", "受赠单位", "捐款金额（元）", "物资", "数量", "单位", "价值"),
    "prices and values": ("序号", "捐赠人", "物资", "规格", "数量（千个）", "单价", "总价", "城市"),
    "money": ("日期", "捐赠人", "金额（元）", "城市", "备注"),
    "money in ten thousands": ("捐赠人", "日期", "捐款金额（万元）", "定向", "支付方式", "仓库"),
    "money passed on": ("序号", "捐赠人", "受赠单位", "捐款金额", "日期", "备注"),
    "dollars": ("捐赠人", "捐款金额（美元）", "日期", "备注"),
    "money with numbers": ("流水号", "日期", "捐赠人", "金额", "备注"),
    "goods with numbers": ("日期", "捐赠人", "物资", "数量", "单位", "交易单号"),
    "goods": ("日期", "捐赠人", "物资", "规格", "数量", "单位", "定向"),
    "goods with their units": ("日期", "捐赠人", "物资", "数量", "定向"),
    "goods with their units in dozens": ("日期", "捐赠人", "物资", "规格", "数量（打）"),
    "money of nobody's": ("捐赠人", "金额", "城市"),
    "money with its words": ("日期", "捐赠人", "金额", "备注"),
    "money with its words in thousands": ("日期", "捐赠人", "金额（千元）", "备注"),
    "goods passed on": ("捐赠人", "受赠单位", "物资", "数量", "单位", "日期", "城市"),
    "goods that somebody arranged": ("日期", "捐赠人", "对接人", "受赠单位", "物资", "数量", "单位"),
    "goods given out": ("日期", "受赠单位", "物资", "数量", "单位", "备注"),
    "goods with their lots": ("日期", "捐赠人", "物资", "数量", "单位", "批号", "生产日期", "有效期至"),
    "goods with their lots and values": ("日期", "捐赠人", "现金", "物资", "规格", "数量", "单位", "总价", "有效期至"),
    "money, values and a purpose": ("日期", "捐赠人", "现金（万元）", "物资", "数量", "单位", "价值", "定向", "仓库"),
}
CELLS = {
    "日期": (
        "2020-02-01",
        "2020-02-03",
        "",
        "2月5日",
        "昨儿",
        "2020-02-04 12:30:05",
        "2020/02/05 9:30",
        "2020-02-06T24:10",
    ),
    "序号": ("1", "2", "三", "", "WZ-0012", "A1合计", "A"),
    "捐赠人": ("李华", "王芳", "九江市红十字会", "", "", "合计", "👺", "名" * 101),
    "物资": ("口罩", "大米", "", "3M口罩", "现金", "大米20斤", "合计"),
    "规格": ("N95", "", "10*20"),
    "单位": ("个", "箱", "", "斤", "24瓶/箱", "合计"),
    "城市": ("九江市", "", "某地"),
    "备注": ("急用", "", "合计", "注：补登"),
    "流水号": ("20200001", "A77", "20200003", "", "4E+15", "20200001", "1.2", "12 3", "100000000000000000000"),
    "交易单号": ("20200001", "A77", "20200003", "", "合计", "一"),
    "受赠单位": (
        "市三院",
        "",
        "九江市第一中学",
        "无",
        "市三院、市一院",
        "合计",
        "李华5个，王芳3个",
        "-",
        "库存",
        "采购口罩",
        "已发放",
        "第120医院",
        "阳光小区3栋",
        "医院12",
        "甲村20版",
        "甲村5个",
        "甲村100只",
    ),
    "对接人": ("王芳", "", "李华", "无"),
    "支付方式": ("微信", "", "现金", "退款", "物资", "支出"),
    "定向": ("", "防疫", "非定向"),
    "仓库": ("", "一号仓"),
    "批号": ("A1", "", "20200101", "同上", "1.2E+17", "无", "合计"),
    "生产日期": ("2019-12-01", "", "2019年6月", "长期"),
    "有效期至": ("2022-03-01", "2021年3月", "", "2019-01-31", "18个月", "见包装", "2020.13.1", "长期", "〃"),
}
WORDED = (
    "5个", "100只", "12.5斤", "20箱", "2020年", "3月", "5万个", "007个", "1,000个", "约50个", "5余个", "3打", "2箱零5个", "10", "5号",
    "24瓶/箱×2", "0个", "10k", "5千克", "3位", "100个左右", "５个", "50 个", "7.5.个", "2份半",
)  # fmt: skip
SUMS = (
    "500元", "¥20", "¥1,234.50", "100", "5万元", "￥30元", "$20", "20美元", "3,000元整", "5元/人", "1.234元", "0元", "一百元", "¥ 30",
    "100块", "12角", "10,2000元", "¥5万", "50人民币", "500（微信）",
)  # fmt: skip
NUMBERS = (
    "5",
    "100",
    "12.5",
    "",
    "0.001",
    "0",
    "1,000",
    "1,234.50",
    "10,2000",
    "1.234,50",
    "500元",
    "¥20",
    "约500",
    "-3",
    "一批",
    "5箱",
    "3.456",
    "若干",
)
"""What may stand in the other columns; the first of each are plain."""


def random_table(
    chance: random.Random, headings: tuple[str, ...], odd: float, of_amounts: tuple[str, ...] = NUMBERS
) -> str:
    """A table of rows of which so many cells are odd, with a total at its foot."""

    def cell(heading: str) -> str:
        words = CELLS.get(heading, of_amounts)
        return chance.choice(words if chance.random() < odd else words[:3])

    lines = [[cell(heading) for heading in headings] for _row in range(120)]
    for line in chance.sample(lines, 4):
        del line[chance.randrange(len(line)) :]
    foot = ["合计", *("" if heading in CELLS else chance.choice(NUMBERS) for heading in headings[1:])]
    out = io.StringIO()
    csv.writer(out).writerows([["2020年2月捐赠明细"], headings, *lines, foot])
    return out.getvalue()


@pytest.mark.parametrize("odd", [0.0, 0.02, 0.3])
@pytest.mark.parametrize("seed", every(5, range(5)))
@pytest.mark.parametrize("name", HEADINGS)
def test_rows_read_cell_by_cell_say_what_careful_ones_do(
    name: str, seed: int, odd: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records, their order, sums, totals and columns that differ: whatever stands in the table."""
    of_amounts = {"goods with their units": WORDED, "money with its words": SUMS}.get(
        name.removesuffix(" in dozens").removesuffix(" in thousands"), NUMBERS
    )
    table = random_table(random.Random(f"{name} {seed} {odd}"), HEADINGS[name], odd, of_amounts)
    quick = told(table)
    monkeypatch.setattr(body, "quick_way", lambda *_: None)
    monkeypatch.setattr(body, "plain_way", lambda *_: None)
    assert quick == told(table)


def test_plain_rows_are_not_read_with_care(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a thousand plain rows none goes the careful way."""
    careful = 0
    record = rows.RowReader.record

    def counted(*arguments: object) -> object:
        nonlocal careful
        careful += 1
        return record(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(rows.RowReader, "record", counted)
    for headings, line, of_each in (
        ("日期,捐赠人,捐款金额（元）,物资,数量,单位", "2020-02-01,捐赠者{0}号,{0},口罩,{0},个", ": CNY"),
        ("日期,捐赠人,折算金额（元）,物资,数量,单位", "2020-02-01,捐赠者{0}号,{0},口罩,{0},个", "@@"),
        ("日期,捐赠人,物资,数量,单位,批号,有效期", "2020-02-01,捐赠者{0}号,口罩,{0},个,L{0},2022-03-01", ": 口罩"),
        ("日期,捐赠人,捐款金额（元）", '2020-02-01,捐赠者{0}号,"1,{1:03d}.50"', ": CNY"),
        ("日期,捐赠人,捐款金额", "2020-02-01,捐赠者{0}号,¥{0}.50", ": CNY"),
        ("日期,流水号,捐赠人,捐款金额", "2020-02-01,2020{0},捐赠者{0}号,{0}", ": CNY"),
        ("日期,捐赠人,捐款金额", "2020-02-01,捐赠者{0}号,{0}元", ": CNY"),
        ("日期,捐赠人,捐款金额", "2020-02-01,,{0}元", ": CNY"),
        ("捐赠时间,捐赠人,捐款金额", "2020-02-01 10:20:59,捐赠者{0}号,{0}", ": CNY"),
        ("编号,日期,捐赠人,物资,数量,单位", "WZ-{0},2020-02-01,捐赠者{0}号,口罩,{0},个", ": 口罩"),
        ("日期,受赠单位,物资,数量,单位", "2020-02-01,第{0}医院,口罩,{0},个", ": 口罩"),
        ("日期,捐赠人,物资,数量", "2020-02-01,捐赠者{0}号,口罩,{0}个", ": 口罩"),
        ("日期,捐赠人,受赠单位,物资,数量,单位", "2020-02-01,捐赠者{0}号,市三院,口罩,{0},个", "relay"),
    ):
        lines = [line.format(number, number % 1000) for number in range(1, 1001)]
        assert told("\n".join([headings, *lines]) + "\n").count(of_each) == 1000, headings
    assert careful == 0


def test_a_time_of_day_makes_no_other_day() -> None:
    """Each row has a time of its own; what it means is worked out, and put into the book, once a day."""
    lines = [
        f"2020-02-0{row % 3 + 1} {row % 24:02d}:{row % 60:02d}:{row % 59:02d},李华,{row}" for row in range(1, 1001)
    ]
    table = next(tables(sheet("\n".join(["捐赠时间,捐赠人,捐款金额（元）", *lines])), settings()))
    days = {id(plain.means.days): plain.means.days for plain in table.records if isinstance(plain, Plain)}
    assert [len(each) for each in days.values()] == [3]


@pytest.mark.parametrize(
    "headings", ["日期,捐赠人,金额", "日期,捐赠人,物资,数量,单位", "日期,捐赠人,物资,数量,单位,总价"]
)
def test_the_day_of_a_total_is_not_the_day_above(headings: str) -> None:
    """Rows are read together; a day without a year below a total is near those of gifts, whatever year the total says."""
    rest = ",".join(["", "口罩", "5", "个", "50"][: headings.count(",")]) if "物资" in headings else ",5"
    table = f"{headings}\n2月5日,李华{rest}\n2019-03-01,合计{rest}\n2月6日,王芳{rest}\n"
    assert [line for line in told(table).splitlines() if "2020-02-06 donor=王芳" in line]


def test_goods_in_a_column_of_money_are_in_no_total_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """5袋大米 among them is counted as the careful way counts it."""
    table = "日期,捐赠人,捐款金额\n2020-02-01,李华,5袋大米\n合计,,5\n"
    quick = told(table)
    assert "= 5" not in quick
    monkeypatch.setattr(body, "plain_way", lambda *_: None)
    assert quick == told(table)


@pytest.mark.parametrize(
    ("headings", "first", "second", "place"),
    [
        ("城市,区县", "九江市,浔阳区", "九江市,〃", "九江市浔阳区"),
        ("区县,城市", "浔阳区,武汉", "浔阳区,同上", "武汉市"),
    ],
)
def test_a_place_that_is_said_to_be_the_one_above(headings: str, first: str, second: str, place: str) -> None:
    """〃 below one of two columns, beside a word in the other that is a place by itself."""
    table = f"日期,捐赠人,捐款金额,{headings}\n2020-02-01,李华,5,{first}\n2020-02-02,王芳,6,{second}\n"
    assert f"3 receipt 2020-02-02 donor=王芳 in {place}:" in told(table)


@pytest.mark.parametrize(
    ("headings", "plain", "odd"),
    [
        ("日期,捐款人,捐款金额,用途", "2020-02-01,李华,5,防疫", "2020-02-29,,5,合计"),
        ("日期,捐款人,捐款金额,仓库", "2020-02-01,李华,5,一号仓", "2020-02-29,,5,小计"),
        ("日期,捐款人,捐款金额,流水号", "2020-02-01,李华,5,A001", "2020-02-29,,5,Total"),
        ("日期,捐款人,受益人,捐款金额", "2020-02-01,李华,市三院,5", "2020-02-01,李华,壹佰元整,5"),
        ("日期,捐款人,捐款金额,城市,区县", "2020-02-01,李华,5,九江市,修水县", "2020-02-29,,5,九江市,合计"),
        ("编号,日期,捐款人,捐款金额", "A1,2020-02-01,李华,5", "sum1,2020-02-29,,5"),
        ("备注,日期,捐款人,捐款金额", "急用,2020-02-01,李华,5", "合计,2020-02-29,,5"),
        ("电话,日期,捐款人,捐款金额", ",2020-02-01,李华,5", "合计,2020-02-29,,5"),
        ("日期,捐赠人,物资,数量,单位,用途", "2020-02-01,李华,口罩,5,个,防疫", "2020-02-29,李华,口罩,5,个,合计"),
        ("电话,日期,捐赠人,捐款金额,物资,数量,单位", ",2020-02-01,李华,5,口罩,5,个", "合计,2020-02-29,李华,5,口罩,5,个"),
    ],
)  # fmt: skip
def test_a_word_for_a_total_is_none_of_a_gift_in_whatever_column(headings: str, plain: str, odd: str) -> None:
    """合计 where the purpose belongs, beside a day: the row sums up those above it, and nobody gave that."""
    assert len([line for line in told(f"{headings}\n{plain}\n{odd}\n").splitlines() if "donor=" in line]) == 1


@pytest.mark.parametrize(
    ("headings", "row"),
    [
        ("日期,捐赠人,物资,规格,数量", "2020-02-01,李华,口罩,共50只,5"),
        ("备注,日期,捐赠人,物资,数量", "共5箱,2020-02-01,李华,口罩,5"),
        ("金额大写,金额小写,捐款人,日期", "大写：伍元整,5,李华,2020-02-01"),
        ("金额大写,金额小写,捐款人", "人民币（大写）伍元整,5,李华"),
    ],
)
def test_how_many_in_all_beside_who_gave_is_no_total(headings: str, row: str) -> None:
    """Nor in the second row, of as much as that above it."""
    table = told(f"{headings}\n{row}\n{row}\n", day=None if "日期" in headings else "2020-02-01")
    assert table.count("donor=李华") == 2


@pytest.mark.parametrize("who", ["", "2人", "经手人：李华"])
def test_a_sum_in_words_beside_nobodys_name_is_a_total(who: str) -> None:
    rows = "金额大写,金额小写,捐款人,日期\n伍元整,5,李华,2020-02-01\n陆元整,6,王芳,2020-02-01\n"
    assert "4 - a total" in told(f"{rows}大写：拾壹元整,11,{who},\n")


@pytest.mark.parametrize("heading", ["类型", "用途"])
@pytest.mark.parametrize("kind", ["红冲", "冲账", "退汇", "撤销交易", "错账"])
def test_a_sort_that_takes_back_is_no_gift(kind: str, heading: str) -> None:
    """The sort of a gift, or its purpose, may say that it takes another back, as its note may."""
    table = f"日期,捐款人,捐款金额,{heading}\n2020-02-01,李华,5,捐款\n2020-02-02,李华,5,{kind}\n"
    assert told(table).count("receipt") == 1
    assert "3 return 2020-02-02" in told(table)


def test_a_cell_that_lists_goods_beside_one_quantity_is_no_name() -> None:
    """口罩500只、手套20双 beside 5 个 is refused, and nothing that is called so."""
    table = "日期,捐赠人,物资,数量,单位\n2020-02-01,李华,口罩,5,个\n2020-02-01,李华,口罩500只、手套20双,5,个\n"
    assert "3 ! 数量: one for each of the goods" in told(table)


def test_a_word_for_all_where_goods_stand_is_a_total_beside_the_sum_alone() -> None:
    """So the way row by row reads it."""
    table = "日期,受赠单位,物资,数量,单位\n2020-02-01,市三院,口罩,5,个\n2020-02-01,市三院,手套,5,个\n2020-02-01,市三院,全部,{},个\n"
    assert "4 - a total" in told(table.format(10))
    assert "4 distribution" in told(table.format(9))


def test_a_note_that_says_there_is_none() -> None:
    """无 is no remark, so that the row is known again where it stands without it."""
    assert "“" not in told("日期,捐赠人,捐款金额,备注\n2020-02-01,李华,5,无\n")


@pytest.mark.parametrize("ditto", ["同上", "〃", '""""', "ditto", "同前"])
def test_what_the_row_above_says_is_said_of_each_of_its_fields(ditto: str) -> None:
    """Purpose, store, note and state too, and who gave; of money that has not come no more than of that above it."""
    rows = f"2020-02-01,李华,5,防疫,一号仓,急用\n{ditto},{ditto},6,{ditto},{ditto},{ditto}\n"
    assert "3 receipt 2020-02-01 donor=李华: CNY 6元 for 防疫 in 一号仓 “急用”" in told(
        f"日期,捐款人,捐款金额,用途,仓库,备注\n{rows}"
    )
    assert (
        told(f"日期,捐款人,捐款金额,备注\n2020-02-01,李华,5,未到账\n2020-02-01,王芳,6,{ditto}\n").count("receipt") == 0
    )
    assert (
        told(f"日期,捐款人,捐款金额,状态\n2020-02-01,李华,5,未到账\n2020-02-01,王芳,6,{ditto}\n").count("receipt") == 0
    )


@pytest.mark.parametrize("day", ["昨天", "今天", "前天", "大前天", "yesterday"])
def test_a_day_counted_from_the_day_of_writing_is_none_of_a_paper(day: str) -> None:
    """Nobody knows when the list was written: it was counted from the day of the import, or from the row above."""
    table = f"日期,捐款人,捐款金额\n{{}}{day},王芳,6\n"
    for above in ("", "2020-02-01,李华,5\n"):
        assert "! 日期: a date such as 2020-02-01" in told(table.format(above))


@pytest.mark.parametrize("ditto", ["同上", "ditto"])
def test_what_repeats_nothing_is_no_name(ditto: str) -> None:
    """In the first row, and in JSON, whose records stand by themselves: somebody called 同上 gave."""
    expected = f"no row above says what this repeats ({ditto})"
    assert expected in told(f"日期,捐款人,捐款金额\n2020-02-01,{ditto},5\n")
    rows = [["日期", "捐款人", "捐款金额"], ["2020-02-01", "李华", "5"], ["2020-02-01", ditto, "6"]]
    records = Sheet(None, iter(list(enumerate(rows, 1))), is_records=True)
    assert expected in "\n".join(line for table in tables(records, settings()) for line in told_of(table))


def test_an_amount_in_digits_and_in_words_is_one() -> None:
    """It was booked twice; where they differ it is refused."""
    head = "日期,捐款人,捐款金额\n2020-02-01,李华,"
    for cell in ("¥5000，大写：伍仟元整", "5000元，伍仟元整", "5000元（大写：伍仟元整）"):
        assert "donor=李华: CNY 5000元 [5000CNY]" in told(f"{head}{cell}\n")
    for cell in ("¥5000，大写：肆仟元整", "5000元（大写：肆仟元整）"):
        assert "2 ! 捐款金额:" in told(f"{head}{cell}\n")


def test_a_note_that_a_spreadsheet_spoilt_is_refused_in_plain_rows_too() -> None:
    """1e2 may have been a number of many digits."""
    assert "! 备注: a number written out" in told("日期,捐款人,捐款金额,备注\n2020-02-01,李华,5,1e2\n")
