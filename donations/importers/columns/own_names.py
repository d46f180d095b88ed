"""Lists of who paid whom, 付款人 and 收款人 in each row: whose list it is, and so which way each amount went."""

import re
from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import is_signed
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal
from donations.importers.words.keepers import says_keeper

WHOSE = N_(
    "whose list it is: one name that stands in each row, of who paid or of who was paid; else say --map HEADING=- of the column of one's own name"
)
_PAYER = pattern_of(r"(?:付款|汇款|打款|转账|转帐|交款|缴款|付方|payer).*")
_PAYEE = pattern_of(r"(?:收款|收方|payee).*")
_PAID = pattern_of(r"[收领]款[人方者]姓名")
_FROM, _TO = pattern_of("from$"), pattern_of("to$")
_CAME = pattern_of(r".*(?:到[账帐]|收款|收入|入[账帐]|进[账帐])")
_WENT = pattern_of(r".*(?:支出|付款|支付|转出)")
_OTHER_SIDE = pattern_of(
    r"(?:交易)?对[方手]|收\(?/?付\)?款?[方人单]|往来|来往|opposite(?:account)?name|counterparty|partneriban"
)
_CALLED = "商户(?:名称?|简称|全称)?"
_MERCHANT, _SHOP = pattern_of(_CALLED), pattern_of(rf"{_CALLED}|vendor|seller|shop")
_BUYER = pattern_of(r"(?:billing|customer|buyer)(?:full)?name|lineitemname")
_TERMINAL = pattern_of(
    r"(?:终端|门店|款台|收银台|收款码|二维码|台卡|设备)(?:号|编号|名称|id)?|(?:子|特约)?商户(?:号|编号|id)|收银员|操作员|posid|(?:结算|清算|商户实收|商家实收|实收|入[账帐])(?:金额|日期|款)?|费率"
)
"""Headings of lists that whoever takes payments has of them: whose they are is called 商户名称 there."""
_CHARGED = pattern_of(
    r"(?:交易|商户)?手续费(?:金额)?|(?:应?结算?|清算|入[账帐]|商户实收|商家实收)(?:订单)?(?:净额|金额)"
)
"""What they keep of a payment, or pay out of it."""
_BOOKED = pattern_of("入[账帐]")
_UNIT = pattern_of(r"[(/]元\)?$")
_OTHERS = (
    "donor", "recipient", "party", "item", "quantity", "unit", "price", "value", "spent", "direction", "debit", "credit",
    "money_or_goods",
)  # fmt: skip


def find(senses: Senses) -> bool:
    """Marks the amounts of such a list with the name whose it is; False where nothing tells whose."""
    payer, payee = _sides(senses)
    amounts = senses.of("money", "amount")
    if payer is None or payee is None or len(amounts) != 1 or senses.has(*_OTHERS):
        return True
    own = _own(senses, payer, payee)
    amounts[0].field, amounts[0].signed, amounts[0].own = "money", True, own
    payer.field = "donor"
    return bool(own)


def has_other_side(senses: Senses) -> bool:
    """Whether a column names who stands on the other side of an account, 对方户名."""
    return any(_OTHER_SIDE.match(normal(column.heading)) for column in senses.columns)


def merchant(senses: Senses) -> None:
    """Passes over whose terminal or code took the money, 商户名称 beside 终端号 or 交易对方, and whose shop it was, Vendor beside
    Billing Name: nobody bought from them.
    """
    takes = any(_TERMINAL.fullmatch(normal(column.heading)) for column in senses.columns)
    sells = any(_BUYER.fullmatch(normal(column.heading)) for column in senses.columns)
    is_shop = _is_shop if sells else is_merchant
    for column in senses.columns if takes or sells or has_other_side(senses) else ():
        own = column.field == "supplier" and is_shop(column)
        if own and len(set(senses.entries(column))) == 1:
            column.field = PASSED


def is_merchant(column: Column) -> bool:
    """Whether a column is called 商户名称: whose terminal it is, or in a list of one's own payments who stood on the other side."""
    return _MERCHANT.fullmatch(normal(column.heading)) is not None


def _is_shop(column: Column) -> bool:
    return _SHOP.fullmatch(normal(column.heading)) is not None


def is_of_terminals(senses: Senses) -> bool:
    """Whether headings say that it is a list of what was paid at one's own terminals or codes, less a fee: nobody is named there."""
    headings = [_UNIT.sub("", normal(column.heading)) for column in senses.columns]
    said = [heading for heading in headings if _TERMINAL.fullmatch(heading) or _CHARGED.fullmatch(heading)]
    if not any(map(_CHARGED.fullmatch, said)) or all(map(_BOOKED.match, said)):
        return False  # 入账日期 and 入账金额 alone stand beside what was paid with a card, too
    return any(map(_TERMINAL.fullmatch, said))


