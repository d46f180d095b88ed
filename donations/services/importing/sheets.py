"""Sheets of one file that say the same gifts twice: a list of all beside a list of each month, or sums beside the details."""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from donations import errors
from donations.domain.imported import Sources, TableOutcome
from donations.importers.table import OF_OTHER_SHEETS
from donations.services.importing.exchange import LAYOUT
from donations.services.importing.sheets_retold import (
    gives_on,
    is_called_after_somebody,
    is_masked_copy,
    sums_of_unread,
)
from donations.store.import_sheets import Handed, SaidLine, called, handed, lines_of, stands_in

_FEWEST = 2
"""This many equal rows, or givers, are no coincidence."""
_MOST = 100_000
"""Up to this many rows of a file are compared with each other; beyond that, only what they are known by is."""
_FEWEST_ALIKE, _MOSTLY = 5, Fraction(3, 4)
"""This many rows of several givers that say the same, if they are this part of a sheet, are no coincidence even though the others differ."""
_NAMED = frozenset({"donor", "recipient", "payer", "supplier", "note"})
"""What tells whose an amount of a day is."""
_PARTIES = _NAMED - {"note"}
SUMS = re.compile(r"总|合计|统计|累计|一览|summary|total|overview", re.IGNORECASE)
"""What a sheet is called that sums up others."""
_COPY = re.compile(r"备份|副本|复件|拷贝|copy|[(（][0-9]+[)）]\s*$", re.IGNORECASE)
"""What a sheet is called that is a copy: where few give the same, others may be as well."""
_PART = re.compile(
    r"第?[0-9一二三四五六七八九十]+(?:[季年月旬日号天周次批期轮届场班组队箱]|季度|年级)|[上中下][午旬周月]|[早中晚][上场]|初[一二三四五六七八九十]|(?:周|星期|礼拜)[一二三四五六日天]"
)
"""What a sheet is called that is of a time or a part of its own: 1日, 下午, 2号箱, 三班."""


@dataclass(slots=True)
class _Sheet:
    """What the tables of one sort say together that stand in one sheet."""

    name: str
    sort: str
    numbers: list[int] = field(default_factory=list)
    tables: list[TableOutcome] = field(default_factory=list)
    rows: Counter[SaidLine] = field(default_factory=Counter)
    shares: Counter[tuple[str, int]] = field(default_factory=Counter)
    """How much of each item is of whom."""

    @property
    def many(self) -> int:
        """How many rows they are."""
        return sum(table.imported for table in self.tables)

    @property
    def is_dated(self) -> bool:
        """Whether every row says its day."""
        return all("date" in table.columns.values() for table in self.tables)

    @property
    def is_of_titles(self) -> bool:
        """Whether every row is of the day that the title says: two months have two titles."""
        return all(table.assumed is not None for table in self.tables)

    @property
    def names_nobody(self) -> bool:
        """Whether no column says whose the rows are."""
        return all(_PARTIES.isdisjoint(table.columns.values()) for table in self.tables)

    @property
    def sums(self) -> dict[str, Fraction]:
        """What the rows add up to."""
        return _together([self])

    def handed(self, connection: sqlite3.Connection, first: int) -> list[Handed]:
        """What the rows say that came, of entries from `first` on."""
        return [one for number in self.numbers for one in handed(connection, number, first)]

    @property
    def words(self) -> list[str]:
        """What it and its columns are called."""
        return [self.name, *(heading for table in self.tables for heading in table.columns)]

    def heading(self, field: str) -> str:
        """The heading of the column that says a field."""
        every = (heading for table in self.tables for heading, said in table.columns.items() if said == field)
        return next(every, "")

    def read(self, connection: sqlite3.Connection, first: int) -> None:
        """What the rows say that are in the book from entry `first` on."""
        for number in self.numbers:
            for line in lines_of(connection, number, first):
                self.rows[line] += 1
                self.shares[line.parties, line.item] += line.amount or 0


