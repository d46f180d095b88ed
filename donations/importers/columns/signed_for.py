"""Who signed for what bodies got that a line names, 接收单位：市一院, above the headings or among the rows: 领取人."""

from collections.abc import Sequence

from donations.domain.paper_fields import PASSED
from donations.i18n import N_
from donations.importers.columns.columns import Around, Column
from donations.importers.columns.headed import fits, labelled, lines_alone
from donations.importers.columns.taken_in import MORE, are_many, are_persons, counts_in
from donations.importers.patterns import pattern_of
from donations.importers.words.heading_words import normal
from donations.importers.words.names_alone import is_taker, name_alone, unnumbered

SIGNED_OR_GIVEN = N_(
    "whether those named below this heading got the goods, or signed for whoever the lines above the rows name: say --map HEADING=- where they signed for them, =recipient where it was given to each of them"
)
_WHO_SIGNS = pattern_of(r"(?:领取|领用|领物|领|接收|签收|收货|收物|收件|经领|收)人(?:员)?(?:签[字名收])?")
OF_PEOPLE = pattern_of(r".*(?:[校学园班组村镇乡区县市]|街道(?:办(?:事处)?)?|居委会|村委会|[养敬]老院|福利院)")
"""Bodies whose people may each have got a part, who then signed for themselves."""
_SHORT = pattern_of(r"[省市县区州旗][一二三四五六七八九]院")
"""Too short for a name that heads rows, and yet a hospital's."""
_OTHERS = ("donor", "party", "payer", "supplier", "beneficiary", "group", "person", "name")


def settle(columns: Sequence[Column], around: Around) -> str | None:
    """Passes over 领取人 where a line says which body got what stands below it, and nobody signed, or persons did for that body;
    what has to be said where each of them may have been given a part.
    """
    found = next((one for one in columns if one.field == "recipient"), None)
    if found is None or found.by_user or _WHO_SIGNS.fullmatch(normal(found.heading)) is None:
        return None
    if sum(column.field == "recipient" for column in columns) > 1 or any(one.field in _OTHERS for one in columns):
        return None
    signers = found.texts(around.below)
    if not signers and around.headed == "recipient":
        found.field = PASSED
    is_signed = bool(signers) and not any(map(is_taker, signers)) and 2 * sum(map(are_persons, signers)) >= len(signers)
    return _signed(columns, around, found) if is_signed and fits("recipient", around.way) else None


def _signed(columns: Sequence[Column], around: Around, found: Column) -> str | None:
    """The same of a column below which persons stand."""
    lines = lines_alone(around.below, {column.said_as for column in columns})
    said = [label[1] for line in lines if (label := labelled(line)) and label[0] == "recipient"]
    said += [around.heads] if around.headed == "recipient" and around.heads else []
    alone = [unnumbered(line) for line in lines if name_alone(line)] if around.way == "out" else []
    are_of_people = [OF_PEOPLE.fullmatch(name) is not None for name in said or alone if is_taker(name)]
    if not are_of_people:
        is_short = around.way == "out" and any(_SHORT.fullmatch(unnumbered(line)) for line in lines)
        found.is_asked = is_short
        return SIGNED_OR_GIVEN if is_short else None
    if are_many(columns, around.below) or not any(are_of_people):
        found.field = PASSED
        return None
    if not said and all(are_of_people) and max(counts_in(columns, around.below), default=0) < MORE:
        return None  # 东组 alone above families says where they live
    found.is_asked = True
    return SIGNED_OR_GIVEN
