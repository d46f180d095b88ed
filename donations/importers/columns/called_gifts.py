"""Columns of money by the last word of a heading that nobody knows: 压岁钱捐款, 一日捐."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, Column
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in, yuan_in
from donations.importers.patterns import pattern_of
from donations.importers.words.foot import sums_up
from donations.importers.words.heading_measures import BRACKETED

_GIVEN = pattern_of(r"[\u3400-\u9fff]{1,8}(?:捐款|善款|爱心款|捐资|义捐|乐捐|[日月周年]捐)(?:金额|数额|款)?")
_NO_GIFT = pattern_of(
    r"是否|[人户平]均|累计|去年|[上往历]年|以前|其中|最[高低]|[未应拟待退认募劝]|预[计捐]|计划|承诺|意向|目标|笔|人[数次]|[支付发拨]"
    r"|(?<![线网])上[月期次届周学]|同期|使用|[已动]用|花费|[结剩]余|剩|[现结库]存|[所还尚急]需|^需|需[要求]|[还尚]缺|^缺|缺口|获[得捐赠]|受[捐助赠]|接受|领(?!导)|[转汇划交送]出|转[给赠]|分[配得]|得到|享受|[补救]助|(?<!捐)资助|慰问"
)
"""What is no gift of the row, or no amount: 人均捐款, 累计捐款, 未捐款, 是否捐款; what became of gifts, who got them, or what is needed: 使用捐款, 领取善款, 所需捐款."""


def name_money(columns: Sequence[Column], below: Sequence[Sequence[str]]) -> None:
    """Columns without a field whose heading ends with a word for money that is given, and below which nothing but amounts stand,
    are of money; none where a column says already what was given.
    """
    if any(column.field in ("money", "amount", "total", "money_or_goods") for column in columns):
        return
    rows = [row for row in below if not sums_up(row)]
    for column in columns:
        if not column.field and is_called_gift(column):
            cells = column.texts(rows)
            if cells and all(yuan_in(cell, column) is not None for cell in cells):
                column.field = "money"


def is_called_gift(column: Column) -> bool:
    """Whether a heading, which nobody maps, ends with a word for money that is given."""
    plain = BRACKETED.sub("", column.said_as) if column.said.currency else column.said_as  # 捐款（元）
    return not column.by_user and _GIVEN.fullmatch(plain) is not None and _NO_GIFT.search(plain) is None


def are_beside(senses: Senses, sort: str) -> bool:
    """Whether such a column is passed over beside the one of the money that is read, 一日捐 beside 捐款, and says another amount:
    whether that came too, or is some of it, nobody knows; but 定向捐款 is some of it, and so are the parts of a total.
    """
    gifts = senses.of("money", "money_or_goods")
    if sort not in (MONEY_IN, GOODS_IN) or len(gifts) != 1 or gifts[0].by_user or gifts[0].said.sense == "total":
        return False
    for column in senses.columns:
        is_unread = column.field in ("", PASSED) and column.said.sense is None and not column.repeats
        if is_unread and is_called_gift(column) and "定向" not in column.said_as:
            cells = senses.cells(column)
            rows = amounts_in(senses, [gifts[0], column]) if all(yuan_in(cell, column) for cell in cells) else []
            if any(other not in (0, given) for given, other in rows):
                return True
    return False
