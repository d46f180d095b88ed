"""Sheets of one file that say other sheets' gifts in other words: names with stars, or what came in again beside who got it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from donations.domain.imported import TableOutcome
from donations.domain.masking import names_an_organisation
from donations.domain.nameless import KIND_PERSON
from donations.domain.place import may_be_place
from donations.domain.slip_words import may_be_person, may_be_word
from donations.domain.stars import may_be
from donations.importers.table import OF_OTHER_SHEETS
from donations.store.import_sheets import Handed, SaidLine

_FEWEST = 2
"""This many rows whose names are hidden are no coincidence."""
_CROWD = 100
"""Among more rows of one day and amount nobody tells who is meant by a name with stars."""
_HANDS_OUT = re.compile(
    r"发放|领用|领取|出库|分发|派发|分配|派發|發放|出庫|領取|領用|分發|distribut|issued|given out|outgoing",
    re.IGNORECASE,
)
"""What a sheet, or a column of it, is called that says what went out."""

_OF_A_PART = re.compile(r"高[一二三中考]|周[一二三四五六日末]|方案.|白天|常[规见]|华[东南西北中]")
"""What looks like a name, and is a year of school, a day of the week or a part of a country that a sheet is of."""


def is_masked_copy(
    rows: Counter[SaidLine], others: Counter[SaidLine], names: Mapping[str, str], *, by_day: bool
) -> bool:
    """Whether each row stands in `others` too, some with the names hidden behind stars in one of the two: 李*华.

    `names`: what parties are called, by what `SaidLine.parties` says; `by_day`: whether they must be of the same day.
    """
    beside: dict[tuple[str, int, int | None], list[str]] = defaultdict(list)
    for line in others.elements():
        beside[_kept(line, by_day=by_day)].append(names.get(line.parties, ""))
    masked = 0
    for line in rows.elements():
        crowd, name = beside[_kept(line, by_day=by_day)], names.get(line.parties, "")
        if not name or len(crowd) > _CROWD:
            return False
        found = name if name in crowd else next((one for one in crowd if may_be(name, one) or may_be(one, name)), None)
        if found is None:
            return False
        crowd.remove(found)
        masked += found != name
    return masked >= _FEWEST


def _kept(line: SaidLine, *, by_day: bool) -> tuple[str, int, int | None]:
    return (line.date if by_day else "", line.item, line.amount)


def sums_of_unread(tables: Sequence[TableOutcome]) -> TableOutcome | None:
    """The table of gifts whose rows that are worked out from other sheets are nobody's gift elsewhere, for no other sheet says any; or None."""
    for table in tables:
        others = [one for one in tables if one.sheet != table.sheet]
        says_gifts = any(one.accepted or one.duplicate or one.rejected for one in others)
        if table.imported and OF_OTHER_SHEETS in table.reasons and not says_gifts:
            return table
    return None


def gives_on(words: Sequence[str], handed: Sequence[Handed], came: Sequence[Handed]) -> bool:
    """Whether a sheet of what went out by its name and headings, `words`, says of all that it hands out by whom it was given, and that came in by others: 物资来源 below 发放."""
    if (
        not any(map(_HANDS_OUT.search, words))
        or not handed
        or any(not one.is_relay or not one.donors for one in handed)
    ):
        return False
    received: Counter[tuple[str, int]] = Counter()
    for one in came:
        if not one.is_relay:
            received[one.donors, one.item] += one.amount or 0
    given: Counter[tuple[str, int]] = Counter()
    for one in handed:
        given[one.donors, one.item] += one.amount or 0
    return all(amount <= received[key] for key, amount in given.items())


def is_called_after_somebody(name: str, parties: Iterable[str], names: Mapping[str, str]) -> bool:
    """Whether a sheet whose gifts are nobody's by its columns, `parties`, is called as somebody is, who may have given them: 李华."""
    is_nobodys = all(names.get(party, KIND_PERSON) == KIND_PERSON for party in parties)
    may_be_one = may_be_person(name) and not (may_be_word(name) or _OF_A_PART.fullmatch(name) or may_be_place(name))
    return is_nobodys and (may_be_one or names_an_organisation(name))
