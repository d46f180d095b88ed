"""Choices typed as the screens print them: `--by 城市` is `--by city`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer._types import TyperChoice  # what Typer makes of an Enum; it has no public name

from donations.cli.help import choice_words
from donations.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typer._click.core import Context, Parameter

_HEADINGS = {"city": N_("City"), "item": N_("Item"), "category": N_("Category"), "month": N_("Month")}
_HEADINGS |= {"purpose": N_("Purpose"), "donor": N_("Donor"), "recipient": N_("Recipient")}
"""Choices that are printed as headings of columns; the others are among the terms."""


class SpokenChoice(TyperChoice[Any]):
    """One of some English words, or what the user's language prints for it; completion and refusals name the English ones."""

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> Any:  # noqa: ANN401 - as Typer's own
        words = choice_words(self.choices)
        if isinstance(value, str) and value not in words:
            value = _by_what_is_printed(words).get(value.strip(), value)
        return super().convert(value, param, ctx)


def _by_what_is_printed(words: Iterable[str]) -> dict[str, str]:
    """Each word by what is printed for it; what is printed for two of them stands for neither."""
    from donations.output.terms import term  # only where a word is none of the choices

    found: dict[str, str] = {}
    twice = set()
    for word in words:
        if printed := _HEADINGS.get(word) or term(word.replace("-", "_")):
            if _(printed) in found:
                twice.add(_(printed))
            found[_(printed)] = word
    return {printed: word for printed, word in found.items() if printed not in twice}


def speak(parameters: Iterable[Parameter]) -> None:
    """Let each of the parameters that is a choice be typed in the user's language too."""
    for parameter in parameters:
        if isinstance(parameter.type, TyperChoice):
            parameter.type = SpokenChoice(parameter.type.choices, parameter.type.case_sensitive)
