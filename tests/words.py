"""What the words in the program's own tables are read as; `python tests/words.py` writes the list anew.

Each line of the list has a reader, a word and what the reader makes of it, apart by |. A unit or a sign that is spelled
wrong in a table, or lost from one, reads otherwise than the list says, and whoever changes a word sees it here.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from donations.domain import likeness, masking, period, place_names, units, units_english
from donations.domain.catalogue import common_items
from donations.domain.parsing import parse_quantities
from donations.domain.quantities import (
    glue,
    goods,
    money,
    name,
    numerals,
    numerals_digits,
    numerals_english,
    packing,
    size,
    words,
)  # fmt: skip

LIST = Path(__file__).with_suffix(".txt")
APART = "|"


def _unit(word: str) -> str:
    unit = units.unit_named(word)
    english = f"{units_english.english_of(unit.name)}, {units_english.english_of_one(unit.name)}"
    return f"{unit.name} {unit.rank.name} {unit.dimension} {unit.factor} {unit.decimals} {english}"


def _of_one_sort(word: str) -> str:
    others = [other for other in units.units() if other != word and units.factor_between(word, other) is not None]
    return " ".join(f"{other} {units.factor_between(word, other)}" for other in sorted(others))


def _currency(found: tuple[int, money.Currency] | None) -> str:
    return "none" if found is None else f"{found[0]} {found[1].item} {found[1].unit}"


def _read(text: str) -> str:
    return " ; ".join(
        f"{one.item} {one.number} {one.unit} {one.certainty} {one.packs} {one.pack_unit}"
        for one in parse_quantities(text)
    )


def _numeral(text: str) -> str:
    found = numerals.numeral_at(text, 0)
    if found is None:
        return "none"
    fault = found.fault.__name__ if found.fault else "sound"
    return f"{found.end} {found.value} {found.style.value} {'about ' * found.about}{'weak ' * found.weak}{fault}"


def _about(word: str) -> str:
    found = words.about_before().search(f"口罩{word}") or words.about_before().search(f"masks {word} ")
    return found[0].strip() if found else "none"


def _english(word: str) -> str:
    return f"{numerals_english.english_at(word, 0)} {numerals_english.english_factor(f'5 {word}', 1)}"


def _common(word: str) -> str:
    [found] = [common for common in common_items() if common.name == word]
    return f"{found.unit} {found.category} {','.join(found.english)} {','.join(found.aliases)} {found.decimals} {found.is_money}"


def _likeness(form: str) -> str:
    return f"{likeness.party_resembles('九江光明' + form, '九江光明')}"


def _outcome(text: str) -> str:
    try:
        return _read(text)
    except Exception as refusal:  # noqa: BLE001 - which one it is, is what the list says
        return type(refusal).__name__


READERS: dict[str, Callable[[str], str]] = {
    "unit": _unit,
    "of one sort": _of_one_sort,
    "currency behind": lambda word: _currency(money.currency_behind(f"100{word}", 3)),
    "currency before": lambda word: _currency(money.currency_before(f"{word}100", len(word))),
    "money": lambda word: f"{money.is_money_word(word)} {money.is_money_name(word)}",
    "character": goods.fold,
    "name with a number": lambda word: f"{goods.number_name_at(f'{word}，', 0)} {goods.number_name_at(f'{word}1', 0)}",
    "name with a unit": lambda word: str(goods.unit_name_at(word, 0)),
    "numeral": _numeral,
    "in English": _english,
    "about": _about,
    "no name": lambda word: _outcome(f"{word} 5个"),
    "English thing": lambda word: str(glue.is_english_thing(f"30 {word}s", 0, 3, 4 + len(word))),
    "size": lambda word: (
        f"{_outcome(f'物资20瓶5{word}')} / {_outcome(f'物资5{word}×20')} / {_outcome(f'物资1.25升×12{word}')}"
    ),
    "holder": lambda word: f"{_outcome(f'物资100片×50{word}')} / {_outcome(f'物资24盒×10{word}')}",
    "place in name": lambda word: (
        f"{place_names.place_in_name(f'{word}九江市委')} {place_names.place_in_name(f'九江市同仁堂武汉{word}')}"
    ),
    "ordinary place": lambda word: str(place_names.place_in_name(f"{word}医院")),
    "legal form": _likeness,
    "body": lambda word: str(masking.names_an_organisation(f"庐山某某{word}")),
    "surname": lambda word: masking.mask_person(f"{word}某某"),
    "day": lambda word: str(period.spoken_day(word, date(2020, 2, 10)) or period.parse_date(word, date(2020, 2, 10))),
    "quarter": lambda word: str(period.Period.quarter(f"2020年第{word}季度")),
    "common item": _common,
}


def tables() -> dict[str, list[str]]:
    """Every word of the tables, by its reader."""
    every = sorted(units.spellings())
    numbers = [*"〇零一壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十拾百佰千仟万萬亿億廿卅", *numerals_digits.VULGAR]
    english = [*numerals_english._ENGLISH_SMALL, *numerals_english._ENGLISH_TIMES, *numerals_english._ENGLISH_SOME]
    currencies = money.CURRENCIES
    named = (money._MONEY_NAMES + money._MONEY_CUES).split()
    return {
        "unit": every,
        "of one sort": sorted(units.units()),
        "currency behind": sorted({word for one in currencies for word in one.behind}),
        "currency before": sorted({word for one in currencies for word in one.before}),
        "money": sorted({*named, *(f"某{word}" for word in money._MONEY_ENDINGS), *money._NO_MONEY}),
        "character": sorted({key for key in goods._PLAIN if len(key) == 1}),
        "name with a number": sorted(word.replace("_", " ") for word in goods._NUMBER_NAMES.split()),
        "name with a unit": sorted(goods._UNIT_NAMES.split()),
        "numeral": [*numbers, *(f"5{word}" for word in "十百千万亿"), *numerals._NOT_A_MULTIPLIER,
                    *(f"5{word}" for word in numerals._NOT_A_MULTIPLIER)],
        "in English": english,
        "about": sorted({*words._ABOUT_BEFORE, *words._ABOUT_ENGLISH}),
        "no name": sorted(name._NO_NAMES),
        "English thing": sorted(glue._ENGLISH_THINGS),
        "size": sorted({*packing._SIZES, *size._SMALL, *size._BOTTLES}),
        "holder": sorted({*packing._HOLDERS, *packing._BUNDLES}),
        "place in name": sorted({*place_names._OFFICES, *place_names._BRANCHES}),
        "ordinary place": [*sorted(place_names.ORDINARY), "沿海城市", "便宜都市报", "大都市", "海天门市部", "海天门市"],
        "legal form": sorted(likeness._LEGAL_FORMS),
        "body": sorted(masking._BODIES.split()),
        "surname": sorted(masking._SURNAMES.split()),
        "day": sorted(period._DAYS_AGO),
        "quarter": sorted(period._QUARTERS),
        "common item": [common.name for common in common_items()],
    }  # fmt: skip


def lines() -> Iterator[str]:
    """The list as it should be now."""
    for reader, every in tables().items():
        yield from (APART.join((reader, word, READERS[reader](word))) for word in every)


def listed() -> dict[str, list[tuple[str, str]]]:
    """The list as it is: by its reader, each word and what it is read as."""
    found: dict[str, list[tuple[str, str]]] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        reader, word, meaning = line.split(APART, 2)
        found.setdefault(reader, []).append((word, meaning))
    return found


if __name__ == "__main__":
    LIST.write_text("\n".join(lines()) + "\n", encoding="utf-8")
