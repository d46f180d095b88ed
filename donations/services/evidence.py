"""Hold a book against its own evidence: numbers, chain, commitments, registers. One generator a rule."""

import sqlite3
from collections.abc import Iterator

from donations.domain import text
from donations.i18n import N_
from donations.services.problem import Problem
from donations.store.evidence import CHANGE_EVIDENCE, EVIDENCE, STATES, commitment, digest_after, is_salt


def numbers_without_gaps(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Entries are numbered 1, 2, 3 … without gap, and each is sealed."""
    query = """
        select e.number, e.date, c.digest from entry as e left join chain as c on c.entry = e.number order by e.number
    """
    before = 0
    for number, day, digest in connection.execute(query):
        if number != before + 1:
            yield Problem(
                "numbers",
                N_("entries {first} to {last} are missing"),
                {"first": before + 1, "last": number - 1},
                number,
                day,
            )
        if digest is None:
            yield Problem("chain", N_("entry {number} is not sealed"), {"number": number}, number, day)
        before = number


def chain_holds(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Each entry, and each act on the registers, is what its digest says, and follows the one before."""
    row = connection.execute("select identity from book").fetchone()
    if row is None:
        yield Problem("chain", N_("what begins the chain is gone: nobody can say whose book this is"))
        return
    before = str(row[0])
    entries = connection.execute(f"{EVIDENCE} order by e.number")
    changes = connection.execute(f"{CHANGE_EVIDENCE} order by c.number")
    for entry, change, digest in connection.execute("select entry, change, digest from chain order by number"):
        found, evidence = next(entries if entry is not None else changes, (None, ""))
        if found != (entry if entry is not None else change) or digest_after(before, evidence) != digest:
            yield _broken_link(connection, entry, change)
            return  # all later digests follow from this one
        before = digest
    unsealed = next(changes, None)
    if unsealed is not None:
        yield Problem("chain", N_("act {number} on the registers is not sealed"), {"number": unsealed[0]})


def _broken_link(connection: sqlite3.Connection, entry: int | None, change: int | None) -> Problem:
    if entry is not None:
        row = connection.execute("select date from entry where number = ?", (entry,)).fetchone()
        return Problem(
            "chain",
            N_("entry {number} is not what was sealed: it, or the chain, was changed from outside"),
            {"number": entry},
            entry,
            row and row[0],
        )
    after = connection.execute(
        "select max(entry) from chain where number < (select number from chain where change = ?)", (change,)
    )
    return Problem(
        "chain",
        N_(
            "act {number} on the registers (after entry {entry}) is not what was sealed: it, or the chain, was changed from outside"
        ),
        {"number": change, "entry": after.fetchone()[0] or 0},
    )


def names_are_as_recorded(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every personal name, note and reason is the one its commitment was made for, or was erased; a name is found by itself."""
    query = """
        select 'party_name', number, name, salt, commitment, null, key from party_name where name is not null
        union all select 'entry_note', entry, note, salt, commitment, entry, null from entry_note where note is not null
        union all select 'register_change', number, reason, salt, commitment, null, null from register_change where reason is not null
    """
    for table, number, written, salt, committed, entry, key in connection.execute(query):
        if not is_salt(salt) or commitment(salt, written) != committed or key not in (None, text.key(written)):
            yield Problem(
                "names",
                N_("row {number} of {table} is not what was recorded"),
                {"number": number, "table": table},
                entry,
            )


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
            yield Problem("registers", _NOT_AS_RECORDED[register], {"number": number})


_NOT_AS_RECORDED = {
    "party": N_("party {number} is not as the last recorded act on it left it: it was changed from outside"),
    "item": N_("item {number} is not as the last recorded act on it left it: it was changed from outside"),
    "store": N_("store {number} is not as the last recorded act on it left it: it was changed from outside"),
    "purpose": N_("purpose {number} is not as the last recorded act on it left it: it was changed from outside"),
    "book": N_("what the book says of itself is not as the last recorded act left it: it was changed from outside"),
    "entry": N_("what was said of naming the donors of entry {number} was changed from outside"),
}
