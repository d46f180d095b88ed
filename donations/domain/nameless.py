"""What stands in the place of a name, and how several who stand together are told."""

from collections import Counter
from collections.abc import Iterable

KIND_PERSON, KIND_ORGANISATION = "爱心人士", "爱心单位"
HELPED_PERSON, HELPED_ORGANISATION, HELPED = "受助人", "受助单位", "受助方"
SELLER = "商家"

COUNTED_BY = {
    KIND_PERSON: "位", KIND_ORGANISATION: "家", HELPED_PERSON: "位", HELPED_ORGANISATION: "家", HELPED: "个", SELLER: "家",
}  # fmt: skip
"""How several of whom nobody is named are counted."""

MASKED = "\x1d"
"""What stands behind a name that isn't the party's own, until joint names are put together: no name has it."""


def joined(names: Iterable[str]) -> str:
    """Who stands together in one role; what stands in the place of several names is said once, with how many they are: 李华、爱心人士2位.

    Names in the place of another have `MASKED` behind them. Who was recorded as 爱心人士 may be many, and isn't counted.
    """
    marked = list(names)
    listed = [name.removesuffix(MASKED) for name in marked]
    uncounted = {name for name in marked if name in COUNTED_BY}
    counted = Counter(listed)
    told: set[str] = set()
    once: list[str] = []
    for name in listed:
        if name not in COUNTED_BY:
            once.append(name)
        elif name not in told:
            told.add(name)
            is_counted = counted[name] > 1 and name not in uncounted
            once.append(f"{name}{counted[name]}{COUNTED_BY[name]}" if is_counted else name)
    return "、".join(once)
