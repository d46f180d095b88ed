"""Sums of so many gifts each beside bodies, 学院 120笔 35000: those who belong there gave them, or the body did."""

from donations.i18n import N_
from donations.importers.columns.columns import MONEY_IN
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number

WHOSE_GIFTS = N_(
    "whose gifts these are: a column counts how many were added up to each sum. Import the list of the single gifts; or say --map HEADING=donor of the column of names where each of them gave its sum"
)
_COUNTS = pattern_of(r"(?:捐[赠款助资]|捐款总|参与|总)?(?:笔数|单数|人次数?)(?:[(（].*)?")
_BODIES = pattern_of(r"(?:所[在属])?(?:班级|部门|学校|分会|支会)(?:名称?)?")


def are_counted(senses: Senses, sort: str) -> str | None:
    """What would have to be said where nobody but parts of a body, 学院 or 班级, stands beside sums, and a column says of how many gifts each
    is one: 人数 counts those who gave together.
    """
    named = senses.of("donor")
    if sort != MONEY_IN or len(named) != 1 or named[0].by_user:
        return None
    if named[0].said.sense != "group" and not _BODIES.fullmatch(named[0].said_as):
        return None
    for column in senses.columns:
        numbers = [plain_number(cell) for cell in senses.cells(column)] if _COUNTS.fullmatch(column.said_as) else []
        if any(number is not None and number > 1 for number in numbers):
            return WHOSE_GIFTS
    return None
