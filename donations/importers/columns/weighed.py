"""What goods weigh is how much of them there is, where nothing else says it: 重量 beside 蔬菜, 净重 and not 毛重."""

from collections.abc import Iterator, Sequence

from donations.domain.catalogue import common_named
from donations.domain.units import spellings
from donations.importers.columns.columns import Column
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import SORT_OF_GOODS, normal, without_measure

_WEIGHTS = tuple(
    map(pattern_of, ("净重量?|实重|net ?weight", "总?重量?|合重|斤两|分量|(?:total ?)?weight", "毛重量?|gross ?weight"))
)
"""What says how much goods weigh, the surest first."""
_SORT = pattern_of(
    rf"(?:捐赠|捐献|爱心|新鲜|生活|接收|收到|发放)*(?:的|{SORT_OF_GOODS}|副?食品|食物|禽蛋|肉[类蛋奶]*|蛋类|米面油?|青菜|鲜菜)+类?"
)
_WEIGHED = pattern_of(r"[约近]?\s?[0-9][0-9,，]{0,12}(?:\.[0-9]{1,3})?\s?[万千]?\s?([\u3400-\u9fffa-z]{1,9})")
_APART = pattern_of("[、，,;；/和及]")
_COUNTS = ("quantity", "money_or_goods", "item_or_quantity")
_COUNTS_SOME = pattern_of(r"(?<![A-Za-z0-9])[0-9]")
"""N95口罩 is a name."""
_LONGEST = 40
_UNNAMED = ("一批", "若干", "一些", "有", "无", "是", "否")


def weigh_goods(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """Where no column says how many there are, 重量 does, if all below it are weights; and where some column does and none
    names goods, what stands below 蔬菜 is their names, if any of them is known and none has a number.
    """
    rows = [row for row in below if not sums_up(row)]
    if not any(column.field in _COUNTS for column in columns):
        units = [column for column in columns if column.field in ("unit", "unit_or_party")]
        said = [unit.texts(rows) for unit in units]
        says_mass = any(map(_are_mass, said))
        of_packs = any(map(_are_units, said)) and not says_mass  # 净重 10kg beside 袋: what one of them holds
        found = None if of_packs else next(_by_weight(columns, rows, says_mass=says_mass), None)
        if found is not None and _has_names(columns, rows):
            for column in columns:  # that of each record, where several stand in a row
                if column.said_as == found.said_as and not column.field and not column.by_user:
                    column.field = "quantity"
    if any(column.field == "quantity" for column in columns) and not any(column.field == "item" for column in columns):
        named = list(_of_names(columns, rows))
        for column in named if len(named) == 1 else ():  # 蔬菜 beside 水果: the number is of either
            column.field, column.goods = "item", None


def _has_names(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether a column names goods."""
    return any(column.field in ("item", "name", "content") for column in columns) or any(_of_names(columns, rows))


def _by_weight(columns: Sequence[Column], rows: Sequence[Sequence[str]], *, says_mass: bool) -> Iterator[Column]:
    """The columns of weights, the surest first; `says_mass`: what the numbers are counted in stands beside them."""
    for words in _WEIGHTS:
        for column in columns:
            if not column.field and not column.by_user and words.fullmatch(column.said_as):
                cells = column.texts(rows)
                if (cells and all(map(_is_weight, cells))) or (says_mass and all(map(_is_number, cells))):
                    yield column


def _is_weight(cell: str) -> bool:
    found = _WEIGHED.fullmatch(cell.casefold())
    return found is not None and _is_mass(found[1])


def _is_number(cell: str) -> bool:
    return plain_number(cell) is not None


def _is_mass(unit: str) -> bool:
    known = spellings().get(unit)
    return known is not None and known.dimension == "mass"


def _are_mass(cells: Sequence[str]) -> bool:
    return bool(cells) and all(_is_mass(cell.casefold()) for cell in cells)


def _are_units(cells: Sequence[str]) -> bool:
    """Whether goods are counted in what stands there, and it names no bodies."""
    return bool(cells) and all(cell.casefold() in spellings() for cell in cells)


def _of_names(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Column]:
    """The columns below a word for goods, 蔬菜 or 口罩, that hold names of goods and no numbers."""
    for column in columns:
        is_of_goods = column.goods is not None or _SORT.fullmatch(without_measure(column.said_as))
        if not column.field and not column.by_user and is_of_goods:
            cells = column.texts(rows)
            known = any(_is_known(cell) or (column.goods and cell.endswith(column.goods)) for cell in cells)
            if known and all(map(_may_be_name, cells)):
                yield column


def _may_be_name(cell: str) -> bool:
    return len(cell) <= _LONGEST and cell not in _UNNAMED and _COUNTS_SOME.search(cell) is None


def _is_known(cell: str) -> bool:
    """Whether any of the goods that a cell names is known."""
    return any(common_named(normal(part)) for part in _APART.split(cell))
