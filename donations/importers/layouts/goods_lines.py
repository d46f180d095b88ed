"""A list in lines that say of one giver each what goods came, and money perhaps (1. 甲公司：口罩2000只、手套500双), laid out as a table
below its title.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from donations.domain.masking import NAMES_NOBODY
from donations.domain.units import spellings
from donations.importers.layouts.gift_lines import first_rows, line_of
from donations.importers.patterns import pattern_of
from donations.importers.sheet import SaidAgain
from donations.importers.stream import Row
from donations.importers.words.cells import place
from donations.importers.words.foot import total_of
from donations.importers.words.gift_line_names import is_name, is_no_giver, plain_name
from donations.importers.words.gift_lines import DAY, LONGEST, MARK, has_mark, is_remark
from donations.importers.words.gift_lists import ABOVE
from donations.importers.words.giver_names import may_be_name
from donations.importers.words.names_alone import GETS_GOODS
from donations.importers.words.phones import holds_phone

_FEWEST = 2
_LONGEST_TITLE = 60
_TITLE = pattern_of(
    r"(?=.*(?:捐|受赠|(?:爱心|接收|收到).*(?:物资|物品|款物|实物))).*(?:名单|公示|清单|明细|登记|情况|芳名|鸣谢|感谢|列表|统计|公告|如下|[:：]$)"
)
_OF_OTHERS = pattern_of(
    r"需求|急需|采购|购买|发放|分配|使用|去向|拨付|领[取用]|支出|认捐|意向|计划|拟|倡议|募集|转赠|库存|盘点|受[助益援]|退|捐[赠献]?[给往至]|(?:向|给|对).{1,12}捐|(?:我|本)[会司院校站社队]|以下(?:单位|医院|学校)|(?:接[收受]|收到|受赠).*(?:单位|医院|学校|机构|方)"
)
_TAKERS = pattern_of(rf".*(?:{GETS_GOODS}|[0-9一二三四五六七八九十]院|县|[卡路]口|[点站部])")
"""Who gets goods as often as giving them: which of both, a line alone doesn't say."""
_KINDS = pattern_of(
    r".*(?:[用物食药饮商]品|物[资料]|器[材械具]|设备|耗材|图书|书籍|文具|衣[物服]|口罩|手套|防护服|消毒液|酒精|粮油|[主副]食|[种品大小]?类|款)"
)
"""What goods are sorted by, 防护用品：口罩2000只."""
_NAMED = pattern_of(
    rf"(?:(?P<day>{DAY})\s{{0,2}})?(?:(?:收|接)到了?|接[收受])?(?P<name>[^\s:：,，、;；]{{2,40}}?)(?:\s{{0,2}}[:：]\s{{0,2}}|\s+[-–—]+\s+|\s+|(?:共|爱心|无偿)?(?P<verb>捐[赠献助款]?)(?:了|来|物资(?![一数几两]批|若干))?[:：]?\s{{0,2}})(?P<goods>\S.*)"
)
_SUMS_UP = pattern_of(r"(?:以上|[今当本][日次期])?(?:合计|总计|累计|总?共)(?:[收接][到受收]|捐[赠献]|募集)?")
"""What a line below a list begins with that says all of it in one: 共收到口罩50个、大米10袋."""
_APART = pattern_of(r"[、,，;；]\s*|\s+|(?<=[\u3400-\u9fff])[和及](?=[\u3400-\u9fff]{2})")
_MONEY = pattern_of(r"(?:现金|人民币|善款|捐款)?[¥￥]?[0-9][0-9,]{0,12}(?:\.[0-9]{1,2})?万?元(?:整|现金)?")
_FOR_WHOM = pattern_of(
    rf"(?:[^\s\d、]{{1,15}}?[一二三四五六七八九十]院|[^\s\d、]{{2,15}}?(?:{GETS_GOODS}|公司|协会|红十字会|慈善总会))[^\d、]"
)
"""甲公司捐赠市一院口罩500个 says who got it, too; 市一院接受甲公司捐赠口罩500个 says that first."""
_GOT = pattern_of(r".+(?:接[收受]|收到|受赠|获赠)")
_COLON, _SOME = pattern_of("[:：]"), pattern_of(r"[^\s]{1,30}(?:[一数几两]批|若干|一些)")
_HEADINGS = ("序号", "捐赠人", "捐赠款物", "捐赠日期")


class LineSaid(NamedTuple):
    """What a line says: who gave what, on which day, if it says any."""

    name: str
    goods: list[str]
    day: str
    is_sure: bool
    """Whether it says by its verb, or by a name that surely is one, that somebody gave."""


