"""Who keeps an account or a list: what stands between two accounts of theirs was neither given nor spent, and what they received came in."""

import re
from collections.abc import Collection, Iterable, Mapping

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

_OURSELVES = pattern_of(
    r"(?:本|我|我们)(?:会|协会|校友会|联合会|基金会|慈善会|志愿者协会|志愿服务队|志愿队|团队|组织|机构|社团)|我们|(?:我|本)们?自己"
    r"|ourselves|our(?:own)?(?:association|organi[sz]ation|foundation|charity|society|group|team|club)|this(?:association|organi[sz]ation|foundation|charity)",
    re.IGNORECASE,
)
"""How those who keep a list of gifts call themselves in it; 本院, 我校 and 本单位 may be who wrote to them, US a country."""


def is_keeper(name: str, keepers: Collection[str]) -> bool:
    """Whether a name is one of these (as `normal` has them), or what those who keep the list call themselves: 本会, our foundation."""
    plain = normal(name)
    return plain in keepers or _OURSELVES.fullmatch(plain) is not None


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
