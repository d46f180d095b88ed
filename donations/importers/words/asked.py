"""How forms number and put their questions, and say that one must be answered: 1、您的姓名（必填） is 姓名."""

from typing import TYPE_CHECKING

from donations.importers.patterns import pattern_of

if TYPE_CHECKING:
    import re

_NUMBERED = r"(?:q?[0-9]{1,2}[、.:)]|第[0-9]{1,2}题[、.:]?)"
_ASKED = pattern_of(
    rf"^(?:{_NUMBERED}\s*)?(?:请(?:您|你)?(?:填写|输入|选择|问|留下)?)?(?:(?:您|你|贵)(?:的|本次|此次|这次)?)?(?:真实)?(?=[\u3400-\u9fff]{{2}})"
)
_ASKED_IN_ENGLISH = pattern_of(
    rf"^(?:{_NUMBERED})?(?:please)?(?:enter|provide|state|fillin)?(?:what(?:is|'s|’s))?(?:your)(?=[a-z]{{3}})"
)
_GIVEN_IN_ENGLISH = pattern_of(
    r"^(?:(?P<money>howmuch(?:money)?|(?:the)?(?:amount|sum))|what|which(?:items?|goods)|items?|goods)(?:that)?"
    r"(?:areyou|youare|you['’]re|didyou|youhave|you)(?:donat|giv|contribut)(?:e|ing|ed)\??(?=[(\[]|$)"
)
"""What was given, and not what somebody would like to give: How much are you donating?"""
_KIND = r"(?:必填|选填|可选|可不填|非必填|自动|必答|选答|可多选|[单多]项?选择?题?|填空题?|下拉题?|简答题?|required|optional)"
_HINT = pattern_of(rf"[(\[【](?:{_KIND}|题)[)\]】]|(?<=[\u3400-\u9fff)])[*]$")
_OF_WHAT_WAS_GIVEN = pattern_of(r"(?<=捐[款赠献助出])的(?=[\u3400-\u9fff])")
_ENDS_ASKING = pattern_of(
    r"(?<=[\u3400-\u9fff)])(?:(?:分别|具体)?(?:是|为|有)?(?:多少[元钱]?|什么|哪些)[?]?|(?:是|为)?[?]|[:]|(?<!是)是)$"
)
_NUMBER_ALONE = pattern_of(rf"^{_NUMBERED}(?=[^a-z0-9])")
_OF_EACH = pattern_of(r"^(?:.{0,12}(?:捐|物资|物品).{0,8}(?:数量|多少)|数量)[:—_-]+(?=.)")
_FIRST_OF_EACH = pattern_of(r"^(?:.{0,12}(?:捐|物资|物品).{0,8}(?:数量|多少)|数量)[(](?=.*[(].*[)][)]$)")
"""What the first of several has before its brackets: 2、捐赠数量(口罩(只)), and then 2、(手套(双))."""
_LONGEST = 200
NUMBER_OF_QUESTION = pattern_of(r"^\s*[Qq]?[0-9]{1,2}[、.．:：)）]\s*(?=[\u3400-\u9fff])")
"""The number before a heading as people see it."""


def without_question(heading: str) -> str:
    """A heading (normal) without the number and the words by which a form asks for it."""
    if len(heading) > _LONGEST:
        return heading
    plain = _HINT.sub("", heading)
    if plain.isascii():
        plain = _GIVEN_IN_ENGLISH.sub(_as_heading, _ASKED_IN_ENGLISH.sub("", plain))
    else:
        plain = _ENDS_ASKING.sub("", _ASKED.sub("", plain))
        if plain != heading and _FIRST_OF_EACH.match(plain):
            return without_number_of_question(heading)
    return _OF_WHAT_WAS_GIVEN.sub("", plain) or heading


def _as_heading(asked: "re.Match[str]") -> str:
    return "donationamount" if asked["money"] else "what"


def without_number_of_question(heading: str) -> str:
    """A heading (normal) that names goods without the number of its question, and the brackets or the words before a dash that make
    it one of several: 2、(口罩(个)) and 2、捐赠物资数量—口罩(个) are 口罩(个).
    """
    if len(heading) > _LONGEST:
        return heading
    plain = _OF_EACH.sub("", _HINT.sub("", _NUMBER_ALONE.sub("", heading)))
    plain = _FIRST_OF_EACH.sub("(", plain) if plain != heading else plain
    if plain == heading or not (plain.startswith("(") and plain.endswith(")")):
        return plain or heading
    within = plain[1:-1]
    return within if within.count("(") == within.count(")") and within.find(")") >= within.find("(") else plain
