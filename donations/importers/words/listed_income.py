"""What else stands in lists of income that have no column for who gave, and say of each amount in words what it is: 利息, 会费, 张三退款."""

import re
from collections.abc import Mapping

from donations.importers.patterns import pattern_of
from donations.importers.words import accounts
from donations.importers.words.dues import is_no_gift
from donations.importers.words.owed import GIFT

_CAME_BACK = pattern_of(
    r"(?!.*[不无谢勿未免别请为用补可捐如若要已])[\u3400-\u9fff]{0,10}(?:退[款货票税]|冲正|赔付|理赔|赎回|提现|(?:财政|政府|上级|国家)(?:补[助贴]|拨款))(?:款项?|资金|收入|入账|到账)?"
    r"|(?:[\w.&'’-]{1,20} ){0,3}(?:refunds?|cash ?back)(?: (?:from|of) .{1,30})?",
    re.IGNORECASE,
)
"""All that is said; 谢绝退款 and using my tax refund to help are words of those who gave."""
_OTHERS = ("donor", "recipient", "supplier", "quantity", "item")


def no_gift(row: Mapping[str, str]) -> str | None:
    """Why a row of an account, or of such a list, is neither a gift nor spending; None where it may be either."""
    if (why := accounts.no_gift(row)) is not None or "spent" in row:
        return why
    if not row.get("money") or any(field in row for field in _OTHERS):
        return None
    if accounts.no_gift({**row, "spent": ""}) == accounts.INTEREST:
        return accounts.INTEREST
    said = [part.strip() for part in row.get("note", "").split("，")]  # what it is for may be dues, or rent
    return accounts.OTHER_INCOME if any(map(_is_other, said)) else None


def _is_other(words: str) -> bool:
    """Whether words say of what sort money was that came, and that nobody gave it."""
    is_sort = accounts.is_sort_of_money(words) or is_no_gift(words.casefold()) or _CAME_BACK.fullmatch(words)
    return bool(is_sort) and not GIFT.search(words)
