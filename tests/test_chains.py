"""Chains (#接龙) that were copied from a chat: one person on each line, with money or goods. All is invented."""

import io
from pathlib import Path

import pytest
from harness.tables import each_record, settings, told_of
from xlsxwriter import Workbook

from donations.importers.files import sheets
from donations.importers.rows.fates import NOT_COME
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.sheet import Opening
from donations.importers.tables import tables
from donations.importers.words.accounts import TAKEN_BACK
from donations.importers.words.chain_lines import LONGEST, entry_of, is_mark
from donations.importers.words.row_reasons import PROMISED

HEAD = "#接龙\n2020年2月3日捐款接龙\n\n"


def lines_of(path: Path) -> list[str]:
    """What the tables of a file are understood as; none where it holds none."""
    return [
        line
        for sheet in sheets(path, Opening())
        for table in tables(sheet, settings())
        for line in told_of(table)
        if table.layout == "table"
    ]


def chain(folder: Path, text: str, suffix: str = ".txt") -> list[str]:
    """The same of a text without its line of headings."""
    path = folder / f"接龙{suffix}"
    path.write_text(text, encoding="utf-8")
    return lines_of(path)[1:]


@pytest.mark.parametrize("suffix", [".txt", ".csv", ".md"])
def test_a_chain_of_gifts_is_read(tmp_path: Path, suffix: str) -> None:
    assert chain(tmp_path, HEAD + "1. 周明 100元\n2. 吴静 口罩50个\n3、郑强 200\n", suffix) == [
        "4 receipt (2020-02-03) donor=周明: CNY 100元 [100CNY]",
        "5 receipt (2020-02-03) donor=吴静: 口罩 50个 [50个]",
        "6 receipt (2020-02-03) donor=郑强: CNY 200元 [200CNY]",
    ]


@pytest.mark.parametrize("mark", ["#群收款", "群收款", "#接龙", "微信群收款：助学"])
def test_what_a_group_collected_is_a_chain_too(tmp_path: Path, mark: str) -> None:
    """群收款 above the same lines was no chain."""
    text = f"{mark}\n2020年2月3日为山区孩子捐款\n1. 周明 ¥50 已支付\n2. 吴静，100元\n3. 郑强 ¥50 未支付\n"
    found = chain(tmp_path, text)
    assert [line.partition(" receipt ")[0] for line in found[:2]] == ["3", "4"]
    assert found[2] == f"5 - {NOT_PAID}"


@pytest.mark.parametrize("is_one_cell", [True, False])
def test_a_chain_is_read_in_a_workbook_too(tmp_path: Path, is_one_cell: bool) -> None:
    text = HEAD + "1. 周明 100元\n2. 吴静 50元，加油\n合计：150元"
    held = io.BytesIO()
    with Workbook(held) as workbook:
        sheet = workbook.add_worksheet()
        for row, line in enumerate([text] if is_one_cell else text.splitlines()):
            sheet.write_string(row, 0, line)
    path = tmp_path / "a.xlsx"
    path.write_bytes(held.getvalue())
    found = lines_of(path)
    assert [line.partition(" ")[2] for line in found if "receipt" in line] == [
        "receipt (2020-02-03) donor=周明: CNY 100元 [100CNY]",
        "receipt (2020-02-03) donor=吴静: CNY 50元 “加油” [50CNY]",
    ]
    assert found[-1].startswith("= 150 in row")


def test_a_line_that_is_struck_through_is_no_gift(tmp_path: Path) -> None:
    held = io.BytesIO()
    with Workbook(held) as workbook:
        sheet, struck = workbook.add_worksheet(), workbook.add_format({"font_strikeout": True})
        for row, line in enumerate((HEAD + "1. 周明 100元\n2. 吴静 50元\n3. 郑强 20元").splitlines()):
            sheet.write_string(row, 0, line, struck if "吴静" in line else None)
    path = tmp_path / "a.xlsx"
    path.write_bytes(held.getvalue())
    assert [line[:9] for line in lines_of(path)[1:]] == ["4 receipt", "5 - struc", "6 receipt"]


