"""What is known of the tables above in the same sheet, or page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Above:
    """The tables above in the same sheet: their money, which a total at its foot may count too, and the first and the last
    day of them that says its year, near which days below that don't are.
    """

    money: int = 0
    on_page: int = 0
    """The money of the tables of the same page that are sheets of their own, which such a total may count as well."""
    days: tuple[date, date] | None = None
    headings: Sequence[list[str]] = ()
    """The rows of headings of the last of them."""
    way: str | None = None
    """Which way a line among its rows says that those below it went: `in`, `out` or `bought`."""

    def hear(self, day: date) -> None:
        """A day that says its year."""
        first, last = self.days or (day, day)
        self.days = min(day, first), max(day, last)
