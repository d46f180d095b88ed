"""JSON in the shape of the contract, written row by row: amounts are strings of exact decimals."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import TextIO

from donations.domain.remembered import Remembered
from donations.i18n import _, chosen_language
from donations.output.cells import said_in
from donations.output.for_programs import program_cells, program_columns, written
from donations.output.streams import takes_everything
from donations.reports.table import Report, Row, Table, Type

_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]")
"""Characters that steer a terminal or hide: written as \\uXXXX, which reads back as the same."""

_TYPES = {Type.TERM: Type.TEXT, Type.NUMBER: Type.QUANTITY}
"""What programs are told of a column that people are shown in a way of its own."""

Encode = Callable[[object], str]


def render(report: Report, stream: TextIO) -> None:
    """Write `report` to `stream` as one JSON object that ends in a newline."""
    encode = _encoder(ascii_only=not takes_everything(stream))
    book = report.source._asdict()
    if not report.source.missing:
        del book["missing"]  # only a book that was salvaged lacks entries
    head = {
        "report": report.key,
        "title": said_in(chosen_language(), report.title),
        "period": {"from": _day(report.begin), "to": _day(report.end)},
        "book": book,
    }
    if report.lead:
        head["lead"] = [said_in(chosen_language(), paragraph) for paragraph in report.lead]
    stream.write(f'{encode(head)[:-1]}, "tables": [')
    for number, table in enumerate(report.tables):
        stream.write(",\n" if number else "\n")
        _write_table(table, encode, stream)
    stream.write("\n]}\n")


def _encoder(*, ascii_only: bool) -> Encode:
    encode = json.JSONEncoder(ensure_ascii=ascii_only).encode

    def encode_visibly(value: object) -> str:
        if value is None or type(value) is int:  # what an encoder takes ten times as long for
            return "null" if value is None else str(value)
        text = encode(value)
        return text if text.isprintable() else _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)

    return encode_visibly


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _write_table(table: Table, encode: Encode, stream: TextIO) -> None:
    columns = [
        {
            "key": column.key,
            "title": column.title if column.is_verbatim else _(column.title),
            "type": _TYPES.get(column.type, column.type),
        }
        for column in program_columns(table)
    ]
    head = {"key": table.key, "title": said_in(chosen_language(), table.title), "columns": columns}
    stream.write(f'{encode(head)[:-1]}, "rows": [')
    write = _Rows(stream)
    written(table, lambda part: _objects(part, part.rows, encode), write.some)
    write.end()
    stream.write('], "totals": [')
    write = _Rows(stream)
    for objects in _objects(table, lambda: table.totals, encode):
        write.some(objects)
    write.end()
    stream.write("]}")


def _objects(table: Table, rows: Callable[[], Iterable[Row]], encode: Encode) -> Iterator[str]:
    """Some rows after the other, each as an object on a line of its own.

    The shape of an object is made once, and each cell once as long as it is met again: an encoder begins anew for each object.
    """
    keys = [encode(column.key).replace("%", "%%") for column in program_columns(table)]
    shape = f"{{{', '.join(f'{key}: %s' for key in keys)}}}"
    texts = [Remembered(encode).__getitem__ for _key in keys]
    for columns in program_cells(table, rows):
        yield ",\n".join(map(shape.__mod__, zip(*map(map, texts, columns), strict=True)))


class _Rows:
    """Where the objects of rows go, commas between them, on lines of their own between the brackets."""

    def __init__(self, stream: TextIO) -> None:
        self._stream, self._before = stream, "\n"

    def some(self, objects: str) -> None:
        self._stream.write(self._before + objects)
        self._before = ",\n"

    def end(self) -> None:
        if self._before != "\n":
            self._stream.write("\n")
