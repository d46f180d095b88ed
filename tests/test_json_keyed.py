"""JSON whose records stand under a key each, say their goods by name, or stand alone. All is invented."""

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Desk

LI, WANG = {"date": "2020-02-01", "amount_cny": 500}, {"date": "2020-02-02", "amount_cny": 20}
BOTH = [("2020-02-01", "李华", "500"), ("2020-02-02", "王芳", "20")]
SHAPES: dict[str, Any] = {
    "by name": {"李华": LI, "王芳": WANG},
    "lists by name": {"李华": [LI], "王芳": [WANG]},
    "within others": {"code": 0, "data": {"李华": LI, "王芳": WANG}},
    "by day": {
        "2020-02-01": {"donor": "李华", "amount_cny": 500},
        "2020-02-02": {"donor": "王芳", "amount_cny": 20},
    },
    "lists by day": {
        "2020-02-01": [{"donor": "李华", "amount_cny": 500}],
        "2020-02-02": [{"donor": "王芳", "amount_cny": 20}],
    },
    "by number": {"D1": {"donor": "李华", **LI}, "D2": {"donor": "王芳", **WANG}},
    "in lines": [{"捐赠人": "李华", **LI}, {"捐赠人": "王芳", **WANG}],
}


def ledger(desk: Desk, tmp_path: Path, text: str) -> list[dict[str, Any]]:
    """What a file is booked as."""
    file = tmp_path / "a.json"
    file.write_text(text)
    assert desk.run(f"import {file} --yes").code == 0
    return [dict(row) for row in desk.read("ledger")]


@pytest.mark.parametrize("shape", SHAPES)
def test_gifts_under_a_key_each(desk: Desk, tmp_path: Path, shape: str) -> None:
    text = json.dumps(SHAPES[shape], ensure_ascii=False)
    if shape == "in lines":
        text = "\n".join(json.dumps(each, ensure_ascii=False) for each in SHAPES[shape])
    rows = [(row["date"], row["donor"], row["received"]) for row in ledger(desk, tmp_path, text)]
    assert rows == BOTH


def test_places_are_the_places_of_what_stands_under_them(desk: Desk, tmp_path: Path) -> None:
    held = {"九江市": [{"donor": "李华", **LI}], "吉安市": [{"donor": "王芳", **WANG}]}
    rows = ledger(desk, tmp_path, json.dumps(held))
    assert [(row["city"], row["donor"]) for row in rows] == [("九江市", "李华"), ("吉安市", "王芳")]


def test_one_gift_alone(desk: Desk, tmp_path: Path) -> None:
    """Also the only line of a file of lines."""
    [row] = ledger(desk, tmp_path, json.dumps({"donor": "李华", **LI}))
    assert (row["donor"], row["received"]) == ("李华", "500")


@pytest.mark.parametrize("goods", ["物资", "items", "捐赠物品"])
def test_goods_by_their_names(desk: Desk, tmp_path: Path, goods: str) -> None:
    gift = {"donor": "李华", "date": "2020-02-01", goods: {"口罩": "5个", "手套": "3双"}}
    rows = ledger(desk, tmp_path, json.dumps([gift]))
    assert [(row["item"], row["received"]) for row in rows] == [("口罩", "5"), ("手套", "3")]


@pytest.mark.parametrize(
    "held",
    [
        {"第一批": LI, "第二批": WANG},
        {"north": [LI], "south": [WANG]},
        {"李华": 500, "王芳": 20},
        {"name": "春节募捐", "date": "2020-02-01", "amount_cny": 520, "gifts": {"李华": 500}},
    ],
)
def test_keys_that_are_nobodys_names_make_no_donors(desk: Desk, tmp_path: Path, held: dict[str, object]) -> None:
    (tmp_path / "a.json").write_text(json.dumps(held))
    desk.run(f"import {tmp_path / 'a.json'} --yes")
    assert all(row["donor"] == "爱心人士" for row in desk.read("ledger"))


@pytest.mark.parametrize(
    "held",
    [
        {"gifts": [{"donor": "李华", **LI}, None, {"donor": "王芳", **WANG}], "later": None},
        {"first": [{"donor": "李华", **LI}], "second": [None, {"donor": "王芳", **WANG}]},
        {"first": [["捐赠人", "日期", "金额"], None, ["李华", "2020-02-01", "500"], ["王芳", "2020-02-02", 20]]},
        {"李华": LI, "王芳": [WANG, None], "赵敏": None},
    ],
)
def test_nothing_among_records_is_none(desk: Desk, tmp_path: Path, held: object) -> None:
    """A list with a null in it was passed over beside others."""
    rows = ledger(desk, tmp_path, json.dumps(held, ensure_ascii=False))
    assert [(row["date"], row["donor"], row["received"]) for row in rows] == BOTH


def test_goods_of_a_gift_with_nothing_among_them(desk: Desk, tmp_path: Path) -> None:
    goods = [None, {"品名": "口罩", "数量": "5个"}, {"品名": "手套", "数量": "3双"}]
    rows = ledger(desk, tmp_path, json.dumps([{"donor": "李华", "date": "2020-02-01", "items": goods}]))
    assert [(row["item"], row["received"]) for row in rows] == [("口罩", "5"), ("手套", "3")]


def test_a_list_of_which_only_some_are_records_is_refused(desk: Desk, tmp_path: Path) -> None:
    """It was passed over without a word, and what stands beside it booked."""
    held = {"first": [{"donor": "李华", **LI}], "second": [{"donor": "王芳", **WANG}, "赵敏"]}
    (tmp_path / "a.json").write_text(json.dumps(held))
    refused = desk.run(f"import {tmp_path / 'a.json'} --yes")
    assert refused.code != 0
    assert "second" in refused.err
    assert desk.read("ledger") == []


def test_other_lists_of_which_some_are_objects_are_passed_over(desk: Desk, tmp_path: Path) -> None:
    """What the fields are called, or what is counted: nobody gave anything there."""
    held = {
        "gifts": [{"donor": "李华", **LI}, {"donor": "王芳", **WANG}],
        "meta": {"fields": ["donor", {"name": "amount"}]},
    }
    rows = ledger(desk, tmp_path, json.dumps({**held, "tags": ["a", {"key": "b", "value": 1}]}))
    assert [(row["date"], row["donor"], row["received"]) for row in rows] == BOTH


def test_records_with_lists_of_their_own_are_records(desk: Desk, tmp_path: Path) -> None:
    held = {"first": [{"donor": "李华", **LI}], "second": [{"donor": "王芳", **WANG, "tags": ["a"]}, "赵敏"]}
    (tmp_path / "a.json").write_text(json.dumps(held))
    assert "second" in desk.run(f"import {tmp_path / 'a.json'} --yes").err


@pytest.mark.parametrize(
    "below",
    [
        {"latest": {"list": [{"donor": "王芳", **WANG}]}},
        {"top": {"list": [{"donor": "王芳", "amount_cny": 20}]}},
        {"ranking": {"all": [{"name": "李华", "amount": 500}]}},
        {"stats": {"totals": [{"name": "CNY", "amount": 520}]}},
    ],
)
def test_what_a_list_below_repeats_is_booked_once(desk: Desk, tmp_path: Path, below: dict[str, object]) -> None:
    """The last gifts, the largest, or sums beside the list of all; and it is told that nothing of them is booked."""
    held = {"gifts": [{"donor": "李华", **LI}, {"donor": "王芳", **WANG}], **below}
    rows = ledger(desk, tmp_path, json.dumps(held, ensure_ascii=False))
    assert [(row["date"], row["donor"], row["received"]) for row in rows] == BOTH
