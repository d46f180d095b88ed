"""Where somebody lies: China's cities of prefecture level and their counties, as people write them.

The table is divisions.tsv beside this file (see scripts/make_divisions.py); nothing of it is read before the first
look-up. The rule throughout: a name that several cities have is asked about, never guessed.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

from donations import errors
from donations.domain.text import tidy


@dataclass(frozen=True, slots=True)
class Place:
    """A city, and the county in it where one was named."""

    province: str
    city: str
    county: str | None


def parse_place(text: str) -> Place:
    """The place meant by `text`: 九江市, 九江, 庐山, 江西省九江市庐山市, 星子县 (a former name), Jiu Jiang.

    Raises UnknownPlace (a province alone is no city), PlaceOfSeveral where several cities have the name.
    """
    plain = _plain(text, "")
    if plain.isascii():
        return _parse_latin(text, plain)
    senses = _readings(plain)
    best = min((sense[0] for sense in senses), default=_FORMER_SHORT)
    if not senses or (plain in _table().provinces and best > _CITY_SHORT):
        raise errors.UnknownPlace(got=tidy(text)[:40], hint=_hint(plain))
    if plain in _ASKED:
        best = _COUNTY_SHORT
    elif _is_bare(plain):  # 东区 of 攀枝花市, and of 香港
        best = _FAR if best == _COUNTY else best
    else:
        senses = [sense for sense in senses if sense[0] == best]
    return _only_one(text, [sense for sense in senses if sense[0] <= best])


def place_in_name(name: str) -> Place | None:
    """Where a party's name says it lies (九江市第三人民医院, 共青团庐山市委); None unless that is certain."""
    text = _plain(name, " ")[:_LONGEST_TEXT]
    front = _front(text)
    found = _with_front(text, front, _full_names(text, front)) or _short_chain(text, front)
    cities = _common_cities(found)
    if len(cities) != 1 or _is_branch_elsewhere(text[found[0].end :], min(cities)):
        return None
    counties = {county for each in found for _, number, county in each.senses if number in cities and county}
    return _table().place(min(cities), min(counties) if len(counties) == 1 else "")


def is_place(text: str) -> bool:
    """Whether the whole of `text` is a place's name: 九江庐山市, 江西省, 九江; not 爱心."""
    plain = _plain(text, "")
    return plain in _table().provinces or any(sense[0] <= _FORMER for sense in _readings(plain))


def known_cities() -> tuple[str, ...]:
    """The full names of all cities of prefecture level, in the order of their codes."""
    return tuple(city for _, city in _table().cities)


def province_of(city: str) -> str | None:
    """The province of a city's full name; None where there is no such city."""
    return next((province for province, name in _table().cities if name == city), None)


# --- the table

# How a name stands for a place, the surest first; a surer sense hides the others where a name stands alone.
_CITY, _COUNTY, _CITY_SHORT, _COUNTY_SHORT, _FAR, _FORMER, _FORMER_SHORT = range(7)
_FULL = (_CITY, _COUNTY, _FORMER, _FAR)
_Sense = tuple[int, int, str]  # how it stands, the number of the city, the county's full name or ""

# Hong Kong's, Macau's and Taiwan's districts share many names with the mainland's (大安区, 金山区), where the
# program is used: alone they count only where the mainland has no such name.
_FAR_PROVINCES = ("香港特别行政区", "澳门特别行政区", "台湾省")
# Short names of a city that as often mean another city's county: 朝阳市, or 朝阳区 of 北京市.
_ASKED = ("朝阳", "兴安", "甘南", "昌江", "新北")
_SHORTEST_NAME, _LONGEST_NAME = 2, 16
_LONGEST_TEXT = 100
_SHOWN = 3  # cities of a province in a hint


