"""Cash that was taken from a bank account is still the association's, until somebody spends it. All is invented."""

import pytest
from harness.tables import told

from donations.importers.words.accounts import NEUTRAL

HEAD = "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n2020-02-01,CNY,3000.00,3000.00,转账汇款,李华,捐款\n"


def _row(kind: str, name: str, words: str) -> str:
    return told(f"{HEAD}2020-02-02,CNY,-1000.00,2000.00,{kind},{name},{words}\n").splitlines()[2]


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("银联ATM取款", "银联 ATM 取款，中国银行"), ("ATM取款", ""), ("现金取款", ""), ("柜台取现", ""), ("现金支取", "某某支行"), ("取款", "自助设备"),
        ("提取现金", "备用金"), ("提备用金", ""), ("ATM withdrawal", ""), ("MOBILE WITHDRAWAL        (22MAR25)", ""), ("ATM WITHDRAWAL           CENTRAL BRANCH", ""),
    ],
)  # fmt: skip
def test_cash_taken_from_the_account_is_not_spent(kind: str, words: str) -> None:
    """It was booked as spent, and again with the receipts of what was bought with it."""
    assert _row(kind, "", words) == f"3 - {NEUTRAL}"


@pytest.mark.parametrize(
    ("kind", "name", "words"),
    [
        ("现金取款", "", "买口罩"), ("取现", "王芳", ""), ("现金支取", "", "慰问困难群众"), ("取款手续费", "", ""), ("消费", "", "取款机贴膜"),
        ("Cash withdrawal for masks", "", ""), ("现金取款", "", "助学金"), ("POS消费", "", "中国银行"),
    ],
)  # fmt: skip
def test_what_it_was_paid_for_or_to_is_spent(kind: str, name: str, words: str) -> None:
    assert _row(kind, name, words).startswith("3 expense 2020-02-02")
