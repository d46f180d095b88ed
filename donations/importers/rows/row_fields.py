"""How the cells of a row become its fields: what several columns say together, and under which name."""

from collections.abc import Mapping, Sequence

from donations.domain.amount import MONEY, decimal_text
from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns import foreign_values
from donations.importers.columns.columns import ABROAD, ADDRESS, AMOUNTS, GOODS, MEASURE, PART, REMARK, Column
from donations.importers.columns.money_senses import repeated
from donations.importers.columns.name_parts import whole_name
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.rows.places import place_said, region_of
from donations.importers.sheet import Merged, Spanning
from donations.importers.table import Record, Slip
from donations.importers.words import cells as one
from donations.importers.words.accounts import goes_out, is_direction
from donations.importers.words.asked import NUMBER_OF_QUESTION
from donations.importers.words.counting import are_gifts
from donations.importers.words.foot import is_amount
from donations.importers.words.giver_names import is_nameless
from donations.importers.words.heading_words import Heading
from donations.importers.words.money_cells import wished
from donations.importers.words.money_measures import CALLED_YUAN
from donations.importers.words.nothing import ZEROS, is_nothing, meant
from donations.importers.words.own_units import unit_of_many
from donations.importers.words.reached import before_address
from donations.importers.words.shares import sharers
from donations.importers.words.yes_no import NO

ZERO = N_("an amount of zero")
MATCH_ALONE = N_(
    "a gift beside what matched it: who gave this amount isn't in the place of the donor; write it as a row of its own, with whoever matched the gift as donor"
)
HOW_MANY_STAYED = N_(
    "nothing here, and what stayed in the column of quantities; or --map HEADING=- of this column, where what went back is not in those quantities"
)
MATCHED = r"(?:employer|company|corporate)?match(?:ed|ing)?(?:gift)?(?:amount|donation)"
_MATCHED = pattern_of(rf"{MATCHED}|配[捐比](?:金额|款|资金|额)(?:[(].*)?")
_LISTED = ("item", "quantity", "unit", "specification", "money_or_goods")


def text_in(cells: Sequence[str], column: Column) -> str:
    """What a row says in a column, tidied but where nobody reads it; "" where the row ends before it. Raises Misfit."""
    if column.index >= len(cells):
        return ""
    cell = cells[column.index]
    text = one.shown(cell) if column.field in ("", PASSED, ADDRESS) else meant(column.field, one.tidied(cell))
    text = before_address(text) if column.tells_address else text
    return (
        "" if column.field == "recipient" and text == column.keeper else text
    )  # who keeps the list received all of it


def in_parts(columns: Sequence[Column], said: Sequence[str]) -> list[str]:
    """What columns of one field say, the parts of a person's name as one, and before the name of a company beside them; of addresses
    their places alone.
    """
    if columns[0].field == ADDRESS:
        return [place_said(text) for text in said]
    parts = [(column, text) for column, text in zip(columns, said, strict=True) if column.is_part and text]
    rest = [text for column, text in zip(columns, said, strict=True) if not column.is_part]
    return [whole_name(*zip(*parts, strict=True)), *rest] if parts else rest


def joined(field: str, said: list[str]) -> str:
    """One text for a field that several columns share: the first that says something, but all of what describes goods."""
    if field in ("specification", "note", "status"):
        return "，".join(dict.fromkeys(said))
    if field == "item":
        return "、".join(said)
    return said[0] if said else ""


def under(heading: str, text: str) -> str:
    """What stands below a heading, as a note says it: 单位：甲公司; without the number of a question."""
    heading = NUMBER_OF_QUESTION.sub("", heading)
    return f"{heading}{': ' if heading.isascii() else '：'}{text}"


def merged(cells: Sequence[str], index: int) -> str:
    """What the merged cell above an empty one says of its row too; "" where there is none."""
    cell = one.cell_at(cells, index)
    return one.shown(cell.of) if isinstance(cell, Merged) and cell.down else ""


def is_of_several(by_field: Mapping[str, Sequence[Column]], cells: Sequence[str]) -> bool:
    """Whether what goods are worth lies over several rows, and the goods themselves don't."""

    def at(field: str) -> list[str]:
        return [cells[column.index] for column in by_field.get(field, []) if column.index < len(cells)]

    goods = [cell for field in ("item", "quantity") for cell in at(field) if cell]
    worth = [*at("value"), *at("money")]
    return any(isinstance(cell, Spanning) for cell in worth) and any(not isinstance(cell, Spanning) for cell in goods)


