"""Headings that call what money was given for: 助学基金, 抗疫专项, 其中：助学; or that it was for nothing in particular."""

import re

from donations.domain.traditional import simplified
from donations.importers.patterns import pattern_of

KIND_OF_GIFT = r"(?:功德|香[油火]|灯油|油香|斋粮?|斋供|[人男女]?丁口?|人口|份子|乐捐|随喜)"
"""What villages and temples collect, each beside the others: 丁口款 of every head, 香油钱 of who comes."""
GIVEN_ALONE = rf"[乐题募]?捐[赠助献资款]?|乐助|[奉敬]献|供养|布施|[打赞]赏|赞助|缘金|香金|红包|[贺奠]仪|礼金|(?:随喜)?{KIND_OF_GIFT}"
"""Words for gifts, and what some of them are called."""
_FOR = (
    r"(?:[助奖]学|助教|奖教|助[老残医困农孤]|[敬养]老|扶[贫困弱]|济[困贫]|帮困|救[助灾急济]|赈灾|抗击疫情|抗[疫洪震旱]|(?:疫情)?防控|防[疫汛]|教育|医疗|卫生|体育|文化|环保|慰问|校庆|院庆|大病|重病|孤儿|疫情|水灾|地震|"
    r"[修铺][路桥]|建[寺庙塔殿桥校]|修[缮建]|重建|大殿|殿堂|塑像|佛像|金身|贴金|印经|放生|护生|供[灯斋佛养僧]|点灯|斋僧|法会|祈福|弘法|道场|祠堂|[修续]谱|祭祖|庙会)"
)
_PURPOSE = pattern_of(
    rf"(?:爱心|慈善|公益|专项|定向)?(?:(?:{_FOR}){{1,3}}+(?:建设|工程|专项|项目|活动|基金|资金|专款|经费|奖金|[金费款])?|[\u3400-\u9fffa-z]{{2,12}}(?:基金|专项|专款)|[a-z]{{3,30}}+(?<=.{{3}}fund))(?:捐款|捐赠|善款|捐)?"
    r"|(?:主日|感恩|建堂|购堂|修堂|差传|宣教|福音|慈惠|关怀|特别|节期|圣诞节?|复活节|神学院?|月定)奉献"
)
_OPEN = pattern_of(
    r"(?:一般|普通|日常|其[他它]|非定向|不定向|不指定|不限定?|无指定|非限定|功德|随喜|香油)(?:性)?(?:捐款|捐赠|善款|资金|用途|基金|项目|[款金钱])?|(?:[十什]一|一般|普通|日常|其[他它])奉献|(?:general|unrestricted|undesignated|other)(?:funds?|offering|giving|donations?)?"
)
"""What came without a purpose, in a column of its own beside those that have one."""
_BEHIND = pattern_of(r"(?<=.{2})(?:捐款|捐赠|善款|捐|奉献)$")
_IN_YUAN = pattern_of(r"[(\[]?(?:单位:?)?(?:人民币)?[百千万]?元[)\]]?$")
_PART = pattern_of(
    r"(?:其中|其内)(?:包[括含]|[有含为])?[:,、/]?(.+)|(?:(?:of|in)which(?:is|are|was|were)?|thereof)[:,/-]?(.+)|incl(?:\.|uding|udes)[:,/-]?((?:goods|gifts?-?in-?kind|in-?kind|non-?cash|supplies).*)"
)
_AMOUNT = pattern_of(r"(?<=.{2})(?:金额|数额|款项|部分)$")
_OF_PURPOSE = pattern_of(r"^定向(?=.{2})")
_FUNDS, _ENGLISH_FUNDS = (
    r"(?:性|用途)?(?:捐款|捐赠|善款|资金|款)?",
    r"(?:restricted|designated|earmarked)(?:funds?|gifts?|amount)?",
)
_UNNAMED = pattern_of(rf"(?:定向|限定|专项|指定){_FUNDS}|{_ENGLISH_FUNDS}")
"""What came for some purpose or other."""
_UNRESTRICTED = pattern_of(rf"[非不无未](?:定向|限定|指定){_FUNDS}|(?:un|non-?){_ENGLISH_FUNDS}")
_FOR_WHAT = pattern_of(r"(?:restrictedto|designatedto|designatedfor|earmarkedfor|restrictedfor|for)(.{3,})")
_SHOWN = pattern_of(r"(?:for|to)\s+(\S.*)", re.IGNORECASE)
_NO_PURPOSE = frozenset(
    (
        "非定向",
        "不定向",
        "无",
        "不限",
        "不限定",
        "非限定",
        "是",
        "否",
        "定向",
        "非指定",
        "无指定",
        "不指定",
        "全部",
        "/",
        "Unrestricted",
        "unrestricted",
        "Undesignated",
        "undesignated",
        "未指定",
        "指定なし",
    )
)
_DEED = pattern_of(
    r"(?:爱心|公益|慈善|社会|自愿|个人|单位|现金|普通|一般|一次性?){0,3}(?:捐[款赠助]|善款|乐捐)款?(?:收入)?"
    r"|(?:(?:general|cash|online|one[- ]time|monthly|regular) )?(?:donations?|gifts?|contributions?)",
    re.IGNORECASE,
)
"""What is done below 项目 or 用途: no fund is bound by it."""


def purpose_called(plain: str) -> str | None:
    """The purpose that a heading (normal) calls, "" where it says that there is none; None where it speaks of no purpose."""
    plain = _IN_YUAN.sub("", plain)
    if _OPEN.fullmatch(plain):
        return ""
    return _BEHIND.sub("", plain) if _PURPOSE.fullmatch(plain) else None


def part_named(plain: str) -> str | None:
    """What a heading (normal) calls a part of the amount beside it, 助学 of 其中：助学; None where it speaks of no part."""
    found = _PART.fullmatch(plain)
    return (
        None if found is None else _AMOUNT.sub("", _IN_YUAN.sub("", (found[1] or found[2] or found[3]).strip("()[]:")))
    )


def says_no_purpose(text: str) -> bool:
    """Whether what stands below a purpose binds the gift to nothing: 非定向, 不限, 爱心捐款, Donation."""
    return text in _NO_PURPOSE or _DEED.fullmatch(simplified(text)) is not None


def is_for_some_purpose(part: str) -> bool:
    """Whether a part is only called restricted, and not to what: 定向捐款."""
    return _UNNAMED.fullmatch(part) is not None


def is_for_nothing(part: str) -> bool:
    """Whether a part is called unrestricted: 非定向捐款."""
    return _UNRESTRICTED.fullmatch(part) is not None


def purpose_of_part(part: str, heading: str) -> str | None:
    """The purpose of a part, as `purpose_called` says it; `heading` is how it is written, of which English words are taken."""
    if (called := purpose_called(part)) is not None:
        return _OF_PURPOSE.sub("", called)
    if _FOR_WHAT.fullmatch(part) and (shown := _SHOWN.search(heading)):
        return shown[1].strip(" ()[]")
    return None
