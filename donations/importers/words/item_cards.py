"""What goods a card is of, by the words above its rows: 品名：口罩 单位：只, or 品名 | 口罩 | 单位 | 只 in cells beside each other."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from donations.domain.catalogue import common_named
from donations.domain.quantities.money import is_money_name
from donations.domain.units import spellings
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal, understood
from donations.importers.words.money_measures import money_measure
from donations.importers.words.names_alone import unnumbered
from donations.importers.words.own_units import own_unit

_LONGEST = 200
_LONGEST_LABEL = 10
_SEVERAL = "、，,；;"
_MEANS = {"item": "item", "name": "name", "specification": "specification", "unit": "unit", "unit_or_party": "unit"}


class Card(NamedTuple):
    """The goods of all rows below a line, with what they are counted in and of which sort as far as that is said."""

    item: str
    unit: str = ""
    specification: str = ""

    def says(self) -> dict[str, str]:
        """What it says, by field."""
        return {field: text for field, text in self._asdict().items() if text}


def without_card(said: Mapping[str, str]) -> dict[str, str]:
    """What is said of rows by field, without what a card says of them: the day that their column is of."""
    return {field: text for field, text in said.items() if field not in Card._fields}


def card_of(line: str) -> Card | None:
    """The card that a line begins: its labels say the goods, or it is nothing but the name of common ones, 一、口罩."""
    if not line or len(line) > _LONGEST:
        return None
    if ":" not in line and "：" not in line:
        bare = unnumbered(line)
        is_money = is_money_name(bare) or money_measure(normal(bare)) is not None  # USD above amounts
        return Card(bare) if common_named(bare) is not None and not is_money else None
    said: dict[str, str] = {}
    field = ""
    for word in line.replace("：", ":").split():
        label, colon, value = word.partition(":")
        if colon and len(label) <= _LONGEST_LABEL:
            field = _meant(label)
            if field and said.get(field):
                return None  # of two goods
            said[field] = value
        elif field:
            said[field] = f"{said[field]} {word}".strip()
    return _card(said)


def in_cells(cells: Sequence[str]) -> str | None:
    """The line that cells make which say a card two by two, a label and what it says; None where they are none."""
    said = [cell for cell in cells if cell]
    labels, values = [cell.rstrip(":：") for cell in said[::2]], said[1::2]
    if not said or len(labels) != len(values) or any(sign in cell for cell in (*labels, *values) for sign in "：: "):
        return None
    if not all(map(_meant, labels)) or any(map(_meant, values)):
        return None  # headings beside each other
    line = " ".join(f"{label}：{value}" for label, value in zip(labels, values, strict=True))
    return line if card_of(line) is not None else None


def card_in(cells: Sequence[str]) -> Card | None:
    """The card that a row is, in cells two by two, with labels in all cells, or as a name alone; None of all other rows."""
    said = [cell for cell in cells if cell]
    if len(said) > 1 and not all(":" in cell or "：" in cell for cell in said):
        line = in_cells(said) if len(said) <= 2 * len(Card._fields) else None
        return None if line is None else card_of(line)
    return card_of(" ".join(said))


def cards_beside(cells: Sequence[str]) -> list[tuple[int, Card]]:
    """The cards that labels in a row begin beside each other, 品名：口罩 | | | 品名：酒精, with their places; [] of all other rows."""
    starts = [place for place, cell in enumerate(cells) if ":" in cell.replace("：", ":") and card_of(cell) is not None]
    if len(starts) < 2 or any(cells[: starts[0]]):  # noqa: PLR2004 - beside each other
        return []
    spans = zip(starts, [*starts[1:], len(cells)], strict=True)
    return [(begin, card) for begin, end in spans if (card := card_in(cells[begin:end])) is not None]


def _meant(label: str) -> str:
    return _MEANS.get(understood(label).sense or "", "")


def _card(said: Mapping[str, str]) -> Card | None:
    unit, specification = said.get("unit", ""), said.get("specification", "")
    item = said.get("item", "") or (said.get("name", "") if unit or specification else "")
    if (named := own_unit(item)) is not None:
        if unit and unit != named.unit:
            return None
        item, unit = named
    if not item or item.isdigit() or any(sign in item for sign in _SEVERAL) or understood(item).sense or total_of(item):
        return None
    return Card(item, unit if unit.casefold() in spellings() else "", specification)
