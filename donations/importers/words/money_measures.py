"""What amounts of money are counted in, as headings, titles and cells of units say it: 万元, 百万美元, USD/万; 卢比 and 积分 are other things."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.quantities.money import CURRENCIES
from donations.i18n import N_
from donations.importers.patterns import pattern_of

OTHER = "?"
"""Stands for the currency where amounts are of money that isn't kept, or of no money: 卢比, 积分, 元/月."""

OTHER_MONEY = N_(
    "yuan, or money of a currency that is kept (USD, HKD, EUR …): what these amounts are counted in is neither, or two things are said of it; say one, work them out in yuan, or pass the column over with --map HEADING=-"
)

TIMES = {
    "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8, "k": 1000, "w": 10**4,
    "thousand": 1000, "thousands": 1000, "'000": 1000, "'000s": 1000, "000": 1000, "000s": 1000, "million": 10**6,
    "millions": 10**6, "mn": 10**6, "mln": 10**6,
}  # fmt: skip
_PLAIN = ("元", "圆", "dollars", "dollar", "$")
"""Words that only repeat the currency beside them: 港币元, usd$."""
_IN_HEADINGS = {"ntd": "TWD", "nt": "TWD", "us": "USD", "hk": "HKD", "cdn": "CAD", "stg": "GBP", "sterling": "GBP"}
"""Words that mean a currency where only one can stand, behind the heading of amounts."""
SIGN_OF = {
    "$": ("USD", "CAD", "AUD", "SGD", "HKD", "TWD", "MOP"),
    "¥": ("CNY", "RMB", "JPY"),
    "€": ("EUR",),
    "£": ("GBP",),
}
"""Of which money a sign may be: $aud."""
CALLED_YUAN = ("HKD", "TWD", "MOP")
"""Money that people call 元 where it is theirs, also of goods: beside that of others 元 is yuan."""
_OTHER_SIGNS = "php rs inr rp idr vnd npr lkr bdt pkr ksh kes ngn zar brl nzd aed kr sek nok dkk pln mmk khr bnd egp"
"""Codes and signs of money that isn't kept which are no words besides, as PEN and CUP are."""
_OTHER_MONEY = """
afn amd ang aoa ars awg azn bam bbd bgn bhd bif bmd bob bsd btn bwp byn bzd cdf clp cop crc cup cve czk djf dop dzd eek
ern etb fjd fkp gel ghs gip gmd gnf gtq gyd hnl htg huf ils iqd irr isk jmd jod kgs kmf kpw kwd kyd kzt lak lbp
lrd lsl lyd mad mdl mga mkd mnt mru mur mvr mwk mxn mzn nad nio omr pab pen pgk pyg qar ron rsd rwf sar
sbd scr sdg shp sle sos srd ssp stn svc syp szl tjs tmt tnd try ttd tzs uah ugx uyu uzs ves vuv wst xaf xcd xof xpf yer zmw
zwl btc eth usdt usdc doge ltc bnb sol xmr trx bch eos ton dai
rupee rupees peso pesos krona kronor krone kroner zł zloty lira rand dirham dirhams riyal riyals shilling shillings tsh ush
naira cedi cedis rupiah dong real reais forint lei bitcoin ether sats satoshi points pts point coins coin tokens token credits
credit gems stars bits m mm bn b billion billions lakh lakhs crore crores cents pence
卢比 比索 里拉 克朗 盾 越南盾 印尼盾 第纳尔 兰特 福林 里亚尔 迪拉姆 先令 兹罗提 坚戈 图格里克 索姆 雷亚尔 纽元 新西兰元 文莱元 法郎
以太坊 积分 点 点数 豆 钻 钻石 里程 学分 工分 角 分 十亿 笔 次 人次 笔数 次数 人数 户数
"""
"""ISO 4217 codes of money that isn't kept, but for those that are words (ALL, TOP); other money, and what is none."""
_LARGE = "m|mm|bn|b|billions?|lakhs?|crores?"
"""What may stand right behind a currency though no amount is counted so: usd m."""
_COINS = pattern_of(r".{0,6}(?:币|积分|点数|卢比|克朗|先令)")
_DOLLARS = pattern_of(r"[a-z]{1,3}\$")
"""r$, nz$: what stands before the sign says that it is none of those that are kept."""
_AMOUNT_IN = pattern_of(r"(.*amount)_?(?:in_?)?([a-z]{3})")
_RATE = pattern_of(r"/|每|per|a(?:month|year)$")
_SEPARATES = pattern_of(r"[^0-9a-z\u3400-\u9fff]|[\u3400-\u9fff]")
_LONGEST, _LONGEST_CAPTION, _LONGEST_TITLE = 40, 40, 120
_CONVERTED = pattern_of(
    r"(?:已|均|全部)?[^,:、;/]{0,6}?(?:折合成?|折算[成为]?|折成?|约合|等值于?|相当于|按|以|[,:、;/])(?:单位[为是:]?)?"
)
"""What may stand before the money that amounts are counted in: 折合美元, 港币折人民币, 按美元计, 外币，美元."""
_SIGNS_BETWEEN = ",:、;/"
_COUNTED_SO = pattern_of(r"(?:计价?|计算|结算|为单位|现汇)?元?")
_AT_LEAST = pattern_of(r"[及或含]*(?:以[上下内外]|[起内]|除外)")
_NUMBER_BEFORE = pattern_of(r"[0-9.<>≥≤一二三四五六七八九十两足过满达]$")
"""5万元以上 and 不足1万元 say which gifts are meant, not what is counted."""


