"""What is to be different in the right entry, before names are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from donations.domain.entry import Role, Worth
from donations.domain.place import Place
from donations.domain.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be different in the right entry; None and empty leave it as it was."""

    parties: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    without: tuple[str, ...] = ()
    """Items whose lines are left out."""
    place: Place | None = None
    day: date | None = None
    purpose: str | None = None
    store: str | None = None
    worth: Worth | None = None
    """What the goods of the one line are worth."""
    note: str | None = None
    reason: str | None = None
    """Why it is corrected: kept with the mirror."""
    request: str | None = None
    today: date | None = None
    """What is dated in place of a day whose month is closed."""
    into_closed: str | None = None
    """Why the days of a closed month are kept all the same."""
    given_before: bool = False
    """Whether what goes back, or comes back, was given before the book begins."""

    def is_empty(self) -> bool:
        """Whether nothing is to be different."""
        said = (
            *self.parties.values(),
            self.quantities,
            self.without,
            self.place,
            self.day,
            self.purpose,
            self.store,
            self.worth,
            self.note,
        )
        return not any(said)
