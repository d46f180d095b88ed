"""In beside Out in English, which are headings of a store's book and of a cash book alike."""

from collections.abc import Iterable

from donations.domain.catalogue import common_named
from donations.i18n import N_
from donations.importers.columns.columns import Around, Column
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.heading_measures import BRACKETED

MONEY_OR_GOODS = N_(
    "whether what came in and went out is money or goods: write the money behind the headings, In (CNY) and Out (CNY), or, of goods, Qty In and Qty Out"
)
_SIDES = {"in": "money", "out": "spent"}
WRITTEN = ("description", "details", "particulars", "narration", "summary", "remarks", "memo", "notes", "note")
"""Headings of what is written of each row, be it of money or of goods: Item is of goods."""
_GOODS = ("item", "name", "item_or_quantity", "quantity", "unit", "unit_or_party", "specification", "price", "category")
_CENTS, _SIGNED = pattern_of(r"[0-9,]+\.[0-9]{2}"), pattern_of(r"[$¥￥€£]\s?[0-9]")


def settle(columns: list[Column], around: Around) -> str | None:
    """Makes amounts of money of the columns below In and Out where all have cents, or the title speaks of money; what would
    have to be said is returned where nothing tells money from goods.
    """
    sides = [column for column in columns if column.said_as in _SIDES and not column.field and not column.said.unit]
    if sorted(column.said_as for column in sides) != sorted(_SIDES) or around.is_card or around.cards:
        return None
    if any(column.field in _GOODS and column.said_as not in WRITTEN for column in columns):
        return None
    cells = [cell for column in sides for cell in column.texts(around.below) if plain_number(cell) != 0]
    is_written_so = bool(cells) and (all(map(_CENTS.fullmatch, cells)) or all(map(_SIGNED.match, cells)))
    if not around.of_money and is_written_so and all(map(_CENTS.fullmatch, cells)) and _came_as_goods(columns, around):
        return MONEY_OR_GOODS  # 15.50 of rice may be kilograms
    if not (around.of_money or is_written_so):
        return None if around.of_goods or _names_goods(columns, around) else MONEY_OR_GOODS
    for column in sides:
        column.field = _SIDES[column.said_as]
        column.said = column.said._replace(sense=column.field)
    return None


def _names_goods(columns: list[Column], around: Around) -> bool:
    """Whether well-known goods alone are described: Rice, and not Donation."""
    return _are_goods(text for column in columns if column.field == "item" for text in column.texts(around.below))


def _came_as_goods(columns: list[Column], around: Around) -> bool:
    """Whether goods alone are described of what came in; of a cash book they are what was paid for."""
    came = next(column for column in columns if column.said_as == "in")
    rows = [row for row in around.below if shown_at(row, came.index)] or around.below
    return _are_goods(text for column in columns if column.said_as in WRITTEN for text in column.texts(rows))


def _are_goods(described: Iterable[str]) -> bool:
    names = [BRACKETED.sub("", text) for text in described]
    return bool(names) and all(common_named(name) for name in names)
