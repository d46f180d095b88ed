"""What is read without the grammar is what the grammar reads, and nothing else is."""

import random

import pytest

from donations import errors
from donations.domain import parsing
from donations.domain.catalogue import goods_named
from donations.domain.parsing import at_sight, may_hold_amount, parse_quantities
from donations.domain.quantities.as_name import amount_within
from donations.domain.quantities.gifts import gifts
from donations.domain.units import spellings

NUMBERS = ("1", "5", "20", "500", "123456789")


def goods() -> list[str]:
    """Every common item with every unit that is read at sight, its number behind it and before."""
    pairs = [(name, unit) for name in sorted(goods_named()) for unit in sorted(parsing._UNITS)]
    return [text for name, unit in pairs for text in (f"{name}@{unit}", f"@{unit}{name}")]


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_read_at_sight_is_read_alike_by_the_grammar(number: str) -> None:
    """All names and units, in both orders, and yuan."""
    seen = 0
    for form in (*goods(), "@元", "@万元"):
        text = form.replace("@", number)
        quantity = at_sight(text)
        if quantity is not None:
            seen += 1
            assert (quantity,) == gifts(text), text
    assert seen > 1500  # most names have no digits of their own


@pytest.mark.parametrize(
    "text",
    [
        "口罩0个", "口罩05个", "口罩５个", "口罩5.5个", "口罩5 个", "口罩5個", "五个口罩", "口罩1234567890个", "口罩5", "5口罩", "怪东西5个", "口罩5箱装",
        "约口罩5个", "口罩5元", "5000", "5000美元", "1.5万元", "84消毒液5瓶", "N95口罩5个", "口罩5个6个", "", "元", "口罩個", "口罩500个@3元",
    ],
)  # fmt: skip
def test_more_than_that_is_left_to_the_grammar(text: str) -> None:
    """Digits of another sort, fractions, other units and names, amounts beside amounts."""
    assert at_sight(text) is None


@pytest.mark.parametrize("text", ["口罩500个", "500个口罩", "5000元", "150万元"])
def test_what_people_type_most_is_read_at_sight(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recording such a gift takes a third less; a text that isn't so reaches the grammar."""
    monkeypatch.setattr("donations.domain.quantities.gifts.gifts", lambda _text: pytest.fail("asked the grammar"))
    [quantity] = parse_quantities(text)
    assert quantity == at_sight(text)
    with pytest.raises(pytest.fail.Exception):
        parse_quantities(f"约{text}")


def test_a_name_without_numerals_holds_no_amount() -> None:
    """Every Han character with a unit, money and a name around it: what isn't asked about could not have been one."""
    for code in range(0x3400, 0xA000):
        character = chr(code)
        for name in (f"{character}个", f"{character}元", f"李{character}斤"):
            assert may_hold_amount(name) or amount_within(name) is None, name


def test_names_of_many_words_without_numerals_hold_no_amount() -> None:
    """Words of quantities put together at random."""
    chance = random.Random(3)
    others = ["李", "王小明", "公司", "一批", "若干", "约", "捐", "等", "元", "块钱", "余", "多", "数"]
    words = [*spellings(), *goods_named(), *others]
    names = ("".join(chance.choices(words, k=chance.randint(1, 4))) for _try in range(20_000))
    plain = [name for name in names if not may_hold_amount(name)]
    assert len(plain) > 1000
    for name in plain[:3000]:
        assert amount_within(name) is None, name


@pytest.mark.parametrize("name", ["5000元", "五斤", "李华 500", "Li Hua", "两斤", "正正"])
def test_other_names_are_asked_about(name: str) -> None:
    assert may_hold_amount(name)


def test_what_is_too_much_is_refused_as_before() -> None:
    """The largest that is read at sight is the book's to refuse."""
    assert at_sight("999999999万元") == gifts("999999999万元")[0]
    with pytest.raises(errors.AmountTooLarge):
        parse_quantities("9999999999999999个口罩")
