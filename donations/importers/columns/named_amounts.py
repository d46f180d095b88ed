"""支出 or Expense above the words of what was paid for, 支出：服务器 beside 金额: the amount stands in the other column."""

import re

from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import is_amount

_SPENT = pattern_of(r"(?:支出|开支|花销|花费|开销|expense|expenditure)s?")
_GIVEN = pattern_of(r"捐|善款|赞助|donat|gift|contribut")
_CAME = pattern_of(
    r".*(?:捐[款赠助]|捐[款赠]?收入|善款|赞助|利息)|.*(?:收入|退[回还])|(?:donation|gift|contribution|refund|income|grant)s? (?:from|by|of)\b.*|.*\b(?:income|refund|donation)s?",
    re.IGNORECASE,
)
"""What came, among what was paid for: 李华捐款, Refund of rent."""
_WORDS = pattern_of(r"[A-Za-z\u3400-\u9fff]{2}")
_AMOUNTS = ("money", "amount", "total")
_OTHERS = ("donor", "party", "payer", "name", "unit_or_party", "recipient", "direction", "item", "paid_for", "quantity", "debit", "credit")  # fmt: skip
"""What makes it a table of something else, or says already what was paid for."""


def settle(senses: Senses) -> None:
    """The one column of what was spent says what for, where it has words, and no amount, in each row that has an amount beside it. A
    row without any may be of what came.
    """
    spent, amounts = senses.of("spent"), senses.of(*_AMOUNTS)
    if len(spent) != 1 or len(amounts) != 1 or spent[0].by_user or amounts[0].by_user or senses.has(*_OTHERS):
        return
    if not _SPENT.fullmatch(spent[0].said_as) or _GIVEN.search(amounts[0].said_as):
        return
    rows = [(shown_at(row, spent[0].index), shown_at(row, amounts[0].index)) for row in senses.records()]
    said = [(words, amount) for words, amount in rows if words or amount]
    if said and all(_is_words(words) and not _CAME.fullmatch(words) and is_amount(amount) for words, amount in said):
        spent[0].field, amounts[0].field = "paid_for", "spent"


def _is_words(text: str) -> bool:
    return _WORDS.search(text) is not None and not any(map(str.isdigit, text)) and not is_amount(text)
