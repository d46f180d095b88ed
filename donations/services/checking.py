"""Hold the whole book against its rules: one generator a rule, each yielding what breaks it."""

import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from donations import errors
from donations.domain.amount import Counted, minor_text
from donations.domain.entry import ENTRY_TYPES, MISSING
from donations.i18n import N_
from donations.services.checking_sums import stock_is_kept, totals_are_kept
from donations.services.closed_and_published import closings_hold, issues_hold
from donations.services.erasing import what_is_gone_was_erased
from donations.services.evidence import chain_holds, names_are_as_recorded, numbers_without_gaps, registers_hold
from donations.services.imported_papers import imports_hold
from donations.services.papers_given import certificates_hold, handovers_hold
from donations.services.problem import Problem
from donations.services.references import references_lead_somewhere
from donations.store import guards
from donations.store.book import Book
from donations.store.faults import STUMBLES, faults_spoken

Rule: TypeAlias = Callable[[sqlite3.Connection], Iterator[Problem]]
Told: TypeAlias = Callable[[str, int, int], None]

MOST_PROBLEMS = 1000

LARGE = 1000
"""From this many pages of a file on (of 4 KiB, as a rule) two threads are quicker than one: starting them takes some milliseconds."""


def check(book: Book, told: Told | None = None) -> list[Problem]:
    """Everything wrong with the book, at most MOST_PROBLEMS; empty where it is in order.

    `told` hears of each rule before it is held against the book: which it is, its number, and how many there are.
    """
    problems: list[Problem] = []
    with closing(_found(book, told)) as found_by_rules:
        for found in found_by_rules:
            problems += found
            if len(problems) >= MOST_PROBLEMS or any(problem.is_damage for problem in found):
                break
    return problems[:MOST_PROBLEMS]


def _found(book: Book, told: Told | None) -> Generator[list[Problem], None, None]:
    """What each rule finds, in their order, all in one sight of the book."""

    def tell(place: int) -> None:
        if told is not None:
            told(RULES[CHECKS[place]], place + 1, len(CHECKS))

    acts = [partial(_broken, book.path, rule) for rule in CHECKS]
    is_written = book.connection.in_transaction
    with book.read() as connection:
        [pages] = connection.execute("pragma page_count").fetchone()
        if pages >= LARGE and not is_written:  # else others don't see what isn't committed
            from donations.store.two_sights import side_by_side  # small books do without

            yield from side_by_side(book, acts, tell)
            return
        for place, act in enumerate(acts):
            tell(place)
            yield act(connection)


def _broken(path: Path, rule: Rule, connection: sqlite3.Connection) -> list[Problem]:
    """What breaks one rule, at most MOST_PROBLEMS, and the damage that is met on the way."""
    problems: list[Problem] = []
    try:
        with faults_spoken(path):
            for problem in islice(rule(connection), MOST_PROBLEMS):
                problems.append(problem)  # noqa: PERF402 - so that those before the damage stay
    except errors.DamagedFile as met:
        problems.append(damage(str(met.facts["reason"])))  # and what was found before says more
    except errors.ChangedFromOutside as met:
        problems.append(_not_held(rule, met.facts["reason"]))
    except STUMBLES as met:  # over what another program wrote: in a book that we wrote no rule does
        problems.append(_not_held(rule, str(met) or type(met).__name__))
    return problems


def _not_held(rule: Rule, found: object) -> Problem:
    sentence = N_("what the book holds can't be held against this rule: {found}")
    return Problem(RULES.get(rule, "file"), sentence, {"found": found})


