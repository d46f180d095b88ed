"""In which city an address lies: 江西省九江市浔阳区长虹大道1号, 九江浔阳区…, 1 Changhong Avenue, Jiujiang, Jiangxi. Nothing unless it is certain."""

import re
from functools import lru_cache

from donations import errors
from donations.domain.divisions import (
    CITY,
    COUNTY,
    FORMER,
    LONGEST_NAME,
    LONGEST_TEXT,
    SHORTEST_NAME,
    Place,
    divisions,
    is_bare,
    plain_name,
)
from donations.domain.place import may_be_place, parse_place
from donations.domain.place_names import ORDINARY, OTHER_WORD, OTHER_WORD_OF_TWO
from donations.domain.text import tidy


class PlaceOfAddress(Place):
    """A place that only the address of a row says, which no version knew rows by."""

    __slots__ = ()


_BEFORE = re.compile(r"[0-9]*(?:中华人民共和国|中国)?")
_LEVEL = re.compile("市辖区|省直辖县级行政区划|自治区直辖县级行政区划")
_STREET = re.compile(
    r"[东南西北中上下前后新老内外]?[东南西北]?[一二三四五六七八九十]?(?:环路?|路|街|大道|大街|巷|弄|里|胡同|公路|国道|大厦|大楼|广场|花园|小区|新村|花苑|市场|商城|商场|酒店|宾馆|饭店)"
)
"""What a short name before it is only a part of: 九江路, 西藏南路, 北京大厦."""
_ELSEWHERE = re.compile(r"驻(?!马店|地).{0,6}(?:办|队|部|处)|商会|同乡会|联谊会|分[院校]$|校区")
"""九江市驻南昌办事处 and 上海市第一医院南昌分院 lie where they don't begin."""
_STREET_SAID = re.compile(r"[0-9路巷弄号]|大道|大街|街(?!道)")
_OF_STREETS = re.compile(r"[0-9]|[路巷弄号室栋幢楼]|大道|大街|街(?!道)")
_OF_REGIONS = ("组", "队", "片区", "片", "村", "社区", "街道", "镇", "乡", "区")
"""第3片区, 2组 and 南京路街道 are where many live."""
_COUNTRY = ("china", "prchina", "prc", "cn", "mainlandchina", "peoplesrepublicofchina")
_LATIN = {
    "anhui": "安徽省", "fujian": "福建省", "gansu": "甘肃省", "guangdong": "广东省", "guangxi": "广西壮族自治区",
    "guizhou": "贵州省", "hainan": "海南省", "hebei": "河北省", "heilongjiang": "黑龙江省", "henan": "河南省",
    "hubei": "湖北省", "hunan": "湖南省", "innermongolia": "内蒙古自治区", "neimenggu": "内蒙古自治区", "jiangsu": "江苏省",
    "jiangxi": "江西省", "jilin": "吉林省", "liaoning": "辽宁省", "ningxia": "宁夏回族自治区", "qinghai": "青海省",
    "shaanxi": "陕西省", "shandong": "山东省", "shanxi": "山西省", "sichuan": "四川省", "taiwan": "台湾省", "tibet": "西藏自治区",
    "xizang": "西藏自治区", "xinjiang": "新疆维吾尔自治区", "yunnan": "云南省", "zhejiang": "浙江省",
}  # fmt: skip
_SURE_ALONE = ("beijing", "shanghai", "tianjin", "chongqing")
"""Cities that are provinces too: an address ends with them."""
_KINDS = ("province", "sheng", "city", "shi", "municipality", "prefecture")
_DISTRICT = re.compile(r"(?:district|qu|xian)$")
_NO_LETTERS = re.compile(r"[^a-z]")


@lru_cache(maxsize=1024)
def place_in_address(text: str) -> PlaceOfAddress | None:
    """The city, and the county as far as it is said, that an address begins with, or an English one ends with; None unless it is certain."""
    if not text:
        return None
    text = tidy(text[: 3 * LONGEST_TEXT])
    found = _in_english(text) if text.isascii() else _in_chinese(plain_name(text, "")[:LONGEST_TEXT])
    return found and PlaceOfAddress(*found)


def said_itself(place: Place | None) -> Place | None:
    """The place that rows are known by: none that only their address says, so that lists which came before addresses were read are
    known again.
    """
    return None if isinstance(place, PlaceOfAddress) else place


def is_of_house(text: str) -> bool:
    """Whether a text is the address of a house or a street rather than the name of a region."""
    return not text.endswith(_OF_REGIONS) and _OF_STREETS.search(text[:LONGEST_TEXT]) is not None


