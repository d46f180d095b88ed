"""What other papers said before of a refund: the row of its payment, which says a sum, or another sort of bill, by a row."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import NamedTuple

from donations.services.importing import drafts as import_drafts
from donations.store import payments
from donations.store.bulk.bulk import Bulk
from donations.store.payments import Returned

_MERCHANTS = frozenset({"wechat_merchant", "wechat_account", "alipay_trades", "alipay_account"})
"""Bills of a merchant: they number a refund alike, so that one of them knows it by what another brought."""
_CHINA = timedelta(hours=8)
"""Bills say the time of China; when they were imported stands in UTC."""


class Refund(NamedTuple):
    """A row that gives back a payment: the table and the payment, what both are known by, the day, and how much."""

    source: int
    payment: int
    identity: bytes
    of: bytes
    day: date
    minor: int


def part(identity: bytes, said: str) -> bytes:
    """What a payment's row, known by `identity`, is known by besides for what it said was given back."""
    return import_drafts.digest(f"{identity.hex()} given back {said}")


class SaidBefore:
    """Compares refunds that come with rows of their own with what the book has of the same payment."""

    def __init__(self, bulk: Bulk) -> None:
        self._bulk = bulk
        self._met: Counter[tuple[int, str]] = Counter()
        """How much of what the row of a payment says was given back rows of refunds have said again, in each sort of bill."""
        self._covered: set[bytes] = set()
        """The refunds that it said whole, by what they are known by."""
        self._alike: Counter[tuple[int, int, date, int]] = Counter()

    def mark(self) -> None:
        """Remember how far it is, to come back to."""
        self._marked = Counter(self._met), set(self._covered), Counter(self._alike)

    def go_back(self) -> None:
        """Forget what was met since `mark`."""
        self._met, self._covered, self._alike = self._marked

    def how_much_is_new(self, refund: Refund) -> int:
        """How much of a refund, that isn't known by its own number, no paper has said yet."""
        sort = _sort_of(payments.layout_of(self._bulk.connection, refund.source))
        stated, each = self._returns(refund)
        if refund.identity in self._covered or self._is_by_another(refund, sort, each):
            return 0
        is_spoken_of = any(_speaks_of(one, refund.day) for one in stated)
        by_payment = sum(one.minor for one in stated) if is_spoken_of else 0
        met = self._met[refund.payment, sort]
        new = max(0, refund.minor - max(0, by_payment - met))
        self._met[refund.payment, sort] = met + refund.minor - new
        if not new:
            self._covered.add(refund.identity)
        return new

    def _is_by_another(self, refund: Refund, sort: str, each: list[Returned]) -> bool:
        """Whether another sort of bill, which numbers refunds in its own way, brought this one: of the same day and amount.

        Of several alike in one table each is held against another one.
        """
        key = refund.source, refund.payment, refund.day, refund.minor
        self._alike[key] += 1
        alike = [one for one in each if (one.day, one.minor) == (refund.day.isoformat(), refund.minor)]
        return self._alike[key] <= sum(1 for one in alike if _sort_of(one.layout) != sort)

    def _returns(self, refund: Refund) -> tuple[list[Returned], list[Returned]]:
        """What went back by the word of the payment's own row, and by rows of refunds."""
        known_by = {payments.identity_of(self._bulk.connection, refund.payment), refund.of} - {None}
        before = 0
        stated: list[Returned] = []
        each: list[Returned] = []
        for one in payments.returns_of(self._bulk.connection, refund.payment):
            before += one.minor
            is_stated = any(identity and one.identity == part(identity, str(before)) for identity in known_by)
            (stated if is_stated else each).append(one)
        return stated, each


def _speaks_of(stated: Returned, day: date) -> bool:
    """Whether what was imported then can speak of that day."""
    return stated.imported_at is None or (datetime.fromisoformat(stated.imported_at) + _CHINA).date() >= day


def _sort_of(layout: str) -> str:
    return "merchant" if layout in _MERCHANTS else layout
