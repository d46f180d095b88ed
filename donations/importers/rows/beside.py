"""Whom a row names beside the one who counts: below 单位 beside 姓名, and in further columns of the same role."""

from collections.abc import Mapping, Sequence

from donations.domain.amount import decimal_text
from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.domain.units import SAME_PIECE
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, REMARK, Column
from donations.importers.columns.each_or_all import said_of_each
from donations.importers.columns.gift_sorts import is_cash_alone
from donations.importers.columns.whole_names import CALLED, PARENT
from donations.importers.patterns import pattern_of
from donations.importers.rows.row_fields import key_of, under
from donations.importers.sheet import Merged
from donations.importers.words.cells import cell_at, plain_number, shown
from donations.importers.words.counting import unit_of
from donations.importers.words.foot import number_in
from donations.importers.words.own_units import own_unit, unit_of_many
from donations.importers.words.shares import is_nobody

_BEHIND_NUMBER = pattern_of(r"^[约近逾超]?[0-9,，.]+(?:[万百余多]|千(?![克米升瓦])){0,2}\s{0,2}(?:左右|上下|以上)?")
_BODY = pattern_of(
    r"(?:捐[赠款资助]?[人者]?|所在|所属|工作|就职|服务)*(?:单位|公司|企业|机构|组织)(?:名称?|全称)?|company(?:name)?|organi[sz]ation(?:name)?|employer"
)
_OF_PARTS = pattern_of(
    r"([^()（）]{1,40}[0-9元圆整万])\s*[(（]\s*((?:内?含|包[括含]|其中)[:：]?([\u3400-\u9fff]{0,12})([0-9][0-9,.]{0,20}[万亿]?[元圆]?)([\u3400-\u9fff]{0,12}))\s*[)）]"
)
"""20000元（含1000元基金）, 5000元（其中定向3000元）: an amount, and how much of it is a part."""
_OF_SIZES = pattern_of(r"([约近]?[0-9][0-9,.]{0,12}\s?[万千]?\s?([\u3400-\u9fff]{1,2})?)\s*[(（]([^()（）]{3,80})[)）]")
_FROM_TO = pattern_of(
    r"每(?P<of>[\u3400-\u9fff]{1,2}?)(?:约|内?[装有含]|为)?[0-9]{1,6}\s?[\u3400-\u9fff]?\s?[-~～—–到至]\s?[0-9]{1,6}\s?[\u3400-\u9fff]{1,2}"
)
"""每箱26到27片: how many there are in each, which nobody knows; what was counted are the packs."""
_NOT_HERE = pattern_of("退|未|没|待|欠|在途")
"""What did not come, or did not stay, is no part of what was given."""
_INCLUDED = pattern_of(r"(?:其中|内?含有?|包[括含])(?!.*退)")
_OF_PACKS = pattern_of(r"[每/／*×xX]")
_COUNTED = pattern_of(r"([0-9][0-9,.]{0,12})\s?([\u3400-\u9fff]{1,2})")
"""100套（L50套，XL50套）: how many there are in all, and of each size."""
_FOR_ONE = pattern_of(
    r"([￥¥]?\s?[0-9][0-9,.]{0,15}\s?(?:元|块钱?)?)\s?(?:[/／]\s?每?|每)\s?1?([\u3400-\u9fffa-zA-Z]{1,6})"
)
"""3元/只, 3元/每只: a price, and what it is of one of."""
_TO_BUY = pattern_of(r"(?:用于|用来|用作|用以|资助|支持|为.{1,10})?(?:购[买置]?|采购|买)(?!物卡|物券)")
_THINGS = pattern_of("[物品货]|折[价款算合]")
_NAMED, _BEFORE_NAMES = ("donor", "recipient"), (REMARK, "serial", "note", "county", "", PASSED)
_NO_NAME = pattern_of(r"其[他它余]|剩余|余下|损耗|破损|报[废损]|过期|自用|备用|机动|盘[盈亏]|调[整拨]")
_CLASS = pattern_of(r"[(（]?[0-9一二三四五六七八九十]{1,3}[)）]?班")
_CLASSES = pattern_of(r"班[级别]?(?:名称?)?")
_YEAR = pattern_of(r"年级|[届级]别?|入学年份|毕业(?:年份|届别)|学段|学部|校区|专业|院系|学院")


