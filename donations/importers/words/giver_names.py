"""Names of givers as lists and bills write them, with a word before them: 来自张三, 收到李四的捐款."""

import re

from donations.domain.slip_words import may_be_person, may_be_seller, may_be_word
from donations.importers.patterns import pattern_of
from donations.importers.words.nothing import is_nothing
from donations.importers.words.who_gave import is_not_known, is_still_sought, means_who_paid, says_cost, says_no_gift

_FROM = pattern_of(
    r"(?:(?:微信红包|二维码收款|扫码收款|群收款|转账|红包|收款)[-—])?(?:来自|收到了?)\s*(?P<name>.{2,40}?)(?:的?(?:捐款|捐赠|善款|付款|转账|红包|爱心款?))?"
)


_CHANNELS, _PAID = "微信|支付宝|云闪付|网银|银联|qq|现金|对公", "转[账帐]|红包|扫码|汇款"
_A_WAY = rf"(?:{_CHANNELS}|银行(?=[转汇卡])|个人)?(?:{_PAID}|支付|收款|捐款|付款|刷卡|卡)?"
_SHORT_WAY = r"wx|vx|zfb|wechat|alipay"
_BRACKETED_WAY = pattern_of(
    rf"(?P<name>.*[^\s(（\[【])\s*[(（\[【](?:{_A_WAY}|(?:个人|企业|单位|社会|爱心|现金|物资)?捐[赠献助])[)）\]】]",
    re.IGNORECASE,
)
"""李华（微信）, 王芳（银行转账）, 甲公司（捐赠）."""
_JOINED_WAY = pattern_of(rf"(?P<name>.*[^\s:：_—-])[\s:：_—-]{{1,3}}(?P<way>{_A_WAY})", re.IGNORECASE)
_WAY_BEFORE = pattern_of(
    rf"(?:[(（\[【](?P<in>{_A_WAY}|{_SHORT_WAY})[)）\]】]\s?|(?P<way>{_A_WAY}|{_SHORT_WAY})(?:\s?[:：_—-]{{1,2}}\s?|\s))(?P<name>[^\s:：_—-]{{2,20}})",
    re.IGNORECASE,
)
"""微信：李华, 支付宝-李华, wx 李华, 【微信】李华."""
_WAY_AROUND = pattern_of(
    rf"(?P<way>{_A_WAY}|{_SHORT_WAY})[(（\[【](?P<name>[^\s()（）\[\]【】]{{2,20}})[)）\]】]", re.IGNORECASE
)
"""支付宝（李华）."""
_WAY_WORD = pattern_of(rf"{_CHANNELS}|{_PAID}|支付|刷卡|捐[赠献助]", re.IGNORECASE)
_FIRST_OF_WAYS = pattern_of(
    rf"[(（\[【]?(?:{_CHANNELS}|{_PAID}|{_SHORT_WAY}|银行)",
    re.IGNORECASE,
)
_OF_NOBODY = pattern_of(
    "[用客]户|群友|好友|网友|朋友|团队|匿名|公益|支付|收款|付款|捐款|转账|红包|名称|昵称|钱包|余额|单位|公司|平台|商家|商户|小计|合计|收入"
)
_LONGEST = 60


_FOOTNOTE = pattern_of(r"(.*[^①-⒇\s])\s*[①-⒇]{1,2}")

_DEED = pattern_of(
    r"(?!通过|经由?|由|委托|受.{1,12}委托)(?P<name>[^\s,，;；、]{2,40}?)(?:所|的)?(?:爱心|无偿|自愿|共同|联合|直接|慷慨){0,2}(?:(?<![募劝义乐受转认代])捐(?:[赠献助资款]|入)?|赠送|领[用取走回]?|签收)"
)
_ENDS_DEEDS = frozenset("捐赠贈献獻助资資款入送领領用取走回收")
_BODY = pattern_of(
    r"(?!社会)[\u3400-\u9fffA-Za-z0-9]{1,30}(?:[院会所站校园局队部厂社行馆]|中[心学]|小学|大学|幼儿园|[村镇乡县]|街道|社区|[0-9一二三四五六七八九十]班|集团|基金|家庭)"
)
"""How bodies end that have a name; 爱心企业, 社会各界 and 灾区 have none."""

