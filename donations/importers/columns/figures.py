"""Tables of figures that are made of many gifts, and are none: by day, month or sort, or of so many gifts each."""

from collections.abc import Sequence
from typing import Final

from donations.domain.paper_fields import PASSED
from donations.importers.columns import gift_sorts, needs_and_stock, sources
from donations.importers.columns.balanced_sums import (
    are_of_both_ways,
    are_of_funds,
)
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.unread_amounts import EARLIER
from donations.importers.columns.whole_names import in_columns
from donations.importers.patterns import pattern_of
from donations.importers.words.account_givers import says_giver
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.dues import is_no_gift
from donations.importers.words.foot import line_of_account, total_of
from donations.importers.words.heading_words import normal
from donations.importers.words.owed import is_cost
from donations.importers.words.ways import WAYS

GOODS: Final = ("item", "quantity", "money_or_goods", "goods")
PARTIES: Final = ("donor", "recipient", "party", "unit_or_party", "name", "payer", "beneficiary")
KIND_OF_GIFT: Final = pattern_of(r"(?:捐款|捐赠|善款|募捐|收入|捐助|捐资|捐物|物资)(?:收入|总额|金额|合计)?$")
SORT_OF_INCOME = pattern_of(
    r"(?:(?:上级|中央|国家|财政|政府|民政|专项|[省市县区镇]级?)[\u3400-\u9fff]{0,8}(?:补助|奖补|补贴|拨款|拨付|下拨|配套)|[\u3400-\u9fff]{0,12}(?:自筹|下拨)|[国省市县]补)(?:资金|款项?|经费)?"
    r"|(?:资金)?缺口(?:资金)?|(?:上[年期月]|期初|历年)(?:结[余转存]|余额)"
)
"""What a project was paid with that nobody gave: 上级补助, 村民自筹, 市红十字会下拨; and what it lacked."""

