"""Rows of a person's bill, WeChat's or Alipay's: which are gifts, which are not and why, and what was given back."""

from dataclasses import replace
from fractions import Fraction

from donations.domain.amount import MONEY, Certainty, decimal_text
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.nameless import KIND_PERSON
from donations.domain.quantity import Quantity
from donations.domain.text import LONGEST_NAME, LONGEST_NOTE
from donations.i18n import N_
from donations.importers.bills import beside
from donations.importers.bills.layouts import Layout
from donations.importers.bills.row import BillRow, yuan_in
from donations.importers.bills.words import (
    REFUND,
    State,
    came_back,
    is_earned_at_alipay,
    is_gift_by_alipay,
    is_gift_by_wechat,
    is_owed_by,
    note_of,
    state_of,
    way_by_wechat,
)
from donations.importers.patterns import pattern_of
from donations.importers.table import Record, Settings
from donations.importers.words.accounts import NEUTRAL, NO_DIRECTION, OTHER_INCOME, is_neutral
from donations.importers.words.cells import A_NAME, SHORT_NOTE
from donations.importers.words.ditto import is_ditto
from donations.importers.words.giver_names import plain_giver

SPENT = N_("spent, not a gift")
WENT_BACK = N_(
    "money that went back to who paid it: a bill in which the payment itself stands (已退款) takes it back; else `donations refund`"
)
OF_A_PURCHASE = N_("a refund of something bought, not a gift")
OF_NOTHING_BOOKED = N_(
    "a refund of no gift that the book knows by its number; if it gives one back, it will once a bill brings that gift; where the gift was recorded otherwise: `donations refund`"
)
CLOSED = N_("closed: never paid, or given back in full before it was imported")
UNFINISHED = N_("not paid yet")
FAILED = N_("not paid: it did not go through")
GOING_BACK = N_("being given back: a later bill says what became of it")
NOTHING = N_("no money in it")

OF_PAYMENT = pattern_of(r"([0-9]{12,})[_*]([0-9A-Za-z_*-]{1,60})")
"""What Alipay calls a refund: the number of the payment, and behind it that of the refund."""
_UNDONE = pattern_of("(关闭|失败|取消|撤销|拒绝)|待|等|处理中|进行中")
_GONE_BACK = pattern_of(
    r"[(（]?已(?:全额|全部)?退(?:[款还回捐]|给(?:本人|对方))?(?:[:：(（¥￥\s]{0,3}(?P<size>[0-9][0-9,.]*)\s?元?)?[)）]?[。.]?"
)
"""What a treasurer writes beside a payment that was given back, in a list of a bill's columns without its states."""
_SPEAKS_OF_BACK = pattern_of(
    r"(?!.*(?:[不未勿免别无拒]|谢绝))(?:.*[^\w]|.*[已日号都均全后经])?退(?![休役伍烧耕潮学群党团出步])[^\s]*"
)
"""A remark that may say, in other words, that it was given back: 3月5日已退, 已退款3万元."""
UNPAID = (UNFINISHED, FAILED, GOING_BACK)
"""Why a payment that never came, or may not stay, is no gift."""

_TO_A_GIVER = pattern_of(r"退款[-—:：]?(?:转账|收款|二维码收款|收钱码收款|红包|代付|赞赏|.{0,20}捐.{0,20}|善款)")
"""What the programs write beside what went back to who had paid it to one; beside what was bought its name stands there."""

NO_PAYMENT = N_(
    "the number of the payment that it gives back, in a column 交易订单号, as the bill as it was downloaded has it; or take the row out, and if it gave back a gift, record it with `donations refund`"
)
GIVEN_IN_PART = N_(
    "the amount of the payment, or a blank cell: of a payment that is a gift in part take the row out, and record that part with `donations receive`"
)
SORT_IS_LOST = N_(
    "whether it was given: a column 交易分类 says it, in the bill as it was downloaded; or write 捐款 behind the words here"
)
NO_STATE = N_("a known state of the payment, like 已存入零钱 or 交易成功")
NO_STATES = N_(
    "a column 当前状态 or 交易状态, which says whether it came and was not given back: a proof (交易明细证明, 交易流水证明) has none; export the bill that is for checking (用于个人对账)"
)
NO_WAY = N_(
    "which way it went, in a column 收/支 with 收入 or 支出 in each row: the bill as it was downloaded has one; nothing else says it here"
)
TOO_MUCH_BACK = N_("at most what was paid")
HOW_MUCH_BACK = N_("how much of it was given back, in a column 退款金额 or as 已退款5元")


