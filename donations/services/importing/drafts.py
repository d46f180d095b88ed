"""What a row says, turned into what the book keeps of it, and into what it is known by wherever it comes again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.addresses import said_itself
from donations.domain.amount import Amount, Certainty
from donations.domain.entry import LEAVING, Draft, DraftLine, Flow, Line, Role
from donations.services import recording
from donations.services.importing.names import Names
from donations.services.importing.roles_said import forget_roles, roles_said, roles_said_before
from donations.store.bulk.evidence import Head, PartyRow, in_order
from donations.store.journal import LineValues, line_values
from donations.store.stock import Pile

IDENTITY_BYTES = 16
BETWEEN = "\x1f"
_REMEMBERED = 50_000


class Understood(NamedTuple):
    """A draft with every name looked up and every quantity exact, as the book keeps it."""

    head: Head
    parties: tuple[PartyRow, ...]
    lines: tuple[LineValues, ...]
    note: str | None
    consent: str | None


def digest(said: str) -> bytes:
    """What a row that says this is known by."""
    return blake2b(said.encode(), digest_size=IDENTITY_BYTES).digest()


class Drafts:
    """Understands drafts with the names of one import; keeps which piles something is taken from."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self.touched: set[Pile] = set()
        """By the numbers that items were recorded under."""
        self.forget()

    def forget(self) -> None:
        """Ask the book again: what was looked up may have been rolled back."""
        self._joint: dict[tuple[str, ...], tuple[Role, tuple[PartyRow, ...]]] = {}
        self._places: dict[tuple[PartyRow, ...], tuple[str | None, str | None]] = {}
        forget_roles()

    def touch(self, lines: Iterable[Line]) -> None:
        """Keep from which piles these lines take."""
        self.touched.update(Pile(line.item.number, line.store, line.purpose) for line in lines)

    # --- what the book keeps

    def understood(self, draft: Draft) -> Understood:
        """The draft as the book keeps it. Raises BadInput and its kin where the book can't."""
        parties = self.parties(draft.parties)
        if draft.value is not None and len(draft.lines) != 1:
            raise errors.ValueForSeveral(count=len(draft.lines))
        lines = tuple([self.line(draft, line) for line in draft.lines])
        if draft.paid_from_book:
            lines += self._payment(lines)
        place = draft.place
        city, county = (place.city, place.county) if place is not None else self.place_of(parties)
        role = parties[0][0] if parties else None
        head = Head(draft.type, draft.date.isoformat(), city, county, draft.reason, None, None, role)
        note = draft.note and noted(draft.note)
        return Understood(head, parties, lines, note or None, draft.consent)

    def check(self, draft: Draft) -> None:
        """Raises what `understood` would, and registers nobody and nothing."""
        for names in draft.parties.values():
            for name in names:
                self._names.check_party(name)
        for line in draft.lines:
            self._names.check(line.quantity)
            if line.quantity.price is not None or draft.value is not None:
                recording.worth(draft, line.quantity)

    def parties(self, parties: Mapping[Role, tuple[str, ...]]) -> tuple[PartyRow, ...]:
        """Who stands in an entry, in the order of the chain."""
        if len(parties) != 1:
            return self.looked_up(parties)
        [(role, names)] = parties.items()
        known = self._joint.get(names)
        if known is not None and known[0] is role:
            return known[1]
        found = self._in_role(role, names)
        if len(self._joint) > _REMEMBERED:
            self._joint.clear()
        self._joint[names] = role, found
        return found

    def looked_up(self, parties: Mapping[Role, tuple[str, ...]]) -> tuple[PartyRow, ...]:
        """As `parties`, without the memory of joint names: for callers that keep the result themselves."""
        return in_order(tuple(row for role, names in parties.items() for row in self._in_role(role, names)))

    def _in_role(self, role: Role, names: tuple[str, ...]) -> tuple[PartyRow, ...]:
        if len(names) == 1:
            return ((role.value, 1, self._names.party(names[0])),)
        numbers = dict.fromkeys(self._names.party(name) for name in names)
        return tuple((str(role), position, number) for position, number in enumerate(numbers, 1))

    def place_of(self, parties: tuple[PartyRow, ...]) -> tuple[str | None, str | None]:
        """Where they are, if they all are there."""
        found = self._places.get(parties)
        if found is None:
            if len(self._places) > _REMEMBERED:
                self._places.clear()
            found = self._places[parties] = self.common_place(parties)
        return found

    def common_place(self, parties: tuple[PartyRow, ...]) -> tuple[str | None, str | None]:
        """As `place_of`, without a memory: for callers that keep the result themselves."""
        if len(parties) == 1 and parties[0][0] in _PLACED:
            return self._names.place_of(parties[0][2])
        named: dict[Role, tuple[int, ...]] = {}
        for role, _position, name in parties:
            named[Role(role)] = (*named.get(Role(role), ()), name)
        return recording.common_place(named, self._names.place_of)

    def line(self, draft: Draft | None, line: DraftLine) -> LineValues:
        """A line of the draft as the book keeps it; without a draft there is no value to it."""
        quantity = line.quantity
        item, minor = self._names.amount(quantity)
        assert not line.counted, "a count is no paper"
        value = value_certainty = basis = None
        if draft is not None and (quantity.price is not None or draft.value is not None):
            worth = recording.worth(draft, quantity)
            if worth is not None:
                value, value_certainty, basis = worth.minor, str(worth.certainty), worth.basis
        store, purpose = self._names.store(line.store), self._names.purpose(line.purpose)
        if line.flow in _TAKING:
            self.touched.add(Pile(item.number, store, purpose))
        certainty = "unknown" if minor is None else str(quantity.certainty)
        return (
            item.number, str(line.flow), minor, certainty, value, value_certainty, basis, None, store, purpose, None,
            line.batch, None if line.expires_on is None else line.expires_on.isoformat(), quantity.written,
        )  # fmt: skip

    def _payment(self, lines: tuple[LineValues, ...]) -> tuple[LineValues, ...]:
        """What the goods cost, as money leaving the book."""
        known = [(line[4], line[5]) for line in lines if line[4] is not None]
        if not known:
            return ()
        certainty = Certainty.ABOUT if any(sure == Certainty.ABOUT for _minor, sure in known) else Certainty.EXACT
        money = self._names.money()
        paid = Line(
            Amount(sum(minor for minor, _sure in known if minor is not None), money, certainty),
            Flow.SPENT,
            purpose=lines[0][9],
        )
        self.touched.add(Pile(money.number, paid.store, paid.purpose))
        return (line_values(paid),)


