"""Which column is what: a row of headings (or two), with what stands below and above it, turned into a layout."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import FIELDS, PASSED
from donations.domain.text import tidy
from donations.importers.columns import in_and_out, lots, signed_for
from donations.importers.columns.columns import (
    ABROAD,
    ADDRESS,
    AMOUNTS,
    CODE,
    GOODS,
    MADE,
    MEASURE,
    ONWARD,
    OURS,
    PART,
    REMARK,
    TURN,
    UNCLEAR,
    Around,
    Column,
    Group,
    Layout,
)
from donations.importers.columns.day_parts import MONTH, YEAR
from donations.importers.columns.goods_sizes import are_sizes
from donations.importers.columns.headed import are_totalled, head_by, make_cards, who_heads
from donations.importers.columns.senses import settled
from donations.importers.layouts import turns
from donations.importers.layouts.matched import with_matches
from donations.importers.layouts.side_by_side import of_sides, side_by_side, without_whole
from donations.importers.layouts.stock_books import ONE_PARTY, in_and_out_of_store
from donations.importers.layouts.sums_beside import without_sums
from donations.importers.layouts.tables_beside import tables_beside
from donations.importers.layouts.values import goods_numbered, without_count
from donations.importers.patterns import pattern_of
from donations.importers.words.asked import without_number_of_question
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.heading_measures import without_giving
from donations.importers.words.heading_words import normal, understood, unmarked, without_measure
from donations.importers.words.headings_above import as_said_above
from donations.importers.words.money_measures import OTHER
from donations.importers.words.turn_words import IN, OUT, sides_of

_OF_OURS = frozenset({"received", "bought", "spent", "distributed", "adjusted"})
"""What the headings of a report of this program have: figures made of many entries, which are no papers of others."""
_OF_A_JOURNAL = frozenset({"corrects", "recorded_at"})
_OURS_ALONE = frozenset({"certainty", "value_certainty", "on_hand", "recorded_as", "credit_code"})
"""What columns of our reports are called for programs, and nobody else's are."""
LONGEST_GOODS = 20
NAMED = ("donor", "recipient", "party", "payer", "name_part")
"""Fields of who gave or received."""
_GIFT_DAY = pattern_of("(?:gift|donation|contribution)[-_]?date")
_SHOWN = {
    "taken_in": PASSED,
    "paid_out": PASSED,
    GOODS: "quantity",
    ADDRESS: "city",
    MEASURE: "note",
    ABROAD: "note",
    MADE: "note",
    CODE: "donor",
    PART: "purpose",
    REMARK: "note",
    TURN: "direction",
    **dict.fromkeys((MONTH, YEAR, ONWARD), "date"),
}
"""What fields of ours are called that nobody types."""
_GIVERS = ("donor", "party", "payer", "name_part", "name", "group")
_NAMING = (*_GIVERS, "recipient")
_EITHER = ("party", "name_part", "group")
"""Who may have given or received."""
_NAMED = (*_EITHER, "donor", "payer", "recipient", "beneficiary", "supplier")
_OF_SIDE = (None, "money", "channel", "amount", "total", "quantity", "value", "price")
"""What the heading over them says more of, 支出 over 金额, 入库 over 数量."""
_NUMBER = pattern_of(r"^[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*")


def texts_of(cells: Sequence[str]) -> list[str]:
    """The cells, tidied; those that only say that there is nothing are blank."""
    return [shown(cell) for cell in cells]


def unmarked_all(cells: Sequence[str]) -> Sequence[str]:
    """The cells of a row that may be one of headings, without marks around them, and colons where each has one, or some do and the
    rest are headings too, 日期：| 捐赠单位：| 备注; not labels two by two with what they say.
    """
    plain = list(map(unmarked, cells))
    filled = [text.rstrip() for text in plain if text.strip()]
    labels = [text.endswith((":", "：")) for text in filled]
    are_pairs = labels == [place % 2 == 0 for place in range(len(labels))]
    are_headings = any(labels) and not are_pairs and all(understood(text.rstrip(":： ")).sense for text in filled)
    if len(filled) > 1 and (all(labels) or are_headings):
        plain = [text.rstrip(":： ") or text for text in plain]
    return cells if plain == list(cells) else plain


