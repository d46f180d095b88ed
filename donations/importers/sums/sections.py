"""Rows that say what the rows below them are: 一、机关单位, with what those add up to or without, or a day."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from donations.domain.amount import MONEY
from donations.i18n import N_
from donations.importers.columns.columns import SPENDING, Layout
from donations.importers.columns.headed import NUMERAL, heading_of
from donations.importers.columns.kept_in import kept_in_of
from donations.importers.columns.named_times import other_time
from donations.importers.columns.title import Title
from donations.importers.layouts.finding import is_again
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import RowReader
from donations.importers.stream import Stream
from donations.importers.sums.carried import was_there
from donations.importers.sums.for_names import NAMED, Sums, total_for_name
from donations.importers.sums.other_sheets import are_of_others
from donations.importers.sums.times_told import begins_other_time
from donations.importers.table import OF_OTHER_SHEETS
from donations.importers.words import cells as one
from donations.importers.words.day_lines import without_words
from donations.importers.words.foot import RUNNING, is_note, is_of_period, is_section, line_of_account, total_of
from donations.importers.words.item_cards import Card, card_in, without_card
from donations.importers.words.names_alone import may_head_givers
from donations.importers.words.row_reasons import BOTH_ABOVE, SECTION

_ABOVE = "recipient_above"
_LONGEST = 20_000
"""Rows of one section that are looked at."""
_AHEAD = 40
_FEWEST, _MANY = 2, 5
"""One row below a sort of givers, 群众, may have its amount by chance; so many have their sum by none."""
SUM_BELOW_OR_GIFT = N_(
    "a word like 小计 beside it if it is the sum of the rows below it, which it would be; or who gave it, by name"
)
_PLACE = pattern_of(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.．]\s*)?(?:(?:所[在属])?(?:地区|城市|地市|区域|区县|县区|县市区|设区市)\s*[:：]\s*)?([^\s:：]{1,12}[市县区州盟])\s*[:：]?"
)

BELOW = "below"
"""A total of the rows below it, as far as the next of its sort."""


def total_by_its_rows(
    group: RowReader, texts: Mapping[int, str], below: Stream, sums: Sums, is_last: Callable[[], bool]
) -> str | None:
    """What a row is the total of that no word calls one; None where it is none. Raises InField where nobody can tell."""
    if (found := _summed_up(group, texts)) is not None:
        return found
    if (found := total_for_name(group, texts, sums, is_last)) is not None:
        return found
    return BELOW if _sums_up_below(group, texts, below, sums) else None


def _sums_up_below(group: RowReader, texts: Mapping[int, str], below: Stream, sums: Sums) -> bool:
    """Whether a row, 一、机关单位 3000, has just the sum of the rows down to the next of its sort. Raises InField where it
    has, no number says that it heads them, and it may be a gift as well.
    """
    if not _begins_section(group, texts) or lacks_amount(
        group, [(index, text) for index, text in texts.items() if text]
    ):
        return False  # 二 | 市医院 | 棉被 | 10, above one more of its goods
    stated = sums.amount(group, texts)
    own, following = _sections_below(group, texts, below) if stated else ([], [])
    units = [column.index for column in group.by_field.get("unit", [])]
    if any(texts.get(index) and any(row[index] != texts[index] for row in own) for index in units):
        return False  # 六 | 猪肉 | 1500 | 公斤, above 1500个 of something else
    if not stated or not _is_sum(group, texts, own, sums):
        return False
    if _is_numbered(group, texts) or sums.in_sections or len(own) >= _MANY:
        return True
    if len(following) > _FEWEST and _is_sum(group, following[0], following[1:], sums):
        return True
    if len(own) < _FEWEST:
        return False  # 群众, which gave as much as who stands below it
    field, text = next((column.field, said) for column in group.columns if (said := texts.get(column.index)))
    raise one.InField(field, SUM_BELOW_OR_GIFT, text)


def _sections_below(
    group: RowReader, like: Mapping[int, str], below: Stream
) -> tuple[list[Mapping[int, str]], list[Mapping[int, str]]]:
    """The rows below one that heads them, and the next of its sort with those below it, as far as a total."""
    found: list[list[Mapping[int, str]]] = [[]]
    for _, cells in below.ahead(_LONGEST):
        row = _texts(like, cells)
        if any(total_of(text) for text in row.values() if text):
            break
        if _is_numbered(group, row) or (not _is_numbered(group, like) and _begins_section(group, row)):
            found.append([])
        if len(found) > _FEWEST:
            break
        found[-1].append(row)
    return found[0], [row for rows in found[1:_FEWEST] for row in rows]


def _is_sum(group: RowReader, head: Mapping[int, str], rows: Sequence[Mapping[int, str]], sums: Sums) -> bool:
    return sum((sums.amount(group, row) or 0 for row in rows), Fraction(0)) == sums.amount(group, head)


class Parts(NamedTuple):
    """How many totals of parts there were, what the rows since the last of them and all rows add up to, and what is stated."""

    many: int
    part: int
    whole: int
    stated: Fraction | None


def is_part_of(text: str, sums: Parts, group: RowReader, below: Stream, is_last: Callable[[], bool]) -> bool:
    """Whether a total is one of several, by its words or since it is that of the rows since the last one."""
    is_whole = sums.stated is not None and scaled(sums.stated) == sums.whole
    if not is_of_period(text) and (sums.stated is None or scaled(sums.stated) != sums.part):
        return False
    if sums.many and (is_of_period(text) or not is_whole):
        return True
    return (is_whole or is_of_period(text)) and not is_last() and _has_more(group, below)


def _has_more(group: RowReader, below: Stream) -> bool:
    """Whether more rows with amounts follow that are no totals."""
    amounts = [column.index for column in group.amounts]
    for _, cells in below.peek(_AHEAD):
        texts = [one.shown(cell) for cell in cells]
        if any(index < len(texts) and texts[index] for index in amounts) and not any(map(total_of, texts)):
            return not is_note(list(filter(None, texts)))
    return False


def heads_rows(group: RowReader, texts: Mapping[int, str], below: Stream) -> bool:
    """Whether a row without an amount has a number of another sort than the rows below it: 一 above 1, 2 and 3."""
    serials = [column.index for column in group.by_field.get("serial", [])]
    if not any(NUMERAL.fullmatch(texts.get(index, "")) for index in serials):
        return False
    following = [_texts(texts, cells) for _, cells in below.peek(1)]
    return any(row.get(index, "").isdigit() for row in following for index in serials)


def _begins_section(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row has a number as parts of a paper have, or is called as a sort of those who give: 机关单位."""
    said = [text for column in group.by_field.get("donor", []) if (text := texts.get(column.index))]
    said = said or [texts.get(column.index, "") for column in group.by_field.get("group", [])]
    return _is_numbered(group, texts) or any(map(may_head_givers, filter(None, said)))


