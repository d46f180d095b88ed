"""Columns of goods beside each other: which of several names them, or says in what they are counted."""

import re
from collections.abc import Sequence

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.i18n import N_
from donations.importers.columns import asides, units_of_things
from donations.importers.columns.columns import Column
from donations.importers.columns.figures import PARTIES
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import makes_sum, parts_of_sums
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit, plain_number, shown_at
from donations.importers.words.counting import Counted, counted, goods_in, named_quantities
from donations.importers.words.heading_measures import without_giving
from donations.importers.words.heading_words import SORT_OF_GOODS, normal, without_measure, without_number
from donations.importers.words.names_alone import name_alone

OF_WHAT = N_(
    "what the amounts are: some stand beside goods, and some alone; say --map HEADING=quantity where they count the goods, or --map HEADING=money"
)
_OF_PEOPLE = pattern_of(
    r"(?:home|street|e-?mail|mobile|tele|cell)?(?:address|phone|mail|mobile)(?:no|number)?|e-?mail|tel|age|gender|sex|family(?:size)?|household(?:size)?|signature|地址|住址|电话|年龄|性别|签[名字]"
)
"""What stands beside the names of people, and not beside what goods are called."""
_THINGS = pattern_of(r"[物货]|非(?:货币|现金|资金)|goods|in.?kind|non.?cash", re.IGNORECASE)
_SORT = pattern_of(
    rf"(?:(?![回礼奖])[\u3400-\u9fff]){{2,8}}(?:用品|物资|食品|药品|物品|器[材械]|设备|装备|类)|{SORT_OF_GOODS}+"
    r"|(?:food|groceries|cloth(?:es|ing)|toys|books|medicines?|(?:medical|cleaning|school|baby|hygiene|office)(?:supplies|items)|household(?:items|goods)|toiletries|furniture|bedding|equipment|drinks|snacks)(?:donated|given|items)?"
)
_MADE = pattern_of(
    r"(?!.*(?:纪念|奖|礼(?!包)|回|证书|协议书|倡议书|感谢))[\u3400-\u9fff]{0,8}(?:[物品衣被服裤鞋帽袜毯书具食粮米面油奶水菜果药肉蛋纸笔包机器椅桌床灯伞]|[小旧图]书)"
)
"""What headings end with that name things which nobody keeps a list of: 衣物, 文具, 羽绒服."""
_OF_BODIES = pattern_of(r"[0-9一二三四五六七八九十][组户人名位家村班队届级期校系次年月天](?:$|[^\u3400-\u9fff])")
"""Counts people and bodies, or is part of a name, or says how often: 职工35人, 三年级2班, 月捐2次."""
_NAMED = pattern_of(r"(?!.*(?:物资|物品|实物|捐物|[礼赠供祭奖商用]品|货|名|目))[\u3400-\u9fff]{2,10}")
"""What names things of one sort, 图书, as 捐赠物资 and 礼品 don't."""
_IN_LATIN = pattern_of(r"[a-z]{3}", re.IGNORECASE)
_SORT_OF_GOODS = pattern_of(r"类|种$|品种")
_OTHERS = pattern_of(r"(?:及?其[他它]|另外|另)(?:物资|物品|捐赠|实物|用品|类)?")
_LIST_OF_GOODS = pattern_of(r"明细|清单|详情|内容")
_HOW_MUCH = pattern_of("数[量额]|金额")
_NAME_OF_GOODS = pattern_of(r"名|item|product|goods")
_WORTH = pattern_of(r"估价|估值|价值|市值|value|worth|fmv")
_PROJECT = pattern_of(r"(?:捐赠|捐助|捐献|捐|支援|援助)?项目(?:名称|内容)?")


def meant_by_total(senses: Senses) -> str:
    """The field of 合计 or 小计: what the row comes to where nothing else says how much; beside 单价 and 数量, of which it is the
    product in each row that has all three, if any has, what the goods cost or are worth.
    """
    if not senses.has("goods", "money", "quantity", "spent", "value", "money_or_goods"):
        return "quantity" if senses.has("item", "unit", "specification") else "money"
    return "value" if not senses.has("money", "spent", "value") and _are_products(senses) else PASSED


