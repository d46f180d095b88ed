"""Words of payments that tell what was given from what was owed: 捐款, 赞助场地费, but 会费, 货款."""

import re

from donations.importers.patterns import pattern_of

GIFT = pattern_of(r"捐|善款|爱心|donat|gift", re.IGNORECASE)
OWED = r"会员?费|报名费|租金|押金|保证金|借[款入]|还款|报销"
"""What is owed, and nobody's gift, where nothing speaks of giving."""
PAID_FOR = pattern_of(r"(?:服务|培训|咨询|场地|水电)费|货款|往来款|备用金|房租")
"""The same of what is sold, let or lent, which a gift may be for too: 赞助场地费, or 场地费 beside 捐款人."""
GIVEN_FOR = pattern_of(r"赞助|资助|捐|支持|助[学困贫]|帮扶|慰问|随喜|功德|供养|认领|乐助")
_PART = pattern_of(r"[\s;,，；、:：/|+()（）\[\]【】—-]+")
_OWES = pattern_of(
    rf"(?!.*[出免不])[0-9\u3400-\u9fff]{{0,8}}(?:{OWED}|(?:培训|咨询|场地|水电)费|货款|往来款|备用金|房租)(?:[0-9.]+元?)?"
)


def is_owed(words: str) -> bool:
    """Whether the words of a payment, in simplified characters, say for what it was paid, and none that it was given.

    People write what they like there: 押金不用退回 is given, and so is 服务费由我出.
    """
    if GIFT.search(words) or GIVEN_FOR.search(words):
        return False
    return any(map(_OWES.fullmatch, _PART.split(words)))
