"""A treasurer's book in plain Python, without the program's code: what the program is held against.
Amounts are whole numbers of an item's smallest unit, None where unknown. What was taken back is simply no longer there.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

MONEY = "CNY"
FOREIGN = "USD"
DECIMALS = {MONEY: 2, FOREIGN: 2, "口罩": 0, "蔬菜": 3, "消毒液": 0}
FIGURES = ("received", "bought", "spent", "distributed", "adjusted")
DOES: dict[str, tuple[dict[str, int], int]] = {  # what an act does to the figures, and to stock
    "receive": ({"received": 1}, 1), "relay": ({"received": 1, "distributed": 1}, 0), "buy": ({"bought": 1}, 1),
    "spend": ({"spent": 1}, -1), "distribute": ({"distributed": 1}, -1), "return": ({"distributed": -1}, 1),
    "refund": ({"received": -1}, -1), "opening": ({"adjusted": 1}, 1), "loss": ({"adjusted": -1}, -1),
    "expiry": ({"adjusted": -1}, -1), "use": ({"adjusted": -1}, -1), "out": ({}, -1), "in": ({}, 1),
}  # fmt: skip
Key = tuple[str, str, str]  # item, store, purpose: what stock is counted by
Entries = dict[int, tuple["Act", list["Line"]]]


class No(Exception):  # noqa: N818
    """The act must be refused."""


@dataclass(frozen=True)
class Gift:
    """One quantity: `number` of the item's unit; worth in fen."""

    item: str
    number: Fraction | None
    about: bool = False
    worth: int | None = None
    worth_about: bool = False

    @property
    def minor(self) -> int | None:
        """In the smallest unit; refused where it is finer, or nothing."""
        minor = (self.number or Fraction(1)) * 10 ** DECIMALS[self.item]
        if self.number is not None and (self.number <= 0 or minor.denominator != 1):
            raise No
        return None if self.number is None else minor.numerator


@dataclass(frozen=True)
class Act:
    """What a treasurer does on a day: an act of DOES, `count` or `transfer`."""

    type: str
    day: int
    gifts: tuple[Gift, ...]
    city: str = ""
    store: str = ""
    purpose: str = ""
    target: str = ""
    payer: bool = False


@dataclass(frozen=True)
class Line:  # what one line of an act does
    key: Key
    type: str
    minor: int | None
    about: bool = False
    worth: int | None = None


class Model:
    """The book: acts by number with what each did."""

    def __init__(self) -> None:
        self.entries: Entries = {}
        self.last, self.names = 0, {""}

    def exchange(self, wrong: int | None, right: Act | None) -> None:
        """Record `right`, reverse `wrong`, or correct it into `right`; raise No and change nothing where a rule says so."""
        if wrong is not None and wrong not in self.entries:
            raise No
        entries = {number: entry for number, entry in self.entries.items() if number != wrong}
        last = self.last + (wrong is not None) + (right is not None)
        touched = {line.key for line in self.entries[wrong][1]} if wrong is not None else set()
        if right is not None:
            entries[last] = (right, lines := self._lines(right, entries))
            touched |= {line.key for line in lines}
            earlier = (line for act, others in entries.values() if act.day <= right.day for line in others)
            came = {line.key for line in earlier if DOES[line.type][1] > 0}
            if {line.key for line in lines if line.minor is None and DOES[line.type][1] < 0} - came:
                raise No
        if any(_on_hand(key, day, entries) < 0 for key in touched for day in _changes(key, entries)):
            raise No
        if wrong is not None:
            moved = [*self.entries[wrong][1], *(entries[last][1] if right is not None else ())]
            if any(_came_from_nothing(line.key, entries) for line in moved if DOES[line.type][1] >= 0):
                raise No
        self.entries, self.last = entries, last
        self.names |= {right.purpose, right.store, right.target} if right is not None else set()

    def _lines(self, act: Act, entries: Entries) -> list[Line]:
        if DOES.get(act.type, ({}, -(act.type == "transfer")))[1] < 0 and not {act.purpose, act.store} <= self.names:
            raise No
        lines = [line for gift in act.gifts for line in _lines_of(act, gift, entries)]
        if act.type == "buy" and not act.payer and (worths := [gift.worth for gift in act.gifts if gift.worth]):
            about = any(gift.worth_about for gift in act.gifts)
            lines.append(Line((MONEY, "", act.purpose), "spend", sum(worths), about))
        return lines

    def stock(self, day: int) -> dict[Key, int]:
        """What is on hand of known amounts at the end of the day."""
        keys = {line.key for _act, lines in self.entries.values() for line in lines}
        return {key: minor for key in keys if (minor := _on_hand(key, day, self.entries))}

    def worth(self, day: int) -> dict[tuple[str, str], dict[str, Fraction]]:
        """By item and purpose, what each store's part of it is worth in fen: of what came in with a stated worth, the share that is left.

        Left out is what has no worth, and where an amount with a worth is unknown.
        """
        return {pool: parts for pool, lines in self._pools(day).items() if (parts := _worth_left(lines))}

    def all_there(self, day: int) -> set[tuple[str, str]]:
        """The items and purposes of which all that ever came in has a worth and is still there, or is there again."""
        return {pool for pool, lines in self._pools(day).items() if _is_all_there(lines)}

    def _pools(self, day: int) -> dict[tuple[str, str], list[Line]]:
        pools: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for act, lines in self.entries.values():
            for line in lines if act.day <= day else ():
                if DOES[line.type][1]:  # what is passed straight on is never there
                    pools[line.key[0], line.key[2]].append(line)
        return pools

    def totals(self, first: int, last: int) -> dict[tuple[str, str], tuple[tuple[int | None, ...], str, int]]:
        """By city and item: the figures (None where unknown), how certain, and what it is worth."""
        sums: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        for act, lines in self.entries.values():
            for line in lines if first <= act.day <= last else ():
                cell, figures = sums[act.city, line.key[0]], DOES[line.type][0]
                for figure, sign in figures.items():
                    cell[figure] += sign * (line.minor or 0)
                    cell["no " + figure] += line.minor is None
                cell["about"] += line.about and bool(figures)
                cell["worth"] += (line.worth or 0) * (figures.get("received", 0) + figures.get("bought", 0))
        return {key: shown for key, cell in sums.items() if (shown := _shown(cell))[1]}


