"""Names that stand above rows and not in them: 捐赠单位：甲公司 above a table, or 市人民医院 alone above what it got."""

import re
from collections.abc import Sequence

from donations.importers.columns.columns import Column, Group
from donations.importers.words.cells import place, shown
from donations.importers.words.foot import is_section, total_of
from donations.importers.words.heading_words import Heading, understood

UNSEEN = 10**6
"""The place of a column that no sheet has: what belongs there is said above the rows."""
_LABELLED = re.compile(
    r"[(（\[【]?\s*([^:：]{2,14})[:：]\s*([^:：]+?)(?:\s+[^\s:：]{2,8}[:：].*|\s+[0-9]{4}[年./-].*)?[)）\]】]?"
)
_LABEL = re.compile(r"([^\s:：]{2,14})[:：]")
_PARTIES = ("donor", "recipient", "party", "payer", "supplier", "beneficiary", "group", "person")
NUMERAL = re.compile(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]?")
_TAKER = re.compile(
    r"^第*[^第].*(?:院|中心|局|镇|乡|村|街道?|社区|区|县|市|会|站|所|中学|小学|学校|大学|园|队|公司|集团|部|[处科室组办]|委|府|卡口|[厂矿店]|超市|药房|监狱)$"
)
"""What those are called who get goods; not 第一批, 白色 or XL."""
_SHORTEST = 4
_SORT = re.compile(r".*(?:类|部分|物资|用品|药品|器械|食品)$")


def unseen(field: str) -> Column:
    """A column for what each record has, and no cell says."""
    return Column(UNSEEN, "", field, Heading(field))


def head_by(group: Group, field: str, is_named: bool) -> None:
    """Lines above the rows say that field of them, where no column names anybody."""
    if not any(column.field in _without_taker(field) for column in group.columns):
        group.columns = [*group.columns, unseen(field)]
        group.headed, group.is_named = field, is_named


def _without_taker(field: str) -> tuple[str, ...]:
    """The fields beside which lines above don't tell `field`: who got it may stand in the rows of what one gave."""
    return tuple(each for each in _PARTIES if field != "donor" or each not in ("recipient", "beneficiary"))


def labelled(text: str) -> tuple[str, str] | None:
    """Whether a line says who gave or who received what stands below it, `donor` or `recipient`, and who that is."""
    found = _LABELLED.fullmatch(text)
    senses = [sense for label in _LABEL.findall(text) if (sense := understood(label).sense) in ("donor", "recipient")]
    sense = (
        understood(found[1]).sense if found and len(senses) == 1 else None
    )  # who gave and who received: nobody is we
    return (sense, found[2].strip()) if found and sense in ("donor", "recipient") else None


def fits(field: str, way: str | None) -> bool:
    """Whether such a line may tell whose the rows are: 接收单位 above what came in is who keeps the list."""
    return way is None or way == ("in" if field == "donor" else "out")


def heading_of(text: str, field: str, *, is_named: bool) -> str | None:
    """The name that a line above rows says for `field`; "" where nobody can tell whose the rows are, None where it says
    only of what sort they are. `is_named`: whether lines are names alone.
    """
    if (said := labelled(text)) is not None:
        return said[1] if said[0] == field else ""
    if is_named and is_name(text):
        return text
    return None if is_section(text) or _SORT.fullmatch(text) else ""


def is_name(text: str) -> bool:
    """Whether a line is called as those are who give and get goods."""
    return (
        len(text) >= _SHORTEST
        and text[0] not in "各全其"
        and not _LABEL.match(text)
        and is_taker(text)
        and not is_section(text)
    )


def is_taker(name: str) -> bool:
    """Whether a name is one of those who get goods."""
    return _TAKER.search(name) is not None


def who_heads(columns: Sequence[Column], below: Sequence[Sequence[str]], way: str | None) -> tuple[str, bool] | None:
    """Which field lines among the rows below the headings say, and whether they are names alone; None where none do."""
    if any(column.field in _without_taker("donor") for column in columns):
        return None
    has_taker = any(column.field in _PARTIES for column in columns)
    rows = ([text for cell in row if (text := shown(cell))] for row in below)
    first = next((row for row in rows if row and not any(map(total_of, row))), [])
    if len(first) == 2 and NUMERAL.fullmatch(first[0]):  # noqa: PLR2004 - 一 | 甲公司, above 1, 2 and 3
        del first[0]
    if len(first) != 1:
        return None
    if (said := labelled(first[0])) is not None:
        return (said[0], False) if fits(said[0], way) and not (has_taker and said[0] != "donor") else None
    field = {"in": "donor", "out": "recipient"}.get(way or "")
    may_head = not has_taker or (field == "donor" and place(first[0]) is None)  # 浔阳区 above who got something there
    return (field, True) if field and may_head and is_name(first[0]) else None
