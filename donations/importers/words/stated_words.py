"""What a line of prose states as the total of a table."""

from fractions import Fraction

from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number

_TOTAL = "合计|合共|总计|共计|总额|总金额"
_STATED = pattern_of(
    rf"(?:{_TOTAL}|共收到|共接收|共捐[款赠]|共募集|共支出|累计|total)[^0-9¥￥]{{0,16}}?[¥￥]?\s*([0-9][0-9,，]*(?:\.[0-9]+)?)\s*(亿|万)?\s*(?:余)?元"
)
_BARE = pattern_of(
    rf"(?<![\u3400-\u9fffa-z])(?:捐款|善款|金额)?(?:{_TOTAL})(?:金额|人民币)?\s?[:：]?\s?[¥￥]?\s?([0-9][0-9,，]{{0,20}}(?:\.[0-9]{{1,2}})?)(?![0-9.,，]|\s?[0-9元万亿人笔件位家户名箱个次])"
)
"""合计：300, alone or before other words."""
_CLAUSE = pattern_of(r"[；;。!！\n]")
_FACTORS = {"万": 10**4, "亿": 10**8, "": 1, None: 1}


def stated_in(text: str) -> list[tuple[Fraction, bool]]:
    """Yuan that a line of prose states as totals, and of each whether it is a running one (累计); none of a part (其中)."""
    plain = simplified(fold(text)).partition("其中")[0]
    found = [
        (plain_number(one[1].replace(",", "").replace("，", "")), one[2], _CLAUSE.split(plain[: one.end()])[-1])
        for one in _STATED.finditer(plain)
    ]
    return [(number * _FACTORS[factor], "累计" in words) for number, factor, words in found if number is not None]


def bare_total_in(text: str) -> Fraction | None:
    """The number that words of money state as their one total without saying 元, and not in 万元."""
    plain = simplified(fold(text))
    found = _BARE.findall(plain) if "万元" not in plain else []
    return plain_number(found[0].replace(",", "").replace("，", "")) if len(found) == 1 else None
