"""Cells of Markdown as they are shown: without what only says how they look, or where a link leads."""

import re
from html import unescape

from donations.importers.patterns import pattern_of

_LINE_END = pattern_of(r"<br ?/?>", re.IGNORECASE)
_PICTURE = pattern_of(r"!\[([^\[\]]*)\](?:\((?:[^()]|\([^()]*\))*\))?")
_EMPTY_LINK = pattern_of(r"\[\]\((?:[^()]|\([^()]*\))*\)")
_LINK = pattern_of(r"\[([^\[\]]+)\]\((?:[^()]|\([^()]*\))*\)")
_LINK_BELOW = pattern_of(r"\[([^\[\]^][^\[\]]*)\]\[[0-9]{0,4}\]")
"""`[李华][1]`: where it leads stands elsewhere in the text."""
_ADDRESS = pattern_of(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>", re.IGNORECASE)
_ATTRIBUTES = pattern_of(r"\{[^{}=.#]*[=.#][^{}]*\}")
"""`{ title="…" }`, `{: .class }`: how some programs are told to show what stands before it."""
_EMOJI = pattern_of(r":[a-z][a-z0-9_+-]*:(?=\s|$)")
_CODE = pattern_of(r"(?<![\\`])(`{1,2})(?!`)([^`]+)\1(?!`)")
_SIGN = pattern_of(r"[!-/:-@\[-`{-~]")
_ESCAPED = pattern_of(r"\\([!-/:-@\[-`{-~])")
_WITH_STARS = pattern_of(r"(\*{1,3})((?:\\.|[^*\\])+)\1", re.DOTALL)
_WITH_BARS = pattern_of(r"(_{1,3})((?:\\.|[^_\\]|(?<=\w)_(?=\w))+)\1", re.DOTALL)
_BEGINS_STRONG = pattern_of(r"\*\*(?=[^\s*])((?:\\.|[^*\\])+)(?<!\s)\*\*(?=[^\w*])", re.DOTALL)
"""`**李华** ⭐`; what begins with two stars and has no two more before a sign or a blank is a name: **峰."""
_STRONG_AMOUNT = pattern_of(
    r"(?<![\w*.,])([*_]{1,2})([¥￥$€£]?\s?[0-9][0-9,.]{0,20}\s?(?:元|块)?)\1(?=$|\s|元|块|万|[¥￥$€£)）])"
)
"""`**100**元`, `¥**20**`."""
_TAG = pattern_of(
    r"</?(?:a|b|i|u|em|strong|small|big|span|font|code|kbd|mark|center|nobr|p|div|tt)(?:\s[^<>]*)?/?>|<!--[^<>]*-->",
    re.IGNORECASE,
)
"""What only says how a text looks; not <del>, which takes it back, and not <sup>, which makes 60¹ of 60."""
_SMALL = pattern_of(r"<(su[bp])>([^<>]*)</\1>", re.IGNORECASE)
_IMAGE = pattern_of(r"<img\b[^<>]*>", re.IGNORECASE)
_CALLED = pattern_of(r"""\balt=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_ITEM = pattern_of(r"(?:[-*+•·]\s{1,4})?(?:[0-9]{1,4}[.、)）]\s{1,4})?")
"""How the lines of a list begin."""
_DEEPEST = 3
"""How often a text may be enclosed in signs: `_**李华**_`."""


def shown(cell: str) -> str:
    """The cell as it is shown."""
    if cell.isalnum():
        return cell
    cell = _CODE.sub(_literally, cell) if "`" in cell else cell
    bare = _PICTURE.sub("", cell)
    if not _EMPTY_LINK.sub("", bare).strip():  # pictures alone are what stands for them
        bare = _PICTURE.sub(lambda found: found[1], cell)
    cell = _LINK_BELOW.sub(r"\1", _LINK.sub(r"\1", _EMPTY_LINK.sub("", bare)))
    cell = _LINE_END.sub("\n", _EMOJI.sub("", _ATTRIBUTES.sub("", cell)))
    cell = _without_tags(cell) if "<" in cell else cell
    return unescape(_ESCAPED.sub(r"\1", _unstressed(cell.strip()))).strip()


def shown_line(line: str) -> str:
    """A line outside of tables as it is shown, with the sign or number that it begins with: - **李华** 100元."""
    line = line.strip()
    item = _ITEM.match(line)
    end = item.end() if item else 0
    return line[:end] + shown(line[end:])


def _literally(code: re.Match[str]) -> str:
    r"""What stands in `code` with no sign of it meaning anything: `*丁` is \*丁."""
    return _SIGN.sub(r"\\\g<0>", code[2].replace("\\|", "|"))


def _unstressed(cell: str) -> str:
    """The cell without the signs that enclose the whole of it, or its beginning, or a number: **峰 is a name."""
    for _ in range(_DEEPEST):
        found = _WITH_STARS.fullmatch(cell) or _WITH_BARS.fullmatch(cell)
        if found is None:
            break
        cell = found[2].strip()
    if "*" not in cell and "_" not in cell:
        return cell
    if found := _BEGINS_STRONG.match(cell):
        cell = found[1] + cell[found.end() :]
    return _STRONG_AMOUNT.sub(r"\2", cell)


def _without_tags(cell: str) -> str:
    """The cell without HTML that only says how it looks; pictures alone are what they are called."""
    bare = _IMAGE.sub("", _TAG.sub("", _ADDRESS.sub(r"\1", cell))).strip()
    if not bare:
        names = (_CALLED.search(picture) for picture in _IMAGE.findall(cell))
        bare = " ".join(name[1] or name[2] or "" for name in names if name).strip()
    small = _SMALL.fullmatch(bare)
    return small[2] if small else bare
