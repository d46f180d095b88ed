"""Accounts in whose one column of amounts a sign, or the balance beside it, says which way each went."""

from collections import Counter
from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.importers.columns import own_names
from donations.importers.columns.balances import by_balance, signs_fit
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.ways_told import balances_in
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import SIGNS, is_signed, takes_off
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.reversal_words import may_give_back

_OTHERS = ("donor", "recipient", "party", "supplier", "item", "quantity", "unit", "price", "value", "money_or_goods")
"""Beside one of these an amount is no account's, whatever is left."""
_NOBODYS = ("date", "serial", "number", "project", "note", "content", "summary", PASSED, "")
_WORDS = ("project", "note", "content", "summary")
_OF_EITHER_WAY = pattern_of(r"(?:收支|变动|进出|交易)?(?:金额|数额|款额|发生额)(?:[(].*)?")
_CAME = pattern_of(
    r"(?:收入|存入|转入|入[账帐]|进[账帐]|贷方)(?:总?金额|发生额|额)?(?:[(].*)?|(?:credit|deposit|income|receipt)s?(?:amount)?|(?:money|paid|amount)in"
)
"""What a column is called of nothing but what came in."""
_GIVEN = "善款|赞助|打赏|赞赏|乐助|随喜|功德|奉献"
_GIVES = pattern_of(rf"捐|赠|{_GIVEN}|收[到入]|退|冲|还")
_GAVE = pattern_of(rf"捐[款赠助资]|{_GIVEN}")
_PAYS = pattern_of(
    r"购|买|支付|付[款给]|支出|报销|采购|花费|印刷|打印|发放|慰问|拨付|下拨|转出|退|冲|还|(?<!会)(?<!会员)(?<!报名)(?<![党团班])费"
)
"""What amounts were paid for, and what takes back another."""


def signed(senses: Senses) -> bool:
    """Whether a sign tells which way each amount went: one column for all of a bank's list, beside whoever it went to, or
    beside what was written of it and what was left.
    """
    amounts = senses.of("money", "amount")
    if len(amounts) != 1 or senses.has("spent", "direction", "debit", "credit"):
        return False
    balance = balances_in(senses)
    if (
        not senses.has("payer")
        and not _balances_agree(senses, amounts[0], balance)
        and not _words_agree(senses, amounts[0])
        and (not balance or senses.has(*_OTHERS) or not senses.has("project", "note", "content", "summary"))
    ):
        return False
    if not balance and not any(is_signed(cell) for cell in senses.cells(amounts[0])):
        return False
    if not balance and _all_take_back(senses, amounts[0]):
        return False
    amounts[0].field, amounts[0].signed = "money", True
    return True


def _balances_agree(senses: Senses, amount: Column, balances: Sequence[Column]) -> bool:
    """Whether amounts bear signs, and the balance says the same of them: beside whoever stands in the row."""
    if len(balances) != 1 or not any(is_signed(cell) for cell in senses.cells(amount)):
        return False
    return signs_fit(senses.below, amount.index, balances[0].index)


def _all_take_back(senses: Senses, amount: Column) -> bool:
    """Whether whoever stands beside a minus paid as much in another row: a list of receipts, some of them red, and no account."""
    payers = [column for column in senses.of("payer") if own_names.is_payer(column)]
    if len(payers) != 1 or senses.has("supplier", "recipient"):
        return False
    [payer] = payers
    told = senses.of(*_WORDS)
    rows = [(shown_at(row, payer.index), shown_at(row, amount.index)) for row in senses.records()]
    below = [row for row in senses.records() if takes_off(shown_at(row, amount.index))]
    if not all(may_give_back(shown_at(row, column.index)) for row in below for column in told):
        return False
    came = Counter((name, number_of_yuan(text.strip(SIGNS))) for name, text in rows if not takes_off(text))
    went = Counter((name, number_of_yuan(text.strip(SIGNS))) for name, text in rows if takes_off(text))
    return went <= came


def _words_agree(senses: Senses, amount: Column) -> bool:
    """Whether some amounts bear a minus, in an account that names nobody but in its words, and these say of each what its sign says:
    some of those without one were given and none was paid for something, and of those with one the contrary.
    """
    if senses.way == "out" or amount.by_user or not _OF_EITHER_WAY.fullmatch(amount.said_as):
        return False
    if any(column.field not in _NOBODYS for column in senses.columns if column is not amount):
        return False
    told = senses.of(*_WORDS)
    came: list[str] = []
    went: list[str] = []
    for row in senses.records():
        text = shown_at(row, amount.index)
        if number_of_yuan(text.strip(SIGNS)) is not None:
            words = simplified(" ".join(shown_at(row, column.index) for column in told))
            (went if takes_off(text) else came).append(words)
    agree = not any(map(_PAYS.search, came)) and not any(map(_GIVES.search, went))
    return agree and any(map(_GAVE.search, came)) and any(map(_PAYS.search, went))


def by_their_balance(senses: Senses) -> bool:
    """Whether the balance says which way each amount went that bears no sign."""
    [amount] = [column for column in senses.columns if column.signed]
    balances = balances_in(senses)
    if len(balances) != 1:
        return False
    day = next((column.index for column in senses.of("date")), None)
    found = by_balance(senses.below, amount.index, balances[0].index, day)
    if found is not None and _CAME.fullmatch(amount.joined):
        found = found._replace(all_came=signs_fit(senses.below, amount.index, balances[0].index))
    amount.by_balance = found
    return found is not None


def has_signs(senses: Senses) -> bool:
    """Whether some amount bears a sign, or there is none yet."""
    cells = [cell for column in senses.columns if column.signed for cell in senses.cells(column)]
    return not cells or any(is_signed(cell) for cell in cells)