class Measure(NamedTuple):
    """How many units of what currency one is; the currency is None where only the factor is said: 万."""

    factor: int
    currency: str | None


@lru_cache(maxsize=1024)
def money_measure(word: str) -> Measure | None:
    """The measure that a word (normal) is and nothing else; None where it is none of money, or of two."""
    measure, end = _read(word, 0)
    return measure if measure and end == len(word) else None


@lru_cache(maxsize=1024)
def measure_within(text: str) -> Measure | None:
    """The measure of money that the text (normal) in the brackets of a heading says: of 万元，含物资 too; its currency is OTHER
    where it says one that isn't kept, or what is no money. None where it says nothing of that.
    """
    text = text[:_LONGEST]
    measure, end = _read(text, 2 if text.startswith("in") else 0)
    rest = text[end:]
    if measure and not rest:
        return measure
    if measure and _AT_LEAST.match(rest):
        return None
    if (converted := _converted(text)) is not None:
        return converted
    if measure and measure.currency and _RATE.match(rest):
        return Measure(1, OTHER)
    if measure and (measure.currency or measure.factor > 1) and _SEPARATES.match(rest) and measure != (1, MONEY):
        return measure if measure.currency else said_later(text) or Measure(1, OTHER)
    return said_later(text) or (Measure(1, OTHER) if is_other_money(text) else None)


def _converted(text: str) -> Measure | None:
    """The measure behind words that say it counts, 折合美元, also of money that was another, 港币折合人民币."""
    found = _CONVERTED.match(text)
    if found is None or (found[0][-1] in _SIGNS_BETWEEN and any(word in found[0] for word in _by_word())):
        return None  # 人民币、美元 is either
    measure, end = _read(text, found.end())
    is_whole = measure is not None and measure.currency is not None and _COUNTED_SO.fullmatch(text, end)
    return measure if is_whole else None


def amount_in(heading: str) -> tuple[str, Measure] | None:
    """A heading (normal) of programs that says of which money its amounts are, amount_usd, in these two parts; else None."""
    found = _AMOUNT_IN.fullmatch(heading)
    measure = measure_within(found[2]) if found else None
    return None if found is None or measure is None else (found[1], measure)


def said_later(text: str) -> Measure | None:
    """A factor with its currency behind other words, 折合人民币万元, 含物资，百万美元, or alone behind a sign, 折款，万; of no
    number: 5万元以上.
    """
    found = _scaled().search(text)
    if found is None or _AT_LEAST.match(text, found.end()) or _NUMBER_BEFORE.search(text[: found.start()]):
        return None
    return _read(found[0], 0)[0]


def is_other_money(word: str) -> bool:
    """Whether a word (normal) is a measure of money that isn't kept, or of something like money: ₹, inr, usdt, 积分."""
    plain = word.strip(" ().:")
    if plain in _other_words() or _COINS.fullmatch(plain):
        return money_measure(plain) is None
    measure, end = _read(plain, 0)
    return (
        has_other_sign(plain)
        or _DOLLARS.fullmatch(plain) is not None
        or bool(measure and plain[end:] in _other_words())
    )


def is_other_code(word: str) -> bool:
    """Whether a word that seems to be an item is only the sign of money that isn't kept: Php 500, Rs 300."""
    return word.casefold() in _OTHER_SIGNS.split()


def has_other_sign(text: str) -> bool:
    """Whether a sign of a currency stands in the text that isn't kept: ₹551."""
    return any(
        unicodedata.category(sign) == "Sc" and unicodedata.normalize("NFKC", sign) not in _signs()
        for sign in text
        if not sign.isascii()
    )


