"""Accounts of what came in and what went out, a bank's or one's own: which way a row goes, and what of it is a gift."""

import re
from collections.abc import Mapping

from donations.i18n import N_

INTEREST = N_("interest, no gift")
NEUTRAL = N_("neither income nor spending: money moved between accounts of one's own")
_NEUTRAL = frozenset({"", "不计收支", "其他", "中性交易", "不计入收支"})
_OUT = re.compile(r"支出?|付款?|借方?|转?出账?|out|debit|expense|dr?", re.IGNORECASE)
_IN = re.compile(r"收入?|收款|贷方?|[转进]?入账?|进账|in|credit|income|cr?", re.IGNORECASE)
_INTEREST = re.compile(r".{0,6}(?:结息|利息|计息|付息)(?:收入|入账|转入)?|interest(?: paid| earned)?", re.IGNORECASE)
_GIFT = re.compile(r"捐|善款|爱心|donat|gift", re.IGNORECASE)


def is_direction(cell: str) -> bool:
    """Whether the cell says which way an amount went, or that it went neither, and nothing else."""
    return cell in _NEUTRAL or _OUT.fullmatch(cell) is not None or _IN.fullmatch(cell) is not None


def is_neutral(direction: str) -> bool:
    """Whether a cell of 收/支 says that the amount was neither."""
    return direction in _NEUTRAL


def turned(row: dict[str, str]) -> None:
    """Where a cell says which way the amount of the row went, puts what went out among the amounts spent."""
    if _OUT.fullmatch(row.get("direction", "")) and row.get("money"):
        row["spent"], row["money"] = row["money"], ""


def no_gift(row: Mapping[str, str]) -> str | None:
    """Why a row of an account is neither a gift nor spending; None where it may be either."""
    if "spent" not in row:
        return None
    if any(_INTEREST.fullmatch(row.get(field, "")) for field in ("note", "purpose")):
        return INTEREST
    return NEUTRAL if is_neutral(row.get("direction", "收入")) else None


def says_gift(row: Mapping[str, str]) -> bool:
    """Whether the words of a row without any name say that it is a gift all the same."""
    return any(_GIFT.search(row.get(field, "")) for field in ("note", "purpose"))
