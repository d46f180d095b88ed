"""An issue as it is published: who gave what, who received what, the running totals, and how all of it ties out."""

from collections.abc import Callable, Mapping, Sequence

from donations.domain.amount import SumCertainty
from donations.domain.issue import Scope, Tie
from donations.domain.period import Period
from donations.i18n import N_
from donations.reports import frozen, issue_ties
from donations.reports.amendments import Amendments, amendments_table
from donations.reports.issue_details import DETAILS, Printed, printed
from donations.reports.issue_sums import (
    ADJUSTED,
    BOUGHT,
    FIGURES,
    OF_BOOK_THEN,
    OF_ENTRIES,
    OUT,
    RECEIVED,
    TAKEN_BACK,
    Item,
    Sum,
    Sums,
    items,
    now_called,
    number,
    of_kept,
    on_hand,
    sums,
)
from donations.reports.selection import numbers_of, report, rows
from donations.reports.table import Column, Report, Row, Screen, Table, Type, Value
from donations.reports.totals import CERTAINTY, COMES_TO_NOTHING, DECIMALS, ITEM, UNIT, certainty_of
from donations.store.book import Book

_UNCOUNTED = N_(
    "“?+200”: 200, and more that nobody counted. “?±200”: 200 by what was counted; what came or went uncounted makes it more or less."
)
TITLE = N_("Donations made public: issue {number}")
NOTES = (
    N_("Who didn't agree to be named isn't; amounts with ≈ are about, and unknown ones are listed, not counted."),
    N_("{organisation} · {date} · entries 1 to {entries} of the book"),
)


def _figure(key: str, title: str, screen: Screen = Screen.ALWAYS, *, zero: bool = True) -> tuple[Column, Column]:
    return Column(key, title, Type.QUANTITY, screen, show_zero=zero), certainty_of(key)


_THAT_DAY, _IN_PERIOD, _CORRECTED, _IN_ALL = N_("That day"), N_("In the period"), N_("Corrections"), N_("In all")
_ITEM_COLUMNS = (Column("item_number", N_("Item number"), Type.INTEGER, Screen.NEVER), ITEM, UNIT)
_IN_COLUMNS = (
    *_ITEM_COLUMNS,
    *_figure("day_in", _THAT_DAY),
    *_figure("period_in", _IN_PERIOD),
    *_figure("amended_in", _CORRECTED, Screen.WHERE_USED),
    *_figure("running_in", _IN_ALL),
    *_figure("running_bought", N_("Bought in all"), Screen.WHERE_USED),
    CERTAINTY,
    DECIMALS,
)
_OUT_COLUMNS = (
    *_ITEM_COLUMNS,
    *_figure("day_out", _THAT_DAY),
    *_figure("period_out", _IN_PERIOD),
    *_figure("amended_out", _CORRECTED, Screen.WHERE_USED),
    *_figure("running_out", _IN_ALL),
    *_figure("running_adjusted", N_("Adjusted in all"), Screen.WHERE_USED),
    *_figure("on_hand", N_("On hand")),
    CERTAINTY,
    DECIMALS,
)
_CITIES = """
select city, item, item_name || iif(specification is null, '', '（' || specification || '）') as label, unit,
  sum(received), sum(received_unknown), sum(received_about),
  sum(spent + distributed), sum(spent_unknown + distributed_unknown), sum(spent_about + distributed_about), decimals
from line_totals where date between :begin and :end and entry not in (select value from json_each(:without))
group by city, item
having sum(received) <> 0 or sum(spent + distributed) <> 0
  or sum(received_unknown + received_about + spent_unknown + distributed_unknown + spent_about + distributed_about) <> 0
order by city is null, city, item_name <> 'CNY', item
"""
_CITY_COLUMNS = (
    Column("city", N_("City"), none=N_("unstated")),
    ITEM,
    UNIT,
    *_figure("received", N_("Received"), Screen.WHERE_USED, zero=False),
    *_figure("given_out", N_("Given out or paid"), Screen.WHERE_USED, zero=False),
    CERTAINTY,
    DECIMALS,
)


def issue(
    book: Book, scope: Scope, amended: Amendments, reasons: Mapping[int, str]
) -> tuple[Report, Sequence[Tie], Sequence[tuple[int, str]]]:
    """The issue with its ties, and the entries of which a line is printed twice. The book is read as anybody may read it."""
    begin, end = scope.begin.isoformat(), scope.end.isoformat()
    amending, without = numbers_of(amended.entries), numbers_of([*amended.entries, *amended.cancelled])
    known = items(book)
    dated_here = _dated_within(book, [*amended.entries, *amended.cancelled], begin, end)
    kept = sums(book, of_kept(Period(scope.begin, scope.end)), {})
    period = kept - sums(book, OF_ENTRIES, {"entries": numbers_of(dated_here)})
    running = sums(book, of_kept(Period(None, scope.end)), {})
    changed = sums(book, OF_ENTRIES, {"entries": amending}) + _taken_back(book, amending)
    details = [printed(book, detail, scope, without, period, known) for detail in DETAILS]
    held = on_hand(book, end)
    cities = [tuple(row) for row in rows(book, _CITIES, {"begin": begin, "end": end, "without": without})()]
    ways = issue_ties.Ways(
        period, running, changed, _previous(book, scope), _recomputed(book, scope), held, details, cities,
    )  # fmt: skip
    ties = issue_ties.ties(ways, known)
    tables = [
        *(one.table for one in details),
        *_figures_tables(known, details, running, changed, held, end),
        _cities_table(cities, is_any=any(one.lines for one in details)),
        *([amendments_table(book, amended, reasons)] if amended.groups else []),
        issue_ties.table(ties),
    ]
    made = report(book, "issue", TITLE, tables, scope.period)
    notes = (NOTES[0], *([_UNCOUNTED] if any(map(_is_beside, tables)) else []), NOTES[1])
    return made._replace(notes=notes), ties, _printed_twice(details)


