"""Shops that gave: 商户 beside 捐款金额; they may have sold, too."""

import re

from donations.domain.paper_fields import PASSED
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal

SAYS_GIVEN = pattern_of(r"捐|赞助|[打赞]赏|投喂|donat|contribut|in.?kind", re.IGNORECASE)
"""What headings say of gifts."""
_SHOPS = pattern_of(r"商[户家](?:名称)?|店铺|shops?(?:name)?")
_SAYS_SPENT = pattern_of(r"支出|使用|[花购付采]|订[单购货]|下单|运费|邮费|发票|总价|货款|spen|paid|cost|order")
"""What stands beside what was bought in a shop, be it for people to be given."""
_GOODS, _MONEY = ("item", "quantity", "content"), ("money", "spent", "amount", "value")


def settle(senses: Senses) -> None:
    """商户 or 店铺 beside 捐赠物资 or 捐款金额, or money below a title that says what came, gave it; else they sold something, which came
    to the store too. One beside all the money is the association's own, and tells nothing, whoever paid there.
    """
    shops = [each for each in senses.of("supplier") if not each.by_user and _SHOPS.fullmatch(normal(each.heading))]
    if len(shops) != 1 or senses.way == "out" or senses.has("recipient", "price"):
        return
    goods, money = ([each.in_words for each in senses.of(*fields)] for fields in (_GOODS, _MONEY))
    is_told = any(map(SAYS_GIVEN.search, goods or money)) or (senses.way == "in" and not goods)
    cells = senses.cells(shops[0]) if is_told else []
    if len(cells) > 1 and len(set(cells)) == 1 and not goods and not any(map(_SAYS_SPENT.search, money)):
        shops[0].field = PASSED
    elif is_told and not senses.has("donor", "party", "payer", "name") and not _were_bought(senses):
        shops[0].field = "donor"


def _were_bought(senses: Senses) -> bool:
    return senses.are_bought() or any(_SAYS_SPENT.search(column.in_words) for column in senses.columns)
