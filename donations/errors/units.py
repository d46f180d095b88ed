"""Why an amount, or what a pack is said to hold, can't be counted in an item's unit."""

from donations.errors.families import BadInput, Refused
from donations.i18n import N_


class OtherUnit(BadInput):
    sentence = N_(
        "{item}: counted in {unit}, and nobody has said how many {unit} one {one_unit} is: write {example}, or say it once and for all with `donations items pack {item} '1 {one_unit} = N {unit}'`."
    )


class OtherUnitOfNew(OtherUnit):
    sentence = N_(
        "{item}: counted in {unit}, and nobody has said how many {unit} one {one_unit} is: write {example}, or say it once and for all with `donations items add {item} --unit {unit}` and then `donations items pack {item} '1 {one_unit} = N {unit}'`."
    )


class SmallerUnit(BadInput):
    sentence = N_(
        "{item}: counted in {unit}, and nobody has said how many {unit} {got} are: write that behind it, {example}, or keep an item of its own that is counted in {other_unit}: `donations items add {apart} --unit {held} --new`."
    )


class SmallerUnitBeside(SmallerUnit):
    sentence = N_(
        "{item}: counted in {unit}, and nobody has said how many {unit} {got} are: write that behind it, {example}, or, of the item that is counted in {other_unit}, {of_apart}."
    )


class NoPack(BadInput):
    sentence = N_(
        "“{got}” says no pack. {item}: counted in {unit}, so write how many {unit} one pack holds, such as {example}."
    )


class PackConverts(BadInput):
    sentence = N_("“{got}” can't be: one {one_unit} always is {amount}. Nothing was kept.")


class UnitInUse(Refused):
    sentence = N_("{item}: entries count it in {unit}, so that its unit and decimals can't change any more.")


class PackOfCounted(BadInput):
    sentence = N_(
        "{item}: counted in {unit}, of which “{got}” converts nothing. To count in {other_unit}, keep an item of its own: `donations items add {apart} --unit {held} --new`, and then `donations items pack {apart} {got}`. Nothing was kept."
    )


class PackOfCountedBeside(PackOfCounted):
    sentence = N_(
        "{item}: counted in {unit}, of which “{got}” converts nothing. Of the item that is counted in {other_unit}, say `donations items pack {apart} {got}`. Nothing was kept."
    )


class PackBeforeUnit(BadInput):
    sentence = N_(
        "{item}: not counted in {other_unit}, as “{got}” says it, but nothing of it was counted yet: say first `donations items describe {item} --unit {held}`, then this again. Nothing was kept."
    )