def said_twice(connection: sqlite3.Connection, sources: Sources, first: int) -> errors.Refused | None:
    """Why nothing of an import is kept whose entries begin with `first`; None where no sheet or table says what others do."""
    files = {id(file): file for file, _ in sources.values()}
    for key, file in files.items():
        if (unread := sums_of_unread(file.tables)) is not None:
            return errors.SumsOfUnread(file=file.file, sheet=unread.sheet or "", many=unread.reasons[OF_OTHER_SHEETS])
        numbers = [number for number, (one, _) in sources.items() if id(one) == key]
        found = _sheets(zip(numbers, file.tables, strict=True))
        for sheet in found:
            place = "：".join(filter(None, (file.file, sheet.name)))
            if (below := _sums_below(sheet)) is not None:
                return errors.SummedUpBelow(file=place, row=below.heading_row)
            if (above := _sums_above(sheet)) is not None:
                return errors.SummedUpAbove(file=place, row=above.heading_row)
        alike = [sheet for sheet in found if any(one is not sheet and one.sort == sheet.sort for one in found)]
        is_small = sum(sheet.many for sheet in alike) <= _MOST
        for sheet in alike if is_small else []:
            sheet.read(connection, first)
        if is_small and len(unsaid := _called_after_givers(connection, alike)) >= _FEWEST:
            return errors.SheetsOfGivers(file=file.file, sheets="、".join(one.name for one in unsaid))
        for sheet in alike:
            beside = [one for one in alike if one is not sheet and one.sort == sheet.sort]
            if (why := _said_again(connection, file.file, sheet, beside, first, is_small=is_small)) is not None:
                return why
    return None


def _said_again(
    connection: sqlite3.Connection, file: str, sheet: _Sheet, beside: Sequence[_Sheet], first: int, *, is_small: bool
) -> errors.Refused | None:
    """Why a sheet can't be taken beside those of its sort; None where it says nothing that they do."""
    if is_small:
        same = next(filter(None, _said_by(sheet, beside)), []) or _masked(connection, sheet, beside)
    else:
        same = list(beside) if _repeats(connection, sheet, beside, first) else _summed_up(sheet, beside)
    if same:
        return errors.SheetAgain(file=file, sheet=sheet.name, others="、".join(one.name for one in same))
    if is_small and (came := _given_on(connection, sheet, beside, first)):
        others = "、".join(one.name for one in came)
        return errors.SheetGivesOn(file=file, sheet=sheet.name, others=others, heading=sheet.heading("donor"))
    return None


def _sheets(tables: Iterator[tuple[int, TableOutcome]]) -> list[_Sheet]:
    found: dict[tuple[str | None, str], _Sheet] = {}
    for number, table in tables:
        if table.imported and table.layout != LAYOUT:
            sheet = found.setdefault((table.sheet, table.sort), _Sheet(table.sheet or "", table.sort))
            sheet.numbers.append(number)
            sheet.tables.append(table)
    return list(found.values())


def _sums_below(sheet: _Sheet) -> TableOutcome | None:
    """The table without days or names of its own that adds up to just what those above it in its sheet do, in fewer rows."""
    for at, table in enumerate(sheet.tables):
        above = sheet.tables[:at]
        rows = sum(one.imported for one in above)
        fields = set(table.columns.values())
        if not at or ("date" in fields and fields & _NAMED) or table.imported < _FEWEST:
            continue
        is_fewer = table.imported < rows or (
            table.imported == rows and all("date" in one.columns.values() for one in above)
        )
        if is_fewer and any(_added_up(some) == table.sums for some in (above, above[-1:])):
            return table
    return None


def _sums_above(sheet: _Sheet) -> TableOutcome | None:
    """As `_sums_below`, of a table above those that it sums up, each row of which says its day."""
    for at, table in enumerate(sheet.tables[:-1], 1):
        below = sheet.tables[at:]
        fields = set(table.columns.values())
        is_own = "date" in fields and fields & _NAMED
        rows = sum(one.imported for one in below if "date" in one.columns.values())
        if is_own or not _FEWEST <= table.imported < rows:
            continue
        if any(_added_up(some) == table.sums for some in (below, below[:1])):
            return table
    return None


def _said_by(sheet: _Sheet, beside: Sequence[_Sheet]) -> Iterator[list[_Sheet]]:
    """The sheets that say the same as one does, row by row, or by what they add up to."""
    if sheet.is_dated and sheet.many >= _FEWEST:
        together: Counter[SaidLine] = Counter()
        for one in beside:
            together += one.rows
        alike, many = sheet.rows & together, sheet.rows.total()
        givers = {line.parties for line in alike}
        is_mostly = _FEWEST_ALIKE <= alike.total() >= _MOSTLY * many and len(givers) > _FEWEST
        if alike.total() == many or is_mostly:
            yield [one for one in beside if not alike.keys().isdisjoint(one.rows)]
    yield _copied(sheet, beside)
    yield _summed_up(sheet, beside)
    if len(beside) > 1 and _is_shared_alike(sheet, beside):
        yield list(beside)
    yield from ([one] for one in beside if sheet.many < one.many and _is_shared_alike(sheet, [one]))
    yield _of_nobody(sheet, beside)
    if SUMS.search(sheet.name):
        details = [one for one in beside if not SUMS.search(one.name)]
        for some in (details, *([one] for one in beside)):
            rows = sum(one.many for one in some)
            if rows >= max(_FEWEST, sheet.many) and _together(some) == sheet.sums:
                yield list(some)


