"""Names below a heading that nobody understands, or that speaks of remarks, in a list of money that names nobody else: they would be lost."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.figures import KIND_OF_GIFT
from donations.importers.columns.name_parts import NAMED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.account_givers import giver_in, is_name_alone, says_giver
from donations.importers.words.accounts import goes_out, is_interest, is_sort_of_money
from donations.importers.words.cells import is_filled, shown_at
from donations.importers.words.dues import is_no_gift
from donations.importers.words.heading_words import normal
from donations.importers.words.names_alone import name_alone
from donations.importers.words.owed import is_cost
from donations.importers.words.party_words import names_party
from donations.importers.words.ways import WAYS

_OF_ACCOUNTS = ("spent", "direction", "debit", "credit", "project", "summary", "category")
_GIVEN = ("money", "spent", "amount", "item", "money_or_goods")
_GOODS = ("quantity", "unit", "price", "money_or_goods", "goods")
_LONGEST_NAME = 24
_SEVERAL = 6
_GIVING = pattern_of(r"捐[赠款助献]|赞助|打赏|赞赏|投喂")
_ORDINAL = pattern_of("第[0-9一二三四五六七八九十]|[A-Za-z]{1,12}[_-](?=[A-Za-z]{0,24}[0-9])[A-Za-z0-9]{1,24}$")
"""第一次; and numbers that programs give, ch_1."""
_OTHER_SIDE = pattern_of(r"(?:往来|相关|关联)?对象|当事[人方]|(?:相关|关联|往来)(?:方|人|户|客户)(?:名称)?")
_REMARK_OF = pattern_of(r".+备注.*|备注[(/:]*(?:姓?名|捐[款赠]人).*")
"""转账备注, which whoever pays writes and may be a name; 备注 alone is a remark."""
_OF_MONEY = pattern_of(r"(?:捐[款赠助资]?|善款|爱心款|赞助)(?:款|收入)?[)）]?$|^捐款")
_OF_USE = pattern_of("用途|用于|使用|意向|定向|受益|资助|救助|帮扶|购买|采购")
"""Below these stands who is helped as often as what was done."""
_OF_NOBODY = pattern_of(
    r".*(?:单据|票据?|凭证|[号码箱柜址]|链接|截图|附件|图片|照片|[学会党团班手续]费)|星期几?|周[几次]?|农历|阴历|年份|天气|时段|(?:公益|募捐|筹款|劝募|义卖)?(?:活动|[场轮车期]次|期数|场地|地点|项目)(?:名称)?"
    r"|.*[清点开验监][票点钞箱验督]人|学历|职[称务]|岗位|民族|籍贯|关系|荣誉|奖项|[等星]级|颜色|材质|重量|体积|大小|线路|路段|片区|网格|楼栋|单元|门牌|座位|[盖印]章|备用|利息|工资|补贴|奖金"
    r"|country|region|titles?|subjects?|tasks?|events?|campaigns?|reasons?|kind|ref|receipts?|certificates?|mission|matched|fees?|net|direction|links?|urls?|images?|photos?"
)
"""Headings below which each row may say another word, and no name."""


def below_giving(senses: Senses) -> None:
    """赞助 or 打赏 above names, beside amounts and nobody else who is named, says who gave; 对象 in an account who gave or was paid."""
    _other_side(senses)
    _among_sorts(senses)
    _in_words_of_what_went(senses)
    if senses.given or senses.way == "out" or senses.has(*NAMED, "group", "name", *_OF_ACCOUNTS):
        return
    for column in senses.columns:
        has_amounts = senses.has("money", "amount", "total")
        if has_amounts and column.field == "content" and not column.by_user and _GIVING.fullmatch(column.said_as):
            cells = senses.entries(column)
            names = sum(1 for cell in cells if name_alone(cell) is not None)
            column.field = "donor" if 2 * names > len(cells) else column.field


def _other_side(senses: Senses) -> None:
    """对象 in an account of what came and went is who stood on the other side; elsewhere it may be who is helped."""
    if senses.has(*NAMED, "group", "name") or not (senses.has("money", "amount") and senses.has("spent", "direction")):
        return
    found = [c for c in senses.columns if not c.field and not c.by_user and _OTHER_SIDE.fullmatch(c.said_as)]
    for column in found if len(found) == 1 else ():
        column.field = "party"


def _among_sorts(senses: Senses) -> None:
    """项目, 类别 or Description above 李华捐款, in a list of money that names nobody elsewhere, says who gave, in words, and no sort of
    gifts, purpose or goods.
    """
    if senses.given or senses.has(*NAMED, "group", "name", "spent", "direction", "debit", "credit", *_GOODS):
        return
    unread = [each for each in senses.columns if not each.field and each.heading and each.said.sense is None]
    told = [*senses.of("project", "category", "summary", "item"), *unread]
    for column in told if senses.has("money", "amount", "total") else ():
        is_sort = column.field in ("project", "category") and not _OF_USE.search(column.said_as)
        cells = senses.entries(column)
        says_who = _says_who if is_sort else _says_money if column.field == "item" else says_giver
        names = sum(map(says_who, cells)) if not column.by_user else 0
        others = [cell for cell in cells if not says_who(cell)] if is_sort and names else []
        sorts = sum(map(_is_sort_of_income, others))  # 会费收入 among those who gave
        if senses.way is None and any(is_cost(normal(cell)) and not _is_sort_of_income(cell) for cell in others):
            continue  # what came and what was spent below one heading, which is told
        if names and (column.field in ("summary", "") or 2 * (names + sorts) > len(cells)):
            column.field = "note"


def _is_sort_of_income(cell: str) -> bool:
    return is_sort_of_money(cell) or is_interest(cell) or is_no_gift(normal(cell))


def _in_words_of_what_went(senses: Senses) -> None:
    """备注 beside goods that went out, to nobody who is named elsewhere, says who got them where it says that of all: 市一院领取, 发放给市二院."""
    words = [each for each in senses.of("note", "summary") if not each.by_user and senses.entries(each)]
    is_out = senses.way == "out" and senses.has("item") and senses.has("quantity") and len(words) == 1
    if not is_out or senses.given or senses.headed or senses.has(*NAMED, "group", "name", *_OF_ACCOUNTS[:4], "money"):
        return
    if all(names_party(cell, came_in=False) for cell in senses.entries(words[0])):
        words[0].field = "recipient"


def _says_money(cell: str) -> bool:
    """Whether a cell where goods are called says whose gift of money it is, 李华捐款; 甲公司捐赠口罩 is of goods, worth so much."""
    return says_giver(cell) and (cell.isascii() or _OF_MONEY.search(cell) is not None)


def _says_who(cell: str) -> bool:
    return says_giver(cell) or is_name_alone(cell)


def say_givers(senses: Senses) -> bool:
    """Whether all that is said of each amount says whose gift it is, 李华捐款, 甲公司捐赠, but for 利息 among them."""
    told = [[cell for cell in senses.entries(column) if not is_interest(cell)] for column in senses.of("note")]
    return any(cells and all(map(says_giver, cells)) for cells in told)


def stand_unread(senses: Senses) -> bool:
    """Whether nobody is named in a list of money, and a column that nobody reads as names holds some."""
    if _gave_unread(senses):
        return True
    if senses.given or senses.has(*NAMED, "group", "name") or not senses.has("money", "amount", "total"):
        return False
    if senses.has(*_OF_ACCOUNTS):
        return senses.has("money") and senses.has("spent", "direction") and _stand_in_account(senses)
    return any(_holds_names(senses, column) for column in senses.columns)


def _gave_unread(senses: Senses) -> bool:
    """Whether names that nobody reads stand before 捐款 and 受赠方: they gave it, and it wasn't paid out."""
    others = [field for field in (*NAMED, "group", "name") if field != "recipient"]
    given = [c for c in senses.of(*_GIVEN) if _GIVING.match(c.in_words) and not c.by_user]
    if senses.given or senses.way == "out" or senses.has(*others) or not senses.has("recipient") or not given:
        return False
    before = [each for each in senses.columns if each.index < given[0].index]
    return any(_holds_names(senses, each) or _holds_one(senses, each) for each in before)


