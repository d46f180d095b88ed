"""What a table in a test is understood as, told in lines that a treasurer could proofread."""

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from donations.domain.amount import Certainty, decimal_text
from donations.domain.entry import Draft, DraftLine
from donations.importers.sheet import Sheet
from donations.importers.table import Plain, Record, Settings, Table
from donations.importers.tables import tables

TODAY = date(2020, 3, 31)


def sheet(text: str, name: str | None = None) -> Sheet:
    """A sheet with the rows of a CSV."""
    return Sheet(name, iter(list(enumerate(csv.reader(io.StringIO(text)), 1))))


def settings(day: str | None = None, columns: Mapping[str, str] | None = None, donor: str | None = None) -> Settings:
    """Settings of a day in March 2020."""
    return Settings(TODAY, columns or {}, day=date.fromisoformat(day) if day else None, donor=donor)


def told(text: str, day: str | None = None, columns: Mapping[str, str] | None = None, donor: str | None = None) -> str:
    """Everything that is understood of a CSV."""
    found = tables(sheet(text), settings(day, columns, donor))
    return "\n".join(line for table in found for line in told_of(table)) + "\n"


def told_of(table: Table) -> Iterator[str]:
    """The same of one table: a line for its columns, and one for each row."""
    columns = " ".join(f"{heading}={field}" for heading, field in table.columns.items())
    yield f"{table.sort} {table.heading_row}: {columns}"
    for record in each_record(table):
        yield f"{record.row} {_record(record)}"
    if table.stated_total is not None:
        yield f"= {decimal_text(table.stated_total)} in row {table.stated_at}"
    for wrong in table.differing:
        yield f"≠ {wrong.row} {wrong.column}: {decimal_text(wrong.stated)} for {decimal_text(wrong.total)}"


def _record(record: Record) -> str:
    if record.ignored:
        return f"- {record.ignored}"
    if record.slips:
        return "! " + "; ".join(f"{slip.column}: {slip.expected} ({slip.got})" for slip in record.slips)
    drafts = " + ".join(_draft(draft, has_date=record.has_date) for draft in record.drafts)
    sums = " ".join(f"{decimal_text(number)}{unit}" for unit, number in record.sums.items())
    back = "" if record.refunded is None else f" -{decimal_text(record.refunded)}"
    if record.takes_back is not None:
        back += (
            f" or {record.otherwise}" if record.otherwise else " or refused" if record.takes_back.is_sure else " or so"
        )
    more = "".join(f" ({one.sentence.format(column=one.column, rows=record.row)})" for one in record.told)
    return f"{drafts}{' #' + record.identity if record.identity else ''} [{sums}]{back}{more}"


def _draft(draft: Draft, *, has_date: bool) -> str:
    parties = " ".join(f"{role.value}={'、'.join(names)}" for role, names in draft.parties.items())
    place = f" in {draft.place.city}{draft.place.county or ''}" if draft.place else ""
    day = f"{draft.date}" if has_date else f"({draft.date})"
    lines = ", ".join(_line(line) for line in draft.lines)
    return f"{draft.type} {day} {parties}{place}: {lines}{' “' + draft.note + '”' if draft.note else ''}"


def _line(line: DraftLine) -> str:
    quantity = line.quantity
    about = "~" if quantity.certainty is Certainty.ABOUT else ""
    amount = "?" if quantity.number is None else about + decimal_text(quantity.number)
    price = quantity.price
    cost = "" if price is None else f"{'@@' if price.whole else '@'}{decimal_text(price.yuan)}"
    name = f"{quantity.item}（{quantity.specification}）" if quantity.specification else quantity.item
    behind = "".join((f" for {line.purpose}" if line.purpose else "", f" in {line.store}" if line.store else ""))
    lot = f" of lot {line.batch}" if line.batch else ""
    until = f" until {line.expires_on}" if line.expires_on else ""
    return f"{name} {amount}{quantity.unit or ''}{cost}{behind}{lot}{until}"


def each_record(table: Table) -> Iterator[Record]:
    """A record for each row, those that came many at once too."""
    for found in table.records:
        if isinstance(found, Plain):
            yield from map(found.record, range(found.many))
        elif isinstance(found, Record):
            yield found


def sums(records: list[Record]) -> dict[str, Fraction]:
    """What the records add up to."""
    total: dict[str, Fraction] = {}
    for record in records:
        for unit, number in record.sums.items():
            total[unit] = total.get(unit, Fraction(0)) + number
    return total
