"""Lists in lines of one gift each (- 张三：100元), below a title that says that those who gave are listed. All is invented."""

from itertools import islice
from pathlib import Path

import pytest
from conftest import Desk
from harness.tables import each_record, settings, told_of

from donations.domain.masking import ANONYMOUS
from donations.errors import NoTableInside
from donations.importers.files import sheets
from donations.importers.rows.row_refunds import NOT_PAID
from donations.importers.sheet import Opening
from donations.importers.tables import tables
from donations.importers.words.gift_lines import LONGEST, gifts_of, is_remark, is_title, may_be_gift
from donations.importers.words.row_reasons import IN_TABLE

TITLE = "# 爱心捐款名单\n\n"


def said(folder: Path, text: str, name: str = "a.md") -> list[str]:
    """What the tables of such a text are understood as, without the lines of headings; none where it holds none."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return [
        line
        for sheet in sheets(path, Opening())
        for table in tables(sheet, settings())
        for line in islice(told_of(table), 1, None)
        if table.layout == "table"
    ]


def booked(folder: Path, text: str, name: str = "a.md") -> list[str]:
    """The day, giver and amount of each gift."""
    return [
        line.split(" receipt ")[1].replace("donor=", "").replace(": CNY", "").rpartition(" [")[0]
        for line in said(folder, text, name)
        if " receipt " in line
    ]


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
@pytest.mark.parametrize(
    "lines",
    [
        "- 2020-02-03 周明 100元\n- 2020-02-04 吴静 50元\n", "2020年2月3日 周明：100元\n2020年2月4日 吴静：50元\n", "1. 周明 100元 2020-02-03\n2. 吴静 50元 2020-02-04\n",
        "* 周明 捐款100元（2020/2/3）\n".replace("（2020/2/3）", " 2020/2/3") + "* 吴静 捐50元 2020/2/4\n", "**周明** ￥100 2020-02-03\n\n**吴静** ￥50 2020-02-04\n",
        "- 2020-02-03 **周明** 100元\n- **2020-02-04** `吴静` ￥**50**\n", "* **周明**：100元 2020-02-03\n* **吴静：** 50元 2020-02-04\n", "1. __周明__ **100元** 2020-02-03\n2. [**吴静**](https://example.org) 50元 2020-02-04\n",
    ],
)  # fmt: skip
def test_each_line_is_a_gift_of_its_day(tmp_path: Path, lines: str, name: str) -> None:
    found = booked(tmp_path, TITLE + lines, name)
    assert [line.split()[:2] for line in found] == [["2020-02-03", "周明"], ["2020-02-04", "吴静"]]
    assert [line.split()[2].strip("￥元") for line in found] == ["100", "50"]


def test_a_day_that_no_line_says_is_asked_for(tmp_path: Path) -> None:
    text = "- 周明：100元\n- 吴静：50元\n- 佚名：6.6元\n"
    assert booked(tmp_path, f"# 2020年2月3日捐款名单\n\n{text}")[0] == "(2020-02-03) 周明 100元"
    assert all(" ! " in line for line in said(tmp_path, TITLE + text) if line[0].isdigit())


@pytest.mark.parametrize(
    ("line", "gifts"),
    [
        ("- [@zhou](https://example.org)", []), ("- @zhou ￥10.00 2024-05-13 00:22:48", [("2024-05-13 00:22:48", "@zhou", "￥10.00")]), ("3zhou: 5 元", [("", "3zhou", "5元")]),
        ("Zhou Ming - $35", [("", "Zhou Ming", "$35")]), ("周明100元", [("", "周明", "100元")]), ("周明捐100元", [("", "周明", "100元")]), ("周明 1,000元", [("", "周明", "1,000元")]),
        ("周明 20元、*敏 6.6元，w*g20元", [("", "周明", "20元"), ("", "*敏", "6.6元"), ("", "w*g", "20元")]), ("周明 50 CNY", [("", "周明", "50CNY")]),
        ("**周 ￥5", [("", "**周", "￥5")]), ("*周* ￥5", [("", "*周*", "￥5")]), ("__zhou_ming__ ￥5", [("", "zhou_ming", "￥5")]), ("2020-02-03 **Zhou Ming** ￥5", [("2020-02-03", "Zhou Ming", "￥5")]),
    ],
)  # fmt: skip
def test_what_a_line_says(line: str, gifts: list[tuple[str, str, str]]) -> None:
    assert [(gift.day, gift.name, gift.amount) for gift in gifts_of(line)] == gifts


@pytest.mark.parametrize(
    "line",
    ["周明、吴静 100元", "周明和 100元", "100元", "周明 100", "周明 100元+3元", "周明 100元/月", "周明 13800001111 100元", "13800001111 100元", "周明 2020-02-03 100元", "合计：150元", "共收到 100元"],
)  # fmt: skip
def test_a_line_that_nobody_can_take_apart_is_no_gift(line: str) -> None:
    assert gifts_of(line) == []


@pytest.mark.parametrize(
    "line", ["- 郑强：30", "- 郑强 口罩50个", "- 郑强、赵敏：100元", "郑强 100元+3元", "- 王府 20元、孙立 100元+3元"]
)
def test_such_a_line_among_them_is_refused_and_quoted(tmp_path: Path, line: str) -> None:
    found = said(tmp_path, f"{TITLE}- 周明：100元 2020-02-03\n{line}\n- 吴静：50元 2020-02-04\n")
    assert [one for one in found if one.startswith("4 ! ")]
    assert line in next(one for one in found if one.startswith("4 ! "))


@pytest.mark.parametrize(
    "text",
    [
        "# 捐款公示\n\n- 服务器：300元\n- 域名：60元\n", "# 赞助者\n\n- 月度赞助：30元\n- 年度赞助：300元\n", "# 捐款明细\n\n- 微信：3000元\n- 支付宝：600元\n", "# 捐款明细\n\n- 2020年：300元\n- 2021年：60元\n",
        "# 捐款名单\n\n- 口罩：300元\n- 周明：60元\n", "# 捐款支出明细\n\n- 周明：300元\n- 吴静：60元\n", "# 赞助档位\n\n感谢赞助者：\n- 周明：300元\n", "认捐名单\n周明：300元\n吴静：60元\n", "周明：300元\n吴静：60元\n",
        "捐赠物资清单\n周明：口罩50个\n吴静：60元\n郑强：20元\n", "# 价目\n\n- 周明：300元\n- 吴静：60元\n", "# 赞助者\n\n- Gold - $500\n- Silver - $200\n", "# 捐款名单\n\n- 个人：300元\n- 企业：600元\n", "# 捐赠排行榜\n\n1. 周明：300元\n2. 吴静：60元\n",
    ],
)  # fmt: skip
def test_what_is_no_list_of_givers_is_none(tmp_path: Path, text: str) -> None:
    assert booked(tmp_path, text) == []


def test_a_total_and_words_below_are_what_they_are(tmp_path: Path) -> None:
    text = f"{TITLE}- 周明：100元 2020-02-03\n- 吴静：50元 2020-02-04\n\n合计：150元\n注：截至2020年2月5日\n\n## 支出\n\n- 老王打印店：40元\n\n谢谢大家！\n"
    found = said(tmp_path, text)
    assert len(booked(tmp_path, text)) == len(["周明", "吴静"])
    assert not any(" ! " in line for line in found)
    assert found[-1].startswith("= 150")


def test_a_gift_below_other_words_is_refused(tmp_path: Path) -> None:
    """Whether it still is of the list nobody can tell, but it isn't passed over."""
    for between in ("感谢大家！", "2021年："):
        text = f"{TITLE}- 周明：100元 2020-02-03\n- 吴静：50元 2020-02-04\n\n{between}\n\n- 郑强：20元 2020-02-05\n"
        assert [line.split()[1] for line in said(tmp_path, text) if "郑强" in line or " ! " in line] == ["!"]