def listed(by_field: Mapping[str, Sequence[Column]], cells: Sequence[str]) -> dict[int, str]:
    """The cells of goods that hold one on each line, as lists: 大米⏎面粉 beside 20袋⏎5箱, or 大米20袋⏎面粉5箱 alone."""
    indexes = [by_field[field][0].index for field in _LISTED if field in by_field]
    lines = {
        index: [text for line in cells[index].splitlines() if (text := one.shown(line))]
        for index in indexes
        if index < len(cells)
    }
    many = {index: len(each) for index, each in lines.items() if len(each) > 1}
    names, count = (by_field[field][0].index if field in by_field else None for field in ("item", "quantity"))
    if names in many and count in many:
        return {index: "；".join(lines[index]) for index in many if many[index] == many[count]}
    return {index: "；".join(lines[index]) for index in many if index != count and are_gifts(lines[index])}


def key_of(column: Column) -> str:
    """What the column's cell is called in a row: its field; columns called after goods, a measure or a part have each their own."""
    return f"{column.field}:{column.index}" if column.field in (GOODS, MEASURE, PART, REMARK) else column.field


def said_of(columns: Sequence[Column], title: Title) -> dict[str, Heading]:
    """What the headings say, by what their cells are called, with what the title says of money."""
    said = {key_of(column): with_title(column, title) for column in reversed(columns)}
    if "unit" not in said and title.unit is not None:
        counts = [
            key for key, heading in said.items() if _COUNTS.fullmatch(key) and not (heading.unit or heading.currency)
        ]
        said.update((key, _counted_in(said[key], title.unit)) for key in counts)
    money = said.get("money", Heading(None)).currency
    currency = title.currency or (money if money in CALLED_YUAN else None)
    if currency not in (None, MONEY) and "item" in said:
        said["item"] = said["item"]._replace(currency=currency)
    return said


def _counted_in(said: Heading, unit: str) -> Heading:
    """What a heading says, with the unit of its table; 万只 counts by the ten thousand, as 口罩（万只） does."""
    one = unit_of_many(unit)
    factor = said.factor if one is None else said.factor * (10**4 if unit[0] == "万" else 10**3)
    return said._replace(unit=one or unit, factor=factor, of_table=True)


def with_title(column: Column, title: Title) -> Heading:
    """What the heading says, with the unit of money that the title states where the heading states none."""
    said = column.said
    if title.kept_in and column.field in ("money", "spent") and said.currency in (None, MONEY):
        is_bare = said.currency is None and said.factor == 1
        return said._replace(currency=title.kept_in, factor=title.factor if is_bare else said.factor)
    if (
        (column.cash or column.field in ("money", "spent", "value", "money_or_goods"))
        and said.currency is None
        and said.factor == 1
    ):
        return said._replace(factor=title.factor, currency=title.currency)
    return said


_COUNTS = pattern_of(rf"quantity|{GOODS}:[0-9]+")


