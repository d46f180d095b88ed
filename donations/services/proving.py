"""Hold a book against what was printed of it earlier, or against another copy: what still stands, what differs first."""

import re
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Self

from donations import errors
from donations.i18n import N_
from donations.services import erasing, evidence
from donations.services.checking import MOST_PROBLEMS
from donations.services.problem import Problem
from donations.store import links
from donations.store.book import Book, open_book, version_of
from donations.store.links import Chain, Comparison
from donations.store.schema_files import SCHEMA_VERSION

_OF_EVIDENCE = {"numbers", "chain", "names", "erased", "registers"}


@dataclass(frozen=True, slots=True)
class Proof:
    """How far a book is proved to be as it was recorded: up to before its entry `first`, or wholly where that is None.

    `is_unknown`: too much is wrong to say; `is_of_others`: a name or a register is not as it was recorded.
    """

    first: int | None = None
    is_unknown: bool = False
    is_of_others: bool = False

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """From what `check` found: where it was cut short, nothing is known of the rest."""
        broken = [problem for problem in problems if problem.rule in _OF_EVIDENCE]
        firsts = [problem.since for problem in broken if problem.since is not None]
        is_cut = len(problems) >= MOST_PROBLEMS or any(problem.is_damage for problem in problems)
        return cls(min(firsts, default=None), is_cut, any(problem.since is None for problem in broken))

    def breaks_by(self, entries: int) -> bool:
        """Whether one of the first `entries` is no longer proved."""
        return self.first is not None and self.first <= entries


def _proof_of(copy: Book) -> Proof:
    """How far a copy of the book, of any version, is proved by its own evidence."""
    version = version_of(copy)
    first = version == 1
    names = evidence.older_names_are_as_recorded if version < evidence.NAMES_APART else evidence.names_are_as_recorded
    rules = [
        evidence.numbers_without_gaps,
        evidence.first_chain_holds if first else evidence.chain_holds,
        evidence.first_names_are_as_recorded if first else names,
    ]
    if version == SCHEMA_VERSION:
        rules += [erasing.what_is_gone_was_erased, evidence.registers_hold]
    return Proof.of([problem for rule in rules for problem in islice(rule(copy.connection), MOST_PROBLEMS)])


