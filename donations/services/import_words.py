"""What is said of the rows of an import: what their numbers add up to, what is wrong with one, and how the first are shown."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from donations import errors
from donations.domain.amount import MONEY, Certainty, decimal_text
from donations.domain.entry import Flow, Role
from donations.domain.imported import RowProblem, Sample, TableOutcome
from donations.i18n import N_
from donations.importers.table import VALUE, Record

NO_TABLE = N_(
    "a table with headings that are known; of a list in lines (1. 李华：5元) make one, with `捐款人,金额` as its first line and a comma between the two in each; what stands in sentences is recorded with `donations receive` and its like"
)


_OUT = ("distribution", "expense", "purchase")


def add_up(added: Mapping[str, Fraction], sums: Counter[str], broken: dict[str, Fraction]) -> None:
    """Add what a row adds: whole numbers apart, since they are so much quicker added."""
    for unit, number in added.items():
        if number.denominator == 1:
            sums[unit] += number.numerator
        else:
            broken[unit] = broken.get(unit, Fraction(0)) + number


def add_row(outcome: TableOutcome, record: Record, sums: Counter[str], broken: dict[str, Fraction]) -> None:
    """Add a row to what came in; or to what went out or was paid, where a table has both side by side."""
    if record.is_donor_above:
        outcome.donors_above.append(record.row)
    if record.drafts[0].type in _OUT and outcome.sort not in ("goods_out", "spending"):
        outcome.add_out(record.sums)
    else:
        add_up(record.sums, sums, broken)


def about_in(record: Record) -> set[str]:
    """Which of the sums of a row are not exactly known: 约500个."""
    found: set[str] = set()
    for quantity in (line.quantity for draft in record.drafts for line in draft.lines):
        if quantity.certainty is Certainty.ABOUT and quantity.number is not None:
            key = quantity.item if quantity.is_money else quantity.unit or ""
            found |= (
                {key} if key in record.sums else record.sums.keys() - {MONEY, VALUE}
            )  # 個 is written, 个 is understood
        if quantity.price is not None and quantity.price.certainty is Certainty.ABOUT:
            found |= {VALUE} & record.sums.keys()
    return found


def total_of(table: TableOutcome) -> Fraction:
    """What is held against the total that a table states: its money where it has some, else what its goods are worth, else all quantities."""
    sums = dict(table.sums)
    for unit, number in table.given_back.items():
        sums[unit] = sums.get(unit, Fraction(0)) + number
    worth = sums.pop(VALUE, Fraction(0))
    fields = table.columns.values()
    if worth and (
        "money" not in fields or "value" not in fields or "type" in fields
    ):  # of goods among amounts of money
        return sums.get(MONEY, Fraction(0)) + worth
    return sums[MONEY] if MONEY in sums else sum(sums.values(), Fraction(0)) or worth


def is_of_goods(table: TableOutcome) -> bool:
    """Whether what `total_of` says is a sum of quantities."""
    return not {MONEY, VALUE} & table.sums.keys()


def problem(sheet: str | None, record: Record, error: errors.DonationsError) -> RowProblem:
    """Why a rule doesn't take what the row says, with what is written there of goods and money."""
    written = "、".join(line.quantity.written for draft in record.drafts for line in draft.lines)
    return RowProblem(sheet, record.row, None, error.sentence, written, error.facts, is_sentence=True)


_GIVING = (Role.DONOR, Role.VIA, Role.PAYER)


def sample(record: Record, *, is_given_back: bool = False) -> Sample:
    """A row as it is shown before anything is booked: what it becomes, whose it is, and how much.

    `is_given_back`: its gift is known from before, and what is new is how much of it was given back.
    """
    draft = record.drafts[0]
    givers, others = (
        "、".join(name for role, names in draft.parties.items() if (role in _GIVING) is gives for name in names)
        for gives in (True, False)
    )
    named = " → ".join(part for part in (givers, others) if part)
    goods = "、".join(line.quantity.written for one in record.drafts if one.type == draft.type for line in one.lines)
    if is_given_back and record.refunded is not None:
        return Sample(record.row, "refund", draft.date.isoformat(), named, f"{decimal_text(record.refunded)}元")
    paid_for = f"（{draft.note}）" if draft.type == "expense" and draft.note else ""
    is_refund = draft.type == "return" and any(line.flow is Flow.REFUNDED for line in draft.lines)
    kind = "refund" if is_refund else draft.type
    return Sample(record.row, kind, draft.date.isoformat(), named, f"{goods}{paid_for}", record.is_donor_above)
