"""Numbers as people write them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donations import errors
from donations.domain.quantities import numerals

VALUES = """
5000 5000 | 5,000 5000 | 5，000 5000 | 1,0000,0000 100000000 | 12,3456,7890 1234567890 | ５０００ 5000 | 1.5万 15000 | ３.４万 34000 | 1万2千 12000 | 1万2 12000
1万2000 12000 | 1万2千5 12500 | 1亿2000万 120000000 | 150万 1500000 | 1.2亿 120000000 | 三千 3000 | 两万五 25000 | 一百二十 120 | 一百二 120 | 一千零五十 1050
一万零五百 10500 | 十二 12 | 二十 20 | 半 0.5 | 三点五万 35000 | 十二点五万 125000 | 壹万贰仟 12000 | 贰拾伍 25 | 壹佰萬 1000000 | 廿五 25 | 卅 30
一五〇〇 1500 | 二〇 20 | 5百 500 | 3千 3000 | 5k 5000 | 1/2 0.5 | 3/4 0.75 | ½ 0.5 | 1½ 1.5 | 百十 100 | 5K 5000 | 5w 50000 | 20余万 200000 | 十几万 100000 | 几百 100 | 数千 1000 | 几十万 100000 | 百 100 | 007 7
a_dozen 12 | five_thousand 5000 | two_hundred_and_fifty 250 | half_a_million 500000 | twenty-five 25 | hundreds 100 | several_thousand 1000 | a_few_hundred 100
"""


@pytest.mark.parametrize("case", [case.split() for line in VALUES.strip().splitlines() for case in line.split(" | ")])
def test_values(case: list[str]) -> None:
    text, value = case
    assert numerals.number(text.replace("_", " ")) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "NaN",
        "inf",
        "1e5",
        "1E-5",
        "2^63",
        "1/0",
        "3/2",
        "5 0 0",
        "1,50",
        "1,23,456",
        "1.2.3",
        "5,",
        "五四",
        "一万万",
        "1_000",
        "²",
        "٣",
    ],
)
def test_no_numbers(text: str) -> None:
    with pytest.raises(errors.NoNumber):
        numerals.number(text)


@pytest.mark.parametrize("text", ["0", "-5", "－5", "−5", "负5", "零", "0.00"])
def test_not_positive(text: str) -> None:
    with pytest.raises(errors.NotPositive):
        numerals.number(text)


@pytest.mark.parametrize("text", ["三五", "七八", "三四十", "两三百", "十五六"])
def test_ranges(text: str) -> None:
    with pytest.raises(errors.QuantityRange):
        numerals.number(text)


@pytest.mark.parametrize("text", ["9223372036854775808", "1000000000000000", "9" * 5000, "9999万亿", "1000万亿"])
def test_too_large(text: str) -> None:
    with pytest.raises(errors.AmountTooLarge):
        numerals.number(text)


@pytest.mark.parametrize("text", ["百合", "四季豆", "百事可乐"])
def test_a_numeral_that_begins_a_name_ends_before_it(text: str) -> None:
    found = numerals.numeral_at(f"5{text}", 0)
    assert found is not None
    assert (found.value, found.end) == (Fraction(5), 1)


def han(number: int) -> str:
    """`number` in Chinese words, as schools teach it."""
    digits, names = "零一二三四五六七八九", ("", "十", "百", "千")
    if number >= 10**8:
        head, rest = divmod(number, 10**8)
        return han(head) + "亿" + ("零" if 0 < rest < 10**7 else "") + (han(rest) if rest else "")
    if number >= 10**4:
        head, rest = divmod(number, 10**4)
        return han(head) + "万" + ("零" if 0 < rest < 1000 else "") + (han(rest) if rest else "")
    text = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += digits[digit] + names[place]
        elif text and number % 10**place and not text.endswith("零"):
            text += "零"
    return text


@given(st.integers(1, 10**12))
def test_chinese_words_read_back(number: int) -> None:
    assert numerals.number(han(number)) == number


@given(st.integers(1, 10**14))
def test_groups_read_back(number: int) -> None:
    assert numerals.number(f"{number:,}") == numerals.number(str(number)) == number
