"""Whether a name that ends in a word for totals, 陈合计, is somebody's or says what the row sums up."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction

from donations.domain.masking import COMPOUND_SURNAMES
from donations.domain.slip_words import SURNAMES
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import scaled
from donations.importers.rows.rows import ROLES, RowReader
from donations.importers.sums.for_names import PEOPLE
from donations.importers.words.cells import InField, plain_number, shown
from donations.importers.words.foot import RUNNING, is_signature, line_of_account, total_of
from donations.importers.words.heading_words import normal

A_NAME_OR_TOTAL = N_(
    "a total that is the sum of the rows above it; or if it is somebody's name, the day or the number of the row beside it"
)

_TRADITIONAL = str.maketrans(
    "陳黃吳鄭楊趙孫蔣韓魯韋馬鳳賀湯羅畢鄔齊顧蕭寧龍葉賴譚溫遊權饒蘭叢聶鄺盧閻莊喬鍾駱賈顏鄧馮衛呂嚴華竇蘇鄒紀劉張許錢關連陸簡費車陽諸葛東",
    "陈黄吴郑杨赵孙蒋韩鲁韦马凤贺汤罗毕邬齐顾萧宁龙叶赖谭温游权饶兰丛聂邝卢阎庄乔钟骆贾颜邓冯卫吕严华窦苏邹纪刘张许钱关连陆简费车阳诸葛东",
)
"""Of surnames only: other names stay as they are written."""
_WORD = pattern_of(r"(?:合计|总计|小计|共计)")
_COUNTS = pattern_of(r"[0-9写零壹贰叁肆伍陆柒捌玖拾佰仟]")
"""In a word for a total that says of how much, 共50只, or says an amount again, 大写：叁佰元整."""
_BESIDE = (*ROLES, "date", "serial", "item", "city", "county", "number")
"""What a giver's row says beside the name, and a total's doesn't."""
_NAMES = ("item", "donor", "recipient")
_OF_ALL = pattern_of(r"(?:合计|总计|总共计?|共计)(?:金额|捐款|人民币)?[:：为]?\s?[¥￥]?[0-9]")


def is_like_a_name(text: str) -> bool:
    """Whether a word for a total stands behind a surname, where a given name would."""
    plain = normal(text).translate(_TRADITIONAL)
    surname = plain[:-2]
    return _WORD.fullmatch(plain[-2:]) is not None and (surname in SURNAMES or surname in COMPOUND_SURNAMES)


def is_a_name(group: RowReader, index: int, texts: Mapping[int, str], *, is_sum: bool) -> bool:
    """Whether the name at `index` is that of a person; `is_sum`: what stands beside it is what the rows above add up to.

    So is 结余 where a list of gifts says to whom they went on: to nobody yet. Raises InField where neither can be told.
    """
    field = next((column.field for column in group.group.columns if column.index == index), "")
    if field not in (*ROLES, "item") and _COUNTS.search(texts[index]) and _is_gift(group, texts):
        return True
    if field == "recipient" and group.by_field.get("donor") and total_of(texts[index]) == RUNNING:
        return True
    if field not in ROLES or not is_like_a_name(texts[index]):
        return False
    others = [column for column in group.group.of(*_BESIDE) if column.index != index]
    if any(_says_more(column.field, texts.get(column.index, "")) for column in others):
        return True
    if is_sum:
        return False
    if others:
        raise InField(field, A_NAME_OR_TOTAL, texts[index])
    return True  # a name and an amount are all that anybody's row has here


def is_named(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row says of what, or whose, its amounts are."""
    names = next((group.by_field[field] for field in _NAMES if field in group.by_field), [])
    return any(texts.get(column.index) for column in names)


def says_sum(group: RowReader, texts: Mapping[int, str], stated: Fraction | None, sums: Collection[int]) -> bool:
    """Whether an amount says itself that it is the sum of all, 合计3500元 behind 会长：李四, and is what the rows above add up to."""
    said = (simplified(texts.get(column.index, "")) for column in group.group.of(*AMOUNTS))
    return stated is not None and any(map(_OF_ALL.match, said)) and scaled(stated) in sums


def _says_more(field: str, text: str) -> bool:
    """Whether a cell says what only a record does: a serial number that counts, or anything at all."""
    return text.isdigit() if field == "serial" else bool(text)


def _is_gift(group: RowReader, texts: Mapping[int, str]) -> bool:
    """Whether a row says who gave or received, and when or as which, so that 共50只 as its specification is how many they are."""
    named = [texts.get(column.index, "") for column in group.group.of(*ROLES)]
    who = [text for text in named if text and not (PEOPLE.fullmatch(text) or total_of(text) or is_signature(text))]
    said = group.group.of("date", "serial", "number")
    return bool(who) and (not said or any(_says_more(one.field, texts.get(one.index, "")) for one in said))


def total_of_all(cells: Sequence[str]) -> str | None:
    """What a row of several records is the total of, if it names nobody; None where it is none."""
    words = [text for cell in cells if (text := shown(cell)) and plain_number(text) is None]
    totals = [total_of(word) or line_of_account(word) for word in words]
    return totals[0] if len(totals) == 1 else None