def _worth_left(lines: list[Line]) -> dict[str, Fraction]:
    """By store what is left of the worth of these lines, all of one item and purpose; what left with a worth of its own took that."""
    gained = [line for line in lines if line.type in {"receive", "buy", "opening"}]
    gone = [line for line in lines if line.type in {"refund", "loss", "expiry", "use"} and line.worth is not None]
    stated = [line for line in gained if line.worth is not None]
    if any(line.minor is None for line in (*stated, *gone)) or _sum(stated) <= _sum(gone):
        return {}
    held, came, own, named = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for line in lines:
        held[line.key[1]] += DOES[line.type][1] * (line.minor or 0)
    for line in gained:
        came[line.key[1]] += line.minor or 0
        own[line.key[1]] += line.worth or 0
        named[line.key[1]] += (line.minor or 0) * (line.worth is not None)
    if +held == +came == +named and not gone and all(line.minor is not None for line in lines):
        return {store: Fraction(own[store]) for store in +held}
    left = max(own.total() - sum(line.worth or 0 for line in gone), 0)
    among = max(came.total() - _sum(gone), held.total())
    return {store: Fraction(left * part, among) for store, part in (+held).items()}


def _is_all_there(lines: list[Line]) -> bool:
    came = [line for line in lines if line.type in {"receive", "buy", "opening"} and line.minor != 0]
    stays = sum(DOES[line.type][1] * (line.minor or 0) for line in lines) == _sum(came)
    return stays and all(line.minor is not None for line in lines) and all(line.worth is not None for line in came)


def _sum(lines: list[Line]) -> int:
    return sum(line.minor or 0 for line in lines)


def _came_from_nothing(key: Key, entries: Entries) -> bool:
    """Whether an unknown amount leaves before anything comes in."""
    moved = [
        (act.day, DOES[line.type][1], line.minor)
        for act, lines in entries.values()
        for line in lines
        if line.key == key
    ]
    uncounted = [day for day, way, minor in moved if way < 0 and minor is None]
    return bool(uncounted) and not any(way > 0 and day <= min(uncounted) for day, way, _minor in moved)


def _shown(cell: Counter[str]) -> tuple[tuple[int | None, ...], str, int]:
    known, unknown = (any(cell[prefix + figure] for figure in FIGURES) for prefix in ("", "no "))
    rough = "about" if unknown or cell["about"] else "exact"
    figures = (cell[figure] if cell[figure] or not cell["no " + figure] else None for figure in FIGURES)
    return tuple(figures), rough if known else "unknown" if unknown else "", cell["worth"]


def _lines_of(act: Act, gift: Gift, entries: Entries) -> list[Line]:
    minor, key = gift.minor, (gift.item, act.store, act.purpose)
    if act.type == "transfer":
        there = (gift.item, act.target, act.purpose)
        return [Line(key, "out", minor, gift.about), Line(there, "in", minor, gift.about)]
    if act.type != "count":
        return [Line(key, act.type, minor, gift.about, gift.worth)]
    difference = 0 if minor is None else minor - _on_hand(key, act.day, entries)
    if minor is None or (not difference and gift.about):
        raise No
    return [Line(key, "opening" if difference >= 0 else "loss", abs(difference), gift.about)]


def _changes(key: Key, entries: Entries) -> Counter[int]:
    changes: Counter[int] = Counter()
    for act, lines in entries.values():
        changes[act.day] += sum(DOES[line.type][1] * (line.minor or 0) for line in lines if line.key == key)
    return changes


def _on_hand(key: Key, day: int, entries: Entries) -> int:
    return sum(change for other, change in _changes(key, entries).items() if other <= day)
