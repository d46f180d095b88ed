"""By which other numbers the book may know a payment: a table's, a bill's, or one that somebody wrote into a note."""

import re
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from donations.domain.amount import MONEY
from donations.domain.entry import Draft
from donations.importers.table import Record
from donations.services.importing import drafts, short_numbers
from donations.store import imports, journal, payments
from donations.store.bulk import plain

_TABLE = "table"
_BILLS = ("wechat", "alipay")
_OF_PAYMENT = re.compile(r"[0-9]{16,}")
"""WeChat's and Alipay's numbers are at least this long, and no two payments share one."""
_IN_NOTE = re.compile(r"(?<![0-9A-Za-z_])[0-9]{16,}(?![0-9A-Za-z_])")
_PIECE, _PART = re.compile(r"[；;\n]"), re.compile(r"[，,、。]")
"""What the columns of a row said stands in pieces of its note, each of its own words."""
_OWN = re.compile(
    r"(?:[^0-9]{0,20}(?:号码?|流水|id|no\.?|number)|(?:微信|支付宝|支付|转账|付款|收款|扫码|wechat|alipay|pay){0,4})\s{0,2}[:：#为是]?\s{0,2}([0-9]{16,})(?:\s.*)?",
    re.IGNORECASE,
)
"""A number by itself, or behind the word for such numbers: 微信支付订单号：4200…"""
_OF_ANOTHER = re.compile(
    r"上[次回一笔月个周年]|[前首]次|首笔|前一|此前|之前|第[一1][次笔]|原[来单订交付支]|补(?![录登记])|重[复付]|有效|另|关联|对应|多付|previous|duplicate|original",
    re.IGNORECASE,
)
"""What a note says where its number is that of the payment before, or of the one that counts."""
_OF_GIFTS = ("receipt", "relay")


def other_names(identity: str) -> list[str]:
    """What other sorts of paper call the payment that one calls so."""
    provider, _, number = identity.partition(":")
    if not _OF_PAYMENT.fullmatch(number):
        return []
    return [f"{other}:{number}" for other in (_BILLS if provider == _TABLE else (_TABLE,))]


def _own_in(note: str | None) -> Iterator[str]:
    """The numbers in a note that it says of the payment itself: of 上次4200… it is another's."""
    for piece in _PIECE.split(note or ""):
        if _IN_NOTE.search(piece) and not _OF_ANOTHER.search(piece):
            yield from (found[1] for part in _PART.split(piece) if (found := _OWN.fullmatch(part.strip())))


def without_numbers(given: tuple[Draft, ...]) -> tuple[Draft, ...] | None:
    """The drafts as versions read them that passed over a second column of numbers, and put none into the note; None where it says none."""
    notes = [_without_own(draft.note) for draft in given]
    if all(note == draft.note for note, draft in zip(notes, given, strict=True)):
        return None
    return tuple(replace(draft, note=note) for note, draft in zip(notes, given, strict=True))


def _without_own(note: str | None) -> str | None:
    """The note without its pieces that are nothing but the number of the payment: 支付宝单号：20240301220014."""
    pieces = (note or "").split("；")
    return "；".join(piece for piece in pieces if not _OWN.fullmatch(piece.strip())) or None


def _said_in_notes(record: Record) -> list[str]:
    """What bills call the payment of a row, by the numbers that its notes say."""
    said = [number for draft in record.drafts for number in _own_in(draft.note)]
    return [f"{bill}:{number}" for number in said for bill in _BILLS]


def _is_gift_of_money(record: Record) -> bool:
    lines = [line for draft in record.drafts for line in draft.lines if draft.type == "receipt"]
    return bool(lines) and all(line.quantity.item == MONEY for line in lines)


