"""Yes and no as cells say them, beneath a heading that asks: 是否到账, 是否匿名."""

from functools import cache

from donations.importers.patterns import pattern_of

YES = frozenset({"是", "y", "yes", "true", "1", "√", "✓", "✔", "✅", "☑"})
NO = frozenset({"否", "n", "no", "false", "0", "×", "✗", "✘", "✖", "❌"})
_WHETHER_IT_CAME = pattern_of(
    r"(?:是否)?(?:捐款|款项?|资金|善款|物资|货物)?(?:是否)?已?(?:到[账帐款货位]|入[账帐]|收[到款讫]?|实收|付[款清]?|支付|缴[款费]|交[款清])(?:与否|否|没有?|了?吗|情况)?\??"
    r"|(?:is|was|has|been|payment|donation|gift|funds?|money|cash|che(?:ck|que)|pledge)*(?:paid|received|collected|cleared|fulfilled)\??"
)
"""Headings (normal) that ask of each row whether what was given came, where the cells below are yes and no: 到账, 已收, Paid."""
_WHETHER_IT_STANDS = tuple(
    (pattern_of(heading), said)
    for heading, said in (
        (
            r"(?:is|was)?(?:void(?:ed)?|cancell?ed|deleted|invalid)\??|(?:是否)?已?(?:作废|取消|撤[销回]|无效|[冲红][冲红销])(?:标[志识记]|与否|否)?",
            ("", "void"),
        ),
        (r"(?:is)?valid\??|(?:是否)?(?:有效|生效|已生效)", ("invalid", "")),
        (r"(?:is)?(?:confirmed|approved|accepted)\??|是否已?(?:确认|核实)", ("not confirmed", "")),
        (r"(?:is)?active\??", ("not active", "")),
    )
)
"""Headings (normal) that ask whether a gift holds, with what no and yes below them mean in words of states."""


@cache
def stands(heading: str) -> tuple[str, str] | None:
    """What no and yes below a heading (normal) say of a gift that may be none: Void, 是否有效; None of other headings."""
    return next((said for asked, said in _WHETHER_IT_STANDS if asked.fullmatch(heading)), None)


def asks_whether_it_came(heading: str, cells: list[str], *, beside_amounts: bool = False) -> bool:
    """Whether a heading asks that, and the cells below it answer yes or no, all of them (normal); by 1 and 0, which may be
    amounts, only `beside_amounts` that are others.
    """
    answers = bool(cells) and all(cell in YES | NO for cell in cells)
    answers = answers and (beside_amounts or not any(map(str.isdigit, cells)))
    return answers and _WHETHER_IT_CAME.fullmatch(heading) is not None


def may_ask(heading: str) -> bool:
    """Whether a heading may ask that."""
    return _WHETHER_IT_CAME.fullmatch(heading) is not None
