"""The words of an issue in one language, as it is kept: titles, sentences, and the paragraph above its tables."""

from collections.abc import Callable, Mapping, Sequence

from donations.domain.amount import MONEY, Certainty
from donations.domain.currencies import FOREIGN
from donations.i18n import N_
from donations.output.cells import NAMES, Reader
from donations.output.cleaning import clean
from donations.output.phrases import Cells, Phrases
from donations.reports.table import Column, Report, Row, Screen, Table, Type, Words

_MONEY_IN = N_(
    "From {begin} to {end} {organisation} received {period} in money: {day} on the last day, {running} in all up to now."
)
_MONEY_OUT = N_("Paid out: {period}, {day} of it that day, {running} in all; on hand: {on_hand}.")
_GOODS = N_("Goods received: {came_in}. Goods given out: {went_out}. The tables below name each.")
_OTHER_MONEY = N_("Money in other currencies received: {came_in}; paid out: {went_out}.")
_CORRECTED = N_("Corrections of what was published before: {count}, explained below.")
_NONE = N_("none")
_WENT_BACK = {"in": N_("net refunds of {amount}"), "out": N_("net returns of {amount}")}
"""Where more went or came back than came or went: what stands below 0 in the tables."""
_IN_ALL = N_("{amount} (in all {running})")


def worded(report: Report, facts: Mapping[str, object]) -> Report:
    """The report with every title, sentence and term as people read it, and its paragraph; `facts` stand in their braces."""
    reader = Reader(public=True)
    tables = [_worded_table(table, facts, reader) for table in report.tables]
    return report._replace(title=_say(report.title, facts, reader), tables=tables, lead=_paragraph(report, facts, reader),
        notes=tuple(_say(note, facts, reader) for note in report.notes),
    )  # fmt: skip


def _say(text: Words, facts: Mapping[str, object], reader: Reader) -> str:
    return reader.say(text).format(**facts)


def _worded_table(table: Table, facts: Mapping[str, object], reader: Reader) -> Table:
    terms = [
        at for at, column in enumerate(table.columns) if column.type is Type.TERM and column.screen is not Screen.NEVER
    ]
    names = [at for at, column in enumerate(table.columns) if column.key in NAMES]
    made = [_worded_row(row, terms, names, reader) for row in table.rows()]
    columns = [_worded_column(column, is_term=at in terms, reader=reader) for at, column in enumerate(table.columns)]
    return table._replace(
        title=_say(table.title, facts, reader), columns=columns, rows=lambda: made, empty=reader.say(table.empty)
    )


def _worded_column(column: Column, *, is_term: bool, reader: Reader) -> Column:
    kind = Type.TEXT if is_term else column.type
    return column._replace(title=reader.say(column.title), none=reader.say(column.none), type=kind)


def _worded_row(row: Row, terms: Sequence[int], names: Sequence[int], reader: Reader) -> Row:
    return tuple(
        reader.term(str(cell))
        if at in terms and cell
        else reader.names_told(str(cell))
        if at in names and cell
        else cell
        for at, cell in enumerate(row)
    )


def _paragraph(report: Report, facts: Mapping[str, object], reader: Reader) -> tuple[str, ...]:
    """What the tables say in all, in sentences: each number is read from them."""
    tables = {table.key: table for table in report.tables}
    came_in, went_out = tables["figures_in"], tables["figures_out"]
    ends = {"begin": report.begin, "end": report.end, "organisation": clean(str(facts["organisation"]))}
    phrases = Phrases(reader)
    money = {**_money(came_in), **_money(went_out)}
    said = []
    for sentence, way in ((_MONEY_IN, "in"), (_MONEY_OUT, "out")):
        keys = {"period": f"period_{way}", "day": f"day_{way}", "running": f"running_{way}", "on_hand": "on_hand"}
        amounts = {name: _told(money, key, way, phrases.yuan_of_table, phrases) for name, key in keys.items()}
        said.append(reader.say(sentence).format(**ends, **amounts))
    other_money = {
        name: _kinds(table, way, phrases, foreign=True)
        for name, table, way in (("came_in", came_in, "in"), ("went_out", went_out, "out"))
    }
    if any(words != reader.say(_NONE) for words in other_money.values()):
        said.append(reader.say(_OTHER_MONEY).format(**other_money))
    goods = {"came_in": _kinds(came_in, "in", phrases), "went_out": _kinds(went_out, "out", phrases)}
    said.append(reader.say(_GOODS).format(**goods))
    if "amendments" in tables:
        said.append(reader.say(_CORRECTED).format(count=sum(1 for _row in tables["amendments"].rows())))
    return ("".join(said) if reader.language.startswith("zh") else " ".join(said),)


def _money(figures: Table) -> Cells:
    """The figures of money by their keys; none where there was no money."""
    return next((cells for cells in figures.by_key() if cells["item"] == MONEY), {})


def _kinds(figures: Table, way: str, phrases: Phrases, *, foreign: bool = False) -> str:
    """The goods, or the money of other countries, that came in or went out, the largest numbers by name, each with what it makes in all where that is more."""
    period, running = f"period_{way}", f"running_{way}"

    def told(cells: Cells) -> str:
        amount = _told(cells, period, way, phrases.amount, phrases)
        if cells[period] == cells[running]:
            return amount
        return phrases.say(_IN_ALL).format(amount=amount, running=_told(cells, running, way, phrases.alone, phrases))

    moved = [
        cells for cells in figures.by_key() if (cells[period], cells[f"{period}_certainty"]) != (0, Certainty.EXACT)
    ]
    kinds = [cells for cells in moved if cells["item"] != MONEY and (cells["item"] in FOREIGN) == foreign]
    return phrases.goods(kinds, period, told=told) or phrases.say(_NONE)


def _told(cells: Cells, figure: str, way: str, amount: Callable[[Cells, str], str], phrases: Phrases) -> str:
    """A figure by `amount`; what stands below 0 is said to have gone or come back."""
    minor = cells.get(figure)
    if figure == "on_hand" or not isinstance(minor, int) or minor >= 0:
        return amount(cells, figure)
    return phrases.say(_WENT_BACK[way]).format(amount=amount({**cells, figure: -minor}, figure))
