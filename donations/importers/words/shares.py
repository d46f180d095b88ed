"""Several who received in one cell, each with what it got: 徐家社区72个 西区医疗队72."""

import re

from donations.domain import text as texts

_SHARE = re.compile(r"([^，,、;；\n]*[^\W\d_][^，,、;；\n]*?)\s*[0-9][0-9.]*\s*[万千百]?[^\W\d_]{0,2}")
_BETWEEN = (re.compile(r"[，,、;；\n]"), re.compile(r"\s"))


def sharers(text: str) -> tuple[str, ...]:
    """The names of several recipients of whom a cell says what each got; none where it names one, or no amounts.

    Who got how much can't be booked, for such amounts often are of several goods, or rounded: they are together.
    """
    if len(text) > texts.LONGEST_NOTE:
        return ()
    for between in _BETWEEN:
        parts = [part.strip() for part in between.split(text) if part.strip()]
        found = [_SHARE.fullmatch(part) for part in parts]
        if len(parts) > 1 and all(found):
            return tuple(dict.fromkeys(share[1].strip() for share in found if share))
    return ()
