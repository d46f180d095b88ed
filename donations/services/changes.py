"""What is to be different in the right entry, before names are looked up."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from donations.domain.entry import Role, Worth
from donations.domain.place import Place
from donations.domain.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Changes:
    """What is to be different in the right entry; None leaves it as it was, an empty text takes away what there was."""

    parties: Mapping[Role, tuple[str, ...]] = field(default_factory=dict)
    """All who have a role; nobody where it is there without names."""
    first: tuple[Role, str] | None = None
    """The first who has a role, where those beside it stay."""
    beside: tuple[Role, tuple[str, ...]] | None = None
    """Those beside the first who has a role, where that one stays."""
    quantities: tuple[Quantity, ...] = ()
    without: tuple[str, ...] = ()
    """Items whose lines are left out."""
    place: Place | None = None
    """One whose city is empty says that there is none."""
    day: date | None = None
    purpose: str | None = None
    store: str | None = None
    worth: Worth | None = None
    """What the goods of the one line are worth."""
    without_worth: bool = False
    """Whether no goods have a stated worth any more."""
    basis: str | None = None
    """What the worth of the goods rests on, that said anew or that of before."""
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
    gift: int | None = None
    """The entry that brought what goes back to its donor."""

    @property
    def every_party(self) -> Mapping[Role, tuple[str, ...]]:
        """All names that were said, by their role."""
        first = {self.first[0]: (self.first[1],)} if self.first else {}
        beside = {self.beside[0]: self.beside[1]} if self.beside else {}
        return {**self.parties, **first, **beside}

    def is_empty(self) -> bool:
        """Whether nothing is to be different."""
        said = (self.place, self.day, self.purpose, self.store, self.worth, self.basis, self.note, self.gift)
        return not (self.every_party or self.quantities or self.without or self.without_worth) and all(
            one is None for one in said
        )
