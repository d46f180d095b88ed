"""Accounts of what came in and what went out, a bank's or one's own: which way a row goes, and what of it is a gift."""

import re
from collections.abc import Iterable, Mapping

from donations.domain.text import LONGEST_NOTE
from donations.domain.traditional import simplified
from donations.i18n import N_
from donations.importers.patterns import pattern_of
from donations.importers.words.amount_marks import CURRENCY
from donations.importers.words.cash_taken import is_cash_taken
from donations.importers.words.cells import number_of_yuan
from donations.importers.words.cost_accounts import COST
from donations.importers.words.owed import GIFT, GIVEN_FOR, OWED, PAID_FOR, is_sold

INTEREST = N_("interest, no gift")
NEUTRAL = N_("neither income nor spending: money moved between accounts of one's own")
OTHER_INCOME = N_("income that is no gift by its type; where it is one, `donations receive` records it")
PAID_OUT = N_(
    "paid out by a payment service: who gave it stands in the service's own bill; what no bill says, `donations receive` records"
)
TAKEN_BACK = N_("taken back, by its own word")
NO_DIRECTION = N_("收入, 支出, 不计收支 or /")
WENT_OUT = N_(
    "the sort of a gift, as the rows above say; where some were spent, --map HEADING=direction says so of the column"
)

