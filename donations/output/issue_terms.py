"""Our own words in what is published and what is due: a part of the terms of `cells`."""

from donations.i18n import N_

ISSUE_TERMS = {
    # how an issue ties out
    "details_money_in": N_("money received: the rows = the total"),
    "details_goods_in": N_("goods received: the rows = the totals"),
    "details_goods_out": N_("goods given out: the rows = the totals"),
    "details_money_out": N_("money paid out: the rows = the total"),
    "as_before": N_("in all before = what the journal had then"),
    "running_in": N_("received: in all before + corrections + this period = in all"),
    "running_out": N_("given out: in all before + corrections + this period = in all"),
    "cities": N_("the cities = the whole"),
    "money_on_hand": N_("money: received - paid out ± adjusted = on hand"),
    "goods_on_hand": N_("goods: received + bought - given out ± adjusted = on hand"),
    "came_in": N_("received"),
    "went_out": N_("given out or paid"),
    "adjusted": N_("adjusted"),
    # what must be published by when
    "everyday": N_("gifts of every day: within 7 working days"),
    "everyday_source": N_("guidance on making donations public, 2011"),
    "emergency": N_("emergency appeal: every 5 days"),
    "emergency_source": N_("Charity Law, article 72"),
    "campaign": N_("campaign of more than 6 months: every 3 months"),
    "campaign_source": N_("Charity Law, article 79"),
    "campaign_end": N_("campaign that ended: all of it, within 3 months"),
    "campaign_end_source": N_("Charity Law, article 79"),
    "yearly": N_("yearly report, by 31 May"),
    "yearly_source": N_("measures on information of charities, 2026"),
    "overdue": N_("OVERDUE"),
    "due_today": N_("due today"),
    "ahead": N_("ahead"),
    "nothing_waits": N_("nothing waits"),
}
"""As programs read them, and as people do (English, translated when rendered)."""
