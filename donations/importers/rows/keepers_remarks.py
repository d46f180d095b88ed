"""What whoever keeps a list says of a row in its remark: nobody gave it, another amount came, or it was entered wrongly."""

from collections.abc import Mapping, Sequence

from donations.i18n import N_
from donations.importers.columns.columns import AMOUNTS, GOODS_IN, GOODS_OUT, MONEY_IN, SPENDING, Column, Group
from donations.importers.patterns import pattern_of
from donations.importers.rows.drafting import Deal
from donations.importers.rows.row_refunds import quantities_of
from donations.importers.words.cells import InField
from donations.importers.words.part_words import part_waits
from donations.importers.words.promise_words import is_twice, is_wrong, says_came, went_back
from donations.importers.words.remark_words import another_amount, is_doubted, nobody_gave
from donations.importers.words.reversal_words import puts_right

ONCE = N_("what is there once: this says that it stands twice; take this row out, or the remark where both are right")
NO_GIFT = N_(
    "a remark of a gift: this says that nobody gave it; take the row out (what was bought into a list of its own), or the remark where it was given"
)
ANOTHER = N_(
    "the right amount: this says another; put it right in its column, or take the remark out where the column is right"
)
NOT_ALL_CAME = N_(
    "the amount that came, or was paid: this says that not all of it has yet; write what came in its column, and say so in the remark too (已到500，余500未到), or take the remark out where all of it came"
)
WRONG = N_(
    "a row that is right: this says that it was entered wrongly; put right what is wrong in it, or take the remark out where that was done"
)
CAME_OR_NOT = N_(
    "one of both: a day stands here on which it came, and this says that it didn't come; take the remark out if it came, and the row if it didn't"
)

_SIGNS = "$€£¥￥ "
_REMARKS = pattern_of(
    r"(?:(?:remarks?|notes?|memo|comments?)/?)?(?:(?:捐[赠款助]|赞助|打赏|物资)?备注|说明|附注|备考|remarks?|notes?|memo|comments?)(?:说明|信息|栏)?"
)
"""Headings of what whoever keeps the list says of a gift, and not who gave it: 留言 and 附言 are no states."""


class Remarks:
    """The remarks of one group of columns, and what they may say."""

    def __init__(self, group: Group, told: Sequence[int]) -> None:
        self._sort, self._told = group.sort, told
        """`told` are the columns that say how much the row is of."""
        self.columns = [column for column in group.of("note") if _REMARKS.fullmatch(column.said_as)]
        self._says_came = any(says_came(column.said_as) for column in group.of(*AMOUNTS))
        self.are_heard = _reads_notes(group)
        """Whether a note may say that the gift went back, or nothing came."""

    def check(self, texts: Mapping[int, str], deal: Deal | None) -> None:
        """Raises InField where a remark says that its row was entered wrongly, and what is right."""
        if wrong := next((each for each in self.columns if is_wrong(texts.get(each.index, ""))), None):
            why = ANOTHER if self._says_other(said := texts[wrong.index], texts, deal) else WRONG
            raise InField("note", why, said, wrong.heading)

    def hear(self, note: str, texts: Mapping[int, str], deal: Deal | None) -> None:
        """Raises InField where a remark says that its row is no gift, stands twice, or that another amount came."""
        if not self.are_heard:
            return
        if is_twice(note):
            raise InField("note", ONCE, note)
        if self._sort in (GOODS_IN, MONEY_IN) and nobody_gave(note, of_goods=self._sort == GOODS_IN):
            raise InField("note", NO_GIFT, note)
        if self._says_other(note, texts, deal):
            raise InField("note", ANOTHER, note)
        if part := self._part_that_waits(texts, deal):
            raise InField("note", NOT_ALL_CAME, texts[part.index], part.heading)
        if is_doubted(note):
            raise InField("note", WRONG, note)

    def says_back(self, note: str, texts: Mapping[int, str]) -> bool:
        """Whether a remark says that what the row is of went back, or a part of it; an amount below zero takes back itself."""
        is_put_right = self._sort in (GOODS_IN, GOODS_OUT) and puts_right(note)
        if not (self.are_heard and (is_put_right or went_back(note))):
            return False
        return self._sort != SPENDING or not any(
            texts.get(index, "").lstrip(_SIGNS).startswith(("-", "－", "(", "（")) for index in self._told
        )

    def _says_other(self, note: str, texts: Mapping[int, str], deal: Deal | None) -> bool:
        """Whether a remark says that another amount came than is understood of its row, or told beside it: 497 below 实收金额."""
        amounts = (texts.get(index, "") for index in self._told)
        return another_amount(note, amounts, quantities_of(deal), went_out=self._sort in (GOODS_OUT, SPENDING))

    def _part_that_waits(self, texts: Mapping[int, str], deal: Deal | None) -> Column | None:
        """The remark that says of what was read as given, or paid, that a part is still to come; none beside what came by its heading."""
        if self._says_came:
            return None
        amounts, quantities = [texts.get(index, "") for index in self._told], quantities_of(deal)
        went = self._sort == GOODS_OUT
        said = (each for each in self.columns if part_waits(texts.get(each.index, ""), amounts, quantities, went=went))
        return next(said, None)


def _reads_notes(group: Group) -> bool:
    """Whether the notes are of whoever keeps the list, and it is none of payments, whose notes others wrote."""
    notes = group.of("note")
    is_of_payments = group.has("direction", "number") or (group.has("spent") and group.sort != SPENDING)
    return bool(notes) and not is_of_payments and all(_REMARKS.fullmatch(column.said_as) for column in notes)