NEITHER = "不计收支"
_NEUTRAL = frozenset({"", NEITHER, "其他", "其它", "中性交易", "不计入收支"})
_BESIDE = r"(?:\s*[-/(（]?\s*{}\s*[)）]?)?"
"""The same once more: 借 Dr, 贷（收入）."""
_OUT = pattern_of(
    r"(?:支出?|捐出|流出|付[款出]?|借[方记]?|转?出账?|往[账帐]|支取|取款|汇出|开支|out|debit|withdrawals?|expenses?|expenditures?|outgoings?|outbound|send(?: money)?|spend money|(?:supplier|vendor|bill) payments?|dr?)"
    + _BESIDE.format("(?:dr?|debit|支[出取]?|付[款出]?|借方?|转?出账?|往[账帐])"),
    re.IGNORECASE,
)
_IN = pattern_of(
    r"(?:收入?|捐入|流入|收款|贷[方记]?|[转进]?入账?|进账?|来[账帐]|存入|存款|汇入|in|credit|deposits?|incomes?|incomings?|inbound|receive(?: money)?|(?:customer|sales) receipts?|(?:customer|invoice) payments?|cr?)"
    + _BESIDE.format("(?:cr?|credit|收[入款]?|存入?|贷方?|[转进]?入账?|来[账帐])"),
    re.IGNORECASE,
)
_MAY_BE_CARDS = pattern_of(r"credit|debit|[cd]r?|in|out|存款|取款", re.IGNORECASE)
"""What beside words that are no direction may say how it was paid, or what it was."""
_OF_BOOKS = pattern_of(r"收入|支出|incomes?|expenses?|expenditures?", re.IGNORECASE)
_HOW = r"(?:转[账帐]|跨行|同行|行内|网银|柜[台面]|现金|手机银行|网上银行|本行|他行|汇款)"
_SPENT = pattern_of(
    rf"[^\W\d_]{{0,8}}(?:支出|开支)|{_HOW}(?:支取|转出|汇出|往[账帐])|支出[:：].{{1,40}}|发放|拨付|下拨|使用|(?:费用|开支)?报[销账]|expenses?|expenditures?",
    re.IGNORECASE,
)
_INCOME = pattern_of(
    rf"[^\W\d_]{{0,8}}收入|{_HOW}(?:存入|转入|汇入|来[账帐])|收入[:：].{{1,40}}|接[收受]|收到|[募筹][集得募]|incomes?",
    re.IGNORECASE,
)
"""Sorts of what went or came that say so themselves: 办公支出, 会费收入; 支出：买口罩; and as banks write it, 转账存入, 跨行汇出."""
_TRANSFER = pattern_of(
    r"转账|互转|转移|(?:信用卡)?还款|(?:internal )?transfers?|(?:余额|负债|债权|资产)(?:变更|调整|修改)|(?:修改|调整)余额|平账|期初余额"
    r"|balance (?:modification|adjustment)|(?:opening|initial) balance|reconciliation",
    re.IGNORECASE,
)
_INTEREST = pattern_of(
    r".{0,14}(?:结息|利息|利子|计息|付息|存款息|(?:小金库|余额宝|零钱通|余利宝|理财通?|基金|活期|存款).{0,4}收益)(?:收入|支出|入账|转入|存入|转存|结转|归本|发放)?|(?:(?:credit|bank|deposit|savings|account) )?interest(?: (?:paid|received|from bank|earned|credit|deposit|income|payment))?|(?:profit ?/ ?)?hibah(?: (?:paid|credit))?",
    re.IGNORECASE,
)
OF_INTEREST = r"(?:银行|账户|存款|活期|定期)*(?:利息|结息)(?:收入)?"
_INTEREST_ALONE = pattern_of(OF_INTEREST)
_EARNED = pattern_of(
    rf"{OWED}|退款|退货|退还|退回|退票|冲正|冲账|工资|代发|薪[酬资資]|提现|赎回|理财|(?<![学困贫灾难病疫善益育老残童弱心])基金(?!会)|理赔|赔付|充值|退税|贷款|返现|返利|公积金|社保|养老金|销户|(?:政府|财政).{{0,4}}(?:购买|补[助贴]|拨款)|(?:服务|销售|会费|投资|业务|培训|门票)收入|refund|salary|payroll|wages?\b|dividend|rebate|cash ?back|(?<!chargeback[ _])(?<!dispute[ _])reversal|return(?:ed)?\b|\bshop orders?\b|\bcommissions?\b",
    re.IGNORECASE,
)
"""What comes in and is nobody's gift, where nothing speaks of giving."""
_DUES = pattern_of(
    r"会费|政府(?:补[助贴]|购买)|(?:财政|上级|国家|中央)(?:财政)?(?:补[助贴]|奖补|拨款|下拨)|(?:服务|销售|场租|租金|培训|门票)收入|投资收益|\b(?:membership|member'?s?) (?:fees?|dues|subscriptions?)\b|\bsubscriptions\b|\brent(?:al)?\b",
    re.IGNORECASE,
)
"""The same of income beside which nobody is named."""
_MOVED = pattern_of(
    r"pot transfer|充钱包|存银行|(?:零钱|余额|钱包)充值|(?:一般|余额|账户|自动|手动|申请)*提[现取](?:到|至|[-—:：])?(?:银行|对公)?(?:账户|卡|存款)?(?:成功)?|(?:余额|零钱)?(?:转账?|转出|结算)(?:到|至)(?:本人|对公)?(?:银行卡?|银行账户|卡)|(?:一般)?(?:货币|外币|外汇)(?:兑换|转换)|[结购换]汇|结售汇"
    r"|(?:活期?)?转(?:存|为)?(?:定期|通知存款|大额存单|理财)(?:存款)?|(?:定期|(?:七天)?通知|结构性|协定)(?:存款)?(?:转(?:存|为)?活期|支取|开户|开立|到期|转存|销户)(?:本金)?|大额存单(?:购买|开立|支取|到期|兑付|转让)?|(?:购买|申购|认购|赎回)(?:理财|基金)(?:产品)?|(?:理财|(?:货币)?基金)(?:产品)?(?:购买|申购|认购|赎回|到期|兑付)(?:本金)?"
    r"|(?:卡内|同名|本人)(?:账户)?(?:互转|划转|转账)|约定转存|内部(?:转账|划转|调拨)|资金(?:归集|调拨|上划|下拨)"
    r"|(?:(?:stripe|general|standard|instant|automatic|user initiated) )?(?:payouts?(?:[ _](?:fail(?:ed|ure)|cancel(?:led|ed|lation|ation)?|revers(?:ed|al)|returned))?|withdrawals? to bank(?: account)?)|general withdrawal(?: ?- ?bank account)?|(?:general )?card (?:withdrawal|deposit)|(?:standard|instant) transfer"
    r"|(?:withdraw(?:al)?|transfer|move)(?:red)?(?: (?:funds|money|balance))? (?:to|from)(?: a| an| the| your)? bank(?: account)?|bank deposit to pp account(?: .{0,20})?"
    r"|(?:apple pay |google pay )?top-?up by \*?[0-9]{4}|(?:currency )?exchange(?:d (?:to|from) [a-z]{3})?"
    r"|(?:general )?currency conversion|convert(?:ed)? [0-9][0-9.,]* ?[a-z]{3} to (?:[0-9][0-9.,]* ?)?[a-z]{3}",
    re.IGNORECASE,
)
"""What moves money of one's own: from a payment service to one's bank, or from one currency to another."""
_OF_OWN = pattern_of(r"transfer : .{1,60}|starting balance|(?:reconciliation|manual) balance adjustment", re.IGNORECASE)
"""What stands for the name beside what only moved, or was there before, in a budget of one's own."""
_HELD = pattern_of(
    r"hold on balance for .{1,40}|(?:reversal of )?(?:general )?account hold for .{1,40}|cancellation of hold (?:for|on) .{1,40}|(?:reversal of )?(?:general )?(?:account|payment|balance|temporary|reserve|rolling reserve|authori[sz]ation)[ _](?:hold|release|reserved?)(?:[ _](?:release|reversal))?"
    r"|(?:hold|reserve)[ _](?:release|reversal)|risk_reserved_funds|[^，]{0,10}(?:余额|资金|付款|款项|账户|争议)[^，]{0,12}(?:冻结|解冻|释放)|[^，]{0,10}(?:冻结|解冻)[^，]{0,8}(?:余额|资金|付款|款项)",
    re.IGNORECASE,
)
"""What a payment service says of money that it keeps back for a while, and lets go: it stays whose it was, whoever is named."""
_REPAID = pattern_of(r"(?:主动|自动|提前)?还款")
_PURSES = pattern_of(r"转[入出]账?")
"""Which way money went between purses of one's own, in a book that says 收入 and 支出 of all other."""
_OWN_SIDE = pattern_of(r".*(?:银行|账户|卡|bank|account|paypal|stripe|wise|payoneer|\bpot\b).*", re.IGNORECASE)
_INTERNAL = pattern_of(
    r"(?:应付|应解|暂收|其[他它]应付)(?!.*(?:公司|协会|学会|商会|基金会|银行))(?=[^\s,;]{0,19}[款汇账帐户项付])[^\s,;]{1,20}|(?:大额|小额|网银|跨行|二代)(?:支付|汇款)(?:系统)?(?:来账|往账|清算|过渡)?(?:账?户|资金|款项?)?"
)
"""An account within the bank that stands for whoever paid: 应付网银跨行汇款."""
SIGNS = "-−－+＋()（）"
"""What stands around an amount with a sign."""
_SIGN = pattern_of(
    rf"([-+−－＋])\s*(?={CURRENCY}?\s*[0-9０-９])|[(（]\s*(?={CURRENCY}?\s*[0-9][0-9,.]*[)）])", re.IGNORECASE
)
_ACCOUNT_BEFORE = pattern_of(r"^(?=[0-9*xX]*[0-9])[0-9*xX]{8,}\s*[/,，\s]\s*(?=\S)")
_ACCOUNT = pattern_of(r"[\s,，/(（]*(?=[0-9*xX]*[0-9])[0-9*xX]{8,}[)）]?$")