class _Table:
    def __init__(self, lines: list[str]) -> None:
        self.cities: list[tuple[str, str]] = []  # province and full name
        self.provinces: dict[str, str] = {}  # full and short name -> full name
        self.senses: dict[str, list[_Sense]] = {}
        self.latin: dict[str, list[_Sense]] = {}
        for line in lines:
            self._add_city(*line.split("\t"))

    def place(self, number: int, county: str) -> Place:
        province, city = self.cities[number]
        return Place(province, city, county or None)

    def _add_city(self, province: str, city: str, latin: str, *more: str) -> None:
        former, counties, former_counties, *_ = *more, "", "", ""
        number, (name, short) = len(self.cities), _names(city)
        self.cities.append((province, name))
        self.provinces[province] = province
        self.provinces[province[: 3 if province.startswith(("内蒙古", "黑龙江")) else 2]] = province
        self._add(name, _CITY, number)
        if short not in self.provinces or name.endswith("市") or name == province:
            self._add(short, _CITY_SHORT, number)  # 海南 is the province before it is 海南藏族自治州
        if name.endswith("自治州"):
            self._add(short + "州", _CITY, number)
        for spelling in latin.split():
            self.latin.setdefault(spelling, []).append((_CITY, number, ""))
        for each in former.split():
            self._add(each, _FORMER, number)
        ranks = (_FAR, _FORMER_SHORT) if province in _FAR_PROVINCES else (_COUNTY, _COUNTY_SHORT)
        for each in counties.split():
            self._add_county(number, each, *ranks)
        for each in former_counties.split():
            self._add_county(number, each, _FORMER, _FORMER_SHORT)

    def _add_county(self, number: int, entry: str, rank: int, short_rank: int) -> None:
        name, short = _names(entry)
        self._add(name, rank, number, name)
        if short not in (name, "市中"):  # 市中 of 市中区 would be found in 内江市中医院
            self._add(short, short_rank, number, name)
            if name.endswith(("自治县", "自治旗")):  # as if former: 东乡县 was another county than 东乡族自治县
                self._add(short + name[-1], _FORMER, number, name)

    def _add(self, name: str, rank: int, number: int, county: str = "") -> None:
        self.senses.setdefault(name, []).append((rank, number, county))


@cache
def _table() -> _Table:
    lines = Path(__file__).with_name("divisions.tsv").read_text("utf-8").splitlines()
    return _Table([line for line in lines if not line.startswith("#")])


def _names(entry: str) -> tuple[str, str]:
    """The full and the short name of an entry of the table; the same twice where no short one is usual (忠县)."""
    name, _, short = entry.partition("=")
    return name, short or (name[:-1] if len(name) > _SHORTEST_NAME else name)


# --- a whole text


def _plain(text: str, separator: str) -> str:
    """Narrow, small letters without blanks; what is neither letter nor digit becomes `separator`."""
    folded = unicodedata.normalize("NFKC", tidy(text)).casefold().replace(" ", "").replace("ü", "v")
    return "".join(character if character.isalnum() else separator for character in folded)


def _is_bare(name: str) -> bool:
    """Whether a district's name says no more than a part of some city: 城区, 东区, 矿区."""
    return len(name) == _SHORTEST_NAME and name[-1] == "区"


def _readings(text: str) -> list[_Sense]:
    """All ways to read the whole of `text` as [province][city][county]."""
    if not _SHORTEST_NAME <= len(text) <= 3 * _LONGEST_NAME:
        return []
    found = list(_city_or_county(text, None))
    for cut in range(_SHORTEST_NAME, min(len(text), _LONGEST_NAME)):
        if province := _table().provinces.get(text[:cut]):
            found.extend(_city_or_county(text[cut:], province))
    return found


def _city_or_county(text: str, province: str | None) -> Iterator[_Sense]:
    table = _table()
    for sense in table.senses.get(text, ()):
        if province in (None, table.cities[sense[1]][0]):
            yield sense
    for cut in range(_SHORTEST_NAME, min(len(text), _LONGEST_NAME)):
        for _, number, county in table.senses.get(text[:cut], ()):
            if not county and province in (None, table.cities[number][0]):
                inside = [sense for sense in table.senses.get(text[cut:], ()) if sense[1] == number and sense[2]]
                best = min(inside, default=None)
                yield from ((_CITY, number, name) for rank, _, name in inside if best and rank == best[0])


