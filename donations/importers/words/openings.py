"""Words of what was there before an account or a list begins: 上月结余, 期初余额, 上届移交, balance brought forward."""

import re

from donations.importers.patterns import pattern_of

_TIME = r"(?:截[至止])?(?:[上前去往][年月季期次届]度?末?|[期年月季]初)"
_WHAT = r"(?:账面|实际|现金|银行|微信|支付宝|账户|资金|善款|捐款|累计){0,3}"
_LEFT = r"(?:结[余存转]|[滚剩节]余|滚存|余[额款]|转[入来])(?:转入|结转|结余|余额|金额|资金|款项?|数)?"
LEFT_BEFORE = rf"{_TIME}{_WHAT}{_LEFT}"
_THERE = "原有(?:资金|款项?|存款|现金|余[额款]|结余)"
_HANDED_OVER = r"(?:[上前][届任期]|原任)[\u3400-\u9fff]{0,6}移交(?:来)?(?:余[额款]|结余|资金|款项?)?"
_CHINESE = rf"{LEFT_BEFORE}|[期年月]初数?|承[上前]结余|承前页|{_THERE}|{_HANDED_OVER}"
_ENGLISH = (
    r"(?:opening|beginning|starting|previous)(?:cash|bank|funds)?(?:balance|cash|funds)(?:(?:asof|on|at).{0,20})?"
    r"|balance(?:brought)?(?:forward|down)|balanceb/?[fd]|b/?[fd](?:balance)?|(?:cash|bank)?(?:balance)?brought(?:forward|down)"
)
OPENING = f"{_CHINESE}|{_ENGLISH}"
"""In comparable form."""
_ALONE = pattern_of(f"(?:{OPENING})[:：]?", re.IGNORECASE)
_LONGEST = 40


def is_opening(plain: str) -> bool:
    """Whether a cell (normal) says that what stands beside it was there before, and nothing more."""
    return len(plain) <= _LONGEST and _ALONE.fullmatch(plain) is not None