def is_direction(cell: str) -> bool:
    """Whether the cell says which way an amount went, or that it went neither, and nothing else."""
    return is_neutral(cell) or _OUT.fullmatch(cell) is not None or _IN.fullmatch(cell) is not None


def tells_ways(cells: Iterable[str]) -> bool:
    """Whether some cells of a column say that an amount came and others that one went, whatever else others say.

    支出 beside 捐款 does so too: what went is no gift, whatever the rest may be.
    """
    said = {cell for cell in cells if not _MAY_BE_CARDS.fullmatch(cell)}
    spent = [cell for cell in said if _SPENT.fullmatch(cell)]
    if not spent and not any(map(_OUT.fullmatch, said)):
        return False
    others = said.difference(spent)
    came = any(_IN.fullmatch(cell) or _INCOME.fullmatch(cell) for cell in others)
    return came or (bool(spent) and any(map(GIFT.search, others)))


def says_way(cell: str) -> bool:
    """Whether the cell says which way an amount went, also by its sort: 办公支出, 捐款."""
    return is_direction(cell) or any(
        says(cell) for says in (_SPENT.fullmatch, COST.fullmatch, _INCOME.fullmatch, GIFT.search)
    )


def is_neutral(direction: str) -> bool:
    """Whether a cell of 收/支 says that the amount was neither."""
    return simplified(direction) in _NEUTRAL


