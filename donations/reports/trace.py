"""Where gifts went, unit by unit: to whom, through which purchases, and what is still on hand."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from heapq import merge
from operator import attrgetter

from donations import errors
from donations.domain.entry import Flow, Role
from donations.domain.masking import ANONYMOUS, public_name
from donations.domain.piles import Origin, Part
from donations.domain.tracing import HELD, UNFOLLOWED, Move, trace
from donations.i18n import N_
from donations.reports.gift import GOODS, standing
from donations.reports.selection import report
from donations.reports.table import Column, Report, Row, Screen, Sentence, Table, Type, Value, Words
from donations.reports.totals import DECIMALS, ITEM_LABEL
from donations.store.book import Book
from donations.store.given import GIVEN_ON
from donations.store.refund_of import gifts_of_refunds

_MOVES = (
    "select entry, position, date, flow, item, store, purpose, amount_minor, coalesce(who, ''), certainty from moves"
    " where entry {which} (select value from json_each(?))"
)
_MOVED = f"""
select number, day from (select e.number, e.date, {GIVEN_ON.format(e="e")} as day from entries as e where e.corrects is not null)
where day <> date
"""  # noqa: S608 - a constant
_GIVEN = "select entry from party_entries where party = ? and role = 'donor'"
_GOT = "select 1 from party_entries where party = ? and role = 'recipient' limit 1"
_GIVER = """
select p.name, p.sort, p.consent, exists (
  select 1 from party_entries as g join entries as e on e.number = g.entry
  where g.party = ? and g.role = 'donor' and e.consent = 'anonymous')
from parties as p where p.number = ?
"""
_LINES = """
select l.entry, l.position, e.date,
  case when l.flow in ('relayed', 'distributed', 'returned') then coalesce(l.own_recipient, e.recipient)
    when l.flow = 'refunded' then e.donor when l.flow in ('spent', 'bought') then e.supplier end
from lines as l join entries as e on e.number = l.entry where l.entry in (select value from json_each(?))
"""
_ITEMS = f"select number, {ITEM_LABEL}, unit, decimals from (select i.*, i.name as item_name from items as i)"  # noqa: S608 - a constant
_PLACES = "select distinct store, nullif(store_name, '') from day_stocks"
_PURPOSES = "select number, name from purposes where number <> 1"

_GIFT = Column("gift", N_("Gift"), Type.INTEGER)
_WHAT_BECAME = (
    Column("became", N_("Outcome"), Type.TERM),
    Column("entry", N_("By entry"), Type.INTEGER, Screen.WHERE_USED),
    Column("date", N_("Date"), Type.DATE, Screen.WHERE_USED),
    Column("to", N_("Went to"), screen=Screen.WHERE_USED),
    Column("store", N_("Store"), screen=Screen.WHERE_USED),
    Column("purpose", N_("Purpose"), screen=Screen.WHERE_USED),
    DECIMALS,
)
_WENT = (_GIFT, Column("given_on", N_("Given on"), Type.DATE, Screen.WHERE_ROOM), *GOODS, *_WHAT_BECAME)
_BOUGHT = (_GIFT, Column("purchase", N_("Purchase"), Type.INTEGER), *GOODS, *_WHAT_BECAME)
_RECEIVED = (Column("to", N_("Recipient"), none=N_("unstated")), *GOODS, DECIMALS)

RULE = (
    N_("How this is counted: what was given straight through reached its recipient exactly. Everything else lies with what is like it, in one store for one purpose, and leaves in the order it came in, by date and number; on a day, what comes in does so before anything leaves."),
    N_("What money bought belongs to those whose money paid for it, by how much each paid, in whole units; what is given out of it is shared in the same way. What a recipient brings back is what it got last; a refund is of the gift that it names, else of the donor's own gifts, the last first, then of those given together with others."),
)  # fmt: skip
_ROUGH = N_("“≈”: something of about or unknown amount lay or lies with it, so nobody can say it to the unit.")
_UNKNOWN = N_("A gift of unknown amount can't be followed; it is listed, and counted nowhere.")
_MOVED_NOTE = N_(
    "What was corrected after its month was closed stands here on the day it happened; the books count it on the day of the correction."
)
_ONLY_RECEIVED = N_(
    "Nothing was given by this party, it only received: `trace` follows what was given; what was received stands in `donations ledger --party NAME`."
)
_EARLY = N_(
    "What was corrected or taken back since may leave too little for what was given out on a day; that is made good by what came in next."
)
_REACHED = (Flow.DISTRIBUTED, Flow.RELAYED, Flow.RETURNED)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the numbers of parts stand for."""

    lines: Mapping[tuple[int, int], tuple[str, str | None]]
    """Date and party by entry and position."""
    items: Mapping[int, tuple[str, str | None, int]]
    stores: Mapping[int, str | None]
    purposes: Mapping[int, str]
    moved: bool
    """Whether any of the lines is of an entry that was corrected after its month was closed."""


