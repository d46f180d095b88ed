"""Whose gift a row is that says a number instead of a name: by the register that stands in another sheet, else by that number."""

from collections.abc import Mapping, Sequence

from donations.importers.columns.columns import CODE, GOODS_IN, MONEY_IN, Column
from donations.importers.columns.donor_codes import is_code
from donations.importers.table import Settings
from donations.importers.words.heading_words import normal, understood


class Codes:
    """The columns of a record that may hold such numbers; a table without any opens no register."""

    def __init__(self, columns: Sequence[Column], settings: Settings, sort: str) -> None:
        """`sort` is that of the table: who got something is no giver, whatever number stands beside."""
        self.settings = settings
        columns = columns if sort in (GOODS_IN, MONEY_IN) else ()
        self.donors = [column for column in columns if column.field == "donor" and column.is_code]
        self.codes = [column for column in columns if column.field == CODE]
        is_named = any(column.field in ("donor", "payer", "recipient", "supplier") for column in columns)
        self.serials = [column for column in columns if column.field == "serial" and not is_named]

    def __bool__(self) -> bool:
        return bool(self.donors or self.codes or self.serials)

    def settle(self, row: dict[str, str]) -> None:
        """Put the name for a number that stands where a name belongs, or beside none."""
        for column in self.donors:
            if is_code(text := row.get("donor", "")):
                row["donor"] = self._name(column, text) or _called(column, text)
        for column in self.codes:
            if is_code(text := row.get(CODE, "")) and not row.get("donor"):
                row["donor"] = self._name(column, text) or _called(column, text)
        for column in self.serials:
            if (text := row.get("serial", "")) and (name := self._of(self.settings.register(), column, text)):
                row["donor"] = name

    def _name(self, column: Column, text: str) -> str | None:
        """The name that a register has for a number; None where it has none, or several."""
        registers = self.settings.register()
        if (name := self._of(registers, column, text)) is not None:
            return name
        is_own = understood(column.heading).sense == "code"
        found = {
            names[text]
            for heading, names in registers.items()
            if text in names and (_has_letter(text) or (is_own and understood(heading).sense == "code"))
        }
        return found.pop() if len(found) == 1 else None

    @staticmethod
    def _of(registers: Mapping[str, Mapping[str, str]], column: Column, text: str) -> str | None:
        """The name by the register that calls the numbers as the column does."""
        return registers.get(normal(column.heading), {}).get(text)


def _has_letter(text: str) -> bool:
    return any(map(str.isalpha, text))


def _called(column: Column, text: str) -> str:
    """What somebody is called of whom only a number is known; with the heading where it is no more than digits."""
    if _has_letter(text) or understood(column.heading).sense != "code":
        return text
    return f"{column.heading}{' ' if column.heading.isascii() else ''}{text}"
