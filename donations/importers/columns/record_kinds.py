"""Of which sort each record of a donor database is: a gift, what was paid of a pledge, or the pledge itself, which is none yet."""

import re
from collections.abc import Collection
from functools import lru_cache

from donations.i18n import N_
from donations.importers.columns import gift_aid
from donations.importers.columns.columns import Column
from donations.importers.columns.gift_sorts import FOR_WHAT
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import OTHER_INCOME
from donations.importers.words.cells import InField
from donations.importers.words.dues import is_no_gift, is_of_dues, is_paid_for
from donations.importers.words.promise_words import Said
from donations.importers.words.row_reasons import IN_PARTS, PROMISED, SOFT_CREDIT

_KIND = pattern_of(
    r"(?:gift|donation|contribution|record|transaction|opportunity|opportunityrecord|giving|entry|row|item|financial|income|payment)?[-_]?(?:sub)?(?:type|kind|category)(?:name|code)?"
    rf"|{FOR_WHAT}"
    r"|(?:捐[赠款]|记录|交易|业务|款项|收入|缴费)?(?:类型|性质|种类|类别)|(?:资金|收入|款项)?来源"
)
_OF_PAYMENTS = pattern_of(
    r"(?:开票|票据|发票|收[费款据入]|[缴交][费款]|付款|来款|款项)(?:项目|内容|事由|名目|科目|名称|用途)"
)
"""The same beside whoever paid; 款项用途 beside 捐款人 is what a gift is for."""
_PLEDGE = pattern_of(
    r"(?:mg|matching|matching gift|gift|grant|open|multi-?year|recurring|annual|conditional|unconditional)[ _-]pledges?"
    r"|(?:(?:incoming|outgoing)[ _-])?commitments?|planned gifts?|(?:bequest|estate) (?:intention|expectancy)|intent to give"
)
_SOFT = pattern_of(r"soft[ _-]?credits?(?: gift)?")
_CALLED_OFF = pattern_of(
    r"(?:(?:mg|matching(?: gift)?|gift|pledge|gift-in-kind|recurring gift) )?write[ -]?offs?|(?:recurring gift )?amendments?"
)
"""What was promised and won't come any more, or will come otherwise; nothing was given by it."""
_ADJUSTS = pattern_of(r"(?:gift|pledge|donation|contribution)? ?adjustments?|general ledger reversals?")
_JOINED = pattern_of(r"(?<=[a-z])(?=[A-Z])|_+")
"""Where programs join words: RecurringGift, recurring_gift."""
_SCHEDULE = pattern_of(
    r"(?:recurring|sustainer|sustaining|monthly)[ _-]?(?:gift|donation|contribution|payment)?(?:[ _-](?:schedule|template|plan))?"
)
_PAYMENT = pattern_of(
    r".{0,40}\bpay(?:ment|-cash|-credit card|-other|-stock/property|-gift-in-kind)?s?(?: \(.{0,20}\))?", re.IGNORECASE
)
_PLAN = pattern_of(r"(?:schedule|template|plan)$")
_CODED, _CODES = pattern_of(r"(?:gift)?recordtype"), {"p": PROMISED, "s": SOFT_CREDIT, "m": IN_PARTS}
_GIFT = "g"
"""Codes of DonorPerfect: a gift or a part of one, a pledge, a soft credit, and the whole of a gift whose parts are gifts below it."""
_WORDS = ("note", "purpose", "project", "content", "category", "summary")
_PAYERS = ("donor", "payer", "party", "name", "name_part", "unit_or_party")
_A_GIFT = pattern_of(
    r"(?:收到?|爱心|公益|慈善|社会|企业|个人)*(?:捐[赠款助资]|善款)+(?:收入|款项?|资金|款)?|donations?|gifts?"
)
_A_KIND_OF_GIFT = pattern_of(r"捐|赞助|善款|爱心|donat|gift")
_NEVER_GIVEN = pattern_of(
    r"(?:银行|存款|定期|活期|账户|帐户)*(?:利息|结息)(?:收入|所得)?|(?:政府|财政|上级)(?:财政)?(?:补[助贴]|拨款)(?:款|资金)?(?:收入)?|(?:bank |deposit )?interest(?: income| earned)?"
)
"""What no sort of gift is called, whoever stands beside it."""
_GIVES = pattern_of("[捐赠]")
_FOR_PEOPLE = pattern_of("医|治疗|手术|住院|营养|生活|[学书]费|学杂|书本|丧葬|伙食|[运路]费|交通")
LONGEST = 40
_OF_GIFTS = pattern_of(r"捐|赠|donat|gift|pay|支付|付款方式")
"""Below 捐赠类别, 培训费 is what a gift was for; below Payment Type, Deposit is how it was paid."""
_MAY_BE_FEE = pattern_of(
    r"(?:基本|集体)?(?:建设|改造|维[修护]|翻修|装修|添置|购置)费|(?:memorial|funeral|burial) fees?"
)
"""What is given for as well as paid, and names nothing that it is for: not 图书室建设费."""
GIFT_OR_FEE = N_(
    "a sort that tells whether it was given: other rows of this column were paid for something. Write Donation (捐款) where it was given, Membership Dues (会费) where it was owed"
)
ADJUSTED = N_(
    "a gift: this changes another one, and isn't given besides. Write in the row of that gift what it came to, and take this row out; a gift that the book has already is put right with `donations correct`"
)


