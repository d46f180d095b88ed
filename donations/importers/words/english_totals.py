"""Words of English lists, and a few of Malay ones, for rows that sum up others: Total Received, TOTALS, March Total, Total for March 2020, Running total."""

from donations.importers.patterns import pattern_of

MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_TIME = rf"(?:{MONTH}|q[1-4]|(?:19|20)[0-9]{{2}}|daily|day|weekly|week|monthly|month|quarterly|quarter|yearly|year|annual|page|batch|section)"
_KIND = r"(?:amounts?|sums?|donations?|gifts?|contributions?|offerings?|tithes?|receipts?|received|raised|collected|collections?|deposits?|deposited|given|giving|income|payments?|paid|expenses?|expenditures?|disbursements?|spent|cash|che(?:ck|que)s?|online|in-?kind|goods|items?|units?|pieces|pcs|quantity|qty|value|donated|distributed|issued|funds?|money|pledges?|pledged|donors?)"
_MONEY = r"(?:usd|(?:us|hk|s|a|c)\$|hkd|cny|rmb|rm|gbp|eur|ntd?|twd|cad|aud|sgd|myr|mop|yuan|dollars|[$£€¥])"
_TOTAL = pattern_of(
    rf"(?P<running>running|cumulative|ytd)?(?P<part>(?:{_TIME})*|sub-?)(?:grand|overall|final|net|gross|combined)?(?:{_KIND}){{0,3}}-?(?:sub-?)?totals?"
    rf"(?:(?:{_KIND}|of|the|all|in|and|&|/|gross|{_MONEY}|[()]))*"
    rf"(?P<for>(?:for|this|in|of)?(?:the)?(?:{_TIME})+)?(?P<to>todate|sofar)?(?:{_MONEY}|[(): =.,0-9-])*"
)
_CARRIED = pattern_of(
    r"(?:(?:page|sub-?)?(?:totals?|amounts?))?(?:[bc]/[fd]|(?:brought|carried)(?:forward|down|over)):?"
)
"""What stands at the foot of a page and the head of the next: Total c/f, Brought forward."""
_PAID_OUT = pattern_of(
    r"(?:net(?:total)?|totalnet)(?:payments?|payouts?|paid(?:out)?|disbursements?|deposits?|remittances?|transfers?)(?:total|amount)?"
)
"""What is left of gifts behind the fees of who paid them out."""
_SUB = pattern_of(r"sub-?totals?")
_IN_MALAY = frozenset(("jumlah", "jumlahbesar", "jumlahkeseluruhan"))


def english_total(plain: str) -> str | None:
    """What a text (normal) says it is the total of: `grand`, `part`, `running`; None where it is no total at all."""
    if plain.rstrip(":") in _IN_MALAY:
        return "grand"
    if _CARRIED.fullmatch(plain):
        return "running"
    found = _TOTAL.fullmatch(plain) if plain.isascii() and "total" in plain else None
    if found is None:
        return None
    if found["running"] or found["to"] or _PAID_OUT.match(plain):
        return "running"
    return "part" if found["part"] or found["for"] or _SUB.search(plain) else "grand"
