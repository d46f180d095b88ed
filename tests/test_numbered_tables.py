"""A table for each of several givers, their numbered names above its headings. All is invented."""

import pytest
from harness.tables import told

from donations.importers.layouts.numbered_tables import laid_out

_FIRST = "一、甲公司,,\n品名,数量,单位\n口罩,500,只\n酒精,20,桶\n"
_SECOND = "二、乙公司,,\n品名,数量,单位\n手套,200,双\n"
_TITLE = "接收捐赠物资清单（2020年2月1日）,,\n"


@pytest.mark.parametrize("text", [_FIRST + _SECOND, f"{_FIRST},,\n{_SECOND}制表：王会计,,\n"])
def test_each_name_above_its_own_headings_gave_what_stands_below_it(text: str) -> None:
    """The rows were refused, as those of nobody."""
    found = [line for line in told(_TITLE + text).splitlines() if "receipt" in line]
    assert [line.partition(" ")[2] for line in found] == [
        "receipt (2020-02-01) donor=甲公司: 口罩 500只 [500只]",
        "receipt (2020-02-01) donor=甲公司: 酒精 20桶 [20桶]",
        "receipt (2020-02-01) donor=乙公司: 手套 200双 [200双]",
    ]


def test_what_each_got_is_read_so_too() -> None:
    found = told(
        "物资发放清单（2020年2月1日）,,\n"
        + (_FIRST + _SECOND).replace("甲公司", "市人民医院").replace("乙公司", "东湖社区")
    )
    assert "distribution (2020-02-01) recipient=市人民医院: 酒精 20桶" in found
    assert "distribution (2020-02-01) recipient=东湖社区: 手套 200双" in found


@pytest.mark.parametrize(
    "text",
    [
        _FIRST,
        _FIRST + _SECOND.replace("乙公司", "甲公司").replace("二、", "一、"),
        _FIRST + _SECOND.replace("品名,数量,单位", "品名,单位,数量"),
        _FIRST + _SECOND.replace("二、乙公司,,\n", ""),
        (_FIRST + _SECOND).replace("甲公司", "防护用品").replace("乙公司", "生活物资"),
        (_FIRST + _SECOND).replace("一、", "").replace("二、", ""),
        (_FIRST + _SECOND).replace("品名,数量,单位", "捐赠人,金额,备注"),
    ],
)
def test_other_tables_are_left_as_they_stand(text: str) -> None:
    rows = [(number, line.split(",")) for number, line in enumerate((_TITLE + text).splitlines(), 1)]
    assert list(laid_out(iter(rows))) == rows
