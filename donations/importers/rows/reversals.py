"""Rows of an account that take back another: red letters, what a bank put right (冲正), what came back to who paid it (退汇)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.nameless import KIND_PERSON
from donations.i18n import N_
from donations.importers.bills.payments import OF_NOTHING_BOOKED, OF_PAYMENT
from donations.importers.columns.columns import MONEY_IN, SPENDING, Column
from donations.importers.columns.own_names import is_payer
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import Deal
from donations.importers.table import Plain, Record, Slip, TakesBack
from donations.importers.words.account_givers import returned_to
from donations.importers.words.accounts import INTEREST, NEUTRAL, OTHER_INCOME, TAKEN_BACK, no_gift
from donations.importers.words.amount_marks import CURRENCY, MINUS
from donations.importers.words.cells import plain_number
from donations.importers.words.reversal_words import gives_back_a_gift, is_of_refunds, may_give_back, puts_right

WHO_STOOD_THERE = N_(
    "the name of who stood in the payment that this row takes back, as that row writes it; or take both rows out of the list"
)
ONE_PAYMENT = N_(
    "one amount of money, as of the payment that this row takes back; take both rows out of the list, or `donations reverse` takes back what was booked"
)
_CAME_BACK = pattern_of(r"退[款货还回捐]|\brefund|\breturned?\b", re.IGNORECASE)
"""What may be the contrary of a payment: where none is known, it is what it was taken for before."""
_NOT_YET = pattern_of("关闭|失败|取消|撤销|拒绝|待|等|处理中|进行中|申请|审核")
_FEE = pattern_of(r"\bfees?\b|手续费", re.IGNORECASE)
"""Chargeback Fee: what it cost that a payment was taken back."""
_DEPOSIT = pattern_of(r"押金|保证金|定金|订金|费|货")
"""What was paid back of these was no gift."""
_OF_BANKS = pattern_of(r"退[汇票]")
"""What a bank gives back to who paid, that is to say of what was spent."""
_FLOWS = {"receipt": Flow.REFUNDED, "expense": Flow.RETURNED}
_FIELDS = ("note", "purpose", "type", "direction")
_MARK = pattern_of(rf"^{CURRENCY}\s*|\s*(?:[a-z]{{3}}|[$€£])$", re.IGNORECASE)
_SIDES = {"money": "spent", "spent": "money"}
_Payment = tuple[str, frozenset[str], tuple[tuple[Fraction | None, str | None], ...]]


class Contrary(NamedTuple):
    """A row read as the payment that it takes back."""

    row: dict[str, str]
    is_sure: bool
    """Whether it is nothing else: neither a gift nor spending where no such payment is known."""
    otherwise: str | None
    """Why it is neither, where it isn't sure and no such payment is known; None where it may be either."""
    is_red: bool
    """Whether it stands below zero on the side of the payment, so that totals of that side count it."""
    may_be_part: bool = False
    """Whether its words speak of what was given back, which may be less than the payment."""
    is_by_words: bool = False
    """Whether its words alone name who stood there: nobody was paid by that name, where there is no such payment."""

    def taken(self, record: Record, deal: Deal) -> tuple[Record, Deal | None]:
        """The record of such a row, from that of the payment; and what it adds to the totals of its side."""
        [payment, *others] = record.drafts
        if others or len(payment.lines) != 1 or payment.type not in _FLOWS or not payment.lines[0].quantity.is_money:
            return self.refused(record.row, [Slip(None, ONE_PAYMENT, payment.lines[0].quantity.written)]), None
        named = {name for names in payment.parties.values() for name in names}
        is_nameless = not named or (named == {KIND_PERSON} and not self.row.get("donor"))
        if is_nameless and (payment.type != "receipt" or not record.identity):
            return self.refused(record.row, [Slip(None, WHO_STOOD_THERE, payment.note or "")]), None
        less = deal._replace(
            money=-deal.money, quantity=-deal.quantity, sums={unit: -number for unit, number in deal.sums.items()}
        )
        if (refers := self.row.get("refers")) and payment.type == "receipt" and record.identity:
            return _by_number(record, refers), less if self.is_red else None
        return record._replace(
            drafts=_back(payment) if self.is_sure or self.otherwise else _spent(payment, is_named=not self.is_by_words),
            identity=record.identity and f"{record.identity} back",
            sums=less.sums if self.is_sure else {},
            otherwise=self.otherwise,
            takes_back=TakesBack(
                tuple(self._with_either(payment)),
                self.is_sure,
                self.may_be_part,
                record.identity,
                is_nameless,
                found=(_back(payment), less.sums),
            ),
        ), less if self.is_red else None

    def _with_either(self, payment: Draft) -> Iterator[Draft]:
        yield payment
        if (beside := self.row.get("beside")) and len(payment.parties) == 1:
            yield replace(payment, parties=dict.fromkeys(payment.parties, (beside,)))

    def refused(self, row: int, slips: Sequence[Slip]) -> Record:
        """The record of such a row that can't be taken: what else it is, where it may be anything else."""
        return Record(row, ignored=self.otherwise, slips=() if self.otherwise else tuple(slips))


