"""Whose a line is: who stands in each role, and in the room a terminal has, from whom to whom it went: 李华 → 市三院."""

from collections.abc import Mapping, Sequence
from functools import partial

from donations.i18n import N_
from donations.reports.table import Column, Part, Row, Screen, Value

WHO = Column("who", N_("From → to"), screen=Screen.WHERE_USED, for_programs=False)
OWN_OR_STORE = "iif(type = 'transfer', iif(stock_sign > 0, '→ ', '') || nullif(store_name, ''), own_recipient)"
"""What a query has in the place of the donor where no other column says between which stores things moved; else it has `own_recipient`."""
_BEFORE_NAME, _BEFORE_NEXT, _MASKED = "\x1f", "\x1e", "\x1d"
PEOPLE = f"""(select group_concat(person, '{_BEFORE_NEXT}') from (
  select n.role || '{_BEFORE_NAME}' || iif(n.is_masked, n.name || '{_MASKED}', n.name) as person
  from entry_names as n where n.entry = e.number order by n.role, n.position))"""  # noqa: S608 - constants above
"""What a query of entries `e` has in the place of `WHO`: everybody by their roles. A look-up for each role takes twice as long."""

SAID = 2
"""How many columns a query has of whose a line is."""


def with_refunds(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, in which people read of what goes back to a donor that it is a refund; what comes back has no donor."""
    keys = [column.key for column in columns]
    at, donor_at = keys.index("type"), keys.index("donor")

    def kind(row: Row) -> Value:
        return "refund" if row[at] == "return" and row[donor_at] is not None else row[at]

    return (*columns[:at], columns[at]._replace(more_exactly=kind), *columns[at + 1 :])


def told(columns: tuple[Column, ...], flow_at: int) -> Part:
    """Who stands in each role and `WHO`, put together of the type, the flow, the line's own recipient (or store) and `PEOPLE`.

    A query has the last two where `columns` have the donor and what follows, and the flow in the place `flow_at`.
    """
    keys = [column.key for column in columns]
    type_at, donor_at = keys.index("type"), keys.index("donor")
    roles = tuple(keys[donor_at : keys.index(WHO.key)])
    assert roles in (("donor", "recipient"), ("donor", "via", "recipient")), keys
    said = range(donor_at, donor_at + SAID)
    return Part((type_at, flow_at, *said), len(roles) + 1, partial(_told, roles))


def _told(roles: tuple[str, ...], line: Row) -> Row:
    """Who stands in each of the `roles`, and `WHO`; `line`: its type and flow, and the two that the query has."""
    of_type, flow, own, people = line
    named, other = _by_role(people), {"transfer": own, "return": flow}.get(str(of_type))
    if own and of_type != "transfer":
        named = {**named, "recipient": str(own)}
    who = _who(of_type, named.get("donor"), named.get("recipient"), other or named.get("supplier"))
    return (*map(named.get, roles), who)


def _by_role(people: Value) -> Mapping[str, str]:
    """The names in each role, joint ones together in their order."""
    found: dict[str, list[str]] = {}
    for person in str(people or "").split(_BEFORE_NEXT):
        role, _mark, name = person.partition(_BEFORE_NAME)
        found.setdefault(role, []).append(name)
    return {
        role: _together(names) if len(names) > 1 or names[0].endswith(_MASKED) else names[0]
        for role, names in found.items()
    }


def _together(names: Sequence[str]) -> str:
    """Joint names; those who aren't named are said once."""
    from donations.domain.nameless import joined  # most entries have one name a role

    return joined(names)


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
