"""What goods are worth, said behind several of them, 牛奶48箱、饮用水52箱，价值5000元, or of an amount, 1200元（物资折款）; and in foreign money."""

from collections.abc import Mapping

from donations.domain.amount import MONEY, decimal_text
from donations.domain.quantities.money import UNIT_OF
from donations.domain.quantities.price import WORTH
from donations.domain.quantity import Quantity
from donations.importers.columns.gift_sorts import in_kind
from donations.importers.patterns import pattern_of
from donations.importers.rows.one_sum import refuse_one_sum
from donations.importers.words.cells import Misfit
from donations.importers.words.counting import leave_unsaid, named_quantities
from donations.importers.words.several import GOODS, Given

_FIELDS = ("item", "money_or_goods")
_NOT_BESIDE = ("value", "money", "quantity", "price", "spent")
"""Where one of these says something too, nobody knows what the amount behind the goods is of."""
_AMOUNT = (
    r"(?:人民币|合计|合共|共计|为|是|[:：])*([约近超逾]?[0-9][0-9.,]{0,14}[余多几]?[万千]?[余多]?元(?:左右|以上)?)"
)
_WORTH_OF_ALL = pattern_of(
    rf"(.{{1,400}}?)(?:[，,;；。、 ]+(?:合计|合共|共计)?{WORTH}{_AMOUNT}|[(（](?:合计|合共|共计|总共|总计|总|共)+(?:{WORTH}){_AMOUNT}[)）])[。.；;]?"
)
_FEWEST = 2
_GOODS_OR_COST = ("item", "quantity", "money_or_goods", "spent", "value")
_BEHIND = pattern_of(r"([^()（）]{1,24}?)\s?[(（]([^()（）]{1,12})[)）]")
_VALUED, _THINGS = r"折[价款]|估[价值]|作价", r"(?:物资|物品|实物)"
_WORTH_ALONE = pattern_of(rf"(?:等值|等价)(?:的?{_THINGS})?|{_THINGS}(?:等值|价值)|{_VALUED}")
_FOR_GOODS = pattern_of(r"[^折]*款")
_BEFORE = pattern_of(rf"(?:等值|价值|{_VALUED})(?:约?人民币|为|约|[:：])?([0-9][0-9.,]{{0,14}}万?元?)(?:的?{_THINGS})?")


def with_worth_apart(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells of a row, what all the goods of one are worth taken out of it, as if it stood in a column of its own. Raises
    InField where that is the sum of money too.
    """
    refuse_one_sum(cells)
    cells = with_sort_apart(cells)
    fields = [field for field in _FIELDS if cells.get(field)]
    if len(fields) != 1 or any(cells.get(field) for field in _NOT_BESIDE):
        return cells
    found = _WORTH_OF_ALL.fullmatch(cells[fields[0]])
    if found is None or not _are_several(found[1]):
        return cells
    return {**cells, fields[0]: found[1], "value": found[2] or found[3]}


def with_sort_apart(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells of a row whose amount says itself that it is what goods are worth, 1200元（物资折款） or 价值1200元, with that as
    the sort of the gift; but beside amounts that were paid out, and beside goods in a column of their own.
    """
    text = cells.get("money", "")
    if not text or text.isascii() or any(cells.get(field) for field in _GOODS_OR_COST):
        return cells
    behind, before = _BEHIND.fullmatch(text), _BEFORE.fullmatch(text)
    if behind is not None and _is_worth(behind[2]):
        return {**cells, "money": behind[1], "type": GOODS}
    return {**cells, "money": before[1], "type": GOODS} if before is not None else cells


def _is_worth(said: str) -> bool:
    """Whether words behind an amount say that it is what goods are worth; 物资款 may be money for goods."""
    return _WORTH_ALONE.fullmatch(said) is not None or (in_kind(said) and not _FOR_GOODS.fullmatch(said))


def _are_several(text: str) -> bool:
    """Whether a text names several goods, with how much of some of them, and of none what it is worth."""
    try:
        goods = named_quantities(text)
    except Misfit:
        return False
    is_plain = not leave_unsaid(goods) and not any(each.is_money or each.price for each in goods)
    return is_plain and len(goods) >= _FEWEST and any(each.number is not None for each in goods)


def worth_abroad(amount: Quantity) -> str | None:
    """The remark that goods are worth so much foreign money, 价值700加元: what they are worth is booked in yuan; None of yuan."""
    if amount.item == MONEY or amount.number is None:
        return None
    return f"价值{decimal_text(amount.number)}{UNIT_OF[amount.item]}"


def noted(given: Given, note: str) -> Given:
    """What was given, with one more remark."""
    return given._replace(note="；".join(filter(None, (given.note, note))))
