"""Who came for what others received: 领取人 beside 接收单位, 领用人 beside 科室."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.columns.columns import GOODS_OUT, SPENDING, UNCLEAR, Group
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.signed_for import OF_PEOPLE
from donations.importers.columns.taken_in import TAKER
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.names_alone import GETS_GOODS

FETCHED = pattern_of(r"(?:领[取用物]?|接收|收货|签领|提货)人(?:姓名|签[名字])?")
"""Headings of a person who came for it."""
_OF_A_HOUSE = pattern_of(r"(?:领用|使用)?(?:[科处]室|病[区房]|部门|班组|车间)(?:名称)?")
_DRAWN = pattern_of(r"领用人(?:姓名|签[名字])?")
_GETS = pattern_of(rf"(?![各全所]).{{1,20}}(?:{GETS_GOODS}|院|校|[一二三四五六七八九十]中)")
SIGNED_FOR = N_(
    "who received it: the sheet or a line above the headings names somebody who gets goods, and persons stand below 领取人, who may only have signed for them. Write 领取单位：NAME in a line above the headings; or say --map HEADING=recipient of the column where these persons got it"
)


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


def judge(groups: Sequence[Group], title: Title, sheet: str | None) -> None:
    """Persons below 领取人 in a sheet called 市一院, or below a line that is a hospital's name, are asked about: they may only have
    signed for it. A village above its families says where they live.
    """
    named = [simplified(sheet or "").strip(), *(word for word in title.text.split() if not OF_PEOPLE.fullmatch(word))]
    if not any(map(_GETS.fullmatch, named)):
        return
    for group in groups:
        takers = group.of("recipient") if group.sort in (GOODS_OUT, SPENDING) else []
        if len(takers) == 1 and not takers[0].by_user and FETCHED.fullmatch(takers[0].said_as):
            group.sort, group.why = UNCLEAR, SIGNED_FOR
