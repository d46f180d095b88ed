"""Rows that formulas make of other sheets: =SUMIF(捐款!B:B,A3,捐款!C:C) says again what those say, and is nobody's gift."""

import re
from collections.abc import Sequence
from typing import Final

from donations.importers.patterns import pattern_of
from donations.importers.sheet import Summed

_OTHER_SHEET: Final = r"(?:!|\[\$?'?[^.\[\]'#])"
"""Another sheet in a formula of Excel, 捐款!B2, and of LibreOffice, [$捐款.B2]."""
_ADDS: Final = pattern_of(r"\b(?:SUM|SUMIFS?|SUMPRODUCT|SUBTOTAL|DSUM)\(", re.IGNORECASE)
_COUNTS: Final = pattern_of(r"\b(?:COUNT|COUNTA|COUNTIFS?|AVERAGE|AVERAGEIFS?)\(", re.IGNORECASE)
_CELL: Final = r"(?:(?:'[^'\n]{1,60}'|[^\s'!()+*/,;:&=<>-]{1,60})!\$?[A-Z]{1,3}\$?[0-9]{1,7}|\[\$?[^\[\]#]{1,80}\.\$?[A-Z]{1,3}\$?[0-9]{1,7}\])"
_IS_CELL: Final = pattern_of(rf"(?:of:)?=?\s*\+?{_CELL}(?:\s*\+\s*{_CELL}){{0,60}}\s*")
"""A cell of another sheet, or several together: ='1月'!C5+'2月'!C7. It may be of a form, which holds no list: alone it makes no sum."""
_OF_OTHER_SHEET: Final = pattern_of(_OTHER_SHEET)
_OTHER_FILE: Final = pattern_of(r"\[[^\[\]]*\][^\[\]!]*!|#\$?")
"""[2]捐款!B2 and 'file:///捐款.ods'#$捐款.B2: what that file says doesn't stand in this one."""
_NUMBER: Final = pattern_of(r"-?[0-9]+(?:\.[0-9]+)?")
_TYPED: Final = pattern_of(r"(?:of:)?=?(?=[^0-9]*[0-9])[0-9.+*/%() -]+")
"""What somebody typed, though as a sum: =300+200."""
_LONGEST: Final = 4096


class SummedRows:
    """Hears the formulas of a sheet, and tells of each row whether it is a sum of other sheets."""

    def __init__(self) -> None:
        """Nothing was heard."""
        self._shared: dict[str, str] = {}
        """The formula that cells share, by its number: it stands in the first of them alone."""
        self._adds: set[int] = set()
        self._computed: set[int] = set()
        """The columns of the row whose cells add up other sheets, and those that are worked out from such or from cells beside them."""

    def hear(self, column: int, formula: str, shared: str | None = None) -> None:
        """A cell of the row that is read is worked out so; `shared` is the number of a formula that several cells have."""
        if shared is not None:
            formula = self._shared.setdefault(shared, formula) or formula
        formula = formula[:_LONGEST]
        if _OTHER_FILE.search(formula) or _TYPED.fullmatch(formula):
            return
        others = [found.start() for found in _OF_OTHER_SHEET.finditer(formula)]
        if _hold(_ADDS, formula, others):
            self._adds.add(column)
        if column in self._adds or not others or _hold(_COUNTS, formula, others) or _IS_CELL.fullmatch(formula):
            self._computed.add(column)

    def of(self, cells: Sequence[str]) -> Summed | None:
        """The row that ends, where it adds up other sheets; the next row begins."""
        adds, computed = self._adds, self._computed
        if not adds:
            computed.clear()
            return None
        filled = [column for column, cell in enumerate(cells) if cell]
        typed = [
            column
            for column in filled
            if column not in computed and _NUMBER.fullmatch(cells[column]) and cells[column] != "0"
        ]
        self._adds, self._computed = set(), set()
        return Summed(cells, adds, computed, is_all=not typed or typed == filled[:1])


def _hold(what: "re.Pattern[str]", formula: str, places: Sequence[int]) -> bool:
    """Whether one of the places stands between the brackets of such a function: not 汇率!A1 in SUM(B2:C2)*汇率!A1."""
    ends = {found.end() for found in what.finditer(formula)} if places else set()
    open_, wanted = list[bool](), set(places)
    for place, sign in enumerate(formula if ends else "", 1):
        if sign == "(":
            open_.append(place in ends or (bool(open_) and open_[-1]))
        elif sign == ")" and open_:
            open_.pop()
        if place - 1 in wanted and open_ and open_[-1]:
            return True
    return False
