"""What stores are called, one's own and those of others: 东仓库, 市一院物资仓库."""

from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_KEPT_IN = pattern_of(
    r"(?:.{0,40}(?:仓库?|库房|[0-9一二三四五六七八九十]{1,3}号库|(?:冷[冻藏]?|物资|常温|[东西南北主])库|warehouse|store-?(?:room|house))|(?:(?:the|our|main|central|head|north|south|east|west|food|relief|dry|cold|medical|village|church|school) ?){0,3}(?:depot|store))(?:[ #]?[0-9a-z]{1,2}|[0-9一二三四五]号?)?"
)
"""Home Depot is a shop, and gives."""
_OF_A_BODY = pattern_of(
    r"(?!(?:[本我][会站社队]|协会)[^院校学会局]{0,4}[仓库]).*(?:院|公司|集团|校|学|会|局|委|办|中心|[^车]站|所|部|队|厂|店|园|馆|政府|街道|社区|[村镇乡县])[^院校学会局]{0,6}[仓库]"
)
"""Where somebody else keeps their own, 市一院物资仓库: what came there went on to them."""


def is_store(plain: str) -> bool:
    """Whether what stands there, in the form of `normal`, is a store."""
    return _KEPT_IN.fullmatch(plain) is not None


def is_of_a_body(plain: str) -> bool:
    """Whether a store is that of somebody else, by its name."""
    return _OF_A_BODY.match(plain) is not None


def is_own_store(text: str) -> bool:
    """Whether what stands where goods went is a store, and by its name nobody else's."""
    return ("库" in text or "庫" in text) and is_store(plain := normal(text)) and not is_of_a_body(plain)