def _is_numbered(group: RowReader, texts: Mapping[int, str]) -> bool:
    named = any(is_section(texts.get(column.index, "")) for field in NAMED for column in group.by_field.get(field, []))
    return named or any(NUMERAL.fullmatch(texts.get(column.index, "")) for column in group.by_field.get("serial", []))


def _texts(like: Mapping[int, str], cells: Sequence[str]) -> dict[int, str]:
    return {**dict.fromkeys(like, ""), **{index: one.shown(cell) for index, cell in enumerate(cells)}}


def begin(groups: Sequence[RowReader], title: Title) -> None:
    """The rows are of whom the words above the headings name, where nobody else is named."""
    for group in groups:
        if title.headed is not None and title.headed[0] == group.group.headed:
            group.remember(*title.headed)
            if title.goes_to is not None and not group.group.has("recipient", "beneficiary"):
                group.group.says = {**group.group.says, "recipient": title.goes_to, _ABOVE: "1"}
        if title.card is not None and group.group.is_card:
            _remember_card(group, title.card)


def _remember_card(group: RowReader, card: Card) -> None:
    own = group.by_field.keys() - {"item"}
    said = {field: text for field, text in card.says().items() if field not in own}
    group.group.says = {**without_card(group.group.says), **said}


def no_record(groups: Sequence[RowReader], cells: Sequence[str]) -> str | None:
    """Why a row is none where it says what other sheets say, or which goods those below it are of; None of others."""
    return OF_OTHER_SHEETS if are_of_others(groups, cells) else SECTION if tells_card(groups, cells) else None


def tells_card(groups: Sequence[RowReader], cells: Sequence[str]) -> bool:
    """Whether a row says which goods the rows below it are of, 品名：口罩, where no column does; then it is remembered."""
    told = [group for group in groups if group.group.is_card]
    if not told:
        return False
    texts = [one.shown(cell) for cell in cells]
    spans = [(group, group.group.columns[0].index, group.group.columns[-2].index + 1) for group in told]
    parts = [(group, texts[begin:end] if len(groups) > 1 else texts) for group, begin, end in spans]
    cards = [(group, card_in(part)) for group, part in parts if any(part)]
    if not cards or any(card is None for _, card in cards):
        return False
    for group, card in cards:
        assert card is not None
        _remember_card(group, card)
    return True


