"""Names that stand above rows and not in them: 捐赠单位：甲公司 above a table, or 市人民医院 alone above what it got."""

import re
from collections.abc import Sequence

from donations.domain.catalogue import common_named
from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.i18n import N_
from donations.importers.columns.columns import Around, Column, Group
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import looks_like_a_date, place, shown
from donations.importers.words.english_totals import MONTH
from donations.importers.words.foot import is_note, is_section, total_of
from donations.importers.words.heading_words import Heading, normal, understood
from donations.importers.words.item_cards import Card, card_of
from donations.importers.words.names_alone import GETS_GOODS, is_sort_of_parties, name_alone, unnumbered

UNSEEN = 10**6
"""The place of a column that no sheet has: what belongs there is said above the rows."""
_LABELLED = pattern_of(
    r"[(（\[【]?\s*([^:：]{2,14})[:：]\s*([^:：]+?)(?:\s+[^\s:：]{2,8}[:：].*|\s+[0-9]{4}[年./-].*)?[)）\]】]?"
)
_LABEL = pattern_of(r"([^\s:：]{2,14})[:：]")
_LABELLED_SHORT = pattern_of(r"([^\s:：]{2,14})[:：]\s*([^\s:：]{2,40})(?=\s|$)")
_KEEPS_NO_LIST = pattern_of(rf".{{2,30}}(?:{GETS_GOODS}|诊所|保健院|疗养院|医疗队|消防[站队])")
"""Whoever gets goods, and is no association that would write them down as its own."""
_FORM_LABEL = pattern_of(r"([^\s:：0-9]{2,12})\s*[:：]")
_BLANK_LABEL = pattern_of(r"([^:：]{2,14})[:：]\s*[_＿—-]*")
_OF_FORMS = (
    "date",
    "serial",
    "number",
    "donor",
    "recipient",
    "via",
    "payer",
    "supplier",
    "city",
    "county",
    "note",
    PASSED,
)
_PARTIES = ("donor", "recipient", "party", "payer", "supplier", "beneficiary", "group", "person")
NUMERAL = pattern_of(r"[(（]?[一二三四五六七八九十]{1,3}[)）、.．]?")
_GOODS = (
    "item",
    "item_or_quantity",
    "money_or_goods",
    "content",
    "category",
    "name",
    "spent",
    "channel",
)
_MONEY = ("money", "amount", "total")
GOODS_OR_MONEY = N_(
    "what the amounts are, above which a line says goods: say --map HEADING=quantity where they count these, --map HEADING=value where they are what these are worth, or --map HEADING=money where it was money that came"
)
_TOTAL_FOR = pattern_of(r"(?:sub-?)?total\s(?:for|of)\s(.+)", re.IGNORECASE)
_NO_NAME = pattern_of(
    rf"\b(?:donations?|gifts?|contributions?|offerings?|tithes?|pledges?|income|revenue|receipts?|accounts?|funds?|campaigns?|appeals?|projects?|events?|cash|checks?|{MONTH}|q[1-4]|quarter|week|(?:19|20)[0-9]{{2}})\b",
    re.IGNORECASE,
)
"""What reports are parted by besides names: what gifts were for, and when they came."""
_BATCH = pattern_of(r"第?[一二三四五六七八九十0-9]{1,3}[批次期轮]次?(?:捐赠)?(?:物资)?")
_PLACES = ("镇", "乡", "村", "街道", "区", "县", "市")
_SORT = pattern_of(r".*(?:类|部分|物资|用品|药品|器械|食品)$")


def unseen(field: str) -> Column:
    """A column for what each record has, and no cell says."""
    return Column(UNSEEN, "", field, Heading(field))


def head_by(group: Group, field: str, is_named: bool, is_numbered: bool = False) -> None:
    """Lines above the rows say that field of them, where no column names anybody."""
    if not any(column.field in _without_taker(field) for column in group.columns):
        group.columns = [*group.columns, unseen(field)]
        group.headed, group.is_named, group.is_numbered = field, is_named, is_numbered


