"""Gifts with a column for each purpose: 姓名 日期 助学基金 抗疫专项 一般捐款 合计."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import zip_longest

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import UNCLEAR, Around, Group, Layout
from donations.importers.columns.row_sums import adds_up
from donations.importers.layouts.across import across
from donations.importers.layouts.layout import laid_out
from donations.importers.words.cells import cell_at, shown
from donations.importers.words.heading_words import LONGEST_HEADING, Heading, normal, understood

_FEWEST = 2
_FOR = (
    r"(?:[助奖]学|助教|奖教|助[老残医困农孤]|[敬养]老|扶[贫困弱]|济[困贫]|帮困|救[助灾急济]|赈灾|抗[疫洪震旱]|防[疫汛]|教育|医疗|卫生|体育|文化|环保|慰问|校庆|院庆|大病|重病|孤儿|疫情|水灾|地震|"
    r"[修铺][路桥]|建[寺庙塔殿桥校]|修[缮建]|重建|大殿|殿堂|塑像|佛像|金身|贴金|印经|放生|护生|供[灯斋佛养僧]|点灯|斋僧|法会|祈福|弘法|道场|祠堂|[修续]谱|祭祖|庙会)"
)
_PURPOSE = re.compile(
    rf"(?:爱心|慈善|公益|专项|定向)?(?:(?:{_FOR}){{1,3}}+(?:建设|工程|专项|项目|活动|基金|资金|专款|经费|奖金|[金费款])?|[\u3400-\u9fffa-z]{{2,12}}(?:基金|专项|专款))(?:捐款|捐赠|善款|捐)?"
)
_OPEN = re.compile(
    r"(?:一般|普通|日常|其[他它]|非定向|不定向|不指定|不限定?|无指定|非限定|功德|随喜|香油)(?:性)?(?:捐款|捐赠|善款|资金|用途|基金|项目|[款金钱])?"
)
"""What came without a purpose, in a column of its own beside those that have one."""
_GIVING = re.compile(r"捐|善款|功德|随喜|香油|[不非无](?:指定|定向|限定)")
"""What headings say of gifts; out of a 基金 much is given to others."""
_BEHIND = re.compile(r"(?<=.{2})(?:捐款|捐赠|善款|捐)$")
_IN_YUAN = re.compile(r"[(\[]?(?:单位:?)?(?:人民币)?[百千万]?元[)\]]?$")
_WHO = ("donor", "party", "payer", "name")
_SUMS = ("total", "money", "amount")
_BESIDE = (*_WHO, "group", "date", "serial", "note", "county", "city", "via", "status", "currency", "anonymous", PASSED)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[bool, str]:
    """Whether a heading calls a purpose, or that there is none; and which, "" for none."""
    if not 1 < len(text) <= LONGEST_HEADING or understood(text).unit:
        return False, ""
    plain = _IN_YUAN.sub("", normal(text))
    if _OPEN.fullmatch(plain):
        return True, ""
    return (True, _BEHIND.sub("", plain)) if _PURPOSE.fullmatch(plain) else (False, "")


def by_purpose(rows: Sequence[Sequence[str]], around: Around, said: Mapping[str, str]) -> Layout | None:
    """The layout of a table with a group of columns for each purpose; None where no purposes stand beside each other in a
    row of headings, or in the second of two.
    """
    first = [shown(cell) for cell in rows[0]]
    if len(found := _purposes(first, said)) >= _FEWEST:
        return _layout(first, found, replace(around, below=rows[1:]), said, [first])
    second = [shown(cell) for cell in rows[1]] if len(rows) > 1 else []
    if len(found := _purposes(second, said)) < _FEWEST or any(map(str.isdigit, "".join(second))):
        return None
    if not _heads(first, second, found):
        return None
    both = [text or over for text, over in zip_longest(second, first, fillvalue="")]
    return _layout(both, found, replace(around, below=rows[2:]), said, [first, second])


def _heads(first: Sequence[str], second: Sequence[str], purposes: Mapping[int, str]) -> bool:
    """Whether an upper row has headings of columns that the lower one leaves blank; a title stands above any."""
    above = [index for index, text in enumerate(first) if text and index not in purposes]
    return bool(above) and not any(cell_at(second, index) for index in above)


def _purposes(texts: Sequence[str], said: Mapping[str, str]) -> dict[int, str]:
    """The purposes that headings call, by their place; none where only what has no purpose is called, or one twice."""
    found = {index: _said(text)[1] for index, text in enumerate(texts) if _said(text)[0] and normal(text) not in said}
    names = [name for name in found.values() if name]
    return found if names and len(set(found.values())) == len(found) else {}


def _layout(
    headings: Sequence[str],
    purposes: Mapping[int, str],
    around: Around,
    said: Mapping[str, str],
    rows: Sequence[Sequence[str]],
) -> Layout | None:
    """The layout, or None; `rows` are those that the headings were put together from."""
    columns, parts, found, beside = across(headings, purposes, said, _SUMS)
    sums = found[0] if found else None
    if any(column.field not in _BESIDE for column in beside) or not any(column.field in _WHO for column in beside):
        return None
    given = around.way == "in" or any(column.field == "donor" for column in beside)
    if not given and (around.way or not any(_GIVING.search(normal(text)) for row in rows for text in row)):
        return None
    if len(found) > 1 or not adds_up(parts, sums, around.below):
        return None
    measure = understood(sums.heading) if sums else Heading(None)
    for part in parts:
        part.heading = part.whole = headings[part.index]
        own = understood(part.heading)
        own = own if own.currency or own.factor != 1 else measure
        part.field, part.said = "money", Heading("money", own.factor, own.currency)
    for column in found:
        column.field = PASSED
    groups = [
        Group(UNCLEAR, [*map(replace, beside), part], says={"purpose": purposes[part.index]}, sums=sums)
        for part in parts
    ]
    return laid_out(columns, groups, around, len(rows))
