"""How values read for people, clean and grouped, and what is known of a column by its place (for programs: `for_programs`)."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from operator import itemgetter

from donations.domain.amount import (
    EITHER_WAY,
    LESS,
    MONEY,
    MONEY_DECIMALS,
    MORE,
    Certainty,
    SumCertainty,
    minor_text,
    program_word,
)
from donations.domain.currencies import FOREIGN
from donations.i18n import ENGLISH, N_, chosen_language, gettext_in
from donations.output.cleaning import clean
from donations.output.terms import TERMS, term
from donations.reports.table import Column, Report, Row, Table, Type, Value, Words, whole

YUAN = "元"

_MISSING = N_(
    "Entries lost, with only their numbers kept: {count} (`donations journal` shows them). No figure has what they said, unless it was recorded again."
)
_NAME_OF_MONEY = N_("money")
_ABOUT_SIGN = N_("≈")
_BESIDE = {MORE: N_("?+"), EITHER_WAY: N_("?±"), LESS: N_("?-")}
"""What stands before a sum of known amounts that isn't all: 不详+500, 不详±500, 不详-500."""
_COLON = N_(":")


def of_missing(report: Report, language: str | None = None) -> str:
    """What people must know of a report's figures where entries of the book are lost; empty where none is."""
    if not report.source.missing or report.is_timeless:
        return ""
    return gettext_in(language or chosen_language(), _MISSING).format(count=report.source.missing)


def said_in(language: str, words: Words) -> str:
    """A title or sentence of ours in `language`; what stands in its braces is cleaned, and never translated."""
    if isinstance(words, str):
        return gettext_in(language, words)
    facts = {name: clean(str(fact)) for name, fact in words.facts.items()}
    return gettext_in(language, words.words).format(**facts)


def place(columns: Sequence[Column], key: str) -> int | None:
    """Where the column named `key` stands; None where there is none."""
    return next((index for index, column in enumerate(columns) if column.key == key), None)


def certainty_place(columns: Sequence[Column], index: int) -> int | None:
    """Where it stands how certain the amounts of the column at `index` are; None where it isn't said."""
    found = place(columns, f"{columns[index].key}_certainty")
    return place(columns, "certainty") if found is None and columns[index].type is not Type.MONEY else found


def _shows_zero(columns: Sequence[Column], index: int) -> Callable[[Row], bool]:
    """Whether people read a quantity of 0 at `index`: where its column says so, or what came together isn't exact (约0)."""
    own, always = place(columns, f"{columns[index].key}_certainty"), columns[index].show_zero
    return lambda row: always or (own is not None and row[own] not in {None, Certainty.EXACT})


_MOMENTS = frozenset({"recorded_at", "imported_at", "undone_at", "closed_at", "published_at"})
"""Columns of timestamps in UTC, which a screen shows as the clock on the wall does; a file is the same anywhere."""

_BEIJING = timezone(timedelta(hours=8))
_WHOSE_TIME = N_("{title} (local time)"), N_("{title} (Beijing time)")
"""What is said of them on a screen, and on paper: there the hour is that of all of China, whatever machine writes it."""

NAMES = frozenset(
    {"donor", "via", "payer", "supplier", "recipient", "recipients", "beneficiary", "who", "who_now", "to"}
)
"""Columns of names, in whose place words of ours may stand."""

_NAMES_LISTED = NAMES - {"donor", "recipient"}
"""Of these, those that no published issue has: it is printed again as it was."""

_LISTS = frozenset({"also", "entries", "files", "given_back_by"})
"""Columns of several things in one text, which English parts by commas of its own."""


def _at(zone: tzinfo | None) -> Callable[[str], str]:
    """How a timestamp reads as date and time of `zone` (None: where one is), to the minute; what says none as it stands."""

    def read(timestamp: str) -> str:
        try:
            return f"{datetime.fromisoformat(timestamp).astimezone(zone):%Y-%m-%d %H:%M}"
        except (ValueError, OverflowError):
            return clean(timestamp)

    return read


