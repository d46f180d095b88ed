"""Bills of WeChat Pay and Alipay: known by their headings, wherever those stand, and read into gifts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from donations.domain.traditional import simplified
from donations.importers.bills.cashbook import read_note
from donations.importers.bills.doubled import as_one, twins_of
from donations.importers.bills.flows import NOT_GIVEN_BACK, Refunds, closed_refund, read_flow
from donations.importers.bills.layouts import CASHBOOK, LAYOUTS, MERCHANTS, PASSED_OVER, Layout, columns_of, folded
from donations.importers.bills.merchant import Foot, read_order
from donations.importers.bills.mixed import layout_of
from donations.importers.bills.payments import read_payment, read_refund, refund_of
from donations.importers.bills.renamed import called, is_likely
from donations.importers.bills.row import BillRow, plain, yuan_in
from donations.importers.bills.strays import STRAY, is_stray
from donations.importers.bills.sums import Sums
from donations.importers.patterns import pattern_of
from donations.importers.stream import Row, Stream
from donations.importers.table import Record, Settings, Slip, Table

_FEWEST_HEADINGS = 5
_MARK = "`"
"""What each cell of a merchant's bill at WeChat begins with."""
_ELSEWHERE = pattern_of(r"香港|澳[门門]|[台臺][湾灣]|[港澳][币幣元]|\bHK|\bMOP\b|\bNTD?\b|\bTWD\b", re.IGNORECASE)
"""Where bills count in money of another place."""
_OF_GIVERS = pattern_of(r"(?:捐[款赠助资]|善款|爱心|打赏|赞助)[人者]?[^，。；:：]{0,6}(?:名单|芳名|光荣榜|红榜|功德榜)")
_OF_BILL = pattern_of("账单|流水|微信支付|支付宝|对账|起始时间|导出")
"""What a bill, as it was downloaded, says above its headings."""

