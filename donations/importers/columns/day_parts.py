"""Days whose year, month and day stand in a column each, as in an account book: 2021年 | 月 | 日."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, pairwise

from donations.domain.paper_fields import PASSED
from donations.domain.period import MONTHS
from donations.domain.quantities.numerals import number
from donations.i18n import N_
from donations.importers.columns.columns import BOOKED, UNCLEAR, Column, Group
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_words import PARTS_OF_A_SCHOOL, normal

_GIVEN_IN = r"(?:捐[款赠资助]|到账)年[度份]?|(?:donation|gift)year|yearof(?:donation|gift)"
"""The year of a gift, whatever else may be said of years."""
_YEAR = pattern_of(rf"(?:日期|时间)?年度?份?|year|{_GIVEN_IN}")
_OF_YEARS = pattern_of(rf"(?:日期|时间)?年度|{_GIVEN_IN}")
"""Which no goods have: 2015年度."""
_SURELY_GIVEN_IN = pattern_of(_GIVEN_IN)
_ALL_YEARS = pattern_of(
    r"历[年次届]|逐年|[各每多]年|年度?[-—~～至到]|以来|至今|累[计积]|截[至止]|\byears\b|\bsince\b|\bto date\b|\ball[- ]time\b",
    re.IGNORECASE,
)
"""What titles of gifts of many years say."""
_SEVERAL = pattern_of(r"[12][0-9]{3}年?度?\s?[-—~～至到]{1,2}\s?[12][0-9]{3}(?!学年)")
"""2019-2024年: a day beside it is that on which they were put together."""
_OF_PUPILS = pattern_of(r"校友|同学|毕业|届|alumn|\bclass|reunion|graduat", re.IGNORECASE)
WHICH_YEAR = N_(
    "whether these are the years in which it was given: the title names a day of another year, or speaks of people who left a school; say --map HEADING=date where they are, --map HEADING=- where they aren't"
)
_OF_SCHOOL = pattern_of(rf"{PARTS_OF_A_SCHOOL}|班级?$|校友|毕业|class|major|degree|college|school|alum")
_GOODS = ("item", "item_or_quantity", "quantity", "specification")
_LONGEST_LIST = 15
"""Lists of gifts that say nothing but years are of no more years than this."""
_MONTH = pattern_of(r"(?:日期|时间|凭证日期)?(?:([0-9]{4})年?)?月份?|month")
_DAY = pattern_of(r"(?:日期|时间|凭证日期)?(?:[0-9]{4}年?)?[日号]|day")
_OF_GIFT = pattern_of(
    r"捐|赠|到账|入账|到帐|收款|收到(?:日期|时间)|接收|入库|发放|交易|支付|付款|donat|gift|given|paid|pay|receiv"
)
_RECEIPT = pattern_of(
    r"(?:收据|票据|发票|开票)(?:开[立具])?(?:日期?|时间)|开立(?:日期?|时间)|(?:tax)?receipt(?:ed|issued)?(?:date|on)"
)
_KEPT = pattern_of(
    r"(?:.*\.)?(?:(?:creat(?:ed?|ion)|insert(?:ed)?|submit(?:ted)?|submission|record(?:ed)?|entered|added|synced)(?:date|day|time|at|on|utc)|date(?:created|added|entered|submitted|recorded)|timestamp|(?:创建|录入|提交|添加|记录|登记|新增)(?:日期|时间))"
)
_TIME = pattern_of(r"[0-2]?[0-9][:：][0-5][0-9](?:[:：][0-5][0-9](?:\.[0-9]+)?)?(?: ?[ap]m)?", re.IGNORECASE)
"""A time of day, 10:15:00 below 交易时间 beside a column of days."""
_A_MONTH = pattern_of(
    rf"(?:(?:1[0-2]|0?[1-9])(?:月份?)?|(?:十[一二]?|[一二三四五六七八九])月份?|(?:{'|'.join(MONTHS)})[a-z]{{0,6}})"
)
_WHOLE_MONTH = pattern_of(r"([12][0-9]{3})(?:\s?[年./-]\s?0?([1-9][0-2]?)\s?月?份?|(0[1-9]|1[0-2]))")
_WHOLE_DAY = pattern_of(
    r"([12][0-9]{3})(?:\s?[年./-]\s?0?([1-9][0-2]?)\s?[月./-]\s?[0-3]?[0-9](?![0-9])|(0[1-9]|1[0-2])[0-3][0-9](?![0-9]))"
)
_A_YEAR = pattern_of(r"(?:19|20)[0-9]{2}(?:年度?)?")
_MONTH_WITH_YEAR = pattern_of(rf"(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.?[ ,]+20[0-9]{{2}}|20[0-9]{{2}}-(?:0[1-9]|1[0-2])")
_EXPORTED = pattern_of(
    r"(?:data|report|file|list)?(?:export|download|print|extract)(?:ed)?(?:date|day|time|at|on)|date(?:export|download|print|extract)ed|(?:数据|报表)?(?:导出|下载|打印)(?:日期|时间|日)"
)
"""When the list was saved or printed, which is no day of any gift."""
_IN_CHINESE = pattern_of(r"十[一二]?|[一二三四五六七八九]")
_A_DAY = pattern_of(r"(?:[12][0-9]|3[01]|0?[1-9])[日号]?")
_DAY_OF_MONTH = pattern_of(r"0?([1-9][0-2]?)\s?[月/.-]\s?([0-3]?[0-9])[日号]?")
"""A day without its year, 1月3日 or 1/3."""
YEAR, MONTH, DAY = "year", "month", "day"


def settle(senses: Senses) -> None:
    """Gives the columns of months and years their fields, where one of days stands behind that of months, or beside it with
    nothing in it but days; a month alone is its last day, of the year beside it.
    """
    columns = senses.columns
    for column in senses.of("date"):
        if _EXPORTED.fullmatch(column.joined) and not column.by_user:
            column.field = PASSED
    for before, column in pairwise(_headed(columns)):
        if _DAY.fullmatch(normal(column.heading)) and _MONTH.fullmatch(normal(before.heading)):
            column.field, before.field = "date", MONTH
    month = next((column for column in columns if column.field == MONTH), None) or _month_by_cells(senses)
    year = _year_alone(senses) if month is None else _year_of(senses, month)
    if year is not None:
        year.field = YEAR


def _year_of(senses: Senses, month: Column) -> Column | None:
    """The column of the years of these months: that before them, else the one column of nothing but years."""
    named = [column for column in _headed(senses.columns) if _YEAR.fullmatch(normal(column.heading))]
    beside = next((before for before, column in pairwise(_headed(senses.columns)) if column is month), None)
    if any(column is beside for column in named):
        return beside
    said = [column for column in named if _is_all(senses, column, _YEAR, _A_YEAR) and not column.by_user]
    return said[0] if len(said) == 1 else None


def _year_alone(senses: Senses) -> Column | None:
    """The one column of years alone where no column says days: a year alone is its last day. None where it may be that of goods, of
    a car or a wine, or the one in which somebody left a school.
    """
    found = [column for column in senses.columns if _is_all(senses, column, _YEAR, _A_YEAR) and not column.by_user]
    if len(found) != 1 or senses.has("date") or _of_receipts(senses):
        return None
    years = [int(cell[:4]) for cell in senses.entries(found[0])]
    begins = all(column is found[0] or column.field == "serial" for column in senses.columns[: found[0].index + 1])
    of_goods = senses.has(*_GOODS) and not (begins or _OF_YEARS.fullmatch(normal(found[0].heading)))
    of_school = any(_OF_SCHOOL.search(normal(column.heading)) for column in senses.columns)
    may_be_another = of_school or max(years) - min(years) > _LONGEST_LIST
    return None if of_goods or (may_be_another and not _is_surely_of_gifts(found[0])) else found[0]


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Asks of lists that say no days but years, where the title says a day of another year, or may tell what else happened in them:
    when somebody left a school. `rows` are those below the headings.
    """
    if _ALL_YEARS.search(title.text):
        return
    for group in groups:
        years = [column for column in group.of(YEAR) if not _is_surely_of_gifts(column)]
        if group.sort not in BOOKED or group.has(MONTH, "date") or len(years) != 1:
            continue
        told = {found[0] for text in years[0].texts(rows) if (found := _A_YEAR.match(text)) is not None}
        own = "" if title.last is None or title.year_only else f"{title.last.year}"
        is_of_another = (
            own
            and not _SEVERAL.search(title.text)
            and any(said[:4] != own and said[:4] not in title.text for said in told)
        )
        if is_of_another or _OF_PUPILS.search(title.text):
            group.sort, group.why = UNCLEAR, WHICH_YEAR