_PART = pattern_of(r"其中[：:]|(?:of which|thereof)\b", re.IGNORECASE)


def without_footnote(text: str) -> str:
    """The name without the mark of a note below the table, 李华①; nothing is called by such marks alone."""
    found = _FOOTNOTE.fullmatch(text) if "①" <= text[-1:] <= "⒇" and len(text) <= _LONGEST else None
    return found[1] if found else text


_NUMBERED = pattern_of(
    r"(?:[(（][0-9]{1,3}[)）]|[0-9]{1,3}(?:[、．)）]|\.(?![0-9a-z])))\s*(?![班组号队排楼栋幢期届营层室院]|年级|单元|小时|连(?:队|全|官|战士)|中(?:全|学|师生))(?=[^\W\d_]{2})"
)
"""But (1)栋业主, （2）期学员 and 360.cn are called so."""

_NEXT = pattern_of(r"[0-9][、．)）.]")


def unnumbered(text: str) -> str:
    """The name without the number of its row before it: 1、李华, 2. 甲公司, （3）王芳; but 1、李华；2、王芳 are two in a row."""
    found = _NUMBERED.match(text) if text[:1].isdigit() or text[:1] in "(（" else None
    return text[found.end() :] if found and not _NEXT.search(text, found.end()) else text


def _behind_way(text: str) -> str | None:
    """The name of a person behind the way that the gift came; None where there is no way, or what stands there may be no name."""
    if _FIRST_OF_WAYS.match(text) is None:
        return None
    found = _WAY_BEFORE.fullmatch(text) or _WAY_AROUND.fullmatch(text)
    name = found["name"] if found and any(found.groupdict()[of] for of in found.groupdict() if of != "name") else ""
    return name if may_be_person(name) and not _OF_NOBODY.fullmatch(name) else None


def without_way(text: str) -> str:
    """The name without the way by which the gift came: behind it in brackets, or, of a person's name, behind a dash or blank, or before it."""
    if len(text) <= _LONGEST and (name := _behind_way(text)) is not None:
        return name
    if len(text) > _LONGEST or _WAY_WORD.search(text[-8:]) is None:
        return text
    if found := _BRACKETED_WAY.fullmatch(text):
        return found["name"]
    found = _JOINED_WAY.fullmatch(text)
    return found["name"] if found and found["way"] and may_be_person(found["name"]) else text


def plain_giver(text: str) -> str:
    """The name behind 来自 or 收到 where it surely is one, without the way behind it by which the gift came, or the word for giving; the text as it is
    elsewhere (来自星星的你 is a name too).
    """
    text = _without_deed(without_way(without_footnote(text)))
    if "来自" not in text and "收到" not in text:
        return text
    found = _FROM.fullmatch(text)
    name = found["name"].strip() if found else ""
    return name if may_be_person(name) or may_be_seller(name) else text


def _without_deed(text: str) -> str:
    """The name of somebody without the word for what they did behind it: 甲公司捐赠, 张三捐, 市一院领用."""
    found = _DEED.fullmatch(text) if text[-1:] in _ENDS_DEEDS and len(text) <= _LONGEST else None
    name = found["name"] if found else ""
    return name if _is_body(name) or (may_be_person(name) and text[-1] not in "领領") else text  # 张红领 is a name


