"""What a gift is said to contain: 口罩100个（含N95口罩10个） are 100, and 物资一批，含口罩500只 are the masks besides."""

from functools import cache
from re import Pattern
from re import compile as pattern

from donations import errors
from donations.domain.quantities.chain import Chain, chains
from donations.domain.quantities.goods import fold, lowered

_LONGEST = 2000
_PART = "其中"


@cache
def _including() -> Pattern[str]:
    """The word, and not one that begins the name of goods: 含氯消毒片, 含过氧化氢消毒液, 含羞草; nor 含量."""
    substance = "氯碘醇糖片漱氟氧银钙锌维水酒乳油铁硒乙过季葡蛋双硫磷硝钠钾镁铜碱酸香盐胶纤益化磺苯胆咖氮氨氢锰铅铬鈣鋅鐵銀鈉鎂銅維錳鉛鉻過雙鹽纖膽量羞笑"
    return pattern(rf"(?<=[(,])\s*(?:[内內]?含有?(?![{substance}])|包[括含]):?\s*(?=[^\s,()、;。])")


@cache
def _apart() -> Pattern[str]:
    """What parts one gift from another, between which nothing is part of the other."""
    return pattern(r"[、;。\n+]|,|[()]")


@cache
def _next() -> Pattern[str]:
    """What ends a gift with all its parts."""
    return pattern(r"[;。\n()]")


def said_as_part(text: str) -> str:
    """The text with 其中 for words that mean the same, where as many of the same unit or fewer follow; without the word where it
    stands behind 一批.

    Raises PartOrBesides where what follows counts in another unit: it may be all of it, or come besides; and where more of the
    same unit follows, which may be another part, 口罩1000只，含N95口罩200只、普通口罩800只.
    """
    low = lowered(fold(text))
    if len(text) > _LONGEST or _including().search(low) is None:
        return text
    found, pieces, start = chains(low), list[str](), 0
    for word in _including().finditer(low):
        before = _last(low, [chain for chain in found if chain.end <= word.start()], word.start())
        behind = next((chain for chain in found if chain.start >= word.end()), None)
        if behind is None or _apart().search(low, word.end(), behind.start):
            continue
        is_bracketed = low[word.start() - 1] == "("
        if before is not None and _is_part(behind, before):
            another = next((chain for chain in found if chain.start >= behind.end), None)
            if not is_bracketed and another is not None and _may_be_part(low, behind, another, before):
                raise errors.PartOrBesides(got=text[:60], other=_shown(text, another))
            pieces += [text[start : word.start()], _PART]
        elif not is_bracketed and before is None:
            pieces.append(text[start : word.start()])
        elif not is_bracketed:
            raise errors.PartOrBesides(got=text[:60], other=_shown(text, behind))
        else:
            continue
        start = word.end()
    return "".join([*pieces, text[start:]])


def _last(low: str, before: list[Chain], at: int) -> Chain | None:
    """The amount that the word speaks of, where the gift in front of it has one."""
    last = before[-1] if before else None
    is_of_gift = last is not None and not _apart().search(low, last.end, at - 1)
    return last if is_of_gift and last is not None and not last.first.is_vague else None


def _is_part(part: Chain, whole: Chain) -> bool:
    one, other = part.first, whole.first
    is_plain = len(part.counts) == len(whole.counts) == 1 and not (one.currency or other.currency)
    if not is_plain or one.number is None or other.number is None:
        return False
    return one.unit is not None and one.unit == other.unit and one.number <= other.number


def _may_be_part(low: str, part: Chain, another: Chain, whole: Chain) -> bool:
    """Whether what stands behind a part may be one more of the same whole."""
    if _next().search(low, part.end, another.start):
        return False
    said = [chain.first.number or 0 for chain in (part, another, whole)]
    return _is_part(another, whole) and said[0] + said[1] <= said[2]


def _shown(text: str, chain: Chain | None) -> str:
    return text[chain.start : chain.end].strip() if chain else ""