def _only_one(text: str, senses: list[_Sense]) -> Place:
    """The place all `senses` mean; raises PlaceOfSeveral where they mean several cities."""
    table = _table()
    numbers = list(dict.fromkeys(number for _, number, _ in senses))
    counties = {county for _, _, county in senses}
    if len(numbers) == 1:
        return table.place(numbers[0], min(counties) if len(counties) == 1 else "")
    cities = [table.cities[number][1] for number in numbers]
    raise errors.PlaceOfSeveral(got=tidy(text)[:40], cities="、".join(cities), example=cities[0] + senses[0][2])


def _parse_latin(text: str, plain: str) -> Place:
    """A city in pinyin or English: Jiujiang, jiu jiang, Jiujiang City, Xi'an."""
    latin = _table().latin
    for suffix in ("", "city", "shi", "municipality", "prefecture"):
        if plain.endswith(suffix) and (senses := latin.get(plain.removesuffix(suffix))):
            return _only_one(text, senses)
    close = _closest(plain, latin, 0.75)
    hint = f" ({close.capitalize()} {_table().cities[latin[close][0][1]][1]}?)" if close else ""
    raise errors.UnknownPlace(got=tidy(text)[:40], hint=hint)


def _hint(text: str) -> str:
    """Data for UnknownPlace, in no language: " (九江市?)", the cities of a province, or "" where nothing is near."""
    table = _table()
    if province := table.provinces.get(text):
        cities = [city for its_province, city in table.cities if its_province == province]
        return f" ({province}: {'、'.join(cities[:_SHOWN])}{'…' * (len(cities) > _SHOWN)}?)"
    for start in range(1, len(text) - 1):
        if senses := table.senses.get(text[start:]):
            _, number, county = min(senses)
            return f" ({table.cities[number][1]}{county}?)"
    close = _closest(text, [name for name, senses in table.senses.items() if senses[0][0] in (_CITY, _COUNTY)], 0.6)
    return f" ({close}?)" if close else ""


def _closest(text: str, names: Iterable[str], likeness: float) -> str:
    from difflib import get_close_matches  # takes as long to import as all of this module

    return next(iter(get_close_matches(text[:_LONGEST_TEXT], names, n=1, cutoff=likeness)), "")


# --- a place inside a name


class _Found(NamedTuple):
    """A name of a place at text[start:end], with what it can mean."""

    start: int
    end: int
    senses: list[_Sense]

    def numbers(self, worst: int = 99) -> set[int]:
        """The numbers of the cities it can mean in a sense as sure as `worst` or surer."""
        return {number for rank, number, _ in self.senses if rank <= worst}


# Full names that are ordinary words, or that many cities give a part of theirs: certain only behind their city.
_ORDINARY = ("老城区", "新城区", "新市区", "山城区", "江南区", "海港区", "海南区", "河北区", "东城区", "西城区", "北城区", "南城区", "城东区", "城西区", "河西区", "新北区", "滨海新区", "南山矿区")  # fmt: skip
# What makes another word of a name's end: 市场, 区域, 旗舰店; and where the name has two characters: 新县城, 古县镇.
_OTHER_WORD = {"市": "场", "区": "域块间", "旗": "舰下帜袍", "县": "级域路街"}
_OTHER_WORD_OF_TWO = "城镇村庄营路街"
# Ends of names that belong to words: 沿海城市, 都市报, 门市部. Certain at the start only.
_WORD_ENDS = ("城市", "都市", "门市")
# What stands in front of the place in names of offices: 中共永丰县委, 共青团庐山市委, 国网九江市供电公司.
_OFFICES = ("中共", "共青团", "国网", "税务总局", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "武警", "中国共产党")  # fmt: skip
# A branch lies where its own word says, not where the head office does: 北京同仁堂九江店.
_BRANCHES = ("店", "分公司", "分行", "支行", "办事处", "分会", "分院", "分社", "商会", "同乡会")


