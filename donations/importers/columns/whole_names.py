"""Names as donor databases and platforms write them: whole beside their parts or a nickname, of a company, of an account."""

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns import own_numbers, purposes
from donations.importers.columns.columns import REMARK, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import number_of_yuan, shown_at
from donations.importers.words.names_alone import name_alone
from donations.importers.words.purpose_words import purpose_called

_WHOLE = pattern_of(r"(?:contact|display|sort|constituent|household|billing|customer|record)[-_]?(?:full)?name")
_GIVING_BODY = pattern_of(
    r"(?:donating|giving|contributing|sponsoring)(?:company|organi[sz]ation|business|corporation)(?:name)?"
)
_BODY = pattern_of(r"(?:donor|supporter|giver|contributor)(?:company|organi[sz]ation|business|corporation)(?:name)?")
_TOLD = pattern_of(r"recipients?(?:full)?(?:name)?|notif(?:y|ied|ication)(?:recipient)?(?:name)?")
_TRIBUTE = pattern_of(r".*(?:honou?ree|dedicat|(?<!dis)(?<!con)tribute|memor)")
"""But distributed says that it went, and contributed that it came."""
_ACCOUNT, _STAGE = pattern_of(r"account(?:name)?"), pattern_of(r"(?:opportunity)?stage(?:name)?|closedate")
_GOES = pattern_of(r"(?:捐[款赠]|善款|资金|款项)(?:去向|流向|投向|项目去向)")
_PROJECT = pattern_of(r".{0,40}(?:项目|计划|基金|专项|行动|工程|公益金|专款)")
_ORDER = pattern_of(r"#?[A-Za-z]{0,4}[-_]?[0-9]{2,12}")
_CONTACT = pattern_of(r"(?:primary)?contact(?:name|:fullname)?")
CALLED = pattern_of(r".*(?:昵称|网名|微信名|nick(?:name)?)")
_REAL_NAME = pattern_of(
    r"(?:您的?|你的?|真实|本人|捐[款赠][人者]|参与[人者]|报名人|学[生员]|孩子|宝贝|幼儿|员工|职工|队员|会员|业主|志愿者)*(?:姓名|名字)|实名|(?:real|full)name"
)
"""Who somebody is, beside what they call themselves in a chat."""
_PART = pattern_of(r"(?:所在|所属)?(?:班级|年级|部门|科室|车间|班组|小组|组别|支部|楼[栋号]|院系|专业|中队)(?:名称)?")
"""Where somebody belongs, beside their name."""
_PUPIL = pattern_of(r"(?:学[生员]|孩子|宝贝|幼儿|小朋友)(?:姓名|名字)")
PARENT = pattern_of(r"(?:学生|孩子|幼儿)?(?:家长|监护人|父母|父亲|母亲)(?:姓名|名字)?")
"""Whoever answers for a pupil, whose gift it is."""
IN_COLUMNS = N_(
    "a row for each who gave; here each has a column: copy the table and paste it turned round (Paste special, Transpose), with 姓名 above the names and 1月 or a day above each column of amounts; or --map HEADING=- of each, where the total alone is meant"
)
_TOLD_OTHERWISE = (
    "beneficiary",
    "item",
    "quantity",
    "unit_or_party",
    "summary",
    "project",
    "direction",
    "debit",
    "credit",
)
_FEWEST = 2
_NAMED = ("donor", "party", "payer", "recipient", "supplier", "name_part", "group", "name")


def settle(senses: Senses) -> None:
    """Which of such columns say who gave; and which numbers are of one gift each."""
    _told_of_tribute(senses)
    _beside_parts(senses)
    _body_beside_person(senses)
    _of_account(senses)
    _numbers(senses)
    _beside_pupil(senses)
    _beside_nickname(senses)
    _for_projects(senses)
    purposes.settle(senses)
    own_numbers.settle(senses)


def in_columns(senses: Senses) -> str | None:
    """What would have to be said where those who gave stand above the columns, 日期 李华 王芳 合计, and nobody in the rows."""
    if senses.has(*_NAMED, *_TOLD_OTHERWISE) or senses.way == "out" or senses.buys:
        return None
    headed = [c for c in senses.columns if c.field == "" and not c.by_user and name_alone(c.heading) is not None]
    cells = [senses.cells(column) for column in headed]
    are_amounts = all(number_of_yuan(cell) is not None for each in cells for cell in each)
    return IN_COLUMNS if len(headed) >= _FEWEST and any(cells) and are_amounts else None


def _told_of_tribute(senses: Senses) -> None:
    """Recipient Name beside Honoree Name gets a card, and no gift."""
    if any(_TRIBUTE.match(column.joined) for column in senses.columns):
        for column in senses.columns:
            if column.field == "recipient" and not column.by_user and _TOLD.fullmatch(column.joined):
                column.field = PASSED