def test_another_list_below_another_such_title_is_read_too(tmp_path: Path) -> None:
    text = f"{TITLE}- 周明：100元 2020-02-03\n- 吴静：50元 2020-02-04\n\n## 2019 捐款名单\n\n- 郑强：20元 2019-02-05\n"
    assert booked(tmp_path, text)[-1] == "2019-02-05 郑强 20元"


TABLE = (
    "## 捐赠名单\n\n| 昵称 | 金额 | 日期 |\n|---|---|---|\n| 周明 | 100 | 2020-02-03 |\n| 周明 | 50 | 2020-02-04 |\n\n"
)


def test_a_list_in_lines_beside_a_table_is_no_longer_lost(tmp_path: Path) -> None:
    text = f"{TABLE}## 2019 捐赠名单\n\n- 吴静：50元 2019-02-03\n- 郑强 ￥20 2019-03-04\n\n## 支出\n\n- 服务器：300元\n"
    assert [line.split()[1] for line in booked(tmp_path, text)] == ["周明", "周明", "吴静", "郑强"]


@pytest.mark.parametrize("more", ["", "- 2020-02-05 郑爽 20元\n"])
def test_lines_that_say_a_table_again_are_told(tmp_path: Path, more: str) -> None:
    """They were dropped without a word."""
    table = "# 捐款名单\n\n| 日期 | 捐款人 | 金额 |\n|---|---|---|\n| 2020-02-03 | 周明 | 100 |\n"
    found = said(tmp_path, f"{table}\n感谢以下捐赠者\n\n- 2020-02-03 周明 100元\n{more}")
    assert found[1] == f"9 - {IN_TABLE}"
    assert [line for line in found if " receipt " in line] == [found[0], *found[2:]]
    assert len(found) == 2 + bool(more)