def _by_number(record: Record, payment: str) -> Record:
    """The record of such a row that says which payment it takes back, or a part of it, by that one's own number."""
    return record._replace(
        drafts=_back(record.drafts[0]),
        identity=f"{record.identity} back",
        sums={},
        gives_back=f"table:{payment}",
        otherwise=OF_NOTHING_BOOKED,
    )


def contrary_of(row: Mapping[str, str], sort: str, columns: Sequence[Column]) -> Contrary | None:
    """The payment that a row of money takes back, by its own number or its words; None where it is no such row."""
    return _by_own_number(row, sort) or _by_words(row, sort, columns)


def _by_words(row: Mapping[str, str], sort: str, columns: Sequence[Column]) -> Contrary | None:
    """The same by its words: of its own side below zero, else of the other."""
    is_minus = bool(row.get("spent")) and any(column.signed for column in columns)
    is_red = is_minus or any(row.get(side, "")[:1] in MINUS for side in _SIDES)
    words = "，".join(row.get(field, "") for field in (*_FIELDS, "status") if is_red or field != "status")
    is_sure, came_back = _said(words)
    is_sure, is_refund = is_sure and not _FEE.search(words), is_of_refunds(row.get("type", ""))
    if sort == MONEY_IN and "spent" not in row and is_refund:
        size = row.get("money", "").lstrip("-+−－＋(（").rstrip(")）").strip()
        return Contrary({**row, "money": size}, True, None, True, not is_sure) if _size(size) else None
    may_be = is_sure or is_refund or came_back or is_red or "退" in words or "返" in words
    if not may_be or sort not in (MONEY_IN, SPENDING) or no_gift(row) in (INTEREST, NEUTRAL):
        return None
    for side in _SIDES:
        if plain := _red(row.get(side, "")):
            is_back = is_sure or "spent" in row or came_back or bool(sort == MONEY_IN and row.get("donor"))
            is_part = not is_sure and (is_refund or came_back)
            return Contrary(_named({**row, side: plain}, side), True, None, True, is_part) if is_back else None
    side, other = next((sides for sides in _SIDES.items() if _size(row.get(sides[0], ""))), ("", ""))
    if not side:
        return None
    is_alone = is_sure and other not in row  # 冲正 in a list of what was spent alone, or given
    is_own = is_alone and (sort == SPENDING or (_are_gifts(columns) and not _OF_BANKS.search(words)))
    turned = dict(row) if is_own else _named({**row, other: row[side], side: ""}, other)
    is_open = side == "spent" and not is_own and not turned.get("donor")
    name = returned_to(row) if is_open else None
    turned = turned if name is None else {**turned, "donor": name}
    if is_sure or (side == "spent" and (is_refund or gives_back_a_gift(words))):
        return Contrary(turned, True, None, False, not is_sure)
    goes_back = is_minus and turned.get("donor") and _name_payers(columns) and may_give_back(words)
    otherwise = Contrary(turned, False, None, False) if goes_back else None
    return _came_back(row, turned, sort, is_by_words=name is not None) if came_back or name else otherwise


def _by_own_number(row: Mapping[str, str], sort: str) -> Contrary | None:
    """A refund of Alipay's that its own number, 2020…_R1, says the payment of, in a list of one's own: it is 不计收支 there."""
    found = OF_PAYMENT.fullmatch(row.get("number", "").strip())
    is_back = any("退款" in row.get(field, "") for field in (*_FIELDS, "status")) and not _NOT_YET.search(
        row.get("status", "")
    )
    size = row.get("money", "") or row.get("spent", "")
    if found is None or not is_back or sort != MONEY_IN or not _size(size):
        return None
    return Contrary({**row, "money": size, "spent": "", "refers": found[1]}, False, OF_NOTHING_BOOKED, False)


def _are_gifts(columns: Sequence[Column]) -> bool:
    """Whether a list says of whoever stands in it that they gave, and is no account."""
    return any(column.field == "donor" and "捐" in column.in_words for column in columns)


