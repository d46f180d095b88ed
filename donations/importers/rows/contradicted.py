"""What a column says against a row: another amount in capital numerals, that a part has not come, or that nobody gave the goods."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, Column, Group
from donations.importers.columns.unread_amounts import FEE
from donations.importers.patterns import pattern_of
from donations.importers.rows import capitals
from donations.importers.table import Slip
from donations.importers.words.cells import looks_like_a_date
from donations.importers.words.foot import number_in
from donations.importers.words.heading_measures import BRACKETED
from donations.importers.words.heading_words import normal
from donations.importers.words.promise_words import says_came
from donations.importers.words.turn_words import BOUGHT, is_allotted, way_of

PART_LACKS = N_(
    "nothing, or 0: a part of the amount beside it has not come, by this column. Write below the heading of the amount what came; where that is what stands there, pass this column over with --map HEADING=-"
)
BOUGHT_OR_ALLOTTED = N_(
    "a sort of gift: this says that the goods were bought or allotted, and no gift of whoever stands beside it. Take the row out (what was bought into a list of its own), or write 捐赠 here where it was given"
)
LESS_CAME = N_(
    "the amount beside it: by this column another one came. Write below the heading of the amount what came, or pass over the column that is not it with --map HEADING=-"
)
TICKETS_BOUGHT = N_(
    "a gift: by this column tickets were bought with it. Take the row out, or leave this cell blank where it was given; where the column is of something else, pass it over with --map HEADING=-"
)
_CAME = pattern_of(
    r"实[收到捐缴交付](?:款项?|额|数[量目]?)?|实际(?:收到|到[账帐位货]|捐[赠款]|交付|[收到缴交])(?:数[量目])?|(?:actual(?:ly)?)?_?received(?!by|from|on|date)|amountreceived"
)
_WHEN_OR_WHERE = pattern_of(
    r"(?:[12][0-9]{3}\s?[年./-]\s?)?[01]?[0-9]\s?月(?:\s?[0-3]?[0-9]\s?[日号]?)?|[12][0-9]{3}([-/.])[01]?[0-9]\1[0-3]?[0-9]|[0-3]?[0-9]\s?[日号](?![0-9])"
    r"|(?:[0-3]?[0-9](?:st|nd|rd|th)? )?\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?: [0-3]?[0-9](?:st|nd|rd|th)?)?(?:,? [12][0-9]{3})?\b"
    r"|[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9])?|1[0-9]{10}(?![0-9])|\b(?:room|warehouse|store|depot|shelf|bay|no\.?|#)\s?[0-9]{1,3}\b",
    re.IGNORECASE,
)
"""Days, times, telephones and places beside what came: 3月5日收60元, 3号库."""
_PARTS = pattern_of(r"[0-9][0-9,，.]*\s?[\u3400-\u9fff]?(?:\s?[+＋]\s?[0-9][0-9,，.]*\s?[\u3400-\u9fff]?)+")
_OF_SEVERAL = pattern_of(r"(?:[、，, ]?[\u3400-\u9fff]{2,4}?[0-9]+\s?([\u3400-\u9fff])){2,}")
"""Who took how much in, 张三2箱李四3箱: nothing against 100双."""
_OF_MONEY = pattern_of(r"款|金额|缴|[账帐]")
_LACKS = pattern_of(
    r"(?:其中)?(?:[未待](?:到[账帐位款货]?|[收付缴交](?:到|款|讫|清)?|入[账帐库]|支付)|尚?欠[款缴交]?)(?:金?额|款项?|数量?|部分)?(?:[(（].*)?"
    r"|(?:amount)?(?:outstanding|unpaid|stillowed|notyet(?:paid|received))(?:amount|balance)?(?:[(].*)?"
)


_TICKETS = pattern_of(
    r"(?:(?:number|no\.?|qty|quantity|count|#)(?:of)?_?)?(?:event)?tickets?_?(?:(?:quantity|qty|count|number|total|bought|purchased|sold)s?)?|(?:[购买订门餐]票|入场券|餐券)(?:张?数|数量)(?:[(（]张[)）])?|[购买订]票"
)
"""Headings of how many tickets an amount paid for."""
_WHERE_FROM = pattern_of(
    r"(?:物[资品]|货物|商品|捐赠|入库|获得|取得|接收){0,2}(?:(?:来源|进货|入库)(?:类型|类别|分类|种类|性质|方式|途径|渠道|属性)|类型|性质|方式|途径|渠道|属性)|(?:source|origin|acquisition)_?(?:type|kind|category|method)"
)
"""Headings of where goods came from; 类别 alone says of what sort they are, and is read as that soon."""


def may_contradict(column: Column, sort: str) -> bool:
    """Whether a column may say something against the amount beside it, or that there was a gift."""
    is_of_gifts = (sort == GOODS_IN and _says_where_from(column)) or (sort == MONEY_IN and _counts_tickets(column))
    return is_of_gifts or capitals.are_capitals(column) or _says_what_lacks(column) or _says_what_came(column)


def contradicted(group: Group, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row of which a column says that it is no gift, or of another amount; `texts` are its own cells."""
    columns = group.columns
    wrong = capitals.otherwise(columns, texts) or _not_all(columns, texts) or _another(columns, texts)
    return wrong or _no_gift(group, texts)


