"""What is known of the tables above in the same sheet."""

from dataclasses import dataclass
from datetime import date


@dataclass(slots=True)
class Above:
    """The tables above in the same sheet: their money, which a total at its foot may count too, and the latest day of
    them that says its year, of which days below that don't may be.
    """

    money: int = 0
    day: date | None = None

    def hear(self, day: date) -> None:
        """A day that says its year."""
        self.day = max(day, self.day or day)
