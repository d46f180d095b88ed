"""The drafts of one row: what was given, by whom, to whom and when, as its sort of table says."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY, Certainty
from donations.domain.entry import Draft, DraftLine, Flow, Role
from donations.domain.place import Place
from donations.domain.quantity import Price, Quantity
from donations.i18n import N_
from donations.importers.columns.columns import GONE, GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING
from donations.importers.rows.goods import GoodsReader
from donations.importers.rows.money_parts import Parts
from donations.importers.rows.purchases import are_used, at_price, cost_of, for_use, for_whom, paid_together, thing
from donations.importers.rows.row_fields import is_filled
from donations.importers.rows.used import refuse_used
from donations.importers.table import VALUE
from donations.importers.words import cells as one
from donations.importers.words import money_cells
from donations.importers.words.cells import InField
from donations.importers.words.of_which import refuse_part, whole_purpose
from donations.importers.words.purpose_words import says_no_purpose
from donations.importers.words.reversal_words import refuse_gift_back
from donations.importers.words.several import Given, with_specification
from donations.importers.words.turn_words import reason_of

OUTWARD = {GOODS_OUT: ("distribution", Flow.DISTRIBUTED), GONE: ("adjustment", Flow.LOST)}
"""What goes out of a store, by the sort of its table."""


class Deal(NamedTuple):
    """The lines of a row's drafts, and what they add to the sums of the table."""

    lines: tuple[tuple[str, tuple[DraftLine, ...]], ...]
    """For each draft its type and its lines."""
    sums: Mapping[str, Fraction]
    money: int
    quantity: int
    """Both as `scaled` says them."""
    note: str | None = None
    parties: int = 1
    """How many each had as much as the lines say."""

    def times(self, many: int) -> "Deal":
        """The deal of as many parties that each had as much."""
        if many == 1:
            return self
        sums = {key: number * many for key, number in self.sums.items()}
        return self._replace(sums=sums, money=self.money * many, quantity=self.quantity * many, parties=many)

    @property
    def is_unsaid(self) -> bool:
        """Whether goods are among it of which nobody says how many."""
        return any(
            line.quantity.number is None and not line.quantity.is_money for _, lines in self.lines for line in lines
        )


BOUGHT_IN_YUAN = N_(
    "yuan: what goods cost that were bought is booked in yuan; write it so, or the goods without their number where only the foreign money shall be booked as spent"
)
_SCALE = 10**12


def scaled(number: Fraction) -> int:
    """The number in a whole number of trillionths, which add up many times faster than fractions do."""
    return number.numerator * _SCALE // number.denominator


def unscaled(number: int) -> Fraction:
    """The number that `scaled` made it of."""
    return Fraction(number, _SCALE)


class Who(NamedTuple):
    """The parties of a row."""

    parties: Mapping[Role, tuple[str, ...]]
    relayed: bool