def _longest(text: str, start: int, ranks: tuple[int, ...] | None = None) -> _Found:
    """The longest name at `start`, of one of `ranks` or of any kind (then a province's too); empty where none is."""
    table = _table()
    for end in range(min(len(text), start + _LONGEST_NAME), start + 1, -1):
        senses = table.senses.get(text[start:end], [])
        kept = [sense for sense in senses if ranks is None or sense[0] in ranks]
        if kept or (ranks is None and text[start:end] in table.provinces):
            return _Found(start, end, kept)
    return _Found(start, start, [])


def _front(text: str) -> list[_Found]:
    """The province and the city's short name that `text` begins with: 江西, 江西省九江, 九江."""
    table, front, first = _table(), [], _longest(text, 0)
    if any(sense[0] == _CITY for sense in first.senses):
        return []  # 北京市 is a province, and is found as a city
    if province := table.provinces.get(text[: first.end]):
        inside = [(_COUNTY_SHORT, number, "") for number, city in enumerate(table.cities) if city[0] == province]
        front.append(_Found(0, first.end, inside))
        first = first if first.senses else _longest(text, first.end)
    short = [sense for sense in first.senses if sense[0] == _CITY_SHORT]
    return [*front, _Found(first.start, first.end, short)] if short else front


def _full_names(text: str, front: list[_Found]) -> list[_Found]:
    """The full names in `text` from left to right, without those that may be parts of other words."""
    found: list[_Found] = []
    before = front[-1] if front else None
    position = before.end if before else 0
    while position < len(text) - 1:
        each = _longest(text, position, _FULL)
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
    if following in _OTHER_WORD.get(name[-1], "") or name[-1] in "乡镇":  # many townships share a Taiwanese one's name
        return False
    if before and behind and found.numbers() & before.numbers():
        return True
    if name in _ORDINARY or _is_bare(name) or (len(name) == _SHORTEST_NAME and following in _OTHER_WORD_OF_TWO):
        return False
    if behind or found.start == 0 or text[found.start - 1] == " " or text[: found.start].endswith(_OFFICES):
        return True
    # Behind another full name the doubt counts the other way: 北京市驻运城市联络处 names two cities.
    is_second = before is not None and any(rank in _FULL for rank, _, _ in before.senses)
    is_city = any(rank == _CITY for rank, _, _ in found.senses)
    is_safe = (is_city or name.endswith(("市", "县"))) and (is_second or not name.endswith(_WORD_ENDS))
    return is_safe and len(name) > _SHORTEST_NAME and following not in "级域城乡" and not _cuts_a_name(text, found)


def _cuts_a_name(text: str, found: _Found) -> bool:
    """Whether a province's or city's short name reaches into the name found: 浙江|都市报 holds 江都市."""
    return any(
        text[start:end] in _table().provinces or _longest(text[:end], start, (_CITY_SHORT,)).end == end
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
    cities = {number for rank, number, _ in front[-1].senses if rank == _CITY_SHORT}
    county = _longest(text, front[-1].end)
    senses = [sense for sense in county.senses if sense[0] == _COUNTY_SHORT and sense[1] in cities]
    return [*front, county._replace(senses=senses)] if senses else []


def _common_cities(found: list[_Found]) -> set[int]:
    """The cities all names found can mean; of several, those where the names are today's."""
    cities = set.intersection(*(each.numbers() for each in found)) if found else set()
    if len(cities) > 1:
        return set.intersection(*(each.numbers(_COUNTY_SHORT) for each in found))
    return cities


def _is_branch_elsewhere(rest: str, number: int) -> bool:
    """Whether `rest` of a name ends as a branch's does and names another city, even by its short name."""
    if not rest.endswith(_BRANCHES):
        return False
    cities = (_longest(rest, start, (_CITY_SHORT,)) for start in range(len(rest) - 1))
    return any(each.senses and number not in each.numbers() and rest[each.end] not in "路街大" for each in cities)
