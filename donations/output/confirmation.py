"""What is said of an entry once it is on disk: a few lines for people, or the JSON that the contract fixes."""

import json

from donations.domain.amount import MONEY, MONEY_DECIMALS, Certainty, Item, minor_text
from donations.domain.currencies import FOREIGN
from donations.domain.entry import Flow, Line, Recorded, Role, Shown
from donations.i18n import N_
from donations.output.cells import Reader, grouped
from donations.output.cleaning import clean
from donations.output.terms import TERMS

_SAVED = N_("Saved as no. {number}: {type} · {date} · {city}")
_BECAUSE = N_("{type} ({reason})")
_NO_CITY = N_("no city")
_REVERSAL = N_("reversal of no. {number}")
_CORRECTION = N_("corrects no. {number}")
_GIVES_BACK = N_("gives back of no. {number}")
_SPENT = N_("paid")
_PAYEE = N_("payee")
_COUNTED = N_("counted: {amount}")
_WORTH = N_("worth {value} yuan")
_STORE = N_("store: {name}")
_PURPOSE = N_("tied to: {name}")
_IN_PUBLIC = N_("In public: {consent}")
_NOTE = N_("Note: {note}")
_NEW_NAMES = N_("New names: {names}")
_AND = N_(", ")


def as_json(recorded: Recorded) -> str:
    """`{"entry": N, "type": …, "date": …, "city": …, "lines": […], "digest": …}`; amounts are exact decimals in the item's unit."""
    entry = recorded.entry
    content = {
        "entry": recorded.number, "type": entry.type, "date": entry.date.isoformat(), "city": entry.city,
        "lines": [_line_of_program(line) for line in entry.lines], "digest": recorded.digest,
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False) + "\n"


def _line_of_program(line: Line) -> dict[str, str | None]:
    minor = _signed(line)
    return {
        "item": line.item.label, "unit": line.item.unit or None,
        "amount": None if minor is None else minor_text(minor, line.item.decimals), "certainty": line.amount.certainty.value,
        "value": minor_text(line.worth.minor, MONEY_DECIMALS) if line.worth else None,
        "value_certainty": line.worth.certainty.value if line.worth else None,
    }  # fmt: skip


def _signed(line: Line) -> int | None:
    """What is lost or moved out stands with a minus."""
    minor = line.amount.minor
    return -minor if minor is not None and line.flow in (Flow.LOST, Flow.MOVED_OUT) else minor


def for_people(recorded: Recorded, shown: Shown) -> str:
    """The entry in a few lines, in the user's language; `shown` are the names behind its numbers."""
    reader, entry = Reader(), recorded.entry
    head = reader.say(_SAVED).format(
        number=recorded.number,
        type=_type(reader, recorded),
        date=entry.date,
        city=clean(entry.city or "") or reader.say(_NO_CITY),
    )
    for sentence, number in ((_REVERSAL, entry.reverses), (_CORRECTION, entry.corrects), (_GIVES_BACK, shown.gift)):
        if number is not None:
            head += " · " + reader.say(sentence).format(number=number)
    lines = [head]
    colon = reader.colon if reader.colon != ":" else ": "  # the full-width one brings its own room
    lines += [
        f"  {_role(reader, role, entry.type)}{colon}{clean(reader.say(_AND).join(names))}"
        for role, names in shown.parties.items()
        if names
    ]
    lines += [f"  {_line_for_people(reader, line, shown)}" for line in entry.lines]
    if recorded.consent:
        lines.append("  " + reader.say(_IN_PUBLIC).format(consent=reader.term(recorded.consent)))
    if entry.note:
        lines.append("  " + reader.say(_NOTE).format(note=clean(entry.note)))
    if recorded.added:
        items = {line.item.label for line in entry.lines}  # a party of the same name is read as it is written
        parties = {name for names in shown.parties.values() for name in names}
        names = (
            reader.item_name(name) if name in FOREIGN or name in items - parties else clean(name)
            for name in recorded.added
        )
        lines.append("  " + reader.say(_NEW_NAMES).format(names=reader.say(_AND).join(names)))
    return "\n".join(lines) + "\n"


def _role(reader: Reader, role: Role, entry_type: str) -> str:
    return reader.say(_PAYEE) if entry_type == "expense" and role is Role.SUPPLIER else reader.term(role.value)


def _type(reader: Reader, recorded: Recorded) -> str:
    """What happened, in a word; of an adjustment also why."""
    kind, reason = reader.term(_kind(recorded)), recorded.entry.reason
    return reader.say(_BECAUSE).format(type=kind, reason=reader.term(reason)) if reason else kind


def _kind(recorded: Recorded) -> str:
    """The type of the entry; what goes back to a donor and what comes back from a recipient are two words to people."""
    entry = recorded.entry
    is_refund = entry.type == "return" and any(line.flow is Flow.REFUNDED for line in entry.lines)
    return "refund" if is_refund else entry.type


def _number(minor: int, item: Item) -> str:
    return grouped(minor, item.decimals, MONEY_DECIMALS if item.name == MONEY else 0)


def _line_for_people(reader: Reader, line: Line, shown: Shown) -> str:
    minor, item = _signed(line), line.item
    if minor is None:
        amount = reader.say(TERMS[Certainty.UNKNOWN])
    else:
        number = _number(minor, item)
        about = reader.about if line.amount.certainty is Certainty.ABOUT else ""
        amount = f"{about}{number} {reader.unit_of(item.unit, is_one=number == '1')}"
    text = f"{reader.item_name(item.label)} {amount}"
    if line.flow is Flow.SPENT:
        text += " · " + reader.say(_SPENT)
    if line.counted_minor is not None:
        counted = f"{_number(line.counted_minor, item)} {reader.unit_name(item.unit)}"
        text += " · " + reader.say(_COUNTED).format(amount=counted)
    if line.worth:
        about = reader.about if line.worth.certainty is Certainty.ABOUT else ""
        text += " · " + reader.say(_WORTH).format(
            value=about + grouped(line.worth.minor, MONEY_DECIMALS, MONEY_DECIMALS)
        )
    for sentence, name in ((_STORE, shown.stores[line.store]), (_PURPOSE, shown.purposes[line.purpose])):
        if name:
            text += " · " + reader.say(sentence).format(name=clean(name))
    return text
