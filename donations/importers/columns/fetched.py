"""Who came for what others received: 领取人 beside 接收单位, 领用人 beside 科室."""

from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.taken_in import TAKER
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at

FETCHED = pattern_of(r"(?:领[取用物]?|接收|收货|签领|提货)人(?:姓名|签[名字])?")
"""Headings of a person who came for it."""
_OF_A_HOUSE = pattern_of(r"(?:领用|使用)?(?:[科处]室|病[区房]|部门|班组|车间)(?:名称)?")
_DRAWN = pattern_of(r"领用人(?:姓名|签[名字])?")


def settle(senses: Senses) -> None:
    """领取人 that is filled in each row beside 接收单位 or 发放对象 is who came for it: where the latter is blank it is that above, as of merged cells.

    So is 领用人 beside 科室 where nobody else got anything: whoever draws what a department uses.
    """
    _of_a_house(senses)
    takers = [column for column in senses.of("recipient") if not column.by_user]
    persons = [column for column in takers if FETCHED.fullmatch(column.said_as)]
    bodies = [column for column in takers if column not in persons]
    if len(bodies) != 1 or len(persons) != 1:
        return
    rows = senses.records()
    body, person = ([shown_at(row, column.index) != "" for row in rows] for column in (bodies[0], persons[0]))
    if any(body) and all(person):
        persons[0].field = PASSED


def _of_a_house(senses: Senses) -> None:
    """科室 received what 领用人 draws where nobody else did, and no bodies draw: 江城养老院 below it is no part of the house."""
    departments = [column for column in senses.of("group") if _OF_A_HOUSE.fullmatch(column.said_as)]
    takers = senses.of("recipient")
    if len(departments) != 1 or len(takers) != 1 or senses.has("donor", "money", "spent"):
        return
    is_drawn = not takers[0].by_user and _DRAWN.fullmatch(takers[0].said_as) is not None
    if is_drawn and senses.entries(departments[0]) and not any(map(_is_body, senses.cells(takers[0]))):
        departments[0].field, takers[0].field = "recipient", PASSED


def _is_body(cell: str) -> bool:
    return TAKER.fullmatch(simplified(cell)) is not None
