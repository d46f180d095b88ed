"""Work that people gave, 捐工10天: neither money nor goods."""

from donations.importers.patterns import pattern_of

_WORK = r"(?:(?:[捐投出献]|义务|志愿|无偿)(?:义务)?(?:工|劳力|劳动)|义工|投工投劳)"
_HEADING = pattern_of(rf"{_WORK}(?:投劳|[天日]?数|数量|工?日|小?时)?(?:\([^()]{{1,6}}\))?")
_SO_MUCH = r"约?[0-9一二两三四五六七八九十半.]{1,6}\s?个?(?:工日?|天|日|小?时|人次?|名)?"
_CELL, _BELOW = pattern_of(rf"{_WORK}\s?{_SO_MUCH}"), pattern_of(rf"(?:{_WORK}\s?)?{_SO_MUCH}")
_LONGEST = 24


def is_of_work(plain: str) -> bool:
    """Whether a heading (normal) is of work, in whatever it is counted: 捐工（天）, 义务工."""
    return _HEADING.fullmatch(plain) is not None


def says_work(text: str) -> bool:
    """Whether a cell says how much somebody worked, and nothing else: 捐工10天."""
    return len(text) <= _LONGEST and _CELL.fullmatch(text) is not None


def counts_work(text: str) -> bool:
    """Whether a cell below such a heading says how much it was: 3 or 3天, and not who of us helped, 张三."""
    return len(text) <= _LONGEST and _BELOW.fullmatch(text) is not None
