"""Givers who don't want to be named, as a table says it: 是否匿名, 是否公开姓名.

A yes to being named is taken for no consent: that is for the person to say, and for `donors consent` to keep (docs/privacy.md).
"""

from collections.abc import Mapping
from dataclasses import replace

from donations.domain.entry import Draft, Role
from donations.domain.masking import ANONYMOUS, NAMES_NOBODY
from donations.domain.nameless import KIND_PERSON
from donations.domain.slip_words import may_be_person
from donations.i18n import N_
from donations.importers.columns.columns import Column
from donations.importers.columns.names_beside import FROM_REMARKS
from donations.importers.patterns import pattern_of
from donations.importers.rows.blank_donors import BlankDonors
from donations.importers.rows.fates import STAYED
from donations.importers.table import Told
from donations.importers.words import account_givers, accounts, money_cells
from donations.importers.words import cells as one
from donations.importers.words.cells import InField, Misfit
from donations.importers.words.foot import is_part
from donations.importers.words.giver_names import is_nameless, names_no_giver
from donations.importers.words.go_betweens import between
from donations.importers.words.heading_words import normal
from donations.importers.words.naming_words import (
    giver_without_wish,
    is_left_open,
    says_no_name,
    wants_no_name,
    without_wish,
)
from donations.importers.words.owed import GIFT
from donations.importers.words.promise_words import giver_took_back
from donations.importers.words.row_reasons import A_DONOR
from donations.importers.words.turn_words import says_bought
from donations.importers.words.who_gave import means_payer, says_cost

WHETHER = N_("是 or 否: whether who gave wants to stay unnamed; where the column says something else: --map HEADING=-")
NOBODY_GAVE = N_(
    "who gave: this says that it was bought, allotted or there before, which is no gift; put what was bought into a table of its own, 采购清单, and write 爱心人士 where nobody knows who gave"
)
WHO = N_("the name of who gave, or 爱心人士 where nobody knows; where it is no gift, take the row out")
UNREAD = N_(
    "No column says who gave, and the words don't surely either; booked as gifts of an unnamed donor, with the words as note, in rows {rows}. Where you know who gave, `donations correct N NAME` says so"
)
IN_REMARKS = N_(
    "No column says who gave: the names in column {column} were taken for those who did, in rows {rows}. If these only brought or counted the money, import with --map {column}=-"
)
_GIFTS = ("receipt", "relay")
_HANDED_OVER = pattern_of(r"[^\W\d_]{0,4}(?:转[账帐]|红包)")


def words_of(column: Column, text: str) -> str:
    """What a cell says beneath its heading: ANONYMOUS, "" where it leaves that open, else its words."""
    heading = normal(column.heading)
    return ANONYMOUS if wants_no_name(heading, text) else "" if is_left_open(heading, text) else text


def hear(row: dict[str, str]) -> None:
    """Takes from who gave, and from the amounts, the words by which nobody is to be named, 李华（匿名）, 匿名（李*）, 100元（匿名）, and hears
    these in a remark too: who asks for it only there would be named in public all the same; and who stood between.
    """
    if not row.get("donor"):
        return
    if not is_part(row["donor"]):
        row["donor"] = row["donor"].rstrip(":： ") or row["donor"]  # 李华： before what was given
    _hear_between(row)
    _hear_who_paid(row)
    if row.get("anonymous"):
        return
    is_asked = says_no_name(row.get("note", ""))
    for field, without in (("donor", giver_without_wish), ("money", without_wish), ("quantity", without_wish)):
        if (left := without(row.get(field, ""))) is not None:
            row[field], is_asked = left, True
    if is_asked and row["donor"] not in NAMES_NOBODY:
        row["anonymous"] = ANONYMOUS


def _hear_between(row: dict[str, str]) -> None:
    """Takes from who gave who stood between, 甲公司（通过乙商会）, where no column says that."""
    if not row.get("via") and (both := between(row.get("donor", ""))) is not None:
        row["donor"], row["via"] = both


def _hear_who_paid(row: dict[str, str]) -> None:
    """Whoever paid is also who gave, where the row says so: 本人 beside 付款人."""
    if row.get("payer") and means_payer(row["donor"], beside_others="via" in row):
        row["donor"] = row["payer"]


def consent_of(row: Mapping[str, str]) -> str | None:
    """ANONYMOUS where the row asks for it, else None. Raises InField where its words say neither."""
    said = row.get("anonymous", "")
    if said not in ("", ANONYMOUS):
        raise InField("anonymous", WHETHER, said)
    return said or None


def with_consent(drafts: tuple[Draft, ...], consent: str | None) -> tuple[Draft, ...]:
    """The drafts, of which gifts are said to be given so."""
    if consent is None:
        return drafts
    return tuple(replace(draft, consent=consent) if draft.type in _GIFTS else draft for draft in drafts)


