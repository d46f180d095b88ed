"""How givers are reached, where it stands beside their names: telephones and addresses, which nobody may publish."""

from donations.domain.addresses import is_of_house, place_in_address
from donations.domain.divisions import divisions
from donations.domain.slip_words import may_be_person, may_be_seller
from donations.importers.patterns import pattern_of
from donations.importers.words.phones import without_phones

_LONGEST, _SHORTEST = 120, 8
"""Signs of a name with an address."""
_APART = pattern_of(r"\s*[ ,，/、;；]\s*|\s*(?=[(（])")
_LEVELS = ("省", "市", "区", "县", "旗", "州")
_ENDS = (*"省市区县旗镇乡村组号室栋幢楼路街巷弄屯庄里寨", "街道", "社区", "小区", "单元", "花园", "大道", "大厦")
"""What addresses end with; 九江市浔阳区分公司 is a branch."""
_BODIES = tuple("局处科室办委府站所馆院校园队部联行社厂矿店铺村镇乡库湖山岭河港桥棠岛")
"""What bodies and places end with whose names look like a surname and a given name, 文化馆: behind a county these are of it."""
_LABEL = pattern_of(r"^(?:[地住][址地]|家住)\s*[:：]?\s*")
_FEWEST = 2


def without_reach(name: str) -> str:
    """A name without a telephone, an identity card or an address beside it; "" where nothing else is said."""
    return _with_address(without_phones(name))[0]


def before_address(text: str) -> str:
    """The name of a person or a body before its address, below a heading that says that both stand there: 李华/东乡镇上村; of 李华、王强
    both gave.
    """
    found = _APART.search(text) if len(text) <= _LONGEST else None
    if found is None or not _may_be_name(text[: found.start()]):
        return text
    behind = _APART.split(_unbracketed(text[found.end() :]))
    are_names = any(_may_be_name(each) and not each.endswith(_ENDS) for each in behind)
    return text if are_names else text[: found.start()]


def address_beside(text: str, *, is_told: bool = False) -> str:
    """The address that stands beside a name, "" where none surely does; `is_told`: a heading says that one stands there."""
    if is_told:
        return text[len(before_address(text)) :].strip(" ,，/、;；()（）")
    return _with_address(without_phones(text))[1] if _may_hold_address(text) else ""


def _may_hold_address(text: str) -> bool:
    return _SHORTEST <= len(text) <= _LONGEST and any(level in text for level in _LEVELS)


def _with_address(name: str) -> tuple[str, str]:
    """The name of a person or a body, and the address behind or before it that surely is one: 张三 江西省九江市浔阳区长虹大道1号;
    李华（九江） and 李华（江西省九江市） may be told from another of her name by it.
    """
    if not _may_hold_address(name):
        return name, ""
    found = _APART.search(name)
    if found is None or not found.start():
        return name, ""
    front, bracket = name[: found.start()], name[found.end() :][:1]
    behind = _LABEL.sub("", _unbracketed(name[found.end() :]))
    if _may_be_name(front) and _is_address(behind):
        may_tell_apart = bracket in ("(", "（") and not is_of_house("".join(behind.split()))
        return name if may_tell_apart else front, behind
    before, _, last = name.rpartition(" ")
    is_person = may_be_person(last) and not last.endswith(_BODIES)
    return (last, before) if is_person and _is_address(before) else (name, "")


def _unbracketed(text: str) -> str:
    return text[1:-1].strip() if text[:1] in "(（" and text[-1:] in ")）" else text


def _may_be_name(text: str) -> bool:
    return may_be_person(text) or may_be_seller(text)


def _is_address(text: str) -> bool:
    """Whether a text is an address, of a house or of a county in its city or province, and nothing more."""
    plain = "".join(text.split())
    if not plain.endswith(_ENDS) or (place := place_in_address(plain)) is None:
        return False
    levels = [plain.startswith(tuple(divisions().provinces)), place.city in plain, (place.county or "-") in plain]
    return levels.count(True) >= _FEWEST or (any(levels) and is_of_house(plain))
