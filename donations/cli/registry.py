"""Verbs by name, as they are registered: what each is for is known before anything of it is built.

A verb is an ordinary function with Annotated Typer parameters, registered by decorator. Help texts are marked with `N_`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from donations.cli import help as pages
from donations.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Function = TypeVar("Function", bound="Callable[..., Any]")


class Entry(NamedTuple):
    """A verb, or a group of verbs, as registered; nothing of it is built yet. Texts are English msgids."""

    name: str
    callback: Callable[..., Any]
    help: str
    heading: str = pages.COMMANDS
    examples: str = ""
    hidden: bool = False
    verbs: Registry | None = None  # a group's
    alone: str = ""  # the verb that a group means when it stands alone

    @property
    def summary(self) -> str:
        """The first line of the help, translated."""
        return _(self.help).partition("\n")[0]


def nothing() -> None:
    """What a group does before its verb."""


class Registry:
    """Verbs by name, in the order they are listed; `heading` is for those that state none."""

    def __init__(self, heading: str = pages.COMMANDS) -> None:
        self.heading = heading
        self.entries: dict[str, Entry] = {}

    def add(self, entry: Entry) -> None:
        assert entry.name not in self.entries, f"{entry.name} is registered twice"
        self.entries[entry.name] = entry

    def verb(
        self,
        name: str,
        *,
        help: str,  # noqa: A002 - Typer's own word
        heading: str = "",
        epilog: str = "",
        hidden: bool = False,
    ) -> Callable[[Function], Function]:
        """Register the function below; its first line of `help` is the summary, `epilog` are examples, verbatim."""

        def register(function: Function) -> Function:
            self.add(Entry(name, function, help, heading or self.heading, epilog, hidden))
            return function

        return register

    def group(self, name: str, *, help: str, heading: str = "", alone: str = "", epilog: str = "") -> Registry:  # noqa: A002
        """A registry below `name`; `alone` is the verb run where none is typed."""
        below = Registry()
        self.add(Entry(name, nothing, help, heading or self.heading, epilog, verbs=below, alone=alone))
        return below

    def find(self, name: str) -> Entry | None:
        """The verb called `name`, where there is one."""
        return self.entries.get(name)

    def names(self) -> list[str]:
        """The names of all verbs."""
        return list(self.entries)

    def listed(self) -> list[tuple[str, pages.Rows]]:
        """Headings with the names and translated summaries below them, for a help page."""
        sections: dict[str, pages.Rows] = {}
        for entry in self.entries.values():
            if not entry.hidden:
                sections.setdefault(entry.heading, []).append((entry.name, entry.summary))
        return list(sections.items())


class Part(NamedTuple):
    """Verbs that stand in one module: their heading, what imports it and gives its registry, and what each verb is for."""

    heading: str
    load: Callable[[], Registry]
    summaries: Mapping[str, str]
    """By name the first line of the help, an English msgid; empty for a hidden verb."""


class Contents(Registry):
    """A registry over registries: the module that holds a verb is imported when that verb is asked for."""

    def __init__(self, parts: Sequence[Part]) -> None:
        super().__init__()
        self._parts, self._load = parts, {name: part.load for part in parts for name in part.summaries}

    def find(self, name: str) -> Entry | None:
        load = self._load.get(name)
        return load().find(name) if load else None

    def names(self) -> list[str]:
        return list(self._load)

    def listed(self) -> list[tuple[str, pages.Rows]]:
        sections: dict[str, pages.Rows] = {}
        for part in self._parts:
            rows = sections.setdefault(part.heading, [])
            rows += [(name, _(summary)) for name, summary in part.summaries.items() if summary]
        return list(sections.items())
