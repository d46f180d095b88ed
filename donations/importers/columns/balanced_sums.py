"""A summary of what came and went, 捐款收入, 采购支出 and 结余 below each other: it says again what the lists beside it say, row by row."""

from collections.abc import Iterator
from fractions import Fraction

from donations.i18n import N_
from donations.importers.columns.neighbours import Senses
from donations.importers.columns.sums_of_money import amounts_in
from donations.importers.patterns import pattern_of
from donations.importers.words.account_givers import says_giver
from donations.importers.words.cells import plain_number
from donations.importers.words.foot import total_of
from donations.importers.words.heading_words import normal

STATEMENT = N_(
    "a list of gifts, or of payments: this is a statement of sums (本期收入, 本期支出) with what they are made of, and names nobody; import the lists that it was made from, or record its parts one by one"
)
_WORDS = ("project", "category", "content", "summary", "name", "item", "direction")
_OTHERS = ("date", "donor", "recipient", "party", "unit_or_party", "payer", "supplier", "quantity", "number")
_SORT = r"(?:捐[款赠]|捐助|募捐|善款|资金|现金|物资|其[他它]|利息|会费|服务|上级|财政|政府|社会|企业|单位|个人|爱心|义卖|项目|采购|购买|救助|资助|慰问|活动|业务|运输|物流|管理|办公|行政|人员|困难|助学|救灾|防疫|公益|慈善|非限定性|限定性)"
_TIME = r"(?:本[月期年次]度?|上[月期年]度?|期[初末]|[年月][初末]|累计|当[月年期日]|历年|总)"
_NUMBERED = pattern_of(r"^[(（]?[一二三四五六七八九十0-9]{1,2}[)）、.．]|^其中[:：]?")
_SUM = pattern_of(
    rf"(?:[(（]?[一二三四五六七八九十0-9]{{1,2}}[)）、.．])?(?:{_TIME}|{_SORT}){{0,4}}(?:收入|支出|结[余存转]|余额|盈余|合计|总计)(?:合计|总计|金额|总额)?"
)
_OF_A_TIME = pattern_of(rf"[(（]?[一二三四五六七八九十]{{1,2}}[)）、.．]|{_TIME}")
"""Before a sum of a statement that has a column for each side: 其他收入 and 办公支出 are rows of any account there."""
_OF_SORTS = pattern_of(rf"{_SORT}{{1,4}}(?:收入|款|合计)?")
_OF_FUNDS = tuple(
    pattern_of(rf"{words}(?:金?额|资金|数)?(?:[(（]?万?元[)）]?)?")
    for words in (
        r"(?:上[年月期]|期初|年初|月初)(?:余额?|结余|结存|结转)?|(?:opening|beginning|starting|brought|previous)(?:fund)?(?:balances?|forward)?|balance(?:broughtforward|b/?f(?:wd)?)",
        r"(?:本[年月期]|当[年月]|累计)?(?:捐[赠款]|筹款|募集|筹集)?(?:收入|接收|到账)|(?:donations?|gifts?|contributions?|income|receipts)(?:received|raised|in)?|funds(?:received|raised|in)|received|incoming(?:resources)?",
        r"(?:本[年月期]|当[年月]|累计)?(?:支出|使用|拨付|执行)|spent|spending|expen(?:ses?|ditures?)|payments?|outgoings?|disburse(?:d|ments?)|(?:paid|resources)out|used|expended",
        r"(?:期末|年末|月末|本[年月期])?(?:余额?|结余|结存)|(?:closing|ending|final|remaining)?(?:fund)?balances?|balance(?:carriedforward|c/?f(?:wd)?)|carriedforward|remaining|left",
    )
)
"""What was there, came, went and is left of each fund."""


def are_of_funds(senses: Senses) -> bool:
    """Whether each row says of a fund what was there, came, went and is left, which these make; and nobody and no day is named."""
    rows = [row for row in _sums_of_funds(senses) if any(row)]
    return bool(rows) and all(there + came - went == left for there, came, went, left in rows)


def tell_of_funds(senses: Senses) -> bool:
    """Whether rows say all four of a fund, whatever they make."""
    return any(there or left for there, _, _, left in _sums_of_funds(senses))


def _sums_of_funds(senses: Senses) -> list[list[Fraction]]:
    """What was there, came, went and is left of the fund of each row; none where not all are headed so, or somebody or a day is named, or
    who gave is said of what came alone: then they are the rows of a cash book.
    """
    if senses.given or senses.has(*_OTHERS):
        return []
    found = [[c for c in senses.columns if said.fullmatch(c.said_as) and not c.by_user] for said in _OF_FUNDS]
    if any(len(columns) != 1 for columns in found):
        return []
    rows = amounts_in(senses, [columns[0] for columns in found])
    one_a_row = not any(came and went for _, came, went, _ in rows)
    return [] if one_a_row and any(map(says_giver, _words(senses))) else rows


def _words(senses: Senses) -> Iterator[str]:
    """What stands in the columns and is no number."""
    cells = (cell for column in senses.columns for cell in senses.entries(column))
    return (cell for cell in cells if plain_number(cell) is None)


def parts_of_income(senses: Senses) -> list[str] | None:
    """Rows that stand below the sum of what came (二、本期收入), and above that of what went (三、本期支出), as what it is made of: none
    where parts stand above their sums. None where the table is no such statement, each sum in it once, or names anybody or a day.
    """
    told = [column for column in senses.columns if column.said.sense in (*_WORDS, "purpose") and not column.by_user]
    if len(told) != 1 or senses.given or senses.has(*_OTHERS) or not senses.has("money", "spent", "amount", "total"):
        return None
    said = [normal(cell) for cell in senses.cells(told[0])]
    sums = [place for place, cell in enumerate(said) if _SUM.fullmatch(cell)]
    if senses.has("money") and senses.has("spent"):  # whose totals below them are known as such
        sums = [place for place in sums if _OF_A_TIME.match(said[place]) and total_of(said[place]) is None]
    came = [place for place in sums if "收入" in said[place]]
    is_of_both = came and any("支出" in said[place] for place in sums)
    if not is_of_both or len(sums) == len(said) or len({said[place] for place in sums}) < len(sums):
        return None
    end = next((place for place in sums if place > came[0] and place not in came), len(said))
    return [_NUMBERED.sub("", cell) for cell in said[came[0] + 1 : end]]


def are_of_both_ways(senses: Senses) -> bool:
    """Whether each row is named by a sort of sum, each once, of what came and of what went or is left, and nobody and no day is;
    or those of what came are, 个人捐款 and 企业捐款 below 本期收入.
    """
    if parts := parts_of_income(senses):
        return all(map(_OF_SORTS.fullmatch, parts))
    told = senses.of(*_WORDS)
    if len(told) != 1 or told[0].by_user or senses.has(*_OTHERS) or not senses.has("money", "amount", "total"):
        return False
    said = [normal(cell) for cell in senses.cells(told[0])]
    is_each_once = len(said) > 1 and len(set(said)) == len(said)
    ways = any("收入" in cell for cell in said) and any(
        word in cell for cell in said for word in ("支出", "结余", "余额")
    )
    return is_each_once and ways and all(map(_SUM.fullmatch, said))
