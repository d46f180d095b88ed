"""What an account says of itself at its foot, in words of its own: 总收入笔数, 总收入金额 and the like, with figures beside or below them."""

from collections.abc import Sequence

from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.rows.rows import RowReader
from donations.importers.words.cells import shown, shown_at
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal

LIST_SUMS = N_("what the list sums up of itself")
_WORDS = pattern_of(
    r"(?:汇总|累计|合计|总计|小计|[总共合]|本[期页月年次]|借方|贷方|收入|支出|支取|存入|转[入出账]|交易|发生|期[初末]|余额|笔数|数量|金?额|数|[(（]元[)）]|元){2,8}(?:[:：]?(?P<figure>[¥￥]?-?[0-9][0-9,]{0,20}(?:\.[0-9]{1,2})?[笔元]?))?[:：]?"
)
_FIGURE = pattern_of(r"[¥￥]?-?[0-9][0-9,]{0,20}(?:\.[0-9]{1,2})?[笔元条]?")
_SUMS = pattern_of(r"笔数|汇总|[合总累]")
_FEWEST, _LONGEST = 2, 40


class OwnSums:
    """Knows such lines: a word for a sum in two cells or more, each with a figure of its own or none with any, or figures alone below
    such words. Other figures stand below the headings of the list, whose totals they are.
    """

    def __init__(self) -> None:
        self._headed = False
        """Whether words for sums stood in the row above, so that figures alone are those sums."""

    def are_said(self, cells: Sequence[str]) -> bool:
        """Whether a row is such a line."""
        words = figures = bare = 0
        is_open = False
        is_headed, self._headed, sums_up = self._headed, False, False
        for cell in cells:
            if not (text := shown(cell)):
                continue
            if _FIGURE.fullmatch(text):
                figures, bare, is_open = figures + 1, bare + (not is_open), False
            elif len(text) <= _LONGEST and (found := _WORDS.fullmatch(normal(text))) is not None:
                words, figures, is_open = words + 1, figures + (found["figure"] is not None), found["figure"] is None
                sums_up = sums_up or _SUMS.search(text) is not None
            else:
                return False
        said = words >= _FEWEST and sums_up and (not figures or (figures == words and not bare))
        self._headed = (said and not figures) or (is_headed and not words and figures > 0)
        return said or (is_headed and not words and figures > 0)


def sums_each(groups: Sequence[RowReader], cells: Sequence[str]) -> bool:
    """Whether a row says of each of several records side by side what those above add up to, 收入合计 1500 支出合计 300, each in its own
    columns, so that either is held against these.
    """
    return len(groups) > 1 and all(
        any(total_of(shown_at(cells, column.index)) for column in group.columns if column not in group.amounts)
        and any(_FIGURE.fullmatch(shown_at(cells, column.index)) for column in group.amounts)
        for group in groups
    )
