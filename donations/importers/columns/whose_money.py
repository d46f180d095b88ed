"""Tables whose amounts are surely of no yuan, or may be of several kinds of dollars, and don't say of which money: they are asked for."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.columns import money_told
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, SPENDING, UNCLEAR, Column, Group
from donations.importers.columns.title import Title
from donations.importers.columns.ways_told import is_of_balances
from donations.importers.patterns import pattern_of
from donations.importers.words.japanese_headings import is_japanese, is_titled_in_japanese
from donations.importers.words.korean_headings import is_korean

OF_TAIWAN = N_(
    "which money it is: the years are counted as in Taiwan, and nothing says whether the amounts are New Taiwan dollars. Write it behind the heading of the amounts: 金額（新臺幣） or 金額（人民币）"
)
OF_A_PLACE = N_(
    "which money it is: the list is in traditional characters, its title names a place that has money of its own, and nothing says whether the amounts are yuan. Write it behind the heading of the amounts: 金額（港幣）, 金額（新臺幣） or 金額（人民币）; of money that isn't kept what it makes in yuan"
)
WHICH_DOLLARS = N_(
    "which dollars these are: in lists in traditional characters $ may be Hong Kong's, Taiwan's or America's. Write it behind the heading of the amounts: 金額（港幣）, 金額（新臺幣） or 金額（美元）"
)
WHICH_OF_A_BANK = N_(
    "which money it is: banks of Hong Kong and Taiwan write their lists so, and nothing says it. Write it behind the headings of the amounts: 存入金額（新臺幣）, 存入金額（港幣） or 存入金額（人民币）"
)

WHICH_TRADITIONAL = N_(
    "which money it is: the list is in traditional characters, and nothing says whether the amounts are yuan. Write it behind the heading of the amounts: 金額（新臺幣）, 金額（港幣） or 金額（人民币）"
)

WHICH_WITHOUT_SIGN = N_(
    "which money the amounts without a sign are: others below the same heading have one. Write it behind the heading of the amounts: Amount (USD) or Amount (CNY)"
)

WHICH_YEN = N_(
    "which money it is: the list is in Japanese, and nothing says whether the amounts are yen. Write it behind the heading of the amounts: 寄附金額（円） or 寄附金額（人民元）"
)

WHICH_WON = N_(
    "which money it is: the list is in Korean, and nothing says whether the amounts are won. Write it behind the heading of the amounts: 금액(원) for won, or 금액(CNY)"
)

WHICH_ABROAD = N_(
    "which money it is: the names are written as in a country that has money of its own, and nothing says it. Write it behind the heading of the amounts, Amount (USD) or Amount (CNY), of money that isn't kept what it makes in yuan"
)

WHICH_OF_A_WAY = N_(
    "which money it is: some of it came in a way that other countries alone have (UPI, M-Pesa, Zelle), and nothing says it. Write it behind the heading of the amounts, Amount (USD) or Amount (CNY), of money that isn't kept what it makes in yuan"
)

_ABROAD = pattern_of(
    r"[\u0400-\u052f\u0590-\u05ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u10ff\u1780-\u17ff\uac00-\ud7af\u0110\u0111\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]"
)
"""Letters of Cyrillic, Hebrew, of India, Thailand, Laos, Burma, Georgia, Cambodia, Korea and Vietnam."""
_HAN = pattern_of(r"[\u3400-\u9fff]")
_WAYS = r"upi|neft|imps|rtgs|paytm|phonepe|m-?pesa|ecocash|gcash|paymaya|bkash|jazzcash|easypaisa|duitnow|promptpay|paynow|qris|venmo|zelle|twint|bizum"
_MORE_WAYS = r"bancontact|gocardless|grabpay|gopay|line ?pay|jko ?pay|paypay|kakao ?pay|naver ?pay"  # beside the amounts, too, but no headings
_NAMED_WAYS = r"airtel money|cash ?app|interac(?: e-?transfer)?|bacs|payid|payme"
_OTHER_WORDS = r"fps|octopus|pix|boleto|swish|vipps|mobilepay|blik|ideal|sepa|ach"
"""Alone in a cell they are ways of paying; among other words they may be anything."""
_WAY_ABROAD = pattern_of(
    rf"(?:via |by )?(?:{_NAMED_WAYS}|{_OTHER_WORDS})(?: (?:pay(?:ment)?|transfer|direct debit|id))?"
    rf"|转数快|八达通|街口支付|(?:.*[^a-z])?(?:{_WAYS}|{_MORE_WAYS})(?:[^a-z].*)?"
)
"""Ways of paying of India, Africa, South East Asia, America and others, by which no yuan can come."""
_HEADED_BY_WAY = pattern_of(rf"(?<![a-z])(?:{_WAYS}|{_NAMED_WAYS})(?![a-z])", re.IGNORECASE)
"""One of them in a heading: UPI above amounts, UPI Ref or M-Pesa Code beside them."""
_TITLED_BY_WAY = pattern_of(r"(?<![a-z])(?:upi|paytm|phonepe|m-?pesa|gcash|bkash|venmo|zelle)(?![a-z])", re.IGNORECASE)
"""Those that are no other word in a title: UPI collection, Zelle donations."""
_WAY_AT_HOME = pattern_of(r"微信|支付宝|云闪付|银联|wechat|alipay|unionpay", re.IGNORECASE)
_OF_WAYS = ("type", "note", "", PASSED)
"""What columns are read as that may say how money came."""
_YEN = pattern_of(r"円|日元|日圆|日币|jpy|yen|jp ?[¥￥]", re.IGNORECASE)
_OTHER_THAN_YEN = pattern_of(r"元|人民|rmb|cny|usd|hkd|eur|twd|[$€£]", re.IGNORECASE)
_WON = pattern_of(r"원|[₩￦]|韩[元币]|krw|won\b", re.IGNORECASE)
_OTHER_THAN_WON = pattern_of(r"元|円|人民|rmb|cny|usd|hkd|eur|jpy|twd|[$€£¥￥]", re.IGNORECASE)
_YEAR_OF_TAIWAN = pattern_of(
    r"(?:中华)?民国\s*[0-9一二三四五六七八九十百〇零]{2,5}\s*年|1[0-4][0-9]\s*年\s*(?:1[0-2]|0?[1-9])\s*月|1[01][0-9][01][0-9][0-3][0-9](?![0-9])|(?:1[01][0-9])\s*[-/.年]\s*(?:0?[1-9]|1[0-2])\s*[-/.月]\s*[0-3]?[0-9]日?"
)
_PLACE = pattern_of(
    r"香港|九[龙龍](?![寺山村镇鎮宫宮庙廟洞湖沟溝庵观觀潭])|新界|澳门|台[湾灣]|台北|新北市|(?<![平后後前舞灶柜櫃讲講站窗擂電电])台[中南东東](?!心)|高雄|基隆|新竹|苗栗|彰化|南投|嘉义|屏[东東]|宜[兰蘭]|花[莲蓮]|澎湖|金门|[马馬]祖列[岛島]"
)
"""Where other money is used, in titles that are read in simplified characters."""
_YUAN = pattern_of(r"人民币|rmb|cny|[¥￥]", re.IGNORECASE)
"""Words that mean yuan alone; 元 is said of New Taiwan dollars too."""
_DOLLARS = pattern_of(r"\$ ?[0-9][0-9,.]*")
_CODE = "(?:usd|hkd|twd|eur|gbp|cad|aud)"
_SIGNED = pattern_of(
    rf"(?:us|hk|nt|ca|au|[cas])?[$£€] ?[0-9][0-9,.]{{0,20}}|{_CODE} ?[0-9][0-9,.]{{0,20}}|[0-9][0-9,.]{{0,20}} ?{_CODE}",
    re.IGNORECASE,
)
_BARE = pattern_of(r"[0-9][0-9,.]*")
_ROUND = pattern_of(r"[0-9,.零一二三四五六七八九十百千万壹贰叁参肆伍陆柒捌玖拾佰仟]{1,20}\s?[元圆][整正]")
"""3000元整, as amounts are written in Taiwan."""


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Refuses the groups whose amounts are of money that nothing names, though it can't be taken for yuan.

    `rows` are those below the headings.
    """
    if title.currency not in (None, MONEY) or _YUAN.search(title.text):
        return
    together = [text for group in groups for column in _of_no_money(group, title) for text in column.texts(rows)]
    for group in groups:
        named = [c for c in group.of("money", "spent", "value", "price") if _may_be_of_taiwan(c)]
        if group.sort not in (MONEY_IN, SPENDING, GOODS_IN) or not named or group.has("currency"):
            continue
        said = [simplified(text) for column in named for text in column.texts(rows)]
        amounts = [] if title.currency else [column for column in named if column.said.currency is None]
        cells = [simplified(text) for column in amounts for text in column.texts(rows)]
        if amounts and money_told.settle(amounts, rows, is_traditional=_is_traditional(group.columns)):
            continue
        if not amounts and _is_traditional(group.columns) and money_told.settle_yuan_of(named, rows):
            continue
        if amounts and (abroad := _language_of(group.columns, title)) is not None:
            _of_one_money(group, amounts, cells, abroad)
        elif (why := _why_asked(group, amounts, title, rows, said, together)) is not None:
            group.sort, group.why = UNCLEAR, why


