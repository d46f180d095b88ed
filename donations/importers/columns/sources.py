"""Columns of where goods came from, 来源 or From: who gave them, the store where they were kept, or of what sort they were."""

from typing import Final

from donations.domain.paper_fields import PASSED
from donations.domain.quantities.money import is_money_name
from donations.i18n import N_
from donations.importers.columns.columns import REMARK, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.dues import is_no_gift
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal
from donations.importers.words.stores import is_of_a_body, is_store
from donations.importers.words.turn_words import is_sort_of_gifts, is_sort_of_goods

SORTS_OF_GOODS: Final = N_(
    "who gave the goods: in the column of where they came from stand sorts (采购, 上级调拨, 社会捐赠), which are nobody's names; write there who gave, 爱心人士 where nobody knows, and put what was bought into a table of its own, 采购清单"
)
_SOURCE = pattern_of(
    r"(?:收入|资金|经费|款项|捐赠|捐款|善款|用款|物资|货物|物品){0,2}来源(?:项目|名称|渠道|方式|说明|情况)?|sources?(?:of(?:goods|supply|funds?|funding))?|fund(?:s|ing)?sources?"
)
_FROM = pattern_of(r"(?:捐赠|物资|货物)?来源|来自|from|sources?")
_OF_WHAT_WAS_PAID = pattern_of(
    r"(?P<money>(?:资金|经费|款项|用款|善款|捐款)来源(?:渠道|情况|说明)?|sources?of(?:funds?|funding)|fund(?:s|ing)?sources?)|(?:物[资品]|货物|商品|购[买物]|采购)?来源(?:地|处|单位|商家?|渠道)?|sources?"
)
_SORT_OF_GIFTS = pattern_of(
    r"(?:社会|各界|企业|单位|个人|团体|爱心|会员|非?定向|线[上下]|网络|匿名|其[他它]){0,3}(?:捐[款赠助]|善款)(?:收入|款)?"
)
_OF_WHAT_IS_USED = pattern_of(r"(?:资金|经费|款项|用款)来源.*")
_SAYS_GIVEN = pattern_of(r"捐[赠助献]|赠送|donat(?:ed|ion)$")
_HANDED_ON = pattern_of(
    r"(?:下?拨[付款]|资助|救助|补助|帮扶|慰问|发放|助学|奖助|付款|支付|实[拨发付]|使用)金?(?:金?额|款|标准)?|amountpaid|paidamount|disburse"
)
_SPENT = pattern_of(r"支出|支取|花费|花销|开支|开销|费用|(?:采购|购买|购置)(?:金额|款|费)|expen[sd]|spent|cost|paid")
_PLACE = pattern_of(r"(?:物资|物品|货物)?(?:接收|收货|送达|存放|入库|卸货|调入|收)(?:地点|地|处|仓库?|库房)")
_HELPS = pattern_of(r"(?:助学|结对|圆梦|帮困|助困|助残)")
_HANDED_OUT = pattern_of(r"(?:物资|物品)?(?:领[用取]|发放|分发|下发|派发|申领)")
_GOODS = ("item", "quantity", "money_or_goods", "goods")


def settle(senses: Senses) -> None:
    """Passes over, or notes, such columns where they name nobody who gave."""
    _of_what_was_paid(senses)
    _beside_names(senses)
    _of_gifts(senses)
    _out_of_store(senses)
    _into_store(senses)
    _of_help(senses)


def _of_what_was_paid(senses: Senses) -> None:
    """来源 in a list of what was spent is whoever was paid, 药店, and gave nothing; of goods that came and of those that were bought it is
    either, by what the row says. 资金来源, or sorts of money (捐款), are a remark.
    """
    spent, sources = senses.of("spent"), columns_of(senses)
    if len(sources) != 1 or (found := _OF_WHAT_WAS_PAID.fullmatch(normal(sources[0].heading))) is None:
        return
    [source] = sources
    if not spent:
        is_out = (
            found["money"]
            and senses.way == "out"
            and not senses.both
            and senses.has("amount", "money")
            and not senses.has(*_GOODS)
        )
        source.field = REMARK if is_out else source.field  # 善款支出公示
        return
    goes_on = found["money"] is not None and senses.has("recipient", "beneficiary", "supplier")
    says_paid = all(_says_paid(column, of_money=goes_on) for column in spent)
    if not says_paid or (not found["money"] and len(senses.of("donor", "party", "payer", "supplier")) > 1):
        return
    if senses.has("item") and any(map(_SAYS_GIVEN.search, senses.cells(source))):
        return  # 甲公司捐赠 beside 费用, which is what the goods are worth
    if senses.has("money", "amount", "direction"):
        source.said = source.said if found["money"] else source.said._replace(sense="party")
    elif found["money"] or any(is_sort_of_gifts(cell) or is_money_name(normal(cell)) for cell in senses.cells(source)):
        source.field = REMARK
    else:
        source.field = "supplier"