def file_is_whole(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every page of the file is sound, and every reference leads somewhere."""
    for [found] in connection.execute("pragma integrity_check"):
        if found != "ok":
            yield damage(found)
    yield from references_lead_somewhere(connection)


_MOST_GUARDS = 3
"""How many guards of one kind are told one by one."""


def damage(found: object) -> Problem:
    """The file is damaged, as SQLite says."""
    return Problem("file", N_("the file is damaged: {found}"), {"found": found}, is_damage=True)


def guards_stand(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every table, index, trigger and view is as the schema makes it: nobody took a guard away, or put a thing in."""
    alike: dict[tuple[str, bool], list[str]] = {}
    for of, found in guards.differences(connection):
        kind, _blank, name = of.partition(" ")
        alike.setdefault((kind, bool(found)), []).append(name)
    for (kind, is_other), names in alike.items():
        yield from _of_guards(kind, names, is_other=is_other)


def _of_guards(kind: str, names: Sequence[str], *, is_other: bool) -> Iterator[Problem]:
    """A few one by one; of many how many they are, since all are put right by the same."""
    if len(names) > _MOST_GUARDS:
        many = N_("{kind}: {count} are not what this program makes ({names} …)") if is_other else N_("{kind}: {count} are missing ({names} …)")  # fmt: skip
        yield Problem("guards", many, {"kind": kind, "count": len(names), "names": names[:_MOST_GUARDS]})
        return
    sentence = N_("{kind} {name} is not what this program makes") if is_other else N_("{kind} {name} is missing")
    for name in names:
        yield Problem("guards", sentence, {"kind": kind, "name": name})


def stock_holds(connection: sqlite3.Connection) -> Iterator[Problem]:
    """The stock kept beside the journal is right, and on no day more has been given out than had come in."""
    moved = "select item, store, purpose, date, change from day_stock"
    for problem in stock_is_kept(connection):
        moved = "select item, store, purpose, date, stock as change from line_figures where is_stock"
        yield problem
    yield from _below_zero(connection, moved)


def _below_zero(connection: sqlite3.Connection, moved: str) -> Iterator[Problem]:
    """The days at whose end less than nothing is there; `moved`: the query of what came in and went out."""
    query = f"""
        select s.date, s.running, i.first_name, i.unit, i.decimals from (
          select item, store, purpose, date, sum(stock) over (partition by item, store, purpose order by date) as running
          from (
            select i.item, m.store, m.purpose, m.date, sum(m.change) as stock
            from ({moved}) as m join item_now as i on i.item_number = m.item group by i.item, m.store, m.purpose, m.date
          )
        ) as s join item as i on i.number = s.item where s.running < 0 order by s.date
    """  # noqa: S608 - our own words
    for day, running, name, unit, decimals in connection.execute(query):
        have = Counted(minor_text(running, decimals), unit or "")
        yield Problem(
            "on_hand",
            N_("{have} of {item} on hand at the end of {day}"),
            {"have": have, "item": name, "day": day},
            None,
            day,
            name,
        )


def figures_add_up(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Per item: received + bought - spent - distributed ± adjusted = on hand."""
    query = """
        select i.first_name from item as i
        left join (select item, sum(received + bought - spent - distributed + adjusted) as moved from day_total group by item) as t
          on t.item = i.number
        left join (select item, sum(change) as held from day_stock group by item) as s on s.item = i.number
        where coalesce(moved, 0) <> coalesce(held, 0)
    """
    for [name] in connection.execute(query):
        yield Problem(
            "balance", N_("what came in and went out of {item} is not what is on hand"), {"item": name}, item=name
        )


def reversals_mirror(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A reversal takes back exactly what its entry did."""
    query = """
        select r.number, r.date, r.reverses from entry as r where r.reverses is not null and exists (
          select 1 from (
            select position, item, flow, amount_minor, certainty, value_minor, store, purpose, recipient from line where entry = r.reverses
            except
            select position, item, flow, -amount_minor, certainty, -value_minor, store, purpose, recipient from line where entry = r.number
          )
          union all select 1 where (select count(*) from line where entry = r.number) <> (select count(*) from line where entry = r.reverses)
        )
    """
    for number, day, reverses in connection.execute(query):
        yield Problem(
            "reversal",
            N_("entry {number} does not take back what entry {reverses} did"),
            {"number": number, "reverses": reverses},
            number,
            day,
        )


def types_fit(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Every entry is of a known type, its lines do what that type does, and the parties it needs are named."""
    fitting = ", ".join(f"('{one.name}', '{flow}')" for one in ENTRY_TYPES.values() for flow in sorted(one.flows))
    query = f"""
        select distinct e.number, e.date, e.type, l.flow from entry as e left join line as l on l.entry = e.number
        where l.flow is null or (e.type, l.flow) not in (values {fitting})
    """  # noqa: S608 - our own words
    for number, day, name, flow in connection.execute(query):
        if name == MISSING and flow is None:
            continue  # keeps the number of an entry that is lost
        if flow is None:
            yield Problem("types", N_("an entry of type {type} without a line"), {"type": name}, number, day)
        else:
            yield Problem(
                "types",
                N_("an entry of type {type} can't have a line that is {flow}"),
                {"type": name, "flow": flow},
                number,
                day,
            )
    for entry_type in ENTRY_TYPES.values():
        for role in entry_type.needs:
            query = "select number, date from entry as e where type = ? and not exists (select 1 from entry_party where entry = e.number and role = ?)"
            for number, day in connection.execute(query, (entry_type.name, role)):
                yield Problem(
                    "types",
                    N_("an entry of type {type} without a {role}"),
                    {"type": entry_type.name, "role": role.value},
                    number,
                    day,
                )


def transfers_balance(connection: sqlite3.Connection) -> Iterator[Problem]:
    """A transfer brings into one store what it takes out of another."""
    query = """
        select e.number, e.date, i.first_name from entry as e join line as l on l.entry = e.number join item as i on i.number = l.item
        where e.type = 'transfer' group by e.number, l.item
        having sum(iif(l.flow = 'moved_in', l.amount_minor, -l.amount_minor)) <> 0
    """
    for number, day, name in connection.execute(query):
        yield Problem(
            "transfers", N_("entry {number} moves another amount in than out"), {"number": number}, number, day, name
        )


RULES: dict[Rule, str] = {
    file_is_whole: "file",
    guards_stand: "guards",
    numbers_without_gaps: "numbers",
    chain_holds: "chain",
    names_are_as_recorded: "names",
    what_is_gone_was_erased: "erased",
    registers_hold: "registers",
    totals_are_kept: "sums",
    stock_holds: "on_hand",
    figures_add_up: "balance",
    reversals_mirror: "reversal",
    types_fit: "types",
    transfers_balance: "transfers",
    imports_hold: "imports",
    closings_hold: "closings",
    issues_hold: "issues",
    certificates_hold: "certificates",
    handovers_hold: "handovers",
}
"""Every rule, in the order they are looked at, with what it is called meanwhile: the same word as in its problems."""

CHECKS: tuple[Rule, ...] = tuple(RULES)
