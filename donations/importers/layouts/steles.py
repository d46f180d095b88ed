"""Names and amounts in turn without any headings, as on a stele or a board of donors: 李华 500 王芳 300 赵一 200."""

from collections.abc import Callable, Mapping, Sequence

from donations.importers.columns.columns import UNCLEAR, Around, Group, Layout
from donations.importers.columns.title import Title
from donations.importers.layouts.layout import columns_of, laid_out
from donations.importers.words.cells import plain_number, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.money_cells import says_yuan
from donations.importers.words.names_alone import is_sort_of_parties

_FEWEST = 2
"""So many records stand beside each other at least."""
_BOARD = ("捐款", "善款", "募捐", "功德", "乐捐", "随喜", "芳名", "捐资", "捐赠榜", "爱心榜")
"""What a title calls a list of those who gave money."""
_ACCOUNT = ("收支", "使用", "结余", "结算", "用途", "认捐")
_FIELDS = (("donor", "money"), ("serial", "donor", "money"))
Rows = Sequence[Sequence[str]]


def stele(
    data: Rows, width: int, title: Title, said: Mapping[str, str], is_label: Callable[[str], bool]
) -> Layout | None:
    """The layout of rows that hold nothing but names and amounts in turn, perhaps with a number before each; None of others, and
    where the title doesn't say that money was given.
    """
    is_board = any(word in title.text for word in _BOARD) and not any(word in title.text for word in _ACCOUNT)
    if title.way == "out" or title.buys or not is_board:
        return None
    rows = [cells for cells in data if not any(total_of(shown_at(cells, index)) for index in range(width))]
    for fields in _FIELDS:
        many, rest = divmod(width, len(fields))
        records = [[_texts(cells, at * len(fields), len(fields)) for at in range(many)] for cells in rows]
        told = [record for row in records for record in row if any(record)]
        if rest or many < _FEWEST or not told or not all(_is_record(record, is_label) for record in told):
            continue
        if len(fields) > len(_FIELDS[0]) and not _are_counted(records):
            continue
        return _laid_out(width, fields, title, data, said)
    return None


def _texts(cells: Sequence[str], begin: int, many: int) -> list[str]:
    return [shown_at(cells, index) for index in range(begin, begin + many)]


def _is_record(record: Sequence[str], is_label: Callable[[str], bool]) -> bool:
    """Whether a name stands before an amount, and no word that is nobody's: 1月, 支出."""
    name, amount = record[-2:]
    is_amount = plain_number(amount) is not None or says_yuan(amount)
    is_name = name != "" and plain_number(name) is None and not says_yuan(name) and not is_label(name)
    return is_amount and is_name and not is_sort_of_parties(name)


def _are_counted(records: Sequence[Sequence[Sequence[str]]]) -> bool:
    """Whether the first cells of the records are their numbers, along the rows or down the columns."""
    ways = (
        [record for row in records for record in row],
        [record for each in zip(*records, strict=True) for record in each],
    )
    for way in ways:
        numbers = [record[0] for record in way if any(record)]
        if numbers == [f"{number}" for number in range(1, len(numbers) + 1)]:
            return True
    return False


def _laid_out(width: int, fields: Sequence[str], title: Title, data: Rows, said: Mapping[str, str]) -> Layout | None:
    columns = columns_of([""] * width, None, said)
    if any(column.field for column in columns):
        return None  # --map says what they are
    for column in columns:
        column.field = fields[column.index % len(fields)]
    groups = [Group(UNCLEAR, columns[at : at + len(fields)]) for at in range(0, width, len(fields))]
    return laid_out(columns, groups, Around(data, title.way, buys=title.buys), 0)
