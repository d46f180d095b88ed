"""Words and signs of money: the currencies, and names that mean money itself (现金, 善款, 微信转账)."""

from functools import cache
from re import Pattern, escape
from re import compile as pattern
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.currencies import FOREIGN
from donations.domain.quantities.goods import takes_from_word
from donations.domain.traditional import simplified


class Currency(NamedTuple):
    """One currency: the item it is booked as, its unit, what stands before a number and what behind it."""

    item: str
    unit: str
    before: tuple[str, ...]
    behind: tuple[str, ...]


YUAN = Currency(
    MONEY, "元", ("¥", "rmb¥", "rmb", "cny", "cn¥", "人民币", "人民元", "人民币(大写)", "人民币大写", "(大写)", "大写金额", "大写", "人民币(小写)", "人民币小写", "(小写)", "小写"), ("元人民币", "人民币元", "人民币", "人民元", "元", "rmb", "cny", "yuan", "renminbi", "块钱", "块大洋", "¥", "园整", "园正")
)  # fmt: skip

_FOREIGN = (
    Currency("USD", FOREIGN["USD"], ("us$", "usd$", "usd", "$", "美元", "美金"), ("美元", "美金", "美刀", "usd", "us dollars", "us dollar", "dollars", "dollar", "$")),
    Currency("HKD", FOREIGN["HKD"], ("hk$", "hkd$", "hkd", "港币", "港元"), ("港币", "港元", "港纸", "元港币", "hkd", "hk dollars", "hk dollar", "hong kong dollars")),
    Currency("EUR", FOREIGN["EUR"], ("€", "eur", "欧元"), ("欧元", "eur", "euros", "euro", "€", "欧")),
    Currency("JPY", FOREIGN["JPY"], ("jp¥", "jpy", "日元", "日币"), ("日元", "日币", "日圆", "円", "jpy", "yen", "japanese yen")),
    Currency("GBP", FOREIGN["GBP"], ("£", "gbp", "英镑"), ("英镑", "gbp", "pounds sterling", "british pounds", "£")),
    Currency("CAD", FOREIGN["CAD"], ("ca$", "c$", "cad", "加元", "加币"), ("加元", "加币", "加拿大元", "cad", "canadian dollars")),
    Currency("AUD", FOREIGN["AUD"], ("au$", "a$", "aud", "澳元", "澳币"), ("澳元", "澳币", "澳大利亚元", "aud", "australian dollars")),
    Currency("SGD", FOREIGN["SGD"], ("s$", "sgd", "新币", "新加坡元"), ("新加坡元", "新币", "新元", "sgd", "singapore dollars")),
    Currency("TWD", FOREIGN["TWD"], ("nt$", "ntd$", "ntd", "twd", "新台币", "台币", "新臺币", "臺币"), ("元新台币", "新台币", "台币", "元台币", "新臺币", "臺币", "twd", "ntd")),
    Currency("MOP", FOREIGN["MOP"], ("mop$", "mop", "澳门币", "澳门元"), ("澳门元", "澳门币", "葡币", "mop")),
    Currency("KRW", FOREIGN["KRW"], ("₩", "krw", "韩元", "韩币"), ("韩元", "韩币", "krw", "won", "원")),
    Currency("CHF", FOREIGN["CHF"], ("chf", "瑞士法郎"), ("瑞士法郎", "瑞郎", "chf")),
    Currency("RUB", FOREIGN["RUB"], ("₽", "rub", "卢布"), ("卢布", "rub", "roubles", "rubles")),
    Currency("THB", FOREIGN["THB"], ("฿", "thb", "泰铢"), ("泰铢", "thb", "baht")),
    Currency("MYR", FOREIGN["MYR"], ("rm", "myr", "马币"), ("马来西亚林吉特", "林吉特", "马币", "myr", "ringgit")),
)  # fmt: skip
CURRENCIES = (YUAN, *_FOREIGN)
UNIT_OF = {currency.item: currency.unit for currency in CURRENCIES}
"""The unit of each by its item: 元, 美元."""

