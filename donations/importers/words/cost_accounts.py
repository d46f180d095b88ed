"""What accounts are called of what was spent, 业务活动成本 and 管理费用, below 会计科目."""

from donations.importers.patterns import pattern_of

COST = pattern_of(
    r"(?:业务活动成本|管理费用|筹资费用|其[他它]费用|捐赠支出|业务支出|行政支出|其[他它]支出)(?:[-—–_/\\:：·.]{1,2}.{1,30})?"
)
"""With what they are parted into; as the use of a gift, 管理费用 may be what it was given for."""
_OF_ACCOUNTS = pattern_of(r"(?:会计|财务|核算|记账|总账|一级)?科目(?:名称)?")
_HELD = pattern_of(
    r"(?:其[他它])?(?:应[收付](?:账款|帐款|款项?|票据)?|预[收付](?:账款|帐款|款项?)|暂[收付]款项?|往来款项?)|固定资产|(?:长期|短期)?(?:借款|投资)|accounts (?:payable|receivable)|(?:fixed|current) assets?|liabilit(?:y|ies)|loans?(?: payable)?"
)
"""What is owed or owned, by the names of accounts."""


def is_held(account: str) -> bool:
    """Whether an account is of what is owed or owned, 其他应付款 or 固定资产, so that nothing booked to it was given."""
    return _HELD.fullmatch(account.partition("-")[0].strip().casefold()) is not None


def is_of_accounts(heading: str) -> bool:
    """Whether a heading (normal) is that of the account which each row is booked to."""
    return _OF_ACCOUNTS.fullmatch(heading) is not None
