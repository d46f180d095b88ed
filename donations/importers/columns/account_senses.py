"""What tells an account of what came and went, and which of its columns says which way an amount went."""

import re
from itertools import pairwise

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns import account_sorts, own_names, payment_services, sides, signed_amounts, ways_told
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import PURSE, balances_in
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import goes_out, is_between, is_direction, is_neutral, is_signed, is_transfer
from donations.importers.words.cells import number_of_yuan, shown, shown_at
from donations.importers.words.heading_words import normal
from donations.importers.words.reversal_words import puts_right

WHICH_WAY = N_(
    "which way each amount went: -1200 or +500, a column of 收入 or 支出, or a column of amounts for each; where all of them came in, take the column of the balance out"
)
PLUS_ALONE = N_(
    "which way each amount went: a plus stands before amounts beside whoever was paid; where they came in, say --map HEADING=donor of who stands there, where they were paid out, --map HEADING=spent of the amounts"
)
MINUS_ALONE = N_(
    "which way each amount went: some have a minus, beside whoever paid or was paid; where those were paid out and the others came, say --map HEADING=payer of who stands there, where all were paid out and a minus takes some back, --map HEADING=supplier"
)
WHICH_SIDE = N_(
    "which of two columns says what came in: say --map HEADING=money of it, and --map HEADING=spent of the other"
)
WHICH_MONEY = N_(
    "which money it is, of which a list from a bank abroad says nothing: write it behind the heading of the amounts, Amount (CNY) or Amount (USD), or add a column Currency"
)
PAID_OR_WORTH = N_(
    "what the amounts beside the goods are, of which some came in: say --map HEADING=value where it is what they are worth, or take the rows that came in out where the others were bought"
)
_ABROAD = pattern_of(
    r"(?:debit|credit)s?(?:amount)?|withdrawals?(?:amount)?|deposits?(?:amount)?|money(?:in|out)|paid(?:in|out)|(?:in|out)flows?|(?:billing|transaction)amount|post(?:ing|ed)?date|dateposted|runningbal\.?|narrat(?:ion|ive)|checkorslip#?"
)
"""Headings of accounts that only banks abroad write."""
_OF_BANKS = pattern_of(r"[账帐]号|[账帐]户|户名|卡号|流水|交易|行名|行号|柜员|币种|钞|对手|记账日|入账|附言")
_TOLD = ("direction", "debit", "credit", "item", "quantity", "price")
"""Beside one of these a plus says nothing more."""
_IN_PURSES = pattern_of(
    r"(?:无|默认)账户|(?:微信|支付宝|零钱|余额|现金|[^，,]{0,8}银行|[工农中建交招]行|储蓄|信用|借记)(?:零钱通?|钱包|支付|余额宝?|存款|卡|账户|账号)?(?:\s?[(（]?[0-9*]{3,}[)）]?)?|cash|wallet|bank(?: account)?|paypal|savings?|che(?:ck|qu)ing",
    re.IGNORECASE,
)
"""Where one's own money is."""
_GOODS_BOUGHT = pattern_of(r"商品(?:名称?|说明|描述|信息|标题)?|products?(?:name)?|commodity|goods")
_OTHER_SIDE = pattern_of(r"(交易)?对[方手](?:名称|户名|姓名)?")
_COUNTED = pattern_of(r"[0-9一二两三四五六七八九十百千万]\s*[\u3400-\u9fff]{1,3}$")  # 口罩50个
_BOOKED, _TRADED = pattern_of(r"记账金?额?[收支存付借贷].*"), pattern_of(r"交易金?额?[收支存付借贷].*")


