"""Columns that say how many of the goods there were: which of several is read, and what went on in other amounts than it came."""

from fractions import Fraction

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.i18n import N_
from donations.importers.columns import asides
from donations.importers.columns.columns import GOODS_IN, MEASURE, PART, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, plain_number, shown_at
from donations.importers.words.counting import unit_of
from donations.importers.words.foot import number_in
from donations.importers.words.heading_measures import BRACKETED
from donations.importers.words.heading_words import normal
from donations.importers.words.shares import shares

_CAME = pattern_of(r"(?<![未待])(?:到货|入库|签收)|实|已")
_MEANT = pattern_of(r"应|计划|申请|需求|拟|预计|认捐|意向|承诺|[未待](?:到货|入库|签收|收)")
_WANTED = pattern_of(r"^(?:应[收到发]|计划|申请|申领|请领|需求)")
"""What is beside it came all the same: not 未到货数量, which may be a part of that."""
_USED = "分配|发放|使用|领[用取]|调拨|发出|[去流]向|转[赠交送]|送达|投放"
_WENT_ON = pattern_of(rf"{_USED}|捐出")
_STAYED = pattern_of(r"(?:剩余|结余|结存|未(?:发放?|分配|使用))[^日时]*|^库存(?:数量?|量)?(?:[(（].*)?$")
_GONE_OF_MONEY = pattern_of(
    r"(?:已|累计|实际)?(?:执行|使用|支出|拨付|发放|支付|下拨|划拨|分配|转[赠交]|受[益助赠]|救助|到位)(?:金?额|资金|款项?)?(?:[(（]?万?元[)）]?)?"
)
"""How much of the money that came went on."""
_GONE = pattern_of(rf"(?:已|累计)(?:{_USED}|发|领|拨付?)(?:数量?|量)?")
_WENT_BACK = pattern_of(
    r"(?:(?:其中|已|现|共)?(?:退[回还货库]|返还|归还|交回)|已退)(?:的?(?:物资|物品|货物|捐赠物))?(?:总?数量?|总量|件数)?"
    r"|(?:实际)?(?:归还|返还|交回|还回)(?:日期|时间|日)|(?:qty|quantity|number)?(?:#of)?returned(?:qty|quantity|on)?|(?:actual)?(?:date(?:of)?return(?:ed)?|return(?:ed)?date)"
)
"""归还日期, too: what was lent and came back was not given away."""
_IS_NET = pattern_of(r"实[收际]|净|留[用存下]|合格")
"""What is counted so is what stayed, whatever went back."""
_TARE = pattern_of(r"皮重|\btare\b")
_GROSS, _NET_OF_GROSS = pattern_of("[毛皮]重|gross|tare"), pattern_of(r"净重|\bnet\b")
_PACKS = pattern_of("[箱包盒袋桶套捆]数量?")
_HOLDING = frozenset("箱件包盒袋桶套捆提筐篮")
"""Units of packs, which one may call as another: 10件 below 箱数, but no 10只."""
_HOW_MANY = pattern_of("数量|qty|quantity|pcs|pieces")
_SENT = pattern_of(
    r"已?(?:发货|发运|到货)的?(?:数量?|量)?|(?:实|已)到(?:数量?|量)?|(?:qty|quantity|units)?_?(?:shipped|dispatched)_?(?:qty|quantity|units)?"
)
"""How many of them whoever gives them has sent, or came. 已寄出 may be what went on."""
_EACH = pattern_of(
    r"每[箱件包盒袋桶套捆]|[单整]箱数量?|箱装数量?|装箱(?:数量?|量|规格)|(?:/|per)(?:carton|ctn|case|box|pack|bag)"
)
_IN_ALL = pattern_of(r"(?:总数|总计|合计|共计|总)(?:数量?|量)?|(?:total|qty|quantity|pcs|pieces|units){1,2}")
IN_AND_OUT = N_(
    "what came in and what went out in a table each, or --map HEADING=- of the columns of what went out: in some row they differ"
)
OF_PACKS = N_(
    "how many there are in the unit beside them, which the number of packs doesn't say: say --map HEADING=quantity of the column that does, and --map HEADING=- of that of packs; where packs are meant, --map HEADING=- of the column of units"
)
TWO_COUNTS = N_("one column of quantities: say --map HEADING=- of each other, which says another number")


def count(senses: Senses) -> bool:
    """Whether a column says how many there were, and not only how many were meant to come: 应收数量, 需求数量."""
    return any(column.by_user or not _WANTED.search(column.in_words) for column in senses.of("quantity"))