def make_cards(groups: Sequence[Group], around: Around) -> None:
    """Lines above the rows, or among those below the headings, say their goods, where no column does and one counts them,
    or says what they are worth; above nothing but amounts of money nobody can tell which of these they are.
    """
    is_one = len(groups) == 1 or any(group.of_store for group in groups)
    for group in groups:
        who = group.has("donor", "recipient", "party") or group.headed or group.of_store or _names_bodies(group, around)
        if not who or group.has(*_GOODS) or any(each.goods for each in group.columns):
            continue
        lines = lines_alone(around.below, {column.said_as for column in group.columns}) if is_one else []
        if not group.has("quantity", "value"):
            labelled_goods = [line for line in lines if ":" in line.replace("：", ":") and card_of(line) is not None]
            of_money = group.of(*_MONEY) and not any(column.by_user for column in group.of(*_MONEY))
            if of_money and is_one and (around.is_card or labelled_goods):
                group.why = GOODS_OR_MONEY
            continue
        beside = None if is_one else _card_above(group, around)
        if beside is not None:
            group.says = beside.says()
        if beside or (is_one and (around.is_card or any(card_of(line) is not None for line in lines))):
            group.columns, group.is_card = [*group.columns, unseen("item")], True


def _names_bodies(group: Group, around: Around) -> bool:
    """Whether most of what stands below 单位 is nothing that goods are counted in."""
    cells = [cell for column in group.of("unit_or_party") for cell in column.texts(around.below)]
    return 2 * sum(1 for cell in cells if cell.casefold() not in spellings()) > len(cells)


def _card_above(group: Group, around: Around) -> Card | None:
    """The goods that the line above the headings says of one of several tables side by side, or the upper row of headings."""
    first, last = group.columns[0], group.columns[-1]
    found = [card for place, card in around.cards if first.index <= place <= last.index]
    return found[0] if len(found) == 1 else card_of(first.whole.removesuffix(first.heading).strip())


def _without_taker(field: str) -> tuple[str, ...]:
    """The fields beside which lines above don't tell `field`: who got it may stand in the rows of what one gave."""
    return tuple(each for each in _PARTIES if field != "donor" or each not in ("recipient", "beneficiary"))


def labelled(text: str) -> tuple[str, str] | None:
    """Whether a line says who gave or who received what stands below it, `donor` or `recipient`, and who that is."""
    is_names = text[-1:] in ")）]】" and text[:1] not in "(（[【"  # the bracket at the end of a name is its own
    found = _LABELLED.fullmatch(f"({text})" if is_names else text)
    senses = [sense for label in _LABEL.findall(text) if (sense := understood(label).sense) in ("donor", "recipient")]
    sense = (
        understood(found[1]).sense if found and len(senses) == 1 else None
    )  # who gave and who received: nobody is we
    return (sense, found[2].strip()) if found and sense in ("donor", "recipient") else None


def parties_above(lines: Sequence[str]) -> tuple[tuple[str, str] | None, str | None]:
    """The party that a line names as giving or receiving all that stands below, None where there is none, or several; and beside
    who gave, whom it went straight on to, where that is no body that may keep the list.
    """
    found = [said for line in lines for said in _labelled_both(line)]
    if len(found) == 1:
        return found[0], None
    parties = dict(found)
    if len(found) != 2 or len(parties) != 2 or not keeps_no_list(parties["recipient"]):  # noqa: PLR2004 - one each
        return None, None
    is_its_own = sum(line.count(parties["recipient"]) for line in lines) > 1
    return (None, None) if is_its_own else (("donor", parties["donor"]), parties["recipient"])


def keeps_no_list(name: str) -> bool:
    """Whether a name is that of somebody who gets goods, a hospital or a school, and is no association with lists of its own."""
    return _KEEPS_NO_LIST.fullmatch(name) is not None


def _labelled_both(text: str) -> list[tuple[str, str]]:
    """As `labelled`, of a line that may say both."""
    if (said := labelled(text)) is not None:
        return [said]
    both = [(understood(found[1]).sense, found[2]) for found in _LABELLED_SHORT.finditer(text)]
    return [(sense, name) for sense, name in both if sense in ("donor", "recipient")]


def left_blank(text: str) -> str | None:
    """The field of which a form says that nothing was filled in, 捐赠单位：; None of all other texts."""
    found = _BLANK_LABEL.fullmatch(text)
    return None if found is None else understood(found[1]).sense


def is_label(text: str) -> bool:
    """Whether a cell is a word with what it says behind it, as forms have them, 编号：002, 日期：2月5日, and no goods or amount."""
    found = _FORM_LABEL.match(text)
    return found is not None and understood(found[1]).sense in _OF_FORMS


