"""A day of its own for what went on: 发放日期 behind 接收日期, in rows that say who gave something and who got it."""

from datetime import date

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import GOODS_IN, GOODS_OUT, MONEY_IN, ONWARD, SPENDING, Column
from donations.importers.columns.days import read_day
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit
from donations.importers.words.heading_words import normal
from donations.importers.words.turn_words import IN, OUT

CAME_ON, WENT_ON = (
    pattern_of(rf"(?:date|day)(?:of)?(?:{deed})|(?:{deed})(?:on|date|day)")
    for deed in (
        "received?|receipt|donat(?:ed|ion)|gift|in",
        "distribut(?:ed|ion)|issued?|dispatch(?:ed)?|handed-?out|given(?:-?out)?|released?|out",
    )
)
_ANY, _HALF = date(2020, 12, 31), pattern_of(r"[上下中]午|早上|晚上|傍晚|[ap]\.?m\.?")
_WHEN = r"(?:日期|时间|日)"
_CAME = pattern_of(
    rf"(?:物资|捐款|捐赠|款物)?(?:接收|接受|收到|收货|收款|入库|进库|入账|到[账帐货]|捐[赠款助]|受赠){_WHEN}|{_WHEN}|date"
)
_WENT = pattern_of(
    rf"(?:物资|捐款|捐赠|款物|资金|实际)?(?:发放|出库|分发|派发|下发|领[取用]|拨付|下拨|调拨|发出|捐出|分配|转[赠交]|移交){_WHEN}"
)


def settle(senses: Senses, sort: str) -> None:
    """Gives each of two columns of days its own: what came has its day in the one, and what went on to a recipient in the other.

    Where nobody is said to have given it, only what went out is listed, on its own day.
    """
    dates = [column for column in senses.columns if column.said.sense == "date"]
    days = [column for column in dates if any(map(_says_a_day, senses.cells(column)))]
    if any(column.by_user for column in days):
        return
    went = [column for column in days if _is(column, OUT)]
    came = [column for column in days if column not in went and _is(column, IN)]
    if len(went) != 1 or len(came) != 1:
        return
    has_taker, has_giver = senses.has("recipient"), senses.has("donor")
    if sort in (GOODS_IN, MONEY_IN) and has_giver:
        came[0].field, went[0].field = "date", ONWARD if has_taker else PASSED
    elif sort in (GOODS_OUT, SPENDING) and has_taker and not has_giver:
        came[0].field, went[0].field = PASSED, "date"


def _says_a_day(text: str) -> bool:
    """Whether a cell says more than a time of day: 发放时间 14:30 beside 日期."""
    try:
        return read_day(text, _ANY) is not None
    except Misfit:
        return not _HALF.fullmatch(text)


def _is(column: Column, way: str) -> bool:
    """Whether a column of days says by its heading, or the one over it, when something came or went."""
    if column.side is not None:
        return column.side == way
    words, english = (_WENT, WENT_ON) if way == OUT else (_CAME, CAME_ON)
    heading = normal(column.whole or column.heading)
    return words.fullmatch(heading) is not None or english.fullmatch(column.joined) is not None
