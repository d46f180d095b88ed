"""What became of all that a damaged book kept besides its entries: brought back from sealed acts, lost, or maybe lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from donations.i18n import N_
from donations.services.salvage.acts import Acts
from donations.store.wreck.shapes import Row, number_of
from donations.store.wreck.wreck import Wreck


class What(StrEnum):
    """What a book keeps besides entries, those first that somebody's privacy hangs on."""

    CONSENTS = "gift_consents"
    CLOSINGS = "closings"
    ISSUES = "issue_reports"
    CERTIFICATES = "certificates"
    VOID = "void_certificates"
    HANDOVERS = "filed_sheets"
    IMPORTS = "imports"
    PAPERS = "imported_papers"
    ROWS = "imported_rows"
    UNDONE = "undone_imports"
    PARTIES = "details_of_parties"
    ITEMS = "details_of_items"
    CONTACTS = "contacts"
    REGISTERS = "further_names"
    COLUMNS = "columns_said"
    UNBOOKED = "refunds_waiting"
    APPEALS = "appeals_said"
    REFUNDS = "refunds_of"
    LET_IN = "closed_reasons"
    VOID_REASONS = "void_reasons"
    NOTES = "sheet_notes"
    BOOK = "book_name"


class Fate(StrEnum):
    """What became of it."""

    BACK = "brought_back"
    ALTERED = "altered"
    LOST = "is_lost"
    MAYBE = "maybe_lost"


_FROM_ACTS = N_("its rows were lost; the sealed acts say the same")
_ALTERED = N_(
    "another program changed this since it was sealed: the new book has it as it stands now, so compare it with what was printed before"
)
SENTENCES: Mapping[What, str] = {
    What.CONSENTS: N_(
        "ask the donors again whether they may be named, before anything is published: `donations consent`"
    ),
    What.CLOSINGS: N_("close again what was closed: `donations close`"),
    What.ISSUES: N_("the number is kept; what was published stands in the copy that went out"),
    What.CERTIFICATES: N_("the numbers are kept; compare with the copies of what was issued"),
    What.VOID: N_("declare void again what was: `donations certificate --void`"),
    What.HANDOVERS: N_("say again which signed sheets are filed: `donations handover --filed`"),
    What.IMPORTS: N_("don't import their papers again: what they brought is in the book, and would be booked twice"),
    What.PAPERS: N_("what the files were called is lost; their rows are known again, and not booked twice"),
    What.ROWS: N_("the rows these entries came from would be booked again: don't import their papers again"),
    What.UNDONE: N_("look with `donations imports` whether all that was taken back is said to be"),
    What.PARTIES: N_(
        "whether they may be named, their place and sort, and who was merged: say it again with `donations donors`, before anything is published"
    ),
    What.ITEMS: _ALTERED,
    What.CONTACTS: N_("ask the parties with these numbers again, and keep it with `donations donors contact`"),
    What.REGISTERS: N_("other names of parties and items, packs, merges: they are asked again when they come up"),
    What.COLUMNS: N_("what was said of columns of papers is asked again with the next import"),
    What.UNBOOKED: N_("bills that say what was given back before it was booked: import them again"),
    What.APPEALS: N_("say appeals and yearly reports again: `donations due --help`"),
    What.REFUNDS: N_("of which gift these refunds are: `donations correct --of` says it again"),
    What.LET_IN: N_("why these entries were let into a closed month"),
    What.VOID_REASONS: N_("why these certificates are void"),
    What.NOTES: N_("what was noted when these sheets were filed"),
    What.BOOK: N_("the association's name is lost; the file's name stands for it"),
}
"""What it means, and what to do, where it is lost."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing besides entries: what became of it, and the numbers (of entries, issues …) or months where they are known."""

    what: What
    fate: Fate
    which: tuple[int | str, ...] = ()

    @property
    def sentence(self) -> str:
        """What it means, and what to do."""
        of_fate = {Fate.BACK: _FROM_ACTS, Fate.ALTERED: _ALTERED}
        return of_fate.get(self.fate) or SENTENCES[self.what]


@dataclass
class Besides:
    """All of it, collected while the new book is made."""

    wreck: Wreck
    acts: Acts
    found: list[Beside] = field(default_factory=list)

    def left(self, table: str, column: str = "number") -> dict[int, Row]:
        """The rows that are left of a table, by a number that was given in an act."""
        return self.likely({number_of(row, column): row for row in self.wreck.table(table)})

    def likely(self, rows: Mapping[int, Row]) -> dict[int, Row]:
        """Those of the rows whose number isn't damaged."""
        return {number: row for number, row in rows.items() if number <= self.acts.most}

    def say(self, what: What, fate: Fate, which: Iterable[int | str]) -> None:
        """These are brought back, or lost; nothing is said where there are none."""
        known = tuple(sorted(set(which), key=lambda part: (str(part) if isinstance(part, str) else "", part)))
        if known:
            self.found.append(Beside(what, fate, known))

    def say_maybe(self, what: What, *tables: str, is_known: bool | None = None, more: bool = False) -> None:
        """More may be lost where rows of these tables may be, and the acts don't say all (`is_known`: whether they do).

        `more`: whether there are more acts of it than it is known of, so that one of them can't be read.
        """
        known = self.acts.is_whole if is_known is None else is_known
        if more or (not known and not all(table in self.wreck.whole for table in tables)):
            self.found.append(Beside(what, Fate.MAYBE))

    @property
    def in_order(self) -> list[Beside]:
        """All that is to be said, the gravest first."""
        places = {what: place for place, what in enumerate(What)}
        fates = {fate: place for place, fate in enumerate(Fate)}
        return sorted(self.found, key=lambda said: (places[said.what], fates[said.fate], not said.which))