def settle(senses: Senses) -> str | None:
    """Gives the columns of an account that other tables don't have their fields, if it is one.

    What would have to be said is returned where nothing tells which way its amounts went.
    """
    _bought(senses)  # 流入 and 流出 say nothing beside goods
    ways_told.settle(senses)
    _received_and_given(senses)
    if senses.has("direction") and not senses.has("money", "amount"):
        senses.become("spent", "money")  # 实付金额 beside 收/支 is what went either way
    _bought(senses)
    _booked(senses)
    if _sides_are_open(senses):
        return WHICH_SIDE
    _payees(senses)
    if (open_sign := PLUS_ALONE if _leaves_plus_open(senses) else _leaves_minus_open(senses)) is not None:
        return open_sign
    if senses.has("payer"):  # what a bank writes of an account; in one's own books they mean the contrary
        senses.become("debit", "spent")
        senses.become("credit", "money")
    _own_name(senses)
    ways_told.with_sign_too(senses)
    ways_told.said_twice(senses)
    _described(senses)
    _signed_too(senses)
    of_service = payment_services.settle(senses) or own_names.from_and_to(senses)
    signed = of_service or signed_amounts.signed(senses)
    if not signed and not own_names.find(senses):
        return own_names.WHOSE
    both = senses.has("direction") or (senses.has("money") and senses.has("spent"))
    if senses.has("supplier") and (signed or both):
        senses.become("payer", "donor")  # 付款人 of what came, 收款人 of what went
    senses.become("summary", "note" if signed or senses.has("direction", "spent") else PASSED)
    if signed and not of_service and not (signed_amounts.by_their_balance(senses) or signed_amounts.has_signs(senses)):
        return WHICH_WAY
    is_account = signed or (senses.has("money", "amount") and senses.has("direction", "spent"))
    if is_account:
        account_sorts.settle(senses)
    elif own_names.has_other_side(senses) and ways_told.may_have_gone(senses):
        return ways_told.CAME_OR_WENT
    return WHICH_MONEY if is_account and _is_foreign(senses) else None


def _received_and_given(senses: Senses) -> None:
    """Received beside Given, or Spent, numbers below them: what came and what went, whatever it was given for."""
    headed = {normal(column.heading): column for column in senses.columns if not column.by_user}
    went = [name for name in ("given", *(("spent", "paid") if senses.has("date") else ())) if name in headed]
    sides = [headed[name] for name in ("received", *went) if name in headed] if len(went) == 1 else []
    cells = [cell for column in sides for cell in senses.cells(column)]
    if len(sides) < 2 or not cells or any(number_of_yuan(cell.lstrip("-−+ ")) is None for cell in cells):  # noqa: PLR2004 - both
        return
    sides[0].field, sides[1].field = "money", "spent"
    for column in senses.columns:
        is_bare = column.field == "item" and not senses.has("quantity", "unit", "price")
        column.field = PASSED if is_bare else column.field


def in_short(senses: Senses) -> None:
    """收 beside 支 are what came and what went, in an account of no goods."""
    has_parts = senses.has("name_part")
    for column in senses.columns:
        is_told = column.by_user or column.field == "quantity"  # of a store's book
        if column.said.sense in ("taken_in", "paid_out") and column.heading.isascii() and not is_told:
            came, is_name = (
                column.said.sense == "taken_in" and column.said.currency,
                column.said_as == "given" and has_parts,
            )
            sense = "money" if came else "name_part" if is_name else None  # Received (CNY); Given beside Family
            column.field, column.said = sense or "", column.said._replace(sense=sense)  # else they may ask, or say when
    is_account = senses.has("taken_in") and senses.has("paid_out") and not senses.has("item", "quantity", "unit")
    senses.become("taken_in", "money" if is_account else PASSED)
    senses.become("paid_out", "spent" if is_account else PASSED)


def _bought(senses: Senses) -> None:
    """商品 of a payment, in a list with their numbers, or with 交易对方, an amount and no quantities, is what was written beside it."""
    is_of_payments = senses.has("direction") or own_names.is_of_terminals(senses)
    sides_of = filter(None, (_OTHER_SIDE.fullmatch(normal(column.heading)) for column in senses.columns))
    is_traded = any(side[1] or is_of_payments or senses.has("spent") for side in sides_of)
    is_told = is_of_payments and senses.has("number")
    may_be = is_traded and senses.has("money", "amount") and not senses.has("quantity", "unit", "price", "value")
    told = (column for column in senses.columns if not column.by_user and column.field in ("item", "", PASSED))
    for column in told if is_told or may_be else ():
        is_kept = is_told or not all(map(_COUNTED.search, senses.cells(column)))
        column.field = "note" if is_kept and _GOODS_BOUGHT.fullmatch(normal(column.heading)) else column.field


def _sides_are_open(senses: Senses) -> bool:
    """Whether nothing tells which of two sides came in, or their balance says the contrary of what they are called."""
    both = senses.has("debit") and senses.has("credit")
    return (both and not sides.by_sides(senses) and not _is_banks(senses)) or sides.are_turned_round(senses)