_BEGINS = pattern_of("微信支付账单|支付宝(?:账单|交易|账务|账户)|导出信息|账户明细|资金账单|交易账单")
"""What a bill begins with, above its headings; what stands below another is that one's until there."""


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill that was found in a sheet: its layout, and what stands in and above its row of headings."""

    layout: Layout
    heading_row: int
    headings: tuple[str, ...]
    columns: Mapping[str, int]
    above: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def title(self) -> str:
        """The first line above the headings: those below it say whose bill it is."""
        return next((plain(" ".join(cells)) for _, cells in self.above if any(cells)), "")


def bill_at(row: Row, above: Sequence[Row]) -> Bill | None:
    """The bill whose headings stand in this very row; `above`: the rows before it, where a bill says its own sums."""
    number, cells = row
    found = _headings(cells)
    if found is None:
        return None
    layout, columns = found
    if _may_be_of_other_money(cells, columns.get("amount"), above) or _lists_givers(layout, columns, above):
        return None
    return Bill(layout, number, tuple(cells), columns, tuple((at, tuple(words)) for at, words in above))


def _lists_givers(layout: Layout, columns: Mapping[str, int], above: Sequence[Row]) -> bool:
    """Whether the words above say that givers are listed, 捐款名单, and nothing in the columns of payments which way each went: it is one's
    own list of them, and no bill.
    """
    if "direction" in columns or layout.key in MERCHANTS:
        return False
    words = [simplified(plain(cell)) for _number, cells in above for cell in cells]
    return any(map(_OF_GIVERS.search, words)) and not any(map(_OF_BILL.search, words))


def _may_be_of_other_money(cells: Sequence[str], amount: int | None, above: Sequence[Row]) -> bool:
    """Whether headings in traditional characters leave open which money it is, or what stands above them says another: a table, then.

    A column that somebody added, 經手人 beside 金额, tells nothing.
    """
    heads = cells if amount is None else [cells[amount]]
    if all(cell == simplified(cell) for cell in heads):
        return False
    says_yuan = amount is not None and "元" in cells[amount]
    return not says_yuan or any(_ELSEWHERE.search(cell) for _number, words in above for cell in words)


def read_bill(bill: Bill, rows: Stream, settings: Settings, sheet: str | None) -> Table:
    """The table of a bill, from the row behind its headings to the end of the sheet.

    Each row is a record, but for blank rows, headings that come again and lines of words. Where the bill says of itself
    how many rows it has or what came in, and the rows contradict it, that is a record with a slip too.
    """
    table = Table(
        layout=bill.layout.key,
        sort="bill",
        sheet=sheet,
        heading_row=bill.heading_row,
        columns=_named(bill),
        headings="|".join(folded(heading) for heading in bill.headings).rstrip("|"),
        title=bill.title,
        records=iter(()),
    )
    table.records = _READERS.get(bill.layout.key, _payments)(bill, rows, settings, table)
    return table


def _headings(cells: Sequence[str]) -> tuple[Layout, dict[str, int]] | None:
    """The layout that a row has the headings of, and where its columns are."""
    if sum(1 for cell in cells if cell) < _FEWEST_HEADINGS:
        return None
    headings = [folded(cell) for cell in cells]
    for layout in LAYOUTS:
        columns = columns_of(layout, headings)
        if columns is not None:
            return layout, columns_of(layout, headings, called(layout, headings)) or columns
    for layout in LAYOUTS:
        if is_likely(layout, headings) and (columns := columns_of(layout, headings, called(layout, headings))):
            return layout, columns
    return None


_CALLED = {
    "sort": "type", "goods": "note", "remark": "note", "amount": "money", "state": "status", "paid": "date",
    "refunded": "refund", "refund_number": "number", "refund_state": "status", "fund": "status", "merchant": PASSED_OVER,
    "entry": PASSED_OVER, "kind": "type", "giver": "donor", "given": PASSED_OVER, "is_gift": PASSED_OVER,
}  # fmt: skip
"""What a field of a bill is in the words of `Table.columns`."""


def _named(bill: Bill) -> dict[str, str]:
    """HEADING as it stands → field, of every column that has a heading; fields are called as those of other tables are."""
    read = {place: _CALLED.get(field, field) for field, place in bill.columns.items()}
    named = {plain(heading): PASSED_OVER for heading in bill.headings if plain(heading)}
    return named | {plain(bill.headings[place]): field for place, field in sorted(read.items())}


def _payments(bill: Bill, rows: Stream, settings: Settings, table: Table) -> Iterator[Record]:
    sums = Sums()
    for number, words in bill.above:
        sums.read(number, words)
    refunds: list[BillRow] = []
    for row, cells in _rows(bill, rows):
        if not row.is_payment():
            sums.read(row.number, cells)
            if is_stray(cells):
                yield Record(row.number, slips=(Slip(None, STRAY, " ".join(filter(None, map(plain, cells)))[:60]),))
        elif row.unlike:
            sums.add(None, record := _unlike(row))
            yield record
        elif (layout := layout_of(bill.layout, row)).key == "alipay" and refund_of(row) is not None:
            refunds.append(row)  # of a payment that may stand below it, and has to be in the book before
        else:
            income, record = read_payment(layout, row, settings)
            sums.add(income, record)
            yield record
    for row in refunds:
        record = read_refund(layout_of(bill.layout, row), row, settings)
        sums.add(_income(row), record)
        yield record
    table.stated_total = sums.total_of_gifts
    table.stated_at = sums.income_at if table.stated_total is not None else None
    yield from sums.problems()


def _unlike(row: BillRow) -> Record:
    """The record of a row that says two things below one heading."""
    return Record(row.number, slips=tuple(row.unlike))


def _income(row: BillRow) -> Fraction | None:
    """What the bill counts as income of a row that gives back another."""
    return yuan_in(row.text("amount")) if row.text("direction") == "收入" else Fraction(0)


def _orders(bill: Bill, rows: Stream, settings: Settings, _table: Table) -> Iterator[Record]:
    foot = Foot()
    for row, cells in _rows(bill, rows):
        if record := foot.read(row.number, cells):
            yield record
        elif row.is_payment():
            foot.add(yuan_in(row.text("amount")) or Fraction(0))
            yield _unlike(row) if row.unlike else read_order(bill.layout, row, settings)


def _flows(bill: Bill, rows: Stream, settings: Settings, _table: Table) -> Iterator[Record]:
    sums, foot = Sums(), Foot()
    refunds: Refunds = {}
    going_back: list[tuple[str, Record]] = []
    undone: set[str | None] = set()
    for row, cells in _rows(bill, rows):
        if record := foot.read(row.number, cells):
            yield record
        elif row.unlike:
            yield _unlike(row)
        elif row.is_payment():
            income, record = read_flow(bill.layout, row, settings, refunds)
            foot.add(income)
            sums.add(income, record)
            undone.add(closed_refund(row))
            if record.drafts and record.drafts[0].type == "return":
                going_back.append((row.text("number"), record))  # it may be closed below, or its payment stand there
            else:
                yield record
        else:
            sums.read(row.number, cells)
    for number, record in going_back:
        yield Record(record.row, ignored=NOT_GIVEN_BACK) if number in undone else record
    yield from sums.problems()


def _notes(bill: Bill, rows: Stream, _settings: Settings, _table: Table) -> Iterator[Record]:
    found = (row for row, _cells in _rows(bill, rows) if row.is_payment())
    return (_unlike(row) if row.unlike else read_note(row) for row in found)


_READERS = {"wechat_merchant": _orders, CASHBOOK: _notes, **dict.fromkeys(MERCHANTS, _flows)}
"""How bills are read that are none of a person."""


def _rows(bill: Bill, rows: Stream) -> Iterator[tuple[BillRow, Sequence[str]]]:
    """Each row by its fields; headings that come again say where the columns are from there on. Those of another bill end it:
    they are given back, with the words above them.
    """
    columns: Mapping[str, int] = bill.columns
    headings: Sequence[str] = bill.headings
    width, twins = _width(headings), twins_of(columns, headings)
    words: list[tuple[Row, BillRow]] = []
    for number, said in rows:
        cells: Sequence[str] = said
        parted: Sequence[str] | None = None
        if rows.is_lines and len(said) > width and any(said[width:]):
            cells = _marked(said, width) or said
            parted = _unparted(said, columns, width) if cells is said else None
        joined, unlike = as_one(cells, twins, headings) if twins else (cells, ())
        row = BillRow(number, parted or joined, columns, headings, is_parted=parted is not None, unlike=unlike)
        again = None if row.has_day() else _headings(cells)
        if again and again[0] is bill.layout:
            columns, headings = again[1], tuple(cells)
            width, twins = _width(headings), twins_of(columns, headings)
        elif again and again[0].key != bill.layout.key:
            yield from _ended(words, (number, said), rows)
            return
        elif row.is_payment():
            yield from _told(words)
            words = []
            yield row, cells
        else:
            words.append(((number, said), row))
    yield from _told(words)


def _told(words: Sequence[tuple[Row, BillRow]]) -> Iterator[tuple[BillRow, Sequence[str]]]:
    return ((row, cells) for (_number, cells), row in words)


def _ended(
    words: Sequence[tuple[Row, BillRow]], headings: Row, rows: Stream
) -> Iterator[tuple[BillRow, Sequence[str]]]:
    """What stands below a bill and is its own, where the headings of another follow: what is the other's is given back."""
    first = next(
        (at for at, ((_number, cells), _row) in enumerate(words) if _BEGINS.search(" ".join(cells))), len(words)
    )
    for row in (headings, *reversed([said for said, _row in words[first:]])):
        rows.give_back(row)
    yield from _told(words[:first])


def _width(headings: Sequence[str]) -> int:
    """How many columns have a heading, with those between them."""
    return max((place for place, heading in enumerate(headings, 1) if heading.strip()), default=0)


def _marked(cells: Sequence[str], width: int) -> Sequence[str] | None:
    """The same where each cell of a row begins with a backquote, so that what begins with none goes on with the cell before it;
    None where that doesn't make as many cells as there are headings.
    """
    joined: list[str] = []
    for cell in cells:
        if joined and not cell.startswith(_MARK):
            joined[-1] += f",{cell}"
        else:
            joined.append(cell)
    return joined if len(joined) == width and joined[0].startswith(_MARK) else None


def _unparted(cells: Sequence[str], columns: Mapping[str, int], width: int) -> Sequence[str]:
    """The cells of a row that commas within a cell part into more than there are headings: put together where notes stand.

    Bills quote nothing. Where the comma stood further in front, no amount or direction is in its place.
    """
    last = max((place for place, cell in enumerate(cells, 1) if cell.strip()), default=0)
    many, at = last - width, columns.get("remark")
    if many <= 0 or at is None:
        return cells
    return [*cells[:at], ",".join(cells[at : at + many + 1]), *cells[at + many + 1 :]]