class Reader:
    """How values read for people in one language: made once a rendering, asked once a cell."""

    def __init__(self, language: str | None = None, *, on_screen: bool = False, public: bool = False) -> None:
        self.on_screen, self.public = on_screen, public
        self.language = language or chosen_language()
        self.unknown = self.say(TERMS[Certainty.UNKNOWN])
        self.about = self.say(_ABOUT_SIGN)
        self.beside = {sign: self.say(word) for sign, word in _BESIDE.items()}
        self.signs = (self.about, *(more + rough for more in self.beside.values() for rough in (self.about, "")))
        """What may stand before a number, the longest of those that begin alike first."""
        self.colon = self.say(_COLON)
        self.term = lru_cache(maxsize=256)(self._term)
        self.unit_name = lru_cache(maxsize=1024)(self._unit_name)
        self._number = lru_cache(maxsize=16384)(self._number_text)

    def say(self, english: Words) -> str:
        """A title or sentence of ours in this language, with its facts cleaned."""
        return said_in(self.language, english)

    def cell(self, table: Table, index: int) -> Callable[[Row], str]:
        """How the column at `index` reads in one piece, an amount with its unit: `约5,500 个`."""
        if table.columns[index].type is not Type.QUANTITY:
            return self.number_or_text(table, index)
        number, unit = self.number_or_text(table, index), self.unit(table, number_at=index)

        def both(row: Row) -> str:
            return f"{number(row)} {unit(row)}".rstrip()

        return both

    def number_or_text(self, table: Table, index: int) -> Callable[[Row], str]:
        """How the column at `index` reads, an amount without its unit."""
        column = table.columns[index]
        if column.type in {Type.QUANTITY, Type.MONEY}:
            return self._amount(table, index)
        if column.key == "unit":
            return self.unit(table)
        to_text = self._how_to_read(column)
        pick, nothing = column.more_exactly or itemgetter(index), self.say(column.none)

        def read(row: Row) -> str:
            value: Value = pick(row)
            return nothing if value is None else to_text(value if isinstance(value, str) else str(value))

        return read

    def unit(self, table: Table, number_at: int | None = None) -> Callable[[Row], str]:
        """How the row's unit reads; where `number_at` is given, only beside a number that is printed and known."""
        unit_at = place(table.columns, "unit")
        if unit_at is None:
            return lambda _row: ""
        name, shows_zero = self.unit_name, _shows_zero(table.columns, -1 if number_at is None else number_at)
        item_at = place(table.columns, "item")

        def read(row: Row) -> str:
            number = 1 if number_at is None else row[number_at]
            stated = number or (number is not None and shows_zero(row))
            if item_at is not None and row[item_at] in FOREIGN:
                return ""  # its name is its unit
            return name(str(row[unit_at] or "")) if stated else ""

        return read

    def is_about(self, amount: str) -> bool:
        """Whether an amount read by this reader is a rough one."""
        return amount.startswith(self.signs)

    def sign_of(self, amount: str) -> str:
        """What stands before the number of an amount read by this reader, such as `≈`."""
        return next((sign for sign in self.signs if amount.startswith(sign)), "")

    def title(self, column: Column) -> str:
        """What stands above the column."""
        title = clean(column.title if column.is_verbatim else self.say(column.title))
        if column.key in _MOMENTS and not column.is_verbatim:
            return self.say(_WHOSE_TIME[not self.on_screen]).format(title=title)
        return title

    def _how_to_read(self, column: Column) -> Callable[[str], str]:
        if column.is_verbatim:
            return clean
        if column.type is Type.TERM:
            return self.term
        if column.key in _MOMENTS:
            return _at(None if self.on_screen else _BEIJING)
        by_key: dict[str, Callable[[str], str]] = {
            "item": self.item_name, "category": self._category, "unit": self.unit_name,
        }  # fmt: skip
        if self.language == ENGLISH:
            by_key |= dict.fromkeys(_LISTS, self._list)
            by_key |= dict.fromkeys((*NAMES, "name", "party"), self.names_told)
            by_key |= dict.fromkeys(_NAMES_LISTED, self._names_listed)
        return by_key.get(column.key, clean)

    def _names_listed(self, names: str) -> str:
        """Names in a column of a table, which English parts by commas."""
        return self._list(self.names_told(names))

    def _list(self, text: str) -> str:
        return clean(text).replace("、", ", ")

    def item_name(self, label: str) -> str:
        """How an item reads: money by its name in this language, goods by their own."""
        if label == MONEY:
            return self.say(_NAME_OF_MONEY)
        if self.language != ENGLISH:
            return FOREIGN.get(label) or clean(label)
        from donations.domain.catalogue import english_name  # Chinese screens do without

        return clean(english_name(clean(label)))

    def names_told(self, names: str) -> str:
        """Names, with what stands in the place of some in this language: of erased ones, and of those not told to anybody."""
        if self.language != ENGLISH:
            return clean(names)
        from donations.output.unnamed import said_in, with_erased_in  # Chinese screens do without

        names = with_erased_in(self.language, names)
        return clean(said_in(self.language, names) if self.public else names)

    def _category(self, category: str) -> str:
        if self.language != ENGLISH:
            return clean(category)
        from donations.domain.catalogue import english_category  # Chinese screens do without

        return clean(english_category(category))

    def _term(self, word: str) -> str:
        said = term(str(program_word(word)))
        return clean(word) if said is None else self.say(said)

    def _unit_name(self, unit: str) -> str:
        if self.language != ENGLISH:
            return clean(unit)
        from donations.domain.units_english import english_of  # Chinese screens do without

        return clean(english_of(clean(unit)))

    def unit_of(self, unit: str, *, is_one: bool) -> str:
        """The unit behind a number in a sentence: 1 carton, 2 cartons."""
        if self.language != ENGLISH or not is_one:
            return self.unit_name(unit)
        from donations.domain.units_english import english_of_one  # Chinese screens do without

        return clean(english_of_one(clean(unit)))

    def _amount(self, table: Table, index: int) -> Callable[[Row], str]:
        columns, is_money = table.columns, table.columns[index].type is Type.MONEY
        certainty_at = certainty_place(columns, index)
        decimals_at = None if is_money else table.decimals_at()
        unit_at = None if is_money else place(columns, "unit")
        number, shows_zero = self._number, _shows_zero(columns, index)

        def read(row: Row) -> str:
            minor = row[index]
            if minor is None and (is_money or (certainty_at is not None and row[certainty_at] is None)):
                return self.unknown if certainty_at is not None and row[certainty_at] == Certainty.UNKNOWN else ""
            return number(
                minor,
                MONEY_DECIMALS if is_money else row[decimals_at] if decimals_at is not None else 0,
                is_money or (unit_at is not None and row[unit_at] == YUAN),
                None if certainty_at is None else row[certainty_at],
                shows_zero(row),
            )

        return read

    def _number_text(self, minor: Value, decimals: Value, is_money: bool, certainty: Value, show_zero: bool) -> str:
        if minor is None:
            return "" if certainty == Certainty.EXACT else self.unknown
        minor, decimals = whole(minor), whole(decimals)
        if not minor and not show_zero:
            return ""
        text = grouped(abs(minor), decimals, at_least=MONEY_DECIMALS if is_money and decimals else 0)
        return self._sign(str(certainty or Certainty.EXACT), "-" if minor < 0 else "") + text

    def _sign(self, certainty: str, minus: str) -> str:
        how = SumCertainty.parse(certainty)
        beside = self.beside[LESS if minus else how.sign] if how.unknown else ""
        return beside + (self.about if how.is_about else "") + ("" if beside else minus)


def grouped(minor: int, decimals: int, at_least: int = 0) -> str:
    """`minor` smallest units with its digits in groups of three and at least `at_least` decimals: `1,500,000.00`."""
    whole, _, part = minor_text(abs(minor), decimals).partition(".")
    part = part.ljust(at_least, "0")
    return f"{'-' if minor < 0 else ''}{int(whole):,}{'.' + part if part else ''}"
