"""The totals a table states, beside the sums of its rows."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS
from donations.importers.rows.drafting import Deal, scaled
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.sums import stated_amounts
from donations.importers.sums.above import Above
from donations.importers.sums.bare_sums import BareSums, is_bare
from donations.importers.sums.carried import Carried
from donations.importers.sums.column_sums import ColumnSums, take_sides
from donations.importers.sums.for_names import Sums
from donations.importers.sums.left_out import LeftOut
from donations.importers.sums.moneys import Moneys
from donations.importers.sums.name_or_total import is_a_name, is_named, says_sum
from donations.importers.sums.nets import Nets
from donations.importers.sums.sections import BELOW, Parts, is_part_of, total_by_its_rows
from donations.importers.sums.stated_amounts import OF_MONEY, amount_beside, came, is_of_what_went, stated_amount
from donations.importers.sums.wholes import Wholes
from donations.importers.table import Record, Table
from donations.importers.words.accounts import NEUTRAL
from donations.importers.words.cells import plain_number, shown
from donations.importers.words.foot import GRAND, PART, RUNNING, is_amount, total_of
from donations.importers.words.stated_words import stated_in

TOTAL = N_("a total")
SUBTOTAL = N_("a subtotal")
OTHER_SUBTOTAL = N_("a subtotal; the rows above it make another sum")
UNCOMPARED = N_("a subtotal; not compared, since rows above it can't be taken")
PROSE = N_("a line that states the total")

_MANY = 5


class Stated:
    """Sums as they grow, and the totals that were met."""

    def __init__(self, groups: Sequence[RowReader], above: Above, title: str = "") -> None:
        self.groups, self.above, self.title = groups, above, title
        self.is_money = any(
            column.field in OF_MONEY or column.field == "money_or_goods" for group in groups for column in group.columns
        )
        self.money = self.quantity = self.part = self.rows = self.unsaid = 0
        self.lacks_rows = self.has_others = False
        """Whether rows since the last subtotal were refused; and whether income that is no gift is among them all, which a total counts."""
        self.met: dict[str, tuple[Fraction, int]] = {}
        self.parts, self.in_parts, self.in_sections = 0, False, False
        self.parts_beside: dict[int, int] = {}
        """The sums since the last subtotal of each of several records that stand side by side."""
        self.many_beside: dict[int, int] = {}
        self.bare = {id(group): BareSums(self._amount) for group in groups}
        self.left_out, self.columns, self.wholes = LeftOut(groups), ColumnSums(groups), Wholes(groups)
        self.moneys, self.nets, self.carried = Moneys(), Nets(groups), Carried(groups)
        is_both = len({group.sort for group in groups}) > 1 and not any(group.group.of_store for group in groups)
        self.sides = {id(group): ColumnSums([group], is_side=True) for group in groups if is_both}
        """What came in and what went out, side by side: each has a total of its own."""

    def follow(self, group: RowReader, record: Record, deal: Deal | None, texts: Mapping[int, str]) -> None:
        """What became of a row, with its cells."""
        if deal is not None:
            self.wholes.follow(group, record, deal, texts)
            if record.drafts:
                self.add(group, deal, texts)
            else:
                self.left_out.add(group, deal, texts, record.ignored)
                if record.ignored in group.ways.others:
                    self.has_others |= bool(self.sides)
                    self.nets.add(texts)
        elif record.ignored == NEUTRAL and not came(group, texts):
            self.columns.leave(texts)
        elif record.ignored in group.ways.others or record.takes_back is not None:
            self.has_others = True

    def add(self, group: RowReader, deal: Deal, texts: Mapping[int, str]) -> None:
        """One more record, with its cells."""
        self.columns.add(texts, is_unsaid=deal.is_unsaid)
        if self.sides:
            self.sides[id(group)].add(texts, is_unsaid=deal.is_unsaid)
        self.moneys.add(deal)
        self.rows, self.unsaid = self.rows + 1, self.unsaid + deal.is_unsaid
        self.money, self.quantity = self.money + deal.money, self.quantity + deal.quantity
        self.nets.add(texts)
        amount = deal.money if self.is_money else deal.quantity
        self.part += amount
        self.parts_beside[id(group)] = self.parts_beside.get(id(group), 0) + amount
        self.many_beside[id(group)] = self.many_beside.get(id(group), 0) + 1

    @property
    def of_money(self) -> bool:
        """Whether totals are of money: not where a column of values is there, and empty."""
        return self.is_money and (self.money != 0 or self.quantity == 0)

    @property
    def sum(self) -> int:
        """The sum of what the table states totals of."""
        return self.money if self.of_money else self.quantity

    @property
    def sums(self) -> tuple[int, int]:
        """That sum, and the same with what was left out, which a total may count."""
        return self.sum, self.sum + (self.left_out.money if self.of_money else self.left_out.quantity)

    def total(
        self, group: RowReader, texts: Mapping[int, str], is_last: Callable[[], bool], below: Stream
    ) -> str | None:
        """What a row is the total of; None where it is no total. Raises InField where neither can be told."""
        if self.many > 1 and says_sum(group, texts, self._amount(group, texts), self.sums) and is_last():
            return GRAND
        silent = {column.index for column in group.group.of("note", "", PASSED)}
        filled = [(index, text) for index, text in texts.items() if text]
        amounts = {column.index for column in group.group.of(*AMOUNTS, "price")}
        named = is_named(group, texts)
        words = (at for at, said in filled if at not in amounts and not (at in silent and is_amount(said)))
        of_words = list(islice(words, 2))
        for place, (index, text) in enumerate(filled):
            if (index in silent and place and of_words not in ([], [index])) or (
                index in amounts and (named or plain_number(text) is not None)
            ):
                continue  # 共5000只 beside who gave what is how many they are
            if (found := total_of(text)) is not None and not self._is_a_name(group, index, texts):
                parts = Parts(self.parts, self._parts(group)[0], self.sum, self._amount(group, texts))
                is_part = found == GRAND and is_part_of(text, parts, group, below, is_last)
                return PART if is_part else found  # 本月合计, and another month below it
        sums = Sums(self.rows, self._sum_as_in(group, texts), self._parts(group)[0], self.in_sections, self._amount)
        if self.is_alone and (self.moneys.is_named(group, texts) or self.moneys.is_bare_sum(group, texts, below)):
            return GRAND
        if (found := total_by_its_rows(group, texts, below, sums, is_last)) is not None:
            return found
        return self._bare(group, texts, is_last, below) if self.many and is_bare(group, texts) else None

    @property
    def many(self) -> int:
        """How many rows there were, those that were left out too."""
        return self.rows + self.left_out.rows

    def _sum_as_in(self, group: RowReader, texts: Mapping[int, str]) -> int:
        """The sum; with what was left out where a row states just that."""
        if not self.left_out.rows or (stated := self._amount(group, texts)) is None:
            return self.sum
        return self.sums[scaled(stated) == self.sums[1]]

    def _is_a_name(self, group: RowReader, index: int, texts: Mapping[int, str]) -> bool:
        """Whether what seems to be a word for a total is a person's name. Raises InField where neither can be told."""
        stated = self._amount(group, texts)
        is_sum = self.many > 0 and stated is not None and scaled(stated) in (*self._parts(group), *self.sums)
        return is_a_name(group, index, texts, is_sum=is_sum)

    def _bare(
        self, group: RowReader, texts: Mapping[int, str], is_last: Callable[[], bool], below: Stream
    ) -> str | None:
        """What a row without any word sums up; None where it may be a gift of nobody's. Raises InField."""
        many = self.rows if len(self.groups) == 1 else self.many_beside.get(id(group), 0)
        parts, stated = self._parts(group), self._amount(group, texts)
        counts_all = stated is not None and scaled(stated) in (parts[1], self.sums[1]) and scaled(stated) != parts[0]
        left = self.left_out.since(group, of_money=self.of_money, is_alone=self.is_alone)[0] if counts_all else 0
        sums = (many + left, parts[counts_all], self.sums[counts_all])
        if (found := self.bare[id(group)].sort_of(group, texts, sums, below, is_last)) is not None:
            return found
        is_sum = stated is not None and scaled(stated) in self.sums
        if self.many > 1 and ((is_sum and self.many >= _MANY) or ((is_sum or self._named(group)) and is_last())):
            return GRAND  # among few rows an amount of nobody's may be their sum by chance
        return None

    def _parts(self, group: RowReader) -> tuple[int, int]:
        """What the rows since the last subtotal add up to, and the same with what was left out."""
        part = self.part if self.is_alone else self.parts_beside.get(id(group), 0)
        return part, part + self.left_out.since(group, of_money=self.of_money, is_alone=self.is_alone)[1]

    @property
    def is_alone(self) -> bool:
        """Whether no records stand side by side."""
        return len(self.groups) == 1

    def _named(self, group: RowReader) -> bool:
        """Whether rows of this table have more than amounts, so that a bare amount is none of them."""
        return bool(group.by_field.get("serial")) or group.sort.startswith("goods")

    def take(self, number: int, group: RowReader, texts: Mapping[int, str], total: str) -> str:
        """Keeps the total that a row states; says what the row is."""
        if total == BELOW:
            self.in_sections = True
            return SUBTOTAL
        self.carried.take(group, texts, is_above=not self.many)
        of_one, yuan = self.moneys.take(number, group, texts) if self.is_alone else (False, None)
        if is_of_what_went(group, texts) or of_one:
            self.met.update({} if yuan is None else {GRAND: (yuan, number)})
            return TOTAL
        amount = self._amount(group, texts)
        if total == GRAND and self.is_alone and amount is not None and self._is_of_part(group, scaled(amount)):
            total = PART
        if total == PART:
            parts = self._parts(group)
            self.left_out.begin(group, is_alone=self.is_alone)
            self.parts_beside.pop(id(group), 0)
            self.bare[id(group)].begin(self.rows if len(self.groups) == 1 else self.many_beside.get(id(group), 0))
            differs = amount is not None and scaled(amount) not in (*parts, *self.sums)
            lacking, self.lacks_rows = self.lacks_rows, False
            self.part, self.parts = 0, self.parts + 1
            if amount is not None:
                self.met[PART] = (amount, number)
            return SUBTOTAL if not differs else UNCOMPARED if lacking else OTHER_SUBTOTAL
        if amount is not None:
            self._meet(total, amount, number, group)
        if total == GRAND:
            self.columns.stated = (texts, number)
            if self.sides:
                self.sides[id(group)].stated = (texts, number)
        return TOTAL

    def _meet(self, total: str, amount: Fraction, number: int, group: RowReader) -> None:
        if total == RUNNING and self.sides:
            self.sides[id(group)].carried += amount
        beside = self.met.get(total)
        if beside is not None and beside[1] == number:  # each of several side by side its own, or each that of all
            amount = beside[0] if scaled(beside[0]) in self.sums else beside[0] + amount
        self.met[total] = beside if beside is not None and beside[0] == amount else (amount, number)  # again in words

    def _is_of_part(self, group: RowReader, amount: int) -> bool:
        """Whether a total is that of the rows since the total before it, as where each class has its 合计."""
        if amount in self.sums:
            self.part = 0  # below it more rows may have a total of their own
            return False
        self.in_parts = amount in self._parts(group) and (self.in_parts or self.met.pop(GRAND, None) is not None)
        return self.in_parts

    def take_of_all(self, number: int, total: str, cells: Sequence[str]) -> str:
        """Keeps the total that a row states for all records side by side; the sums of each, where there are several."""
        self.parts_beside.clear()
        self.carried.take(self.groups[0], self.groups[0].texts(cells), is_above=not self.many)
        numbers = stated_amounts.amounts_in(cells, self.groups)
        if total == GRAND:
            take_sides(self.groups, self.sides, {index: shown(cells[index]) for index in numbers}, number, cells)
        if numbers:
            self.met[total] = (sum(numbers.values(), Fraction(0)), number)
        elif (said := amount_beside(cells, self.groups[0])) is not None:
            self.met[total] = (said, number)
        return SUBTOTAL if total == PART else TOTAL

    def prose(self, number: int, text: str) -> str | None:
        """Keeps what a line of words states as the total; None where it states none."""
        found = stated_in(text) if self.is_money else []
        if not found:
            return PROSE if self.is_alone and self.moneys.says_total(number, text) else None
        if (said := stated_amounts.of_prose(found, self.sums)) is not None:
            self.met.setdefault(RUNNING if said[1] else "prose", (said[0], number))
        return PROSE

    def tell(self, table: Table) -> None:
        """Give the table what it states, and the columns whose totals are wrong, where every row was added to them."""
        table.carried = self.carried.amount(self.title) if self.is_money else None
        first = not self.above.money  # before the sum of this table is added to it
        alone = first and not self.has_others and 0 < self.columns.rows == self.rows
        total, at = self.result()
        is_no_sum = not self.of_money and self.columns.counts_in_others(self.groups, self.sum)
        table.stated_total, table.stated_at = (None, None) if is_no_sum else (total, at)
        if first and self.of_money and not self.has_others:
            said, table.said_above = stated_amounts.said_in_title(self.title, self.sums)
            table.stated_total = said if table.stated_total is None else table.stated_total
        table.differing = self.left_out.differing(self.columns) if alone else ()
        if self.sides and first and not self.has_others:
            table.differing = tuple(found for side in self.sides.values() for found in side.differing())
        if first and self.is_alone and not self.has_others and not self.left_out.rows:
            table.differing += tuple(self.moneys.differing)
        table.differing += self.wholes.differing()
        total = None if self.of_money else table.stated_total
        counts_one = total is not None and self.unsaid and scaled(total - self.unsaid) == self.quantity
        table.unsaid = self.unsaid if counts_one else self.columns.counted_as_one()

    def result(self) -> tuple[Fraction | None, int | None]:
        """The total the table states, and the row it stands in; a total of the tables above too, or of what is left, is none of this one."""
        above, self.above.money = self.above.money, self.above.money + self.money
        wholes = {self.money + also for also in (above, above + self.above.on_page) if also}
        if GRAND in self.met and self.sum != scaled(self.met[GRAND][0]) in (*wholes, *self.nets.sums):
            del self.met[GRAND]
        grand, carried = self.met.get(GRAND), self.met.get(RUNNING)
        if grand and carried and stated_amounts.counts_carried(grand, carried, self.sums):
            del self.met[GRAND]
        if self.has_others or len({group.sort for group in self.groups}) > 1:
            return None, None  # what came in and what went out, side by side
        if (found := self.met.get(GRAND, self.met.get("prose"))) is not None:
            return found
        for key in (PART, RUNNING):  # of a part, or of more than this table, unless it is just this
            if key in self.met and scaled(self.met[key][0]) in self.sums:
                return self.met[key]
        return None, None

    def _amount(self, group: RowReader, texts: Mapping[int, str]) -> Fraction | None:
        """What a row states as a total of what this table states totals of."""
        return stated_amount(group, texts, of_money=self.of_money)
