"""Columns of goods that say how many each household or person got, 每户大米（袋） and 大米（袋/户）, and not how many all of a row did."""

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import without_measure

OF_EACH = N_(
    "how much all in a row got together: a heading says how much each household or person did, and nothing here how much they did in all; say it in a column of its own, or --map HEADING=- where this is none of it"
)
_EACH = pattern_of(r"(?:(?:平均)?每[一个]?[户人家位名]|[户人]均)(?:发放|分[发配]|领取|配发)?(.{1,20})")
_BY_EACH = pattern_of(r"(.{1,20})[(].{0,4}(?:/|每)[户人家位名][)]")
_IN_ALL = pattern_of(r"(?:合计|总计|共计|总)(.{1,20})|(.{1,20}?)(?:合计|总计|共计|小计|总[数量]|总数量)")
_HOW_MANY = pattern_of(r".{0,8}(?:户数|人数|家数|人口|名额)(?:[(].*)?|[户人](?:[(].*)?")
_ONE_EACH = pattern_of(r".{0,6}(?:姓名|名字|户主|户名|name)(?:[(].*)?")


def settle(senses: Senses) -> str | None:
    """Passes over what each got where it stands beside what all did; else says what would have to be said, unless every row is of one."""
    rates = [(column, goods) for column in senses.columns if (goods := _goods_of_each(column)) is not None]
    if not rates:
        return None
    totals = {goods: column for column in senses.columns if (goods := _goods_in_all(column)) is not None}
    are_many = any(_HOW_MANY.fullmatch(column.said_as) for column in senses.columns)
    is_of_one = not are_many and any(_ONE_EACH.fullmatch(column.said_as) for column in senses.columns)
    unsaid = False
    for column, goods in rates:
        if goods in totals:
            totals[goods].goods = goods
            column.field, column.goods = PASSED, None
        elif is_of_one:
            column.goods = goods
        else:
            unsaid = True
    return OF_EACH if unsaid else None


def _is_read(column: Column) -> bool:
    return bool(column.goods) and not column.field and not column.by_user


def _goods_of_each(column: Column) -> str | None:
    """The goods of which a column says how many each got; None of all other columns."""
    if not _is_read(column):
        return None
    if (found := _BY_EACH.fullmatch(column.said_as)) is not None:
        return found[1]
    found = _EACH.fullmatch(without_measure(column.said_as))
    return None if found is None else found[1]


def _goods_in_all(column: Column) -> str | None:
    """The goods of which a column says how many all got, 大米合计（袋）; None of all other columns."""
    found = _IN_ALL.fullmatch(without_measure(column.said_as)) if _is_read(column) else None
    if found is not None:
        return found[1] or found[2]
    return without_measure(column.said_as) if _is_read(column) else None
