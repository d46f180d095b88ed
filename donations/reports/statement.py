"""Statements: all that a donor gave, entry by entry, and what of it went straight to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from donations.domain.remembered import Remembered
from donations.i18n import N_
from donations.reports.gift import DATE, ENTRY, GOODS, PURPOSE, SUM
from donations.reports.selection import Selection, report, rows
from donations.reports.table import Column, Report, Row, Screen, Sentence, Table, Type, Value, Words
from donations.reports.totals import DECIMALS, ITEM_LABEL, WORTH
from donations.store.book import Book
from donations.store.given import GIVEN_ON

_DAY = GIVEN_ON.format(e="e")
_OF_DONOR = f"""
from lines as l join entries as e on e.number = l.entry join entries_dated as d on d.number = l.entry
where l.entry in (select value from json_each(:entries))
  and d.is_standing and l.flow in ('received', 'relayed', 'refunded') and {_DAY} between :begin and :end
"""  # noqa: S608 - every part is a constant
_SIGN = "iif(l.flow = 'refunded', -1, 1)"
_MINOR = f"{_SIGN} * l.amount_minor"
_GIVERS = "select nullif(count(*), 1) from entry_names where entry = ? and role = 'donor'"
_IS_JOINT = "(select 1 from entry_names as r where r.entry = l.entry and r.role = 'donor' limit 1 offset 1)"
_VALUE = f"{_SIGN} * l.value_minor, l.value_certainty,"
_VALUE_SUM = f"""
  sum({_SIGN} * l.value_minor), iif(count(l.value_minor) > 0, iif(sum(l.value_certainty = 'about') > 0, 'about', 'exact'), null),"""
_SELECT = f"""
select l.entry, {_DAY} as given_on, e.type, e.corrects, null, {ITEM_LABEL}, l.unit, {_MINOR}, l.certainty, {{value}}
  l.purpose_name, iif(l.flow = 'relayed', coalesce(l.own_recipient, e.recipient), null), e.note, l.decimals
{_OF_DONOR} order by given_on, l.entry, l.position
"""
_TOTALS = f"""
select null, null, null, null, null, {ITEM_LABEL}, l.unit, {SUM.format(minor=_MINOR)}, {{value}} null, null, null, l.decimals
{_OF_DONOR} group by l.item order by l.item_name <> 'CNY', l.category is null, l.category, l.item
"""
_TAKEN_BACK = f"""
select e.number, {_DAY} as given_on, e.type, e.reversed_by, e.corrected_by, (select note from entries where number = e.reversed_by)
from entries as e
where e.number in (select value from json_each(:entries))
  and e.reversed_by is not null and e.type in ('receipt', 'relay', 'return') and e.reverses is null and {_DAY} between :begin and :end
