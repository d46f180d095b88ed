"""Gifts with a column for each time: 姓名 1月 2月 3月 合计, or quarters, years and days instead of months; or 第一次 第二次, of no day."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import REMARK, UNCLEAR, Around, Column, Group, Layout
from donations.importers.columns.days import YEAR_ALONE
from donations.importers.columns.headed import unseen
from donations.importers.columns.row_sums import adds_up
from donations.importers.layouts.across import across
from donations.importers.layouts.layout import laid_out
from donations.importers.layouts.times_over import by_time_over
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import Heading, normal, understood

NO_GIFTS = N_(
    "a title or headings that say what came at these times: 捐款 above the table, 捐款人 instead of 姓名; or say --map HEADING=donor"
)
WHICH = N_(
    "whether these numbers count goods or money: the title speaks of goods. Write 品名：口罩（个） in a line above the headings where all of them are these, a column 品名 where rows are of several goods, or 单位：元 above them where they are money"
)
_FEWEST = 2
_YEAR = r"(?:((?:19|20)[0-9]{2})年?[-./]?)?"
_WORDS = "一二三四五六七八九十"
_MONTH = pattern_of(rf"{_YEAR}(1[0-2]|0?[1-9]|十[一二]?|[{_WORDS}])月份?")
_ENGLISH_MONTHS = "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"
_ENGLISH_MONTH = pattern_of(
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?[-,/']?((?:19|20)[0-9]{2})?"
)
"""Jan, or Jan 2024; Jan 24 may be a day."""
_QUARTER = pattern_of(rf"{_YEAR}(?:第?([1-4一二三四])季度?|q([1-4]))")
_HALF = pattern_of(rf"{_YEAR}([上下])半年度?")
_DAY = pattern_of(rf"{_YEAR}(1[0-2]|0?[1-9])[月./-](3[01]|[12][0-9]|0?[1-9])[日号]?")
_OCCASION = pattern_of(rf"第(?:[{_WORDS}]{{1,2}}|[0-9]{{1,2}})[次批期轮笔]|首[次批]")
"""Which gift it is, of a day that nobody says."""
_LIKE_AN_AMOUNT = pattern_of(r"[0-9]{1,2}\.[0-9]{1,2}")
"""1.20, which calls a day beside 1.21, and none beside 4月7日."""
_MAY_CALL = pattern_of(
    r"[月季年半次批期轮笔]|[qQ][1-4]|^\W*(?i:jan|feb|mar|apr|may|ju[nl]|aug|sep|oct|nov|dec)|^\s*[0-9]{1,4}[-./]?[0-9]{0,2}[-./]?[0-9]{0,2}\s*$"
)
"""Few rows but such headings have several cells like this."""
_OF_YEAR = pattern_of(r"(?<![0-9])((?:19|20)[0-9]{2})年?度?(?![0-9])")
_GIFT = pattern_of(r"(?:捐款|捐赠|善款|金额|会费)+(?:金?额)?(?:[(].*)?$")
_GOODS = ("item", "item_or_quantity", "unit", "specification")
_WHO = ("donor", "recipient", "party", "payer", "item", "item_or_quantity", "name", "group")
_SUMS = ("total", "money", "quantity")
_BESIDE = (*_WHO, *_GOODS, "unit_or_party", "serial", "note", "county", "city", "purpose", REMARK, PASSED)


@lru_cache(maxsize=4096)
def time_of(text: str, year: str = "") -> str | None:
    """The day or month that a heading calls, as a cell of dates would say it: 一季度 is 3月; or which of several times, 第一次. None
    where it calls none.
    """
    if len(text) > LONGEST_HEADING:
        return None
    plain = _GIFT.sub("", normal(text).strip("*:")).replace(" ", "")
    if found := _MONTH.fullmatch(plain):
        return _month(found[1] or year, _number(found[2]))
    if found := _QUARTER.fullmatch(plain):
        return _month(found[1] or year, 3 * _number(found[2] or found[3]))
    if found := _HALF.fullmatch(plain):
        return _month(found[1] or year, 6 if found[2] == "上" else 12)
    if found := YEAR_ALONE.fullmatch(plain):
        return f"{found[1]}-12-31"
    return _other_time(plain, year)


def _other_time(plain: str, year: str) -> str | None:
    if found := _DAY.fullmatch(plain):
        return f"{found[1] or year}年{found[2]}月{found[3]}日".removeprefix("年")
    if found := _ENGLISH_MONTH.fullmatch(plain):
        return _month(found[2] or year, 1 + _ENGLISH_MONTHS.index(found[1][:3]))
    return plain if _OCCASION.fullmatch(plain) else None


def by_time(rows: Sequence[Sequence[str]], around: Around, said: Mapping[str, str]) -> Layout | None:
    """The layout of a table with a group of columns for each time; None where no times stand beside each other in a row of
    headings, or in the second of two.
    """
    if max(sum(1 for cell in row if _MAY_CALL.search(cell)) for row in rows[:2]) < _FEWEST:
        return None
    first = [shown(cell) for cell in rows[0]]
    second = [shown(cell) for cell in rows[1]] if len(rows) > 1 else []
    over = by_time_over(first, second, replace(around, below=rows[2:]), time_of) if any(second) and not said else None
    if over is not None:
        return over
    if len(times := _times(first, (), said)) >= _FEWEST:
        return _layout(first, times, replace(around, below=rows[1:]), said, 1)
    if first[:1] != [""] and not any(first[1:]):
        return None  # a title above the headings
    if len(times := _times(second, first, said)) < max(_FEWEST, sum(1 for text in second if text) - 1):
        return None
    both = [text or over for text, over in zip_longest(second, first, fillvalue="")]
    return _layout(both, times, replace(around, below=rows[2:]), said, 2)


def _times(texts: Sequence[str], above: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """The times that headings call, by their place; a year above them is theirs. None where one of them comes twice."""
    found: dict[int, str] = {}
    year = ""
    for index, text in enumerate(texts):
        over = cell_at(above, index)
        if over:
            of_year = _OF_YEAR.search(normal(over))
            year = of_year[1] if of_year else ""
        if text and normal(text) not in said and (time := time_of(text, year)) is not None:
            found[index] = time
    amounts = [bool(_LIKE_AN_AMOUNT.fullmatch(texts[index].strip())) for index in found]
    return found if len(set(found.values())) == len(found) and len(set(amounts)) < 2 else {}  # noqa: PLR2004


def _layout(
    headings: Sequence[str], times: Mapping[int, str], around: Around, said: Mapping[str, str], depth: int
) -> Layout | None:
    columns, takers, found, beside = across(headings, times, said, _SUMS)
    sums = found[0] if found else None
    if any(column.field not in _BESIDE for column in beside) or not any(column.field in _WHO for column in beside):
        return None
    if len(found) > 1 or not adds_up(takers, sums, around.below):
        return None
    measure = understood(sums.heading) if sums else Heading(None)
    why = None if _are_gifts(beside, measure, headings, around.way) else NO_GIFTS
    goods = any(column.field in _GOODS for column in beside)
    if not goods and not measure.currency and measure.sense != "money" and not _says_money(headings):
        goods = around.is_card
        why = WHICH if around.of_goods and not goods else why
    for taker in takers:
        taker.heading = taker.whole = headings[taker.index]
        taker.field = "quantity" if goods else "money"
        taker.said = measure._replace(sense=taker.field)
    for column in found:
        column.field = PASSED
    groups = [
        Group(UNCLEAR, [*map(replace, beside), taker], why, says=_says(times[taker.index], beside), sums=sums)
        for taker in takers
    ]
    for group in groups if around.is_card and goods and not any(column.field in _GOODS for column in beside) else ():
        group.columns, group.is_card = [*group.columns, unseen("item")], True
    return laid_out(columns, groups, around, depth)


def _says(time: str, beside: Sequence[Column]) -> dict[str, str]:
    """What a time says of the gifts below it: their day, or, where there is none, a note that tells them apart."""
    if _OCCASION.fullmatch(time) is None:
        return {"date": time}
    return {} if any(column.field == "note" for column in beside) else {"note": time}


def _says_money(headings: Sequence[str]) -> bool:
    """Whether a heading says that the numbers are amounts of money: 1月捐款, 2月（元）."""
    return any(_GIFT.search(normal(text)) or understood(text).currency for text in headings if text)


def _are_gifts(beside: Sequence[Column], total: Heading, headings: Sequence[str], way: str | None) -> bool:
    """Whether anything says that the numbers are amounts given or handed out, and no hours or scores of those named."""
    named = {column.field for column in beside}
    said = (
        way is not None
        or total.sense == "money"
        or any(_GIFT.search(normal(text)) for text in headings if len(text) <= LONGEST_HEADING)
    )
    return said or bool(named & {"donor", "recipient", "payer", "item"})


def _month(year: str, month: int) -> str:
    return f"{year}年{month}月" if year else f"{month}月"


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return 10 + (_WORDS.index(text[1]) + 1 if text[1:] else 0) if text[0] == "十" else _WORDS.index(text) + 1
