"""What was corrected, taken back or added since it was published: found in the journal, entry by entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from donations.domain.amount import EITHER_WAY, MORE, SumCertainty
from donations.domain.issue import Scope, standing
from donations.i18n import N_
from donations.reports.issue_sums import number as _number
from donations.reports.selection import numbers_of, report, rows
from donations.reports.table import Column, Report, Row, Screen, Table, Type
from donations.reports.totals import DECIMALS, ITEM, ITEM_LABEL, UNIT, certainty_of
from donations.store.book import Book

_LINKED = "select number, date, parent, reverses from entry_links where parent is not null and type <> 'missing' order by number"
_DAYS = "select number, date from entry_links where number in (select value from json_each(:entries))"
_LATE = """
select number, date from entry_links
where parent is null and number > :seen and date <= :until and type <> 'missing' order by number
"""
_ISSUES = "select number, begin_day, end_day, entries from issues order by number"
_TAKEN_BACK = """
select number, reverses from entry_links where number in (select value from json_each(:entries)) and reverses is not null
"""
_FIGURES = f"""
select t.entry, t.item, {ITEM_LABEL}, t.unit, t.decimals,
  t.received, t.received_unknown, t.received_about, t.bought, t.bought_unknown, t.bought_about,
  t.spent + t.distributed, t.spent_unknown + t.distributed_unknown, t.spent_about + t.distributed_about,
  t.adjusted, t.adjusted_unknown, t.adjusted_about
