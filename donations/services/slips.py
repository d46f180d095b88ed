"""What was typed where a name belongs and is none: an amount before the name, or goods without it."""

import re
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from donations import errors
from donations.domain.catalogue import common_named
from donations.domain.entry import Draft, Role
from donations.domain.masking import BEFORE_ERASED, is_erased
from donations.domain.parsing import may_hold_amount
from donations.domain.quantity import Quantity
from donations.services import naming
from donations.services.naming import Meant
from donations.store import parties

_EXAMPLE = "李华 {got}"
_ERASED = rf"\s*{BEFORE_ERASED}[0-9]+号?\s*"
_BETWEEN = frozenset("、，,;；")
_AND = frozenset("和与及跟&＆+＋")
_LONGEST_OF_TWO = 15
"""Two names of four characters, and what stands between them; of a longer word every place would be tried in vain."""


def refuse_amounts_as_names(
    connection: sqlite3.Connection,
    given: Mapping[Role, Iterable[str]],
    quantities: tuple[Quantity, ...],
    meant: Meant,
) -> None:
    """Refuse an unknown name that is an amount; one that only reads like it unless it is said to be meant.

    Raises AmountForName, AmountLikelyForName, ErasedForName.
    """
    swapped = next((quantity.item for quantity in quantities if quantity.is_bare), None)
    for name in dict.fromkeys(name for names in given.values() for name in names):
        if parties.find(connection, name) is None:
            _refuse(name, swapped, settled=meant.settles(name))


OPTIONS = {
    Role.DONOR: "--with", Role.RECIPIENT: "--to", Role.VIA: "--via", Role.SUPPLIER: "--from",
    Role.BENEFICIARY: "--benefits",
}  # fmt: skip
"""Behind which option each further party of a role stands."""


def refuse_several_in_one(connection: sqlite3.Connection, draft: Draft, meant: Meant) -> None:
    """Refuse an unknown name that reads as several, unless it is said to be meant. Raises SeveralInOne."""
    for role, names in draft.parties.items():
        option = "--to" if draft.type == "expense" else OPTIONS.get(role)
        for name in names:
            if option is None or meant.settles(name) or parties.find(connection, name) is not None:
                continue
            if parts := several_in_one(connection, name):
                raise errors.SeveralInOne(got=name, first=parts[0], second=parts[1], option=option)


def several_in_one(connection: sqlite3.Connection, name: str) -> tuple[str, ...]:
    """The names of persons and bodies that one name consists of (李华、王芳; 李华和王芳); none where it is no list of such.

    Where 、 stands between, one that is known already is enough: of the others anything may be new.
    """
    parts = _parts_of(name)
    if len(parts) < 2:  # noqa: PLR2004
        return _both_persons(name)
    if "、" in name and any(parties.find(connection, part) is not None for part in parts):
        return tuple(parts)
    return tuple(parts) if all(_may_be_party(connection, part) for part in parts) else ()


def refuse_names_as_goods(
    connection: sqlite3.Connection, entry_type: str, quantities: Sequence[Quantity], *, has_supplier: bool
) -> None:
    """Refuse a word without amount among what was given, bought or given out that is likely who gave, sold or received it.

    What stands for an erased name is nothing to give either. Raises DonorForGoods, SellerForGoods, RecipientForGoods, ErasedForName.
    """
    for at, quantity in enumerate(quantities):
        name = quantity.item
        _refuse_erased(quantity.written)
        if not quantity.is_bare or naming.find_item(connection, name) is not None or common_named(name) is not None:
            continue
        comes_first = at == 0 and not all(each.is_bare for each in quantities) and not has_supplier
        if entry_type == "purchase" and (comes_first or _may_be_party(connection, name, is_seller=True)):
            raise errors.SellerForGoods(got=name)
        is_beside_goods = not all(each.is_bare for each in quantities)
        if entry_type not in ("receipt", "relay", "distribution") or not is_beside_goods:
            continue
        if _may_be_party(connection, name):
            raise (errors.RecipientForGoods if entry_type == "distribution" else errors.DonorForGoods)(got=name)


def _parts_of(name: str) -> list[str]:
    """The names that one name may consist of: 李华、王芳; only itself where nothing parts them."""
    if not _BETWEEN.intersection(name):
        return [name]
    return [
        part for text in "".join("、" if one in _BETWEEN else one for one in name).split("、") if (part := text.strip())
    ]


def _both_persons(name: str) -> tuple[str, ...]:
    """The two persons of 李华和王芳: of bodies nobody can tell, since 江西和平公司 is one."""
    if len(name) > _LONGEST_OF_TWO or not _AND.intersection(name):
        return ()
    from donations.domain.slip_words import may_be_person  # most entries do without

    for at, character in enumerate(name):
        both = name[:at].strip(), name[at + 1 :].strip()
        if character in _AND and all(map(may_be_person, both)):
            return both
    return ()


def _may_be_party(connection: sqlite3.Connection, word: str, *, is_seller: bool = False) -> bool:
    from donations.domain.slip_words import may_be_person, may_be_seller  # most entries do without

    known = parties.find(connection, word) is not None
    return known or may_be_seller(word) or (not is_seller and may_be_person(word))


def refuse_amount(name: str) -> None:
    """Refuse a name that is nothing but an amount, or stands for an erased one. Raises AmountForName, ErasedForName."""
    _refuse(name, None, settled=True)


def _refuse_erased(name: str) -> None:
    if re.fullmatch(_ERASED, name) or is_erased(name):
        raise errors.ErasedForName(got=name)


def _refuse(name: str, swapped: str | None, *, settled: bool) -> None:
    _refuse_erased(name)  # its gifts would stand in reports beside those of whoever was forgotten
    if not swapped and not may_hold_amount(name):
        return
    from donations.domain.quantities.as_name import Certain, amount_within, may_be_amount  # most names do without

    found = amount_within(name)
    example = f"{swapped} {name}" if swapped else (found and found.apart) or _EXAMPLE.format(got=name)
    if found is not None and found.certain is Certain.SURELY:
        raise errors.AmountForName(got=name, example=example)
    if not settled and (found is not None or (swapped and may_be_amount(name))):
        raise errors.AmountLikelyForName(got=name, example=example)