def counts(senses: Senses, sort: str) -> str | None:
    """What came is read, and not what was meant to; 数量 goes before 箱数, which says it in another measure.

    Says what would have to be said where two of one unit say otherwise, or packs would be taken for what they hold.
    """
    found = senses.of("quantity")
    _mark_what_went_back(senses, found)
    if asides.count_gifts(senses, found):
        found[0].field = PASSED
        return None
    found = _without_gross(found)
    if _weigh_what_carries_them(senses, found):
        return TWO_COUNTS
    packed = _packs_times_each(senses, found)
    if packed is None:
        return OF_PACKS
    found = packed
    came = [column for column in found if _CAME.search(column.in_words) and not _MEANT.search(column.in_words)]
    if len(came) == 1 and all(column in came or _MEANT.search(column.in_words) for column in found):
        found = _only(came, found)
    else:
        meant = [column for column in found if _WANTED.search(column.in_words) and not column.by_user]
        found = _only([column for column in found if column not in meant], found) if meant else found
    if sort == GOODS_IN:  # how many of them went on again is said beside
        found = _only([column for column in found if not _WENT_ON.search(column.in_words)], found)
    if len(found) == 1:
        found += _in_all(senses, found[0])
    every = found
    named = [column for column in found if _HOW_MANY.search(column.said_as)]
    found = _only(named, found)
    found = _only([column for column in found if column in named or not column.said_as.endswith("数")], found)
    for column in every:
        if column.said.unit and column.said.unit != found[0].said.unit:
            column.field = MEASURE
    return TWO_COUNTS if found and _say_otherwise(senses, sort, found, every) else None


def _say_otherwise(senses: Senses, sort: str, found: list[Column], every: list[Column]) -> bool:
    """Whether what is to be read says another number than a column beside it that may be meant as well."""
    if sort == GOODS_IN and not senses.has("recipient") and _is_sent_in_part(senses, found[0]):
        return True
    alike = [column for column in found if column.said.unit == found[0].said.unit]
    return _are_weighed(senses, found[0], every) or _differ(senses, alike)


def _are_weighed(senses: Senses, counted: Column, every: list[Column]) -> bool:
    """Whether numbers of nobody knows what stand beside weights, 数量 10 beside 重量（公斤） 500, of goods that are usually weighed:
    10 斤 they are not.
    """
    says_unit = counted.said.unit or counted.by_user or senses.has("unit", "unit_or_party")
    if says_unit or not any(_is_mass(column.said.unit) and _differ(senses, [counted, column]) for column in every):
        return False
    items = {cell for column in senses.of("item", "name") for cell in senses.cells(column)}
    usual = [known.unit for cell in items if (known := common_named(normal(cell))) is not None]
    return any(map(_is_mass, usual)) and all(plain_number(cell) is not None for cell in senses.cells(counted))


def _is_mass(unit: str | None) -> bool:
    known = spellings().get((unit or "").casefold())
    return known is not None and known.dimension == "mass"


def _is_sent_in_part(senses: Senses, counted: Column) -> bool:
    """Whether a column says that less of the goods was sent, or came, than were to come: 已发货 or 到货 300 beside 数量 500."""
    beside = [each for each in senses.columns if each.field in ("", PASSED) and not each.by_user]
    sent = [each for each in beside if _SENT.fullmatch(each.said_as) and each.said.unit in (None, counted.said.unit)]
    sent = [each for each in sent if not any(map(looks_like_a_date, senses.cells(each)))]  # 发货 3月2日
    is_bare = not _CAME.search(counted.in_words) and "募" not in counted.heading
    return is_bare and any(_differ(senses, [counted, each]) for each in sent)


def _mark_what_went_back(senses: Senses, found: list[Column]) -> None:
    """退回数量 beside 数量, and where goods are all that is given: of how much came a part went back."""
    if senses.has("money", "spent") or any(_IS_NET.search(column.in_words) for column in found):
        return
    for column in senses.columns:
        is_read = column.field not in ("", PASSED, PART) or column.by_user
        column.says_back = not is_read and _WENT_BACK.fullmatch(BRACKETED.sub("", column.said_as)) is not None


def _without_gross(found: list[Column]) -> list[Column]:
    """What goods weigh without what they were packed in is how much of them there is: 净重 beside 毛重 and 皮重."""
    net = [column for column in found if _NET_OF_GROSS.search(column.in_words.casefold())]
    return _only([column for column in found if not _GROSS.search(column.in_words.casefold())], found) if net else found


def _weigh_what_carries_them(senses: Senses, found: list[Column]) -> bool:
    """Whether 毛重 alone would be read beside 皮重, which is no small part of it: what a lorry weighs is nobody's gift."""
    is_gross = bool(found) and all(_GROSS.search(column.in_words.casefold()) for column in found)
    return is_gross and any(_TARE.search(column.in_words.casefold()) for column in senses.columns)


