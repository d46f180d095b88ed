"""What the words above a table say of it: its days, the unit of its money, and which way the gifts went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from donations import errors
from donations.domain.period import Period, parse_date
from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.columns.days import read_day
from donations.importers.columns.headed import labelled, parties_above
from donations.importers.columns.kept_in import kept_in_of
from donations.importers.columns.title_ways import speaks_of_buying, way_of
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import Misfit
from donations.importers.words.eras import counts_as_taiwan, in_common_years
from donations.importers.words.item_cards import Card, card_of
from donations.importers.words.keepers import keepers_in
from donations.importers.words.measures_above import measure_above
from donations.importers.words.own_units import unit_above
from donations.importers.words.plan_words import title_plans
from donations.importers.words.promise_words import title_promises

_DAY = r"(?:[0-9]{4}\s*[-./年]\s*)?[0-9]{1,2}\s*[-./月]\s*[0-9]{1,2}\s*[日号]?"
_RANGE = pattern_of(rf"({_DAY})\s*(?:[0-9]{{1,2}}\s*[时点:][0-9]*)?\s*[-—–~～至到]+\s*({_DAY}|[0-9]{{1,2}}\s*[日号])")
_FULL_DAY = pattern_of(
    r"[0-9]{4}\s*(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]?|([-./])\s*[0-9]{1,2}\s*\1\s*[0-9]{1,2}(?![0-9]))|(?<=(?:日期|时间)[:：])20[0-9]{6}(?![0-9])"
)
_DAY_OF_YEAR = pattern_of(r"(?<![0-9])[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*[日号]")
_UNTIL = pattern_of(rf"截[至止]+到?\s*({_DAY})")
_YEAR = pattern_of(r"(?<![0-9])(20[0-9]{2})\s*年")
_COUNTED = r"元块圆万亿千百余多几个名位人户家笔次份届级班号路期室楼栋车件只箱套台瓶袋包盒条张斤公克米吨本册项所辆支把副双顶根颗粒枚桶棵株点时分秒平年月日"
_YEAR_ALONE = pattern_of(
    r"(?:^|(?<=[a-z,:(（ ] )|(?<=[(（_]))(20[0-9]{2})(?=$| [a-z(（]|[)）_]|捐)"
    rf"|(?:^|(?<=[\u3400-\u9fff 《“\"]))(?<![第共计达约近超过满有])(20(?:0[5-9]|[1-4][0-9]))(?=捐|[\u3400-\u9fff])(?![{_COUNTED}])",
    re.IGNORECASE,
)
"""Donations 2019, 捐款名单（2019）, 2019捐款, 2020某协会捐款, 某协会2020捐款: a year without the word for it; 2020届 and 2020人 are none."""
_TO = r"\s*[-—–－~～至到]+\s*"
_WHOLE_YEAR = pattern_of(
    rf"(?<![0-9])(20[0-9]{{2}})\s*(?:年\s*度?{_TO}(20[0-9]{{2}})\s*年|年\s*度|{_TO}(20[0-9]{{2}})\s*年)"
)
_MONTH = r"(20[0-9]{2})\s*(?:年\s*([0-9]{1,2})\s*月份?|[-./]\s*([0-9]{1,2})(?![0-9元万号]|\s*[-./]\s*[0-9]))"
_MONTHS = pattern_of(rf"(?<![0-9.,¥￥]){_MONTH}")
_MONTH_TO_MONTH = pattern_of(
    rf"(20[0-9]{{2}})\s*[-./年]\s*([0-9]{{1,2}})\s*(?:月份?)?{_TO}(?:(20[0-9]{{2}})\s*[-./年]\s*)?([0-9]{{1,2}})(?:\s*月(?!\s*[0-9])|(?![0-9月]))"
)
_FAR = timedelta(days=366)
"""A day that lies so far from a month or a year is of something else than the table: 2008年成立."""
_BEGAN = pattern_of(
    r"[年月日号]\s{0,2}(?:起(?!止)|以?后|之后|以来|开始)|至今|迄今|成立|创[办建立]|始建|建[校会]|\bsince\b",
    re.IGNORECASE,
)

_RELAYED = pattern_of(
    r"(?:接收|接受|捐赠|受赠|收到)(?:款物|物资|物品)?(?:情况)?(?:及其?|和|与|、)(?:使用|发放|分配|去向|流向|拨付|调拨)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """The words above a table, in one text, and what they tell."""

    text: str
    last: date | None
    """The last day they speak of."""
    year_only: bool
    factor: int
    currency: str | None
    way: str | None
    """`in` or `out`; None where they say neither or both."""
    buys: bool = False
    """Whether they speak of what was bought or paid for."""
    span: tuple[date, date] | None = None
    """The first and the last day of the time that they say the table is of."""
    is_promised: bool | None = None
    """Whether they say that it is of what was promised; False where they speak of what came."""
    is_planned: bool = False
    """Whether they call it a budget or a plan."""
    headed: tuple[str, str] | None = None
    """Who gave or who received all that stands below, and which of both, where they say so: 捐赠单位：甲公司."""
    goes_to: str | None = None
    """Whom it went straight on to, where they say both, and it is a body that keeps no such lists: 接收单位：东乡镇卫生院."""
    card: Card | None = None
    """The goods that all rows below are of, where the last of the lines say so: 品名：口罩."""
    kept_in: str | None = None
    """The currency of the account, 币种：美元: what headings call 元 is of it."""
    keepers: frozenset[str] = frozenset()
    """Whose account it is, 户名：某协会, in comparable form."""
    both: bool = False
    """Whether they speak of what came in and of what went on."""
    unit: str | None = None
    """What they say that the goods are counted in, 单位：斤."""
    of_taiwan: bool = False
    """Whether they, or the names of the sheet and the file, count years as in Taiwan."""


_OURS = pattern_of(
    r"·\s*(?:entries in the book:\s*[0-9]+|账本共\s*[0-9]+\s*笔)|\b(?:value_certainty|on_hand)\b|\brecorded_at\b.{1,80}\bcorrects\b|\bcorrects\b.{1,80}\brecorded_at\b"
)
"""What every report of this program says above its tables, in the languages it speaks; or headings that only it has."""


def is_ours(title: Title) -> bool:
    """Whether the table is of a report of this program."""
    return _OURS.search(title.text) is not None


def day_in(words: Sequence[str], title: Title, today: date) -> date | None:
    """The last day that words below the title speak of; one without a year is no later than the title's time, or near its day."""
    near = title.last + timedelta(days=183) if title.last and says_year(title) else today
    return last_day(fold(" ".join(words)), min(today, near if title.span is None else title.span[1]))