def _says_paid(column: Column, *, of_money: bool) -> bool:
    """Whether a column says what was paid; beside 资金来源 (`of_money`) and whoever got it also what was handed on, 拨付金额."""
    heading = normal(column.heading)
    return _SPENT.match(heading) is not None or (of_money and _HANDED_ON.match(heading) is not None)


def _beside_names(senses: Senses) -> None:
    """来源 above sorts of gifts and of income, 社会捐款 and 会费, in a list of money beside 单位 or 对方, says of what sort each is."""
    sources, others = columns_of(senses), senses.of("party", "payer")
    named = [column for column in others if column not in sources and senses.entries(column)]
    if len(sources) != 1 or len(named) != 1 or senses.has(*_GOODS, "spent", "direction", "recipient"):
        return
    if senses.way == "out" or _OF_WHAT_IS_USED.fullmatch(normal(sources[0].heading)):
        return  # 资金来源 of what a school or a village was paid
    cells = senses.entries(sources[0])
    if cells and all(map(_is_sort_of_income, cells)):
        sources[0].field, named[0].field = REMARK, "donor"


def _is_sort_of_income(cell: str) -> bool:
    plain = normal(cell)
    return _SORT_OF_GIFTS.fullmatch(plain) is not None or is_no_gift(plain)


def _of_gifts(senses: Senses) -> None:
    """来源 above 社会捐赠 and the like, and nothing that was bought or allotted, beside a column of who gave, says of what sort the gifts are."""
    sources = columns_of(senses)
    givers = [column for column in senses.of("donor") if not _says_only_gifts(senses, column)]
    names_givers = any(column not in sources for column in givers)
    for column in sources if givers else ():
        sorts = [cell for cell in senses.entries(column) if is_sort_of_goods(cell)]
        is_mixed = names_givers and sorts and all(map(is_sort_of_gifts, sorts))
        column.field = REMARK if is_mixed or _says_only_gifts(senses, column) else column.field


def _says_only_gifts(senses: Senses, column: Column) -> bool:
    cells = senses.entries(column)
    return bool(cells) and all(map(is_sort_of_gifts, cells))


def _out_of_store(senses: Senses) -> None:
    """来源 or From above nothing but stores, beside who received the goods, is where these were kept, and nobody who gave them;
    but below a title that says that they came. Names among sorts may be of those who gave, where no heading says 领用 or 发放.
    """
    is_out = any(_HANDED_OUT.match(normal(column.heading)) for column in senses.columns)
    for column in senses.columns if senses.has("recipient") and senses.way != "in" else ():
        cells = [normal(cell) for cell in senses.cells(column) if total_of(cell) is None]
        is_from = column.field == "donor" and not column.by_user and _FROM.fullmatch(normal(column.heading))
        if is_from and cells and all(map(is_store, cells)):
            column.field = REMARK if senses.has("store") else "store"
        elif is_from and any(map(is_sort_of_goods, cells)) and (is_out or all(map(is_sort_of_goods, cells))):
            column.field = REMARK  # 自购, 上级调拨: where what was given out had come from


def _into_store(senses: Senses) -> None:
    """接收地点 above nothing but stores, beside who gave the goods, is where these are kept: they went on to nobody. A store that is
    somebody else's, 市一院仓库, received them; and beside 接收单位 it says where that one has them.
    """
    takers = senses.of("recipient") if senses.has("donor") and senses.way != "out" else []
    for column in takers:
        cells = [normal(cell) for cell in senses.entries(column)]
        is_place = _PLACE.fullmatch(normal(column.heading)) is not None and not column.by_user
        if is_place and cells and all(map(is_store, cells)) and not any(map(is_of_a_body, cells)):
            column.field = REMARK if senses.has("store") or len(takers) > 1 else "store"


def _of_help(senses: Senses) -> None:
    """助学单位 below a title that says that money was handed out, 助学金发放表, says who helps, and nothing that they gave."""
    for column in senses.of("donor") if senses.way == "out" else ():
        if _HELPS.match(normal(column.heading)) and not column.by_user:
            column.field = PASSED


def tell_sorts(senses: Senses) -> bool:
    """Whether, in a list of goods, such a column says of what sort some of them were: 采购, 上级调拨."""
    sources = columns_of(senses) if senses.has(*_GOODS) else []
    return any(is_sort_of_goods(cell) for column in sources for cell in senses.cells(column))


def columns_of(senses: Senses) -> list[Column]:
    """The columns of sources that would name who gave."""
    found = [column for column in senses.columns if column.field in ("donor", "party") and not column.by_user]
    return [column for column in found if _SOURCE.fullmatch(normal(column.heading))]
