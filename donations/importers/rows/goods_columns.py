"""Goods that have columns of their own, 口罩（个） and 手套（双）: how many a row says, and what of a price or worth beside them."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.domain.amount import Certainty
from donations.domain.quantity import Price, Quantity
from donations.i18n import N_
from donations.importers.words import cells as one
from donations.importers.words import money_cells
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.counting import Counted, counted, item_named
from donations.importers.words.heading_measures import times_said
from donations.importers.words.heading_words import Heading
from donations.importers.words.money_items import money_in
from donations.importers.words.several import Given, several

WHAT_IT_IS_OF = N_("the goods beside it that are worth so much: none stand in the row")


def by_column(columns: Mapping[str, str], said: Mapping[str, Heading], cells: Mapping[str, str]) -> list[Quantity]:
    """What stands in the columns that are called after an item, `columns`, or hold one more amount of money, "". Raises InField."""
    found: list[Quantity] = []
    for field, item in columns.items():
        text, heading = cells.get(field, ""), said[field]
        if not text or one.number_of_yuan(text) == 0:
            continue
        try:
            found += [of_column(item, text, heading)] if item else _more_money(cells, text, heading)
        except Misfit as misfit:
            raise InField(field, misfit.expected, text) from None
    return found


def _more_money(cells: Mapping[str, str], text: str, heading: Heading) -> Sequence[Quantity]:
    """One more amount of a row, in the currency that its heading says, else in that which a cell of the row names."""
    if heading.currency is not None:
        return money_cells.money(text, heading.factor, heading.currency)
    return money_in(cells, text, heading.factor, None)


def with_columns(
    given: Given,
    counts: Sequence[Quantity],
    price: tuple[Fraction, Certainty] | None,
    worth: tuple[Fraction, Certainty] | None,
    value: str,
    cells: Mapping[str, str],
) -> Given:
    """What was given, with the goods that have columns of their own: of one of them its price or worth is its own, of several it
    can't be split, and is noted. Raises InField where nothing is there that may be worth it.
    """
    every = (*given.goods, *counts)
    if worth is not None and worth[0] and not every and cells.get("money") != cells["value"]:
        raise InField("value", WHAT_IT_IS_OF, cells["value"])
    if not counts:
        return given
    cost = Price(*worth, whole=True, per=None) if worth else Price(*price, whole=False, per=None) if price else None
    found = several(every, "", cost, worth, value)
    unsaid = f"单价{cells['price']}" if price and len(every) > 1 else None
    note = "；".join(filter(None, (given.note, found.note, unsaid))) or None
    return found._replace(money=given.money, units=(*given.units, *found.units[len(given.units) :]), note=note)


def of_column(item: str, text: str, heading: Heading) -> Quantity:
    """What a cell says in the column of one item. Raises Misfit."""
    count = counted(text, heading.unit or "", heading.factor)
    says_unit = one.plain_number(text) is None and text.endswith(heading.unit or "")
    behind = "" if says_unit else heading.unit or ""
    name, specification, _ = item_named(item)
    if not isinstance(count, Counted):
        raise Misfit(one.ONE_QUANTITY)
    return Quantity(
        item + amount_written(text, heading, behind), name, specification, count.number, count.unit, count.certainty, count.packs, count.pack_unit,
        count.price,
    )  # fmt: skip


def amount_written(text: str, heading: Heading | None, unit: str) -> str:
    """How a paper says an amount below the heading of its column: 5万只, where 5 stands below 数量（万只）."""
    times = times_said(heading.factor) if heading is not None and one.plain_number(text) is not None else ""
    return f"{text}{times}{unit}"
