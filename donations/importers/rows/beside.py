"""Whom a row names beside the one who counts: below 单位 beside 姓名, and in further columns of the same role."""

from collections.abc import Sequence

from donations.importers.columns.columns import GOODS_IN, MONEY_IN, REMARK, Column
from donations.importers.patterns import pattern_of
from donations.importers.rows.row_fields import key_of, under
from donations.importers.words.counting import unit_of
from donations.importers.words.own_units import own_unit

_BEHIND_NUMBER = pattern_of(r"^[约近逾超]?[0-9,，.]+[万千百余多]{0,2}\s{0,2}(?:左右|上下|以上)?")
_BODY = pattern_of(
    r"(?:捐[赠款资助]?[人者]?|所在|所属|工作|就职|服务)*(?:单位|公司|企业|机构|组织)(?:名称?|全称)?|company(?:name)?|organi[sz]ation(?:name)?|employer"
)


def note_others(row: dict[str, str], columns: Sequence[Column], said: Sequence[str]) -> None:
    """Keeps for the note of the row who stands in further columns of one role: 捐赠人：李华 behind 捐赠单位."""
    several = [
        (column.heading, text) for column, text in zip(columns, said, strict=True) if text and not column.is_part
    ]
    is_person = any(column.is_part and text for column, text in zip(columns, said, strict=True))
    counts = "" if is_person or not several else several[0][1]
    others = [under(heading, text) for heading, text in several if text != counts]
    row["besides"] = "，".join(filter(None, [row.get("besides", ""), *others]))


def settle(row: dict[str, str], columns: Sequence[Column], sort: str) -> None:
    """What cells of a row say together with their headings, and with each other."""
    _price_of_unit(row, columns)
    _given_by_body(row, columns, sort)


def _price_of_unit(row: dict[str, str], columns: Sequence[Column]) -> None:
    """A price that its heading says is of one 个, 单价（元/个）, is none of one 箱: of a row that counts in another unit it is a remark."""
    prices = [column for column in columns if column.field == "price" and column.said.unit]
    if not prices or not row.get("price"):
        return
    unit, named = prices[0].said.unit, own_unit(row.get("item", ""))
    counted = next(iter(column.said.unit for column in columns if column.field == "quantity"), None)
    said = _BEHIND_NUMBER.sub("", row.get("quantity", "")) or row.get("unit") or counted or (named and named.unit)
    if said and unit_of(said) != unit:
        row["besides"] = "，".join(filter(None, [row.get("besides", ""), under(prices[0].heading, row["price"])]))
        row["price"] = ""


def _given_by_body(row: dict[str, str], columns: Sequence[Column], sort: str) -> None:
    """Where nobody stands below 姓名 the body below 单位 beside it gave, which else only says where a person belongs."""
    if sort not in (GOODS_IN, MONEY_IN) or row.get("donor", "?"):
        return
    for column in columns:
        key = key_of(column)
        if column.field == REMARK and row.get(key) and _BODY.fullmatch(column.said_as):
            row["donor"], row[key] = row[key], ""
            return