class Dealer:
    """Turns the cells of amounts into a Deal, for one sort of table."""

    def __init__(
        self, sort: str, reader: GoodsReader, parts: Parts, *, has_money: bool, names_givers: bool = True,
        was_used: bool = False,
    ) -> None:  # fmt: skip
        """`names_givers`: whether those who stand in the column of donors gave, and are not just the other side; `was_used`: whether what
        was paid is said to be what was used, 使用金额.
        """
        self.sort, self.reader, self.parts, self.has_money = sort, reader, parts, has_money
        self.names_givers, self.was_used = names_givers, was_used

    def gives_only_money(self, cells: Mapping[str, str]) -> bool:
        """Whether the cells say money and nothing else."""
        try:
            deal = self.deal(cells, relayed=False)
        except one.Misfit:
            return False
        return all(line.quantity.is_money for _, lines in deal.lines for line in lines)

    def deal(self, cells: Mapping[str, str], *, relayed: bool) -> Deal:
        """What the cells say; raises InField."""
        refuse_part(cells)
        spent = self.reader.spent(cells)
        if self.sort == SPENDING:
            return self._spending(cells, self._given(thing(cells)), spent)
        given = self._given(cells)
        gave = self.names_givers and bool(cells.get("donor"))
        if spent and given.goods and not relayed and not gave and self.only_paid(cells):  # they were bought with it
            return self._spending(cells, self._given(thing(cells)), spent)
        if gave and not relayed:
            refuse_used(given, spent, says_used=self.was_used)
        kind, flow = OUTWARD.get(self.sort) or (("relay", Flow.RELAYED) if relayed else ("receipt", Flow.RECEIVED))
        purpose = purpose_of(cells.get("purpose", "")) if self.sort not in OUTWARD else None
        store = cells.get("store") or None
        quantities = (*given.money, *given.goods)
        if not quantities and not spent:
            field = self._amount_field()
            raise InField(field, money_cells.AMOUNT_MISSING if field in ("money", "spent") else one.A_QUANTITY, "")
        split = self.parts.split(given.money, cells, purpose)
        amounts = (*split.amounts, *((quantity, purpose) for quantity in given.goods))
        lines = tuple(DraftLine(quantity, flow, store, of) for quantity, of in amounts)
        sums = _added(self._sums(given), spent if self.sort == GOODS_OUT else ())
        drafts = [(kind, lines)] if lines else []
        if spent:
            drafts.append(("expense", tuple(DraftLine(quantity, Flow.SPENT) for quantity in spent)))
        counts = not self.has_money or given.counts_as_money
        unsaid = given.worth if counts and given.worth else Fraction(0)
        note = "；".join(filter(None, (given.note, split.note))) or None
        return _deal(drafts, sums, note, unsaid)

    def _given(self, cells: Mapping[str, str]) -> Given:
        for field in ("item", "specification", "unit"):
            for said in cells.get(field, "").split("，"):
                try:
                    one.described(said) if field != "unit" else one.sound(said)
                except one.Misfit as spoilt:
                    raise one.InField(field, spoilt.expected, said) from None
        return with_specification(self.reader.read(cells), cells.get("specification", ""))

    def each(self, parts: Sequence[Mapping[str, str]], *, relayed: bool) -> Deal | None:
        """What each of several parties had, whose cells are `parts`, with the sums of all; None of nobody. Raises InField."""
        return self.deal(parts[0], relayed=relayed).times(len(parts)) if parts else None

    def only_paid(self, cells: Mapping[str, str]) -> bool:
        """Whether money went out in a row of an account, and none came in; to whoever stands there, unless they gave the goods."""
        if not is_filled(cells.get("spent", "")) or is_filled(cells.get("money", "")):
            return False
        gave = self.names_givers and bool(cells.get("donor"))
        if gave and self.reader.names_none and is_filled(cells.get("value", "")):
            return False
        return self.sort == MONEY_IN or (self.sort == GOODS_IN and self.has_money and not gave)

    def _amount_field(self) -> str:
        fields = ("quantity", "money", "money_or_goods", "spent", "value", "item")
        return next((field for field in (*fields, *self.reader.columns) if field in self.reader.said), "item")

    def _spending(self, cells: Mapping[str, str], given: Given, spent: tuple[Quantity, ...]) -> Deal:
        item = cells.get("item", "")
        refuse_gift_back(item)
        paid = spent or given.money
        known = [quantity for quantity in given.goods if quantity.number is not None]
        if known and not are_used(item, known) and len(known) == len(given.goods):
            return self._purchase(for_use(given, item), paid)
        if not paid and (cost := self.reader.cost(cells)):
            paid = (money_cells.cash(item, cost),)
        if not paid:
            raise InField(self._amount_field(), one.MONEY_WANTED, cells.get("quantity", ""))
        lines = tuple(DraftLine(quantity, Flow.SPENT, cells.get("store") or None) for quantity in paid)
        return _deal([("expense", lines)], _added({}, paid), for_whom(item, cells.get("quantity", ""), known) or None)

    def _purchase(self, given: Given, paid: tuple[Quantity, ...]) -> Deal:
        if abroad := next((quantity for quantity in paid if quantity.item != MONEY), None):
            raise InField("spent" if "spent" in self.reader.said else "money", BOUGHT_IN_YUAN, abroad.written)
        cost = sum((quantity.number or Fraction(0) for quantity in paid), Fraction(0))
        goods = [at_price(quantity, cost) for quantity in given.goods]
        if paid and len(goods) == 1:
            goods = [_priced(goods[0], Price(cost, Certainty.EXACT, whole=True, per=None))]
        units = tuple(unit or each.unit or "" for unit, each in zip(given.units, goods, strict=True))
        sums = dict(_counted(tuple(goods), units))
        yuan = cost or sum((cost_of(quantity) for quantity in goods), Fraction(0))
        if yuan:
            sums[MONEY] = yuan
        drafts = [("purchase", tuple(DraftLine(quantity, Flow.BOUGHT) for quantity in goods))]
        if not (rest := paid_together(goods, paid, cost, "spent" if "spent" in self.reader.said else "money")):
            return _deal(drafts, sums, given.note)
        bought = "、".join(quantity.written for quantity in goods)
        drafts.append(("expense", tuple(DraftLine(quantity, Flow.SPENT) for quantity in rest)))
        return _deal(drafts, sums, "；".join(filter(None, (given.note, f"{bought}，合计{paid[0].written}"))))

    def _sums(self, given: Given) -> dict[str, Fraction]:
        sums = _added(_counted(given.goods, given.units), given.money)
        if given.worth:
            sums[VALUE] = sums.get(VALUE, Fraction(0)) + given.worth
        return sums