def _is_surely_of_gifts(column: Column) -> bool:
    return _SURELY_GIVEN_IN.fullmatch(normal(column.heading)) is not None


def in_year(day: date | None, row: Mapping[str, str], today: date) -> date | None:
    """The day of a row that says none but a year, for which `day` is what rows without any are dated: that, where it is of this year;
    else the last of the year, and None where that is still to come.
    """
    said = row.get(YEAR, "").removesuffix("度").rstrip("年")
    if not said.isdigit() or (day is not None and day.year == int(said)):
        return day
    end = date(int(said), 12, 31)
    return end if end <= today else None


def _headed(columns: Sequence[Column]) -> list[Column]:
    """The columns that have a heading: empty ones may stand between them."""
    return [column for column in columns if column.heading]


def _month_by_cells(senses: Senses) -> Column | None:
    """The one column of months alone, with that of days alone beside it, where there is one; it is that of the dates where no
    other column says days. Beside days alone it may say the year, too.
    """
    _beside_bare_days(senses)
    months = [column for column in senses.columns if _is_all(senses, column, _MONTH, _A_MONTH) and not column.by_user]
    if not months and not any(senses.cells(column) for column in senses.of("date")):
        for column in senses.columns:  # Jan 2020, which is read as any other day is
            is_whole = _is_all(senses, column, _MONTH, _MONTH_WITH_YEAR) and not column.by_user
            column.field = "date" if is_whole else column.field
    if len(months) != 1:
        return None
    others = [column for column in senses.of("date") if column is not months[0]]
    of_days = [column for column in others if (cells := senses.cells(column)) and all(map(_A_DAY.fullmatch, cells))]
    if len(of_days) == 1:
        months[0].field = MONTH
        return months[0]
    says_days = any(senses.cells(column) for column in others)
    months[0].field = PASSED if says_days else "date"
    return None if says_days else months[0]


