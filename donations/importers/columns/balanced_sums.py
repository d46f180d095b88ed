"""A summary of what came and went, 捐款收入, 采购支出 and 结余 below each other: it says again what the lists beside it say, row by row."""

from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_WORDS = ("project", "category", "content", "summary", "name", "item", "direction")
_OTHERS = ("date", "donor", "recipient", "party", "unit_or_party", "payer", "supplier", "quantity", "number")
_SORT = r"(?:捐[款赠]|捐助|募捐|善款|资金|现金|物资|其[他它]|利息|会费|服务|上级|财政|政府|社会|企业|单位|个人|爱心|义卖|项目|采购|购买|救助|资助|慰问|活动|业务|运输|物流|管理|办公|行政|人员|困难|助学|救灾|防疫|公益|慈善|非限定性|限定性)"
_TIME = r"(?:本[月期年次]度?|上[月期年]度?|期[初末]|[年月][初末]|累计|当[月年期日]|历年|总)"
_SUM = pattern_of(
    rf"(?:[一二三四五六七八九十0-9]{{1,2}}[、.．])?(?:{_TIME}|{_SORT}){{0,4}}(?:收入|支出|结[余存转]|余额|盈余|合计|总计)(?:合计|总计|金额|总额)?"
)


def are_of_both_ways(senses: Senses) -> bool:
    """Whether each row is named by a sort of sum, each once, of what came and of what went or is left, and nobody and no day is."""
    told = senses.of(*_WORDS)
    if len(told) != 1 or told[0].by_user or senses.has(*_OTHERS) or not senses.has("money", "amount", "total"):
        return False
    said = [normal(cell) for cell in senses.cells(told[0])]
    is_each_once = len(said) > 1 and len(set(said)) == len(said)
    ways = any("收入" in cell for cell in said) and any(
        word in cell for cell in said for word in ("支出", "结余", "余额")
    )
    return is_each_once and ways and all(map(_SUM.fullmatch, said))
