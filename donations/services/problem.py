"""What is found wrong with a book."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found wrong. `sentence` is English with the names of `facts` in braces; `is_damage`: the file itself is hurt."""

    rule: str
    sentence: str
    facts: dict[str, object] = field(default_factory=dict)
    entry: int | None = None
    date: str | None = None
    item: str | None = None
    is_damage: bool = False
    since: int | None = None
    """The first entry that is no longer proved to be as it was recorded, where there is one because of this."""
