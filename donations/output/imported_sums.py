"""What the rows of a table add up to, beside the total that it states, what was left out and what was given back."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from donations.domain.amount import MONEY, MONEY_DECIMALS, decimal_text
from donations.domain.currencies import FOREIGN
from donations.domain.imported import TableOutcome
from donations.domain.imported_rows import Sample, Shown
from donations.domain.there_before import Carried
from donations.domain.units import unit_named
from donations.i18n import N_, filled
from donations.output.cells import YUAN, Reader
from donations.output.cleaning import as_typed, clean

_SUMS = N_("Sums: {sums}")
_OUT = N_("Given out or paid: {sums}")
_LEFT_OUT = N_("Not counted, by the rows' own word: {sums}")
_BACK = N_("Given back: {back} yuan")
_BACK_AND_LEFT = N_("Given back: {back} yuan; {left} yuan of it stay")
_FOREIGN_BACK = N_("Given back: {back}")
_FOREIGN_BACK_AND_LEFT = N_("Given back: {back}; {left} of it stay")
_OF_ROW = N_("{goods}, of which {back} yuan were given back")
_OF_FOREIGN = N_("{goods}, of which {back}{unit} were given back")
_IN_YUAN = ("value", "price", "spent")
_MONEY = N_("{number} {unit}")
_FOR = N_("{goods} ({what})")
_WORTH = N_("goods worth {value} yuan")
_AGREES = N_("stated total {total} ✓")
_AGREES_WITH = N_("stated total {total} ✓, with what is not counted")
_AGREES_WITH_SOME = N_("stated total {total} ✓, with some of what is not counted")
_AGREES_WITH_OUT = N_("stated total {total} ✓, with what went out")
_AGREES_WITHOUT = N_("stated total {total} ✓, without what is not counted")
_DISAGREES = N_("stated total {total} ✗")
_SAID_ABOVE = N_("the words above the table say {total}, which may be of more than its rows")
_UNSAID = N_(
    "the stated total counts rows without an amount as one each ({count}); they are recorded as unknown: write 1 where one is meant"
)
_CARRIED = N_("There before these rows: {stated} by the table, and in the book ✓")
_CARRIED_LESS = N_(
    "There before these rows: {stated} by the table, {in_book} in the book before {day}; the table's balance counts what imports pass over, like money moved between accounts"
)
_CARRIED_MORE = N_(
    "There before these rows: {stated} by the table, {in_book} in the book before {day}; the table's balance counts what imports pass over, like interest and dues; with --opening what is missing is booked, once all earlier months are imported"
)
_OPENED_ALREADY = N_(
    "There before these rows: {stated} by the table, {in_book} in the book before {day}, which entry {entry} opened on {later}: where that is of another account, `donations adjust opening {typed} --date {later}` books this one's"
)
_OPENED_LATER = N_(
    "There before these rows: {stated} by the table, {in_book} in the book before {day}; but entry {entry} says what was there before on {later}: import the earlier months, `donations reverse {entry} --reason …`, and import this file again with --opening"
)
_NOT_HELD = N_("stated total {total} (not compared while rows are missing)")
VALUE = "value"  # what goods are worth, in the sums of a table


def sum_lines(reader: Reader, table: TableOutcome) -> Iterator[str]:
    """The sums of a table, line by line."""
    say, and_ = reader.say, reader.say(N_("; "))
    sums = _sums(reader, table, table.sums)
    if table.stated_total is not None:
        sums.append(say(_held(table)).format(total=_number(table.stated_total)))
    if table.said_above is not None:
        sums.append(say(_SAID_ABOVE).format(total=_number(table.said_above)))
    out, left_out = (_sums(reader, table, added) for added in (table.went_out, table.left_out))
    both = ((_SUMS, sums), (_LEFT_OUT, left_out), (_OUT, out))
    yield from (say(words).format(sums=and_.join(said)) for words, said in both if said)
    if (before := table.carried) is not None and before.in_book is not None:
        yield _before(reader, before, before.in_book)
    if table.refunded:
        facts = {"back": _money(table.refunded), "left": _money(table.yuan_left)}
        yield say(_BACK_AND_LEFT if table.yuan_left >= 0 else _BACK).format(**facts)
    for money, back in table.foreign_refunded.items():
        left = table.sums.get(money, Fraction(0)) - back
        facts = {"back": _sum(reader, money, back, is_about=False), "left": _sum(reader, money, left, is_about=False)}
        yield say(_FOREIGN_BACK_AND_LEFT if left >= 0 else _FOREIGN_BACK).format(**facts)
    if table.unsaid and table.agrees:
        yield say(_UNSAID).format(count=f"{table.unsaid:,}")


def _before(reader: Reader, carried: Carried, in_book: Fraction) -> str:
    """What was there before by a table, and by the book."""
    stated, there = (_sum(reader, carried.money, number, is_about=False) for number in (carried.stated, in_book))
    facts = {"stated": stated, "in_book": there, "day": carried.day}
    if carried.later is not None:
        entry, later = carried.later
        words = _OPENED_LATER if later >= carried.day.isoformat() else _OPENED_ALREADY
        typed = as_typed(f"{decimal_text(carried.stated)}{FOREIGN.get(carried.money, '元')}")
        return filled(reader.say(words), **facts, entry=entry, later=later, typed=typed)
    more = carried.stated - in_book
    return reader.say(_CARRIED_MORE if more > 0 else _CARRIED_LESS if more else _CARRIED).format(**facts)


def given_back(reader: Reader, sample: Sample) -> str:
    """What a row gives, and how much of it was given back."""
    goods = reader.say(N_(", ")).join(_shown(reader, each) for each in sample.goods)
    if sample.refunded is None:
        return goods
    if sample.refunded_in is None:
        return reader.say(_OF_ROW).format(goods=goods, back=_money(sample.refunded))
    return reader.say(_OF_FOREIGN).format(goods=goods, back=_number(sample.refunded), unit=sample.refunded_in)


def detail(reader: Reader, field: str, said: str) -> str:
    """What a row says in one field, with the yuan behind what goods are worth, or cost."""
    return _in_money(reader, said, YUAN) if field in _IN_YUAN else clean(said)


def _in_money(reader: Reader, number: str, unit: str) -> str:
    """A number of money as a row has it, with the unit as people read it: 500元, 500 yuan."""
    return reader.say(_MONEY).format(number=clean(number), unit=reader.unit_of(unit, is_one=number == "1"))


def _shown(reader: Reader, each: Shown) -> str:
    text = _in_money(reader, each.written, each.unit) if each.unit else clean(each.written)
    return reader.say(_FOR).format(goods=text, what=clean(each.what_for)) if each.what_for else text


def _held(table: TableOutcome) -> str:
    """How the stated total fits the sums."""
    if table.agrees and table.counts_given_on:
        return _AGREES_WITH_OUT
    if table.agrees and table.left_out:
        counted = len(table.counts_left_out)
        return (
            _AGREES_WITHOUT
            if not counted
            else _AGREES_WITH
            if counted == len(table.left_out_for)
            else _AGREES_WITH_SOME
        )
    return {True: _AGREES, False: _DISAGREES, None: _NOT_HELD}[table.agrees]


def _sums(reader: Reader, table: TableOutcome, added: Mapping[str, Fraction]) -> list[str]:
    """The sums as people read them: units that this language calls alike, 个 and 只, make one."""
    together: dict[str, tuple[str, Fraction, bool]] = {}
    for unit, number in added.items():
        usual = unit if unit in (MONEY, VALUE) or unit in FOREIGN else unit_named(unit).name
        first, before, was_about = together.get(shown := reader.unit_name(usual), (usual, Fraction(0), False))
        together[shown] = first, before + number, was_about or unit in table.about
    return [_sum(reader, unit, number, is_about=is_about) for unit, number, is_about in together.values()]


def _sum(reader: Reader, unit: str, number: Fraction, *, is_about: bool) -> str:
    amount = f"{reader.about if is_about else ''}{(_money if unit in (MONEY, VALUE) else _number)(number)}"
    if unit == VALUE:
        return reader.say(_WORTH).format(value=amount)
    shown = YUAN if unit == MONEY else FOREIGN.get(unit, unit)  # money is called here as in the rows: 美元, not USD
    return f"{amount} {reader.unit_of(shown, is_one=number == 1)}".rstrip()


def _number(number: Fraction) -> str:
    return in_threes(decimal_text(number))


def _money(number: Fraction) -> str:
    """Yuan, to the fen where there are any."""
    whole, dot, part = _number(number).partition(".")
    return f"{whole}.{part:0<{MONEY_DECIMALS}}" if dot else whole


def in_threes(number: str) -> str:
    """A decimal with its digits in threes."""
    whole, dot, part = number.partition(".")
    return f"{int(whole):,}{dot}{part}" if whole.lstrip("-").isdigit() else number
