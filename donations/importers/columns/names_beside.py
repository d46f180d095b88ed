"""Who gave in an account of gifts, 爱心款收支, or a list of them, that writes nothing but their names beside what came: 3月2日 200 李华."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import GOODS_IN, MONEY_IN, Column, Group
from donations.importers.columns.sides import sums_up_in_account
from donations.importers.columns.title import Title
from donations.importers.patterns import pattern_of
from donations.importers.words.account_givers import giver_in, is_name_alone, says_nobody
from donations.importers.words.accounts import is_interest, no_gift
from donations.importers.words.cells import is_filled, shown, shown_at

_OF_GIFTS = pattern_of(r"捐[款赠助资]|善款|爱心款|爱心资金|donations?|gifts?")
_GIVES_GOODS = pattern_of(r"捐|赠|爱心|donat|gift")
_OF_HELP = pattern_of(r"救助|资助|帮扶|助[学困医残老]|圆梦|大病|重[病症]|患[儿者]|认[领捐]|结对|水滴|轻松筹")
"""Where those named below 项目 or 备注 may be whom the gifts are for."""
_OF_OTHERS = pattern_of(r"[捐募款德心]箱|清点|点[钞款]|义[卖拍购]")
"""Where they may have opened a box and counted what was in it, or bought something."""
_OF_STORE = pattern_of(r"入库|进库|签收|验收|收货|到货|清点")
"""Where they may have taken goods in."""
_OF_DUES = pattern_of("会员?费|经费|班费|党费|团费|[^助]学费|租金|房租")
"""What others named there may have paid."""
_OTHERS_OF_GOODS = ("donor", "party", "payer", "unit_or_party", "direction", "type")
_OTHERS = (*_OTHERS_OF_GOODS, "category")
"""Beside the sort of money, 工资 below 类别, a name says nothing; goods have sorts of their own."""
_GIFT, FROM_REMARKS = "捐款", "from_remarks"
_REMARKS = pattern_of(r"备注|附注|备考|remarks?|notes?|comments?|memo")
"""Where whoever keeps a list writes as often who brought or counted the money."""


def judge(groups: Sequence[Group], title: Title, rows: Sequence[Sequence[str]]) -> None:
    """Says of each row of a list, or of an account of gifts, that its sort is a gift, where every row of what came names somebody and
    nothing else, and no row of what was spent does: who stands beside these may keep the account.
    """
    if _OF_DUES.search(title.text):
        return
    for group in groups:
        others = _others(group.sort, title.text)
        is_list = others and not group.has("spent", "recipient", "supplier", *others)
        if is_list and (naming := _in_words(group, rows)) is not None:
            beside = {FROM_REMARKS: naming.heading} if _REMARKS.fullmatch(naming.said_as) else {}
            group.says = {**group.says, "type": _GIFT, **beside}
    for group in groups if _OF_GIFTS.search(title.text) else ():
        came, words = group.of("money"), group.of("note")
        is_account = group.sort == MONEY_IN and group.has("spent") and not group.has(*_OTHERS)
        if not is_account or len(came) != 1 or len(words) != 1 or words[0].by_user:
            continue
        if any(_is_no_gift(text) for other in group.of("", PASSED) for text in _told(rows, came[0], other)):
            continue  # 会费 below 类别, which nobody reads
        told = _told(rows, came[0], words[0])
        spent = [text for column in group.of("spent") for text in _told(rows, column, words[0])]
        if any(map(is_name_alone, told)) and all(map(_is_known, told)) and not any(map(is_name_alone, spent)):
            group.says = {**group.says, "type": _GIFT}


def _others(sort: str, title: str) -> tuple[str, ...]:
    """What in a list of that sort says something else of those named in words; () where they may be no givers at all."""
    if _OF_HELP.search(title) or _OF_OTHERS.search(title):
        return ()
    if sort == GOODS_IN:  # else they may be carriers, or shops
        return _OTHERS_OF_GOODS if _GIVES_GOODS.search(title.casefold()) and not _OF_STORE.search(title) else ()
    return _OTHERS if sort == MONEY_IN else ()


def _in_words(group: Group, rows: Sequence[Sequence[str]]) -> Column | None:
    """The column in which in a list of amounts that has no column for who gave the words beside each are a name, or say whose gift it is;
    few who stand beside all of them may have counted the money.
    """
    amounts, words = group.of("money", "quantity"), [each for each in group.of("note") if not each.by_user]
    for column in words if len(amounts) == 1 else ():
        said = _told(rows, amounts[0], column)
        is_known = any(map(is_name_alone, said)) and all(map(_is_known, said))
        if is_known and 2 * len(set(said)) > len(said):
            return column
    return None


def _told(rows: Sequence[Sequence[str]], amounts: Column, words: Column) -> list[str]:
    """What is written beside each amount of a column."""
    return [
        shown_at(row, words.index)
        for row in rows
        if is_filled(row, amounts.index) and not any(map(sums_up_in_account, map(shown, row)))
    ]


def _is_no_gift(text: str) -> bool:
    return no_gift({"money": "1", "spent": "", "note": text}) is not None


def _is_known(text: str) -> bool:
    """Whether it is that, says in words who gave or that nobody is named, or is of interest."""
    if is_name_alone(text) or giver_in({"spent": "", "note": text}) is not None:
        return True
    return says_nobody(text) or is_interest(text)