def note_others(row: dict[str, str], columns: Sequence[Column], said: Sequence[str]) -> None:
    """Keeps for the note of the row who stands in further columns of one role: 捐赠人：李华 behind 捐赠单位."""
    several = [
        (column.heading, text) for column, text in zip(columns, said, strict=True) if text and not column.is_part
    ]
    is_person = any(column.is_part and text for column, text in zip(columns, said, strict=True))
    counts = "" if is_person or not several else several[0][1]
    others = [under(heading, text) for heading, text in several if text != counts]
    row["besides"] = "，".join(filter(None, [row.get("besides", ""), *others]))


def settle(row: dict[str, str], columns: Sequence[Column], sort: str, last: Mapping[str, str]) -> None:
    """What cells of a row say together with their headings, and with each other; `last` is the row above, which a blank year means."""
    _words_as_number(row)
    _parts_of_amount(row)
    _sizes_of_quantity(row, columns)
    _price_of_unit(row, columns)
    _worth_alone(row, columns)
    _cash_for(row)
    _giver(row, columns, sort, last)


def named_across(row: dict[str, str], columns: Sequence[Column], cells: Sequence[str]) -> None:
    """A cell that is merged over the place of a name and those before it names who gave or got what stands in the row: 教师 over 年级 and 班级."""
    if not any(isinstance(cell, Merged) for cell in cells):
        return
    for column in columns:
        cell = cell_at(cells, column.index)
        if column.field not in _NAMED or row.get(column.field) or not isinstance(cell, Merged) or cell.down:
            continue
        name = shown(cell.of)
        first = next((each for each in columns if shown(cell_at(cells, each.index)) == name), None)
        if first is None or first.field not in _BEFORE_NAMES or plain_number(name) is not None or _is_no_name(name):
            continue
        row[column.field] = name
        if row.get(key_of(first)) == name:
            row[key_of(first)] = ""


def _is_no_name(text: str) -> bool:
    """Whether what stands in the place of a name says what became of goods, 库存 or 损耗, or that it is the rest, 其他."""
    return is_nobody(text) or _NO_NAME.fullmatch(text) is not None


def _cash_for(row: dict[str, str]) -> None:
    """What cash is to be used for, 购买口罩 in a row that is 捐款 by its sort, is a remark, and no goods of that worth."""
    item = row.get("item", "")
    if row.get("money") and not row.get("quantity") and _TO_BUY.match(item) and is_cash_alone(row.get("type", "")):
        row["item"] = ""
        row["besides"] = "，".join(filter(None, [row.get("besides", ""), item]))


def _words_as_number(row: dict[str, str]) -> None:
    """Words below Reference, donation or for the school, are a remark and no number: other gifts have the same."""
    said = row.get("number", "")
    if said and not any(map(str.isdigit, said)):
        row["number"] = ""
        if said not in row.get("note", ""):
            row["besides"] = "，".join(filter(None, [row.get("besides", ""), said]))


def _parts_of_amount(row: dict[str, str]) -> None:
    """What the brackets behind an amount say of a part of it is a remark, where they name no goods, which would be no money."""
    for field in ("money", "spent"):
        found = _OF_PARTS.fullmatch(row.get(field, ""))
        if (
            found is None
            or _THINGS.search(found[2])
            or _NOT_HERE.search(found[2])
            or any(map(common_named, (found[3], found[5])))
        ):
            continue
        whole, part = number_in(found[1]), number_in(found[4])
        if whole is None or part is None or (part > whole and found[1][-1] in "元圆整"):
            continue
        row[field] = found[1].strip()
        row["besides"] = "，".join(filter(None, [row.get("besides", ""), found[2]]))


def _sizes_of_quantity(row: dict[str, str], columns: Sequence[Column]) -> None:
    """What the brackets behind a quantity say of each size is a remark, where it makes as many of the same unit, and so is what
    they say of a part of it, 8万只（含1万只N95口罩）, or of how few to how many each pack holds.
    """
    found = _OF_SIZES.fullmatch(row.get("quantity", ""))
    unit = found and (found[2] or row.get("unit") or _unit_of_heading(columns))
    if not found or not unit:
        return
    parts = [number_in(each[1]) or 0 for each in _COUNTED.finditer(found[3]) if each[2].startswith(unit)]
    whole = number_in(found[1])
    is_part = _INCLUDED.match(found[3]) is not None and parts and whole is not None and sum(parts) <= whole
    is_open = (each := _FROM_TO.fullmatch(found[3])) is not None and each["of"] == unit
    if is_open or is_part or (len(parts) > 1 and sum(parts) == whole):
        row["quantity"] = found[1]
        row["besides"] = "，".join(filter(None, [row.get("besides", ""), found[3]]))


