"""The table of contents: every verb, under its heading, with what it is for."""

from donations.cli.registry import Part, Registry
from donations.i18n import N_


def _record() -> Registry:
    from donations.cli import record

    return record.verbs


def _adjust() -> Registry:
    from donations.cli import adjust

    return adjust.verbs


def _amend() -> Registry:
    from donations.cli import amend

    return amend.verbs


def _read() -> Registry:
    from donations.cli import read

    return read.verbs


def _ask() -> Registry:
    from donations.cli import ask

    return ask.verbs


def _names() -> Registry:
    from donations.cli import names

    return names.verbs


def _privacy() -> Registry:
    from donations.cli import privacy

    return privacy.verbs


def _closing() -> Registry:
    from donations.cli import closing

    return closing.verbs


def _statements() -> Registry:
    from donations.cli import statements

    return statements.verbs


def _certificates() -> Registry:
    from donations.cli import certificates

    return certificates.verbs


def _publish() -> Registry:
    from donations.cli import publish

    return publish.verbs


def _due() -> Registry:
    from donations.cli import due

    return due.verbs


def _forget() -> Registry:
    from donations.cli import forget

    return forget.verbs


def _check() -> Registry:
    from donations.cli import check

    return check.verbs


def _keep() -> Registry:
    from donations.cli import keep

    return keep.verbs


def _copies() -> Registry:
    from donations.cli import copies

    return copies.verbs


def _papers() -> Registry:
    from donations.cli import papers

    return papers.verbs


def _salvage() -> Registry:
    from donations.cli import salvage

    return salvage.verbs


def _export() -> Registry:
    from donations.cli import export

    return export.verbs


# fmt: off
CONTENTS = (
    Part(N_("Record"), _record, {
        "receive": N_("Record a gift: into stock, or straight through with --to."),
        "distribute": N_("Record what was given out of stock."),
        "buy": N_("Record goods bought into stock; their price leaves the book's money."),
        "spend": N_("Record money paid for costs, such as freight."),
        "transfer": N_("Move stock or money from one store to another."),
        "return": N_("Record goods that a recipient gave back into stock."),
        "refund": N_("Record what was given back to a donor."),
    }),
    Part(N_("Record"), _adjust, {
        "adjust": N_("Record stock found, counted, lost, expired or used up by ourselves."),
    }),
    Part(N_("Put right"), _amend, {
        "reverse": N_("Take an entry back; both it and its reversal stay in the journal."),
        "correct": N_("Correct an entry: the same words as the first time, only what changes."),
    }),
    Part(N_("Papers"), _papers, {
        "import": N_("Import papers into the book: tables (CSV, workbooks) and bills, every row once."),
        "imports": N_("Every import: when, which files, which entries, and whether it was undone."),
    }),
    Part(N_("Read back"), _read, {
        "totals": N_("Totals per city (or item, category, donor, recipient, month, purpose)."),
        "stock": N_("What is on hand, per item, store and purpose."),
        "ledger": N_("Every line in the order of its date; with --item also what was on hand after it."),
        "journal": N_("Every line in the order it was recorded."),
        "month": N_("A month's summary: totals, money, goods, stock and ledger."),
        "show": N_("One entry with all that is known of it."),
    }),
    Part(N_("Papers for people"), _statements, {
        "statement": N_("All that a donor gave, entry by entry, with totals, and where straight-through gifts went."),
        "receipt": N_("The fields of the official donation receipt for a gift, with the total in capitals."),
        "trace": N_("Where a gift went: through purchases and purposes to its recipients, to the unit."),
    }),
    Part(N_("Papers for people"), _certificates, {
        "certificate": N_("A certificate of thanks for a gift, or for all that a donor gave, under a number of its own."),
        "handover": N_("The sheet that donor, association and recipient sign when goods are handed over, and what became of it."),
    }),
    Part(N_("Read back"), _ask, {
        "sql": N_("Ask the book by a SELECT of your own."),
    }),
    Part(N_("Hand out"), _export, {
        "bulletin": N_("A month in words, to be posted."),
        "export": N_("The book for other programs."),
    }),
    Part(N_("Names"), _names, {
        "donors": N_("Donors: list, add, rename, alias, merge, contact, consent."),
        "recipients": N_("Recipients: list, add, rename, alias, merge, contact, consent."),
        "items": N_("Items: list, add, rename, alias, merge, pack, describe."),
    }),
    Part(N_("Privacy"), _privacy, {
        "consent": N_("Say of one gift whether its donors may be named in public; it goes before what a donor said for all."),
    }),
    Part(N_("Privacy"), _forget, {
        "forget": N_("Erase what is personal of a party: names, contact, and notes that name it."),
    }),
    Part(N_("Publish"), _closing, {
        "close": N_("Close a month, and every day before it: its figures change only by what --into-closed lets in."),
    }),
    Part(N_("Publish"), _publish, {
        "publish": N_("Publish an issue: who gave, who received, running totals, corrections, and how it all ties out."),
        "amend": N_("What was corrected since it was published: old, new, why, and which entries. The issue of its day carries it by itself."),
    }),
    Part(N_("Publish"), _due, {
        "due": N_("By when something must be published, and what asks for it; what is overdue is said."),
    }),
    Part(N_("The book"), _check, {
        "check": N_("Hold the whole book against its rules, and against what was printed of it."),
    }),
    Part(N_("The book"), _keep, {
        "init": N_("Make a new, empty book."),
        "run": N_("Run the commands written in files, one a line: all of them or none."),
        "info": N_("Where the book is, and what is in it."),
        "start": "",
    }),
    Part(N_("The book"), _copies, {
        "backup": N_("Copy the book, and hold the copy against the book's rules."),
        "restore": N_("Put a backup in the book's place, after holding it against the book's rules."),
    }),
    Part(N_("The book"), _salvage, {
        "salvage": N_("Make a new, sound book of what can still be read in a damaged one."),
    }),
)
# fmt: on
"""Every verb with what it is for: the page of all verbs and the completion of their names import no module of verbs, and a
command imports its own alone (tests hold names, headings and summaries against what is registered there)."""