@pytest.mark.parametrize("line", ["周明口罩100", "周明 100或200元", "周明：100"])
@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_first_line_that_nobody_can_take_apart_is_refused_and_not_a_title(
    tmp_path: Path, line: str, name: str
) -> None:
    """It was lost, as words above the list, or nothing of the list was read."""
    found = said(tmp_path, f"爱心捐款名单（2020年2月3日）\n{line}\n吴静：200元\n郑爽：50元\n", name)
    assert found[0].startswith("2 ! ")
    assert line in found[0]
    assert [" receipt " in each for each in found[1:]] == [True, True]


@pytest.mark.parametrize(
    "line", ["第3期", "共收到善款250", "捐款人数：2", "2020年2月", "QQ群 123456", "地址：人民路 25"]
)
def test_words_with_a_number_above_a_list_stay_words(tmp_path: Path, line: str) -> None:
    found = said(tmp_path, f"爱心捐款名单（2020年2月3日）\n{line}\n吴静：200元\n郑爽：50元\n", "a.txt")
    assert [" receipt " in each for each in found] == [True, True]


PAGE = "<html><body><ul><li>首页</li><li>关于 2020</li></ul><h2>打赏名单</h2><p>感谢以下朋友的支持：</p>{}<h2>支出</h2><ul><li>2020-02-06 服务器 30元</li></ul><p>© 2020 某协会 备12345号</p></body></html>"


@pytest.mark.parametrize(
    "items",
    [
        "<ul><li>2020-02-03 周明：100元</li><li>2020-02-04 吴静：50元</li></ul>",
        "<ol><li><p>2020-02-03 <b>周明</b> 100元</p></li>\n<li>2020-02-04 吴静 ￥50</ol>",
        "<ul>\n<li>2020-02-03&nbsp;周明：100元\n<li>2020-02-04 吴静：50元\n</ul>",
    ],
)
def test_a_page_may_hold_such_a_list(tmp_path: Path, items: str) -> None:
    """It was refused, since it holds no table."""
    found = [line.split()[:2] for line in booked(tmp_path, PAGE.format(items), "a.html")]
    assert found == [["2020-02-03", "周明"], ["2020-02-04", "吴静"]]


def test_a_page_with_an_item_that_nobody_can_take_apart(tmp_path: Path) -> None:
    found = said(
        tmp_path, PAGE.format("<ul><li>2020-02-03 周明：100元</li><li>2020-02-04 吴静口罩50</li></ul>"), "a.html"
    )
    assert [" receipt " in line for line in found[:2]] == [True, False]
    assert "吴静口罩50" in found[1]


