"""A damaged book read for what is left of it: every row on a sound page, known by its shape, whatever leads to it."""

import shutil
import sqlite3
import tempfile
from collections import defaultdict
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from donations import errors
from donations.errors.families import reason_of
from donations.files import JOURNALS, beside
from donations.store.headers import refuse_pipes
from donations.store.wreck import telling
from donations.store.wreck.believed import believed, widest_gap
from donations.store.wreck.pages import INDEX_INSIDE, INDEX_LEAF, TABLE_LEAF, Cell, Pages, sizes_to_try
from donations.store.wreck.shapes import INDEXES, LATER, OBJECT, SHAPES, Key, Row, Shape, fitting, number_of
from donations.store.wreck.walking import WHOLE_TABLE, KeyOf, Run, Walk, is_spanned, runs_of_page, walk, widest

_TABLES = frozenset(shape.table for shape in SHAPES)
_WITH_RUNS = frozenset({"entry", "entry_note", "entry_party", "line", "chain"})
_HOLD_ROWS = frozenset({TABLE_LEAF, INDEX_LEAF, INDEX_INSIDE})
_SMALLEST = 512


@dataclass
class Wreck:
    """What is left of a book: rows by table and key, and where nothing is lost between them."""

    rows: dict[str, dict[Key, Row]] = field(default_factory=lambda: defaultdict(dict))
    doubted: set[tuple[str, Key]] = field(default_factory=set)
    """Rows of which two differing ones were found, with nothing to say which is right."""
    runs: dict[str, list[Run]] = field(default_factory=lambda: defaultdict(list))
    """By table, the widest runs of keys between which no row is lost."""
    whole: set[str] = field(default_factory=set)
    """Tables of which no row is lost: every page of theirs was reached, or the file never had them."""
    has_journal: bool = False
    """Whether a journal lay beside the file, and was played back on a copy first."""
    gap: int = 0
    """How many numbers can have stood between two that are left."""

    def table(self, name: str) -> list[Row]:
        """All rows of a table, in the order of their keys."""
        return [self.rows[name][key] for key in sorted(self.rows[name])]

    def is_complete(self, table: str, entry: int) -> bool:
        """Whether all rows that the entry ever had in the table are known to be here."""
        return is_spanned(entry, self.runs[table])

    @property
    def size(self) -> int:
        """How many rows were found."""
        return sum(map(len, self.rows.values()))


def read(path: Path) -> Wreck:
    """What is left of the book at `path`, which is only read. Raises NoFile, CannotRead."""
    data, has_journal = _content(path)
    best = Wreck()
    for size in sizes_to_try(data):
        found = _Reader(Pages(data, size)).read() if len(data) >= _SMALLEST else Wreck()
        if found.size > best.size:
            best = found
        if best.rows["entry"]:
            break  # rows of an entry are not found by chance where pages don't begin
    best.has_journal, best.gap = has_journal, widest_gap(len(data))
    for table, rows in best.rows.items():
        best.rows[table] = believed(rows, best.gap)
    return best


def _content(path: Path) -> tuple[bytes, bool]:
    """The file's bytes, as they are when an unfinished transaction is undone; whether there was a journal of one.

    Raises NoFile, NotABook, CannotRead.
    """
    try:
        refuse_pipes(path)
        found = [file for file in (beside(path, end) for end in JOURNALS) if file.exists() and file.stat().st_size]
        if not found:
            return path.read_bytes(), False
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / path.name
            for file in (path, *found):
                shutil.copyfile(file, Path(folder) / file.name)
            # SQLite knows best how to undo it; where it can't, the pages are taken as they are.
            with suppress(sqlite3.Error), closing(sqlite3.connect(copy)) as connection:
                connection.execute("select count(*) from sqlite_master").fetchone()
            return copy.read_bytes(), True
    except FileNotFoundError:
        raise errors.NoFile(path=path) from None
    except OSError as error:
        raise errors.CannotRead(path=path, reason=reason_of(error)) from error


