"""What stands before a sum that isn't all, and the line under a table that says what it means."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from donations.domain.amount import EITHER_WAY, LESS, MORE, SumCertainty
from donations.i18n import N_
from donations.output.cells import Reader, certainty_place
from donations.output.cleaning import clean
from donations.reports.table import Report, Row, Table, Type, Value

_EXPLAINED = {
    MORE: N_("?+ before a number: so much is known, and there is more that nobody counted."),
    EITHER_WAY: N_("?± before a number: so much by what was counted; what came or went uncounted makes it more or less."),
    LESS: N_("?- before a number: so much below 0 by what was counted; what nobody counted is not in it."),
}  # fmt: skip


class Signs:
    """Which of these signs the amounts of a table show: `look_at` its rows, or read them as they are `passing`."""

    def __init__(self, table: Table, shown: Sequence[int]) -> None:
        amounts = (at for at in shown if table.columns[at].type in (Type.QUANTITY, Type.MONEY))
        places = ((at, certainty_place(table.columns, at)) for at in amounts)
        self._places = [(at, certainty_at) for at, certainty_at in places if certainty_at is not None]
        self._seen: set[str] = set()
        self._under = table.under

    def look_at(self, rows: Iterable[Row]) -> None:
        """Note the signs of `rows`."""
        for at, certainty_at in self._places:
            self._seen.update(_sign(row[certainty_at], row[at]) for row in rows if row[at])

    def passing(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The same rows, each looked at as it passes."""
        for row in rows:
            self.look_at((row,))
            yield row

    def explained(self, report: Report, reader: Reader) -> list[str]:
        """A sentence for each sign that was seen, and that the notes of `report` don't explain already; and what else is said under the table."""
        told = "".join(map(reader.say, report.notes))
        seen = [sign for sign in _EXPLAINED if sign in self._seen and reader.beside[sign] not in told]
        under = [self._under] if self._under else []
        return [clean(reader.say(sentence)) for sentence in (*map(_EXPLAINED.__getitem__, seen), *under)]


@lru_cache(maxsize=4096)
def _sign(certainty: Value, minor: Value) -> str:
    how = SumCertainty.parse(str(certainty))
    if not how.unknown:
        return ""
    return LESS if isinstance(minor, int) and minor < 0 else how.sign
