"""Entries with parties and one exact amount each, put together column by column and sealed in their order."""

from binascii import hexlify
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from json.encoder import encode_basestring as quoted
from typing import TYPE_CHECKING, NamedTuple

from donations.store.bulk import evidence, plain
from donations.store.bulk.amounts import Sums
from donations.store.bulk.bulk import Bulk
from donations.store.bulk.evidence import PartyRow
from donations.store.bulk.plain import EVEN_NUMBER
from donations.store.bulk.tables import Act
from donations.store.journal import LineValues

if TYPE_CHECKING:
    from array import array


class Head(NamedTuple):
    """What stands at the head of entries of one sort, day and place: its number, what the chain covers of it, its sums' place."""

    number: bytes
    covered: bytes
    place: int


class Party(NamedTuple):
    """Who stands in entries: of the first the numbers of the recorded name and of the role; what the chain covers of all; the others."""

    name: bytes
    role: bytes
    covered: bytes
    others: tuple[PartyRow, ...]


class Goods(NamedTuple):
    """What the lines of one item have in common: its number, what the chain covers around their amounts and words, its sums."""

    number: bytes
    before: bytes
    behind: bytes
    end: bytes
    sums: Sums


class PlainEntries(NamedTuple):
    """Entries in their order, column by column: the fields of their heads, parties and goods; their amounts, and the digits they
    were written in, each also as the chain covers it and as cells; the paper's rows, and what these are known by.
    """

    heads: tuple[Sequence[bytes], Sequence[bytes], Sequence[int]]
    parties: tuple[Sequence[bytes], Sequence[bytes]]
    """But for their roles and the others."""
    roles: Sequence[bytes] | None
    """None where they have one role."""
    others: Sequence[tuple[PartyRow, ...]] | None
    """None where one stands in each of them."""
    goods: tuple[Sequence[bytes], Sequence[bytes], Sequence[bytes], Sequence[bytes], Sequence[Sums]]
    amounts: tuple[Sequence[int], Sequence[bytes], Sequence[bytes]]
    digits: tuple[Sequence[bytes], Sequence[bytes]] | None
    """None where they are the amounts themselves."""
    notes: Sequence[bytes | None]
    rows: Sequence[int]
    identities: bytes
    is_numbered: bool
    """Whether they are known by transaction numbers of their own."""


class PlainWriter:
    """Appends such entries to those that are being appended."""

    def __init__(self, bulk: Bulk) -> None:
        self._bulk = bulk
        self._roles: dict[str, bytes] = {}
        self.has_several = False
        """Whether in some entries more than one stands."""

    def _part(self, table: str, *values: object) -> bytes:
        """Note what many entries have in common; gives its number."""
        number = self._bulk.next_part()
        self._bulk.tell(table, (number, *values))
        return EVEN_NUMBER % number

    def head(self, sort: str, day: str, place: tuple[str | None, str | None]) -> Head:
        """The head of entries of that sort."""
        covered = self._bulk.covered.head(evidence.Head(sort, day, *place), self._bulk.moment)
        number = self._part("plain_head", sort, day, *place)
        return Head(number, covered.encode(), self._bulk.amounts.place_of(int(number)))

    def party(self, parties: tuple[PartyRow, ...]) -> Party:
        """The parties of entries, in the order of the chain."""
        role, _position, name = parties[0]
        self.has_several |= len(parties) > 1
        number = self._roles.get(role)
        if number is None:
            number = self._roles[role] = self._part("plain_role", role)
        return Party(EVEN_NUMBER % name, number, b",%b,[[1" % self._bulk.covered.parties(parties).encode(), parties[1:])

    def goods(self, line: LineValues, words: tuple[str, str]) -> Goods:
        """What has no amount yet; `words`: what is written before and behind its digits."""
        item, flow, _minor, certainty, *_values, store, purpose, _recipient, _batch, _expires, _written = line
        before, behind = self._bulk.covered.kind((item, flow, certainty, store, purpose, False))
        begin, end = (quoted(word)[1:-1] for word in words)
        number = self._part("plain_goods", item, flow, store, purpose, *words)
        return Goods(
            number,
            before.encode(),
            f'{behind}"{begin}'.encode(),
            f'{end}"]]]'.encode(),
            self._bulk.amounts.of_goods(int(number)),
        )

    @property
    def has_one_role(self) -> bool:
        """Whether all parties so far have one role."""
        return len(self._roles) == 1

    def add(self, entries: PlainEntries, acts: Sequence[tuple[int, Act]] = ()) -> None:
        """Append the entries in their order, and each of the acts before the entry at its place."""
        bulk, many, first = self._bulk, len(entries.rows), self._bulk.last + 1
        _heads, head_covered, places = entries.heads
        _names, party_covered = entries.parties
        _goods, before, behind, end, sums = entries.goods
        minors, minors_said, _cells = entries.amounts
        if not bulk.amounts.has_room(minors):
            bulk.hand_each_amount_over()
        bulk.amounts.add(first, sums, places, minors)
        said = zip(
            map(b"\n[%d".__mod__, range(first, first + many)), head_covered, bulk.committed(first, entries.notes),
            party_covered, before, minors_said, behind, minors_said if entries.digits is None else entries.digits[0], end,
            strict=False,
        )  # fmt: skip
        stage = bulk.plain
        stage.counted["number"].extend(range(first, first + many))
        digests = self._chained(map(b"".join, said), many, acts, stage.counted["link"])
        self._stage(entries, digests)
        bulk.last += many
        if stage.many >= plain.BATCH:
            bulk.pass_on()

    def _stage(self, entries: PlainEntries, digests: list[bytes]) -> None:
        """Keep the cells of the entries until they are written."""
        stage = self._bulk.plain
        stage.counted["row"].extend(entries.rows)
        stage.is_numbered = entries.is_numbered
        if entries.others is not None:
            first = self._bulk.last + 1
            self._bulk.add_others(
                (number, *party) for number, others in enumerate(entries.others, first) for party in others
            )
        many, minors = len(digests), b"".join(entries.amounts[2])
        if entries.roles is None:
            [role] = self._roles.values()
            stage.roles.add(role)
            stage.cells["role"].append(role * many)
        else:
            stage.roles.update(entries.roles)
            stage.cells["role"].append(b"".join(entries.roles))
        for column, told in (
            ("head", entries.heads[0]), ("name", entries.parties[0]), ("goods", entries.goods[0]), ("digest", digests),
        ):  # fmt: skip
            stage.cells[column].append(b"".join(told))
        stage.cells["minor"].append(minors)
        stage.cells["digits"].append(minors if entries.digits is None else b"".join(entries.digits[1]))
        stage.cells["identity"].append(entries.identities)

    def _chained(
        self, said: Iterator[bytes], many: int, acts: Sequence[tuple[int, Act]], links: "array[int]"
    ) -> list[bytes]:
        """The digests of `many` entries, whose links are added to `links`; each act is sealed before the entry at its place."""
        bulk, begun = self._bulk, 0
        digests: list[bytes] = []
        add, digest = digests.append, bulk.digest.encode()
        for place, act in (*acts, (many, None)):
            for each in islice(said, place - begun):
                digest = hexlify(sha256(digest + each).digest())
                add(digest)
            links.extend(range(bulk.link + 1, bulk.link + 1 + place - begun))
            bulk.link, begun = bulk.link + place - begun, place
            if act is not None:
                digest = bulk.seal_act(act, digest)
        bulk.digest = digest.decode()
        return digests
