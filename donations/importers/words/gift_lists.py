"""Where in the lines of a text a list begins that says of one gift each who gave and how much."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from donations.importers.patterns import pattern_of
from donations.importers.words.foot import is_section
from donations.importers.words.gift_line_names import is_no_giver, is_sum_of
from donations.importers.words.gift_lines import gifts_of, is_of_others, is_title, may_be_gift, speaks_of_giving

ABOVE = 8
"""So many lines above the first gift say what it is a list of; those before them may be of anything."""
_FEWEST = 2
_LONGEST_HEADING = 12
_TIME = pattern_of(r"(?:[0-9]{4}\s?年?)?\s?(?:[0-9]{1,2}\s?月份?)?\s?(?:[0-9]{1,2}\s?[日号])?")


def begin_of(lines: Sequence[str], *, dated: bool = False) -> int | None:
    """The place of the first gift of such a list, blank lines counted, or of a line above it that may be one; None where there is none.
    `dated`: one of which each gift says its day, as sums by giver don't, and with nothing above that may be a gift.
    """
    begin = next((place for place, line in enumerate(lines) if gifts_of(line)), None)
    while begin is not None:
        end = _end(lines, begin)
        first = _may_begin(lines, begin)
        if not (dated and first < begin) and _is_list(lines, begin, end, dated):
            return first
        begin = next((place for place in range(end, len(lines)) if gifts_of(lines[place])), None)
    return None


def is_heading(line: str) -> bool:
    """Whether what follows is of something else, or may be: ## 支出, 支出情况：."""
    return line[:1] == "#" or line[-1:] in ":：" or is_title(line) or is_section(line)


def may_head(line: str) -> bool:
    """Whether a short line without an end of a sentence may say that what follows is of something else: 受助学生."""
    return len(line) <= _LONGEST_HEADING and line[-1].isalnum() and not _is_part(line)


def _is_part(line: str) -> bool:
    """Whether it says of which part of the list those below it are: ## 2020年2月, 个人：."""
    plain = line.strip("# :：")
    return _TIME.fullmatch(plain) is not None or is_sum_of(plain)


def _is_of_something(line: str) -> bool:
    """Whether a line below the title heads something else, ## 领取人, and says nothing of giving."""
    return is_heading(line) and not (is_title(line) or _is_part(line) or speaks_of_giving(line))


def _end(lines: Sequence[str], begin: int) -> int:
    """Where the first line behind such a list stands: one of something else below a blank one."""
    is_apart = False
    for place in range(begin, len(lines)):
        if not lines[place]:
            is_apart = True
        elif gifts_of(lines[place]):
            is_apart = False
        elif is_apart or is_heading(lines[place]):
            return place
    return len(lines)


def _is_list(lines: Sequence[str], begin: int, end: int, dated: bool) -> bool:
    """Whether the words above say that those who gave are listed, and nothing of expenses or prices, and no line names such a thing."""
    above = list(islice(filter(None, _upwards(lines, begin)), ABOVE))
    title = next((place for place, line in enumerate(above) if is_title(line)), None)
    if title is None or any(is_of_others(line) or _is_of_something(line) for line in above[:title]):
        return False
    gifts = [gift for line in lines[begin:end] for gift in gifts_of(line)]
    are_dated = all(gift.day for gift in gifts)
    return (are_dated or (len(gifts) >= _FEWEST and not dated)) and not any(is_no_giver(gift.name) for gift in gifts)


def _may_begin(lines: Sequence[str], begin: int) -> int:
    """The place of the uppermost line, between the title and the first gift, that may be a gift which nobody can take apart."""
    above = list(takewhile(lambda line: line and not is_title(line), _upwards(lines, begin)))
    return begin - max((far for far, line in enumerate(above, 1) if may_be_gift(line)), default=0)


def _upwards(lines: Sequence[str], begin: int) -> Iterator[str]:
    """The lines above, from the nearest."""
    return (lines[place] for place in range(begin - 1, -1, -1))
