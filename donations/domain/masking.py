"""Who may be named in public, and what a private detail looks like when it is masked: the one place of that rule."""

import re
from collections.abc import Mapping
from functools import lru_cache

from donations.domain.entry import Role
from donations.domain.nameless import HELPED, HELPED_ORGANISATION, HELPED_PERSON, KIND_ORGANISATION, KIND_PERSON, SELLER

NAMED, ANONYMOUS = "named", "anonymous"
"""What a party, or the donor of one gift, said of being named."""

PERSON, ORGANISATION, UNNAMED = "person", "organisation", "unnamed"

IN_PLACE_OF_NAMES = frozenset({KIND_PERSON, KIND_ORGANISATION, HELPED_PERSON, HELPED_ORGANISATION, HELPED, SELLER})
"""What stands where somebody isn't named: it names nobody, also where a party was recorded under such a word."""
_ANONYMOUS = frozenset(
    {"Anonymous", "anonymous", "ANONYMOUS", "Anonymous Donor", "Anonymous donor", "anonymous donor", "Anon", "anon"}
)
_SIGNED = """
匿名 匿名者 匿名人士 匿名用户 匿名网友 匿名好友 匿名朋友 匿名捐赠人 匿名捐赠者 匿名捐款人 匿名捐款者 匿名支持者 匿名赞助人 匿名赞助者
匿名爱心人士 无名氏 佚名 未留名 没留名 未留姓名 不愿留名 不愿透露姓名 好心人 好心网友 热心人士 热心网友 爱心网友 网友
微信用户 支付宝用户
"""
_SIGNED_BY_NOBODY = _ANONYMOUS | frozenset(_SIGNED.split())
NOBODY_KNOWN = IN_PLACE_OF_NAMES | _SIGNED_BY_NOBODY | {"热心市民", "热心群众"}
"""What is written where nobody knows who it was: two gifts under such a word may be two people's."""

_UNNAMED = """
匿名捐赠 未具名 不具名 未署名 不署名 热心人 热心市民 爱心市民 爱心企业 爱心群众
"""
NAMES_NOBODY = IN_PLACE_OF_NAMES | _SIGNED_BY_NOBODY | frozenset(_UNNAMED.split())
"""Whoever is recorded under such a word may be one or many."""

ERASED_ELSEWHERE = "（已删除）{number}号（{book}）"
"""What an exported book has for a name that it erased, and whoever imports it in the name's place."""

BEFORE_ERASED = r"(?:（已删除）|\(已删除\)|\(erased\) no\. ?)"
"""What reports print before the number of a party whose name was erased, in either language, as a pattern."""

_ERASED_ELSEWHERE = re.compile("（已删除）[0-9]+号（[0-9a-f]{8}）(之[0-9]+)?")

_RECEIVING = (Role.RECIPIENT, Role.BENEFICIARY)
_LONGEST_PERSON, _LONGEST_OF_ONE_SURNAME = 4, 3

