"""Gifts written as cards, a label and what it says below each other (姓名：张三, 金额：100), laid out as a table: a row for each card."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from donations.domain.paper_fields import PASSED
from donations.importers.patterns import pattern_of
from donations.importers.sheet import Struck
from donations.importers.stream import Row
from donations.importers.words.cells import plain_number, shown
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal, understood

_MOST = 20_000
"""Rows of a sheet of cards: a longer one is a table."""
_LONGEST_LINE, _LONGEST_LABEL, _MOST_LABELS = 400, 12, 30
_PAIR = pattern_of(r"(?:^|[\s,，;；|]+)([^\s:：,，;；|0-9]{1,12})\s?[:：]")
_NUMBER = pattern_of(r"^[(（]?[0-9]{1,2}[、.．)）]\s*")
_NAMING = ("donor", "party", "name", "payer", "unit_or_party", "recipient")
_AMOUNTS = ("money", "amount", "channel", "quantity", "content", "money_or_goods", "item_or_quantity", "item")
_SUMS = (*_AMOUNTS, "spent", "refund", "debit", "credit")
_NO_GIFTS = pattern_of(
    r"申[请報报]|报[销价]|借[条款支据]|审批单|领款|请款|付款[单凭]|工资|求助|订[货购]|合同|发票|会员|退款|\b(?:invoice|application|reimbursement|loan|refund|membership)\b",
    re.IGNORECASE,
)
"""What cards are called on which an amount beside a name is no gift."""
_OF_NO_GIFT = pattern_of(r"(?:申请|报销|借款|退款)[^会]{0,6}")
"""Labels on such cards: 申请人, 报销事由."""
_TWO, _LONGEST_TITLE = 2, 20

Pair = tuple[str, str]


class _Line(NamedTuple):
    """The labels of a row with what they say, in the column that each begins in; none of a row of words."""

    row: Row
    pairs: list[tuple[int, Pair]]


def laid_out(rows: Iterator[Row]) -> tuple[Iterator[Row], bool]:
    """The rows of a sheet, and whether they were cards: then these are rows below the labels as headings."""
    lines: list[_Line] = []
    for row in islice(rows, _MOST + 1):
        line = _line(row)
        lines.append(line or _Line(row, []))
        if line is None or len(lines) > _MOST:
            return chain((each.row for each in lines), rows), False
    table = _table(lines)
    return iter([each.row for each in lines] if table is None else table), table is not None


def _line(row: Row) -> _Line | None:
    """What a row says; None where it says several things and labels none of them, as rows of tables do."""
    if isinstance(row[1], Struck):
        return None
    filled = [(index, text) for index, cell in enumerate(row[1]) if (text := shown(cell))]
    if sum(len(text) for _, text in filled) > _LONGEST_LINE:
        return None
    if len(filled) == 1 and total_of(filled[0][1].partition("：")[0].partition(":")[0]):
        return _Line(row, [])  # 合计：300元
    pairs = [(index, _pairs(text)) for index, text in filled]
    if filled and all(found for _, found in pairs):
        return _Line(row, [(index, pair) for index, found in pairs for pair in found])
    two_by_two = _in_turn(filled)
    if two_by_two:
        return _Line(row, two_by_two)
    return _Line(row, []) if len(filled) < _TWO else None


def _in_turn(filled: Sequence[tuple[int, str]]) -> list[tuple[int, Pair]]:
    """The labels of a row with what stands in the cell behind each, which may be blank; none where something else stands there."""
    found: list[tuple[int, Pair]] = []
    for index, text in filled:
        label = text.rstrip(":： ")
        sense = _sense(label) if len(label) <= _LONGEST_LABEL else None
        is_behind = bool(found) and not found[-1][1][1]
        if is_behind and (sense is None or (sense == "channel" and index == found[-1][0] + 1)):  # 捐赠方式 | 微信
            found[-1] = (found[-1][0], (found[-1][1][0], text))
        elif sense is None:
            return []
        else:
            found.append((index, (label, "")))
    values = sum(1 for _, (_, value) in found if value)
    return found if values and _TWO * values >= len(found) else []


def _pairs(text: str) -> list[Pair]:
    """The labels within a cell with what stands behind each; none where it does not begin with one."""
    text = _NUMBER.sub("", text)
    found = [each for each in _PAIR.finditer(text) if not each.start() or _sense(each[1])]
    if not found or found[0].start():
        return []
    ends = [*(each.start() for each in found[1:]), len(text)]
    return [(each[1], text[each.end() : end].strip()) for each, end in zip(found, ends, strict=True)]


def _sense(label: str) -> str | None:
    sense = understood(label).sense
    return None if sense != PASSED and total_of(label) else sense  # 大写 beside 金额


def _table(lines: Sequence[_Line]) -> list[Row] | None:
    """The rows of a table of the cards; None where they are none, or may not be taken apart."""
    labelled = [line for line in lines if line.pairs]
    beside = any(len({normal(label) for _, (label, _) in line.pairs}) < len(line.pairs) for line in labelled)
    cards = _cards(labelled, beside=beside)
    if not cards or not all(_tells(card) for _, card in cards) or _heads_others(labelled, cards):
        return None
    labels = list(dict.fromkeys(label for _, card in cards for label in card))
    begin = labelled[0].row[0]
    above = [line.row for line in lines if not line.pairs and line.row[0] < begin]
    titles = [list(map(shown, cells)) for _, cells in above]
    if _is_of_no_gifts([*chain.from_iterable(titles)], labels) and not _are_said(cards):
        return None
    others = [line.row for line in lines if not line.pairs and line.row[0] > begin and _is_filled(line.row)]
    below = [row for row in others if list(map(shown, row[1])) not in titles]  # which comes again above each
    if len(labels) > _MOST_LABELS or any(row[0] < labelled[-1].row[0] for row in below):
        return None  # words among them may say whose those below are, or are an agreement
    rows = [(number, [card.get(label, "") for label in labels]) for number, card in cards]
    return [*above, (begin, labels), *rows, *below]


def _cards(lines: Sequence[_Line], *, beside: bool) -> list[tuple[int, dict[str, str]]]:
    """Each card with the number of its first row: it ends where its first label comes again; none where another comes twice.

    `beside`: several stand side by side, those of one below each other in one column.
    """
    cards: list[tuple[int, dict[str, str]]] = []
    current: dict[int, dict[str, str]] = {}
    first = lines[0].pairs[0][1][0] if lines else ""
    for line in lines:
        for index, (label, value) in line.pairs:
            place = index if beside else 0
            if normal(label) == normal(first):
                current[place] = {}
                cards.append((line.row[0], current[place]))
            if place not in current or label in current[place]:
                return []
            current[place][label] = value
    return cards


def _heads_others(lines: Sequence[_Line], cards: Sequence[tuple[int, dict[str, str]]]) -> bool:
    """Whether a label alone in its row, with nothing behind it in any card, may head those below it (退款：), or one of amounts in the
    last of them alone may say something of all (支出：60元).
    """
    alone = {line.pairs[0][1][0] for line in lines if len(line.pairs) == 1}
    last, before = cards[-1][1], [card for _, card in cards[:-1]]
    is_heading = any(not any(card.get(label) for _, card in cards) and _sense(label) in _SUMS for label in alone)
    of_all = before and any(
        _sense(label) in _SUMS and not any(label in card for card in before) for label, value in last.items() if value
    )
    return is_heading or bool(of_all)


def _is_of_no_gifts(titles: Sequence[str], labels: Sequence[str]) -> bool:
    """Whether a short line above the cards, or a label on them, says what they are, and that is none of gifts: 报销单."""
    is_titled = any(len(title) <= _LONGEST_TITLE and _NO_GIFTS.search(title) for title in titles)
    return is_titled or any(_OF_NO_GIFT.fullmatch(normal(label)) for label in labels)


def _are_said(cards: Sequence[tuple[int, dict[str, str]]]) -> bool:
    """Whether the labels say of each card that somebody gave, or got, 捐款人, and not only who, 姓名."""
    return all(
        any(_sense(label) in ("donor", "recipient") and value for label, value in card.items()) for _, card in cards
    )


def _tells(card: dict[str, str]) -> bool:
    """Whether a card names somebody, and what was given."""
    senses = [(_sense(label), value) for label, value in card.items() if value]
    names = any(sense in _NAMING and plain_number(value) is None for sense, value in senses)
    amounts = any(sense in _AMOUNTS for sense, _ in senses)
    return names and amounts


def _is_filled(row: Row) -> bool:
    return any(any(map(str.isalnum, cell)) for cell in row[1])
