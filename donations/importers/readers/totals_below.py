"""Totals that are said in a line below a table: 合计：500元."""

from collections.abc import Iterable, Iterator

from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown
from donations.importers.words.foot import GRAND, total_of
from donations.importers.words.stated_words import stated_in

_NEAREST = 3
"""So many lines below a table may speak of it; what stands further off is of something else."""
_LONGEST = 60
_BEGINS = pattern_of(
    r"(?:以上)?(?:合计|总计|共计|总额|共收到|共捐[款赠])(?:捐[款赠]|善款|收入|收到|募集|总?金额|人民币|[0-9]{1,6}\s?[人名位户家笔]次?|[款共:：,，、]|\s){0,8}[¥￥]?\s?[0-9]"
)
"""And how much straight behind it: 总计：微信100元 is a part, 总计目标：5000元 none."""
_OF_ELSE = pattern_of(r"支出|使用|用于|用去|花费|拨付|目标|还差|尚缺|历史|历年|往年|截[至止]")
"""What says that the sum is of more than the table, or of what became of it."""


def totals_below(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """The first lines below a table that are a total of all of it, as rows of the table."""
    said = [(number, text) for number, line in lines if (text := shown(line))]
    yield from ((number, [text]) for number, text in said[:_NEAREST] if _is_total(text))


def _is_total(text: str) -> bool:
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or _OF_ELSE.search(text.partition("，")[0]):
        return False
    if total_of(text) == GRAND:
        return True
    return _BEGINS.match(text) is not None and [running for _, running in stated_in(text)] == [False]