OF_EITHER_WAY = pattern_of(r"(?:收支)?(?:项目|科目|事项|摘要)(?:名称)?")
_TIMES = "总?笔数|人次数?|人数|次数|户数|单数"
_MANY_OF = f"(?:{_TIMES}|家数|件数|批次|批数)"
_HOW_MANY = pattern_of(
    rf"(?:捐[款赠助]|参与|收款|交易|总)*(?:{_TIMES}|{_MANY_OF}(?:[/、和及或]{_MANY_OF}){{1,3}})(?:[(].*)?"
)
_SO_MANY = pattern_of(r"[\u3400-\u9fff]{0,12}(?:笔数|单数)(?:[(].*)?")
"""How many amounts were added up: 拨付笔数; 慰问人数 beside 慰问金额 says whom money was spent for."""
_OF_SORTS, _SORTS = "社会|会员|企?事业|党政", "个人|企业|单位|团体|组织|机构|机关|公司"
_SORT = f"(?:{_OF_SORTS}|机关)*(?:{_SORTS})"
_SORT_OF_GIVERS = pattern_of(rf"(?:{_SORT}(?:[/、和与及]{_SORT}){{0,3}}(?:捐[款赠助资])?|其[他它])")
"""What stands for all who are of one sort; 爱心企业 is one that nobody names."""
_SORT_OF_GIFTS = pattern_of(
    rf"(?:{_OF_SORTS}|{_SORTS}|实名|匿名|非?定向|线[上下]|网络|现场|日常|一般|境[内外]|其[他它]|教职?工|师生|学生|党员|职工){{0,6}}(?:捐[款赠助资]|[认获]捐|善款|募捐|捐物)(?:收入|款)?"
)
"""What stands for all gifts of one sort: 企业认捐, 匿名获捐."""
_OF_ALL = pattern_of(
    r"(?:累计|共计?|总|已|本[月期次]|[本今当]年度?|当月){0,4}(?:收到|接收|接受|募集|筹集|收入|支出|拨付|使用|支付|发放|付出)(?:的|了)?(?:社会|各界|爱心){0,4}"
    r"(?:捐[款赠助资]|善款|资金|款项|款物|募捐)?(?:收入|支出|总额|金额|合计|总计|款)?"
)
"""What says how much came or went in all, and of or for nobody: 收到捐款, 累计支出善款."""
_COLLECTED = pattern_of(r"(?:累计|共计?|已|总)?(?:收到|接收|接受|募集|筹集|募得)")
_GAVE = pattern_of(r"捐|赠|助|[姓人]名|名字|爱心|don(?:or|at)|giver|name")
"""Headings of who gave, or of people: they collected nothing."""
_TOTALS = pattern_of(r"合计|总计|总额|小计")
_MONTHS = pattern_of(r"月份?|年月|年份|年度|季度|(?:统计)?(?:期间|时间|月份)|month|quarter|year|period")
OF_DAY: Final = pattern_of(r"(?:当[日天次月期周]|[本今]日|本[次月期周])")
"""How a heading begins of what came since the list before, beside which stands how much it is in all: 本日接收 beside 累计接收."""
_SO_FAR = pattern_of(r"累计|截[至止]")
RUNNING: Final = pattern_of(r".*累计.*")
_PAID_OUT = pattern_of(r"[拨支付]|发放|资助|救助")
_OF_MONEY_WORDS, _OF_GOODS_WORDS = pattern_of(r"款|金|(?<!物)资|元|钱|价"), pattern_of(r"物|货")
_SURELY = ("donor", "recipient", "payer", "beneficiary")
_BOTH = 2
"""Columns of what is told of a day: one of money, one of goods."""
_COME_TO = pattern_of(r"收|募|筹|获")
"""What came to whoever stands beside it, where nothing says that they gave: 单位 beside 本日接收."""
TIME: Final = pattern_of(
    r"(?:[0-9]{4}(?:年|年度)?)?[-./]?(?:(?:[1-9]|0[1-9]|1[0-2]|[一二三四五六七八九十]|十[一二])月份?|第?[一二三四1-4]季度|[上下]半年|全年)"
    r"|[1-9]|1[0-2]|(?:19|20)[0-9]{2}(?:年度?)?|[0-9]{4}[-./][0-9]{1,2}(?:-0?1)?"
)
"""What stands below such a heading: 1月, 第一季度, 2024年, 2024-01-01 of a cell that shows the month alone."""
_WHAT_FOR = ("supplier", "direction", "summary", "project", "content", "paid_for", "serial", "number")
_OF_MONEY = ("money", "spent", "amount", "total", "channel", "debit", "credit")

_MANY = pattern_of(
    r"(?:donors|backers|supporters|sponsors|givers|contributors|beneficiaries|recipients|families|households|individuals|members|children|persons|clients|students|patients)(?:served|reached|helped|supported|count)?"
)
_COUNT = pattern_of(r"(?:0|[1-9][0-9]{0,8}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})")


def of_people(senses: Senses) -> None:
    """Donors or Beneficiaries above nothing but numbers says how many they are, and names nobody."""
    for column in senses.columns:
        if column.field in PARTIES and not column.by_user and _MANY.fullmatch(normal(column.heading)):
            cells = senses.cells(column)
            column.field = PASSED if cells and all(map(_COUNT.fullmatch, cells)) else column.field


def are_all(senses: Senses) -> bool:
    """Whether the table only tells how much came and went, by day (当日捐款), by month or by sort (收入合计, 支出合计)."""
    told = (are_of_both_ways, are_of_funds, needs_and_stock.tell_no_gifts, needs_and_stock.sum_up_stock)
    if any(are_sums(senses) for are_sums in told):
        return True
    if senses.has(*PARTIES, *GOODS, "direction"):
        return False
    sums = {normal(column.heading) for column in senses.of("money", "spent")}
    if sums == {"收入合计", "支出合计"}:
        return not senses.has("date")
    return _by_months(senses) or (senses.has("figure") and all(_TOTALS.match(heading) for heading in sums))


