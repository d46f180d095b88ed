"""Who stands in an issue without having agreed to be named, and whether a name of theirs got into a text of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from donations.domain.issue import Scope
from donations.domain.masking import IN_PLACE_OF_NAMES
from donations.reports.amendments import Amendments
from donations.reports.issue_sums import number
from donations.reports.selection import numbers_of, rows
from donations.reports.table import Report, Value
from donations.store.book import Book

_MASKED = """
select distinct n.party from entry_names as n join entry_links as e on e.number = n.entry
where n.is_masked and (e.date between :begin and :end or e.number in (select value from json_each(:entries)))
"""
_NAMES = "select number, name, also from parties where number in (select value from json_each(:parties))"
# Lines with a recipient of their own name it as any public report does.
_SHOWN = """
select n.entry, n.party, n.name, n.is_masked from entry_names as n where n.entry in (select value from json_each(:entries))
union all
select distinct f.entry, n.party, n.name, n.name is not m.name
from line_figures as f join name_now as n on n.name_number = f.recipient join main.name_now as m on m.name_number = f.recipient
where f.entry in (select value from json_each(:entries))
"""
_NAMING = ("donor", "recipient", "who", "who_now")
"""The columns whose cells are names, as the book shows them: whoever stands there may be named, or is masked."""
_JOINED, _THEN = "、", " → "
Cell = tuple[str, str, Sequence[int]]
"""The key of a column, a text in it, and the entries it is about."""
Shown = Mapping[int, Sequence[tuple[int, str, bool]]]
"""By entry, who stands in it, by which name, and whether that is masked."""


def masked_parties(book: Book, scope: Scope, amended: Amendments) -> list[int]:
    """Who stands in the issue and is not to be named. The book is read as anybody may read it."""
    parameters = {
        "begin": scope.begin.isoformat(), "end": scope.end.isoformat(),
        "entries": numbers_of(entry for group in amended.groups for entry in group.entries),
    }  # fmt: skip
    return [number(row[0]) for row in rows(book, _MASKED, parameters)()]


def parties_as_named(book: Book) -> set[tuple[int, str]]:
    """Every party with the name it has in this sight of the book."""
    return {(number(party), str(name)) for party, name in rows(book, "select number, name from parties", {})()}


def names_of(book: Book, parties: Sequence[int]) -> dict[str, int]:
    """All names of these parties, as the treasurer knows them, with whose they are; 爱心人士 and its like are none."""
    found = rows(book, _NAMES, {"parties": numbers_of(parties)})()
    names = (
        (name, number(party)) for party, one, also in found for name in (str(one), *str(also or "").split(_JOINED))
    )
    return {name: party for name, party in names if len(name) > 1 and name not in IN_PLACE_OF_NAMES}


def named_in(book: Book, report: Report, names: Mapping[str, int]) -> dict[str, str]:
    """Which of the names of people who aren't to be named stand in the issue, each with a text it stands in."""
    cells = [*_cells(report), ("", report.source.name, ())]
    every = "\n".join(sorted({text for _key, text, _entries in cells}))
    suspect = {name: party for name, party in names.items() if name in every}
    if not suspect:
        return {}
    cells = [cell for cell in cells if any(name in cell[1] for name in suspect)]
    with book.read(public=True):
        shown = _shown(book, {entry for key, _text, entries in cells if key in _NAMING for entry in entries})
    found: dict[str, str] = {}
    for name, party in sorted(suspect.items()):
        for text in (text for cell in cells if name in cell[1] for text in _wrong(cell, name, party, shown)):
            if text == name or name not in found:  # a text that is the name alone speaks loudest
                found[name] = text
    return found


def _cells(report: Report) -> Iterator[Cell]:
    """Every text in the tables of the issue."""
    for table in report.tables:
        keys = [column.key for column in table.columns]
        for row in (*table.rows(), *table.totals):
            said = dict(zip(keys, row, strict=True))
            entries = _entries(said.get("entry") or said.get("entries"))
            yield from ((key, cell, entries) for key, cell in said.items() if isinstance(cell, str))


def _entries(cell: Value) -> Sequence[int]:
    if isinstance(cell, int):
        return (cell,)
    return tuple(map(int, cell.split(_THEN))) if isinstance(cell, str) else ()


def _shown(book: Book, entries: Iterable[int]) -> Shown:
    found: dict[int, list[tuple[int, str, bool]]] = {}
    for entry, party, name, is_masked in rows(book, _SHOWN, {"entries": numbers_of(entries)})():
        found.setdefault(number(entry), []).append((number(party), str(name), bool(is_masked)))
    return found


def _wrong(cell: Cell, name: str, party: int, shown: Shown) -> Iterator[str]:
    """What of a cell names `party`, whose name is `name`: a masked name like it (欧阳*) doesn't, nor one that may stand there."""
    key, text, entries = cell
    if key not in _NAMING:
        yield text
        return
    there = [one for entry in entries for one in shown.get(entry, ())]
    for part in text.split(_JOINED):
        who = [(whose, is_masked) for whose, said, is_masked in there if said == part]
        if name in part and not _may_stand(who, party, is_alone=part == name):
            yield part


def _may_stand(who: Sequence[tuple[int, bool]], party: int, *, is_alone: bool) -> bool:
    if (party, False) in who:  # named of this gift
        return True
    if is_alone:
        return bool(who) and all(whose != party for whose, _is_masked in who)
    return any(is_masked for _whose, is_masked in who)
