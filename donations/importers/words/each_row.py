"""What the words of a table say a row counts that states no number: 每行一台, 数量均为1件, one per row."""

from donations.domain.quantities.goods import fold, lowered
from donations.domain.units import spellings
from donations.importers.patterns import pattern_of

_ROW = r"每(?:一)?(?:行|条(?:记录)?|栏)|(?:一|1)(?:行|条(?:记录)?)|(?:未|没有?|无)(?:注明|写明|填写|填|写|标注|标)数量(?:的|者)?|数量"
_IS = r"(?:一律|均|都|各|全部?)?(?:代表|表示|登记|视为|为|是|按|以|记|计|=){0,2}"
_EACH = pattern_of(rf"(?:{_ROW}){_IS}(?:一|1(?![0-9.,]))([\u4e00-\u9fff]{{1,2}})?")
_ENGLISH = pattern_of(
    r"(?:each|every|one|1) (?:row|line|record) (?:is|=|counts|stands for|means|counts as) (?:one|1)(?: ([a-z]+))?(?![a-z0-9.,])"
    r"|(?:one|1)(?: ([a-z]+))? (?:per|in each|a) (?:row|line|record)"
)


def unit_of_each(words: str) -> str | None:
    """The unit of the one thing that each row counts by these words; "" where English ones name none, None where nothing says it."""
    plain = lowered(fold(words))
    for found in _EACH.finditer("".join(plain.split())):
        unit = found[1] or ""
        for length in range(len(unit), 0, -1):
            if unit[:length] in spellings():
                return spellings()[unit[:length]].name
    english = _ENGLISH.search(" ".join(plain.split()))
    if english is None:
        return None
    said = spellings().get(english[1] or english[2] or "")
    return said.name if said else ""