def _are_products(senses: Senses) -> bool:
    fields = [
        [column.index for column in senses.columns if column.field == field] for field in ("price", "quantity", "total")
    ]
    if any(len(indexes) != 1 for indexes in fields):
        return False
    rows = [[plain_number(shown_at(row, indexes[0])) for indexes in fields] for row in senses.below]
    whole = [[number for number in row if number is not None] for row in rows if None not in row]
    are_told = bool(whole) or any(row[2] is not None for row in rows)
    return are_told and all(price * number == product for price, number, product in whole)


def projects(senses: Senses) -> None:
    """捐赠项目 says what was given where its cells name goods with how much of them: 口罩1000只."""
    if senses.has("item", "money_or_goods", "spent"):
        return
    for column in senses.columns:
        if column.field in ("purpose", "project") and not column.by_user and _PROJECT.fullmatch(normal(column.heading)):
            is_count = senses.has("quantity") and not senses.has("content")
            column.field = "content" if is_count or any(map(_says_goods, senses.cells(column))) else column.field


def name_goods(senses: Senses, field: str) -> bool:
    """Whether some cells of a field name goods with how much of them: 大米2吨、食用油100桶, and not 为3名学生."""
    return any(_says_goods(cell) for column in senses.of(field) for cell in senses.cells(column))


def say_how_many(senses: Senses) -> bool:
    """Whether most names of goods begin with how many there are, 50 masks: then no column beside them counts these."""
    cells = [cell for column in senses.of("item") for cell in senses.cells(column)]
    return 2 * sum(1 for cell in cells if cell[:1].isdigit() and goods_in(cell)) >= max(len(cells), 1)


def are_unnamed(senses: Senses) -> bool:
    """Whether what something is worth is all that is said of money, and a column that nobody understands may say of what."""
    worth = senses.of("value")
    if senses.has("money", "spent", "item") or not any(_WORTH.search(normal(column.heading)) for column in worth):
        return False
    if senses.has("quantity", "unit"):
        return True
    unread = [senses.cells(column) for column in senses.columns if not column.field and column.heading]
    return any(2 * sum(1 for cell in cells if cell.isalpha() or " " in cell) > len(cells) for cells in unread if cells)


def others(senses: Senses) -> None:
    """其他 beside columns of goods holds goods that have no column: 饼干2箱, 药品一批."""
    for column in senses.columns:
        if column.field in ("", PASSED, "channel") and _OTHERS.fullmatch(normal(column.heading)):
            goods = any(map(_says_how_much, senses.cells(column)))
            column.field = "item" if goods else column.field


def are_others(senses: Senses, named: Sequence[Column]) -> bool:
    """Whether columns of items beside columns of goods, 捐赠物资 beside 口罩（个）, hold only goods that have no column."""
    cells = [cell for column in senses.of("item") for cell in senses.cells(column)]
    are_goods = any(common_named(normal(column.goods or "")) for column in named)
    return are_goods and all(plain_number(cell) == 0 or _says_how_much(cell) for cell in cells)


def _says_how_much(cell: str) -> bool:
    """Whether a cell names goods with how much of them, or that this is not known, 一批."""
    try:
        found = named_quantities(cell)
    except Misfit:
        return False
    return any(not each.is_money and not each.is_bare and (each.unit or each.number is None) for each in found)


def _named_ones(senses: Senses) -> None:
    """捐赠财产名称 beside 数量 names goods, or says 现金, and so does 财产 above no amounts, but where nothing stands below 数量; so does
    物资/资金名称 beside 数量/金额, which says how much of either.
    """
    either = [column for column in senses.of("money_or_goods") if not column.by_user]
    counts = [column for column in either if _HOW_MUCH.search(column.in_words)]
    if len(counts) == 1 and len(either) == 2 and not senses.has("quantity"):  # noqa: PLR2004 - a name, and how much
        counts[0].field = "quantity"
    if senses.has("quantity") and not senses.has("item", "item_or_quantity"):
        for column in either:
            named = _counted_beside(senses, column) or senses.cells(column)
            if column.field == "money_or_goods" and (
                _NAME_OF_GOODS.search(column.in_words) or not any(map(_is_amount, named))
            ):
                column.field = "item"


