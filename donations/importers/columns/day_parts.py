"""Days whose year, month and day stand in a column each, as in an account book: 2021年 | 月 | 日."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.heading_words import normal

_YEAR = re.compile(r"(?:日期|时间)?年度?份?|year")
_MONTH = re.compile(r"(?:日期|时间|凭证日期)?(?:([0-9]{4})年?)?月份?|month")
_DAY = re.compile(r"(?:日期|时间|凭证日期)?(?:[0-9]{4}年?)?[日号]|day")
_OF_GIFT = re.compile(r"捐|赠|到账|入账|到帐|收款|接收|入库|发放|交易|支付|付款|donat|gift|given|paid|pay|receiv")
_TIME = re.compile(r"[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9](?:\.[0-9]+)?)?(?: ?[ap]m)?", re.IGNORECASE)
"""A time of day, 10:15:00 below 交易时间 beside a column of days."""
YEAR, MONTH, DAY = "year", "month", "day"


def settle(columns: Sequence[Column]) -> None:
    """Gives the columns of months and years their fields, where one of days stands behind that of months."""
    for before, column in pairwise(columns):
        if _DAY.fullmatch(normal(column.heading)) and _MONTH.fullmatch(normal(before.heading)):
            column.field, before.field = "date", MONTH
            for each in columns:
                if each.index == before.index - 1 and _YEAR.fullmatch(normal(each.heading)):
                    each.field = YEAR


def best(senses: Senses) -> None:
    """Of several columns of days the one is read that says when a gift came, 捐赠日期 and not 登记日期; else the first that
    says anything.
    """
    found = [column for column in senses.columns if column.field == "date"]
    told = [column for column in found if senses.cells(column)] or found
    told = [column for column in told if not all(map(_TIME.fullmatch, senses.cells(column)))] or told
    told.sort(key=lambda column: _OF_GIFT.search(normal(column.heading)) is None)
    for column in found:
        column.field = "date" if column is told[0] else PASSED


def put_together(row: dict[str, str], last: Mapping[str, str], months: Sequence[Column]) -> None:
    """Makes the date of a row out of its parts; a blank one means that of the row above."""
    if not months or not (row.get("date", "") or "0").isdigit():
        return
    for part, text in ((YEAR, row.get(YEAR, "")), (MONTH, row.get(MONTH, "")), (DAY, row.get("date", ""))):
        row[part] = text or last.get(part, "")
    said = _MONTH.fullmatch(normal(months[0].heading))
    year = row[YEAR].rstrip("年") or (said[1] if said else None)
    if row[MONTH] and row[DAY]:
        row["date"] = f"{f'{year}年' if year else ''}{row[MONTH].rstrip('月')}月{row[DAY]}日"