def giver_of(row: Mapping[str, str], seller: tuple[str, ...] | None) -> tuple[str, ...]:
    """Who gave the money of a row that names no donor: by its words, else who stands where sellers do (`seller`), else somebody.

    Raises InField where nothing says surely that it was given.
    """
    giver, is_gift = account_givers.giver_in(row), "spent" not in row or accounts.speaks_of_gifts(row)
    if giver is None and seller and (is_gift or accounts.is_gift_by_sort(row) or _is_handed_over(row, seller)):
        return seller
    # A word in the place of its number: not surely a gift.
    if giver is None and (not is_gift or row.get("serial", "0").isalpha()):
        raise InField("donor", A_DONOR, row.get("note", ""))
    return (giver or KIND_PERSON,)


def no_cost(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Who gave money, by name. Raises InField where what it is paid for stands there, 运费: that came from nobody."""
    if names and any(map(says_cost, names)):
        raise InField("donor", WHO, names[0])
    return names


def unread(row: Mapping[str, str], drafts: tuple[Draft, ...]) -> tuple[Told, ...]:
    """What is told of a gift of nobody whose words, where a column for givers is missing, may name whoever gave; and of one of somebody
    whom only a remark names.
    """
    if FROM_REMARKS in row and any(draft.type in _GIFTS and not _is_of_nobody(draft) for draft in drafts):
        return (Told(IN_REMARKS, row[FROM_REMARKS]),)
    is_open = "donor" not in row and any(draft.type in _GIFTS and _is_of_nobody(draft) for draft in drafts)
    words = row.get("note", "").split("，") if is_open else []
    words += [part for part in row.get("purpose", "").split("，") if is_open and GIFT.search(part)]
    return (Told(UNREAD, None),) if any(map(account_givers.may_name, words)) else ()


def _is_of_nobody(draft: Draft) -> bool:
    return draft.parties.get(Role.DONOR) == (KIND_PERSON,)


def givers_of_goods(row: Mapping[str, str], blanks: BlankDonors) -> dict[Role, tuple[str, ...]]:
    """Who gave the goods of a row that names nobody: by its words, 甲公司捐赠, where no column is of givers, or somebody, where blank
    cells mean that. What was bought is of nobody.
    """
    named = "spent" in row or any(row.get(field) for field in ("supplier", "payer", "via"))
    is_bought = any(says_bought(row.get(field, "")) for field in ("note", "purpose"))
    giver = None if named or is_bought else account_givers.giver_in(row)
    is_nobodys = blanks.is_nobodys and blanks.why is None
    return {Role.DONOR: (giver or KIND_PERSON,)} if giver or is_nobodys else {}


def _is_handed_over(row: Mapping[str, str], seller: tuple[str, ...]) -> bool:
    """Whether one person stands where sellers do, beside words that money was handed over by, 转账: as a bank names them."""
    said = [part for field in ("type", "note", "purpose") for part in row.get(field, "").split("，")]
    is_person = len(seller) == 1 and may_be_person(seller[0])
    return is_person and any(map(_HANDED_OVER.fullmatch, said))


def names_in(field: str, text: str, *, came_in: bool) -> tuple[str, ...]:
    """Who stands in a cell; of somebody who gave (`came_in`) under signs only, 👺 or ***, what nobody is called. Raises InField."""
    if field == "donor" and came_in and says_bought(text):
        raise InField(field, NOBODY_GAVE, text)
    if field == "donor" and came_in and (_heads_others(text) or (not is_nameless(text) and names_no_giver(text))):
        raise InField(field, WHO, text)
    if field == "donor" and came_in and giver_took_back(text):
        raise InField(field, STAYED, text)
    try:
        if field == "recipient":
            return one.recipients(text)
        return (KIND_PERSON if came_in and is_nameless(one.sound(text)) else one.party(text),)
    except Misfit as misfit:
        raise InField(field, misfit.expected, text) from None


GOODS_TOO = N_("what the goods are called, too: 口罩一批, 口罩500个")
_SOME = frozenset(("一批", "若干", "一些", "许多", "少量", "some", "a batch"))


def _heads_others(text: str) -> bool:
    """Whether the part of a body, whose members stand below it, stands where a name should: 三班： beside their sum."""
    return text[-1:] in (":", "：") and is_part(text)


def quoting(wrong: InField, row: Mapping[str, str]) -> InField:
    """The same; of what isn't there, with the name beside it, where that may say what is missing: 王芳 +1, 甲公司捐赠一批. Of 一批
    alone not how much it is, but what it was.
    """
    if wrong.expected == one.A_QUANTITY and wrong.got in _SOME:
        return InField(wrong.field, GOODS_TOO, wrong.got)
    name = row.get("donor", "")
    if wrong.got or wrong.field == "donor" or not (any(map(str.isdigit, name)) or GIFT.search(name)):
        return wrong
    return InField(
        wrong.field, one.MONEY_WANTED if wrong.expected == money_cells.AMOUNT_MISSING else wrong.expected, name
    )