def is_signed(amount: str) -> bool:
    """Whether the amount bears a sign, which may tell which way it went."""
    return _SIGN.match(amount) is not None


def takes_off(amount: str) -> bool:
    """Whether it bears the sign of what went out, -50 or (50)."""
    return is_signed(amount) and amount[:1] not in "+＋"


def goes_out(direction: str) -> bool:
    """Whether a cell says that an amount went out."""
    return any(pattern.fullmatch(direction) for pattern in (_OUT, _SPENT, COST))


def is_spent_sort(sort: str) -> bool:
    """Whether the sort of an amount says that it went out; Debit may be the card that a gift was paid with."""
    return goes_out(sort) and _MAY_BE_CARDS.fullmatch(sort) is None


def turned(row: dict[str, str], *, signed: bool = False) -> None:
    """Where a cell says which way the amount of the row went, puts what went out among the amounts spent; where it is
    `signed` too, without the sign that says the same.
    """
    amount = row.get("money", "")
    is_said = row.get("spent") and number_of_yuan(amount) == 0  # 0.00 beside what went
    if not goes_out(row.get("direction", "")) or not amount or is_said:
        return
    sign = _SIGN.match(amount) if signed else None
    row["spent"], row["money"] = amount[sign.end() :].strip().rstrip(")）") if sign else amount, ""


def by_sign(row: dict[str, str]) -> None:
    """Where the sign of the amount says that it went out, puts it among the amounts spent, without the sign."""
    amount = row.get("money", "")
    if sign := _SIGN.match(amount):
        plain = amount[sign.end() :].strip().rstrip(")）")
        row["money"], row["spent"] = (plain, "") if sign[1] in ("+", "＋") else ("", plain)


def one_side(row: dict[str, str]) -> None:
    """Of who paid and who was paid, only the other side of the account stays: who paid what came, who was paid what went.

    Names stand there as a bank writes them: without the number of an account before or behind them, "" where there is no more.
    """
    for field in ("donor", "supplier"):
        if row.get(field) and len(row[field]) <= LONGEST_NOTE:  # what is longer is no name, and is refused as it stands
            name = _ACCOUNT.sub("", _ACCOUNT_BEFORE.sub("", row[field])).strip()
            is_banks_own = _INTERNAL.fullmatch(name) is not None and _INTEREST.fullmatch(name) is None
            row[field] = "" if is_banks_own else name
    if row.get("donor") and row.get("supplier"):
        came = row.get("money") and number_of_yuan(row["money"]) != 0
        own = "supplier" if came else "donor"
        row["beside"], row[own] = row[own], ""  # of a row that takes back another they may have changed places


def unsigned(row: dict[str, str]) -> None:
    """Takes the sign from what was spent, whose heading says the same."""
    if sign := _SIGN.match(row["spent"]):
        row["spent"] = row["spent"][sign.end() :].strip().rstrip(")）")


