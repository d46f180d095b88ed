"""Who gave what others received, where headings only name bodies or people: 企业 and 商会 before 捐赠物资, and 接收单位 behind it."""

from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

_SAYS_GIVEN = pattern_of(r"捐[赠款物资献]|乐捐|捐$")
_GIVEN = ("money", "spent", "item", "quantity", "money_or_goods")
_OTHERS = pattern_of(
    r"学生|学员|儿童|孩|老人|患者|病人|困难|特困|贫困|低保|户$|户主|居民|对象|户名|账|村|社区|街道|乡|镇|组$"
)
"""Those who are named so got something themselves, or are where those live who did."""
_WITHIN = pattern_of(r"领[用取]?|签收|签[名字]|科室|部门|班级|年级|[收取]人$")
"""Who takes something out of a store, or signs for it, is of those who are named before."""
_MEMBERS = pattern_of(r"学生|学员|儿童|幼儿|孩|患者|病人|职工|员工|会员|党员|老人|村民|居民")
_OF_MEMBERS = pattern_of(r"校|学院|院系|系|班|年级|园|医院|科室|部门?|工会|车间|单位|机构")
"""Where those belong who are named behind it: 学校 before 受助学生, but not 企业."""
_KNOWN = ("donor", "payer", "supplier", "direction", "price", "name", "beneficiary")
_NAMING = ("party", "group")


def settle(senses: Senses) -> None:
    """The only ones named before what was given, where those who received it are named behind it, gave it, if the title or the
    heading of that says that it was given; of what went out they only handed it out. Those who fetched it are of those named before.
    """
    if senses.way == "out" or senses.has(*_KNOWN):
        return
    given = senses.of(*_GIVEN)
    takers = senses.of("recipient")
    if not given or not takers or not _is_said(senses, given) or any(_WITHIN.search(each.said_as) for each in takers):
        return
    named = senses.of(*_NAMING)
    parties = [column for column in named if column.field == "party"] or named  # 支部 beside 姓名 is where they belong
    first = min(column.index for column in given)
    if len(parties) != 1 or not parties[0].index < first < min(each.index for each in takers):
        return
    are_own = _OF_MEMBERS.search(parties[0].said_as) and any(_MEMBERS.search(each.said_as) for each in takers)
    if _may_give(parties[0]) and not are_own:
        parties[0].field = "donor"


def _may_give(column: Column) -> bool:
    return column.said.sense != "name" and not column.by_user and _OTHERS.search(normal(column.heading)) is None


def _is_said(senses: Senses, given: list[Column]) -> bool:
    """Whether the title says that something came, or a heading above what was given that it was."""
    return senses.way == "in" or any(_SAYS_GIVEN.search(normal(column.heading)) for column in given)
