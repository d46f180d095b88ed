"""Where a party's name says that it lies: 九江市第三人民医院, 共青团庐山市委. Nothing unless it is certain."""

from typing import NamedTuple

from donations.domain.divisions import (
    CITY,
    CITY_SHORT,
    COUNTY_SHORT,
    FULL,
    LONGEST_NAME,
    LONGEST_TEXT,
    SHORTEST_NAME,
    Place,
    Sense,
    divisions,
    is_bare,
    plain_name,
)


def place_in_name(name: str) -> Place | None:
    """Where a party's name says it lies (九江市第三人民医院, 共青团庐山市委); None unless that is certain."""
    text = plain_name(name, " ")[:LONGEST_TEXT]
    if divisions().first.isdisjoint(text) or divisions().begins.isdisjoint(
        text[at : at + SHORTEST_NAME] for at in range(len(text) - 1)
    ):
        return None
    front = _front(text)
    found = _with_front(text, front, _full_names(text, front)) or _short_chain(text, front)
    cities = _common_cities(found)
    if len(cities) != 1 or _is_branch_elsewhere(text[found[0].end :], min(cities)):
        return None
    counties = {county for each in found for _, number, county in each.senses if number in cities and county}
    return divisions().place(min(cities), min(counties) if len(counties) == 1 else "")


class _Found(NamedTuple):
    """A name of a place at text[start:end], with what it can mean."""

    start: int
    end: int
    senses: list[Sense]

    def numbers(self, worst: int = 99) -> set[int]:
        """The numbers of the cities it can mean in a sense as sure as `worst` or surer."""
        return {number for rank, number, _ in self.senses if rank <= worst}


# Full names that are ordinary words, or that many cities give a part of theirs: certain only behind their city.
ORDINARY = ("老城区", "新城区", "新市区", "山城区", "江南区", "海港区", "海南区", "河北区", "东城区", "西城区", "北城区", "南城区", "城东区", "城西区", "河西区", "新北区", "滨海新区", "南山矿区")  # fmt: skip
# What makes another word of a name's end: 市场, 区域, 旗舰店; and where the name has two characters: 新县城, 古县镇.
OTHER_WORD = {"市": "场", "区": "域块间", "旗": "舰下帜袍", "县": "级域路街"}
OTHER_WORD_OF_TWO = "城镇村庄营路街"
# Ends of names that belong to words: 沿海城市, 都市报, 门市部. Certain at the start only.
_WORD_ENDS = ("城市", "都市", "门市")
# What stands in front of the place in names of offices: 中共永丰县委, 共青团庐山市委, 国网九江市供电公司.
_OFFICES = ("中共", "共青团", "国网", "税务总局", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "武警", "中国共产党")  # fmt: skip
# A branch lies where its own word says, not where the head office does: 北京同仁堂九江店.
_BRANCHES = ("店", "分公司", "分行", "支行", "办事处", "分会", "分院", "分社", "商会", "同乡会")


def _longest(text: str, start: int, ranks: tuple[int, ...] | None = None) -> _Found:
    """The longest name at `start`, of one of `ranks` or of any kind (then a province's too); empty where none is."""
    table = divisions()
    for end in range(min(len(text), start + LONGEST_NAME), start + 1, -1):
        senses = table.senses.get(text[start:end], [])
        kept = [sense for sense in senses if ranks is None or sense[0] in ranks]
        if kept or (ranks is None and text[start:end] in table.provinces):
            return _Found(start, end, kept)
    return _Found(start, start, [])


def _front(text: str) -> list[_Found]:
    """The province and the city's short name that `text` begins with: 江西, 江西省九江, 九江."""
    table, front, first = divisions(), [], _longest(text, 0)
    if any(sense[0] == CITY for sense in first.senses):
        return []  # 北京市 is a province, and is found as a city
    if province := table.provinces.get(text[: first.end]):
        inside = [(COUNTY_SHORT, number, "") for number, city in enumerate(table.cities) if city[0] == province]
        front.append(_Found(0, first.end, inside))
        first = first if first.senses else _longest(text, first.end)
    short = [sense for sense in first.senses if sense[0] == CITY_SHORT]
    return [*front, _Found(first.start, first.end, short)] if short else front


