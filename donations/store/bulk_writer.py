"""Entries with one party and one exact amount each, put together column by column and sealed in their order."""

from binascii import hexlify
from collections.abc import Sequence
from hashlib import sha256
from itertools import repeat
from json.encoder import encode_basestring as quoted
from typing import NamedTuple

from donations.store import bulk_evidence, bulk_plain
from donations.store.bulk import Bulk
from donations.store.bulk_amounts import Sums
from donations.store.bulk_evidence import PartyRow
from donations.store.bulk_plain import EVEN_NUMBER, cells_of
from donations.store.bulk_tables import Act
from donations.store.journal import LineValues


class Head(NamedTuple):
    """What stands at the head of entries of one sort, day and place: its number, and what the chain covers of it."""

    number: bytes
    covered: bytes
    sums: Sums


class Party(NamedTuple):
    """Who stands in entries: the numbers of the recorded name and of the role, and what the chain covers of it."""

    name: bytes
    role: bytes
    covered: bytes


class Goods(NamedTuple):
    """What the lines of one item have in common: its number, what the chain covers around their amounts and words, its sums' place."""

    number: bytes
    before: bytes
    behind: bytes
    end: bytes
    place: int


class PlainEntries(NamedTuple):
    """Entries in their order, column by column; the last are the paper's rows, and what these are known by."""

    heads: Sequence[Head]
    parties: Sequence[Party]
    goods: Sequence[Goods]
    minors: Sequence[int]
    digits: Sequence[str]
    notes: Sequence[str | None]
    rows: Sequence[int]
    identities: Sequence[bytes]


class PlainWriter:
    """Appends such entries to those that are being appended."""

    def __init__(self, bulk: Bulk) -> None:
        self._bulk = bulk
        self._roles: dict[str, bytes] = {}

    def _part(self, table: str, *values: object) -> bytes:
        """Note what many entries have in common; gives its number."""
        number = self._bulk.next_part()
        self._bulk.tell(table, (number, *values))
        return EVEN_NUMBER % number

    def head(self, sort: str, day: str, place: tuple[str | None, str | None]) -> Head:
        """The head of entries of that sort."""
        covered = self._bulk.covered.head(bulk_evidence.Head(sort, day, *place), self._bulk.moment)
        number = self._part("plain_head", sort, day, *place)
        return Head(number, covered.encode(), self._bulk.amounts.of_head(int(number)))

    def party(self, party: PartyRow) -> Party:
        """The only party of entries."""
        role, _position, name = party
        number = self._roles.get(role)
        if number is None:
            number = self._roles[role] = self._part("plain_role", role)
        return Party(EVEN_NUMBER % name, number, b",%b,[[1" % self._bulk.covered.parties((party,)).encode())

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
            self._bulk.amounts.place_of(int(number)),
        )

    def add(self, entries: PlainEntries, acts: Sequence[tuple[int, Act]] = ()) -> None:
        """Append the entries in their order, and each of the acts before the entry at its place."""
        bulk, many = self._bulk, len(entries.rows)
        if not bulk.amounts.has_room(entries.minors):
            bulk.hand_each_amount_over()
        stage, first = bulk.plain.columns, bulk.last + 1
        numbers, minors = cells_of(range(first, first + many)), cells_of(entries.minors)
        digits = [digits.encode() for digits in entries.digits]
        head, head_covered, sums = zip(*entries.heads, strict=True)
        name, role, party_covered = zip(*entries.parties, strict=True)
        goods, before, behind, end, places = zip(*entries.goods, strict=True)
        bulk.amounts.add(first, sums, places, entries.minors)
        notes = bulk.committed(first, entries.notes)
        said = zip(
            repeat(b"\n["), numbers, head_covered, notes, party_covered, before, minors, behind, digits, end,
            strict=False,
        )  # fmt: skip
        links, digests = self._chained(list(map(b"".join, said)), acts)
        columns = {
            "number": numbers, "link": links, "head": head, "role": role, "name": name, "goods": goods, "minor": minors,
            "row": cells_of(entries.rows), "digits": digits, "digest": digests, "identity": entries.identities,
        }  # fmt: skip
        for column, cells in columns.items():
            stage[column] += cells
        bulk.last += many
        if bulk.plain.many >= bulk_plain.BATCH:
            bulk.pass_on()

    def _chained(self, said: list[bytes], acts: Sequence[tuple[int, Act]]) -> tuple[list[bytes], list[bytes]]:
        """The links of the entries and their digests; each act is sealed before the entry at its place."""
        bulk, begun = self._bulk, 0
        links: list[bytes] = []
        digests: list[bytes] = []
        add, digest = digests.append, bulk.digest.encode()
        for place, act in (*acts, (len(said), None)):
            for each in said[begun:place]:
                digest = hexlify(sha256(digest + each).digest())
                add(digest)
            links += cells_of(range(bulk.link + 1, bulk.link + 1 + place - begun))
            bulk.link, begun = bulk.link + place - begun, place
            if act is not None:
                digest = bulk.seal_act(act, digest)
        bulk.digest = digest.decode()
        return links, digests