def _called_after_givers(connection: sqlite3.Connection, alike: Sequence[_Sheet]) -> list[_Sheet]:
    """The sheets of money that came in without a column for who gave it, where all of them are called as somebody is; else none."""
    unsaid = [one for one in alike if one.sort == "money_in" and one.names_nobody]
    names = called(connection, {line.parties for one in unsaid for line in one.rows})
    all_are = all(is_called_after_somebody(one.name, (line.parties for line in one.rows), names) for one in unsaid)
    return unsaid if all_are else []


def _masked(connection: sqlite3.Connection, sheet: _Sheet, beside: Sequence[_Sheet]) -> list[_Sheet]:
    """The sheet that says the same with the names of who gave hidden behind stars, or not; none where none does."""
    if sheet.many < _FEWEST:
        return []
    every = {line.parties for one in (sheet, *beside) for line in one.rows}
    names = called(connection, every)
    if not any("*" in name for name in names.values()):
        return []
    return [
        one for one in beside if is_masked_copy(sheet.rows, one.rows, names, by_day=sheet.is_dated == one.is_dated)
    ][:1]


def _given_on(connection: sqlite3.Connection, sheet: _Sheet, beside: Sequence[_Sheet], first: int) -> list[_Sheet]:
    """The sheets by which all came in that one says went straight on, though it is one of what went out by its words; none of else."""
    came = [(one, one.handed(connection, first)) for one in beside]
    some = [one for one, lines in came if lines and not any(line.is_relay for line in lines)]
    received = [line for one, lines in came if one in some for line in lines]
    return some if some and gives_on(sheet.words, sheet.handed(connection, first), received) else []


def _copied(sheet: _Sheet, beside: Sequence[_Sheet]) -> list[_Sheet]:
    """A sheet that says just the same of several givers, and of the day of the same title; none where there is none."""
    if not sheet.is_of_titles or len({line.parties for line in sheet.rows}) < _FEWEST:
        return []
    alike = [one for one in beside if one.is_of_titles and one.rows == sheet.rows]
    is_crowd = len({line.parties for line in sheet.rows}) >= _FEWEST_ALIKE
    return [
        one
        for one in alike
        if _COPY.search(sheet.name) or _COPY.search(one.name) or (is_crowd and not _are_parts(sheet.name, one.name))
    ][:1]


def _are_parts(*names: str) -> bool:
    """Whether each of two sheets is called a part of its own, in which the same people may give the same: 1日 and 2日."""
    parts = [tuple(_PART.findall(name)) for name in names]
    return all(parts) and parts[0] != parts[1]


def _of_nobody(sheet: _Sheet, beside: Sequence[_Sheet]) -> list[_Sheet]:
    """The sheets that say whose what a sheet of sums is, which says it of nobody: 日期 笔数 金额 beside those who gave; none of else."""
    named = [one for one in beside if not one.names_nobody] if sheet.names_nobody and sheet.many >= _FEWEST else []
    return named if sum(one.many for one in named) >= sheet.many and _together(named) == sheet.sums else []


def _is_shared_alike(sheet: _Sheet, others: Sequence[_Sheet]) -> bool:
    """Whether each of several givers or receivers has as much in one sheet as in others together."""
    together: Counter[tuple[str, int]] = Counter()
    for one in others:
        together.update(one.shares)
    return len({parties for parties, _ in sheet.shares}) >= _FEWEST and sheet.shares == together


def _repeats(connection: sqlite3.Connection, sheet: _Sheet, beside: Sequence[_Sheet], first: int) -> bool:
    """Whether every row of a sheet stands in those beside it too, known by the same."""
    others = [number for one in beside for number in one.numbers]
    return (
        sheet.is_dated
        and sheet.many >= _FEWEST
        and all(stands_in(connection, number, others, first) for number in sheet.numbers)
    )


def _summed_up(sheet: _Sheet, beside: Sequence[_Sheet]) -> list[_Sheet]:
    """The sheets with days that together make what one without days does, of no more rows than theirs; none of else."""
    dated = [] if sheet.is_dated else [one for one in beside if one.is_dated]
    together, rows = _together(dated), sum(one.many for one in dated)
    return dated if together and rows >= max(_FEWEST, sheet.many) and together == sheet.sums else []


def _together(sheets: Sequence[_Sheet]) -> dict[str, Fraction]:
    """What sheets add up to, by unit."""
    return _added_up([table for sheet in sheets for table in sheet.tables])


def _added_up(tables: Sequence[TableOutcome]) -> dict[str, Fraction]:
    sums: dict[str, Fraction] = {}
    for table in tables:
        for unit, number in table.sums.items():
            sums[unit] = sums.get(unit, Fraction(0)) + number
    return sums
