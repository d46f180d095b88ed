"""What is said of the rows of an import: what their numbers add up to, what is wrong with one, and how the first are shown."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from donations import errors
from donations.domain.amount import MONEY, Certainty, decimal_text
from donations.domain.currencies import FOREIGN
from donations.domain.entry import Draft, Flow, Role
from donations.domain.imported import FileOutcome, RowProblem, TableOutcome
from donations.domain.imported_rows import Sample, Shown
from donations.domain.masking import ANONYMOUS
from donations.domain.quantity import Quantity
from donations.i18n import N_
from donations.importers.table import OF_OTHER_SHEETS, VALUE, Differing, Record, Table
from donations.services.importing.shown import shown

NO_TABLE = N_(
    "a table with headings that are known; above a list in lines (1. 李华：5元) write what it is, such as `捐款名单`, or make a table of it, with `捐款人,金额` as its first line and a comma between the two in each; what stands in sentences is recorded with `donations receive` and its like"
)
_MOST_HEADINGS = 30
_OUT = ("distribution", "expense", "adjustment")
_LEFT = frozenset({Flow.SPENT, Flow.DISTRIBUTED, Flow.LOST})
_OF_EITHER_WAY = ("spent", "direction", "type", "debit", "credit")
"""Fields of tables that say which way each row went."""
_MONEYS = frozenset({MONEY, *FOREIGN})


def add_up(added: Mapping[str, Fraction], sums: Counter[str], broken: dict[str, Fraction]) -> None:
    """Add what a row adds: whole numbers apart, since adding them is much quicker."""
    for unit, number in added.items():
        if number.denominator == 1:
            sums[unit] += number.numerator
        else:
            broken[unit] = broken.get(unit, Fraction(0)) + number


def refuse_unknown_headings(unknown: Collection[str], files: Sequence[FileOutcome]) -> None:
    """A heading of --map that no table has is a slip: passed over in silence, a table would be read otherwise than meant.

    Where in a file no table was found, the heading may be of that; it is said then. Raises NoSuchColumn.
    """
    if unknown and all(file.tables for file in files):
        headings = dict.fromkeys(heading for file in files for table in file.tables for heading in table.columns)
        raise errors.NoSuchColumn(got=sorted(unknown), headings=[*headings][:_MOST_HEADINGS])


def add_row(outcome: TableOutcome, record: Record, sums: Counter[str], broken: dict[str, Fraction]) -> None:
    """Add a row to what came in; or to what went out or was paid, where a table has both side by side."""
    if record.is_donor_above:
        outcome.donors_above.append(record.row)
    for told in record.told:
        outcome.told.setdefault(told, []).append(record.row)
    outcome.add_back(*refunded_by(record))
    back, has_both = record.takes_back, outcome.sort not in ("goods_out", "spending")
    if has_both and back is not None and back.is_sure and back.payments[0].type == "expense":
        outcome.add_out({unit: -number for unit, number in _paid(back.payments[:1]).items()})
    elif has_both and record.drafts[0].type in _OUT and (out := record.sums or _paid(record.drafts)):
        outcome.add_out(out)
    elif has_both and record.drafts[0].type == "purchase":  # goods came, and money went
        outcome.add_out({unit: number for unit, number in record.sums.items() if unit in _MONEYS})
        add_up({unit: number for unit, number in record.sums.items() if unit not in _MONEYS}, sums, broken)
    else:
        add_up(record.sums, sums, broken)
        if has_both and len(record.drafts) > 1:
            outcome.add_out(_paid(record.drafts))


def _paid(drafts: Sequence[Draft]) -> dict[str, Fraction]:
    """What a row paid of an account, or gave out of a store, by its money or unit: no sum of what came in has it, and who
    checks the list looks for it.
    """
    paid: dict[str, Fraction] = {}
    for quantity in (line.quantity for draft in drafts for line in draft.lines if line.flow in _LEFT):
        if quantity.number:
            unit = _key_of(quantity)
            paid[unit] = paid.get(unit, Fraction(0)) + quantity.number
    return paid


def _key_of(quantity: Quantity) -> str:
    """By what it is counted in sums."""
    if quantity.is_money:
        return quantity.item if quantity.item in FOREIGN else MONEY
    return quantity.unit or ""


def refunded_by(record: Record) -> tuple[str, Fraction]:
    """What was given back by what the row says: the money, and how much of it."""
    given = record.drafts[0].lines[0].quantity
    money = given.item if given.item in FOREIGN else MONEY
    back = given.number if record.gives_back is not None else record.refunded
    return money, back or Fraction(0)


def about_in(record: Record) -> set[str]:
    """Which of the sums of a row are not exactly known: 约500个."""
    found: set[str] = set()
    for quantity in (line.quantity for draft in record.drafts for line in draft.lines):
        if quantity.certainty is Certainty.ABOUT and quantity.number is not None:
            key = quantity.item if quantity.is_money else quantity.unit or ""
            # Where 個 is written, 个 is understood: the sum has another name.
            found |= {key} if key in record.sums else record.sums.keys() - {MONEY, VALUE}
        if quantity.price is not None and quantity.price.certainty is Certainty.ABOUT:
            found |= {VALUE} & record.sums.keys()
    return found


def leave_out(outcome: TableOutcome, record: Record) -> None:
    """A row that is none: why, and what it says that did not come or went back."""
    assert record.ignored is not None, record
    outcome.ignored += 1
    outcome.reasons[record.ignored] = outcome.reasons.get(record.ignored, 0) + 1
    outcome.leave_out(record.ignored, record.sums)


def total_of(table: TableOutcome) -> Fraction:
    """What is held against the total that a table states: its money where it has some, else what its goods are worth, else all quantities."""
    return _total(table, [table.given_back])


def counted_of_left_out(table: TableOutcome, stated: Fraction | None) -> tuple[str, ...]:
    """For which reasons rows that are no gifts are counted in a total, 利息 and not what was called off: all of them, else the
    fewest that make it, if any do.
    """
    many, back = len(table.left_out_for), table.given_back
    tried = (some for few in (many, *range(1, many)) for some in combinations(table.left_out_for.items(), few))
    fits = (some for some in tried if _total(table, [back, *(sums for _, sums in some)]) == stated)
    return tuple(why for why, _ in next(fits, ()))


def _with_given_on(table: TableOutcome) -> Fraction | None:
    """As `total_of`, with what those who keep a list of gifts gave on themselves, which stands in the same column; None in others."""
    fields = set(table.columns.values())
    is_one_column = {"donor", "recipient"} <= fields and fields.isdisjoint(_OF_EITHER_WAY)
    return _total(table, [table.given_back, table.went_out]) if table.went_out and is_one_column else None


def _less_what_went_back(table: TableOutcome) -> set[Fraction]:
    """The same without the rows of which all was given back, and without the parts that were given back of others, too: lists state either."""
    if not table.given_back and not table.refunded:
        return set()
    without = _total(table, [])
    return {without, without - table.refunded}


def _total(table: TableOutcome, more: Sequence[Mapping[str, Fraction]]) -> Fraction:
    sums = dict(table.sums)
    for added in more:
        for unit, number in added.items():
            sums[unit] = sums.get(unit, Fraction(0)) + number
    worth = sums.pop(VALUE, Fraction(0))
    fields = table.columns.values()
    # Of goods among amounts of money.
    if worth and ("money" not in fields or "value" not in fields or "type" in fields):
        return sums.get(MONEY, Fraction(0)) + worth
    if sums.get(MONEY):
        return sums[MONEY]
    foreign = [number for unit, number in sums.items() if unit in FOREIGN]
    if foreign and ("money" in fields or "money_or_goods" in fields):
        return sum(foreign, Fraction(0))  # and not the goods beside it
    return sum(sums.values(), Fraction(0)) or worth


def is_of_goods(table: TableOutcome) -> bool:
    """Whether what `total_of` says is a sum of quantities."""
    return not {MONEY, VALUE} & table.sums.keys()


def compare(file: FileOutcome, outcome: TableOutcome, table: Table) -> None:
    """Hold the rows against the total that the table states itself."""
    outcome.carry(table.carried)
    outcome.stated_total, outcome.said_above = table.stated_total, None if outcome.rejected else table.said_above
    if outcome.rejected or OF_OTHER_SHEETS in outcome.reasons or (table.stated_total is None and not table.differing):
        return
    total = total_of(outcome)
    stated, wrong, outcome.unsaid = table.stated_total, table.differing, table.unsaid
    as_one = table.unsaid if is_of_goods(outcome) else 0
    if stated not in (total, total + as_one):
        outcome.counts_left_out = counted_of_left_out(outcome, stated)
    fits = stated is None or stated in {total, total + as_one} | _less_what_went_back(outcome)
    outcome.counts_given_on = not fits and stated is not None and stated == _with_given_on(outcome)
    fits = fits or bool(outcome.counts_left_out) or outcome.counts_given_on
    if not wrong and table.stated_at is not None and stated is not None and not fits:
        wrong = (Differing(table.stated_at, None, total, stated),)
    outcome.agrees = not wrong
    for row, column, adds_up, said, expected in wrong:
        facts = {"total": decimal_text(adds_up)}
        file.problems.append(RowProblem(table.sheet, row, column, expected, decimal_text(said), facts))


def problem(sheet: str | None, record: Record, error: errors.DonationsError) -> RowProblem:
    """Why a rule doesn't take what the row says, with what is written there of goods and money."""
    written = "、".join(line.quantity.written for draft in record.drafts for line in draft.lines)
    return RowProblem(sheet, record.row, None, error.sentence, written, error.facts, is_sentence=True)


