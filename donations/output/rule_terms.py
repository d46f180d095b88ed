"""What each rule of `check` is called, as programs read it and as people do (English, translated when rendered)."""

from donations.i18n import N_

RULE_TERMS = {
    "file": N_("sound file"),
    "guards": N_("guards in place"),
    "references": N_("references"),
    "numbers": N_("numbers without gaps"),
    "chain": N_("chain of digests"),
    "names": N_("names as recorded"),
    "erased": N_("nothing erased but by `forget`"),
    "registers": N_("registers as recorded"),
    "digest": N_("printed digest"),
    "fork": N_("other copy"),
    "sums": N_("kept sums"),
    "on_hand": N_("never below zero"),
    "balance": N_("balance"),
    "reversal": N_("reversals"),
    "types": N_("types of entries"),
    "transfers": N_("transfers"),
    "imports": N_("imports"),
    "closings": N_("closed months"),
    "issues": N_("published issues"),
    "certificates": N_("certificates"),
    "handovers": N_("handover sheets"),
}
