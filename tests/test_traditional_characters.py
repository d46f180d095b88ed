"""The table of traditional characters has those of the words by which papers are read; what is kept in a book doesn't rest on it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Desk

import donations
from donations.domain import traditional
from donations.domain.quantities.gifts import gifts

FOLDER = Path(donations.__file__).parent
OF_WORDS = ("importers/**/*.py", "domain/units*.py", "domain/currencies.py")
LEFT = {"帐": "帳 is 账 here, which is what money is written in"}
"""Characters of those words without a traditional one of their own, and why."""


def words_of(file: Path) -> Iterator[str]:
    """The texts in a module that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def is_simplified_alone(character: str) -> bool:
    """Whether the mainland counts it among its usual characters, and Taiwan doesn't."""
    return _is_in("gb2312", character) and not _is_in("big5", character)


def _is_in(codec: str, character: str) -> bool:
    return bool(character.encode(codec, errors="ignore"))


def test_each_character_of_the_words_has_its_traditional_one() -> None:
    files = [file for pattern in OF_WORDS for file in FOLDER.glob(pattern)]
    used = {
        character
        for file in files
        for text in words_of(file)
        for character in text
        if "\u3400" <= character <= "\u9fff"
    }
    assert len(used) > 1500, "else nothing was looked at"
    lacking = {one for one in used if is_simplified_alone(one) and one not in traditional.VARIANTS}
    assert lacking == set(LEFT)


def test_each_traditional_character_stands_once_and_is_no_simplified_one() -> None:
    pairs = list(zip(traditional._TRADITIONAL, traditional._SIMPLIFIED, strict=True))
    assert len({old for old, _ in pairs}) == len(pairs)
    assert not {old for old, _ in pairs} & {new for _, new in pairs}


@pytest.mark.parametrize(
    ("written", "unit"), [("口罩5輪", "輪"), ("口罩5園", "園"), ("口罩5個", "个"), ("口罩5隻", "只")]
)
def test_units_that_no_table_knows_are_kept_as_they_always_were(written: str, unit: str) -> None:
    """Items in a book are told apart by their units: another character would make another item of one that is there."""
    assert [(one.item, one.unit) for one in gifts(written)] == [("口罩", unit)]


def test_what_was_carried_out_is_spent_in_either_characters(desk: Desk, tmp_path: Path) -> None:
    paper = tmp_path / "carried_out.csv"
    paper.write_text("捐贈單位,捐贈金額（人民幣）,執行金額\n甲公司,500,200\n乙公司,300,300\n", encoding="utf-8")
    desk.do(f"import {paper} --date 2024-05-01 --yes")
    assert [row["on_hand"] for row in desk.read("stock")] == ["300"]


@pytest.mark.parametrize(
    ("traditional_", "simple"),
    [
        ("執行金額", "执行金额"),
        ("獲捐單位", "获捐单位"),
        ("師生捐款", "师生捐款"),
        ("飲料費", "饮料费"),
        ("貧困家庭", "贫困家庭"),
    ],
)
def test_words_are_simplified(traditional_: str, simple: str) -> None:
    assert traditional.simplified(traditional_) == simple
