"""First and last names in columns of their own, which together are who gave."""

import re
from collections.abc import Sequence
from itertools import pairwise

from donations.domain.paper_fields import PASSED
from donations.importers.columns.columns import Column
from donations.importers.columns.neighbours import Senses
from donations.importers.patterns import pattern_of
from donations.importers.words.cells import shown_at
from donations.importers.words.heading_words import normal

NAMED = ("donor", "party", "payer", "recipient", "beneficiary", "supplier", "via")
_GIVERS = ("donor", "party", "payer")
_FIRST, _LAST = (
    pattern_of(r".*(?:first(?:name)?(?:or(?:company|organi[sz]ation)(?:name)?)?|given(?:name)?|forename)"),
    pattern_of(r".*(?:last(?:name)?|surname|family(?:name)?)"),
)
_COMPANY = pattern_of(r".*(?:compan(?:y|ies)|organi[sz]ation|org|employer|公司|单位|企业|机构).*")
_OF_GIVERS = pattern_of("donor|supporter|sponsor|contributor|giver")
_NAME = pattern_of(r"(?:donor|supporter|sponsor|contributor|giver|member|person)?s?names?")
"""What may be the whole name of somebody, or the part of it that the other column lacks."""
_FAMILY = pattern_of(r"姓氏?(?:lastname|surname|familyname)?|(?:lastname|surname|familyname)姓氏?")
_GIVEN = pattern_of(r"名字?(?:firstname|givenname)?|(?:firstname|givenname)名字?")
_OF_ONE = pattern_of(r"[\u3400-\u9fff]{1,3}|[A-Za-z][A-Za-z.'’ -]{0,30}")
"""A part of a name, in characters or letters."""
_OF_CONTACT = pattern_of(r".*(?:contact|attention|attn|representative|officer|employee).*")
"""Those who speak for the body whose name stands beside theirs."""
_BODY = pattern_of(
    r"公司|协会|学会|商会|基金|学校|医院|\b(?:inc|ltd|llc|corp|company|foundation|trust|fund|bank|church|school|university|college|society|association|club|hospital)\b",
    re.IGNORECASE,
)
_MARKS = pattern_of(r"[^a-z\u3400-\u9fff]")
_IN_CHARACTERS = pattern_of(r"[\u3400-\u9fff·]+")
_OF_FAMILY = pattern_of(r"姓(?!名)|last|surname|family")
_BREAK = pattern_of(r"[\s-]+")
_PARTNER = pattern_of(r"partners?(?:/?name)?")
"""Through whose pages people gave, where these are named in parts."""


def settle(senses: Senses) -> None:
    """First name and last name, where no column says the whole name."""
    called = [(column, re.sub("[_-]|[(][^()]*[)]$", "", normal(column.heading))) for column in senses.columns]
    parts = [
        next((c for c, name in called if c.field == "name_part" and each.fullmatch(name)), None)
        for each in (_FIRST, _LAST)
    ]
    if None not in parts:
        for column in senses.columns:
            column.field = PASSED if _PARTNER.fullmatch(column.said_as) and not column.by_user else column.field
    named = senses.of(*NAMED)
    if _beside_the_rest(senses, named, parts) or _in_chinese(senses, named):
        return
    if of_givers := all(part is not None and _OF_GIVERS.match(part.said_as) for part in parts):
        named = [column for column in named if column.field in _GIVERS]
    is_person = bool(named) and not all(_COMPANY.fullmatch(column.said_as) for column in named)
    is_whole = None not in parts and not is_person and all(column.field == "party" for column in named)
    for column in senses.columns:
        if column.field == "name_part":
            column.is_part = is_whole and column in parts
            field = "donor" if of_givers and senses.has("recipient") else "party"
            column.field = field if column.is_part else PASSED


def _beside_the_rest(senses: Senses, named: Sequence[Column], parts: Sequence[Column | None]) -> bool:
    """Whether one part alone stands beside Name, which lacks it in each row (Maria beside Rossi): then both are one name. Else all who
    are called Maria would be one person. Names of bodies, and whole ones (Maria Rossi beside Rossi), stay as they are.
    """
    part = next(filter(None, parts), None)
    wholes = [column for column in named if column.field in _GIVERS and _NAME.fullmatch(column.joined)]
    is_open = part is not None and None in parts and not _OF_CONTACT.fullmatch(part.said_as)
    if part is None or not is_open or len(wholes) != 1 or part.by_user or wholes[0].by_user:
        return False
    (whole,) = wholes
    both = [(shown_at(row, whole.index), shown_at(row, part.index)) for row in senses.below]
    both = [(name, rest) for name, rest in both if name and rest]
    if not both or any(_is_whole(name, rest, alone=part is parts[0]) for name, rest in both):
        return False
    part.field = whole.field
    whole.is_part = part.is_part = True
    return True


def _in_chinese(senses: Senses, named: Sequence[Column]) -> bool:
    """姓 beside 名, also in two languages, where nobody else is named but where they belong (单位): then both are one name."""
    for both in pairwise(senses.columns):
        heads = [_MARKS.sub("", column.joined) for column in both]
        is_either = any(_FAMILY.fullmatch(one) and _GIVEN.fullmatch(other) for one, other in (heads, heads[::-1]))
        if not is_either or any(column.by_user for column in both):
            continue
        cells = [text for column in both for text in senses.cells(column)]
        others = (column for column in named if column not in both and not _COMPANY.fullmatch(column.said_as))
        if not cells or not all(map(_OF_ONE.fullmatch, cells)) or any(others):
            return False
        for column in both:
            column.field, column.is_part = "party", True
        return True
    return False


def whole_name(columns: Sequence[Column], texts: Sequence[str]) -> str:
    """One name of its parts: in characters the family's name stands before the other, without a blank (李 and 华), and is not said
    again where the other has it already (李 and 李华).
    """
    if not all(map(_IN_CHARACTERS.fullmatch, texts)):
        return " ".join(texts)
    ordered = sorted(zip(columns, texts, strict=True), key=lambda part: not _OF_FAMILY.search(normal(part[0].heading)))
    *before, last = [text for _column, text in ordered]
    return last if len(before) == 1 and last.startswith(before[0]) and last != before[0] else "".join((*before, last))


def _is_whole(name: str, rest: str, *, alone: bool) -> bool:
    """Whether a name is that of a body, or says the part beside it already; beside a first name, `alone`, one of several words does, too."""
    said = name.lower()
    again = rest.lower() in said or not set(_BREAK.split(said)).isdisjoint(_BREAK.split(rest.lower()))
    return again or _BODY.search(name) is not None or (alone and " " in name)
