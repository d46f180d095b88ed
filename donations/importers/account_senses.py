"""What tells an account of what came and went, and which of its columns says which way an amount went."""

import re

from donations.importers.accounts import is_direction, is_signed
from donations.importers.heading_words import normal
from donations.importers.neighbours import PASSED, Senses

_BALANCE = re.compile(r".*(?:余额|结余)|.*balance")
_BOOKED, _TRADED = re.compile(r"记账金?额?[收支存付借贷].*"), re.compile(r"交易金?额?[收支存付借贷].*")


def settle(senses: Senses) -> None:
    """Gives the columns of an account that other tables don't have their fields, if it is one."""
    _directions(senses)
    _booked(senses)
    if senses.has("payer"):  # what a bank writes of an account; in one's own books they mean the contrary
        senses.become("debit", "spent")
        senses.become("credit", "money")
    signed = _signed(senses)
    senses.become("summary", "note" if signed or senses.has("direction", "spent") else PASSED)


def _directions(senses: Senses) -> None:
    """A column whose cells say 收入 or 支出 and nothing else tells which way the amount beside it went."""
    for column in senses.columns:
        cells = (
            senses.cells(column) if column.field in (PASSED, "", "category", "content", "project", "summary") else []
        )
        if cells and set(map(is_direction, cells)) == {True} and set(cells) != {"其他"} and not senses.has("direction"):
            column.field = "direction"


def _booked(senses: Senses) -> None:
    """Of 交易金额(收入) and 记账金额(收入) the second is what was booked: the first may be in another currency."""
    headings = {column.index: re.sub(r"[()]", "", normal(column.heading)) for column in senses.columns}
    if any(_BOOKED.fullmatch(heading) for heading in headings.values()):
        for column in senses.columns:
            if _TRADED.fullmatch(headings[column.index]) or headings[column.index] == "交易币种":
                column.field = PASSED


def _signed(senses: Senses) -> bool:
    """Whether a sign tells which way each amount went: one column for all of a bank's list, beside whoever it went to."""
    amounts = [column for column in senses.columns if column.field in ("money", "amount")]
    if len(amounts) != 1 or not senses.has("payer") or senses.has("spent", "direction", "debit", "credit"):
        return False
    balance = any(_BALANCE.fullmatch(normal(column.heading)) for column in senses.columns)
    if not balance and not any(is_signed(cell) for cell in senses.cells(amounts[0])):
        return False
    amounts[0].field, amounts[0].signed = "money", True
    return True