def _in_chinese(text: str) -> Place | None:
    if _ELSEWHERE.search(_STREET_SAID.split(text, maxsplit=1)[0]):
        return None
    begin = _BEFORE.match(text)
    text = _LEVEL.sub("", text[begin.end() if begin else 0 :])
    province = next(
        (text[:cut] for cut in range(min(len(text), LONGEST_NAME), 1, -1) if text[:cut] in divisions().provinces), ""
    )
    inside = text[len(province) :]
    for front, within in ((text, None), (inside, divisions().provinces.get(province))):
        for end in range(min(len(front), 2 * LONGEST_NAME), SHORTEST_NAME - 1, -1):
            if (place := _said_by(front[:end], front[end:], within)) is not None:
                return place if _fits(front[end:], place) else None
    return None


def _said_by(front: str, rest: str, province: str | None) -> Place | None:
    """The place that the whole of `front` names before `rest`, in that province where one was said before; None where it is none,
    several, or part of other words.
    """
    if not may_be_place((province or "") + front):
        return None  # what else it may be called like takes long, and is nobody's question
    try:
        place = parse_place((province or "") + front)
    except errors.DonationsError:
        return None
    is_full = any(name and front.endswith(name) for name in place[1:])
    if not is_full and _STREET.match(rest):
        return None
    is_sure = province is not None or not rest or _is_of_two(front, place) or _is_sure_alone(front, rest)
    return place if is_sure else None


def _is_of_two(front: str, place: Place) -> bool:
    """Whether a county is named behind its city: 九江浔阳区."""
    table = divisions()
    heads = (front[:cut] for cut in range(SHORTEST_NAME, len(front) - 1))
    return place.county is not None and any(
        not county and table.cities[number][1] == place.city and front[len(head) :] in table.senses
        for head in heads
        for _, number, county in table.senses.get(head, ())
    )


def _is_sure_alone(front: str, rest: str) -> bool:
    """Whether a full name with nothing before it is that of a city or a county, and no other word: 城东区, 永丰县城, 九江市场."""
    senses = divisions().senses.get(front, ())
    is_one = len({number for _, number, _ in senses}) == 1 and any(
        rank in (CITY, COUNTY) or (rank == FORMER and front[-1] == "县") for rank, _, _ in senses
    )
    of_two = len(front) == SHORTEST_NAME and rest[:1] in tuple(OTHER_WORD_OF_TWO)
    is_other = front in ORDINARY or is_bare(front) or of_two or rest[:1] in tuple(OTHER_WORD.get(front[-1], ""))
    return is_one and not is_other and front[-1] not in "乡镇"


def _fits(rest: str, place: Place) -> bool:
    """Whether what follows a city names no county of another one, as 九江市章贡区 does."""
    table = divisions()
    if place.county:
        return True
    for end in range(SHORTEST_NAME + 1, min(len(rest), 12) + 1):
        senses = [sense for sense in table.senses.get(rest[:end], ()) if sense[0] == COUNTY]
        if (
            senses
            and rest[:end] not in ORDINARY
            and all(table.cities[number][1] != place.city for _, number, _ in senses)
        ):
            return False
    return True


def _in_english(text: str) -> Place | None:
    parts = [_NO_LETTERS.sub("", part.casefold()) for part in re.split(r"[,;\n]", text)]
    parts = [part for part in parts if part]
    has_country = bool(parts) and parts[-1] in _COUNTRY
    parts = parts[:-1] if has_country else parts
    last = parts[-1] if parts else ""
    province = _LATIN.get(_without_kind(last))
    if province and len(parts) > 1 and (place := _city_called(parts[-2], province)) is not None:
        return place
    is_sure = has_country or _without_kind(last) in _SURE_ALONE or any(map(_DISTRICT.search, parts[:-1]))
    return _city_called(last, None) if is_sure and not province and len(parts) > has_country - 1 else None


def _without_kind(part: str) -> str:
    return next((part.removesuffix(kind) for kind in _KINDS if part.endswith(kind) and part != kind), part)


def _city_called(part: str, province: str | None) -> Place | None:
    """The one city that is called so in pinyin, in that province where one is said."""
    table = divisions()
    senses = table.latin.get(part) or table.latin.get(_without_kind(part)) or []
    numbers = {number for _, number, _ in senses if province in (None, table.cities[number][0])}
    return table.place(numbers.pop(), "") if len(numbers) == 1 else None