def ends_card(group: RowReader) -> None:
    """A line that stands alone says nothing of the goods below it: nobody knows what they are, where no column says it."""
    if group.group.is_card:
        group.group.says = without_card(group.group.says)
        group.remember("item", "")


def tells_party(group: RowReader, text: str) -> bool:
    """Whether a line is among those that alone say who gave or received what stands below them; then it is remembered."""
    if (field := group.group.headed) is None:
        return False
    name = heading_of(text, group.group)
    if _ABOVE in group.group.says:  # who received those above may have received no more
        group.group.says = {key: said for key, said in group.group.says.items() if key not in ("recipient", _ABOVE)}
        name, group.why_nobody = "", BOTH_ABOVE
    if name is not None:
        group.remember(field, name)
        group.nobody_above = "" if name else text
    return True


def tells_nothing(group: RowReader, line: str, field: str | None) -> None:
    """A form may leave open a field of the rows below it, whose they are or of which day: that of the form above isn't meant."""
    if field == "date":
        group.remember("date", line)  # no day, so that it is asked for
    elif field is not None and field == group.group.headed:
        group.remember(field, "")
        group.nobody_above = line


def tells_place(group: RowReader, text: str) -> bool:
    """Whether a line says of which city or county the rows below it are, 一、九江市; then it is remembered."""
    found = _PLACE.fullmatch(text)
    is_taker = group.group.headed == "recipient" and group.group.is_named
    if (
        found is None
        or is_taker
        or "city" in group.by_field
        or "county" in group.by_field
        or one.place(found[1]) is None
    ):
        return False
    group.remember("city", found[1])
    if group.group.headed == "donor" and group.group.is_named:  # who gave there is still to be said
        group.remember("donor", "")
        group.nobody_above = text
    return True


def lacks_amount(group: RowReader, filled: Sequence[tuple[int, str]]) -> bool:
    """Whether cells of several fields are filled as those of a record are."""
    fields = {column.index: column.field for column in group.columns}
    said = {fields[index] for index, _ in filled if index in fields}
    return len(said & {"donor", "recipient", "supplier", "item", "date"}) > 1


def day_of(group: RowReader, text: str) -> str | None:
    """The day that a line says the rows below it are of, 日期：2月4日 or 第一批（2月4日）; None where it says none."""
    plain = without_words(text)
    if one.looks_like_a_date(plain):
        return plain
    try:
        is_day = not plain.isdigit() or (plain != text and len(plain) == len("20200204"))
        return plain if is_day and group.days(plain) is not None else None
    except one.Misfit:
        return None


def _summed_up(group: RowReader, texts: Mapping[int, str]) -> str | None:
    """What a row of an account that names nobody sums up by its summary (上月结余, 本月合计), whatever its day; on a side of
    an account with two sides, or among what was spent, the summary may stand where names and things do.
    """
    is_signed = any(column.signed for column in group.by_field.get("money", []))
    is_side = group.group.words is not None
    if not is_signed and not is_side and not group.by_field.get("spent") and not group.by_field.get("direction"):
        return RUNNING if was_there(group, texts) else None
    words = "item" if group.sort == SPENDING else "donor" if is_side else "note"
    named = [field for field in ("donor", "recipient", "supplier", "item") if field != words]
    if any(texts.get(column.index) for field in named for column in group.by_field.get(field, [])):
        return None
    said = [texts.get(column.index, "") for field in ("note", words) for column in group.by_field.get(field, [])]
    return next((found for text in said if (found := line_of_account(text)) is not None), None)


def begins_again(
    cells: Sequence[str], below: Sequence[Sequence[str]], title: Title, layout: Layout, group: RowReader
) -> bool:
    """Whether a row above headings that come again says that the rows below them are of another money, 币种：美元, or of another
    time than the title does, 2020年捐款名单.
    """
    said = [text for cell in cells if cell and (text := one.shown(cell))]
    words = " ".join(said)
    kept_in = kept_in_of(words) if "币" in words or "货" in words or "urrency" in words else None
    other = kept_in is not None and kept_in != (title.kept_in or title.currency or MONEY)
    if not other and (len(said) != 1 or other_time(words, title, group.settings.today) is None):
        return False
    place = next((place for place, later in enumerate(below[:3], 1) if is_again(later, layout)), 0)
    return place > 0 and (other or begins_other_time(group, words, title, below[place:]))
