"""Amounts in capital numerals: as a library of others writes them, and read back by our own parser of numerals."""

import random

import cn2an  # type: ignore[import-untyped]  # it has no stubs
import pytest

from donations import errors
from donations.domain.amount import LARGEST_MINOR, minor_text
from donations.domain.capitals import in_capitals
from donations.domain.credit_code import parse_credit_code
from donations.domain.parsing import parse_quantity

TRIES = 20_000

KNOWN = {
    1_100_000: "壹万壹仟元整", 11_000_050: "壹拾壹万元伍角", 5: "伍分", 0: "零元整", 10: "壹角", 107: "壹元零柒分",
    100_110: "壹仟零壹元壹角", 1_000_005: "壹万元零伍分", 2_001: "贰拾元零壹分", 50_000_100_000: "伍亿零壹仟元整",
    10_000_000_000_000: "壹仟亿元整", LARGEST_MINOR: "壹拾万亿元整", 12_345_678_90: "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角",
}  # fmt: skip


@pytest.mark.parametrize("fen", KNOWN)
def test_amounts_as_they_are_written(fen: int) -> None:
    assert in_capitals(fen) == KNOWN[fen]


def amounts(chance: random.Random) -> int:
    """Of every length, and half of them with many zeros inside, where the rules are."""
    digits = str(chance.randrange(10 ** chance.randint(1, 14)))
    if chance.random() < 0.5:
        digits = digits[0] + "".join(digit if chance.random() < 0.3 else "0" for digit in digits[1:])
    return int(digits)


def skips_a_group(fen: int) -> bool:
    """Whether the whole group of 万 is empty and the next one isn't: 伍亿零壹仟, where that library leaves out the 零."""
    yuan = fen // 100
    return yuan >= 10**8 and yuan // 10**4 % 10**4 == 0 and yuan % 10**4 >= 1000


def test_they_are_what_another_library_writes(chance: random.Random) -> None:
    compared = 0
    for _try in range(TRIES):
        fen = amounts(chance)
        if not skips_a_group(fen):
            compared += 1
            assert in_capitals(fen) == cn2an.an2cn(f"{fen // 100}.{fen % 100:02d}", "rmb"), fen
    assert compared > TRIES * 0.9


def test_our_own_parser_reads_them_back(chance: random.Random) -> None:
    for _try in range(TRIES // 4):
        fen = amounts(chance) % LARGEST_MINOR + 1
        quantity = parse_quantity(in_capitals(fen))
        assert quantity.is_money, fen
        assert quantity.number is not None, fen
        assert quantity.number * 100 == fen, (in_capitals(fen), minor_text(fen, 2))


def test_no_amount_is_beyond_what_a_line_holds() -> None:
    with pytest.raises(errors.AmountTooLarge):
        in_capitals(LARGEST_MINOR + 1)


# --- the code of an organisation


@pytest.mark.parametrize("text", ["91350100M000100Y43", " 91350100m000100y43 ", "9135 0100 M000 100Y 43"])
def test_a_credit_code_is_taken_however_it_is_typed(text: str) -> None:
    assert parse_credit_code(text) == "91350100M000100Y43"


def test_one_wrong_or_swapped_character_is_seen() -> None:
    right = "91350100M000100Y43"
    for at, character in enumerate(right):
        wrong = right[:at] + ("2" if character != "2" else "3") + right[at + 1 :]
        with pytest.raises(errors.NoCreditCode):
            parse_credit_code(wrong)
    for bad in ("", "9135", right + "1", right.replace("Y", "I"), "９" * 18):
        with pytest.raises(errors.NoCreditCode):
            parse_credit_code(bad)
