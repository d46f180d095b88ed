"""Verbs that read the book back: totals, stock, ledger, month, journal, show."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from donations.cli import clock, options
from donations.cli.facts import item_shown
from donations.cli.registry import Registry
from donations.cli.session import opened, say, tell
from donations.cli.showing import ShowingOptions, show
from donations.domain.period import Period
from donations.i18n import N_, _, filled
from donations.reports.totals import Grouping

if TYPE_CHECKING:
    from collections.abc import Collection

    from donations.reports.selection import Selection
    from donations.reports.table import Report
    from donations.store.book import Book

verbs = Registry(heading=N_("Read back"))
_MOST_NUMBERS = 5


def selected(book: "Book", period: Period, limits: options.Limits) -> "Selection":
    """What the options limit a report to, with every name looked up. Raises UnknownItem, UnknownParty, UnknownPurpose."""
    from donations.reports.selection import Selection  # read verbs import what reads, when the book is open

    city, item, party, purpose = limits
    selection = Selection(period, city.city if city else None, city.county if city else None)
    if (item, party, purpose) == (None, None, None):
        return selection
    from donations.services import naming  # most reports name nobody: they do without the register's rules

    return selection._replace(
        items=None if item is None else tuple(found.number for found in naming.items_named(book.connection, item)),
        party=None if party is None else naming.known_party(book.connection, party).number,
        purpose=None if purpose is None else naming.known_purpose_or_store(book.connection, "purpose", purpose),
    )


def limited(book: "Book", report: "Report", limits: options.Limits, *, public: bool = False) -> "Report":
    """The report with what the options limit it to, for people to read above its tables, by the names that stand in them.

    Nobody is named there in public.
    """
    city, item, party, purpose = limits
    said = [city and (city.county or city.city), item, _("one party") if public and party else party, purpose]
    if item or party:
        from donations.services import naming  # as above

        if item and len(found := naming.items_named(book.connection, item)) == 1:  # of eggs the word is said
            said[1] = item_shown(found[0].label)
        if party and not public:
            said[2] = naming.known_party(book.connection, party).name or party
    return report._replace(limits=[each for each in said if each], is_public=public)


def warn(book: "Book", selection: "Selection", *, public: bool) -> None:
    """Say on stderr what to think of before a `public` report is published."""
    if not public:
        return
    from donations.reports.public import FEWEST, doubts  # the treasurer's own reports do without

    found = doubts(book, selection)
    if found.alone:
        sentence = N_(
            "Before you publish: who is masked in {count} entries (no. {numbers}) can be told by city and date or amount, since fewer than {fewest} are alike; totals by city or month tell less."
        )
        numbers = _(", ").join(map(str, found.alone[:_MOST_NUMBERS])) + "…" * (len(found.alone) > _MOST_NUMBERS)
        say(filled(_(sentence), count=len(found.alone), numbers=numbers, fewest=FEWEST))
    if found.unsorted:
        sentence = N_(
            "Masked because nobody said whether they are persons: {count} parties; of organisations say `donations donors add NAME --sort organisation`."
        )
        say(filled(_(sentence), count=found.unsorted))


def warn_of_names(book: "Book", report: "Report", *, public: bool, told: "Collection[str]" = ()) -> None:
    """Say on stderr whose name stands in a text of a `public` report though they may not be named; `told`: who was spoken of."""
    if not public:
        return
    from donations.output.cleaning import clean
    from donations.reports.names_told import told_of  # the treasurer's own reports do without

    found = [(name, text) for name, text in told_of(book, report) if name not in told]
    for name, text in found[:_MOST_NUMBERS]:
        sentence = N_(
            "Before you publish: {who} is in the register and may not be named, but stands in “{text}”. Leave it out, or write it otherwise, unless it is no name there."
        )
        say(filled(_(sentence), who=clean(name), text=clean(text)))
    if len(found) > _MOST_NUMBERS:
        more = N_("Names that stand in such texts, besides these: {count}.")
        say(filled(_(more), count=len(found) - _MOST_NUMBERS))


@verbs.verb(
    "totals",
    help=N_("Totals per city (or item, category, donor, recipient, month, purpose)."),
    epilog="""
