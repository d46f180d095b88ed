"""Two rows of headings of a form: the questions, and below each what its answers are, Response, or the options that it offers."""

import re
from collections.abc import Sequence

from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import understood

_ANSWER = pattern_of(
    r"(?:open-?ended |numerical |date ?/? ?time )?response|开放式(?:回答|答复|回复|响应)|(?:自由)?回答|答复|回复|開放式(?:回答|回覆)",
    re.IGNORECASE,
)


def is_of_options(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the second row says below a question that an answer stands there, and nothing below what the program itself says."""
    told = [cell for cell in first if cell]
    answers = [index for index, cell in enumerate(second) if _ANSWER.fullmatch(cell)]
    below_question = all(index < len(first) and first[index] for index in answers)
    unasked = [index for index, cell in enumerate(first) if cell and not (index < len(second) and second[index])]
    return len(told) > 1 and bool(answers) and below_question and bool(unasked) and unasked[0] == 0


def asked(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """One heading a column: the question; of a block of questions each its own (Name, City)."""
    headings, question = list[str](), ""
    for index in range(max(len(first), len(second))):
        top, low = (row[index] if index < len(row) else "" for row in (first, second))
        question = top or question
        is_own = low and not _ANSWER.fullmatch(low) and understood(low).sense is not None
        headings.append(low if is_own else question if low or top else "")
    return headings
