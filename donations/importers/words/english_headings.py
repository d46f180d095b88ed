"""What headings of lists in English mean: Description of Goods, Qty Issued, Distributed To, Amount Received."""

from donations.domain.paper_fields import PASSED
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of

_GOODS = r"(?:items?|goods|products?|suppl(?:y|ies)|materials?|ppe|commodit(?:y|ies)|equipment|articles?|stock|merchandise|food(?:items?)?|foodstuffs?|in-?kind(?:gifts?|donations?|contributions?|items?)?|giftsinkind|giftinkind|donationsinkind)"
_GIFT = r"(?:gifts?|donations?|contributions?)"
_CAME = r"(?:donated|given|received|contributed|collected|provided|gifted|accepted)"
_WENT = (
    r"(?:distributed|issued|delivered|sent|shipped|dispensed|disbursed|released|allocated|handedout|givenout|givenaway)"
)
_COUNT = r"(?:qty|qnty|quantit(?:y|ies)|count|number|numbers|no|nos|units|pieces|pcs|amount)"
_BODY = r"(?:organi[sz]ations?|org|company|business|agency|facility|hospital|institution|party|parties|group|centre|center|clinic|school|church|person|individual)"
_FOLK = r"(?:family|household|client|beneficiary|recipient|resident|patient|student|clientfamily)"
_MEANT = r"(?:requested|needed|required|ordered|wanted|expected|approved|planned|requestedby|short|outstanding|remaining|available|onhand|instock|returned|damaged|discarded|expired|rejected|wasted|spoiled|reserved|minimum|maximum|reorder)"
_WORTH = r"(?:(?:estimated|est|approx|approximate|donor)?(?:fairmarketvalue|fmv)|non-?cash(?:gifts?|donations?|contributions?|amount|value)?|valueof(?:goods|items?|gifts?|donations?)|(?:estimated|est|approx|approximate|retail|replacement)(?:cost|price|worth)|(?:goods|in-?kind|items?)(?:amount|value|total))"

