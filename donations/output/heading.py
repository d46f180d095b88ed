"""What stands above and below the tables of a report for people, in every format."""

from collections.abc import Iterator, Sequence

from donations.i18n import ENGLISH, N_
from donations.output.cells import Reader, of_missing
from donations.output.cleaning import clean
from donations.output.width import width
from donations.reports.table import Report, Table, Words

NOTHING = N_("Nothing to show.")
_FROM_TO = N_("{begin} to {end}")
_SINCE = N_("since {begin}")
_UNTIL = N_("until {end}")
_ALWAYS = N_("all dates")
_ONLY = N_("only {limits}")
_ENTRIES = N_("entries in the book: {count}")
_DIGEST = N_("digest: {digest}")
_PAGES = N_("page {page} of {pages}")
_TO_SIGN_ON = "_" * 24
_NO_CHART = N_("No chart for: {items}.")


def circumstances(report: Report, reader: Reader) -> str:
    """Whose report it is, of which period, and how much the book held: `子虚志愿者协会 · 2020-02-01 至 … · 账本共 65 笔`."""
    return " · ".join(_circumstances(report, reader))


def circumstances_within(report: Report, reader: Reader, cells: int) -> list[str]:
    """As `circumstances`, in lines of at most `cells` cells; each part stays whole, however long it is."""
    lines: list[str] = []
    for part in _circumstances(report, reader):
        if lines and width(f"{lines[-1]} · {part}") <= cells:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines


def _circumstances(report: Report, reader: Reader) -> Iterator[str]:
    if report.source.name:
        yield clean(report.source.name)
    if not report.is_timeless:
        yield period(report, reader)
    if only := limited_to(report, reader):
        yield only
    yield reader.say(_ENTRIES).format(count=report.source.entries)


def period(report: Report, reader: Reader) -> str:
    """The days that `report` is about; nothing where it is about none."""
    begin, end = report.begin, report.end
    if report.is_timeless:
        return ""
    sentence = _FROM_TO if begin and end else _SINCE if begin else _UNTIL if end else _ALWAYS
    return reader.say(sentence).format(begin=begin, end=end)


def limited_to(report: Report, reader: Reader) -> str:
    """What `report` is limited to; nothing where it is not."""
    if not report.limits:
        return ""
    return reader.say(_ONLY).format(limits=reader.say(N_(", ")).join(map(clean, report.limits)))


def running(title: str, report: Report, reader: Reader) -> str:
    """The title above each printed page: one that is found alone is not to be taken for a page of all there is."""
    return " · ".join(filter(None, (title, limited_to(report, reader))))


def title_of(table: Table, report: Report) -> Words:
    """The title of `table` (English) where it says more than that of `report`, else nothing."""
    return table.title if len(report.tables) > 1 or table.title != report.title else ""


def notes(report: Report, reader: Reader) -> list[str]:
    """What is to be known of the tables, a sentence each."""
    said = [*map(reader.say, report.notes), of_missing(report, reader.language)]
    return [clean(sentence) for sentence in said if sentence]


def lead(report: Report, reader: Reader) -> list[str]:
    """The paragraphs above the tables."""
    blank = " " if reader.language == ENGLISH else ""
    prose = [blank.join(str(cells[0]) for cells in table.rows()) for table in report.tables if table.is_prose]
    return [clean(paragraph) for paragraph in (*map(reader.say, report.lead), *prose)]


def tables(report: Report) -> list[Table]:
    """What people see as tables."""
    return [table for table in report.tables if not table.is_prose]


def signature_lines(report: Report, reader: Reader) -> list[str]:
    """Who signs, each with a line to sign on."""
    return [f"{clean(reader.say(signature))}{reader.colon} {_TO_SIGN_ON}" for signature in report.signatures]


DIGEST_SHOWN = 12
"""How many characters of a digest are shown where there is no room for all: enough to find the book's state by."""


def digest_line(report: Report, reader: Reader, most: int | None = None) -> str:
    """The digest the book had, its first `most` characters; nothing where the book was empty."""
    digest = report.source.digest
    return reader.say(_DIGEST).format(digest=digest[:most]) if digest else ""


def pages(reader: Reader) -> tuple[str, str, str]:
    """What stands before, between and behind the number of a page and that of all pages."""
    before, _, rest = reader.say(_PAGES).partition("{page}")
    between, _, behind = rest.partition("{pages}")
    return before, between, behind


def no_chart(items: Sequence[str], reader: Reader) -> str:
    """Which items have no chart; nothing where all have one."""
    return reader.say(_NO_CHART).format(items=reader.say(", ").join(items)) if items else ""