def without_headings_again(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """The rows from those of headings on, without the same headings where they come again, as on each page, and the titles above
    them: they are none of the cells that tell what a column is.
    """
    first = rows[0]
    if first not in rows[1:]:
        return rows
    kept = list(rows[:2])
    for before, row in pairwise(rows[1:]):
        if row == first:
            while len(kept) > 2 and sum(map(bool, kept[-1])) < 2:  # noqa: PLR2004 - titles stand alone
                kept.pop()
        elif row != rows[1] or before != first:
            kept.append(row)
    return kept


def columns_of(cells: Sequence[str], above: Sequence[str] | None, said: Mapping[str, str]) -> list[Column]:
    """A column for each heading; `above` is the upper row of two, `said` what the user said by the heading's normal form."""
    columns: list[Column] = []
    top = ""
    tops = sides_of(above or ())
    are_sides, are_captions = {IN, OUT} <= set(tops.values()), len(tops) > 1 and set(tops.values()) == {IN}
    for index in range(max(len(cells), len(above or ()))):
        text, over = cell_at(cells, index), cell_at(above or (), index)
        merged = getattr((above or ())[index], "of", "") if above and index < len(above) else ""
        if over or not merged:
            top = over if (over or not text) else top
        both = f"{_NUMBER.sub('', top)} {text}".strip() if above is not None and text != top else text
        is_of_goods = understood(text).sense == "unit_or_party" and understood(top).sense == "item"
        if is_of_goods and any(understood(other).sense in _NAMING for other in (*(above or ()), *cells) if other):
            both = text  # 单位 below 捐物 is what they are counted in, where somebody else gave or got them
        side = tops.get(top) if are_sides else None
        own = understood(text).sense
        if own == "donor" or (side in (IN, OUT) and own not in _OF_SIDE) or (are_captions and top in tops and own):
            both = text  # 单位 and 捐赠单位 below 接收 are no 接收单位; 接收捐款 beside 接收物资 are two tables
        columns.append(replace(_column(index, text, both, said), side=side))
    are_sizes(columns)
    return columns


def _column(index: int, text: str, both: str, said: Mapping[str, str]) -> Column:
    heading = understood(both) if both != text else understood(text)
    of_goods = understood(text).sense is None and understood(text).unit and (goods_named(text) or goods_numbered(text))
    if of_goods:  # 口罩（只） below 防护物资
        both = text
    if heading.sense is None or both == text:
        alone = understood(text)
        heading = alone if text and (alone.sense is not None or heading.sense is None) else heading
    if both != text and not heading.currency and heading.factor == 1:
        alone = understood(text)
        heading = heading._replace(factor=alone.factor, currency=alone.currency, unit=alone.unit or heading.unit)
    heading = as_said_above(both.removesuffix(text).strip(), heading) if both != text else heading
    shown = tidy(text if text and understood(text).sense else both or text)
    wanted = said.get(normal(text)) or said.get(normal(both)) or said.get(letters(index))
    if wanted is not None:
        currency = None if heading.currency == OTHER else heading.currency  # who says what it is knows of what money
        heading = heading._replace(sense=wanted if wanted in FIELDS else PASSED, currency=currency)
    named = None if heading.sense else goods_named(shown) or (goods_numbered(shown) if both == text else None)
    return Column(index, shown, heading.sense or "", heading, tidy(both), named, by_user=wanted is not None)


def letters(index: int) -> str:
    """The column as spreadsheets name it, in small letters: a, b, …, aa."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(97 + rest) + name
    return name


def by_headings(said: Mapping[str, str], width: int) -> Mapping[str, str]:
    """What was said of columns by their headings, and not by the letters of so many: these say nothing of what a row is."""
    own = {letters(index) for index in range(width)} if said else set()
    return {heading: field for heading, field in said.items() if heading not in own}


def said_by_user(columns: Mapping[str, str]) -> dict[str, str]:
    """--map with its headings in comparable form."""
    return {normal(unmarked(heading)): name for heading, name in columns.items()}


def layout_of(columns: list[Column], around: Around, rows: int) -> Layout:
    """The layout of a table with these headings."""
    if (why := signed_for.settle(columns, around) or in_and_out.settle(columns, around)) is not None:
        return laid_out(columns, [Group(UNCLEAR, columns, why)], around, rows)
    ways = in_and_out_of_store(columns, around)
    if ways is None and (found := turns.by_turns(columns, around.below)) is not None:
        return laid_out(columns, found, around, rows)
    parts = ways or of_sides(columns) or side_by_side(columns, around.below)
    if len(parts) == 1:
        parts = tables_beside(columns, around.below)
    groups = [Group(UNCLEAR, each, of_store=bool(ways)) for each in parts]
    if ways is None:
        without_whole(groups, around.below)
    if len(groups) == 1 and (
        heads := (around.headed, False, False) if around.headed else who_heads(columns, around.below, around.way)
    ):
        head_by(groups[0], *heads)
        groups[0].is_totalled = are_totalled(around.below)
    make_cards(groups, around)
    return laid_out(columns, groups, around, rows)


def laid_out(columns: list[Column], groups: list[Group], around: Around, rows: int) -> Layout:
    """The layout of these columns in these groups; a group whose sort is unclear is settled by what stands around it."""
    ways = any(group.of_store for group in groups)
    arounds = (
        [replace(around, way="in"), replace(around, way="out", given=False)] if ways else _of_sides(groups, around)
    )
    if any(group.turn for group in groups):
        arounds = [turns.beside(group, around) for group in groups]
    for group, beside in zip(groups, arounds, strict=True):
        headings = {normal(column.heading) for column in group.columns}
        is_ours = headings >= _OF_OURS or headings >= _OF_A_JOURNAL or not headings.isdisjoint(_OURS_ALONE)
        if group.sort == UNCLEAR and group.why is None:
            group.sort, group.why = (OURS, None) if is_ours else settled(group.columns, beside)
        turns.settle(group)
        lots.settle(group, beside)
    groups = with_matches(without_sums(groups, around.below))
    every = [column for group in groups for column in group.columns if column.field not in ("", PASSED)]
    shown: dict[str, str] = {}
    for column in columns:
        if column.heading or column.field not in ("", PASSED) or not rows:
            name = column.heading or letters(column.index).upper()
            read = next((one for one in every if one.index == column.index), replace(column, field=PASSED))
            if name in shown and (shown[name] != column.field or (read.field == PASSED and not read.is_silent)):
                name = column.whole if column.whole not in shown else f"{name} {letters(column.index).upper()}"
            shown[name] = _shown_as(read)
    meant = [column for column in columns if column.by_user]
    by_user = [name for one in meant for name in (normal(one.whole or one.heading), letters(one.index))]
    known_by = "|".join(tidy(column.heading) for column in columns).rstrip("|")
    return Layout(groups, shown, tuple(normal(one.heading) for one in columns), known_by, rows, by_user=tuple(by_user))


def _of_sides(groups: Sequence[Group], around: Around) -> list[Around]:
    """What stands around each group: 接收 over the one and 发放 over the other say which way each went, whatever the title says."""
    sides = [next((column.side for column in group.columns if column.side), None) for group in groups]
    if set(sides) != {IN, OUT}:
        return [around] * len(groups)
    has_own = any(column.field in _NAMED and column.side for group in groups for column in group.columns)
    for group in groups:
        if not has_own and any(column.field in _EITHER for column in group.columns):
            group.why = ONE_PARTY  # 姓名 before both
        group.columns = [column if column.side else replace(column) for column in group.columns]
    return [replace(around, way=side, given=around.given and side == IN) for side in sides]


def _shown_as(column: Column) -> str:
    """What is said that a column was read as."""
    if (column.is_silent or column.field in ("", PASSED)) and column.tells_promises:
        return "type"  # Gift Type: whose row is a pledge is heeded, and no more
    return "money" if column.cash else PASSED if column.is_silent else _SHOWN.get(column.field, column.field)


def meant_by(said: Iterable[str], layout: Layout) -> frozenset[str]:
    """The headings of --map that the layout has; one below another may be given without the one above it."""
    return frozenset(one for one in said if any(heading.endswith(normal(unmarked(one))) for heading in layout.by_user))


def says_all(telling: Sequence[Column], columns: Sequence[Column]) -> bool:
    """Whether headings say who, what and when, or what and when of a gift or a payment: then it does not count how many more there are
    that nobody understands.
    """
    fields = {"amount" if column.field == "taken_in" else column.field for column in telling}
    if "date" not in fields or fields.isdisjoint((*AMOUNTS, "amount")):
        return False
    headings = {column.said_as for column in columns}
    of_gift = any(column.field == "date" and _GIFT_DAY.fullmatch(column.said_as) for column in telling)
    return not fields.isdisjoint(NAMED) or of_gift or headings >= {"fee", "net"}


def names_ways_alone(telling: Sequence[Column]) -> bool:
    """Whether cells that may be headings say only ways that money comes in, 微信 | 支付宝 above pictures to be scanned, or which
    money it is: Currency | USD.
    """
    said = {column.field for column in telling}
    return said == {"channel"} or (said == {"currency", "money"} and len(telling) == 2)  # noqa: PLR2004


def goods_named(heading: str) -> str | None:
    """The item that a heading names, where it is one (口罩) or says what it is counted in (口罩（个）)."""
    heading = without_count(heading.rstrip(" :："))
    plain = without_number_of_question(normal(heading))
    without = without_measure(plain)
    longest = LONGEST_GOODS * (1 + (without != plain and heading.isascii()))  # words of letters are longer
    if not any(character.isalpha() for character in without) or len(without) > longest:
        return None
    counted = without.removesuffix("数量").removesuffix("数") or without
    if without == plain and not (common_named(counted) or common_named(counted.partition("(")[0])):  # 口罩（平面）
        return None
    written, at = "".join(unicodedata.normalize("NFKC", heading).split()), plain.find(counted)
    if heading.isascii():  # N95 Masks, with the blank
        return heading.partition("(")[0].strip() or None
    letters = written[at : at + len(counted)]  # KN95口罩, and not kn95口罩
    return without_giving(letters if letters.casefold() == counted else counted)