donations totals
donations totals --by item --month 2020-02
donations totals --by donor --city 九江市 --format json
donations totals --by month --bars
""",
)
def totals(
    by: Annotated[Grouping, typer.Option("--by", help=N_("What to take totals by."))] = Grouping.CITY,
    *,
    period: options.PeriodOptions,
    limits: options.LimitOptions,
    bars: Annotated[
        bool, typer.Option("--bars", help=N_("Bars too, of each item, for whoever reads it on a screen or as text."))
    ] = False,
    public: options.PublicOption = False,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What was received, bought, spent, distributed and adjusted, a row a group and item."""
    from donations.reports.totals import totals as report

    with opened(book, writing=False) as open_book, open_book.read(public=public):
        selection = selected(open_book, period, limits)
        warn(open_book, selection, public=public and by in (Grouping.DONOR, Grouping.RECIPIENT))
        found = report(open_book, by, selection, bars=bars)
        warn_of_names(open_book, found, public=public)
        show(limited(open_book, found, limits, public=public), showing)


@verbs.verb(
    "stock",
    help=N_(
        "What is on hand, per item, store and purpose.\n\n"
        "Its value is the share that is left of what came in with a stated value: value × on hand / all that came in."
    ),
    epilog="donations stock\ndonations stock --as-of 2020-02-29 --item 口罩",
)
def stock(
    day: Annotated[
        date | None,
        typer.Option(
            "--as-of",
            metavar=N_("DATE"),
            parser=options.parse_day,
            help=N_("At the end of this day; today if left out."),
        ),
    ] = None,
    item: options.OnlyItemOption = None,
    purpose: options.OnlyPurposeOption = None,
    store: options.OnlyStoreOption = None,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """What there is at the end of a day."""
    from donations.reports.stock import stock as report

    with opened(book, writing=False) as open_book, open_book.read():
        limits = options.Limits(item=item, purpose=purpose)
        selection = selected(open_book, Period(None, None), limits)
        kept_in = None
        if store is not None:
            from donations.services import naming  # most reports name nobody: they do without the register's rules

            kept_in = naming.known_purpose_or_store(open_book.connection, "store", store)
        show(limited(open_book, report(open_book, day or clock.today(), selection, kept_in), limits), showing)


@verbs.verb(
    "ledger",
    help=N_("Every line in the order of its date; with --item also what was on hand after it."),
    epilog="""
donations ledger --month 2020-02
donations ledger --item 口罩
donations ledger --party 九江市第三人民医院 -o ledger.csv
""",
)
def ledger(
    *,
    period: options.PeriodOptions,
    limits: options.LimitOptions,
    public: options.PublicOption = False,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """Every line of the selection."""
    from donations.reports.ledger import ledger as report

    with opened(book, writing=False) as open_book, open_book.read(public=public):
        selection = selected(open_book, period, limits)
        warn(open_book, selection, public=public)
        found = report(open_book, selection)
        warn_of_names(open_book, found, public=public)
        show(limited(open_book, found, limits, public=public), showing)


@verbs.verb("journal", help=N_("Every line in the order it was recorded."), epilog="donations journal --month 2020-02")
def journal(
    *,
    period: options.PeriodOptions,
    limits: options.LimitOptions,
    public: options.PublicOption = False,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """Every line as it was recorded, reversals and corrections included."""
    from donations.reports.journal import journal as report

    with opened(book, writing=False) as open_book, open_book.read(public=public):
        selection = selected(open_book, period, limits)
        warn(open_book, selection, public=public)
        found = report(open_book, selection)
        warn_of_names(open_book, found, public=public)
        show(limited(open_book, found, limits, public=public), showing)


@verbs.verb(
    "month",
    help=N_("A month's summary: totals, money, goods, stock and ledger."),
    epilog="donations month 2020-02\ndonations month 2020-02 -o 月报.xlsx\ndonations month 2020-02 --public -o 月报.pdf",
)
def month(
    period: Annotated[Period, options.A_MONTH],
    public: options.PublicOption = False,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """The summary of one month."""
    from donations.reports.monthly import month as report
    from donations.reports.selection import Selection

    with opened(book, writing=False) as open_book, open_book.read(public=public):
        warn(open_book, Selection(period), public=public)
        found = report(open_book, Selection(period))
        warn_of_names(open_book, found, public=public)
        show(found._replace(is_public=public), showing)


@verbs.verb("show", help=N_("One entry with all that is known of it."), epilog="donations show 12")
def show_entry(
    number: options.NumberArgument,
    *,
    showing: ShowingOptions,
    book: options.BookOption = None,
) -> None:
    """One entry, its parties and its lines."""
    from donations.reports.journal import one_entry

    with opened(book, writing=False) as open_book, open_book.read() as connection:
        report = one_entry(open_book, number)
        show(report, showing)
        if report.tables[-1].key == "counts":
            from donations.cli.counts import listed  # most entries are no stocktakings
            from donations.services.broken_counts import of_entry

            for sentence in listed(of_entry(connection, number)):
                tell(sentence)
