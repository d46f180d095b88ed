"""Lines that say on which day the rows below them were given: 日期：2月4日, 第一批（2月4日）."""

from typing import Final

from donations.importers.patterns import pattern_of

DAY_LABEL: Final = pattern_of(r"^(?:捐赠|捐款|接收|发放)?(?:日期|时间)\s*[:：]\s*")
BATCH: Final = r"第[0-9一二三四五六七八九十]{1,3}(?:批次?|[期次号轮])(?:公[告示])?(?:捐[赠款]|发放)?"
_OF_BATCH = pattern_of(
    rf"(?:{BATCH})?\s?[:：(（]?\s?(?:截[至止]到?)?((?:[0-9]{{4}}\s?年\s?)?[0-9]{{1,2}}\s?月\s?[0-9]{{1,2}}\s?[日号]|[0-9]{{4}}([-./])[0-9]{{1,2}}\2[0-9]{{1,2}})\s?[)）]?\s?(?:{BATCH})?"
    r"(?:(?:接收|接受|收到|捐赠|捐款|到账|发放)(?:社会|爱心)?(?:捐[赠款]|物资|款物|善款|情况|明细|名单){0,3})?\s?[:：]?"
)
"""第一批（2月4日）, 2月4日接收捐款: a day, and which of several lists it is of."""


def without_words(line: str) -> str:
    """What a line says without what tells that it is a day, or of which list: 日期：2月4日 and 第一批（2月4日） are 2月4日."""
    plain = DAY_LABEL.sub("", line)
    found = _OF_BATCH.fullmatch(plain)
    return found[1] if found else plain


def says_day(line: str) -> bool:
    """Whether a line says by its own words that the rows below it are of a day."""
    return DAY_LABEL.match(line) is not None or _OF_BATCH.fullmatch(line) is not None
