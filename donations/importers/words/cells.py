"""One cell of a table turned into a value, or the reason why it is none."""

import re
from collections.abc import Sequence
from decimal import Context
from fractions import Fraction
from functools import lru_cache

from donations import errors
from donations.domain import text as texts
from donations.domain.period import MONTHS
from donations.domain.place import Place, place_named
from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.amount_marks import in_one_line, sign_in_front
from donations.importers.words.entities import without_entities, without_guard
from donations.importers.words.giver_names import calls_a_part, plain_giver, unnumbered
from donations.importers.words.nothing import UNANSWERED, ZEROS, as_chosen, is_nothing
from donations.importers.words.phones import holds_phone
from donations.importers.words.reached import without_reach
from donations.importers.words.shares import sharers, to_whom

NUMBER_LOST = N_(
    "a number with all its digits: the spreadsheet has cut it to 15; type it again in a column formatted as text"
)
WRITTEN_OUT = N_("a number written out, such as 1000, and not 1e3")
FAULT = N_("a value, not a fault of the spreadsheet")
FORMULA = N_("a value: save the file once more in the spreadsheet program, so that it keeps what formulas give")
A_DATE = N_("a date such as 2020-02-01, 2020年2月1日 or 2月1日")
A_MONTH = N_(
    "a day with its month, 2月3日: write the month of all rows, 2020年2月, above the table or in the name of its sheet"
)
WHICH_ORDER = N_(
    "a date that can be read in one way only: no row tells whether the day or the month comes first; say it in the heading, Date (DD/MM/YYYY) or Date (MM/DD/YYYY), or write 2020-02-01"
)
LOST_ZERO = N_(
    "a date with all its digits: the rows around it tell that a day here has lost its zero (1.10 became 1.1); write the days as 2020-01-10"
)
OTHER_YEAR = N_("a date with its year: the sheet shows none, and the title says another year than the cell holds")
NOT_YET = N_("a date no later than today: nothing that is still to come can be imported; correct the day")
NO_DATE = N_("a date: say it with --date")
NOT_A_DATE = N_("a quantity: the spreadsheet may have made a date of it")
MADE_A_DATE = N_(
    "words and no day, which the spreadsheet may have made of something like 3-1: type it again in a column formatted as text"
)
MONEY_WANTED = N_("an amount such as 1500, 1,500.00 or 1.5万元")
LETTERS = N_("digits only: a letter (O, l or I) stands where a 0 or 1 belongs")
MONEY_AND_GOODS = N_("money and goods with a comma between them, such as 6000元、口罩500只")
WORTH_IN_YUAN = N_("yuan, in which what goods are worth is booked; a column of foreign money only becomes a note")
SAID_TWICE = N_("the amount that stands beside it: it is said twice, and differs")
TO_THE_FEN = N_("yuan with at most two decimals")
ABOVE_ZERO = N_("an amount above zero")
NOT_BELOW_ZERO = N_(
    "an amount above zero; money that takes back a gift has 冲正 in its note, what was paid out a column 支出"
)
GOODS_BELOW_ZERO = N_(
    "an amount above zero: of goods that went back write what stayed in the row of the gift, and take this row out; what the book has already, `donations refund`, `return` or `reverse` takes back"
)
KEPT = N_("an amount that came in and stayed: take out rows of what was given back, void or not arrived")
ONE_NUMBER = N_("one number, not a range")
A_CURRENCY = N_("a currency that is kept, such as CNY, USD, HKD or EUR")
A_QUANTITY = N_("a quantity such as 500, 500个, 约500斤 or 一批")
ONE_QUANTITY = N_("one quantity, of the item beside it")
PRICE_OF_ONE = N_(
    "what they are worth together, in a column of its own (金额): nothing says which of the two quantities the price is of"
)
SMALLER = N_("a smaller number")
NO_PART = N_("a gift of its own; take out what only says of which parts the one above is made (其中)")
_OF_AMOUNTS = (MONEY_WANTED, MONEY_AND_GOODS, A_QUANTITY, ABOVE_ZERO)
A_NAME = N_("a name of at most 100 characters")
NAME_ALONE = N_("the name alone, without telephone, identity card and address")
A_NAME_TOO = N_("a name, and not only the number of a telephone or an identity card; or 爱心人士 where nobody knows it")
OF_PROGRAMS = N_("a name: this is a word that programs write where there is none; correct it, or take the row out")
SHORT_NOTE = N_("a note of at most 1000 characters")
A_PLACE = N_("a prefecture-level city, or a county of only one city")
TEXT = N_("text without bytes that are none")
AS_MANY = N_("no more cells than headings: a comma in a cell needs quotes around the cell, a stroke in Markdown \\|")