def paid_to(senses: Senses) -> None:
    """收款人姓名 beside 付款人姓名, or beside who gave, was paid; a person alone, of whom nothing else is said, got what stands there."""
    if senses.has("payer", "donor"):
        for column in senses.of("party"):
            column.field = "supplier" if is_paid(column) else column.field


def is_payer(column: Column) -> bool:
    """Whether a column is called after who paid, 付款人, and not after whoever stands on the other side, 对方户名."""
    return _PAYER.match(normal(column.heading)) is not None


def is_paid(column: Column) -> bool:
    """Whether a column names persons who were paid: 收款人姓名, 领款人姓名."""
    return _PAID.fullmatch(normal(column.heading)) is not None


def mark(senses: Senses) -> None:
    """Marks the columns of who keeps the account, 账户名称 beside 对方户名, with the name that stands in all their rows; and of
    who paid and who was paid the one who stands in each.
    """
    for column in senses.columns if has_other_side(senses) else ():
        if says_keeper(normal(column.heading)) and column.field in ("party", PASSED, "", "purpose"):
            names = set(senses.entries(column))
            column.keeper = names.pop() if len(names) == 1 else ""
            column.field = PASSED if column.keeper else column.field
    purposes = senses.of("purpose")
    accounts = [each for each in purposes if says_keeper(normal(each.heading)) and not each.by_user]
    for column in accounts if len(accounts) < len(purposes) else ():
        column.field = PASSED  # where the money is kept, beside what it is for
    payer, payee = _sides(senses)
    if payer is not None and payee is not None:
        payer.keeper = _own(senses, payer, payee)


def from_and_to(senses: Senses) -> bool:
    """From and To beside amounts with signs, one name in each row: an account, and the sign says which way a row went."""
    payer, payee = _one(senses, "donor", _FROM), _one(senses, "recipient", _TO)
    amounts = [column for column in senses.of("money", "amount") if senses.cells(column)]
    signed = [column for column in amounts if all(map(is_signed, senses.cells(column)))]
    if payer is None or payee is None or len(signed) != 1 or senses.has("direction", "spent", "debit", "credit"):
        return False
    pairs = [pair for row in senses.below if (pair := _pair(row, payer, payee)) is not None]
    own = [name for name in (pairs[0] if pairs else ()) if all(name in pair for pair in pairs)]
    if not own:
        return False
    for column in senses.columns:
        column.field = PASSED if column.field in ("money", "amount", "recipient") else column.field
    payer.field, payee.field, payer.keeper = "donor", "supplier", own[-1]
    signed[0].field, signed[0].signed = "money", True
    return True


def took_in(senses: Senses) -> None:
    """收款人 beside who gave took the money in for whoever keeps the list, and sold nothing."""
    if (
        not senses.has("donor")
        or senses.has("spent", "direction")
        or any(one.keeper or one.signed for one in senses.columns)
    ):
        return
    for column in senses.of("supplier"):
        if _PAYEE.match(normal(column.heading)) and not column.by_user:
            column.field = PASSED


def by_own_name(row: dict[str, str], own: str) -> None:
    """What who keeps the list paid is spent, and what they were paid came; a row without them says no way.

    In other lists (`own` is "") signs and words say it.
    """
    if not own:
        return
    if row.get("donor") == own:
        row["money"], row["spent"], row["donor"] = "", row.get("money", ""), ""
    elif row.get("supplier") != own:
        row["direction"] = f"{row.get('donor', '')} → {row.get('supplier', '')}"
    else:
        row["supplier"] = ""


def _sides(senses: Senses) -> tuple[Column | None, Column | None]:
    """The columns of who paid and of who was paid, each None where there is none."""
    return _one(senses, "payer", _PAYER), _one(senses, "supplier", _PAYEE)


def _one(senses: Senses, field: str, heading: re.Pattern[str]) -> Column | None:
    found = [column for column in senses.of(field) if heading.match(normal(column.heading))]
    return found[0] if len(found) == 1 else None


def _own(senses: Senses, payer: Column, payee: Column) -> str:
    """The name that stands in each row, on either side; of two that do the one that headings or the title mean; else ""."""
    pairs = [pair for row in senses.below if (pair := _pair(row, payer, payee)) is not None]
    names = [name for name in dict.fromkeys(pairs[0]) if all(name in pair for pair in pairs)] if pairs else []
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    said = [normal(column.heading) for column in senses.of("date", "money", "amount")]
    came = senses.way == "in" or any(map(_CAME.match, said))
    went = senses.way == "out" or any(map(_WENT.match, said))
    return "" if came == went else pairs[0][1] if came else pairs[0][0]


def _pair(row: Sequence[str], payer: Column, payee: Column) -> tuple[str, str] | None:
    """Who paid whom by a row; None where it names only one, or sums up."""
    names = tuple(shown_at(row, column.index) for column in (payer, payee))
    return (names[0], names[1]) if all(names) and not any(map(total_of, names)) else None
