"""Writes down what each released step of the schema makes, so that none changes unseen: tests/books/steps.tsv.

    python scripts/freeze_steps.py          # add the line of a new step
    python scripts/freeze_steps.py --again  # write the newest line anew, as long as nobody has a book of that step

A book keeps the tables, triggers and views that the program made when the book came to its step, and `check` holds them
against those that the program would make now. So whatever changes them needs a step of its own, with which every book
is brought up to date; views are made again after each. tests/test_versions.py holds the schema against this list.
"""

import argparse
import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from donations.store.guards import schema_of
from donations.store.schema_files import VIEWS, statements, steps

LIST = Path(__file__).resolve().parent.parent / "tests" / "books" / "steps.tsv"
COMMAND = "python scripts/freeze_steps.py"
NOT_YET = f"step {{step}} is not written down yet: run `{COMMAND}`"


@dataclass(frozen=True, slots=True)
class Step:
    """A released step: its name, and the sha256 of its file, of all tables, indexes, triggers and flows after it, and of the views."""

    step: str
    file: str
    schema: str
    views: str


def released(path: Path = LIST) -> list[Step]:
    """The steps that are written down, in order."""
    _head, *lines = path.read_text(encoding="utf-8").splitlines()
    return [Step(*line.split("\t")) for line in lines]


def present(files: Sequence[Path], views: Iterable[Path]) -> list[Step]:
    """The steps as the program would make them now; of the views it knows only those that follow the newest step."""
    found = []
    with closing(sqlite3.connect(":memory:")) as connection:
        for file in files:
            _run(connection, file)
            found.append(Step(file.stem, _sha256(file.read_text(encoding="utf-8")), *digests(connection)))
        for file in views:
            _run(connection, file)
        return [*found[:-1], Step(found[-1].step, found[-1].file, *digests(connection))]


def digests(connection: sqlite3.Connection) -> tuple[str, str]:
    """The sha256 of what a book's schema consists of but for its views, and of the views."""
    objects = schema_of(connection)
    views = {name: sql for name, sql in objects.items() if name.startswith("view ")}
    return _of({name: sql for name, sql in objects.items() if name not in views}), _of(views)


def faults(before: Sequence[Step], now: Sequence[Step]) -> Iterator[str]:
    """What was changed that must stay, each with what to do instead."""
    for old, new in zip(before, now, strict=False):
        if (old.step, old.file, old.schema) != (new.step, new.file, new.schema):
            yield (
                f"step {old.step} was released, and books of it are with people: take the change back, and put it into a"
                f" step of its own (donations/store/schema/NNNN_NAME.sql, with SCHEMA_VERSION); then run `{COMMAND}`"
            )
    if len(now) < len(before):
        yield f"step {before[len(now)].step} was released: it can't be taken away"
    elif len(now) > len(before):
        yield NOT_YET.format(step=now[len(before)].step)
    elif before[-1].views != now[-1].views:
        yield (
            f"the views are not those of step {before[-1].step}, so that `check` would refuse every book made before: add"
            " a numbered step (donations/store/schema/NNNN_NAME.sql, a comment alone will do, with SCHEMA_VERSION), after"
            f" which the views of every book are made again; then run `{COMMAND}`"
        )


def _run(connection: sqlite3.Connection, file: Path) -> None:
    for statement in statements(file.read_text(encoding="utf-8")):
        connection.execute(statement)


def _of(objects: Mapping[str, str]) -> str:
    return _sha256("\n".join(f"{name}\n{objects[name]}" for name in sorted(objects)))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def main() -> int:
    """Add or renew the newest line; exit 1 where something that was released was changed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--again", action="store_true", help="write the newest line anew: nobody has a book of that step"
    )
    kept, now = released(), present(steps(), VIEWS)
    if parser.parse_args().again and len(kept) == len(now):
        kept.pop()
    new = now[len(kept) :]
    found = [fault for fault in faults(kept, now) if not (new and fault == NOT_YET.format(step=new[0].step))]
    if found or not new:
        print("\n".join(found) or "nothing is new")
        return 1 if found else 0
    head = "\t".join(field.name for field in fields(Step))
    LIST.write_text("\n".join([head, *("\t".join(astuple(step)) for step in (*kept, *new)), ""]), encoding="utf-8")
    print(f"written: {LIST}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
