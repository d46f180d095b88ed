"""What is wrong with the rows of a file that was to be imported, as people read it, and what to type about it."""

from collections.abc import Iterator, Sequence

from donations.domain.amount import Counted
from donations.domain.imported import FileOutcome, RowProblem
from donations.i18n import N_, filled
from donations.output.cells import Reader
from donations.output.cleaning import as_typed, clean
from donations.output.imported_sums import in_threes
from donations.output.terms import TERMS

_TERMS = frozenset({"type", "role", "flow"})
"""The facts that are words of ours as programs read them."""
_ROW, _ROWS_FROM = N_("row {first}"), N_("rows {first} to {last}")
_IN_COLUMN = N_("{rows}, {column}")
_PROBLEM = N_("{where}: expected {expected}; got “{got}”")
_PROBLEM_BLANK = N_("{where}: expected {expected}; nothing is written there")
_PROBLEM_SAID = N_("{where}: {expected}")
_TO_MAP = N_("HEADING is a heading as it stands in the file, such as `--map {example}`, or the letter of its column")
_IN_SHEET = N_("{sheet}: {problem}")
_PROBLEM_OF_FILE = N_("expected {expected}")


def expected_in(reader: Reader, problem: RowProblem) -> str:
    """What a row should have said, in words."""
    text = reader.say(problem.expected)
    facts = {name: _said_fact(reader, name, fact) for name, fact in problem.facts.items()}
    return text.format(**facts) if facts else text


def got_in(reader: Reader, problem: RowProblem) -> str:
    """What the row says instead; of an amount of ours with its unit in words."""
    got = problem.facts.get("got")
    return f"{_said_fact(reader, 'got', got)}" if isinstance(got, Counted) else problem.got


def _said_fact(reader: Reader, name: str, fact: object) -> object:
    if name == "item":
        return reader.item_name(str(fact))
    if isinstance(fact, Counted):
        return fact._replace(number=in_threes(fact.number), unit=reader.unit_name(fact.unit))
    if isinstance(fact, tuple):
        return reader.say(N_(", ")).join(f"{part}" for part in fact)
    return reader.say(TERMS.get(str(fact), str(fact))) if name in _TERMS else fact


def problems(reader: Reader, file: FileOutcome) -> tuple[Iterator[str], int]:
    """What is wrong, a sentence for rows below each other that say the same, each made when it is asked for; and how many there are."""
    alike = _alike(file.problems)
    return (_problem(reader, some) for some in alike), len(alike)


def how_to_map(reader: Reader, file: FileOutcome) -> Iterator[str]:
    """What is to be written for HEADING, where what is wrong asks for --map, by a heading of the table itself: that which it
    is about, or else of whom nobody can tell whether they gave, or the first that is not read, which is what most of it is about.
    """
    asked = next((problem for problem in file.problems if "--map HEADING" in problem.expected), None)
    table = next((table for table in file.tables if asked and table.sheet == asked.sheet and table.columns), None)
    if asked is not None and table is not None:
        passed = [heading for heading, field in table.columns.items() if field == "-"]
        named = [asked.column] if asked.column in table.columns else []
        either = [heading for heading, field in table.columns.items() if field == "party"]  # donor, or who received
        typed = [as_typed(clean(f"{heading}=…")) for heading in (*named, *either, *passed, *table.columns)]
        yield reader.say(_TO_MAP).format(example=typed[0])


def _alike(problems: Sequence[RowProblem]) -> list[list[RowProblem]]:
    """The problems, those together that say the same of rows below each other, or of two records of one row, whatever else is
    wrong with these.
    """
    found: list[list[RowProblem]] = []
    latest: dict[tuple[object, ...], list[RowProblem]] = {}
    for problem in problems:
        alike = latest.get(_of(problem))
        if alike is not None and (last := alike[-1].row) is not None and problem.row in (last, last + 1):
            alike.append(problem)
        else:
            latest[_of(problem)] = [problem]
            found.append(latest[_of(problem)])
    return found


def _of(problem: RowProblem) -> tuple[object, ...]:
    return problem.sheet, problem.column, problem.expected, problem.got, tuple(problem.facts.items())


def _problem(reader: Reader, problems: Sequence[RowProblem]) -> str:
    say, problem = reader.say, problems[0]
    expected = clean(expected_in(reader, problem))
    if problem.row is None:
        return say(_PROBLEM_OF_FILE).format(expected=expected)
    rows = say(_ROW if problem.row == problems[-1].row else _ROWS_FROM).format(first=problem.row, last=problems[-1].row)
    where = say(_IN_COLUMN).format(rows=rows, column=clean(problem.column)) if problem.column else rows
    sentence = _PROBLEM_SAID if problem.is_sentence else _PROBLEM if problem.got else _PROBLEM_BLANK
    said = say(sentence).format(where=where, expected=expected, got=clean(got_in(reader, problem)))
    return filled(say(_IN_SHEET), sheet=clean(problem.sheet), problem=said) if problem.sheet else said