ENGLISH = tuple(
    (sense, pattern_of(pattern))
    for sense, pattern in (
        ("remark", rf"(?:{_GIFT}|given|made)?in(?:loving|fond)?(?:memory|memoriam|hono[u]?r|celebration|recognition|thenameof|nameof)(?:(?:in)?(?:memory|memoriam|hono[u]?r))?(?:of)?(?:name)?|in(?:hono[u]?r|memory)ofor(?:in)?(?:hono[u]?r|memory)of|tributes?(?:names?|types?|to|person|{_GIFT})|honou?re+s?(?:name)?|memorials?(?:name|{_GIFT})?|dedicat(?:ed|ion)(?:to|name|type)|(?:employer|company|corporate)?match(?:ed|ing)?(?:by|{_GIFT}|{_BODY}|employer|donor|from|(?:gift)?(?:amount|status|company))(?:name)?|(?:{_GIFT}|given|made|paid)?onbehalfof|acknowledge+s?(?:name)?|softcredit(?:ed|s)?(?:to|name)?"),
        (PASSED, rf"(?:check|cheque|chk|ck|receipt|rcpt|envelope|env|member|donor|account|acct|lot|batch|invoice|voucher|phone|tracking|license|ein|tax|sku|upc|bar|item|product)(?:no|nr|num|number|id|code|numbers)|{_COUNT}{_MEANT}|{_MEANT}{_COUNT}?|(?:opening|beginning|starting|initial|closing|ending|final|current|previous|prior)(?:balance|stock|inventory|qty|quantity|count)|(?:pledge|remaining|outstanding)?balance(?:due|owed|owing|outstanding|remaining|ofpledge)|(?:total|amount)?outstanding|amount(?:due|owed|owing)"),
        (PASSED, r"(?:payment|pay|donation|gift|contribution)?(?:method|mode|mechanism|frequency)(?:ofpayment|ofdonation)?|recurr(?:ing|ence)|paymenttype|(?:tender|instrument)(?:type)?|signature|signed(?:by)?|initials?|(?:logged|entered|recorded|counted|prepared|approved|verified|checked|issued|handled|processed|authori[sz]ed|reviewed|accepted|collected|deposited|witnessed)by|staff(?:name|member)?|volunteers?(?:name)?|condition|acknowledged|thankyou|thanked|receipt(?:sent|issued|given)|giftaid|tax-?deductible|(?:no|number|#)?(?:in|of)?(?:household|family)(?:members|size)|(?:no|number)?of(?:people|persons|adults|children)(?:served|inhousehold)?|zip(?:code)?|postcode|postalcode|citystatezip"),
        (PASSED, r"deadline|ytd(?:giving|total|amount)?|(?:life-?time|annual|cumulative|previous|prior(?:year)?|lastyear|thisyear|historical|(?:life-?time|annual)?total)(?:giving|gifts?|donations?|total|amount|contributions?)(?:todate)?|(?:largest|highest|biggest|average|smallest|first|last)(?:gift|donation|contribution)(?:amount)?|(?:giving|donations?|gifts?|total|given)todate|goal|target|budget(?:ed)?|(?:tithes?|percent|%)?percentage"),
        (PASSED, r"sub-?categor(?:y|ies)|time-?zone|account[0-9](?:name|currency|amount)?|amount(?:in)?foreigncurrency|(?:type)?foreigncurrency(?:amount)?|geo(?:graphic)?location|latitude|longitude|tags?"),
        ("party", r"(?:donor|source|from|receivedfrom|supplier|receiver)s?(?:name)?(?:/|or)?(?:recipient|destination|to|paidto|payee|issuedto|givento|distributedto|beneficiary|receiver)s?(?:name)?|(?:first|last|given|family|middle)name|surname|forename"),
        ("date", r"(?:date|day)(?:of)?(?:gift|donation|receipt|payment|deposit|offering|service|distribution|issue|delivery|transaction|check|cheque)|(?:issued|received|donated|delivered|distributed|paid|deposited|given)(?:on|at)|week(?:ending|of|ended)|sunday|servicedate|(?:pick-?up|drop-?off)(?:date|day)"),
        ("recipient", rf"{_CAME}to|{_WENT}to|(?:{_WENT}|recipient|receiving|receiver|beneficiary|client|partner|served)(?:name|names|{_BODY}|{_BODY}name|{_BODY}served)|nameof(?:the)?{_FOLK}|(?:nameof)?(?:the)?(?:headof(?:the)?(?:household|family)|(?:household|family|hh)head)(?:name)?|(?:household|family|client)name|destination|deliver(?:ed)?to|shipto"),
        ("donor", r"(?:sources?|donors?|givers?|from)/(?:sources?|donors?|givers?|from)|donorbox_?name"),
        ("donor", rf"(?:donat|giv|contribut|sponsor)ing(?:{_BODY})(?:name)?|(?:{_GIFT}|contributed|gifted)by|(?:donor|contributor|giver|sponsor|supporter|benefactor)s?(?:{_BODY}|full)?(?:name|names)|(?:full)?name(?:s)?of(?:the)?(?:donor|giver|contributor|sponsor|benefactor)s?(?:{_BODY})?|benefactors?|fromwhom|(?:received|came|collected|obtained)fromwhom|sourceof(?:donation|gift|goods|suppl(?:y|ies)|funds?)s?|(?:{_BODY})donating|donor/?{_BODY}(?:name)?"),
        ("party", r"(?:customer|buyer|purchaser|payer|card(?:holder)?(?:['’]?s)?|billing|from)(?:full)?name|nameoncard|cardholder"),
        ("party", rf"{_BODY}(?:/?(?:individual|person|name|names|member|household|family))+|(?:individual|person|member|congregant|parishioner|household|family|envelope|student|parent)(?:/?(?:name|{_BODY}))?|(?:individual|person)s?or{_BODY}|facility|agency|partners?(?:/?(?:name|customer|vendor))?"),
        ("group", r"(?:class|graduation|grad)(?:year|of)|yearofgraduation|departments?|dept|faculty|homeroom"),
        ("value", _WORTH),
        ("amount", rf"(?:total|net|gross|actual)?(?:amount|amt)(?:{_CAME}|deposited|raised)"),
        ("price", r"(?:price|cost|value|rate)(?:per|/|each|of)+(?:unit|item|piece|each|one|box|case)|(?:unit|per-?unit)(?:value|rate)"),
        ("item_or_quantity", rf"{_GOODS}(?:{_CAME}|{_WENT})|(?:{_CAME}|{_WENT}){_GOODS}|whatwas(?:donated|given|received)"),
        ("item", rf"(?:detailed|brief|full)?description(?:of)?(?:the)?(?:{_CAME})?(?:{_GOODS})(?:{_CAME}|{_WENT})?|{_GOODS}(?:/?(?:description|name|desc|details?|list))+|(?:donated|donation|stock|food|gift|inventory|relief)(?:item|items|product|commodity|goods)(?:name|description)?|commodit(?:y|ies)|fooditems?|ppe|(?:in-?kind)(?:gifts?|donations?|contributions?|items?)?|gifts?in-?kind|donations?in-?kind|equipment"),
        ("content", rf"(?:brief|detailed)?(?:description|details?|nature)(?:of)?(?:the)?{_GIFT}(?:{_CAME})?|{_GIFT}(?:description|details?)"),
        ("category", rf"(?:type|kind|sort|class|category|nature)s?of(?:the)?(?:{_GOODS}|{_GIFT})|(?:{_GOODS}|{_GIFT})(?:type|kind|category|class)"),
        ("quantity", rf"(?:total|actual)?{_COUNT}(?:of)?(?:{_GOODS}|units|pieces|pcs)?(?:{_CAME}|in)|(?:total|actual)?(?:{_COUNT}|of|#)?(?:of)?(?:units|pieces|items)(?:{_CAME})|(?:{_COUNT}of|totalno?of|totalnumberof|of|total)(?:units|pieces|items|pcs)|total{_COUNT}"),
        ("quantity", rf"(?:{_CAME}|{_WENT})(?:qty|quantity)|(?:qty|quantity|number|units)(?:{_WENT}|out)"),
        ("unit", rf"(?:{_GOODS}|qty|quantity)unit|units?(?:of)?(?:measure|measurement|count|type|issue)s?|u/?m|measurementunits?|pack(?:aging|age)?(?:type|unit)"),
        ("note", r"(?:gift|donations?|donor(?:'s|s)?|supporter(?:'s|s)?|backer(?:'s|s)?|sponsor(?:'s|s)?|giver(?:'s|s)?|contribution|public|personal|payment)[-_]?(?:notes?|messages?|comments?|memos?|remarks?|text)|(?:messages?|comments?|notes?|words)[-_]?(?:from|by)[-_]?(?:the)?(?:donors?|supporters?|sponsors?|givers?|backers?)"),
        ("note", r"(?:notes?|comments?|remarks?)(?:and|or|/|&)?(?:notes?|comments?|remarks?)|special(?:instructions?|notes?|requests?)|additional(?:information|info|notes?|comments?)|tributes?(?:message|info(?:rmation)?)?|dedications?"),
        ("money", rf"totalcollected|missions|missions?(?:offerings?|giving)|(?:total)?{_GIFT}(?:amount)?tobe(?:acknowledged|receipted)|(?:{_GIFT}|order)total|ordertotalamount|gross(?:transaction|payment|{_GIFT}|order)(?:amount|total)?|(?:transaction|payment)gross(?:amount)?|(?:total|net|gross|actual)?(?:amount|amt)s?(?:of)?(?:paidin|{_GIFT}|thegift)|(?:check|cheque|cash|card|deposit|offering|tithes?|payment|net|gross|pledgepayment|online)(?:amount|amt)|(?:cash|monetary|money|financial)(?:gifts?|donations?|contributions?)|totals?(?:given|gifts?|donations?|contributions?|received|amountreceived)|receipts|offerings?|tithes?(?:(?:and|&|/)?offerings?)?|amt|inflows?|collections?|collected|(?:raised|deposited)|dollars(?:given|received)?|gift(?:amount|amt)"),
        ("spent", r"disbursements?(?:amount)?|outflows?|amount(?:disbursed|expended|paidout)|paymentsmade"),
        ("purpose", r"appeals?|(?:project|campaign|fund|appeal|designation|form)(?:description|desc|title)|designat(?:ed|ion)(?:fund|purpose|to|for)?|restrict(?:ed|ion)(?:to|fund|for|purpose)?|(?:fund|account)(?:name|designation)|earmark(?:ed)?(?:for)?|allocat(?:ion|edto)|intendedfor|givenfor|purposeof(?:gift|donation|contribution)s?|(?:gift|donation)purpose|(?:program(?:me)?|cause|ministry|initiative)s?(?:name|funded|supported|designated)?|(?:project|campaign|fund)s?(?:funded|supported|designated)"),
        ("channel", r"checks?|cheques?|coins?|paypal|venmo|zelle|stripe|creditcards?|debitcards?|ach|fps|payme|octopus|alipayhk|wechatpay(?:hk)?|paynow|autopay|fasterpayments?|wire(?:transfers?)?|(?:bank|electronic|e-?|interbank|giro)?transfers?|looseplate|looseoffering|online(?:payments?|gifts?|donations?|giving)?|cards?(?:payments?)?|upi|gpay|googlepay|applepay|phonepe|paytm|m-?pesa|mobilemoney|momo|gcash|grabpay|duitnow|cashapp|interac|visa|mastercard|amex|eft|eftpos|giro|neft|rtgs|imps|sepa|directdebits?|standingorders?"),
    )
)  # fmt: skip
"""Rules in the shape of those of heading_words.py, which asks them last."""
_OF_UNIT = pattern_of(
    r"(?:total|estimated|approx|net|gross)?(?:no|number|qty|quantity|count|weight|of|in)?(?:of|in)?\(?([a-z]{2,12})\)?(?:donated|given|received|collected|distributed|issued|delivered|in|out)?"
)
"""Number of Boxes, Pounds, Weight in lbs, Cases Donated."""
_COUNTS = frozenset({"件", "个", "份", "人", "组", "本", "头", "块", "册", "张"})
"""What items, units, meals and persons are called too, which say more, or less, than that."""

_ALONE = frozenset({"kg", "lb"})
"""Words without more that head numbers; Case and Box may be units below them, and Cases are numbers."""


def english_unit(plain: str) -> str | None:
    """The unit that a heading (normal) of numbers is called after, Number of Boxes; None where it is of none."""
    found = _OF_UNIT.fullmatch(plain) if plain.isascii() else None
    alone = found is not None and found[1] == plain and not plain.endswith("s")
    unit = spellings().get(found[1]) if found and (not alone or plain in _ALONE) else None
    return None if unit is None or unit.name in _COUNTS else unit.name
