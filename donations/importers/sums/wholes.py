"""The whole of a gift that a donor database splits, in a row of its own (M), held against the rows of its parts (G)."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from donations.i18n import N_
from donations.importers.rows.drafting import Deal
from donations.importers.rows.rows import RowReader
from donations.importers.table import Differing, Record
from donations.importers.words.row_reasons import IN_PARTS

PARTS_MISSING = N_(
    "the parts of this gift in rows of their own, of the same giver and day: those that stand here make {total}. Add the others, or write G in place of M where nothing was split"
)
_OF_GIFT = ("date", "donor", "party", "currency")

Key = tuple[str, ...]


class Wholes:
    """The amounts of both, by who gave and on which day."""

    def __init__(self, groups: Sequence[RowReader]) -> None:
        self._are_coded = {id(group) for group in groups if any(each.has_codes for each in group.group.columns)}
        self._parts: dict[Key, Fraction] = {}
        self._wholes: dict[Key, tuple[int, str | None, Fraction]] = {}

    def follow(self, group: RowReader, record: Record, deal: Deal, texts: Mapping[int, str]) -> None:
        """What became of a row, with its cells."""
        if id(group) not in self._are_coded:
            return
        key = tuple(texts.get(column.index, "") for field in _OF_GIFT for column in group.group.of(field))
        amount = sum(deal.sums.values(), Fraction(0))
        if record.drafts:
            self._parts[key] = self._parts.get(key, Fraction(0)) + amount
        elif record.ignored == IN_PARTS:
            before = self._wholes[key][2] if key in self._wholes else Fraction(0)
            self._wholes[key] = record.row, group.heading("money"), before + amount

    def differing(self) -> tuple[Differing, ...]:
        """The wholes whose parts make less: something of them stands nowhere."""
        return tuple(
            Differing(row, column, made, stated, PARTS_MISSING)
            for key, (row, column, stated) in self._wholes.items()
            if (made := self._parts.get(key, Fraction(0))) < stated
        )