class Measures:
    """Columns that say one amount in other measures than the column of quantities: 数量（只） beside 数量（箱）."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._said = {key_of(column): column.said for column in columns if column.field == MEASURE}
        first = next((column for column in columns if column.field == "quantity"), None)
        self._alike = {  # not 箱数 beside 数量: there the price is that of 数量
            key_of(column)
            for column in columns
            if column.field == MEASURE and first and ("数量" in column.said_as) == ("数量" in first.said_as)
        }

    def __bool__(self) -> bool:
        return bool(self._said)

    def settle(self, row: dict[str, str]) -> None:
        """The first amount that is there counts; the others are `measured`, for the note. `priced` are those that a price
        beside them may be of, where it isn't surely that of the column of quantities.
        """
        said = [key for key in self._said if row.get(key, "") and not is_zero(row[key])]
        priced = self._alike.intersection(said)
        if said and (not row.get("quantity") or is_zero(row["quantity"])):
            row["quantity"] = _with_unit(row[said[0]], self._said[said[0]])
            priced.add(said.pop(0))
        row["measured"] = "，".join(_with_unit(row[key], self._said[key]) for key in said)
        row["priced"] = "，".join(sorted(priced))


def _with_unit(text: str, heading: Heading) -> str:
    number = one.plain_number(text)
    return text if number is None else f"{decimal_text(number * heading.factor)}{heading.unit or ''}"


def is_zero(text: str) -> bool:
    """Whether a cell is the number 0."""
    return one.number_of_yuan(text) == 0


def is_filled(text: str) -> bool:
    """Whether a cell says something, and no 0."""
    return bool(text) and not is_zero(text)


def without_zeros(row: dict[str, str], columns: Sequence[Column]) -> None:
    """A 0 in the place of goods, or of how many of goods that nobody names, says of a row with another amount that it gave none."""
    for field, other in (("item", "quantity"), ("quantity", "item")):
        if foreign_values.says_none(row.get(field, "")) and not row.get(other) and gives(row, columns):
            row[field] = ""


def gives(row: Mapping[str, str], columns: Sequence[Column]) -> bool:
    """Whether an amount above zero stands in a column of amounts of a row."""
    said = [row.get(key_of(column), "") for column in columns if column.field in (*AMOUNTS, ABROAD)]
    return any(text and not foreign_values.says_none(text) for text in said)


def only_zeros(slips: Sequence[Slip], row: Mapping[str, str], columns: Sequence[Column]) -> bool:
    """Whether all that is wrong with a row is that it says zero, and nothing else of it is an amount."""
    wrong = [slip for slip in slips if not (slip.expected == one.OF_PROGRAMS and slip.got in ZEROS)]  # nobody gave it
    are_zero = all(slip.expected == one.ABOVE_ZERO and foreign_values.says_none(slip.got) for slip in wrong)
    return bool(wrong) and are_zero and not gives(row, columns)


def matched_alone(row: Mapping[str, str], columns: Sequence[Column]) -> list[Slip]:
    """What is wrong with a row of no gift but what matched one, Match Amount: whoever matched it gave that."""
    matched = [column for column in columns if column.field == REMARK and _MATCHED.fullmatch(column.said_as)]
    said = [(column.heading, row.get(key_of(column), "")) for column in matched]
    return [Slip(heading, MATCH_ALONE, text[:60]) for heading, text in said if is_amount(text) and not is_zero(text)]


def of_zero(number: int, slips: Sequence[Slip]) -> Record:
    """The record of a row whose only amount is zero: none, but for what is wrong with it."""
    return Record(number, ignored=None if slips else ZERO, slips=tuple(slips))


def said_twice(columns: Sequence[Column], texts: Mapping[int, str]) -> list[Slip]:
    """What is wrong where columns that only repeat others say something else, or that some of the goods went back."""
    slips = [Slip(each.heading or None, one.SAID_TWICE, texts[each.index][:60]) for each in repeated(columns, texts)]
    told = ((each.heading, texts.get(each.index, "")) for each in columns if each.says_back)
    return slips + [Slip(heading, HOW_MANY_STAYED, text[:60]) for heading, text in told if _tells(text)]


def _tells(text: str) -> bool:
    return bool(text) and text not in NO and not is_nothing(text) and not is_zero(text)


def remarks(
    row: Mapping[str, str], said_of_goods: str | None, said: Mapping[str, Heading], columns: Sequence[Column]
) -> list[str]:
    """What the note of a row is put together from; some are blank."""
    parts = [row.get("note", ""), said_of_goods or "", row.get("measured", ""), row.get("stayed", "")]
    parts += foreign_values.remarks(row, said, columns)
    if is_nameless(donor := row.get("donor", "")) and donor.strip("*") and donor.strip("#") and not is_nothing(donor):
        parts.append(donor)
    parts += [row["recipient"]] if sharers(row.get("recipient", "")) else []  # who got how much
    told = ((column.heading, row.get(key_of(column), "")) for column in columns if column.field == REMARK)
    parts += [under(heading, text) for heading, text in told if text and text not in NO and not is_zero(text)]
    parts.append(row.get("besides", ""))
    parts += [words[1]] if (words := wished(row.get("money", ""))) else []
    way = row.get("direction", "")
    parts += [way] if goes_out(way) and not is_direction(way) else []  # 办公支出 says what for
    return [*parts, region_of(row)]