def pass_over(senses: Senses) -> None:
    """What is told of a day is read where it is all that says how much of it is whose, 本日接收 beside 捐赠单位 and 累计接收; all other
    figures are passed over.
    """
    told = [
        column for column in senses.of("figure") if OF_DAY.search(said := column.said_as) and not _SO_FAR.search(said)
    ]
    who = [column for column in senses.of(*PARTIES) if senses.entries(column)]
    for column in senses.of(*_OF_MONEY) if told else ():
        if EARLIER.match(column.said_as) and not column.by_user:
            column.field = PASSED
    if told and who and not senses.has("quantity", "item_or_quantity", "money_or_goods", *_OF_MONEY):
        of_money = [column for column in told if _OF_MONEY_WORDS.search(column.said_as)]
        is_of_both = len(told) == _BOTH and len(of_money) == 1
        fields = [_read_as(senses, column.said_as, who, beside_goods=is_of_both) for column in told]
        for column, field in zip(told, fields, strict=True) if len(told) == 1 or is_of_both else ():
            column.field = PASSED if PASSED in fields else field  # not the money of what came with goods
    senses.become("figure", PASSED)


def _read_as(senses: Senses, heading: str, who: Sequence[Column], *, beside_goods: bool) -> str:
    """The field of what is told of a day; PASSED where it may be goods or money, or what came to those who stand beside it.

    Money is told `beside_goods` where another column says how many of these came.
    """
    is_paid, is_money = _PAID_OUT.search(heading) is not None, _OF_MONEY_WORDS.search(heading) is not None
    is_sure = any(column.said.sense in _SURELY or column.by_user for column in who)
    if not is_sure and (is_paid or _COME_TO.search(heading)):
        return PASSED
    if senses.has("item", "name"):
        return "quantity" if not is_money else "money" if beside_goods and not is_paid else PASSED
    if not is_money or _OF_GOODS_WORDS.search(heading):
        return PASSED
    return "spent" if is_paid else "money"


def _by_months(senses: Senses) -> bool:
    """Whether the days are months alone, and beside what came and went in each nobody and nothing is named."""
    if senses.given or senses.has(*_WHAT_FOR) or any(column.by_user for column in senses.columns):
        return False
    times = [column for column in senses.columns if column.field == "date" or _MONTHS.fullmatch(column.said_as)]
    if in_columns(senses) is not None:
        return False
    if len(times) != 1 or not senses.has(*_OF_MONEY) or not _MONTHS.fullmatch(times[0].said_as):
        return False
    if any(senses.cells(column) for column in senses.of("note")):
        return False
    said = [normal(cell) for cell in senses.entries(times[0])]
    return bool(said) and len(set(said)) == len(said) and all(map(TIME.fullmatch, said))


def sum_up(senses: Senses) -> bool:
    """Whether the table only tells how much of each sort of money came in: 单位捐款 300, 上级补助 30, or 300 in 12笔."""
    ways = (_are_sorts, _are_told_by_sort, _are_two_sums, _are_of_collectors, _are_of_many)
    if any(are_so(senses) for are_so in ways):
        return True
    if senses.has(*PARTIES, "date", "supplier", "direction", "spent"):
        return False
    if senses.has("money") and counts_gifts(senses):
        return True  # amounts that are made of so many gifts each, and nobody's
    words = [cell for column in senses.of("project") for cell in senses.cells(column)]
    kinds = [word for word in words if _is_kind(normal(word)) or is_no_gift(normal(word))]
    if any(map(says_giver, words)):
        return False
    return bool(words) and 2 * len(kinds) > len([word for word in words if total_of(word) is None])


def _are_sorts(senses: Senses) -> bool:
    """Whether those who gave are nothing but sorts of givers, or ways that money came by, each once and without a day: 个人 672, 企业 210; 微信 300, 现金 50."""
    named = senses.of(*PARTIES)
    is_one = len(named) == 1 and named[0].field in ("donor", "party") and not named[0].by_user
    if not is_one or senses.has("date", *GOODS):
        return False
    said = [normal(cell) for cell in senses.entries(named[0])]
    sorts = (_SORT_OF_GIVERS, WAYS, *((_SORT_OF_GIFTS,) if sources.columns_of(senses) else ()))
    return 1 < len(said) == len(set(said)) and any(all(map(sort.fullmatch, said)) for sort in sorts)