@dataclass(frozen=True, slots=True)
class Printed:
    """A digest as it stands on an old report, and how many entries that report said the book had."""

    digest: str
    entries: int | None = None
    typed: str = ""
    """As it was typed."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """From `89c6f6d49f37`, or `65:89c6f6d49f37` with the number of entries. Raises NoDigest."""
        found = re.fullmatch(r"(?:([0-9]{1,9})[:：])?([0-9a-f]{8,64})", text.strip().lower().replace(" ", ""))
        if found is None:
            raise errors.NoDigest(got=text)
        return cls(found[2], int(found[1]) if found[1] else None, text.strip())


@dataclass(frozen=True, slots=True)
class Standing:
    """A printed digest that was found: what it seals is as it was. `later`: entries recorded since."""

    printed: Printed
    entries: int
    later: int


def hold_against(book: Book, printed: list[Printed], proof: Proof) -> tuple[list[Standing], list[Problem]]:
    """Which of the printed digests still stand in the book's chain, and for each that doesn't, what it tells.

    A digest that is found in the chain proves the entries only as far as `proof` says that the chain is theirs.
    """
    with book.read() as connection:
        chain = Chain(connection, version_of(book))
        found = {one: chain.sealed_with(one.digest) for one in printed}
        total = chain.entries(chain.length())
        entries = {one: chain.entries(link) for one, link in found.items() if link is not None}
        near = {one: chain.nearly(one.digest) for one, link in found.items() if link is None}
    standing = [Standing(one, sealed, total - sealed) for one, sealed in entries.items() if _fits(one, sealed)]
    sound = (one.entries for one in standing if not (proof.is_unknown or proof.breaks_by(one.entries)))
    still = max(sound, default=0)
    gone = (one for one in printed if not _fits(one, entries.get(one)))
    return standing, [_differs(one, still, entries.get(one), near.get(one), total) for one in gone]


def _fits(printed: Printed, sealed: int | None) -> bool:
    return sealed is not None and printed.entries in (None, sealed)


def _differs(printed: Printed, still: int, sealed: int | None, near: str | None, total: int) -> Problem:
    """What a digest that doesn't stand tells: first of all, that it may be mistyped."""
    facts: dict[str, object] = {
        "typed": printed.typed, "digest": printed.digest, "near": near,
        "first": still + 1, "last": printed.entries, "sealed": sealed, "total": total,
    }  # fmt: skip
    if sealed is not None:
        sentence = N_(
            "the digest {digest} is that of the first {sealed} entries, not of {last}: look at the report again"
        )
        return Problem("digest", sentence, facts)
    if near is not None:
        sentence = N_(
            "“{typed}” is not in this book, but {near} is, which is nearly the same: look at the report again, it seems mistyped. If it really stands there, entries or registers were changed since, or it is of another book"
        )
        return Problem("digest", sentence, facts)
    if printed.entries is None:
        sentence = N_(
            "“{typed}” is not in this book: look at the report again, it may be mistyped. If it really stands there, what it was printed of was changed since, from entry {first} on or in the registers, and the chain made anew; or this is an older copy, which has {total} entries, and it was printed later; or it is of another book"
        )
    elif printed.entries > total:
        sentence = N_(
            "“{typed}” was printed of {last} entries, and here are {total}: this is an older copy, or the last ones were taken out. Look for a newer copy, and hold this one against it (`donations check --against FILE`)"
        )
        return Problem("digest", sentence, facts)
    else:
        sentence = N_(
            "“{typed}” is not the digest of the first {last} entries: look at the report again, it may be mistyped. If it really stands there, one of the entries {first} to {last}, or the registers, was changed since, and the chain made anew; or it is of another book"
        )
    return Problem("digest", sentence, facts, still + 1 if printed.entries is None or still < printed.entries else None)


def ensure_copy(other: Path) -> None:
    """Raises NoFile, and what `compare` does of a file that is no book of any version: NotABook and its kin."""
    if not other.exists():
        raise errors.NoFile(path=other)
    open_book(other, writing=False, of_any_age=True).close()


def compare(book: Book, other: Path) -> tuple[Comparison, Proof]:
    """Hold `book` against the copy at `other`, which may be of an older version, and that against its own evidence.

    Raises NoBook, NotABook and their kin.
    """
    with closing(open_book(other, writing=False, of_any_age=True)) as copy, book.read() as connection, copy.read():
        comparison = links.compare(Chain(connection, version_of(book)), Chain(copy.connection, version_of(copy)))
        return comparison, _proof_of(copy)


def differences(comparison: Comparison, other: Path, theirs: Proof) -> list[Problem]:
    """What speaks against the copy at `other` being an earlier or later state of this book; `theirs`: how far it is proved."""
    return _apart(comparison, other) + _unproved(other, theirs)


def _unproved(other: Path, theirs: Proof) -> list[Problem]:
    """What the copy's own evidence says against it."""
    if theirs.first is not None:
        sentence = N_("entry {first} of {path} is not as it was recorded: that file was changed from outside")
        return [Problem("fork", sentence, {"path": other, "first": theirs.first}, theirs.first)]
    if theirs.is_unknown or theirs.is_of_others:
        sentence = N_("a name or a register in {path} is not as it was recorded: that file was changed from outside")
        return [Problem("fork", sentence, {"path": other})]
    return []


def _apart(comparison: Comparison, other: Path) -> list[Problem]:
    facts: dict[str, object] = {"path": other, "common": comparison.common, "first": comparison.common + 1}
    if not comparison.is_same_book:
        return [Problem("fork", N_("{path} is another book: it did not begin as this one"), facts)]
    if comparison.is_fork:
        sentence = N_(
            "{path} and this book went apart after entry {common}: entry {first}, or a name, is another in each"
        )
        return [Problem("fork", sentence, facts, comparison.common + 1)]
    return []