def trace_donor(book: Book, party: int, name: str) -> Report:
    """Where all went that the party gave, under the `name` it is known by to whoever reads it.

    Raises BroughtNothingIn.
    """
    entries = {int(row[0]) for row in book.connection.execute(_GIVEN, (party,))}
    found = _report(book, entries, Sentence(N_("Where the gifts of {donor} went"), {"donor": name}))
    if entries or not book.connection.execute(_GOT, (party,)).fetchone():
        return found
    received, *others = found.tables
    return found._replace(tables=[received._replace(empty=_ONLY_RECEIVED), *others])


def name_in_public(book: Book, party: int) -> str:
    """The name of who gave, as anybody may read it; the book is being read in full. One gift not to be named hides all."""
    name, sort, consent, hides = book.connection.execute(_GIVER, (party, party)).fetchone()
    return public_name(name, Role.DONOR, sort, consent, ANONYMOUS if hides else None)


def trace_entry(book: Book, number: int) -> Report:
    """Where that went which entry `number` brought in. Raises UnknownEntry, TakenBack, CorrectedSince, BroughtNothingIn."""
    standing(book, number)
    return _report(book, {number}, Sentence(N_("Where the gift of entry {number} went"), {"number": number}))


def parts_of(book: Book, entries: set[int] | None = None) -> tuple[dict[Origin, Move], list[Part]]:
    """The lines that brought something in, and what became of it: of these entries, or of all."""
    lines: dict[Origin, Move] = {}

    def seen(moves: Iterable[Move]) -> Iterator[Move]:
        for move in moves:
            if entries is None or move.entry in entries:
                lines[Origin(move.entry, move.position)] = move
            yield move

    parts = trace(seen(_moves(book)))
    found = [
        part for part in parts if entries is None or not entries.isdisjoint((part.origin.entry, part.origin.purchase))
    ]
    came = {part.origin for part in found}  # and no line that took something out
    return {origin: move for origin, move in lines.items() if origin in came}, found


def _moved(book: Book) -> dict[int, str]:
    """By entry that was corrected after its month was closed: the day it happened, which is that of the first one."""
    return dict(book.connection.execute(_MOVED).fetchall())


def _moves(book: Book) -> Iterator[Move]:
    """All that stands, in the order of the days on which it happened."""
    of = gifts_of_refunds(book.connection)
    moves = _by_day(book)
    return (replace(move, of=of[move.entry]) if move.entry in of else move for move in moves) if of else moves


def _by_day(book: Book) -> Iterator[Move]:
    moved = _moved(book)
    which = (json.dumps(list(moved)),)
    others = (_move(*row) for row in book.connection.execute(_MOVES.format(which="not in"), which))
    if not moved:
        return others
    of_moved = [_move(*row) for row in book.connection.execute(_MOVES.format(which="in"), which)]
    order = attrgetter("day", "entry", "position")
    return merge(others, sorted((replace(move, day=moved[move.entry]) for move in of_moved), key=order), key=order)


def _move(entry: int, position: int, day: str, flow: str, item: int, store: int, purpose: int, minor: int | None, who: str, certainty: str) -> Move:  # fmt: skip
    return Move(entry, position, day, flow, item, store, purpose, minor, certainty != "exact", who)


def _report(book: Book, entries: set[int], title: Words) -> Report:
    book.expect_crowds()
    lines, parts = parts_of(book, entries)
    if len(entries) == 1 and not parts:
        raise errors.BroughtNothingIn(number=min(entries))
    known = _known(book, lines, parts)
    own = [part for part in parts if not part.origin.purchase]
    bought = [part for part in parts if part.origin.purchase]
    received, went = list(_received(parts, known)), list(_rows(own, known, lines))
    tables = [
        Table("received", N_("Who received what"), _RECEIVED, lambda: received, empty=N_("Nobody received anything of it yet.")),
    ]  # fmt: skip
    if own or not bought:
        empty = N_("Nothing was given that still stands.")
        given = _totals(lines.values(), known)
        tables.append(Table("trace", N_("What became of the gifts"), _WENT, lambda: went, given, empty))
    if bought:
        of_purchases, sums = list(_rows(bought, known)), _totals(bought, known)
        tables.append(Table("bought", N_("What was bought with them"), _BOUGHT, lambda: of_purchases, sums))
    notes = (*RULE, *_notes(parts, known, lines))
    return report(book, "trace", title, tables, None)._replace(notes=notes, is_paper=True)