def _read(text: str, start: int) -> tuple[Measure | None, int]:
    """The measure that begins at `start`, and where it ends: one factor and one currency, in either order."""
    factor, currency, at, before = None, None, start, ""
    while found := _token().match(text, at):
        word = found[1]
        if word in TIMES and factor is None and not (word.isdigit() and currency is None):
            factor = TIMES[word]
        elif word in _by_word() and (
            currency in (None, _by_word()[word]) or _by_word()[word] in SIGN_OF.get(before, ())
        ):
            currency = _by_word()[word]
        elif word not in _PLAIN or currency is None or found[0] != word:
            break  # 美元/元 is either
        at, before = found.end(), word
    measure = None if factor is None and currency is None else Measure(factor or 1, currency)
    return measure, at


@cache
def _other_words() -> frozenset[str]:
    return frozenset(f"{_OTHER_MONEY} {_OTHER_SIGNS}".split())


@cache
def _by_word() -> dict[str, str]:
    words = {word: each.item for each in CURRENCIES for word in (*each.before, *each.behind) if "(" not in word}
    known = {word.replace(" ", ""): item for word, item in words.items() if word not in ("欧", "块大洋")}
    return known | _IN_HEADINGS


@cache
def _signs() -> frozenset[str]:
    return frozenset(word for word in _by_word() if len(word) == 1 and not word.isalpha())


@cache
def _token() -> re.Pattern[str]:
    words = sorted({*TIMES, *_by_word(), *_PLAIN}, key=len, reverse=True)
    latin = "|".join(word for word in words if word.isascii() and word.isalpha())
    ends = rf"(?=[^a-z]|$|(?:of|in)?(?:{latin}|{_LARGE})(?![a-z]))"
    others = [word for word in words if not (word.isascii() and word.isalpha())]
    each = "|".join(re.escape(word) + (ends if word[-1].isascii() and word[-1].isalpha() else "") for word in others)
    return re.compile(rf"(?:[/,:·-]|(?<=[a-z])(?:of|in))?({each}|(?:{latin}){ends})")


@cache
def _scaled() -> re.Pattern[str]:
    """A factor in Chinese right before or behind a currency, or alone at the end."""
    times = "|".join(sorted((word for word in TIMES if not word.isascii() and word != "'000"), key=len, reverse=True))
    words = "|".join(
        re.escape(word) for word in sorted((w for w in _by_word() if not w.isascii()), key=len, reverse=True)
    )
    return re.compile(rf"(?:{times})(?:{words})|(?:{words})(?:{times})元?|(?<=[,:、;/)])(?:{times})$")


_SAID = pattern_of(
    r"(?:[单単]位\s{0,3}(?:[:：为是]\s{0,3})?|\b(?:units?|amounts?(?: are)?|figures(?: are)?)\s{0,3}(?:[:：]|\bin\b|\bof\b)\s{0,3})(?:in\s)?"
    r"([^\s()（）,，;；。、]{1,16}(?: dollars?| sterling)?)(?:\s{0,3}[(（]\s{0,3}([^\s()（）]{1,8})\s{0,3}[)）])?",
    re.IGNORECASE,
)
_OF_ALL = r"(?:^|[\s()（）,，;；。:：、*※【\[])(?:以[下上]|下列|上述|本[表页]|表[内列中]|所有|全部|各项|金额|数额|捐赠|捐款|善款|款项?|单位|[所列示的中之])*"
"""Not 海外捐款, 物资价值, 奖金 or 汇率, which are a part of them, or something else."""
UNLESS_SAID = r"除[^，,。;；]{0,6}[注说标指]明[^，,。;；]{0,3}外[，,]?\s?"
_ONE = r"\s?([^\s()（）,，;；。、以]{1,12}?)\s?"
_COUNTED = pattern_of(
    rf"{_OF_ALL}(?:均|皆|都|一律)?(?:以{_ONE}(?:计(?:[算价]|(?![0-9划]))|列[示报]|表示)|(?<!捐[款赠]|善款)以{_ONE}为(?:计[算量])?单位)"
)
"""捐款以百元为单位 may say what may be given."""
_OF_SOME = pattern_of(r"其中|部分|另外|汇率|除(?![^，,。;；]{0,6}[注说标指]明)")
_ALL_ARE = pattern_of(
    rf"(?:{_OF_ALL}|{UNLESS_SAID})(?:均|皆|都|一律|全部)(?:[为是系]|以){_ONE}(?:为单位|计[算价]?)?(?=$|[\s()（）,，;；。、])"
)
"""以下金额均为港币, 除註明外皆為港元, but not 除李华外."""
_MONEY = r"(?:[a-z]{0,3}[$£€¥]|[a-z]{3})"
_THOUSANDS = pattern_of(
    rf"[(（]\s{{0,2}}(?:(?:all )?(?:amounts?|figures?|values?) )?(?:(?:in\s{{0,2}})?({_MONEY})?\s{{0,2}}(?:in\s{{1,2}})?|in\s{{1,2}})(thousands?|millions?)(?:\s{{1,2}}of\s{{1,2}}({_MONEY}))?\s{{0,2}}[)）]",
    re.IGNORECASE,
)
"""(in thousands), (HK$ in thousands), (in thousands of USD); but not Meals served (in thousands)."""
_OF_MONEY = pattern_of(r"\b(?:gift|donat|contribut|amount|figure|fund|money|income|receipt)", re.IGNORECASE)
_EACH = ("月", "年", "日", "天", "人", "户", "次", "month", "year")


