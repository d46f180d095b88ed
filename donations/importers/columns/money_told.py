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
from donations.importers.words.moneys_named import names_of_money

_OF_ALL = pattern_of(
    r"(?:(?:附?注|备注|说明|p\.?s\.?)\s{0,2}[:：.]?\s{0,2})?(?:(?:金额|货币|币值|计价|计算)?(?:单位|币[种别])\s{0,2}[:：为是]|(?:以上|上列|上述|本表|表[内列中])[^，,。;；]{0,10}(?:金额|捐款|款项|单位)?[^，,。;；]{0,6}(?:均|皆|都|全部|一律)?(?:为|是|以|系)|(?:总|合|共|小)计)[^，,。;；]{0,40}[。.]?"
)
"""Lines that speak of all amounts: 單位：, 以上金額均為, and a total."""
_SIGNED = {"nt$": "TWD", "ntd": "TWD", "twd": "TWD", "hk$": "HKD", "hkd": "HKD", "mop": "MOP"}
_SIGN = pattern_of(r"(nt ?\$|hk ?\$|ntd|twd|hkd|mop)(?![a-z])", re.IGNORECASE)
_PLAIN = pattern_of(
    r"[0-9][0-9,.]*\s*[元圆]?[整正]?|[零〇一二三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟]{1,20}[元圆]?[整正]?|\$ ?[0-9][0-9,.]*元?"
)
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
    is_plain = any(map(_PLAIN.fullmatch, cells))
    if not is_plain or (not is_traditional and any("元" in text for text in cells)):
        return False  # 7000元 in simplified characters is yuan, whatever its sum is called
    if is_of_few(amounts, rows):
        return False
    own = {money for text in cells if not _PLAIN.fullmatch(text) for money in _moneys(text) or {MONEY}}
    told = own or _told_about(rows)
    if len(told) != 1 or MONEY in told or (own and not (is_traditional and own <= set(_SIGNED.values()))):
        return False
    for column in amounts:
        column.said = column.said._replace(currency=next(iter(told)))
    return True


def is_of_few(amounts: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether fewer than half of the amounts have the sign of one foreign money and the others none: HK$300 in a list of Taiwan."""
    cells = [simplified(text) for column in amounts for text in column.texts(rows)]
    signed = [text for text in cells if _SIGN.match(text)]
    return bool(signed) and 2 * len(signed) < sum(1 for text in cells if _PLAIN.fullmatch(text)) + len(signed)


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
