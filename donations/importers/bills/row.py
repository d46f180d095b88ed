"""One row of a bill: its cells by field, read into days, yuan and transaction numbers, or what is wrong with them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from fractions import Fraction
from functools import lru_cache

from donations import errors
from donations.domain.period import parse_date
from donations.domain.text import tidy
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.sheet import Struck
from donations.importers.table import Slip
from donations.importers.words.cells import AS_MANY, NOT_YET
from donations.importers.words.transaction_numbers import is_zeroed

NO_AMOUNT = N_("an amount of money like 28.16")
NO_DAY = N_("a day and time like 2020-02-01 14:10:00")
NO_NUMBER = N_("a transaction number in full: a spreadsheet program has shortened it; import the bill as downloaded")

STRUCK_HERE = N_("a line of the bill as it was downloaded: something in it is struck through")

_AMOUNT = pattern_of(r"\+?¥?((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,13})(?:\.[0-9]+)?)元?")
_DAY = pattern_of(r"[0-9]{4}([-./年])[0-9]{1,2}[-./月][0-9]{1,2}日?(?=$|[ T]|[0-9]{2}[:：])")
"""A day; some programs forget the blank between it and the time."""
_ZERO = pattern_of(r"[-−－]0+(?:\.0*)?")
_NUMBER = pattern_of(r"[0-9A-Za-z_-]{1,80}")
_SHORTENED = pattern_of(r"[0-9](\.[0-9]*)?E\+?[0-9]{1,2}", re.IGNORECASE)
_LIKE_A_NUMBER = pattern_of(r"[0-9]{10}|[0-9]E\+")
_NOTHING = frozenset({"", "/", "-", "--"})
_WORDS = frozenset({"direction", "sort", "kind", "state", "fund", "refund_state"})
"""The fields that hold words of the programs alone, which some write in traditional characters."""
_ENOUGH = 5
"""A row with so many cells filled is no line of words."""


class BillRow:
    """One row of a bill by its fields; what can't be read is kept in `slips`."""

    __slots__ = ("_cells", "_columns", "_headings", "_said", "is_parted", "number", "slips", "unlike")

    def __init__(
        self,
        number: int,
        cells: Sequence[str],
        columns: Mapping[str, int],
        headings: Sequence[str],
        *,
        is_parted: bool,
        unlike: Sequence[Slip] = (),
    ) -> None:
        """`is_parted`: whether commas within a cell made more cells than there are headings; `unlike`: where columns of one
        heading differ.
        """
        self.number = number
        self.is_parted = is_parted
        self.unlike = unlike
        self._cells = cells
        self._columns = columns
        self._headings = headings
        self._said: dict[str, str] = {}
        self.slips: list[Slip] = [Slip(None, STRUCK_HERE, "")] if isinstance(cells, Struck) else []

    def text(self, field: str) -> str:
        """The cell of a field as a person wrote it; "" where it says nothing, or there is no such column."""
        said = self._said.get(field)
        if said is None:
            raw = self._raw(field).strip()
            # most cells have nothing to tidy: half of the time of a bill went into looking for it
            said = (raw if raw.isprintable() and "  " not in raw else plain(raw)).strip("\"`' ")
            said = simplified(said) if field in _WORDS else said
            said = self._said[field] = "" if said in _NOTHING else said
        return said

    def has(self, *fields: str) -> bool:
        """Whether the bill has a column of one of these fields."""
        return any(field in self._columns for field in fields)

    def is_blank(self, field: str) -> bool:
        """Whether the bill has a column of the field, and nothing at all stands there, not even the / of the programs."""
        return self.has(field) and not plain(self._raw(field)).strip("\"`' ")

    def has_day(self) -> bool:
        """Whether it says a day, as every payment does and no heading."""
        return bool(_DAY.match(self.text("date")) or _DAY.match(self.text("paid")))

    def is_payment(self) -> bool:
        """Whether it is a row of the table at all, and not a line of words above or below it."""
        return (
            self.has_day()
            or _LIKE_A_NUMBER.search(self.text("number")) is not None
            or sum(1 for cell in self._cells if cell.strip()) >= _ENOUGH
        )

    def yuan(self, field: str) -> Fraction | None:
        """The yuan that a cell says, in whole fen; None, and a slip, where it says none."""
        amount = yuan_in(self.text(field))
        if amount is None:
            self.refuse(field, NO_AMOUNT)
        return amount

    def size(self, field: str, *, is_signed: bool = True) -> Fraction | None:
        """The yuan of a cell, whatever their sign where they are signed; nothing where it is blank; None, and a slip, where it
        says none.
        """
        said = self.text(field)
        said = said.lstrip("-+−－＋") if is_signed or _ZERO.fullmatch(said) else said
        amount = yuan_in(said) if said else Fraction(0)
        if amount is None:
            self.refuse(field, NO_AMOUNT)
        return amount

    def day(self, fields: Sequence[str], today: date) -> date | None:
        """The day of the first of these fields that says anything; None, and a slip, where it says none."""
        field = next((field for field in fields if self.text(field)), fields[-1])
        found = _DAY.match(self.text(field))
        if found:
            with suppress(errors.NoDate, errors.YearUnlikely):
                if (day := _day_in(found[0], today)) <= today:
                    return day
                self.refuse(field, NOT_YET)
                return None
        self.refuse(field, NO_DAY)
        return None

    def transaction(self, field: str) -> str | None:
        """The transaction number of a cell; None where there is none, with a slip where it is one that was damaged."""
        said = self.text(field).lstrip("='\"").rstrip('"')
        if not said:
            return None
        if not _NUMBER.fullmatch(said) or _SHORTENED.fullmatch(said) or is_zeroed(said):
            self.refuse(field, NO_NUMBER)
            return None
        return said

    def refuse(self, field: str, expected: str) -> None:
        """Keep that the cell of a field can't be taken, with what was expected of it."""
        place = self._columns.get(field)
        heading = self._headings[place] if place is not None else None
        self.slips.append(Slip(heading, AS_MANY if self.is_parted else expected, plain(self._raw(field))[:60]))

    def _raw(self, field: str) -> str:
        place = self._columns.get(field)
        return self._cells[place] if place is not None and place < len(self._cells) else ""


_day_in = lru_cache(maxsize=4096)(parse_date)  # the rows of a day stand together


def plain(cell: str) -> str:
    """A cell tidied; what is no text in it stands as ?."""
    return tidy(cell if cell.isprintable() else cell.encode("utf-8", "replace").decode())


@lru_cache(maxsize=4096)
def yuan_in(text: str) -> Fraction | None:
    """The yuan of `¥1,234.50`, `28.16` or `5元`; None where it is no amount in whole fen."""
    narrow = text if text.isascii() else unicodedata.normalize("NFKC", text)
    found = _AMOUNT.fullmatch("".join(narrow.split()))
    amount = Fraction(found[1].replace(",", "")) if found else None
    return amount if amount is not None and (amount * 100).denominator == 1 else None
