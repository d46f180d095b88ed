"""Our own words on papers for people, as programs read them and as people do (English, translated when rendered)."""

from donations.i18n import N_

PAPER_TERMS = {
    # what the stated value of goods rests on
    "invoice": N_("an invoice"),
    "customs": N_("a customs form"),
    "agreement": N_("an agreement"),
    "market": N_("the market price"),
    # what became of a gift
    "held": N_("still on hand"),
    # certificates
    "reprint": N_("reprint"),
    "valid": N_("valid"),
    "void": N_("void"),
    "outdated": N_("its gifts were corrected"),
    # what a damaged book kept besides entries, and what became of it
    "gift_consents": N_("what donors said of being named for one gift"),
    "issue_reports": N_("reports of published issues"),
    "void_certificates": N_("void certificates"),
    "filed_sheets": N_("filed handover sheets"),
    "imported_papers": N_("names of imported files"),
    "imported_rows": N_("rows of imported files"),
    "undone_imports": N_("imports taken back"),
    "details_of_parties": N_("what is known of parties besides their names"),
    "details_of_items": N_("what is known of goods"),
    "contacts": N_("contact details"),
    "further_names": N_("further names, packs and merges"),
    "columns_said": N_("what columns of files mean"),
    "refunds_waiting": N_("what papers said of payments that weren't booked"),
    "appeals_said": N_("what was said of appeals and yearly reports"),
    "refunds_of": N_("gifts that refunds are of"),
    "closed_reasons": N_("reasons for entries in closed months"),
    "void_reasons": N_("reasons of void certificates"),
    "sheet_notes": N_("notes on handover sheets"),
    "book_name": N_("the name of the book"),
    "brought_back": N_("brought back"),
    "altered": N_("changed from outside"),
    "is_lost": N_("not brought back"),
    "maybe_lost": N_("maybe lost"),
}
