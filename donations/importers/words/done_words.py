"""What a remark says of a gift that came all the same, though only how much was to come stands there: 已付50, 已到货."""

import re

from donations.importers.patterns import pattern_of

_DONE = pattern_of(
    r"(?<![未待尚没不])已经?(?:[付收到交缴汇打送入](?!函|条|知|到?(?:通知|短信|信息|邮件|回[复执]))|发(?![函信送]?通知|函|邮件|短信|消息|信息)|转(?!告|达)|领|支付|兑现|落实|履行|完成|足额|全[部额]|部分)"
    r"|(?<![未待尚没不月内前日后再等才会可])(?<!未全部)(?<!没全部)(?<!未完全)(?:到[货账帐位](?![后前时])|到齐|[付结]清|[领发收付]完)|(?<![未待尚没不])(?:全部|完成)|(?<![未待尚没不要须需应])[付收交](?:了|款)?[约共]?[0-9]|\b(?<!not )(?<!not yet )(?:paid|received|sent|done)\b",
    re.IGNORECASE,
)


def says_done(note: str) -> bool:
    """Whether a remark says that it came, or was paid, all the same."""
    return _DONE.search(note) is not None