def in_columns(rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of a text; those of such a list with a cell for each thing that a line says, where each of its lines is one."""
    first, is_table = first_rows(rows)
    if is_table:
        return chain(first, rows)
    every = [*first, *rows] if any(map(_is_title, map(line_of, first))) else first
    found = _list_in(list(map(line_of, every)))
    return chain(every, rows) if found is None else _laid_out(every, *found)


def _list_in(lines: Sequence[str]) -> tuple[int, int] | None:
    """Where the lines of such a list begin and end, blank ones among them; None where any between them is none of it, or one below them may
    be.
    """
    begin = next((place for place, line in enumerate(lines) if line_said(line)), None)
    if begin is None or not is_headed(lines[:begin]):
        return None
    end = max(place for place, line in enumerate(lines) if line_said(line)) + 1
    within = [line for line in lines[begin:end] if line and total_of(line) is None]
    if any(total_of(line) is None and not _SUMS_UP.match(line) and _has_amount(line) for line in lines[end:]):
        return None  # a school that gave too, or what was handed out
    read = [each for line in within if (each := line_said(line)) is not None]
    are_givers = 2 * sum(1 for each in read if each.is_sure) > len(read)  # else 男装 and 女装, or 上午 and 下午
    is_list = are_givers and len(read) == len(within) >= _FEWEST and any(map(_is_of_goods, read))
    return (begin, end) if is_list else None


def is_headed(above: Sequence[str]) -> bool:
    """Whether the lines above say that goods which were given are listed, and none below their title may be one of them."""
    last = [line for line in above if line][-ABOVE:]
    title = next((place for place in reversed(range(len(last))) if _is_title(last[place])), None)
    return title is not None and not any(has_mark(line) or _has_amount(line) for line in last[title + 1 :])


def _is_title(line: str) -> bool:
    return len(line) <= _LONGEST_TITLE and _TITLE.search(line) is not None and _OF_OTHERS.search(line) is None


@lru_cache(maxsize=1024)
def line_said(line: str) -> LineSaid | None:
    """What a line says; None where it is anything else, or more."""
    if len(line) > LONGEST or is_remark(line) or _OF_OTHERS.search(line) or holds_phone(line):
        return None
    mark = MARK.match(line)
    found = _NAMED.fullmatch(line[mark.end() if mark else 0 :].strip())
    if found is None:
        return None
    name, goods = plain_name(found["name"]), [piece for piece in _APART.split(found["goods"].rstrip("。.；;")) if piece]
    is_one = is_name(name, runs_on=bool(found["verb"])) and not is_no_giver(name) and total_of(name) is None
    is_sure = bool(found["verb"]) or may_be_name(name) or name in NAMES_NOBODY
    known = (_amount(), _MONEY, *((_SOME,) if is_sure else ()))  # 口罩一批 of 甲公司
    is_list = bool(goods) and all(any(each.fullmatch(piece) for each in known) for piece in goods)
    is_where = name.isalpha() and place(name) is not None
    if found["verb"] and goods and (_GOT.match(name) or _FOR_WHOM.match(goods[0])):
        return None
    may_give = _KINDS.fullmatch(name) is None and not is_where and (found["verb"] or not _TAKERS.fullmatch(name))
    return LineSaid(name, goods, found["day"] or "", is_sure) if is_one and is_list and may_give else None


@lru_cache(maxsize=1)
def _amount() -> re.Pattern[str]:
    """So much of something, in a unit that is known: N95口罩500只, 大米2吨（袋装）."""
    units = "|".join(re.escape(unit) for unit in sorted(spellings(), key=len, reverse=True))
    return re.compile(
        rf"[^、，,；;:：\s（）()]{{1,30}}?(?:[(（][^()（）]{{1,20}}[)）])?[0-9][0-9,]{{0,12}}(?:\.[0-9]{{1,4}})?[余多]?[百千万]?(?:{units})(?:[(（][^()（）]{{1,40}}[)）])?",
        re.IGNORECASE,
    )


def _has_amount(line: str) -> bool:
    """Whether it says how much of something, or 一批, there is, of somebody perhaps."""
    pieces = [piece for part in _COLON.split(line[:LONGEST]) for piece in _APART.split(part)]
    return any(_amount().fullmatch(piece) or _MONEY.fullmatch(piece) or _SOME.fullmatch(piece) for piece in pieces)


def _is_of_goods(line: LineSaid) -> bool:
    return not all(map(_MONEY.fullmatch, line.goods))


def _laid_out(rows: Sequence[Row], begin: int, end: int) -> Iterator[Row]:
    """The rows, those of the list below headings."""
    yield from rows[:begin]
    place, is_dated = 0, any(line.day for row in rows[begin:end] if (line := line_said(line_of(row))))
    yield rows[begin][0], list(_HEADINGS[: len(_HEADINGS) - (not is_dated)])
    for number, cells in rows[begin:end]:
        text = line_of((number, cells))
        if (line := line_said(text)) is None:
            yield number, [text]
            continue
        place += 1
        told = [f"{place}", line.name, "、".join(line.goods), *([line.day] if is_dated else [])]
        yield number, SaidAgain(told) if isinstance(cells, SaidAgain) else told
    yield from rows[end:]