def _why_asked(
    group: Group, amounts: Sequence[Column], title: Title, rows: Sequence[Sequence[str]], said: Sequence[str],
    together: Sequence[str],
) -> str | None:  # fmt: skip
    """What would have to be said of the money; None where it may be taken for yuan, or the columns say it. `said` are the amounts, `together`
    those of all columns of the table whose headings say no money.
    """
    days = [simplified(text) for column in group.of("date") for text in column.texts(rows)]
    if any(map(money_told.PLAIN.fullmatch, said)) and (why := _of_another_place(group, title, days)):
        return why
    is_dollars = any(map(_DOLLARS.fullmatch, said))
    is_open = is_dollars or any(map(_ROUND.fullmatch, said)) or money_told.is_of_few(amounts, rows)
    if amounts and is_open and _is_traditional(group.columns):
        return WHICH_DOLLARS if is_dollars else WHICH_TRADITIONAL
    is_bare = bool(amounts) and any(map(_BARE.fullmatch, said))
    if is_bare and title.kept_in is None and _is_of_a_bank_abroad(group):
        return WHICH_OF_A_BANK
    is_of_a_way = _is_beside_a_way(group, title, rows) or _came_from_abroad(group.of(*_OF_WAYS), rows)
    if (is_bare and is_of_a_way) or _stands_below_a_way(group, title, rows):
        return WHICH_OF_A_WAY
    if _is_english(group.columns) and _of_no_money(group, title) and _is_of_two(together, title):
        return WHICH_WITHOUT_SIGN
    return WHICH_ABROAD if is_bare and _is_english(group.columns) and _is_written_abroad(rows) else None


