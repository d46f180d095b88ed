"""A row below the headings that only says in what each column is counted: 个 套 副 below 口罩 防护服 护目镜, or 元, 万元."""

from collections.abc import Sequence

from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import normal, understood

_LABELS = ("unit", "unit_or_party")
_COUNTED = (
    None,
    "money",
    "amount",
    "total",
    "value",
    "quantity",
    "item",
    "item_or_quantity",
    "spent",
    "money_or_goods",
)
"""What may have a measure of its own below it: no names, days or units."""


def is_of_measures(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether there is nothing in the second row but measures below headings of what is counted; 单位 may call them so."""
    filled = [(index, text) for index, text in enumerate(second) if text]
    label = [index for index, text in filled[:1] if understood(text).sense in _LABELS]
    measures = [(index, text) for index, text in filled if index not in label]
    return bool(measures) and all(
        index < len(first) and first[index] and understood(first[index]).sense in _COUNTED and _measure(text)
        for index, text in measures
    )


def measured_by(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """The headings of the first row, each with the measure below it: 口罩（个）."""
    below = [*second, *[""] * len(first)]
    return [f"{text}（{measure}）" if (measure := _measure(below[index])) else text for index, text in enumerate(first)]


def _measure(text: str) -> str:
    """The measure that a cell says and nothing else; "" where it says none."""
    plain = text.strip("()（）[]【】 ").removeprefix("单位").lstrip(":：")
    return plain if plain and measure_named(normal(plain)) is not None else ""


def is_spread(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row has headings where the first has none, and none where it stands alone."""
    over = [index < len(first) and bool(first[index]) for index, text in enumerate(second) if text]
    return not all(over) and sum(map(bool, first)) > sum(over)
