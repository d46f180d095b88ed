"""Names of the ways by which money comes: 微信, 银行转账, PayPal."""

from typing import Final

from donations.importers.patterns import pattern_of

WAYS: Final = pattern_of(
    r"(?:微信|支付宝|qq|银行|云闪付|爱发电|现金|对公|转账|线上|线下|wechat|alipay|paypal|venmo|zelle|upi|m-?pesa|gcash|paynow|fps|stripe|gofundme|patreon|ko-?fi|bank|cash|che(?:ck|que)|card|direct|online|web|afdian|other)"
    r"(?:红包|转账|支付|收款|捐款|赞赏|钱包|pay|transfer)?"
)
"""What is a way by which a gift came, 微信, and nobody's name where all cells of a column are such, or the one who gave it is named beside."""