def _says_what_came(column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and not column.by_user
    return is_unread and _CAME.fullmatch(BRACKETED.sub("", column.joined)) is not None


def _another(columns: Sequence[Column], texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with a row whose amount is not what came by 实收 beside it, also not with the fee that stands there, or as some
    of several amounts.
    """
    amounts = [column for column in columns if column.field in ("money", "quantity") and column.said.factor == 1]
    numbers = [number for column in amounts if (number := number_in(texts.get(column.index, ""))) is not None]
    fees = [number_in(texts.get(column.index, "")) or 0 for column in columns if FEE.search(column.in_words)]
    has_money = any(column.field == "money" and texts.get(column.index, "") for column in amounts)
    for column in columns if numbers and not any(says_came(column.said_as) for column in amounts) else ():
        said = _came(column, texts, has_money=has_money)
        if said is not None and not {said, said + sum(fees)} & {*numbers, sum(numbers)}:
            return (Slip(column.heading, LESS_CAME, texts[column.index][:60]),)
    return ()


def _came(column: Column, texts: Mapping[int, str], *, has_money: bool) -> Fraction | None:
    """How much came by a column; None where it says when or where they came, or no money of goods alone."""
    cell = texts.get(column.index, "") if _says_what_came(column) else ""
    said = None if looks_like_a_date(cell) else _number_that_came(cell, texts)
    return None if said == 0 and not has_money and _OF_MONEY.search(column.joined) else said


def _number_that_came(cell: str, texts: Mapping[int, str]) -> Fraction | None:
    """The number of a cell beside its days and places; None where it names several with other measures than the row has."""
    several = _OF_SEVERAL.fullmatch(cell)
    if several and not any(several[1] in text for text in texts.values() if text != cell):
        return None
    left = _WHEN_OR_WHERE.sub(" ", cell).strip()
    if _PARTS.fullmatch(left):
        return sum((number_in(part) or Fraction(0) for part in re.split("[+＋]", left)), Fraction(0))
    return number_in(left)


def _says_where_from(column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and not column.by_user
    return is_unread and _WHERE_FROM.fullmatch(column.joined) is not None


def _counts_tickets(column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and not column.by_user
    return is_unread and _TICKETS.fullmatch(column.joined) is not None


def _no_gift(group: Group, texts: Mapping[int, str]) -> tuple[Slip, ...]:
    """What is wrong with goods that were given by their columns, and bought or allotted by the sort beside them: 上级调拨; and with
    money that tickets were bought with.
    """
    for column in group.columns if group.sort == MONEY_IN else ():
        said = texts.get(column.index, "") if _counts_tickets(column) else ""
        if number_in(said):
            return (Slip(column.heading, TICKETS_BOUGHT, said[:60]),)
    for column in group.columns if group.sort == GOODS_IN and group.turn is None else ():
        said = texts.get(column.index, "") if _says_where_from(column) else ""
        if said and (is_allotted(said) or way_of(said) == BOUGHT):
            return (Slip(column.heading, BOUGHT_OR_ALLOTTED, said[:60]),)
    return ()


def _says_what_lacks(column: Column) -> bool:
    is_unread = column.field in ("", PASSED) and not column.by_user
    return is_unread and _LACKS.fullmatch(column.joined) is not None


def _not_all(columns: Sequence[Column], texts: Mapping[int, str]) -> tuple[Slip, ...]:
    lacking = [column for column in columns if _says_what_lacks(column) and number_in(texts.get(column.index, ""))]
    amounts = [column for column in columns if column.field in ("money", "quantity")]
    came = [each for each in amounts if each.said.sense != "channel" and says_came(normal(each.whole))]  # not 支付宝
    if not lacking or not amounts or came:
        return ()
    return (Slip(lacking[0].heading, PART_LACKS, texts[lacking[0].index][:60]),)