def _notes(parts: Iterable[Part], known: _Known, lines: Mapping[Origin, Move]) -> Iterator[str]:
    """What is to be known of what stands here."""
    if any(part.rough for part in parts):
        yield _ROUGH
    if any(part.became == UNFOLLOWED for part in parts):
        yield _UNKNOWN
    if known.moved:
        yield _MOVED_NOTE
    if any(
        part.became not in (HELD, UNFOLLOWED) and _came(part, lines) > known.lines[part.entry, part.position][0]
        for part in parts
    ):
        yield _EARLY


def _came(part: Part, lines: Mapping[Origin, Move]) -> str:
    """The day on which what the part is of was given; nothing where the gift isn't shown here."""
    move = lines.get(part.origin._replace(purchase=0))
    return move.day if move else ""


def _known(book: Book, lines: Mapping[Origin, Move], parts: Iterable[Part]) -> _Known:
    entries = {part.entry for part in parts} | {origin.entry for origin in lines}
    moved = _moved(book)
    read = book.connection.execute
    found = read(_LINES, (json.dumps(sorted(entries)),))
    return _Known(
        {(entry, position): (moved.get(entry, day), who) for entry, position, day, who in found},
        {number: (label, unit, decimals) for number, label, unit, decimals in read(_ITEMS)},
        dict(read(_PLACES).fetchall()),
        dict(read(_PURPOSES).fetchall()),
        not entries.isdisjoint(moved),
    )


def _summed(parts: Iterable[Part]) -> Iterator[Part]:
    """One part for all that one line took of one origin."""
    sums: dict[tuple[Value, ...], Part] = {}
    for part in parts:
        key = (*part.origin, part.item, part.became, part.entry, part.position, part.store, part.purpose)
        before = sums.get(key)
        if before is None:
            sums[key] = part
        elif part.minor is not None and before.minor is not None:
            sums[key] = replace(before, minor=before.minor + part.minor, rough=before.rough or part.rough)
    return (part for part in sums.values() if part.minor != 0)


def _rows(parts: Iterable[Part], known: _Known, lines: Mapping[Origin, Move] | None = None) -> Iterator[Row]:
    """A row a part, by gift; what is still on hand comes last of each."""
    in_order = sorted(
        _summed(parts),
        key=lambda p: (*p.origin, p.item, p.became == HELD, known.lines.get((p.entry, p.position), ("",))[0], p.entry),
    )
    for part in in_order:
        day, who = known.lines.get((part.entry, part.position), (None, None))
        is_out = part.became not in (HELD, UNFOLLOWED)
        second: Value = part.origin.purchase if lines is None else lines[part.origin].day
        yield (
            part.origin.entry, second, *_amount(part.item, part.minor, known, rough=part.rough), part.became,
            part.entry if is_out else None, day if is_out else None, who if is_out else None,
            known.stores.get(part.store), known.purposes.get(part.purpose), known.items[part.item][2],
        )  # fmt: skip


def _amount(item: int, minor: int | None, known: _Known, *, rough: bool) -> Row:
    label, unit, _decimals = known.items[item]
    return label, unit, minor, "unknown" if minor is None else "about" if rough else "exact"


def _received(parts: Iterable[Part], known: _Known) -> Iterator[Row]:
    """A row a recipient and item: what it got, less what it brought back."""
    sums: dict[tuple[str | None, int], tuple[int | None, bool]] = {}
    for part in parts:
        if part.became in _REACHED:
            who = known.lines[part.entry, part.position][1]
            minor, rough = sums.get((who, part.item), (None, False))
            known_minor = part.minor if minor is None else minor + (part.minor or 0)
            sums[who, part.item] = (known_minor, rough or part.rough or part.minor is None)
    for (who, item), (minor, rough) in sorted(sums.items(), key=lambda pair: (pair[0][0] or "", pair[0][1])):
        if minor != 0 or rough:
            yield who, *_amount(item, minor, known, rough=rough), known.items[item][2]


def _totals(amounts: Iterable[Move | Part], known: _Known) -> list[Row]:
    """What was given, or became of it, of each item: what the rows add up to."""
    sums: dict[int, tuple[int | None, bool]] = {}
    for each in amounts:
        before, was_rough = sums.get(each.item, (None, False))
        known_minor = each.minor if before is None else before + (each.minor or 0)
        sums[each.item] = (known_minor, was_rough or each.rough or each.minor is None)
    nothing = (None,) * (len(_WHAT_BECAME) - 1)
    return [
        (None, None, *_amount(item, minor, known, rough=rough), *nothing, known.items[item][2])
        for item, (minor, rough) in sums.items()
    ]