def _beside_bare_days(senses: Senses) -> None:
    """2020年1月 below 月份 and 3日 or 1月3日 below 日期 are one day."""
    for column in senses.columns:
        if not column.by_user and _is_all(senses, column, _MONTH, _WHOLE_MONTH):
            found = [each for each in senses.of("date") if each is not column and _are_days_of(senses, column, each)]
            column.field = MONTH if len(found) == 1 else column.field


def _are_days_of(senses: Senses, months: Column, days: Column) -> bool:
    """Whether a column says nothing but days, and none of another month than that which the row says, or the last above it."""
    month = None
    cells = []
    for row in senses.records():
        month = _WHOLE_MONTH.fullmatch(shown_at(row, months.index)) or month
        cells.append(cell := shown_at(row, days.index))
        of_month = _DAY_OF_MONTH.fullmatch(cell)
        if cell and not _A_DAY.fullmatch(cell) and not (month and of_month and _month_of(month)[1] == int(of_month[1])):
            return False
    return any(cells)


def _is_all(senses: Senses, column: Column, heading: re.Pattern[str], cell: re.Pattern[str]) -> bool:
    """Whether a column has such a heading, and below it nothing but such cells."""
    cells = senses.entries(column) if heading.fullmatch(normal(column.heading)) else []
    return bool(cells) and all(cell.fullmatch(text.lower()) for text in cells)


