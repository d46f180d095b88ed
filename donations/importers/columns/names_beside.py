"""Who gave in an account of gifts, 爱心款收支, that writes nothing but their names beside what came: 3月2日 200 李华."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.columns.columns import MONEY_IN, Column, Group
from donations.importers.columns.sides import sums_up_in_account
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.account_givers import giver_in, may_be_word
from donations.importers.words.accounts import is_interest, no_gift
from donations.importers.words.cells import is_filled, place, shown, shown_at

_OF_GIFTS = pattern_of(r"捐[款赠助资]|善款|爱心款|爱心资金|donations?|gifts?")
_OF_DUES = pattern_of("会员?费|经费|班费|党费|团费|[^助]学费|租金|房租")
"""What others named there may have paid."""
_OTHERS = ("donor", "party", "payer", "unit_or_party", "direction", "type", "category")
_GIFT = "捐款"


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Says of each row of an account of gifts that its sort is a gift, where every row of what came names somebody and nothing else,
    and no row of what was spent does: who stands beside these may keep the account.
    """
    if not _OF_GIFTS.search(title.text) or _OF_DUES.search(title.text):
        return
    for group in groups:
        came, words = group.of("money"), group.of("note")
        is_account = group.sort == MONEY_IN and group.has("spent") and not group.has(*_OTHERS)
        if not is_account or len(came) != 1 or len(words) != 1 or words[0].by_user:
            continue
        if any(_is_no_gift(text) for other in group.of("", PASSED) for text in _told(rows, came[0], other)):
            continue  # 会费 below 类别, which nobody reads
        told = _told(rows, came[0], words[0])
        spent = [text for column in group.of("spent") for text in _told(rows, column, words[0])]
        if any(map(_is_named, told)) and all(map(_is_known, told)) and not any(map(_is_named, spent)):
            group.says = {**group.says, "type": _GIFT}


def _told(rows: Sequence[Sequence[str]], amounts: Column, words: Column) -> list[str]:
    """What is written beside each amount of a column."""
    return [
        shown_at(row, words.index)
        for row in rows
        if is_filled(row, amounts.index) and not any(map(sums_up_in_account, map(shown, row)))
    ]


def _is_named(text: str) -> bool:
    """Whether a text is a name, or names, and nothing else: 房租 and 金华 look like names, too."""
    names = text.split("、")
    if not text or _is_no_gift(text) or (text.isalpha() and place(text) is not None):
        return False
    return all(may_be_seller(name) or (may_be_person(name) and not may_be_word(name)) for name in names)


def _is_no_gift(text: str) -> bool:
    return no_gift({"money": "1", "spent": "", "note": text}) is not None


def _is_known(text: str) -> bool:
    """Whether it is that, says in words who gave, or is of interest."""
    return _is_named(text) or giver_in({"spent": "", "note": text}) is not None or is_interest(text)
