"""Rows of one layout turned into records, whatever stands in them; those that are plain go the quick way of `quick` instead."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from donations.domain.entry import Role
from donations.domain.paper_fields import PASSED
from donations.importers.columns import blank_days, day_parts, foreign_values
from donations.importers.columns.account_ways import Ways
from donations.importers.columns.between_places import keepers_of
from donations.importers.columns.columns import AMOUNTS, GOODS, GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING, Column, Group
from donations.importers.columns.gift_sorts import holds_cash
from donations.importers.columns.lots import LotDays
from donations.importers.columns.row_sums import settle_unit
from donations.importers.columns.table_days import Days
from donations.importers.columns.title import Title
from donations.importers.rows import beside, each_party, onward, other_income, reversals, unnamed, used, went_on
from donations.importers.rows.blank_donors import BlankDonors, taker_above
from donations.importers.rows.codes import Codes
from donations.importers.rows.drafted import AllRead, drafted, left_out
from donations.importers.rows.drafting import OUTWARD, Deal, Dealer, Who
from donations.importers.rows.fates import Fates, example
from donations.importers.rows.goods import GoodsReader
from donations.importers.rows.lots import Lots
from donations.importers.rows.money_parts import Parts
from donations.importers.rows.places import live_at, place_of
from donations.importers.rows.row_fields import (
    Measures,
    in_parts,
    is_of_several,
    joined,
    key_of,
    listed,
    matched_alone,
    merged,
    of_zero,
    only_zeros,
    remarks,
    said_of,
    said_twice,
    without_zeros,
)
from donations.importers.rows.row_refunds import Fate, words_of
from donations.importers.rows.texts_shown import texts_shown
from donations.importers.table import Record, Settings, Slip
from donations.importers.words import cells as one
from donations.importers.words.accounts import unsaid_in
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.ditto import refuse_alone, repeat
from donations.importers.words.each_row import unit_of_each
from donations.importers.words.listed_income import no_gift
from donations.importers.words.row_reasons import A_DONOR, A_RECIPIENT, NAME_ABOVE
from donations.importers.words.transaction_numbers import known_by

ROLES = {
    "donor": Role.DONOR, "via": Role.VIA, "payer": Role.PAYER, "supplier": Role.SUPPLIER, "recipient": Role.RECIPIENT, "beneficiary": Role.BENEFICIARY,
}  # fmt: skip
_ABOVE = ("date", "city")  # what a line may say of the rows below it, where no column does
_SAID_BELOW = {"status": words_of, "anonymous": unnamed.words_of}  # what cells say only together with their heading
Read = TypeVar("Read")


class RowReader:
    """Reads the records of one group of columns."""

    def __init__(
        self, group: Group, settings: Settings, days: Days, undated: date | None, title: Title, *, apart: bool = False,
        lot_days: LotDays, later: Days,
    ) -> None:  # fmt: skip
        """`apart`: whether a blank cell never means what stands above it; `lot_days`: how days of lots are written; `later`: what reads the days on which what came went on."""
        self.group, self.sort, self.settings = group, group.sort, settings
        self.days, self.later, self.undated = days, later, undated
        foreign_values.by_title(group.columns, title)
        self.columns = [column for column in group.columns if column.field not in ("", PASSED)]
        self.by_field: dict[str, list[Column]] = {}
        for column in self.columns:
            self.by_field.setdefault(key_of(column), []).append(column)
        self.said = said_of(self.columns, title)
        self.keepers = keepers = title.keepers | keepers_of(group.of("recipient"), settings.keeper)
        self.measures, self.ways, self.fates = Measures(self.columns), Ways(group.columns, keepers), Fates(group)
        if "money" in self.said and (self.ways.is_signed or "direction" in self.said):
            self.said["spent"] = self.said["money"]
        named = {
            key_of(column): "" if column.cash else column.goods or ""
            for column in self.columns
            if column.field == GOODS and (column.goods or column.cash)
        }
        told = any(column.by_user for column in self.by_field.get("money", []))
        cash = "quantity" in self.said or holds_cash(self.columns)
        each = unit_of_each(" ".join((title.text, *(column.in_words for column in self.columns))))
        reader = GoodsReader(self.said, named, cash=cash, each=each, told=told, gifts=used.tell_gifts(self.by_field))
        self.codes, parts = Codes(self.columns, settings, self.sort), Parts(self.columns, self.said)
        gave, was = used.names_givers(self.by_field), used.are_used(self.by_field)
        self.dealer = Dealer(self.sort, reader, parts, has_money="money" in self.said, names_givers=gave, was_used=was)
        self.amounts = group.of(*AMOUNTS) or self.by_field.get("item", [])
        if all(column.field == "value" for column in self.amounts):
            self.amounts = self.amounts + self.by_field.get("item", [])
        self.blanks, self.apart, self.lots = BlankDonors(), apart, Lots(self.by_field, lot_days)
        self.last: dict[str, str] = {}
        self.nobody_above, self.why_nobody = "", NAME_ABOVE  # the line where their name belongs, which may be none
        self.recent: Sequence[str] | None = None  # the cells of the last record, where they are not in `last` yet

    def filled(self, cells: Sequence[str], texts: dict[int, str]) -> dict[str, str]:
        """The cells by field, blank ones filled from above where that is what a blank means."""
        self._catch_up()
        row = self._by_field(cells, texts)
        day_parts.put_together(row, {} if self.apart else self.last, self.by_field)
        if not self.apart:
            self._fill_down(row, cells)
        return row

    def _catch_up(self) -> None:
        if self.recent is not None:
            self.last = self._by_field(self.recent, self.texts(self.recent))
            self.recent = None
            self.blanks = BlankDonors()

    def judged(self, record: Record | None) -> Record | None:
        """The record that a row became, as it is; the rows below it are told whether it can be taken."""
        self._catch_up()  # a row may be refused before it was filled
        return self.blanks.after(record)

    def end_block(self) -> None:
        """A total stands here: who gave or got what stands above it is not meant by blanks below it."""
        self._catch_up()
        self.blanks.is_below_total = True

    def remember(self, field: str, text: str) -> None:
        """A line above says a field of the rows below it."""
        self._catch_up()
        self.last = {**self.last, field: text}
        if field == "donor":
            self.blanks.begin(text)

    @property
    def is_said_above(self) -> bool:
        """Whether a line above the rows says of them what no column does."""
        return any(field not in self.by_field and self.last.get(field) for field in _ABOVE)

    def texts(self, cells: Sequence[str]) -> dict[int, str]:
        """The tidied cells of the group by their place; raises Misfit for what is no text."""
        texts = texts_shown(self.group.columns, cells, self.said)
        return {**texts, **listed(self.by_field, cells)} if any("\n" in cell for cell in cells) else texts

    def _by_field(self, cells: Sequence[str], texts: dict[int, str]) -> dict[str, str]:
        row: dict[str, str] = {}
        for field, columns in self.by_field.items():
            said = [texts[column.index] for column in columns]
            if said_by := _SAID_BELOW.get(field):
                said = list(map(said_by, columns, said))
            if columns[0].field not in AMOUNTS:
                said = [text or merged(cells, column.index) for text, column in zip(said, columns, strict=True)]
            row[field] = joined(field, list(filter(None, in_parts(columns, said))))
            if field in ROLES and len(columns) > 1:
                beside.note_others(row, columns, said)
        beside.named_across(row, self.group.columns, cells)
        if self.measures:
            self.measures.settle(row)
        settle_unit(row, self.group.sums, cells)
        self.lots.settle(row, cells)
        row.update(self.group.says, together="1" if is_of_several(self.by_field, cells) else "")
        live_at(row, self.group.columns, cells, self.sort)
        self.codes.settle(row)
        without_zeros(row, self.columns)
        self.ways.settle(row)
        beside.settle(row, self.columns, self.sort, {} if self.apart else self.last)
        unnamed.hear(row)
        return row

    def _fill_down(self, row: dict[str, str], cells: Sequence[str]) -> None:
        last = blank_days.above(self.last, row, cells, self.by_field, is_money=self.sort == MONEY_IN)
        repeat(row, last)
        row.update({field: last[field] for field in _ABOVE if field not in row and last.get(field)})
        fields = ["date", day_parts.YEAR, *([self.group.headed] if self.group.headed and self.sort == MONEY_IN else [])]
        if self.sort in (GOODS_IN, GOODS_OUT) and not self.group.of_store:
            if "item" in row and not row["item"] and row.get("quantity"):
                row["item"] = last.get("item", "")
                row["unit"] = row.get("unit") or last.get("unit", "")
            block = not row.get("donor", "")
            if donor := self.blanks.found(row, last, is_money=block and self._may_be_nobodys(row)):
                row["donor"] = donor
            if (self.sort == GOODS_OUT or (block and (donor or "donor" not in row))) and not self.blanks.is_below_total:
                fields += onward.with_its_day(row)
            fields += self.blanks.alike(row, is_headed=self.group.headed is not None)
        elif self.sort == SPENDING:
            fields += taker_above(row, last, is_headed=self.group.headed == "recipient")
        row.update({field: last.get(field, "") for field in fields if field in row and not row[field]})

    def _may_be_nobodys(self, row: Mapping[str, str]) -> bool:
        """Whether the row of a list of goods gives money and nothing else."""
        return self.sort == GOODS_IN and not self.settings.donor and self.dealer.gives_only_money(row)

    def record(self, number: int, cells: Sequence[str], texts: dict[int, str]) -> tuple[Record, Deal | None]:
        """The record of a row that is neither total nor note, with what it adds up to."""
        self.last = self.filled(cells, texts)
        row = went_on.settled(self.last, self.sort, self.keepers)
        contrary = reversals.contrary_of(row, self.sort, self.columns)
        row = contrary.row if contrary else self.fates.whole(row, texts)
        if said := (None if contrary else no_gift(row)) or self.fates.nothing_came(texts) or example(row):
            return other_income.passed_over(number, said, row, self.dealer, self.ways.others)
        unsaid = unsaid_in(row)
        slips = [Slip(self.heading(unsaid[0]), unsaid[1], row[unsaid[0]][:60])] if unsaid else []
        self._try(slips, "donor", lambda: refuse_alone(row), row)
        parts = self._try(slips, "quantity", lambda: each_party.parts(row), row) or ()
        who = self._try(slips, "donor", lambda: tuple(self.who(part) for part in parts), row)
        relays = went_on.passes_on(row, self.sort)
        deal = self._try(slips, "quantity", lambda: self.dealer.each(parts, relayed=relays), row)
        who = self._try(slips, "recipient", lambda: went_on.held(row, who, deal, self.keepers, self.sort), row)
        day = self._try(slips, "date", lambda: self.when(row), row)
        later = self._try(slips, "onward", lambda: onward.day_of(row, day, self.later, self.settings), row)
        place = self._try(slips, "city", lambda: place_of(row, self.settings.place), row)
        note = self._try(slips, "note", lambda: self.noted(row, deal), row)
        identity = self._try(slips, "number", lambda: known_by(row.get("number", "")), row)
        fate = Fate() if contrary else self._try(slips, "status", lambda: self.fates.of(row, deal, texts), row)
        consent = self._try(slips, "anonymous", lambda: unnamed.consent_of(row), row)
        lot = self._try(slips, "expires_on", lambda: self.lots.of(row), row)
        read = AllRead(row, who, deal, day, place, note, consent, lot, later)
        if fate and fate.ignored and (fate.refunded is None or identity is None):
            return left_out(number, fate.ignored, identity, read, self.lots), deal
        slips += said_twice(self.group.columns, texts)
        if only_zeros(slips, row, self.columns):
            return of_zero(number, matched_alone(row, self.columns)), None
        found = None if slips else drafted(read, self.lots, self.keepers)
        if found is None or deal is None or day is None or fate is None:
            return reversals.refused(number, slips, contrary, A_DONOR), None
        sums = {} if self.group.of_store and self.sort in OUTWARD else deal.sums  # as of money that was paid out
        record = Record(number, found[0], identity, day[1], fate.refunded, sums, is_donor_above=self.blanks.is_above)
        if contrary is not None:
            return contrary.taken(record, deal)
        more = record._replace(otherwise=fate.ignored, is_gone=fate.is_gone, told=found[1])
        return more, None if fate.ignored else deal

    def _try(self, slips: list[Slip], field: str, read: Callable[[], Read], row: Mapping[str, str]) -> Read | None:
        """What `read` gives; None, with a slip more, where the row does not fit."""
        try:
            return read()
        except InField as wrong:
            slips.append(self.slip(unnamed.quoting(wrong, row)))
        except Misfit as wrong:
            slips.append(Slip(self.heading(field), wrong.expected, row.get(field, "")[:60]))
        return None

    def slip(self, wrong: Misfit) -> Slip:
        """What is wrong, with its column and what stands there as far as that is known."""
        if isinstance(wrong, InField):
            heading = wrong.heading or self.heading(wrong.field)
            return Slip(heading, one.instead_of(wrong.expected, wrong.got), wrong.got[:60])
        return Slip(None, wrong.expected, "")

    def factor(self, column: Column) -> int:
        """What a number in the column is to be multiplied with: 10,000 below 万元."""
        return self.said[key_of(column)].factor

    def heading(self, field: str) -> str | None:
        """The heading of a field's column; None where it has none."""
        return next((column.heading or None for column in self.by_field.get(field, [])), None)

    def who(self, row: Mapping[str, str]) -> Who:
        """The parties; a blank donor of money is an anonymous one. Raises InField."""
        parties = self._said_parties(row)
        paid_out = self.dealer.only_paid(row)
        if self.settings.donor and Role.DONOR not in parties and self.sort in (GOODS_IN, MONEY_IN) and not paid_out:
            parties[Role.DONOR] = (self.settings.donor,)
        other = parties.pop(Role.DONOR, None) if paid_out else None
        if other and not (self.dealer.names_givers and Role.RECIPIENT in parties):  # else it was theirs
            parties[Role.SUPPLIER] = other
        if self.sort == MONEY_IN and not paid_out:
            seller = parties.pop(Role.SUPPLIER, None) if "spent" in row else None  # 商家 of what came in a cash book
            parties[Role.DONOR] = unnamed.no_cost(parties.get(Role.DONOR)) or unnamed.giver_of(row, seller)
        if self.sort == GOODS_IN and Role.DONOR not in parties:
            parties |= unnamed.givers_of_goods(row, self.blanks)
        needed = None if paid_out else {GOODS_IN: "donor", GOODS_OUT: "recipient"}.get(self.sort)
        if needed and ROLES[needed] not in parties:
            raise InField(needed, (self.blanks.why or A_DONOR) if needed == "donor" else A_RECIPIENT, "")
        return Who(parties, went_on.passes_on(row, self.sort))

    def _said_parties(self, row: Mapping[str, str]) -> dict[Role, tuple[str, ...]]:
        parties: dict[Role, tuple[str, ...]] = {}
        for field, role in ROLES.items():
            if text := row.get(field, ""):
                parties[role] = unnamed.names_in(field, text, came_in=self.sort in (GOODS_IN, MONEY_IN))
        if self.nobody_above and (headed := self.group.headed) and not row.get(headed) and not self.settings.donor:
            raise InField(headed, self.why_nobody, self.nobody_above)
        return parties

    def when(self, row: Mapping[str, str]) -> tuple[date, bool]:
        """The day, and whether the row says it itself. Raises Misfit."""
        said = self.days(text) if (text := row.get("date", "")) else None
        undated = self.settings.day if blank_days.may_be_unpaid(row) else self.undated
        if (day := said or day_parts.in_year(undated, row, self.settings.today)) is None:
            raise Misfit(blank_days.unsaid(row))
        if day > self.settings.today:
            raise Misfit(one.NOT_YET)
        return day, said is not None

    def noted(self, row: Mapping[str, str], deal: Deal | None) -> str | None:
        """The note: the row's own, and what else has no place of its own. Raises Misfit."""
        text = "；".join(dict.fromkeys(filter(None, remarks(row, deal and deal.note, self.said, self.columns))))
        return one.note(text) if text else None
