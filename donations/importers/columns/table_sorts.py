"""Of what sort a table is, by what its columns mean: gifts that came in, what was given out, spent, or a statistic."""

from donations.importers.columns import account_senses as account
from donations.importers.columns import figures, own_names, sorts_told, unread_names
from donations.importers.columns import goods_senses as things
from donations.importers.columns import party_senses as parties
from donations.importers.columns.figures import GOODS, KIND_OF_GIFT
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal
from donations.importers.words.owed import is_cost

_GIVES = pattern_of("捐|赞助|打赏|赞赏|[劝]?募(?:集|得|款)|筹(?:集|得|款)|^(?:收入|进账|incomes?|(?:amount)?received)")


def found(senses: Senses, *, divided: bool) -> str:
    """The sort of the table; `unclear` where gifts went on in other amounts, or nothing tells who gave or which way it went."""
    asked = (account.of_own_books, parties.holds_amounts, unread_names.stand_unread, sorts_told.lists_sorts)
    if divided or any(is_unclear(senses) for is_unclear in asked):
        return "unclear"
    return "statistic" if figures.sum_up(senses) else _sort(senses)


def _sort(senses: Senses) -> str:
    goods = senses.has(*GOODS, "value") and senses.has("item", "money_or_goods", "goods")
    money = senses.has("money", "spent", "value")
    given = senses.given and not senses.has("party", "spent", "direction", "supplier")
    if senses.has("donor") or given:
        of_money = money and not things.are_unnamed(senses)
        return "goods_in" if goods else "money_in" if of_money else "unclear"
    is_signed = any(column.signed for column in senses.columns)
    if is_signed or (senses.has("spent", "direction") and senses.has("money")):
        return "money_in"  # an account of what came and what went
    if goods and senses.has("recipient") and senses.has("spent") and parties.is_aid(senses):
        return "goods_out"
    if senses.has("spent", "supplier") or (senses.has("project") and senses.has("money") and not _was_given(senses)):
        return "spending" if money or senses.has("quantity") else "unclear"
    if senses.has("recipient"):
        return "goods_out" if goods else "spending" if senses.has("money") else "unclear"
    return "unclear" if senses.has("party") else _sort_of_nobody(senses, goods=goods)


def _was_given(senses: Senses) -> bool:
    """Whether the title, or the heading of the amounts or days, says that money came in: 捐款金额 beside 项目."""
    given = (column.heading for column in senses.of("money", "date"))
    words = [normal(cell) for column in senses.of("project") for cell in senses.cells(column)]
    if words and 2 * sum(1 for word in words if is_cost(word)) > len(words):
        return False
    if words and senses.way is None and all(KIND_OF_GIFT.search(word) or total_of(word) for word in words):
        return True
    return senses.way == "in" or (senses.way is None and any(map(_GIVES.search, map(normal, given))))


def _sort_of_nobody(senses: Senses, *, goods: bool) -> str:
    """The sort of a table that has no column for parties, which the title must tell."""
    if senses.are_bought() and senses.has("money", "value", "price"):
        return "spending"
    if own_names.is_of_terminals(senses) and senses.has("money") and not goods and senses.way != "out":
        return "money_in"
    if senses.way == "in" and senses.has("money", "quantity", "money_or_goods"):
        return "goods_in" if goods else "money_in"
    if senses.way is None and senses.has("money") and not goods and unread_names.say_givers(senses):
        return "money_in"
    return "spending" if senses.way == "out" and senses.has("money") and not goods else "unclear"