def _of_no_money(group: Group, title: Title) -> list[Column]:
    """The columns of amounts of which neither heading nor title says which money it is; columns of one more way or time (`cash`), too."""
    found = [*group.of("money", "spent"), *(column for column in group.columns if column.cash)]
    return [] if title.currency else [column for column in found if column.said.currency is None]


def _may_be_of_taiwan(column: Column) -> bool:
    """Whether the heading of amounts says no money, or only 元."""
    return column.said.currency is None or (
        column.said.currency == MONEY and not _YUAN.search(simplified(column.whole))
    )


class _Abroad(NamedTuple):
    """The money of lists in one language: how it is written, how others are, its name where that has a sign of theirs, and what is
    asked where nothing says it.
    """

    currency: str
    said: re.Pattern[str]
    others: re.Pattern[str]
    name: str
    why: str


_OF_JAPAN = _Abroad("JPY", _YEN, _OTHER_THAN_YEN, "日元", WHICH_YEN)
_OF_KOREA = _Abroad("KRW", _WON, _OTHER_THAN_WON, "韩元", WHICH_WON)


def _of_one_money(group: Group, amounts: Sequence[Column], said: Sequence[str], abroad: _Abroad) -> None:
    """Amounts in Japanese are yen where any says so and none says that it is other money; where none does, they are asked for. So
    are those in Korean for won.
    """
    is_said = [text for text in said if abroad.said.search(text)]
    unsaid = [text for text in said if text not in is_said and not abroad.others.search(text) and text.strip("0.")]
    if not unsaid:
        return
    if is_said and not any(abroad.others.search(text.replace(abroad.name, "")) for text in said):
        for column in amounts:
            column.said = column.said._replace(currency=abroad.currency)
    else:
        group.sort, group.why = UNCLEAR, abroad.why


