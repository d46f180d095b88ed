"""What layouts of papers and the fields of their columns are called, by the names programs read."""

from donations.i18n import N_

LAYOUTS = {
    "table": N_("table"),
    "book": N_("exported book"),
    "wechat": N_("WeChat Pay bill"),
    "alipay": N_("Alipay bill"),
    "alipay_web": N_("Alipay bill (web)"),
    "wechat_merchant": N_("WeChat Pay merchant bill"),
    "wechat_account": N_("WeChat Pay merchant account"),
    "alipay_trades": N_("Alipay merchant bill"),
    "alipay_account": N_("Alipay merchant account"),
    "alipay_cashbook": N_("Alipay cash book"),
}
"""What each layout of a paper is called."""

FIELDS = {
    "date": N_("date"), "donor": N_("donor"), "via": N_("via"), "payer": N_("payer"), "supplier": N_("supplier"),
    "recipient": N_("recipient"), "beneficiary": N_("beneficiary"), "item": N_("item"),
    "specification": N_("specification"), "unit": N_("unit"), "quantity": N_("quantity"), "price": N_("price"),
    "value": N_("value"), "money": N_("money"), "spent": N_("spent"),
    "direction": N_("in or out"), "money_or_goods": N_("money or goods"), "note": N_("note"),
    "city": N_("city"), "county": N_("county"), "purpose": N_("purpose"), "store": N_("store"),
    "serial": N_("serial number"), "number": N_("transaction number"), "status": N_("status"),
    "currency": N_("currency"), "type": N_("type"), "refund": N_("refunded"), "anonymous": N_("whether unnamed"),
    "refers": N_("number of what it takes back"), "batch": N_("batch"), "expires_on": N_("expiry"),
    "produced_on": N_("day of production"), "party": N_("giver or receiver"),
}  # fmt: skip
"""What each field of --map is called, and who nobody knows to have given or received."""
