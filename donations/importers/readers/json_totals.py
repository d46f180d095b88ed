"""What an object says its list adds up to, {"total": 300, "donations": […]}, as a line above the list."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from donations.importers.patterns import pattern_of

_OF_MONEY: Final = pattern_of(
    r"(?:total|sum|grand_?total)_?(?:amounts?|donat(?:ed|ions?)|raised|money)|amount_?total|(?:捐款|捐赠|善款|募捐)?(?:总金?额|合计金额|金额合计|总计金额)",
)
_BARE: Final = pattern_of(r"total|sum|grand_?total|合计|总计|共计")
_PAGES: Final = frozenset(
    [
        "page",
        "pages",
        "pagenum",
        "page_num",
        "pageno",
        "page_no",
        "pagesize",
        "page_size",
        "per_page",
        "perpage",
        "size",
        "limit",
        "offset",
        "current",
        "next",
        "has_more",
        "hasmore",
        "count",
        "next_page",
        "previous",
        "last_page",
        "links",
        "code",
        "rows_total",
    ]
)
"""Beside these total says how many records there are on all pages."""
_OF_RECORDS: Final = frozenset(["rows", "records", "items", "results", "list", "data", "hits", "docs"])
"""What programs call a list of anything: a total beside it counts what there is, here and elsewhere."""
_LONGEST: Final = 20


def with_total(
    value: Mapping[str, Any], key: str, records: Sequence[Any], rows: Iterable[list[str]]
) -> Iterator[list[str]]:
    """The rows of a list, which stands below `key`, below a line with what it adds up to, where the object around it says that."""
    said = [_amount(each) for key, each in value.items() if _OF_MONEY.fullmatch(key.casefold())]
    counts = key.casefold() in _OF_RECORDS or not _PAGES.isdisjoint(map(str.casefold, value))
    if not any(said) and not counts:
        said = [_amount(each) for key, each in value.items() if _BARE.fullmatch(key.casefold())]
        said = [each for each in said if each != str(len(records))]
    stated = [each for each in said if each]
    yield from chain([[f"合计：{stated[0]}"]] if len(stated) == 1 else [], rows)


def without_total(rows: list[list[str]]) -> list[list[str]]:
    """The rows without that line."""
    return rows[1:] if rows and len(rows[0]) == 1 and rows[0][0].startswith("合计：") else rows


def _amount(value: Any) -> str:  # noqa: ANN401 - JSON
    """The amount that a value says; "" of any other."""
    text = value.strip() if isinstance(value, str) else ""
    return text if text[:1].isdigit() and len(text) <= _LONGEST else ""