def _is_banks(senses: Senses) -> bool:
    """Whether a bank wrote the list, with who stood on the other side: its 借方 is what went out."""
    return senses.has("payer") and any(_OF_BANKS.search(normal(column.heading)) for column in senses.columns)


def _is_foreign(senses: Senses) -> bool:
    """Whether only banks abroad write such headings, and none of them says which money the amounts are."""
    headings = [normal(column.heading) for column in senses.columns]
    amounts = senses.of("money", "amount", "spent")
    if not all(map(str.isascii, headings)) or senses.has("currency") or any(c.said.currency for c in amounts):
        return False
    return any(map(_ABROAD.fullmatch, headings))


def _own_name(senses: Senses) -> None:
    """Passes over who keeps the account, 账户名称 beside 对方户名, and in which purse the money is (账户 above 微信, 现金):
    they gave nothing.
    """
    own_names.mark(senses)
    is_cash_book = account_sorts.has_categories(senses)
    both = senses.has("money") and senses.has("spent")
    for column in senses.columns if senses.has("direction") or both else ():
        is_purse = is_cash_book or all(map(_IN_PURSES.fullmatch, senses.cells(column)))
        if is_purse and PURSE.fullmatch(normal(column.heading)) and not column.by_user:
            column.field = PASSED
    others = own_names.has_other_side(senses) or (senses.has("payer") and senses.has("supplier"))
    _between_purses(senses)
    if others and (balances_in(senses) or senses.has("spent", "direction", "debit", "credit")):
        senses.become("party", PASSED)


def _payees(senses: Senses) -> None:
    """Payee in a cash book, beside its accounts and amounts with signs of either way, is whoever paid or was paid; so it is
    beside what was left, which says of each amount which way it went.
    """
    found = [column for column in senses.of("supplier") if normal(column.heading) == "payee"]
    amounts = senses.of("money", "amount")
    purses = [column for column in senses.columns if PURSE.fullmatch(normal(column.heading))]
    is_left = bool(balances_in(senses))
    in_book = purses or is_left or account_sorts.has_categories(senses)
    if len(found) != 1 or found[0].by_user or len(amounts) != 1 or not in_book:
        return
    moved = any(senses.cells(column) for column in senses.columns if normal(column.heading) == "transfers")
    if moved or senses.has("donor", "payer", "party", "spent", "direction", "debit", "credit"):
        return  # Transfers names the other purse of what only moved
    signs = {is_signed(cell) and cell[:1] not in "+＋" for cell in senses.cells(amounts[0])}
    own = {cell for purse in purses for cell in senses.cells(purse)}
    is_open = len(signs) == 2 or (is_left and not _all_went(senses, amounts[0]))  # noqa: PLR2004 - both ways
    if is_open and own.isdisjoint(senses.cells(found[0])):
        found[0].field = "payer"


def _all_went(senses: Senses, amount: Column) -> bool:
    """Whether the balance of each row is less by its amount than the one before it, in either order of time."""
    at = amount.index, balances_in(senses)[0].index
    numbers = [[number_of_yuan(shown_at(row, index)) for index in at] for row in senses.below]
    rows = [(gone, left) for gone, left in numbers if gone is not None and left is not None]
    went_down = all(last[1] - row[1] == row[0] for last, row in pairwise(rows))
    return went_down or all(row[1] - last[1] == last[0] for last, row in pairwise(rows))


def _leaves_plus_open(senses: Senses) -> bool:
    """Whether +100 stands beside who was paid, and nothing says whether it came; beside 商户名称, and where -30 stands there too,
    it did.
    """
    amounts = [column for column in senses.of("money", "amount", "spent") if not column.by_user]
    if len(amounts) != 1 or not senses.has("supplier") or senses.has("donor", "payer", "party", *_TOLD):
        return False
    numbers = [cell for cell in senses.cells(amounts[0]) if number_of_yuan(cell.lstrip("+-＋－− ")) != 0]
    if not any(cell[:1] in "+＋" for cell in numbers):
        return False
    is_either = all(map(is_signed, numbers)) and any(cell[:1] not in "+＋" for cell in numbers)
    if is_either and all(own_names.is_merchant(column) for column in senses.of("supplier")):
        senses.become("supplier", "payer")
        amounts[0].field = "money"
        return False
    return True