_TO = pattern_of(
    r"(?P<name>[^\s]{2,30}?)(?:向(?!阳|日葵|上(?!海)|东(?![莞营])|[前荣心导往明]|红(?![会十]))|捐?给(?!力))[^、和与及]{1,14}"
)
_CAME_BY = pattern_of(
    r"(?P<name>[^\s]{2,30}?)(?:(?:亲自|代为|主动|当面|现场)?(?:[交转汇送寄打捐缴付拿带]来|上缴|缴纳)的?"
    r"|(?:抗[疫洪震灾旱]|防[疫控汛]|疫情(?:防控)?|新冠|肺炎|助[学残老困医农]|[救赈]灾|扶贫|济困|慈善|公益|爱心|定向|专项|春节|紧急|专用|首批|第[一二三四五六七八九十]批)+的?)"
)
_FOR = pattern_of(r"(?P<name>[^\s]{2,30}?)为(?!等)[^、和与及]{1,14}")
"""王芳交来, 甲公司抗疫 and 王芳为灾区, before 捐款."""
_HONOUR = pattern_of(r"(?:女士|先生|小姐|同志|老师|医生|居士|夫妇|家长|一家|全家)$")


def bare_giver(text: str) -> str:
    """The name of somebody alone, of what stands before the word for giving: how it came (交来) or what it was for (为灾区, 抗疫) is no
    part of it; the text as it is where what stands before these may be nobody's name.
    """
    if may_be_person(_HONOUR.sub("", text)) or len(text) > _LONGEST:
        return text
    for behind in (_TO,) if _is_body(text) else (_TO, _CAME_BY, _FOR):
        name = found["name"] if (found := behind.fullmatch(text)) else ""
        if may_be_name(name):
            return name
    return text


def may_be_name(text: str) -> bool:
    """Whether a text surely is the name of a person, with a title perhaps, of a company or of a body."""
    return may_be_person(_HONOUR.sub("", text)) or _is_body(text)


_ROLE = pattern_of(
    r"[\u3400-\u9fff0-9]{0,12}?(?:(?:爱心|热心)(?:人士|市民|村民|居民|群众|网友|企业家|志愿者|家长|校友)|校友|村民|居民|市民|业主|会员|党员|志愿者|义工|乡贤"
    r"|[组队班村会校社站团]长|秘书长|理事|监事|书记|主任|经理|教师|老师|医生|护士|[职员]工|干部|同事|战友|信众|居士)(?P<name>[\u3400-\u9fff]{2,4})"
)
"""What somebody is, before the name: 本村村民张伟. 学生 and 患者 may be those for whom it was given."""
_NO_NAMES = pattern_of(
    "(?:向|代|连|和|同).*|毕业|房屋|安置|康复|祖国|马路|车票|易地|高龄|温泉|党费|常委|何某|.*(?:活动|大会|家属|家庭|子女|互助|慰问)"
)
"""What stands behind such a word too and begins as names do: 校友向母校, 党员代表."""


def name_behind_role(text: str) -> str | None:
    """The name of a person behind what they are, 校友王芳, 第三小组组长赵六; None where it surely is none."""
    found = _ROLE.fullmatch(text) if len(text) <= _LONGEST else None
    name = found["name"] if found else ""
    is_name = may_be_person(name) and not may_be_word(name) and not _NO_NAMES.fullmatch(name)
    return name if is_name else None


def _is_body(text: str) -> bool:
    """Whether it ends as companies and bodies do."""
    return may_be_seller(text) or _BODY.fullmatch(text) is not None


def is_nameless(donor: str) -> bool:
    """Whether there are signs where a name should stand, and no letter among them; or null, as programs say nobody; or 不详."""
    is_open = is_nothing(donor) or is_not_known(donor)
    return bool(donor) and (is_open or not any(character.isalnum() for character in donor))


def names_no_giver(donor: str) -> bool:
    """Whether what stands where a name should doesn't say by itself who gave: nothing, 不详, 本人, 待查 or 不是捐款."""
    return is_nameless(donor) or means_who_paid(donor) or is_still_sought(donor) or says_no_gift(donor)


def may_name_no_giver(donor: str) -> bool:
    """Whether it doesn't, or says what money is paid for or heads others, and so may name nobody: 运费, 三班：."""
    return names_no_giver(donor) or says_cost(donor) or donor[-1:] in (":", "：")


def calls_a_part(text: str) -> bool:
    """Whether where a name belongs only a part of the amount above is called: 其中：物资折价, of which: in kind."""
    return _PART.match(text) is not None