order by given_on, e.number
"""  # noqa: S608 - every part is a constant
_DONORS = f"""
select p.party, q.name, json_group_array(p.entry) from party_entries as p
join parties as q on q.number = p.party
join entries_dated as d on d.number = p.entry
where p.role = 'donor' and {GIVEN_ON.format(e="d")} between :begin and :end
group by p.party having sum(d.is_standing and d.type in ('receipt', 'relay')) > 0 order by p.party
"""  # noqa: S608 - every part is a constant
_ENTRIES = "select json_group_array(entry) from party_entries where party = ? and role = 'donor'"
_NAME = "select name from parties where number = ?"

_JOINT, _WENT_TO = Column("givers", N_("Joint givers"), Type.INTEGER, Screen.WHERE_USED), Column("recipient", N_("Went straight to"), screen=Screen.WHERE_USED)  # fmt: skip
_TYPE = Column("type", N_("Type"), Type.TERM, more_exactly=lambda row: "refund" if row[2] == "return" else row[2])
_BEFORE_VALUES = (
    ENTRY,
    DATE,
    _TYPE,
    Column("corrects", N_("Corrects"), Type.INTEGER, Screen.WHERE_USED),
    _JOINT,
    *GOODS,
)
_AFTER_VALUES = (PURPOSE, _WENT_TO, Column("note", N_("Note"), screen=Screen.WHERE_ROOM), DECIMALS)
_TAKEN_BACK_COLUMNS = (
    ENTRY,
    DATE,
    _TYPE,
    Column("reversed_by", N_("Reversed by"), Type.INTEGER),
    Column("corrected_by", N_("Corrected by"), Type.INTEGER, Screen.WHERE_USED),
    Column("reason", N_("Reason"), screen=Screen.WHERE_USED),
)

_NOTES = (
    ("givers", N_("A joint gift stands in full in the statement of each of its givers; nobody said who gave how much.")),
    ("recipient", N_("What went straight to a recipient was passed on whole; the association never held it as its own.")),
    ("refunded", N_("What was given back to the donor stands with a minus.")),
    ("corrects", N_("What was corrected stands as it is right; the number says which entry was wrong.")),
    ("moved", N_("What was corrected after its month was closed stands here on the day of the gift; the books count it on the day of the correction.")),
)  # fmt: skip
_VALUE_NOTE = N_("Goods without a stated value have none here; values are never added to money.")
_USED = f"""
select count({_IS_JOINT}), sum(l.flow = 'relayed'), sum(l.flow = 'refunded'), count(e.corrects), sum({_DAY} <> e.date),
  count(l.value_minor)
{_OF_DONOR}
"""
_EMPTY = N_("Nothing was given in this period.")


def name_of(book: Book, party: int) -> str:
    """The name that the party goes by now, as the book is being read."""
    return str(book.connection.execute(_NAME, (party,)).fetchone()[0])


@dataclass(frozen=True, slots=True)
class Donor:
    """Who gave something: number, the name known to whoever reads the statement, and the entries it stands in, as JSON."""

    party: int
    name: str
    entries: str


def donors(book: Book, selection: Selection) -> list[Donor]:
    """Everybody who gave something in the period that still stands."""
    return [Donor(*row) for row in book.connection.execute(_DONORS, selection.parameters())]


def one_donor(book: Book, party: int, name: str) -> Donor:
    """The party as a donor, whether it gave anything or not."""
    [entries] = book.connection.execute(_ENTRIES, (party,)).fetchone()
    return Donor(party, name, entries)


def statement(book: Book, donor: Donor, selection: Selection, *, with_values: bool) -> Report:
    """All that the donor gave in the period."""
    parameters = _parameters(donor, selection)
    tables = [_gifts(book, "statement", N_("Gifts"), parameters, _joint_givers(book), with_values=with_values)]
    taken_back = rows(book, _TAKEN_BACK, parameters)
    if any(True for _row in taken_back()):
        tables.append(
            Table("taken_back", N_("Entries that were wrong, and count no more"), _TAKEN_BACK_COLUMNS, taken_back)
        )
    made = report(
        book, "statement", Sentence(N_("Statement for {donor}"), {"donor": donor.name}), tables, selection.period
    )
    made = made._replace(is_public=not with_values)
    return _with_notes(made, _notes(book, [parameters], with_values=with_values))


def statements(book: Book, named: Sequence[Donor], selection: Selection, *, with_values: bool) -> Report:
    """One table for each of the donors."""
    parameters = [_parameters(donor, selection) for donor in named]
    givers = _joint_givers(book)
    tables = [
        _gifts(
            book,
            f"statement_{donor.party}",
            Sentence("{donor}", {"donor": donor.name}),
            own,
            givers,
            with_values=with_values,
        )
        for donor, own in zip(named, parameters, strict=True)
    ]
    made = report(book, "statements", N_("Statements for all donors"), tables, selection.period)
    made = made._replace(is_public=not with_values)
    return _with_notes(made, _notes(book, parameters, with_values=with_values))


def _parameters(donor: Donor, selection: Selection) -> dict[str, str | int | None]:
    return {**selection.parameters(), "entries": donor.entries}


def _gifts(
    book: Book,
    key: str,
    title: Words,
    parameters: dict[str, str | int | None],
    givers: Remembered[Value, Value],
    *,
    with_values: bool,
) -> Table:
    value, value_sum = (_VALUE, _VALUE_SUM) if with_values else ("", "")
    columns = (*_BEFORE_VALUES, *(WORTH if with_values else ()), *_AFTER_VALUES)
    below: list[Row] = list(rows(book, _TOTALS.format(value=value_sum), parameters)())
    read, at = rows(book, _SELECT.format(value=value), parameters), columns.index(_JOINT)

    def gifts() -> Iterator[Row]:
        return ((*row[:at], givers[row[0]], *row[at + 1 :]) for row in read())

    return Table(key, title, columns, gifts, below, _EMPTY)


def _joint_givers(book: Book) -> Remembered[Value, Value]:
    """How many gave a gift together, by its entry: counted once, though it stands in the statement of each of them."""
    book.expect_crowds()

    def counted(entry: Value) -> Value:
        [[givers]] = book.connection.execute(_GIVERS, (entry,))
        return int(givers) if givers is not None else None

    return Remembered(counted)


def _notes(book: Book, parameters: Sequence[dict[str, str | int | None]], *, with_values: bool) -> Iterator[Words]:
    """What is to be known of what stands in the statements."""
    used = [0] * (len(_NOTES) + 1)
    for own in parameters:
        [found] = rows(book, _USED, own)()
        used = [before + int(count or 0) for before, count in zip(used, found, strict=True)]
    yield from (note for (_what, note), count in zip(_NOTES, used, strict=False) if count)
    if with_values and used[-1]:
        yield _VALUE_NOTE


def _with_notes(made: Report, notes: Iterator[Words]) -> Report:
    return made._replace(notes=tuple(notes) if made.tables else (_EMPTY,))
