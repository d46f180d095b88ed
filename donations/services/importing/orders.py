"""The files of an import, and the order in which they are read: payments before what takes them back, where that shows too late."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from donations.domain.imported import FileOutcome
from donations.importers.table import Table


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be imported: its name, the digest of its bytes, and its tables, read once, in order."""

    name: str
    sha256: str
    tables: Iterable[Table]
    again: Callable[[], Iterable[Table]] | None = None
    """Reads it once more."""


class OtherOrder(Exception):  # noqa: N818 - no error: the files are to be read again, in this order
    """Nothing of the files is to stay so far."""

    def __init__(self, papers: Sequence[Paper], places: Sequence[int]) -> None:
        super().__init__()
        self.papers, self._places = papers, places

    def as_given(self, files: Sequence[FileOutcome]) -> list[FileOutcome]:
        """What became of the files, in the order in which they were given; of others behind them."""
        many = len(self._places)
        found = dict(zip(self._places, files[:many], strict=True))
        return [*(found[place] for place in sorted(found)), *files[many:]]


class Order:
    """Hears which days the files are of."""

    def __init__(self) -> None:
        self._read: list[Paper] = []
        self._first: list[date] = []
        self._unfound: list[int] = []

    def begin(self, paper: Paper) -> None:
        """A new file."""
        self._read.append(paper)
        self._first.append(date.max)
        self._unfound.append(0)

    def heard(self, day: date) -> date:
        """The day, which is that of a row of it."""
        self._first[-1] = min(self._first[-1], day)
        return day

    def end(self, unfound: int) -> None:
        """The file ends; `unfound` rows of it, and of those before it, take back what wasn't there."""
        self._unfound[-1] = unfound - sum(self._unfound)

    def judge(self, unfound: int) -> None:
        """Raises OtherOrder where rows take back what wasn't there, and a later file is of earlier days, or begins on the same day
        and lacks nothing.
        """
        places = sorted(range(len(self._read)), key=lambda place: (self._first[place], self._unfound[place] > 0, place))
        if not unfound or places == sorted(places):
            return
        if papers := self.once_more(places):
            raise OtherOrder(papers, places)

    def once_more(self, places: Iterable[int] | None = None) -> list[Paper]:
        """The files to be read again, in that order; none where one of them can't be."""
        order = range(len(self._read)) if places is None else places
        again = [(paper, paper.again) for paper in (self._read[place] for place in order)]
        papers = [replace(paper, tables=read()) for paper, read in again if read is not None]
        return papers if len(papers) == len(again) else []
