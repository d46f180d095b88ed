"""Names in traditional characters beside the same in simplified ones: two parties, which are told to look alike."""

from pathlib import Path

import pytest
from conftest import Desk

from donations.domain.likeness import party_resembles

SAME = [
    ("華為公司", "华为公司"), ("九江市華榮貿易有限公司", "九江市华荣贸易有限公司"), ("張三國", "张三国"), ("臺北市紅十字會", "台北市红十字会"),
    ("黃氏宗親會", "黄氏宗亲会"), ("慈濟基金會", "慈济基金会"),
    ("李華", "李华"), ("陳偉", "陈伟"), ("張強", "张强"), ("劉瀟", "刘潇"), ("鄧麗君", "邓丽君"), ("鍾傑", "钟杰"), ("龔曉燕", "龚晓燕"),
]  # fmt: skip
OTHERS = [
    ("李華", "李伟"), ("張偉", "刘伟"), ("陳偉", "陈华"), ("張國偉", "张国强"), ("華榮公司", "华为集团"), ("劉家東", "陈家东"),
    ("張氏宗親會", "刘氏宗亲会"), ("第三醫院", "第四医院"), ("東乡镇", "西乡镇"), ("華榮麗達公司", "陈刘张赵公司"),
    ("張強", "张伟"), ("劉瀟", "刘涛"), ("鍾傑", "钟伟"), ("李靜", "李晓"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_same_name_in_other_characters_looks_alike(one: str, other: str) -> None:
    assert party_resembles(one, other)
    assert party_resembles(other, one)


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_another_name_in_other_characters_does_not(one: str, other: str) -> None:
    assert not party_resembles(one, other)
    assert not party_resembles(other, one)


def test_typed_it_is_asked_about(desk: Desk) -> None:
    desk.do("receive 华为公司 300元")
    assert "华为公司" in desk.refused("receive 華為公司 300元")
    desk.do("receive 華為公司 300元 --new")


def test_imported_it_is_told_whichever_came_first(desk: Desk, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text(
        "日期,捐赠单位,金额（元）\n2020-02-01,華榮貿易商行,500\n2020-02-02,華為公司,300\n"
        + "".join(f"2020-02-03,{name}公司,5\n" for name in map("{0}{0}".format, map(chr, range(0x4E8C, 0x4EDC)))),
        encoding="utf-8",
    )
    second.write_text(
        "日期,捐赠单位,金额（元）\n2020-02-01,华荣贸易商行,500\n2020-02-02,华为公司,300\n2020-02-02,王芳,300\n",
        encoding="utf-8",
    )
    for paper in (first, second):
        found = desk.do(f"import {paper} --yes --format json").json["look_alikes"]
        pairs = {(one["name"], *one["candidates"]) for one in found}
        both = {("华荣贸易商行", "華榮貿易商行"), ("华为公司", "華為公司")}
        assert (pairs & both) == (both if paper == second else set())