from line_totals as t where t.entry in (select value from json_each(:entries)) order by t.entry
"""  # noqa: S608 - a constant of this package
_NAMES = """
select number, coalesce(donor, recipient, supplier), date, type from entries where number in (select value from json_each(:entries))
"""
_REASONS = """
select number, note, into_closed, reverses from entries where number in (select value from json_each(:entries)) order by number
"""

_WENT_BACK = {"came_in": "refund", "went_out": "return"}
"""How a figure is called where it went the other way: to a donor, or from a recipient."""

_DID = ("came_in", "bought", "went_out", "adjusted")
"""Which figure a correction changes, in the order of the columns above."""

LATE = N_("recorded late")


@dataclass(slots=True)
class Group:
    """Entries that say the same thing anew: the first one, then what took it back and what says it aright."""

    root: int
    published: list[int] = field(default_factory=list)
    fresh: list[int] = field(default_factory=list)
    day: str = ""

    @property
    def entries(self) -> list[int]:
        """All of them in order."""
        return sorted((*self.published, *self.fresh))


@dataclass(frozen=True, slots=True)
class Amendments:
    """What an issue corrects of those before it, and what never was to be published."""

    groups: Sequence[Group] = ()
    cancelled: Sequence[int] = ()
    """Entries that were taken back before any issue had them, with what took them back."""

    @property
    def entries(self) -> list[int]:
        """The entries that amend what was published."""
        return sorted(number for group in self.groups for number in group.fresh)


def amendments(book: Book, scope: Scope) -> Amendments:
    """The entries that this issue is the first to know of, as far as they change what was published."""
    groups = list(_groups(book, scope))
    amending = [group for group in groups if group.published or _is_late(group, scope)]
    cancelled = [number for group in groups if group not in amending for number in _cancelling(book, group)]
    in_groups = {number for group in groups for number in group.entries}
    late = rows(book, _LATE, {"seen": scope.seen, "until": scope.until.isoformat() if scope.until else ""})()
    amending += [
        Group(_number(number), fresh=[_number(number)], day=str(day)) for number, day in late if number not in in_groups
    ]
    return Amendments(sorted(amending, key=lambda group: group.root), cancelled)


def _groups(book: Book, scope: Scope) -> Iterable[Group]:
    """Entries that correct each other, where this issue is the first to know of one."""
    root: dict[int, int] = {}
    days: dict[int, str] = {}
    members: dict[int, list[int]] = {}
    taken_back: dict[int, int] = {}
    for number, day, parent, reverses in rows(book, _LINKED, {})():
        if reverses is not None:
            taken_back[_number(number)] = _number(reverses)
        first = root.get(_number(parent), _number(parent))
        root[_number(number)] = first
        days[_number(number)] = str(day)
        members.setdefault(first, [first]).append(_number(number))
    for number, day in rows(book, _DAYS, {"entries": numbers_of(members)})():
        days[_number(number)] = str(day)
    issues = [(_number(entries), str(end)) for _issue, _begin, end, entries in rows(book, _ISSUES, {})()]
    for first, numbers in members.items():
        group = Group(first)
        group.published = [number for number in numbers if scope.is_published(number, days[number])]
        group.fresh = [number for number in numbers if scope.is_fresh(number, days[number])]
        stood = [number for known in _by_issue(group.published, days, issues) for number in standing(known, taken_back)]
        if not stood:
            group.published = []  # taken back before the issue that would have had it
        group.day = days[(stood or standing(group.fresh, taken_back) or [first])[0]]
        if group.fresh:
            yield group


def _by_issue(
    published: Iterable[int], days: Mapping[int, str], issues: Sequence[tuple[int, str]]
) -> Iterable[list[int]]:
    """The entries together that the same issue was the first to know of; of each issue, how many it knew and its last day."""
    found: dict[int | None, list[int]] = {}
    for number in published:
        known = (at for at, (entries, end) in enumerate(issues) if number <= entries and days[number] <= end)
        found.setdefault(next(known, None), []).append(number)
    return found.values()


def _is_late(group: Group, scope: Scope) -> bool:
    return scope.until is not None and group.day <= scope.until.isoformat()


def _cancelling(book: Book, group: Group) -> Iterable[int]:
    """Of entries that nobody has seen yet: those that were taken back, and what took them back."""
    fresh = set(group.fresh)
    for number, reverses in rows(book, _TAKEN_BACK, {"entries": numbers_of(group.fresh)})():
        if reverses in fresh:
            yield from (_number(number), _number(reverses))


# --- as a table

_COLUMNS = (
    Column("issue", N_("Issue"), Type.INTEGER, Screen.WHERE_USED),
    Column("date", N_("Of"), Type.DATE),
    Column("counts_on", N_("Counts on"), Type.DATE, Screen.WHERE_ROOM),
    Column("who", N_("Who")),
    Column("who_now", N_("Who, corrected"), screen=Screen.WHERE_USED),
    ITEM,
    UNIT,
    Column("did", N_("In or out"), Type.TERM),
    Column("old", N_("Before"), Type.QUANTITY, show_zero=True),
    Column("new", N_("Corrected"), Type.QUANTITY, show_zero=True),
    Column("reason", N_("Why")),
    Column("entries", N_("Entry numbers")),
    Column("certainty", "", Type.TERM, Screen.NEVER),
    certainty_of("old"),
    certainty_of("new"),
    DECIMALS,
)


@dataclass(slots=True)
class _Figure:
    """What entries say of one item in one direction."""

    label: str
    unit: str
    decimals: int
    old: int = 0
    new: int = 0
    old_unknown: int = 0
    new_unknown: int = 0
    old_about: int = 0
    new_about: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether it says something else now."""
        before = (self.old, self.old_unknown, self.old_about)
        return before != (self.new, self.new_unknown, self.new_about)

    @property
    def is_exact(self) -> bool:
        """Whether nothing was ever rough about it."""
        return not (self.old_unknown or self.new_unknown or self.old_about or self.new_about)


_COUNTS_ON = [column.key for column in _COLUMNS].index("counts_on")
_NOTE = N_(
    "A correction goes out with the issue of the day it counts on: for a closed month that is the day it was made."
)


def amendments_table(book: Book, found: Amendments, reasons: Mapping[int, str]) -> Table:
    """Old and new, why, and which entries: a row an item; `reasons` by the first entry of each group."""
    made = [(*row[:_COUNTS_ON], *row[_COUNTS_ON + 1 :]) for row in _rows(book, found, reasons)]
    return _table([column for column in _COLUMNS if column.key != "counts_on"], made)


def _table(columns: Sequence[Column], made: Sequence[Row]) -> Table:
    empty = N_("Nothing that was published was corrected since.")
    return Table("amendments", N_("Corrections of what was published"), columns, lambda: made, empty=empty)


