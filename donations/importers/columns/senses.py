"""What a heading means beside its neighbours: 单位 is a unit or a party, 金额 money or what goods are worth."""

import re

from donations.domain.paper_fields import FIELDS, PASSED
from donations.domain.units import spellings
from donations.importers.columns import account_senses as account
from donations.importers.columns import (
    addresses,
    aid,
    answers,
    between_places,
    called_gifts,
    cents,
    day_parts,
    donor_codes,
    each_or_all,
    figures,
    foreign_values,
    foundations,
    gave_or_spent,
    gift_sorts,
    gifts_of_money,
    goods_counts,
    goods_sizes,
    money_parts,
    named_amounts,
    onward_days,
    own_names,
    paid_by,
    payouts,
    promises,
    rates,
    receipt_books,
    row_numbers,
    shared_measures,
    sides,
    sorts_told,
    split_gifts,
    sums_of_others,
    table_sorts,
    taken_in,
    unread_goods,
    unread_names,
    who_helped,
    whole_names,
    worth_or_cash,
)
from donations.importers.columns import goods_senses as things
from donations.importers.columns import money_senses as money
from donations.importers.columns import party_senses as parties
from donations.importers.columns.columns import ADDRESS, BOOKED, MEASURE, PART, REMARK, Around, Column
from donations.importers.columns.counted_columns import name_goods
from donations.importers.columns.days import counts_days
from donations.importers.columns.figures import PARTIES
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, plain_number
from donations.importers.words.heading_words import normal
from donations.importers.words.unit_cells import says_measure

_COALESCED = ("donor", "recipient", "specification", "note", "goods", "item", "status", MEASURE, PART, REMARK, ADDRESS)
"""Fields that several columns may share: 单位 and 姓名 of a donor."""
_FOREIGN_SIGN = pattern_of(r"[a-z]{0,3}[$£€]", re.IGNORECASE)


def settled(columns: list[Column], around: Around) -> tuple[str, str | None]:
    """Gives each column its field, and says of what sort the table is: as Table.sort, `statistic`, or `unclear`, and why."""
    senses = Senses(columns, around)
    aid.settle(senses)
    day_parts.settle(senses)
    account.in_short(senses)
    if senses.has("statistic") or figures.are_all(senses):
        for column in columns:
            column.field = column.field if column.field in FIELDS else PASSED
        return "statistic", None
    for settle in (figures.pass_over, row_numbers.numbers_that_count, unread_names.below_giving):
        settle(senses)
    apart = money_parts.cash_and_goods(senses)
    no_way = _moneys(senses)
    no_way = _things(senses) or no_way
    _givers(senses)
    divided = goods_counts.divided(senses)
    sort = table_sorts.found(senses, divided=divided)
    _of_that_sort(senses, sort)
    no_way = no_way or (money.WHICH_DOT if money.has_dots(senses) else None)
    in_one, out_one = money.settle(senses, "money"), money.settle(senses, "spent")
    other_count = goods_counts.counts(senses, sort)
    if not senses.has("number"):
        senses.become("refers", PASSED)
    no_way = money_parts.settle(senses, sort) or apart or account.may_be_worth(senses, sort) or no_way
    no_way = no_way or sorts_told.sorts_told(senses, sort) or shared_measures.settle(senses)
    no_way = no_way or sums_of_others.are_counted(senses, sort)
    no_way = no_way or unread_goods.stand_unread(senses, sort) or sides.goods_paid_for(senses, sort)
    no_way = no_way or goods_sizes.count_sizes(senses) or aid.asks(senses, sort)
    no_way = no_way or taken_in.may_have_taken(senses, sort) or who_helped.asks(senses, sort)
    no_way = no_way or gave_or_spent.asks(senses, sort) or gave_or_spent.asks_of_accounts(senses, sort)
    _once(senses)
    onward_days.settle(senses, sort)
    addresses.with_places(senses, sort)
    if (no_way := no_way or (goods_counts.IN_AND_OUT if divided else None)) and sort in (*BOOKED, "unclear"):
        return "unclear", no_way
    if other_count and sort in ("goods_in", "goods_out"):
        return "unclear", other_count
    in_one = in_one and not called_gifts.are_beside(senses, sort)
    two = money.TWO_SUMS if out_one else money.TWO_PAID
    return (sort, None) if (in_one and out_one) or sort not in BOOKED else ("unclear", two)