def best(senses: Senses) -> None:
    """Of several columns of days the one is read that says when a gift came, 捐赠日期 and not 登记日期; else the first that
    says anything.
    """
    found = senses.of("date") or _of_receipts(senses)
    told = [column for column in found if senses.cells(column)] or found
    told = [column for column in told if not all(map(_TIME.fullmatch, senses.cells(column)))] or told
    told.sort(key=lambda column: _of_gift(normal(column.heading)))
    days = (column for column in told[1:] if _says_the_day(senses, told[0], column))
    read = next(chain(days, told), None)
    for column in found:
        column.field = "date" if column is read else PASSED


def _says_the_day(senses: Senses, months: Column, days: Column) -> bool:
    """Whether each row that says a month, 2025年5月 below 月份, has a day of that month in the other column."""
    rows = [(shown_at(row, months.index), shown_at(row, days.index)) for row in senses.below]
    said = [
        (_WHOLE_MONTH.fullmatch(month), _WHOLE_DAY.match(day)) for month, day in rows if month and not sums_up([month])
    ]
    return bool(said) and all(month and day and _month_of(month) == _month_of(day) for month, day in said)


def _month_of(found: re.Match[str]) -> tuple[str | None, int]:
    return found[1], int(next(filter(None, found.groups()[1:])))


def _of_receipts(senses: Senses) -> list[Column]:
    """The column of the days on which receipts were written, where no other says days: 收據日期."""
    headed = (column for column in senses.columns if not column.by_user and column.field in ("", PASSED))
    found = [column for column in headed if _RECEIPT.fullmatch(normal(column.heading)) and senses.cells(column)]
    return found[:1]


def _of_gift(heading: str) -> tuple[bool, bool, bool]:
    """What a column of days is called, the better the smaller: 捐赠日期, then Date before that of somebody's (donor.date), and
    before the time when a program kept it.
    """
    return _OF_GIFT.search(heading) is None, _KEPT.fullmatch(re.sub("[_ -]", "", heading)) is not None, "." in heading


def put_together(row: dict[str, str], last: Mapping[str, str], columns: Mapping[str, Sequence[Column]]) -> None:
    """Makes the date of a row out of its parts, for which `columns` are by field; a blank one means that of the row above."""
    found = columns.get(MONTH, []) or columns.get("date", [])
    said = _MONTH.fullmatch(normal(found[0].heading)) if found else None
    text = row.get("date", "")
    text = _day_in(text, row[MONTH] or last.get(MONTH, "")) if MONTH in row else text
    if said is None or (MONTH in row and not (text.rstrip("日号") or "0").isdigit()):
        return
    is_month = MONTH not in row
    if is_month and not (text and _A_MONTH.fullmatch(text.lower())):
        return
    if is_month:
        row[MONTH], text = text, ""
    for part, said_here in ((YEAR, row.get(YEAR, "")), (MONTH, row[MONTH]), (DAY, text.rstrip("日号"))):
        row[part] = said_here or ("" if is_month and part == DAY else last.get(part, ""))
    year = row[YEAR].removesuffix("度").rstrip("年") or said[1]
    if row[MONTH] and (row[DAY] or is_month):
        row["date"] = _written(year, row[MONTH], row[DAY])


def _day_in(text: str, month: str) -> str:
    """The day of 1月3日 beside 1月 or 2020年1月; the text as it is where it says another month, or none."""
    said, whole = _DAY_OF_MONTH.fullmatch(text), _WHOLE_MONTH.fullmatch(month)
    own = f"{_month_of(whole)[1]}" if whole else month.removesuffix("份").rstrip("月").lstrip("0")
    return said[2] if said and said[1] == own else text


def _written(year: str | None, month: str, day: str) -> str:
    """A date of its parts, as a cell would say it; the day may be blank."""
    bare = month.removesuffix("份").rstrip("月").lower()
    if bare[:3] in MONTHS:
        bare = f"{MONTHS.index(bare[:3]) + 1}"
    counted = bare if not _IN_CHINESE.fullmatch(bare) else number(bare)
    return f"{f'{year}年' if year else ''}{counted}月{f'{day}日' if day else ''}"
