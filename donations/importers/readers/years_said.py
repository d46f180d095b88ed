"""The year that stands above one table of a page, and is meant below it too: 2021年防汛捐赠公示, and 7月24日 in the second."""

import re
from collections.abc import Iterable

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s{0,2}(?:年|[-/.][0-9]{1,2}(?![0-9]))")


class YearsSaid:
    """What the texts above the tables of a file say of years, in their order."""

    def __init__(self) -> None:
        self._year: str | None = None

    def above(self, lines: Iterable[str]) -> list[str]:
        """The line to be read above the next table, above which those lines stand: the one year that was said last, where
        they say none themselves.
        """
        years = {found[1] for line in lines for found in _YEAR.finditer(line)}
        said = [f"{self._year}年"] if self._year and not years else []
        if years:
            self._year = years.pop() if len(years) == 1 else None
        return said