_MONEY_NAMES = """
现钞 钱 现汇 会费 利息 存款利息 银行利息 备用金 善金 微信 支付宝 微信支付 wechat alipay 抚恤金 爱心金 捐赠金 奖金 零花钱 零用钱 压岁钱 cash money rmb cny
"""
_MONEY_CUES = """
爱心 捐 捐赠 捐出 捐了 捐献 共捐 共捐赠 收到 金额 总金额 总额 捐款金额 捐赠金额 合计 合共 共计 总计 小计 累计 共 计 收入
基金 银行 donation donations donated fund funds
"""
_MONEY_ENDINGS = (
    "款", "款项", "资金", "现金", "红包", "转账", "转帐", "人民币", "慰问金", "助学金", "奖学金", "救助金", "补助金", "资助金", "经费", "捐资", "支票",
    " cash", " funds", " donation",
)  # fmt: skip
_NO_MONEY = ("新款", "男款", "女款", "同款", "童款", "老款", "旧款", "爆款", "厚款", "薄款", "各款", "多款", "冬款", "夏款", "大款", "小款", "春款", "秋款", "中款", "折款")  # fmt: skip


def is_money_word(name: str) -> bool:
    """Whether beside an amount of money `name` (folded, lower case) says nothing of goods: 现金, 捐, 微信, 共计."""
    return is_money_name(name) or _plain(name) in _words(_MONEY_CUES)


def is_money_name(name: str) -> bool:
    """Whether `name` (folded, lower case) by itself is a name of money: 现金, 救灾款, 微信红包."""
    plain = _plain(name)
    return plain in _words(_MONEY_NAMES) or (plain.endswith(_MONEY_ENDINGS) and not plain.endswith(_NO_MONEY))


def currency_named(name: str) -> Currency | None:
    """The currency of an unknown sum that `name` (folded, lower case) says: 元 of 若干元, 几元, 美元, 钱."""
    plain = _plain(name)
    for word in (plain, plain.removeprefix("好").removeprefix("几").removeprefix("数")):
        if is_money_name(word):
            return YUAN
        found = next((currency for currency in CURRENCIES if word in currency.behind), None)
        if found is not None:
            return found
    return None


def _plain(name: str) -> str:
    return simplified(name.strip(" :：,，、.。()的"))


@cache
def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


@cache
def _behind() -> Pattern[str]:
    words = sorted((word for currency in CURRENCIES for word in currency.behind), key=len, reverse=True)
    return pattern(r" ?(" + "|".join(_whole(word) for word in words) + ")")


@cache
def _before() -> Pattern[str]:
    words = sorted((word for currency in CURRENCIES for word in currency.before), key=len, reverse=True)
    return pattern(r"(?:(?<![a-z$])|(?<=rmb))(" + "|".join(map(escape, words)) + r")[:： ]*$")


def _whole(word: str) -> str:
    if word == "欧":  # 100欧莱雅面膜
        return "欧(?![\u3400-\u9fff])"
    return escape(word) + ("(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else "")


@cache
def _by_word() -> dict[str, Currency]:
    return {word: currency for currency in CURRENCIES for word in (*currency.before, *currency.behind)}


def currency_behind(text: str, position: int) -> tuple[int, Currency] | None:
    """End and currency of the money word right behind a number that ends at `position`."""
    found = _behind().match(text, position)
    if not found or takes_from_word(text, found.start(1), found.end()):
        return None  # 元宵
    return found.end(), _by_word()[found[1]]


def currency_before(text: str, position: int) -> tuple[int, Currency] | None:
    """Start and currency of the sign right before a number that begins at `position`."""
    found = _before().search(text, max(0, position - 12), position)
    return (found.start(), _by_word()[found[1]]) if found else None
