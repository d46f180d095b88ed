"""What is refused of sheets that would be booked twice, or as nobody's: the same gifts stand in two of them.

`file` is what the user calls it, as for everything that is imported.
"""

from donations.errors.families import Refused
from donations.i18n import N_


class SheetAgain(Refused):
    sentence = N_(
        "{file}: what sheet “{sheet}” says stands in {others} too, and would be booked twice. Import what is to be booked with --sheet, a sheet at a time. Nothing was imported."
    )


class SheetGivesOn(Refused):
    sentence = N_(
        "{file}: sheet “{sheet}” says again who gave what {others} says came in, and it would be booked twice. Import {others} first with --sheet, then “{sheet}” with --sheet and --map {heading}=-, so that it only goes out there. Nothing was imported."
    )


class SumsOfUnread(Refused):
    sentence = N_(
        "{file}: rows of the sheet “{sheet}” ({many}) are worked out from other sheets, which list no gifts. Where they are gifts, import it with --sheet, which takes these rows as they stand; where they only sum others up, take them out. Nothing was imported."
    )


class SheetsOfGivers(Refused):
    sentence = N_(
        "{file}: no column says who gave what the sheets {sheets} list, and they are called after somebody. Import one at a time with --sheet, and say with --donor who gave it: 爱心人士, where nobody is named. Nothing was imported."
    )


class SummedUpBelow(Refused):
    sentence = N_(
        "{file}, row {row}: the table that begins there sums up what stands above it, which would be booked twice. Delete it, or put it on a sheet of its own and name the other with --sheet. Nothing was imported."
    )


class SummedUpAbove(Refused):
    sentence = N_(
        "{file}, row {row}: the table that begins there sums up what stands below it, which would be booked twice. Delete it, or put it on a sheet of its own and name the other with --sheet. Nothing was imported."
    )
