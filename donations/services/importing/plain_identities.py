"""What rows are known by that are plain; the book is asked nothing, and nothing comes into it."""

from collections.abc import Callable, Iterable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.addresses import said_itself
from donations.domain.entry import Role
from donations.domain.place import Place
from donations.importers.table import Plain, PlainDay, PlainGoods, PlainNumber
from donations.services.importing import drafts, roles_said
from donations.services.importing.drafts import BETWEEN, IDENTITY_BYTES
from donations.services.importing.numbered import ByNumber


class NotPlain(Exception):  # noqa: N818 - it says what the row is, and never leaves these files
    """The row goes the careful way."""


NOT_PLAIN = (NotPlain, errors.BadInput, errors.Refused, errors.NotThere)


_WHO = 1
"""The place of the column of parties."""
_NOT_SAID = b"\0"
_NOTHING = (
    (_NOT_SAID,),
    (_NOT_SAID, _NOT_SAID),
    (_NOT_SAID,),
    (_NOT_SAID, _NOT_SAID, _NOT_SAID),
    (_NOT_SAID,),
    (_NOT_SAID,),
)
"""What cells that aren't plain are counted as until somebody comes to them."""


def cut(digests: bytes, at: int, stop: int) -> list[bytes]:
    """The digests of the rows from `at` to before `stop`, out of `digests`, in which all stand one behind the other."""
    ends = range(at * IDENTITY_BYTES, stop * IDENTITY_BYTES, IDENTITY_BYTES)
    return [digests[end : end + IDENTITY_BYTES] for end in ends]


def _or(work: Callable[[Any], tuple[Any, ...]], nothing: tuple[Any, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """A function that does `work`, and gives `nothing` for what isn't plain."""

    def done(meaning: Any) -> tuple[Any, ...]:  # noqa: ANN401 - of several columns
        try:
            return work(meaning)
        except NOT_PLAIN:
            return nothing

    return done


class KnownBy(NamedTuple):
    """What rows are known by, one behind the other; of rows with numbers their gists; and the
    places of those that aren't plain after all.
    """

    identities: bytes
    gists: bytes
    not_plain: frozenset[int]


class PlainIdentities:
    """What the plain rows of one table are known by."""

    def __init__(self, title: str, closed_until: str) -> None:
        self._title, self._closed_until = f"\n{text.key(title)}".encode(), closed_until
        works: tuple[Callable[[Any], tuple[Any, ...]], ...] = (
            self._day,
            self._who,
            self._place,
            self._goods,
            self._number,
            self._note,
        )
        self._columns = [
            ByNumber(len(nothing), _or(work, nothing)) for work, nothing in zip(works, _NOTHING, strict=True)
        ]
        self._odd: list[set[int]] = [set() for _work in works]
        """By column, the numbers of the cells that aren't plain after all."""

    def of(self, plain: Plain) -> KnownBy:
        """What each row is known by: its number, where it has one of its own, with its gist, else all that it says."""
        day, who, _, where, before, behind, purpose, number, note = self._parts(plain)
        if plain.numbers is None:
            identities, gists = _digests(zip(day, who, where, note, before, number, behind, strict=True)), b""
        else:
            identities = _digests((each.encode(),) for each in plain.numbers)
            gists = _digests(zip(day, before, number, purpose, strict=True))
        odd = (
            place for of, numbers in zip(self._odd, plain.cells, strict=True) if of
            for place, number in enumerate(numbers) if number in of
        )  # fmt: skip
        return KnownBy(identities, gists, frozenset(odd))

    def before(self, plain: Plain) -> bytes:
        """What rows without numbers were known by to versions that didn't tell parties apart by an s; b"" where that is the same."""
        names, before_names = self._columns[_WHO].parts
        self._learn(_WHO, plain.means.parties)
        if names == before_names:
            return b""
        day, _, who, where, before, behind, _, number, note = self._parts(plain)
        return _digests(zip(day, who, where, note, before, number, behind, strict=True))

    def _parts(self, plain: Plain) -> list[Iterable[bytes]]:
        """What the cells of each row are counted as, column by column."""
        self._has_date = plain.has_date
        parts: list[Iterable[bytes]] = []
        for place, (means, numbers) in enumerate(zip(plain.means, plain.cells, strict=True)):
            self._learn(place, means)
            parts += [map(part.__getitem__, numbers) for part in self._columns[place].parts]
        return parts

    def _learn(self, place: int, means: list[Any]) -> None:
        """Know the cells of that column."""
        column, odd = self._columns[place], self._odd[place]
        first, said = column.follow(means), column.parts[0]
        if not first:
            odd.clear()
        odd.update(number for number in range(first, len(said)) if said[number] is _NOT_SAID)

    def _day(self, day: PlainDay) -> tuple[bytes, ...]:
        said = day.day.isoformat()
        if said <= self._closed_until:  # whether it may go there is for the careful way to ask
            raise NotPlain
        return (f"{day.type}{BETWEEN}{said}{BETWEEN}".encode(),)

    def _who(self, parties: Mapping[Role, tuple[str, ...]]) -> tuple[bytes, ...]:
        roles = roles_said.roles_said_once(parties)
        said = _roles(roles)
        return said, _roles(roles_said.roles_said_before(parties)) if any(":=" in role for role in roles) else said

    def _place(self, place: Place | None) -> tuple[bytes, ...]:
        where = said_itself(place)
        return (f"{'' if where is None else f'{where.city}{BETWEEN}{where.county}'}{BETWEEN}".encode(),)

    def _goods(self, goods: PlainGoods) -> tuple[bytes, ...]:
        before, behind = drafts.around_number(goods.line)
        behind_all = behind.encode() + (b"" if self._has_date else self._title)
        return before.encode(), behind_all, drafts.purpose_said(goods.line).encode()

    def _number(self, number: PlainNumber) -> tuple[bytes, ...]:
        return (b"%d/%d" % number.number.as_integer_ratio(),)

    def _note(self, note: str | None) -> tuple[bytes, ...]:
        noted = drafts.noted(note) if note else ""
        return (f"{noted}{BETWEEN}{BETWEEN}".encode(),)


def _roles(said: list[str]) -> bytes:
    return "".join(f"{role}{BETWEEN}" for role in said).encode()


def _digests(said: Iterable[tuple[bytes, ...]]) -> bytes:
    """Of each row that says this, one behind the other."""
    return b"".join([blake2b(each, digest_size=IDENTITY_BYTES).digest() for each in map(b"".join, said)])
