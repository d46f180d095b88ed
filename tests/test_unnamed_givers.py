"""Givers who don't want to be named: columns 是否匿名 and 是否公开姓名. All names are invented."""

import json
from pathlib import Path

import pytest
from conftest import Desk
from test_papers_met import file

HEAD = "日期,捐赠单位,捐赠金额（元）"


def public(desk: Desk) -> list[str]:
    """Whose gifts stand in public, in their order."""
    content = json.loads(desk.do("ledger --public --format json").out)
    return [row["donor"] for row in content["tables"][0]["rows"]]


def given(desk: Desk, folder: Path, heading: str, *cells: str) -> list[str]:
    """What the public reads of gifts of 山花公司 with these cells beneath the heading."""
    desk.do("donors add 山花公司 --sort organisation")
    rows = "".join(f"2020-02-0{place},山花公司,{place}00,{cell}\n" for place, cell in enumerate(cells, 1))
    desk.do(f"import {file(folder, 'given.csv', f'{HEAD},{heading}{chr(10)}{rows}')}")
    return public(desk)


@pytest.mark.parametrize(
    ("heading", "hidden", "shown"),
    [
        ("是否匿名", ("是", "匿名", "√", "Yes"), ("否", "", "/", "实名")),
        ("匿名捐赠", ("是", "1"), ("不", "0")),
        ("是否公开姓名", ("否", "不公开", "保密"), ("是", "可公开", "")),
        ("是否同意公示", ("不同意", "no"), ("同意", "yes")),
        ("是否公布姓名", ("不公布", "不同意公布姓名"), ("公布", "同意公布")),
        ("Anonymous", ("true", "y"), ("false", "")),
    ],
)
def test_who_asks_not_to_be_named_is_not_named(
    desk: Desk, tmp_path: Path, heading: str, hidden: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """Each such gift is masked in public, also an organisation's, which stands in full else."""
    masked = given(desk, tmp_path, heading, *hidden, *shown)
    assert [name == "山花公司" for name in masked] == [False] * len(hidden) + [True] * len(shown)


def test_a_yes_to_being_named_is_no_consent(desk: Desk, tmp_path: Path) -> None:
    """A person stays masked: consent is the person's to give, not a list's."""
    desk.do("donors add 李华 --sort person")
    text = f"{HEAD},是否公开姓名\n2020-02-01,李华,100,是\n"
    desk.do(f"import {file(tmp_path, 'given.csv', text)}")
    assert "李华" not in public(desk)[0]


def test_goods_are_given_so_too(desk: Desk, tmp_path: Path) -> None:
    desk.do("donors add 山花公司 --sort organisation")
    text = (
        "日期,捐赠单位,物资,数量,单位,是否匿名\n2020-02-01,山花公司,口罩,10,个,是\n2020-02-02,山花公司,口罩,20,个,否\n"
    )
    desk.do(f"import {file(tmp_path, 'given.csv', text)}")
    masked, named = public(desk)
    assert masked != named == "山花公司"


def test_words_that_say_neither_are_refused(desk: Desk, tmp_path: Path) -> None:
    text = f"{HEAD},是否匿名\n2020-02-01,山花公司,100,是\n2020-02-02,山花公司,200,小草\n"
    name = file(tmp_path, "given.csv", text)
    answer = desk.run(f"import {name} --format json")
    assert answer.code == 65
    content = json.loads(answer.out)
    [problem] = content["files"][0]["problems"]
    assert (problem["row"], problem["column"], problem["got"]) == (3, "是否匿名", "小草")
    assert desk.do(f"import {name} --map 是否匿名=-").code == 0


def test_a_column_that_says_it_nowhere_is_of_something_else(desk: Desk, tmp_path: Path) -> None:
    text = f"{HEAD},匿名\n2020-02-01,山花公司,100,小草\n2020-02-02,山花公司,200,\n"
    content = json.loads(desk.do(f"import {file(tmp_path, 'given.csv', text)} --format json").out)
    [table] = content["files"][0]["tables"]
    assert table["accepted"] == 2
    assert "anonymous" not in table["columns"].values()