def fits(field: str, way: str | None) -> bool:
    """Whether such a line may tell whose the rows are: 接收单位 above what came in is who keeps the list."""
    return way is None or way == ("in" if field == "donor" else "out")


def heading_of(text: str, group: Group) -> str | None:
    """The name that a line above rows says for the field that such lines say of the group; "" where nobody can tell whose
    the rows are, None where it says only of what sort they are.
    """
    if (said := labelled(text)) is not None:
        return said[1] if said[0] == group.headed else ""
    if group.is_named and group.is_totalled:
        return text
    if group.is_named and (name := name_alone(text)) is not None:
        return "" if group.headed == "donor" and group.has("recipient") and _is_of_place(text) else name
    if _is_sort_of_goods(text):
        return None
    is_part = is_section(text) and not group.is_numbered and not is_sort_of_parties(text)
    return None if is_part else ""  # 二、个人 ends what 甲公司 gave


def _is_sort_of_goods(text: str) -> bool:
    bare = unnumbered(text)
    return _SORT.fullmatch(bare) is not None or common_named(bare) is not None


def who_heads(
    columns: Sequence[Column], below: Sequence[Sequence[str]], way: str | None
) -> tuple[str, bool, bool] | None:
    """Which field lines among the rows below the headings say, whether they are names alone, and whether these have
    numbers; None where no lines say any.
    """
    if any(column.field in _without_taker("donor") for column in columns):
        return None
    has_taker = any(column.field in _PARTIES for column in columns)
    lines = lines_alone(below, {column.said_as for column in columns})
    if (said := next(filter(None, map(labelled, lines)), None)) is not None:
        return (said[0], False, False) if fits(said[0], way) and not (has_taker and said[0] != "donor") else None
    field = {"in": "donor", "out": "recipient"}.get(way or "")
    if field is None or (has_taker and field != "donor"):
        return None
    names = [line for line in lines if name_alone(line) is not None and not (has_taker and _is_of_place(line))]
    unknown = [line for line in lines if has_taker and not _says_no_party(line)]
    told = names or unknown or _with_totals(lines, below)  # whose goods went straight on is not to be lost
    return (field, True, unnumbered(told[0]) != told[0]) if told else None


def lines_alone(below: Sequence[Sequence[str]], headings: set[str]) -> list[str]:
    """The texts that stand alone in a row, one above the other or not, above a row that says more."""
    lines, waiting = list[str](), list[str]()
    for row in below:
        cells = [text for cell in row if (text := shown(cell))]
        if len(cells) == 2 and NUMERAL.fullmatch(cells[0]):  # noqa: PLR2004 - 一 | 甲公司, above 1, 2 and 3
            del cells[0]
        if len(cells) == 1:
            waiting += cells
        elif cells:
            if not any(map(total_of, cells)) and not headings.issuperset(map(normal, cells)):
                lines += waiting
            waiting = []
    return lines


def _with_totals(lines: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The lines that have a total of what stands below them, with their words: Ann Lee, above what she gave and Total for Ann Lee."""
    cells = (shown(cell) for row in below for cell in row)
    named = {found[1].casefold() for cell in cells if (found := _TOTAL_FOR.fullmatch(cell)) is not None}
    told = [line for line in lines if line.casefold() in named]
    return [] if any(looks_like_a_date(line) or _NO_NAME.search(line) for line in told) else told


def are_totalled(below: Sequence[Sequence[str]]) -> bool:
    """Whether lines among the rows have such totals: then each is who the rows below it are of, whatever it looks like."""
    return bool(_with_totals(lines_alone(below, set()), below))


def _is_of_place(line: str) -> bool:
    """Whether a line may be of where those are who got something below it: 浔阳区, 东乡镇."""
    bare = unnumbered(line)
    return place(bare) is not None or bare.endswith(_PLACES)


def _says_no_party(line: str) -> bool:
    """Whether a line says no name at all: a day, a batch, a known place, a sort of goods, a note."""
    bare = unnumbered(line)
    is_one_of_many = looks_like_a_date(line) or _BATCH.fullmatch(bare) is not None or place(bare) is not None
    return is_one_of_many or _is_sort_of_goods(line) or is_note([line])
