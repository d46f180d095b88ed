"""Records of JSON that stand under a key each, a name, a day, a place or a number; and one record alone."""

from typing import Any

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, place
from donations.importers.words.heading_words import understood
from donations.importers.words.names_alone import name_alone

_GOODS = ("item", "item_or_quantity", "content")
_AMOUNTS = {*_GOODS, "money", "amount", "quantity", "money_or_goods", "value", "spent"}
_NAMES = {"donor", "recipient", "party", "name", "payer", "name_part", "supplier"}
_FEWEST = 2
_IN_LATIN = pattern_of(r"[A-Z][a-z'’-]{1,20}(?: [A-Z][a-z.'’-]{0,20}){1,3}")
_NUMBER = pattern_of(
    r"[A-Za-z]{0,4}[-_#]?[0-9]{1,18}|-[A-Za-z0-9_-]{19}|(?=[^0-9]*[0-9])[A-Za-z0-9]{20}|[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
"""A number, or what Firebase, MongoDB and others make up for one."""


def is_record(value: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether a value is one record by itself: it says who, and what or how much, and holds no others."""
    if not isinstance(value, dict) or any(_holds_others(key, each) for key, each in value.items()):
        return False
    return says_who_and_what(value)


def says_who_and_what(value: Any) -> bool:  # noqa: ANN401
    """The same, whatever else it holds."""
    senses = _senses(value) if isinstance(value, dict) else set()
    return bool(senses & _NAMES) and bool(senses & _AMOUNTS)


def by_key(value: dict[str, Any]) -> list[dict[str, Any]] | None:
    """The records of an object that has several, each under a key of its own, which is told in them; None of any other."""
    under = {key: held if isinstance(held, list) else [held] for key, held in value.items() if held is not None}
    records = [each for held in under.values() for each in held]
    if len(value) < _FEWEST or not records or not all(isinstance(each, dict) for each in records):
        return None
    senses = [_senses(each) for each in records]
    if not all(each & _AMOUNTS for each in senses):
        return None
    heading = _called(value, set().union(*senses))
    return None if heading is None else [{heading: key, **each} for key, held in under.items() for each in held]


def _called(keys: dict[str, Any], said: set[str]) -> str | None:
    """The heading of what the keys are, where the records (`said` are their senses) don't say that; None where nobody can tell."""
    if all(map(looks_like_a_date, keys)):
        return None if "date" in said else "日期"
    if all(map(_NUMBER.fullmatch, keys)):
        return "id"
    if all(place(key) is not None for key in keys):
        return None if said & {"city", "county"} else "城市"
    is_named = all(name_alone(key) or _IN_LATIN.fullmatch(key) for key in keys)
    return "姓名" if is_named and not said & _NAMES else None


def _holds_others(key: str, value: Any) -> bool:  # noqa: ANN401
    """Whether a field holds records, or amounts of others; not the goods of one, or who gave it."""
    if not isinstance(value, dict):
        return isinstance(value, list)
    return understood(key).sense not in _GOODS and not any(understood(name).sense in _NAMES for name in value)


def _senses(record: dict[str, Any]) -> set[str]:
    """What the fields of a record mean, but for those that hold others than goods."""
    found = ((understood(key).sense or "", each) for key, each in record.items())
    return {sense for sense, each in found if not isinstance(each, dict) or sense in _GOODS}