def read_payment(layout: Layout, row: BillRow, settings: Settings) -> tuple[Fraction | None, Record]:
    """What came in by a row (0: nothing, None: can't be read), and its record."""
    if (
        row.is_parted and row.yuan("amount") is None
    ):  # a comma in a name: / may stand where the way does, and mean goods
        return None, Record(row.number, slips=tuple(row.slips))
    way = _way(layout, row)
    if way != "收入":
        return _read_no_income(layout, row, way)
    why = _why_no_gift(layout, row)
    if why is not None:
        if why == OTHER_INCOME and _lost_its_sort(layout, row):
            row.refuse("goods", SORT_IS_LOST)
            return yuan_in(row.text("amount")), Record(row.number, slips=tuple(row.slips))
        return yuan_in(row.text("amount")), Record(row.number, ignored=_why_unpaid(row) or why)
    record = _gift(layout, row, settings)
    return yuan_in(row.text("amount")), record


def _way(layout: Layout, row: BillRow) -> str | None:
    """The cell of 收/支; without that column what other words of the row say, None where they leave it open."""
    if row.has("direction"):
        return row.text("direction")
    by_words = way_by_wechat(row.text("sort"), row.text("state")) if layout.provider == "wechat" else ""
    return by_words or None


def _read_no_income(layout: Layout, row: BillRow, direction: str | None) -> tuple[Fraction | None, Record]:
    if "关闭" in row.text("state"):  # whichever way it would have gone
        return Fraction(0), Record(row.number, ignored=FAILED)
    if direction == "支出":
        is_refund = REFUND in row.text("sort") or row.text("goods").startswith(REFUND)
        return Fraction(0), Record(row.number, ignored=WENT_BACK if is_refund else SPENT)
    if layout.provider == "alipay" and gives_back_unnumbered(row):
        row.refuse("goods", NO_PAYMENT)
        return None, Record(row.number, slips=tuple(row.slips))
    if row.is_blank("direction") and _has_lost_its_way(layout, row):
        row.refuse("direction", NO_DIRECTION)
        return None, Record(row.number, slips=tuple(row.slips))
    if direction is not None and is_neutral("" if direction == "/" else direction):
        return Fraction(0), Record(row.number, ignored=NEUTRAL)
    row.refuse("state" if direction is None else "direction", NO_WAY if direction is None else NO_DIRECTION)
    return None, Record(row.number, slips=tuple(row.slips))


def refund_of(row: BillRow) -> str | None:
    """The number of the payment that a row gives back by its own number, 2020…_R1 or 2020…*R1; None where it is no such row."""
    found = OF_PAYMENT.fullmatch(row.text("number"))
    return found[1] if found and any(REFUND in row.text(field) for field in ("state", "sort", "goods")) else None


def _has_lost_its_way(layout: Layout, row: BillRow) -> bool:
    """Whether a row without 收/支 isn't the program's, which writes / or 不计收支 there: somebody wrote it by hand, or deleted that."""
    if layout.key not in ("wechat", "alipay"):
        return False
    by_words = way_by_wechat(row.text("sort"), row.text("state")) if layout.provider == "wechat" else ""
    return by_words in ("收入", "支出") or not row.text("state")


def gives_back_unnumbered(row: BillRow) -> bool:
    """Whether a row gives back a transfer, by its words, in a bill that lost the number of that payment."""
    state = state_of(row.text("state"))[0] if row.has("state") else State.GIVEN_BACK
    is_none = state is not State.GIVEN_BACK or row.text("number") or row.text("direction") in ("收入", "支出")
    return not is_none and _TO_A_GIVER.fullmatch(row.text("goods")) is not None


def read_refund(layout: Layout, row: BillRow, settings: Settings) -> Record:
    """A row that gives back another, of this bill or of one before: a gift that is booked, or else something bought."""
    if found := _UNDONE.search(row.text("state")):
        return Record(row.number, ignored=FAILED if found[1] else UNFINISHED)
    amount, number = row.yuan("amount"), row.text("number").replace("*", "_")
    gift = receipt(row, amount, settings)
    if row.slips or gift is None or amount is None:
        return Record(row.number, slips=tuple(row.slips))
    if amount == 0:
        return Record(row.number, ignored=NOTHING)
    parties = {Role.DONOR: gift.parties[Role.DONOR]}
    draft = replace(gift, type="return", lines=(DraftLine(yuan(amount), Flow.REFUNDED),), parties=parties)
    identity, payment = f"{layout.provider}:{number}", f"{layout.provider}:{refund_of(row)}"
    return Record(row.number, (draft,), identity, gives_back=payment, otherwise=OF_NOTHING_BOOKED)


def _why_no_gift(layout: Layout, row: BillRow) -> str | None:
    """Why income is no gift; None where it is one, or was meant as one."""
    sort, goods = row.text("sort"), row.text("goods")
    if came_back(sort, goods):
        return OF_A_PURCHASE
    if (said := beside.is_gift(row)) is not None:
        return None if said else OTHER_INCOME
    by_wechat = layout.provider == "wechat"
    is_gift = is_gift_by_wechat(sort, goods) if by_wechat else is_gift_by_alipay(sort, goods)
    return None if is_gift and not is_owed_by(note_of(goods, row.text("remark"))) else OTHER_INCOME


