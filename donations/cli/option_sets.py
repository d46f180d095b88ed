"""Sets of options: one parameter of a verb that is typed as several options, which stand in one place.

    ShowingOptions = Annotated[Showing, OptionSet(Showing)]

What a set is made by has the options as its own parameters: a verb that takes `showing: ShowingOptions` takes all of them,
and gets what was made of them. Such parameters stand behind a `*`, since a set has no default of its own.
"""

from __future__ import annotations

import copy
import inspect
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.models import OptionInfo


class OptionSet(NamedTuple):
    """Marks a parameter (inside Annotated) as the options that `make` takes, gathered by it."""

    make: Callable[..., Any]


def spelled_out(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`verb` as Typer can read it: the options of each set stand in its place. One without sets is given back as it is."""
    parameters: list[inspect.Parameter] = []
    sets: dict[str, tuple[Callable[..., Any], tuple[str, ...]]] = {}
    for parameter in inspect.signature(verb).parameters.values():
        make = _maker(parameter.annotation)
        if make is None:
            parameters.append(parameter)
        else:
            options = inspect.signature(make).parameters
            sets[parameter.name] = make, tuple(options)
            parameters += options.values()
    if not sets:
        return verb

    def gathering(**said):  # type: ignore[no-untyped-def]  # noqa: ANN003, ANN202 - Typer would look up what the types mean
        for name, (make, options) in sets.items():
            said[name] = make(**{option: said.pop(option) for option in options})
        return verb(**said)

    by_name = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in parameters]
    gathering.__signature__ = inspect.Signature(by_name)  # type: ignore[attr-defined]
    gathering.__name__ = verb.__name__
    return gathering


def _maker(annotation: object) -> Callable[..., Any] | None:
    marks = getattr(annotation, "__metadata__", ())
    return next((mark.make for mark in marks if isinstance(mark, OptionSet)), None)


def retold(option: object, help: str, parser: Callable[[str], Any] | None = None) -> OptionInfo:  # noqa: A002 - Typer's word
    """The Typer option inside `option` (an annotated type) with another help text, and another parser where one is given."""
    told: OptionInfo = copy.copy(get_args(option)[1])
    told.help = help
    told.parser = parser or told.parser
    return told
