"""What people write where a place is asked for: 九江, 庐山市, 江西省九江市, Jiujiang.

The rule throughout: a name that several cities have is asked about, never guessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from operator import eq

from donations import errors
from donations.domain.divisions import (
    CITY,
    CITY_SHORT,
    COUNTY,
    COUNTY_SHORT,
    FAR,
    FORMER,
    FORMER_SHORT,
    LONGEST_NAME,
    LONGEST_TEXT,
    SHORTEST_NAME,
    Place,
    Sense,
    divisions,
    is_bare,
    plain_name,
)
from donations.domain.text import tidy
from donations.domain.thing import Hint

__all__ = ["Place", "is_place", "known_cities", "may_be_place", "parse_place", "province_of"]


def parse_place(text: str) -> Place:
    """The place meant by `text`: 九江市, 九江, 庐山, 江西省九江市庐山市, 星子县 (a former name), Jiu Jiang.

    Raises UnknownPlace (a province alone is no city), PlaceOfSeveral where several cities have the name.
    """
    plain = plain_name(text, "")
    if plain.isascii():
        return _parse_latin(text, plain)
    senses = _readings(plain)
    best = min((sense[0] for sense in senses), default=FORMER_SHORT)
    if not senses or (plain in divisions().provinces and best > CITY_SHORT):
        raise errors.UnknownPlace(got=tidy(text)[:40], hint=Hint(_near(plain)))
    if plain in _ASKED:
        best = COUNTY_SHORT
    elif is_bare(plain):  # 东区 of 攀枝花市, and of 香港
        best = FAR if best == COUNTY else best
    else:
        senses = [sense for sense in senses if sense[0] == best]
    return _only_one(text, [sense for sense in senses if sense[0] <= best])


def is_place(text: str) -> bool:
    """Whether the whole of `text` is a place's name: 九江庐山市, 江西省, 九江; not 爱心."""
    plain = plain_name(text, "")
    return plain in divisions().provinces or any(sense[0] <= FORMER for sense in _readings(plain))


def may_be_place(text: str) -> bool:
    """Whether the whole of `text` may be read as a place, of one city or of several; it costs little where it is none."""
    return bool(_readings(plain_name(text, "")))


def place_named(text: str) -> Place | None:
    """As `parse_place`; None of what is no place. What may have been meant isn't worked out for it, which takes longer than all else.

    Raises PlaceOfSeveral where several cities have the name, and UnknownPlace of some that are none.
    """
    is_chinese = any(character >= "\u3400" for character in text)
    return None if is_chinese and not may_be_place(text) else parse_place(text)


def known_cities() -> tuple[str, ...]:
    """The full names of all cities of prefecture level, in the order of their codes."""
    return tuple(city for _, city in divisions().cities)


def counties_beginning(text: str) -> list[str]:
    """The full names of counties that begin so and are of one city alone: another is written behind its city."""
    known = divisions()
    return [
        name
        for name, senses in known.senses.items()
        if name.startswith(text) and len(senses) == 1 and senses[0][0] == COUNTY and senses[0][2] == name
    ]


def latin_beginning(text: str) -> list[str]:
    """The names in Latin letters that begin so and are of one city alone, as `text` writes them: Jiujiang, jiujiang."""
    begin = text.lower()
    return [
        text + name[len(text) :]
        for name, senses in divisions().latin.items()
        if name.startswith(begin) and len(senses) == 1
    ]


def province_of(city: str) -> str | None:
    """The province of a city's full name; None where there is no such city."""
    return next((province for province, name in divisions().cities if name == city), None)


# Short names of a city that as often mean another city's county: 朝阳市, or 朝阳区 of 北京市.
_ASKED = ("朝阳", "兴安", "甘南", "昌江", "新北")
_SHOWN = 3  # cities of a province in a hint
_NEAR_SHOWN = 8  # 南倡市 may be seven cities, among them 南昌市
_COMPARED = 60  # names equally near are some ten
_COMMON = (
    3755  # characters that GB 2312 has in the order of their sounds, 久 and 九 two apart; a sound has nine of them
)
_SOUNDS_ALIKE = 9
_FAR_APART = 10_000


def _readings(text: str) -> list[Sense]:
    """All ways to read the whole of `text` as [province][city][county]."""
    if not SHORTEST_NAME <= len(text) <= 3 * LONGEST_NAME:
        return []
    found = list(_city_or_county(text, None))
    for cut in range(SHORTEST_NAME, min(len(text), LONGEST_NAME)):
        if province := divisions().provinces.get(text[:cut]):
            found.extend(_city_or_county(text[cut:], province))
    return found