def settle(senses: Senses) -> None:
    """Marks the columns of such sorts, with what in them is only the plan of what others pay: Recurring Gift beside Recurring Gift Pay-Cash."""
    for column in senses.columns:
        cells = {_plain(cell) for cell in senses.cells(column) if len(cell) <= LONGEST}
        if column.by_user or not (_is_of_kinds(senses, column) or _tells_gifts_from_fees(senses, column, cells)):
            continue
        plans = {cell for cell in cells if _SCHEDULE.fullmatch(cell)}
        paid = [cell for cell in cells if _PAYMENT.fullmatch(cell)]
        column.plans = frozenset(
            plan for plan in plans if _PLAN.search(plan) or any(cell != plan and cell.startswith(plan) for cell in paid)
        )
        column.says_kind = True
        column.says_fees = _OF_GIFTS.search(column.joined) is None and any(map(_A_KIND_OF_GIFT.search, cells))
        column.says_sales = column.says_fees and ("收入" in column.said_as or _may_be_of_sales(senses, column))
        column.has_fees = column.says_fees and any(_is_fee(column, cell, of_sales=False) for cell in cells)
        column.has_codes = bool(_CODED.fullmatch(column.joined)) and bool(cells) and cells <= {_GIFT, *_CODES}
        column.tells_promises = (
            bool(column.plans)
            or column.has_codes
            or any(
                says_promise(cell)
                or _SOFT.fullmatch(cell)
                or _tells_of_another(cell)
                or is_of_dues(cell)
                or (column.says_fees and _is_fee(column, cell, of_sales=column.says_sales))
                or gift_aid.says_tax(cell)
                for cell in cells
            )
        )
        if any(map(gift_aid.may_say_tax, cells)) and not any(map(gift_aid.says_no_tax, cells)):
            column.aid_is_tax = gift_aid.is_tax(senses, column, lambda cell: gift_aid.may_say_tax(_plain(cell)))
            column.tells_promises = column.tells_promises or column.aid_is_tax is not None


def _is_of_kinds(senses: Senses, column: Column) -> bool:
    if _KIND.fullmatch(column.joined):
        return True
    return not _all_gave(senses) and _OF_PAYMENTS.fullmatch(column.joined) is not None


def _all_gave(senses: Senses) -> bool:
    """Whether headings say that all of them gave."""
    return any(_GIVES.search(each.in_words) for each in senses.of("donor", "money", "amount"))


def _may_be_of_sales(senses: Senses, column: Column) -> bool:
    """Whether 培训收入 may be no gift: not beside those who all gave, nor in a 捐款名单, nor as 用途 below other titles of gifts."""
    return not (_all_gave(senses) or senses.of_aid or (senses.way == "in" and "用途" in column.said_as))


