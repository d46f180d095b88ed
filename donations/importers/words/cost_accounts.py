"""What accounts are called of what was spent, 业务活动成本 and 管理费用, below 会计科目."""

from donations.importers.patterns import pattern_of

COST = pattern_of(
    r"(?:业务活动成本|管理费用|筹资费用|其[他它]费用|捐赠支出|业务支出|行政支出|其[他它]支出)(?:[-—–_/\\:：·.]{1,2}.{1,30})?"
)
"""With what they are parted into; as the use of a gift, 管理费用 may be what it was given for."""
_OF_ACCOUNTS = pattern_of(r"(?:会计|财务|核算|记账|总账|一级)?科目(?:名称)?")
_LEDGER = pattern_of(r"(?:(?:general)?ledger|gl|nominal|book)?_?account(?:name)?|(?:general)?ledger")
_HELD = pattern_of(
    r"(?:其[他它])?(?:应[收付](?:账款|帐款|款项?|票据)?|预[收付](?:账款|帐款|款项?)|暂[收付]款项?|往来款项?)|固定资产|(?:长期|短期)?(?:借款|投资)|(?:存入)?保证金|押金"
    r"|accounts (?:payable|receivable)|(?:fixed|current) assets?|(?:current )?liabilit(?:y|ies)|(?:member |bank )?loans?(?: payable)?|deposits? (?:held|payable)|(?:security|refundable) deposits?"
)
"""What is owed or owned, by the names of accounts."""
_CODE = pattern_of(r"[0-9][0-9.-]*\s*[-—–_:：·.]?\s*")
_BREAK = pattern_of(r"[-—–_/\\:：>＞·(（]")


def is_held(account: str) -> bool:
    """Whether an account is of what is owed or owned, 其他应付款 or 2241 其他应付款-押金, so that nothing booked to it was given."""
    name = account[coded.end() :] if (coded := _CODE.match(account)) else account
    return any(_HELD.fullmatch(part.strip().casefold()) for part in _BREAK.split(name)[:1])


def is_of_ledger(heading: str) -> bool:
    """Whether a heading may be that of such accounts in a language in which accounts are other things, too: Account."""
    return is_of_accounts(heading) or _LEDGER.fullmatch(heading) is not None


def is_of_accounts(heading: str) -> bool:
    """Whether a heading (normal) is that of the account which each row is booked to."""
    return _OF_ACCOUNTS.fullmatch(heading) is not None