def _moneys(senses: Senses) -> str | None:
    """Which columns are money that was given, which promises, parts, fees or what was paid out; says what can't be told of them."""
    for settle in (
        named_amounts.settle,
        receipt_books.amounts,
        promises.settle,
        money_parts.beside_their_sum,
        gift_sorts.given_away,
        each_or_all.settle,
    ):
        settle(senses)
    own_names.paid_to(senses)
    own_names.merchant(senses)
    no_way = (
        whole_names.in_columns(senses) or answers.settle(senses) or paid_by.settle(senses) or account.settle(senses)
    )
    in_cents = cents.in_cents(senses) or foundations.settle(senses)
    for settle in (paid_by.for_what, gifts_of_money.settle, addresses.settle, payouts.settle, day_parts.best):
        settle(senses)
    no_way = money.find(senses) or no_way
    no_way = money.measures(senses) or payouts.converted(senses) or no_way or in_cents or rates.settle(senses)
    return split_gifts.settle(senses) or no_way


def _things(senses: Senses) -> str | None:
    """Which columns are goods, their numbers and their worth; says what can't be told of an amount."""
    _columns_of_goods(senses)
    _without_heading(senses)
    things.below_one_heading(senses)
    things.units(senses)
    _goods(senses)
    worth_or_cash.counted_by_units(senses)
    donor_codes.settle(senses)
    no_way = _amounts(senses)
    money.of_no_goods(senses)
    return no_way


def _givers(senses: Senses) -> None:
    """Which columns say who gave and who received."""
    gift_sorts.of_either_sort(senses)
    gift_sorts.no_parties(senses)
    whole_names.settle(senses)
    parties.settle(senses)
    between_places.settle(senses)


def _of_that_sort(senses: Senses, sort: str) -> None:
    """What columns mean in a table of that sort."""
    if sort == "money_in":
        own_names.took_in(senses)
    if senses.has("money", "spent"):  # else what things are worth may be all that is said of money
        foreign_values.settle(senses)
    _by_sort(senses, sort)
    foreign_values.settle(senses)


def _without_heading(senses: Senses) -> None:
    """A column without a heading, or with one that nobody understands, whose cells are days is that of the dates, where
    there is no other.
    """
    unknown = [column for column in senses.columns if not column.field and column.said.sense is None]
    for column in sorted(unknown, key=lambda column: column.heading != ""):
        cells = senses.cells(column)
        are_days = all(looks_like_a_date(cell) or (not column.heading and counts_days(cell)) for cell in cells)
        if cells and are_days and not senses.has("date"):
            column.field = "date"


def _columns_of_goods(senses: Senses) -> None:
    """口罩（个） 防护服（套）: a column for each item, where there is none for items or their numbers."""
    things.with_units(senses)
    if senses.has("quantity", "money_or_goods", "item_or_quantity") or not senses.has(*PARTIES, "group"):
        return
    name_goods(senses.columns, senses.below)
    named = [column for column in senses.columns if column.goods and things.are_counts(column, senses.cells(column))]
    if senses.has("item") and not things.are_others(senses, named):
        return
    places = {column.index for column in named}
    behind = [column for column in senses.columns if named and column.index > named[0].index]
    for column in behind:  # 口罩（只） 靴套: what stands among goods is one too
        unsaid = column.said.sense is None and column.said.currency is None and not column.field and column.heading
        cells = senses.cells(column) if unsaid else []
        if cells and column.index not in places and all(plain_number(cell) is not None for cell in cells):
            column.goods = column.heading
            named.append(column)
    for column in named:
        column.field = "goods"
    if named:
        senses.become("total", PASSED)
        things.others(senses)


