"""Whose a gift is in whose row no donor is written: that of the row above, where little more than the goods differs."""

from collections.abc import Mapping

from donations.i18n import N_
from donations.importers.rows.places import WHERE
from donations.importers.table import REFUSED_ABOVE, Record

NOT_ABOVE = N_(
    "a donor; a blank means that of the row above only where the day and the place are the same: write the name, or 爱心人士 where nobody knows it"
)
BELOW_TOTAL = N_(
    "a donor; below a total a blank doesn't mean the row above it: write the name, or 小计 in a row that sums up others"
)
MONEY_ABOVE = N_("a donor: the row above is money of nobody's")

_ALIKE = ("date", "via", "payer")


class BlankDonors:
    """What a blank donor means in the rows of one group of columns, from one row to the next."""

    def __init__(self) -> None:
        self.is_refused = False
        """Whether the row above can't be taken."""
        self.is_below_total = False
        """Whether nobody was named since a total, which may stand in several rows, one for each of the goods."""
        self.is_above = False
        """Whether the donor of the row that was read last is that of the row above it."""
        self.is_nobodys = False
        """Whether that row is money of nobody's."""
        self.why: str | None = None
        """Why a blank in it doesn't mean the row above."""
        self._section = ""

    def begin(self, donor: str) -> None:
        """A heading says whose the rows below it are."""
        self._section, self.is_refused, self.is_below_total = donor, False, False

    def after(self, record: Record | None) -> Record | None:
        """The record that a row became, as it is; whether it could be taken is remembered for the row below it."""
        if record is not None and record.ignored is None:
            self.is_refused = bool(record.slips)
        return record

    def alike(self, row: Mapping[str, str], *, is_headed: bool) -> tuple[str, ...]:
        """What else blanks of a row mean the row above in, where it says more of the same gift or share; `is_headed`: a
        line above the rows says whose they are.
        """
        is_share = "donor" not in row and row.get("recipient") == ""
        if not (self.is_above or is_share or (is_headed and row.get("date") == "")):
            return ()
        elsewhere = any(row.get(field) for field in (*WHERE, "recipient"))
        return _ALIKE if elsewhere else (*_ALIKE, *WHERE)

    def found(self, row: Mapping[str, str], last: Mapping[str, str], *, is_money: bool) -> str:
        """The donor of a row; "" where a blank in it doesn't mean the row above. `is_money`: money in a list of goods."""
        was_nobodys, self.is_above, self.is_nobodys, self.why = self.is_nobodys, False, False, None
        written, above = row.get("donor", ""), last.get("donor", "")
        if written or ("donor" not in row and row.get("recipient")):
            self.is_below_total = False
        if written or "donor" not in row:
            self._section = ""
            return written
        if self._section:
            return self._section
        if is_money:
            self.is_nobodys = True
        elif self.is_below_total:
            self.why = BELOW_TOTAL
        elif self.is_refused:
            self.why = REFUSED_ABOVE
        elif was_nobodys:
            self.why, self.is_nobodys = MONEY_ABOVE, True
        elif above and not _is_of_above(row, last):
            self.why = NOT_ABOVE
        else:
            self.is_above = bool(above)
            return above
        return ""


def _is_of_above(row: Mapping[str, str], last: Mapping[str, str]) -> bool:
    """Whether a row says no other day nor place than the one above it; where what it gives goes may differ."""
    own = row.get("recipient", "") not in ("", last.get("recipient", ""))
    fields = _ALIKE if own else (*_ALIKE, *WHERE)
    said = {**row, "date": _day_in(row.get("date", ""))}
    above = {**last, "date": _day_in(last.get("date", ""))}
    return all(said.get(field, "") in ("", above.get(field, "")) for field in fields)


def _day_in(date: str) -> str:
    """The date without the time of day behind it."""
    day, _, rest = date.partition(" ")
    return day if any(sign in rest for sign in ":：点时") else date


def taker_above(row: Mapping[str, str], last: Mapping[str, str], *, is_headed: bool) -> tuple[str, ...]:
    """The field of who got what was spent, where a blank means that of the row above: not of another day, when it was paid for
    nobody; but always where a line above the rows names them (`is_headed`).
    """
    is_same = is_headed or "date" not in last or row.get("date", "") in ("", last["date"])
    return ("recipient",) if "recipient" in row and is_same else ()