_TAKING = frozenset(LEAVING)
_PLACED = frozenset(map(str, recording.PLACED))


@lru_cache(maxsize=4096)
def noted(note: str) -> str:
    """The note as the book keeps it."""
    return text.note(note)


# --- what a row is known by


def content(drafts: tuple[Draft, ...], title: str | None) -> bytes:
    """What a row without a number of its own is known by: what it says, however it is written.

    `title`: the words above its table, where the row doesn't say its date itself.
    """
    return _content([_said(draft, roles_said(draft.parties)) for draft in drafts], title)


def content_before(drafts: tuple[Draft, ...], title: str | None) -> bytes:
    """As `content`, as it stands in books that were written when an English plural told no two parties apart."""
    return _content([_said(draft, roles_said_before(draft.parties)) for draft in drafts], title)


def are_named_otherwise(drafts: tuple[Draft, ...]) -> bool:
    """Whether `content_before` of them is another than `content`."""
    return any(roles_said(draft.parties) != roles_said_before(draft.parties) for draft in drafts)


def _content(said: list[str], title: str | None) -> bytes:
    if title is not None:
        said.append(text.key(title))
    return digest("\n".join(said))


def without_lots(drafts: tuple[Draft, ...]) -> tuple[Draft, ...] | None:
    """The drafts as versions read them that knew no batch and no expiry; None where they say neither."""
    if all(line.batch is None and line.expires_on is None for draft in drafts for line in draft.lines):
        return None
    return tuple(
        replace(draft, lines=tuple(replace(line, batch=None, expires_on=None) for line in draft.lines))
        for draft in drafts
    )