def _name_payers(columns: Sequence[Column]) -> bool:
    """Whether a list says of whoever stands in it that they paid, and names nobody else: what bears a minus went back to them."""
    return any(column.said.sense == "payer" and is_payer(column) for column in columns) and not any(
        column.field in ("supplier", "recipient") for column in columns
    )


def _came_back(row: Mapping[str, str], turned: dict[str, str], sort: str, *, is_by_words: bool) -> Contrary | None:
    """The payment that a row may take back by a word like 退款, which says as much of others."""
    if turned.get("spent"):
        return Contrary(turned, False, OTHER_INCOME, False) if no_gift(row) == OTHER_INCOME else None
    is_other = sort != MONEY_IN or not turned.get("donor") or _DEPOSIT.search(row.get("note", ""))
    return None if is_other else Contrary(turned, False, None, False, is_by_words, is_by_words)


@lru_cache(maxsize=4096)
def _said(words: str) -> tuple[bool, bool]:
    """Whether words surely say that a row is the contrary of another, and whether they may."""
    return puts_right(words), _CAME_BACK.search(words) is not None


def _red(text: str) -> str:
    """An amount below zero without its sign; "" where it is none."""
    plain = text.lstrip("-−－(（").rstrip(")）").strip()
    return plain if text[:1] in MINUS and _size(plain) else ""


def _size(text: str) -> Fraction:
    return plain_number(_MARK.sub("", text.strip("¥￥元 "))) or Fraction(0)


def _named(row: dict[str, str], side: str) -> dict[str, str]:
    """Whoever stands in the row gave what came, or was paid what went."""
    here, there = ("donor", "supplier") if side == "money" else ("supplier", "donor")
    if there in row and row[there] and not row.get(here):
        row[here], row[there] = row[there], ""
    return row


def _back(payment: Draft) -> tuple[Draft, ...]:
    """What a row that takes back a payment is known and shown by."""
    flow = _FLOWS[payment.type]
    return (replace(payment, type="return", lines=tuple(replace(line, flow=flow) for line in payment.lines)),)


def _spent(payment: Draft, *, is_named: bool) -> tuple[Draft, ...]:
    """What was paid to who stands in the row, where they gave nothing that it could take back."""
    lines = tuple(DraftLine(line.quantity, Flow.SPENT) for line in payment.lines)
    parties = {Role.SUPPLIER: payment.parties[Role.DONOR]} if is_named else {}
    return (replace(payment, type="expense", lines=lines, parties=parties),)


def refused(row: int, slips: Sequence[Slip], contrary: Contrary | None, no_donor: str) -> Record:
    """The record of a row that can't be taken; of one that takes back another a missing donor is who stood there."""
    if contrary is None:
        return Record(row, slips=tuple(slips))
    return contrary.refused(
        row, [slip._replace(expected=WHO_STOOD_THERE) if slip.expected == no_donor else slip for slip in slips]
    )


def last(records: Iterable[Record | Plain]) -> Iterator[Record | Plain]:
    """The records, those that take back another behind all others, the oldest first: where the newest is first, the payment
    stands below, and what went back of it before the rest does too. One whose payment says itself that it was taken back
    stands for nothing where the book doesn't have that payment.
    """
    late, gone = list[Record](), Counter[_Payment]()
    for record in records:
        if isinstance(record, Plain) or record.takes_back is None:
            if isinstance(record, Record) and TAKEN_BACK in (record.ignored, record.otherwise):
                gone.update(map(_payment, record.would_be or record.drafts))
            yield record
        else:
            late.append(record)
    if late and late[0].drafts[0].date > late[-1].drafts[0].date:
        late.reverse()
    for record in sorted(late, key=lambda record: record.drafts[0].date):
        yield _beside_its_payment(record, gone)


def _payment(draft: Draft) -> _Payment:
    """What tells a payment from others of the same list."""
    who = frozenset(name for names in draft.parties.values() for name in names)
    return draft.type, who, tuple((line.quantity.number, line.quantity.unit) for line in draft.lines)


def _beside_its_payment(record: Record, gone: Counter[_Payment]) -> Record:
    """A record that takes back another as it is, or what it is beside one of the payments that are `gone` by their own word."""
    assert record.takes_back is not None, record
    found = next((each for each in map(_payment, record.takes_back.payments) if gone[each]), None)
    if found is None:
        return record
    gone[found] -= 1
    return record._replace(otherwise=TAKEN_BACK, takes_back=record.takes_back._replace(is_sure=False), sums={})
