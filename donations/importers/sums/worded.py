"""Rows of words alone, which are no records: notes, what the rows below them are of, and what stands below the table."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from donations.domain.paper_fields import PASSED
from donations.domain.slip_words import may_be_person
from donations.importers.columns.columns import AMOUNTS, GOODS, GOODS_IN, GOODS_OUT, MONEY_IN, REMARK
from donations.importers.columns.headed import is_label, labelled, left_blank
from donations.importers.columns.title import Title, day_in, read_title
from donations.importers.layouts.finding import Further
from donations.importers.layouts.values import says_amount
from donations.importers.patterns import pattern_of
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.sums import sections
from donations.importers.sums.for_names import NAMED, has_serial
from donations.importers.sums.stated import Stated
from donations.importers.words import cells as one
from donations.importers.words import nothing
from donations.importers.words.day_lines import BATCH
from donations.importers.words.foot import (
    is_level,
    is_note,
    is_numbered,
    is_of_words,
    is_part,
    is_signature,
    is_signed,
    is_tier,
    is_titled,
    number_in,
)
from donations.importers.words.keepers import is_keeper
from donations.importers.words.names_alone import may_head_givers, name_alone
from donations.importers.words.naming_words import asks_for_no_name
from donations.importers.words.row_reasons import FOOT, GIVER_BELOW, NOTE, SECTION, SECTION_LOST, TAKER_BELOW, WORK
from donations.importers.words.turn_words import way_of_line
from donations.importers.words.work import counts_work, is_of_work, says_work

_AHEAD = 6
_NUMBERS = ("quantity", "money", "spent", "value", "price", GOODS)
_BATCH = pattern_of(rf"{BATCH}[:：]?")
"""Another list below 第一批（2月4日）, which may be of any day."""
_BELOW = {GOODS_IN: ("recipient", TAKER_BELOW), MONEY_IN: ("recipient", TAKER_BELOW), GOODS_OUT: ("donor", GIVER_BELOW)}
_WISH = pattern_of(r"谢谢.?|祝(?:安康|平安|健康|福|好|愿)")
"""What begins like a surname, and closes a list all the same."""


class _Body(Protocol):
    """What the rows stand in."""

    groups: list[RowReader]
    title: Title
    stream: Stream
    further: Further
    stated: Stated
    ended: bool
    titled: int

    def is_last(self) -> bool: ...

    def has_amount(self, group: RowReader, cells: Sequence[str]) -> bool: ...


def is_kept_open(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether nobody stands in a row yet: 虚位以待 or 暂无 in the place of the name, and no amount and no day."""
    [name, *more] = [texts.get(column.index, "") for column in group.by_field.get("donor", [])] or [""]
    dated = [texts.get(column.index, "") for column in group.by_field.get("date", [])]
    return nothing.is_kept_open(name, [*more, *dated, *(texts.get(column.index, "") for column in group.amounts)])


def why_no_record(body: _Body, group: RowReader, number: int, texts: Mapping[int, str]) -> str | None:
    """Why a row without any amount is no record; None where it is one that lacks its amount."""
    filled = [(index, text) for index, text in texts.items() if text]
    words = [text for _, text in filled]
    is_work = _is_work_alone(group, texts)
    if is_work or _is_title_of_page(body, group, number, filled):
        return WORK if is_work else SECTION
    is_party = len(words) == 1 and labelled(words[0]) is not None and not body.is_last()
    if (
        (is_note(words) and not is_party)
        or is_signed(words)
        or (all(map(is_signature, words)) and (len(words) > 1 or body.is_last()))
    ):
        return body.stated.prose(number, words[0]) or NOTE
    if len(filled) == 1:
        return _party_below(body, group, words[0]) or _one_word(body, group, number, *filled[0])
    if sections.heads_rows(group, texts, body.stream):
        sections.tells_party(group, words[-1])
        return SECTION
    is_like_record = sections.lacks_amount(group, filled) and (not body.ended or _gives_goods(group, texts))
    is_like_record = is_like_record or any(number_in(texts.get(each.index, "")) for each in group.fates.not_come)
    if body.is_last() and not has_serial(group, texts) and not is_like_record:
        return body.stated.prose(number, " ".join(words)) or FOOT
    return None


def _party_below(body: _Body, group: RowReader, text: str) -> str | None:
    """What has to be said of a line at the foot, 接收单位：市一院, below what came in, and 捐赠单位：甲公司 below what went out; None where
    the rows say so too, or who keeps the list is meant.
    """
    said = labelled(text) if body.is_last() else None
    if said is None or is_keeper(said[1], group.keepers):
        return None
    field, why = _BELOW.get(group.sort, ("", ""))
    return why if said[0] == field and field not in group.by_field else None


def with_labels(texts: dict[int, str], cells: Sequence[str]) -> dict[int, str]:
    """What stands in the columns of a row; of the labels of a form, 捐赠人：甲公司 and 日期：2月3日, also those beside these."""
    beside = {index: one.shown(cell) for index, cell in enumerate(cells) if cell and index not in texts}
    said = [text for text in (*texts.values(), *beside.values()) if text]
    return {**texts, **beside} if beside and len(said) > 1 and all(map(is_label, said)) else texts


