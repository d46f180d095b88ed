"""What an import did, or would do, as people read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from donations.domain.imported import FileOutcome, Outcome, TableOutcome
from donations.domain.imported_rows import Sample
from donations.domain.text import runs
from donations.i18n import N_, filled
from donations.output.cells import Reader
from donations.output.cleaning import as_typed, clean
from donations.output.imported_equal import equal_rows
from donations.output.imported_problems import how_to_map, problems
from donations.output.imported_sums import detail, given_back, in_threes, sum_lines
from donations.output.imported_terms import FIELDS, LAYOUTS
from donations.output.imported_twice import may_be_there
from donations.output.width import folded, pad, width, wrap

_WIDEST_SAMPLE = 32
"""Cells of who gave or received, beyond which what follows is no longer lined up."""

MOST_SHOWN = 20  # problems, look-alikes or twins, for people; programs get all

_FILE = N_("{file}: read as {layout}")
_NO_LAYOUT = N_("{file}: no table was found in it")
_SHEET = N_("Sheet {sheet}, headings in row {row}")
_TABLE = N_("Headings in row {row}")
_HEADLESS = N_("No headings: read by what the cells say")
_WITHOUT = N_("No table was found in these sheets, and nothing of them is booked: {sheets}")
_HIDDEN_SHEET = N_("This sheet is hidden in the workbook; it is read all the same")
_HIDDEN = N_("Hidden in the file, and read all the same: {rows}")
_COLUMNS = N_("Columns: {columns}")
_COLUMN = N_("{heading} → {field}")
_PASSED = N_("not read: {headings}")
_AND = N_(", ")
_ASSUMED = N_(
    "No column says the day: rows without one are dated {date}, the last day of the title; another with --date"
)
_DETAIL = N_("{field}: {said}")
_WIDEST_DETAIL = 60
_AS_ABOVE = N_("{names} (donor of the row above)")
_ABOVE = N_("No donor is written in {count} rows, which got that of the row above: {rows}")
_ROWS = N_(
    "{rows} rows: {accepted} new, {duplicate} known from before, {ignored} passed over, {rejected} that can't be taken"
)
_ROWS_REFUSED = N_(
    "{rows} rows: {accepted} new, {duplicate} known from before, {ignored} passed over, {rejected} that can't be read; a rule of the book refuses the whole, as said below"
)
_PARTED = N_(
    "{rows} records in {lines} rows: {accepted} new, {duplicate} known from before, {ignored} passed over, {rejected} that can't be taken"
)
_PARTED_REFUSED = N_(
    "{rows} records in {lines} rows: {accepted} new, {duplicate} known from before, {ignored} passed over, {rejected} that can't be read; a rule of the book refuses the whole, as said below"
)
_FIRST = N_("(the first {shown} of {accepted} new rows)")
_WITHHELD = N_("Nothing of this sheet is imported, unless its good rows are wanted alone: --accept-good")
_WHY = N_("passed over: {reason} ({count})")
_SUMS_ALONE = N_("This table has sums alone: import the list that they are of, with a row for each gift")
_MORE = N_("… and {count} more: --format json lists all")
_ALIKE = N_(
    "New name {name} looks like {candidates}: if they are one, merge them afterwards: `donations donors merge {new} {known} --reason …`"
)
_ALIKE_ITEM = N_(
    "New item {name} looks like {candidates}: if they are one, merge them afterwards: `donations items merge {new} {known} --reason …`"
)
_ALIKE_APART = N_(
    "New item {name} looks like {candidates}, but is counted in another unit, and the two stay apart: if they are one, don't import it so (or take the import back), and write name and unit in the file as they are in the book"
)
_SEVERAL = N_(
    "New name {name} reads as several, and was kept as one: where they gave together, `donations correct N {first} --with {second}` says so afterwards (of recipients `--to {second}`)"
)
_MASKED = N_(
    "Names with hidden characters may stand for several people, but all gifts under one such name are booked as one giver's: {names}. Where you know that one is somebody else's, tell them apart: `donations correct N {typed} --new`"
)
_APART = N_("{name} (A)")
"""A name told apart from others like it, as it can be typed."""
_BY_UNIT = N_("{item} in {unit}, which nobody has said the size of: kept apart as {became}")
_OPENED = N_("Opening stock of {item} on {date}: {amount} {unit}")
_CAUGHT_UP = N_("Refunds that earlier papers said of gifts which came only now, given back as well: {count}")
_DRY = N_("Nothing was written: this is what the import would do.")
_REFUSED = N_("Nothing was written: as it stands, the import is refused.")
_NOTHING = N_("Nothing new: no entry was made.")
_NONE_TAKEN = N_("No entry was made.")
_DONE = N_("Import {number}: {made}. `donations import --undo {number}` takes it back.")
_WOULD = N_("{made}.")
_ENTRY, _ENTRIES = N_("entry {first}"), N_("entries {first} to {last}")
_MANY = N_("{entries} entries")
_NEW_PARTIES, _NEW_ITEMS = N_("{parties} new parties"), N_("{items} new items")
_AND_NEW = N_("{made}, {new}")


def for_people(outcome: Outcome, *, again: bool = False, cells: int | None = None) -> str:
    """The outcome as people read it, in the user's language, within `cells` cells, or in long lines.

    `again`: they have just read all but its end.
    """
    lines = list(_lines(Reader(), outcome))[-1 if again else 0 :]
    if cells is not None:
        lines = [part for line in lines for part in folded(line, cells)]
    return "\n".join(lines) + "\n"


def _lines(reader: Reader, outcome: Outcome) -> Iterator[str]:
    for file in outcome.files:
        yield from _file_lines(reader, file, is_refused=outcome.refused is not None)
    yield from _booked_beside(reader, outcome)
    notes = [*may_be_there(reader, outcome), *equal_rows(reader, outcome), *_look_alikes(reader, outcome)]
    yield from _few(notes, reader, len(notes))
    yield from _few(_several(reader, outcome), reader, len(outcome.several))
    if names := [clean(name) for name in outcome.masked]:
        listed = [*names[:MOST_SHOWN], "…"] if len(names) > MOST_SHOWN else names
        yield filled(
            reader.say(_MASKED),
            names=reader.say(_AND).join(listed),
            typed=as_typed(reader.say(_APART).format(name=names[0])),
        )
    if outcome.caught_up:
        yield reader.say(_CAUGHT_UP).format(count=outcome.caught_up)
    yield from _end(reader, outcome)


def _file_lines(reader: Reader, file: FileOutcome, *, is_refused: bool) -> Iterator[str]:
    """How a file was read, table by table, and what is wrong with its rows."""
    say, name = reader.say, clean(file.file)
    if not file.tables:
        yield say(_NO_LAYOUT).format(file=name)
    else:
        yield say(_FILE).format(file=name, layout=say(LAYOUTS.get(file.tables[0].layout, file.tables[0].layout)))
    for table in file.tables:
        yield from (f"  {line}" for line in _table_lines(reader, table, is_refused=is_refused))
    if file.tables and file.without_table:
        yield f"  {say(_WITHOUT).format(sheets=say(_AND).join(map(clean, file.without_table)))}"
    wrong, many = problems(reader, file)
    yield from (f"  {line}" for line in _few(wrong, reader, many))
    yield from (f"  {line}" for line in how_to_map(reader, file))


def _booked_beside(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """Items that were kept apart by their unit, and opening stock that was booked."""
    for one in outcome.by_unit:
        yield reader.say(_BY_UNIT).format(item=clean(one.item), unit=clean(one.unit), became=clean(one.became))
    for opened in outcome.opened:
        item, unit = clean(reader.item_name(opened.item)), reader.unit_of(opened.unit, is_one=opened.amount == "1")
        yield reader.say(_OPENED).format(item=item, date=opened.date, amount=in_threes(opened.amount), unit=unit)


def _look_alikes(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """New names that look like others."""
    for one in outcome.look_alikes:
        name, candidates = clean(one.name), [clean(candidate) for candidate in one.candidates]
        facts = {"name": name, "candidates": reader.say(_AND).join(candidates)}
        if one.into is None:
            yield reader.say(_ALIKE_APART).format(**facts)
            continue
        typed = {"new": as_typed(name), "known": as_typed(clean(one.into))}
        yield reader.say(_ALIKE_ITEM if one.is_item else _ALIKE).format(**facts, **typed)


def _several(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """New names that read as several."""
    for one in outcome.several:
        first, second, *_more = (as_typed(clean(part)) for part in one.parts)
        yield filled(reader.say(_SEVERAL), name=clean(one.name), first=first, second=second)


def _end(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """What came of it all; nothing where it is refused, which is said elsewhere."""
    say = reader.say
    if outcome.number is None:
        are_known = outcome.count("duplicate") and not outcome.count("accepted")
        is_wrong = any(file.problems for file in outcome.files)
        yield say(_NONE_TAKEN if is_wrong and not are_known else _NOTHING)
    elif outcome.is_dry and outcome.refused is not None:
        yield say(_REFUSED)
    elif outcome.is_dry:
        yield say(_WOULD).format(made=_made(reader, outcome, say(_MANY)))
        yield say(_DRY)
    elif outcome.refused is None:
        made = say(_ENTRY if outcome.entries == 1 else _ENTRIES).format(first=outcome.first, last=outcome.last)
        yield say(_DONE).format(number=outcome.number, made=_made(reader, outcome, made))


def _made(reader: Reader, outcome: Outcome, made: str) -> str:
    """What the import made: entries, and names that are new, where there are any."""
    counts = {"entries": outcome.entries, "parties": outcome.new_parties, "items": outcome.new_items}
    facts = {name: f"{count:,}" for name, count in counts.items()}
    for sentence, count in ((_NEW_PARTIES, outcome.new_parties), (_NEW_ITEMS, outcome.new_items)):
        if count:
            made = reader.say(_AND_NEW).format(made=made, new=filled(reader.say(sentence), **facts))
    return filled(made, **facts)


def _table_lines(reader: Reader, table: TableOutcome, *, is_refused: bool) -> Iterator[str]:
    say = reader.say
    head = _SHEET if table.sheet is not None else _TABLE if table.heading_row else _HEADLESS
    yield say(head).format(sheet=clean(table.sheet or ""), row=table.heading_row)
    if table.is_hidden:
        yield say(_HIDDEN_SHEET)
    if table.layout != "book":  # whose columns are what they are called
        yield say(_COLUMNS).format(columns=say(N_("; ")).join(_columns(reader, table.columns)))
    if table.assumed is not None:
        yield say(_ASSUMED).format(date=table.assumed)
    yield from (f"  {line}" for line in _samples(reader, table.samples))
    counts = {name: f"{getattr(table, name):,}" for name in ("rows", "accepted", "duplicate", "ignored", "rejected")}
    if (shown := sum(not one.is_more for one in table.samples)) < table.accepted:
        yield f"  {say(_FIRST).format(shown=shown, accepted=counts['accepted'])}"
    how_many = (_PARTED, _PARTED_REFUSED) if table.beside else (_ROWS, _ROWS_REFUSED)
    yield filled(say(how_many[is_refused]), **counts, lines=f"{table.rows - table.beside:,}")
    for reason, count in table.reasons.items():
        yield say(_WHY).format(reason=say(reason), count=f"{count:,}")
    if table.sort == "statistic" and table.ignored and table.ignored == table.rows:
        yield say(_SUMS_ALONE)
    if table.hidden:
        yield filled(say(_HIDDEN), rows=say(_AND).join(_together(table.hidden)))
    if above := table.donors_above:
        yield filled(say(_ABOVE), count=f"{len(above):,}", rows=say(_AND).join(_together(above)))
    yield from (told_of(reader, *said, rows) for said, rows in table.told.items())
    yield from sum_lines(reader, table)
    if table.accepted and not table.imported and not is_refused and (table.rejected or table.agrees is False):
        yield say(_WITHHELD)


def told_of(reader: Reader, sentence: str, column: str | None, rows: Sequence[int]) -> str:
    """What is told of rows that were taken all the same."""
    return filled(reader.say(sentence), column=clean(column or ""), rows=reader.say(_AND).join(_together(rows)))


def _samples(reader: Reader, samples: Sequence[Sample]) -> Iterator[str]:
    """The first rows, what is alike in them one under the other."""
    rows = [(f"{one.row}", f"{one.date}", reader.term(one.type), _named(reader, one)) for one in samples]
    columns = [min(max(map(width, texts), default=0), _WIDEST_SAMPLE) for texts in zip(*rows, strict=True)]
    for row, one in zip(rows, samples, strict=True):
        padded = (pad(text, cells, right=not at) for at, (text, cells) in enumerate(zip(row, columns, strict=True)))
        details = _details(reader, one.details)
        yield "  ".join((*padded, given_back(reader, one), reader.say(N_("; ")).join(details))).rstrip()


def _details(reader: Reader, details: Mapping[str, str]) -> Iterator[str]:
    """What a row says besides who, when and how much; the beginning of long notes."""
    for field, said in ((field, detail(reader, field, text)) for field, text in details.items()):
        first = wrap(said, _WIDEST_DETAIL)[0]
        text = first if first == said else f"{first}…"
        yield reader.say(_DETAIL).format(field=reader.say(FIELDS.get(field, field)), said=text)


def _named(reader: Reader, sample: Sample) -> str:
    names = clean(sample.parties)
    return reader.say(_AS_ABOVE).format(names=names) if sample.is_donor_above else names


def _together(rows: Sequence[int]) -> list[str]:
    """The numbers of rows, those that follow each other as one; the first of many."""
    found = runs(rows)
    return [*found[:MOST_SHOWN], "…"] if len(found) > MOST_SHOWN else found


def _columns(reader: Reader, columns: Mapping[str, str]) -> Iterator[str]:
    for heading, field in columns.items():
        if field != "-":
            yield reader.say(_COLUMN).format(heading=clean(heading), field=reader.say(FIELDS.get(field, field)))
    if passed := [clean(heading) for heading, field in columns.items() if field == "-"]:
        yield reader.say(_PASSED).format(headings=reader.say(_AND).join(passed))


def _few(lines: Iterable[str], reader: Reader, count: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number == MOST_SHOWN:
            yield reader.say(_MORE).format(count=count - MOST_SHOWN)
            return
        yield line
