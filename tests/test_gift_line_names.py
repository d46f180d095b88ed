"""Lines that come near those of a list of gifts, and say something else, or more than a name. All is invented."""

from pathlib import Path

import pytest
from conftest import Desk
from harness.soon import soon
from test_gift_lines import TITLE, booked, said

from donations.importers.words.gift_lines import LONGEST, gifts_of


@pytest.mark.parametrize(
    "line",
    [
        "周明：-100元", "周明 -100元", "周明100-200元", "周明认捐100元", "周明约100元", "周明乐捐100元", "周明再捐50元", "周明捐人民币100元", "周明微信100元", "周明夫妇共100元",
        "周明代吴静100元", "周明2月3日100元", "3.5周明100元", "1周明100元", "其中周明50元", "周明：100元，吴静一百元", "周明+100元",
    ],
)  # fmt: skip
def test_a_line_that_says_more_than_a_name_is_no_gift_of_that_name(line: str) -> None:
    """They were booked: of somebody called 周明认, 2 月 3 日, or with the sign lost."""
    assert gifts_of(line) == []


@pytest.mark.parametrize(
    ("line", "day", "name"),
    [
        ("2月3日周明捐100元", "2月3日", "周明"), ("感谢周明捐款100元", "", "周明"), ("①周明100元", "", "周明"), ("【周明】100元", "", "周明"), ("周明 - 100元", "", "周明"),
        ("小红-3 5元", "", "小红-3"), ("301班200元", "", "301班"), ("2号楼50元", "", "2号楼"), ("3-2班 50元", "", "3-2班"), ("印刷厂：50元", "", "印刷厂"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(line: str, day: str, name: str) -> None:
    assert [(gift.day, gift.name) for gift in gifts_of(line)] == [(day, name)]


@pytest.mark.parametrize(
    "text",
    [
        "捐助贫困学生名单\n周明：500元\n吴静：500元\n", "受捐助学生名单：\n周明：500元\n吴静：500元\n", "# 善款公示\n\n- 资助学生周明：1000元\n- 资助学生吴静：1000元\n",
        "# 善款明细\n\n- 打车：30元\n- 房租：500元\n", "# 捐款明细\n\n- 助学：5000元\n- 抗疫：3000元\n", "捐款名单\n目前已筹：5000元\n还差：3000元\n", "捐款名单\n周明：100元\n吴静：100元\n购书包：50元\n",
        "感谢赞助，获奖名单\n一等奖：500元\n二等奖：300元\n", "## Our sponsors\n\n- Lunch for volunteers: $50\n- Room rent: $200\n", "## 捐赠清单\n\n- 甲书：50元\n- 乙书：200元\n", "捐款明细\n周明：100元\n吴静：100元\n交王老师：150元\n",
    ],
)  # fmt: skip
def test_lists_of_those_who_got_it_or_of_what_was_paid_are_none_of_givers(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


def test_those_below_another_heading_are_no_givers(tmp_path: Path) -> None:
    """They were booked as gifts: 受助学生 without a blank line above it, and a title said again for the same list."""
    for between in ("受助学生", "截至2020年2月4日捐款名单"):
        text = f"{TITLE}- 周明：100元 2020-02-03\n- 吴静：50元 2020-02-04\n{between}\n- 周明：100元 2020-02-03\n"
        assert [" ! " in line for line in said(tmp_path, text) if "周明" in line] == [False, True]


def test_a_list_below_another_heading_beside_a_table_is_none_of_givers(tmp_path: Path) -> None:
    table = "# 捐款公示\n\n| 姓名 | 金额 | 日期 |\n|---|---|---|\n| 周明 | 100 | 2020-02-03 |\n\n"
    lists = {"## 领取人": 1, "## 2019年": 2, "另收到以下捐款：": 2}
    for heading, gifts in lists.items():
        assert len(booked(tmp_path, f"{table}{heading}\n\n- 2019-02-05 吴静 500元\n")) == gifts


def test_such_lines_of_any_length_are_told_at_once() -> None:
    """And none of them is a gift."""
    with soon(1):
        for sign in ("代", "感谢", "【", "】", "1", "-", "周1-", "①", "2月3日", "周代", "购", "费"):
            line = sign * LONGEST
            for text in (line[:LONGEST], line[: LONGEST - 3] + "1元", line[: LONGEST - 4] + "捐1元"):
                assert gifts_of(text) == [], text


def test_givers_whom_nobody_names_refuse_no_list(tmp_path: Path) -> None:
    """爱心人士 and 网友 were taken for the sums of all such, and the whole list was none."""
    text = f"{TITLE}- 周明：100元 2020-02-03\n- 爱心人士：50元 2020-02-04\n- 网友：5元 2020-02-04\n- 支付宝用户：6元 2020-02-04\n"
    assert [line.split()[1] for line in booked(tmp_path, text)] == ["周明", "爱心人士", "网友", "支付宝用户"]
    assert booked(tmp_path, f"{TITLE}- 个人：100元 2020-02-03\n- 企业：50元 2020-02-04\n") == []


@pytest.mark.parametrize("line", ["2020-02-01 李华 100元", "- 李华 100元 2020-02-01"])
def test_lines_beside_a_table_in_html_are_read(desk: Desk, tmp_path: Path, line: str) -> None:
    """A text without a table of pipes was taken for a page, whose lines nobody reads."""
    table = "<table><tr><th>姓名</th><th>金额</th><th>日期</th></tr>\n<tr><td>张三</td><td>20</td><td>2020-02-03</td></tr></table>"
    (tmp_path / "list.md").write_text(f"捐款名单\n\n{line}\n\n{table}\n", encoding="utf-8")
    desk.do(f"import {tmp_path / 'list.md'} --yes")
    assert {row["donor"] for row in desk.read("totals --by donor")} == {"李华", "张三"}
