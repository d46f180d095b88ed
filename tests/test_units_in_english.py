"""Units as English readers see them can be typed again: in a quantity, and in the command that a refusal names."""

import re

import pytest
from conftest import Desk


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch, desk: Desk) -> Desk:
    """A book in which goods were counted in Chinese, and which somebody goes on with in English."""
    for line in ("帐篷8顶", "毛巾3条", "手套10双", "牛奶3提", "鸡蛋3板", "药品20片"):
        desk.do(f"receive 李华 {line} --date 2020-02-01 --yes --new")
    monkeypatch.setenv("DONATIONS_LANG", "en")
    return desk


@pytest.mark.parametrize(
    ("typed", "held"), [("5 tents", "13"), ("tents 5 pcs", "13"), ("towels 5 pcs", "8"), ("gloves 5 pairs", "15"), ("eggs 2 trays", "5")]
)  # fmt: skip
def test_what_is_shown_is_what_can_be_typed(english: Desk, typed: str, held: str) -> None:
    """One 顶 of tents is one 个, and English has no other word for either."""
    english.do(f"receive Zhao '{typed}' --date 2020-02-02 --yes --new")
    assert f"\t{held}\texact" in english.do("stock").out


@pytest.mark.parametrize("item", ["tents", "towels", "gloves", "eggs", "milk"])
def test_the_command_that_a_refusal_names_does_what_it_says(english: Desk, item: str) -> None:
    said = english.run(f"receive Zhao '{item} 2 cartons' --date 2020-02-02 --yes --new").err
    [command] = re.findall(r"`donations (items pack [^`]*)`", said)
    english.do(command.replace("N", "12"))
    english.do(f"receive Zhao '{item} 2 cartons' --date 2020-02-02 --yes --new")
    assert re.search(r"\t(32|27|34|27)\texact", english.do("stock").out)


def test_a_word_for_two_units_is_no_answer_to_which_of_them(english: Desk) -> None:
    """Nothing is `counted in packs` of which nobody knows `how many packs one pack is`; what may hold several is asked about."""
    said = english.run("receive Zhao 'milk 5 packs' --date 2020-02-02 --yes --new").err
    assert "counted in 提, and nobody has said how many 提 one 包 is" in said
    said = english.run("receive Zhao 'medicines 5 pcs' --date 2020-02-02 --yes --new").err
    assert "counted in 片" in said
