"""Lists in lines that say of one giver each what goods came. All is invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

GOODS = "甲公司：口罩2000只、手套500双\n乙超市：方便面20箱，矿泉水30箱\n李华：鸡蛋10斤\n"


def brought(desk: Desk, tmp_path: Path, text: str, suffix: str = "txt") -> dict[str, Any]:
    (tmp_path / f"list.{suffix}").write_text(text, encoding="utf-8")
    answer = desk.run(f"import {tmp_path / f'list.{suffix}'} --yes --date 2020-03-01 --format json")
    found: dict[str, Any] = json.loads(answer.out)
    return found


@pytest.mark.parametrize(
    "lines",
    [
        GOODS,
        "1. 甲公司：口罩2000只、手套500双\n2. 乙超市：方便面20箱，矿泉水30箱\n3. 李华：鸡蛋10斤\n",
        "甲公司捐赠口罩2000只、手套500双\n乙超市捐方便面20箱、矿泉水30箱\n李华捐赠了鸡蛋10斤\n",
        "甲公司 口罩2000只 手套500双\n乙超市 方便面20箱 矿泉水30箱\n李华 鸡蛋10斤\n",
        "- 甲公司 - 口罩2000只；手套500双\n- 乙超市 - 方便面20箱；矿泉水30箱\n- 李华 - 鸡蛋10斤\n",
        f"{GOODS}合计：3家\n\n感谢各位！\n",
        f"{GOODS}共收到口罩2000只、手套500双、鸡蛋10斤\n",
    ],
)
@pytest.mark.parametrize("title", ["捐赠物资公示", "爱心物资接收清单", "# 捐赠名单", "收到以下捐赠物资："])
def test_goods_that_lines_say_are_gifts_of_each(desk: Desk, tmp_path: Path, title: str, lines: str) -> None:
    """A list of money was read so, and of goods none."""
    assert brought(desk, tmp_path, f"{title}\n{lines}")["entries"] == 3
    received = {(row["donor"], row["item"]): row["received"] for row in desk.read("ledger")}
    assert received == {
        ("甲公司", "口罩"): "2000", ("甲公司", "手套"): "500", ("乙超市", "方便面"): "20", ("乙超市", "矿泉水"): "30", ("李华", "鸡蛋"): "10",
    }  # fmt: skip
    assert brought(desk, tmp_path, f"{title}\n{lines}")["entries"] == 0


def test_goods_and_money_may_stand_in_the_same_list_and_days_before_them(desk: Desk, tmp_path: Path) -> None:
    text = "捐赠名单\n2月3日 甲公司：N95口罩500只（KN95）、现金2万元\n2月4日 李华：84消毒液20瓶\n2月5日 王芳：200元\n"
    assert brought(desk, tmp_path, text)["entries"] == 3
    found = [(row["date"], row["donor"], row["item"], row["received"]) for row in desk.read("ledger")]
    assert ("2020-02-03", "甲公司", "CNY", "20000") in found
    assert ("2020-02-05", "王芳", "CNY", "200") in found
    assert {row[1] for row in found if row[0] == "2020-02-04"} == {"李华"}


@pytest.mark.parametrize("before", ["", "收到", "接收", "接受"])
def test_money_that_was_given_may_stand_among_goods(desk: Desk, tmp_path: Path, before: str) -> None:
    """捐款1000元 was no line of such a list, and the goods no amount of another."""
    text = f"捐赠公示\n{before}李华捐款1000元\n{before}王芳捐款500元\n{before}甲公司捐赠口罩500个\n"
    assert brought(desk, tmp_path, text)["entries"] == 3
    assert {row["donor"] for row in desk.read("ledger")} == {"李华", "王芳", "甲公司"}


@pytest.mark.parametrize(
    "text",
    [
        f"急需物资清单\n{GOODS}", f"物资发放公示\n{GOODS}", f"拟捐赠物资名单\n{GOODS}", f"捐赠物资去向\n{GOODS}", GOODS,
        f"捐赠物资公示\n{GOODS}丙公司：一批物资待核\n丁公司：口罩5只\n",  # nobody can take one line apart
        "捐赠物资公示\n口罩：2000只\n手套：500双\n", "捐赠物资公示\n合计：口罩2000只\n共计 手套500双\n",
        "捐赠物资公示\n甲公司：口罩2000只\n",  # one line may be a sentence
        "捐赠物资公示\n甲公司：13800000000个\n李华：13900000000个\n",
        # who got them, or may have
        "接收爱心物资单位名单\n市一院：口罩2000只\n市二院：口罩500只\n", "捐赠给以下单位的物资清单\n甲公司：口罩2000只\n乙公司：口罩500只\n",
        "向各医院捐赠物资明细\n甲公司：口罩2000只\n乙公司：口罩500只\n", "我会捐赠物资情况如下\n甲公司：口罩2000只\n乙公司：口罩500只\n",
        "接收捐赠物资名单\n中心小学：书包20个\n李华：口罩500只\n王芳：口罩500只\n",
        "捐赠物资公示\n李华：口罩500只\n王芳：口罩500只\n中心小学：书包20个\n", "捐赠物资公示\n李华：口罩500只\n王芳：口罩500只\n发放情况\n市一院：口罩300只\n",
        # what they are sorted by
        "捐赠物资统计\n防护用品：口罩2000只、手套500双\n生活用品：大米10袋、面粉5袋\n", "捐赠物资统计\n北京：口罩2000只、手套500双\n上海：大米10袋\n",
        "捐赠物资统计\n男装：外套20件、裤子3条\n女装：外套20件\n", "捐赠物资公示\n上午：口罩2000个\n下午：酒精20瓶\n", "捐赠物资统计\n图书：字典20本\n李华：口罩500只\n王芳：口罩500只\n",
    ],
)  # fmt: skip
def test_lines_of_anything_else_are_none(desk: Desk, tmp_path: Path, text: str) -> None:
    assert brought(desk, tmp_path, text)["entries"] == 0


@pytest.mark.parametrize(("total", "entries"), [("180只", 4), ("999只", None)])
def test_a_total_between_the_lines_is_held_against_them(
    desk: Desk, tmp_path: Path, total: str, entries: int | None
) -> None:
    lines = f"甲公司：口罩100只\n乙公司：口罩50只\n合计：{total}\n丙公司：口罩20只\n丁公司：口罩10只\n"
    found = brought(desk, tmp_path, f"捐赠物资名单\n{lines}")
    assert found["files"][0]["tables"][0]["stated_total"] == total[:-1]
    assert found["entries"] == entries or (entries is None and "as the stated total" in json.dumps(found["files"][0]))


@pytest.mark.parametrize("place", [0, 2])
def test_a_lot_that_nobody_counted_is_a_gift_among_lines(desk: Desk, tmp_path: Path, place: int) -> None:
    """As the first line, or the last, it made the whole list none."""
    lines = ["李华：口罩500只", "王芳：口罩500只"]
    lines.insert(place, "丙公司：棉衣一批")
    assert brought(desk, tmp_path, "捐赠物资公示\n" + "\n".join(lines) + "\n")["entries"] == 3
    assert {row["donor"] for row in desk.read("ledger") if row["item"] == "棉衣"} == {"丙公司"}
