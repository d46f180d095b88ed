"""What became of each row by its own words: it came, is promised, on its way, called off or given back."""

from collections.abc import Mapping
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS, GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING, Group
from donations.importers.columns.figures import OF_DAY, RUNNING
from donations.importers.columns.payouts import is_covered
from donations.importers.columns.promises import came_on
from donations.importers.columns.record_kinds import why_none
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import Deal
from donations.importers.rows.keepers_remarks import CAME_OR_NOT, Remarks
from donations.importers.rows.row_refunds import NOT_PAID, Fate, fate_of, is_unpaid, quantities_of
from donations.importers.words.accounts import OTHER_INCOME, TAKEN_BACK
from donations.importers.words.cells import InField, plain_number
from donations.importers.words.done_words import says_done
from donations.importers.words.dues import is_of_dues, may_be_of_dues
from donations.importers.words.foot import is_example, number_in
from donations.importers.words.heading_measures import BRACKETED
from donations.importers.words.part_words import came_in_part
from donations.importers.words.promise_words import (
    Said,
    is_owed,
    is_void,
    may_wait,
    promises,
    says_came,
    thing_went_back,
    waits_for_money,
)
from donations.importers.words.remark_words import was_unpaid
from donations.importers.words.row_reasons import IN_TABLE, PROMISED, SOFT_CREDIT, STRUCK
from donations.importers.words.void_receipts import is_number_of_receipt, is_written_again

NOT_COME = N_("not received, by its own word")
NOT_GONE = N_("not given out, by its own word")
WHAT_CAME = N_("已到账, 已入库 or 未到账: the amounts are of what was promised, and this doesn't say whether it came")

PART_CAME = N_("已到账 or 未到账: of what came in part, the amount that came, and 已到账 beside it")
STAYED = N_(
    "what stayed: this says that it went back; take the row out, and the one that it takes back if that is another. What the book has already, `donations refund`, `return` or `reverse` takes back"
)
NOT_ACTIVE = N_(
    "whether it was given: the column only says that it is not active. If it was, pass the column over with --map HEADING=-; if not, take the row out"
)
WRITTEN_AGAIN = N_(
    "whether the gift has another row, since another receipt was written: take this row out where it has; else take these words out"
)
NONE_THAT_DAY = N_("nothing in the time that the list is of: what stands beside it came before")
EXAMPLE = N_("an example of how to fill in the table")

_NO_MONEY_SENT = ("未汇款", "未转账", "未转帐", "未打款")
_BY_OWN_WORD = (
    NOT_COME,
    NOT_GONE,
    NONE_THAT_DAY,
    PROMISED,
    SOFT_CREDIT,
    NOT_PAID,
    TAKEN_BACK,
    STRUCK,
    OTHER_INCOME,
    IN_TABLE,
)
_NOTHING = {GOODS_IN: NOT_COME, MONEY_IN: NOT_COME, GOODS_OUT: NOT_GONE, SPENDING: NOT_PAID}
"""Why a row of each sort is none that says what is owed, and nothing of what was paid."""
_SIGNS = "$€£¥￥ "
_BEFORE = pattern_of(
    r"(?:original|initial|gross|full|total)?(?:gift|donation|contribution|charge|payment)(?:amount|total)?|(?:original|initial|gross)(?:amount|total)?|amount(?:charged|captured|donated|given|paid)|(?:amount)?before(?:the)?refunds?"
    r"|(?:捐[赠款]|原始?|支付|订单|交易|退款前)(?:总)?金?额"
)
"""What was given, beside an amount that may be what stayed of it."""


def example(row: Mapping[str, str]) -> str | None:
    """Why a row is none that shows how to fill in the table, or is void, by its number or a name in it; None of others."""
    if is_void(serial := row.get("serial", "")) or is_void(row.get("donor", "")):
        return TAKEN_BACK
    return EXAMPLE if is_example(serial) else None


def why_by_note(note: str) -> str | None:
    """Why a row is no gift whose note says nothing but that it has not come, 未到账, 认捐, is void, or a member's dues; None of all others."""
    if is_void(note):
        return TAKEN_BACK
    if may_be_of_dues(note) and is_of_dues(" ".join(simplified(note).casefold().split())):
        return OTHER_INCOME
    if was_unpaid(note):
        return NOT_PAID
    if not may_wait(note):
        return None
    said = Said(note)
    return None if said.came else NOT_COME if said.waits else PROMISED if said.promised else None


def ends(ignored: str | None) -> bool:
    """Whether a row that was ignored for that reason may stand below a table: not one that is a record but for its own word."""
    return ignored is not None and ignored not in _BY_OWN_WORD


