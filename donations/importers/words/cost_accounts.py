"""What accounts are called of what was spent, 业务活动成本 and 管理费用, below 会计科目."""

from donations.importers.patterns import pattern_of

COST = pattern_of(
    r"(?:业务活动成本|管理费用|筹资费用|其[他它]费用|捐赠支出|业务支出|行政支出|其[他它]支出)(?:[-—–_/\\:：·.]{1,2}.{1,30})?"
)
"""With what they are parted into; as the use of a gift, 管理费用 may be what it was given for."""
_OF_ACCOUNTS = pattern_of(r"(?:会计|财务|核算|记账|总账|一级)?科目(?:名称)?")


def is_of_accounts(heading: str) -> bool:
    """Whether a heading (normal) is that of the account which each row is booked to."""
    return _OF_ACCOUNTS.fullmatch(heading) is not None
