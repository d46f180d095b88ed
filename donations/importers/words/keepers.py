"""Who keeps an account: what stands between two accounts of theirs was neither given nor spent."""

import re
from collections.abc import Iterable, Mapping

from donations.domain.slip_words import may_be_person
from donations.importers.patterns import pattern_of
from donations.importers.words.accounts import speaks_of_gifts
from donations.importers.words.heading_words import normal

_ABOVE = pattern_of(
    r"(?<![对方手捐赠款助])(?:户\s?名|[账帐]\s?[户号]\s?名称?|(?:客户|单位|公司|企业|存款人)(?:名称|户名|姓名)|account ?(?:name|holder))\s?[:：]?\s?[\[【]?\s?([^\s:：,，;；\[\]【】]{2,60})",
    re.IGNORECASE,
)
"""户名：某协会, above the rows."""
_HEADING = pattern_of(
    r"(?:(?:本|我|己|查询)方|本单位)?(?:[账帐][户号]?|户)名称?|(?:本|我|己)方(?:名称|单位(?:名称)?)|(?:本|查询)[账帐][户号]名称?|account(?:name|holder)"
)


def keepers_in(text: str) -> frozenset[str]:
    """The names, in comparable form, that words above a table say the account is kept in."""
    return frozenset(normal(name) for name in _ABOVE.findall(text))


def says_keeper(heading: str) -> bool:
    """Whether a heading (normal) is that of who keeps the account, 账户名称 or 本方户名."""
    return _HEADING.fullmatch(heading) is not None


def is_among_own(row: Mapping[str, str], keepers: Iterable[str], sides: int) -> bool:
    """Whether who keeps the account stands on the other side of a row too; a person may give what their words call a gift.

    `sides`: how many names a row has, the other side's alone, or one's own too.
    """
    named = [name for field in ("donor", "supplier", "beside") if (name := row.get(field))]
    if len(named) < sides or any(normal(name) not in keepers for name in named):
        return False
    return not (may_be_person(named[0]) and speaks_of_gifts(row))
