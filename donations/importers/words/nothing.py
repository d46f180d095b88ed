"""What programs write where nothing was said, null or NaN: nobody's name, and no remark."""

import re
from collections.abc import Iterable

from donations.importers.patterns import pattern_of
from donations.importers.words.amount_marks import sign_in_front

_WORDS = frozenset(("null", "NULL", "None", "none", "nan", "NaN", "N/A", "n/a", "NA", "nil", "undefined", "(null)", "<NA>", "\\N"))  # fmt: skip
_WITHHELD = pattern_of(
    r"(?:(?:not (?:shared|provided|disclosed)(?: by (?:the )?donor)?|withheld|\(hidden\)) ?){1,2}|anon(?:ymous)?(?: anon(?:ymous)?){1,2}",
    re.IGNORECASE,
)
"""What platforms write for the first and the last name of who doesn't give them."""
_LONGEST = 60
_BLANK = frozenset(("note", "number", "purpose", "city", "county", "store", "specification", "via", "payer", "supplier", "beneficiary", "batch", "expires_on", "produced_on"))  # fmt: skip
"""Fields that mean nothing else where they are blank, and never what stands above."""
_OF_WORDS = _BLANK | {
    "item",
    "name",
    "donor",
    "recipient",
    "party",
    "unit",
    "type",
    "status",
    "serial",
    "summary",
    "remark",
}
"""Fields in which 2.00+ is no amount that came, but a part of what they say."""

_FILLED_IN = pattern_of(r"其[他它][^〖〗┋]{0,12}〖([^〖〗]{1,60})〗")
UNANSWERED = frozenset(("(空)", "（空）", "(跳过)", "（跳过）"))
"""What programs for forms write where a question was not answered, or not asked."""
ZEROS = frozenset(("0", "0.0", "0.00"))
"""What a spreadsheet shows of a formula, =B3, that points at an empty cell: nobody's name, and no words."""
_NOBODY_BETWEEN = frozenset(("direct", "directly", "inperson", "直接", "直接捐赠", "直接捐款", "直捐", "直接交付", "直接送达", "本人", "自己", "本单位"))  # fmt: skip
"""What stands where who arranged a gift belongs, of one that nobody did."""


_NEVER = pattern_of(r"(?:0000|0001|1900|1970)[-/.]0?[01][-/.]0?[01](?:[ T].*)?")


def is_never(day: str) -> bool:
    """Whether a day is one that databases write where nothing happened: 0000-00-00 00:00:00."""
    return _NEVER.fullmatch(day) is not None


_OPEN = pattern_of(
    r"[（(【\[]?(?:暂无|暂缺|虚位以待|虚席以待|[您你]的(?:名字|昵称|大名)|期待[您你]的[^0-9]{1,8}|your name(?: here)?)[)）】\]]?[!！。….]{0,3}",
    re.IGNORECASE,
)
_NOTHING_YET = frozenset(("", "-", "--", "—", "——", "/", "无", "空", "待定"))


def is_kept_open(name: str, others: Iterable[str]) -> bool:
    """Whether a row keeps a place for who gives next: 虚位以待 or 暂无 where the name belongs, and nothing in its amounts and day."""
    return _OPEN.fullmatch(name) is not None and all(
        text in _NOTHING_YET or _OPEN.fullmatch(text) is not None for text in others
    )


def is_nothing(text: str) -> bool:
    """Whether a cell is a word by which a program says that there is nothing."""
    is_withheld = text[:1] in "nNwWhH(aA" and len(text) <= _LONGEST and _WITHHELD.fullmatch(text) is not None
    return text in _WORDS or is_withheld


def meant(field: str, text: str) -> str:
    """What a cell says of its field: "" where a program wrote that there is nothing, as banks do by a line of dashes, or where
    it says that nobody stood between giver and receiver; an amount with its sign before it; the text as it is in fields of words.
    """
    if field not in _OF_WORDS:
        return sign_in_front(text)
    if field == "via" and text.casefold().replace(" ", "") in _NOBODY_BETWEEN:
        return ""
    is_none = text in _WORDS or not text.strip("-—－") or (text in ZEROS and field != "number")
    return "" if field in _BLANK and is_none else text


def as_chosen(text: str) -> str:
    """The options that somebody chose in a form, 口罩┋手套, with 、 between, and what was filled in at the last, 其他〖30元〗, in its place."""
    return _FILLED_IN.sub(r"\1", text).replace("┋", "、")
