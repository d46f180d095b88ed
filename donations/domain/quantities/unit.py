"""Units found in a text, where they are no part of a word (瓶装, 面罩, 个月)."""

from functools import cache

from donations.domain import units
from donations.domain.quantities import goods
from donations.domain.quantities.frames import frame_at


@cache
def spellings_by_first() -> dict[str, tuple[tuple[str, units.Unit], ...]]:
    found: dict[str, list[tuple[str, units.Unit]]] = {}
    for spelling, unit in units.spellings().items():
        found.setdefault(spelling[0], []).append((spelling, unit))
    return {first: tuple(sorted(of, key=lambda pair: -len(pair[0]))) for first, of in found.items()}


def unit_at(text: str, position: int, *, packing: bool = False) -> tuple[int, units.Unit] | None:
    """End and unit of the longest spelling of a unit at `position` that cuts no word in two.

    `packing`: also where 装 follows, as in 每箱装24瓶.
    """
    for spelling, unit in spellings_by_first().get(text[position : position + 1], ()):
        if not text.startswith(spelling, position):
            continue
        end = position + len(spelling)
        behind = text[end : end + 1]
        if spelling[-1].isascii() and behind.isascii() and behind.isalnum() and not _is_multiplied(text, end, unit):
            continue
        if goods.unit_name_at(text, position) > len(spelling) and spelling == "t":
            continue  # T恤
        if len(spelling) == 1 and spelling.isascii() and _goes_on(text, end):
            continue
        if not spelling.isascii() and (
            (not packing and _is_packaging(text, end)) or goods.takes_from_word(text, position, end)
        ):
            continue
        return end, unit
    return frame_at(text, position)


def _is_multiplied(text: str, end: int, unit: units.Unit) -> bool:
    """Whether the x behind a weight or a volume multiplies it: 500mlx24瓶; 120cmx60cm is a size."""
    return unit.dimension in ("mass", "volume") and text[end] == "x" and text[end + 1 :].lstrip(" ")[:1].isdigit()


def _goes_on(text: str, end: int) -> bool:
    """Whether a single letter is the first of a word that goes on behind a hyphen, T-shirts, L-shaped; or of T shirts."""
    behind = text[end + 1 : end + 2]
    is_word = text[end : end + 1] == "-" and behind.isascii() and behind.isalpha()
    return is_word or (text[end - 1 : end] == "t" and text.startswith(" shirt", end))


def _is_packaging(text: str, end: int) -> bool:
    """Whether a unit goes on as a word for how goods come (瓶装, 件套, 人用)."""
    behind = text[end : end + 1]
    if text.startswith(("个月", "件套"), end - 1) or text.startswith("件套", end - 2):
        return not text.startswith(("月饼", "月季", "月球"), end)
    if behind == "装":
        return not text.startswith(("装备", "装饰", "装置", "装修", "装甲"), end)
    return behind in ("型", "制", "式") or (
        text.startswith(("套", "用"), end) and text[end - 1 : end] in ("件", "人", "两")
    )


def packaged(text: str, position: int) -> bool:
    """Whether a word such as 瓶装 or 件套 begins at `position`."""
    spellings = spellings_by_first().get(text[position : position + 1], ())
    return any(text.startswith(word, position) and _is_packaging(text, position + len(word)) for word, _ in spellings)