def no_gift(row: Mapping[str, str]) -> str | None:
    """Why a row of an account is neither a gift nor spending; None where it may be either."""
    if "spent" not in row:
        return INTEREST if is_interest(row.get("donor", "")) else None
    fields = ("note", "purpose", "type", "donor", "direction", "besides")
    said = [part for field in fields for part in row.get(field, "").split("，")]
    if any(_INTEREST.fullmatch(part) for part in said):
        return INTEREST
    is_on_credit = row.get("number") and is_repaid(row.get("type", ""))
    is_held = any(_HELD.fullmatch(part.strip()) for part in said)
    if is_neutral(row.get("direction", "收入")) or is_on_credit or is_held or _is_transfer(row) or _is_moved(row, said):
        return NEUTRAL
    words = "，".join(row.get(field, "") for field in ("note", "purpose", "type", "direction"))
    came = number_of_yuan(row.get("money") or "0") != 0  # 0.00 stands there beside what went
    if came and row.get("paid_out"):
        return PAID_OUT
    is_sale = not row.get("gave") and is_sold(simplified(words))
    if not came or (GIFT.search(words) and not is_sale):
        return None
    is_nobodys = not any(row.get(field) for field in ("donor", "payer", "supplier"))
    is_earned = _EARNED.search(words) or (is_nobodys and _DUES.search(words))
    is_price = PAID_FOR.search(words) and not row.get("gave") and not GIVEN_FOR.search(words)
    return OTHER_INCOME if is_sale or is_earned or is_price else None


def _is_moved(row: Mapping[str, str], said: list[str]) -> bool:
    """Whether its words say that the row moved money of one's own, and it names nobody but a bank or a service."""
    names = [name for field in ("donor", "supplier") if (name := row.get(field, ""))]
    is_said = any(_MOVED.fullmatch(part.strip()) for part in said) or is_cash_taken(row)
    return any(map(_OF_OWN.fullmatch, names)) or (is_said and all(map(_OWN_SIDE.fullmatch, names)))


def _is_transfer(row: Mapping[str, str]) -> bool:
    """Whether it is of a third way beside 收入 and 支出, between accounts of one's own, and names nobody, or both of these."""
    named = any(row.get(field) for field in ("donor", "payer", "supplier")) and not row.get("beside")
    return not named and is_transfer(row.get("direction", ""))


def is_way_of_books(direction: str) -> bool:
    """Whether a cell says 收入 or 支出 as books of what came and went do, and banks and cards don't."""
    return _OF_BOOKS.fullmatch(direction) is not None


def is_transfer(direction: str) -> bool:
    """Whether a cell says that an amount went a third way: 转账, Transfer, 余额变更."""
    return _TRANSFER.fullmatch(direction) is not None


def is_between(direction: str) -> bool:
    """Whether a cell says which way money went between purses, where others say 收入 and 支出: 转入, 转出."""
    return _PURSES.fullmatch(direction) is not None


def is_repaid(kind: str) -> bool:
    """Whether a sort of payment pays for what was bought on credit before."""
    return _REPAID.fullmatch(kind) is not None


def is_sort_of_income(sort: str) -> bool:
    """Whether a sort says that something was given, or came in some other way: 捐款, 工资, 利息."""
    return any(pattern.search(sort) for pattern in (GIFT, _EARNED, _DUES)) or _INTEREST.fullmatch(sort) is not None


def is_sort_of_money(name: str) -> bool:
    """Whether what stands for a name says of what sort money was, and nobody's name: 会费, 政府补助, 场租收入; not interest, which is told."""
    return _DUES.match(name) is not None or (name.endswith("收入") and not is_interest(name))


def is_interest(name: str) -> bool:
    """Whether what stands for a name is the interest of the money that was given."""
    return _INTEREST_ALONE.fullmatch(name) is not None


def unsaid_in(row: Mapping[str, str]) -> tuple[str, str] | None:
    """The field that says of the way the row's amount went what nobody understands, or 支出 among the sorts of gifts; and what is
    expected there.
    """
    if "direction" in row:
        return None if says_way(row["direction"]) else ("direction", NO_DIRECTION)
    is_spent = row.get("money") and "spent" not in row and is_spent_sort(row.get("type", ""))
    return ("type", WENT_OUT) if is_spent else None


def is_gift_by_sort(row: Mapping[str, str]) -> bool:
    """Whether the sort of what came (类别: 捐款) says that it was given."""
    return GIFT.search(row.get("type", "")) is not None


def speaks_of_gifts(row: Mapping[str, str]) -> bool:
    """Whether the words of a row, which names nobody or who keeps the account, say that it is a gift all the same; its sort says
    so of a row without a remark, which may be a name.
    """
    if is_gift_by_sort(row) and not row.get("note") and not row.get("purpose"):
        return True
    return any(GIFT.search(row.get(field, "")) for field in ("note", "purpose", "direction"))
