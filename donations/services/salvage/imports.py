"""What was imported into a damaged book: from its rows, else from sealed acts, so that no paper is booked twice."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from donations.services.salvage.acts import whole_numbers
from donations.services.salvage.besides import Besides, Fate, What
from donations.services.salvage.parties import Made
from donations.store import unbooked as acts
from donations.store.imports import IMPORT, UNDO
from donations.store.wreck.shapes import Row, number_of

LOST_FILE = "（文件名损毁）{number}号"
"""What stands in the new book for the name of a file that is lost; a text of the book, not of the program."""

_OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Imports:
    """Imports without gaps in their numbers, with their papers and rows; ready to be written into a new book."""

    imports: list[Made] = field(default_factory=list)
    undone: list[Made] = field(default_factory=list)
    sources: list[Made] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def imports_of(told: Besides, kept: Collection[int], entries: int, now: str) -> Imports:
    """All that is known of imports; `kept`: the entries that are in the new book, `entries`: how many it has, lost ones too."""
    left, said = told.left("import"), told.likely(dict(_said(told)))
    every = {**said, **left}
    inferred = _inferred(told, every.keys(), now)
    within = _within({**every, **inferred}, entries)
    numbers = set(range(1, max([*every, *inferred], default=0) + 1))
    told.say(What.IMPORTS, Fate.BACK, (said.keys() - left.keys()) & within.keys())
    told.say(What.IMPORTS, Fate.LOST, numbers - (every.keys() & within.keys()))
    told.say_maybe(What.IMPORTS, "import")
    anew = {number: place for place, number in enumerate(sorted(within), 1)}
    returnable = {None, *kept}
    rows = [row for row in told.wreck.table("import_row") if row["entry"] in kept and row["returns"] in returnable]
    sources = _sources(told, within, rows)
    rows = [row for row in rows if row["source"] in sources]
    _say_rows(told, within, rows, kept)
    return Imports(
        [{**within[number], "number": anew[number]} for number in sorted(within)],
        [{**row, "import": anew[number]} for number, row in sorted(_undone(told).items()) if number in anew],
        [{**source, "import": anew[number_of(source, "import")]} for _number, source in sorted(sources.items())],
        rows,
    )


def _said(told: Besides) -> Iterator[tuple[int, Made]]:
    for act, content in told.acts.on_book(IMPORT):
        numbers = whole_numbers(content, "import", "first", "last")
        if numbers and numbers[1] <= numbers[2]:
            number, first, last = numbers
            yield number, _import(number, first, last, str(act["changed_at"]))


def _import(number: int, first: int, last: int, at: str) -> Made:
    return {"number": number, "first_entry": first, "last_entry": last, "imported_at": at}


def _inferred(told: Besides, known: Collection[int], now: str) -> dict[int, Made]:
    """Imports of which only papers and rows are left: from the first entry to the last that came from one of these."""
    of_source = {number_of(row, "number"): number_of(row, "import") for row in told.wreck.table("import_source")}
    entries: dict[int, list[int]] = {}
    for row in told.wreck.table("import_row"):
        number = of_source.get(number_of(row, "source"))
        if number is not None and number not in known:
            entries.setdefault(number, []).append(number_of(row, "entry"))
    made: dict[int, Made] = {n: _import(n, min(found), max(found), now) for n, found in entries.items()}
    return {number: row for number, row in made.items() if number <= told.acts.most}


def _within(every: Mapping[int, Row], entries: int) -> dict[int, Made]:
    """Those that begin within the book, and before they end; none of them reaches beyond its end."""
    ends = {number: min(number_of(row, "last_entry"), entries) for number, row in every.items()}
    inside = {number: row for number, row in every.items() if number_of(row, "first_entry") <= ends[number]}
    return {number: {**row, "last_entry": ends[number]} for number, row in inside.items()}


def unbooked(told: Besides) -> Iterator[tuple[str, acts.Said]]:
    """What papers said of payments that the book doesn't have, by the name of the act; only the acts say it."""
    undone = {*_undone_rows(told), *_undone_said(told)}
    for act, understood in ((acts.GONE, acts.gone_in), (acts.WAITING, acts.waiting_in)):
        for _act, said in told.acts.on_book(act):
            with suppress(ValueError):
                understood(said)
                if said.get("import") not in undone:
                    yield act, said
    told.say_maybe(What.UNBOOKED, "register_change")


def _undone(told: Besides) -> dict[int, Made]:
    left, said = _undone_rows(told), _undone_said(told)
    told.say(What.UNDONE, Fate.BACK, said.keys() - left.keys())
    told.say_maybe(What.UNDONE, "import_undo")
    return {**said, **left}


def _undone_rows(told: Besides) -> dict[int, Made]:
    return {number_of(row, "import"): dict(row) for row in told.wreck.table("import_undo")}


def _undone_said(told: Besides) -> dict[int, Made]:
    return {
        numbers[0]: {"import": numbers[0], "undone_at": str(act["changed_at"])}
        for act, content in told.acts.on_book(UNDO, "before")
        if (numbers := whole_numbers(content, "import"))
    }


def _sources(told: Besides, every: Mapping[int, Made], rows: list[Row]) -> dict[int, Made]:
    """The papers that rows came from; one that is lost gets a name that says so, since what its rows are known by is left."""
    left = {number_of(row, "number"): dict(row) for row in told.wreck.table("import_source") if row["import"] in every}
    made: dict[int, Made] = {}
    for row in rows:
        number, entry = number_of(row, "source"), number_of(row, "entry")
        if number in left or number in made:
            continue
        holding = next((n for n, found in every.items() if _holds(found, entry)), None)
        if holding is not None:
            made[number] = {
                "number": number, "import": holding, "file": LOST_FILE.format(number=number), "sha256": "0" * 64,
                "sheet": None, "layout": "", "heading_row": 0,
            }  # fmt: skip
    told.say(What.PAPERS, Fate.LOST, made)
    return {**made, **left}


def _holds(found: Made, entry: int) -> bool:
    return number_of(found, "first_entry") <= entry <= number_of(found, "last_entry")


def _say_rows(told: Besides, every: Mapping[int, Made], rows: list[Row], kept: Collection[int]) -> None:
    """Every entry of an import came from a row, but for opening stock that it had to book."""
    with_row = {row["entry"] for row in rows}
    opening = {row["number"] for row in told.wreck.table("entry") if row["reason"] == _OPENING}
    last = max(kept, default=0)  # what a damaged row says may be beyond all entries
    inside = {
        entry
        for found in every.values()
        for entry in range(number_of(found, "first_entry"), min(number_of(found, "last_entry"), last) + 1)
        if entry in kept
    }
    told.say(What.ROWS, Fate.LOST, inside - with_row - opening)