_HANDED_OUT = ("distribution", "expense")
"""Goods, and money beside them, of one recipient."""
_GIVING = (Role.DONOR, Role.VIA, Role.PAYER)
_BESIDE = (Role.VIA, Role.PAYER)
"""Who stands beside a donor and gave nothing: not to be shown as if the gift were theirs too."""


def samples(record: Record, *, is_given_back: bool = False) -> list[Sample]:
    """A row as it is shown before anything is booked: what it becomes, whose it is, and how much; what came, and what was paid in the same row, one after the other.

    `is_given_back`: its gift is known from before, and what is new is how much of it was given back.
    """
    draft = record.drafts[0]
    if is_given_back and record.refunded is not None:
        unit = FOREIGN.get(draft.lines[0].quantity.item, "元")
        back = Shown(decimal_text(record.refunded), unit)
        return [Sample(record.row, "refund", draft.date.isoformat(), _named([draft]), (back,))]
    rest = [*record.drafts]
    found: list[Sample] = []
    while rest:
        alike = [one for one in rest if one.type == rest[0].type or (rest[0].type, one.type) == _HANDED_OUT]
        rest = [one for one in rest if one not in alike]
        found.append(_sample(record, alike)._replace(is_more=bool(found)))
    return found


def _beside(draft: Draft) -> Collection[Role]:
    return _BESIDE if Role.DONOR in draft.parties else ()