_BLANKS = frozenset([*UNANSWERED, "", "-", "--", "---", "—", "——", "–", "/", "//", "\\", "无", "無", "、", "…", "－", "_", "·", "."])  # fmt: skip
_LOST = pattern_of(r"[-+]?[0-9](?:\.[0-9]+)?[eE][+-]?[0-9]+")
_FAULT = pattern_of(
    r"#(?:n/?a|ref!?|value!?|div/0!?|name\?|num!?|null!?|spill!?|calc!?|#+)|(?:err|错误|錯誤)[:：]\s?5[0-9]{2}",
    re.IGNORECASE,
)
"""As Excel calls them, and LibreOffice, whose numbers begin with 5."""
_OF_A_DATE_CELL = pattern_of(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}:[0-9]{2})?|[0-9]{2}:[0-9]{2}:[0-9]{2}")
"""How a day that a spreadsheet holds is read, and a time."""
_SHOWN_DAY = pattern_of(r"[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}日")
"""How it shows a day in what it saves as text."""
_GROUPED = pattern_of(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?")
CONTINENTAL = pattern_of(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}")
"""1.234,50, as the continent of Europe writes it; 1.234 may be either."""
_PLAIN = pattern_of(r"\+?[0-9]{1,15}(?:\.[0-9]{1,20})?")
_LONGEST_NUMBER = 30
_EXACT = Context(prec=15)  # more digits are made by how programs compute
_ANY_DATE = pattern_of(
    r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}.*|[0-9]{1,2}月[0-9]{1,2}[日号]?|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
    r"|[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:20)?[0-9]{2}(?:[ T,].*)?"
    rf"|[0-9]{{1,2}}[- /](?:{'|'.join(MONTHS)})[a-z]{{0,6}}[- /,]{{1,2}}(?:20)?[0-9]{{2}}|(?:{'|'.join(MONTHS)})[a-z]{{0,6}}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?,? 20[0-9]{{2}}",
    re.IGNORECASE,
)
_WITH_LETTERS = pattern_of(
    r"(?<![A-Za-z0-9])(?:[lI](?=[0-9OolI,.]*[0-9])|[0-9])[0-9OolI,.]*?(?:[Oo]|[lI](?=[0-9Oo])|(?<=[lI])[0-9Oo])[0-9Oo,.]*(?![A-Za-z0-9])"
)
"""5OO, 1O0, l00, 1l0; not 5l, which are litres."""
APART = N_("each thing with its unit, or a comma between them, such as 现金200元、衣服3件")
_EXPECTED: dict[type[errors.DonationsError], str] = {
    errors.NotPositive: ABOVE_ZERO,
    errors.QuantityRange: ONE_NUMBER,
    errors.MarkedGone: KEPT,
    errors.AmountTooLarge: SMALLER,
    errors.NameTooLong: A_NAME,
    errors.NoteTooLong: SHORT_NOTE,
    errors.NotText: TEXT,
}


class Misfit(Exception):  # noqa: N818 - named for what it is: it never leaves the reading of a row
    """A cell that can't be taken: what was expected instead."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


class InField(Misfit):
    """A misfit, with the field it stands in and what was got; with the `heading` where it is not the first of the field's."""

    def __init__(self, field: str, expected: str, got: str, heading: str | None = None) -> None:
        super().__init__(expected)
        self.field, self.got, self.heading = field, got, heading


def tidied(text: str) -> str:
    """The cell as people read it; "" where it only says that there is nothing. Raises Misfit for what is no text."""
    return _tidied_short(text) if len(text) <= texts.LONGEST_NAME else _tidied(text)


def _tidied(text: str) -> str:
    if "&" in text:
        text = without_entities(text)
    if "〖" in text or "┋" in text:
        text = as_chosen(text)
    try:
        plain = without_guard(in_one_line(text, texts.tidy(text)))
    except errors.NotText:
        raise Misfit(TEXT) from None
    return "" if plain in _BLANKS else plain


_tidied_short = lru_cache(maxsize=16384)(_tidied)


def shown(text: str) -> str:
    """As `tidied`, of a cell that isn't read or was read before: never refused. The sign of an amount stands before it."""
    try:
        return sign_in_front(tidied(text))
    except Misfit:
        return tidied(text.encode("utf-8", "replace").decode())


def cell_at(cells: Sequence[str], index: int) -> str:
    """The cell at that place of a row, as it stands; "" where the row ends before."""
    return cells[index] if index < len(cells) else ""


def shown_at(cells: Sequence[str], index: int) -> str:
    """The cell at that place of a row, as `shown`; "" where the row ends before."""
    return shown(cell_at(cells, index))


def is_filled(cells: Sequence[str], index: int) -> bool:
    """Whether something stands at that place of a row, and no 0."""
    text = shown_at(cells, index)
    return bool(text) and number_of_yuan(text) != 0


_FIRST_OF_FAULTS = frozenset("#eE错錯")
_FORMULA = pattern_of(r"=\s*[-+]?\s*[A-Za-z0-9$(\"'\[{.#@\u3400-\u9fff]")


