"""Words of a row of goods that are a name and what was done by, or for, who is called so: 甲公司捐赠; 发放给市一院, 市一院领用."""

from donations.domain.slip_words import may_be_person
from donations.importers.patterns import pattern_of
from donations.importers.words.giver_names import plain_giver
from donations.importers.words.names_alone import GETS_GOODS, name_alone
from donations.importers.words.shares import to_whom

_GETS_GOODS = pattern_of(rf".+(?:{GETS_GOODS})")


def names_party(text: str, *, came_in: bool) -> bool:
    """Whether words say of goods that came (`came_in`) who gave them, or of those that went who got them, and nothing else."""
    is_deed = plain_giver(text) != text
    if came_in:
        return is_deed and "领" not in text[-2:] and text[0] != "收"
    return (is_deed and ("领" in text[-2:] or text.endswith("签收"))) or to_whom(text) != text or _is_body(text)


def _is_body(text: str) -> bool:
    """Whether one is called so who gets goods; a company, or a person alone, may have given or carried what went."""
    return _GETS_GOODS.fullmatch(text) is not None and name_alone(text) is not None and not may_be_person(text)
