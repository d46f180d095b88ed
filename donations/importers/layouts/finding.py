"""Where the headings are: a row known by its words, wherever it stands, alone or with the row above it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from donations.domain.paper_fields import PASSED
from donations.importers.columns.by_cells import tell_by_cells
from donations.importers.columns.columns import AMOUNTS, UNCLEAR, Around, Column, Layout
from donations.importers.columns.row_numbers import may_give
from donations.importers.layouts.goods_blocks import blocks, sorts, weights
from donations.importers.layouts.layout import (
    NAMED,
    by_headings,
    columns_of,
    laid_out,
    layout_of,
    names_ways_alone,
    says_all,
    texts_of,
    unmarked_all,
    without_headings_again,
)
from donations.importers.layouts.measure_rows import is_of_measures, is_spread, measured_by
from donations.importers.layouts.option_rows import asked, is_of_options
from donations.importers.layouts.purpose_columns import by_purpose
from donations.importers.layouts.shared_out import is_spanned, shared_out
from donations.importers.layouts.sideways import SIDEWAYS, lies_sideways
from donations.importers.layouts.stock_books import counts_stock
from donations.importers.layouts.time_columns import by_time, time_of
from donations.importers.layouts.two_sided import by_sides
from donations.importers.layouts.values import counts_below, is_value, says_amount, says_worth, values_in
from donations.importers.layouts.ways_in_one import parted
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_measures import LONGEST_HEADING
from donations.importers.words.heading_words import Heading, normal, understood
from donations.importers.words.item_cards import Card

_WHAT = (
    *AMOUNTS, "amount", "total", "item", "content", "item_or_quantity", "category", "statistic", "figure", "channel", "cents", "name", "debit", "credit", "taken_in", "level", "aid",
)  # fmt: skip
_SAMPLE, _MOST = 30, 3
"""How many rows are looked at, and how many headings take at most."""
_APART = 2
"""Where the lower row of headings stands that a blank row parts from the upper one."""
_CAPTION = pattern_of(
    r"[^:：]{1,10}[:：]\s*[0-9*]{6,}|[(（\[【]?\s*(?:(?:金额|计量|货币|填报|编制|制表)?单位\s*[:：]|截[至止]|[0-9]{4}\s*[年.\-/]|(?:时间|日期|填报人|制表人|币[种别]|货币|[账帐](?:号|户)[^:：]{0,4}|户名|卡号|开户[^:：]{0,4}|(?:查询|起[始止]|打印|客户|单位)[^:：]{1,6})\s*[:：]|第.{1,4}[期批])"
)
"""What stands above headings and is none itself: 单位：元, 截至2月20日, 账号：6217****0001."""
_SAYS = pattern_of(r"^(?!其中).*[:：]\s*[^\s:：)）]")
"""捐赠单位：甲公司 says something, and is no heading."""
_NOTHING = Heading(None)
_YEAR = pattern_of(r"[0-9]{4}\s*年")


def headings_at(
    rows: Sequence[Sequence[str]],
    said: Mapping[str, str],
    way: str | None,
    *,
    given: bool = False,
    buys: bool = False,
    both: bool = False,
    headed: tuple[str, str] | None = None,
    is_card: bool = False,
    cards: Sequence[tuple[int, Card]] = (),
    of_goods: bool = False,
    of_money: bool = False,
    of_aid: bool = False,
    factor: int = 1,
) -> Layout | None:
    """The layout whose headings stand in the first of `rows`, or in the first two; None where no headings stand there.

    `headed` is the field that a line above them says of all rows, and whom it names; `is_card`: such a line says their goods, `cards` those of each table side by side.
    """
    if not rows or any(not time_of(text) for text in values_in(rows[0])) or not counts_below(rows[0], rows[1:]):
        return None
    rows = without_headings_again(rows)
    rows = [*(unmarked_all(row) for row in rows[:_MOST]), *rows[_MOST:]]
    field, heads = headed or (None, None)
    around = Around(
        rows[1:_SAMPLE], way, given, buys, field, is_card, cards, both, of_goods, of_money, of_aid, factor, heads
    )
    timed = by_time(rows[:_SAMPLE], around, said)
    if timed or values_in(rows[0]):
        return timed
    if (for_purposes := by_purpose(rows[:_SAMPLE], around, said)) is not None:
        return for_purposes
    found = by_sides(rows[:_SAMPLE], around, said)
    if found is None and (measured := _measured_below(rows)) is not None:
        found = _of_words(measured, said, replace(around, below=measured[1:_SAMPLE]))
        return found and replace(found, rows=found.rows + 1)
    return found or _of_words(rows, said, around)


def _of_words(rows: Sequence[Sequence[str]], said: Mapping[str, str], around: Around) -> Layout | None:
    """The layout that the headings make, where no cell of the first row is an amount or a day; None where it is none."""
    first, second = texts_of(rows[0]), texts_of(rows[1]) if len(rows) > 1 else []
    if (found := blocks(first, second)) is not None:
        return laid_out(*found, replace(around, below=rows[2:_SAMPLE]), 2)
    if (one := _in_one(rows, first, second)) is not None:
        rest = rows[one[1] :]
        below = _of_words([one[0], *rest], said, replace(around, below=rest[: _SAMPLE - 1]))
        return None if below is None else replace(_unless_sideways(below, rows), rows=below.rows - 1 + one[1])
    if (over := _over_three(first, second, texts_of(rows[2]) if len(rows) > 2 else [])) is not None:  # noqa: PLR2004
        columns = columns_of(texts_of(rows[2]), over, said)
        if _are_headings(columns, [*over, *texts_of(rows[2])], said):
            return layout_of(columns, replace(around, below=_own(rows, 3, said)), 3)
    if _is_lower_row(first, second) and counts_below(second, rows[2:], first):
        columns = columns_of(second, _kept_merged(rows[0], first), said)
        if _are_headings(columns, [*first, *second], said):
            return layout_of(columns, replace(around, below=_own(rows, 2, said)), 2)
    columns = columns_of(first, None, said)
    tell_by_cells(columns, rows[1:])
    shared = _shared_out(rows, first, second, around.way)
    if shared or not _are_headings(columns, first, said):
        return shared
    return _unless_sideways(layout_of(columns, replace(around, below=_own(rows, 1, said)), 1), rows)


def _measured_below(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]] | None:
    """The rows with one for the second and the third, where that says the measures of what stands in it: 物资 over 口罩 and
    手套 over 个 and 双; None where no such three rows begin them.
    """
    if len(rows) < _MOST:
        return None
    first, second, third = map(texts_of, rows[:_MOST])
    if not is_of_measures(second, third) or not is_spread(first, second):
        return None
    return [rows[0], measured_by(second, third), *rows[_MOST:]]


def _own(rows: Sequence[Sequence[str]], many: int, said: Mapping[str, str]) -> Sequence[Sequence[str]]:
    """The rows below so many of headings, as far as the headings of another table."""
    own = [texts_of(row) for row in rows[:many]]
    for place, row in enumerate(rows[many:_SAMPLE], many):
        texts, named = texts_of(row), by_headings(said, len(row))
        is_other = texts not in own and _are_headings(columns_of(texts, None, named), texts, named)
        if is_other and counts_below(row, rows[place + 1 :]):
            return rows[many:place]
    return rows[many:_SAMPLE]


def _unless_sideways(layout: Layout, rows: Sequence[Sequence[str]]) -> Layout:
    """The layout; one that is unclear since its table lies on its side says so."""
    if layout.groups[0].sort == UNCLEAR and lies_sideways(rows[:_SAMPLE]):
        layout.groups[0].why = SIDEWAYS
    return layout


def _in_one(rows: Sequence[Sequence[str]], first: list[str], second: list[str]) -> tuple[Sequence[str], int] | None:
    """One row of headings for two that say one thing, and how many rows they take; None where the first stands alone."""
    if is_of_measures(first, second):
        return measured_by(first, second), 2
    if is_of_options(first, second):
        return asked(first, second), 2
    if (in_one := weights(first, second) or sorts(first, second)) is not None:
        return in_one, 2
    if (ways := parted(rows[:_SAMPLE], first)) is not None:
        return ways, 1
    if len(rows) > _APART and not any(second) and _is_lower_row_apart(first, texts_of(rows[_APART])):
        return rows[0], _APART
    return None


def _shared_out(rows: Sequence[Sequence[str]], first: list[str], second: list[str], way: str | None) -> Layout | None:
    """The layout of goods shared out, a column for each recipient, with their names in the first row or the second."""
    for depth in (2, 1) if is_spanned(first, second) else (1,):
        columns = columns_of(second, first, {}) if depth > 1 else columns_of(first, None, {})
        around = Around(rows[depth:_SAMPLE], way)
        if (groups := shared_out(columns, around, spanned=depth > 1)) is not None:
            return laid_out(columns, groups, around, depth)
    return None


def _kept_merged(cells: Sequence[str], texts: list[str]) -> list[str]:
    """The tidied texts, but cells under merged ones as they are."""
    return [cell if hasattr(cell, "of") else text for cell, text in zip(cells, texts, strict=True)]


def _are_headings(columns: list[Column], cells: Sequence[str], said: Mapping[str, str]) -> bool:
    filled = [cell for cell in cells if cell]
    if len(filled) < 2 or values_in(filled) or any(map(says_worth, filled)):  # noqa: PLR2004 - a table has two columns at least
        return False
    goods = [column for column in columns if column.goods]
    beside = [column for column in columns if column.field in (*NAMED, "date")]
    are_all = len(beside) > 1 and all(column.field or column.goods or not column.heading for column in columns)
    if len(goods) == 1 and not goods[0].said.unit and not are_all:
        goods = []  # 爱心人士 口罩 一批 is a row, and 礼包 beside 大米 may be goods too
    understood = [column for column in columns if column.field or (goods and column.goods)]
    telling = [each for each in understood if each.field not in (PASSED, "serial", "note") or may_give(each, filled)]
    mapped = sum(1 for column in columns if normal(column.heading) in said)
    if mapped and len(understood) > 1:
        return True
    if len(telling) < 2 or not any(column.field in _WHAT or column in goods for column in telling):  # noqa: PLR2004
        return bool(telling) and counts_stock([column.whole for column in columns])
    if names_ways_alone(telling):
        return False
    if says_all(telling, columns):
        return True  # what a program exports, with columns of its own beside them
    named = [column for column in columns if column.heading]
    figures = [column for column in telling if column.field == "statistic"]
    return 2 * len(understood) >= len(named) or len(figures) > 1


def _is_lower_row(first: list[str], second: list[str]) -> bool:
    """Whether the second row holds headings below those of the first: words only, and some where the first has none."""
    of_a_year = any(_YEAR.fullmatch(cell) for cell in first) and "月" in second  # 2021年 above 月 and 日
    if any(_SAYS.search(cell) for cell in first) or any(
        _CAPTION.match(cell) and not (of_a_year and _YEAR.fullmatch(cell)) for cell in first
    ):
        return False
    filled = [(index, cell) for index, cell in enumerate(second) if cell]
    if any(_SAYS.search(cell) for _, cell in filled):
        return False  # 日期：2020-02-01, of the rows below it
    if not filled or sum(1 for cell in first if cell) < 2:  # noqa: PLR2004 - a title stands alone
        return False
    if values_in(cell for _, cell in filled) or any(len(cell) > LONGEST_HEADING // 2 for _, cell in filled):
        return False
    if any(says_amount(cell) or len(cell) > LONGEST_HEADING for cell in first):
        return False
    columns = columns_of(second, None, {})
    with_top = columns_of(second, list(first), {})
    understood = [c for c in columns if c.heading and (c.field or (c.goods and c.said.unit))]
    combined = [with_top[index] for index, _ in filled if with_top[index].field]
    below_nothing = [index for index, _ in filled if index >= len(first) or not first[index]]
    return 2 * max(len(understood), len(combined)) >= len(filled) and bool(below_nothing)


def _over_three(first: list[str], second: list[str], third: list[str]) -> list[str] | None:
    """The two upper rows of three rows of headings in one, of which the nearer goes before where it says what it is.

    None where there are no three: then the third has headings only where those above it stand over several columns.
    """
    if sum(map(bool, first)) < 2 or any(_SAYS.search(cell) or _CAPTION.match(cell) for cell in (*first, *second)):  # noqa: PLR2004
        return None
    over = []
    for index in range(max(map(len, (first, second, third)))):
        top, near, low, beside = (
            cells[at] if at < len(cells) else ""
            for cells, at in ((first, index), (second, index), (third, index), (first, index + 1))
        )
        if low and top and not near and beside:
            return None
        over.append(near if near and (understood(near).sense or not understood(top).sense) else top)
    spans = any(
        near and all(third[at : at + 2]) and len(third) > at + 1 and not any(second[at + 1 : at + 2])
        for at, near in enumerate(second)
    )
    return over if spans and _is_lower_row(over, third) and not any(map(says_amount, (*first, *second))) else None


def _is_lower_row_apart(first: list[str], third: list[str]) -> bool:
    """Whether the row behind a blank one holds headings below those of the first, and is none of a table of its own."""
    begins = next((index for index, text in enumerate(first) if text), len(third))
    if begins >= len(third) or any(third[: begins + 1]) or any(map(is_value, filter(None, third))):
        return False
    says = [any(one.field in (*NAMED, "name", "date") for one in columns_of(row, None, {})) for row in (first, third)]
    return says == [True, False] and _is_lower_row(first, third)


_ASKED = 256
"""Of so many rows it is kept whether headings begin there: more than are looked at ahead."""


class Further:
    """The headings below those of a table: its own that come again, or those of another."""

    def __init__(self, layout: Layout, said: Mapping[str, str], way: str | None) -> None:
        self.layout, self.said, self.way = layout, said, way
        self._asked: dict[tuple[int, ...], tuple[list[Sequence[str]], bool]] = {}
        """What was said of rows, by where they are held; kept with them, so that no others come to lie there."""

    def again(self, cells: Sequence[str], below: Sequence[Sequence[str]]) -> int:
        """How many rows the table's own headings take that come again here, `below` which the others are; 0 where they don't."""
        if self.layout.rows > 1:
            found = headings_at([cells, *below[:2]], self.said, self.way)
            if found is not None and found.keys == self.layout.keys:
                return found.rows
        return int(is_again(cells, self.layout))

    def of_other(self, rows: Sequence[Sequence[str]]) -> bool:
        """Whether headings of another table begin here; what was said of rows just before is kept, since each is asked of by all before it."""
        key = tuple(map(id, rows))
        if key not in self._asked:
            if len(self._asked) >= _ASKED:
                self._asked.clear()
            found = headings_at(rows, by_headings(self.said, len(rows[0])), self.way)
            self._asked[key] = list(rows), found is not None and found.keys != self.layout.keys
        return self._asked[key][1]


def is_again(cells: Sequence[str], layout: Layout) -> bool:
    """Whether the row repeats the headings of the table it stands in, and says nothing else in any column: 元 is not 万元."""
    keys = [normal(cell) for cell in unmarked_all(texts_of(cells))]
    filled = [(index, key) for index, key in enumerate(keys) if key]
    same = [key for index, key in filled if index < len(layout.keys) and layout.keys[index] == key]
    if len(same) < 2 or 3 * len(same) < 2 * len(filled):  # noqa: PLR2004 - two thirds of them at least
        return False
    known = dict(enumerate(layout.keys))
    return all(understood(key) in (_NOTHING, understood(known.get(index, ""))) for index, key in filled)
