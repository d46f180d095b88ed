"""Titles that speak of goods and of no money, 口罩捐赠统计, 2020年物资捐赠, or of money and of no goods, 爱心捐款."""

from functools import lru_cache

from donations.domain.catalogue import common_named
from donations.importers.patterns import pattern_of

_GOODS = pattern_of(r"物[资品](?!部|处|局|集团|公司)|实物|捐物|in-?kind|goods|supplies")
_MONEY = pattern_of(r"款|资金|现金|金额|[善捐]资|元|币|义[卖拍]|money|cash|fund|amount|donations of money")
_GIVEN = pattern_of(r"[捐善]款|捐资|[募筹]款|款项|资金")
_BOOK_OF_MONEY = pattern_of(r"cash ?book|petty cash|(?:cash|bank) account|income (?:and|&) expen")
_WORDS = pattern_of(r"[\u3400-\u9fff]+")
_SHORTEST, _LONGEST, _LONGEST_TITLE = 2, 6, 300


@lru_cache(maxsize=64)
def speaks_of_goods(title: str) -> bool:
    """Whether the words above a table name goods, or say that there are some, and say nothing of money."""
    plain = title.casefold()[:_LONGEST_TITLE]
    if _MONEY.search(plain):
        return False
    return _GOODS.search(plain) is not None or any(map(_names_goods, _WORDS.findall(plain)))


def speaks_of_money(title: str) -> bool:
    """Whether the words above a table say that money was given, and nothing of goods."""
    plain = title.casefold()[:_LONGEST_TITLE]
    is_book = _BOOK_OF_MONEY.search(plain) is not None and _GOODS.search(plain) is None
    return is_book or (_GIVEN.search(plain) is not None and "物" not in plain)


def _names_goods(words: str) -> bool:
    ends = range(_SHORTEST, _LONGEST + 1)
    return any(
        common_named(words[at : at + long]) for at in range(len(words)) for long in ends if at + long <= len(words)
    )