def is_title(groups: Sequence[RowReader], cells: Sequence[str]) -> bool:
    """Whether words alone stand in a row, and in a column of numbers, or words that are a title in one of goods."""
    filled = [(index, text) for index, cell in enumerate(cells) if (text := one.shown(cell))]
    if len(filled) != 1:
        return False
    [(index, text)] = filled
    fields = {column.index: column.field for group in groups for column in group.columns}
    return is_of_words(text) if fields.get(index) in _NUMBERS else is_titled(text)


def _is_work_alone(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether the row says of somebody how much they worked, in a column of its own or where amounts belong, and nothing more."""
    amounts = [text for column in group.amounts if (text := texts.get(column.index, ""))]
    beside = [column for column in group.group.of(REMARK) if is_of_work(column.said_as)]
    is_said = bool(amounts) or any(counts_work(texts.get(column.index, "")) for column in beside)
    return is_said and all(map(says_work, amounts))


def _gives_goods(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether the row names goods with how much of them in a column of goods, beside others of amounts that are blank."""
    return any(says_amount(texts.get(column.index, "")) for column in group.by_field.get("item", []))


def _is_title_of_page(body: _Body, group: RowReader, number: int, filled: Sequence[tuple[int, str]]) -> bool:
    """Whether the row stands above headings that come again, and says the day or the party of what follows, or is alone."""
    words = [text for _, text in filled]
    is_form = len(words) == 1 or all(map(is_label, words))
    if not _stands_above_headings(body, is_form=is_form) or (not is_form and _is_record(group, words, filled)):
        return False
    day = day_in(words, body.title, group.settings.today)
    parties = {word: said[0] for word in words if (said := labelled(word)) is not None}
    is_again = group.settings.day is not None and (
        all(word in body.title.text for word in words) or read_title(words, group.settings.today).span is not None
    )
    behind = (
        body.groups.index(group) if body.titled == number else 0
    )  # 2月3日 over these records, 2月4日 over those beside
    body.titled = number
    for each in body.groups[behind:]:
        if day:
            each.remember("date", "" if is_again else f"{day}")  # --date goes before the title on each page
        for word in words:
            sections.tells_nothing(each, word, left_blank(word))
        for party in (word for word, field in parties.items() if len(words) == 1 or field == each.group.headed):
            sections.tells_party(each, party)
        if each.group.is_named and len(words) == 1 and name_alone(words[0]) and words[0] not in body.title.text:
            sections.tells_party(each, words[0])  # and not the name of the list's own keeper, on each page
    return day is not None or is_form or bool(parties)


def _is_record(group: RowReader, words: Sequence[str], filled: Sequence[tuple[int, str]]) -> bool:
    """Whether the last row of a page says who gave what, each in its column, and only not how much."""
    fields = {column.index: column.field for column in group.columns}
    said = {fields.get(index) for index, _ in filled}
    return "item" in said and not said.isdisjoint(("donor", "recipient")) and not any(map(labelled, words))


def _stands_above_headings(body: _Body, *, is_form: bool) -> bool:
    """Whether the table's headings come again in the next row, or behind further lines of a form."""
    ahead = [cells for _, cells in body.stream.peek(_AHEAD)]
    for place, cells in enumerate(ahead[: _AHEAD // 2]):
        if body.further.again(cells, ahead[place + 1 :]):
            return is_form or not place
        words = [text for cell in cells if (text := one.shown(cell))]
        if len(words) > 1 and not all(map(is_label, words)):
            return False
    return False


def _one_word(body: _Body, group: RowReader, number: int, index: int, text: str) -> str | None:
    """Why a row with one filled cell, which is no amount, is no record."""
    field = next((column.field for column in group.columns if column.index == index), PASSED)
    if body.is_last():
        # a name right below those who gave
        lacks_amount = field == "donor" and not body.ended and may_be_person(text) and not _WISH.fullmatch(text)
        return None if lacks_amount else body.stated.prose(number, text) or FOOT
    if day := sections.day_of(group, text):
        group.remember("date", day)
        return SECTION
    if _BATCH.fullmatch(text) and "date" not in group.by_field:
        group.remember("date", "")
    if group.sort == MONEY_IN and (is_level(text) if field in AMOUNTS else is_tier(text)):
        return SECTION
    heads = field in NAMED and _next_is_blank_at(body, group, index)
    if not heads and sections.tells_place(group, text):
        return SECTION
    if sections.tells_party(group, text):
        return SECTION
    sections.ends_card(group)
    is_sort = field == "donor" and may_head_givers(text)
    says_way = way_of_line(text) is not None
    heads = heads and not _names_giver(group, field, text)
    if heads:
        group.remember(field, "" if is_sort or says_way else text)
    return SECTION if heads or is_sort or says_way else _heading_kept_nowhere(field, text)


def _heading_kept_nowhere(field: str, text: str) -> str | None:
    """Why a line that says nothing which is read is no record: it names the part of a body whose members stand below it, or has a
    number, or stands where no names do; None where it may name one who gave.
    """
    if is_part(text):
        return SECTION_LOST
    return SECTION if field not in NAMED or is_numbered(text) else None


def _names_giver(group: RowReader, field: str, text: str) -> bool:
    """Whether a line names one who gave money, and not how much: of money a blank donor is nobody, so that the name would be lost."""
    return field == "donor" and group.sort == MONEY_IN and not asks_for_no_name(text) and name_alone(text) is not None


def _next_is_blank_at(body: _Body, group: RowReader, index: int) -> bool:
    ahead = body.stream.peek(1)
    cells = ahead[0][1] if ahead else []
    return body.has_amount(group, cells) and (index >= len(cells) or not one.shown(cells[index]))