def _is_beside(table: Table) -> bool:
    """Whether a sum of the table stands beside amounts that nobody counted."""
    keys = [at for at, column in enumerate(table.columns) if column.key.endswith("certainty")]
    said = (str(row[at]) for row in (*table.rows(), *table.totals) for at in keys if row[at - 1])  # behind its figure
    return any(SumCertainty.parse(certainty).unknown for certainty in said)


def too_early(scope: Scope, amended: Amendments) -> list[int]:
    """Entries that were recorded since the last issue and are dated before everything that was ever published."""
    first = scope.first_day.isoformat() if scope.first_day else ""
    return [group.fresh[0] for group in amended.groups if not group.published and group.day < first]


def _taken_back(book: Book, entries: str) -> Sums:
    """What nobody counted, or only roughly, in what was published and is taken back: it makes corrections no better known."""
    found = sums(book, TAKEN_BACK, {"entries": entries})
    return Sums({key: one.either_way if one.unknown else one for key, one in found.of.items()})


def _dated_within(book: Book, entries: Sequence[int], begin: str, end: str) -> list[int]:
    query = "select number from entry_links where number in (select value from json_each(:entries)) and date between :begin and :end"
    return [number(row[0]) for row in rows(book, query, {"entries": numbers_of(entries), "begin": begin, "end": end})()]


def _previous(book: Book, scope: Scope) -> Sums | None:
    """The running totals that the last issue printed; None where there was none, or its report is lost."""
    if scope.last_report is None:
        return Sums() if scope.until is None else None
    last, _language = frozen.from_json(scope.last_report)
    said: list[dict[str, Value]] = []
    for table in last.tables:
        if table.key in ("figures_in", "figures_out"):
            said += table.by_key()
    called = now_called(book, {number(row["item_number"]) for row in said})
    running = dict(zip(FIGURES, ("running_in", "running_bought", "running_out", "running_adjusted"), strict=True))
    found = Sums()
    for row in said:
        for figure, key in running.items():
            found.add(called[number(row["item_number"])], figure, Sum(number(row.get(key) or 0)))
    return found


def _recomputed(book: Book, scope: Scope) -> Sums:
    """The running totals of the last issue, from the lines the book had then."""
    if scope.until is None:
        return Sums()
    return sums(book, OF_BOOK_THEN, {"seen": scope.seen, "until": scope.until.isoformat()})


def _figures_tables(
    known: Sequence[Item], details: Sequence[Printed], running: Sums, changed: Sums, held: Mapping[int, Sum], end: str
) -> tuple[Table, Table]:
    """Day, period and all in all, of what came in and of what went out: a row an item."""
    period, day = Sums(), Sums()
    for one in details:
        period += one.added_up
        for line in one.lines:
            if line[2] == end:
                amount = line[8]
                sum_ = Sum(number(amount or 0), int(amount is None), int(line[9] == "about"))
                day.add(number(line[11]), one.detail.figure, sum_)
    came_in, went_out = [], []
    for item in known:
        n = item.number
        ways = [[one.get(n, figure) for one in (day, period, changed, running)] for figure in (RECEIVED, OUT)]
        came_in.append((item, [*ways[0], running.get(n, BOUGHT)]))
        went_out.append((item, [*ways[1], running.get(n, ADJUSTED).either_way, held.get(n, Sum()).either_way]))
    empty = N_("Nothing was ever received or given out.")
    titles = N_("Received: that day, in this period, and in all"), N_("Given out: that day, in this period, and in all")
    return (
        Table("figures_in", titles[0], _IN_COLUMNS, _rows_of(came_in), empty=empty),
        Table("figures_out", titles[1], _OUT_COLUMNS, _rows_of(went_out), empty=empty),
    )


def _rows_of(summed: Sequence[tuple[Item, Sequence[Sum]]]) -> Callable[[], Sequence[Row]]:
    """A row an item of which anything came together."""
    made = [
        (
            item.number, item.label, item.unit, *(cell for value in values for cell in (value.shown, value.certainty)),
            _certainty(values), item.decimals,
        )
        for item, values in summed
        if not all(value.is_none for value in values)
    ]  # fmt: skip
    return lambda: made


def _certainty(values: Sequence[Sum]) -> str:
    """How certain a row is as a whole, for programs: nobody counted any of it, or some of it is rough, or all is exact."""
    if any(value.unknown for value in values) and not any(value.minor for value in values):
        return "unknown"
    return "exact" if all(value.certainty == "exact" for value in values) else "about"


def _cities_table(cities: Sequence[Row], *, is_any: bool) -> Table:
    made = []
    for city, _item, label, unit, *values, decimals in cities:
        came_in, went_out = Sum(*map(number, values[:3])), Sum(*map(number, values[3:]))
        made.append(
            (
                city, label, unit, came_in.shown, came_in.certainty, went_out.shown, went_out.certainty,
                _certainty((came_in, went_out)), decimals,
            )
        )  # fmt: skip
    empty = COMES_TO_NOTHING if is_any else N_("Nothing in this period.")
    return Table("cities", N_("By city"), _CITY_COLUMNS, lambda: made, empty=empty)


def _printed_twice(details: Sequence[Printed]) -> list[tuple[int, str]]:
    found = []
    for one in details:
        seen = set()
        for line in one.lines:
            if line[:2] in seen:
                found.append((number(line[0]), str(line[4])))
            seen.add(line[:2])
    return found