def test_a_page_of_prices_holds_no_such_list(tmp_path: Path) -> None:
    with pytest.raises(NoTableInside):
        said(tmp_path, "<html><body><h1>价格</h1><ul><li>苹果：10元</li><li>梨：5元</li></ul></body></html>", "a.html")


def test_items_within_markdown_are_not_read_twice(tmp_path: Path) -> None:
    items = "<ul>\n<li>2020-02-03 周明：100元</li>\n<li>2020-02-04 吴静：50元</li>\n</ul>\n"
    text = f"# 捐款名单\n\n{items}\n<table><tr><td><img src=a.png></td></tr></table>\n"
    assert len(booked(tmp_path, text)) <= 2


def test_beside_a_table_one_without_days_may_be_its_sums(tmp_path: Path) -> None:
    text = f"{TABLE}## 感谢以下捐赠者\n\n- 周明：150元\n- 吴静：50元\n"
    assert [line.split()[1] for line in booked(tmp_path, text)] == ["周明", "周明"]


def test_what_a_line_says_of_its_money_and_its_giver(tmp_path: Path) -> None:
    lines = "- 周明：100元（未转） 2020-02-03\n- 吴静：50元（请匿名） 2020-02-04\n- 郑强（匿名）：20元 2020-02-04\n- 孙立：5元，加油\n"
    (tmp_path / "a.md").write_text(TITLE + lines, encoding="utf-8")
    sheet = next(iter(found := sheets(tmp_path / "a.md", Opening())))
    records = list(each_record(next(iter(tables(sheet, settings())))))
    assert list(found) == []
    assert records[0].ignored == NOT_PAID
    assert [(draft.note, draft.consent) for record in records for draft in record.drafts] == [
        ("请匿名", ANONYMOUS),
        (None, ANONYMOUS),
        ("加油", None),
    ]


def test_lines_of_any_length_are_told_at_once() -> None:
    for sign in ("周", " ", "1", "，", "（", "捐", "1.", "- ", "周 1元、", "2020-02-03 ", "捐款名单", "$1"):
        line = sign * LONGEST
        assert (gifts_of(line), is_title(line), is_remark(line)) == ([], False, False)
        for text in (line[:LONGEST], line[: LONGEST - 3] + "1元"):
            gifts_of(text)
            is_title(text)
            may_be_gift(text)


def test_lines_without_a_title_are_told_to_write_one(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("- 周明：100元\n- 吴静：50元\n", encoding="utf-8")
    assert "above a list in lines" in desk.run(f"import {path} --yes").out
    assert booked(tmp_path, "捐款名单\n\n" + path.read_text(encoding="utf-8").replace("元", "元 2020-02-03"))


@pytest.mark.parametrize(
    ("line", "day", "way"),
    [
        ("* 2020-02-03 · 沈青 通过微信打赏 6.66 元。", "2020-02-03", "微信"),
        ("1. 沈青 微信捐款 6.66元", "", "微信"),
        ("1. 沈青通过支付宝转账6.66元", "", "支付宝"),
        ("1. 沈青 支付宝捐赠：6.66元", "", "支付宝"),
        ("1. 沈青 用微信红包支持了 6.66元", "", "微信红包"),
        ("2020年2月3日 沈青通过银行转账捐款6.66元（已到账）", "2020年2月3日", "银行"),
        ("2月3日 沈青 现金捐款6.66元", "2月3日", "现金"),
    ],
)
def test_how_a_gift_came_may_stand_between_its_giver_and_the_amount(line: str, day: str, way: str) -> None:
    """None of such lines was taken apart, and the list not seen as one."""
    assert [(one.day, one.name, one.amount, one.note) for one in gifts_of(line)] == [(day, "沈青", "6.66元", way)]


def test_how_it_came_hides_not_that_it_has_not_come() -> None:
    assert [one.state for one in gifts_of("沈青 微信捐款 6.66元（未转）")] == ["未到账"]


@pytest.mark.parametrize(
    "line",
    [
        "微信打赏 6.66元",
        "通过微信打赏 6.66元",
        "沈青微信6.66元",
        "沈青 通过王芳捐款 6.66元",
    ],
)
def test_a_way_alone_gave_nothing_and_whoever_stands_between_is_no_way(line: str) -> None:
    assert not gifts_of(line)