def _holds_one(senses: Senses, column: Column) -> bool:
    """Whether a name stands below a heading that nobody reads; the others may be bodies, 李华（某商会）."""
    is_unread = not column.field and not column.by_user and bool(column.heading) and column.said.sense is None
    return (
        is_unread
        and _OF_NOBODY.fullmatch(normal(column.heading)) is None
        and any(name_alone(cell) is not None for cell in senses.entries(column))
    )


def _stand_in_account(senses: Senses) -> bool:
    """Whether a column of an account that nobody reads holds names of other people in rows of what came in whose words name nobody."""
    told = senses.of("note", "summary", "purpose", "project", "content")
    for column in senses.columns:
        if column.by_user or column.field or not column.heading or column.said.sense is not None:
            continue
        rows = [row for row in senses.records() if shown_at(row, column.index) and _came(senses, row)]
        names = {name for row in rows if (name := name_alone(shown_at(row, column.index))) is not None}
        words = ["，".join(filter(None, (shown_at(row, each.index) for each in told))) for row in rows]
        open_ = [each for each in words if giver_in({"spent": "", "note": each}) is None]
        if len(names) > 1 and 2 * len(names) > len(rows) and open_:
            return True
    return False


def _came(senses: Senses, row: Sequence[str]) -> bool:
    """Whether a row of an account says what came in."""
    ways = [shown_at(row, column.index) for column in senses.of("direction")]
    return any(is_filled(row, column.index) for column in senses.of("money")) and not any(
        map(goes_out, filter(None, ways))
    )


def _holds_names(senses: Senses, column: Column) -> bool:
    is_unread = not column.field and bool(column.heading) and column.said.sense is None
    is_passed = column.field == PASSED and column.said.sense in ("channel", "level")
    is_remark = column.field == "note" and _REMARK_OF.fullmatch(column.said_as) is not None
    if column.by_user or not (is_unread or is_passed or is_remark):
        return False
    cells = senses.entries(column)
    names = [cell for cell in cells if name_alone(cell) is not None]
    if len(cells) > 1 and 2 * len(names) > len(cells):
        return True
    return is_unread and _OF_NOBODY.fullmatch(normal(column.heading)) is None and _are_apart(cells)


def _are_apart(cells: Sequence[str]) -> bool:
    """Whether most rows say other words than the rest, as names do, also those that nobody would know as such: wuyou, 冰水之畔.

    Of few rows all: 是, 否 and 是 name nobody.
    """
    words = {cell for cell in cells if cell[0].isalpha() and 1 < len(cell) <= _LONGEST_NAME and not _names_nobody(cell)}
    return len(words) > 1 and (2 * len(words) > len(cells) if len(cells) >= _SEVERAL else len(words) == len(cells))


def _names_nobody(cell: str) -> bool:
    """Whether a cell is or begins with a number, or says a sort of gift or a way that it came: 3, 第一次, ch_1, 物资捐赠, 支付宝."""
    begins = cell[:1].isdigit() or _ORDINAL.match(cell) is not None
    return begins or KIND_OF_GIFT.search(cell) is not None or WAYS.fullmatch(normal(cell)) is not None