class Numbers:
    """Looks up payments by their numbers, however they came into the book."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._noted: dict[str, list[int]] | None = None
        self._names: dict[bytes, str] | None = None

    def forget(self) -> None:
        """Other notes may stand in the book by now."""
        self._noted = self._names = None

    def payment(self, identity: str) -> Sequence[int]:
        """The entries that papers brought of the payment that a bill calls so."""
        return self._known(identity) or self._elsewhere(identity)

    def elsewhere(self, record: Record, met: Collection[int]) -> Sequence[int]:
        """The entries of a gift of money that another sort of paper brought under the number of the row, or whose note, or
        the row's own, says the number by which the other knows the payment: a platform numbers its orders besides.
        `met`: as `said_in_note` has it.
        """
        if record.identity is None or not _is_gift_of_money(record):
            return ()  # goods of one order bear its number too
        return self._elsewhere(record.identity) or self._by_notes(record, record.identity, met)

    def _by_notes(self, record: Record, identity: str, met: Collection[int]) -> Sequence[int]:
        if identity.partition(":")[0] in _BILLS:
            return [entry for entry in self.noted(identity) if self._is_gift(record, entry)]
        return self.said_in_note(record, met)

    def said_in_note(self, record: Record, met: Collection[int]) -> Sequence[int]:
        """The entries of a bill's payment whose number the note of a gift in a table says, and that is as much.

        `met`: those that other rows of the file were found to be; one payment is one gift, whoever else names its number.
        """
        if not _is_gift_of_money(record):
            return ()
        found = (entry for name in _said_in_notes(record) for entry in self._known(name) if entry not in met)
        return [entry for entry in found if short_numbers.has_its_amounts(self._connection, record, entry)]

    def names_said(self, record: Record) -> Sequence[bytes]:
        """What a bill's payment is known by whose number the note of a row of a table says."""
        is_of_bill = (record.identity or "").partition(":")[0] in _BILLS
        return [] if is_of_bill else [drafts.digest(name) for name in _said_in_notes(record)]

    def _is_gift(self, record: Record, entry: int) -> bool:
        """Whether an entry in whose note the number stands is that gift, and was not taken back. Notes name payments for other reasons
        too; what a bill brought has a number of its own, so that its words speak of another.
        """
        connection = self._connection
        if journal.reversal_of(connection, entry) is not None or payments.is_of_bill(connection, entry):
            return False
        booked = journal.read(connection, entry)
        is_gift = booked.type in _OF_GIFTS and all(line.item.label == MONEY for line in booked.lines)
        is_own = (record.identity or "").partition(":")[2] in _own_in(booked.note)
        return is_gift and is_own and short_numbers.has_its_amounts(connection, record, entry)

    def said_elsewhere(self, numbers: Sequence[str]) -> set[int]:
        """The places of those of the numbers under which another sort of paper brought anything."""
        names = [(place, drafts.digest(name)) for place, number in enumerate(numbers) for name in other_names(number)]
        if not names:
            return set()
        digests = b"".join(digest for _place, digest in names)
        return {names[found][0] for found in plain.known_by(self._connection, digests, len(names), plain.LAST)}

    def _known(self, identity: str) -> Sequence[int]:
        return imports.entries_known_by(self._connection, drafts.digest(identity))

    def _elsewhere(self, identity: str) -> Sequence[int]:
        return [entry for other in other_names(identity) for entry in self._known(other)]

    def noted(self, identity: str) -> Sequence[int]:
        """The entries in whose notes somebody wrote the number of the payment."""
        if self._noted is None:
            self._noted = {}
            for entry, note in imports.notes_with_numbers(self._connection):
                for noted in set(_IN_NOTE.findall(note)):
                    self._noted.setdefault(noted, []).append(entry)
        return self._noted.get(identity.partition(":")[2], ())

    def noted_as(self, name: bytes) -> Sequence[int]:
        """The same of a payment of a bill of which only the digest is kept."""
        if self._names is None:
            self.noted("")
            self._names = {drafts.digest(f"{bill}:{number}"): number for number in self._noted or () for bill in _BILLS}
        return self.noted(f":{self._names[name]}") if name in self._names else ()
