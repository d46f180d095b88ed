"""The currency of an account, as words above its rows name it: 币种：美元."""

import re
from collections.abc import Sequence
from itertools import pairwise

from donations.domain.quantities.goods import fold
from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_measures import measure_named
from donations.importers.words.heading_words import normal

_LABEL = pattern_of(
    r"(?:账户|结算|交易)?(?:币种|币别|货币)(?:名称|代码|类型)?(?:\s*[\[(（][^\])）]{0,20}[\])）])?\s*[:：]?|(?:account )?currency[:：]?",
    re.IGNORECASE,
)
_MOST_SAID = 8
_KEPT_IN = pattern_of(
    r"(?:币种|币别|货币|currency)(?:名称|代码|类型)?(?:\s*[\[(][^\])]{0,20}[\])])?(?:\s*[::]\s*|\s+)([a-z]{3}(?![a-z])|[^\s,，;；。、()（）/-]{1,12})",
    re.IGNORECASE,
)
"""币种：美元, of an account above its rows; in two cells without a colon too."""


def kept_in_of(text: str) -> str | None:
    """The currency of an account that words above its rows name, the last of several; None where they name none."""
    found = [measure_named(normal(word)) for word in _KEPT_IN.findall(fold(simplified(text)))]
    return next((each[1] for each in reversed(found) if each and each[1]), None)


def says_money(texts: Sequence[str]) -> bool:
    """Whether a row names the currency of the account below it in two cells, 币种 beside 美元, which are no headings."""
    said = [text for text in texts if text]
    if len(said) > _MOST_SAID or not any(_LABEL.fullmatch(simplified(label)) for label in said):
        return False
    named = [
        label for label, money in pairwise(said) if kept_in_of(f"币种: {money}")
    ]  # 人民币 beside 美元 are headings
    return len(named) == 1 and _LABEL.fullmatch(simplified(named[0])) is not None