def _are_told_by_sort(senses: Senses) -> bool:
    """Whether beside the amounts, which nobody gave and no day is of, only sorts or ways stand, each once: 善款 and 物资折价 below 类别."""
    if (
        senses.given
        or senses.has(*PARTIES, *GOODS, *_WHAT_FOR, "date", "spent", "note", "purpose")
        or not senses.has("money")
    ):
        return False
    told = [column for column in senses.columns if gift_sorts.heads_sorts(column.said_as) and not column.by_user]
    said = [normal(cell) for column in told for cell in senses.entries(column)]
    return len(told) == 1 and 1 < len(said) == len(set(said)) and all(map(_is_of_many, said))


def _are_two_sums(senses: Senses) -> bool:
    """Whether the rows are nothing but what came and what went in all, each said once and without a day: 收到捐款 500, 支出 300, 余额 200."""
    others = (
        each for each in (*PARTIES, *GOODS, *_WHAT_FOR, "date", "spent", "note", "purpose") if each != "direction"
    )
    told = [column for column in senses.of("direction") if not column.by_user]
    if senses.given or len(told) != 1 or senses.has(*others):
        return False
    if told[0].said.sense != "direction" and not OF_EITHER_WAY.fullmatch(told[0].said_as):
        return False  # 收支, or 项目 above 收入 and 支出
    said = [normal(cell) for cell in senses.entries(told[0]) if not line_of_account(cell)]
    return 1 < len(said) == len(set(said)) and all(map(_OF_ALL.fullmatch, said))


def _is_of_many(word: str) -> bool:
    """Whether a word (normal) says of which sort, or by which way, the gifts of many came."""
    is_sort = (
        _SORT_OF_GIVERS.fullmatch(word) is not None or gift_sorts.is_sort(word) or WAYS.fullmatch(word) is not None
    )
    return is_sort or _is_kind(word) or _SORT_OF_GIFTS.fullmatch(word) is not None


def _are_of_collectors(senses: Senses) -> bool:
    """Whether each row tells of a body how much it was given (收到捐款) and how much of that it spent: others gave it, whom nobody names."""
    named = [column for column in senses.columns if column.field in PARTIES]
    is_one = len(named) == 1 and named[0].field in ("donor", "party") and not named[0].by_user
    came, went = ([c for c in senses.columns if c.field == field and not c.by_user] for field in ("money", "spent"))
    if not is_one or not went or not came or senses.has("date", "direction", *GOODS):
        return False
    if _GAVE.search(normal(named[0].heading)) or not all(_COLLECTED.match(normal(column.heading)) for column in came):
        return False
    rows = [row for row in senses.below if not any(total_of(shown(cell)) for cell in row)]
    return bool(rows) and all(shown_at(row, side[0].index) for row in rows for side in (came, went))


def _are_of_many(senses: Senses) -> bool:
    """Whether a column right before or behind all amounts that went out, and came, says of how many each is made, 拨付笔数 beside
    拨付金额, and nothing says to whom or for what.
    """
    sums = senses.of("money", "spent")
    if not senses.has("spent") or senses.has(*PARTIES, *GOODS, *_WHAT_FOR, "purpose", "type"):
        return False
    if any(column.by_user for column in sums) or any(senses.cells(column) for column in senses.of("note")):
        return False
    counts = [column.index for column in senses.columns if _SO_MANY.fullmatch(normal(column.heading))]
    return all(any(abs(place - column.index) == 1 for place in counts) for column in sums)


def _is_kind(word: str) -> bool:
    """Whether a word (normal) says of what sort money was that came, and not what it was spent for, 购防疫物资."""
    is_kind = KIND_OF_GIFT.search(word) is not None or SORT_OF_INCOME.fullmatch(word) is not None
    return is_kind and not is_cost(word)


def counts_gifts(senses: Senses) -> bool:
    """Whether a column says of how many gifts, or givers, an amount is made: 笔数, 捐款人数."""
    return any(says_how_many(column.heading) for column in senses.columns)


def says_how_many(heading: str) -> bool:
    """Whether a heading is of numbers of gifts or of people, which are no amounts: 笔数, 人数."""
    return _HOW_MANY.fullmatch(normal(heading)) is not None
