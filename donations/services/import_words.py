"""What is said of the rows of an import: what their numbers add up to, what is wrong with one, and how the first are shown."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from donations import errors
from donations.domain.entry import Role
from donations.domain.imported import RowProblem, Sample
from donations.importers.table import Record


def add_up(added: Mapping[str, Fraction], sums: Counter[str], broken: dict[str, Fraction]) -> None:
    """Add what a row adds: whole numbers apart, since they are so much quicker added."""
    for unit, number in added.items():
        if number.denominator == 1:
            sums[unit] += number.numerator
        else:
            broken[unit] = broken.get(unit, Fraction(0)) + number


def problem(sheet: str | None, record: Record, error: errors.DonationsError) -> RowProblem:
    """Why a rule doesn't take what the row says, with what is written there of goods and money."""
    written = "、".join(line.quantity.written for draft in record.drafts for line in draft.lines)
    return RowProblem(sheet, record.row, None, error.sentence, written, error.facts)


_GIVING = (Role.DONOR, Role.VIA, Role.PAYER)


def sample(record: Record) -> Sample:
    """A row as it is shown before anything is booked: what it becomes, whose it is, and how much."""
    draft = record.drafts[0]
    givers, others = (
        "、".join(name for role, names in draft.parties.items() if (role in _GIVING) is gives for name in names)
        for gives in (True, False)
    )
    named = " → ".join(part for part in (givers, others) if part)
    goods = "、".join(line.quantity.written for one in record.drafts for line in one.lines)
    paid_for = f"（{draft.note}）" if draft.type == "expense" and draft.note else ""
    return Sample(record.row, draft.type, draft.date.isoformat(), named, f"{goods}{paid_for}")
