"""助学金, 奖学金 and 慰问金 above amounts: what somebody got, or what was given for it, as the title or those who stand beside it say."""

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import UNCLEAR, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number

AID = "aid"
WHO_OF_AID = N_(
    "whether those named gave this or got it: say --map HEADING=donor of their column where they gave, =recipient where they got it"
)
_FOR_AID = pattern_of(r"(?:慰问|救助|帮扶|资助|抚慰)[金款](?:[(（].*)?")
_GIVEN = pattern_of(
    r"(?:慰问|救助|帮扶|资助|抚慰|助学|奖学|奖助学?|助困|助残|助老|抚恤|困难补助)[金款]的?(?:爱心)?(?:捐|认捐|募|筹)"
    r"|(?:捐[款赠资助]|认捐|善款|募捐)(?:[人者]|情况)*(?:名单|名册|芳名录?|明细|公示|统计|登记|汇总|台账|一览|榜|表)|(?:捐款|捐赠|善款)情况(?:\s|[（(:：]|$)"
)
_HELPED = pattern_of(r"学生|学子|学员|新生|受[助资益援捐]|困难|贫困|特困|低保|患[儿者病]|残疾|老人|领|获得?者|得主")
"""In a title, or over names, those whom such money is for."""
_NOT_BESIDE = ("money", "amount", "total", "supplier", "direction", "debit", "credit", "item", "quantity")
_GOT = ("recipient", "beneficiary")
_NAMES = ("party", "name", "name_part", "group")
_OTHER_AMOUNTS = (
    "money", "spent", "amount", "total", "debit", "credit", "money_or_goods", "channel", "quantity", "item", "value", "price", "figure",
)  # fmt: skip


def settle(senses: Senses) -> None:
    """What a column of aid is, where it is the only one of amounts: given where someone gave, or a title says so and nobody is named as
    those are whom it is for; else spent where someone got it; not read else.
    """
    _given_for_aid(senses)
    columns = senses.of(AID)
    field = _field(senses) if len(columns) == 1 else PASSED
    for column in columns:
        column.field = field


def asks(senses: Senses, sort: str) -> str | None:
    """What would have to be said of a list of such amounts alone whose title and headings don't tell who of both is named; None of others."""
    is_open = any(
        column.said.sense == AID and column.field == PASSED and not column.by_user for column in senses.columns
    )
    is_named = senses.has("donor", "payer", *_GOT, *_NAMES)
    return WHO_OF_AID if sort == UNCLEAR and is_open and is_named and not senses.has(*_OTHER_AMOUNTS) else None


def _given_for_aid(senses: Senses) -> None:
    """慰问金 below a title that says that it was given, 慰问金捐款名单, and beside nobody who got it, came in; 捐款帮扶学生名单 lists who got it."""
    spent = senses.of("spent")
    if senses.way != "in" or not senses.of_aid or len(spent) != 1 or senses.has(*_GOT, *_NOT_BESIDE):
        return
    if _FOR_AID.fullmatch(spent[0].said_as) and not spent[0].by_user:
        spent[0].field = "money"


def gives_aid(title: str) -> bool:
    """Whether a title says of such money that it was given, 慰问金捐款名单, or lists gifts, and speaks of nobody who got it."""
    return _GIVEN.search(title) is not None and not _HELPED.search(title)


def _field(senses: Senses) -> str:
    if senses.has(*_OTHER_AMOUNTS) or any(_may_be_more(senses, column) for column in senses.columns):
        return PASSED
    if senses.has("donor", "payer") or senses.headed == "donor":
        return "money"
    got = senses.has(*_GOT) or senses.headed in _GOT
    if senses.way == "in" and not any(column.by_user for column in senses.of(*_GOT)):
        named = [column for column in senses.columns if column.field in _NAMES]
        is_given = senses.of_aid and not got and not any(_HELPED.search(column.said_as) for column in named)
        return "money" if is_given else PASSED
    return "spent" if got or (senses.way == "out" and senses.has(*_NAMES)) else PASSED


def _may_be_more(senses: Senses, column: Column) -> bool:
    """Whether numbers stand below a heading that nobody understands: 生活费 beside 助学金."""
    cells = senses.cells(column) if not column.field else []
    return bool(cells) and all(plain_number(cell) is not None for cell in cells)
