"""Lists of who paid whom, 付款人 and 收款人 in each row: whose list it is, and so which way each amount went."""

import re
from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.words.cells import shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal

WHOSE = N_(
    "whose list it is: one name that stands in each row, of who paid or of who was paid; else say --map HEADING=- of the column of one's own name"
)
_PAYER = re.compile(r"(?:付款|汇款|打款|转账|转帐|交款|缴款|付方|payer).*")
_PAYEE = re.compile(r"(?:收款|收方|payee).*")
_CAME = re.compile(r".*(?:到[账帐]|收款|收入|入[账帐]|进[账帐])")
_WENT = re.compile(r".*(?:支出|付款|支付|转出)")
_OTHERS = (
    "donor", "recipient", "party", "item", "quantity", "unit", "price", "value", "spent", "direction", "debit", "credit",
    "money_or_goods",
)  # fmt: skip


def find(senses: Senses) -> bool:
    """Marks the amounts of such a list with the name whose it is; False where nothing tells whose."""
    payer, payee = (_one(senses, field, of) for field, of in (("payer", _PAYER), ("supplier", _PAYEE)))
    amounts = [column for column in senses.columns if column.field in ("money", "amount")]
    if payer is None or payee is None or len(amounts) != 1 or senses.has(*_OTHERS):
        return True
    own = _own(senses, payer, payee)
    amounts[0].field, amounts[0].signed, amounts[0].own = "money", True, own
    payer.field = "donor"
    return bool(own)


def by_own_name(row: dict[str, str], own: str) -> None:
    """What who keeps the list paid is spent, and what they were paid came; a row without them says no way.

    In other lists (`own` is "") signs and words say it.
    """
    if not own:
        return
    if row.get("donor") == own:
        row["money"], row["spent"], row["donor"] = "", row.get("money", ""), ""
    elif row.get("supplier") != own:
        row["direction"] = f"{row.get('donor', '')} → {row.get('supplier', '')}"
    else:
        row["supplier"] = ""


def _one(senses: Senses, field: str, heading: re.Pattern[str]) -> Column | None:
    found = [column for column in senses.columns if column.field == field and heading.match(normal(column.heading))]
    return found[0] if len(found) == 1 else None


def _own(senses: Senses, payer: Column, payee: Column) -> str:
    """The name that stands in each row, on either side; of two that do the one that headings or the title mean; else ""."""
    pairs = [pair for row in senses.below if (pair := _pair(row, payer, payee)) is not None]
    names = [name for name in dict.fromkeys(pairs[0]) if all(name in pair for pair in pairs)] if pairs else []
    if len(names) < 2:  # noqa: PLR2004
        return "".join(names)
    said = [normal(column.heading) for column in senses.columns if column.field in ("date", "money", "amount")]
    came = senses.way == "in" or any(map(_CAME.match, said))
    went = senses.way == "out" or any(map(_WENT.match, said))
    return "" if came == went else pairs[0][1] if came else pairs[0][0]


def _pair(row: Sequence[str], payer: Column, payee: Column) -> tuple[str, str] | None:
    """Who paid whom by a row; None where it names only one, or sums up."""
    names = tuple(shown_at(row, column.index) for column in (payer, payee))
    return (names[0], names[1]) if all(names) and not any(map(total_of, names)) else None
