"""Which way the amount of an account's row went: by a word beside it, its sign, whose list it is, or the column it stands in."""

import re
from collections.abc import Sequence
from fractions import Fraction

from donations.domain.amount import decimal_text
from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.own_names import by_own_name
from donations.importers.patterns import pattern_of
from donations.importers.words import accounts
from donations.importers.words.account_givers import giver_in
from donations.importers.words.amount_marks import CURRENCY
from donations.importers.words.cells import number_of_yuan, plain_number
from donations.importers.words.heading_words import normal
from donations.importers.words.keepers import is_among_own
from donations.importers.words.paid_out import is_paid_out

_MARK = pattern_of(rf"{CURRENCY}(?=[\s0-9])", re.IGNORECASE)
_WAY_BEFORE = pattern_of(r"^(?:收入?|支出?)[:：]\s*")
_WITH_REFUND = pattern_of(
    r"(?P<whole>[¥￥]?[0-9][0-9,.]*元?)\s?[(（](?:已退[款回还]?\s?(?P<part>[¥￥]?[0-9][0-9,.]*)元?|已(?:全额|全部)退[款回还]?)[)）]"
)
"""An amount with what came back of it, as shops write it: 1174.41(已退款903.43), 200.00(已全额退款)."""


class Ways:
    """What the columns of a table say of it; a table that is no account says nothing, and its rows stay as they are."""

    def __init__(self, columns: Sequence[Column], keepers: frozenset[str]) -> None:
        """`keepers`: the names, in comparable form, of whose account it is, as far as no column says it."""
        self._gave = gave = any(column.field == "donor" and column.said.sense == "donor" for column in columns)
        named = frozenset(normal(name) for column in columns if (name := column.own or column.keeper))
        self._keepers = named if gave else keepers | named  # 捐款人 gave, whoever it is
        columns = [column for column in columns if column.field not in ("", PASSED)]
        self._sides = max(1, len({column.field for column in columns} & {"donor", "supplier"}))
        self.is_signed = any(column.signed for column in columns)
        has_word = any(column.field == "direction" for column in columns)
        self.others = (
            accounts.INTEREST,
            accounts.OTHER_INCOME,
            accounts.PAID_OUT,
            *(() if has_word else (accounts.NEUTRAL,)),
        )
        """Why a row is no gift that stands among gifts, so that the totals of the list may count it."""
        self._own = next((column.own for column in columns if column.own), "")
        self._between = any(column.between_purses for column in columns)
        self._repeats = any(column.repeats_way for column in columns)
        self._repeats_spent = any(column.repeats_way for column in columns if column.field == "spent")

    def settle(self, row: dict[str, str]) -> None:
        """Put the amount where it went, `money` or `spent`, and leave of both sides the other one."""
        if "direction" in row:
            row.setdefault("spent", "")
            _keep_giver(row)
            accounts.turned(row, signed=self._repeats)
            if (
                self._between
                and accounts.is_between(row["direction"])
                and not row.get("donor")
                and not row.get("supplier")
            ):
                row["direction"] = accounts.NEITHER
        if self.is_signed:
            row.setdefault("spent", "")
            accounts.by_sign(row)
            by_own_name(row, self._own)
        if "spent" in row:
            accounts.one_side(row)
            self._other_side(row)
            row["gave"] = "1" if self._gave else ""
            row["paid_out"] = "1" if not self._gave and is_paid_out(row) else ""
            if is_among_own(row, self._keepers, self._sides):
                row["direction"] = accounts.NEITHER
            elif self._sides > 1 and not row.get("beside"):  # one's own name, where nobody stands on the other side
                row.update(
                    {field: "" for field in ("donor", "supplier") if normal(row.get(field, "")) in self._keepers}
                )
        if self._repeats_spent:
            accounts.unsigned(row)
        _part_refund(row)
        if row.get("refund") and row.get("spent"):
            less_what_came_back(row)

    def _other_side(self, row: dict[str, str]) -> None:
        """Of two names in a row the one that isn't one's own stays: who asked for money stands where who paid it does elsewhere."""
        beside, field = row.get("beside", ""), "donor" if row.get("donor") else "supplier"
        if beside and normal(row.get(field, "")) in self._keepers and normal(beside) not in self._keepers:
            row[field], row["beside"] = beside, row[field]


def _keep_giver(row: dict[str, str]) -> None:
    """Who gave may stand in the cell that says which way the amount went, 收入：张三捐款, where none else does: it is the remark then."""
    words = _WAY_BEFORE.sub("", row["direction"])
    if not row.get("donor") and not row.get("note") and giver_in({"spent": "", "note": words}) is not None:
        row["note"] = words


def _part_refund(row: dict[str, str]) -> None:
    """Parts an amount of an account from what came back of it, where both stand in one cell and no column says the latter."""
    for field in ("money", "spent") if "spent" in row and not row.get("refund") else ():
        if row.get(field, "").endswith((")", "）")) and (found := _WITH_REFUND.fullmatch(row[field])) is not None:
            row[field], row["refund"] = found["whole"], found["part"] or found["whole"]


def less_what_came_back(row: dict[str, str]) -> None:
    """What came back of what was spent was not: 支出 30 beside 退款 5. Where all of it did the row stays, with its reason."""
    spent, back = (_size(row.get(field, "")) for field in ("spent", "refund"))
    if spent and back and back < spent and number_of_yuan(row.get("money") or "0") == 0:
        row["spent"], row["refund"] = decimal_text(spent - back), ""


def _size(amount: str) -> Fraction | None:
    """How much an amount is, whatever its sign; None where that isn't plain."""
    plain = amount.lstrip("-−－+＋(（").rstrip(")）元").strip()
    return plain_number(plain[found.end() :].strip() if (found := _MARK.match(plain)) else plain)
