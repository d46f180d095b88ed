"""Hold a book against its own evidence: numbers, chain, commitments, registers. One generator a rule."""

import sqlite3
from collections.abc import Callable, Iterator

from donations.domain import text
from donations.i18n import N_
from donations.services.known_as import act_of, first_entry_with, thing
from donations.services.problem import Problem
from donations.store.evidence import CHANGE_EVIDENCE, EVIDENCE, STATES, commitment, digest_of, is_salt


def numbers_without_gaps(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Entries are numbered 1, 2, 3 … without gap, and each is sealed."""
    if connection.execute(_ALL_NUMBERED).fetchone()[0]:
        return
    query = """
        select e.number, e.date, c.digest from entry as e left join chain as c on c.entry = e.number order by e.number
    """
    before = 0
    for number, day, digest in connection.execute(query):
        if number != before + 1:
            facts: dict[str, object] = {"first": before + 1, "last": number - 1}
            sentence = (
                N_("entries {first} to {last} are missing") if number > before + 2 else N_("entry {first} is missing")
            )
            yield Problem("numbers", sentence, facts, number, day, since=before + 1)
        if digest is None:
            sentence = N_("entry {number} is not sealed")
            yield Problem("chain", sentence, {"number": number}, number, day, since=number)
        before = number


_ALL_NUMBERED = """
select count(*) = coalesce(max(number), 0) and coalesce(min(number), 1) = 1
  and not exists (select 1 from entry as e where not exists (select 1 from chain where entry = e.number))
from entry
"""
"""Whether there is nothing to be said."""


def chain_holds(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Each entry, and each act on the registers, is what its digest says, and follows the one before."""
    changes = connection.execute(f"{_in_bytes('change', CHANGE_EVIDENCE)} order by change")
    for broken in _links_hold(connection, "select entry, change, digest from chain order by number", changes):
        yield broken
        return  # what follows is not looked at, so nothing is known of it
    if connection.execute("select coalesce(max(number), 0) <> count(*) from chain").fetchone()[0]:
        yield Problem("chain", N_("the links of the chain are not numbered 1, 2, 3 … without gap"))
    unsealed = next(changes, None)
    if unsealed is not None:
        sentence = N_("what was done to {subject} on {day} is not sealed")
        yield Problem("chain", sentence, act_of(connection, unsealed[0]))


def first_chain_holds(connection: sqlite3.Connection) -> Iterator[Problem]:
    """As `chain_holds`, of a book of the first version, whose chain seals entries only."""
    return _links_hold(connection, "select entry, null, digest from chain order by entry", iter(()))


def _links_hold(connection: sqlite3.Connection, links: str, changes: Iterator[tuple[int, bytes]]) -> Iterator[Problem]:
    row = connection.execute("select identity from book").fetchone()
    if row is None:
        sentence = N_("what begins the chain is gone: nobody can say whose book this is")
        yield Problem("chain", sentence, since=1)
        return
    before = str(row[0])
    entries = connection.execute(f"{_in_bytes('entry', EVIDENCE)} order by entry")
    for entry, change, digest in connection.execute(links):
        found, evidence = next(entries if entry is not None else changes, (None, b""))
        if found != (entry if entry is not None else change) or digest_of(before, evidence) != digest:
            evidence.decode()  # what is no text any more is damage
            yield _broken_link(connection, entry, change)
            return  # all later digests follow from this one
        before = digest


def _in_bytes(sealed: str, evidence: str) -> str:
    """The query for `evidence`, its texts as they lie in the file."""
    return f"select {sealed}, cast(evidence as blob) from ({evidence})"  # noqa: S608 - constants of ours


def _broken_link(connection: sqlite3.Connection, entry: int | None, change: int | None) -> Problem:
    if entry is not None:
        row = connection.execute("select date from entry where number = ?", (entry,)).fetchone()
        return Problem(
            "chain",
            N_("entry {number} is not what was sealed: it, or the chain, was changed from outside"),
            {"number": entry},
            entry,
            row and row[0],
            since=entry,
        )
    after = connection.execute(
        "select max(entry) from chain where number < (select number from chain where change = ?)", (change,)
    ).fetchone()[0]
    return Problem(
        "chain",
        N_(
            "what was done to {subject} on {day} (after entry {entry}) is not what was sealed: it, or the chain, was changed from outside"
        ),
        {**act_of(connection, change), "entry": after or 0},
        since=(after or 0) + 1,
    )


_NAMES = """
select 'party_name', number, name, salt, commitment, null as entry, key, party from party_name where name is not null
union all select 'entry_note', entry, note, salt, commitment, entry, null, null from entry_note where note is not null
"""
_REASONS = """
union all select 'register_change', number, reason, salt, commitment, null, null, null from register_change where reason is not null
"""


def names_are_as_recorded(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every personal name, note and reason is the one its commitment was made for, or was erased; a name is found by itself."""
    return _names_hold(connection, _NAMES + _REASONS, lambda name: (text.party_key(name), text.exact_key(name)))


NAMES_APART = 10
"""The step since which an s tells two parties apart, and so do some signs."""


def older_names_are_as_recorded(connection: sqlite3.Connection) -> Iterator[Problem]:
    """As `names_are_as_recorded`, of a book of before NAMES_APART, whose names were found without these."""
    return _names_hold(connection, _NAMES + _REASONS, lambda name: (text.key(name),))


def first_names_are_as_recorded(connection: sqlite3.Connection) -> Iterator[Problem]:
    """As `names_are_as_recorded`, of a book of the first version, which proves no reasons."""
    return _names_hold(connection, _NAMES, lambda name: (text.key(name),))


def _names_hold(
    connection: sqlite3.Connection, query: str, found_by: Callable[[str], tuple[str, ...]]
) -> Iterator[Problem]:
    for table, number, written, salt, committed, entry, key, party in connection.execute(query):
        if is_salt(salt) and commitment(salt, written) == committed and (key is None or key in found_by(written)):
            continue
        if table == "party_name":
            since = first_entry_with(connection, number)
            yield Problem("names", _OTHER[table], {"party": thing(connection, "party", party)}, since=since)
        elif table == "entry_note":
            yield Problem("names", _OTHER[table], {"number": number}, entry, since=entry)
        else:
            yield Problem("names", _OTHER[table], act_of(connection, number))


_OTHER = {
    "party_name": N_("a name of {party} is not what was recorded: it was changed from outside"),
    "entry_note": N_("the note of entry {number} is not what was recorded: it was changed from outside"),
    "register_change": N_(
        "the reason of what was done to {subject} on {day} is not what was recorded: it was changed from outside"
    ),
}


def registers_hold(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Each party, item, store and purpose, and the book, is as the last recorded act on it left it."""
    for register, states in STATES.items():
        query = f"""
            select n.number from ({states}) as n where n.state is not (
              select c.state from register_change as c where c.register = :register and c.subject = n.number order by c.number desc limit 1)
            union
            select c.subject from register_change as c where c.register = :register and c.state is not null
              and c.number = (select max(number) from register_change where register = c.register and subject = c.subject)
              and c.subject not in (select number from ({states}))
        """  # noqa: S608 - constants of ours
        for [number] in connection.execute(query, {"register": register}):
            if register == "entry":
                yield Problem("registers", _CONSENT, {"number": number}, number)
            else:
                yield Problem("registers", _NOT_AS_RECORDED, {"subject": thing(connection, register, number)})


_NOT_AS_RECORDED = N_(
    "what the register says of {subject} is not as the last recorded act left it: it was changed from outside"
)
_CONSENT = N_("what was said of naming the donors of entry {number} was changed from outside")
