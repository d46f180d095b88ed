"""The money of a table that neither headings nor title tell: said by a line below the rows, 單位：新台幣元, or by some of the amounts."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain, takewhile

from donations.domain.amount import MONEY
from donations.domain.traditional import simplified
from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.foot import sums_up
from donations.importers.words.money_measures import UNLESS_SAID
from donations.importers.words.moneys_named import names_of_money

_OF_ALL = pattern_of(
    rf"(?:(?:附?注|备注|说明|p\.?s\.?)\s{{0,2}}[:：.]?\s{{0,2}})?(?:(?:金额|货币|币值|计价|计算)?(?:单位|币[种别])\s{{0,2}}[:：为是]|(?:{UNLESS_SAID})?(?:所有|全部|[捐善]?款项?|金额|以下){{1,3}}(?:均|皆|都|一律)(?:为|是|以|系)|(?:{UNLESS_SAID})?(?:以上|上列|上述|本表|表[内列中])[^，,。;；]{{0,10}}(?:金额|捐款|款项|单位)?[^，,。;；]{{0,6}}(?:均|皆|都|全部|一律)?(?:为|是|以|系)|(?:总|合|共|小)计)[^，,。;；]{{0,40}}[。.]?"
)
"""Lines that speak of all amounts: 單位：, 以上金額均為, and a total."""
_SIGNED = {"nt$": "TWD", "ntd": "TWD", "twd": "TWD", "hk$": "HKD", "hkd": "HKD", "mop": "MOP"}
_SIGN = pattern_of(r"(nt ?\$|hk ?\$|ntd|twd|hkd|mop)(?![a-z])", re.IGNORECASE)
_NUMBER = r"(?:[0-9][0-9,.]*(?:\s?[十百千万亿][0-9,.]{0,20}){0,6}|[零〇一二两三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟]{1,20})"
PLAIN = pattern_of(
    rf"(?:\$ ?|[约近逾共]|超过?|现[金款]\s?[:：]?\s?)?{_NUMBER}\s?[余多]?(?:[元圆块](?:[整正钱]|[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖]角)?)?"
    r"(?:[0-9零一二三四五六七八九壹贰叁肆伍陆柒捌玖]分)?(?:左右)?"
)
"""Amounts (simplified) that name no money, though 元 may stand behind them: 3000, 約100萬元, 參仟元整."""
_MADE = pattern_of(r"[折约另]|汇率|相当|等值|汇总|其中")
"""What says that the sum is only worked out in another money, or that there is another besides."""
_AMOUNT = r"\s{0,2}[:：]?\s{0,2}[0-9,.零一二三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟]{0,20}[元圆]?[整正]?"
_OTHER_YUAN = pattern_of(r"[元圆块¥￥]")
_LONGEST = 60


def settle(amounts: Sequence[Column], rows: Sequence[Sequence[str]], *, is_traditional: bool) -> bool:
    """Gives columns of amounts the one foreign money that a line below the rows says of all of them, or, in traditional characters, some of
    the amounts, where the others say none; whether it did.
    """
    given = [row for row in rows if not _says_unit(row)]
    cells = [simplified(text) for column in amounts for text in column.texts(given)]
    is_plain = any(map(PLAIN.fullmatch, cells))
    if not is_plain or (not is_traditional and any("元" in text for text in cells)):
        return False  # 7000元 in simplified characters is yuan, whatever its sum is called
    if is_of_few(amounts, rows):
        return False
    own = {money for text in cells if not PLAIN.fullmatch(text) for money in _moneys(text) or {MONEY}}
    told = own or _told_about(rows)
    if len(told) != 1 or MONEY in told or (own and not (is_traditional and own <= set(_SIGNED.values()))):
        return False
    _give(amounts, told)
    return True


def settle_yuan_of(amounts: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Gives columns in traditional characters whose headings say 元, which is said of New Taiwan dollars too, the one foreign money that a
    line below the rows says of all amounts; whether it did. Amounts that name a money themselves leave it open.
    """
    told = _told_about(rows)
    is_plain = all(
        PLAIN.fullmatch(text) for column in amounts for cell in column.texts(rows) if (text := simplified(cell))
    )
    if len(told) != 1 or MONEY in told or not is_plain:
        return False
    _give(amounts, told)
    return True


def _give(amounts: Sequence[Column], told: set[str]) -> None:
    for column in amounts:
        column.said = column.said._replace(currency=next(iter(told)))


def is_of_few(amounts: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether, beside amounts that name no money, the fewest name that of Hong Kong, Macao or Taiwan, HK$300 in a list of Taiwan, or others
    name another besides.
    """
    cells = [simplified(text) for column in amounts for text in column.texts(rows)]
    named = [money for text in cells if not PLAIN.fullmatch(text) and (money := _moneys(text))]
    moneys = set().union(*named)
    of_there = [money for money in named if money & set(_SIGNED.values())]
    plain = sum(1 for text in cells if PLAIN.fullmatch(text))
    return bool(of_there) and plain > 0 and (len(moneys) > 1 or len(of_there) < plain)


def _told_about(rows: Sequence[Sequence[str]]) -> set[str]:
    """The moneys that lines below the rows, or above all of them, say of all amounts; one between them speaks of those below it."""
    found: set[str] = set()
    for row in chain(takewhile(_is_line, rows), takewhile(_is_line, reversed(rows))):
        for cell in row:
            text = simplified(shown(cell)) if len(cell) <= _LONGEST else ""
            if _speaks_of_all(text) and not _MADE.search(text):
                found |= _moneys(text)
    return found


def _is_line(row: Sequence[str]) -> bool:
    """Whether it is a line of words, or a total, and no record, whose remark speaks of itself."""
    filled = [text for cell in row if (text := shown(cell))]
    return len(filled) <= 1 or sums_up(filled[:1]) or _speaks_of_all(simplified(filled[0]))


def _says_unit(row: Sequence[str]) -> bool:
    """Whether a row begins with what is said of all amounts, 單位：新台幣元, so that an amount behind it is their sum."""
    first = next((text for cell in row if (text := shown(cell))), "")
    return _speaks_of_all(simplified(first)) and not sums_up([first])


def _speaks_of_all(text: str) -> bool:
    return 0 < len(text) <= _LONGEST and _OF_ALL.fullmatch(text) is not None


def _moneys(text: str) -> set[str]:
    """The moneys that a text names or has the signs of; 元 is yuan unless it stands behind one of these with how much of it."""
    signs = {_SIGNED[found[1].lower().replace(" ", "")] for found in _SIGN.finditer(text)}
    named = {money for name, money in names_of_money().items() if name in text}
    is_yuan = _OTHER_YUAN.search(_amounts().sub("", text)) is not None
    return signs | named | ({MONEY} if is_yuan else set())


@cache
def _amounts() -> re.Pattern[str]:
    """A money with how much of it, either before the other: 新台币3500元, 3500港元."""
    names = "|".join(sorted((*names_of_money(), r"nt ?\$", r"hk ?\$", "ntd", "twd", "hkd"), key=len, reverse=True))
    return re.compile(rf"(?:{names}){_AMOUNT}|[0-9,.]{{1,20}}\s?(?:{names})", re.IGNORECASE)