def _tells_gifts_from_fees(senses: Senses, column: Column, cells: Collection[str]) -> bool:
    """Whether words beside who paid say nothing but 捐款 of some rows, and 培训费 or 会费 of others, maybe of later ones than these:
    not where headings say that all of them gave. Descriptions of both that were taken for goods are notes then.
    """
    if column.field not in (*_WORDS, "item") or not senses.has(*_PAYERS):
        return False
    if senses.has("spent", "direction", "debit", "credit"):
        return False
    if _all_gave(senses):
        return False
    gifts = {cell for cell in cells if _A_GIFT.fullmatch(cell)}
    if column.field == "item":  # Description beside Amount
        others = [cell for cell in cells if cell not in gifts]
        if senses.has("quantity", "unit", "price") or not (gifts and others and all(map(is_paid_for, others))):
            return False
        column.field = "note"
    return bool(gifts) and (
        gifts == set(cells) or any(_is_fee(column, cell, of_sales=_may_be_of_sales(senses, column)) for cell in cells)
    )


def _is_fee(column: Column, plain: str, *, of_sales: bool) -> bool:
    """Whether a sort is of what was paid for something; 医药费 among words may be what a gift is for, and 修路费 or 义卖收入 (`of_sales`)
    beside those who all gave too.
    """
    if _NEVER_GIVEN.fullmatch(plain):
        return True
    says_so = is_paid_for if of_sales else is_no_gift
    return says_so(plain) and not (column.field in _WORDS and _FOR_PEOPLE.search(plain))


def why_none(column: Column, cell: str, *, in_account: bool = False) -> str | None:
    """Why the row of such a cell is no gift: it is a promise, says again what another gave, or is the tax of one; None of others.

    Raises InField of what changes another gift, and isn't one, or may be such a tax; not in an account (`in_account`), whose words say so themselves.
    """
    if column.has_codes:
        return _CODES.get(_plain(cell))
    if len(cell) <= LONGEST and _SOFT.fullmatch(_plain(cell)):
        return SOFT_CREDIT
    plain = _plain(cell)
    is_paid = _is_fee(column, plain, of_sales=column.says_sales) if column.says_fees else is_of_dues(plain)
    if (not in_account and is_paid) or _is_tax(column, cell):
        return OTHER_INCOME
    if not in_account and _tells_of_another(cell):
        raise InField("type", ADJUSTED, cell)
    if not in_account and column.has_fees and _MAY_BE_FEE.fullmatch(plain):
        raise InField("type", GIFT_OR_FEE, cell, column.heading)
    return PROMISED if is_promise(column, cell) else None


def is_promise(column: Column, cell: str) -> bool:
    """Whether the cell of such a column says that its row is no gift, but a promise of some, or the plan of them."""
    return len(cell) <= LONGEST and (says_promise(cell) or _plain(cell) in column.plans)


@lru_cache(maxsize=1024)
def says_promise(cell: str) -> bool:
    """Whether a cell below a heading of kinds says that its row is a promise, whatever other kinds that column has."""
    plain = _plain(cell)
    of_pledges = _PLEDGE.fullmatch(plain) or _CALLED_OFF.fullmatch(plain)
    return plain != "" and (of_pledges is not None or Said(plain).promised)


def may_promise(cell: str) -> bool:
    """Whether the cell might, to be looked at more closely: most don't."""
    plain = _plain(cell)
    return (
        says_promise(cell)
        or any(pattern.fullmatch(plain) for pattern in (_SCHEDULE, _SOFT, _ADJUSTS, _MAY_BE_FEE))
        or is_paid_for(plain)
        or _NEVER_GIVEN.fullmatch(plain) is not None
        or gift_aid.says_tax(plain)
    )


def _is_tax(column: Column, cell: str) -> bool:
    """Whether a cell says that its row is the tax of a gift (Gift Aid). Raises InField where only other rows of the column are."""
    plain = _plain(cell) if len(cell) <= LONGEST else ""
    if column.aid_is_tax is False and gift_aid.may_say_tax(plain):
        raise InField("type", gift_aid.WHETHER_TAX, cell)
    return gift_aid.says_tax(plain) or (column.aid_is_tax is True and gift_aid.may_say_tax(plain))


def _tells_of_another(cell: str) -> bool:
    """Whether a cell says that its row changes another gift."""
    return len(cell) <= LONGEST and _ADJUSTS.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    """A cell in comparable form, with blanks where programs join words."""
    return " ".join(_JOINED.sub(" ", cell).casefold().split())
