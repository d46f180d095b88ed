"""Whose a line is: who stands in each role, and in the room a terminal has, from whom to whom it went: 李华 → 市三院."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from donations.domain.remembered import Remembered
from donations.i18n import N_
from donations.reports.table import Cells, Column, Row, Screen, Value

WHO = Column("who", N_("From → to"), screen=Screen.WHERE_USED, for_programs=False)
FLOW = "iif(type = 'return', flow, null)"
"""What a query has in the place of the donor: which way it goes back, where it does."""
FLOW_OR_STORE = """
case type when 'return' then flow when 'transfer' then iif(stock_sign > 0, '→ ', '') || nullif(store_name, '') end"""
"""The same where no other column says between which stores things moved."""
PEOPLE = """(select group_concat(role || char(31) || name || iif(is_masked, char(29), ''), char(30)) from (
  select n.role, n.name, n.is_masked from entry_names as n where n.entry = e.number order by n.role, n.position))"""
"""What a query of entries `e` has in the place of `WHO`: everybody by their roles. A look-up for each role takes twice as long."""

_AND, _MASKED = "、", "\x1d"


def with_refunds(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The same, where people read of what goes back to a donor that it is a refund; what comes back has no donor."""
    keys = [column.key for column in columns]
    at, donor_at = keys.index("type"), keys.index("donor")

    def kind(row: Row) -> Value:
        return "refund" if row[at] == "return" and row[donor_at] is not None else row[at]

    return (*columns[:at], columns[at]._replace(more_exactly=kind), *columns[at + 1 :])


def told(columns: tuple[Column, ...]) -> Callable[[Sequence[Cells]], Sequence[Cells]]:
    """A step of `InColumns`: donors, those between, recipients and `WHO`, put together of `FLOW`, the line's own recipient and `PEOPLE`.

    These stand in the places of donor, recipient and `WHO` among `columns`; a place for who is between may stand behind the donor.
    """
    keys = [column.key for column in columns]
    type_at, donor_at, recipient_at, at = map(keys.index, ("type", "donor", "recipient", WHO.key))
    assert (recipient_at, at) == (donor_at + 1 + ("via" in keys), recipient_at + 1), keys
    people = Remembered(_told)

    def step(some: Sequence[Cells]) -> Sequence[Cells]:
        said = some[donor_at : at + 1]
        return [*some[:donor_at], *in_place_of(people, some[type_at], *said), *some[at + 1 :]]

    return step


def in_place_of(made: Remembered[Row, Row], *columns: Cells) -> Iterator[Cells]:
    """The columns of what was `made` of what stands beside each other in `columns`."""
    return zip(*map(made.__getitem__, zip(*columns, strict=True)), strict=True)


def _told(line: Row) -> Row:
    """Donors, those between (where there is a place for them), recipients, and `WHO`; `line`: its type, and what the query has there."""
    of_type, other, *between, own_recipient, people = line
    named = _by_role(people)
    donor, recipient = named.get("donor"), own_recipient or named.get("recipient")
    who = _who(of_type, donor, recipient, other or named.get("supplier"))
    return (donor, *(named.get("via") for _place in between), recipient, who)


def _by_role(people: Value) -> Mapping[str, str]:
    """The names in each role, joint ones together in their order."""
    found: dict[str, str] = {}
    for person in str(people or "").split("\x1e"):
        role, _mark, name = person.partition("\x1f")
        found[role] = f"{found[role]}{_AND}{name}" if role in found else name
    return {
        role: _together(names) if _AND in names or names.endswith(_MASKED) else names for role, names in found.items()
    }


def _together(names: str) -> str:
    """Joint names; those who aren't named are said once."""
    from donations.domain.masking import joined  # most entries have one name a role

    return joined(names.split(_AND))


def _who(of_type: Value, donor: Value, recipient: Value, other: Value) -> Value:
    """`other`: who sold or was paid; of what was given back, which way it went; of what moved, where it lay or lies."""
    if of_type == "transfer":
        return other
    if of_type == "return":
        source, target = (recipient, None) if other == "returned" else (None, donor if other == "refunded" else None)
    elif of_type == "expense":
        source, target = None, other
    else:
        source, target = other if donor is None else donor, recipient
    if target is None:
        return source
    return f"→ {target}" if source is None else f"{source} → {target}"
