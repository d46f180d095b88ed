"""The columns of one record while it is settled what each is, with what stands below their headings."""

from donations.importers.columns.columns import Around, Column
from donations.importers.words.cells import shown
from donations.importers.words.foot import is_amount, is_of_words, total_of
from donations.importers.words.heading_words import normal

PASSED = "-"


class Senses:
    """The columns of one record while it is settled what each is."""

    def __init__(self, columns: list[Column], around: Around) -> None:
        self.columns, self.below, self.way = columns, around.below, around.way
        self.given, self.buys = around.given, around.buys

    def has(self, *senses: str) -> bool:
        """Whether any column has one of these senses."""
        return any(column.field in senses for column in self.columns)

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

    def stands_alone(self, column: Column) -> bool:
        """Whether some row has an amount in that column and no goods: then it is a gift by itself."""
        if self.has("price"):
            return False
        goods = [other.index for other in self.columns if other.field in ("item", "quantity")]
        for row in self.below:
            filled = {index for index, cell in enumerate(row) if shown(cell)}
            text = shown(row[column.index]) if column.index in filled else ""
            has_amount = is_amount(text) and not is_of_words(text)
            if has_amount and not filled.intersection(goods) and not any(total_of(cell) for cell in row):
                return True
        return False

    def cells(self, column: Column) -> list[str]:
        """What stands in the column, tidied, as far as was looked ahead; not its heading, where that comes again."""
        texts = (shown(row[column.index]) for row in self.below if column.index < len(row))
        over = normal(column.whole).removesuffix(column.said_as)  # the heading above it
        return [text for text in texts if text and (text[:1].isdigit() or normal(text) not in (column.said_as, over))]
