"""Words by which an account says that a row takes back another: 冲正, 红字, 退汇."""

import re

_PUT_RIGHT = re.compile(
    r"冲正|冲[账帐销回转]|红[字冲]|抹[账帐]|[退返]汇|退票|错[账帐]|撤销(?:交易|转[账帐]|汇款|付款|支付|入[账帐])|(?:交易|转[账帐]|汇款|付款|支付|入[账帐])撤销|^撤销$|\breversal\b|\breversed\b",
    re.IGNORECASE,
)
"""What says by itself that the row is another's contrary."""
_AGAIN = re.compile(r"重[新汇付发打转]|[再补][次汇付发打转]|[未非无不]冲|冲正?标[志识][:：]?[否无0]|后[汇付]")
"""退汇重付 is a payment of its own."""


def puts_right(words: str) -> bool:
    """Whether words say that a row is the contrary of another."""
    return _PUT_RIGHT.search(words) is not None and not _AGAIN.search(words)