def _counted_beside(senses: Senses, column: Column) -> list[str]:
    """What stands in a column in the rows that say a quantity."""
    counts = senses.of("quantity")
    return column.texts(row for row in senses.records() if any(shown_at(row, each.index) for each in counts))


def _is_amount(cell: str) -> bool:
    """Whether a cell is a number, or names goods or money with how much of them; N95口罩 is none."""
    try:
        return plain_number(cell) is not None or any(each.number is not None for each in named_quantities(cell))
    except Misfit:
        return True


def called(senses: Senses) -> None:
    """名称 is what goods are called where they are counted or have a worth, and so is Name before the column of who gave, where no address or age
    tells of people; else it is a party's.
    """
    _named_ones(senses)
    counted = senses.has("quantity", "unit", "specification", "price", "item_or_quantity")
    of_goods = senses.has("quantity", "item_or_quantity") and not senses.has("money", "amount", "currency")
    givers = [column.index for column in senses.of("donor")]
    of_people = any(_OF_PEOPLE.fullmatch(normal(column.heading)) for column in senses.columns)
    named = [
        each for each in senses.columns if each.field == "party" and normal(each.heading) == "name" and not of_people
    ]
    for column in named:
        if of_goods and givers and column.index < min(givers) and not column.by_user and not senses.has("item", "name"):
            column.field = "name"
    if senses.has("name"):
        counted = counted or (bool(givers) and _are_given(senses))
        senses.first("name", "item" if counted and not senses.has("item") else "party")


def _are_given(senses: Senses) -> bool:
    """Whether what 名称 names beside who gave are goods: each with how much of it, 空调20台, or all of it beside its worth; and neither
    people nor bodies, 甲公司 beside 折合人民币, or parts of a body, 三年级2班 beside what these gave.
    """
    cells = [cell for column in senses.of("name") for cell in senses.entries(column)]
    names = sum(1 for cell in cells if name_alone(cell) is not None)
    if not cells or 2 * names >= len(cells):
        return False
    has_money = senses.has("money", "amount", "spent", "currency")
    is_worth = not has_money and any("人民币" not in column.in_words for column in senses.of("value"))
    return is_worth or all(_says_how_much(cell) and not _OF_BODIES.search(cell) for cell in cells)


def with_units(senses: Senses) -> None:
    """药品（盒） above numbers is a thing, and no list of things, and 图书 above 20本; so is 捐物（元） what goods were worth, and 捐物 that makes
    with the money beside it the sum of the row. 消毒用品 above 84消毒液20桶 lists things.
    """
    asides.settle(senses)
    units_of_things.settle(senses)
    counted = senses.has("quantity", "unit", "specification", "price", "money_or_goods")
    is_of_parties = not counted and senses.has(*PARTIES, "group")
    for column in senses.columns:
        if not counted and not column.field and column.said.sense is None and _SORT.fullmatch(column.said_as):
            cells = senses.cells(column)
            column.field = "item" if cells and all(map(_says_how_much, cells)) else column.field
        is_made = is_of_parties and not column.field and column.said.sense is None and _MADE.fullmatch(column.said_as)
        cells = senses.cells(column) if (column.field == "item" or is_made) and not column.by_user else []
        is_name = is_of_parties and _NAMED.fullmatch(column.said_as) and _how_named(column.said_as) == 1
        says_units = column.said.unit or (
            is_name and any(cell[-1:] > "z" for cell in cells) and not any(map(_IN_LATIN.search, cells))
        )
        counts = [cell for cell in cells if plain_number(cell) != 0]  # 0 says that there were none
        if cells and says_units and (counts or column.said.unit) and all(map(is_count, counts)):
            column.field, column.goods = "", without_giving(without_measure(column.said_as))
            continue
        numbers = [cell for cell in cells if plain_number(cell.lstrip("¥￥$")) is not None]
        money = [each for each in parts_of_sums(senses.columns) if each.field in ("money", "amount")]
        is_signed = bool(cells) and all(cell[:1] in "¥￥$€£" for cell in cells)
        are_most = 2 * len(numbers) > len(cells)  # what is no number is refused where it stands
        is_worth = are_most and (column.said.currency is not None or is_signed)
        of_things = _THINGS.search(column.in_words) and len(numbers) == len(cells) > 0
        if is_worth or (of_things and money and makes_sum(senses, [*money, column])):
            column.field, column.said = "value", column.said._replace(sense="value")


