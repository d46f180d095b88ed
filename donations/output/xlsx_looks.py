"""How cells of a workbook look: one format for each look and number format, made when it is first asked for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from donations.output.xlsx_cells import DATE_FORMAT

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Microsoft YaHei", "font_size": 10}
_INK, _DIM, _LINE, _HEAD, _SUM = "#1F2933", "#66717F", "#C9D0D8", "#E8EEF4", "#F4F6F8"


class Look(Enum):
    """What a cell is."""

    TITLE = 1
    ABOUT = 2
    """Whose report, of when, in which unit."""
    HEADING = 3
    NUMBER_HEADING = 4
    ROW = 5
    TOTAL = 6
    PLAIN = 7
    """Of a table too long to be ruled."""
    NOTE = 8
    FOOT = 9
    PART = 10
    """The title of one of several tables."""


_RULE = {"bottom": 4, "bottom_color": _LINE}
_LOOKS: dict[Look, dict[str, object]] = {
    Look.TITLE: {"bold": True, "font_size": 16, "font_color": _INK, "valign": "vcenter"},
    Look.ABOUT: {"font_color": _DIM},
    Look.HEADING: {"bold": True, "bg_color": _HEAD, "bottom": 1, "top": 1, "text_wrap": True, "valign": "vcenter"},
    Look.ROW: {**_RULE, "valign": "vcenter"},
    Look.TOTAL: {"bold": True, "bg_color": _SUM, **_RULE, "valign": "vcenter"},
    Look.PLAIN: {},
    Look.NOTE: {"font_color": _INK},
    Look.PART: {"bold": True, "font_size": 12, "font_color": _INK, "valign": "vcenter"},
    Look.FOOT: {"font_color": _DIM, "font_size": 8},
}
_CELLS = frozenset({Look.HEADING, Look.ROW, Look.TOTAL, Look.PLAIN})
_LOOKS[Look.NUMBER_HEADING] = {**_LOOKS[Look.HEADING], "align": "right"}


def _sides(look: Look, *, right: bool) -> dict[str, object]:
    """Numbers stand on the right; what stands on the left keeps away from the number before it."""
    if right:
        return {"align": "right"}
    return {} if look not in _CELLS else {"align": "left", "indent": 1}


class Looks:
    """The formats of one workbook."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[Look, str, bool, bool], Format] = {}

    def format(self, look: Look, number_format: str = "", *, right: bool = False, wrapped: bool = False) -> Format:
        """The format for `look`, showing numbers as `number_format` says."""
        key = (look, number_format, right, wrapped)
        if key not in self._made:
            properties = {**FONT, **_LOOKS[look]}
            if number_format:
                properties["num_format"] = number_format
            properties.update(_sides(look, right=right or (bool(number_format) and number_format != DATE_FORMAT)))
            if wrapped:
                properties["text_wrap"] = True
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
