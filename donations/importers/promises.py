"""What was promised, or is on its way, is no gift yet: which tables say so, which columns tell what came, and which rows."""

import re
from collections.abc import Mapping

from donations.i18n import N_
from donations.importers.accounts import TAKEN_BACK
from donations.importers.cells import InField
from donations.importers.columns import GOODS, GOODS_IN, GOODS_OUT, MONEY_IN, UNCLEAR, Column, Group
from donations.importers.drafting import Deal
from donations.importers.neighbours import PASSED, Senses
from donations.importers.promise_words import Said, may_wait, promises, says_came
from donations.importers.row_refunds import NOT_PAID, Fate, fate_of, is_unpaid
from donations.importers.title import Title

NOT_COME = N_("not received, by its own word")
NOT_GONE = N_("not given out, by its own word")
PROMISED = N_("promised, and nothing says that it came")
PROMISES = N_(
    "amounts that came: by its headings or its title this is a list of promises, which are no gifts yet. Add a column 到账日期 or 状态 that says of each row whether it came; or, if all of it came, say --map HEADING=money (or =quantity)"
)
WHAT_CAME = N_("已到账, 已入库 or 未到账: the amounts are of what was promised, and this doesn't say whether it came")

_BY_OWN_WORD = (NOT_COME, NOT_GONE, PROMISED, NOT_PAID, TAKEN_BACK)
_AMOUNTS = ("quantity", "money", "money_or_goods", GOODS)
_NAMED = ("item", "donor", "date")
_UNREAD, _READ_ELSE = ("", PASSED), ("content", "category")
"""What a column may be taken for that tells the states of gifts, 进度 or 到货情况; those that may well tell something else, 捐赠类别."""
_REMARKS = re.compile(r"(?:备注|说明|附注|备考|remarks?|notes?|memo|comments?)(?:说明|信息|栏)?")
"""Headings of what whoever keeps the list says of a gift, and not who gave it: 留言 and 附言 are no states."""


def settle(senses: Senses) -> None:
    """A column whose cells are nothing but states of gifts tells those, whatever it is called."""
    if senses.has("spent", "debit", "credit", "direction"):
        return  # of an account, whose amounts came
    for column in senses.columns:
        if column.by_user or column.field not in (*_UNREAD, *_READ_ELSE) or column.said_as.endswith("状态"):
            continue  # 开票状态 is of something else
        said = [Said(cell) for cell in senses.cells(column)]
        waits = any(each.waits or each.reviewed or each.promised for each in said)
        if said and all(each.is_known for each in said) and (waits or column.field in _UNREAD):
            column.field = "status"


def judge(groups: list[Group], title: Title) -> None:
    """Of tables that list promises each row is asked for what came of it; where no row can say, the table is refused."""
    promised = [group for group in groups if group.sort in (GOODS_IN, MONEY_IN) and _is_promised(group, title)]
    if any(map(_says_came, groups)):  # 拟捐赠 beside 实际捐赠
        groups[:] = [group for group in groups if group not in promised]
    for group in promised:
        if group.has("status") or _came_on(group):
            group.is_promised = True
        else:
            group.sort, group.why = UNCLEAR, PROMISES


def _is_promised(group: Group, title: Title) -> bool:
    """Whether what is read of the amounts is what was promised."""
    amounts = group.of(*_AMOUNTS) or group.of("item")
    if any(column.by_user for column in amounts):
        return False
    if any(_promises(column) for column in amounts):
        return True
    named = title.is_promised or any(_promises(column) for column in group.of(*_NAMED))
    return named and not any(says_came(column.said_as) for column in amounts)


def _says_came(group: Group) -> bool:
    """Whether its amounts are called what came."""
    return any(says_came("".join(column.whole.split())) for column in group.of(*_AMOUNTS, "item"))


def _promises(column: Column) -> bool:
    return promises(column.said_as) or promises("".join(column.whole.split()))


def _came_on(group: Group) -> list[Column]:
    """The columns that say on which day a gift came."""
    return [column for column in group.of("date") if says_came(column.said_as)]


def why_by_note(note: str) -> str | None:
    """Why a row is no gift whose note says nothing but that it has not come: 未到账, 认捐; None of all others."""
    if not may_wait(note):
        return None
    said = Said(note)
    return None if said.came else NOT_COME if said.waits else PROMISED if said.promised else None


def ends(ignored: str | None) -> bool:
    """Whether a row that was ignored for that reason may stand below a table: not one that is a record but for its own word."""
    return ignored is not None and ignored not in _BY_OWN_WORD


def _reads_notes(group: Group) -> bool:
    """Whether the notes are of whoever keeps the list, and it is none of payments, which came whatever their notes say."""
    notes = group.of("note")
    is_of_payments = group.has("spent", "direction", "number") or bool(_came_on(group))
    return bool(notes) and not is_of_payments and all(_REMARKS.fullmatch(column.said_as) for column in notes)


class Fates:
    """What became of the rows of one group of columns, by their own words."""

    def __init__(self, group: Group) -> None:
        self._sort, self._is_promised, self._came_on = group.sort, group.is_promised, _came_on(group)
        self.reads_notes = _reads_notes(group)
        """Whether a note may say that nothing came."""
        self._tells = group.has("status", "refund", "note") or group.is_promised

    def of(self, row: Mapping[str, str], deal: Deal | None, texts: Mapping[int, str]) -> Fate:
        """Why a row is no gift, and what of it was given back; `texts` are its own cells. Raises InField."""
        if not self._tells:
            return Fate()
        status = row.get("status", "")
        if self._sort == MONEY_IN and is_unpaid(status):
            return Fate(NOT_PAID)
        if (why := self._why(row, Said(status), texts)) is not None:
            return Fate(why)
        return fate_of(row, deal)

    def _why(self, row: Mapping[str, str], state: Said, texts: Mapping[int, str]) -> str | None:
        """Why nothing came, or went; None where something did, or nobody says so."""
        if self._sort == GOODS_OUT:
            return NOT_GONE if state.stays and not state.came else None
        if self._sort not in (GOODS_IN, MONEY_IN):
            return None
        if state.waits or (state.reviewed and not state.came):
            return NOT_COME
        if state.promised and not state.came:
            return PROMISED
        if self.reads_notes and not state.came and (why := why_by_note(row.get("note", ""))) is not None:
            return why
        return self._unless_it_came(row, state, texts) if self._is_promised else None

    def _unless_it_came(self, row: Mapping[str, str], state: Said, texts: Mapping[int, str]) -> str | None:
        """Of a row in a list of promises: PROMISED where neither its state nor a day in it says that it came."""
        if state.came or any(texts.get(column.index) for column in self._came_on):
            return None
        if (status := row.get("status", "")) and not state.is_known:
            raise InField("status", WHAT_CAME, status)
        return PROMISED
