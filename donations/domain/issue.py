"""What an issue is about, and what its figures are held against before it is published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from donations.domain.period import Period


@dataclass(frozen=True, slots=True)
class Scope:
    """The issue to be: its number and days, the day it goes out, and what the issues before it have published."""

    number: int
    begin: date
    end: date
    published_on: date
    seen: int = 0
    """How many entries the book had when the last issue went out; 0 where there was none."""
    until: date | None = None
    """The last day of that issue."""
    first_day: date | None = None
    """The first day that was ever published, this issue included."""
    last_report: str | None = None
    """The report of that issue as JSON; None where there was none, or it is lost."""

    @property
    def period(self) -> Period:
        """The days the issue is of."""
        return Period(self.begin, self.end)

    def is_published(self, number: int, day: str) -> bool:
        """Whether an entry of that number and day stood in an issue before."""
        return self.until is not None and number <= self.seen and day <= self.until.isoformat()

    def is_fresh(self, number: int, day: str) -> bool:
        """Whether this issue is the first to know of the entry."""
        return day <= self.end.isoformat() and not self.is_published(number, day)


def standing(numbers: Sequence[int], taken_back: Mapping[int, int]) -> list[int]:
    """The entries that none of the others takes back, and that take none of the others back: `taken_back` says which does."""
    gone = {taken_back.get(number) for number in numbers} & {*numbers}
    return [number for number in numbers if number not in gone and taken_back.get(number) not in gone]


@dataclass(frozen=True, slots=True)
class Tie:
    """Two ways to the same figure of one item, in whole smallest units: what is printed, and what it must be."""

    key: str
    item: str
    unit: str
    decimals: int
    one: int
    other: int
    before: int | None = None
    """What the issue before said, where it is a running total."""

    @property
    def holds(self) -> bool:
        """Whether both are the same."""
        return self.one == self.other

    @property
    def falls(self) -> bool:
        """Whether a running total would be less than it was, without corrections that explain just that."""
        return not self.holds and self.before is not None and self.other < self.before


@dataclass(frozen=True, slots=True)
class Alike:
    """Rows of an issue that say the same of one party, item and day: of several entries, or of one that says it twice."""

    who: str
    item: str
    entries: Sequence[int]
    is_usual: bool = False
    """Whether it is what happens every day: somebody gives the same money twice."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What speaks for and against publishing an issue, besides its tables."""

    ties: Sequence[Tie]
    printed_twice: Sequence[tuple[int, str]] = ()
    """Entries of which a line stands in a table twice, with whom it names."""
    alike: Sequence[Alike] = ()
    too_early: Sequence[int] = ()
    """Entries recorded since, dated before anything that was published."""
    unexplained: Sequence[int] = ()
    """Corrections that nobody said a reason of."""
    named: Mapping[str, str] = field(default_factory=dict)
    """Names of people who didn't agree to be named, with the text of the issue in which each stands."""
    behind: Mapping[str, str | int] | None = None
    """Where the clock stands before the time at which the last entry was recorded: now, entry and then."""
