"""Who stood between, written beside who gave: 甲公司（通过乙商会）, 王芳（李华代捐）, 李华代王芳."""

from functools import lru_cache
from typing import NamedTuple

from donations.domain.slip_words import may_be_person
from donations.importers.patterns import pattern_of
from donations.importers.words.giver_names import may_be_name

_NAME = r"[^\s()（）、，,;；/]{2,30}"
_DID = r"(?:代为?(?:捐[赠款]?|转交?|交|付)|转[交赠]|对接|牵线|联系|介绍|推荐|组织|发起|执行|实施|承办)"
_ALONG = "(?:通过|经由|委托(?![方人书]))"
_OF_STUDIES = "[济管贸纬典营销开络历理]"
_BESIDE = pattern_of(
    rf"(?P<donor>{_NAME})\s?[(（](?:{_ALONG}(?P<through>{_NAME}?)(?:{_DID}|捐[赠款])?|经(?!{_OF_STUDIES})(?P<over>{_NAME}?)(?:{_DID}|捐[赠款])|由(?P<one>{_NAME}?)(?:{_DID}|代)"
    rf"|(?!(?:{_ALONG}|经|由))(?P<by>{_NAME}?){_DID})[)）]"
)
"""经 and 由 begin names too, and 由甲公司捐赠 is who gave."""
_RUN_ON = pattern_of(
    rf"(?P<by>{_NAME}?)代(?:为|表|替)?(?P<donor>{_NAME}?)(?:捐[赠款])?|(?P<giver>{_NAME}?)(?:委托|通过)(?P<through>{_NAME}?)(?:{_DID}|捐[赠款])?"
)
_MARKS = frozenset("代通经由委转对牵联介推组发")
_THROUGH = "通过"
"""Which no name has within it."""
_LONGEST = 60


class Between(NamedTuple):
    """Who gave, and who stood between."""

    donor: str
    via: str


@lru_cache(maxsize=4096)
def between(text: str) -> Between | None:
    """Who gave and who stood between by what stands where a giver does; None where it may be one name, or says neither surely."""
    if len(text) > _LONGEST or _MARKS.isdisjoint(text):
        return None
    if found := _BESIDE.fullmatch(text):
        both = Between(found["donor"], next(filter(None, found.groups()[1:])))
        return both if all(map(may_be_name, both)) else None
    found = None if may_be_name(text) and _THROUGH not in text else _RUN_ON.fullmatch(text)
    if found is None:
        return None
    both = Between(found["donor"] or found["giver"], found["by"] or found["through"])
    is_one_for_another = found["by"] is None or may_be_person(both.via)  # 时代甲公司
    return both if is_one_for_another and all(map(may_be_name, both)) else None
