"""Our own words on papers for people, as programs read them and as people do (English, translated when rendered)."""

from donations.i18n import N_

PAPER_TERMS = {
    # what became of a gift
    "held": N_("still on hand"),
    # certificates
    "reprint": N_("reprint"),
    "valid": N_("valid"),
    "void": N_("void"),
    "outdated": N_("its gifts were corrected"),
}