def gist(drafts: tuple[Draft, ...], *, of_purposes: bool = True) -> bytes:
    """What tells two rows apart that bear one number: a digest of their days, goods, lots, amounts and purposes, whoever they name.

    Without purposes it is what books have of it that were written when these told no rows apart.
    """
    return digest("".join(_gist(draft, of_purposes=of_purposes) for draft in drafts))


def _gist(draft: Draft, *, of_purposes: bool) -> str:
    lines = "".join(
        f"{around_number(line)[0]}{_number_said(line)}{purpose_said(line) if of_purposes else ''}{_lot_said(line)}"
        for line in draft.lines
    )
    return f"{draft.type}{BETWEEN}{draft.date.isoformat()}{BETWEEN}{lines}"


def own(number: str, gist: bytes) -> bytes:
    """What a row is known by whose number another row has too, and which is told from that by its gist."""
    return digest(f"{number} {gist.hex()}")


def own_before(number: str, drafts: tuple[Draft, ...]) -> bytes:
    """As `own`, as it stands in books that were written when only day, items and amounts told rows apart."""
    said = [
        (draft.type, draft.date, [(line.quantity.item, line.quantity.number) for line in draft.lines])
        for draft in drafts
    ]
    return digest(f"{number} {int.from_bytes(digest(repr(said))) or 1}")


def _said(draft: Draft, roles: list[str]) -> str:
    lines = [_line_said(line) for line in draft.lines]
    where = said_itself(draft.place)
    place = "" if where is None else f"{where.city}{BETWEEN}{where.county}"
    note = noted(draft.note) if draft.note else ""
    value = "" if draft.value is None else f"{draft.value[0]} {draft.value[1]}"
    return BETWEEN.join((draft.type, draft.date.isoformat(), *roles, place, note, value, *lines))


def _line_said(line: DraftLine) -> str:
    before, behind = around_number(line)
    return f"{before}{_number_said(line)}{behind}"


def _number_said(line: DraftLine) -> str:
    number = line.quantity.number
    said, each = (None, 1) if number is None else number.as_integer_ratio()
    return f"{said}/{each}"


def around_number(line: DraftLine) -> tuple[str, str]:
    """What a row is known by of a line, before and behind its number."""
    quantity = line.quantity
    before = _goods_said(quantity.item, quantity.specification, quantity.unit)
    behind = f"{BETWEEN}{quantity.certainty}{BETWEEN}{line.flow}"
    if line.store is not None or line.purpose is not None or line.batch is not None or quantity.price is not None:
        price = quantity.price and f"{quantity.price.yuan}/{quantity.price.per}/{quantity.price.whole}"
        behind = BETWEEN.join((behind, line.store or "", line.purpose or "", line.batch or "", price or ""))
    return before, behind if line.expires_on is None else f"{behind}{BETWEEN}{line.expires_on.isoformat()}"


def has_purpose(drafts: tuple[Draft, ...]) -> bool:
    """Whether the drafts are for a purpose, or a part of them is."""
    return any(line.purpose is not None for draft in drafts for line in draft.lines)


def purpose_said(line: DraftLine) -> str:
    """What tells parts of one payment apart that are for different purposes, and nothing of a line that is for none."""
    return "" if line.purpose is None else f"{BETWEEN}{BETWEEN}{BETWEEN}{text.key(line.purpose)}"


def _lot_said(line: DraftLine) -> str:
    """What tells lots apart, and nothing of a line that is of none."""
    said = line.batch or "", line.expires_on.isoformat() if line.expires_on is not None else ""
    return f"{BETWEEN}{BETWEEN.join(said)}" if any(said) else ""


@lru_cache(maxsize=4096)
def _goods_said(item: str, specification: str | None, unit: str | None) -> str:
    return f"{text.key(item)}{BETWEEN}{text.key(specification or '')}{BETWEEN}{unit}{BETWEEN}"