def says_year(title: Title) -> bool:
    """Whether a year stands in the words."""
    return re.search(r"(?<![0-9])20[0-9]{2}(?![0-9])", fold(title.text)) is not None


def time_of(title: Title) -> tuple[date, date] | None:
    """The first and the last day of the time that the words say with its year, of a day alone its year as far as that; None where
    they say none, or only when it began: 2019年12月31日至今, 2008年成立.
    """
    if _BEGAN.search(title.text):
        return None
    if title.span is not None or title.last is None or not says_year(title):
        return title.span
    return title.last.replace(month=1, day=1), title.last


def read_title(lines: Sequence[str], today: date) -> Title:
    """What the lines above a table tell."""
    lines = [in_common_years(simplified(line)) for line in lines if line]
    text = " ".join(lines)
    plain = fold(text)
    last, span, whole_years = last_day(plain, today), *_span(plain)
    if last is not None and span is not None and abs(last - span[1]) > _FAR:
        span = None
    if span is not None and (last is None or not span[0] <= last <= span[1]):
        last = None if whole_years else min(today, span[1])  # 制表 2021-01-10 is no day of 2020年度
    year_only = last is None and span is not None
    if last is None and span is not None:
        last = min(today, span[1])
    (factor, currency), kept_in = measure_above(lines, kept_in_of(text))
    headed, goes_to = parties_above(lines)
    return Title(
        text, last, year_only, factor, kept_in or currency, _way_of(lines), speaks_of_buying(lines), span,
        both=_RELAYED.search(text) is not None, is_promised=title_promises(lines), is_planned=title_plans(lines), headed=headed, goes_to=goes_to, card=_card(lines), kept_in=kept_in,
        keepers=keepers_in(text), unit=unit_above(text), of_taiwan=counts_as_taiwan(text),
    )  # fmt: skip