def _goods(senses: Senses) -> None:
    for column in senses.columns:
        if column.field == "unit_or_party":
            cells = [cell for cell in senses.cells(column) if "：" not in cell]  # 经办人：李四 at the foot
            units = [cell for cell in cells if cell.casefold() in spellings() or len(cell) == 1 or says_measure(cell)]
            goods = senses.has("quantity", "item", "specification", "price")
            of_units = 2 * len(units) >= len(cells) if cells else goods
            column.field = "unit" if of_units or (goods and senses.has("donor", "recipient")) else "party"
    if senses.has("money_or_goods") and senses.has("unit") and senses.has("category", "item"):
        senses.become("money_or_goods", "quantity")  # 资金 1000 元, 口罩 500 只
    things.called(senses)
    for column in senses.columns:
        if column.field == "item_or_quantity":
            digits = [cell for cell in senses.cells(column) if cell[:1].isdigit() or things.is_count(cell)]
            is_count = senses.has("item") and not goods_counts.count(senses) and (digits or not senses.cells(column))
            column.field = "quantity" if is_count else "item"
    things.projects(senses)
    for sense in ("content", "project", "category"):
        if senses.has(sense) and senses.has("quantity") and not senses.has("item"):
            senses.first(sense, "item", sense)
    if senses.has("content"):
        plain = senses.has("money", "spent", "amount", "item", "money_or_goods")
        goods = plain and not senses.has("spent", "item", "money_or_goods") and things.name_goods(senses, "content")
        senses.first("content", "item" if goods else "note" if plain else "money_or_goods", "note")


def _amounts(senses: Senses) -> str | None:
    """金额, and Amount, which counts goods or money; says what would have to be said where nobody can tell which."""
    no_way = None
    if senses.has("amount"):
        money = any(
            one.said.currency or any(map(_FOREIGN_SIGN.match, senses.cells(one))) for one in senses.of("amount")
        )
        goods = senses.has("item") and not senses.has("quantity", "supplier", "currency", "payer") and not money
        goods = goods and not things.say_how_many(senses)
        if goods and any(column.field == "amount" and senses.stands_alone(column) for column in senses.columns):
            no_way = things.OF_WHAT
        senses.become("amount", "quantity" if goods else "money")
    if senses.has("total"):
        senses.first("total", things.meant_by_total(senses))
    if senses.has("money") and senses.has("item", "category") and senses.has("quantity", "price"):
        given = [*worth_or_cash.currencies_given(senses), *sides.came_apart(senses)]
        for column in senses.columns:
            may_be = column.field == "money" and worth_or_cash.may_be_worth(senses, column)
            if may_be and column not in given and not senses.stands_alone(column):
                column.field = "value"
    no_way = no_way or worth_or_cash.given_or_worth(senses) or worth_or_cash.worth_of_columns(senses)
    if senses.has("category"):
        worth = any(senses.cells(column) for column in senses.of("value"))
        wanted = not senses.has("item") and (senses.has("quantity") or worth) and not gift_sorts.are_ways(senses)
        senses.first("category", "item" if wanted else PASSED)
    return no_way


def _by_sort(senses: Senses, sort: str) -> None:
    if sort == "spending":
        if not senses.has("spent"):
            senses.become("money", "spent")
            senses.become("value", "spent")
        senses.first("project", "note" if senses.has("item") else "item", "note")
        senses.become("purpose", "note")
    elif sort == "goods_out":
        senses.become("project", "note")
        senses.become("purpose", "note")
    else:
        for column in senses.columns:  # 摘要 is whatever a bank or a treasurer writes of a row
            if column.field == "project" and normal(column.heading) == "摘要":
                column.field = "note"
        book = senses.has("spent", "direction", "purpose") or any(column.signed for column in senses.columns)
        senses.first("project", "note" if book else "purpose", "note")
    if (
        sort in ("money_in", "goods_in")
        and senses.has("spent")
        and not senses.has("money")
        and not foreign_values.is_spent_beside_worth(senses)
    ):
        gift_sorts.given_to_others(senses)
    if sort == "money_in" and not senses.has("money"):
        foreign_values.read_as_yuan(senses)
    if sort in ("money_in", "goods_in") and not senses.has("spent", "direction"):
        gift_sorts.sorts_of_gifts(senses, of_both=sort == "goods_in")
    if senses.has("money_or_goods") and senses.has("money"):
        senses.become("money_or_goods", "item")


def _once(senses: Senses) -> None:
    """A field has one column, the first of its sort, but for those that may share; 数量 goes before 箱数."""
    things.names(senses)
    seen: set[str] = set()
    for column in senses.columns:
        if column.field in seen and column.field not in _COALESCED:
            column.field = PASSED
        seen.add(column.field)
        if column.field in ("", "party", "unit_or_party", "amount", "total", "content", "category", "name", "group"):
            column.field = PASSED if column.field != "party" else "party"
