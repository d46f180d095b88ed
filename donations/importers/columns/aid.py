"""助学金, 奖学金 and 慰问金 above amounts: what somebody got, or what was given for it, as the title or those who stand beside it say."""

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import plain_number

AID = "aid"
_FOR_AID = pattern_of(r"(?:慰问|救助|帮扶|资助|抚慰)[金款](?:[(（].*)?")
_GIVEN = pattern_of(r"(?:慰问|救助|帮扶|资助|抚慰)[金款]的?(?:爱心)?(?:捐|认捐|募|筹)")
_NOT_BESIDE = ("money", "amount", "total", "supplier", "direction", "debit", "credit", "item", "quantity")
_GOT = ("recipient", "beneficiary")
_NAMES = ("party", "name", "name_part", "group")
_OTHER_AMOUNTS = (
    "money", "spent", "amount", "total", "debit", "credit", "money_or_goods", "channel", "quantity", "item", "value", "price", "figure",
)  # fmt: skip


def settle(senses: Senses) -> None:
    """What a column of aid is, where it is the only one of amounts: given where someone gave, else spent where someone got it; not read else."""
    _given_for_aid(senses)
    columns = senses.of(AID)
    field = _field(senses) if len(columns) == 1 else PASSED
    for column in columns:
        column.field = field


def _given_for_aid(senses: Senses) -> None:
    """慰问金 below a title that says that it was given, 慰问金捐款名单, and beside nobody who got it, came in; 捐款帮扶学生名单 lists who got it."""
    spent = senses.of("spent")
    if senses.way != "in" or not senses.of_aid or len(spent) != 1 or senses.has(*_GOT, *_NOT_BESIDE):
        return
    if _FOR_AID.fullmatch(spent[0].said_as) and not spent[0].by_user:
        spent[0].field = "money"


def gives_aid(title: str) -> bool:
    """Whether a title says of such money that it was given: 慰问金捐款名单."""
    return _GIVEN.search(title) is not None


def _field(senses: Senses) -> str:
    if senses.has(*_OTHER_AMOUNTS) or any(_may_be_more(senses, column) for column in senses.columns):
        return PASSED
    if senses.has("donor", "payer") or senses.headed == "donor":
        return "money"
    got = senses.has(*_GOT) or senses.headed in _GOT
    if senses.way == "in":
        return PASSED if got else "money"
    return "spent" if got or (senses.way == "out" and senses.has(*_NAMES)) else PASSED


def _may_be_more(senses: Senses, column: Column) -> bool:
    """Whether numbers stand below a heading that nobody understands: 生活费 beside 助学金."""
    cells = senses.cells(column) if not column.field else []
    return bool(cells) and all(plain_number(cell) is not None for cell in cells)
