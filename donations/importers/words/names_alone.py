"""Names that stand alone in a row: 市人民医院, 一、甲公司, 张三; and what stands there and is nobody's name."""

from donations.domain.catalogue import common_named
from donations.domain.masking import NAMES_NOBODY, names_an_organisation
from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import place

_NUMBER = pattern_of(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]|[(（]?[0-9]{1,3}[)）、．]|[0-9]{1,3}\.(?![0-9]))\s*"
)
_TAKER = pattern_of(
    r"第*[^第].*(?:院|中心|局|镇|乡|村|街道?|社区|区|县|市|会|站|所|中学|小学|学校|大学|园|队|公司|集团|部|[处科室组办]|委|府|卡口|[厂矿店]|超市|药房|监狱|工商联|[妇侨残文]联|科协)"
)
"""What those are called who get goods; not 第一批, 白色 or XL."""
GETS_GOODS = r"医院|卫生[院所站室]|疾控中心|防疫站|[养敬]老院|福利院|学校|[大中小]学|学院|幼儿园|派出所|[乡镇村]|街道|社区|居委会|村委会"
"""How those end, in a pattern, who get goods as often as anybody gives them."""
_ENDS_OF_GIVERS = ("企业", "商行", "工作室", "俱乐部", "寺", "商号", "工厂", "门市", "合作社")
_SHORTEST, _LONGEST = 4, 40
_LABEL = pattern_of(r"[^\s:：]{2,14}[:：]")
_PARTIES = (
    r"各界?|全体?|其[他它]|所有|部分|爱心|社会|热心|民营|国有|国营|私营|本[地县市区村镇乡校院会]|外[地省市县]|省[内外直级]|[市县区][内外直级属]|会员|机关|企业|事业|企事业|"
    r"党政|党员|干部|群众|[教职]工|教职工|教师|学生|校友|家长|村民|居民|市民|网友|医疗|医药|卫生|教育|金融|[大中小]{1,3}学(?:校(?!友)|生)?|中小?|高校|院校|乡镇?|农村|城市|城[镇区]|街道|镇街?|村|"
    r"社区|单位|公司|机构|组织|团体|集体|商会|协会|学校|医院|部门|科室|班级|个人|个体户?|工商户?|人士|人员|商[户家铺]|居|及|和|与|以及|、|/|捐赠|捐款|捐|接收|方|名单|情况|明细|者|代表|家庭"
)
"""The longer of two that begin alike stands first: what was taken once isn't given back."""
_SORT_OF_PARTIES = pattern_of(rf"(?:{_PARTIES}|第?[一二三四五六七八九十0-9]{{1,3}}[批次期])++")
_UNNAMED = pattern_of("爱心|热心|(?<!各界)人士")
_THINGS = tuple("色装膏季级温号型款码省区县市部班组科桃榴眼蹄菇莓橘笋柿枣梨蕉薯芋藕葱姜蒜椒芹莲耳线圆根")
"""What words end with that only look like a surname and a given name: 白色, 童装, 高级."""
BETWEEN = pattern_of(r"[、，,;；\n]")
"""What stands between names, or goods, that one cell holds."""


def unnumbered(text: str) -> str:
    """The line without the number that it begins with: 一、, （二）, 3."""
    return text[found.end() :] if (found := _NUMBER.match(text)) else text


def is_taker(name: str) -> bool:
    """Whether a name is one of those who get goods."""
    return _TAKER.fullmatch(name) is not None


def is_sort_of_parties(text: str) -> bool:
    """Whether a line says of what sort those are who stand below it, and names nobody: 一、机关单位, 二、个人捐赠."""
    return len(text) <= _LONGEST and _SORT_OF_PARTIES.fullmatch(unnumbered(text)) is not None


def may_head_givers(text: str) -> bool:
    """Whether a text where a name belongs is a sort of givers: 企业, 个人; not 爱心人士, who is somebody that nobody names."""
    return is_sort_of_parties(text) and text not in NAMES_NOBODY and _UNNAMED.search(text) is None


def name_alone(text: str) -> str | None:
    """The name that a line is, without the number before it; None where it is none, or nobody can tell."""
    name = unnumbered(text)
    if not name or len(name) > _LONGEST or name[0] in "各全其" or _LABEL.match(name) or is_sort_of_parties(name):
        return None
    return name if name in NAMES_NOBODY or _is_body(name) or _is_person(name) else None


def _is_body(name: str) -> bool:
    """Whether a line is called as bodies and shops are."""
    is_one = len(name) >= _SHORTEST and is_taker(name)
    return is_one or names_an_organisation(name) or may_be_seller(name) or name.endswith(_ENDS_OF_GIVERS)


def _is_person(name: str) -> bool:
    return may_be_person(name) and not name.endswith(_THINGS) and common_named(name) is None and place(name) is None


def parts_of(text: str) -> list[str]:
    """The names, or whatever else stands in a cell with commas or 、 between."""
    return [part for each in BETWEEN.split(text) if (part := each.strip())]