class Fates:
    """What became of the rows of one group of columns, by their own words."""

    def __init__(self, group: Group) -> None:
        self._sort, self._is_promised, self._came_on = group.sort, group.is_promised, came_on(group)
        amounts = group.of(*AMOUNTS)
        self._amounts = amounts if any(says_came(column.said_as) for column in amounts) else []
        passed = group.of("", PASSED)
        self._promised = [column for column in passed if self._amounts and promises(column.said_as)]
        self._done = amounts if self._amounts or any(column.said_as.startswith("实") for column in amounts) else []
        self._owed = [column for column in passed if self._done and is_owed(column.said_as)]
        self.not_come = (*self._promised, *self._owed)
        """Columns that say how much was promised, or is owed, whatever came of it."""
        self._told = [column.index for column in (*amounts, *(one for one in passed if says_came(one.said_as)))]
        self._of_day = [column for column in amounts if OF_DAY.match(column.in_words)]
        is_all = amounts == self._of_day and (not group.has("item", "content") or group.has("quantity"))
        self._running = [column for column in passed if self._of_day and is_all and RUNNING.fullmatch(column.in_words)]
        self._heard = Remarks(group, self._told)
        self._remarks = self._heard.columns
        self.reads_notes = self._heard.are_heard
        """Whether a note may say that nothing came."""
        self._arrived = [column for column in self._came_on if not column.heading.isascii()]
        """到账日期; below Date Received a pledge may have been received."""
        self.kinds = [column for column in group.columns if column.says_kind]
        self._is_account = group.has("spent", "direction") or any(column.signed for column in group.columns)
        unread = [column for column in passed if not column.by_user]
        self._is_book = any(is_number_of_receipt(column.said_as) for column in group.columns)
        """Whether it lists receipts, so that what was written again has a row of its own."""
        self._before = [column for column in unread if _BEFORE.fullmatch(BRACKETED.sub("", column.joined))]
        self._covered = [column for column in unread if is_covered(column)]
        self._tells = group.has("status", "refund", "note") or group.is_promised or bool(self.kinds)

    def nothing_came(self, texts: Mapping[int, str]) -> str | None:
        """PROMISED of a row whose only amount stands in a column of promises, 认捐金额, beside a blank one of what came, and that nothing
        came or was paid where it is what is owed, 应付金额; and why a row is none whose only amount is what came up to the day of the list, 累计, beside a blank one of that day: not where other columns may
        say what was given.
        """
        if self._running and not any(texts.get(column.index) for column in self._of_day):
            came = any(number_in(texts.get(column.index, "")) for column in self._running)
            return NONE_THAT_DAY if came else None
        if not self.not_come or any(texts.get(column.index) for column in self._done):
            return None
        if any(says_done(texts.get(column.index, "")) for column in self._remarks):
            return None
        if any(number_in(texts.get(column.index, "")) for column in self._promised):
            return PROMISED
        says_number = any(any(map(str.isdigit, texts.get(one.index, ""))) for one in self._remarks)
        is_owed = not says_number and any(number_in(texts.get(column.index, "")) for column in self._owed)
        return _NOTHING[self._sort] if is_owed and self._sort in _NOTHING else None

    def of(self, row: Mapping[str, str], deal: Deal | None, texts: Mapping[int, str]) -> Fate:
        """Why a row is no gift, and what of it was given back; `texts` are its own cells. Raises InField."""
        if self._sort in (GOODS_IN, GOODS_OUT) and thing_went_back(item := row.get("item", "")):
            raise InField("item", STAYED, item)
        if not self._tells:
            return Fate()
        if any(is_void(texts.get(column.index, "")) for column in self._remarks):
            return Fate(TAKEN_BACK)
        self._heard.check(texts, deal)
        if (kind := self._by_kind(row, texts)) is not None:
            return Fate(kind)
        note = row.get("note", "")
        says_back = self._heard.says_back(note, texts)
        self._heard.hear(note, texts, deal)
        fate = self._by_state(row, deal, texts)
        if says_back and fate == Fate():  # else 退款金额 or 退款日期 says it
            raise InField("note", STAYED, note)
        return fate

    def _by_state(self, row: Mapping[str, str], deal: Deal | None, texts: Mapping[int, str]) -> Fate:
        """The same by the columns of its own that say what became of a gift. Raises InField."""
        row = _as_of_goods(row, deal)
        status = row.get("status", "")
        if "not active" in status.split("，") and not Said(status).came:
            raise InField("status", NOT_ACTIVE, status)
        if self._sort in (GOODS_IN, MONEY_IN) and came_in_part(status, quantities_of(deal)):
            raise InField("status", PART_CAME, status)
        if not self._is_book and is_written_again(status):
            raise InField("status", WRITTEN_AGAIN, status)
        if self._sort == MONEY_IN and is_unpaid(status):
            return Fate(NOT_PAID)
        if (why := self._why(row, Said(status), texts)) is not None:
            return Fate(why)
        fate = fate_of(row, deal)
        why_goods = {GOODS_IN: NOT_COME, GOODS_OUT: NOT_GONE}.get(self._sort)
        of_goods = fate.ignored == NOT_PAID and why_goods and not (deal is not None and deal.money)
        return Fate(why_goods) if of_goods else fate

    def whole(self, row: dict[str, str], texts: Mapping[int, str]) -> dict[str, str]:
        """The row, with all that was given where its amount is what stayed of it: with what went back it makes what a column beside
        it says was given, maybe with the fee that who gave paid too.
        """
        stayed, back = (_number(row.get(field, "")) for field in ("money", "refund"))
        if not self._before or stayed is None or not back:
            return row
        fee = sum((_number(texts.get(column.index, "")) or 0 for column in self._covered), Fraction(0))
        given = [_number(texts.get(column.index, "")) for column in self._before]
        if not any(each in (stayed + back, stayed + back - fee) for each in given if each):
            return row
        sign = row["money"][: -len(row["money"].lstrip(_SIGNS))]
        return {**row, "money": f"{sign}{decimal_text(stayed + back)}"}

    def _by_kind(self, row: Mapping[str, str], texts: Mapping[int, str]) -> str | None:
        """Why a row is none by the sort that it says: a pledge, or the plan of gifts, unless its state says that it came, or on which day.

        Raises InField.
        """
        said = (why_none(column, texts.get(column.index, ""), in_account=self._is_account) for column in self.kinds)
        why = next(filter(None, said), None) if self._sort in (GOODS_IN, MONEY_IN) else None
        came = Said(row.get("status", "")).came or any(texts.get(column.index) for column in self._arrived)
        return None if why == PROMISED and came else why

    def _why(self, row: Mapping[str, str], state: Said, texts: Mapping[int, str]) -> str | None:
        """Why nothing came, or went; None where something did, or nobody says so."""
        if self._sort not in (GOODS_IN, MONEY_IN):
            return self._why_it_stayed(row.get("note", ""), state)
        is_open = state.reviewed or (state.made_ready and self._sort == GOODS_IN)
        if state.waits or state.refused or (is_open and not state.came):
            return NOT_COME
        if state.promised and not state.came:
            return PROMISED
        why = self._by_note(row.get("note", ""), texts) if self.reads_notes and not state.came else None
        if why is not None and (self._sort == MONEY_IN or not _is_of_money(why, row)):
            return why
        return self._unless_it_came(row, state, texts) if self._is_promised else None

    def _why_it_stayed(self, note: str, state: Said) -> str | None:
        """Why nothing was given out, or paid; None where something was."""
        if self._sort == GOODS_OUT:
            return NOT_GONE if state.stays and not state.came else None
        is_unpaid_yet = self._sort == SPENDING and self.reads_notes and was_unpaid(note, is_spent=True)
        return NOT_PAID if is_unpaid_yet else None

    def _by_note(self, note: str, texts: Mapping[int, str]) -> str | None:
        """Why a row is no gift by its note; a day on which it came goes before what was promised. Raises InField where only one
        of both can be.
        """
        why = why_by_note(note)
        if why is None or not any(texts.get(column.index) for column in self._came_on):
            return why
        if why in (NOT_COME, NOT_PAID):
            raise InField("note", CAME_OR_NOT, note)
        return None if why == PROMISED else why

    def _unless_it_came(self, row: Mapping[str, str], state: Said, texts: Mapping[int, str]) -> str | None:
        """Of a row in a list of promises: PROMISED where neither its state nor a day in it says that it came."""
        if state.came or any(texts.get(column.index) for column in self._came_on):
            return None
        if (status := row.get("status", "")) and not state.is_known:
            raise InField("status", WHAT_CAME, status)
        return PROMISED


def _is_of_money(why: str, row: Mapping[str, str]) -> bool:
    """Whether goods are a gift though their note says what would make money none: dues, or 款未到, which the goods didn't wait for."""
    if why == NOT_PAID:
        return not row.get("money")
    return why == OTHER_INCOME or (why == NOT_COME and not row.get("money") and waits_for_money(row.get("note", "")))


def _number(text: str) -> Fraction | None:
    return plain_number(text.lstrip("-").strip(_SIGNS))


def _as_of_goods(row: Mapping[str, str], deal: Deal | None) -> Mapping[str, str]:
    """A row of goods alone without what says of it that no money was sent, 否 below 是否已汇款. Raises InField of one of both."""
    said = row.get("status", "").split("，")
    if deal is None or not any(part in _NO_MONEY_SENT for part in said):
        return row
    are_money = {line.quantity.is_money for _, lines in deal.lines for line in lines}
    if len(are_money) > 1:
        raise InField("status", PART_CAME, row["status"])
    return (
        row if True in are_money else {**row, "status": "，".join(part for part in said if part not in _NO_MONEY_SENT)}
    )