_SURNAMES = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙
钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里
呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫
歐陽 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽 公孫 仲孫 鍾離 長孫 鮮于 司馬 張簡 張廖 萬俟 軒轅 葉赫 賀蘭
仲长 子书 子桑 即墨 达奚 褚师 完颜 纳兰 叶赫 那拉 爱新 尔朱 贺兰 耶律 侯莫 哥舒 斛律 陆费 范姜 张简 张廖
"""
COMPOUND_SURNAMES = frozenset(_SURNAMES.split())
"""The usual surnames of two characters; who has one is masked as 欧阳** and not as 欧***."""


def public_name(name: str | None, role: str, sort: str | None, consent: str | None, gift: str | None = None) -> str:
    """How a party stands in what anybody may read; `name` is None where it was erased, `gift` what was said of one gift.

    Organisations stand in full, persons and parties nobody has said the sort of (whose name doesn't say it either) only
    where they agreed; persons who are helped never do. What was said of the gift goes before what was said of its donor.
    """
    if name is not None and is_erased(name):
        name = None
    if sort is None and name is not None and names_an_organisation(name):
        sort = ORGANISATION
    said = gift or consent
    if name is None or said == ANONYMOUS:
        return _unnamed(role, sort)
    if sort in (ORGANISATION, UNNAMED):
        return mask_numbers(name)
    if role in _RECEIVING:
        if sort == PERSON or said != NAMED:
            return mask_person(name) if sort == PERSON or _may_be_a_person(name) else HELPED
    elif said != NAMED:
        return _unnamed(role, sort)
    return mask_numbers(name)


def is_erased(name: str) -> bool:
    """Whether this is no name, but what stands for one that another book had erased."""
    return name.startswith("（已删除）") and _ERASED_ELSEWHERE.fullmatch(name) is not None


def has_no_name(name: str) -> bool:
    """Whether what a party is known by names nobody: its name was erased, or it never said one."""
    return name.startswith("（已删除）") or name in NAMES_NOBODY


_BODIES = """
公司 集团 医院 保健院 妇保院 卫生院 卫生所 卫生服务站 卫生服务中心 疾控中心 疾病预防控制中心 学校 小学 中学 大学 学院 幼儿园 研究院 研究所 协会 学会 商会 联合会 联谊会
促进会 基金会 红十字会 慈善会 慈善总会 慈善协会 总工会 工会 妇联 残联 工商联 侨联 文联 科协 团委 党委 党支部 委员会 村委会 居委会 政府 办事处 管理局 公安局 派出所 检察院
法院 消防队 消防支队 消防大队 消防救援站 交警大队 敬老院 养老院 福利院 救助站 服务中心 指挥部 防控办 银行 总行 支行 分行 保险 合作社 志愿者协会
志愿服务队 志愿者服务队 救援队 教育局 卫健委 卫生局 民政局
"""
_BODY_ENDS = tuple(_BODIES.split())
_FEWEST_OF_A_BODY, _FEWEST_BEFORE = 5, 2


@lru_cache(maxsize=16384)
def names_an_organisation(name: str) -> bool:
    """Whether the name itself says that it is no person's: 九江市第三人民医院, 甲某商贸有限公司. Never for a name a person could have."""
    plain = _plain(name)
    is_body = len(plain) >= _FEWEST_OF_A_BODY and plain[_FEWEST_BEFORE:].endswith(_BODY_ENDS)
    return is_body or (name.endswith("公司") and _has_place_within(name))


_WITHIN = r"..+[（(]([^（）()]+)[）)][^（）()]+"
_WIDE = frozenset({"中国", "中國", "大中华", "亚洲", "亚太", "国际", "全球", "集团", "控股"})


def _has_place_within(name: str) -> bool:
    """Whether a company is called as many are: 甲某（中国）有限公司, 甲某（九江）商贸有限公司. Of a person a school or the like stands there."""
    found = re.fullmatch(_WITHIN, name)
    if found is None:
        return False
    from donations.domain.place import may_be_place  # few names have brackets within

    return found[1] in _WIDE or may_be_place(found[1])


def _unnamed(role: str, sort: str | None) -> str:
    if role == Role.SUPPLIER:
        return SELLER
    if role in _RECEIVING:
        return {PERSON: HELPED_PERSON, ORGANISATION: HELPED_ORGANISATION}.get(sort or "", HELPED)
    return KIND_ORGANISATION if sort == ORGANISATION else KIND_PERSON


def _may_be_a_person(name: str) -> bool:
    plain = _plain(name)
    most = _LONGEST_PERSON if plain[:2] in COMPOUND_SURNAMES else _LONGEST_OF_ONE_SURNAME
    return 1 < len(plain) <= most and all(_is_han(character) for character in plain)


def _plain(name: str) -> str:
    """The name without what was added to tell two apart: 李华（五中）."""
    return re.sub(r"[（(].*", "", name).strip() or name


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U0003ffff"


def mask_person(name: str) -> str:
    """A person's name with its surname alone: 张*, 李**, 欧阳**; of other names the first letter."""
    plain = _plain(name)
    first = next((character for character in plain if character.isalnum()), "")
    if not all(_is_han(character) for character in plain) or len(plain) > _LONGEST_PERSON:
        return f"{first}**"
    surname = plain[:2] if len(plain) > 2 and plain[:2] in COMPOUND_SURNAMES else plain[:1]  # noqa: PLR2004
    return surname + "*" * (len(plain) - len(surname)) if len(plain) > 1 else "*"


# --- details beside the name; their patterns are compiled where there is one to look for: most commands name nobody in public

_APART = r"[ \u3000\-－—]?"
_EMAIL = r"[A-Za-z0-9._%+-]+[@＠][A-Za-z0-9.-]+\.[A-Za-z]{2,}"
_IDENTITY = rf"(?<!\d)(?:\d{_APART}){{6}}(?:\d{_APART}){{8}}(?:\d{_APART}){{3}}[\dXxＸｘ](?![\dA-Za-z])"
_OLD_IDENTITY = r"(?<!\d)\d{15}(?!\d)"
_BANK = rf"(?<!\d)\d(?:{_APART}\d){{15,18}}(?!\d)"
_MOBILE = rf"(?<!\d)(?:[+＋]?86{_APART})?[1１][3-9３-９](?:[ \u3000\-－—.]?\d){{9}}(?!\d)"
_LANDLINE = r"(?<!\d)[(（]?[0０]\d{2,3}[)）]?[ \-－—]?\d{7,8}(?!\d)"
_NAMED_PHONE = r"(?i)((?:电话|手机|座机|固话|tel|phone)号?码?[:：. ]{0,3})(\d(?:[ \-－—]?\d){6,7})(?!\d)"
"""A number without its area code, which only the word before it tells from others."""
_ACCOUNT = r"(?i)((?:微信号?|[薇威]信号?|vx|wechat|weixin|QQ号?|wxid|护照号?码?|通行证号?码?)\s*[:：是为]?\s*)([A-Za-z0-9_-]{5,})"
_LONE_ACCOUNT = r"wxid_[A-Za-z0-9]+"

_STREET = "(?:街道|大道|胡同|社区|小区|花园|公寓|镇|乡|路|街|巷|弄|村|苑|里)"
_NUMBER = (
    r"(?<![\d一二三四五六七八九十百零〇])[\d一二三四五六七八九十百零〇]+\s*(?:号|栋|幢|座|室|单元|组|户|楼|层|队|弄)"
)
_OF_ADDRESS = r"[\u4e00-\u9fff\dA-Za-z\-－]*"
_COUNTY = r".*(?:自治县|自治旗|林区|特区|新区|市|区|县|旗|州|盟)(?!场|内|外|政)"
_TELLING = r"[\d@＠号栋室组]"


def mask_phone(text: str) -> str:
    """138****8000; a number of another length keeps its last four digits at most."""
    digits = re.sub(r"\D", "", text)
    if len(digits) > 11 and digits.startswith("86"):  # noqa: PLR2004 - the length of a mobile number
        digits = digits[2:]
    return f"{digits[:3]}****{digits[-4:]}" if len(digits) > 7 else "****"  # noqa: PLR2004


def mask_identity_card(text: str) -> str:
    """110101********1234."""
    plain = re.sub(r"[^\dA-Za-z]", "", text)
    return f"{plain[:6]}{'*' * (len(plain) - 10)}{plain[-4:]}" if len(plain) > 10 else "****"  # noqa: PLR2004


def mask_bank_account(text: str) -> str:
    """6222************1234."""
    plain = re.sub(r"\D", "", text)
    return f"{plain[:4]}{'*' * (len(plain) - 8)}{plain[-4:]}" if len(plain) > 8 else "****"  # noqa: PLR2004


def mask_email(text: str) -> str:
    """l***@example.com."""
    name, _, host = text.replace("＠", "@").partition("@")
    return f"{name[:1]}***@{host}"


def mask_address(text: str) -> str:
    """An address down to its county: 江西省九江市庐山市***."""
    street = re.search(_STREET, text)
    county = re.match(_COUNTY, text[: street.start()] if street else text)
    return f"{county[0] if county else ''}***"


@lru_cache(maxsize=16384)
def mask_numbers(text: str) -> str:
    """`text` with every phone number, identity card, bank card and e-mail address in it masked."""
    if not re.search(_TELLING, text):
        return text
    text = re.sub(_EMAIL, lambda found: mask_email(found[0]), text)
    text = re.sub(_IDENTITY, lambda found: mask_identity_card(found[0]), text)
    text = re.sub(_BANK, lambda found: mask_bank_account(found[0]), text)
    text = re.sub(_OLD_IDENTITY, lambda found: mask_identity_card(found[0]), text)
    text = re.sub(_MOBILE, lambda found: mask_phone(found[0]), text)
    text = re.sub(_LANDLINE, lambda found: mask_phone(found[0]), text)
    return re.sub(_NAMED_PHONE, lambda found: f"{found[1]}****{found[2][-2:]}", text)


@lru_cache(maxsize=16384)
def mask_text(text: str) -> str:
    """As `mask_numbers`, and WeChat and QQ accounts and home addresses too. Names that nobody registered stay."""
    text = re.sub(_ACCOUNT, lambda found: f"{found[1]}***", mask_numbers(text))
    text = re.sub(_LONE_ACCOUNT, "***", text)
    return _without_homes(text) if re.search(_TELLING, text) else text


def _without_homes(text: str) -> str:
    """`text` with each home address masked: what belongs together from before a street to behind a number on it.

    It goes from number to number: one pattern for the whole would take hours for a remark of hostile length.
    """
    masked, position = "", 0
    for number in re.finditer(_NUMBER, text):
        if number.start() < position:
            continue
        start = number.start()
        while start > position and re.fullmatch(_OF_ADDRESS, text[start - 1]):
            start -= 1
        street = re.search(_STREET, text[start : number.start()])
        if street is None:
            continue
        before = text[start : start + street.start()]
        start += len(before) - len(re.split("[-－]", before)[-1])
        rest = re.compile(_OF_ADDRESS).match(text, number.end())
        end = rest.end() if rest else number.end()
        masked += text[position:start] + mask_address(text[start:end])
        position = end
    return masked + text[position:]


def mask_names(text: str, names: Mapping[str, str]) -> str:
    """`text` with each of the names in it as it may stand in public, the longest first, and private details masked."""
    found = sorted((name for name in names if name in text), key=len, reverse=True)
    if found:  # all at once: what stands for one name may hold another
        text = re.sub("|".join(map(re.escape, found)), lambda name: names[name[0]], text)
    return mask_text(text)
