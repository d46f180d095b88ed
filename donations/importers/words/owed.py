"""Words of payments that tell what was given from what was owed, or paid at a sale: 捐款, 赞助场地费, but 会费, 货款, 义卖."""

import re

from donations.importers.patterns import pattern_of

GIFT = pattern_of(r"捐|善款|爱心|donat|gift", re.IGNORECASE)
OWED = r"会员?费|报名费|班费|团费|(?<!特殊)党费|租金|押金|保证金|借[款入]|还[款钱]|报销"
"""What is owed, and nobody's gift, where nothing speaks of giving."""
_PRICES = r"(?:服务|培训|咨询|场地|水电|参赛|参会|会务|注册)费|货款|尾款|订金(?!额)|往来款|备用金|房租"
PAID_FOR = pattern_of(rf"(?!服务费\s?[¥￥][0-9])(?:{_PRICES})")
"""The same of what is sold, let or lent, which a gift may be for too: 赞助场地费, or 场地费 beside 捐款人; 服务费¥0.02 is what a
program kept of a payment.
"""
GIVEN_FOR = pattern_of(r"赞助|资助|捐|支持|助[学困贫]|帮扶|慰问|随喜|功德|供养|认领|乐助")
_COST = pattern_of(r"(?:购买?|采购|支付|缴纳|发放|慰问|租赁?|印刷|报销).{1,20}|.{1,8}费用?")
_PART = pattern_of(r"[\s;,，；、:：/|+()（）\[\]【】—-]+")
_OWES = pattern_of(
    rf"(?!.*[出免不])[0-9\u3400-\u9fff]{{0,8}}(?:{OWED}|(?!服务费){_PRICES})(?:退[还回]|[返归]还)?(?:[0-9.]+元?)?"
)
_BROUGHT_BACK = pattern_of(r"(?:退[还回]|[返归]还).{2,}|[^不无勿免别可能如若谢]{2,12}(?:退[还回]|[返归]还)[。.]?")
"""What came back from whoever had got it: 退回上月多发助学金, 材料费退还; but 不用退还, and 退回 alone."""
_SOLD = pattern_of(
    r"义[卖拍购]|助农(?:采购|购买|团购)|消费(?:帮扶|扶贫|助农)|以购代捐|门票|(?<![支汇本发股彩邮])票款(?!据)"
)
"""What was paid for at a sale: whoever paid got something for it, whatever the money is for."""
_GIVEN_OF_IT = pattern_of(r"(?<!以购代)捐|善款|所得|募|筹|赞助|资助|支持|随喜|donat|gift", re.IGNORECASE)
"""What a sale of somebody's brought, and was given; or what was given for one."""


def is_owed(words: str) -> bool:
    """Whether the words of a payment, in simplified characters, say for what it was paid, or that it was at a sale, and none
    that it was given.

    People write what they like there: 押金不用退回 is given, and so is 服务费由我出.
    """
    if is_sold(words):
        return True
    if GIFT.search(words):
        return False
    parts = _PART.split(words)
    if any(map(_BROUGHT_BACK.fullmatch, parts)):
        return True
    return not GIVEN_FOR.search(words) and any(map(_OWES.fullmatch, parts))


def is_sold(words: str) -> bool:
    """Whether they say that it was paid at a sale, 爱心义卖 or 助农采购, and not that what a sale brought was given."""
    return _SOLD.search(words) is not None and _GIVEN_OF_IT.search(words) is None


def is_cost(words: str) -> bool:
    """Whether the words say what money is paid for, and never given for."""
    return _COST.fullmatch(words) is not None