def _packs_times_each(senses: Senses, found: list[Column]) -> list[Column] | None:
    """总数 beside 箱数, and 每箱数量 of which both make it where that is said, is how much there is, which 单位 says the unit of; None
    where 10 箱 would be 10 of that unit, 只, or as what each holds or all of it says otherwise; else as found, what is counted in
    that unit first.
    """
    packs = [column for column in found if column.said.unit and not column.by_user]
    free = [column for column in senses.columns if column.field in ("", PASSED, "quantity") and not column.by_user]
    each = [column for column in free if _EACH.search(column.said_as)]
    wholes = [column for column in free if _IN_ALL.fullmatch(column.said_as)]
    units = {unit_of(cell) for column in senses.of("unit") for cell in senses.cells(column)}
    of_packs = any(column.said.unit in units for column in packs)
    counted = [column for column in wholes if _HOW_MANY.search(column.said_as)]
    if not units and len(packs) == len(each) == len(counted) == 1 and _make(senses, *packs, *counted, *each):
        return counted
    if not units or (of_packs and len(units) == 1):  # 20000 of what nobody says, or of 箱
        return sorted(found, key=lambda column: column.said.unit not in units)
    are_alone = not of_packs and len(packs) == len(wholes) == 1 and all(column in (*packs, *wholes) for column in found)
    if are_alone and len(each) < 2 and _make(senses, *packs, *wholes, *each):  # noqa: PLR2004 - one that may say what a pack holds
        return wholes
    is_of_packs = any(_PACKS.fullmatch(column.in_words) or any(map(senses.cells, each)) for column in packs)
    if not is_of_packs or any("数量" in column.said_as for column in found):
        return found
    says_otherwise = any(senses.cells(column) for column in (*each, *(one for one in wholes if "数" in one.in_words)))
    return None if says_otherwise or not (of_packs or units <= _HOLDING) else found


def _make(senses: Senses, packs: Column, whole: Column, *each: Column) -> bool:
    """Whether in every row so many packs make the whole, which then is how much there is."""
    columns = (packs, whole, *each)
    rows = [[number_in(shown_at(row, column.index)) for column in columns] for row in senses.records()]
    counted = [row for row in rows if row[0]]
    if not counted or not all(all(row) and _holds_packs(*row) for row in counted):
        return False
    packs.field, whole.field = MEASURE, "quantity"
    return True


def _holds_packs(packs: Fraction | None, whole: Fraction | None, each: Fraction | None = None) -> bool:
    """Whether so many packs make the whole, as far as is known how much each of them holds."""
    if not packs or not whole:
        return False
    return whole > packs if each is None else whole == packs * each


def _in_all(senses: Senses, counted: Column) -> list[Column]:
    """The columns that say in another unit how much of them there is in all: 合计（只） beside 箱数."""
    found = [column for column in senses.columns if column.said.sense == "total" and column.said.unit]
    found = [column for column in found if column.said.unit != counted.said.unit]
    for column in found:
        column.field = "quantity"
    return found


def _only(wanted: list[Column], found: list[Column]) -> list[Column]:
    """The columns that are wanted, with the others passed over; all of them where none is wanted."""
    for column in found if wanted else ():
        column.field = column.field if column in wanted else PASSED
    return wanted or found


def _differ(senses: Senses, columns: list[Column]) -> bool:
    """Whether the columns say other numbers in some row."""
    for row in senses.below:
        texts = [shown_at(row, column.index) for column in columns]
        if len({number for text in texts if text[:1].isdigit() and (number := number_in(text))}) > 1:
            return True
    return False


def divided(senses: Senses) -> bool:
    """Whether gifts went on in other amounts than they came in, in columns beside them: 数量 1000, 分配数量 600, or 剩余数量 400."""
    if not (senses.has("donor") and senses.has("recipient")):
        return False
    if not senses.has("quantity"):
        return _is_spent_in_part(senses)
    unread = [column for column in senses.columns if not column.by_user or column.field == "quantity"]
    stayed = [column.index for column in unread if _STAYED.search(column.said_as)]
    counts = [column.index for column in unread if column.index not in stayed and _is_of_counts(column)]
    taker = next(column.index for column in senses.of("recipient"))
    whole = [row for row in senses.below if shown_at(row, taker) and not shares(shown_at(row, taker))]
    is_left = any(number_in(shown_at(row, index)) for row in whole for index in stayed)
    gone = [column for column in unread if column.field in ("", PASSED) and _GONE.fullmatch(column.in_words)]
    return (
        is_left
        or any(_differ(senses, [*senses.of("quantity"), column]) for column in gone)
        or any(len({shown_at(row, index) for index in counts}) > 1 for row in senses.below if len(counts) > 1)
    )


def _is_spent_in_part(senses: Senses) -> bool:
    """Whether of money that went on a column beside it says another amount, 捐赠金额 10000, 执行金额 8000."""
    came = [column for column in senses.of("money", "amount") if not column.by_user]
    gone = [c for c in senses.columns if c.field in ("", PASSED) and _GONE_OF_MONEY.fullmatch(c.said_as)]
    return len(came) == 1 and any(_differ(senses, [*came, column]) for column in gone if not column.by_user)


def _is_of_counts(column: Column) -> bool:
    """Whether a column counts goods, by its heading or by the lower of two, 使用情况 above 数量."""
    is_below_another = column.whole not in ("", column.heading)
    return (column.field == "quantity" and "数量" in column.in_words) or (
        is_below_another and column.in_words == "数量"
    )
