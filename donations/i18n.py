"""The language a person is spoken to in: chosen once, from the environment, before anything is said."""

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

CHINESE, ENGLISH = "zh_CN", "en"
DOMAIN = "donations"
CATALOGUES = Path(__file__).parent / "locale"
_SETTINGS = ("DONATIONS_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


_spoken: list[str] = []


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` for a while, whatever the environment says: what was published in it stays in it."""
    _spoken.append(language)
    try:
        yield
    finally:
        _spoken.pop()


def chosen_language() -> str:
    """`zh_CN` or `en`: what DONATIONS_LANG says, else the locale; Chinese where neither names a language of ours."""
    if _spoken:
        return _spoken[-1]
    for setting in _SETTINGS:
        value = os.environ.get(setting, "").lower()
        if value.startswith("zh"):
            return CHINESE
        if value.startswith("en"):
            return ENGLISH
    return CHINESE


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, CATALOGUES, [language], fallback=True)


def gettext_in(language: str, text: str) -> str:
    """`text` (English, as it stands in the code) in `language`."""
    return _catalogue(language).gettext(text) if text else text


def _(text: str) -> str:
    """`text` in the language of this run."""
    return gettext_in(chosen_language(), text)


def N_(text: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """`text` unchanged: marks what is translated later, when it is printed."""
    return text


def teach_the_frame() -> None:
    """Let Typer's own words (Options, Commands, default …) come from our catalogue: it asks the global gettext."""
    os.environ["LANGUAGE"] = chosen_language()
    gettext.bindtextdomain(DOMAIN, CATALOGUES)
    gettext.textdomain(DOMAIN)