def are_counts(column: Column, cells: list[str]) -> bool:
    """Whether the cells of a column are numbers, or quantities that begin with one, but for a few; below a heading that
    says a unit one of them is enough, 约10 or 一批, whatever words stand at the foot.
    """
    if column.said.unit:
        return not cells or any(map(is_count, cells))
    if cells and all(map(is_count, cells)):
        return True
    return 2 * sum(1 for cell in cells if cell[:1].isdigit()) >= len(cells)


def is_count(cell: str) -> bool:
    """Whether a cell says how many, and not of what."""
    try:
        return isinstance(counted(cell, "", 1), Counted)
    except Misfit:
        return False


def _says_goods(cell: str) -> bool:
    return any(each.unit and common_named(normal(each.item)) for each in goods_in(cell))


def below_one_heading(senses: Senses) -> None:
    """What stands right of the goods below the same heading, 捐赠物资 above 口罩 | 100 | 只: how many, and in what."""
    if senses.has("quantity", "unit", "unit_or_party", "amount", "total", "item_or_quantity"):
        return
    place = next((place for place, column in enumerate(senses.columns) if column.field == "item"), None)
    beside = [] if place is None else senses.columns[place + 1 : place + 3]
    bare = [column for column in beside if not column.heading and not column.field and senses.cells(column)]
    if bare and bare[0] is beside[0] and all(cell[:1].isdigit() for cell in senses.cells(bare[0])):
        bare[0].field = "quantity"
        if len(bare) > 1 and all(cell.casefold() in spellings() for cell in senses.cells(bare[1])):
            bare[1].field = "unit"


def units(senses: Senses) -> None:
    """数量单位 beside 数量 is a column of units."""
    for column in senses.columns:
        cells = senses.cells(column) if column.field == "quantity" and "单位" in column.said_as else []
        if cells and all(cell.casefold() in spellings() for cell in cells) and not senses.has("unit"):
            column.field = "unit"


def names(senses: Senses) -> None:
    """Of several columns of items the one that names them is read, 物资名称 and not 物资类别; alike ones share a row."""
    items = senses.of("item")
    if len(items) < 2:  # noqa: PLR2004
        return
    alike = {without_number(column.said_as) for column in items}
    counted = senses.has("quantity", "unit", "specification", "price")
    if not counted and (len(alike) == 1 or _name_each(senses, items)):
        return
    best = max(items, key=lambda column: _how_named(column.said_as))
    if len(senses.cells(best)) < max(len(senses.cells(column)) for column in items):
        best = items[0]  # 明细 that are there for some
    for column in items:
        column.field = "item" if column is best else PASSED


def _name_each(senses: Senses, items: Sequence[Column]) -> bool:
    """Whether more than one of several columns of items names goods with how much of them, 生活物资 beside 消毒用品, and none else."""
    said = [[cell for cell in senses.cells(column) if plain_number(cell) != 0] for column in items]
    return sum(map(bool, said)) > 1 and all(_says_how_much(cell) for cells in said for cell in cells)


def _how_named(heading: str) -> int:
    """How surely a heading of items means their names: more for 名称 than for 明细, less for 类别."""
    sure = (_SORT_OF_GOODS, None, _LIST_OF_GOODS, _NAME_OF_GOODS)
    return next((rank for rank in (3, 2, 0) if (each := sure[rank]) is not None and each.search(heading)), 1)
