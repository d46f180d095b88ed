"""Whether a cell is an amount or a day, or speaks of one, as no heading does."""

from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, plain_number
from donations.importers.words.counting import names_amount

_IN_WORDS = pattern_of(r"一批|若干.?|一些|一宗|不详|[一二两三四五六七八九十百千半几数]+(.{1,2})")
_FIRST_OF_VALUES = frozenset("0123456789约近¥￥+一二两三四五六七八九十百千半几数若不")
_VAGUE = pattern_of(r"(?:一批|若干|一宗|一些)$")
_AMOUNT = pattern_of(r"[约近¥￥]?[0-9][0-9,，.]*\s*[亿万千百]?(.{0,3})")
"""An amount with its unit behind it, which no heading begins with."""
_WORTH = pattern_of(r"(?:价值|折[合价款]|约合|估值)(?:人民币|约)*[0-9]")
"""价值500万元物资: neither does a heading say how much something is worth."""
_FIRST_OF_WORTHS = frozenset("价價折约約估")
_BRACKETS = pattern_of(r"[()（）]")


def may_be_value(cell: str) -> bool:
    """Whether the cell begins as amounts and days do; most rows are told from headings by this alone."""
    return cell[:1] in _FIRST_OF_VALUES or cell[:1].isspace()


def is_value(cell: str) -> bool:
    cell = simplified(cell)
    if plain_number(cell) is not None or looks_like_a_date(cell):
        return True
    words = _IN_WORDS.fullmatch(cell)
    if words is not None:
        return words[1] is None or words[1] in spellings()
    found = _AMOUNT.match(_BRACKETS.sub("", cell))
    if found is None:
        return False
    return (
        not found[1]
        or found[1][0] in "批余多来左"
        or any(found[1][:length] in spellings() for length in (1, 2, 3))
        or found[1][0] in "元圆"
    )


def says_amount(cell: str) -> bool:
    """Whether a cell is an amount, or names goods with one, 口罩500个 or 手套一批, as no heading does."""
    named = any(map(str.isdigit, cell)) and (names_amount(cell) or says_worth(cell))
    return bool(cell) and (is_value(cell) or named or _VAGUE.search(cell) is not None)


def says_worth(cell: str) -> bool:
    """Whether a cell says how much something is worth: 价值1000元的毛巾."""
    return cell[:1] in _FIRST_OF_WORTHS and _WORTH.match(simplified(cell)) is not None
