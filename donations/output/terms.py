"""Our own words as programs read them, and as people do (English, translated when rendered)."""

from functools import cache

from donations.i18n import N_

TERMS = {
    # types of entries
    "receipt": N_("receipt"),
    "relay": N_("relay"),
    "purchase": N_("purchase"),
    "distribution": N_("distribution"),
    "expense": N_("expense"),
    "transfer": N_("transfer"),
    "return": N_("return"),
    "refund": N_("refund"),
    "adjustment": N_("adjustment"),
    "missing": N_("missing"),
    # certainties
    "exact": N_("exact"),
    "about": N_("about"),
    "unknown": N_("unknown"),
    # sorts of parties
    "person": N_("person"),
    "organisation": N_("organisation"),
    "unnamed": N_("unnamed"),
    # reasons of adjustments
    "opening": N_("opening stock"),
    "count": N_("stocktaking"),
    "loss": N_("loss"),
    "expiry": N_("expired"),
    "use": N_("own use"),
    # reasons of missing entries
    "damaged": N_("damaged page"),
    "changed": N_("not what was sealed"),
    "item_lost": N_("item lost"),
    "original_lost": N_("took back a lost one"),
    "mirror_lost": N_("lost reversal"),
    "refused": N_("against a rule"),
    # whether a party may be named in public
    "named": N_("may be named"),
    "anonymous": N_("anonymous"),
    # how a party is reached
    "phone": N_("phone"),
    "wechat": N_("WeChat"),
    "email": N_("e-mail"),
    "address": N_("address"),
    "identity_card": N_("identity card"),
    "bank_account": N_("bank account"),
    "remark": N_("remark"),
    # roles of parties
    "donor": N_("donor"),
    "via": N_("passed on by"),
    "payer": N_("payer"),
    "supplier": N_("supplier"),
    "recipient": N_("recipient"),
    "beneficiary": N_("beneficiary"),
    # flows
    "received": N_("received"),
    "relayed": N_("passed straight on"),
    "refunded": N_("refunded"),
    "bought": N_("bought"),
    "spent": N_("spent"),
    "distributed": N_("given out"),
    "returned": N_("returned"),
    "gained": N_("gained"),
    "lost": N_("lost"),
    "moved_in": N_("moved in"),
    "moved_out": N_("moved out"),
    # what became of the entries of a damaged book
    "proven": N_("proven"),
    "unproven": N_("not proven"),
    "entries": N_("entries"),
    "names_lost": N_("names lost"),
}
"""The words of entries, their parties and lines, which most reports have."""


def term(word: str) -> str | None:
    """`word` as people read it; None where it is none of ours."""
    return TERMS.get(word) or _seldom().get(word)


@cache
def _seldom() -> dict[str, str]:
    """The words of what few reports are about, looked up in only once a word is not among the others."""
    from donations.output.issue_terms import ISSUE_TERMS
    from donations.output.paper_terms import PAPER_TERMS
    from donations.output.rule_terms import RULE_TERMS

    return {**RULE_TERMS, **ISSUE_TERMS, **PAPER_TERMS}
