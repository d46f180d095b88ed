"""What stands in the braces of a sentence, as people read it: our own words translated, what a person wrote as it stands."""

import re
from collections.abc import Mapping
from typing import TextIO

from donations.cli.clock import moment
from donations.domain.amount import MONEY, USUALLY, Counted
from donations.domain.thing import Hint, Thing
from donations.errors import DonationsError
from donations.i18n import ENGLISH, N_, _, chosen_language, filled

REASONS = (  # what systems say most often
    N_("No space left on device"),
    N_("Disk quota exceeded"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("No such file or directory"),
    N_("Is a directory"),
    N_("Input/output error"),
    N_("database disk image is malformed"),  # SQLite's own
    N_("file is not a database"),
    N_("database or disk is full"),
    N_("disk I/O error"),
    N_("attempt to write a readonly database"),
    N_("unable to open database file"),
    N_("access permission denied"),
    N_("bytes that are no text"),  # ours
    N_("its header is overwritten"),
    N_("a reference leads nowhere"),
    N_("a value of another kind than its column's"),
)
PERIODS = (N_("month"), N_("quarter"), N_("year"))
FOUND = (N_("an empty file"), N_("no regular file"), N_("another program's SQLite file"), *REASONS)
KINDS = (N_("trigger"), N_("view"), N_("index"), N_("table"), N_("flow"))  # what a schema consists of

TRANSLATED = {"period": PERIODS, "reason": REASONS, "found": FOUND, "kind": KINDS}
"""The facts that are words of ours, or of a system, with what is translated of them: never what a user wrote."""

_COMMAND = re.compile(r"`donations [^`]*`|(?<!`)--[a-z-]+ \{\w+\}(?=[ ,;.，；。])")
_WORD = re.compile(r"(?<=[ `])\{(\w+)\}(?=[ `,;.，；。]|$)")
_QUOTED = re.compile(r"\{((?:one_|other_)?unit)\}")
"""A unit within the quotes of a command: '1 carton = N pcs'."""
_LONG = re.compile(r"-?[0-9]{4,30}")

UNITS = frozenset({"unit", "other_unit", "one_unit"})
"""The facts that are units, which English has words for."""

ITEMS = frozenset({"item", "other_item"})
"""The facts that are items, by the names that the book keeps: money, and what English has a name for, are called otherwise."""

OWNERS = frozenset({"owner", "other"})
"""The facts that are parties, or items by the very names that the book keeps, to be typed (eggs may be 鸡蛋 or 鸭蛋): of these only money is called otherwise."""

TERMS = frozenset({"type", "role", "flow", "rules"})
"""The facts that are words of ours as programs read them, which people read otherwise."""


def on_screen(text: str, stream: TextIO | None) -> str:
    """`text` on its way to `stream`: on a terminal no word is broken at the edge."""
    if stream is None or not stream.isatty():
        return text
    from donations.output.streams import fitted  # what programs read does without

    return fitted(text, stream)


def speak(error: DonationsError) -> str:
    """The error's sentence in the user's language, its facts cleaned of what could move a terminal's cursor."""
    return said(type(error).sentence, error.facts)


def said(sentence: str, facts: Mapping[str, object]) -> str:
    """`sentence` (English, with the names of facts in braces) in the user's language, with the facts in it."""
    texts = {name: _said_fact(name, fact) for name, fact in facts.items()} | _told_apart(facts)
    to_type = {name: _to_type(name, facts[name], text) for name, text in texts.items()}
    typed = {f"{name}_as_typed": _as_typed(text) for name, text in to_type.items()}
    quoted = {f"{name}_quoted": to_type[name] for name in UNITS & to_type.keys()}
    commands = _COMMAND.sub(
        lambda found: _QUOTED.sub(r"{\1_quoted}", _WORD.sub(r"{\1_as_typed}", found[0])), _(sentence)
    )
    return filled(commands, **texts, **typed, **quoted)


def _grouped(number: str) -> str:
    """Digits in threes, as reports have them: 100000000 yuan are read wrongly."""
    whole, point, decimals = number.partition(".")
    return f"{int(whole):,}{point}{decimals}" if _LONG.fullmatch(whole) else number


def _as_typed(text: str) -> str:
    from donations.output.cleaning import as_typed  # as below

    return as_typed(text)


def _said_fact(name: str, fact: object) -> str:
    if isinstance(fact, DonationsError):
        return speak(fact)
    if isinstance(fact, Counted):
        unit = _counted_in(fact.unit, one=fact.number == "1")
        where = _("(usual store, no purpose)") if fact.where == USUALLY else _clean(fact.where)
        return str(fact._replace(number=_grouped(fact.number), where=where, unit=unit))
    if isinstance(fact, (Thing, Hint)):
        return _thing(fact) if isinstance(fact, Thing) else _hint(fact)
    if isinstance(fact, str) and (name in ITEMS or name in UNITS or (name in OWNERS and _is_money(fact))):
        return _counted_in(fact, one=name == "one_unit") if name in UNITS else item_shown(fact)
    if isinstance(fact, (list, tuple)):
        return _(", ").join(_said_fact(name, part) for part in fact)
    text = str(fact)
    if name in TRANSLATED:
        text = _(text)
    elif name == "at" and (here := moment(text)) is not None:
        text = f"{here:%Y-%m-%d %H:%M}"
    elif name in TERMS:
        from donations.output.terms import term

        text = _(term(text) or text)
    return _clean(text)


_DEFAULT_STORE = 1
"""The store that has no name, where things lie of which no store was said."""
_THINGS = {
    "party": N_("{name} (no. {number} in the register)"),
    "store": N_("store {name}"),
    "purpose": N_("purpose {name}"),
    "item": N_("item {name}"),
    "entry": N_("entry {number}"),
    "book": N_("the book"),
}


def _thing(thing: Thing) -> str:
    """What a register keeps, as people know it; who was forgotten by number."""
    if thing.kind == "party" and thing.name is None:
        from donations.output.unnamed import erased_in  # few were

        return erased_in(chosen_language(), thing.number)
    if thing.kind == "store" and not thing.name and thing.number == _DEFAULT_STORE:
        return _("the default store")
    number = _("no. {number}").format(number=thing.number)
    name = item_shown(thing.name) if thing.kind == "item" and thing.name else _clean(thing.name or number)
    return _(_THINGS[thing.kind]).format(name=name, number=thing.number)


def _hint(hint: Hint) -> str:
    return filled(_(" ({names}?)"), names=_clean(hint.names)) if hint.names else ""


def _is_money(label: str) -> bool:
    from donations.domain.currencies import FOREIGN

    return label == MONEY or label in FOREIGN


def item_shown(label: str) -> str:
    """An item as reports call it in this language: money by its name, what is given everywhere in English too."""
    if label == MONEY:
        return _(N_("money"))
    if chosen_language() != ENGLISH:
        from donations.domain.currencies import FOREIGN

        return FOREIGN.get(label) or _clean(label)
    from donations.domain.catalogue import english_name

    return _clean(english_name(label))


def _counted_in(unit: str, *, one: bool = False) -> str:
    """A unit as reports call it in this language."""
    if chosen_language() != ENGLISH:
        return _clean(unit)
    from donations.domain.units_english import english_of, english_of_one

    return _clean(english_of_one(unit) if one else english_of(unit))


def _told_apart(facts: Mapping[str, object]) -> dict[str, str]:
    """The units of a sentence as they are kept, where English has the same word for several: 提 and 包 are both packs."""
    kept = {name: fact for name, fact in facts.items() if name in UNITS and isinstance(fact, str)}
    several = {_counted_in(unit) for unit in kept.values()}
    alike = len(several) < len(set(kept.values()))
    return {name: _clean(unit) for name, unit in kept.items()} if alike else {}


def _to_type(name: str, fact: object, text: str) -> str:
    """A fact as it stands in a command to copy: a unit by a word that is read as that unit again."""
    if name not in UNITS or not isinstance(fact, str) or text == fact:
        return text
    from donations.domain.units import factor_between, unit_named

    return text if factor_between(unit_named(text).name, fact) == 1 else _clean(fact)


def _clean(text: str) -> str:
    from donations.output.cleaning import clean  # nothing is said by most help pages

    return clean(text)


def in_order(entries: int, digest: str | None, lost: int) -> list[str]:
    """What is said of a book, or a copy of one, that keeps every rule: how far it is, and how many of its entries are lost."""
    lines = [filled(_("In order: {entries} entries, digest {digest}."), entries=entries, digest=digest or "-")]
    if lost:
        lines.append(_("Of these {count} are lost: only their numbers are kept.").format(count=lost))
    return lines