def _leaves_minus_open(senses: Senses) -> str | None:
    """What would have to be said where -30 stands among other amounts beside Payee, which programs call whoever paid, too."""
    amounts = senses.of("money", "amount", "spent")
    named = senses.of("supplier")
    others = ("donor", "payer", "party", "direction", "debit", "credit", "quantity", "price")
    if len(amounts) != 1 or amounts[0].by_user or senses.has(*others) or balances_in(senses):
        return None  # what was left tells it
    if not named or any(column.by_user or normal(column.heading) != "payee" for column in named):
        return None
    cells = [cell for cell in senses.cells(amounts[0]) if number_of_yuan(cell.lstrip("+-＋－− ")) != 0]
    return MINUS_ALONE if len({is_signed(cell) and cell[:1] not in "+＋" for cell in cells}) > 1 else None


def _between_purses(senses: Senses) -> None:
    """Marks the words of the way of each row where 收入 and 支出 are said of most, and of which purse (账户) each is."""
    has_purse = any(PURSE.fullmatch(normal(column.heading)) for column in senses.columns)
    for column in senses.columns if has_purse else ():
        cells = senses.cells(column) if column.field == "direction" else []
        others = [cell for cell in cells if not is_between(cell) and not is_neutral(cell)]
        column.between_purses = any(map(is_direction, others))


def _booked(senses: Senses) -> None:
    """Of 交易金额(收入) and 记账金额(收入) the second is what was booked: the first may be in another currency."""
    headings = {column.index: re.sub(r"[()]", "", normal(column.heading)) for column in senses.columns}
    if any(_BOOKED.fullmatch(heading) for heading in headings.values()):
        for column in senses.columns:
            if _TRADED.fullmatch(headings[column.index]) or headings[column.index] == "交易币种":
                column.field = PASSED


def _described(senses: Senses) -> None:
    """Description beside what came and what went, or what is left, is what was written of it, and no thing."""
    sides = senses.has("money") and senses.has("spent")
    amounts = [cell for column in senses.of("amount") for cell in senses.cells(column)]
    of_either_way = senses.has("payer") and any(map(is_signed, amounts))
    one = senses.has("amount") and (senses.has("direction", "currency") or balances_in(senses) or of_either_way)
    if (sides or one) and not senses.has("quantity", "unit", "price"):
        for column in senses.columns:
            if column.field == "item" and normal(column.heading) == "description":
                column.field = "note"
            elif column.field == "item" and not column.by_user and one and balances_in(senses):
                column.field = PASSED if len(set(senses.cells(column))) == 1 else "note"  # Product: Current


def _signed_too(senses: Senses) -> None:
    """Marks amounts of which all that went out, and no others, have a minus beside the word that says so."""
    ways = [column.index for column in senses.of("direction")]
    amounts = senses.of("money", "amount")
    below = [row for row in senses.below if not any(puts_right(shown(cell)) for cell in row)]
    for column in senses.columns:  # 支出 -20: all of them, or the sign says something else
        paid = column.texts(below) if column.field == "spent" else []
        numbers = [cell for cell in paid if number_of_yuan(cell) != 0]
        column.repeats_way = bool(numbers) and all(is_signed(cell) and cell[:1] not in "+＋" for cell in numbers)
    for each in amounts if len(ways) == 1 else ():
        rows = [(shown(row[ways[0]]), shown(row[each.index])) for row in below if len(row) > max(ways[0], each.index)]
        rows = [(way, text) for way, text in rows if way and text and not is_neutral(way) and not is_transfer(way)]
        said = {(goes_out(way), is_signed(text) and text[:1] not in "+＋") for way, text in rows}
        each.repeats_way = (True, True) in said and said <= {(True, True), (False, False)}


def may_be_worth(senses: Senses, sort: str) -> str | None:
    """What would have to be said where some goods in a list of what was paid came in, by the word beside them, 收入."""
    ways = [column for column in senses.of("direction") if not column.by_user]
    came = any(not goes_out(cell) and not is_neutral(cell) for column in ways for cell in senses.cells(column))
    return PAID_OR_WORTH if sort == "spending" and came and senses.has("item", "quantity") else None


def of_own_books(senses: Senses) -> bool:
    """Whether 借方 and 贷方 stand beside nobody's name: one's own books mean the contrary of a bank by them."""
    if not senses.has("debit", "credit"):
        return False
    senses.become("debit", "money")
    senses.become("credit", "spent")
    return True