def _full_names(text: str, front: list[_Found]) -> list[_Found]:
    """The full names in `text` from left to right, without those that may be parts of other words."""
    found: list[_Found] = []
    before = front[-1] if front else None
    position = before.end if before else 0
    while position < len(text) - 1:
        each = _longest(text, position, FULL)
        if each.senses and _is_certain(text, each, before):
            found.append(each)
            before, position = each, each.end
        else:
            position += 1
    return found


def _is_certain(text: str, found: _Found, before: _Found | None) -> bool:
    """Whether a full name stands for its place here, and isn't a piece of other words (上海|城市, 江西|山区)."""
    name, following = text[found.start : found.end], text[found.end : found.end + 1] or " "
    behind = before is not None and before.end == found.start
    if following in OTHER_WORD.get(name[-1], "") or name[-1] in "乡镇":  # many townships share a Taiwanese one's name
        return False
    if before and behind and found.numbers() & before.numbers():
        return True
    if name in ORDINARY or is_bare(name) or (len(name) == SHORTEST_NAME and following in OTHER_WORD_OF_TWO):
        return False
    if behind or found.start == 0 or text[found.start - 1] == " " or text[: found.start].endswith(_OFFICES):
        return True
    # Behind another full name the doubt counts the other way: 北京市驻运城市联络处 names two cities.
    is_second = before is not None and any(rank in FULL for rank, _, _ in before.senses)
    is_city = any(rank == CITY for rank, _, _ in found.senses)
    is_safe = (is_city or name.endswith(("市", "县"))) and (is_second or not name.endswith(_WORD_ENDS))
    return is_safe and len(name) > SHORTEST_NAME and following not in "级域城乡" and not _cuts_a_name(text, found)


def _cuts_a_name(text: str, found: _Found) -> bool:
    """Whether a province's or city's short name reaches into the name found: 浙江|都市报 holds 江都市."""
    return any(
        text[start:end] in divisions().provinces or _longest(text[:end], start, (CITY_SHORT,)).end == end
        for start in range(max(0, found.start - 4), found.start)
        for end in range(found.start + 1, found.end)
    )


def _with_front(text: str, front: list[_Found], full: list[_Found]) -> list[_Found]:
    """`full` with what of `front` says something about it: 上海|朝阳区, but not 南京|银行九江市分行."""
    if full and front and front[-1].end != full[0].start:
        front = [each for each in front if text[: each.end].endswith(("省", "自治区"))]
    return [*front, *full] if full else []


def _short_chain(text: str, front: list[_Found]) -> list[_Found]:
    """A city's short name followed by that of one of its counties: 九江|庐山|东林寺."""
    if not front:
        return []
    cities = {number for rank, number, _ in front[-1].senses if rank == CITY_SHORT}
    county = _longest(text, front[-1].end)
    senses = [sense for sense in county.senses if sense[0] == COUNTY_SHORT and sense[1] in cities]
    return [*front, county._replace(senses=senses)] if senses else []


def _common_cities(found: list[_Found]) -> set[int]:
    """The cities all names found can mean; of several, those where the names are today's."""
    cities = set.intersection(*(each.numbers() for each in found)) if found else set()
    if len(cities) > 1:
        return set.intersection(*(each.numbers(COUNTY_SHORT) for each in found))
    return cities


def _is_branch_elsewhere(rest: str, number: int) -> bool:
    """Whether `rest` of a name ends as a branch's does and names another city, even by its short name."""
    if not rest.endswith(_BRANCHES):
        return False
    cities = (_longest(rest, start, (CITY_SHORT,)) for start in range(len(rest) - 1))
    return any(each.senses and number not in each.numbers() and rest[each.end] not in "路街大" for each in cities)