def _named(drafts: Sequence[Draft]) -> str:
    """Who gave, and who got it."""
    parties = [
        (role in _GIVING, name)
        for one in drafts
        for role, names in one.parties.items()
        if role not in _beside(drafts[0])
        for name in names
    ]
    sides = ("、".join(dict.fromkeys(name for gives, name in parties if gives is side)) for side in (True, False))
    return " → ".join(filter(None, sides))


def _sample(record: Record, alike: Sequence[Draft]) -> Sample:
    draft, lines = alike[0], [line for one in alike for line in one.lines]
    is_split = len({line.purpose for line in lines}) > 1
    goods = [shown(line.quantity)._replace(what_for=line.purpose or "" if is_split else "") for line in lines]
    paid_for = draft.note if draft.type == "expense" and draft.note else ""
    if paid_for:
        goods[-1] = goods[-1]._replace(what_for=paid_for)
    is_refund = draft.type == "return" and any(line.flow is Flow.REFUNDED for line in draft.lines)
    return Sample(
        record.row,
        "refund" if is_refund else draft.type,
        draft.date.isoformat(),
        _named(alike),
        tuple(goods),
        record.is_donor_above,
        record.refunded if draft is record.drafts[0] else None,
        FOREIGN.get(draft.lines[0].quantity.item),
        _details(draft, is_split=is_split, is_said=bool(paid_for)),
    )


def _worth(draft: Draft) -> dict[str, str]:
    """What the goods of a row are worth, or one of them, where they are of one sort; of what was bought, what it cost."""
    prices = [line.quantity.price for line in draft.lines]
    if draft.type == "purchase":
        parts = zip(prices, draft.lines, strict=True)
        costs = [price and price.yuan * (1 if price.whole else line.quantity.number or 0) for price, line in parts]
        return {} if None in costs else {"spent": decimal_text(sum(filter(None, costs), Fraction(0)))}
    price = prices[0] if len(prices) == 1 else None
    return {} if price is None else {"value" if price.whole else "price": decimal_text(price.yuan)}


def _lot(draft: Draft) -> dict[str, str]:
    """Of which batch the goods of a row are, and until when they keep."""
    expiries = [line.expires_on.isoformat() for line in draft.lines if line.expires_on is not None]
    batches = [line.batch for line in draft.lines if line.batch]
    return {"batch": "、".join(dict.fromkeys(batches)), "expires_on": "、".join(dict.fromkeys(expiries))}


def _details(draft: Draft, *, is_split: bool, is_said: bool) -> dict[str, str]:
    """What a row says besides who, when and how much, by field; `is_split`: each amount has its purpose beside it,
    `is_said`: and the note stands there already.
    """
    of_lines = {
        "purpose": () if is_split else dict.fromkeys(line.purpose for line in draft.lines if line.purpose),
        "store": dict.fromkeys(line.store for line in draft.lines if line.store),
    }
    place = "" if draft.place is None else f"{draft.place.city}{draft.place.county or ''}"
    found = {
        **{role.value: "、".join(draft.parties.get(role, ())) for role in _beside(draft)},
        **{field: "、".join(said) for field, said in of_lines.items()},
        **_worth(draft),
        **_lot(draft),
        "city": place,
        "anonymous": "✓" if draft.consent == ANONYMOUS else "",
        "note": "" if is_said else draft.note or "",
    }
    return {field: text for field, text in found.items() if text}
