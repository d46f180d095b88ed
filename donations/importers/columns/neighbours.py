"""The columns of one record while it is settled what each is, with what stands below their headings."""

from collections.abc import Iterator, Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Around, Column, Columns
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, number_of_yuan, shown, shown_at
from donations.importers.words.foot import is_amount, is_note, is_of_words, sums_up, total_of
from donations.importers.words.heading_words import normal, understood

_NUMBERS = pattern_of(
    r".*(?:[号码龄编证栋楼室层桌页册届排座组]|(?<![款金钱元额])数|单元|时长|积分|学分|分数|身高|体重|属相|门牌|人口|单据|凭证|面积)(?:[(].*)?"
)
"""Headings of numbers that are no amounts: 房号, 积分."""
BUYING = pattern_of(r"(?:购买|购置|购入)(?![人者方])|采购|报销")
"""But 购买人 bought from who keeps the list."""


class Senses(Columns):
    """The columns of one record while it is settled what each is."""

    def __init__(self, columns: list[Column], around: Around) -> None:
        self.columns, self.way = columns, around.way
        self.below = list(_of_this_table(columns, around.below))
        self.given, self.buys, self.both = around.given, around.buys, around.both
        self.of_money, self.of_aid, self.factor = around.of_money, around.of_aid, around.factor
        self.headed = around.headed

    def become(self, sense: str, field: str) -> None:
        """Every column of that sense is the field."""
        for column in self.columns:
            if column.field == sense:
                column.field = field

    def first(self, sense: str, field: str, others: str = PASSED) -> None:
        """The first column of that sense is the field, the others are not."""
        for column in self.columns:
            if column.field == sense:
                column.field, field = field, others

    def are_bought(self) -> bool:
        """Whether the title, or a heading, says that what stands there was bought."""
        return self.buys or any(BUYING.search(column.in_words) for column in self.columns)

    def stands_alone(self, column: Column) -> bool:
        """Whether some row has an amount in that column and no goods: then it is a gift by itself."""
        if self.has("price"):
            return False
        goods = [other.index for other in self.columns if other.field in ("item", "quantity")]
        for row in self.below:
            text = shown_at(row, column.index)
            has_amount = is_amount(text) and not is_of_words(text)
            if has_amount and not any(shown_at(row, index) for index in goods) and not sums_up(row):
                return True
        return False

    def cells(self, column: Column) -> list[str]:
        """What stands in the column, tidied, as far as was looked ahead; not its heading, where that comes again."""
        heading = normal(column.heading)
        over = normal(column.whole).removesuffix(heading)  # the heading above it
        return [
            text for text in column.texts(self.below) if (text[:1].isdigit() or normal(text) not in (heading, over))
        ]

    def entries(self, column: Column) -> list[str]:
        """As `cells`, without words for a total, 合计."""
        return [cell for cell in self.cells(column) if total_of(cell) is None]

    def records(self) -> list[Sequence[str]]:
        """The rows below the headings, as far as was looked ahead, without those that are totals."""
        return [row for row in self.below if not sums_up(row)]

    def has_unread_amounts(self, beside: Sequence[Column]) -> bool:
        """Whether amounts stand below a heading that nobody understands, which may be one more way that money came: they stand
        in some rows and not in others, as those `beside` it do, and the heading speaks of no numbers of another sort.
        """
        for column in self.columns:
            is_unread = column.field == "" and column.heading and column.said.sense is None and not column.by_user
            if not is_unread or _NUMBERS.fullmatch(normal(column.heading)):
                continue
            cells = self.cells(column)
            if not cells or any(number_of_yuan(cell) is None for cell in cells):
                continue
            rows = self.records()
            filled = [[bool(shown_at(row, each.index)) for each in (column, *beside)] for row in rows]
            if any(own != any(others) for own, *others in filled):
                return True
        return False


def _of_this_table(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows that may be records: not words below them (制表：王会计, in whatever column), nor what stands below the
    headings of another table.
    """
    headings = {column.index: normal(column.heading) for column in columns if column.heading}
    for row in rows:
        said = {index: text for index, cell in enumerate(row) if (text := shown(cell))}
        if len(said) > 1 and all(understood(text).sense for text in said.values()):
            if 3 * sum(1 for index, text in said.items() if headings.get(index) == normal(text)) >= 2 * len(said):
                continue  # the same headings again
            return
        words = list(said.values())
        is_alone = len(words) == 1 and (looks_like_a_date(words[0]) or not any(map(str.isdigit, words[0])))
        if words and not is_alone and not is_note(words):
            yield row
