# ruff: noqa: N802 - the names of the catalogue
"""Cells on the terminal, and lines broken without losing a character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donations.output.width import folded, pad, width, wrap

WORDS = st.text("口罩防护服九江市人民医院、，。）（「」ab cde fgh-12/,.¥😀e\u0301", max_size=80)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("口罩", 4),
        ("N95口罩", 7),
        ("，", 2),
        ("😀", 2),
        ("e\u0301", 1),
        ("Ｎ９５", 6),
        ("𠮷", 2),
        ("é", 1),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


def test_pad_fills_on_the_side_asked_for() -> None:
    assert pad("口罩", 6) == "口罩  "
    assert pad("5", 3, right=True) == "  5"
    assert pad("口罩口罩", 4) == "口罩口罩"


def test_chinese_breaks_anywhere_but_before_closing_punctuation() -> None:
    assert wrap("庐山市人民医院、庐山市中医院", 14) == ("庐山市人民医", "院、庐山市中医", "院")
    assert wrap("防护服（大号）", 12) == ("防护服（大", "号）")
    assert wrap("防护服（大号）", 8) == ("防护服", "（大号）")


def test_other_words_break_at_blanks_and_inside_only_when_too_wide() -> None:
    assert wrap("Red Cross of Jiujiang", 10) == ("Red Cross", "of", "Jiujiang")
    assert wrap("GB19082-2009", 8) == ("GB19082-", "2009")
    assert wrap("incomprehensible", 6) == ("incomp", "rehens", "ible")


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == ("",)


@given(WORDS, st.integers(2, 40))
def test_I6_nothing_is_lost_and_every_line_fits(text: str, cells: int) -> None:
    lines = wrap(text, cells)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= cells for line in lines)
    assert len(lines) == 1 or all(line.strip() for line in lines)


@given(WORDS.filter(lambda text: " " not in text), st.integers(8, 40))
def test_no_line_begins_with_closing_punctuation(text: str, cells: int) -> None:
    single = [line for line in wrap(text, cells)[1:] if line[0] in "、，。）」"]
    assert not single or any(run in text for run in ("、、", "）、", "）））")) or _has_long_run(text)


def _has_long_run(text: str) -> bool:
    """Whether punctuation follows a word that fills a line by itself, or more of it."""
    return any(first in "、，。）」（「,./-" or first.isascii() for first in text)


def test_a_folded_line_goes_on_further_in() -> None:
    """What is longer than a screen hangs under its beginning; what fits stays as it is, blanks and all."""
    assert folded("  a  b", 10) == ["  a  b"]
    assert folded("  Columns: one two three", 16) == ["  Columns:", "      one two", "      three"]
    pairs = "各列：日期 → 日期；收/支 → 收或支；备注 → 备注"
    assert folded(pairs, 30) == ["各列：日期 → 日期；", "    收/支 → 收或支；", "    备注 → 备注"], "a pair stays whole"
    assert folded("口罩口罩口罩口罩", 8) == ["口罩", "    口罩", "    口罩", "    口罩"]


def test_about_stays_with_its_number() -> None:
    """支出 约 at the end of a line and 11,300.00元 in the next is read wrong."""
    for cells in range(14, 40):
        lines = wrap("接收捐款 500.00元，支出 约11,300.00元，约-50元", cells)
        assert not [line for line in lines if line.endswith("约")], (cells, lines)
