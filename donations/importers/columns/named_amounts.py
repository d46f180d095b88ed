"""支出 or Expense above the words of what was paid for, 支出：服务器 beside 金额: the amount stands in the other column."""

from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import is_amount

_SPENT = pattern_of(r"(?:支出|开支|花销|花费|开销|expense|expenditure)s?")
_GIVEN = pattern_of(r"捐|善款|赞助|donat|gift|contribut")
_WORDS = pattern_of(r"[A-Za-z\u3400-\u9fff]{2}")
_AMOUNTS = ("money", "amount", "total")
_OTHERS = ("donor", "party", "payer", "name", "unit_or_party", "recipient", "direction", "item", "paid_for", "quantity", "debit", "credit")  # fmt: skip
"""What makes it a table of something else, or says already what was paid for."""


def settle(senses: Senses) -> None:
    """The one column of what was spent says what for, where none of its cells is an amount and those of the one beside it all are."""
    spent, amounts = senses.of("spent"), senses.of(*_AMOUNTS)
    if len(spent) != 1 or len(amounts) != 1 or spent[0].by_user or amounts[0].by_user or senses.has(*_OTHERS):
        return
    if not _SPENT.fullmatch(spent[0].said_as) or _GIVEN.search(amounts[0].said_as):
        return
    words, sums = senses.cells(spent[0]), senses.cells(amounts[0])
    if words and sums and all(map(_is_words, words)) and all(map(is_amount, sums)):
        spent[0].field, amounts[0].field = "paid_for", "spent"


def _is_words(text: str) -> bool:
    return _WORDS.search(text) is not None and not any(map(str.isdigit, text)) and not is_amount(text)