class _Reader:
    """One reading of a file with one size of pages."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.wreck = Wreck()
        self.walks: dict[str, Walk] = {}
        self.sure: set[tuple[str, Key]] = set()
        """Rows found on a page that the file's own list leads to."""

    def read(self) -> Wreck:
        """Everything that is left."""
        numbers = range(1, self.pages.count + 1)
        holding = [number for number in numbers if self.pages.kind(number) in _HOLD_ROWS]
        self.walks = {name: walk(self.pages, root, _key_of(name)) for name, root in self._roots(holding).items()}
        reached = {number for found in self.walks.values() for number in found.pages}
        unclear: dict[int, list[Row]] = {}
        tables_of_page: dict[int, set[str]] = {}
        for number in holding:
            if number not in self.pages.free or number in reached:
                tables_of_page[number] = self._take(number, unclear)
        telling.apart(self.wreck.rows, unclear)
        self._index_rows()
        self._runs(tables_of_page)
        strays = {
            table
            for number, tables in tables_of_page.items()
            for table in tables
            if table not in self.walks or number not in self.walks[table].pages
        }
        is_list_whole = walk(self.pages, 1, _object_key).is_whole
        self.wreck.whole = {table for table in _TABLES - strays if self._is_whole(table, is_list_whole=is_list_whole)}
        return self.wreck

    def _is_whole(self, table: str, *, is_list_whole: bool) -> bool:
        """Whether no page of its tree is lost, or the file never had the table."""
        if table in self.walks:
            walked = self.walks[table]
            return walked.is_whole or (len(walked.pages) == 1 and self.pages.is_empty_leaf(next(iter(walked.pages))))
        acts = self.wreck.rows["register_change"].values()
        is_first = bool(acts) and all("state" not in act for act in acts)
        return is_list_whole or (is_first and table in LATER)

    def _roots(self, holding: list[int]) -> dict[str, int]:
        """Where the trees of our tables begin, as far as the file's list of them is left."""
        roots = {}
        for number in holding:
            for cell in self.pages.cells(number) if self.pages.kind(number) == TABLE_LEAF else ():
                row = None if cell is None or cell.values is None else OBJECT.row((None, *cell.values), cell.rowid)
                if row is not None and row["name"] in _TABLES | INDEXES.keys():
                    roots[str(row["name"])] = number_of(row, "root")
        return roots

    def _take(self, number: int, unclear: dict[int, list[Row]]) -> set[str]:
        """Keep the rows of one page; gives the tables they are of."""
        labels = {name for name, found in self.walks.items() if number in found.pages}
        tables = set()
        for cell in self.pages.cells(number):
            if cell is None or cell.values is None:
                continue
            found = fitting(cell.values, cell.rowid)
            chosen = labels & found.keys() or found.keys()
            if len(chosen) > 1:
                unclear.setdefault(number, []).append(next(iter(found.values()))[1])
            for table in chosen if len(chosen) == 1 else ():
                self._keep(*found[table], is_sure=table in labels)
                tables.add(table)
        return tables

    def _keep(self, shape: Shape, row: Row, *, is_sure: bool) -> None:
        """Keep one row; of two that differ the one that the file's list leads to, else an erased one, else it is doubted."""
        if shape.table == "chain" and "number" not in row:  # of the first schema: entries only, numbered as they are
            row = {**row, "number": row["entry"], "change": None}
        rows, key = self.wreck.rows[shape.table], tuple(row[name] for name in shape.key)
        place, other = (shape.table, key), rows.get(key)
        if other is None or other == row or (is_sure and place not in self.sure):
            rows[key] = row
        elif is_sure or place not in self.sure:
            self.wreck.doubted.add(place)
            if "salt" in row and row["salt"] is None:
                rows[key] = row
        if is_sure:
            self.sure.add(place)

    def _index_rows(self) -> None:
        """What the indexes still say."""
        for name, shape in INDEXES.items():
            for number in self.walks[name].pages if name in self.walks else ():
                for cell in self.pages.cells(number):
                    row = None if cell is None or cell.values is None else shape.row(cell.values, cell.rowid)
                    if row is not None:
                        self.wreck.rows[name][tuple(row[part] for part in shape.key)] = row
        for key, row in self.wreck.rows[INDEXES["sqlite_autoindex_chain_1"].table].items():
            whole = {"number": row["entry"], "entry": row["entry"], "change": None, "digest": row["digest"]}
            self.wreck.rows["chain"].setdefault(key, whole)

    def _runs(self, tables_of_page: dict[int, set[str]]) -> None:
        """Where nothing is lost between rows: on single pages, and across them where a walk met no gap."""
        for table in _WITH_RUNS:
            key_of, walked = _key_of(table), self.walks.get(table, Walk())
            holding = {number for number, tables in tables_of_page.items() if table in tables}
            runs = list(walked.runs)
            for number in holding:
                runs += runs_of_page(self.pages, number, key_of)
            if walked.is_whole and holding <= walked.pages and runs:
                runs.append(WHOLE_TABLE)
            self.wreck.runs[table] = widest(runs)


def _object_key(cell: Cell) -> Key | None:
    """What tells a row of SQLite's own list from the others."""
    return None if cell.values is None or cell.rowid is None else (cell.rowid,)


def _key_of(table: str) -> KeyOf:
    shapes = [shape for shape in (*SHAPES, *INDEXES.values()) if shape.table == table]

    def key(cell: Cell) -> Key | None:
        for shape in shapes:
            row = None if cell.values is None else shape.row(cell.values, cell.rowid)
            if row is not None:
                return tuple(row[name] for name in shape.key)
        return None

    return key