def _deal(
    drafts: list[tuple[str, tuple[DraftLine, ...]]],
    sums: Mapping[str, Fraction],
    note: str | None,
    worth: Fraction = Fraction(0),
) -> Deal:
    """The deal; `worth` of goods is what a table without a column of money states its total of."""
    money = sums.get(MONEY, Fraction(0))
    if MONEY not in sums and len(sums) == 1:
        foreign = [line.quantity for _, lines in drafts for line in lines if line.quantity.is_money]
        money = sum((quantity.number or Fraction(0) for quantity in foreign), Fraction(0))
    goods = sum((number for key, number in sums.items() if key not in (MONEY, VALUE)), Fraction(0)) - (
        money if MONEY not in sums else 0
    )
    return Deal(tuple(drafts), sums, scaled(money + worth), scaled(goods), note)


def _counted(goods: tuple[Quantity, ...], units: tuple[str, ...]) -> dict[str, Fraction]:
    sums: dict[str, Fraction] = {}
    for quantity, unit in zip(goods, units, strict=True):
        if quantity.number is not None:
            sums[unit] = sums.get(unit, Fraction(0)) + quantity.number
    return sums


def _added(sums: dict[str, Fraction], money: tuple[Quantity, ...]) -> dict[str, Fraction]:
    for quantity in money:
        sums[quantity.item] = sums.get(quantity.item, Fraction(0)) + (quantity.number or Fraction(0))
    return sums


def _priced(quantity: Quantity, price: Price) -> Quantity:
    return Quantity(
        quantity.written, quantity.item, quantity.specification, quantity.number, quantity.unit, quantity.certainty,
        quantity.packs, quantity.pack_unit, price,
    )  # fmt: skip


def purpose_of(text: str) -> str | None:
    """The purpose; None where the cell only says that there is none. Raises InField."""
    return None if not text or says_no_purpose(text) else whole_purpose(text)


def drafts_of(
    deal: Deal, each: Sequence[Who], day: date, place: Place | None, note: str | None, turn: str = ""
) -> tuple[Draft, ...]:
    """The drafts of one row, for each of those who had as much; `turn` is what it says of the way that its goods went."""
    return tuple(
        Draft(
            kind,
            day,
            lines,
            _parties_of(kind, who, deal),
            place,
            value_basis="invoice" if kind == "purchase" else None,
            paid_from_book=kind == "purchase" and Role.PAYER not in who.parties,
            note=note,
            reason=reason_of(turn) if kind == "adjustment" else None,
        )
        for who in each
        for kind, lines in deal.lines
        if not (
            kind == "expense" and Role.PAYER in who.parties and deal.lines[0][0] == "purchase"
        )  # it was their money
    )


def _parties_of(kind: str, who: Who, deal: Deal) -> Mapping[Role, tuple[str, ...]]:
    """Whose one of a row's drafts is: of a gift beside what was spent in one row it is not who got that, nor of the latter who
    gave.
    """
    beside = len(deal.lines) > 1 and any(other == "expense" for other, _ in deal.lines)
    other = {"expense": Role.DONOR, "receipt": Role.RECIPIENT}.get(kind)
    return {role: names for role, names in who.parties.items() if role is not other} if beside else who.parties
