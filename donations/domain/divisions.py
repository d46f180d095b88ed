"""The table of China's divisions (divisions.tsv beside this file): every name a place has, and how surely it means it.

Made once by scripts/make_divisions.py; nothing of it is read before the first look-up.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import NamedTuple

from donations.domain.text import tidy


class Place(NamedTuple):
    """A city, and the county in it where one was named."""

    province: str
    city: str
    county: str | None


# How a name stands for a place, the surest first; a surer sense hides the others where a name stands alone.
CITY, COUNTY, CITY_SHORT, COUNTY_SHORT, FAR, FORMER, FORMER_SHORT = range(7)
FULL = (CITY, COUNTY, FORMER, FAR)
Sense = tuple[int, int, str]  # how it stands, the number of the city, the county's full name or ""

# Hong Kong's, Macau's and Taiwan's districts share many names with the mainland's (大安区, 金山区), where the
# program is used: alone they count only where the mainland has no such name.
_FAR_PROVINCES = ("香港特别行政区", "澳门特别行政区", "台湾省")
SHORTEST_NAME, LONGEST_NAME = 2, 16
LONGEST_TEXT = 100


class Divisions:
    """Cities by their number, and what every name can mean."""

    def __init__(self, lines: list[str]) -> None:
        self.cities: list[tuple[str, str]] = []  # province and full name
        self.provinces: dict[str, str] = {}  # full and short name -> full name
        self.senses: dict[str, list[Sense]] = {}
        self.latin: dict[str, list[Sense]] = {}
        for line in lines:
            self._add_city(*line.split("\t"))
        self.begins = {name[:SHORTEST_NAME] for name in (*self.senses, *self.provinces)}
        """What names begin with: most words hold none of these, and so no name."""
        self.first = {name[0] for name in self.begins}

    def place(self, number: int, county: str) -> Place:
        province, city = self.cities[number]
        return Place(province, city, county or None)

    def _add_city(self, province: str, city: str, latin: str, *more: str) -> None:
        former, counties, former_counties, *_ = *more, "", "", ""
        number, (name, short) = len(self.cities), _names(city)
        self.cities.append((province, name))
        self.provinces[province] = province
        self.provinces[province[: 3 if province.startswith(("内蒙古", "黑龙江")) else 2]] = province
        self._add(name, CITY, number)
        if short not in self.provinces or name.endswith("市") or name == province:
            self._add(short, CITY_SHORT, number)  # 海南 is the province before it is 海南藏族自治州
        if name.endswith("自治州"):
            self._add(short + "州", CITY, number)
        for spelling in latin.split():
            self.latin.setdefault(spelling, []).append((CITY, number, ""))
        for each in former.split():
            self._add(each, FORMER, number)
        ranks = (FAR, FORMER_SHORT) if province in _FAR_PROVINCES else (COUNTY, COUNTY_SHORT)
        for each in counties.split():
            self._add_county(number, each, *ranks)
        for each in former_counties.split():
            self._add_county(number, each, FORMER, FORMER_SHORT)

    def _add_county(self, number: int, entry: str, rank: int, short_rank: int) -> None:
        name, short = _names(entry)
        self._add(name, rank, number, name)
        if short not in (name, "市中"):  # 市中 of 市中区 would be found in 内江市中医院
            self._add(short, short_rank, number, name)
            if name.endswith(("自治县", "自治旗")):  # as if former: 东乡县 was another county than 东乡族自治县
                self._add(short + name[-1], FORMER, number, name)

    def _add(self, name: str, rank: int, number: int, county: str = "") -> None:
        self.senses.setdefault(name, []).append((rank, number, county))


@cache
def divisions() -> Divisions:
    """The table; read the first time it is asked for."""
    lines = Path(__file__).with_name("divisions.tsv").read_text("utf-8").splitlines()
    return Divisions([line for line in lines if not line.startswith("#")])


def _names(entry: str) -> tuple[str, str]:
    """The full and the short name of an entry of the table; the same twice where no short one is usual (忠县)."""
    name, _, short = entry.partition("=")
    return name, short or (name[:-1] if len(name) > SHORTEST_NAME else name)


def plain_name(text: str, separator: str) -> str:
    """Narrow, small letters without blanks; what is neither letter nor digit becomes `separator`."""
    folded = unicodedata.normalize("NFKC", tidy(text)).casefold().replace(" ", "").replace("ü", "v")
    if folded.isalnum():
        return folded
    return "".join(character if character.isalnum() else separator for character in folded)


def is_bare(name: str) -> bool:
    """Whether a district's name says no more than a part of some city: 城区, 东区, 矿区."""
    return len(name) == SHORTEST_NAME and name[-1] == "区"
