"""Records of JSON that hold lists: a gift with a list of its goods becomes a row for each of them."""

from collections.abc import Iterator
from typing import Any

from donations.importers.words.heading_words import understood

_ONCE = ("money", "amount", "total", "value", "price", "quantity", "number", "serial", "channel", "spent", "refund")
"""What a gift says once, however many goods it is made of: amounts, and its own number."""
_BARE_NAMES = ("name", "category", "content", None)


def records_of(record: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record, once for each object of the only list of objects in it; a list of words is one text."""
    plain = {key: _counted(key, _words(value)) for key, value in record.items()}
    lists = [key for key, value in plain.items() if _is_of_objects(value)]
    if len(lists) != 1:
        yield plain
        return
    [nested] = lists
    others = {key: value for key, value in plain.items() if key != nested}
    again = {key: value for key, value in others.items() if understood(key).sense not in _ONCE}
    for place, each in enumerate(plain[nested]):
        yield {
            **(others if place == 0 else again),
            **{_key(nested, name, others): _words(v) for name, v in each.items()},
        }


def _counted(key: str, value: Any) -> Any:  # noqa: ANN401 - JSON
    """Goods that an object says by their names, {"口罩": 5, "手套": 3}, as a list of them; anything else as it is."""
    if not isinstance(value, dict) or understood(key).sense not in ("item", "content", "item_or_quantity"):
        return value
    if any(understood(name).sense for name in value):
        return value
    if not all(isinstance(each, str) and each[:1].isdigit() for each in value.values()):
        return value
    return [{"品名": name, "数量": each} for name, each in value.items()]


def _is_of_objects(value: Any) -> bool:  # noqa: ANN401 - JSON
    return isinstance(value, list) and bool(value) and all(isinstance(each, dict) for each in value)


def _words(value: Any) -> Any:  # noqa: ANN401
    """A list of words as one text with commas; anything else as it is."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "、".join(value)
    return value


def _key(nested: str, name: str, others: dict[str, Any]) -> str:
    """What a field of the list is called in the row: 数量 as it is, 名称 and whatever the gift has too with the list's name."""
    if nested.isascii() and name.isascii():
        return f"{nested}.{name}"
    return f"{nested}{name}" if name in others or understood(name).sense in _BARE_NAMES else name