def _city_or_county(text: str, province: str | None) -> Iterator[Sense]:
    table = divisions()
    for sense in table.senses.get(text, ()):
        if province in (None, table.cities[sense[1]][0]):
            yield sense
    for cut in range(SHORTEST_NAME, min(len(text), LONGEST_NAME)):
        for _, number, county in table.senses.get(text[:cut], ()):
            if not county and province in (None, table.cities[number][0]):
                inside = [sense for sense in table.senses.get(text[cut:], ()) if sense[1] == number and sense[2]]
                best = min(inside, default=None)
                yield from ((CITY, number, name) for rank, _, name in inside if best and rank == best[0])


def _only_one(text: str, senses: list[Sense]) -> Place:
    """The place all `senses` mean; raises PlaceOfSeveral where they mean several cities."""
    table = divisions()
    numbers = list(dict.fromkeys(number for _, number, _ in senses))
    counties = {county for _, _, county in senses}
    if len(numbers) == 1:
        return table.place(numbers[0], min(counties) if len(counties) == 1 else "")
    cities = [table.cities[number][1] for number in numbers]
    raise errors.PlaceOfSeveral(got=tidy(text)[:40], cities="、".join(cities), example=cities[0] + senses[0][2])


def _parse_latin(text: str, plain: str) -> Place:
    """A city in pinyin or English: Jiujiang, jiu jiang, Jiujiang City, Xi'an."""
    latin = divisions().latin
    for suffix in ("", "city", "shi", "municipality", "prefecture"):
        if plain.endswith(suffix) and (senses := latin.get(plain.removesuffix(suffix))):
            return _only_one(text, senses)
    close = _closest(plain, latin)
    hint = f"{close.capitalize()} {divisions().cities[latin[close][0][1]][1]}" if close else ""
    raise errors.UnknownPlace(got=tidy(text)[:40], hint=Hint(hint))


def _near(text: str) -> str:
    """What may have been meant: `九江市`, some cities of a province, or "" where nothing is near."""
    table = divisions()
    if province := table.provinces.get(text):
        cities = [city for its_province, city in table.cities if its_province == province]
        return f"{province}: {'、'.join(cities[:_SHOWN])}{'…' * (len(cities) > _SHOWN)}"
    for start in range(1, len(text) - 1):
        if senses := table.senses.get(text[start:]):
            _, number, county = min(senses)
            return f"{table.cities[number][1]}{county}"
    near = _alike(
        text[:LONGEST_TEXT],
        {name: senses[0][0] for name, senses in table.senses.items() if senses[0][0] in (CITY, COUNTY)},
    )
    return "、".join(near[:_NEAR_SHOWN]) + "…" * (len(near) > _NEAR_SHOWN)


def _alike(text: str, ranks: Mapping[str, int]) -> list[str]:
    """The names most like `text`: those that sound like it first, then cities.

    Of those equally near, who have most characters in the same place (吉按市: 吉安市 before 昌吉市).
    """
    from difflib import SequenceMatcher, get_close_matches  # as below

    likeness = {
        name: (SequenceMatcher(None, name, text).ratio(), sum(map(eq, name, text)))
        for name in get_close_matches(text, ranks, n=_COMPARED, cutoff=0.6)
    }
    most = max(likeness.values(), default=None)
    near = [(_apart_in_sound(name, text), name) for name, each in likeness.items() if each == most]
    return [name for *_how, name in sorted((apart > _SOUNDS_ALIKE, ranks[name], apart, name) for apart, name in near)]


def _apart_in_sound(name: str, text: str) -> int:
    """How far apart the characters are that stand for each other, where common characters are put in the order of their sounds (GB 2312)."""
    if len(name) != len(text):
        return _FAR_APART
    return sum(
        abs(_in_order_of_sounds(one) - _in_order_of_sounds(other))
        for one, other in zip(name, text, strict=True)
        if one != other
    )


def _in_order_of_sounds(character: str) -> int:
    """The place of a common character among all, which begin with 啊; of others, far from any."""
    row, cell = character.encode("gb2312", "replace").rjust(2)  # one byte of what it hasn't
    place = (row - 0xB0) * 94 + cell - 0xA1
    return place if 0 <= place < _COMMON else _FAR_APART * (1 + ord(character))


def _closest(text: str, names: Iterable[str]) -> str:
    from difflib import get_close_matches  # takes as long to import as all of this module

    return next(iter(get_close_matches(text[:LONGEST_TEXT], names, n=1, cutoff=0.75)), "")
