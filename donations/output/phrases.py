"""Amounts, dates and lists as they stand in a sentence, in the reader's language."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import partial

from donations.domain.amount import EITHER_WAY, MONEY, MONEY_DECIMALS, Certainty, SumCertainty
from donations.domain.currencies import FOREIGN
from donations.i18n import CHINESE, ENGLISH, N_
from donations.output.cells import Reader, grouped
from donations.reports.table import Value

Cells = Mapping[str, Value]
"""A row by the keys of its columns."""

MOST_KINDS = 8
"""How many kinds of goods one sentence names at most; the tables have all."""

_MONTHS = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"), N_("September"),
    N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_MONTH = N_("{month} {year}")
_DAY = N_("{day} {month} {year}")
_ABOUT = N_("about {number}")
_YUAN = N_("{number} yuan")
_AS_MONEY = N_("{amount} in money")
_OF_UNIT = N_("{number} {unit} of {item}")
_PIECES = N_("{number} {item}")
_UNKNOWN, _MONEY_UNKNOWN = N_("{item} (amount unknown)"), N_("{item} (sum unknown)")
_AMOUNT_UNKNOWN = N_("an unknown amount")
_AND_UNKNOWN = {
    False: (N_(", and {count} unknown amount"), N_(", and {count} unknown amounts")),
    True: (N_(", and {count} unknown sum"), N_(", and {count} unknown sums")),
}
_BESIDE = {  # of goods or of money, and whether it may have come or gone: one, and several
    (False, False): (N_(" (and {count} unknown amount)"), N_(" (and {count} unknown amounts)")),
    (False, True): (
        N_(" ({count} amount that came or went is unknown)"), N_(" ({count} amounts that came or went are unknown)"),
    ),
    (True, False): (N_(" (and {count} unknown sum)"), N_(" (and {count} unknown sums)")),
    (True, True): (N_(" ({count} sum that came or went is unknown)"), N_(" ({count} sums that came or went are unknown)")),
}  # fmt: skip
_COMMA = N_(", ")
_AND = N_("{all} and {last}")
_OTHER_GOODS = N_("{all} and other goods")
_OTHER_PLACES = N_("{all} and other places")
_WAN_FEN = 1_000_000
_COUNTED_BY_NAME = {"pcs", "items"}
"""Units that English does without where a thing has a name for several of it: `5,000 masks`, not `5,000 pcs of masks`."""


class Phrases:
    """Parts of sentences in one language."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.say = reader.say

    def month(self, day: date) -> str:
        """`February 2020`, `2020年2月`."""
        return self.say(_MONTH).format(month=self.say(_MONTHS[day.month - 1]), year=day.year)

    def day(self, day: date) -> str:
        """`29 February 2020`, `2020年2月29日`."""
        return self.say(_DAY).format(day=day.day, month=self.say(_MONTHS[day.month - 1]), year=day.year)

    def counted(self, number: int, one: str, several: str) -> str:
        """`1 gift`, `1,200 gifts`: the one sentence part or the other, with the number in it."""
        return self.say(one if number == 1 else several).format(count=f"{number:,}")

    def yuan(self, fen: int, certainty: Value) -> str:
        """`about 15,000 yuan`, and what nobody counted beside it; in Chinese in 万元 where that is exact to two decimals."""
        return self._known_yuan(fen, certainty) + self._beside(certainty, is_money=True)

    def _known_yuan(self, fen: int, certainty: Value, *, sign: str = "") -> str:
        text = sign + grouped(fen, MONEY_DECIMALS)
        if "." in text:
            text = sign + grouped(fen, MONEY_DECIMALS, at_least=MONEY_DECIMALS)
        elif self.reader.language == CHINESE and abs(fen) >= _WAN_FEN and fen % (_WAN_FEN // 100) == 0:
            text = sign + grouped(fen // (_WAN_FEN // 100), 2) + "万"
        return self.say(_YUAN).format(number=self._rough(text, certainty))

    def yuan_of_table(self, cells: Cells, figure: str) -> str:
        """The yuan to the fen, as a table has them, and what nobody counted beside them."""
        minor, certainty = cells.get(figure, 0), cells.get(f"{figure}_certainty", Certainty.EXACT)
        if not isinstance(minor, int):
            return self.say(_AMOUNT_UNKNOWN)
        number = grouped(minor, MONEY_DECIMALS, at_least=MONEY_DECIMALS)
        return self.say(_YUAN).format(number=self._rough(number, certainty)) + self._beside(certainty, is_money=True)

    def alone(self, cells: Cells, figure: str) -> str:
        """An amount without the name of the goods, and what nobody counted beside it: `505 pcs, and 1 unknown amount`."""
        minor, certainty = cells[figure], cells.get(f"{figure}_certainty")
        if not isinstance(minor, int):
            return self.say(_AMOUNT_UNKNOWN)
        number = self._rough(grouped(minor, int(cells["decimals"] or 0)), certainty)
        unknown = SumCertainty.parse(str(certainty)).unknown
        label, is_english = str(cells["item"]), self.reader.language == ENGLISH
        is_name_its_unit = label in FOREIGN and is_english
        unit = self.reader.item_name(label) if is_name_its_unit else self.reader.unit_name(str(cells["unit"] or ""))
        beside = self.counted(unknown, *_AND_UNKNOWN[label in FOREIGN]) if unknown else ""
        return f"{number}{' ' if is_english else ''}{unit}".rstrip() + beside

    def amount(self, cells: Cells, figure: str, *, signed: bool = False) -> str:
        """One item with its amount, and what nobody counted beside it: `500 jin of vegetables (and 1 unknown amount)`."""
        minor = cells[figure]
        certainty = cells.get(f"{figure}_certainty", cells.get("certainty"))
        known = self._known(cells, figure, certainty, signed=signed)
        is_money = cells["item"] == MONEY or cells["item"] in FOREIGN
        return known + self._beside(certainty, is_money=is_money) if isinstance(minor, int) else known

    def _known(self, cells: Cells, figure: str, certainty: Value, *, signed: bool) -> str:
        """One item with its amount: `about 5,000 masks`, `500 jin of vegetables`, `rice (amount unknown)`; `signed`: `+5 masks`."""
        label, minor = str(cells["item"]), cells[figure]
        item = self.reader.item_name(label)
        if not isinstance(minor, int):
            return self.say(_MONEY_UNKNOWN if label == MONEY or label in FOREIGN else _UNKNOWN).format(item=item)
        sign = "-" if minor < 0 else "+" if signed and minor else ""
        if label == MONEY:
            return self.say(_AS_MONEY).format(amount=self._known_yuan(abs(minor), certainty, sign=sign))
        decimals = int(cells["decimals"] or 0)
        is_one = abs(minor) == 10**decimals
        if self.reader.language != ENGLISH and item[-1:].isascii():
            item += " "  # 维生素B12 30瓶
        number = self._rough(sign + grouped(abs(minor), decimals), certainty)
        unit = str(cells["unit"] or "")
        if label in FOREIGN and self.reader.language != ENGLISH:
            return number + self.reader.unit_name(unit)  # 100美元
        if not unit or label in FOREIGN or self._is_counted_by_name(label, unit, one=is_one):
            return self.say(_PIECES).format(number=number, item=item)
        return self.say(_OF_UNIT).format(number=number, unit=self.reader.unit_of(unit, is_one=is_one), item=item)

    def _rough(self, number: str, certainty: Value) -> str:
        rough = certainty is not None and SumCertainty.parse(str(certainty)).is_about
        return self.say(_ABOUT).format(number=number) if rough else number

    def _beside(self, certainty: Value, *, is_money: bool) -> str:
        """What is said behind a known sum of amounts that nobody counted; empty where there is none."""
        how = SumCertainty.parse(str(certainty))
        return self.counted(how.unknown, *_BESIDE[is_money, how.sign == EITHER_WAY]) if how.unknown else ""

    def _is_counted_by_name(self, label: str, unit: str, *, one: bool) -> bool:
        """Whether English says `5,000 masks`: it has a name for several of them, which one of them doesn't go by."""
        if self.reader.language != ENGLISH or self.reader.unit_name(unit) not in _COUNTED_BY_NAME or one:
            return False
        return self.reader.item_name(label).isascii()

    def goods(
        self,
        rows: Iterable[Cells],
        figure: str,
        *,
        signed: bool = False,
        told: Callable[[Cells], str] | None = None,
    ) -> str:
        """The items with their amounts: money first, then the largest numbers, what is unknown last; the first few of many.

        `told` may say more of each item than its amount.
        """
        ordered = sorted(rows, key=lambda cells: _largest_first(cells, figure))
        say = told or partial(self.amount, figure=figure, signed=signed)
        named = [say(cells) for cells in ordered[:MOST_KINDS]]
        return self.listed(named, _OTHER_GOODS if len(ordered) > MOST_KINDS else None)

    def places(self, names: Sequence[str], *, are_all: bool = True) -> str:
        """The first few of many cities; it is said where they are not all that there are."""
        return self.listed(names[:MOST_KINDS], None if are_all and len(names) <= MOST_KINDS else _OTHER_PLACES)

    def listed(self, words: Sequence[str], others: str | None = None) -> str:
        """`a, b and c`; `a, b, c and …` where there are `others`."""
        if others:
            return self.say(others).format(all=self.say(_COMMA).join(words))
        if len(words) < 2:  # noqa: PLR2004 - two are the fewest that are joined
            return "".join(words)
        return self.say(_AND).format(all=self.say(_COMMA).join(words[:-1]), last=words[-1])


def _largest_first(cells: Cells, figure: str) -> tuple[bool, bool, bool, Fraction, str]:
    minor, label = cells[figure], str(cells["item"])
    number = Fraction(minor, 10 ** int(cells["decimals"] or 0)) if isinstance(minor, int) else Fraction(0)
    return label != MONEY, label not in FOREIGN, minor is None, -abs(number), label
