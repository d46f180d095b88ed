"""Whether a cell is an amount or a day, or speaks of one, as no heading does."""

import re
from collections.abc import Iterable, Sequence

from donations.domain.catalogue import common_named
from donations.domain.traditional import simplified
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, plain_number, shown, shown_at
from donations.importers.words.counting import names_amount
from donations.importers.words.foot import total_of
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.nothing import is_nothing

_IN_WORDS = pattern_of(r"一批|若干.?|一些|一宗|不详|[一二两三四五六七八九十百千半几数]+(.{1,2})")
_FIRST_OF_VALUES = frozenset("0123456789约近¥￥+一二两三四五六七八九十百千半几数若不")
_VAGUE = pattern_of(r"(?:一批|若干|一宗|一些)$")
_AMOUNT = pattern_of(r"[约近¥￥]?[0-9][0-9,，.]*\s*[亿万千百]?(.{0,3})")
"""An amount with its unit behind it, which no heading begins with."""
_WORTH = pattern_of(r"(?:价值|折[合价款]|约合|估值)(?:人民币|约)*[0-9]")
"""价值500万元物资: neither does a heading say how much something is worth."""
_FIRST_OF_WORTHS = frozenset("价價折约約估")
_NUMBERED = pattern_of(r"(?P<number>[0-9]{2,4}%?|[0-9][A-Z]\s?[0-9]{4})\s?[/(（](?P<unit>[\u3400-\u9fff]{1,2})[)）]?")
"""Goods that are called by a number alone, with what they are counted in: 84（瓶）, 1860（只）, 3M 1860（只）."""
_COUNTED = pattern_of(r"(?=.{0,20}[A-Za-z\u3400-\u9fff])[^()（）]{1,20}[(（/](?P<unit>[\u3400-\u9fff]{1,2})[)）]?")
_COUNT_OF = pattern_of(
    r"(?:(?:#|nos?\.?|numbers?|qty\.?|quantity|count)(?: ?of)?|how many) +([a-z0-9][^#]{2,40}?)(?: (?:given|donated|received))?|([a-z0-9][^#]{2,40}?)[ _-]+[(]?(?:qty\.?|quantity|count|#)[)]?",
    re.IGNORECASE,
)
_FEW = 8
_OF_ROWS = ("donor", "recipient", "party", "unit_or_party", "group", "name", "date", "serial")
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


def values_in(cells: Iterable[str]) -> list[str]:
    """Which of the cells are amounts or days, so that they are no headings; not 84（瓶） beside 口罩（只）, which calls goods."""
    texts = [(cell, shown(cell) if may_be_value(cell) else "") for cell in cells]
    values = [text for _, text in texts if text and is_value(text)]
    if values and all(_is_of_unit(_NUMBERED.fullmatch(text)) for text in values):
        is_beside = any(not text and _is_of_unit(_COUNTED.fullmatch(cell)) for cell, text in texts)
        return [] if is_beside else values
    return values


def goods_numbered(heading: str) -> str | None:
    """The number by which a heading calls goods, 84 of 84（瓶） and 84/瓶; None where it is no such heading."""
    found = _NUMBERED.fullmatch(heading)
    return found["number"] if found is not None and _is_of_unit(found) else None


def without_count(heading: str) -> str:
    """A heading of known goods without the English words that say that they are counted: Number of Masks, # of Masks and Masks Qty are
    Masks; any other as it is.
    """
    found = _COUNT_OF.fullmatch(heading) if heading.isascii() else None
    goods = (found[1] or found[2]) if found else ""
    return goods if goods and common_named(normal(goods.partition("(")[0])) else heading


def counts_below(cells: Sequence[str], below: Sequence[Sequence[str]], over: Sequence[str] = ()) -> bool:
    """Whether, where a row calls goods by a number, it or the one `over` it also says what stands beside them, 捐赠单位, and the next row has numbers
    alone below these goods and those beside them, as below headings; 500（只） beside 口罩（只） is a row of its own elsewhere.
    """
    texts = [shown(cell) for cell in cells]
    if not any(map(goods_numbered, texts)):
        return True
    if not any(understood(text).sense in _OF_ROWS for text in (*texts, *over) if text and len(text) <= LONGEST_HEADING):
        return False
    places = [
        index for index, text in enumerate(texts) if goods_numbered(text) or _is_of_unit(_COUNTED.fullmatch(text))
    ]
    for row in below[:_FEW]:
        under = [text for index in places if (text := shown_at(row, index)) and not is_nothing(text)]
        if under and not any(total_of(shown(cell)) for cell in row):
            return all(plain_number(text) is not None for text in under)
    return False


def _is_of_unit(found: re.Match[str] | None) -> bool:
    return found is not None and found["unit"] in spellings()


def says_amount(cell: str) -> bool:
    """Whether a cell is an amount, or names goods with one, 口罩500个 or 手套一批, as no heading does."""
    named = any(map(str.isdigit, cell)) and (names_amount(cell) or says_worth(cell))
    return bool(cell) and (is_value(cell) or named or _VAGUE.search(cell) is not None)


def says_worth(cell: str) -> bool:
    """Whether a cell says how much something is worth: 价值1000元的毛巾."""
    return cell[:1] in _FIRST_OF_WORTHS and _WORTH.match(simplified(cell)) is not None