@pytest.mark.parametrize(
    ("line", "name", "gift"),
    [
        ("1. 周明 100元", "周明", "100元"), ("1、周明100元", "周明", "100元"), ("1.周明：￥1,000.00", "周明", "￥1,000.00"), ("1) 周明 捐 200", "周明", "200"),
        ("1. 周明 一百元", "周明", "一百元"), ("1. 周明捐一百元", "周明", "一百元"), ("1. 一米阳光 8.8", "一米阳光", "8.8"), ("1. Zhou Ming 100元", "Zhou Ming", "100元"),
        ("1. 甲公司 口罩500个，手套100双，现金200元", "甲公司", "口罩500个、手套100双、现金200元"), ("1. 周明 口罩 50个", "周明", "口罩50个"), ("1. 周明 100美元", "周明", "100美元"),
    ],
)  # fmt: skip
def test_a_line_says_who_gave_what(line: str, name: str, gift: str) -> None:
    entry = entry_of(line)
    assert entry is not None
    assert (entry.name, entry.gift) == (name, gift)


@pytest.mark.parametrize(
    "text",
    [
        "周明", "周明 +1", "周明 口罩100", "周明口罩100", "口罩 50个", "周明 2份", "周明 2人", "周明三一百元", "周明 100 200", "周明 100元*2", "周明 100元/月", "周明 各50个",
        "周明 1，000", "周明 13800001111 100元", "周明13800001111 100元", "周明 100元（13800001111）", "周明 口罩50个（13800001111）", "周明（3栋502） 100元", "3-502 周明 100元",
        "周明 502室 100元", "周明 认捐500元", "周明 一批口罩", "周明 医用 口罩 50个 等", "5班周明 100元",
    ],
)  # fmt: skip
def test_a_line_that_nobody_can_take_apart_is_refused(tmp_path: Path, text: str) -> None:
    entry = entry_of(f"2. {text}")
    assert entry is not None
    assert entry.gift == ""
    found = chain(tmp_path, f"{HEAD}1. 吴静 100元\n2. {text}\n")
    assert found[0].startswith("4 receipt")
    assert found[1].startswith("5 ! ")


def test_what_is_refused_of_a_line_quotes_it(tmp_path: Path) -> None:
    """Its row alone is hard to find in a chat."""
    found = chain(tmp_path, f"{HEAD}1. 吴静 100元\n2. 周明 +1\n3. 郑强口罩100\n")
    assert "周明 +1" in found[1]
    assert "郑强口罩100" in found[2]


def test_a_number_alone_among_goods_is_refused_unless_the_title_speaks_of_money(tmp_path: Path) -> None:
    text = "#接龙\n{}\n1. 周明 口罩50个\n2. 吴静 50\n"
    for title in ("捐赠物资接龙", "为医院捐赠"):
        found = chain(tmp_path, text.format(title))
        assert found[0].startswith("3 ")
        assert found[1].startswith("4 ! ")
    assert "CNY 50元" in chain(tmp_path, text.format("2020年2月3日捐款接龙"))[1]


@pytest.mark.parametrize(
    ("said", "why"),
    [("（未转）", NOT_PAID), ("（还没转）", NOT_PAID), (" 稍后转", NOT_PAID), (" 未付", NOT_PAID), (" 取消", TAKEN_BACK), ("（已转）", None), (" 已付", None)],
)  # fmt: skip
def test_what_a_line_says_of_its_money(tmp_path: Path, said: str, why: str | None) -> None:
    found = chain(tmp_path, f"{HEAD}1. 周明 100元{said}\n2. 吴静 50元\n")
    assert found[0] == (f"4 - {why}" if why else "4 receipt (2020-02-03) donor=周明: CNY 100元 [100CNY]")


def test_goods_on_their_way_have_not_come(tmp_path: Path) -> None:
    assert chain(tmp_path, f"{HEAD}1. 周明 口罩50个（已寄出）\n2. 吴静 手套20双（已收到）\n")[0] == f"4 - {NOT_COME}"


def test_a_chain_of_promises_is_none_of_gifts(tmp_path: Path) -> None:
    text = "#接龙\n2020年2月3日认捐接龙\n\n1. 周明 100元{}\n2. 吴静 200元\n"
    assert not any("receipt" in line for line in chain(tmp_path, text.format("")))
    assert chain(tmp_path, text.format("（已转）")) == [
        "4 receipt (2020-02-03) donor=周明: CNY 100元 [100CNY]",
        f"5 - {PROMISED}",
    ]


def test_a_chain_that_comes_again_is_refused(tmp_path: Path) -> None:
    """Chats repeat it with each person who joins: whose gift stands in it twice is not told from who gave twice."""
    once = HEAD + "1. 周明 100元\n2. 吴静 200元\n"
    found = chain(tmp_path, once + once + "3. 郑强 50元\n")
    assert [line.split()[0] for line in found if " ! " in line] == ["6", "7"]


