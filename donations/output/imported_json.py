"""What an import did, or would do: the JSON that the contract fixes."""

import json

from donations.domain.amount import MONEY, decimal_text
from donations.domain.imported import (
    FileOutcome,
    ListAgain,
    MayBeCorrected,
    Outcome,
    SaidBefore,
    StillBooked,
    TableOutcome,
)
from donations.output.cells import Reader
from donations.output.imported import told_of
from donations.output.imported_problems import expected_in
from donations.output.imported_sums import VALUE


def as_json(outcome: Outcome) -> str:
    """The outcome for programs: `{"files": […], …}`, numbers as exact decimals in text."""
    reader = Reader()
    content = {
        "files": [_file(reader, file) for file in outcome.files],
        "dry_run": outcome.is_dry,
        "import": outcome.number,
        "entries": outcome.entries,
        "first_entry": outcome.first,
        "last_entry": outcome.last,
        "new_parties": outcome.new_parties,
        "new_items": outcome.new_items,
        "twins": [twins._asdict() for twins in outcome.twins],
        **({"blocks_again": [one._asdict() for one in outcome.blocks_again]} if outcome.blocks_again else {}),
        "said_before": [_said_before(one) for one in outcome.said_before],
        **({"lists_again": [_said_before(one) for one in outcome.lists_again]} if outcome.lists_again else {}),
        **({"still_booked": [_still_booked(one) for one in outcome.still_booked]} if outcome.still_booked else {}),
        **({"may_be_corrected": [_may_be_corrected(one) for one in outcome.corrected]} if outcome.corrected else {}),
        "look_alikes": [{"name": alike.name, "candidates": list(alike.candidates)} for alike in outcome.look_alikes],
        "several_in_one": [{"name": one.name, "parts": list(one.parts)} for one in outcome.several],
        **({"masked": outcome.masked} if outcome.masked else {}),
        "by_unit": [one._asdict() for one in outcome.by_unit],
        "caught_up": outcome.caught_up,
        "opening": [one._asdict() for one in outcome.opened],
        "digest": outcome.digest,
    }  # fmt: skip
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _said_before(one: SaidBefore | ListAgain) -> dict[str, object]:
    """Rows that look as if they were in the book already, each beside the entry that says the same."""
    rows = [{"row": row, "entry": entry} for row, entry in zip(one.rows, one.entries, strict=True)]
    return {"file": one.file, "sheet": one.sheet, "import": one.of_import, "of_file": one.of_file, "rows": rows}


def _still_booked(one: StillBooked) -> dict[str, object]:
    """Rows that went back by their own word, each beside its entry, which counts."""
    rows = [{"row": row, "entry": entry} for row, entry in zip(one.rows, one.entries, strict=True)]
    return {"file": one.file, "sheet": one.sheet, "rows": rows}


def _may_be_corrected(one: MayBeCorrected) -> dict[str, object]:
    """Rows that may be older ones put right: each beside that entry, and the row that it came from."""
    rows = [
        {"row": row, "entry": entry, "of_row": of_row}
        for row, entry, of_row in zip(one.rows, one.entries, one.of_rows, strict=True)
    ]
    of = {"import": one.of_import, "of_file": one.of_file, "other": one.other}
    return {"file": one.file, "sheet": one.sheet, **of, "rows": rows}


def _file(reader: Reader, file: FileOutcome) -> dict[str, object]:
    return {
        "file": file.file, "layout": file.tables[0].layout if file.tables else None,
        "tables": [_table(reader, table) for table in file.tables],
        **({"sheets_without_table": file.without_table} if file.without_table else {}),
        "problems": [
            {
                "sheet": problem.sheet, "row": problem.row, "column": problem.column,
                "expected": expected_in(reader, problem), "got": problem.got,
            }
            for problem in file.problems
        ],
    }  # fmt: skip


def _table(reader: Reader, table: TableOutcome) -> dict[str, object]:
    return {
        "sheet": table.sheet, "layout": table.layout, "sort": table.sort, "heading_row": table.heading_row,
        "columns": dict(table.columns), "rows": table.rows, "accepted": table.accepted, "duplicate": table.duplicate,
        "ignored": table.ignored, "rejected": table.rejected, "imported": table.imported,
        **({"file_rows": table.rows - table.beside} if table.beside else {}),
        "sums": {_key(unit, table): decimal_text(number) for unit, number in table.sums.items()},
        **({"went_out": {unit: decimal_text(number) for unit, number in table.went_out.items()}} if table.went_out else {}),
        **({"given_back": decimal_text(table.refunded)} if table.refunded else {}),
        **({"given_back_foreign": {money: decimal_text(back) for money, back in table.foreign_refunded.items()}} if table.foreign_refunded else {}),
        **_left_out(table), **_carried(table),
        "stated_total": None if table.stated_total is None else decimal_text(table.stated_total),
        "ignored_reasons": table.reasons, **({"donors_above": table.donors_above} if table.donors_above else {}),
        **({"told": [_told(reader, *one) for one in table.told.items()]} if table.told else {}),
        **({"hidden_sheet": True} if table.is_hidden else {}), **({"hidden_rows": table.hidden} if table.hidden else {}),
    }  # fmt: skip


def _told(reader: Reader, said: tuple[str, str | None], rows: list[int]) -> dict[str, object]:
    """What is told of rows that were taken all the same: the sentence, its column and all its rows."""
    sentence, column = said
    return {"sentence": told_of(reader, sentence, column, rows), "column": column, "rows": rows}


def _left_out(table: TableOutcome) -> dict[str, object]:
    """What rows say that are no gifts by their own word, and whether the stated total counts it; nothing where there are none."""
    if not table.left_out:
        return {}
    left_out = {_key(unit, table): decimal_text(number) for unit, number in table.left_out.items()}
    said: dict[str, object] = (
        {} if table.stated_total is None else {"stated_total_counts_left_out": bool(table.counts_left_out)}
    )
    if 0 < len(table.counts_left_out) < len(table.left_out_for):
        said["stated_total_counts_ignored"] = [*table.counts_left_out]
    return {"left_out": left_out, **said}


def _carried(table: TableOutcome) -> dict[str, object]:
    """What was there before the rows by the table, and by the book; nothing where the table doesn't say it, or isn't imported."""
    if (said := table.carried) is None or said.in_book is None:
        return {}
    stated, in_book = decimal_text(said.stated), decimal_text(said.in_book)
    return {"before": {"money": said.money, "stated": stated, "in_book": in_book, "until": f"{said.day}"}}


def _key(unit: str, table: TableOutcome) -> str:
    """What a sum is called for programs: worth is in yuan, and called so where no money stands in the table."""
    return MONEY if unit == VALUE and MONEY not in table.sums else unit
