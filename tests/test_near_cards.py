"""Papers that come near cards of gifts, columns of money, addresses in names and lists beside tables, and are none. All is invented."""

from pathlib import Path

import pytest
from harness.tables import told
from test_gift_lines import booked

_CARDS = "姓名：周明\n金额：100元\n日期：2020-02-01\n姓名：吴静\n金额：200元\n日期：2020-02-02\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{_CARDS}支出：60元\n余额：240元\n", f"{_CARDS}退款：\n姓名：周明\n金额：100元\n日期：2020-02-03\n", "申请表\n姓名：周明\n金额：1000元\n日期：2020-02-01\n",
        "姓名：周明\n报销金额：100元\n日期：2020-02-01\n", "报销单,,,\n姓名,周明,日期,2020-02-01\n金额,1000,事由,购书\n",
    ],
)  # fmt: skip
def test_what_is_no_card_of_a_gift_is_read_as_none(text: str) -> None:
    """Spending of all was booked beside the last gift, what went back was a gift, and so was what somebody applied for."""
    assert not any(word in told(text) for word in ("receipt", "expense"))


@pytest.mark.parametrize(
    ("text", "gifts"),
    [(_CARDS, 2), (f"会员捐款\n{_CARDS}".replace("姓名", "捐款人"), 2), (_CARDS.replace("日期", "支付方式：微信\n日期"), 2), (f"{_CARDS}备注：加油\n", 2)],
)  # fmt: skip
def test_cards_of_gifts_are_read(text: str, gifts: int) -> None:
    assert told(text).count(" receipt ") == gifts


@pytest.mark.parametrize("body", ["文化馆", "车管所", "安监局", "白水湖"])
def test_a_body_behind_its_county_keeps_it(body: str) -> None:
    """It was booked as 文化馆, of any county."""
    assert f"donor=江西省九江市浔阳区 {body}:" in told(f"日期,捐款人,金额\n2020-02-01,江西省九江市浔阳区 {body},100\n")


def test_what_came_before_is_no_part_of_what_came_now() -> None:
    """以前, which makes 合计 with 本月捐款, was booked again."""
    found = told("日期,姓名,本月捐款,以前,合计\n2020-02-01,周明,100,200,300\n2020-02-01,吴静,50,100,150\n")
    assert [line.rpartition(": ")[2] for line in found.splitlines() if "receipt" in line] == [
        "CNY 100元 [100CNY]",
        "CNY 50元 [50CNY]",
    ]


def test_a_fee_that_makes_the_total_with_the_gift_is_no_gift() -> None:
    found = told("日期,姓名,捐款,手续费,合计\n2020-02-01,周明,100,1,101\n2020-02-01,吴静,200,2,202\n")
    assert [line.rpartition(": ")[2] for line in found.splitlines() if "receipt" in line] == [
        "CNY 100元 [100CNY]",
        "CNY 200元 [200CNY]",
    ]


def test_a_column_that_is_no_part_of_the_total_refuses_no_list() -> None:
    """积分 beside 捐款 make more than 总额 in a row: they are none of it."""
    found = told("日期,姓名,捐款,积分,总额\n2020-02-01,周明,100,10,100\n2020-02-01,吴静,50,5,60\n")
    assert found.count(" receipt ") == len(["周明", "吴静"])


def test_a_list_in_lines_that_says_gifts_of_the_table_again_adds_only_the_others(tmp_path: Path) -> None:
    table = "# 捐款公示\n\n| 姓名 | 金额 | 日期 |\n|---|---|---|\n| 周明 | 1,100 | 2020-02-03 |\n| 吴静 | 200元 | 2020/2/4 |\n\n## 最近捐款名单\n\n"
    lines = "- 2020-02-04 吴静 200.00元\n- 2020-02-03 周明 1100元\n"
    assert len(booked(tmp_path, table + lines)) == len(["周明", "吴静"])
    more = booked(tmp_path, f"{table}- 2020-02-05 吴静 200元\n{lines}")
    assert more[2:] == ["2020-02-05 吴静 200元"]