def _lost_its_sort(layout: Layout, row: BillRow) -> bool:
    """Whether 交易分类 of Alipay's bill was deleted, and the words of a row that came say neither that it was given nor that it wasn't."""
    if layout.key != "alipay" or row.text("sort") or beside.is_gift(row) is not None or _why_unpaid(row):
        return False
    goods = row.text("goods")
    return not is_earned_at_alipay(goods) and not is_owed_by(note_of(goods, row.text("remark")))


def _why_unpaid(row: BillRow) -> str | None:
    """Why income never came, not yet, or is on its way back; None where it is here."""
    state, _back = state_of(_state_said(row))
    if state in (State.FAILED, State.GOING_BACK):
        return FAILED if state is State.FAILED else GOING_BACK
    return UNFINISHED if state is State.UNFINISHED or "待" in row.text("fund") else None


def _state_said(row: BillRow) -> str:
    """The cell of the column of states; of a bill without one a remark that says in full what one would: 已全额退款, 已退3元."""
    if row.has("state") or (found := _GONE_BACK.fullmatch(row.text("remark"))) is None:
        return row.text("state")
    return f"已退款{found['size']}" if found["size"] else "已全额退款"


def _gift(layout: Layout, row: BillRow, settings: Settings) -> Record:
    if why := _why_unpaid(row):
        return Record(row.number, ignored=why)
    said = _state_said(row)
    state, back = state_of(said)
    amount = row.yuan("amount")
    if amount == 0:
        return Record(row.number, ignored=NOTHING)
    if state is State.UNKNOWN and row.has("state", "number"):  # else somebody kept a few columns of a bill
        row.refuse("state", NO_STATE if row.has("state") else NO_STATES)
    if not row.has("state") and said == "" and _SPEAKS_OF_BACK.fullmatch(row.text("remark")):
        row.refuse("remark", HOW_MUCH_BACK)
    if (given := row.text("given")) and yuan_in(given) != amount:
        row.refuse("given", GIVEN_IN_PART)
    beside.refuse_unsaid(row)
    refunded = _refunded(row, state, amount, back)
    draft = receipt(row, amount, settings)
    number = row.transaction("number")
    if row.slips or draft is None or amount is None:
        return Record(row.number, slips=tuple(row.slips))
    identity = f"{layout.provider}:{number}" if number else None
    closed = CLOSED if state is State.GIVEN_BACK and REFUND not in said else None
    sums, is_gone = {MONEY: amount}, refunded == amount
    return Record(row.number, (draft,), identity, refunded=refunded, otherwise=closed, sums=sums, is_gone=is_gone)


def _refunded(row: BillRow, state: State, amount: Fraction | None, back: Fraction | None) -> Fraction | None:
    """How much of the amount was given back: by a column of its own, by the state, or all of it; None for nothing."""
    stated = row.yuan("refund") if row.text("refund") else None
    refunded = stated or back or (amount if state is State.GIVEN_BACK else None)
    if state is State.PARTLY_GIVEN_BACK and not refunded:
        row.refuse("state", HOW_MUCH_BACK)
    if refunded and amount is not None and refunded > amount:
        row.refuse("refund" if stated else "state", TOO_MUCH_BACK)
    return refunded


def receipt(row: BillRow, amount: Fraction | None, settings: Settings, name: str | None = None) -> Draft | None:
    """The gift of a row, `name` being who gave it where its cell says more; None, with slips, where its day, name or note
    can't be taken, or there is no amount.
    """
    day = row.day(("paid", "date"), settings.today)
    donor = plain_giver(row.text("donor") if name is None else name)
    payer, donor, field = (donor, giver, "giver") if (giver := beside.giver(row)) else ("", donor, "donor")
    is_named = any(character.isalnum() for character in donor)  # no name: nobody's, or signs only (***)
    note = note_of(row.text("goods"), row.text("remark"), donor if not is_named and donor.strip("*") else "")
    if len(donor) > LONGEST_NAME or is_ditto(donor):
        row.refuse(field, beside.A_GIVER if is_ditto(donor) else A_NAME)
    if len(note or "") > LONGEST_NOTE:
        row.refuse("goods", SHORT_NOTE)
    if row.slips or day is None or amount is None:
        return None
    line = DraftLine(yuan(amount), Flow.RECEIVED)
    parties = {Role.DONOR: (donor if is_named else settings.donor or KIND_PERSON,)}
    if any(character.isalnum() for character in payer) and payer != donor:
        parties[Role.PAYER] = (payer,)
    return Draft("receipt", day, (line,), parties, settings.place, note=note)


def refund_record(row: BillRow, draft: Draft, identity: str, payment: str) -> Record:
    """The record of a merchant's refund, which names the payment that it is of."""
    return Record(row.number, (draft,), identity, gives_back=payment, otherwise=OF_NOTHING_BOOKED, may_be_older=True)


def yuan(amount: Fraction) -> Quantity:
    """Exactly so many yuan."""
    return Quantity(f"{decimal_text(amount)}元", MONEY, None, amount, "元", Certainty.EXACT, None, None, None)
