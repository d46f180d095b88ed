"""Equal rows of a file, which were all kept, as people read it: blocks that stand twice first, then one by one."""

from collections.abc import Iterator

from donations.domain.equal_rows import BlockAgain, Twins
from donations.domain.imported import Outcome
from donations.i18n import N_, filled
from donations.output.cells import Reader
from donations.output.cleaning import clean

_TWO = 2
_TWO_ALIKE = N_("Two rows are equal, and both were kept: rows {first} and {last} of {file}")
_TWINS = N_("{count} rows are equal, and all were kept: the first is row {first}, the last is row {last} of {file}")
_BLOCK = N_(
    "{file}: rows {first} to {first_end} stand there again, in the same order, as rows {last} to {last_end}, as if pasted twice: {rows} rows, and both were kept"
)
_BLOCK_OFTEN = N_(
    "{file}: rows {first} to {first_end} stand there {times} times, in the same order, as if pasted again and again, at last as rows {last} to {last_end}: {rows} rows, and all were kept"
)
_WOULD = N_(
    "If they are the same gifts, delete the rows that say them again, and import the file then; if they were given again, leave it."
)
_KEPT = N_(
    "If they are the same gifts, take this import back (`donations import --undo {number}`), delete the rows that say them again, and import the file anew; if they were given again, leave it."
)


def equal_rows(reader: Reader, outcome: Outcome) -> Iterator[str]:
    """What is said of rows that are equal, and what to do where whole blocks are."""
    blocks = outcome.blocks_again
    for block in blocks:
        facts = {"file": _where(block), "rows": f"{block.rows:,}", "times": block.times}
        facts |= {"first": block.first, "first_end": block.first_end, "last": block.last, "last_end": block.last_end}
        yield filled(reader.say(_BLOCK if block.times == _TWO else _BLOCK_OFTEN), **facts)
    if blocks:
        yield filled(reader.say(_WOULD if outcome.is_dry else _KEPT), number=outcome.number)
    for one in outcome.twins:
        if not any(block.holds(one) for block in blocks):
            facts = {"count": one.rows, "first": one.first, "last": one.last, "file": _where(one)}
            yield reader.say(_TWO_ALIKE if one.rows == _TWO else _TWINS).format(**facts)


def _where(one: Twins | BlockAgain) -> str:
    """The file of the rows, with its sheet where it has several."""
    return clean(" · ".join(filter(None, (one.file, one.sheet))))