def _language_of(columns: Sequence[Column], title: Title) -> _Abroad | None:
    """Whose the headings are, or all of the words above them; None where they are neither Japanese nor Korean."""
    headings = [column.heading for column in columns]
    if is_titled_in_japanese(title.text) or any(map(is_japanese, headings)):
        return _OF_JAPAN
    return _OF_KOREA if any(map(is_korean, headings)) else None


def _of_another_place(group: Group, title: Title, days: Sequence[str]) -> str | None:
    """What would have to be said of a list of a place that has money of its own, by its years or by its title and its characters."""
    if _is_of_taiwan(title, days):
        return OF_TAIWAN
    return OF_A_PLACE if _PLACE.search(title.text) and _is_traditional(group.columns) else None


def _is_of_taiwan(title: Title, days: Sequence[str]) -> bool:
    return (
        title.of_taiwan
        or any(_YEAR_OF_TAIWAN.match(text) for text in days)
        or ("民国" in title.text and _YEAR_OF_TAIWAN.search(title.text) is not None)
    )


def _is_of_two(cells: Sequence[str], title: Title) -> bool:
    """Whether some amounts, or one in the words above them, have the sign of foreign money and others none; a 0 is of any."""
    said = [text for text in cells if text.strip("0.")]
    is_signed = any(map(_SIGNED.fullmatch, said)) or _SIGNED.search(title.text) is not None
    return is_signed and any(map(_BARE.fullmatch, said))


def _is_english(columns: Sequence[Column]) -> bool:
    return all(column.heading.isascii() for column in columns)


def _is_written_abroad(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows have words in the letters of a country that writes neither Chinese nor English, and none has Chinese ones."""
    texts = [text for row in rows if (text := " ".join(row)).strip()]
    return 2 * sum(_ABROAD.search(text) is not None for text in texts) > len(texts) and not any(map(_HAN.search, texts))


def _came_from_abroad(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bool:
    """Whether some of the ways in which money came are those of other countries, and none is one of China."""
    ways = [text for column in columns for text in column.texts(rows)]
    return any(_WAY_ABROAD.fullmatch(simplified(way).casefold()) for way in ways) and not any(
        map(_WAY_AT_HOME.search, ways)
    )


def _stands_below_a_way(group: Group, title: Title, rows: Sequence[Sequence[str]]) -> bool:
    """Whether bare amounts stand below a way of other countries: 微信 beside Zelle."""
    headed = [column for column in _of_no_money(group, title) if _HEADED_BY_WAY.search(column.whole)]
    return any(_BARE.fullmatch(text) for column in headed for text in column.texts(rows) if text.strip("0."))


def _is_beside_a_way(group: Group, title: Title, rows: Sequence[Sequence[str]]) -> bool:
    """Whether the numbers or marks of such a way stand beside the amounts, or the title says it, and nothing speaks of one of China."""
    headed = any(_HEADED_BY_WAY.search(column.whole) and column.texts(rows) for column in group.columns)
    if not headed and not _TITLED_BY_WAY.search(title.text):
        return False
    words = [title.text, *(column.whole for column in group.columns)]
    words += (text for column in group.of(*_OF_WAYS) for text in column.texts(rows))
    return not any(map(_WAY_AT_HOME.search, map(simplified, words)))


def _is_traditional(columns: Sequence[Column]) -> bool:
    return any(simplified(column.heading) != column.heading for column in columns)


def _is_of_a_bank_abroad(group: Group) -> bool:
    """Whether it is an account with what was left after each row, in traditional characters, or in words of Hong Kong's banks alone."""
    left = any(is_of_balances(simplified(column.heading)) for column in group.columns)
    is_account = group.has("spent", "direction") or any(column.signed for column in group.columns)
    is_written_there = _is_traditional(group.columns) or any(column.said_as == "账项资料" for column in group.columns)
    return left and is_account and is_written_there