def _unit_of_heading(columns: Sequence[Column]) -> str | None:
    """What the heading of quantities counts in: 数量（箱）."""
    return next((column.said.unit for column in columns if column.field == "quantity"), None)


def _price_of_unit(row: dict[str, str], columns: Sequence[Column]) -> None:
    """A price that is said to be of one 个, 单价（元/个） or 2元/个, is none of one 箱: of a row that counts in another unit, or
    in two, it is a remark.
    """
    price = next((column for column in columns if column.field == "price"), None)
    if price is None or not row.get("price"):
        return
    written, for_one = row["price"], _FOR_ONE.fullmatch(row["price"]) if row.get("quantity") else None
    own = None if for_one is None or unit_of_many(for_one[2]) else unit_of(for_one[2])
    if for_one is not None and own is not None:
        row["price"] = for_one[1].strip()
    unit, named = own or price.said.unit, own_unit(row.get("item", ""))
    behind = _BEHIND_NUMBER.sub("", row.get("quantity", ""))
    said = behind or row.get("unit") or _unit_of_heading(columns) or (named and named.unit)
    own_one = unit_of(said) if said else None
    is_other = own_one is not None and own_one != unit and not {own_one, unit} <= SAME_PIECE
    is_in_two = any(map(str.isdigit, behind))  # 10箱（每箱50只） is counted in 只
    if (unit and (is_other or is_in_two)) or (is_in_two and _OF_PACKS.search(behind)):
        row["besides"] = "，".join(filter(None, [row.get("besides", ""), under(price.heading, written)]))
        row["price"] = ""


def _worth_alone(row: dict[str, str], columns: Sequence[Column]) -> None:
    """What goods are worth without the cash beside them that the same column counts."""
    if not any(column.counts_cash for column in columns):
        return
    worth, cash = (plain_number(row.get(field, "")) for field in ("value", "money"))
    if row.get("item") and worth and cash and worth >= cash:
        row["value"] = decimal_text(worth - cash) if worth > cash else ""


def _giver(row: dict[str, str], columns: Sequence[Column], sort: str, last: Mapping[str, str]) -> None:
    """Who gave where columns beside each other tell it together."""
    if sort not in (GOODS_IN, MONEY_IN):
        return
    if row.get("money") and any(column.of_each for column in columns):
        row["money"] = said_of_each(row["money"], row.get("donor", ""))
    if not row.get("donor", "?"):
        _given_by_other(row, columns)
    elif _CLASS.fullmatch(row.get("donor", "")):
        _of_year(row, columns, last)


def _given_by_other(row: dict[str, str], columns: Sequence[Column]) -> None:
    """Where nobody stands below 姓名 the body below 单位 beside it gave, which else only says where a person belongs; or whoever
    calls themselves so below 昵称, or the parent beside a pupil.
    """
    of_classes = any(column.field == "donor" and _CLASSES.fullmatch(column.said_as) for column in columns)
    calls = (_BODY, CALLED, PARENT, _YEAR) if of_classes else (_BODY, CALLED, PARENT)  # 教师 below 年级
    for column in sorted(columns, key=lambda each: PARENT.fullmatch(each.said_as) is None):  # and no 班级 beside it
        key = key_of(column)
        is_other = any(each.fullmatch(column.said_as) for each in calls)
        if column.field == REMARK and row.get(key) and is_other and not _is_no_name(row[key]):
            row["donor"], row[key] = row[key], ""
            return


def _of_year(row: dict[str, str], columns: Sequence[Column], last: Mapping[str, str]) -> None:
    """1班 is a class of the year beside it, 一年级, which stands once above all of its classes: another year has one too."""
    for column in columns:
        key = key_of(column)
        if column.field == REMARK and _YEAR.fullmatch(column.said_as) and (year := row.get(key) or last.get("year")):
            row["year"], row["donor"], row[key] = year, f"{year}{row['donor']}", ""
            return