def _way_of(lines: Sequence[str]) -> str | None:
    """Which way the lines say that gifts go; 接收单位：市一院 below 物资发放表 only says who got them."""
    rest = [line for line in lines if (said := labelled(line)) is None or said[0] != "recipient"]
    return way_of(rest) or way_of(lines)


def _card(lines: Sequence[str]) -> Card | None:
    """The goods that a line says of all rows below; of bare names only the last line counts. None where there are several."""
    found = [
        card
        for place, line in enumerate(lines, 1)
        if (place == len(lines) or ":" in fold(line)) and (card := card_of(line))
    ]
    return found[0] if len(found) == 1 else None


def _span(plain: str) -> tuple[tuple[date, date] | None, bool]:
    """The time a text says it is of, and whether it says it in years only; a text with 截至 says only when it ends."""
    if found := _RANGE.search(plain):
        return _of_days(found[1], found[2]), False
    if found := _MONTH_TO_MONTH.search(plain):
        return _months(found[1], found[2], found[3] or found[1], found[4]), False
    if found := _WHOLE_YEAR.search(plain):
        return _months(found[1], "1", found[2] or found[3] or found[1], "12"), True
    if _UNTIL.search(plain) or "截" in plain:
        return None, False
    rest = _FULL_DAY.sub(" ", plain)
    months = [
        each
        for found in _MONTHS.finditer(rest)
        if (each := _months(found[1], found[2] or found[3], found[1], found[2] or found[3]))
    ]
    said = [] if months else [found[1] for found in _YEAR.finditer(rest)]
    years = [each for year in said if (each := _months(year, "1", year, "12"))]
    if not months and not years and len(alone := {found[1] or found[2] for found in _YEAR_ALONE.finditer(rest)}) == 1:
        years = [each for year in alone if (each := _months(year, "1", year, "12"))]
    spans = months or years
    return (min(spans)[0], max(end for _, end in spans)) if spans else None, not months


def _of_days(first: str, second: str) -> tuple[date, date] | None:
    """The days of a range that says its year at one end at least."""
    year = re.search("[0-9]{4}", second) or re.search("[0-9]{4}", first)
    if year is None or int(year[0]) < 1:
        return None
    end = _read(f"{first}-{second}", date(int(year[0]), 12, 31))
    begin = None if end is None else _read(first, end)
    return (begin, end) if begin is not None and end is not None else None


def _months(year: str, month: str, last_year: str, last: str) -> tuple[date, date] | None:
    """From the first day of one month to the last of another; None where one is no month, or they stand the wrong way."""
    try:
        begin, end = Period.month(f"{year}-{month}").begin, Period.month(f"{last_year}-{last}").end
    except errors.DonationsError:
        return None
    return (begin, end) if begin is not None and end is not None and begin <= end else None


def last_day(plain: str, today: date) -> date | None:
    """The last day that a text speaks of: the one behind 截至, the end of a period, else the latest written in full."""
    base, span, year = today, _span(plain)[0], _YEAR.search(plain)
    if span is not None:  # 截至2月10日 beside 2020年11月至2021年2月
        base = min(today, span[1])
    elif year is not None:
        base = min(today, date(int(year[1]), 12, 31))
    ends = [_read(found[1], base) for found in _UNTIL.finditer(plain)]
    ends += [_read(f"{found[1]}-{found[2]}", base) for found in _RANGE.finditer(plain)]
    ends = [end for end in ends if end is not None] or [_read(found[0], base) for found in _FULL_DAY.finditer(plain)]
    ends = [end for end in ends if end is not None] or [_read(found[0], base) for found in _DAY_OF_YEAR.finditer(plain)]
    return max((end for end in ends if end is not None), default=None)


def _read(text: str, base: date) -> date | None:
    try:
        return parse_date(text, base)
    except errors.DonationsError:
        pass
    try:
        return read_day("".join(text.split()), base)
    except Misfit:
        return None