@pytest.mark.parametrize(
    "text",
    [
        "#接龙\n周末包饺子报名\n\n1. 周明 2人\n2. 吴静\n",
        "#接龙\n水果团购\n\n1. 周明 苹果2箱\n2. 吴静 200元\n",
        "捐款须知\n1. 请注明姓名 100元起\n2. 请保留截图\n",
        "#接龙\n爱心捐款\n\n2. 周明 100元\n",
    ],
)
def test_what_is_no_chain_of_gifts_is_none(tmp_path: Path, text: str) -> None:
    assert not any("receipt" in line for line in chain(tmp_path, text))


def test_a_table_below_a_title_with_that_word_is_a_table(tmp_path: Path) -> None:
    found = chain(tmp_path, "捐款接龙统计\n序号,捐款人,金额,日期\n1.,周明,100,2020-02-03\n2.,吴静,50,2020-02-03\n")
    assert [line for line in found if "receipt" in line] == [
        "3 receipt 2020-02-03 donor=周明: CNY 100元 [100CNY]",
        "4 receipt 2020-02-03 donor=吴静: CNY 50元 [50CNY]",
    ]


def test_lines_of_any_length_are_told_at_once() -> None:
    for sign in ("周", " ", "1", "，", "（", "捐", "一", "接龙", "1."):
        assert entry_of("1. " + sign * LONGEST * 100) is None
        assert not is_mark(sign * LONGEST * 100)
        entry_of("1. " + (sign * LONGEST)[: LONGEST - 5])


def test_the_number_of_a_telephone_is_no_amount(tmp_path: Path) -> None:
    """李华 13811112222 was 13,811,112,222 yuan."""
    assert chain(tmp_path, f"{HEAD}1. 周明 13811112222\n2. 吴静 50元\n")[0].startswith("4 ! ")


@pytest.mark.parametrize("line", ["周明 -100", "周明 -100元", "周明，−100"])
def test_an_amount_below_zero_is_no_gift(tmp_path: Path, line: str) -> None:
    assert chain(tmp_path, f"{HEAD}1. {line}\n2. 吴静 50元\n")[0].startswith("4 ! ")


@pytest.mark.parametrize("line", ["周明-100", "周明 - 100", "周明——100元"])
def test_a_dash_may_stand_before_an_amount(tmp_path: Path, line: str) -> None:
    assert "donor=周明: CNY 100元" in chain(tmp_path, f"{HEAD}1. {line}\n2. 吴静 50元\n")[0]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("（晚上转）", NOT_PAID), (" 下周一转", NOT_PAID), (" 等会儿付", NOT_PAID), ("（回头给现金）", NOT_PAID), (" 退出", TAKEN_BACK), ("（不捐了）", TAKEN_BACK),
        ("（昨晚转）", None), ("（今晚转了）", None), ("（晚上已转）", None), (" 明天会更好", None),
    ],
)  # fmt: skip
def test_what_will_be_sent_some_day_has_not_come(tmp_path: Path, said: str, why: str | None) -> None:
    found = chain(tmp_path, f"{HEAD}1. 周明 100元{said}\n2. 吴静 50元\n")
    assert found[0].startswith(f"4 - {why}" if why else "4 receipt (2020-02-03) donor=周明: CNY 100元")


@pytest.mark.parametrize(
    "rows", ["1,周明,100\n2,吴静,50\n说明：\n1. 善款已存入银行\n2. 感谢各位\n", "1、,周明,100\n2、,吴静,50\n"]
)
def test_numbered_words_in_a_table_with_that_word_make_no_chain(tmp_path: Path, rows: str) -> None:
    """The notes below the rows were read as a chain, and the rows not at all."""
    found = chain(tmp_path, f"2020年2月捐款接龙汇总\n序号,姓名,金额\n{rows}")
    assert [line for line in found if "receipt" in line or "!" in line] == [
        "3 receipt (2020-02-29) donor=周明: CNY 100元 [100CNY]",
        "4 receipt (2020-02-29) donor=吴静: CNY 50元 [50CNY]",
    ]


@pytest.mark.parametrize("wish", ["（匿名）", " 请匿名", "（不要公示姓名）"])
def test_who_asks_in_a_chain_not_to_be_named_is_not(tmp_path: Path, wish: str) -> None:
    path = tmp_path / "chain.txt"
    path.write_text(f"{HEAD}1. 周明 100元{wish}\n2. 吴静 50元（已转）\n3. 郑强 20元\n", encoding="utf-8")
    assert "是否匿名=anonymous" in lines_of(path)[0]
    found = (table for sheet in sheets(path, Opening()) for table in tables(sheet, settings()))
    assert [record.drafts[0].consent for table in found for record in each_record(table)] == ["anonymous", None, None]