def report_of(book: Book, found: Amendments, reasons: Mapping[int, str]) -> Report:
    """What was corrected since, as a report of its own, with the days that decide which issue carries it."""
    made = list(_rows(book, found, reasons))
    table = _table(_COLUMNS, made)
    notes = (_NOTE,) if any(row[_COUNTS_ON] for row in made) else ()
    return report(book, "amendments", table.title, [table], None)._replace(notes=notes)


def waiting(book: Book, scope: Scope, found: Amendments) -> list[int]:
    """The entries that amend what was published, but are dated after this issue: a later one carries them."""
    every = amendments(book, replace(scope, end=date.max))
    return sorted({*every.entries} - {*found.entries})


def _rows(book: Book, found: Amendments, reasons: Mapping[int, str]) -> Iterable[Row]:
    book.expect_crowds()
    every = [number for group in found.groups for number in group.entries]
    lines: dict[int, list[Row]] = {}
    for line in rows(book, _FIGURES, {"entries": numbers_of(every)})():
        lines.setdefault(_number(line[0]), []).append(line)
    named = {
        number: (who, day, kind) for number, who, day, kind in rows(book, _NAMES, {"entries": numbers_of(every)})()
    }
    issues = list(rows(book, _ISSUES, {})())
    for group in found.groups:
        old_who, new_who = named[group.entries[0]][0], named[group.entries[-1]][0]
        issue = next((n for n, begin, end, _entries in issues if begin <= group.day <= end), None)  # type: ignore[operator]
        entries = " → ".join(map(str, group.entries))
        counts_on = named[group.entries[-1]][1]
        who_now = new_who if group.published and new_who != old_who else None
        for (_item, did), figure in _figures(group, lines).items():
            if not figure.is_changed and who_now is None:
                continue
            old = None if not figure.old and figure.old_unknown > 0 else figure.old
            new = None if not figure.new and figure.new_unknown > 0 else figure.new
            yield (
                issue, group.day, counts_on if counts_on != group.day else None, old_who, who_now, figure.label, figure.unit,
                _WENT_BACK.get(did, did) if named[group.root][2] == "return" else did, old, new,
                reasons.get(group.root, ""), entries,
                "exact" if figure.is_exact else "about", _certainty(did, figure.old_unknown, figure.old_about),
                _certainty(did, figure.new_unknown, figure.new_about), figure.decimals,
            )  # fmt: skip


def _certainty(did: str, unknown: int, about: int) -> str:
    """How certain one of the two figures is, as people are told it."""
    return str(SumCertainty(about != 0, unknown, EITHER_WAY if did == "adjusted" else MORE))


def _figures(group: Group, lines: Mapping[int, Sequence[Row]]) -> dict[tuple[int, str], _Figure]:
    """By item and figure, what the group said before and what it says now."""
    figures: dict[tuple[int, str], _Figure] = {}
    for number in group.entries:
        for _entry, item, label, unit, decimals, *values in lines.get(number, ()):
            numbers = iter(map(_number, values))
            for did, minor, unknown, about in zip(_DID, numbers, numbers, numbers, strict=True):  # three of each figure
                if not (minor or unknown or about):
                    continue
                figure = figures.setdefault(
                    (_number(item), did), _Figure(str(label), str(unit or ""), _number(decimals or 0))
                )
                figure.new += minor
                figure.new_unknown += unknown
                figure.new_about += about
                if number in group.published:
                    figure.old += minor
                    figure.old_unknown += unknown
                    figure.old_about += about
    return figures


def reasons_of(book: Book, found: Amendments) -> dict[int, str | None]:
    """By the first entry of each group, what was said of why; None where nothing was. As the treasurer may read it."""
    numbers = numbers_of(number for group in found.groups for number in group.fresh)
    taken_back: dict[int, str] = {}
    let_in: dict[int, str] = {}
    for number, note, into_closed, reverses in rows(book, _REASONS, {"entries": numbers})():
        if reverses is not None and (note or into_closed):
            taken_back[_number(number)] = str(note or into_closed)
        if into_closed:
            let_in[_number(number)] = str(into_closed)
    reasons: dict[int, str | None] = {}
    for group in found.groups:
        if group.published:
            reasons[group.root] = next((taken_back[n] for n in reversed(group.fresh) if n in taken_back), None)
        else:
            reasons[group.root] = let_in.get(group.fresh[-1], LATE)
    return reasons
