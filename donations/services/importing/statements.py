"""An entry of an exported book, with every name looked up, as the book keeps it and as it can be compared."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from donations import errors
from donations.domain import text
from donations.domain.amount import MONEY, MONEY_DECIMALS, Amount, Certainty, Item, minor_of
from donations.domain.entry import ENTRY_TYPES, MISSING, Adjustment, Entry, Flow, Line, Role, Worth
from donations.domain.exchange import ROLES, EntrySaid, LineSaid
from donations.services.importing.registers import Registers
from donations.store.exchange import Kept
from donations.store.journal import line_values

_YUAN = Item(0, MONEY, None, "元", MONEY_DECIMALS)
_REASONS = frozenset(map(str, Adjustment))


class Understood(NamedTuple):
    """The entry as the book keeps it, and what it is known by: the same for the same entry whatever its names are now."""

    entry: Entry
    kept: Kept


def understood(said: EntrySaid, registers: Registers, numbers: Sequence[int]) -> Understood:
    """What an entry says; `numbers`: what those before it are numbered here. Raises BadInput and its kin."""
    _require_sense(said)
    lines = tuple(_line(line, said, registers) for line in said.lines)
    parties = {Role(role): tuple(map(registers.party, said.parties[role])) for role in ROLES if role in said.parties}
    entry = Entry(
        said.type, date.fromisoformat(said.date), lines, parties, said.city, said.county,
        text.note(said.note) if said.note else None, said.reason, _linked(said.reverses, numbers),
        _linked(said.corrects, numbers),
    )  # fmt: skip
    return Understood(entry, _kept(said, entry, registers))


def _linked(number: int | None, numbers: Sequence[int]) -> int | None:
    """The number here of an entry of the file. Raises LinkUnclear."""
    if number is None:
        return None
    found = numbers[number] if number < len(numbers) else 0
    if not found:
        raise errors.LinkUnclear(of=number)
    return found


def _require_sense(said: EntrySaid) -> None:
    """Raises LineUnfit, RoleLacking, ReasonUnfit for what no entry can be."""
    entry_type = ENTRY_TYPES[said.type]
    for line in said.lines:
        if line.flow not in entry_type.flows:
            raise errors.LineUnfit(type=said.type, flow=line.flow)
    if not said.lines and said.type != MISSING:
        raise errors.WithoutLine(type=said.type)
    for role in entry_type.needs:
        if role not in said.parties:
            raise errors.RoleLacking(type=said.type, role=role.value)
    if said.type != MISSING and (said.reason in _REASONS) != (said.type == "adjustment"):
        raise errors.ReasonUnfit


def _line(said: LineSaid, entry: EntrySaid, registers: Registers) -> Line:
    item, _now = registers.item(said.item)
    minor = None if said.amount is None else minor_of(said.amount, item)
    counted = None if said.counted is None else minor_of(said.counted, item)
    sign = 1 if entry.reverses is None else -1
    is_known = minor is not None
    if (
        is_known != (said.certainty != Certainty.UNKNOWN)
        or (minor is not None and (minor * sign < 0 or (minor == 0 and counted is None) or said.unit != item.unit))
        or (counted or 0) < 0
        or (said.value is None) != (said.value_certainty is None)
    ):
        raise errors.AmountUnfit(item=item.label, unit=item.unit)
    return Line(
        Amount(minor, item, Certainty(said.certainty)), Flow(said.flow), _worth(said, sign), counted,
        registers.named("store", said.store), registers.named("purpose", said.purpose),
        None if said.own_recipient is None else registers.party(said.own_recipient), said.batch,
        None if said.expires_on is None else date.fromisoformat(said.expires_on), said.written,
    )  # fmt: skip


def _worth(said: LineSaid, sign: int) -> Worth | None:
    if said.value is None or said.value_certainty is None:
        return None
    minor = minor_of(said.value, _YUAN)
    if minor * sign < 0:
        raise errors.AmountUnfit(item=said.item, unit=_YUAN.unit)
    return Worth(minor, Certainty(said.value_certainty), said.value_basis)


def _kept(said: EntrySaid, entry: Entry, registers: Registers) -> Kept:
    """As `exchange.kept` gives what is in the book."""
    parties = tuple(
        (str(role), registers.party_number(name)) for role, names in entry.parties.items() for name in names
    )
    lines = []
    for line, line_said in zip(entry.lines, said.lines, strict=True):
        _item, *values = line_values(line)
        values[9] = None if line.recipient is None else registers.party_number(line.recipient)
        lines.append((registers.item(line_said.item)[1], *values))
    head = (said.date, said.type, said.reason, entry.reverses, entry.corrects, said.city, said.county, entry.note)
    return (*head, parties, tuple(lines))
