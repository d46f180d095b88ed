"""Columns that say how much of the gift beside them is for a purpose, 其中：助学, or no money at all, 其中：物资折价."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns import taxes
from donations.importers.columns.columns import PART, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import is_sum
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import is_amount
from donations.importers.words.heading_measures import BRACKETED
from donations.importers.words.heading_words import Heading, normal
from donations.importers.words.purpose_words import is_for_nothing, is_for_some_purpose, part_named

WITH_GOODS = N_(
    "money apart from goods: in these amounts what goods are worth is counted; say --map HEADING=- of the whole, and --map HEADING=money of the part that is money; where no column says that part alone, add one"
)


_FEWEST = 2
_CASH = pattern_of(
    r"(?:现金|货币|善款|捐款|资金|款项|现款|人民币|cash|money|monetary|funds)(?:捐[赠助款]|收入|部分|(?:gift|donation|amount)s?)?"
)
_GOODS = pattern_of(
    r"(?:物[资品]|实物|非(?:货币|现金|资金)|捐物)(?![部处局站组中]|公司|采购|购[买置]|运输)|(?!.*(?:purchas|bought|cost|paid))(?:(?:gift|donation|contribution|good)s?-?)?(?:in-?kind|goods|non-?cash|supplies)"
)


def _of_goods(column: Column, before: Column | None) -> bool:
    """Whether a column says how much of the whole goods are worth: 其中：物资折价, or 物资折价 right behind 其中：现金."""
    part = _part(column)
    if part is not None:
        return not column.by_user and (column.field == "value" or _GOODS.match(part) is not None)
    return column.field == "value" and before is not None and part_named(before.said_as) is not None


def _part(column: Column) -> str | None:
    """What the heading calls a part, without the money that it says it is in."""
    return part_named(BRACKETED.sub("", column.said_as) if column.said.currency else column.said_as)


def beside_their_sum(senses: Senses) -> None:
    """定向捐款 and 非定向捐款 that make 合计, or the one amount beside them, in every row are the parts of it that have a purpose and none;
    金额 and its 税额 are none.
    """
    taxes.settle(senses)
    parts, for_some = list[Column](), False
    for column in senses.columns:
        plain = BRACKETED.sub("", normal(column.heading.split()[-1])) if column.heading else ""
        is_for_some = is_for_some_purpose(plain)
        if (is_for_some or is_for_nothing(plain)) and not column.by_user and _are_amounts(senses.cells(column)):
            parts.append(column)
            for_some = for_some or is_for_some
    wholes = [each for each in senses.columns if each.field in ("total", "money", "amount") and each not in parts]
    if not for_some or len(parts) < _FEWEST or len(wholes) != 1 or not is_sum(senses, parts, wholes[0]):
        return
    whole = wholes[0]
    whole.field = "money" if whole.field == "total" else whole.field
    for column in parts:
        column.field, column.said = PART, Heading(PART, column.said.factor, column.said.currency)
        column.whole = f"其中：{column.heading.split()[-1]}"  # as it would be called beside 金额


def cash_and_goods(senses: Senses) -> str | None:
    """其中：现金 and 其中：物资折价 that make the amount beside them in every row are what came. Says what is wrong where they don't,
    and nobody reads the amount: what goods are worth would be booked without the cash.
    """
    found = [each for place in range(len(senses.columns)) if (each := _both(senses.columns[place : place + 3]))]
    if not found or found[0][0].said.sense == "spent":  # goods that were paid for are no goods given
        return None
    whole, cash, goods = found[0]
    if len(found) == 1 and any(_counted(senses, whole, (cash, goods), factor) for factor in (1, whole.said.factor)):
        for column, field in (cash, "money"), (goods, "value"):
            column.field, column.said = field, Heading(field, column.said.factor, column.said.currency)
        whole.field, whole.repeats = PASSED, (cash.index, goods.index)
        return None
    return WITH_GOODS if any(goods.field == "value" for _whole, _cash, goods in found) else None


def _counted(senses: Senses, whole: Column, parts: Sequence[Column], factor: int) -> bool:
    """Whether the parts make the whole where they are in its money, and those that don't say theirs counted by `factor`."""
    said = [part.said for part in parts]
    for part in parts:
        is_bare = part.said.factor == 1 and part.said.currency is None
        part.said = part.said._replace(
            factor=factor if is_bare else part.said.factor, currency=part.said.currency or whole.said.currency
        )
    if is_sum(senses, parts, whole):
        return True
    for part, heading in zip(parts, said, strict=True):
        part.said = heading
    return False


def _both(columns: Sequence[Column]) -> tuple[Column, Column, Column] | None:
    """The whole, the part of it that is cash and the part that is goods, where these are the three columns."""
    if len(columns) <= _FEWEST or any(column.by_user or not column.heading for column in columns):
        return None
    whole, *parts = columns
    if part_named(whole.said_as) is not None or part_named(parts[0].said_as) is None:
        return None
    goods = [each for each, before in zip(parts, columns, strict=False) if _of_goods(each, before)]
    cash = [each for each in parts if each not in goods and _CASH.fullmatch(_part(each) or "")]
    return (whole, cash[0], goods[0]) if cash and goods else None


def _are_amounts(cells: Sequence[str]) -> bool:
    return bool(cells) and all(map(is_amount, cells))


def settle(senses: Senses, sort: str) -> str | None:
    """其中：助学 says how much of the gift is for that, where it stands beside the one column of gifts. Says what is wrong where
    其中：物资折价 says that goods are counted in it.
    """
    gifts = [column for column in senses.columns if column.field == "money" or column.cash]
    goods = [
        column
        for column, before in zip(senses.columns, (None, *senses.columns), strict=False)
        if _of_goods(column, before)
    ]
    either = senses.of("money_or_goods")
    whole = [column for column in (*gifts, *either) if not column.by_user and part_named(column.said_as) is None]
    if sort != "money_in" or len(gifts) != 1 or any(column.signed for column in gifts):
        senses.become(PART, PASSED)
    return WITH_GOODS if goods and whole else None