def _beside_parts(senses: Senses) -> None:
    """Contact Name beside First Name and Last Name is who gave where it also stands in rows that have no such parts: of bodies."""
    parts = [column.index for column in senses.of("name_part")]
    if not parts or senses.has("donor", "party"):
        return
    for column in senses.columns:
        is_whole = column.field in ("", PASSED) and not column.by_user and _WHOLE.fullmatch(column.joined)
        if is_whole and any(
            shown_at(row, column.index) and not any(shown_at(row, at) for at in parts) for row in senses.below
        ):
            column.field = "party"
            return


def _body_beside_person(senses: Senses) -> None:
    """Donating Company beside Name, blank in rows in which that is not, says for whom a person gave."""
    parts = senses.of("name_part")
    for column in senses.columns if parts else ():
        is_body = column.field == "donor" and not column.by_user and _BODY.fullmatch(column.joined)
        if is_body and not any(other.field in ("donor", "party") for other in senses.columns if other is not column):
            column.field = "party"
    persons = [c for c in senses.columns if c.field == "party" and c.joined in ("name", "fullname", "donorname")]
    for column in senses.columns:
        if column.field != "donor" or column.by_user or not _GIVING_BODY.fullmatch(column.joined):
            continue
        if any(not shown_at(row, column.index) and shown_at(row, one.index) for row in senses.below for one in persons):
            column.field = REMARK


def _beside_nickname(senses: Senses) -> None:
    """Of 用户昵称 and 姓名 the latter is who gave, on whichever side it stands; the other is noted, and counts where that is blank."""
    columns = [column for column in senses.of("party", "donor") if not column.by_user]
    called = [column for column in columns if CALLED.fullmatch(column.said_as)]
    named = [column for column in columns if _REAL_NAME.fullmatch(column.said_as) and senses.cells(column)]
    parts = [column for column in columns if _PART.fullmatch(column.said_as)]
    if not called or len(named) != 1 or len(called) + 1 + len(parts) != len(columns):
        return
    if any(column.field == "donor" for column in called):
        named[0].field = "donor"
    for column in called:
        column.field = REMARK


def _beside_pupil(senses: Senses) -> None:
    """家长姓名 beside 学生姓名 is a remark: with 班级 there as well, three would name who gave."""
    columns = [column for column in senses.of("party", "donor") if not column.by_user]
    pupil = next((each for each in columns if _PUPIL.fullmatch(each.said_as) and senses.cells(each)), None)
    for column in columns if pupil is not None else ():
        assert pupil is not None
        low, high = sorted((column.index, pupil.index))
        between = [each for each in senses.columns if low < each.index < high]
        if PARENT.fullmatch(column.said_as) and all(each.field in ("", PASSED, "party") for each in between):
            column.field = REMARK  # else each gave what stands beside them: 家长姓名 捐款金额 学生姓名 捐书（本）


def _of_account(senses: Senses) -> None:
    """Account Name is who gave, in a list of what is hoped for and what came: beside Stage or Close Date."""
    headings = [column.joined for column in senses.columns]
    if not any(map(_STAGE.fullmatch, headings)) or senses.has(*_NAMED):
        return
    found = next((c for c in senses.columns if _may_name(c) and _ACCOUNT.fullmatch(c.joined)), None)
    if found is None:
        return
    found.field = "donor"
    for column in senses.columns:
        if _may_name(column) and column is not found and _CONTACT.fullmatch(column.joined):
            column.field = REMARK


def _may_name(column: Column) -> bool:
    return column.field in ("", PASSED, "purpose") and not column.by_user


def _for_projects(senses: Senses) -> None:
    """捐款去向 above nothing but projects and purposes, 助学计划, says what money is for, and nobody who received it: where
    somebody gave it, else it is a list of what went there.
    """
    came = senses.has("donor", "party", "payer", "name_part", "group", "name") and not senses.has(
        "item", "quantity", "goods", "spent"
    )
    for column in senses.columns if came else ():
        if column.field != "recipient" or column.by_user or not _GOES.fullmatch(column.joined):
            continue
        cells = senses.entries(column)
        if cells and all(_PROJECT.fullmatch(cell) or purpose_called(cell) for cell in cells):
            column.field = "purpose"


def _numbers(senses: Senses) -> None:
    """Name above the numbers of orders, #1001, beside the names of those who ordered, is nobody's; the numbers below 用户名 or
    会员ID are of people, and come again with each of their gifts.
    """
    named = senses.of("party")
    headed = [column for column in named if column.joined == "name" and not column.by_user]
    coded = [column for column in headed if (cells := senses.cells(column)) and all(map(_ORDER.fullmatch, cells))]
    for column in coded if len(coded) < len(named) else ():
        column.field = PASSED if senses.has("number") else "number"