def measure_said(line: str) -> Measure | None:
    """The measure of money that a line above a table says all amounts have, 单位：万元, 以千元计; its currency is OTHER as in a heading."""
    for found in _SAID.finditer(line):
        parts = [unicodedata.normalize("NFKC", part or "").casefold().replace(" ", "") for part in found.groups()]
        if (measure := money_measure("".join(parts)) or _of_one(parts[0])) is not None:
            return measure
    for pattern, factors in ((_COUNTED, None), (_ALL_ARE, (1,))):  # 捐款均为千元 are thousand each
        for found in pattern.finditer("" if _OF_SOME.search(line) else line):
            measure = money_measure(unicodedata.normalize("NFKC", next(filter(None, found.groups()))).casefold())
            if measure is not None and measure.currency and (factors is None or measure.factor in factors):
                return measure
    thousands = _THOUSANDS.search(line)
    if thousands is not None and (thousands[1] or thousands[3] or _OF_MONEY.search(line)):
        return money_measure(f"{thousands[1] or thousands[3] or ''}{thousands[2]}".casefold())
    return _named_alone(line)


_ALONE = pattern_of(r"[(（【\[]\s{0,3}([^()（）【】\[\]]{1,16})\s{0,3}[)）】\]]")
_AT_END = pattern_of(
    r"[(（【\[]\s{0,3}((?![a-zA-Z]{2}\s{0,3}[)）】\]])[^()（）【】\[\]]{1,16})\s{0,3}[)）】\]]\s{0,3}$"
)
"""Not (HK), where somebody is."""
_IN_TITLES = pattern_of("[a-z]{1,2}")
"""Letters that call a part of a list, (B), rather than money."""
_REGION, _OF_CHINA = "sar", pattern_of(r"hong ?kong|maca[uo]|香港|澳[门門]", re.IGNORECASE)
"""Where it is a special administrative region, and no riyal."""


def _named_alone(line: str) -> Measure | None:
    """The currency that a short line names in brackets, and nothing else, 捐款名單（港幣）, or a longer one at its end, or that is all of
    it: 新臺幣 元.
    """
    if len(line) <= _LONGEST_CAPTION:
        words = [line, *_ALONE.findall(line)]
    else:  # Annual Charity Walk, Record of Donations 2022 (HK$)
        words = [found[1]] if len(line) <= _LONGEST_TITLE and (found := _AT_END.search(line)) else []
    for word in words:
        plain = unicodedata.normalize("NFKC", word).casefold().replace(" ", "").removeprefix("in").strip(":。.")
        if (measure := money_measure(plain)) is not None and measure.currency is not None:
            return measure
        is_code = plain.isalpha() and word.strip() == word.strip().upper()  # PHP, and not gel
        is_no_money = _OF_CHINA.search(line) if plain == _REGION else _IN_TITLES.fullmatch(plain)
        if is_other_money(plain) and is_code and (is_other_code(plain) or not is_no_money):
            return Measure(1, OTHER)
    return None


def _of_one(word: str) -> Measure | None:
    """What a word alone says: 美元, but nothing of 美元/元 or 元/人; 元/件 are yuan, and what is counted."""
    first, _, second = word.partition("/")
    measure = money_measure(word) or money_measure(first)
    if measure is None:
        return Measure(1, OTHER) if word and is_other_money(word) else None
    other = money_measure(second)
    is_either = other is not None and measure.currency and other.currency not in (None, measure.currency)
    return Measure(1, OTHER) if is_either or second in _EACH else measure