def sound(text: str) -> str:
    """The text, if it is none that a spreadsheet has spoilt; raises Misfit."""
    if text[:1] == "=" and _FORMULA.match(text):
        raise Misfit(FORMULA)
    if text[:1] in _FIRST_OF_FAULTS and _FAULT.fullmatch(text):
        raise Misfit(FAULT)
    if _LOST.fullmatch(text):
        raise Misfit(NUMBER_LOST if "+" in text else WRITTEN_OUT)
    return text


def named(text: str) -> str:
    """The text, if a spreadsheet has neither spoilt it nor made a day of it; raises Misfit."""
    if text[:1].isdigit() and _OF_A_DATE_CELL.fullmatch(text):
        raise Misfit(MADE_A_DATE)
    return sound(text)


def described(text: str) -> str:
    """The text of a cell that says what goods are, or of which sort; raises Misfit as `named` does, and for a day, 3月1日."""
    if text[:1].isdigit() and _SHOWN_DAY.fullmatch(text):
        raise Misfit(MADE_A_DATE)
    return named(text)


def plain_number(text: str) -> Fraction | None:
    """The number, where the cell is nothing but one: 1500, 1,500.00, ５０００; None where it needs reading."""
    if text.isascii() and text.isdigit() and len(text) <= 15:  # noqa: PLR2004 - what a spreadsheet keeps exactly
        return Fraction(int(text))
    return _number_short(text) if len(text) <= _LONGEST_NUMBER else _number(text)


def _number(text: str) -> Fraction | None:
    folded = fold(text).replace("，", ",").strip()
    if _GROUPED.fullmatch(folded):
        folded = folded.replace(",", "").replace(" ", "")
    elif CONTINENTAL.fullmatch(folded):
        folded = folded.replace(".", "").replace(",", ".")
    if not _PLAIN.fullmatch(folded):
        return None
    if len(folded) > 16:  # noqa: PLR2004 - 0.30000000000000004 is what a program makes of 0.3
        return Fraction(_EXACT.create_decimal(folded))
    whole, _, part = folded.partition(".")
    return Fraction(int(whole + part), 10 ** len(part))


_number_short = lru_cache(maxsize=4096)(_number)  # a row's cells are asked a dozen times whether they are numbers


def number_of_yuan(text: str) -> Fraction | None:
    """As `plain_number`, also where the sign of the yuan or its word stands beside the number: ¥1,500.00, 0元, ¥-."""
    if (found := plain_number(text)) is not None or len(text) > _LONGEST_NUMBER:
        return found
    bare = text.strip("¥￥元 ")
    return Fraction(0) if bare != text and bare == "-" else plain_number(bare)


def refused(error: errors.DonationsError, otherwise: str) -> Misfit:
    """What was expected where the domain refuses a text."""
    if isinstance(error, errors.NotPositive) and "-" in fold(f"{error.facts.get('got', '')}"):
        return Misfit(GOODS_BELOW_ZERO if otherwise == A_QUANTITY else NOT_BELOW_ZERO)
    return Misfit(_EXPECTED.get(type(error), otherwise))


def instead_of(expected: str, got: str) -> str:
    """What was expected of a cell: digits, where it is an amount in which letters stand for some, 5OO元."""
    return LETTERS if expected in _OF_AMOUNTS and _WITH_LETTERS.search(fold(got[:60])) else expected


def looks_like_a_date(text: str) -> bool:
    """Whether the cell is a date or a time of day."""
    return _date_short(text) if len(text) <= texts.LONGEST_NAME else _is_date(text)


def _is_date(text: str) -> bool:
    return _ANY_DATE.fullmatch(text) is not None


_date_short = lru_cache(maxsize=4096)(_is_date)


@lru_cache(maxsize=32768)
def party(text: str) -> str:
    """The name of a party; raises Misfit."""
    if calls_a_part(text):
        raise Misfit(NO_PART)
    name = without_reach(plain_giver(unnumbered(named(text))))
    if not name or is_nothing(name) or name in ZEROS:
        raise Misfit(OF_PROGRAMS if name else A_NAME_TOO)
    if holds_phone(name):
        raise Misfit(NAME_ALONE)
    try:
        return texts.name(name)
    except errors.DonationsError as error:
        raise refused(error, A_NAME) from None


def recipients(text: str) -> tuple[str, ...]:
    """The names of who received: several where the cell says what each got. Raises Misfit."""
    return tuple(party(to_whom(name)) for name in sharers(text) or (text,))


def note(text: str) -> str:
    """A remark; raises Misfit."""
    try:
        return texts.note(sound(text))
    except errors.DonationsError as error:
        raise refused(error, SHORT_NOTE) from None


@lru_cache(maxsize=4096)
def place(text: str) -> Place | None:
    """The city or county; None where it is neither or several have the name."""
    try:
        return place_named(simplified(sound(text)))
    except errors.DonationsError:
        return None
